/* The table of municipalities: what ships, what an import changes, what it refuses. */
#include "site_help.h"

#include <stdio.h>

#include "app/kommune/kommune.h"
#include "app/sider.h"
#include "store/right.h"

#define HEAD "nr,navn,navn_offisielt,fylke,innbyggere,aar,maalform,samisk,fra,til\n"
#define F_HEAD "nr,navn,navn_offisielt,fra,til\n"

static int setup(void **state)
{
	*state = site_open(all_pages);
	return 0;
}

static int teardown(void **state)
{
	site_close(*state);
	return 0;
}

static enum outcome import(struct site_test *t, const char *kommuner, const char *fylker,
                           struct kommune_count *count, const char **error)
{
	enum outcome went;

	*error = "";
	store_request_begin(t->p.site.store, RIGHT_BIT(RIGHT_SYSTEM), false);
	went = kommune_import(t->p.site.store, t->mem,
	                      &(struct kommune_files){ kommuner, fylker }, "2027-01-20", count,
	                      error);
	assert_int_equal(store_request_end(t->p.site.store, went == OUTCOME_OK), OUTCOME_OK);
	assert_true(store_commit(t->p.site.store));
	return went;
}

static enum outcome find(struct site_test *t, const char *nr, const char *date,
                         struct kommune *k)
{
	enum outcome went;

	store_request_begin(t->p.site.store, RIGHT_BIT(RIGHT_ALL), true);
	went = kommune_find(t->p.site.store, t->mem, nr, date, k);
	assert_int_equal(store_request_end(t->p.site.store, false), OUTCOME_OK);
	return went;
}

static void the_table_that_ships_is_there_at_the_first_start(void **state)
{
	struct site_test *t = *state;

	assert_int_equal(site_sql(t, "SELECT count(*) FROM kommune"), 357);
	assert_int_equal(site_sql(t, "SELECT count(*) FROM fylke"), 15);
	assert_int_equal(site_sql(t, "SELECT sum(innbyggere) FROM kommune"), 5627400);
	assert_int_equal(site_sql(t, "SELECT count(*) FROM kommune k WHERE NOT EXISTS "
	                          "(SELECT 1 FROM fylke f WHERE f.nr = k.fylke)"), 0);
}

static void what_is_in_the_table_is_not_filled_again(void **state)
{
	struct site_test *t = *state;

	site_sql(t, "DELETE FROM kommune WHERE nr <> '0301'");
	store_request_begin(t->p.site.store, RIGHT_BIT(RIGHT_SYSTEM), false);
	assert_int_equal(kommune_first(t->p.site.store, t->mem, SITE_TODAY), OUTCOME_OK);
	assert_int_equal(store_request_end(t->p.site.store, true), OUTCOME_OK);
	assert_true(store_commit(t->p.site.store));
	assert_int_equal(site_sql(t, "SELECT count(*) FROM kommune"), 1);
}

static void two_of_the_same_name_are_told_apart_by_county(void **state)
{
	struct site_test *t = *state;
	struct kommune k;

	assert_int_equal(find(t, "1515", SITE_TODAY, &k), OUTCOME_OK);
	assert_string_equal(k.label, "Herøy (Møre og Romsdal)");
	assert_int_equal(find(t, "1818", SITE_TODAY, &k), OUTCOME_OK);
	assert_string_equal(k.label, "Herøy (Nordland)");
	assert_int_equal(find(t, "3101", SITE_TODAY, &k), OUTCOME_OK);
	assert_string_equal(k.label, "Halden");
	assert_int_equal(find(t, "0001", SITE_TODAY, &k), OUTCOME_NOT_FOUND);
	assert_int_equal(find(t, "3101", "2023-12-31", &k), OUTCOME_NOT_FOUND);
}

static void the_list_is_in_norwegian_order(void **state)
{
	struct site_test *t = *state;
	struct kommune *k;
	size_t n, aal = 0, aa = 0, oe = 0;

	store_request_begin(t->p.site.store, RIGHT_BIT(RIGHT_ALL), true);
	assert_int_equal(kommune_list(t->p.site.store, t->mem, SITE_TODAY, &k, &n), OUTCOME_OK);
	assert_int_equal(store_request_end(t->p.site.store, false), OUTCOME_OK);
	assert_int_equal(n, 357);
	for (size_t i = 0; i < n; i++) {
		aal = strcmp(k[i].name, "Ål") == 0 ? i : aal;
		aa = strcmp(k[i].name, "Alver") == 0 ? i : aa;
		oe = strcmp(k[i].name, "Øygarden") == 0 ? i : oe;
	}
	assert_true(aa < oe && oe < aal && aal > 340);
}

