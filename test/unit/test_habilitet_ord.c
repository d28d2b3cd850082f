/* test_habilitet_ord.c - the words and tables of impartiality: family, sections, both forms. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "lib/tid.h"
#include "rules/habilitet/sett.h"
#include "rules/habilitet/tre.h"

#define N(a) (sizeof(a) / sizeof(a)[0])

static enum habil_tie tie(const char *word)
{
	enum habil_tie t = TIE_NONE;

	if (!habil_relation_read(word, &t))
		fail_msg("%s is not read", word);
	return t;
}

/* ---- family ---- */

static void family_is_chosen_by_word_and_judged_by_rule(void **state)
{
	static const struct { enum habil_tie tie; const char *words[16]; } cases[] = {
		{ TIE_B, { "forelder", "besteforelder", "oldeforelder", "barn", "barnebarn",
		           "oldebarn", "sosken", "halvsosken", "adoptivbarn", "ektefelles_forelder",
		           "ektefelles_barn", "ektefelles_sosken", "soskens_ektefelle",
		           "barns_ektefelle", "forelders_ektefelle", "barnebarns_ektefelle" } },
		{ TIE_B, { "ektefelles_besteforeldre", "svigerfar", "svigerdatter", "stebarn",
		           "stemor", "brors_ektefelle", "ektefelles_barnebarn",
		           "besteforelders_ektefelle", "barnebarns_barn" } },
		{ TIE_C, { "ektefelle", "tidligere_ektefelle", "forlovet", "fosterbarn",
		           "fosterforelder", "fostermor", "fraskilt", "separert_ektefelle" } },
		{ TIE_NEAR, { "samboer", "tidligere_samboer", "tidligere_forlovet", "samboers_barn",
		              "samboers_forelder", "samboers_sosken", "soskens_samboer",
		              "barns_samboer", "ektefelles_soskens_ektefelle", "tante_onkel",
		              "niese_nevo", "soskenbarn", "fetter", "nar_venn", "uvenn",
		              "stesosken" } },
		{ TIE_NEAR, { "tidligere_ektefelles_barn", "ektefelles_tante", "soskens_barn",
		              "forelders_sosken", "kjaereste", "tremenning", "grandonkel" } },
		{ TIE_ORDINARY, { "partifelle", "kommunestyrekollega", "bekjent", "nabo" } },
	};

	(void)state;
	for (size_t i = 0; i < N(cases); i++)
		for (size_t k = 0; k < 16 && cases[i].words[k] != NULL; k++)
			if (tie(cases[i].words[k]) != cases[i].tie)
				fail_msg("%s", cases[i].words[k]);
}

static void what_is_no_word_for_a_relation_is_not_read(void **state)
{
	static const char *const words[] = { "", "_", "s", "svoger", "barns", "barns_", "_barn",
		"tidligere", "tidligere_", "tidligere_barn", "barn_tante", "b", "onkels",
		"barnebarns_barnebarns_barnebarns_barnebarns_barnebarns_barnebarns_barnebarn" };
	enum habil_tie t;

	(void)state;
	for (size_t i = 0; i < N(words); i++)
		if (habil_relation_read(words[i], &t))
			fail_msg("«%s» is read", words[i]);
}

/* ---- the tables ---- */

static void is_text(const char *nb, const char *nn, const char *what)
{
	if (nb == NULL || nn == NULL || strlen(nb) < 3 || strlen(nn) < 3)
		fail_msg("%s has not both texts", what);
}

/* That the row is in the table today, in both forms. */
static void is_section(enum lov lov, const char *what)
{
	const struct lov_row *row = lov < LOV__MAX ? lov_row(lov, NULL) : NULL;

	if (row == NULL)
		fail_msg("%s has no section", what);
	is_text(row->nb, row->nn, lov_places[lov].key);
	assert_true(tid_is_date(row->checked));
	assert_true(strncmp(lov_places[lov].address, "https://lovdata.no/", 19) == 0);
}

static void every_leaf_has_a_section_and_its_texts(void **state)
{
	(void)state;
	for (size_t i = 0; i < n_habil_grounds; i++) {
		const struct rule_info *rule = &rule_infos[habil_grounds[i].rule];

		assert_true(rule->n_lov > 0);
		assert_true(rule_in_force(habil_grounds[i].rule, NULL));
		is_text(rule->nb, rule->nn, rule->key);
		for (size_t k = 0; k < rule->n_lov; k++)
			is_section(rule->lov[k], rule->key);
	}
	for (size_t i = 0; i < RULE__MAX; i++)
		if (strncmp(rule_infos[i].key, "habil_", 6) == 0)
			is_section(rule_infos[i].lov[0], rule_infos[i].key);
	for (size_t i = 0; i < HABIL_FACT__MAX; i++)
		is_section(habil_fact_rows[i].lov, habil_fact_rows[i].key);
}

