/* Afterwards: kommuneloven §§ 6-2, 7-9, 7-10, 7-11 and 23-1. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "arena_help.h"
#include "lib/arena.h"
#include "rules/valg/etter.h"

static enum gender gender_of(char letter)
{
	return letter == 'K' ? GENDER_WOMAN : GENDER_MAN;
}

/* Members "MMK", who leaves (0: nobody) and who is proposed, and the group's women and men. */
static struct etter_election election(const char *members, char leaving, char proposed,
                                      size_t women, size_t men)
{
	enum gender *member = arena_array(mem, strlen(members), sizeof *member);
	struct etter_election e = {
		.member = member, .n_member = strlen(members), .leaves = leaving != 0,
		.leaving = gender_of(leaving), .proposed = gender_of(proposed),
		.available = { [GENDER_WOMAN] = women, [GENDER_MAN] = men },
	};

	for (size_t i = 0; members[i] != '\0'; i++)
		member[i] = gender_of(members[i]);
	return e;
}

/* ---- which rule ---- */

#define M PLACE_MEMBER
#define D PLACE_DEPUTY
#define L PLACE_LEADER

static void who_comes_in_and_by_which_rule(void **state)
{
	static const struct {
		enum organ organ;
		enum etter_place place;
		enum etter_cause cause;
		enum etter_way way;
	} cases[] = {
		{ ORGAN_UTVALG, M, CAUSE_ABSENT, ETTER_CALL },
		{ ORGAN_UTVALG, M, CAUSE_LEAVE, ETTER_CALL },
		{ ORGAN_UTVALG, M, CAUSE_LONG_LEAVE, ETTER_SETTEMEDLEM },
		{ ORGAN_UTVALG, M, CAUSE_FOR_GOOD, ETTER_NYVALG },
		{ ORGAN_UTVALG, M, CAUSE_EXCHANGED, ETTER_NOTHING },
		{ ORGAN_UTVALG, D, CAUSE_FOR_GOOD, ETTER_NYVALG },
		{ ORGAN_UTVALG, D, CAUSE_LONG_LEAVE, ETTER_CALL },
		{ ORGAN_UTVALG, D, CAUSE_FEW_DEPUTIES, ETTER_SUPPLERING },
		{ ORGAN_UTVALG, L, CAUSE_FOR_GOOD, ETTER_NEW_LEADER },
		{ ORGAN_UTVALG, L, CAUSE_LONG_LEAVE, ETTER_CHAIR },
		{ ORGAN_FORMANNSKAP, M, CAUSE_FOR_GOOD, ETTER_NYVALG },
		{ ORGAN_FORMANNSKAP, M, CAUSE_EXCHANGED, ETTER_NOTHING },
		{ ORGAN_FORMANNSKAP, M, CAUSE_LONG_LEAVE, ETTER_SETTEMEDLEM },
		{ ORGAN_KOMMUNESTYRE, M, CAUSE_ABSENT, ETTER_CALL },
		{ ORGAN_KOMMUNESTYRE, M, CAUSE_LONG_LEAVE, ETTER_CALL },
		{ ORGAN_KOMMUNESTYRE, M, CAUSE_FOR_GOOD, ETTER_STEP_IN },
		{ ORGAN_KOMMUNESTYRE, D, CAUSE_FOR_GOOD, ETTER_NOTHING },
		{ ORGAN_KOMMUNESTYRE, D, CAUSE_FEW_DEPUTIES, ETTER_NOTHING },
		{ ORGAN_KOMITE, M, CAUSE_FOR_GOOD, ETTER_KOMITE },
		{ ORGAN_KOMITE, D, CAUSE_FOR_GOOD, ETTER_NOTHING },
		{ ORGAN_KOMMUNERAAD, M, CAUSE_FOR_GOOD, ETTER_RAAD },
		{ ORGAN_KOMMUNERAAD, L, CAUSE_FOR_GOOD, ETTER_RAAD },
		{ ORGAN_KONTROLLUTVALG, M, CAUSE_FOR_GOOD, ETTER_NYVALG },
		{ ORGAN_KONTROLLUTVALG, M, CAUSE_EXCHANGED, ETTER_ALL_ANEW },
		{ ORGAN_KONTROLLUTVALG_LEDER, L, CAUSE_EXCHANGED, ETTER_ALL_ANEW },
		{ ORGAN_STYRE_FORETAK, M, CAUSE_EXCHANGED, ETTER_NYVALG },
		{ ORGAN_ORDFOERER, L, CAUSE_ABSENT, ETTER_CHAIR },
		{ ORGAN_ORDFOERER, L, CAUSE_LEAVE, ETTER_VARA_UP },
		{ ORGAN_ORDFOERER, L, CAUSE_LONG_LEAVE, ETTER_VARA_UP },
		{ ORGAN_ORDFOERER, L, CAUSE_FOR_GOOD, ETTER_NEW_LEADER },
		{ ORGAN_ORDFOERER, L, CAUSE_EXCHANGED, ETTER_NOTHING },
		{ ORGAN_VARAORDFOERER, L, CAUSE_LEAVE, ETTER_TEMPORARY },
		{ ORGAN_VARAORDFOERER, L, CAUSE_FOR_GOOD, ETTER_NEW_LEADER },
	};
	const struct valg_set *now = valg_set_of("2027-10-05");

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		enum tvil open = TVIL__MAX;
		enum etter_way way = etter_way(now, cases[i].organ, cases[i].place, cases[i].cause,
		                               &open);

		assert_int_equal(way, cases[i].way);
		assert_int_equal(open, TVIL_NONE);
	}
}

