/* What is stored of people: seeing it, erasing it, keeping it no longer than needed. */
#include "samling_scene.h"

#include <dirent.h>
#include <stdio.h>
#include <sys/stat.h>
#include <utime.h>

#include "app/person/person.h"
#include "store/right.h"

#define DAY (INT64_C(24) * 3600 * 1000)

static struct store *store_of(struct scene *h)
{
	return h->t->p.site.store;
}

/* Kari on the list, on a phone, in a group, at the rostrum, with a named answer in a round
 * that is over and one in a round that is open. */
struct kari { int64_t name, closed, open; };

static int64_t asked(struct scene *h, enum level level, enum round_phase phase)
{
	int64_t item = site_item(h->t, h->s, 1, "flervalg", "Hva nå?", 30,
	                         "{\"spoersmaal\": \"Hva nå?\", \"valg\": [\"Ja\", \"Nei\"], "
	                         "\"flere\": 1}");

	site_sql(h->t, "UPDATE punkt SET nivaa = %d WHERE id = %d", (int)level, (int)item);
	return site_sql(h->t, "INSERT INTO runde (punkt, fase, aapnet, antall) VALUES (%d, %d, 1, "
	                "1)", (int)item, (int)phase);
}

static struct kari kari_comes(struct scene *h)
{
	struct kari k = {
		.name = site_sql(h->t, "INSERT INTO navneliste (samling, navn, parti, rolle, kjoenn, "
		                 "foedt) VALUES (%d, 'Kari Nes', 'Sp', 0, 'K', 1984)", (int)h->s),
		.closed = asked(h, LEVEL_OPEN, ROUND_CLOSED),
		.open = asked(h, LEVEL_OPEN, ROUND_OPEN),
	};

	site_sql(h->t, "INSERT INTO deltaker (id, samling, token, rolle, navn, dato) VALUES "
	         "(x'00112233445566778899aabbccddeeff', %d, randomblob(32), 0, %d, '" SITE_TODAY
	         "')", (int)h->s, (int)k.name);
	site_sql(h->t, "INSERT INTO svar (runde, noekkel, verdi) SELECT %d, id, 'Ja' FROM deltaker",
	         (int)k.closed);
	site_sql(h->t, "INSERT INTO svar (runde, noekkel, verdi) SELECT %d, id, 'Nei' FROM "
	         "deltaker", (int)k.open);
	site_sql(h->t, "INSERT INTO gruppedeling (punkt, fro) SELECT max(id), 1 FROM punkt");
	site_sql(h->t, "INSERT INTO gruppe (punkt, nr, leder) SELECT punkt, 2, %d FROM "
	         "gruppedeling", (int)k.name);
	site_sql(h->t, "INSERT INTO gruppeplass (punkt, navn, gruppe) SELECT punkt, %d, 2 FROM "
	         "gruppedeling", (int)k.name);
	site_sql(h->t, "INSERT INTO taler (punkt, navn, tekst, rolle, plass, sekunder, brukt) "
	         "SELECT max(id), %d, 'Kari Nes', 0, 1, 120, 93000 FROM punkt", (int)k.name);
	return k;
}

static struct found_person found(struct scene *h, const char *who, enum outcome want)
{
	struct found_person p = { 0 };

	assert_int_equal(person_find(store_of(h), h->t->mem, who, NULL, &p), want);
	return p;
}

static void begin(struct scene *h, bool reads)
{
	store_request_begin(store_of(h), RIGHT_BIT(RIGHT_SYSTEM), reads);
}

static void end(struct scene *h, bool keep)
{
	assert_int_equal(store_request_end(store_of(h), keep), OUTCOME_OK);
	assert_true(store_commit(store_of(h)));
}

static json_t *seen(struct scene *h, const char *who)
{
	struct found_person p;
	json_t *all;

	begin(h, true);
	p = found(h, who, OUTCOME_OK);
	assert_int_equal(person_seen(store_of(h), h->t->mem, &p, &all), OUTCOME_OK);
	end(h, false);
	return all;
}

static const char *says(json_t *all, const char *section, const char *field)
{
	json_t *row = json_array_get(json_object_get(all, section), 0);

	return json_string_value(json_object_get(row, field));
}

static void everything_about_a_councillor_is_seen(void **state)
{
	struct scene h = scene_open(PHASE_LIVE);
	json_t *all;

	kari_comes(&h);
	all = seen(&h, " kari  NES");
	assert_string_equal(says(all, "På navnelisten", "parti"), "Sp");
	assert_string_equal(says(all, "På navnelisten", "kjønn"), "K");
	assert_string_equal(says(all, "Telefon som har sagt navnet", "dato"), SITE_TODAY);
	assert_string_equal(says(all, "Svar gitt med navn", "svar"), "Ja");
	assert_string_equal(says(all, "Plass i grupper", "leder gruppen"), "ja");
	assert_string_equal(says(all, "Tid på talerstolen", "slag"), "innlegg");
	assert_int_equal(json_array_size(json_object_get(all, "Svar gitt med navn")), 2);
	json_decref(all);
	begin(&h, true);
	found(&h, "Kari", OUTCOME_NOT_FOUND);
	found(&h, "kari@nes.example", OUTCOME_NOT_FOUND);
	end(&h, false);
	site_close(h.t);
	(void)state;
}

