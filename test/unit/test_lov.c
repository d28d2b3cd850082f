/* test_lov.c - the table of sections, as it is in lov/. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "lib/arena.h"
#include "lib/tid.h"
#include "rules/lov.h"

#define N(a) (sizeof(a) / sizeof(a)[0])

static int setup(void **state)
{
	*state = arena_new(1 << 20);
	return 0;
}

static int teardown(void **state)
{
	arena_free(*state);
	return 0;
}

static void names_are_said_as_lawyers_say_them(void **state)
{
	static const struct { enum lov lov; const char *nb, *nn, *address; } cases[] = {
		{ KOML_7_6_3, "kommuneloven § 7-6 tredje ledd", "kommunelova § 7-6 tredje ledd",
		  "https://lovdata.no/lov/2018-06-22-83/§7-6" },
		{ KOML_5_5_2_A, "kommuneloven § 5-5 andre ledd bokstav a",
		  "kommunelova § 5-5 andre ledd bokstav a",
		  "https://lovdata.no/lov/2018-06-22-83/§5-5" },
		{ VALGL_3_2, "valgloven § 3-2", "vallova § 3-2",
		  "https://lovdata.no/lov/2023-06-16-62/§3-2" },
	};

	(void)state;
	for (size_t i = 0; i < N(cases); i++) {
		const struct lov_place *p = &lov_places[cases[i].lov];

		assert_string_equal(p->nb, cases[i].nb);
		assert_string_equal(p->nn, cases[i].nn);
		assert_string_equal(p->address, cases[i].address);
	}
}

static void a_row_is_that_of_its_day(void **state)
{
	const struct lov_row *before = lov_row(KOML_7_6_1, "2023-06-30");
	const struct lov_row *after = lov_row(KOML_7_6_1, "2023-07-01");

	(void)state;
	assert_non_null(before);
	assert_non_null(after);
	assert_ptr_not_equal(before, after);
	assert_string_equal(before->to, "2023-06-30");
	assert_non_null(before->doubt_nb);
	assert_null(after->to);
	assert_ptr_equal(lov_row(KOML_7_6_1, NULL), after);
	assert_null(lov_row(KOML_7_6_1, "1999-01-01"));
	assert_null(lov_row(KOML_7_8_2, "2023-06-30"));         /* the open vote came then */
	assert_non_null(lov_row(KOML_7_8_2, "2023-07-01"));
}

static void a_rule_is_in_force_from_its_day(void **state)
{
	(void)state;
	assert_false(rule_in_force(RULE_FLERTALL_AAPENT, "2023-06-30"));
	assert_true(rule_in_force(RULE_FLERTALL_AAPENT, "2023-07-01"));
	assert_true(rule_in_force(RULE_FLERTALL_AAPENT, NULL));
}

static void acts_and_rules_are_found_by_name(void **state)
{
	(void)state;
	assert_int_equal(lov_act_find("valgloven"), ACT_VALGL);
	assert_int_equal(lov_act_find("regler"), ACT__MAX);
	assert_int_equal(lov_find("KOML_7_6_3"), KOML_7_6_3);
	assert_int_equal(lov_find("KOML_99_1"), LOV__MAX);
	assert_int_equal(rule_find("kjoenn_opprykk"), RULE_KJOENN_OPPRYKK);
	assert_int_equal(rule_find(""), RULE__MAX);
}

static void every_row_has_its_texts_and_days(void **state)
{
	(void)state;
	for (size_t i = 0; i < LOV__MAX; i++) {
		const struct lov_place *p = &lov_places[i];

		assert_true(p->n_row > 0);
		for (size_t k = 0; k < p->n_row; k++) {
			assert_int_equal(p->row[k].lov, i);
			assert_true(tid_is_date(p->row[k].from));
			assert_true(tid_is_date(p->row[k].checked));
			assert_true(p->row[k].to == NULL || tid_is_date(p->row[k].to));
			assert_true(strlen(p->row[k].nb) > 10 && strlen(p->row[k].nn) > 10);
		}
	}
}

