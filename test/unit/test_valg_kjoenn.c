#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "lib/arena.h"
#include "lib/world.h"
#include "rules/valg/kjoenn.h"

#define N(a) (sizeof(a) / sizeof(a)[0])
#define NAMES 22

static void the_minimum_is_forty_percent_rounded_up(void **state)
{
	static const size_t minimum[] = { 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 4, 5, 5, 6, 6, 6, 7, 7 };

	(void)state;
	for (size_t n = 0; n < N(minimum); n++)
		assert_int_equal(kjoenn_minimum(n), minimum[n]);
	for (size_t n = 4; n <= VALG_NAMES_MAX; n++) {
		assert_true(5 * kjoenn_minimum(n) >= 2 * n);
		assert_true(5 * (kjoenn_minimum(n) - 1) < 2 * n);
		assert_true(2 * kjoenn_minimum(n) <= n);
	}
}

/* "KMMK": the genders in the order of the list. */
static size_t names(const char *genders, struct valg_name *name)
{
	const size_t n = strlen(genders);

	for (size_t i = 0; i < n; i++)
		name[i] = (struct valg_name){ "N", genders[i] == 'K' ? GENDER_WOMAN : GENDER_MAN };
	return n;
}

static const struct {
	const char *list;
	size_t take;
	const char *set, *moves;        /* letters of places; each move up-out */
	size_t women_missing, men_missing;
} cases[] = {
	{ "MMMKMKKMKMKK", 4, "abdf", "fc", 0, 0 },
	{ "KKKKMMMMKM", 3, "abe", "ec", 0, 0 },
	{ "MMMMMKKKMMKKKKKMKMMK", 8, "abcdfghk", "ke", 0, 0 },
	{ "MMMMKMKMKK", 6, "abcegi", "gfid", 0, 0 },
	{ "KKMKMM", 3, "abc", "", 0, 0 },
	{ "MMMKKMKKMK", 5, "abcde", "", 0, 0 },
	{ "KKKKKKKKMMMMMMMMMKKM", 13, "abcdefgijklmn", "nh", 0, 0 },
	{ "MMMMM", 4, "abcd", "", 2, 0 },
	{ "MMMMMK", 4, "abcf", "fd", 1, 0 },
	{ "KKK", 2, "ab", "", 0, 1 },
	{ "MK", 1, "a", "", 0, 0 },
	{ "KM", 4, "ab", "", 0, 0 },
	{ "", 4, "", "", 0, 0 },
	{ "MMKK", 0, "", "", 0, 0 },
};

static void the_next_of_the_gender_that_lacks_move_up(void **state)
{
	struct arena *mem = arena_new(1 << 20);

	(void)state;
	for (size_t i = 0; i < N(cases); i++) {
		struct valg_name name[NAMES];
		const struct kjoenn_task task = {
			.name = name, .n_name = names(cases[i].list, name), .take = cases[i].take,
		};
		const struct kjoenn_set set = kjoenn_settle(mem, &task);

		assert_int_equal(set.n, strlen(cases[i].set));
		for (size_t j = 0; j < set.n; j++)
			assert_int_equal(set.place[j], cases[i].set[j] - 'a');
		assert_int_equal(2 * set.n_move, strlen(cases[i].moves));
		for (size_t j = 0; j < set.n_move; j++) {
			assert_int_equal(set.move[j].up, cases[i].moves[2 * j] - 'a');
			assert_int_equal(set.move[j].out, cases[i].moves[2 * j + 1] - 'a');
			assert_int_equal(set.move[j].gender, name[set.move[j].up].gender);
		}
		assert_int_equal(set.missing[GENDER_WOMAN], cases[i].women_missing);
		assert_int_equal(set.missing[GENDER_MAN], cases[i].men_missing);
	}
	arena_free(mem);
}

static void who_is_away_neither_counts_nor_moves(void **state)
{
	static const bool away[] = { true, false, false, false, true, false, false };
	struct arena *mem = arena_new(1 << 20);
	struct valg_name name[NAMES];
	const struct kjoenn_task task = {
		.name = name, .n_name = names("MMMMKKK", name), .away = away, .take = 4,
	};
	const struct kjoenn_set set = kjoenn_settle(mem, &task);

	(void)state;
	assert_int_equal(set.n, 4);
	assert_int_equal(set.place[0], 1);
	assert_int_equal(set.place[1], 2);
	assert_int_equal(set.place[2], 5);
	assert_int_equal(set.place[3], 6);
	assert_int_equal(set.n_move, 1);
	assert_int_equal(set.move[0].up, 6);
	assert_int_equal(set.move[0].out, 3);
	arena_free(mem);
}

