/* test_habilitet_sak.c - `samling habilitet`: cases in, answers out, and what is said of bad
 * cases. */
#include <stdio.h>
#include <string.h>

#include "app/habilitet/sak.h"
#include "saksfil_help.h"

#define N(a) (sizeof(a) / sizeof(a)[0])

void (*const cases_each)(const char *, size_t, cases_take *, void *) = habil_each;

static const char *field_of(const struct answers *a, size_t i, const char *field)
{
	const char *s = json_string_value(json_object_get(json_array_get(a->all, i), field));

	return s == NULL ? "" : s;
}

/* ---- the cases of the notes ---- */

struct vectors { size_t n, unlike, more; };

static bool has(const json_t *texts, const char *text)
{
	for (size_t i = 0; i < json_array_size(texts); i++)
		if (strcmp(json_string_value(json_array_get(texts, i)), text) == 0)
			return true;
	return false;
}

static void compare(void *arg, const struct saksfil_answer *a)
{
	struct vectors *v = arg;
	const json_t *want = json_object_get(a->in, "sections");
	const json_t *got = json_object_get(a->json, "sections");
	bool same = a->error == NULL && json_equal(json_object_get(a->in, "answer"),
	                                           json_object_get(a->json, "answer"));

	for (size_t i = 0; i < json_array_size(want); i++)
		same = same && has(got, json_string_value(json_array_get(want, i)));
	v->n++;
	v->unlike += !same;
	v->more += same && json_array_size(got) > json_array_size(want);
	if (!same)
		print_error("%s\n", a->error != NULL ? a->error : a->text);
}

/* Sections too; only where nothing at all is told does the answer name more of them. */
static void every_case_of_the_notes_comes_out_as_they_say(void **state)
{
	struct vectors v = { 0 };

	(void)state;
	cases_of_file(VECTORS, compare, &v);
	assert_true(v.n > 50);
	assert_int_equal(v.unlike, 0);
	assert_true(v.more <= 1);
}

/* The blocks of ```json in the manual. */
static void the_examples_of_the_manual_are_true(void **state)
{
	struct vectors v = { 0 };

	(void)state;
	cases_of_manual(MANUAL, compare, &v);
	assert_true(v.n >= 3);
	assert_int_equal(v.unlike, 0);
}

/* ---- what an answer holds ---- */

static void where_the_body_assesses_there_are_factors_and_no_verdict(void **state)
{
	struct answers a = answer("{'id': 'x', 'facts': {'relasjon': 'samboer', 'sakstype': "
		"'regelverk_generelt', 'saerlige_forhold': ['ny_bil', "
		"'felles_interesse_stor_gruppe']}}");
	const json_t *one = json_array_get(a.all, 0);

	(void)state;
	assert_string_equal(field_of(&a, 0, "answer"), "skjonn");
	assert_int_equal(json_array_size(json_object_get(one, "factors")), 4);
	assert_true(json_is_true(json_object_get(one, "body_decides")));
	assert_non_null(strstr(a.text.p, "Organet vurderer og avgjør."));
	assert_non_null(strstr(a.text.p, "  - ny bil\n"));
	assert_null(strstr(a.text.p, "Inhabil"));
	assert_null(strstr(a.text.p, "Habil"));
	answers_free(&a);
}

static void no_factors_stand_where_the_law_decides(void **state)
{
	struct answers a = answer("{'facts': {'part_selv': true, 'saerlige_forhold': "
	                          "['nar_nabo'], 'haster': true}}");
	const json_t *one = json_array_get(a.all, 0), *grounds = json_object_get(one, "grounds");

	(void)state;
	assert_int_equal(json_array_size(json_object_get(one, "factors")), 0);
	assert_int_equal(json_array_size(grounds), 2);
	assert_true(json_is_true(json_object_get(json_array_get(grounds, 0), "deciding")));
	assert_true(json_is_false(json_object_get(json_array_get(grounds, 1), "deciding")));
	assert_true(has(json_object_get(one, "provisional"), "fvl § 7"));
	answers_free(&a);
}

