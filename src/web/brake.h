/* brake.h - a brake on guessing.
 *
 * Counts what somebody has tried, for a while at a time, so that a machine cannot try
 * everything.  What is counted (an address, an e-mail address) is kept hashed, in memory,
 * until its time is over; two of them may by chance share a place, seldom and not for long.
 */
#ifndef WEB_BRAKE_H
#define WEB_BRAKE_H

#include <stdbool.h>

struct brake;
struct world;

enum brake_kind {
	BRAKE_CODE,       /* wrong codes from an address.  A right code is always let in: a
	                     hall shares one address, and nobody who belongs there may be
	                     stopped by somebody who guesses */
	BRAKE_LOGIN,      /* login forms from an address                                   */
	BRAKE_ACCOUNT,    /* login links to one e-mail address; those made still work       */
	BRAKE__MAX
};

#define BRAKE_CODE_MAX 60          /* a minute */
#define BRAKE_CODE_TOTAL_MAX 600   /* from everywhere together */
#define BRAKE_LOGIN_MAX 30         /* a minute */
#define BRAKE_ACCOUNT_MAX 5        /* in fifteen minutes */

struct brake *brake_new(const struct world *);     /* the world must outlive it */
void brake_free(struct brake *);                   /* NULL is fine              */

/* One more of this kind from `who`.  False: too many. */
bool brake_count(struct brake *, enum brake_kind, const char *who);

#endif
