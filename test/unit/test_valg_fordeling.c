#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "lib/arena.h"
#include "lib/world.h"
#include "rules/valg/fordeling.h"

#define N(a) (sizeof(a) / sizeof(a)[0])
#define MEMORY (64u << 20)
#define FEW 12

static const struct {
	enum fordeling_method method;
	size_t seats;
	int64_t votes[FEW];             /* 0 ends */
	size_t given[FEW];
	const char *among;              /* "AB" */
	size_t to_draw;
	const char *order;
	int64_t last_votes, last_divisor;
} cases[] = {
	{ FORDELING_DHONDT, 7, { 9, 7, 5, 3, 2, 1 }, { 3, 2, 1, 1 }, "", 0, "ABCABAD", 3, 1 },
	{ FORDELING_DHONDT, 6, { 9, 7, 5, 3, 2, 1 }, { 3, 2, 1 }, "", 0, "ABCABA", 9, 3 },
	{ FORDELING_DHONDT, 3, { 12, 12, 6 }, { 1, 1 }, "AB", 1, "AB", 12, 2 },
	{ FORDELING_DHONDT, 4, { 12, 12, 6 }, { 2, 2 }, "", 0, "ABAB", 12, 2 },
	{ FORDELING_DHONDT, 5, { 12, 12, 6 }, { 2, 2, 1 }, "", 0, "ABABC", 6, 1 },
	{ FORDELING_DHONDT, 15, { 13, 11, 8, 7, 4, 2, 2 }, { 5, 4, 3, 2, 1 }, "", 0,
	  "ABCDABACEBDABCA", 13, 5 },
	{ FORDELING_DHONDT, 5, { 8, 8, 4, 4, 1 }, { 2, 2 }, "CD", 1, "ABAB", 4, 1 },
	{ FORDELING_DHONDT, 2, { 1, 1, 1, 1 }, { 0 }, "ABCD", 2, "", 1, 1 },
	{ FORDELING_DHONDT, 5, { 19 }, { 5 }, "", 0, "AAAAA", 19, 5 },
	{ FORDELING_SAINTE_LAGUE, 4, { 11, 11, 11 }, { 1, 1, 1 }, "ABC", 1, "ABC", 11, 3 },
	{ FORDELING_SAINTE_LAGUE_14, 1, { 700, 700 }, { 0 }, "AB", 1, "", 700, 7 },
	{ FORDELING_SAINTE_LAGUE_14, 2, { 90, 43 }, { 1, 1 }, "", 0, "AB", 43, 7 },
	{ FORDELING_SAINTE_LAGUE_14, 2, { 90, 42 }, { 2 }, "", 0, "AA", 90, 15 },
};

static struct fordeling_task task_of(enum fordeling_method method, size_t seats,
                                     const int64_t *votes, size_t n)
{
	return (struct fordeling_task){
		.method = method, .seats = seats, .votes = votes, .n_list = n,
	};
}

static void largest_quotients_win_then_votes_then_lot(void **state)
{
	struct arena *mem = arena_new(MEMORY);

	(void)state;
	for (size_t i = 0; i < N(cases); i++) {
		const struct fordeling_task task = task_of(cases[i].method, cases[i].seats,
		                                           cases[i].votes, FEW);
		const struct fordeling f = fordeling(mem, &task);

		assert_int_equal(f.state, cases[i].to_draw ? FORDELING_LOT : FORDELING_SETTLED);
		assert_memory_equal(f.seats, cases[i].given, sizeof cases[i].given);
		assert_int_equal(f.to_draw, cases[i].to_draw);
		assert_int_equal(f.n_among, strlen(cases[i].among));
		for (size_t j = 0; j < f.n_among; j++)
			assert_int_equal(f.among[j], cases[i].among[j] - 'A');
		assert_int_equal(f.n_seat, strlen(cases[i].order));
		for (size_t j = 0; j < f.n_seat; j++)
			assert_int_equal(f.seat[j].claim.list, cases[i].order[j] - 'A');
		assert_int_equal(f.last.votes, cases[i].last_votes);
		assert_int_equal(f.last.divisor, cases[i].last_divisor);
	}
	arena_free(mem);
}

