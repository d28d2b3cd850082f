/* The archive: everything goes out, everything comes in, and what is wrong comes in not at all. */
#include "rapport_scene.h"

#include <ctype.h>
#include <jansson.h>
#include <sodium.h>
#include <stdio.h>

#include "app/arkiv/arkiv.h"
#include "app/arkiv/inside.h"
#include "app/jobb/jobb.h"
#include "app/rapport/rapport.h"
#include "store/query_info.h"
#include "store/right.h"

static const struct page *const tables[] = { rapport_pages, jobb_pages, NULL };

static enum outcome try_write(struct scene *s, int64_t samling, const char **text,
                              const char **why)
{
	struct buf b = buf_in(s->t->mem);
	enum outcome went;

	store_request_begin(s->t->p.site.store, RIGHT_BIT(RIGHT_SYSTEM), true);
	went = archive_write(s->t->p.site.store, s->t->mem, &s->t->p.world, samling, &b, why);
	assert_int_equal(store_request_end(s->t->p.site.store, false), OUTCOME_OK);
	*text = b.p;
	return went;
}

static const char *written(struct scene *s, int64_t samling)
{
	const char *text, *why;

	assert_int_equal(try_write(s, samling, &text, &why), OUTCOME_OK);
	return text;
}

/* The new samling's id, or 0 and *error. */
static int64_t put(struct site_test *t, const char *text, const char **error)
{
	struct archive *a = archive_read(t->mem, text, strlen(text), error);
	enum outcome went;
	int64_t id = 0;

	if (a == NULL)
		return 0;
	store_request_begin(t->p.site.store, RIGHT_BIT(RIGHT_SYSTEM), false);
	went = archive_put(t->p.site.store, t->mem, &t->p.world, a, &id, error);
	assert_int_equal(store_request_end(t->p.site.store, went == OUTCOME_OK), OUTCOME_OK);
	assert_true(store_commit(t->p.site.store));
	return went == OUTCOME_OK ? id : 0;
}

/* ---- the table of tables ---- */

static bool is_left_out(const char *table)
{
	for (const struct left_out *l = archive_left_out; l->table != NULL; l++)
		if (strcmp(l->table, table) == 0)
			return true;
	return false;
}

static const struct archive_table *archived(const char *table)
{
	for (const struct archive_table *t = archive_tables; t->name != NULL; t++)
		if (strcmp(t->name, table) == 0)
			return t;
	return NULL;
}

static void every_column_of_the_schema_is_in_an_archive_or_left_out(void **state)
{
	struct scene s = scene_open();
	int64_t n = site_sql(s.t, "SELECT count(*) FROM sqlite_master WHERE type = 'table' "
	                     "AND name NOT LIKE 'sqlite_%%'");

	(void)state;
	for (int64_t i = 0; i < n; i++) {
		const char *table = site_sql_text(s.t, "SELECT name FROM sqlite_master WHERE "
			"type = 'table' AND name NOT LIKE 'sqlite_%%' ORDER BY name LIMIT 1 "
			"OFFSET %d", (int)i);
		const struct archive_table *t = archived(table);
		struct buf names = buf_in(s.t->mem);

		if (t == NULL && !is_left_out(table))
			fail_msg("app/arkiv/tabell.c says nothing of the table %s", table);
		if (t == NULL)
			continue;
		for (const struct column *c = t->column; c->name != NULL; c++)
			buf_printf(&names, "%s%s", c == t->column ? "" : ",", c->name);
		/* A samling's own id is new wherever it comes. */
		assert_string_equal(names.p, site_sql_text(s.t, "SELECT group_concat(name) FROM "
			"(SELECT name FROM pragma_table_info('%s') WHERE '%s' <> 'samling' OR "
			"name <> 'id' ORDER BY cid)", table, table));
	}
	site_close(s.t);
}

/* The word at p, and the step past it. */
static const char *word(struct arena *mem, const char **p)
{
	const char *start = *p += strspn(*p, " \n,:(");
	size_t n = strcspn(start, " \n,);");

	*p = start + n;
	return arena_strndup(mem, start, n);
}

