/* test_gruppe_regel.c - mixed groups: rules that are kept, and rules that nobody can keep. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "lib/arena.h"
#include "rules/gruppe/gruppe.h"

#define N(a) (sizeof(a) / sizeof(a)[0])
#define MEMORY (64u << 20)
#define MOST 200
#define EFFORT 3

#define APART(a, b) { GROUP_RULE_APART, a, b }
#define TOGETHER(a, b) { GROUP_RULE_TOGETHER, a, b }
#define LOCKED(a, b) { GROUP_RULE_LOCKED, a, b }

static void crowd(struct gruppe_person *person, size_t n)
{
	for (size_t i = 0; i < n; i++)
		person[i] = (struct gruppe_person){ {
			[GRUPPE_PARTY] = (int)(i % 7 % 5), [GRUPPE_ROLE] = i % 4 == 0,
			[GRUPPE_GENDER] = (int)(i / 3 % 2), [GRUPPE_AGE] = (int)(i % 11 % 4),
		} };
}

static const struct {
	const char *what;
	size_t n, groups, rounds;
	struct gruppe_rule rule[14];
	size_t n_rule;
} kept[] = {
	{ "a pair", 45, 9, 6, { TOGETHER(3, 17) }, 1 },
	{ "four pairs", 45, 9, 6,
	  { TOGETHER(0, 1), TOGETHER(9, 2), TOGETHER(7, 8), TOGETHER(30, 40) }, 4 },
	{ "a triple", 45, 9, 6, { TOGETHER(0, 1), TOGETHER(1, 2), TOGETHER(0, 2) }, 3 },
	{ "a triple and a pair, groups that no field has", 60, 12, 6,
	  { TOGETHER(0, 1), TOGETHER(1, 2), TOGETHER(5, 6), APART(5, 0) }, 4 },
	{ "a pair where sizes differ", 35, 9, 6, { TOGETHER(0, 1), APART(0, 2) }, 2 },
	{ "a whole group", 25, 5, 4,
	  { TOGETHER(0, 1), TOGETHER(2, 1), TOGETHER(3, 0), TOGETHER(3, 4) }, 4 },
	{ "one locked", 45, 9, 6, { LOCKED(4, 8) }, 1 },
	{ "two locked together, one elsewhere", 45, 9, 6,
	  { LOCKED(4, 8), LOCKED(5, 8), LOCKED(6, 0), APART(4, 7) }, 4 },
	{ "locked with a friend", 35, 9, 6, { LOCKED(4, 3), TOGETHER(4, 5), TOGETHER(5, 6) }, 3 },
	{ "as many apart as there are groups", 20, 5, 4,
	  { APART(0, 1), APART(0, 2), APART(0, 3), APART(0, 4), APART(1, 2), APART(1, 3),
	    APART(1, 4), APART(2, 3), APART(2, 4), APART(3, 4) }, 10 },
	{ "the same twice", 20, 5, 3,
	  { APART(0, 1), APART(1, 0), TOGETHER(2, 3), TOGETHER(3, 2), LOCKED(5, 1),
	    LOCKED(5, 1) }, 6 },
};

static void rules_are_kept(void **state)
{
	struct gruppe_person person[MOST];

	(void)state;
	crowd(person, MOST);
	for (size_t i = 0; i < N(kept); i++) {
		struct arena *mem = arena_new(MEMORY);
		const struct gruppe_task t = { person, kept[i].n, kept[i].rule, kept[i].n_rule,
		                               kept[i].groups, kept[i].rounds, .effort = EFFORT };
		const struct gruppe_plan plan = gruppe_solve(mem, &t);

		if (plan.cost.broken > 0 || plan.n_cannot > 0)
			fail_msg("%s: %ld broken, %zu named", kept[i].what, plan.cost.broken,
			         plan.n_cannot);
		arena_free(mem);
	}
}

static const struct {
	const char *what;
	size_t n, groups;
	struct gruppe_rule rule[14];
	size_t n_rule, rule_named;
	enum gruppe_why why;
	long broken;                    /* a round */
} impossible[] = {
	{ "together and apart", 20, 5, { TOGETHER(0, 1), APART(1, 0) }, 2, 1,
	  GRUPPE_WHY_TOGETHER, 1 },
	{ "apart and together by others", 20, 5, { APART(0, 2), TOGETHER(0, 1), TOGETHER(1, 2) },
	  3, 0, GRUPPE_WHY_TOGETHER, 1 },
	{ "five in groups of four", 20, 5,
	  { TOGETHER(0, 1), TOGETHER(1, 2), TOGETHER(2, 3), TOGETHER(3, 4) }, 4, 3,
	  GRUPPE_WHY_CHAIN, 1 },
	{ "three triples in groups of four, where two fit", 8, 2,
	  { TOGETHER(0, 1), TOGETHER(1, 2), TOGETHER(3, 4), TOGETHER(4, 5), TOGETHER(6, 7) },
	  5, 4, GRUPPE_WHY_PACKING, 1 },
	{ "four and four, where only one group has four", 13, 4,
	  { TOGETHER(0, 1), TOGETHER(1, 2), TOGETHER(2, 3), TOGETHER(4, 5), TOGETHER(5, 6),
	    TOGETHER(6, 7) }, 6, 5, GRUPPE_WHY_PACKING, 1 },
	{ "one in two places", 20, 5, { LOCKED(0, 1), LOCKED(0, 2) }, 2, 1,
	  GRUPPE_WHY_LOCKED, 1 },
	{ "friends in two places", 20, 5, { TOGETHER(0, 1), LOCKED(0, 1), LOCKED(1, 2) }, 3, 0,
	  GRUPPE_WHY_LOCKED, 1 },
	{ "apart in one place", 20, 5, { APART(0, 1), LOCKED(0, 1), LOCKED(1, 1) }, 3, 0,
	  GRUPPE_WHY_LOCKED, 1 },
	{ "five locked to four seats", 20, 5,
	  { LOCKED(0, 1), LOCKED(1, 1), LOCKED(2, 1), LOCKED(3, 1), LOCKED(4, 1) }, 5, 4,
	  GRUPPE_WHY_FULL, 1 },
	{ "two groups full, where only one may be so large", 13, 4,
	  { LOCKED(0, 1), LOCKED(1, 1), LOCKED(2, 1), LOCKED(3, 1), LOCKED(4, 2), LOCKED(5, 2),
	    LOCKED(6, 2), LOCKED(7, 2) }, 8, 7, GRUPPE_WHY_FULL, 1 },
	{ "three apart in two groups", 8, 2, { APART(0, 1), APART(1, 2), APART(0, 2) }, 3, 2,
	  GRUPPE_WHY_CLIQUE, 1 },
	{ "apart in one group", 3, 1, { APART(0, 1) }, 1, 0, GRUPPE_WHY_CLIQUE, 1 },
	{ "a ring of five in two groups, which no clique tells", 10, 2,
	  { APART(0, 1), APART(1, 2), APART(2, 3), APART(3, 4), APART(4, 0) }, 5, SIZE_MAX,
	  GRUPPE_WHY_NOT_FOUND, 1 },
};

