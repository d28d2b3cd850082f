/* test_valg_sak.c - `samling valg`: cases in, answers out, and what is said of bad cases. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include <jansson.h>

#include "app/valg/sak.h"
#include "app/valg/sak_felt.h"
#include "app/valg/sak_lodd.h"
#include "app/valg/sak_metode.h"
#include "lib/arena.h"
#include "valg_sak_help.h"

#define N(a) (sizeof(a) / sizeof(a)[0])

/* That the answer to a case is this, in the fields that are named. */
static void expect(const char *text, const char *expected)
{
	struct answers a = answer(text);
	char *json = json_of(expected), where[80];
	json_t *e = json_loads(json, 0, NULL);

	assert_non_null(e);
	free(json);
	if (a.wrong > 0)
		fail_msg("%s: %s", text, a.error);
	if (!sak_agrees(e, answer_result(&a, 0), where, sizeof where)) {
		char *got = json_dumps(answer_result(&a, 0), 0);

		fail_msg("%s: %s is not as expected: %s", text, where, got);
	}
	json_decref(e);
	answers_free(&a);
}

/* ---- what the notes worked out ---- */

struct vectors { size_t n, unlike; };

static void compare(void *arg, const struct saksfil_answer *a)
{
	struct vectors *v = arg;
	const char *id = json_string_value(json_object_get(a->json, "id"));
	char where[80] = "error";

	v->n++;
	if (a->error == NULL && sak_agrees(json_object_get(a->in, "expected"),
	                                   json_object_get(a->json, "result"), where,
	                                   sizeof where))
		return;
	print_error("%s: %s\n", id, a->error != NULL ? a->error : where);
	v->unlike++;
}

static void every_case_of_the_notes_comes_out_as_they_say(void **state)
{
	struct vectors v = { 0 };

	(void)state;
	cases_of_file(VECTORS, compare, &v);
	assert_true(v.n > 200);
	assert_int_equal(v.unlike, 0);
}

/* The blocks of ```json in the manual. */
static void the_examples_of_the_manual_are_true(void **state)
{
	struct vectors v = { 0 };

	(void)state;
	cases_of_manual(MANUAL, compare, &v);
	assert_int_equal(v.n, 3);
	assert_int_equal(v.unlike, 0);
}

/* Every vector with one seat moved from a list to another says so: that is how sharp they are. */
static void mutate(void *arg, const struct saksfil_answer *a)
{
	size_t *mutants = arg;
	json_t *expected = json_deep_copy(json_object_get(a->in, "expected"));
	json_t *seats = json_object_get(expected, "seats_by_list");
	const char *from, *to;
	json_t *had, *got;
	char where[80];

	json_object_foreach(json_object_get(json_object_get(a->in, "expected"), "seats_by_list"),
	                    from, had) {
		const json_int_t n = json_integer_value(had);

		json_object_set_new(seats, from, json_integer(n - 1));
		json_object_foreach(json_object_get(json_object_get(a->in, "expected"),
		                                    "seats_by_list"), to, got) {
			if (n == 0 || strcmp(from, to) == 0)
				continue;
			json_object_set_new(seats, to, json_integer(json_integer_value(got) + 1));
			assert_false(sak_agrees(expected, json_object_get(a->json, "result"), where,
			                        sizeof where));
			assert_string_equal(where, "seats_by_list");
			json_object_set_new(seats, to, json_integer(json_integer_value(got)));
			++*mutants;
		}
		json_object_set_new(seats, from, json_integer(n));
	}
	json_decref(expected);
}

static void every_single_seat_mutant_of_the_notes_is_caught(void **state)
{
	size_t mutants = 0;

	(void)state;
	cases_of_file(VECTORS, mutate, &mutants);
	assert_true(mutants >= 200);
}

