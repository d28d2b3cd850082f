/* The samling file: what is read comes back, and what is wrong is refused by its place. */
#include "site_help.h"

#include <getopt.h>
#include <jansson.h>
#include <stdio.h>

#include "app/drift/drift.h"
#include "app/samling/samling.h"
#include "app/sider.h"
#include "lib/buf.h"
#include "lib/log.h"
#include "store/right.h"

#define MEMORY (64u << 20)

/* An item's fields that need not be written, and what they then are. */
static json_t *defaults(void)
{
	return json_loads("{\"omtrent\":false,\"spor\":\"\",\"ansvarlig\":\"\",\"notat\":\"\","
	                  "\"nivaa\":\"anonym\",\"vis\":\"etterpaa\",\"hold\":false,"
	                  "\"nedtelling\":0,\"oppsett\":{}}", 0, NULL);
}

/* Every field of `a` is in `b`, or is as it would be without being written. */
static void assert_same_fields(const json_t *a, const json_t *b, const char *where)
{
	json_t *absent = defaults(), *v;
	const char *name;

	json_object_foreach((json_t *)a, name, v) {
		json_t *other = json_object_get(b, name);

		if (strcmp(name, "oppsett") == 0 && other != NULL)
			continue;
		/* What links two items has new names each time. */
		if ((strcmp(name, "merke") == 0 || strcmp(name, "gjelder") == 0) && other != NULL)
			continue;
		if (other == NULL)
			other = json_object_get(absent, name);
		if (!json_equal(v, other))
			fail_msg("%s: %s is not the same", where, name);
	}
	json_decref(absent);
}

/* Fields of a config that the file does not have are the kind's own defaults. */
static void assert_same_config(const json_t *file, const json_t *back, const char *where)
{
	const json_t *from = json_object_get(file, "oppsett");
	const json_t *to = json_object_get(back, "oppsett");
	const char *name;
	json_t *v;

	json_object_foreach((json_t *)from, name, v)
		if (!json_equal(v, json_object_get(to, name)) &&
		    !(json_is_string(v) && json_string_length(v) == 0))
			fail_msg("%s: oppsett.%s is not the same", where, name);
	json_object_foreach((json_t *)to, name, v)
		if (json_object_get(from, name) == NULL && !json_is_integer(v) &&
		    !json_is_false(v) && json_string_length(v) + json_array_size(v) > 0)
			fail_msg("%s: oppsett.%s has come from nowhere", where, name);
}

static void assert_same_file(const char *file, size_t n, const char *back)
{
	json_t *a = json_loadb(file, n, 0, NULL), *b = json_loads(back, 0, NULL), *days;
	json_t *day, *item;
	size_t d, i;

	assert_non_null(a);
	assert_non_null(b);
	assert_true(json_equal(json_object_get(a, "tittel"), json_object_get(b, "tittel")));
	assert_true(json_equal(json_object_get(a, "maalform"), json_object_get(b, "maalform")));
	days = json_object_get(b, "dager");
	assert_int_equal(json_array_size(json_object_get(a, "dager")), json_array_size(days));
	json_array_foreach(json_object_get(a, "dager"), d, day) {
		json_t *other = json_array_get(days, d), *items = json_object_get(other, "punkter");

		assert_true(json_equal(json_object_get(day, "start"),
		                       json_object_get(other, "start")));
		assert_int_equal(json_array_size(json_object_get(day, "punkter")),
		                 json_array_size(items));
		json_array_foreach(json_object_get(day, "punkter"), i, item) {
			char where[60];
			json_t *twin = json_array_get(items, i);

			snprintf(where, sizeof where, "dager[%zu].punkter[%zu]", d, i);
			assert_same_fields(item, twin, where);
			assert_same_fields(twin, item, where);
			assert_same_config(item, twin, where);
		}
	}
	json_decref(a);
	json_decref(b);
}

