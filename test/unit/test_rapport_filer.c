/* The report as files: a spreadsheet that runs nothing, and the same numbers everywhere. */
#include "rapport_scene.h"

#include <jansson.h>

#include "lib/buf.h"

static void a_cell_that_looks_like_a_formula_is_text(void **state)
{
	static const struct { const char *text, *cell; } cases[] = {
		{ "=1+1", "\"'=1+1\"" }, { "+47 900", "\"'+47 900\"" }, { "-2", "\"'-2\"" },
		{ "@sum(A1)", "\"'@sum(A1)\"" }, { "＝1+1", "\"'＝1+1\"" },
		{ "=HYPERLINK(\"http://x\";\"y\")", "\"'=HYPERLINK(\"\"http://x\"\";\"\"y\"\")\"" },
		{ "ett; to", "\"ett; to\"" }, { "sa \"ja\"", "\"sa \"\"ja\"\"\"" },
		{ "1+1", "\"1+1\"" }, { "æøå 👍", "\"æøå 👍\"" },
	};
	struct scene s = scene_open();
	int64_t item = site_item(s.t, s.samling, 1, "aapent", "Prioritering", 15, OPEN_QUESTION);
	const char *csv;

	(void)state;
	go(&s, item);
	act(&s, item, "aapne", 0, "");
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct browser b = site_participant(s.t, s.samling, ROLE_FOLKEVALGT);

		answers(&s, &b, "tekst", cases[i].text);
	}
	act(&s, item, "lukk", 0, "");
	site_sql(s.t, "UPDATE punkt SET tittel = '=cmd|A0'");
	csv = report(&s, &s.leader, ".csv");
	assert_memory_equal(csv, "\xEF\xBB\xBF" "dag;punkt;slag;spoersmaal;del;runde;antall_svar;"
	                    "linje;antall;prosent;nivaa;skrevet;hva;gruppe;sekunder\r\n", 106);
	assert_says(csv, "1;\"'=cmd|A0\";\"aapent\"");
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		assert_says(csv, site_path(s.t, ";%s;1;;anonym;;svar;;\r\n", cases[i].cell));
	site_close(s.t);
}

static void the_shift_is_told_only_when_enough_have_answered_both_times(void **state)
{
	static const struct { int before, after; bool told; } cases[] = {
		{ 4, 10, false }, { 10, 4, false }, { 5, 5, true }, { 10, 10, true },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct scene s = scene_open();
		int64_t item = question(&s, "Avstemming", "Ja", "Nei");
		const char *json, *page;

		ask(&s, item, "valg", "0", cases[i].before);
		act(&s, item, "lukk", 0, "");
		ask(&s, item, "valg", "1", cases[i].after);
		act(&s, item, "lukk", 0, "");
		json = report(&s, &s.leader, ".json");
		page = report(&s, &s.leader, "");
		assert_int_equal(strstr(json, "\"endring\": -100") != NULL, cases[i].told);
		assert_int_equal(strstr(page, ">-100<") != NULL, cases[i].told);
		assert_int_equal(strstr(page, ">+100<") != NULL, cases[i].told);
		site_close(s.t);
	}
}

static void the_json_is_whole_and_keeps_letters_as_they_are(void **state)
{
	struct scene s = scene_open();
	int64_t item = question(&s, "Ánne Máret spør", "Blåbær \\\"nå\\\"", "</script>");
	json_t *json, *round;

	(void)state;
	ask(&s, item, "valg", "0", 6);
	act(&s, item, "lukk", 0, "");
	json = json_loads(report(&s, &s.contact, ".json"), JSON_REJECT_DUPLICATES, NULL);
	round = json_array_get(json_object_get(json_array_get(json_object_get(json, "punkter"), 0),
	                                       "runder"), 0);
	assert_int_equal(json_integer_value(json_object_get(round, "antall_svar")), 6);
	assert_string_equal(json_string_value(json_object_get(json_array_get(
		json_object_get(round, "linjer"), 0), "linje")), "Blåbær \"nå\"");
	assert_string_equal(json_string_value(json_object_get(json_array_get(
		json_object_get(json, "punkter"), 0), "tittel")), "Ánne Máret spør");
	assert_true(json_is_array(json_object_get(json, "protokoll")));
	json_decref(json);
	site_close(s.t);
}

