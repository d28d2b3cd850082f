#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "lib/arena.h"
#include "lib/world.h"
#include "rules/valg/fordeling_endring.h"

#define N(a) (sizeof(a) / sizeof(a)[0])
#define MEMORY (8u << 20)
#define LISTS 5

static struct fordeling_task task_of(enum fordeling_method method, size_t seats,
                                     const int64_t *votes, size_t n)
{
	return (struct fordeling_task){
		.method = method, .seats = seats, .votes = votes, .n_list = n,
	};
}

/* A council election: the last seat to Ap on 3200.667, KrF behind on 3198.571. */
static void three_votes_more_would_have_moved_the_last_seat(void **state)
{
	static const int64_t votes[] = { 7668, 4478, 40268, 67214, 6962, 8663 };
	struct arena *mem = arena_new(MEMORY);
	const struct fordeling_task task = task_of(FORDELING_SAINTE_LAGUE_14, 20, votes, N(votes));
	const struct fordeling f = fordeling(mem, &task);
	struct fordeling_change change;
	struct fordeling_nearest near;

	(void)state;
	assert_int_equal(f.seat[f.n_seat - 1].claim.list, 3);
	assert_int_equal(f.last.divisor, 105);
	change = fordeling_to_gain(&f, FORDELING_NOBODY, 1);
	assert_int_equal(change.sure, 3);
	near = fordeling_nearest(&f, FORDELING_VOTES_NEW);
	assert_int_equal(near.votes, 3);
	assert_int_equal(near.to, 1);
	near = fordeling_nearest(&f, FORDELING_VOTES_BLANK);
	assert_int_equal(near.votes, 45);       /* 67169 / 21 < 4478 / 1.4 */
	assert_int_equal(near.from, 3);
	near = fordeling_nearest(&f, FORDELING_VOTES_MOVED);
	assert_int_equal(near.votes, 3);
	assert_int_equal(near.to, 1);
	arena_free(mem);
}

static void a_lot_is_decided_by_one_vote(void **state)
{
	static const int64_t votes[] = { 12, 12, 6 };
	static const size_t drawn[] = { 0 };
	struct arena *mem = arena_new(MEMORY);
	struct fordeling_task task = task_of(FORDELING_DHONDT, 3, votes, N(votes));
	struct fordeling f = fordeling(mem, &task);
	struct fordeling_change change = fordeling_to_gain(&f, FORDELING_NOBODY, 1);

	(void)state;
	assert_int_equal(change.lot, 0);
	assert_int_equal(change.sure, 1);
	task.drawn = drawn;
	task.n_drawn = 1;
	f = fordeling(mem, &task);
	assert_int_equal(fordeling_to_gain(&f, 0, 1).sure, 1);
	change = fordeling_to_lose(&f, 0);
	assert_int_equal(change.lot, 0);
	assert_int_equal(change.sure, 1);
	arena_free(mem);
}

static void what_no_vote_can_do(void **state)
{
	static const int64_t votes[] = { VALG_VOTES_MAX, 3, 0 };
	struct arena *mem = arena_new(MEMORY);
	const struct fordeling_task task = task_of(FORDELING_DHONDT, 4, votes, N(votes));
	const struct fordeling f = fordeling(mem, &task);

	(void)state;
	assert_int_equal(fordeling_to_gain(&f, 1, 0).sure, -1);
	assert_int_equal(fordeling_to_gain(&f, 2, 1).lot, -1);
	assert_int_equal(fordeling_to_lose(&f, 1).lot, -1);
	assert_int_equal(fordeling_to_gain(&f, FORDELING_NOBODY, 1).sure, VALG_VOTES_MAX / 4 - 2);
	assert_int_equal(fordeling_to_gain(&f, 0, 2).sure, VALG_VOTES_MAX / 5 + 1);
	arena_free(mem);
}

/* Certain of `seats`, or perhaps by lot, when votes are changed and all is settled anew. */
static bool would_have(struct arena *mem, const struct fordeling_task *task, size_t from,
                       size_t to, int64_t votes, size_t list, size_t seats, bool sure)
{
	int64_t changed[LISTS];
	struct fordeling_task other = *task;
	struct fordeling f;
	size_t most;

	for (size_t i = 0; i < task->n_list; i++)
		changed[i] = task->votes[i] + (i == to ? votes : 0) - (i == from ? votes : 0);
	other.votes = changed;
	other.n_drawn = 0;
	f = fordeling(mem, &other);
	most = f.seats[list];
	for (size_t i = 0; i < f.n_among; i++)
		most += f.among[i] == list && !sure;
	return most >= seats;
}

#define ENOUGH 400