static void the_minimum_may_be_that_of_more_places_than_names(void **state)
{
	struct arena *mem = arena_new(1 << 20);
	struct valg_name name[NAMES];
	const struct kjoenn_task task = {
		.name = name, .n_name = names("MMKM", name), .take = 8, .measure = 8,
	};
	const struct kjoenn_set set = kjoenn_settle(mem, &task);

	(void)state;
	assert_int_equal(set.n, 4);
	assert_int_equal(set.n_move, 0);
	assert_int_equal(set.minimum, 4);
	assert_int_equal(set.missing[GENDER_WOMAN], 3);
	assert_int_equal(set.missing[GENDER_MAN], 1);
	arena_free(mem);
}

/* How many a set lacks of both minimums; bit i is place i. */
static size_t lacks(uint32_t set, uint32_t women, size_t minimum)
{
	const size_t w = (size_t)__builtin_popcount(set & women);
	const size_t m = (size_t)__builtin_popcount(set & ~women);

	return (w < minimum ? minimum - w : 0) + (m < minimum ? minimum - m : 0);
}

/* Bit 0 weighs most: the earliest set of places is the largest number read backwards. */
static bool earlier(uint32_t a, uint32_t b)
{
	const uint32_t differs = a ^ b;

	return a & differs & -differs;
}

/* Of all sets of `take` of n places the earliest of those that lack least. */
static uint32_t enumerated(uint32_t women, size_t n, size_t take)
{
	uint32_t best = (1u << take) - 1, set = best;

	while (take > 0 && set < 1u << n) {
		const uint32_t low = set & -set, up = set + low;
		const size_t a = lacks(set, women, kjoenn_minimum(take));
		const size_t b = lacks(best, women, kjoenn_minimum(take));

		if (a < b || (a == b && earlier(set, best)))
			best = set;
		set = up | (((set ^ up) / low) >> 2);   /* the next of as many bits */
	}
	return best;
}

static void compare_with_enumeration(struct arena *mem, uint32_t women, size_t n, size_t take)
{
	struct valg_name name[NAMES];
	struct kjoenn_task task = { .name = name, .n_name = n, .take = take };
	struct kjoenn_set set;
	uint32_t bits = 0;

	for (size_t i = 0; i < n; i++)
		name[i] = (struct valg_name){ "N", women >> i & 1 ? GENDER_WOMAN : GENDER_MAN };
	set = kjoenn_settle(mem, &task);
	for (size_t i = 0; i < set.n; i++)
		bits |= 1u << set.place[i];
	assert_int_equal(bits, enumerated(women, n, take));
	assert_int_equal(set.missing[GENDER_WOMAN] + set.missing[GENDER_MAN],
	                 lacks(bits, women, set.minimum));
	arena_reset(mem);
}

static void the_set_is_the_earliest_of_all_that_lack_least(void **state)
{
	struct world_fake fake = { .seed = 17 };
	struct world w = world_fake(&fake);
	struct arena *mem = arena_new(1 << 20);

	(void)state;
	for (size_t n = 1; n <= 9; n++)
		for (uint32_t women = 0; women < 1u << n; women++)
			for (size_t take = 0; take <= n; take++)
				compare_with_enumeration(mem, women, n, take);
	for (size_t n = 10; n <= NAMES; n++)
		for (size_t take = 4; take <= n; take += 3)
			compare_with_enumeration(mem,
			                         world_random_below(&w, 1u << n) &
			                         world_random_below(&w, 1u << n), n, take);
	arena_free(mem);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_minimum_is_forty_percent_rounded_up),
		cmocka_unit_test(the_next_of_the_gender_that_lacks_move_up),
		cmocka_unit_test(who_is_away_neither_counts_nor_moves),
		cmocka_unit_test(the_minimum_may_be_that_of_more_places_than_names),
		cmocka_unit_test(the_set_is_the_earliest_of_all_that_lack_least),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
