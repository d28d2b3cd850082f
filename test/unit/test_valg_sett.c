/* Which rules applied on a day, the open questions, and how bodies, offices and posts are read. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "lib/tid.h"
#include "rules/valg/sett.h"
#include "rules/valg/tvil.h"

static void a_case_is_settled_by_the_rules_of_its_day(void **state)
{
	static const struct { const char *day, *key; } cases[] = {
		{ "2019-10-03", "2019" }, { "2019-10-17", "2019" }, { "2023-06-30", "2019" },
		{ "2023-07-01", "2023" }, { "2023-10-01", "2023" }, { "2024-04-30", "2023" },
		{ "2024-05-01", "2024" }, { "2027-10-05", "2024" },
	};

	(void)state;
	assert_null(valg_set_of("2019-10-02"));
	assert_null(valg_set_of("2015-10-01"));
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(valg_set_of(cases[i].day)->key, cases[i].key);
}

static void sets_stand_in_order_and_begin_on_real_days(void **state)
{
	(void)state;
	for (size_t i = 0; i < n_valg_sets; i++) {
		assert_true(tid_is_date(valg_sets[i].from));
		assert_ptr_equal(valg_set_of(valg_sets[i].from), &valg_sets[i]);
		if (i > 0)
			assert_true(strcmp(valg_sets[i - 1].from, valg_sets[i].from) < 0);
	}
}

/* §§ 5-12, 7-5 fourth and 7-8 second paragraph, as they came on 1 July 2023. */
static void the_way_of_voting_is_that_of_the_day(void **state)
{
	static const struct { enum organ organ; enum voting_way before, since; } cases[] = {
		{ ORGAN_FORMANNSKAP, WAY_WRITTEN, WAY_CHOSEN },
		{ ORGAN_KONTROLLUTVALG, WAY_WRITTEN, WAY_CHOSEN },
		{ ORGAN_ORDFOERER, WAY_UNSAID, WAY_SIGNS },
		{ ORGAN_VARAORDFOERER, WAY_UNSAID, WAY_SIGNS },
		{ ORGAN_UTVALG_LEDER, WAY_UNSAID, WAY_SIGNS },
		{ ORGAN_KONTROLLUTVALG_LEDER, WAY_UNSAID, WAY_SIGNS },
		{ ORGAN_UNGDOMSRAAD_LEDER, WAY_UNSAID, WAY_ON_DEMAND },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		enum organ organ = cases[i].organ;

		assert_int_equal(valg_way(valg_set_of("2023-06-30"), organ), cases[i].before);
		assert_int_equal(valg_way(valg_set_of("2023-07-01"), organ), cases[i].since);
		assert_int_equal(valg_way(valg_set_of("2024-05-01"), organ), cases[i].since);
	}
}

static void what_came_in_2023_and_2024_is_in_the_set(void **state)
{
	const struct valg_set *first = valg_set_of("2019-11-01"), *now = valg_set_of("2027-10-01");

	(void)state;
	assert_null(first->settemedlem);
	assert_string_equal(now->settemedlem, "§ 7-11");
	assert_string_equal(first->suspension, "§ 7-11");
	assert_string_equal(now->suspension, "§ 7-12");
	assert_false(first->deputy_nyvalg);
	assert_true(now->deputy_nyvalg && valg_set_of("2023-07-01")->deputy_nyvalg);
	assert_string_equal(valg_set_of("2023-09-11")->direct_act, "valgloven 2002");
	assert_string_equal(now->direct_act, "valgloven 2023");
}

static void every_open_question_has_a_key_readings_and_sections(void **state)
{
	(void)state;
	assert_null(tvil_row(TVIL_NONE));
	for (int q = TVIL_NONE + 1; q < TVIL__MAX; q++) {
		const struct tvil_row *row = tvil_row((enum tvil)q);
		enum tvil found = TVIL_NONE;

		assert_non_null(row->key);
		assert_true(tvil_read(row->key, &found));
		assert_int_equal(found, q);
		assert_non_null(strstr(row->sections, "§"));
		assert_in_range(row->n_reading, 1, TVIL_READINGS);
		assert_true(row->fallback == TVIL_ASK || row->fallback < row->n_reading);
		for (size_t i = 0; i < TVIL_READINGS; i++) {
			assert_true((row->reading[i] != NULL) == (i < row->n_reading));
			if (i < row->n_reading)
				assert_int_equal(tvil_reading(found, row->reading[i]), i);
		}
		assert_true(tvil_reading(found, "noe annet") == TVIL_ASK);
	}
}