/* The rule is named, and nothing but it is broken. */
static void what_nobody_can_keep_is_named(void **state)
{
	struct gruppe_person person[MOST];

	(void)state;
	crowd(person, MOST);
	for (size_t i = 0; i < N(impossible); i++) {
		struct arena *mem = arena_new(MEMORY);
		const struct gruppe_task t = {
			person, impossible[i].n, impossible[i].rule, impossible[i].n_rule,
			impossible[i].groups, 2, .effort = EFFORT
		};
		const struct gruppe_plan plan = gruppe_solve(mem, &t);

		if (plan.n_cannot < 1 || plan.cannot[0].why != impossible[i].why ||
		    (impossible[i].rule_named != SIZE_MAX &&
		     plan.cannot[0].rule != impossible[i].rule_named))
			fail_msg("%s: not named", impossible[i].what);
		if (plan.cost.broken != 2 * impossible[i].broken)
			fail_msg("%s: %ld broken", impossible[i].what, plan.cost.broken);
		arena_free(mem);
	}
}

static const struct {
	size_t n, groups, seats[4], size[4];
	bool enough;
} rooms[] = {
	{ 20, 4, { 0, 0, 0, 0 }, { 5, 5, 5, 5 }, true },
	{ 20, 4, { 4, 0, 0, 6 }, { 4, 0, 0, 0 }, true },        /* 16 on three, one has six */
	{ 18, 4, { 4, 9, 4, 9 }, { 4, 5, 4, 5 }, true },
	{ 10, 4, { 1, 1, 0, 0 }, { 1, 1, 4, 4 }, true },
	{ 20, 4, { 4, 4, 4, 4 }, { 5, 5, 5, 5 }, false },
};

static void rooms_are_not_overfilled(void **state)
{
	struct gruppe_person person[MOST];

	(void)state;
	crowd(person, MOST);
	for (size_t i = 0; i < N(rooms); i++) {
		struct arena *mem = arena_new(MEMORY);
		const struct gruppe_task t = { person, rooms[i].n, .groups = rooms[i].groups,
		                               .rounds = 3, .seats = rooms[i].seats,
		                               .effort = EFFORT };
		const struct gruppe_plan plan = gruppe_solve(mem, &t);

		assert_int_equal(plan.n_cannot, !rooms[i].enough);
		if (!rooms[i].enough) {
			assert_int_equal(plan.cannot[0].why, GRUPPE_WHY_SEATS);
			assert_true(plan.cannot[0].rule == GRUPPE_NO_RULE);
		}
		for (size_t r = 0; r < 3; r++) {
			size_t size[4] = { 0 };

			for (size_t k = 0; k < t.n; k++)
				size[plan.group[r * t.n + k]]++;
			for (size_t g = 0; g < t.groups; g++) {
				if (rooms[i].seats[g] > 0 && rooms[i].enough)
					assert_true(size[g] <= rooms[i].seats[g]);
				if (rooms[i].size[g] > 0)
					assert_int_equal(size[g], rooms[i].size[g]);
			}
		}
		arena_free(mem);
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(rules_are_kept),
		cmocka_unit_test(what_nobody_can_keep_is_named),
		cmocka_unit_test(rooms_are_not_overfilled),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