static void a_seat_says_what_decided_it(void **state)
{
	static const int64_t votes[] = { 12, 12, 6, 0 };
	static const size_t drawn[] = { 1 };
	struct arena *mem = arena_new(MEMORY);
	struct fordeling_task task = task_of(FORDELING_DHONDT, 4, votes, N(votes));
	struct fordeling f = fordeling(mem, &task);

	(void)state;
	assert_int_equal(f.seat[1].why, FORDELING_BY_QUOTIENT);
	assert_int_equal(f.seat[2].why, FORDELING_BY_VOTES);
	assert_int_equal(f.seat[3].why, FORDELING_BY_VOTES);
	task.seats = 3;
	task.drawn = drawn;
	task.n_drawn = 1;
	f = fordeling(mem, &task);
	assert_int_equal(f.state, FORDELING_SETTLED);
	assert_int_equal(f.seat[2].why, FORDELING_BY_LOT);
	assert_int_equal(f.seat[2].claim.list, 1);
	assert_int_equal(fordeling_rank(&f, 1, 2), 3);
	assert_int_equal(fordeling_rank(&f, 0, 2), 0);
	assert_int_equal(fordeling_rows(&f), 3);
	arena_free(mem);
}

static void without_votes_nobody_is_elected(void **state)
{
	static const int64_t votes[] = { 0, 0 };
	struct arena *mem = arena_new(MEMORY);
	struct fordeling_task task = task_of(FORDELING_DHONDT, 5, votes, N(votes));
	struct fordeling f = fordeling(mem, &task);

	(void)state;
	assert_int_equal(f.state, FORDELING_NO_VOTES);
	assert_int_equal(fordeling_outcomes(mem, &f, 10).n, 0);
	task.n_list = 0;
	assert_int_equal(fordeling(mem, &task).state, FORDELING_NO_VOTES);
	arena_free(mem);
}

static void a_draw_must_fit_the_lot(void **state)
{
	static const int64_t votes[] = { 5, 3, 3, 3, 1 };
	static const size_t drawn[] = { 3, 1, 1, 4, 0, 2, 9 };
	static const struct { size_t from, n; enum fordeling_state state; } draws[] = {
		{ 0, 2, FORDELING_SETTLED },            /* D, B                  */
		{ 0, 1, FORDELING_LOT },                /* only D as yet         */
		{ 1, 2, FORDELING_WRONG_DRAW },         /* B twice               */
		{ 2, 2, FORDELING_WRONG_DRAW },         /* E is not in the lot   */
		{ 4, 1, FORDELING_WRONG_DRAW },         /* A has its seat        */
		{ 6, 1, FORDELING_WRONG_DRAW },         /* no such list          */
		{ 0, 3, FORDELING_WRONG_DRAW },         /* too many              */
	};
	struct arena *mem = arena_new(MEMORY);
	struct fordeling_task task = task_of(FORDELING_DHONDT, 3, votes, N(votes));

	(void)state;
	for (size_t i = 0; i < N(draws); i++) {
		struct fordeling f;

		task.drawn = drawn + draws[i].from;
		task.n_drawn = draws[i].n;
		f = fordeling(mem, &task);
		assert_int_equal(f.state, draws[i].state);
		assert_int_equal(f.n_among, 3);
		assert_int_equal(f.to_draw, 2);
		assert_int_equal(f.n_seat, draws[i].state == FORDELING_WRONG_DRAW
		                           ? 1 : 1 + draws[i].n);
	}
	task.seats = 4;
	task.n_drawn = 1;
	assert_int_equal(fordeling(mem, &task).state, FORDELING_WRONG_DRAW);
	arena_free(mem);
}

static void every_lawful_outcome_is_one_of_the_draws(void **state)
{
	static const int64_t votes[] = { 5, 3, 3, 3, 3, 1 };
	struct arena *mem = arena_new(MEMORY);
	struct fordeling_task task = task_of(FORDELING_DHONDT, 3, votes, N(votes));
	struct fordeling f = fordeling(mem, &task);
	const struct fordeling_outcomes all = fordeling_outcomes(mem, &f, 100);
	size_t drawn[2], n = 0;

	(void)state;
	assert_int_equal(all.n, 6);
	assert_false(all.more);
	for (size_t a = 1; a <= 4; a++) {
		for (size_t b = a + 1; b <= 4; b++) {
			drawn[0] = b;
			drawn[1] = a;
			task.drawn = drawn;
			task.n_drawn = 2;
			f = fordeling(mem, &task);
			assert_memory_equal(f.seats, all.row[n++], N(votes) * sizeof *f.seats);
		}
	}
	assert_int_equal(fordeling_outcomes(mem, &f, 100).n, 1);
	task.n_drawn = 1;
	f = fordeling(mem, &task);
	assert_int_equal(fordeling_outcomes(mem, &f, 100).n, 3);
	assert_true(fordeling_outcomes(mem, &f, 2).more);
	arena_free(mem);
}