static int64_t gain_by_trying(struct arena *mem, const struct fordeling *f, size_t from, size_t to,
                              bool sure)
{
	for (int64_t d = 0; d <= (from == FORDELING_NOBODY ? ENOUGH : f->task.votes[from]); d++)
		if (would_have(mem, &f->task, from, to, d, to, f->seats[to] + 1, sure))
			return d;
	return -1;
}

static int64_t loss_by_trying(struct arena *mem, const struct fordeling *f, size_t list, bool sure)
{
	for (int64_t d = 0; d <= f->task.votes[list] && f->seats[list] > 0; d++)
		if (!would_have(mem, &f->task, list, FORDELING_NOBODY, d, list, f->seats[list],
		                !sure))
			return d;
	return -1;
}

static void keep_smaller(int64_t *best, int64_t votes)
{
	if (votes >= 0 && (*best < 0 || votes < *best))
		*best = votes;
}

static void compare_with_trying(struct arena *mem, const struct fordeling *f)
{
	int64_t best[] = { -1, -1, -1 };

	for (size_t to = 0; to < f->task.n_list; to++) {
		const struct fordeling_change gain = fordeling_to_gain(f, FORDELING_NOBODY, to);
		const struct fordeling_change loss = fordeling_to_lose(f, to);

		if (gain.sure <= ENOUGH)
			assert_int_equal(gain.sure,
			                 gain_by_trying(mem, f, FORDELING_NOBODY, to, true));
		if (gain.lot <= ENOUGH)
			assert_int_equal(gain.lot,
			                 gain_by_trying(mem, f, FORDELING_NOBODY, to, false));
		assert_int_equal(loss.sure, loss_by_trying(mem, f, to, true));
		assert_int_equal(loss.lot, loss_by_trying(mem, f, to, false));
		keep_smaller(&best[FORDELING_VOTES_NEW], gain.sure);
		keep_smaller(&best[FORDELING_VOTES_BLANK], loss.sure);
		for (size_t from = 0; from < f->task.n_list; from++) {
			struct fordeling_change moved;

			if (from == to)
				continue;
			moved = fordeling_to_gain(f, from, to);
			assert_int_equal(moved.sure, gain_by_trying(mem, f, from, to, true));
			assert_int_equal(moved.lot, gain_by_trying(mem, f, from, to, false));
			keep_smaller(&best[FORDELING_VOTES_MOVED], moved.sure);
		}
		arena_reset(mem);
	}
	for (enum fordeling_step step = 0; step < N(best); step++)
		assert_int_equal(fordeling_nearest(f, step).votes, best[step]);
}

static void changes_are_what_settling_anew_gives(void **state)
{
	struct world_fake fake = { .seed = 5 };
	struct world w = world_fake(&fake);
	struct arena *mem = arena_new(MEMORY), *first = arena_new(MEMORY);

	(void)state;
	for (int round = 0; round < 300; round++) {
		int64_t votes[LISTS];
		struct fordeling f;
		struct fordeling_task task = task_of((enum fordeling_method)(round % 3),
		                                     1 + world_random_below(&w, 9), votes,
		                                     2 + world_random_below(&w, LISTS - 1));

		for (size_t i = 0; i < task.n_list; i++)
			votes[i] = 1 + world_random_below(&w, 12) * (int64_t)(round % 4 + 1);
		f = fordeling(first, &task);
		if (f.state == FORDELING_LOT && round % 2) {
			task.drawn = f.among;
			task.n_drawn = f.to_draw;
			f = fordeling(first, &task);
		}
		compare_with_trying(mem, &f);
		arena_reset(first);
	}
	arena_free(first);
	arena_free(mem);
}

static void joined_lists_are_one(void **state)
{
	static const struct valg_list list[] = {
		{ .name = "A", .votes = 5 }, { .name = "B", .votes = 4 },
		{ .name = "C", .votes = 3 },
	};
	static const struct valg_name both[] = { { "Kari", GENDER_WOMAN }, { "Ola", GENDER_MAN } };
	const struct valg_body body = { .seats = 7, .list = list, .n_list = 3 };
	struct arena *mem = arena_new(MEMORY);
	const struct valg_body joint = fordeling_join(mem, &body, 2, 0, "C og A", both, 2);

	(void)state;
	assert_int_equal(joint.seats, 7);
	assert_int_equal(joint.n_list, 2);
	assert_string_equal(joint.list[0].name, "B");
	assert_string_equal(joint.list[1].name, "C og A");
	assert_int_equal(joint.list[1].votes, 8);
	assert_ptr_equal(joint.list[1].candidate, both);
	assert_int_equal(joint.list[1].n_candidate, 2);
	arena_free(mem);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(three_votes_more_would_have_moved_the_last_seat),
		cmocka_unit_test(a_lot_is_decided_by_one_vote),
		cmocka_unit_test(what_no_vote_can_do),
		cmocka_unit_test(changes_are_what_settling_anew_gives),
		cmocka_unit_test(joined_lists_are_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
