/* Means in tenths, and many orders made into one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "rules/rangering.h"
#include "rules/skala.h"

#define N(a) (sizeof(a) / sizeof(a)[0])

static const struct {
	size_t count[SKALA_TOP], n;
	int tenths;
	size_t most;
} means[] = {
	{ { 0 }, 0, 0, 0 },
	{ { 1, 0, 0, 0, 0, 0 }, 1, 10, 1 },
	{ { 0, 0, 0, 0, 0, 1 }, 1, 60, 1 },
	{ { 1, 0, 0, 0, 0, 1 }, 2, 35, 1 },
	{ { 0, 0, 3, 1, 0, 0 }, 4, 33, 3 },             /* 3.25: half up   */
	{ { 0, 0, 2, 1, 0, 0 }, 3, 33, 2 },             /* 3.333           */
	{ { 0, 0, 1, 2, 0, 0 }, 3, 37, 2 },             /* 3.667           */
	{ { 0, 0, 0, 0, 1, 19 }, 20, 60, 19 },          /* 5.95: half up   */
	{ { 1000, 1000, 1000, 1000, 1000, 1000 }, 6000, 35, 1000 },
};

static void a_mean_has_one_decimal_half_up(void **state)
{
	(void)state;
	for (size_t i = 0; i < N(means); i++) {
		struct skala s = { .n = 99 };

		for (size_t v = 0; v < SKALA_TOP; v++)
			s.count[v] = means[i].count[v];
		skala_sum(&s);
		assert_int_equal(s.n, means[i].n);
		assert_int_equal(s.tenths, means[i].tenths);
		assert_int_equal(s.most, means[i].most);
	}
}

static void the_first_place_is_worth_most(void **state)
{
	/* Four put a, b, c; two put c, b, a. */
	static const size_t count[] = { 4, 0, 2,  0, 6, 0,  2, 0, 4 };
	struct rangering l[3];

	(void)state;
	rangering(count, 3, l);
	assert_int_equal(l[0].option, 0);
	assert_int_equal(l[0].points, 14);
	assert_int_equal(l[0].tenths, 17);
	assert_int_equal(l[1].option, 1);
	assert_int_equal(l[1].points, 12);
	assert_int_equal(l[1].tenths, 20);
	assert_int_equal(l[2].option, 2);
	assert_int_equal(l[2].points, 10);
	for (size_t i = 0; i < 3; i++) {
		assert_int_equal(l[i].place, i + 1);
		assert_false(l[i].tied);
	}
}

static void equal_points_are_a_tie(void **state)
{
	static const size_t count[] = { 0, 1, 0, 0,  1, 1, 0, 0,  1, 1, 0, 0,  0, 0, 0, 0 };
	static const struct { size_t option, points, place; bool tied; } wanted[] = {
		{ 1, 7, 1, true }, { 2, 7, 1, true }, { 0, 3, 3, false }, { 3, 0, 4, false },
	};
	struct rangering l[4];

	(void)state;
	rangering(count, 4, l);
	for (size_t i = 0; i < 4; i++) {
		assert_int_equal(l[i].option, wanted[i].option);
		assert_int_equal(l[i].points, wanted[i].points);
		assert_int_equal(l[i].place, wanted[i].place);
		assert_int_equal(l[i].tied, wanted[i].tied);
	}
}

static void who_is_left_out_gets_nothing_but_keeps_the_mean(void **state)
{
	/* Three put a first and no more; one puts b first. */
	static const size_t count[] = { 3, 0,  1, 0 };
	struct rangering l[2];

	(void)state;
	rangering(count, 2, l);
	assert_int_equal(l[1].option, 1);
	assert_int_equal(l[1].points, 2);
	assert_int_equal(l[1].tenths, 10);
	assert_int_equal(l[1].people, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_mean_has_one_decimal_half_up),
		cmocka_unit_test(the_first_place_is_worth_most),
		cmocka_unit_test(equal_points_are_a_tie),
		cmocka_unit_test(who_is_left_out_gets_nothing_but_keeps_the_mean),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