static void before_july_2023_we_do_not_know_settemedlem_and_new_deputies(void **state)
{
	const struct valg_set *then = valg_set_of("2023-06-30");
	enum tvil open = TVIL_NONE;

	(void)state;
	assert_int_equal(etter_way(then, ORGAN_UTVALG, D, CAUSE_FOR_GOOD, &open), ETTER_NYVALG);
	assert_int_equal(open, TVIL_VARA_NYVALG);
	assert_int_equal(etter_way(then, ORGAN_UTVALG, M, CAUSE_LONG_LEAVE, &open),
	                 ETTER_SETTEMEDLEM);
	assert_int_equal(open, TVIL_SETTEMEDLEM);
	assert_int_equal(etter_way(then, ORGAN_UTVALG, M, CAUSE_FOR_GOOD, &open), ETTER_NYVALG);
	assert_int_equal(open, TVIL_NONE);
}

static void every_way_stands_on_a_rule(void **state)
{
	(void)state;
	for (int way = 0; way < ETTER__MAX; way++)
		assert_true((etter_rule((enum etter_way)way) == RULE__MAX) ==
		            (way == ETTER_NOTHING));
	assert_int_equal(etter_rule(ETTER_SETTEMEDLEM), RULE_SETTEMEDLEM);
	assert_int_equal(etter_rule(ETTER_CALL), RULE_VARA_INNKALLES);
}