static void a_template_comes_back_as_it_was(void **state)
{
	struct arena *mem = arena_new(MEMORY);

	for (const struct fil_template *t = fil_template; t->name != NULL; t++) {
		for (enum lang l = 0; l < LANG__MAX; l++) {
			const char *text = (const char *)t->text[l], *error, *once;
			struct fil f;

			if (fil_read(mem, LANG_NB, text, *t->n[l], &f, &error) != OUTCOME_OK)
				fail_msg("%s: %s", t->name, error);
			assert_int_equal(f.lang, l);
			once = fil_write(mem, &f);
			assert_same_file(text, *t->n[l], once);
			assert_int_equal(fil_read(mem, LANG_NB, once, strlen(once), &f, &error),
			                 OUTCOME_OK);
			assert_string_equal(fil_write(mem, &f), once);
		}
	}
	arena_free(mem);
	(void)state;
}

static void a_template_goes_through_the_database(void **state)
{
	struct site_test *t = site_open(all_pages);
	struct samling_new new = { .municipality_nr = "9999", .municipality = "Lillevik",
	                           .place = "Salen", .first_date = SITE_TODAY };

	for (const struct fil_template *m = fil_template; m->name != NULL; m++) {
		for (enum lang l = 0; l < LANG__MAX; l++) {
			struct store *st = t->p.site.store;
			struct fil f, back;
			int64_t id;

			assert_int_equal(fil_from_template(t->mem, m->name, l, &f), OUTCOME_OK);
			new.lang = l;
			store_request_begin(st, RIGHT_BIT(RIGHT_SYSTEM), false);
			assert_int_equal(samling_from_file(st, t->mem, &t->p.world, &f, &new, &id),
			                 OUTCOME_OK);
			assert_int_equal(fil_of_samling(st, t->mem, id, &back), OUTCOME_OK);
			assert_int_equal(store_request_end(st, true), OUTCOME_OK);
			assert_true(store_commit(st));
			assert_string_equal(fil_write(t->mem, &f), fil_write(t->mem, &back));
		}
	}
	assert_int_equal(site_sql(t, "SELECT count(*) FROM samling"), 4);
	assert_string_equal(site_sql_text(t, "SELECT max(dato) FROM dag"), SITE_TOMORROW);
	site_close(t);
	(void)state;
}

#define ITEM(text) "{\"skjema\":\"samling/1\",\"tittel\":\"T\",\"maalform\":\"nb\"," \
	"\"dager\":[{\"start\":\"08.30\",\"punkter\":[" text "]}]}"
#define TALK(more) ITEM("{\"slag\":\"innledning\",\"tittel\":\"A\",\"minutter\":5" more "}")
#define VOTE(more) ITEM("{\"slag\":\"flervalg\",\"tittel\":\"A\",\"minutter\":5," \
	"\"oppsett\":{\"spoersmaal\":\"S\",\"valg\":[\"a\",\"b\"]" more "}}")
#define CLOUD(more) "{\"slag\":\"ordsky\",\"tittel\":\"A\",\"minutter\":5" more \
	",\"oppsett\":{\"spoersmaal\":\"S\"}}"