static void the_queries_have_the_columns_in_the_order_of_the_table(void **state)
{
	struct arena *mem = arena_new(1 << 20);

	(void)state;
	for (const struct archive_table *t = archive_tables; t->name != NULL; t++) {
		const char *read = strstr(query_info[t->read].sql, "SELECT") + 6;
		const char *names = strchr(query_info[t->write].sql, '(') + 1;
		const char *values = strstr(query_info[t->write].sql, "VALUES") + 6;
		int n_read = 0, n_write = 0;

		for (const struct column *c = t->column; c->name != NULL; c++) {
			bool in = c->kind != COL_ID && c->kind != COL_LEFT &&
			          c->kind != COL_LATER_REF;

			if (column_in_file(c)) {
				assert_string_equal(word(mem, &read), c->name);
				n_read++;
			}
			if (in) {
				assert_string_equal(word(mem, &names), c->name);
				assert_string_equal(word(mem, &values), c->name);
				n_write++;
			}
		}
		assert_int_equal(query_info[t->read].n_col, n_read);
		assert_int_equal(query_info[t->write].n_arg, n_write);
	}
	arena_free(mem);
}

/* ---- there and back ---- */

/* A samling with something in every table. */
static void fill(struct scene *s)
{
	int64_t vote = question(s, "Avstemming på Åsen", "Ja", "Nei");
	int64_t words = site_item(s->t, s->samling, 2, "ordsky", "Ordene", 15, WORDS);
	int64_t cards = site_item(s->t, s->samling, 2, "kjoereregler", "Reglene", 15,
	                          "{\"spoersmaal\": \"Hvilke regler?\"}");
	struct browser named = site_participant(s->t, s->samling, ROLE_ADMINISTRASJON);
	int64_t name = site_sql(s->t, "INSERT INTO navneliste (samling, navn, parti, rolle, "
	                        "kjoenn, foedt) VALUES (%lld, 'Kari Ås', 'Ap', 0, 'K', 1990)",
	                        (long long)s->samling);
	int64_t card;

	ask(s, vote, "valg", "0", 6);
	act(s, vote, "hender", 0, "1");
	act(s, vote, "lukk", 0, "");
	act(s, vote, "vis", 0, "");
	ask(s, words, "tekst", "Tillit", 6);
	act(s, words, "lukk", 0, "");
	act(s, words, "skjul", 0, "tillit");
	site_sql(s->t, "UPDATE punkt SET nivaa = 0 WHERE id = %lld", (long long)vote);
	site_sql(s->t, "UPDATE deltaker SET navn = %lld WHERE id = (SELECT max(id) FROM deltaker)",
	         (long long)name);
	site_sql(s->t, "INSERT INTO svar (runde, noekkel, verdi) SELECT r.id, d.id, '1' "
	         "FROM runde r, deltaker d WHERE r.punkt = %lld AND d.navn IS NOT NULL",
	         (long long)vote);
	site_sql(s->t, "UPDATE punkt SET konklusjon = 'Vi møtes' || char(10) || 'igjen.', "
	         "gjelder = %lld WHERE id = %lld", (long long)cards, (long long)vote);
	card = site_sql(s->t, "INSERT INTO kort (punkt, tekst, gruppe) "
	                "VALUES (%lld, 'Hør etter', 1)", (long long)cards);
	site_sql(s->t, "INSERT INTO kort (punkt, tekst, hode) VALUES (%lld, 'Lytt', %lld)",
	         (long long)cards, (long long)card);
	site_sql(s->t, "INSERT INTO kortpar VALUES (%lld, %lld, %lld)", (long long)cards,
	         (long long)card, (long long)card + 1);
	site_sql(s->t, "INSERT INTO ordvalg VALUES (%lld, 'tillit', 'tillit')", (long long)words);
	site_sql(s->t, "INSERT INTO gruppedeling (punkt, fro) VALUES (%lld, -7)", (long long)cards);
	site_sql(s->t, "INSERT INTO gruppe (punkt, nr, leder) VALUES (%lld, 1, %lld)",
	         (long long)cards, (long long)name);
	site_sql(s->t, "INSERT INTO gruppeplass (punkt, navn, gruppe) VALUES (%lld, %lld, 1)",
	         (long long)cards, (long long)name);
	site_sql(s->t, "INSERT INTO taler (punkt, navn, rolle, plass, sekunder) VALUES "
	         "(%lld, %lld, 0, 1, 120)", (long long)cards, (long long)name);
	site_sql(s->t, "INSERT INTO valgstemme VALUES (%lld, 1, '', 3)", (long long)cards);
	site_sql(s->t, "INSERT INTO valglodd VALUES (%lld, 1, 1, 'Ap')", (long long)cards);
	site_sql(s->t, "INSERT INTO valglesning VALUES (%lld, 'liste_tom', 'ledig')",
	         (long long)cards);
	site_link(s->t, s->samling, LINK_WALL);
	(void)named;
}

