#include "rules/moete/vedtak.h"

#include <assert.h>

#include "rules/moete/tall.h"

static bool too_few(int64_t members, int64_t cast)
{
	return cast < (int64_t)tall_quorum((size_t)members);
}

struct vedtak vedtak(int64_t members, int64_t for_it, int64_t against, enum vedtak_chair chair,
                     bool election)
{
	struct vedtak v = { .cast = for_it + against };

	v.needed = tall_majority(v.cast);
	if (too_few(members, v.cast))
		v.end = VEDTAK_TOO_FEW;
	else if (for_it != against)
		v.end = for_it > against ? VEDTAK_ADOPTED : VEDTAK_REJECTED;
	else if (election)
		v.end = VEDTAK_TIE_ELECTION;
	else if (chair == CHAIR_NOT_TOLD)
		v.end = VEDTAK_TIE;
	else
		v.end = chair == CHAIR_FOR ? VEDTAK_ADOPTED : VEDTAK_REJECTED;
	v.by_chair = for_it == against && v.end < VEDTAK_TIE;
	return v;
}

/* ---- økonomiplan and årsbudsjett ---- */

const struct budsjett_question_row budsjett_questions[BUDSJETT_Q__MAX] = {
	[BUDSJETT_Q_HALF] = { "halvparten", { BUDSJETT_VOTE_AGAIN, BUDSJETT_CHAIR_NOW }, 2 },
	[BUDSJETT_Q_PLACE] = { "plassen", { BUDSJETT_VOTE_BETWEEN, BUDSJETT_ALL_GO_ON,
	                                    BUDSJETT_LOT }, 3 },
};

/* How many have more votes than the one at i, and how many as many. */
static size_t above(const int64_t *votes, size_t n, size_t i, size_t *equal)
{
	size_t more = 0;

	*equal = 0;
	for (size_t k = 0; k < n; k++) {
		more += votes[k] > votes[i];
		*equal += votes[k] == votes[i];
	}
	return more;
}

/* Who is sure of one of the two places, and who are too many about what is left. */
static void places(struct budsjett *b, const int64_t *votes, size_t n)
{
	size_t equal;

	for (size_t round = 0; round < 2; round++)      /* the one with most first */
		for (size_t i = 0; i < n; i++) {
			size_t more = above(votes, n, i, &equal);

			if (more == round && more + equal <= 2)
				b->first[b->n_first++] = i;
			else if (more == round && more < 2 && more + equal > 2)
				b->among[b->n_among++] = i;
		}
}

struct budsjett budsjett(int64_t members, const int64_t *votes, size_t n)
{
	struct budsjett b = { 0 };
	int64_t most = 0;

	assert(n >= 2 && n <= BUDSJETT_MAX);
	for (size_t i = 0; i < n; i++) {
		b.cast += votes[i];
		most = votes[i] > most ? votes[i] : most;
	}
	b.needed = tall_majority(b.cast);
	places(&b, votes, n);
	if (too_few(members, b.cast)) {
		b.end = BUDSJETT_TOO_FEW;
		return b;
	}
	if (most >= b.needed) {
		b.end = BUDSJETT_ADOPTED;
		b.n_among = 0;
		return b;
	}
	b.open[BUDSJETT_Q_HALF] = 2 * most == b.cast;
	b.open[BUDSJETT_Q_PLACE] = b.n_among > 0;
	b.end = b.open[BUDSJETT_Q_HALF] || b.open[BUDSJETT_Q_PLACE] ? BUDSJETT_OPEN
	                                                            : BUDSJETT_SECOND;
	return b;
}

/* ---- documents ---- */

enum innsyn_end innsyn(int64_t for_it, int64_t against, bool secret)
{
	if (for_it > against)
		return INNSYN_BY_MAJORITY;
	if (!secret && for_it >= INNSYN_VOTES)
		return INNSYN_BY_THREE;
	return for_it == against && for_it > 0 ? INNSYN_TIE : INNSYN_REFUSED;
}