static const struct { const char *text, *place; } refused[] = {
	{ "", "Linje 1, kolonne 0" },
	{ "{\n \"skjema\": samling\n}", "Linje 2" },
	{ "{\"skjema\":\"samling/1\",\"skjema\":\"samling/1\"}", "står to ganger" },
	{ "[]", "objekt" },
	{ "{\"skjema\":\"samling/2\"}", "skjema: «samling/2»" },
	{ "{\"tittel\":\"T\"}", "skjema: Feltet mangler" },
	{ "{\"skjema\":\"samling/1\",\"maalform\":\"nb\",\"dager\":[]}", "tittel: Feltet mangler" },
	{ "{\"skjema\":\"samling/1\",\"tittel\":\" \",\"maalform\":\"nb\",\"dager\":[]}",
	  "tittel: Teksten er tom" },
	{ "{\"skjema\":\"samling/1\",\"tittel\":\"T\",\"dager\":[]}", "maalform: Feltet mangler" },
	{ "{\"skjema\":\"samling/1\",\"tittel\":\"T\",\"maalform\":\"se\",\"dager\":[]}",
	  "maalform: Her skal det stå \"nb\"" },
	{ "{\"skjema\":\"samling/1\",\"tittel\":\"T\",\"maalform\":\"nb\",\"dager\":[]}",
	  "dager: Det skal være fra 1 til 4" },
	{ "{\"skjema\":\"samling/1\",\"tittel\":\"T\",\"maalform\":\"nb\",\"dager\":{}}",
	  "dager: Her skal det stå en liste" },
	{ "{\"skjema\":\"samling/1\",\"tittel\":\"T\",\"maalform\":\"nb\",\"dager\":[7]}",
	  "dager[0]: Her skal det stå et objekt" },
	{ "{\"skjema\":\"samling/1\",\"tittel\":\"T\",\"maalform\":\"nb\","
	  "\"dager\":[{\"punkter\":[]}]}", "dager[0].start: Feltet mangler" },
	{ "{\"skjema\":\"samling/1\",\"tittel\":\"T\",\"maalform\":\"nb\","
	  "\"dager\":[{\"start\":\"25.00\",\"punkter\":[]}]}", "dager[0].start: Her skal det stå" },
	{ "{\"skjema\":\"samling/1\",\"tittel\":\"T\",\"maalform\":\"nb\","
	  "\"dager\":[{\"start\":\"08.00\"}]}", "dager[0].punkter: Feltet mangler" },
	{ "{\"skjema\":\"samling/1\",\"tittel\":\"T\",\"maalform\":\"nb\",\"dager\":[],"
	  "\"kode\":\"12345678\"}", "kode: Feltet finnes ikke" },
	{ ITEM("{\"tittel\":\"A\",\"minutter\":5}"), "dager[0].punkter[0].slag: Feltet mangler" },
	{ ITEM("{\"slag\":\"quiz\",\"tittel\":\"A\",\"minutter\":5}"),
	  "dager[0].punkter[0].slag: «quiz» er ikke et slag. Slagene er innledning, pause" },
	{ ITEM("{\"slag\":\"pause\",\"minutter\":5}"), "punkter[0].tittel: Feltet mangler" },
	{ ITEM("{\"slag\":\"pause\",\"tittel\":\"A\"}"), "punkter[0].minutter: Feltet mangler" },
	{ ITEM("{\"slag\":\"pause\",\"tittel\":7,\"minutter\":5}"),
	  "punkter[0].tittel: Her skal det stå tekst" },
	{ ITEM("{\"slag\":\"pause\",\"tittel\":\"A\",\"minutter\":\"5\"}"),
	  "punkter[0].minutter: Her skal det stå et helt tall" },
	{ ITEM("{\"slag\":\"pause\",\"tittel\":\"A\",\"minutter\":0}"),
	  "punkter[0].minutter: Tallet skal være fra 1 til 600" },
	{ ITEM("{\"slag\":\"pause\",\"tittel\":\"A\",\"minutter\":99999999999999999999}"),
	  "Linje 1" },
	{ TALK(",\"anker\":\"12.60\""), "dager[0].punkter[0].anker" },
	{ TALK(",\"omtrent\":1"), "dager[0].punkter[0].omtrent: Her skal det stå true" },
	{ TALK(",\"spor\":\"elleve tegn\""), "spor: Teksten er lengre enn 10" },
	{ TALK(",\"nivå\":\"anonym\""), "dager[0].punkter[0].nivå: Feltet finnes ikke" },
	{ TALK(",\"nivaa\":\"aapen\""), "nivaa: Feltet hører bare til" },
	{ TALK(",\"hold\":false"), "hold: Feltet hører bare til" },
	{ TALK(",\"oppsett\":{\"tekts\":\"x\"}"), "dager[0].punkter[0].oppsett.tekts" },
	{ TALK(",\"oppsett\":[]"), "dager[0].punkter[0].oppsett" },
	{ TALK(",\"oppsett\":{\"lenke\":\"javascript:alert(1)\"}"), "oppsett.lenke" },
	{ VOTE(",\"flere\":3"), "oppsett.flere" },
	{ VOTE(",\"valgg\":[]"), "oppsett.valgg" },
	{ ITEM("{\"slag\":\"flervalg\",\"tittel\":\"A\",\"minutter\":5}"), "oppsett.spoersmaal" },
	{ ITEM("{\"slag\":\"ordsky\",\"tittel\":\"A\",\"minutter\":5,\"nivaa\":\"gruppe\","
	  "\"oppsett\":{\"spoersmaal\":\"S\"}}"), "nivaa: Her skal det stå \"anonym\"" },
	{ ITEM("{\"slag\":\"ordsky\",\"tittel\":\"A\",\"minutter\":5,\"nedtelling\":3601,"
	  "\"oppsett\":{\"spoersmaal\":\"S\"}}"), "nedtelling: Tallet skal være fra 0 til 3600" },
	{ ITEM(CLOUD(",\"merke\":\"a\"") "," CLOUD(",\"merke\":\"a\"")),
	  "dager[0].punkter[1].merke: To punkter har merket «a»" },
	{ ITEM(CLOUD(",\"gjelder\":\"b\"") "," CLOUD(",\"merke\":\"b\"")),
	  "dager[0].punkter[0].gjelder: Ingen punkter før dette" },
	{ ITEM("{\"slag\":\"pause\",\"tittel\":\"A\",\"minutter\":5,\"merke\":\"b\"},"
	  CLOUD(",\"gjelder\":\"b\"")), "gjelder: Et punkt av slaget «ordsky» kan ikke bygge på" },
	{ "{\"skjema\":\"samling/1\",\"tittel\":\"\xff\"}", "Linje 1" },
};

