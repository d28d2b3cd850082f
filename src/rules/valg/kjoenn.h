/* kjoenn.h - the smallest number of each gender, and who moves up to reach it.
 *
 * kommuneloven § 7-6 second to fifth paragraph: of four or more from a list each gender has at
 * least 40 percent, of two or three at least one, of one none.  If a list's first names do not
 * fulfil it, the next names of the gender that lacks move up and the last seated of the other
 * go out, until it is fulfilled or the list has no more.  That is also the earliest set of
 * places that fulfils it.  The minimum of both can always be had at once, so a move for one
 * gender never makes the other lack.
 *
 * Whether a set that still lacks is lawful is not said here: see oppgjoer.h.
 */
#ifndef RULES_VALG_KJOENN_H
#define RULES_VALG_KJOENN_H

#include "rules/valg/valg.h"

struct arena;

/* Of n; also of a whole body in § 7-7. */
size_t kjoenn_minimum(size_t n);

struct kjoenn_task {
	const struct valg_name *name;   /* in the order of the list                       */
	size_t n_name;
	const bool *away;               /* a name: not to be had; NULL: all are           */
	size_t take;                    /* how many; fewer are taken where there are fewer */
	size_t measure;                 /* the minimum is that of so many, not fewer than
	                                   are taken; 0: of those taken                   */
};

/* Under RULE_KJOENN_OPPRYKK.  Places count from 0 in `name`. */
struct kjoenn_move {
	size_t up, out;                 /* who moves up in front of whom                  */
	enum gender gender;             /* of who moves up                                */
};

struct kjoenn_set {
	size_t *place;                  /* who, in the order of the list                  */
	size_t n;
	struct kjoenn_move *move;       /* in the order they were made                    */
	size_t n_move;
	size_t minimum;
	size_t count[GENDER__MAX];      /* in the set                                     */
	size_t missing[GENDER__MAX];    /* when all moves are made; 0: met                */
};

struct kjoenn_set kjoenn_settle(struct arena *, const struct kjoenn_task *);

#endif