static void the_default_of_an_open_question(void **state)
{
	static const struct { const char *key, *reading; } cases[] = {
		{ "liste_tom", NULL }, { "vara_uten_plass", "ingen" },
		{ "vara_faa", "av_de_som_er" }, { "vara_rekkefoelge", "listens_rekkefoelge" },
		{ "blanke", "blank_teller" }, { "enstemmig_blank", NULL },
		{ "avtale_vara_kjoenn", "hele_organet" }, { "ny_kandidat", "tillatt" },
		{ "minste_navn", "ingen_grense" }, { "to_lister", "avvises" },
		{ "tre_medlemmer", "begge_kjoenn" }, { "stemmetegn", "er_stemmetegn" },
		{ "lodd", "fysisk" }, { "slengere_broek", "rund_ned" },
		{ "flest_stemmer", "listestemmer" }, { "samme_person", "avvis_den_andre" },
		{ "vara_nyvalg", "nyvalg" }, { "settemedlem", NULL },
	};
	enum tvil found = TVIL_NONE;

	(void)state;
	assert_int_equal(sizeof cases / sizeof *cases, TVIL__MAX - 1);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		size_t fallback;

		assert_true(tvil_read(cases[i].key, &found));
		fallback = tvil_row(found)->fallback;
		if (cases[i].reading == NULL)
			assert_true(fallback == TVIL_ASK);
		else
			assert_string_equal(tvil_row(found)->reading[fallback], cases[i].reading);
	}
	found = TVIL_NONE;
	assert_false(tvil_read("noe annet", &found));
	assert_int_equal(found, TVIL_NONE);
}

static void bodies_are_read_as_people_write_them(void **state)
{
	static const struct { const char *word; enum organ organ; } cases[] = {
		{ "formannskap", ORGAN_FORMANNSKAP }, { "Formannskapet", ORGAN_FORMANNSKAP },
		{ "fylkesutvalg", ORGAN_FORMANNSKAP }, { "kommunestyre", ORGAN_KOMMUNESTYRE },
		{ "fylkesting", ORGAN_KOMMUNESTYRE }, { "kommunestyrekomité", ORGAN_KOMITE },
		{ "kommunestyrekomite", ORGAN_KOMITE }, { "ordfører", ORGAN_ORDFOERER },
		{ "ordforer", ORGAN_ORDFOERER }, { "ordfoerer", ORGAN_ORDFOERER },
		{ "ORDFØRER", ORGAN_ORDFOERER }, { "varaordforer", ORGAN_VARAORDFOERER },
		{ "kontrollutvalg_leder", ORGAN_KONTROLLUTVALG_LEDER },
		{ "leder av kontrollutvalget", ORGAN_KONTROLLUTVALG_LEDER },
		{ "kontrollutvalg_nestleder", ORGAN_KONTROLLUTVALG },
		{ "nestleder i kontrollutvalget", ORGAN_KONTROLLUTVALG },
		{ "kontrollutvalget", ORGAN_KONTROLLUTVALG },
		{ "utvalgsleder", ORGAN_UTVALG_LEDER },
		{ "nestleder", ORGAN_UTVALG_LEDER }, { "ungdomsråd", ORGAN_UNGDOMSRAAD },
		{ "ungdomsraad_leder", ORGAN_UNGDOMSRAAD_LEDER },
		{ "leder av ungdomsrådet", ORGAN_UNGDOMSRAAD_LEDER },
		{ "eldreråd", ORGAN_MEDVIRKNING }, { "kommuneråd", ORGAN_KOMMUNERAAD },
		{ "fylkesraad", ORGAN_KOMMUNERAAD }, { "råd", ORGAN_KOMMUNERAAD },
		{ "varamedlem i formannskapet", ORGAN_FORMANNSKAP }, { "utvalg", ORGAN_UTVALG },
		{ "hovedutvalg for oppvekst", ORGAN_UTVALG }, { "planutvalg", ORGAN_UTVALG },
		{ "arbeidsutvalg", ORGAN_ARBEIDSUTVALG }, { "styre", ORGAN_STYRE_INSTITUSJON },
		{ "kommunedelsutvalg", ORGAN_KOMMUNEDELSUTVALG },
		{ "foretak_styre", ORGAN_STYRE_FORETAK }, { "styre i kommunalt foretak",
		  ORGAN_STYRE_FORETAK }, { "klagenemnd", ORGAN_NEMND },
		{ "representantskap", ORGAN_REPRESENTANTSKAP },
		{ "partssammensatt_utvalg", ORGAN_PARTSSAMMENSATT },
	};
	enum organ organ = ORGAN_KOMITE;

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		assert_true(organ_read(cases[i].word, &organ));
		if (organ != cases[i].organ)
			fail_msg("%s is read as %s", cases[i].word, organ_traits(organ)->key);
	}
	organ = ORGAN_KOMITE;
	assert_false(organ_read("sangkor", &organ));
	assert_false(organ_read("", &organ));
	assert_int_equal(organ, ORGAN_KOMITE);
}

