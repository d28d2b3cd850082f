/* personvalg.h - the council elected by names, when no list or only one is approved: valgloven
 * 2023 ch. 14.
 *
 * Voters write who shall be members and who shall be deputies, at most as many of each as the
 * council has seats.  The most votes as member elect; then everybody else's two kinds of votes
 * are added, and the most of those give deputies, in that order and as many as the members.
 * Equal votes: lot, among members only where it decides who gets in, among deputies also for
 * the order.  Lots are handed in, one after the other, as in fordeling.h.
 */
#ifndef RULES_VALG_PERSONVALG_H
#define RULES_VALG_PERSONVALG_H

#include "rules/valg/valg.h"

struct arena;

/* ---- a ballot, § 14-3 first ---- */

struct personvalg_counted { size_t members, deputies; };

/* How many names count from the top of each part; the rest is not read.  A ballot that is not
 * divided is members first, then deputies. */
struct personvalg_counted personvalg_ballot(size_t seats, size_t members, size_t deputies);
struct personvalg_counted personvalg_undivided(size_t seats, size_t names);

/* ---- the settlement ---- */

struct personvalg_votes {
	int64_t member, deputy;         /* votes as the one and as the other, to VALG_VOTES_MAX */
};

struct personvalg_draw { const size_t *who; size_t n; };        /* in the order drawn  */

struct personvalg_task {
	size_t seats;
	const struct personvalg_votes *candidate;
	size_t n_candidate;
	const struct personvalg_draw *draw;     /* of the first lot, the second ...    */
	size_t n_draw;
};

enum personvalg_state {
	PERSONVALG_SETTLED,
	PERSONVALG_LOT,                 /* the lot after those that are handed in      */
	PERSONVALG_WRONG_DRAW           /* one that is handed in does not fit          */
};

struct personvalg {
	enum personvalg_state state;
	size_t *member, *deputy;        /* indices, most votes first; those that are certain */
	size_t n_member, n_deputy;
	size_t vacant;                  /* seats nobody got a vote for                 */
	size_t *among;                  /* PERSONVALG_LOT                              */
	size_t n_among, to_draw;
	bool lot_is_of_deputies;
};

struct personvalg personvalg(struct arena *, const struct personvalg_task *);

#endif
