/* fordeling.h - seats by quotients.
 *
 * Each list's votes are divided by the divisors of the method in turn; every quotient is a
 * claim, and the seats go to the largest.  Equal quotients: the list with more votes first.
 * Equal votes too: lot, but only where the equal claims are more than the seats left
 * (kommuneloven § 7-6 first paragraph; valgloven §§ 11-4 and 13-1).  A list without votes has
 * no claim, and blank votes are in nobody's.  A list has at most one claim in a lot, so no
 * list can be drawn twice, and there is at most one lot.
 *
 * The lot is never drawn here: fordeling() says among whom and for how many seats, and is
 * called again with the lists that were drawn.  Same task, same answer.
 *
 * Quotients are never worked out: votes * scale / divisor is kept as three integers, and
 * compared by multiplication, which fits 64 bits at the limits of valg.h.
 *
 * What another number of votes would give is fordeling_endring.h.
 */
#ifndef RULES_VALG_FORDELING_H
#define RULES_VALG_FORDELING_H

#include "rules/valg/valg.h"

struct arena;

enum fordeling_method {
	FORDELING_DHONDT,               /* 1, 2, 3 ...: bodies, kommuneloven § 7-6           */
	FORDELING_SAINTE_LAGUE,         /* 1, 3, 5 ...                                       */
	FORDELING_SAINTE_LAGUE_14,      /* 1.4, 3, 5 ...: the council itself, valgloven      */
	FORDELING__METHODS
};

struct fordeling_task {
	enum fordeling_method method;
	size_t seats;                   /* to be given now, from 1                           */
	const int64_t *votes;           /* one a list                                        */
	size_t n_list;
	const size_t *held;             /* seats each has from before; NULL: none            */
	const size_t *most;             /* seats each can hold in all; NULL: no limit        */
	const size_t *drawn;            /* what the lot gave, a list a seat, in that order   */
	size_t n_drawn;                 /* 0: not drawn; fewer than to_draw: not finished    */
};

/* The nr-th claim of a list, nr from 1: votes * fordeling_scale() / divisor. */
struct fordeling_claim {
	size_t list, nr;
	int64_t votes, divisor;
};

enum fordeling_why {
	FORDELING_BY_QUOTIENT,
	FORDELING_BY_VOTES,             /* a claim as large got no seat, for it had fewer votes */
	FORDELING_BY_LOT
};

struct fordeling_seat {
	struct fordeling_claim claim;
	enum fordeling_why why;
};

enum fordeling_state {
	FORDELING_SETTLED,
	FORDELING_LOT,                  /* `among` must draw                                 */
	FORDELING_NO_VOTES,             /* nobody is elected: vote again                     */
	FORDELING_WRONG_DRAW            /* what was drawn does not fit the lot: a list not in it,
	                                   one twice, too many, or there is no lot. The rest is
	                                   as before any draw                                */
};

struct fordeling {
	enum fordeling_state state;
	struct fordeling_task task;     /* as given: its arrays are the caller's             */
	size_t *seats;                  /* a list: those held, certain and drawn             */
	struct fordeling_seat *seat;    /* those given, in the order they were               */
	size_t n_seat;
	struct fordeling_claim last;    /* the claim of the last seat, known also before a lot;
	                                   divisor 0: no seat was given                      */
	size_t *among;                  /* the lot, in the order of the lists; stands here also
	                                   when it has been drawn                            */
	size_t n_among, to_draw;        /* 0: none                                           */
	size_t vacant;                  /* seats no list can fill; only with `most`          */
};

struct fordeling fordeling(struct arena *, const struct fordeling_task *);

/* What votes are multiplied by, so that divisors are whole: 5 with 1.4 (7, 15, 25 ...). */
int64_t fordeling_scale(enum fordeling_method);
int64_t fordeling_divisor(enum fordeling_method, size_t nr);
struct fordeling_claim fordeling_claim(const struct fordeling_task *, size_t list, size_t nr);

/* Above 0: the first goes first.  0: equal in quotient and in votes. */
int fordeling_compare(const struct fordeling_claim *, const struct fordeling_claim *);

/* Which seat in order, from 1, the nr-th claim of a list got; 0: none.  The last seat of a
 * list is nr = seats[list]. */
size_t fordeling_rank(const struct fordeling *, size_t list, size_t nr);

/* How many claims of each list a table shows: all that got a seat in some list, and one. */
size_t fordeling_rows(const struct fordeling *);

/* Every lawful result: row[i][list] is seats.  One row when settled; none without votes. */
struct fordeling_outcomes {
	size_t **row;
	size_t n;
	bool more;                      /* there are more than `max`                         */
};

struct fordeling_outcomes fordeling_outcomes(struct arena *, const struct fordeling *,
                                             size_t max);

#endif