static void what_is_not_known_is_asked_for(void **state)
{
	static const struct { const char *facts, *field; } cases[] = {
		{ "{'part_selv': null}", "part_selv" },
		{ "{'relasjon': null}", "relasjon" },
		{ "{'verv': {'rolle': 'leder'}}", "verv.enhet" },
		{ "{'verv': {'enhet': 'selskap'}}", "verv.rolle" },
		{ "{'forberedt_som_ansatt': true, 'sakstype': null}", "sakstype" },
		{ "{'rolle': 'ansatt', 'overordnet_inhabil': true, 'skal_avgjore': null}",
		  "skal_avgjore" },
		{ "{'type': 'prosedyre', 'tekst': 'Noe helt annet.'}", "sporsmal" },
		{ "{'type': 'prosedyre', 'medlemmer': 19, 'antall_reist': 3}", "motte" },
	};

	(void)state;
	for (size_t i = 0; i < N(cases); i++) {
		char text[200];
		struct answers a;
		const json_t *missing;

		snprintf(text, sizeof text, "{'facts': %s}", cases[i].facts);
		a = answer(text);
		missing = json_array_get(json_object_get(json_array_get(a.all, 0), "missing"), 0);
		assert_string_equal(field_of(&a, 0, "answer"), "mangler_opplysninger");
		assert_string_equal(json_string_value(json_object_get(missing, "field")),
		                    cases[i].field);
		assert_non_null(strchr(json_string_value(json_object_get(missing, "question")),
		                       '?'));
		answers_free(&a);
	}
}

static void a_case_that_is_an_assessment_says_so(void **state)
{
	struct answers a = answer("{'id': 'x', 'sikkerhet': 'egen_vurdering', 'facts': {}}");

	(void)state;
	assert_non_null(strstr(a.text.p, "Vurdering, ikke fasit.\n"));
	answers_free(&a);
}

static void numbers_make_the_answer_of_a_procedure(void **state)
{
	static const struct { const char *facts, *answer; } cases[] = {
		{ "'medlemmer': 19, 'motte': 17, 'antall_reist': 8", "alle_moter" },
		{ "'medlemmer': 19, 'motte': 17, 'antall_reist': 7", "de_ovrige" },
		{ "'medlemmer': 19, 'motte': 9, 'antall_reist': 1", "ikke_vedtaksfor" },
		{ "'kreves_av': 3, 'dager': 21", "kan_kreve_lovlighetskontroll" },
		{ "'kreves_av': 3, 'dager': 22", "for_sent" },
		{ "'kreves_av': 2, 'dager': 2", "for_fa_medlemmer" },
		{ "'sporsmal': 'moteleder'", "nestleder_leder" },
		{ "'tekst': 'NN ble erklært inhabil for 30 dager siden.'", "for_sent" },
	};

	(void)state;
	for (size_t i = 0; i < N(cases); i++) {
		char text[200];
		struct answers a;

		snprintf(text, sizeof text, "{'facts': {'type': 'prosedyre', %s}}",
		         cases[i].facts);
		a = answer(text);
		assert_string_equal(field_of(&a, 0, "answer"), cases[i].answer);
		answers_free(&a);
	}
}

/* ---- what is wrong ---- */

