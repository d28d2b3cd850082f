/* oppbevaring.h - how long what is known of people is kept.
 *
 * One table: what, how many days, counted from when.  app/person runs it; the pages and
 * doc/personvern.md say it.  Pure: dates in, a date out.
 */
#ifndef RULES_OPPBEVARING_H
#define RULES_OPPBEVARING_H

struct arena;

enum kept {
	KEPT_SEAT,              /* what ties a phone to a samling, and to a name    */
	KEPT_TEXT,              /* what people wrote, word for word                 */
	KEPT_ROSTER,            /* the municipality's list of names                 */
	KEPT_CONTACT,           /* those who speak for a municipality               */
	KEPT_BACKUP,            /* copies; their folder is the operator's           */
	KEPT__MAX
};

enum kept_from {
	FROM_LAST_DAY,          /* of the samling                                   */
	FROM_REPORT,            /* released, or else the last day                   */
	FROM_TERM,              /* the election period it was made in               */
	FROM_MADE
};

struct retention {
	enum kept_from from;
	int days;
};

struct retention retention_of(enum kept);

/* What so many wrote in the same words is a figure, not what somebody wrote: it is kept. */
#define KEPT_ALIKE 5

/* The last date it is kept, given the date it is counted from (FROM_TERM: any date in the
 * period).  ISO, in the arena. */
char *kept_until(struct arena *, enum kept, const char *from);

/* The last day of the election period that a date is in: councils are elected in September
 * every fourth year (2023, 2027 ...), and the new one takes over in October at the latest
 * (kommuneloven § 7-1). */
char *term_end(struct arena *, const char *date);

#endif
