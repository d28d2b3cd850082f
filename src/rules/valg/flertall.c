#include "rules/valg/flertall.h"

#include <assert.h>
#include <string.h>

#include "lib/arena.h"

static int64_t cast_in(const struct flertall_round *round, enum flertall_reading reading)
{
	int64_t cast = reading == FLERTALL_BLANK_COUNTS ? round->blank : 0;

	for (size_t i = 0; i < round->n_vote; i++)
		cast += round->vote[i].votes;
	return cast;
}

static bool stood(const struct flertall_round *round, const char *candidate)
{
	for (size_t i = 0; i < round->n_vote; i++)
		if (strcmp(round->vote[i].candidate, candidate) == 0)
			return true;
	return false;
}

/* Those with the most votes, in the order of the vote; nobody when all have none. */
static void leading(struct arena *mem, const struct flertall_round *round,
                    struct flertall_outcome *out)
{
	const char **among = arena_array(mem, round->n_vote, sizeof *among);

	for (size_t i = 0; i < round->n_vote; i++)
		if (round->vote[i].votes > out->most)
			out->most = round->vote[i].votes;
	for (size_t i = 0; i < round->n_vote && out->most > 0; i++)
		if (round->vote[i].votes == out->most)
			among[out->n_among++] = round->vote[i].candidate;
	out->among = among;
}

static struct flertall_outcome first(struct arena *mem, const struct flertall_round *round,
                                     enum flertall_reading reading)
{
	struct flertall_outcome out = { .end = FLERTALL_NONE, .cast = cast_in(round, reading) };

	leading(mem, round, &out);
	out.needed = out.cast / 2 + 1;
	if (out.most >= out.needed) {
		out.end = FLERTALL_ELECTED;
		out.elected = out.among[0];
	}
	out.n_among = 0;
	return out;
}

static struct flertall_outcome second(struct arena *mem, const struct flertall *f,
                                      enum flertall_reading reading)
{
	const struct flertall_round *round = &f->round[1];
	struct flertall_outcome out = { .end = FLERTALL_NONE, .cast = cast_in(round, reading) };

	leading(mem, round, &out);
	if (out.n_among == 1) {
		out.end = FLERTALL_ELECTED;
		out.elected = out.among[0];
		out.n_among = 0;
	} else if (out.n_among > 1) {
		out.end = FLERTALL_LOT;
		for (size_t i = 0; i < out.n_among && f->drawn != NULL; i++)
			if (strcmp(out.among[i], f->drawn) == 0) {
				out.end = FLERTALL_DRAWN;
				out.elected = out.among[i];
			}
	}
	return out;
}

struct flertall_result flertall(struct arena *mem, const struct flertall *f)
{
	struct flertall_result r = { 0 };
	const struct flertall_outcome *counts = r.outcome[FLERTALL_BLANK_COUNTS];
	const struct flertall_outcome *not = r.outcome[FLERTALL_BLANK_COUNTS_NOT];
	bool drawn = false;

	assert(f->n_round >= 1 && f->n_round <= FLERTALL_ROUNDS);
	for (int reading = 0; reading < FLERTALL_READINGS; reading++) {
		struct flertall_outcome *out = r.outcome[reading];

		out[0] = first(mem, &f->round[0], (enum flertall_reading)reading);
		if (out[0].end == FLERTALL_NONE && f->n_round == FLERTALL_ROUNDS)
			out[1] = second(mem, f, (enum flertall_reading)reading);
		drawn |= out[1].end == FLERTALL_DRAWN;
	}
	r.open = counts[0].end != not[0].end;
	r.second_needed = counts[0].end == FLERTALL_NONE && f->n_round == 1;
	r.second_needless = counts[0].end == FLERTALL_ELECTED && f->n_round == FLERTALL_ROUNDS;
	for (size_t i = 0; counts[1].end != FLERTALL_NOT_HELD && i < f->round[1].n_vote; i++)
		r.new_candidate |= !stood(&f->round[0], f->round[1].vote[i].candidate);
	r.wrong_draw = f->drawn != NULL && !drawn;
	return r;
}
