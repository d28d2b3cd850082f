/* Avtalevalg: kommuneloven § 7-7. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "arena_help.h"
#include "lib/arena.h"
#include "rules/valg/avtale.h"

/* "MMK": a man, a man, a woman. */
static const enum gender *people(const char *word)
{
	enum gender *who = arena_array(mem, strlen(word), sizeof *who);

	for (size_t i = 0; word[i] != '\0'; i++)
		who[i] = word[i] == 'K' ? GENDER_WOMAN : GENDER_MAN;
	return who;
}

static struct avtale innstilling(size_t seats, const char *members)
{
	return (struct avtale){ .seats = seats, .member = people(members),
	                        .n_member = strlen(members) };
}

static void gender_is_measured_over_the_whole_body(void **state)
{
	static const struct { const char *members; size_t least, missing; char under; } cases[] = {
		{ "K", 0, 0, 0 }, { "MK", 1, 0, 0 }, { "MM", 1, 1, 'K' }, { "KKM", 1, 0, 0 },
		{ "KKK", 1, 1, 'M' }, { "MMMK", 2, 1, 'K' }, { "MMMKK", 2, 0, 0 },
		{ "MMMMKKK", 3, 0, 0 }, { "MMMMMKK", 3, 1, 'K' }, { "MMMMMMM", 3, 3, 'K' },
		{ "MMMMMKKK", 4, 1, 'K' }, { "MKMKMMMKM", 4, 1, 'K' },  /* Volda, three of nine */
		{ "KKKKKKKMMMM", 5, 1, 'M' }, { "KKKKKKKKMMMMM", 6, 1, 'M' },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct avtale a = innstilling(strlen(cases[i].members), cases[i].members);
		struct avtale_result r = avtale_check(mem, &a);

		assert_true(r.count_ok);
		assert_int_equal(r.gender.least, cases[i].least);
		assert_int_equal(r.gender.missing, cases[i].missing);
		assert_true(r.gender.ok == (cases[i].missing == 0));
		assert_true(r.accepted == r.gender.ok);
		if (!r.gender.ok)
			assert_int_equal(r.gender.under,
			                 cases[i].under == 'K' ? GENDER_WOMAN : GENDER_MAN);
	}
}

