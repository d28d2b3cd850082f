/* log.h - one line an event, to standard error.
 *
 * What people do wrong is not logged but told them.  What the world does is
 * logged once, where it was seen.  What we did wrong is log_fatal(): it prints
 * and aborts, the restart is quick and nothing acknowledged is lost.
 * Never put a name, an address, a token or an answer in a line.
 */
#ifndef LIB_LOG_H
#define LIB_LOG_H

void log_info(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
void log_warn(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
void log_fatal(const char *fmt, ...)
	__attribute__((format(printf, 1, 2), noreturn));

/* Tests and commands that print for people keep quiet about log_info(). */
void log_quiet(void);

#endif