/* A test that cannot fail is none. */
static void an_answer_that_is_not_as_expected_is_seen(void **state)
{
	static const struct { const char *expected, *got; bool agrees; } cases[] = {
		{ "{'a': 1}", "{'a': 1, 'b': 2}", true },
		{ "{'a': 1}", "{'a': 2}", false },
		{ "{'a': 1}", "{'b': 1}", false },
		{ "{'a': true}", "{'a': 1}", false },
		{ "{'elected': [1, 2]}", "{'elected': [2, 1]}", false },
		{ "{'flags': [1, 2]}", "{'flags': [2, 1]}", true },
		{ "{'flags': [1, 1]}", "{'flags': [2, 1]}", false },
		{ "{'flags': [1]}", "{'flags': [2, 1]}", false },
		{ "{'seats_by_list': {'A': 1}}", "{'seats_by_list': {'A': 1, 'B': 0}}",
		  false },
		{ "{'outcomes': [{'A': 1}, {'A': 2}]}", "{'outcomes': [{'A': 2}, {'A': 1}]}",
		  true },
		{ "{'alternatives': [{'rule': 'x'}]}",
		  "{'alternatives': [{'rule': 'x', 'more': 1}]}", false },
	};
	char where[80];

	(void)state;
	for (size_t i = 0; i < N(cases); i++) {
		char *expected = json_of(cases[i].expected), *got = json_of(cases[i].got);
		json_t *e = json_loads(expected, 0, NULL), *g = json_loads(got, 0, NULL);

		assert_int_equal(sak_agrees(e, g, where, sizeof where), cases[i].agrees);
		json_decref(e);
		json_decref(g);
		free(expected);
		free(got);
	}
}

/* ---- lots, questions and days ---- */

#define TIE "{'id': 'x', 'method': 'forholdsvalg', 'seats': 1, 'lists': [{'name': 'A', " \
	"'votes': 5}, {'name': 'B', 'votes': 5}]"

static void a_lot_is_asked_for_and_never_drawn_unasked(void **state)
{
	(void)state;
	expect(TIE "}", "{'seats_by_list': {'A': 0, 'B': 0}, 'ties': [{'among': ['A', 'B'], "
	       "'seats_to_draw': 1}], 'outcomes': [{'A': 1, 'B': 0}, {'A': 0, 'B': 1}]}");
	expect(TIE ", 'draws': [{'among': ['B', 'A'], 'drawn': ['B']}]}",
	       "{'seats_by_list': {'A': 0, 'B': 1}, 'draws': [{'among': ['A', 'B'], "
	       "'drawn': ['B'], 'method': 'fysisk'}]}");
}

static void a_draw_that_does_not_fit_is_refused(void **state)
{
	static const struct { const char *draw, *says; } cases[] = {
		{ "{'drawn': ['C']}", "x: draws[0].drawn: C er ikke med i loddet." },
		{ "{'drawn': ['A', 'B']}", "x: draws[0].drawn: Det skal trekkes 1." },
		{ "{'drawn': []}", "x: draws[0].drawn: Det skal trekkes 1." },
		{ "{'among': ['A'], 'drawn': ['A']}", "x: draws[0].among: Loddet står mellom 2" },
		{ "{'among': ['A', 'C'], 'drawn': ['A']}", "x: draws[0].among: Loddet står ikke" },
		{ "{'drawn': ['A']}, {'drawn': ['A']}", "x: draws[1]: Her er det ikke noe" },
	};

	(void)state;
	for (size_t i = 0; i < N(cases); i++) {
		char text[400];
		struct answers a;

		snprintf(text, sizeof text, TIE ", 'draws': [%s]}", cases[i].draw);
		a = answer(text);
		if (strncmp(a.error, cases[i].says, strlen(cases[i].says)) != 0)
			fail_msg("%s: %s", text, a.error);
		answers_free(&a);
	}
}

