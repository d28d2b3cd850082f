/* A section is found by its number, by a word in either language, or by its chapter. */
#include <string.h>

#include "app/lov/finn.h"
#include "app/lov/lov.h"
#include "site_help.h"

static const struct page *const tables[] = { lov_pages, NULL };

static int setup(void **state)
{
	*state = site_open(tables);
	return 0;
}

static int teardown(void **state)
{
	site_close(*state);
	return 0;
}

static void a_word_or_a_number_finds_what_it_says(void **state)
{
	struct site_test *t = *state;
	static const struct { enum lov lov; const char *sought; bool fits; } cases[] = {
		{ KOML_11_3_1, "11-3", true },
		{ KOML_11_3_1, "§ 11-3", true },
		{ KOML_11_3_1, "§11-3", true },
		{ KOML_11_3_1, "11-", false },
		{ KOML_11_3_1, "1-3", false },
		{ KOML_11_3_1, "SAKSLISTE", true },
		{ KOML_11_13_2, "taushetsplikt", true },
		{ KOML_11_13_2, "teieplikt", true },
		{ KOML_11_13_2, "innkalling", false },
		{ KOML_11_13_2, "", false },
		{ KOML_11_13_2, "%%", false },
		{ PBL_10_1_1, "planstrategi", true },
		{ FVL_6_1, "6", true },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(finn_fits(t->mem, cases[i].lov, cases[i].sought), cases[i].fits);
}

static void every_section_of_kommuneloven_and_of_plans_is_in_a_chapter(void **state)
{
	struct site_test *t = *state;

	for (size_t i = 0; i < LOV__MAX; i++) {
		const enum lov_act act = lov_places[i].act;

		if (act == ACT_KOML || act == ACT_PBL) {
			assert_non_null(finn_chapter(t->mem, LANG_NB, (enum lov)i));
			assert_non_null(finn_chapter(t->mem, LANG_NN, (enum lov)i));
		}
	}
	assert_string_equal(finn_chapter(t->mem, LANG_NB, KOML_11_3_1),
	                    "Kapittel 11: Møter, vedtak og innsyn");
	assert_null(finn_chapter(t->mem, LANG_NB, FVL_6_1));
	assert_true(finn_same_chapter(KOML_11_3_1, KOML_11_13_2));
	assert_false(finn_same_chapter(KOML_10_1_1, PBL_10_1_1));
	assert_true(finn_same_chapter(FVL_6_1, FVL_8_2));
}

/* What is told of chapters on the page: a chapter must not come back further down. */
static void chapters_stand_together(void **state)
{
	(void)state;
	for (size_t i = 1; i < LOV__MAX; i++)
		for (size_t k = 0; k + 1 < i; k++)
			if (finn_same_chapter((enum lov)k, (enum lov)i))
				assert_true(finn_same_chapter((enum lov)(i - 1), (enum lov)i));
}

static void the_first_sentence_ends_where_it_ends(void **state)
{
	struct site_test *t = *state;

	assert_string_equal(finn_gist(t->mem, LANG_NB, KOML_5_14),
		"Kommunestyret skal selv vedta et reglement for delegering og innstilling innen "
		"31. desember året etter at det ble konstituert.");
	assert_string_equal(finn_gist(t->mem, LANG_NB, KOML_8_3_1),
		"Du har krav på dekning av reise, mat og overnatting når du reiser for vervet.");
}

static void the_page_finds_and_repeats_nothing_dangerous(void **state)
{
	struct site_test *t = *state;
	struct browser nb = { .t = t };

	assert_in(site_get(&nb, "/lov").body, "Kapittel 11: Møter, vedtak og innsyn");
	assert_out(site_get(&nb, "/lov").body, "treff på");
	assert_in(site_get(&nb, "/lov?ord=11-3").body, "/lov/kommuneloven/11-3#KOML_11_3_1");
	assert_in(site_get(&nb, "/lov?ord=taushetsplikt").body, "treff på «taushetsplikt»");
	assert_in(site_get(&nb, "/lov?ord=zzz%3Cb%3E").body, "Ingen treff på «zzz&lt;b&gt;»");
	assert_out(site_get(&nb, "/lov?ord=zzz%3Cb%3E").body, "zzz<b>");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_word_or_a_number_finds_what_it_says),
		cmocka_unit_test(every_section_of_kommuneloven_and_of_plans_is_in_a_chapter),
		cmocka_unit_test(chapters_stand_together),
		cmocka_unit_test(the_first_sentence_ends_where_it_ends),
		cmocka_unit_test(the_page_finds_and_repeats_nothing_dangerous),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
