/* Councillors beside administration: what may be shown, and that nothing else follows. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "lib/world.h"
#include "rules/sammenlign.h"
#include "rules/telling.h"

#define N(a) (sizeof(a) / sizeof(a)[0])

static const struct { int64_t people[ROLE__MAX]; bool may; } halls[] = {
	{ { 30, 10, 0 }, true },
	{ { 30, 5, 0 }, true },
	{ { 30, 4, 0 }, false },
	{ { 4, 30, 0 }, false },
	{ { 30, 4, 1 }, true },          /* one guest is counted with the administration */
	{ { 30, 10, 2 }, true },
	{ { 0, 0, 40 }, false },
};

static void a_group_of_four_is_never_compared(void **state)
{
	(void)state;
	for (size_t i = 0; i < N(halls); i++)
		assert_int_equal(compare_may(halls[i].people), halls[i].may);
}

/* Councillors and administration per choice; which may be shown. */
static const struct {
	const char *hall;
	size_t n;
	int64_t count[5][2];
	bool one_each;
	bool shown[5];
} cases[] = {
	{ "everybody in large groups", 2, { { 20, 5 }, { 10, 5 } }, true, { 1, 1 } },
	{ "four of ten: their number would follow from the other six", 2,
	  { { 20, 6 }, { 10, 4 } }, true, { 0, 0 } },
	{ "two small choices hide each other", 3, { { 20, 20 }, { 6, 4 }, { 4, 6 } }, true,
	  { 1, 0, 0 } },
	{ "a small choice takes the least chosen with it", 3,
	  { { 20, 20 }, { 6, 6 }, { 6, 2 } }, true, { 1, 0, 0 } },
	{ "nobody chose the third: the total says so already", 3,
	  { { 20, 7 }, { 10, 8 }, { 0, 0 } }, true, { 1, 1, 0 } },
	{ "all of one group agree", 2, { { 30, 0 }, { 0, 10 } }, true, { 0, 0 } },
	{ "several choices each do not add up to the groups", 3,
	  { { 20, 6 }, { 10, 4 }, { 15, 7 } }, false, { 1, 0, 1 } },
	{ "nearly all chose it: the rest of the group would follow", 2,
	  { { 30, 8 }, { 28, 4 } }, false, { 1, 0 } },
	{ "too small groups", 2, { { 4, 10 }, { 0, 10 } }, true, { 0, 0 } },
};

static void sizes(const int64_t count[][2], size_t n, bool one_each, int64_t people[2])
{
	for (size_t g = 0; g < 2; g++) {
		people[g] = 0;
		for (size_t i = 0; i < n; i++)
			people[g] = one_each ? people[g] + count[i][g] :
			            count[i][g] + 2 > people[g] ? count[i][g] + 2 : people[g];
	}
}

static void what_is_shown(void **state)
{
	(void)state;
	for (size_t i = 0; i < N(cases); i++) {
		struct compare_choice c[5] = { 0 };
		int64_t people[2];
		bool any = false;

		for (size_t k = 0; k < cases[i].n; k++) {
			c[k].count[0] = cases[i].count[k][0];
			c[k].count[1] = cases[i].count[k][1];
			any |= cases[i].shown[k];
		}
		sizes(cases[i].count, cases[i].n, cases[i].one_each, people);
		if (compare_hide(c, cases[i].n, people, cases[i].one_each) != any)
			fail_msg("%s", cases[i].hall);
		for (size_t k = 0; any && k < cases[i].n; k++)
			if (c[k].shown != cases[i].shown[k])
				fail_msg("%s: choice %zu", cases[i].hall, k + 1);
	}
}

/* Counts every way the hidden cells could be filled that agrees with all that is shown, and
 * gives the least and the most that cell `at` could be. */
struct attack {
	const struct compare_choice *c;
	size_t n, at;
	int64_t cell[4], low, high;
};

static void fill(struct attack *a, size_t i, int64_t left, int64_t others)
{
	int64_t all;

	if (i == a->n) {
		if (left != 0 || others != 0)
			return;
		a->low = a->cell[a->at] < a->low ? a->cell[a->at] : a->low;
		a->high = a->cell[a->at] > a->high ? a->cell[a->at] : a->high;
		return;
	}
	all = a->c[i].count[0] + a->c[i].count[1];
	for (int64_t x = 0; x <= all; x++) {
		if (a->c[i].shown && x != a->c[i].count[0])
			continue;
		if (x > left || all - x > others)
			continue;
		a->cell[i] = x;
		fill(a, i + 1, left - x, others - (all - x));
	}
}

static void an_attacker_who_tries_everything_finds_no_hidden_count(void **state)
{
	struct world_fake fake = { .seed = 11 };
	struct world w = world_fake(&fake);
	size_t compared = 0;

	(void)state;
	for (int hall = 0; hall < 3000; hall++) {
		struct compare_choice c[4] = { 0 };
		size_t n = 2 + world_random_below(&w, 3);
		int64_t people[2] = { 0 };

		for (size_t i = 0; i < n; i++)
			for (size_t g = 0; g < 2; g++)
				people[g] += c[i].count[g] = (int64_t)world_random_below(&w, 16);
		if (!compare_hide(c, n, people, true))
			continue;
		compared++;
		for (size_t i = 0; i < n; i++) {
			struct attack a = { .c = c, .n = n, .at = i, .low = INT64_MAX };
			int64_t all = c[i].count[0] + c[i].count[1];

			if (c[i].shown) {
				assert_true(c[i].count[0] >= 5 && c[i].count[1] >= 5);
				continue;
			}
			fill(&a, 0, people[0], people[1]);
			assert_true(a.high - a.low >= (all < 5 ? all : 5));
		}
	}
	assert_true(compared > 300);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_group_of_four_is_never_compared),
		cmocka_unit_test(what_is_shown),
		cmocka_unit_test(an_attacker_who_tries_everything_finds_no_hidden_count),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