static void the_default_language_is_the_municipalitys(void **state)
{
	struct site_test *t = *state;
	struct kommune k;

	assert_int_equal(find(t, "1114", SITE_TODAY, &k), OUTCOME_OK);
	assert_int_equal(kommune_lang(&k), LANG_NN);
	assert_int_equal(find(t, "0301", SITE_TODAY, &k), OUTCOME_OK);
	assert_int_equal(kommune_lang(&k), LANG_NB);
}

static void an_import_ends_what_is_gone_and_adds_what_is_new(void **state)
{
	struct site_test *t = *state;
	struct kommune_count count;
	const char *error;

	site_sql(t, "DELETE FROM kommune WHERE nr NOT IN ('0301', '1101', '1103')");
	site_sql(t, "INSERT INTO kommune (nr, navn, navn_offisielt, sortering, fylke, maalform, "
	         "fra) VALUES ('9999', 'Lillevik', 'Lillevik', 'lillevik', '99', 'bokmal', "
	         "'2024-01-01')");
	assert_int_equal(import(t, HEAD
		"0301,Oslo,Oslo – Oslove,03,730000,2027,noytral,,2024-01-01,\n"
		"1101,Egersund,Egersund,11,15600,2027,bokmal,,2027-01-01,\n"
		"1199,Nyby,Nyby,11,,,nynorsk,,2027-01-10,\n", NULL, &count, &error), OUTCOME_OK);
	assert_int_equal(count.added, 2);
	assert_int_equal(count.changed, 1);
	assert_int_equal(count.ended, 2);
	assert_string_equal(site_sql_text(t, "SELECT group_concat(nr || ' ' || fra || ' ' || "
		"coalesce(til, '-'), ', ') FROM (SELECT * FROM kommune ORDER BY nr, fra)"),
		"0301 2024-01-01 -, 1101 2024-01-01 2026-12-31, 1101 2027-01-01 -, "
		"1103 2024-01-01 2027-01-09, 1199 2027-01-10 -, 9999 2024-01-01 -");
	assert_string_equal(site_sql_text(t, "SELECT navn FROM kommune WHERE nr = '1101' AND "
	                                  "fra <= '2026-06-01' AND til >= '2026-06-01'"),
	                    "Eigersund");
}

static void the_same_file_twice_changes_nothing(void **state)
{
	struct site_test *t = *state;
	static const char file[] = HEAD
		"0301,Oslo,Oslo – Oslove,03,730000,2027,noytral,,2024-01-01,\r\n\r\n";
	struct kommune_count count;
	const char *error;

	assert_int_equal(import(t, file, NULL, &count, &error), OUTCOME_OK);
	assert_int_equal(count.ended, 356);
	assert_string_equal(site_sql_text(t, "SELECT til FROM kommune WHERE nr = '1101'"),
	                    "2027-01-19");
	assert_int_equal(import(t, file, NULL, &count, &error), OUTCOME_OK);
	assert_int_equal(count.added + count.changed + count.ended, 0);
}

static void a_county_can_come_with_its_municipalities(void **state)
{
	struct site_test *t = *state;
	struct kommune_count count;
	const char *error;

	assert_int_equal(import(t, HEAD "6001,Ny,Ny,60,1,2027,bokmal,,2027-01-01,\n",
	                        F_HEAD "60,Nytt fylke,Nytt fylke,2027-01-01,\n", &count, &error),
	                 OUTCOME_OK);
	assert_string_equal(site_sql_text(t, "SELECT til FROM fylke WHERE nr = '11'"),
	                    "2026-12-31");
}