/* Six scales, lists to choose from and free texts in one answer. */
static void a_result_of_choices_and_texts_has_shares_only_for_the_choices(void **state)
{
	struct scene s = scene_open();
	int64_t item = site_item(s.t, s.samling, 1, "evaluering", "Evaluering", 5, "{}");
	int64_t round = site_sql(s.t, "INSERT INTO runde (punkt, fase, vist, antall) "
	                         "VALUES (%lld, 2, 0, 2)", (long long)item);
	const char *csv, *json;

	(void)state;
	for (int i = 0; i < 2; i++)
		site_sql(s.t, "INSERT INTO svar (runde, noekkel, verdi) VALUES (%lld, "
		         "randomblob(16), '1=5' || char(10) || 'Flere pauser')", (long long)round);
	csv = report(&s, &s.leader, ".csv");
	assert_says(csv, ";\"Flere pauser\";2;;anonym");
	assert_says(csv, ": 5\";2;100;anonym");
	json = report(&s, &s.leader, ".json");
	assert_says(json, "\"linje\": \"Flere pauser\",\n");
	assert_says(json, "\"prosent\": 100");
	site_close(s.t);
}

static void what_came_besides_answers_is_in_the_files_and_on_the_page(void **state)
{
	struct scene s = scene_open();
	const char *csv, *json, *page;

	(void)state;
	worked(&s);
	csv = report(&s, &s.contact, ".csv");
	assert_says(csv, "\"Gruppene\";\"gruppearbeid\";;;;;\"Bad for alle\";;;gruppe;;"
	            "gruppepunkt;2;\r\n");
	assert_says(csv, ";\"Vi lytter\";;;;\"Vi lytter, Vi lyttar\";vedtatt;;\r\n");
	assert_says(csv, ";\"Vi er korte\";;;;;kort;;\r\n");
	assert_says(csv, ";\"folkevalgt\";4;;;;talerstol;;90\r\n");
	json = report(&s, &s.contact, ".json");
	assert_says(json, "\"gruppe\": 2,");
	assert_says(json, "\"vedtatt\": true");
	assert_says(json, "\"Vi lyttar\"");
	assert_says(json, "\"sekunder\": 90");
	page = report(&s, &s.contact, "");
	assert_says(page, "Plakat til utskrift");
	assert_says(page, "Bad for alle");
	assert_silent(page, "hadde vært i gruppe sammen");      /* no pair had */
	assert_silent(hall(&s), "Plakat til utskrift");
	assert_says(hall(&s), "Vi lytter");
	assert_silent(hall(&s), "Vi er korte");
	site_sql(s.t, "DELETE FROM kort");
	assert_silent(report(&s, &s.contact, ""), "Ingen punkter");
	assert_silent(report(&s, &s.contact, ""), "Plakat til utskrift");
	site_close(s.t);
}

/* A round that is over, with these numbers of answers to its lines. */
static void closed_round(struct scene *s, int64_t item, int stage, int nr,
                         const char *const *value, const int *count, size_t n)
{
	int64_t people = 0, round;

	for (size_t i = 0; i < n; i++)
		people += count[i];
	round = site_sql(s->t, "INSERT INTO runde (punkt, del, nr, fase, vist, antall) "
	                 "VALUES (%lld, %d, %d, 2, 1, %lld)", (long long)item, stage, nr,
	                 (long long)people);
	for (size_t i = 0; i < n; i++)
		for (int k = 0; k < count[i]; k++)
			site_sql(s->t, "INSERT INTO svar (runde, noekkel, verdi) "
			         "VALUES (%lld, randomblob(16), '%s')", (long long)round, value[i]);
	if (world_random_below(&s->t->p.world, 2) == 0 && stage == 0)
		site_sql(s->t, "INSERT INTO handtelling (runde, verdi, antall) "
		         "SELECT %lld, '%s', 4 FROM punkt WHERE id = %lld AND slag <> 'ordsky'",
		         (long long)round, value[0], (long long)item);
}

