/* ics.h - a calendar file of whole days, RFC 5545.
 *
 * Lines end with CRLF and are folded at 75 bytes, never inside a letter; text is escaped.
 * Texts are valid UTF-8 and may have several lines; dates are ISO dates that tid_is_date()
 * takes.
 *
 *	ics_begin(&b, "-//Samling//kalender//NO", "Kalender 2027");
 *	ics_day(&b, &(struct ics_event){ ... });        any number
 *	ics_end(&b);
 */
#ifndef LIB_ICS_H
#define LIB_ICS_H

#include <stdint.h>

#include "lib/buf.h"

struct ics_event {
	const char *uid;                /* the same for the same event, for ever      */
	int64_t stamp_ms;               /* when this file was made, since 1970        */
	const char *day;                /* ISO date                                   */
	const char *summary;
	const char *description;        /* NULL: none                                 */
	const char *url;                /* absolute; NULL: none                       */
};

void ics_begin(struct buf *, const char *product, const char *name);
/* An event that takes the day and makes nobody busy.  The buf is in an arena. */
void ics_day(struct buf *, const struct ics_event *);
void ics_end(struct buf *);

#endif