static void section_7_11_leave_of_three_months(void **state)
{
	static const struct { const char *first, *last; bool enough; } cases[] = {
		{ "2027-01-15", "2027-04-14", true }, { "2027-01-15", "2027-04-13", false },
		{ "2027-01-01", "2027-03-31", true }, { "2027-01-01", "2027-03-30", false },
		{ "2026-11-30", "2027-02-27", true }, { "2026-11-30", "2027-02-26", false },
		{ "2027-11-30", "2028-02-28", true }, { "2027-10-01", "2027-12-31", true },
		{ "2027-10-02", "2028-01-01", true }, { "2027-10-02", "2027-10-01", false },
		{ "2027-01-15", "2029-01-14", true }, { "9999-11-30", "9999-12-31", true },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		if (etter_long_leave(cases[i].first, cases[i].last) != cases[i].enough)
			fail_msg("%s to %s", cases[i].first, cases[i].last);
}

static void section_7_9_back_within_two_years(void **state)
{
	static const struct { const char *out, *back; bool may; } cases[] = {
		{ "2024-03-10", "2026-03-10", true }, { "2024-03-10", "2026-03-11", false },
		{ "2024-02-29", "2026-02-28", true }, { "2024-02-29", "2026-03-01", false },
		{ "2024-03-10", "2024-03-11", true },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_true(etter_may_return(cases[i].out, cases[i].back) == cases[i].may);
}

/* ---- innkalling ---- */

/* Deputies a, b, c ...: an x cannot come. */
static void section_7_10_first_deputies_are_called_by_number(void **state)
{
	static const struct { const char *deputies; size_t absent; const char *called; } cases[] = {
		{ "....", 1, "a" }, { "....", 2, "ab" }, { ".x..", 2, "ac" }, { "xx..", 1, "c" },
		{ "...", 2, "ab" }, { ".x.x", 3, "ac" }, { "xxxx", 2, "" }, { "", 1, "" },
		{ "..", 0, "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		size_t n = strlen(cases[i].deputies), called = strlen(cases[i].called);
		bool *unavailable = arena_array(mem, n, sizeof *unavailable);
		struct etter_call call;

		for (size_t k = 0; k < n; k++)
			unavailable[k] = cases[i].deputies[k] == 'x';
		call = etter_call(mem, unavailable, n, cases[i].absent);
		assert_int_equal(call.n_called, called);
		for (size_t k = 0; k < called; k++)
			assert_int_equal('a' + call.called[k], cases[i].called[k]);
		assert_int_equal(call.missing, cases[i].absent - called);
	}
}

/* ---- nyvalg ---- */

static void section_7_10_third_the_gender_that_would_fall_below_40_percent(void **state)
{
	static const struct {
		const char *members;
		char leaving, proposed;
		size_t women, men;
		enum etter_reason reason;
	} cases[] = {
		{ "MMMMMKKKK", 'K', 'M', 2, 5, ETTER_UNDER_REQUIRED },
		{ "MMMMMKKKK", 'K', 'M', 0, 5, ETTER_NOT_POSSIBLE },
		{ "MMMMMKKKK", 'K', 'K', 2, 5, ETTER_BALANCED },
		{ "MMMMMKKKK", 'M', 'K', 2, 5, ETTER_BALANCED },
		{ "MMMMMKKKK", 'M', 'M', 2, 5, ETTER_BALANCED },
		{ "MMMKK", 'K', 'M', 1, 5, ETTER_UNDER_REQUIRED },
		{ "MMMKK", 'M', 'M', 1, 5, ETTER_BALANCED },
		/* Short already, as a forholdsvalg can leave a body. */
		{ "MMMMMMKKK", 'M', 'M', 1, 5, ETTER_UNDER_REQUIRED },
		{ "MMMMMMMKK", 'M', 'K', 1, 5, ETTER_UNDER_CHOSEN },
		{ "MMMMMMKKK", 'M', 'K', 1, 5, ETTER_BALANCED },
		{ "KKKKM", 'M', 'K', 3, 1, ETTER_UNDER_REQUIRED },
		{ "KKKKM", 'M', 'K', 3, 0, ETTER_NOT_POSSIBLE },
		{ "KKKKM", 'M', 'M', 3, 1, ETTER_UNDER_CHOSEN },
		/* Three or fewer: both are in it. */
		{ "MMK", 'K', 'M', 1, 1, ETTER_UNDER_REQUIRED },
		{ "MMK", 'K', 'M', 0, 1, ETTER_NOT_POSSIBLE },
		{ "MMK", 'M', 'M', 1, 1, ETTER_BALANCED },
		{ "MK", 'K', 'M', 1, 1, ETTER_UNDER_REQUIRED },
		{ "MK", 'K', 'K', 1, 1, ETTER_BALANCED },
		{ "K", 'K', 'M', 1, 1, ETTER_BALANCED },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const struct etter_election e = election(cases[i].members, cases[i].leaving,
		                                         cases[i].proposed, cases[i].women,
		                                         cases[i].men);
		struct etter_choice c = etter_nyvalg(&e);

		if (c.verdict.reason != cases[i].reason)
			fail_msg("%s: %c for %c", cases[i].members, cases[i].proposed,
			         cases[i].leaving);
		assert_true(c.verdict.accept == (cases[i].reason != ETTER_UNDER_REQUIRED));
		if (!c.verdict.accept) {
			assert_int_equal(c.verdict.require,
			                 gender_other(gender_of(cases[i].proposed)));
			assert_int_equal(c.verdict.under, c.verdict.require);
		}
		assert_int_equal(c.verdict.of, strlen(cases[i].members));
	}
}

static void the_verdict_tells_the_shares(void **state)
{
	const struct etter_election e = election("MMMMMKKKK", 'K', 'M', 2, 5);
	struct etter_choice c = etter_nyvalg(&e);

	(void)state;
	assert_int_equal(c.verdict.share[GENDER_WOMAN], 3);
	assert_int_equal(c.verdict.share[GENDER_MAN], 6);
	assert_true(etter_has(e.member, e.n_member, GENDER_WOMAN));
	assert_false(etter_has(e.member, 5, GENDER_WOMAN));
	assert_true(etter_has(e.member, 1, GENDER_MAN));
}

/* One of three is 33 percent: by the letter the other gender would always be required. */
static void in_a_body_of_three_it_is_open_what_40_percent_asks(void **state)
{
	static const struct { const char *members; char leaving, proposed; bool open; } cases[] = {
		{ "MMK", 'M', 'M', true }, { "MMK", 'K', 'M', false }, { "MMK", 'K', 'K', false },
		{ "MMK", 'M', 'K', true }, { "MK", 'M', 'M', false }, { "MK", 'M', 'K', false },
		{ "M", 'M', 'K', false }, { "MMMK", 'M', 'M', false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const struct etter_election e = election(cases[i].members, cases[i].leaving,
		                                         cases[i].proposed, 2, 2);
		struct etter_choice c = etter_nyvalg(&e);

		if (c.open != cases[i].open)
			fail_msg("%s: %c for %c", cases[i].members, cases[i].proposed,
			         cases[i].leaving);
		if (c.open)
			assert_true(c.verdict.accept && !c.other.accept);
	}
}

/* 40 percent of four or more is one number, however it is read. */
static void in_a_body_of_four_or_more_nothing_is_open(void **state)
{
	char members[21];

	(void)state;
	for (size_t n = 4; n < sizeof members; n++)
		for (size_t women = 0; women < n; women++) {
			struct etter_election e;

			memset(members, 'K', women);
			memset(&members[women], 'M', n - women);
			members[n] = '\0';
			e = election(members, 'M', 'M', 1, 1);
			assert_false(etter_nyvalg(&e).open);
			assert_true(etter_nyvalg(&e).verdict.accept == (5 * women >= 2 * n));
		}
}

static void section_7_11_settemedlem_has_no_rule_of_gender(void **state)
{
	const struct etter_election e = election("MMMMMKKKK", 'K', 'M', 2, 5);
	struct etter_choice c = etter_settemedlem(&e);

	(void)state;
	assert_true(c.verdict.accept);
	assert_int_equal(c.verdict.reason, ETTER_NO_GENDER_RULE);
	assert_int_equal(c.verdict.share[GENDER_WOMAN], 3);
	assert_false(c.open);
	assert_false(etter_nyvalg(&e).verdict.accept);
}

static void section_7_10_fifth_more_deputies_by_the_body_and_by_the_group(void **state)
{
	static const struct {
		const char *body, *group;
		char proposed;
		bool accept, conflict;
	} cases[] = {
		{ "MMKK", "MK", 'M', true, false }, { "MMMMKK", "MK", 'M', false, false },
		{ "MMKK", "MMM", 'M', false, false }, { "MMMMKK", "MMM", 'K', true, false },
		{ "MMMMKK", "KKK", 'M', true, true }, { "MMMMMK", "KKK", 'K', true, true },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const struct etter_election body = election(cases[i].body, 0, cases[i].proposed,
		                                            2, 2);
		const struct etter_election group = election(cases[i].group, 0, cases[i].proposed,
		                                             2, 2);
		struct etter_supplering s = etter_supplering(&body, &group);

		if (s.accept != cases[i].accept || s.conflict != cases[i].conflict)
			fail_msg("%s, %s: %c", cases[i].body, cases[i].group, cases[i].proposed);
		assert_int_equal(s.in_body.verdict.of, strlen(cases[i].body) + 1);
	}
}

/* ---- places ---- */

static void section_7_10_sixth_the_vacant_place_or_the_bottom(void **state)
{
	static const char *const before[] = { "a", "b", "c" };

	(void)state;
	for (size_t leaving = 0; leaving < 3; leaving++) {
		const char *const *after = etter_place(mem, before, 3, leaving, "x");

		for (size_t i = 0; i < 3; i++)
			assert_string_equal(after[i], i == leaving ? "x" : before[i]);
	}
	assert_string_equal(etter_place_last(mem, before, 3, "x")[3], "x");
	assert_string_equal(etter_place_last(mem, before, 3, "x")[0], "a");
	assert_string_equal(etter_place_last(mem, NULL, 0, "x")[0], "x");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(who_comes_in_and_by_which_rule),
		cmocka_unit_test(before_july_2023_we_do_not_know_settemedlem_and_new_deputies),
		cmocka_unit_test(every_way_stands_on_a_rule),
		cmocka_unit_test(section_7_11_leave_of_three_months),
		cmocka_unit_test(section_7_9_back_within_two_years),
		cmocka_unit_test(section_7_10_first_deputies_are_called_by_number),
		cmocka_unit_test(section_7_10_third_the_gender_that_would_fall_below_40_percent),
		cmocka_unit_test(the_verdict_tells_the_shares),
		cmocka_unit_test(in_a_body_of_three_it_is_open_what_40_percent_asks),
		cmocka_unit_test(in_a_body_of_four_or_more_nothing_is_open),
		cmocka_unit_test(section_7_11_settemedlem_has_no_rule_of_gender),
		cmocka_unit_test(section_7_10_fifth_more_deputies_by_the_body_and_by_the_group),
		cmocka_unit_test(section_7_10_sixth_the_vacant_place_or_the_bottom),
	};

	return cmocka_run_group_tests(tests, arena_begin, arena_end);
}
