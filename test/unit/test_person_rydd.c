/* What is stored of people: keeping it no longer than needed, and the record of it. */
#include "person_scene.h"

#include <sqlite3.h>
#include <stdio.h>
#include <sys/stat.h>
#include <utime.h>

#include "app/person/person.h"

/* The samling of the scene is 15 and 16 January 2027; the clock is moved to a day after. */
static void names_and_phones_go_when_their_time_is_out(void **state)
{
	struct scene h = scene_open(PHASE_LIVE);
	struct tidied d;

	kari_comes(&h);
	d = tidy(&h);
	assert_int_equal(d.phones + d.names + d.texts, 0);
	site_wait(h.t, 2 * DAY);                         /* 17 January */
	assert_int_equal(tidy(&h).phones, 0);
	site_wait(h.t, DAY);
	assert_int_equal(tidy(&h).phones, 1);
	assert_int_equal(tidy(&h).phones, 0);
	assert_int_equal(site_sql(h.t, "SELECT token = id FROM deltaker"), 1);
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM navneliste"), 1);
	site_wait(h.t, 28 * DAY);                        /* 15 February */
	assert_int_equal(tidy(&h).names, 0);
	site_wait(h.t, DAY);
	assert_int_equal(tidy(&h).names, 1);
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM navneliste"), 0);
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM deltaker"), 1);
	site_close(h.t);
	(void)state;
}

static void texts_go_thirty_days_after_the_report_and_figures_stay(void **state)
{
	struct scene h = scene_open(PHASE_ENDED);
	int64_t item = site_item(h.t, h.s, 1, "ordsky", "Forventninger", 15,
	                         "{\"spoersmaal\": \"Hva?\", \"ord\": 3, \"tegn\": 40}");
	int64_t cloud = site_sql(h.t, "INSERT INTO runde (punkt, fase, aapnet, antall) VALUES "
	                         "(%d, 2, 1, 9)", (int)item);
	int64_t vote = asked(&h, LEVEL_ANONYMOUS, ROUND_CLOSED);

	words(&h, cloud, "samhold", 5);
	words(&h, cloud, "hemmelig", 4);
	words(&h, vote, "Ja", 2);
	site_sql(h.t, "INSERT INTO moderering (punkt, tekst, vedtak) VALUES (%d, 'hemmelig', 2)",
	         (int)item);
	site_sql(h.t, "INSERT INTO kort (punkt, tekst, status) VALUES (%d, 'utkast', 0), "
	         "(%d, 'vedtatt', 2)", (int)item, (int)item);
	site_wait(h.t, 20 * DAY);
	site_sql(h.t, "INSERT INTO protokoll (samling, naar, hvem, hva) VALUES (%d, %lld, 'Gunn', "
	         "'rapport_frigitt')", (int)h.s, (long long)world_wall_ms(h.t->p.site.world));
	site_wait(h.t, 30 * DAY);
	assert_int_equal(tidy(&h).texts, 0);
	site_wait(h.t, DAY);
	assert_int_equal(tidy(&h).texts, 5);
	assert_string_equal(site_sql_text(h.t, "SELECT group_concat(DISTINCT verdi) FROM svar "
	                                  "WHERE runde = %d", (int)cloud), "samhold");
	assert_int_equal(site_sql(h.t, "SELECT antall FROM runde WHERE id = %d", (int)cloud), 9);
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM svar WHERE runde = %d", (int)vote), 2);
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM moderering"), 0);
	assert_string_equal(site_sql_text(h.t, "SELECT group_concat(tekst) FROM kort"), "vedtatt");
	site_close(h.t);
	(void)state;
}

static void an_evaluation_keeps_its_numbers(void **state)
{
	struct scene h = scene_open(PHASE_ENDED);
	int64_t item = site_item(h.t, h.s, 1, "evaluering", "Evaluering", 5,
	                         "{\"temaer\": [\"Roller\"], \"neste\": []}");
	int64_t round = site_sql(h.t, "INSERT INTO runde (punkt, fase, aapnet, antall) VALUES "
	                         "(%d, 2, 1, 9)", (int)item);

	words(&h, round, "1=4", 2);
	words(&h, round, "7=1", 1);
	words(&h, round, "6=99", 1);
	words(&h, round, "«1=4»", 1);
	words(&h, round, "Takk for praten", 1);
	site_wait(h.t, 60 * DAY);
	tidy(&h);
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM svar WHERE verdi = '1=4'"), 2);
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM svar"), 3);
	site_close(h.t);
	(void)state;
}

static void contacts_go_with_the_election_period(void **state)
{
	struct scene h = scene_open(PHASE_READY);
	int64_t made = world_wall_ms(h.t->p.site.world);

	site_person(h.t, STAFF_KONTAKT, "k@l.example", "9999");
	site_sql(h.t, "UPDATE person SET opprettet = %lld", (long long)made);
	site_wait(h.t, 289 * DAY);                       /* 31 October 2027 */
	assert_int_equal(tidy(&h).contacts, 0);
	site_wait(h.t, DAY);
	assert_int_equal(tidy(&h).contacts, 1);
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM person WHERE rolle = 2"), 1);
	site_close(h.t);
	(void)state;
}

static bool there(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0;
}

static void old_copies_of_the_program_go(void **state)
{
	struct scene h = scene_open(PHASE_READY);
	const char *folder = site_path(h.t, "%s/sikring", h.t->dir);
	const char *old = site_path(h.t, "%s/gammel.db", folder);
	const char *fresh = site_path(h.t, "%s/ny.db", folder);
	time_t now = (time_t)(world_wall_ms(h.t->p.site.world) / 1000);

	mkdir(folder, 0700);
	fclose(fopen(old, "w"));
	fclose(fopen(fresh, "w"));
	utime(old, &(struct utimbuf){ now, now - 36 * 24 * 3600 });
	utime(fresh, &(struct utimbuf){ now, now - 34 * 24 * 3600 });
	assert_int_equal(tidy(&h).copies, 1);
	assert_false(there(old));
	assert_true(there(fresh));
	site_close(h.t);
	(void)state;
}

