/* test_gruppe.c - mixed groups: plans, held against a count that knows nothing of how they
 * were made. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "lib/arena.h"
#include "rules/gruppe/gruppe.h"

#define N(a) (sizeof(a) / sizeof(a)[0])
#define MEMORY (64u << 20)
#define MOST 200
#define VALUES 13               /* of a trait, at most */
#define EFFORT 20               /* per cent: the tests are to be quick, also with sanitizers */

/* A council: 35 elected of eleven parties and 10 of the administration. */
static const char party[] = "000000000" "11111111" "22222" "3333" "444" "55" "6789a" "bbbbbbbbbb";
static const char woman[] = "111110110" "01000100" "10011" "1110" "110" "11" "00001" "1101000001";
static const char old[] = "112220022" "13001112" "11112" "0131" "321" "11" "01020" "1210112111";

static void council(struct gruppe_person *person)
{
	for (size_t i = 0; i < 45; i++) {
		const char p = party[i];

		person[i] = (struct gruppe_person){ {
			[GRUPPE_PARTY] = p >= 'a' ? p - 'a' + 10 : p - '0', [GRUPPE_ROLE] = i >= 35,
			[GRUPPE_GENDER] = woman[i] - '0', [GRUPPE_AGE] = old[i] - '0',
		} };
	}
}

/* Nobody is anything: only meetings count. */
static void strangers(struct gruppe_person *person, size_t n)
{
	for (size_t i = 0; i < n; i++)
		for (size_t t = 0; t < GRUPPE_TRAITS; t++)
			person[i].trait[t] = GRUPPE_UNKNOWN;
}

/* A crowd of all kinds, the same each time. */
static void crowd(struct gruppe_person *person, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		size_t x = (i * 2654435761u) >> 7;

		person[i] = (struct gruppe_person){ {
			[GRUPPE_PARTY] = (int)(x % 13 % 8), [GRUPPE_ROLE] = x % 5 == 0,
			[GRUPPE_GENDER] = (int)(x / 64 % 2), [GRUPPE_AGE] = (int)(x / 128 % 4),
		} };
	}
}

static bool has_rule(const struct gruppe_task *t, enum group_rule kind, size_t a, size_t b)
{
	bool found = false;

	for (size_t i = 0; i < t->n_rule; i++) {
		const struct gruppe_rule *r = &t->rule[i];

		found = found || (r->kind == kind && ((r->a == a && r->b == b) ||
		                                      (r->a == b && r->b == a)));
	}
	return found;
}

/* The cost again, pair by pair and value by value, as the definition says. */
static void count_pair(const struct gruppe_task *t, const uint16_t *group, size_t a, size_t b,
                       struct gruppe_cost *c)
{
	const bool together = has_rule(t, GROUP_RULE_TOGETHER, a, b);
	const bool apart = has_rule(t, GROUP_RULE_APART, a, b);
	long met = t->met == NULL ? 0 : t->met[a * t->n + b];

	for (size_t r = 0; r < t->rounds; r++) {
		const bool with = group[r * t->n + a] == group[r * t->n + b];

		c->broken += (with && apart) + (!with && together);
		if (with && !together) {
			c->again += met > 0;
			c->again_pairs += met;
		}
		met += with;
	}
	c->never += met == 0;
	if (!together && met > c->most)
		c->most = met;
}

static void count_value(const struct gruppe_task *t, const uint16_t *group, size_t g,
                        enum gruppe_trait trait, int value, struct gruppe_cost *c)
{
	static const long weight[GRUPPE_TRAITS] = { 20, 10, 6, 3 };
	long all = 0, here = 0, size = 0, d = 0;
	double want;

	for (size_t i = 0; i < t->n; i++) {
		const bool has = t->person[i].trait[trait] == value;

		all += has;
		size += group[i] == g;
		here += has && group[i] == g;
	}
	want = (double)(all * size) / (double)t->n;
	if (here > (long)ceil(want - 1e-9))
		d = here - (long)ceil(want - 1e-9);
	else if (here < (long)floor(want + 1e-9))
		d = (long)floor(want + 1e-9) - here;
	c->traits += weight[trait] * d * d;
	c->party_over += trait == GRUPPE_PARTY && here > (long)ceil(want - 1e-9);
}

