/* test_habilitet_prosedyre.c - how a question of impartiality is dealt with. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "rules/habilitet/prosedyre.h"

#define N(a) (sizeof(a) / sizeof(a)[0])

static void when_too_few_would_be_left_everybody_present_takes_part(void **state)
{
	static const struct { size_t members, present, challenged; enum habil_voters voters; }
	cases[] = {
		{ 19, 19, 3, VOTERS_OTHERS }, { 19, 19, 12, VOTERS_ALL },
		{ 19, 19, 9, VOTERS_OTHERS }, { 19, 19, 10, VOTERS_ALL },
		{ 19, 12, 2, VOTERS_OTHERS }, { 19, 12, 3, VOTERS_ALL },
		{ 10, 10, 5, VOTERS_OTHERS }, { 10, 10, 6, VOTERS_ALL },
		{ 11, 11, 5, VOTERS_OTHERS }, { 11, 11, 6, VOTERS_ALL },
		{ 19, 10, 10, VOTERS_ALL }, { 19, 9, 1, VOTERS_TOO_FEW },
	};

	(void)state;
	for (size_t i = 0; i < N(cases); i++)
		assert_int_equal(habil_who_votes(cases[i].members, cases[i].present,
		                                 cases[i].challenged), cases[i].voters);
}

static void the_deputy_leader_chairs_and_else_somebody_elected(void **state)
{
	(void)state;
	assert_int_equal(habil_chair(false, false), CHAIR_LEADER);
	assert_int_equal(habil_chair(false, true), CHAIR_LEADER);
	assert_int_equal(habil_chair(true, false), CHAIR_DEPUTY);
	assert_int_equal(habil_chair(true, true), CHAIR_ELECTED);
}

static void the_first_of_the_group_who_can_and_may_is_called(void **state)
{
	static const struct habil_deputy deputies[] = {
		{ .same_group = false, .available = true },
		{ .same_group = true, .available = false },
		{ .same_group = true, .available = true, .inhabil = true },
		{ .same_group = true, .available = true },
		{ .same_group = true, .available = true },
	};

	(void)state;
	assert_int_equal(habil_deputy(deputies, N(deputies)), 3);
	assert_int_equal(habil_deputy(deputies, 3), 3);
	assert_int_equal(habil_deputy(deputies, 0), 0);
}

static void the_minutes_hold_the_decision_and_what_it_rests_on(void **state)
{
	(void)state;
	assert_int_equal(habil_minutes(MINUTE_DECISION | MINUTE_VOTES | MINUTE_PRESENT),
	                 MINUTE_BASIS);
	assert_int_equal(habil_minutes(MINUTE_DECISION | MINUTE_VOTES | MINUTE_PRESENT |
	                               MINUTE_BASIS), 0);
}

static void three_members_within_three_weeks(void **state)
{
	(void)state;
	assert_int_equal(habil_legality(3, 15), LEGALITY_OPEN);
	assert_int_equal(habil_legality(3, 21), LEGALITY_OPEN);
	assert_int_equal(habil_legality(3, 22), LEGALITY_LATE);
	assert_int_equal(habil_legality(2, 1), LEGALITY_FEW);
}

static void only_who_is_inhabil_needs_leave_to_decide_for_the_time_being(void **state)
{
	(void)state;
	assert_true(habil_may_provisional(HABIL_AUTOMATISK, true));
	assert_true(habil_may_provisional(HABIL_SAERREGEL, true));
	assert_false(habil_may_provisional(HABIL_AUTOMATISK, false));
	assert_false(habil_may_provisional(HABIL_SKJONN, true));
	assert_false(habil_may_provisional(HABIL_HABIL, true));
}

static void every_question_has_a_rule_and_is_in_both_forms(void **state)
{
	size_t n;
	const struct habil_procedure *all = habil_procedures(&n);

	(void)state;
	for (size_t i = 0; i < n; i++) {
		assert_ptr_equal(habil_procedure_find(all[i].key), &all[i]);
		assert_true(rule_infos[all[i].rule].n_lov > 0);
		assert_true(rule_in_force(all[i].rule, NULL));
		assert_true(strlen(all[i].nb) > 10 && strlen(all[i].nn) > 10);
	}
	assert_null(habil_procedure_find(""));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(when_too_few_would_be_left_everybody_present_takes_part),
		cmocka_unit_test(the_deputy_leader_chairs_and_else_somebody_elected),
		cmocka_unit_test(the_first_of_the_group_who_can_and_may_is_called),
		cmocka_unit_test(the_minutes_hold_the_decision_and_what_it_rests_on),
		cmocka_unit_test(three_members_within_three_weeks),
		cmocka_unit_test(only_who_is_inhabil_needs_leave_to_decide_for_the_time_being),
		cmocka_unit_test(every_question_has_a_rule_and_is_in_both_forms),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