static void anonymous_answers_are_nobodys(void **state)
{
	struct scene h = scene_open(PHASE_LIVE);
	json_t *all;
	int64_t round;

	kari_comes(&h);
	site_sql(h.t, "DELETE FROM svar");
	round = asked(&h, LEVEL_ANONYMOUS, ROUND_CLOSED);
	site_sql(h.t, "INSERT INTO svar (runde, noekkel, verdi) SELECT %d, id, 'Ja' FROM deltaker",
	         (int)round);
	all = seen(&h, "Kari Nes");
	assert_null(json_object_get(all, "Svar gitt med navn"));
	json_decref(all);
	site_close(h.t);
	(void)state;
}

static void erasing_a_councillor_changes_no_figure(void **state)
{
	struct scene h = scene_open(PHASE_LIVE);
	struct kari k = kari_comes(&h);
	struct found_person p;
	struct erased done;

	begin(&h, false);
	p = found(&h, "Kari Nes", OUTCOME_OK);
	assert_int_equal(person_erase(store_of(&h), h.t->mem, h.t->p.site.world, &p, &done),
	                 OUTCOME_OK);
	end(&h, true);
	assert_int_equal(done.roster, 1);
	assert_int_equal(done.answers, 1);
	/* Answers, seats, and time at the rostrum are counted as before. */
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM svar"), 2);
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM deltaker"), 1);
	assert_int_equal(site_sql(h.t, "SELECT brukt FROM taler"), 93000);
	/* Nothing leads to her. */
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM navneliste"), 0);
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM deltaker WHERE navn IS NOT NULL"), 0);
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM svar v JOIN deltaker d ON d.id = "
	                          "v.noekkel WHERE v.runde = %d", (int)k.closed), 0);
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM gruppeplass"), 0);
	assert_string_equal(site_sql_text(h.t, "SELECT tekst FROM taler"), "");
	/* The phone can still change what it answered in the round that is open. */
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM svar v JOIN deltaker d ON d.id = "
	                          "v.noekkel WHERE v.runde = %d", (int)k.open), 1);
	begin(&h, true);
	found(&h, "Kari Nes", OUTCOME_NOT_FOUND);
	end(&h, false);
	site_close(h.t);
	(void)state;
}

static void the_protocol_keeps_the_office_but_not_the_name(void **state)
{
	struct scene h = scene_open(PHASE_READY);
	int64_t other = site_person(h.t, STAFF_VEILEDER, "even@samling.example", NULL);
	struct found_person p;
	struct erased done;
	json_t *all;

	site_sql(h.t, "UPDATE person SET navn = 'Even Lie' WHERE id = %d", (int)other);
	site_sql(h.t, "INSERT INTO protokoll (samling, naar, hvem, hva) VALUES (%d, 5, 'Even Lie', "
	         "'runde_aapnet')", (int)h.s);
	site_sql(h.t, "INSERT INTO protokoll (samling, naar, hvem, hva, detalj) VALUES (%d, 6, "
	         "'Gunn', 'veileder_ny', 'Even Lie, even@samling.example')", (int)h.s);
	all = seen(&h, "Even@Samling.example");
	assert_string_equal(says(all, "Brukerkonto", "rolle"), "prosessveileder");
	assert_string_equal(says(all, "Handlinger i protokollen", "hva"), "runde_aapnet");
	json_decref(all);
	begin(&h, false);
	p = found(&h, "even@samling.example", OUTCOME_OK);
	assert_int_equal(person_erase(store_of(&h), h.t->mem, h.t->p.site.world, &p, &done),
	                 OUTCOME_OK);
	end(&h, true);
	assert_int_equal(done.acts, 2);
	assert_string_equal(site_sql_text(h.t, "SELECT group_concat(naar || hvem || detalj, '|') "
	                                  "FROM protokoll WHERE naar < 10"),
	                    "5en prosessveileder|6Gunn(slettet), (slettet)");
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM person WHERE id = %d", (int)other), 0);
	site_close(h.t);
	(void)state;
}

static void the_last_programleder_stays_and_a_samling_without_leader_is_told(void **state)
{
	struct scene h = scene_open(PHASE_READY);
	struct browser b = site_programleder(h.t);
	const char *boss = site_sql_text(h.t, "SELECT epost FROM person WHERE rolle = 0");
	const char *leader = site_sql_text(h.t, "SELECT epost FROM person WHERE rolle = 2");
	struct found_person p;
	struct erased done;

	(void)b;
	begin(&h, false);
	p = found(&h, boss, OUTCOME_OK);
	assert_int_equal(person_erase(store_of(&h), h.t->mem, h.t->p.site.world, &p, &done),
	                 OUTCOME_CONFLICT);
	end(&h, false);
	begin(&h, false);
	p = found(&h, leader, OUTCOME_OK);
	assert_int_equal(person_erase(store_of(&h), h.t->mem, h.t->p.site.world, &p, &done),
	                 OUTCOME_OK);
	assert_true(strlen(done.without_leader) > 0);
	end(&h, true);
	site_close(h.t);
	(void)state;
}

