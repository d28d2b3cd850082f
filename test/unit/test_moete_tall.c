/* Sizes, quorum and shares: kommuneloven §§ 5-5, 7-1, 7-12, 10-1, 11-2, 11-9. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "arena_help.h"
#include "rules/moete/medlemstall.h"
#include "rules/moete/tall.h"

static void section_5_5_smallest_council(void **state)
{
	static const struct {
		enum medlemstall_level level;
		int64_t population;
		size_t least;
	} cases[] = {
		{ LEVEL_KOMMUNE, 0, 11 }, { LEVEL_KOMMUNE, 5000, 11 }, { LEVEL_KOMMUNE, 5001, 19 },
		{ LEVEL_KOMMUNE, 10000, 19 }, { LEVEL_KOMMUNE, 10001, 27 },
		{ LEVEL_KOMMUNE, 50000, 27 }, { LEVEL_KOMMUNE, 50001, 35 },
		{ LEVEL_KOMMUNE, 100000, 35 }, { LEVEL_KOMMUNE, 100001, 43 },
		{ LEVEL_KOMMUNE, 720000, 43 }, { LEVEL_KOMMUNE, INT64_MAX, 43 },
		{ LEVEL_FYLKE, 0, 19 }, { LEVEL_FYLKE, 150000, 19 }, { LEVEL_FYLKE, 150001, 27 },
		{ LEVEL_FYLKE, 200000, 27 }, { LEVEL_FYLKE, 200001, 35 },
		{ LEVEL_FYLKE, 300000, 35 }, { LEVEL_FYLKE, 300001, 43 },
		{ LEVEL_FYLKE, INT64_MAX, 43 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(medlemstall_least(cases[i].level, cases[i].population),
		                 cases[i].least);
}

static void section_5_5_the_number_is_odd(void **state)
{
	static const struct { size_t members; enum medlemstall size; } cases[] = {
		{ 19, MEDLEMSTALL_OK }, { 21, MEDLEMSTALL_OK }, { 20, MEDLEMSTALL_EVEN },
		{ 17, MEDLEMSTALL_SMALL },
		{ 18, MEDLEMSTALL_SMALL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(medlemstall_check(LEVEL_KOMMUNE, 8000, cases[i].members),
		                 cases[i].size);
}

static void section_5_5_days_before_an_election(void **state)
{
	(void)state;
	assert_string_equal(medlemstall_population_day(mem, 2027), "2026-01-01");
	assert_string_equal(medlemstall_last_day(mem, 2027), "2026-12-31");
}

static void sections_7_1_and_11_9_quorum(void **state)
{
	static const struct { size_t members, constituting, ordinary; } cases[] = {
		{ 1, 1, 1 }, { 2, 2, 1 }, { 3, 2, 2 }, { 11, 8, 6 }, { 13, 9, 7 }, { 15, 10, 8 },
		{ 17, 12, 9 }, { 19, 13, 10 }, { 21, 14, 11 }, { 23, 16, 12 }, { 25, 17, 13 },
		{ 27, 18, 14 }, { 29, 20, 15 }, { 35, 24, 18 }, { 43, 29, 22 }, { 47, 32, 24 },
		{ 59, 40, 30 }, { 85, 57, 43 }, { 999, 666, 500 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		assert_int_equal(tall_quorum_constituting(cases[i].members), cases[i].constituting);
		assert_int_equal(tall_quorum(cases[i].members), cases[i].ordinary);
	}
}

static void section_11_2_a_third_can_demand(void **state)
{
	static const size_t cases[][2] = {
		{ 11, 4 }, { 12, 4 }, { 19, 7 }, { 27, 9 }, { 35, 12 }, { 43, 15 }, { 1, 1 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(tall_third(cases[i][0]), cases[i][1]);
}

static void shares_of_votes_are_reached_by_whole_votes(void **state)
{
	static const struct { int64_t votes, two_thirds, ninety, majority; } cases[] = {
		{ 10, 7, 9, 6 }, { 11, 8, 10, 6 }, { 19, 13, 18, 10 }, { 20, 14, 18, 11 },
		{ 27, 18, 25, 14 }, { 30, 20, 27, 16 }, { 0, 0, 0, 1 },
		{ INT64_C(1000000000000), INT64_C(666666666667), INT64_C(900000000000),
		  INT64_C(500000000001) },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		assert_true(tall_two_thirds(cases[i].votes) == cases[i].two_thirds);
		assert_true(tall_ninety(cases[i].votes) == cases[i].ninety);
		assert_true(tall_majority(cases[i].votes) == cases[i].majority);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(section_5_5_smallest_council),
		cmocka_unit_test(section_5_5_the_number_is_odd),
		cmocka_unit_test(section_5_5_days_before_an_election),
		cmocka_unit_test(sections_7_1_and_11_9_quorum),
		cmocka_unit_test(section_11_2_a_third_can_demand),
		cmocka_unit_test(shares_of_votes_are_reached_by_whole_votes),
	};

	return cmocka_run_group_tests(tests, arena_begin, arena_end);
}
