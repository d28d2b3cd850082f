#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "lib/world.h"
#include "rules/forskyvning.h"
#include "rules/telling.h"

#define N(a) (sizeof(a) / sizeof(a)[0])

static void an_open_round_counts_in_steps(void **state)
{
	static const size_t shown[] = { 0, 0, 0, 0, 0, 5, 5, 5, 8, 8, 8, 11, 11, 11, 14 };

	(void)state;
	for (size_t n = 0; n < N(shown); n++) {
		assert_int_equal(telling_shown(n, ROUND_OPEN, LEVEL_ANONYMOUS), shown[n]);
		assert_int_equal(telling_shown(n, ROUND_OPEN, LEVEL_GROUP), shown[n]);
		assert_int_equal(telling_shown(n, ROUND_OPEN, LEVEL_OPEN), n);
		assert_int_equal(telling_shown(n, ROUND_CLOSED, LEVEL_ANONYMOUS), n);
	}
}

static const struct {
	size_t n, cell[5];
	int percent[5];
} shares[] = {
	{ 0, { 0 }, { 0 } },
	{ 1, { 0 }, { 0 } },
	{ 1, { 7 }, { 100 } },
	{ 2, { 0, 0 }, { 0, 0 } },
	{ 2, { 1, 1 }, { 50, 50 } },
	{ 3, { 1, 1, 1 }, { 34, 33, 33 } },
	{ 3, { 2, 1, 0 }, { 67, 33, 0 } },
	{ 3, { 1, 2, 4 }, { 14, 29, 57 } },
	{ 2, { 1, 199 }, { 0, 100 } },           /* 0.5 and 99.5: the larger count */
	{ 5, { 1, 1, 1, 1, 1 }, { 20, 20, 20, 20, 20 } },
	{ 5, { 0, 3, 0, 3, 0 }, { 0, 50, 0, 50, 0 } },
};

static void percentages_sum_to_a_hundred(void **state)
{
	struct world_fake fake = { .seed = 3 };
	struct world w = world_fake(&fake);
	int percent[12];

	(void)state;
	for (size_t i = 0; i < N(shares); i++) {
		telling_percent(shares[i].cell, shares[i].n, percent);
		for (size_t j = 0; j < shares[i].n; j++)
			assert_int_equal(percent[j], shares[i].percent[j]);
	}
	for (int round = 0; round < 5000; round++) {
		size_t n = 1 + world_random_below(&w, 12), cell[12], whole = 0;
		int sum = 0;

		for (size_t j = 0; j < n; j++)
			whole += cell[j] = world_random_below(&w, 40);
		telling_percent(cell, n, percent);
		for (size_t j = 0; j < n; j++) {
			double exact = whole > 0 ? 100.0 * (double)cell[j] / (double)whole : 0;

			assert_true(percent[j] > exact - 1 && percent[j] < exact + 1);
			sum += percent[j];
		}
		assert_int_equal(sum, whole > 0 ? 100 : 0);
	}
}

static void one_share_is_rounded(void **state)
{
	(void)state;
	assert_int_equal(telling_share(0, 0), 0);
	assert_int_equal(telling_share(1, 3), 33);
	assert_int_equal(telling_share(2, 3), 67);
	assert_int_equal(telling_share(1, 200), 1);
	assert_int_equal(telling_share(7, 7), 100);
}

static const struct {
	struct votes before, after;
	enum forskyvning_kind kind;
	long red, green;
	int points;
} shifts[] = {
	{ { 10, 10 }, { 15, 5 }, FORSKYVNING_MORE_RED, 5, -5, 25 },
	{ { 10, 10 }, { 4, 16 }, FORSKYVNING_MORE_GREEN, -6, 6, -30 },
	{ { 10, 10 }, { 10, 10 }, FORSKYVNING_UNCHANGED, 0, 0, 0 },
	{ { 10, 10 }, { 12, 12 }, FORSKYVNING_UNCHANGED, 2, 2, 0 },
	{ { 20, 20 }, { 6, 4 }, FORSKYVNING_MORE_RED, -14, -16, 10 },
	{ { 2, 3 }, { 5, 0 }, FORSKYVNING_MORE_RED, 3, -3, 60 },
	{ { 2, 2 }, { 15, 5 }, FORSKYVNING_HIDDEN, 0, 0, 0 },
	{ { 15, 5 }, { 0, 4 }, FORSKYVNING_HIDDEN, 0, 0, 0 },
	{ { 0, 0 }, { 0, 0 }, FORSKYVNING_HIDDEN, 0, 0, 0 },
};

static void the_shift_is_of_totals(void **state)
{
	(void)state;
	for (size_t i = 0; i < N(shifts); i++) {
		struct forskyvning f = forskyvning(shifts[i].before, shifts[i].after);

		assert_int_equal(f.kind, shifts[i].kind);
		assert_int_equal(f.red, shifts[i].red);
		assert_int_equal(f.green, shifts[i].green);
		assert_int_equal(f.points, shifts[i].points);
		if (f.kind == FORSKYVNING_HIDDEN) {
			assert_int_equal(f.n_before + f.n_after, 0);
			continue;
		}
		for (int r = 0; r < 2; r++)
			assert_int_equal(f.red_percent[r] + f.green_percent[r], 100);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_open_round_counts_in_steps),
		cmocka_unit_test(percentages_sum_to_a_hundred),
		cmocka_unit_test(one_share_is_rounded),
		cmocka_unit_test(the_shift_is_of_totals),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