static void the_innstilling_has_as_many_names_as_seats(void **state)
{
	static const struct { size_t seats; const char *members; bool ok; } cases[] = {
		{ 5, "MMMKK", true }, { 5, "MMKK", false }, { 5, "MMMKKK", false },
		{ 1, "", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct avtale a = innstilling(cases[i].seats, cases[i].members);

		assert_true(avtale_check(mem, &a).count_ok == cases[i].ok);
	}
}

static void a_body_of_council_members_goes_as_far_as_the_council_reaches(void **state)
{
	static const struct {
		const char *members;
		size_t women, men;
		bool possible, accepted;
		size_t reach;
	} cases[] = {
		{ "MMMMMMK", 1, 16, false, true, 0 },
		{ "MMMMMMK", 2, 15, false, false, 1 },  /* one more is to be had, three are not */
		{ "MMMMMMK", 3, 14, true, false, 2 },
		{ "KMMMMMM", 1, 16, false, true, 0 },
		{ "MMMMMMM", 0, 17, false, true, 0 },
		{ "MMMMMMM", 9, 8, true, false, 3 },
		{ "MMMMKKK", 3, 14, true, true, 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct avtale a = innstilling(7, cases[i].members);
		struct avtale_result r;

		a.council_only = a.council_known = true;
		a.council[GENDER_WOMAN] = cases[i].women;
		a.council[GENDER_MAN] = cases[i].men;
		r = avtale_check(mem, &a);
		assert_true(r.possible_known);
		assert_true(r.possible == cases[i].possible);
		assert_true(r.accepted == cases[i].accepted);
		assert_int_equal(r.within_reach, cases[i].reach);

		a.council_only = false;         /* for another body the rule is absolute */
		r = avtale_check(mem, &a);
		assert_true(r.accepted == r.gender.ok);
	}
}

static void without_the_council_nobody_knows_what_is_possible(void **state)
{
	struct avtale a = innstilling(9, "MKMKMMMKM");
	struct avtale_result r;

	(void)state;
	a.council_only = true;
	r = avtale_check(mem, &a);
	assert_false(r.possible_known);
	assert_false(r.accepted);
}

static void one_vote_against_gives_forholdsvalg(void **state)
{
	static const struct {
		bool voted;
		int64_t against, blank;
		enum avtale_adopted adopted;
	} cases[] = {
		{ false, 0, 0, AVTALE_NOT_VOTED }, { true, 0, 0, AVTALE_ADOPTED },
		{ true, 1, 0, AVTALE_REJECTED }, { true, 1, 3, AVTALE_REJECTED },
		{ true, 0, 1, AVTALE_OPEN },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct avtale a = innstilling(5, "MMMKK");

		a.voted = cases[i].voted;
		a.against = cases[i].against;
		a.blank = cases[i].blank;
		assert_int_equal(avtale_check(mem, &a).adopted, cases[i].adopted);
	}
}

static void a_group_has_at_most_two_deputies_more_than_members(void **state)
{
	static const struct { size_t members, deputies; bool too_many; } cases[] = {
		{ 2, 5, true }, { 2, 4, false }, { 3, 5, false }, { 3, 2, false }, { 1, 0, false },
		{ 1, 4, true }, { 0, 2, false }, { 0, 3, true },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const struct avtale_group group[] = {
			{ "Ap", cases[i].members, cases[i].deputies, NULL }, { "H", 1, 3, NULL },
		};
		struct avtale a = innstilling(5, "MMMKK");
		struct avtale_result r;

		a.group = group;
		a.n_group = 2;
		r = avtale_check(mem, &a);
		assert_true(r.deputies_ok == !cases[i].too_many);
		assert_true(r.too_many[0] == cases[i].too_many);
		assert_false(r.too_many[1]);
		assert_false(r.deputies_known);
	}
}

static void one_group_that_has_not_told_leaves_the_gender_of_deputies_unknown(void **state)
{
	const struct avtale_group told = { "Ap", 3, 2, people("MK") }, none = { "V", 1, 0, NULL };
	const struct avtale_group untold = { "H", 1, 1, NULL };
	const struct { struct avtale_group group[2]; size_t n; bool known; } cases[] = {
		{ { told }, 1, true }, { { told, none }, 2, true }, { { told, untold }, 2, false },
		{ { untold }, 1, false }, { { told }, 0, false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct avtale a = innstilling(5, "MMMKK");

		a.group = cases[i].group;
		a.n_group = cases[i].n;
		assert_true(avtale_check(mem, &a).deputies_known == cases[i].known);
	}
}

static void the_gender_of_deputies_is_that_of_the_body_or_of_each_group(void **state)
{
	static const struct { const char *ap, *h; bool body, groups; } cases[] = {
		{ "MK", "KMK", true, true },
		{ "MM", "KKM", true, false },
		{ "MMMKK", "MMMKK", true, true },
		{ "MMMKK", "MMK", false, true },        /* 5-3 of eight: four are needed      */
		{ "MMMM", "M", false, false },
		{ "", "MK", true, true },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const struct avtale_group group[] = {
			{ "Ap", 3, strlen(cases[i].ap), people(cases[i].ap) },
			{ "H", 3, strlen(cases[i].h), people(cases[i].h) },
		};
		struct avtale a = innstilling(6, "MMMKKK");
		struct avtale_result r;

		a.group = group;
		a.n_group = 2;
		r = avtale_check(mem, &a);
		assert_true(r.deputies_known);
		assert_true(r.deputies.ok == cases[i].body);
		assert_true(r.groups_ok == cases[i].groups);
		assert_true(r.deputies_open == (cases[i].body != cases[i].groups));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(gender_is_measured_over_the_whole_body),
		cmocka_unit_test(the_innstilling_has_as_many_names_as_seats),
		cmocka_unit_test(a_body_of_council_members_goes_as_far_as_the_council_reaches),
		cmocka_unit_test(without_the_council_nobody_knows_what_is_possible),
		cmocka_unit_test(one_vote_against_gives_forholdsvalg),
		cmocka_unit_test(a_group_has_at_most_two_deputies_more_than_members),
		cmocka_unit_test(one_group_that_has_not_told_leaves_the_gender_of_deputies_unknown),
		cmocka_unit_test(the_gender_of_deputies_is_that_of_the_body_or_of_each_group),
	};

	return cmocka_run_group_tests(tests, arena_begin, arena_end);
}