static void what_goes_on_from_an_earlier_item_comes_back(void **state)
{
	struct arena *mem = arena_new(MEMORY);
	const char *text = ITEM(CLOUD(",\"merke\":\"saker\"") "," CLOUD("") ","
	                        CLOUD(",\"gjelder\":\"saker\"")), *error;
	struct fil f, again;

	assert_int_equal(fil_read(mem, LANG_NB, text, strlen(text), &f, &error), OUTCOME_OK);
	assert_int_equal(f.item[1].about, 0);
	assert_int_equal(f.item[2].about, 1);
	text = fil_write(mem, &f);
	assert_non_null(strstr(text, "\"gjelder\": \"punkt-1\""));
	assert_int_equal(fil_read(mem, LANG_NB, text, strlen(text), &again, &error), OUTCOME_OK);
	assert_int_equal(again.item[2].about, 1);
	arena_free(mem);
	(void)state;
}


static void what_is_wrong_is_refused_by_its_place(void **state)
{
	struct arena *mem = arena_new(MEMORY);

	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
		const char *error = NULL;
		struct fil f;
		enum outcome went = fil_read(mem, LANG_NB, refused[i].text,
		                             strlen(refused[i].text), &f, &error);

		if (went != OUTCOME_INVALID)
			fail_msg("taken: %s", refused[i].text);
		if (strstr(error, refused[i].place) == NULL)
			fail_msg("%s\nshould say %s\nbut says %s", refused[i].text,
			         refused[i].place, error);
		arena_reset(mem);
	}
	arena_free(mem);
	(void)state;
}

static void more_than_two_hundred_items_are_refused(void **state)
{
	struct arena *mem = arena_new(MEMORY);
	const char *item = "{\"slag\":\"pause\",\"tittel\":\"A\",\"minutter\":5}", *error;
	struct fil f;

	for (int n = 200; n <= 201; n++) {
		struct buf b = buf_in(mem);

		buf_puts(&b, "{\"skjema\":\"samling/1\",\"tittel\":\"T\",\"maalform\":\"nb\","
		         "\"dager\":[{\"start\":\"08.00\",\"punkter\":[]},"
		         "{\"start\":\"08.00\",\"punkter\":[");
		for (int i = 0; i < n; i++)
			buf_printf(&b, "%s%s", i > 0 ? "," : "", item);
		buf_puts(&b, "]}]}");
		assert_int_equal(fil_read(mem, LANG_NB, b.p, b.n, &f, &error),
		                 n == 200 ? OUTCOME_OK : OUTCOME_INVALID);
	}
	assert_non_null(strstr(error, "dager[1].punkter: Det er flere enn 200 punkter"));
	arena_free(mem);
	(void)state;
}