static void random_item(struct scene *s, const char *kind, const char *config,
                        const char *const *value, size_t n)
{
	int64_t item = site_item(s->t, s->samling, 1, kind, "Tilfeldig", 10, config);
	int count[4];

	for (int stage = 0; stage < (strcmp(kind, "dilemma") == 0 ? 2 : 1); stage++) {
		for (int nr = 1; nr <= 2; nr++) {
			for (size_t i = 0; i < n; i++)
				count[i] = (int)world_random_below(&s->t->p.world, 9);
			closed_round(s, item, stage, nr, value, count, n);
		}
	}
}

/* The text of a page as it is read: no tags, one space between words. */
static const char *plain(struct arena *mem, const char *html)
{
	struct buf b = buf_in(mem);

	buf_puts(&b, "");
	for (bool tag = false; *html != '\0'; html++) {
		bool space = tag || *html == '<' || *html == '\n' || *html == ' ';

		if (!space)
			buf_putc(&b, *html);
		else if (b.n > 0 && b.p[b.n - 1] != ' ')
			buf_putc(&b, ' ');
		tag = *html == '<' || (tag && *html != '>');
	}
	return b.p;
}

static size_t lines_of(const char *text)
{
	size_t n = 0;

	for (; *text != '\0'; text++)
		n += *text == '\n';
	return n;
}

/* Every line of the JSON is a line of the CSV, and is said on the page. */
static void same_everywhere(struct scene *s, const json_t *item, const json_t *round,
                            const char *csv, const char *page, size_t *lines)
{
	bool texts = strcmp(json_string_value(json_object_get(item, "slag")), "ordsky") == 0;
	json_int_t sum = 0, people = json_integer_value(json_object_get(round, "antall_svar"));
	json_t *line;
	size_t i;

	json_array_foreach(json_object_get(round, "linjer"), i, line) {
		const char *label = json_string_value(json_object_get(line, "linje"));
		json_int_t n = json_integer_value(json_object_get(line, "antall"));
		json_int_t percent = json_integer_value(json_object_get(line, "prosent"));

		sum += n;
		++*lines;
		assert_says(page, site_path(s->t, "%s %lld ", label, (long long)n));
		assert_says(csv, site_path(s->t, ";%lld;%lld;%lld;\"%s\";%lld;%s;anonym;",
			(long long)json_integer_value(json_object_get(round, "del")),
			(long long)json_integer_value(json_object_get(round, "runde")),
			(long long)people, label, (long long)n,
			texts ? "" : site_path(s->t, "%lld", (long long)percent)));
	}
	assert_int_equal(sum, people);
}

static void page_csv_and_json_have_the_same_numbers(void **state)
{
	static const char *const place[] = { "0", "1" }, *const light[] = { "roedt", "groent" };
	static const char *const word[] = { "trivsel", "latter", "klokskap" };

	(void)state;
	for (uint64_t seed = 1; seed <= 12; seed++) {
		struct scene s = scene_open();
		size_t lines = 0, i, k;
		const char *csv, *page;
		json_t *json, *item, *round;

		s.t->clock.seed = seed;
		random_item(&s, "flervalg", site_path(s.t, CHOICES, "Hva?", "Skole", "Vei"),
		            place, 2);
		random_item(&s, "ordsky", WORDS, word, 3);
		random_item(&s, "dilemma", DILEMMA, light, 2);
		csv = report(&s, &s.leader, ".csv");
		page = plain(s.t->mem, report(&s, &s.leader, ""));
		json = json_loads(report(&s, &s.leader, ".json"), 0, NULL);
		json_array_foreach(json_object_get(json, "punkter"), i, item)
			json_array_foreach(json_object_get(item, "runder"), k, round)
				same_everywhere(&s, item, round, csv, page, &lines);
		assert_int_equal(lines_of(csv), lines + 1);
		assert_true(lines >= 12);
		json_decref(json);
		site_close(s.t);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_cell_that_looks_like_a_formula_is_text),
		cmocka_unit_test(the_shift_is_told_only_when_enough_have_answered_both_times),
		cmocka_unit_test(a_result_of_choices_and_texts_has_shares_only_for_the_choices),
		cmocka_unit_test(the_json_is_whole_and_keeps_letters_as_they_are),
		cmocka_unit_test(what_came_besides_answers_is_in_the_files_and_on_the_page),
		cmocka_unit_test(page_csv_and_json_have_the_same_numbers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