static void offices_and_posts_are_read_as_people_write_them(void **state)
{
	static const struct { const char *word; enum verv verv; } offices[] = {
		{ "formannskap", VERV_FORMANNSKAP }, { "varamedlem i formannskapet",
		  VERV_FORMANNSKAP_VARA }, { "formannskap_vara", VERV_FORMANNSKAP_VARA },
		{ "ordfører", VERV_ORDFOERER }, { "varaordforer", VERV_VARAORDFOERER },
		{ "kommunestyret", VERV_KOMMUNESTYRE }, { "kontrollutvalg", VERV_KONTROLLUTVALG },
		{ "kommunestyrekomite", VERV_KOMITE }, { "kommuneraad", VERV_KOMMUNERAAD },
		{ "hovedutvalg", VERV_MED_MYNDIGHET }, { "utvalg uten beslutningsmyndighet",
		  VERV_UTEN_MYNDIGHET }, { "eldreråd", VERV_UTEN_MYNDIGHET },
		{ "styremedlem i kommunalt selskap", VERV_SELSKAP }, { "selskap", VERV_SELSKAP },
		{ "raad", VERV_KOMMUNERAAD }, { "IKS", VERV_SELSKAP }, { "AS", VERV_SELSKAP },
		{ "oppgavefellesskap", VERV_FELLESSKAP },
		{ "interkommunalt politisk råd", VERV_FELLESSKAP },
	};
	static const struct { const char *word; enum stilling stilling; } posts[] = {
		{ "", STILLING_INGEN }, { "ingen", STILLING_INGEN }, { "laerer", STILLING_ANSATT },
		{ "lærer", STILLING_ANSATT }, { "sykepleier", STILLING_ANSATT },
		{ "sekretær på en skole", STILLING_ANSATT },
		{ "rådgiver", STILLING_ANSATT },
		{ "regnskapsmedarbeider", STILLING_ANSATT },
		{ "kommunedirektørens rådgiver", STILLING_ANSATT },
		{ "statsforvalter", STILLING_STATSFORVALTER },
		{ "assisterende statsforvalter", STILLING_STATSFORVALTER },
		{ "kommunedirektør", STILLING_KOMMUNEDIREKTOER },
		{ "kommunedirektor", STILLING_KOMMUNEDIREKTOER },
		{ "Kommunedirektoer", STILLING_KOMMUNEDIREKTOER },
		{ "assisterende_kommunedirektoer", STILLING_KOMMUNEDIREKTOER },
		{ "kommunedirektørens stedfortreder", STILLING_KOMMUNEDIREKTOER },
		{ "kommunalsjef", STILLING_KOMMUNALSJEF }, { "etatssjef", STILLING_KOMMUNALSJEF },
		{ "sekretaer", STILLING_SEKRETAER }, { "sekretær for kommunestyret",
		  STILLING_SEKRETAER }, { "oekonomiansvarlig", STILLING_REGNSKAP },
		{ "økonomiansvarlig", STILLING_REGNSKAP }, { "regnskapsleder", STILLING_REGNSKAP },
		{ "regnskapssjef", STILLING_REGNSKAP }, { "revisor", STILLING_REVISOR },
		{ "kontrollutvalgssekretariat", STILLING_KONTROLLSEKRETARIAT },
		{ "ansatt i kontrollutvalgets sekretariat", STILLING_KONTROLLSEKRETARIAT },
		{ "kommunerådets sekretariat", STILLING_RAADSSEKRETARIAT },
		{ "regnskapsansvarlig i foretaket", STILLING_REGNSKAP_VIRKSOMHET },
	};
	enum verv verv = VERV_KOMITE;

	(void)state;
	for (size_t i = 0; i < sizeof offices / sizeof *offices; i++) {
		assert_true(verv_read(offices[i].word, &verv));
		if (verv != offices[i].verv)
			fail_msg("%s is read as %s", offices[i].word, verv_key(verv));
	}
	assert_false(verv_read("speider", &verv));
	assert_int_equal(stilling_read(NULL), STILLING_INGEN);
	for (size_t i = 0; i < sizeof posts / sizeof *posts; i++)
		if (stilling_read(posts[i].word) != posts[i].stilling)
			fail_msg("%s is read as %s", posts[i].word,
			         stilling_key(stilling_read(posts[i].word)));
}

