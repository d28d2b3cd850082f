/* fordeling_endring.h - what if: other votes, joint lists.
 *
 * For those who negotiate, and for the hall that asks how close it was.  Starts from a
 * fordeling without `held` and `most`; one that waits for a lot counts only certain seats.
 */
#ifndef RULES_VALG_FORDELING_ENDRING_H
#define RULES_VALG_FORDELING_ENDRING_H

#include "rules/valg/fordeling.h"

#define FORDELING_NOBODY SIZE_MAX       /* a blank vote, or one that was not given */

/* The fewest votes that do it; -1: no number does. */
struct fordeling_change {
	int64_t lot;                    /* it may be drawn, or is certain; 0: it is in the
	                                   lot there is                                  */
	int64_t sure;                   /* certain, without a lot                        */
};

/* How many votes from one list (or FORDELING_NOBODY: new ones) give another a seat more. */
struct fordeling_change fordeling_to_gain(const struct fordeling *, size_t from, size_t to);

/* How many votes fewer, not given to anybody, take a seat from a list. */
struct fordeling_change fordeling_to_lose(const struct fordeling *, size_t list);

enum fordeling_step {
	FORDELING_VOTES_NEW,            /* to a list: it gains a seat                    */
	FORDELING_VOTES_BLANK,          /* from a list: it loses a seat                  */
	FORDELING_VOTES_MOVED           /* from one to another, which gains a seat       */
};

struct fordeling_nearest {
	int64_t votes;                  /* -1: no number does                            */
	size_t from, to;                /* FORDELING_NOBODY where there is none; of equals
	                                   the first list                                */
};

/* The smallest change of its kind that surely moves a seat. */
struct fordeling_nearest fordeling_nearest(const struct fordeling *, enum fordeling_step);

/* The body with lists a and b as one at the place of a, called `name`: the votes added, which
 * the caller knows to be VALG_VOTES_MAX at most.  Its names are `candidate`, which the two
 * must agree on; NULL: not given yet. */
struct valg_body fordeling_join(struct arena *, const struct valg_body *, size_t a, size_t b,
                                const char *name, const struct valg_name *candidate,
                                size_t n_candidate);

#endif