static struct gruppe_cost count_again(const struct gruppe_task *t, const uint16_t *group)
{
	struct gruppe_cost c = { 0 };

	for (size_t a = 0; a < t->n; a++)
		for (size_t b = a + 1; b < t->n; b++)
			count_pair(t, group, a, b, &c);
	for (size_t i = 0; i < t->n_rule * t->rounds; i++) {
		const struct gruppe_rule *r = &t->rule[i % t->n_rule];

		c.broken += r->kind == GROUP_RULE_LOCKED &&
		            group[i / t->n_rule * t->n + r->a] != r->b;
	}
	for (size_t i = 0; i < t->rounds * t->groups; i++)
		for (int trait = 0; trait < GRUPPE_TRAITS; trait++)
			for (int value = 0; value < VALUES; value++)
				count_value(t, group + i / t->groups * t->n, i % t->groups,
				            (enum gruppe_trait)trait, value, &c);
	c.total = 100 * c.again + c.traits;
	return c;
}

/* Everybody is in a group, and the groups are as large as each other, or nearly. */
static void is_fair(const struct gruppe_task *t, const uint16_t *group)
{
	for (size_t r = 0; r < t->rounds; r++) {
		size_t size[MOST] = { 0 };

		for (size_t i = 0; i < t->n; i++) {
			assert_true(group[r * t->n + i] < t->groups);
			size[group[r * t->n + i]]++;
		}
		for (size_t g = 0; g < t->groups; g++)
			assert_in_range(size[g], t->n / t->groups,
			                (t->n + t->groups - 1) / t->groups);
	}
}

static void same_cost(const struct gruppe_cost *a, const struct gruppe_cost *b)
{
	assert_int_equal(a->again, b->again);
	assert_int_equal(a->again_pairs, b->again_pairs);
	assert_int_equal(a->most, b->most);
	assert_int_equal(a->never, b->never);
	assert_int_equal(a->broken, b->broken);
	assert_int_equal(a->traits, b->traits);
	assert_int_equal(a->party_over, b->party_over);
	assert_int_equal(a->total, b->total);
}

static struct gruppe_plan solve(struct arena *mem, const struct gruppe_task *t)
{
	const struct gruppe_plan plan = gruppe_solve(mem, t);
	const struct gruppe_cost again = count_again(t, plan.group);

	is_fair(t, plan.group);
	same_cost(&plan.cost, &again);
	assert_true(plan.cost.again >= plan.least_again);
	assert_true(plan.cost.again_pairs >= plan.least_again_pairs);
	return plan;
}

static const struct gruppe_rule council_rule[] = {
	{ GROUP_RULE_APART, 0, 9 }, { GROUP_RULE_APART, 1, 35 }, { GROUP_RULE_APART, 17, 22 },
	{ GROUP_RULE_APART, 26, 30 }, { GROUP_RULE_APART, 5, 40 },
	{ GROUP_RULE_TOGETHER, 33, 34 },
};

/* 45 in nine groups, six rounds: the limit agreed is 800, and 150 is what is usual here. */
static void a_council_is_mixed(void **state)
{
	struct gruppe_person person[MOST];

	(void)state;
	council(person);
	for (uint64_t seed = 1; seed <= 3; seed++) {
		struct arena *mem = arena_new(MEMORY);
		const struct gruppe_task t = { person, 45, council_rule, N(council_rule), 9, 6,
		                               .seed = seed, .effort = EFFORT };
		const struct gruppe_plan plan = solve(mem, &t);

		assert_int_equal(plan.cost.again, 0);
		assert_int_equal(plan.cost.broken, 0);
		assert_int_equal(plan.n_cannot, 0);
		assert_true(plan.cost.total <= 400);
		arena_free(mem);
	}
}