static void what_has_a_key_is_read_back_from_it(void **state)
{
	(void)state;
	for (int i = 0; i < ORGAN__MAX; i++) {
		enum organ organ;

		assert_true(organ_read(organ_traits((enum organ)i)->key, &organ));
		assert_int_equal(organ, i);
	}
	for (int i = 0; i < VERV__MAX; i++) {
		enum verv verv;

		assert_true(verv_read(verv_key((enum verv)i), &verv));
		assert_int_equal(verv, i);
	}
	for (int i = 0; i < STILLING__MAX; i++)
		assert_int_equal(stilling_read(stilling_key((enum stilling)i)), i);
}

/* §§ 5-6, 5-7, 5-9, 9-5 and 23-1. */
static void bodies_have_a_smallest_size(void **state)
{
	static const struct { enum organ organ; size_t least; } cases[] = {
		{ ORGAN_FORMANNSKAP, 5 }, { ORGAN_KONTROLLUTVALG, 5 }, { ORGAN_UTVALG, 3 },
		{ ORGAN_KOMITE, 3 }, { ORGAN_STYRE_FORETAK, 3 }, { ORGAN_ARBEIDSUTVALG, 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(organ_traits(cases[i].organ)->least, cases[i].least);
}

/* §§ 7-5, 7-6 and 7-7. */
static void gender_goes_as_far_as_possible_in_few_bodies(void **state)
{
	(void)state;
	for (int i = 0; i < ORGAN__MAX; i++)
		assert_true(organ_traits((enum organ)i)->mild ==
		            (i == ORGAN_FORMANNSKAP || i == ORGAN_ARBEIDSUTVALG ||
		             i == ORGAN_KOMITE));
}

static void long_words_are_no_harm(void **state)
{
	char word[4096];
	enum organ organ;

	(void)state;
	memset(word, 'a', sizeof word - 1);
	word[sizeof word - 1] = '\0';
	assert_false(organ_read(word, &organ));
	memset(word, 'b', sizeof word - 1);
	assert_false(organ_read(word, &organ));
	assert_int_equal(stilling_read(word), STILLING_ANSATT);
	assert_false(organ_read("\xc3", &organ));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_case_is_settled_by_the_rules_of_its_day),
		cmocka_unit_test(sets_stand_in_order_and_begin_on_real_days),
		cmocka_unit_test(the_way_of_voting_is_that_of_the_day),
		cmocka_unit_test(what_came_in_2023_and_2024_is_in_the_set),
		cmocka_unit_test(every_open_question_has_a_key_readings_and_sections),
		cmocka_unit_test(the_default_of_an_open_question),
		cmocka_unit_test(bodies_are_read_as_people_write_them),
		cmocka_unit_test(offices_and_posts_are_read_as_people_write_them),
		cmocka_unit_test(what_has_a_key_is_read_back_from_it),
		cmocka_unit_test(bodies_have_a_smallest_size),
		cmocka_unit_test(gender_goes_as_far_as_possible_in_few_bodies),
		cmocka_unit_test(long_words_are_no_harm),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