static void seats_held_and_seats_that_can_be_filled(void **state)
{
	static const int64_t votes[] = { 12, 3, 3 };
	static const size_t held[] = { 2, 1, 0 }, most[] = { 2, 6, 6 }, none[] = { 2, 2, 1 };
	struct arena *mem = arena_new(MEMORY);
	struct fordeling_task task = task_of(FORDELING_DHONDT, 2, votes, N(votes));
	struct fordeling f;

	(void)state;
	task.held = held;
	task.most = most;
	f = fordeling(mem, &task);
	assert_int_equal(f.state, FORDELING_LOT);       /* C/1, then B/2 and C/2 */
	assert_int_equal(f.seats[2], 1);
	assert_int_equal(f.n_among, 2);
	task.most = none;
	f = fordeling(mem, &task);
	assert_int_equal(f.state, FORDELING_SETTLED);
	assert_int_equal(f.seats[1], 2);
	assert_int_equal(f.vacant, 0);
	task.seats = 4;
	f = fordeling(mem, &task);
	assert_int_equal(f.n_seat, 2);
	assert_int_equal(f.vacant, 2);
	assert_int_equal(fordeling_outcomes(mem, &f, 5).n, 1);
	arena_free(mem);
}

/* The other route: every claim in a heap of paper, sorted, in 128 bits. */
struct paper { size_t list; __int128 votes, divisor; };

static __int128 divisor_of(enum fordeling_method method, size_t nr)
{
	static const int first[] = { 10, 10, 14 }, step[] = { 10, 20, 20 };

	if (nr == 1)
		return first[method];
	return (method == FORDELING_DHONDT ? 20 : 30) + (__int128)(nr - 2) * step[method];
}

static int before(const struct paper *a, const struct paper *b)
{
	const __int128 x = a->votes * b->divisor, y = b->votes * a->divisor;

	if (x != y)
		return x > y ? -1 : 1;
	return (b->votes > a->votes) - (b->votes < a->votes);
}

static int by_claim(const void *a, const void *b)
{
	return before(a, b);
}

/* The certain seats, and how many draw for the rest. */
static size_t sorted(const struct fordeling_task *task, size_t *seats, size_t *in_lot)
{
	struct paper *all = malloc((task->n_list * task->seats + 1) * sizeof *all);
	size_t n = 0, certain = task->seats, end;

	for (size_t i = 0; i < task->n_list; i++)
		for (size_t nr = 1; nr <= task->seats && task->votes[i] > 0; nr++)
			all[n++] = (struct paper){ i, task->votes[i],
			                           divisor_of(task->method, nr) };
	qsort(all, n, sizeof *all, by_claim);
	for (end = certain; end < n && before(&all[end], &all[certain - 1]) == 0;)
		end++;
	if (end > task->seats)
		while (certain > 0 && before(&all[certain - 1], &all[end - 1]) == 0)
			certain--;
	memset(seats, 0, task->n_list * sizeof *seats);
	for (size_t i = 0; i < certain; i++)
		seats[all[i].list]++;
	*in_lot = end > task->seats ? end - certain : 0;
	free(all);
	return task->seats - certain;
}

/* Lawful: no list's last seat goes after the next claim of another. */
static bool holds(const struct fordeling_task *task, const size_t *seats)
{
	size_t sum = 0;

	for (size_t i = 0; i < task->n_list; i++) {
		const struct paper won = { i, task->votes[i],
		                           divisor_of(task->method, seats[i] ? seats[i] : 1) };

		sum += seats[i];
		if (seats[i] > 0 && task->votes[i] == 0)
			return false;
		for (size_t j = 0; j < task->n_list && seats[i] > 0; j++) {
			const struct paper next = { j, task->votes[j],
			                            divisor_of(task->method, seats[j] + 1) };

			if (i != j && before(&next, &won) < 0)
				return false;
		}
	}
	return sum == task->seats;
}

