/* Sizes, quorum, shares, notice and time limits: kommuneloven §§ 5-5, 7-1, 7-12, 11-2, 11-9, 27-1;
 * the parliamentary model of ch. 10. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "arena_help.h"
#include "lib/arena.h"
#include "rules/valg/parlament.h"
#include "rules/valg/tall.h"

static void section_5_5_smallest_council(void **state)
{
	static const struct { enum tall_level level; int64_t population; size_t least; } cases[] = {
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
		assert_int_equal(tall_council_least(cases[i].level, cases[i].population),
		                 cases[i].least);
}

static void section_5_5_the_number_is_odd(void **state)
{
	static const struct { size_t members; enum tall_size size; } cases[] = {
		{ 19, SIZE_OK }, { 21, SIZE_OK }, { 20, SIZE_EVEN }, { 17, SIZE_SMALL },
		{ 18, SIZE_SMALL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(tall_council_size(LEVEL_KOMMUNE, 8000, cases[i].members),
		                 cases[i].size);
}

static void section_5_5_days_before_an_election(void **state)
{
	(void)state;
	assert_string_equal(tall_population_day(mem, 2027), "2026-01-01");
	assert_string_equal(tall_size_day(mem, 2027), "2026-12-31");
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

static void section_7_1_notice_and_last_day(void **state)
{
	static const struct { const char *notice, *meeting; enum tall_meeting wanted; } cases[] = {
		{ "2027-10-05", "2027-10-19", MEETING_OK },
		{ "2027-10-06", "2027-10-19", MEETING_NOTICE_SHORT },
		{ "2027-10-17", "2027-10-31", MEETING_OK },
		{ "2027-10-17", "2027-11-01", MEETING_LATE },
		{ "2027-10-31", "2027-11-01", MEETING_LATE },
		{ "2027-12-01", "2028-01-15", MEETING_LATE },
		{ "2027-09-20", "2027-10-04", MEETING_OK },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(tall_constituting(2027, cases[i].notice, cases[i].meeting),
		                 cases[i].wanted);
	assert_string_equal(tall_notice_day(mem, "2027-10-05"), "2027-09-21");
	assert_string_equal(tall_last_constituting(mem, 2027), "2027-10-31");
}

static void section_27_1_three_weeks(void **state)
{
	static const char *const cases[][2] = {
		{ "2027-10-05", "2027-10-26" }, { "2027-10-19", "2027-11-09" },
		{ "2027-12-20", "2028-01-10" }, { "2028-02-10", "2028-03-02" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(tall_complaint_day(mem, cases[i][0]), cases[i][1]);
}

/* ---- the parliamentary model ---- */

static const enum gender raad[][5] = {
	{ GENDER_WOMAN, GENDER_MAN, GENDER_WOMAN, GENDER_MAN, GENDER_MAN },
	{ GENDER_MAN, GENDER_MAN, GENDER_MAN, GENDER_MAN, GENDER_WOMAN },
};

static void section_10_4_a_slate_needs_an_ordinary_majority(void **state)
{
	static const struct {
		int64_t votes[2], blank;
		enum raad_end end;
		size_t elected;
	} cases[] = {
		{ { 30, 29 }, 0, RAAD_ELECTED, 0 }, { { 29, 30 }, 0, RAAD_ELECTED, 1 },
		{ { 20, 20 }, 0, RAAD_NONE, 0 },        /* nobody has a casting vote, § 11-9  */
		{ { 29, 28 }, 2, RAAD_OPEN, 0 }, { { 30, 28 }, 1, RAAD_ELECTED, 0 },
		{ { 0, 0 }, 59, RAAD_NONE, 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const struct raad_slate slates[] = {
			{ "A", raad[0], 5, cases[i].votes[0] },
			{ "B", raad[1], 5, cases[i].votes[1] },
		};
		struct raad_result r = raad_elect(mem, slates, 2, cases[i].blank);

		assert_int_equal(r.end, cases[i].end);
		if (cases[i].end != RAAD_NONE)
			assert_int_equal(r.elected, cases[i].elected);
		assert_true(r.complete);
	}
}

static void sections_10_4_and_10_5_gender_is_that_of_section_7_7(void **state)
{
	const struct raad_slate slates[] = { { "A", raad[0], 5, 30 }, { "B", raad[1], 5, 20 },
	                                     { "C", raad[1], 1, 9 } };
	struct raad_result elected = raad_elect(mem, slates, 3, 0);
	struct raad_result formed = raad_form(mem, &slates[1]);

	(void)state;
	assert_true(elected.gender[0].ok);
	assert_int_equal(elected.gender[1].missing, 1);
	assert_false(elected.complete);         /* C has no deputy leader */
	assert_int_equal(formed.end, RAAD_FORMED);
	assert_false(formed.gender[0].ok);
	assert_int_equal(formed.gender[0].under, GENDER_WOMAN);
	assert_true(formed.complete);
}

static void section_10_4_one_slate_can_stand_alone(void **state)
{
	const struct raad_slate slate = { "A", raad[0], 2, 30 };

	(void)state;
	assert_int_equal(raad_elect(mem, &slate, 1, 29).end, RAAD_ELECTED);
	assert_int_equal(raad_elect(mem, &slate, 1, 30).end, RAAD_OPEN);
	assert_true(raad_elect(mem, &slate, 1, 0).complete);
	assert_true(raad_elect(mem, &slate, 1, 29).needed[RAAD_BLANK_COUNTS] == 30);
	assert_true(raad_elect(mem, &slate, 1, 29).needed[RAAD_BLANK_COUNTS_NOT] == 16);
	assert_int_equal(raad_elect(mem, NULL, 0, 5).end, RAAD_NONE);
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
		cmocka_unit_test(section_7_1_notice_and_last_day),
		cmocka_unit_test(section_27_1_three_weeks),
		cmocka_unit_test(section_10_4_a_slate_needs_an_ordinary_majority),
		cmocka_unit_test(sections_10_4_and_10_5_gender_is_that_of_section_7_7),
		cmocka_unit_test(section_10_4_one_slate_can_stand_alone),
	};

	return cmocka_run_group_tests(tests, arena_begin, arena_end);
}