static void what_is_gone_is_gone_from_the_disk(void **state)
{
	struct scene h = scene_open(PHASE_LIVE);

	site_sql(h.t, "INSERT INTO navneliste (samling, navn, rolle) VALUES (%d, "
	         "'Sjelden Navnesen', 0)", (int)h.s);
	assert_true(on_disk(&h, "Sjelden Navnesen"));
	site_wait(h.t, 40 * DAY);
	assert_int_equal(tidy(&h).names, 1);
	assert_false(on_disk(&h, "Sjelden Navnesen"));
	site_close(h.t);
	(void)state;
}

/* Somebody reads while it is deleted: it is overwritten the next time, though nothing is
 * deleted then. */
static void what_could_not_be_overwritten_is_next_time(void **state)
{
	struct scene h = scene_open(PHASE_LIVE);
	sqlite3 *reader;

	site_sql(h.t, "INSERT INTO navneliste (samling, navn, rolle) VALUES (%d, "
	         "'Sjelden Navnesen', 0)", (int)h.s);
	assert_int_equal(sqlite3_open(site_path(h.t, "%s/samling.db", h.t->dir), &reader),
	                 SQLITE_OK);
	sqlite3_exec(reader, "BEGIN; SELECT * FROM samling", NULL, NULL, NULL);
	site_wait(h.t, 40 * DAY);
	assert_true(tidy(&h).waits);
	assert_true(on_disk(&h, "Sjelden Navnesen"));
	sqlite3_close(reader);
	assert_false(tidy(&h).waits);
	assert_false(on_disk(&h, "Sjelden Navnesen"));
	site_close(h.t);
	(void)state;
}

/* ---- the record ---- */

static const struct treatment *treatment_of(const char *table, const char *column)
{
	for (const struct treatment *t = treatments; t->column != NULL; t++) {
		size_t n = strlen(table);

		if (strncmp(t->column, table, n) == 0 && t->column[n] == '.' &&
		    (strcmp(t->column + n + 1, column) == 0 || strcmp(t->column + n + 1, "*") == 0))
			return t;
	}
	return NULL;
}

#define COLUMNS "FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' " \
	"AND m.name NOT LIKE 'sqlite%%' AND (c.type IN ('TEXT', 'BLOB') OR " \
	"(m.name IN ('person', 'deltaker', 'navneliste') AND c.name <> 'id') OR EXISTS (SELECT 1 " \
	"FROM pragma_foreign_key_list(m.name) f WHERE f.\"from\" = c.name AND f.\"table\" IN " \
	"('person', 'deltaker', 'navneliste')))"

static void every_column_that_can_tell_of_a_person_is_in_the_record(void **state)
{
	struct scene h = scene_open(PHASE_DRAFT);
	int64_t n = site_sql(h.t, "SELECT count(*) " COLUMNS);

	assert_true(n > 50);
	for (int64_t i = 0; i < n; i++) {
		const char *table = site_sql_text(h.t, "SELECT m.name " COLUMNS " ORDER BY "
		                                  "m.name, c.cid LIMIT 1 OFFSET %d", (int)i);
		const char *column = site_sql_text(h.t, "SELECT c.name " COLUMNS " ORDER BY "
		                                   "m.name, c.cid LIMIT 1 OFFSET %d", (int)i);

		if (treatment_of(table, column) == NULL)
			fail_msg("%s.%s has no line in src/app/person/behandling.c: what is it "
			         "for, on what ground, for how long?", table, column);
	}
	site_close(h.t);
	(void)state;
}

static void every_line_of_the_record_is_a_column(void **state)
{
	struct scene h = scene_open(PHASE_DRAFT);

	for (const struct treatment *t = treatments; t->column != NULL; t++) {
		const char *dot = strchr(t->column, '.');
		int n = (int)(dot - t->column);

		if (site_sql(h.t, "SELECT count(*) FROM pragma_table_info('%.*s') WHERE '%s' IN "
		             "('*', name)", n, t->column, dot + 1) == 0)
			fail_msg("%s is in the record, but not in the database", t->column);
	}
	site_close(h.t);
	(void)state;
}

static void the_page_of_the_record_is_what_the_program_says(void **state)
{
	char *said = NULL, *page = NULL;
	size_t n = 0;
	FILE *mem = open_memstream(&said, &n), *f = fopen(PERSONVERN_MD, "r");

	treatment_write(mem);
	fclose(mem);
	assert_non_null(f);
	assert_int_equal(getdelim(&page, &n, '\0', f) > 0, 1);
	fclose(f);
	if (strstr(page, said) == NULL)
		fail_msg("doc/personvern.md is not what `samling personvern` writes");
	free(said);
	free(page);
	(void)state;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_and_phones_go_when_their_time_is_out),
		cmocka_unit_test(texts_go_thirty_days_after_the_report_and_figures_stay),
		cmocka_unit_test(an_evaluation_keeps_its_numbers),
		cmocka_unit_test(contacts_go_with_the_election_period),
		cmocka_unit_test(old_copies_of_the_program_go),
		cmocka_unit_test(what_is_gone_is_gone_from_the_disk),
		cmocka_unit_test(what_could_not_be_overwritten_is_next_time),
		cmocka_unit_test(every_column_that_can_tell_of_a_person_is_in_the_record),
		cmocka_unit_test(every_line_of_the_record_is_a_column),
		cmocka_unit_test(the_page_of_the_record_is_what_the_program_says),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
