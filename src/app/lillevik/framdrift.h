/* framdrift.h - how far a command has come, on standard error, once it has taken a second. */
#ifndef APP_LILLEVIK_FRAMDRIFT_H
#define APP_LILLEVIK_FRAMDRIFT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct world;

struct progress {
	const struct world *world;
	const char *what;
	size_t of;
	int64_t next;           /* not before this, on the monotonic clock */
	bool said;
};

struct progress progress_begin(const struct world *, const char *what, size_t of);
void progress_step(struct progress *, size_t done);
void progress_end(struct progress *);

#endif