/* ---- a samling ---- */

static void a_samling_is_deleted_by_typing_its_title(void **state)
{
	struct scene h = scene_open(PHASE_ENDED);
	struct browser helper = site_console(h.t, h.s);
	struct answer a;

	kari_comes(&h);
	site_sql(h.t, "UPDATE samling SET tittel = 'Basisprogram' WHERE id = %d", (int)h.s);
	a = site_post(&h.leader, at(&h, "/slett"), "tittel", "Noe annet", NULL);
	assert_int_equal(a.status, 422);
	assert_has(&a, "Ingenting er slettet.");
	assert_int_equal(site_get(&helper, at(&h, "/slett")).status, 403);
	assert_int_equal(site_post(&helper, at(&h, "/slett"), "tittel", "Basisprogram",
	                           NULL).status, 403);
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM samling"), 1);
	a = site_post(&h.leader, at(&h, "/slett"), "tittel", "basisprogram", NULL);
	assert_int_equal(a.status, 303);
	assert_string_equal(a.to, "/mine");
	assert_int_equal(site_sql(h.t, "SELECT (SELECT count(*) FROM samling) + (SELECT count(*) "
	                          "FROM navneliste) + (SELECT count(*) FROM svar) + (SELECT "
	                          "count(*) FROM deltaker) + (SELECT count(*) FROM taler)"), 0);
	assert_string_equal(site_sql_text(h.t, "SELECT hva FROM protokoll WHERE samling IS NULL "
	                                  "ORDER BY id DESC"), "samling_slettet");
	assert_int_equal(site_get(&h.leader, at(&h, "")).status, 404);
	site_close(h.t);
	(void)state;
}

/* ---- keeping ---- */

static struct tidied tidy(struct scene *h)
{
	struct tidied d;

	assert_int_equal(rydd(store_of(h), h->t->mem, h->t->p.site.world, h->t->dir, &d),
	                 OUTCOME_OK);
	return d;
}

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

static void words(struct scene *h, int64_t round, const char *word, int n)
{
	for (int i = 0; i < n; i++)
		site_sql(h->t, "INSERT INTO svar (runde, noekkel, verdi) VALUES (%d, randomblob(16), "
		         "'%s')", (int)round, word);
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

/* Every byte of every file in the folder. */
static bool on_disk(struct scene *h, const char *text)
{
	DIR *d = opendir(h->t->dir);
	bool found_it = false;

	for (struct dirent *e = readdir(d); e != NULL; e = readdir(d)) {
		FILE *f = fopen(site_path(h->t, "%s/%s", h->t->dir, e->d_name), "rb");
		size_t n, len = strlen(text);
		char *bytes;

		if (f == NULL || e->d_name[0] == '.')
			continue;
		fseek(f, 0, SEEK_END);
		n = (size_t)ftell(f);
		rewind(f);
		bytes = malloc(n + 1);
		n = fread(bytes, 1, n, f);
		for (size_t i = 0; i + len <= n && !found_it; i++)
			found_it = memcmp(bytes + i, text, len) == 0;
		free(bytes);
		fclose(f);
	}
	closedir(d);
	return found_it;
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
		const char *table = site_sql_text(h.t, "SELECT m.name " COLUMNS " ORDER BY m.name, "
		                                  "c.cid LIMIT 1 OFFSET %d", (int)i);
		const char *column = site_sql_text(h.t, "SELECT c.name " COLUMNS " ORDER BY m.name, "
		                                   "c.cid LIMIT 1 OFFSET %d", (int)i);

		if (treatment_of(table, column) == NULL)
			fail_msg("%s.%s has no line in src/app/person/behandling.c: what is it for, "
			         "on what ground, for how long?", table, column);
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
		cmocka_unit_test(everything_about_a_councillor_is_seen),
		cmocka_unit_test(anonymous_answers_are_nobodys),
		cmocka_unit_test(erasing_a_councillor_changes_no_figure),
		cmocka_unit_test(the_protocol_keeps_the_office_but_not_the_name),
		cmocka_unit_test(the_last_programleder_stays_and_a_samling_without_leader_is_told),
		cmocka_unit_test(a_samling_is_deleted_by_typing_its_title),
		cmocka_unit_test(names_and_phones_go_when_their_time_is_out),
		cmocka_unit_test(texts_go_thirty_days_after_the_report_and_figures_stay),
		cmocka_unit_test(contacts_go_with_the_election_period),
		cmocka_unit_test(old_copies_of_the_program_go),
		cmocka_unit_test(what_is_gone_is_gone_from_the_disk),
		cmocka_unit_test(every_column_that_can_tell_of_a_person_is_in_the_record),
		cmocka_unit_test(every_line_of_the_record_is_a_column),
		cmocka_unit_test(the_page_of_the_record_is_what_the_program_says),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