/* printf '%s' 'rødt eple|x|1|A' | sha256sum begins with 0b3582ac, that of B with fba050c6. */
static void a_draw_with_a_seed_can_be_checked_by_hand(void **state)
{
	static const char *const name[] = { "A", "B" };
	struct arena *mem = arena_new(1 << 20);
	const struct lodd *order = lodd_draw(mem, "rødt eple", "x", 1, name, 2);

	(void)state;
	assert_memory_equal(order[0].hash, "0b3582ac", 8);
	assert_memory_equal(order[1].hash, "fba050c6", 8);
	assert_int_equal(order[0].who, 0);
	assert_int_equal(order[1].who, 1);
	expect(TIE ", 'seed': 'rødt eple'}", "{'seats_by_list': {'A': 1, 'B': 0}}");
	arena_free(mem);
}

/* Any seed gives a draw, and each of many wins about as often. */
static void draws_with_seeds_are_fair(void **state)
{
	static const char *const name[] = { "Ap", "H", "Sp" };
	size_t won[3] = { 0 };

	(void)state;
	for (int i = 0; i < 3000; i++) {
		struct arena *mem = arena_new(1 << 16);
		char seed[20];

		snprintf(seed, sizeof seed, "%d", i);
		won[lodd_draw(mem, seed, "formannskap", 1, name, 3)[0].who]++;
		arena_free(mem);
	}
	for (size_t i = 0; i < 3; i++)
		assert_in_range(won[i], 900, 1100);
}

#define SIX(x) P("K" x, "K") ", " P("M" x, "M") ", " P("K" x "b", "K") ", " P("M" x "b", "M")

#define EMPTY "{'method': 'forholdsvalg', 'seats': 5, 'organ': 'utvalg', 'lists': [{'name': " \
	"'A', 'votes': 12, 'candidates': [" P("K1", "K") ", " P("M1", "M") "]}, {'name': 'B', " \
	"'votes': 3, 'candidates': [" SIX("2") ", " SIX("3") "]}]"

static void what_the_act_leaves_open_is_chosen_by_people(void **state)
{
	(void)state;
	expect(EMPTY "}", "{'uncertain': 'liste_tom'}");
	expect(EMPTY ", 'choices': {'liste_tom': 'ledig'}}",
	       "{'seats_by_list': {'A': 4, 'B': 1}, 'vacant': 2}");
	expect(EMPTY ", 'choices': {'liste_tom': 'neste_kvotient'}}",
	       "{'seats_by_list': {'A': 2, 'B': 3}, 'vacant': 0}");
}

static void a_case_follows_the_rules_of_its_day(void **state)
{
	struct answers a = answer("{'method': 'flertallsvalg', 'seats': 1, 'date': '2023-06-30', "
	                          "'rounds': [{'votes': {'A': 3}}]}");

	(void)state;
	assert_string_equal(json_string_value(json_object_get(answer_result(&a, 0), "rules_of")),
	                    "2019");
	for (size_t i = 0; i < json_array_size(json_object_get(answer_result(&a, 0), "rules")); i++)
		assert_string_not_equal(json_string_value(json_array_get(
			json_object_get(answer_result(&a, 0), "rules"), i)), "flertall_aapent");
	answers_free(&a);
	expect("{'method': 'flertallsvalg', 'seats': 1, 'date': '2023-07-01', 'rounds': "
	       "[{'votes': {'A': 3}}]}", "{'rules_of': '2023', 'rules': ['flertall_valgt', "
	       "'flertall_aapent']}");
}