/* A reader of the code can go from a rule to what does it, and back. */
static void the_function_of_a_rule_is_in_its_file(void **state)
{
	struct arena *mem = *state;

	for (size_t i = 0; i < RULE__MAX; i++) {
		const char *done_in = rule_infos[i].done_in, *name = strchr(done_in, ' ');
		char *text = arena_get(mem, 100000);
		FILE *f;

		assert_non_null(name);
		f = fopen(arena_printf(mem, "%s/%.*s", SOURCES, (int)(name - done_in), done_in),
		          "r");
		if (f == NULL)
			fail_msg("%s: %s is not there", rule_infos[i].key, done_in);
		text[fread(text, 1, 99999, f)] = '\0';
		fclose(f);
		if (strstr(text, arena_printf(mem, "%s(", name + 1)) == NULL)
			fail_msg("%s: %s has no such function", rule_infos[i].key, done_in);
		arena_reset(mem);
	}
}

static void rows_that_no_rule_obeys_are_listed(void **state)
{
	FILE *f = fopen(LOV_UTEN_REGEL, "r");
	char line[200];

	(void)state;
	assert_non_null(f);
	for (size_t i = 0; i < LOV__MAX; i++) {
		bool obeyed = false;

		for (size_t r = 0; r < RULE__MAX; r++)
			for (size_t k = 0; k < rule_infos[r].n_lov; k++)
				obeyed = obeyed || rule_infos[r].lov[k] == i;
		assert_int_equal(obeyed, lov_places[i].obeyed);
		if (obeyed)
			continue;
		assert_non_null(fgets(line, sizeof line, f));
		line[strcspn(line, "\t")] = '\0';
		assert_string_equal(line, lov_places[i].key);
	}
	assert_null(fgets(line, sizeof line, f));
	fclose(f);
}

static void provisions_are_cited_in_one_breath(void **state)
{
	static const struct { enum lov lov[6]; size_t n; const char *nb; } cases[] = {
		{ { 0 }, 0, "" },
		{ { KOML_7_6_1 }, 1, "kommuneloven § 7-6 første ledd" },
		{ { KOML_7_6_1, KOML_7_6_3 }, 2, "kommuneloven § 7-6 første og tredje ledd" },
		{ { KOML_7_6_1, KOML_7_6_2, KOML_7_6_3 }, 3,
		  "kommuneloven § 7-6 første, andre og tredje ledd" },
		{ { KOML_7_5_2, KOML_7_6_3, KOML_7_6_5 }, 3,
		  "kommuneloven § 7-5 andre ledd og § 7-6 tredje og femte ledd" },
		{ { KOML_5_5_2, KOML_5_5_2_A, KOML_5_5_5 }, 3,
		  "kommuneloven § 5-5 andre ledd, andre ledd bokstav a og femte ledd" },
		{ { KOML_7_6_1, VALGL_3_2, VALGL_11_4_2 }, 3,
		  "kommuneloven § 7-6 første ledd, valgloven § 3-2 og § 11-4 andre ledd" },
	};

	for (size_t i = 0; i < N(cases); i++)
		assert_string_equal(lov_cite(*state, cases[i].lov, cases[i].n, false),
		                    cases[i].nb);
	assert_string_equal(lov_cite(*state, cases[2].lov, 2, true),
	                    "kommunelova § 7-6 første og tredje ledd");
}

static void the_provisions_of_rules_are_named_once(void **state)
{
	static const enum rule rules[] = { RULE_VALG_LODD, RULE_KJOENN_OPPRYKK,
	                                   RULE_VALG_KVOTIENT };
	enum lov out[LOV__MAX];

	(void)state;
	assert_int_equal(lov_of_rules(rules, N(rules), out), 2);
	assert_int_equal(out[0], KOML_7_6_1);
	assert_int_equal(out[1], KOML_7_6_3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_are_said_as_lawyers_say_them),
		cmocka_unit_test(a_row_is_that_of_its_day),
		cmocka_unit_test(a_rule_is_in_force_from_its_day),
		cmocka_unit_test(acts_and_rules_are_found_by_name),
		cmocka_unit_test(every_row_has_its_texts_and_days),
		cmocka_unit_test(the_function_of_a_rule_is_in_its_file),
		cmocka_unit_test(rows_that_no_rule_obeys_are_listed),
		cmocka_unit_test(provisions_are_cited_in_one_breath),
		cmocka_unit_test(the_provisions_of_rules_are_named_once),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