static const char *report_of(struct site_test *t, int64_t samling)
{
	struct browser b = site_programleder(t);
	struct answer a = site_get(&b, site_path(t, "/samling/%lld/rapport.json",
	                                         (long long)samling));

	assert_int_equal(a.status, 200);
	return a.body;
}

static void the_report_is_the_same_on_another_server(void **state)
{
	struct scene s = scene_open();
	struct site_test *other = site_open(tables);
	const char *error = NULL, *file;
	int64_t id;

	(void)state;
	fill(&s);
	file = written(&s, s.samling);
	id = put(other, file, &error);
	if (id == 0)
		fail_msg("%s", error);
	assert_string_equal(report_of(other, id), report_of(s.t, s.samling));
	for (const struct archive_table *t = archive_tables; t->name != NULL; t++)
		assert_int_equal(site_sql(other, "SELECT count(*) FROM %s", t->name),
		                 site_sql(s.t, "SELECT count(*) FROM %s", t->name));
	assert_string_equal(site_sql_text(other, "SELECT kode FROM samling"),
	                    site_sql_text(s.t, "SELECT kode FROM samling"));
	assert_int_equal(site_sql(other, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
	site_close(other);
	site_close(s.t);
}

static void beside_itself_it_gets_ids_and_a_code_of_its_own(void **state)
{
	struct scene s = scene_open();
	const char *error = NULL;
	int64_t id;

	(void)state;
	fill(&s);
	id = put(s.t, written(&s, s.samling), &error);
	if (id == 0)
		fail_msg("%s", error);
	assert_int_not_equal(id, s.samling);
	assert_int_equal(site_sql(s.t, "SELECT count(DISTINCT kode) FROM samling"), 2);
	assert_string_equal(report_of(s.t, id), report_of(s.t, s.samling));
	assert_int_equal(site_sql(s.t, "SELECT count(*) FROM kort k JOIN kort h ON h.id = k.hode "
	                          "AND h.punkt = k.punkt"), 2);
	site_close(s.t);
}

/* An answer about a card holds the card's id. */
static void answers_about_cards_follow_the_cards(void **state)
{
	struct scene s = scene_open();
	int64_t item = site_item(s.t, s.samling, 1, "kjoereregler", "Reglene", 15,
	                         "{\"spoersmaal\": \"Hvilke regler?\"}");
	int64_t card = site_sql(s.t, "INSERT INTO kort (punkt, tekst) VALUES (%lld, 'Lytt')",
	                        (long long)item);
	int64_t round = site_sql(s.t, "INSERT INTO runde (punkt, fase, antall) VALUES (%lld, 2, 1)",
	                         (long long)item), id;
	const char *error = NULL;

	(void)state;
	site_sql(s.t, "INSERT INTO svar (runde, noekkel, verdi) VALUES (%lld, randomblob(16), "
	         "'%lld' || char(10) || '%lldb' || char(10) || 'fri tekst')", (long long)round,
	         (long long)card, (long long)card);
	id = put(s.t, written(&s, s.samling), &error);
	assert_true(id > 0);
	card = site_sql(s.t, "SELECT max(id) FROM kort");
	assert_string_equal(site_sql_text(s.t, "SELECT verdi FROM svar ORDER BY runde DESC "
	                                  "LIMIT 1"),
	                    site_path(s.t, "%lld\n%lldb\nfri tekst", (long long)card,
	                              (long long)card));
	site_close(s.t);
}

static void nothing_secret_is_in_the_file(void **state)
{
	static const char *const secrets[] = { "SELECT hex(token) FROM deltaker",
		"SELECT hex(id) FROM deltaker", "SELECT hex(noekkel) FROM svar",
		"SELECT hex(hash) FROM lenke", "SELECT hex(hash) FROM oekt" };
	struct scene s = scene_open();
	const char *file;

	(void)state;
	fill(&s);
	file = written(&s, s.samling);
	for (size_t i = 0; i < sizeof secrets / sizeof secrets[0]; i++) {
		const char *hex = site_sql_text(s.t, "%s LIMIT 1", secrets[i]);
		unsigned char bin[64];
		char base64[100], lower[130];
		size_t n;

		assert_true(strlen(hex) >= 32);
		sodium_hex2bin(bin, sizeof bin, hex, strlen(hex), NULL, &n, NULL);
		sodium_bin2base64(base64, sizeof base64, bin, n, sodium_base64_VARIANT_ORIGINAL);
		sodium_bin2hex(lower, sizeof lower, bin, n);
		assert_silent(file, hex);
		assert_silent(file, lower);
		assert_silent(file, base64);
	}
	assert_silent(file, "\"token\"");
	assert_silent(file, "\"hash\"");
	site_close(s.t);
}

static void an_open_round_is_not_archived(void **state)
{
	struct scene s = scene_open();
	const char *text, *why = NULL;

	(void)state;
	ask(&s, question(&s, "Åpen", "Ja", "Nei"), "valg", "0", 1);
	assert_int_equal(try_write(&s, s.samling, &text, &why), OUTCOME_INVALID);
	assert_says(why, "En runde er åpen.");
	assert_int_equal(try_write(&s, 999, &text, &why), OUTCOME_NOT_FOUND);
	site_close(s.t);
}

/* ---- what is wrong ---- */

/* The text with the first `from` as `to`. */
static const char *with(struct scene *s, const char *text, const char *from, const char *to)
{
	const char *p = strstr(text, from);

	assert_non_null(p);
	return site_path(s->t, "%.*s%s%s", (int)(p - text), text, to, p + strlen(from));
}

static void a_bad_file_says_what_and_where_and_brings_nothing(void **state)
{
	static const struct { const char *from, *to, *says; } cases[] = {
		{ "samling-arkiv/1", "samling-arkiv/2", "utgave vi kjenner" },
		{ "\"tabeller\"", "\"tabell\"", "én rad i tabellen «samling»" },
		{ "{", "[", "Linje" },
		{ "\"maalform\": \"nb\"", "\"maalform\": \"en\"", "målformen" },
		{ "\"fase\": 2", "\"fase\": 17", "«samling», rad 1, «fase»: tallet" },
		{ "\"fase\": 2", "\"fase\": \"x\"", "«samling», rad 1, «fase»: her skal" },
		{ "\"dato\": \"2027-01-15\"", "\"dato\": \"i går\"", "«dag», rad 1, «dato»" },
		{ "\"slag\": \"flervalg\"", "\"slag\": \"tull\"", "«punkt», rad 1: dette slaget" },
		{ "\\\"valg\\\"", "\\\"vlg\\\"", "«punkt», rad 1: oppsettet" },
		{ "\"dag\": 2,", "\"dag\": 3,", "dagen er ikke med" },
		{ "\"tittel\"", "\"titel\"", "«titel»: feltet finnes ikke" },
		{ "\"moderering\"", "\"annet\"", "«annet» finnes ikke her" },
		{ "\"kode\": \"2", "\"kode\": \"x", "åtte sifre" },
		{ "\"rolle\": 1", "\"rolle\": 9", "«rolle»: tallet" },
		{ "\"del\": 0", "\"del\": 4", "punktet har ikke så mange deler" },
		{ "\"dag\": 1,", "\"dag\": 9,", "«samling», rad 1: dagen er ikke med" },
		{ "\"tittel\"", "\"ti\\u001b[2Jel\"", "«ti?[2Jel»: feltet finnes ikke" },
		{ "\"slag\": \"flervalg\"", "\"slag\": \"talerliste\"",
		  "«punkt», rad 1: oppsettet" },
		{ "\"noekkel\": null", "\"noekkel\": 777", "«noekkel» viser til noe" },
		{ "\"naar\": ", "\"naar\": -", "«protokoll», rad 1, «naar»" },
	};
	struct scene s = scene_open();
	int64_t before;
	const char *file;

	(void)state;
	fill(&s);
	file = written(&s, s.samling);
	before = site_sql(s.t, "SELECT count(*) FROM samling") + site_sql(s.t,
	                  "SELECT count(*) FROM punkt");
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		const char *error = NULL;

		if (put(s.t, with(&s, file, cases[i].from, cases[i].to), &error) != 0)
			fail_msg("%s came in", cases[i].to);
		if (error == NULL || strstr(error, cases[i].says) == NULL)
			fail_msg("%s gave: %s", cases[i].to, error != NULL ? error : "(nothing)");
		assert_int_equal(before, site_sql(s.t, "SELECT count(*) FROM samling") +
		                 site_sql(s.t, "SELECT count(*) FROM punkt"));
	}
	site_close(s.t);
}

static void a_file_cut_off_anywhere_brings_nothing(void **state)
{
	struct scene s = scene_open();
	struct arena *mem = arena_new(256 << 20);
	const char *file, *error;
	size_t n;

	(void)state;
	fill(&s);
	file = written(&s, s.samling);
	n = strlen(file);
	for (size_t i = 0; i + 2 < n; i += 1 + n / 150) {
		assert_null(archive_read(mem, file, i, &error));
		assert_non_null(error);
		arena_reset(mem);
	}
	arena_free(mem);
	site_close(s.t);
}

/* The kind has promised those who answer how it is kept. */
static void no_file_makes_an_evaluation_open(void **state)
{
	struct scene s = scene_open();
	const char *error = NULL, *file;

	(void)state;
	evaluated(&s);
	site_sql(s.t, "UPDATE punkt SET nivaa = %d", (int)LEVEL_ANONYMOUS);
	file = written(&s, s.samling);
	assert_true(put(s.t, file, &error) > 0);
	assert_int_equal(put(s.t, with(&s, file, site_path(s.t, "\"nivaa\": %d",
	                 (int)LEVEL_ANONYMOUS), "\"nivaa\": 0"), &error), 0);
	assert_says(error, "et annet nivå");
	site_close(s.t);
}

static void a_rehearsal_is_not_archived(void **state)
{
	struct scene s = scene_open();
	const char *text, *why = NULL;

	(void)state;
	site_sql(s.t, "INSERT INTO proeve (samling, av) VALUES (%lld, %lld)",
	         (long long)s.samling, (long long)s.samling);
	assert_int_equal(try_write(&s, s.samling, &text, &why), OUTCOME_INVALID);
	assert_says(why, "En prøve arkiveres ikke.");
	site_close(s.t);
}

/* As from any form: what turns the direction of writing, and what cannot be seen. */
static void text_from_a_file_is_cleaned(void **state)
{
	struct scene s = scene_open();
	const char *error = NULL;
	int64_t id;

	(void)state;
	id = put(s.t, with(&s, written(&s, s.samling), "\"sted\": \"",
	                   "\"sted\": \"\\u202eA\\u0007"), &error);
	assert_true(id > 0);
	assert_int_equal(site_sql(s.t, "SELECT instr(sted, char(7)) + instr(sted, char(8238)) "
	                          "FROM samling WHERE id = %lld", (long long)id), 0);
	site_close(s.t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_column_of_the_schema_is_in_an_archive_or_left_out),
		cmocka_unit_test(the_queries_have_the_columns_in_the_order_of_the_table),
		cmocka_unit_test(the_report_is_the_same_on_another_server),
		cmocka_unit_test(beside_itself_it_gets_ids_and_a_code_of_its_own),
		cmocka_unit_test(answers_about_cards_follow_the_cards),
		cmocka_unit_test(nothing_secret_is_in_the_file),
		cmocka_unit_test(an_open_round_is_not_archived),
		cmocka_unit_test(a_bad_file_says_what_and_where_and_brings_nothing),
		cmocka_unit_test(a_file_cut_off_anywhere_brings_nothing),
		cmocka_unit_test(no_file_makes_an_evaluation_open),
		cmocka_unit_test(a_rehearsal_is_not_archived),
		cmocka_unit_test(text_from_a_file_is_cleaned),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