static void words_are_in_both_forms_and_found_by_their_keys(const struct habil_word *w, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		is_text(w[i].nb, w[i].nn, w[i].key);
		assert_int_equal(habil_word_find(w, n, w[i].key), i);
	}
}

static void every_word_is_in_both_forms(void **state)
{
	struct habil_facts f = { .special = (1u << HABIL_SPECIAL__MAX) - 1, .tie = TIE_NEAR };
	struct habil_factor factor[HABIL_FACTORS_MAX];

	(void)state;
	words_are_in_both_forms_and_found_by_their_keys(habil_roles, HABIL_ROLE__MAX);
	words_are_in_both_forms_and_found_by_their_keys(habil_matters, HABIL_MATTER__MAX);
	words_are_in_both_forms_and_found_by_their_keys(habil_agents, HABIL_AGENT__MAX);
	words_are_in_both_forms_and_found_by_their_keys(habil_offices, HABIL_OFFICE__MAX);
	words_are_in_both_forms_and_found_by_their_keys(habil_entities, HABIL_ENTITY__MAX);
	words_are_in_both_forms_and_found_by_their_keys(habil_checklist, n_habil_checklist);
	words_are_in_both_forms_and_found_by_their_keys(habil_outcome_word(HABIL_HABIL),
	                                                HABIL_OUTCOME__MAX);
	for (size_t i = 0; i < HABIL_FACT__MAX; i++)
		is_text(habil_fact_rows[i].nb, habil_fact_rows[i].nn, habil_fact_rows[i].key);
	for (size_t i = 0; i < n_habil_relations; i++) {
		is_text(habil_relations[i].nb, habil_relations[i].nn, habil_relations[i].key);
		assert_int_not_equal(tie(habil_relations[i].key), TIE_NONE);
	}
	for (size_t i = 0; i < HABIL_SPECIAL__MAX; i++)
		assert_int_equal(habil_special_find(habil_specials[i].key), i);
	for (size_t i = 0, n = habil_factors(&f, factor); i < n; i++)
		is_text(factor[i].nb, factor[i].nn, factor[i].key);
}

static void what_opens_an_assessment_and_what_does_not(void **state)
{
	(void)state;
	for (size_t i = 0; i < HABIL_SPECIAL__MAX; i++)
		assert_int_equal(habilitet(&(struct habil_facts){ .special = 1u << i }).outcome,
		                 i < SPECIAL_FELLES ? HABIL_SKJONN : HABIL_HABIL);
	assert_int_equal(habilitet(&(struct habil_facts){ .other = { "noe nytt" },
	                                                  .n_other = 1 }).outcome,
	                 HABIL_SKJONN);
}

/* ---- days ---- */

static void the_act_that_is_not_in_force_is_an_empty_place(void **state)
{
	(void)state;
	assert_null(habil_set_of("2019-10-02"));
	assert_string_equal(habil_set_of("2019-10-03")->key, "fvl1967+koml2018");
	assert_string_equal(habil_set_of(NULL)->key, "fvl1967+koml2018");
	for (size_t i = 0; i < n_habil_sets; i++) {
		assert_true(tid_is_date(habil_sets[i].checked));
		assert_int_equal(habil_sets[i].written, habil_sets[i].from != NULL);
	}
	assert_string_equal(habil_sets[1].law, "LOV-2025-06-20-81");
	assert_null(habil_sets[1].from);
	for (size_t i = 0; i < LOV__MAX; i++)
		assert_null(strstr(lov_places[i].address, "2025-06-20-81"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(family_is_chosen_by_word_and_judged_by_rule),
		cmocka_unit_test(what_is_no_word_for_a_relation_is_not_read),
		cmocka_unit_test(every_leaf_has_a_section_and_its_texts),
		cmocka_unit_test(every_word_is_in_both_forms),
		cmocka_unit_test(what_opens_an_assessment_and_what_does_not),
		cmocka_unit_test(the_act_that_is_not_in_force_is_an_empty_place),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
