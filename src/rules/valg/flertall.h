/* flertall.h - flertallsvalg: ordfører, varaordfører, leaders; kommuneloven § 7-8.
 *
 * In the first vote more than half of the votes cast elect.  If nobody has that, one more
 * vote is held, and there the most votes elect, also below half; lot settles who is equal.
 * The act does not say whether a blank vote is cast: both readings are counted, and when
 * they part the question is open (TVIL_BLANKE).  In the second vote blanks do not matter.
 */
#ifndef RULES_VALG_FLERTALL_H
#define RULES_VALG_FLERTALL_H

#include "rules/valg/tvil.h"
#include "rules/valg/valg.h"

struct arena;

#define FLERTALL_ROUNDS 2

struct flertall_vote {
	const char *candidate;
	int64_t votes;
};

struct flertall_round {
	const struct flertall_vote *vote;
	size_t n_vote;
	int64_t blank;
};

struct flertall {
	struct flertall_round round[FLERTALL_ROUNDS];
	size_t n_round;                 /* held: 1 or 2                               */
	const char *drawn;              /* who won the lot, or NULL: not drawn        */
};

enum flertall_end {
	FLERTALL_NOT_HELD,              /* no such vote is given, or it was not needed */
	FLERTALL_NONE,                  /* nobody is elected by it                    */
	FLERTALL_ELECTED,
	FLERTALL_LOT,                   /* those in among[] are equal: lot            */
	FLERTALL_DRAWN                  /* the lot is drawn, `elected` won it         */
};

struct flertall_outcome {
	enum flertall_end end;
	const char *elected;            /* ELECTED, DRAWN; else NULL                  */
	const char *const *among;       /* LOT, DRAWN: who were equal, in the order of the vote */
	size_t n_among;
	int64_t cast;                   /* votes cast by this reading                 */
	int64_t needed;                 /* to be elected: cast / 2 + 1; in the second vote 0 */
	int64_t most;                   /* votes of whoever had most                  */
};

enum flertall_reading { FLERTALL_BLANK_COUNTS, FLERTALL_BLANK_COUNTS_NOT, FLERTALL_READINGS };

struct flertall_result {
	/* [reading][round]; the first reading is the default.  The second vote is NOT_HELD in
	 * a reading where the first elected. */
	struct flertall_outcome outcome[FLERTALL_READINGS][FLERTALL_ROUNDS];
	bool open;                      /* TVIL_BLANKE: the readings end differently  */
	bool second_needed;             /* by the default, and it is not given        */
	bool second_needless;           /* given, though the first elected            */
	bool new_candidate;             /* in the second vote: TVIL_NY_KANDIDAT       */
	bool wrong_draw;                /* `drawn`, and there is no lot, or not with that name */
};

/* Votes are 0..VALG_VOTES_MAX, candidates of a round at most VALG_NAMES_MAX and all
 * different. */
struct flertall_result flertall(struct arena *, const struct flertall *);

#endif