/* What people have found before us, and what is the least by counting. */
static const struct {
	size_t n, groups, rounds;
	long again_pairs;
} known[] = {
	{ 15, 5, 7, 0 },        /* Kirkman's schoolgirls */
	{ 32, 8, 9, 0 }, { 35, 7, 7, 0 }, { 35, 9, 9, 0 }, { 16, 4, 5, 0 }, { 25, 5, 6, 0 },
	{ 33, 7, 7, 0 }, { 64, 16, 16, 0 }, { 27, 9, 9, 0 }, { 24, 6, 4, 0 }, { 60, 12, 8, 0 },
	{ 120, 24, 6, 0 }, { 200, 40, 6, 0 }, { 9, 3, 4, 0 }, { 4, 2, 3, 0 },
	{ 35, 5, 6, 150 },      /* seven in a group, five groups: some must meet */
	{ 1, 1, 1, 0 }, { 7, 7, 5, 0 }, { 6, 1, 3, 45 }, { 2, 2, 1, 0 }, { 5, 2, 1, 0 },
};

static void nobody_meets_twice_where_it_can_be_avoided(void **state)
{
	struct gruppe_person person[MOST];

	(void)state;
	strangers(person, MOST);
	for (size_t i = 0; i < N(known); i++) {
		struct arena *mem = arena_new(MEMORY);
		const struct gruppe_task t = { person, known[i].n, .groups = known[i].groups,
		                               .rounds = known[i].rounds, .seed = i,
		                               .effort = EFFORT };
		const struct gruppe_plan plan = solve(mem, &t);

		assert_int_equal(plan.cost.again_pairs, known[i].again_pairs);
		assert_int_equal(plan.cost.traits, 0);
		arena_free(mem);
	}
}

static void every_size_has_a_plan(void **state)
{
	struct gruppe_person person[MOST];

	(void)state;
	crowd(person, MOST);
	for (size_t n = 1; n <= 23; n++) {
		for (size_t groups = 1; groups <= n; groups += 1 + n / 7) {
			struct arena *mem = arena_new(MEMORY);
			const struct gruppe_task t = { person, n, .groups = groups,
			                               .rounds = 1 + n % 5, .effort = 1 };

			solve(mem, &t);
			arena_free(mem);
		}
	}
}

static void the_same_seed_is_the_same_plan(void **state)
{
	struct gruppe_person person[MOST];
	struct arena *mem = arena_new(MEMORY);
	struct gruppe_task t = { person, 45, council_rule, N(council_rule), 9, 6, .seed = 7,
	                         .effort = 5 };
	struct gruppe_plan a, b, c;

	(void)state;
	council(person);
	a = gruppe_solve(mem, &t);
	b = gruppe_solve(mem, &t);
	t.seed = 8;
	c = gruppe_solve(mem, &t);
	assert_memory_equal(a.group, b.group, 45 * 6 * sizeof *a.group);
	assert_memory_not_equal(a.group, c.group, 45 * 6 * sizeof *a.group);
	arena_free(mem);
}

/* Live: five rounds have been, the next is made of those who are here. */
static void the_next_round_knows_the_earlier(void **state)
{
	static uint16_t met[MOST * MOST];
	struct gruppe_person person[MOST];
	struct arena *mem = arena_new(MEMORY);
	struct gruppe_task t = { person, MOST, .groups = 40, .rounds = 5, .effort = EFFORT };
	struct gruppe_plan plan;

	(void)state;
	crowd(person, MOST);
	memset(met, 0, sizeof met);
	plan = gruppe_solve(mem, &t);
	for (size_t r = 0; r < 5; r++)
		gruppe_meet(met, plan.group + r * MOST, MOST);
	t.met = met;
	t.rounds = 1;
	plan = solve(mem, &t);
	assert_int_equal(plan.cost.again, 0);
	assert_true(plan.cost.traits <= 60);
	arena_free(mem);
}

