/* direkte.h - the election of the council itself, for teaching and for filling in: how votes
 * for a list and for a candidate are counted.
 *
 * Valgloven 2023 §§ 5-3, 6-10, 12-2, 13-1, 13-2; the act of 2002 had the same numbers.  Seats are
 * divided in valg/fordeling.h (Sainte-Lague with 1.4).
 */
#ifndef RULES_VALG_DIREKTE_H
#define RULES_VALG_DIREKTE_H

#include "rules/valg/valg.h"

struct arena;

/* ---- limits ---- */

size_t direkte_most_bonus(size_t seats);        /* candidates with stemmetillegg, § 5-3 */

struct direkte_slengere {
	size_t most;                    /* personal votes to other lists, § 6-10      */
	bool open;                      /* a quarter is not whole: TVIL_SLENGERE_BROEK */
	size_t rounded_up;              /* by the other reading                       */
};
struct direkte_slengere direkte_most_slengere(size_t seats);

/* ---- listestemmetall ---- */

struct direkte_votes {
	int64_t ballots;                /* 0..VALG_VOTES_MAX                          */
	int64_t received, given;        /* slengere                                   */
	size_t seats;                   /* of the council                             */
};
/* ballots x seats + received - given; -1: more slengere are given than the ballots hold. */
int64_t direkte_list_votes(const struct direkte_votes *);

/* ---- kandidatkåring ---- */

struct direkte_candidate {
	int nr;                         /* on the list; settles equal totals          */
	bool bonus;                     /* stemmetillegg: a quarter of the list's ballots */
	int64_t personal, slengere;
	bool not_eligible;
};

struct direkte_line {
	size_t candidate;               /* index                                      */
	int64_t quarters;               /* four times the total, so that it is whole  */
};

struct direkte_result {
	const struct direkte_line *ranking;     /* all of them, most first            */
	const size_t *elected;                  /* indices of candidates              */
	size_t n_elected;
	const size_t *deputies;                 /* members + 3, as far as possible    */
	size_t n_deputies;
	size_t surplus;         /* seats nobody is left for: to other lists, § 13-2   */
	bool bonus_gap;         /* a bonus stands below a candidate without one       */
};

/* seats: those the list has won.  n up to VALG_NAMES_MAX. */
struct direkte_result direkte_candidates(struct arena *, size_t seats, int64_t ballots,
                                         const struct direkte_candidate *, size_t n);

/* The same for fylkesting, § 12-2: who has personal votes from 8 percent of the list's voters
 * goes first, by those votes; the others follow the list.  There is no bonus and there are no
 * slengere.  In the ranking `quarters` is 0 for who is below the limit. */
#define DIREKTE_COUNTY_PERCENT 8
struct direkte_result direkte_county(struct arena *, size_t seats, int64_t ballots,
                                     const struct direkte_candidate *, size_t n);

#endif