static void a_wrong_row_is_named_and_nothing_is_changed(void **state)
{
	static const struct { const char *kommuner, *fylker, *error; } cases[] = {
		{ "nr;navn\n", NULL, "kommuner, linje 1: den første linjen må være nr,navn," },
		{ HEAD, NULL, "filen har ingen rader" },
		{ HEAD "301,Oslo,Oslo,03,1,2026,noytral,,2024-01-01,\n", NULL,
		  "kommuner, linje 2: nummeret må ha fire siffer" },
		{ HEAD "0301,,Oslo,03,1,2026,noytral,,2024-01-01,\n", NULL,
		  "linje 2: navnet mangler" },
		{ HEAD "0301,Oslo,Oslo,3,1,2026,noytral,,2024-01-01,\n", NULL,
		  "linje 2: fylkesnummeret må ha to siffer" },
		{ HEAD "0301,Oslo,Oslo,77,1,2026,noytral,,2024-01-01,\n", NULL,
		  "linje 2: fylkesnummeret finnes ikke" },
		{ HEAD "0301,Oslo,Oslo,03,-1,2026,noytral,,2024-01-01,\n", NULL,
		  "linje 2: innbyggere og år må være hele tall" },
		{ HEAD "0301,Oslo,Oslo,03,99999999999,2026,noytral,,2024-01-01,\n", NULL,
		  "linje 2: innbyggere og år må være hele tall" },
		{ HEAD "0301,Oslo,Oslo,03,1,2026,riksmal,,2024-01-01,\n", NULL,
		  "linje 2: målformen" },
		{ HEAD "0301,Oslo,Oslo,03,1,2026,noytral,xx,2024-01-01,\n", NULL,
		  "linje 2: samisk" },
		{ HEAD "0301,Oslo,Oslo,03,1,2026,noytral,,2024-02-30,\n", NULL,
		  "linje 2: fra-datoen" },
		{ HEAD "0301,Oslo,Oslo,03,1,2026,noytral,,2024-01-01,2023-01-01\n", NULL,
		  "linje 2: til-datoen er før fra-datoen" },
		{ HEAD "0301,Oslo,Oslo,03,1,2026,noytral,,2024-01-01\n", NULL,
		  "linje 2: linjen må ha 10 kolonner" },
		{ HEAD "0301,Oslo,Oslo,03,1,2026,noytral,,2024-01-01,,,,,,\n", NULL,
		  "linje 2: linjen må ha 10 kolonner" },
		{ HEAD "0301,Oslo,Oslo,03,1,2026,noytral,,2024-01-01,\n"
		  "0301,Oslo,Oslo,03,1,2026,noytral,,2024-01-01,\n", NULL,
		  "linje 3: samme nummer og fra-dato" },
		{ HEAD "0301,Osl\xff,Oslo,03,1,2026,noytral,,2024-01-01,\n", NULL,
		  "linje 2: teksten er ikke UTF-8" },
		{ NULL, F_HEAD "3,Oslo,Oslo,2024-01-01,\n",
		  "fylker, linje 2: nummeret må ha to siffer" },
	};
	struct site_test *t = *state;
	struct kommune_count count;
	const char *error;

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		assert_int_equal(import(t, cases[i].kommuner, cases[i].fylker, &count, &error),
		                 OUTCOME_INVALID);
		if (strstr(error, cases[i].error) == NULL)
			fail_msg("wanted «%s», got «%s»", cases[i].error, error);
		assert_int_equal(site_sql(t, "SELECT count(*) FROM kommune WHERE til IS NULL"),
		                 357);
		assert_int_equal(site_sql(t, "SELECT count(*) FROM fylke WHERE til IS NULL"), 15);
	}
}

static void the_page_names_its_sources(void **state)
{
	struct site_test *t = *state;
	struct browser b = { .t = t };
	const char *page = site_get(&b, "/kommuner").body, *a, *z;

	assert_non_null(strstr(page, "Kilder: Statistisk sentralbyrå (CC BY 4.0), "
	                       "Kartverket (CC BY 4.0)"));
	assert_non_null(strstr(page, "Kárášjohka"));
	a = strstr(page, "Agder (42)");
	z = strstr(page, "Østfold (31)");
	assert_true(a != NULL && z != NULL && a < z);
	assert_int_equal(site_sql(t, "SELECT count(*) FROM kommune"), 357);
}

#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(the_table_that_ships_is_there_at_the_first_start),
		T(what_is_in_the_table_is_not_filled_again),
		T(two_of_the_same_name_are_told_apart_by_county),
		T(the_list_is_in_norwegian_order),
		T(the_default_language_is_the_municipalitys),
		T(an_import_ends_what_is_gone_and_adds_what_is_new),
		T(the_same_file_twice_changes_nothing),
		T(a_county_can_come_with_its_municipalities),
		T(a_wrong_row_is_named_and_nothing_is_changed),
		T(the_page_names_its_sources),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