static void who_is_absent_meets_nobody(void **state)
{
	static const uint16_t group[] = { 0, 1, 0, GRUPPE_ABSENT, GRUPPE_ABSENT, 1, 0 };
	uint16_t met[49] = { 0 };
	size_t sum = 0;

	(void)state;
	gruppe_meet(met, group, 7);
	for (size_t i = 0; i < 49; i++)
		sum += met[i];
	assert_int_equal(sum, 8);
	assert_int_equal(met[0 * 7 + 6], 1);
	assert_int_equal(met[3 * 7 + 4], 0);
}

static void the_youngest_leads_and_not_twice(void **state)
{
	static const uint16_t first[] = { 0, 0, 0, 1, 1, 1, 2 }, then[] = { 0, 1, 1, 0, 0, 2, 2 };
	static const int age[] = { 30, 25, 20, 60, 50, GRUPPE_UNKNOWN, GRUPPE_UNKNOWN };
	static const bool may[] = { true, true, false, true, true, true, true };
	unsigned led[7] = { 0 };
	size_t leader[3];

	(void)state;
	gruppe_leaders(first, 7, 3, age, may, led, leader);
	assert_int_equal(leader[0], 1);                 /* the youngest may not     */
	assert_int_equal(leader[1], 4);
	assert_int_equal(leader[2], GRUPPE_NOBODY);     /* nobody's age is known    */
	gruppe_leaders(then, 7, 3, age, may, led, leader);
	assert_int_equal(leader[0], 0);
	assert_int_equal(leader[1], 1);                 /* again: the other may not */
	assert_int_equal(led[1], 2);
	gruppe_leaders(then, 7, 3, age, may, led, leader);
	assert_int_equal(leader[0], 3);                 /* the only one who has not */
}

static void who_comes_late_sits_where_there_is_room(void **state)
{
	/* Seven sit, person 7 comes: group 0 has two, the others more. */
	static const uint16_t group[] = { 0, 0, 1, 1, 1, 2, 2, GRUPPE_ABSENT, 2 };
	static const struct gruppe_rule apart[] = { { GROUP_RULE_APART, 7, 0 } };
	static const struct gruppe_rule together[] = { { GROUP_RULE_TOGETHER, 3, 7 } };
	static const struct gruppe_rule locked[] = { { GROUP_RULE_LOCKED, 7, 2 } };
	static const size_t seats[] = { 2, 0, 0 };
	uint16_t met[81] = { 0 };
	struct gruppe_person person[MOST];
	struct arena *mem = arena_new(MEMORY);
	struct gruppe_task t = { person, 9, .groups = 3, .rounds = 1 };

	(void)state;
	strangers(person, 9);
	assert_int_equal(gruppe_late(mem, &t, group, 7), 0);
	t.seats = seats;
	t.met = met;
	met[7 * 9 + 2] = 1;
	assert_int_equal(gruppe_late(mem, &t, group, 7), 2);    /* has met one of group 1 */
	t.seats = NULL;
	t.n_rule = 1;
	t.rule = apart;
	assert_int_equal(gruppe_late(mem, &t, group, 7), 2);
	t.rule = together;
	assert_int_equal(gruppe_late(mem, &t, group, 7), 1);
	t.rule = locked;
	assert_int_equal(gruppe_late(mem, &t, group, 7), 2);
	t.n_rule = 0;
	t.met = NULL;
	person[0].trait[GRUPPE_PARTY] = person[2].trait[GRUPPE_PARTY] = 1;
	person[7].trait[GRUPPE_PARTY] = 1;
	t.seats = seats;
	assert_int_equal(gruppe_late(mem, &t, group, 7), 2);    /* no other of the party there */
	arena_free(mem);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_council_is_mixed),
		cmocka_unit_test(nobody_meets_twice_where_it_can_be_avoided),
		cmocka_unit_test(every_size_has_a_plan),
		cmocka_unit_test(the_same_seed_is_the_same_plan),
		cmocka_unit_test(the_next_round_knows_the_earlier),
		cmocka_unit_test(who_is_absent_meets_nobody),
		cmocka_unit_test(the_youngest_leads_and_not_twice),
		cmocka_unit_test(who_comes_late_sits_where_there_is_room),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