/* Everything a person needs stands in the text: quotients, seats, moves, sections. */
/* Valgloven ch. 12 and 14, and § 23-1: what a council's own elections do not have. */
static void other_elections_have_their_rules(void **state)
{
	(void)state;
	expect("{'method': 'kandidatkaring', 'organ': 'fylkesting', 'seats': 1, 'ballots': 100, "
	       "'candidates': [{'nr': 1, 'personstemmer': 7}, {'nr': 2, 'personstemmer': 8}]}",
	       "{'elected': [2], 'deputies': [1], 'votes': ['8.00', '0.00']}");
	expect("{'method': 'personvalg', 'seats': 1, 'candidates': [{'name': 'A', "
	       "'representant': 4}, {'name': 'B', 'representant': 4, 'vara': 1}, "
	       "{'name': 'C', 'vara': 2}]}",
	       "{'elected': [], 'ties': [{'among': ['A', 'B'], 'seats_to_draw': 1, 'of': "
	       "'elected'}]}");
	expect("{'method': 'personvalg', 'seats': 1, 'draws': [{'drawn': ['A']}], 'candidates': "
	       "[{'name': 'A', 'representant': 4}, {'name': 'B', 'representant': 4, 'vara': 1}, "
	       "{'name': 'C', 'vara': 2}]}", "{'elected': ['A'], 'deputies': ['B'], 'vacant': 0}");
	expect("{'method': 'avtalevalg', 'organ': 'kontrollutvalg', 'seats': 5, 'members': "
	       "'KMKMK', 'from_council': 0}", "{'council_member_ok': false}");
	expect("{'method': 'forholdsvalg', 'organ': 'kontrollutvalg', 'seats': 1, 'lists': "
	       "[{'name': 'A', 'votes': 3, 'candidates': [{'name': 'Ida', 'gender': 'K'}, {'name': "
	       "'Bo', 'gender': 'M'}]}], 'council_members': ['Bo']}",
	       "{'council_member_ok': false, 'elected': {'A': ['Ida']}}");
}

static void the_text_says_it_all(void **state)
{
	static const char *const said[] = {
		"kveld: forholdsvalg, formannskap, 5 plasser\n", "Stemmer", "7 (1)",
		"2,333 (5, siste)",
		"  A: 3\n", "Valgt: ", "rykker opp foran", "Vara: ", "§ 7-6 første",
	};
	struct answers a = answer("{'id': 'kveld', 'method': 'forholdsvalg', 'organ': "
		"'formannskap', 'seats': 5, 'lists': [{'name': 'A', 'votes': 7, "
		"'candidates': [" P("M1", "M") ", " P("M2", "M") ", " P("M3", "M") ", " P("K1", "K")
		"]}, {'name': 'B', 'votes': 6, 'candidates': [" FOUR "]}]}");

	(void)state;
	assert_int_equal(a.wrong, 0);
	for (size_t i = 0; i < N(said); i++)
		if (strstr(a.text.p, said[i]) == NULL)
			fail_msg("«%s» is not in:\n%s", said[i], a.text.p);
	answers_free(&a);
}

static void every_method_is_said_in_words(void **state)
{
	struct answers a = answers_of_file(VECTORS);
	struct answers own = answer("{'id': 'navn', 'method': 'personvalg', 'seats': 1, "
		"'candidates': [{'name': 'A', 'representant': 4}]}");

	(void)state;
	for (const struct sak_method *m = sak_methods; m->name != NULL; m++) {
		char head[80];

		snprintf(head, sizeof head, ": %s, ", m->name);
		if (strstr(a.text.p, head) == NULL && strstr(own.text.p, head) == NULL)
			fail_msg("no text for %s", m->name);
	}
	answers_free(&own);
	answers_free(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_case_of_the_notes_comes_out_as_they_say),
		cmocka_unit_test(the_examples_of_the_manual_are_true),
		cmocka_unit_test(every_single_seat_mutant_of_the_notes_is_caught),
		cmocka_unit_test(an_answer_that_is_not_as_expected_is_seen),
		cmocka_unit_test(a_lot_is_asked_for_and_never_drawn_unasked),
		cmocka_unit_test(a_draw_that_does_not_fit_is_refused),
		cmocka_unit_test(a_draw_with_a_seed_can_be_checked_by_hand),
		cmocka_unit_test(draws_with_seeds_are_fair),
		cmocka_unit_test(what_the_act_leaves_open_is_chosen_by_people),
		cmocka_unit_test(a_case_follows_the_rules_of_its_day),
		cmocka_unit_test(other_elections_have_their_rules),
		cmocka_unit_test(the_text_says_it_all),
		cmocka_unit_test(every_method_is_said_in_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