/* Moves each seat to each other list: none of these is lawful, unless it is another outcome of
 * the lot. */
static void mutants_are_caught(const struct fordeling_task *task,
                               const struct fordeling_outcomes *all)
{
	size_t seats[FEW];

	memcpy(seats, all->row[0], task->n_list * sizeof *seats);
	for (size_t i = 0; i < task->n_list; i++) {
		for (size_t j = 0; j < task->n_list; j++) {
			bool lawful = false;

			if (i == j || seats[i] == 0)
				continue;
			seats[i]--;
			seats[j]++;
			for (size_t k = 0; k < all->n; k++)
				lawful |= memcmp(all->row[k], seats,
				                 task->n_list * sizeof *seats) == 0;
			assert_int_equal(holds(task, seats), lawful);
			seats[i]++;
			seats[j]--;
		}
	}
}

static void compare_routes(struct arena *mem, const struct fordeling_task *task)
{
	const struct fordeling f = fordeling(mem, task);
	const struct fordeling_outcomes all = fordeling_outcomes(mem, &f, 1000);
	size_t seats[FEW], in_lot;

	if (f.state == FORDELING_NO_VOTES) {
		for (size_t i = 0; i < task->n_list; i++)
			assert_int_equal(task->votes[i], 0);
		return;
	}
	assert_int_equal(f.to_draw, sorted(task, seats, &in_lot));
	assert_int_equal(f.n_among, in_lot);
	assert_memory_equal(f.seats, seats, task->n_list * sizeof *seats);
	assert_false(all.more);
	for (size_t i = 0; i < all.n; i++)
		assert_true(holds(task, all.row[i]));
	mutants_are_caught(task, &all);
}

static void ten_thousand_elections_agree_with_sorted_claims(void **state)
{
	struct world_fake fake = { .seed = 76 };
	struct world w = world_fake(&fake);
	struct arena *mem = arena_new(MEMORY);

	(void)state;
	for (int i = 0; i < 10000; i++) {
		int64_t votes[FEW];
		const size_t n = 1 + world_random_below(&w, 9);
		const uint32_t size = i % 3 ? 6u << world_random_below(&w, 4) : 1000000;
		const struct fordeling_task task = task_of(
			(enum fordeling_method)(i % FORDELING__METHODS),
			1 + world_random_below(&w, 25), votes, n);

		for (size_t j = 0; j < n; j++)
			votes[j] = world_random_below(&w, size);
		compare_routes(mem, &task);
		arena_reset(mem);
	}
	arena_free(mem);
}

static void the_limits_do_not_overflow(void **state)
{
	static int64_t votes[VALG_LISTS_MAX];
	static size_t seats[VALG_LISTS_MAX];
	struct arena *mem = arena_new(MEMORY);
	size_t in_lot;

	(void)state;
	for (int wide = 0; wide < 2; wide++) {
		for (size_t i = 0; i < VALG_LISTS_MAX; i++)
			votes[i] = VALG_VOTES_MAX - (int64_t)(wide ? i * i * i * 100000 : i / 2);
		for (enum fordeling_method m = 0; m < FORDELING__METHODS; m++) {
			for (size_t n = wide ? 2 : VALG_LISTS_MAX; n <= VALG_LISTS_MAX; n += 99) {
				const struct fordeling_task task =
					task_of(m, VALG_SEATS_MAX, votes, n);
				const struct fordeling f = fordeling(mem, &task);

				assert_int_equal(f.to_draw, sorted(&task, seats, &in_lot));
				assert_int_equal(f.n_among, in_lot);
				assert_memory_equal(f.seats, seats, n * sizeof *seats);
			}
		}
	}
	arena_free(mem);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(largest_quotients_win_then_votes_then_lot),
		cmocka_unit_test(a_seat_says_what_decided_it),
		cmocka_unit_test(without_votes_nobody_is_elected),
		cmocka_unit_test(a_draw_must_fit_the_lot),
		cmocka_unit_test(every_lawful_outcome_is_one_of_the_draws),
		cmocka_unit_test(seats_held_and_seats_that_can_be_filled),
		cmocka_unit_test(ten_thousand_elections_agree_with_sorted_claims),
		cmocka_unit_test(the_limits_do_not_overflow),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