static void what_is_wrong_is_said_with_field_and_section(void **state)
{
	static const struct { const char *text, *says; } cases[] = {
		{ "", "Filen er tom." },
		{ "[", "Listen av saker blir ikke avsluttet." },
		{ "7", "En sak er et objekt" },
		{ "{'id': 'a'}", "a: facts: Feltet mangler." },
		{ "{'id': 'a', 'facts': {}, 'more': 1}", "a: more: Feltet finnes ikke her." },
		{ "{'id': 'a', 'facts': 1}", "a: facts: Her skal det stå et objekt" },
		{ "{'facts': {'part': true}}", "facts.part: Feltet finnes ikke her. "
		  "(forvaltningsloven § 6 første ledd)" },
		{ "{'facts': {'part_selv': 1}}", "facts.part_selv: Her skal det stå true eller "
		  "false. (forvaltningsloven § 6 første ledd bokstav a)" },
		{ "{'facts': {'relasjon': 'svoger'}}", "facts.relasjon: «svoger» er ikke et ord" },
		{ "{'facts': {'relasjon': 1}}", "facts.relasjon: Her skal det stå en tekst" },
		{ "{'facts': {'sakstype': 'sak'}}", "facts.sakstype: «sak» er ikke et av" },
		{ "{'facts': {'verv': {'rolle': 'kasserer', 'enhet': 'forening'}}}",
		  "facts.verv.rolle: «kasserer»" },
		{ "{'facts': {'verv': {'navn': 'x'}}}", "facts.verv.navn: Feltet finnes ikke" },
		{ "{'facts': {'saerlige_forhold': 'x'}}", "facts.saerlige_forhold: Her skal det "
		  "stå en liste" },
		{ "{'facts': {'saerlige_forhold': [1]}}", "facts.saerlige_forhold[0]: Her" },
		{ "{'facts': {'part_selv': true, 'part_selv': false}}",
		  "facts.part_selv: Linje 1: feltet står to ganger." },
		{ "{'facts': {'apenbart_uten_betydning': true, 'saerlige_forhold': "
		  "['saerlig_ulempe']}}", "facts.apenbart_uten_betydning: Dette passer ikke "
		  "sammen med «saerlige_forhold». (forvaltningsloven § 6 fjerde ledd)" },
		{ "{'facts': {'verv': {'rolle': 'leder', 'enhet': 'stiftelse', "
		  "'handler_for_offentlig_morselskap': true}}}",
		  "facts.verv.handler_for_offentlig_morselskap: Dette passer ikke sammen med "
		  "«verv.enhet»." },
		{ "{'facts': {'type': 'annet'}}", "facts.type: Her skal det stå" },
		{ "{'facts': {'type': 'prosedyre', 'sporsmal': 'x'}}", "facts.sporsmal: «x»" },
		{ "{'facts': {'type': 'prosedyre', 'medlemmer': 19, 'motte': 20, 'antall_reist': "
		  "1}}", "facts.motte: Tallet kan ikke være større enn «medlemmer»." },
		{ "{'facts': {'type': 'prosedyre', 'medlemmer': 19, 'motte': 9, 'antall_reist': "
		  "10}}", "facts.antall_reist: Tallet kan ikke være større enn «motte»." },
		{ "{'facts': {'type': 'prosedyre', 'medlemmer': 0, 'motte': 0, 'antall_reist': "
		  "0}}", "facts.medlemmer: Et organ har medlemmer." },
		{ "{'facts': {'type': 'prosedyre', 'part_selv': true}}",
		  "facts.part_selv: Feltet" },
		{ "{'date': '2019-10-02', 'facts': {}}", "date: Vi har ikke reglene" },
		{ "{'date': '2026-02-30', 'facts': {}}", "date: Her skal det stå en dato" },
	};

	(void)state;
	for (size_t i = 0; i < N(cases); i++) {
		struct answers a = answer(cases[i].text);

		if (a.wrong != 1 || strncmp(a.error, cases[i].says, strlen(cases[i].says)) != 0)
			fail_msg("%s: «%s»", cases[i].text, a.error);
		answers_free(&a);
	}
}

static void one_bad_case_hides_no_other(void **state)
{
	struct answers a = answer("[{'id': 'a', 'facts': {'part_selv': true}}, {'id': 'b', "
		"'facts': {'part_selv': 'ja'}}, {'id': 'c', 'facts': {'x' 1}}, {'id': 'd', "
		"'facts': {'relasjon': 'barn'}}]");

	(void)state;
	assert_int_equal(json_array_size(a.all), 4);
	assert_int_equal(a.wrong, 2);
	assert_string_equal(field_of(&a, 0, "answer"), "inhabil_automatisk");
	assert_string_equal(field_of(&a, 1, "answer"), "");
	assert_string_equal(field_of(&a, 2, "id"), "c");
	assert_string_equal(field_of(&a, 3, "answer"), "inhabil_automatisk");
	answers_free(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_case_of_the_notes_comes_out_as_they_say),
		cmocka_unit_test(the_examples_of_the_manual_are_true),
		cmocka_unit_test(where_the_body_assesses_there_are_factors_and_no_verdict),
		cmocka_unit_test(no_factors_stand_where_the_law_decides),
		cmocka_unit_test(what_is_not_known_is_asked_for),
		cmocka_unit_test(a_case_that_is_an_assessment_says_so),
		cmocka_unit_test(numbers_make_the_answer_of_a_procedure),
		cmocka_unit_test(what_is_wrong_is_said_with_field_and_section),
		cmocka_unit_test(one_bad_case_hides_no_other),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