static void the_message_is_in_the_readers_language(void **state)
{
	struct arena *mem = arena_new(MEMORY);
	const char *text = "{\"skjema\":\"samling/1\"}", *nb, *nn;
	struct fil f;

	assert_int_equal(fil_read(mem, LANG_NB, text, strlen(text), &f, &nb), OUTCOME_INVALID);
	assert_int_equal(fil_read(mem, LANG_NN, text, strlen(text), &f, &nn), OUTCOME_INVALID);
	assert_memory_equal(nb, "tittel: ", 8);
	assert_memory_equal(nn, "tittel: ", 8);
	arena_free(mem);
	(void)state;
}

static void lengths_are_counted_in_letters(void **state)
{
	struct arena *mem = arena_new(MEMORY);
	struct buf b = buf_in(mem);
	const char *error;
	struct fil f;

	buf_puts(&b, "{\"skjema\":\"samling/1\",\"maalform\":\"nb\",\"dager\":["
	         "{\"start\":\"08.00\",\"punkter\":[]}],\"tittel\":\"");
	for (int i = 0; i < FIL_TITLE_MAX; i++)
		buf_puts(&b, "\xf0\x9f\x91\x8d\xf0\x9f\x8f\xbd");
	buf_puts(&b, "\"}");
	if (fil_read(mem, LANG_NB, b.p, b.n, &f, &error) != OUTCOME_OK)
		fail_msg("%s", error);
	arena_free(mem);
	(void)state;
}

static int import_line(char *line)
{
	char *argv[12] = { 0 };
	int argc = 0;

	while ((argv[argc] = strsep(&line, " ")) != NULL)
		argc++;
	optind = 0;
	return import_command(argc, argv, all_pages);
}

static void the_command_line_imports_whole_files_only(void **state)
{
	struct site_test *t = site_open(all_pages);
	char *file = arena_printf(t->mem, "%s/fil.json", t->dir);
	int64_t items = 0;
	static const struct { const char *kommune; int cut, status; } cases[] = {
		{ "9999", 1, 1 }, { "0001", 0, 1 }, { "9999", 0, 0 },
	};

	site_sql(t, "INSERT INTO kommune (nr, navn, navn_offisielt, sortering, fylke, maalform, "
	         "fra) VALUES ('9999', 'Lillevik', 'Lillevik', 'l', '99', 'nynorsk', "
	         "'2024-01-01')");
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		FILE *out = fopen(file, "w");

		fwrite(fil_template->text[LANG_NN], 1,
		       *fil_template->n[LANG_NN] - (size_t)cases[i].cut * 10, out);
		fclose(out);
		assert_int_equal(import_line(arena_printf(t->mem,
			"importer --data %s %s --kommune %s --dato " SITE_TODAY, t->dir, file,
			cases[i].kommune)), cases[i].status);
		assert_int_equal(site_sql(t, "SELECT count(*) FROM samling"),
		                 cases[i].status == 0);
	}
	for (const unsigned char *p = fil_template->text[LANG_NN], *end = p +
	     *fil_template->n[LANG_NN]; (p = memmem(p, (size_t)(end - p), "\"slag\"", 6)) != NULL;
	     p++)
		items++;
	assert_int_equal(site_sql(t, "SELECT count(*) FROM punkt"), items);
	site_close(t);
	(void)state;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_goes_on_from_an_earlier_item_comes_back),
		cmocka_unit_test(a_template_comes_back_as_it_was),
		cmocka_unit_test(a_template_goes_through_the_database),
		cmocka_unit_test(what_is_wrong_is_refused_by_its_place),
		cmocka_unit_test(more_than_two_hundred_items_are_refused),
		cmocka_unit_test(the_message_is_in_the_readers_language),
		cmocka_unit_test(lengths_are_counted_in_letters),
		cmocka_unit_test(the_command_line_imports_whole_files_only),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
