/* Spreadsheet, pictures, summary, and blocks from what kinds draw. */
#include "rapport_scene.h"

#include <stdio.h>
#include <zip.h>

#include "app/rapport/innhold.h"
#include "app/jobb/jobb.h"
#include "jobb/arbeid.h"
#include "jobb/bildepakke.h"
#include "jobb/figur.h"
#include "jobb/pdf.h"
#include "jobb/rapport_dok.h"
#include "jobb/regneark.h"
#include "lib/utf8.h"
#include "store/right.h"

static const char *file_in(struct scene *s)
{
	return site_path(s->t, "%s/prove", s->t->dir);
}

static struct report *read_report(struct scene *s)
{
	const struct report_for f = { .store = s->t->p.site.store, .mem = s->t->mem,
	                              .samling = s->samling, .staff = true,
	                              .now = s->t->clock.wall_ms };
	struct report *rep;

	store_request_begin(f.store, RIGHT_BIT(RIGHT_SYSTEM), true);
	assert_int_equal(report_read(&f, &rep), OUTCOME_OK);
	assert_int_equal(store_request_end(f.store, false), OUTCOME_OK);
	return rep;
}

/* One file of a zip, or with NULL all of them after each other, each after its name. */
static const char *unzipped(struct scene *s, const char *wanted)
{
	struct buf all = buf_in(s->t->mem);
	int error;
	zip_t *z = zip_open(file_in(s), ZIP_RDONLY | ZIP_CHECKCONS, &error);

	assert_non_null(z);
	buf_puts(&all, "");
	for (zip_int64_t i = 0; i < zip_get_num_entries(z, 0); i++) {
		const char *name = zip_get_name(z, (zip_uint64_t)i, 0);
		zip_file_t *f = zip_fopen_index(z, (zip_uint64_t)i, 0);
		char part[4096];
		zip_int64_t n;

		assert_non_null(f);
		if (wanted == NULL)
			buf_printf(&all, "\n[%s]\n", name);
		while ((n = zip_fread(f, part, sizeof part)) > 0)
			if (wanted == NULL || strcmp(wanted, name) == 0)
				buf_add(&all, part, (size_t)n);
		zip_fclose(f);
	}
	zip_discard(z);
	return all.p;
}

static void texts(struct scene *s, const char *kind, const char *config,
                  const char *const *text, size_t n)
{
	int64_t item = site_item(s->t, s->samling, 1, kind, "Tekster", 15, config);
	int64_t round = site_sql(s->t, "INSERT INTO runde (punkt, fase, vist, antall) "
	                         "VALUES (%lld, 2, 1, %d)", (long long)item, (int)n);

	for (size_t i = 0; i < n; i++)
		site_sql(s->t, "INSERT INTO svar (runde, noekkel, verdi) "
		         "VALUES (%lld, randomblob(16), '%s')", (long long)round, text[i]);
}

static void nothing_that_people_wrote_is_a_formula(void **state)
{
	static const char *const text[] = { "=1+1", "+47", "-2", "@sum(A1)", "{=1}", "＝1+1",
	                                    "=HYPERLINK(\"http://x\")", "=cmd|A0", "http://x.no",
	                                    "_xlfn.SUM(1)" };
	struct scene s = scene_open();
	const char *all;

	(void)state;
	texts(&s, "aapent", OPEN_QUESTION, text, sizeof text / sizeof text[0]);
	question(&s, "=SUM(1)", "=A1", "+1");
	site_sql(s.t, "UPDATE samling SET tittel = '=1+2'");
	site_sql(s.t, "UPDATE punkt SET konklusjon = '@alle', ansvarlig = '=1'");
	assert_int_equal(workbook_write(s.t->mem, read_report(&s), file_in(&s)), OUTCOME_OK);
	all = unzipped(&s, NULL);
	assert_silent(all, "<f>");
	assert_silent(all, "<f ");
	assert_silent(all, "<hyperlink");
	for (size_t i = 0; i < 4; i++)
		assert_says(all, site_path(s.t, ">%s</t>", text[i]));
	assert_says(all, ">=1+2</t>");
	site_close(s.t);
}

static void numbers_are_numbers_and_shares_are_percent(void **state)
{
	struct scene s = scene_open();
	int64_t item = question(&s, "Avstemming", "Ja", "Nei");
	const char *sheet;

	(void)state;
	ask(&s, item, "valg", "0", 6);
	act(&s, item, "lukk", 0, "");
	assert_int_equal(workbook_write(s.t->mem, read_report(&s), file_in(&s)), OUTCOME_OK);
	sheet = unzipped(&s, "xl/worksheets/sheet2.xml");
	assert_says(sheet, "<v>6</v>");
	assert_says(sheet, "<v>1</v>");         /* 100 % */
	assert_says(sheet, "state=\"frozen\"");
	assert_says(unzipped(&s, "xl/styles.xml"), "formatCode=\"0%\"");
	assert_says(unzipped(&s, "xl/workbook.xml"), "name=\"Oversikt\"");
	assert_says(unzipped(&s, "docProps/custom.xml"), "nb-NO");
	site_close(s.t);
}

static void sheets_have_safe_names_of_their_own(void **state)
{
	static const struct { const char *title; int nr; const char *name; } cases[] = {
		{ "Hva [er]: politikk?", 1, "Hva er politikk" },
		{ "'Sitat'", 1, "Sitat" },
		{ "*?/\\", 1, "Ark 1" },
		{ "En svært lang tittel som ikke får plass", 1, "En svært lang tittel som ikke f" },
		{ "En svært lang tittel som ikke får plass", 12,
		  "En svært lang tittel som i (12)" },
		{ "👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍", 1, "👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍" },
	};
	struct arena *mem = arena_new(1 << 20);
	struct scene s = scene_open();

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		assert_string_equal(sheet_name(mem, cases[i].title, cases[i].nr), cases[i].name);
	for (int i = 0; i < 3; i++) {
		ask(&s, question(&s, i == 2 ? "History" : "Samme TITTEL", "Ja", "Nei"), "valg",
		    "0", 1);
		act(&s, site_sql(s.t, "SELECT max(id) FROM punkt"), "lukk", 0, "");
	}
	assert_int_equal(workbook_write(mem, read_report(&s), file_in(&s)), OUTCOME_OK);
	assert_says(unzipped(&s, "xl/workbook.xml"), "name=\"Samme TITTEL\"");
	assert_says(unzipped(&s, "xl/workbook.xml"), "name=\"Samme TITTEL (2)\"");
	assert_says(unzipped(&s, "xl/workbook.xml"), "name=\"History (2)\"");
	site_close(s.t);
	arena_free(mem);
}

static void each_result_is_a_picture_with_a_name_in_order(void **state)
{
	static const char *const words[] = { "tillit", "åpenhet", "tillit" };
	static const char *const text[] = { "Et svar", "<script>", "👍🏽" };
	struct scene s = scene_open();
	const char *all;

	(void)state;
	ask(&s, question(&s, "Ærlig på Åsen?", "Ja", "Nei"), "valg", "0", 6);
	act(&s, 1, "lukk", 0, "");
	texts(&s, "ordsky", WORDS, words, 3);
	texts(&s, "aapent", OPEN_QUESTION, text, 3);
	assert_int_equal(pictures_write(s.t->mem, read_report(&s), file_in(&s)), OUTCOME_OK);
	all = unzipped(&s, NULL);
	assert_says(all, "[01-aerlig-paa-aasen.png]\n\x89PNG");
	assert_says(unzipped(&s, "01-aerlig-paa-aasen.svg"), "<svg");
	assert_says(unzipped(&s, "02-tekster.svg"), "</svg>");
	assert_says(unzipped(&s, "03-tekster.svg"), "</svg>");
	assert_string_equal(slug(s.t->mem, "../../etc/passwd"), "etc-passwd");
	assert_string_equal(slug(s.t->mem, "北京"), "resultat");
	site_close(s.t);
}

static void what_came_besides_answers_has_rows_of_its_own(void **state)
{
	struct scene s = scene_open();
	const char *all;

	(void)state;
	worked(&s);
	assert_int_equal(workbook_write(s.t->mem, read_report(&s), file_in(&s)), OUTCOME_OK);
	all = unzipped(&s, NULL);
	assert_says(all, ">Bad for alle</t>");
	assert_says(all, ">Vi lytter</t>");
	assert_says(all, ">Vi lytter\nVi lyttar</t>");
	assert_says(all, "<v>1.5</v>");         /* minutes */
	site_close(s.t);
}

static void evaluations_are_in_no_file_that_the_contact_may_fetch(void **state)
{
	struct scene s = scene_open();
	struct work_for f = { .store = s.t->p.site.store, .mem = s.t->mem,
	                      .world = &s.t->p.world, .samling = s.samling,
	                      .path = file_in(&s) };
	int files = 0;

	(void)state;
	evaluated(&s);
	for (const struct work *w = work_table; w->job != NULL; w++) {
		const struct job *job = job_find(w->job);

		if (job->right != RIGHT_CONTACT || strcmp(job->ending, "pdf") == 0)
			continue;       /* test_jobb_pdf reads those */
		store_request_begin(f.store, RIGHT_BIT(RIGHT_SYSTEM), true);
		assert_int_equal(w->fn(&f), OUTCOME_OK);
		assert_int_equal(store_request_end(f.store, false), OUTCOME_OK);
		assert_silent(unzipped(&s, NULL), SECRET_PRAISE);
		files++;
	}
	assert_int_equal(files, 2);
	site_close(s.t);
}

static void a_samling_with_nothing_in_it_has_files_too(void **state)
{
	struct scene s = scene_open();
	struct report *rep = read_report(&s);

	(void)state;
	assert_int_equal(workbook_write(s.t->mem, rep, file_in(&s)), OUTCOME_OK);
	assert_says(unzipped(&s, "xl/workbook.xml"), "Oversikt");
	assert_int_equal(pictures_write(s.t->mem, rep, file_in(&s)), OUTCOME_OK);
	assert_says(unzipped(&s, "LES-MEG.txt"), "ingen resultater");
	site_close(s.t);
}

static void the_summary_is_never_more_than_two_pages(void **state)
{
	struct scene s = scene_open();
	struct buf longest = buf_in(s.t->mem);
	struct doc d = summary_doc(s.t->mem, read_report(&s));

	(void)state;
	assert_in_range(pdf_pages(&d), 1, 2);
	for (int i = 0; i < 300; i++)
		buf_puts(&longest, "ord på ord ");
	for (int i = 0; i < 60; i++) {
		int64_t item = question(&s, site_path(s.t, "%d %s", i, longest.p), longest.p,
		                        "Nei");
		int64_t round = site_sql(s.t, "INSERT INTO runde (punkt, fase, vist, antall) "
		                         "VALUES (%lld, 2, 1, 1)", (long long)item);

		site_sql(s.t, "INSERT INTO svar (runde, noekkel, verdi) "
		         "VALUES (%lld, randomblob(16), '0')", (long long)round);
	}
	site_sql(s.t, "UPDATE punkt SET konklusjon = '%s'", longest.p);
	d = summary_doc(s.t->mem, read_report(&s));
	assert_in_range(pdf_pages(&d), 1, 2);
	site_close(s.t);
}

static bool lists(const struct doc *d, const char *text)
{
	for (const struct block *b = d->first; b != NULL; b = b->next)
		for (size_t i = 0; b->kind == BLOCK_LIST && i < b->n_item; i++)
			if (strcmp(b->item[i], text) == 0)
				return true;
	return false;
}

static void what_was_adopted_stands_first_in_report_and_summary(void **state)
{
	struct scene s = scene_open();
	struct report *rep;
	struct doc d;

	(void)state;
	worked(&s);
	rep = read_report(&s);
	d = summary_doc(s.t->mem, rep);
	assert_true(lists(&d, "Vi lytter"));
	assert_false(lists(&d, "Vi er korte"));
	d = report_doc(s.t->mem, rep);
	assert_true(lists(&d, "Vi lytter"));
	site_close(s.t);
}

static void of_many_choices_those_most_gave_come_first(void **state)
{
	struct tally_line line[BARS_MOST + 1];
	struct tally t = { .line = line, .n_choice = BARS_MOST };
	struct arena *mem = arena_new(1 << 20);

	(void)state;
	for (int i = 0; i <= BARS_MOST; i++)
		line[i] = (struct tally_line){ .count = i / 2 };
	for (size_t i = 0; i < t.n_choice; i++)
		assert_int_equal(choices_in_order(mem, &t)[i], i);
	t.n_choice = BARS_MOST + 1;
	assert_int_equal(choices_in_order(mem, &t)[0], 10);
	assert_int_equal(choices_in_order(mem, &t)[1], 8);      /* as many as nr 9: its turn */
	assert_int_equal(choices_in_order(mem, &t)[2], 9);
	assert_int_equal(choices_in_order(mem, &t)[10], 1);
	arena_free(mem);
}

/* ---- blocks ---- */

static void a_bar_is_as_long_as_its_number(void **state)
{
	static const struct { const char *first, *second; double one, two; bool bars; } cases[] = {
		{ "3", "12", 0.25, 1, true }, { "3,0", "4,5", 0.5, 0.75, true },  /* of six */
		{ "0", "0", 0, 0, true }, { "8 (4 replikker)", "4", 1, 0.5, true },
		{ "2. plass", "1. plass", 0, 0, false }, { "ja", "nei", 0, 0, false },
	};
	struct arena *mem = arena_new(1 << 20);

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct doc d = doc_new(mem, LANG_NB);
		struct table t = doc_table(&d, NULL, 2);

		for (int r = 0; r < 3; r++) {
			struct cell *row = doc_row(&t);

			row[0] = (struct cell){ .text = "Navn", .head = true };
			row[1].text = r == 0 ? "Tall" : r == 1 ? cases[i].first : cases[i].second;
		}
		table_add_bars(mem, t.block);
		assert_int_equal(t.block->n_col, cases[i].bars ? 3 : 2);
		if (!cases[i].bars)
			continue;
		assert_true(t.block->cell[3 + 1].bar->share == cases[i].one);
		assert_true(t.block->cell[6 + 1].bar->share == cases[i].two);
		assert_string_equal(t.block->cell[3 + 2].text, cases[i].first);
	}
	arena_free(mem);
}

static struct doc blocks(struct arena *mem, const char *html)
{
	struct doc d = doc_new(mem, LANG_NB);

	doc_html(&d, (struct html){ html, strlen(html) });
	return d;
}

static void what_a_kind_draws_becomes_blocks(void **state)
{
	struct arena *mem = arena_new(1 << 20);
	struct doc d = blocks(mem,
		"<h3 class=\"x\">Én &amp; to</h3>"
		"<p class=\"liten\">Kort  <strong>sagt</strong>.\n</p>"
		"<svg><text>bilde</text></svg><form><p>nei</p></form>"
		"<table><caption class=\"ds-sr-only\">C</caption><thead><tr>"
		"<th scope=\"col\">Valg</th><th>Søyle</th><th>Antall</th></tr></thead>"
		"<tbody><tr><th>Ja</th><td><svg><rect/></svg></td><td class=\"tall\">3</td>"
		"</tr></tbody></table>"
		"<ul><li>a &lt;b&gt;</li><li>c<br>d</li></ul>"
		"<p class=\"linjer\">en\nto</p>");
	struct block *b = d.first;

	(void)state;
	assert_int_equal(b->kind, BLOCK_HEADING);
	assert_string_equal(b->text, "Én & to");
	b = b->next;
	assert_int_equal(b->style, TEXT_SMALL);
	assert_string_equal(b->text, "Kort sagt.");
	b = b->next;
	assert_int_equal(b->kind, BLOCK_TABLE);
	assert_null(b->text);
	assert_int_equal(b->n_col, 2);          /* nothing but bars: no column */
	assert_string_equal(b->cell[1].text, "Antall");
	assert_string_equal(b->cell[3].text, "3");
	assert_true(b->cell[3].number && b->cell[2].head);
	b = b->next;
	assert_int_equal(b->n_item, 2);
	assert_string_equal(b->item[0], "a <b>");
	assert_string_equal(b->item[1], "c\nd");
	assert_string_equal(b->next->text, "en\nto");
	assert_null(b->next->next);
	arena_free(mem);
}

static void lists_in_cells_are_lines_and_what_is_folded_in_lists_stays_there(void **state)
{
	struct arena *mem = arena_new(1 << 20);
	struct doc d = blocks(mem, "<table><tr><th>Gruppe</th><th>Punkter</th></tr>"
		"<tr><td>1</td><td><ul><li>En ting</li> <li>En til</li></ul></td></tr></table>"
		"<ul><li>Regel <details><summary>Slik ble det skrevet</summary>"
		"<ul><li>regl</li></ul></details></li></ul>");

	(void)state;
	assert_string_equal(d.first->cell[3].text, "En ting \nEn til");
	assert_int_equal(d.last->n_item, 1);
	assert_string_equal(d.last->item[0], "Regel");
	arena_free(mem);
}

static void marks_that_end_nowhere_end_the_reading(void **state)
{
	static const char *const html[] = { "<", "<table", "<table><tr><td>", "<svg>", "<li>x", "&",
		"</table></td></ul>", "<table><tr></tr></table>", "<ul></ul>", "<td>x</td>",
		"<table><tr><td>1<td>2<td>3<td>4<td>5<td>6<td>7<td>8<td>9<td>10<td>11<td>12<td>13",
	};
	struct arena *mem = arena_new(1 << 20);

	(void)state;
	for (size_t i = 0; i < sizeof html / sizeof html[0]; i++)
		blocks(mem, html[i]);
	arena_free(mem);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_that_people_wrote_is_a_formula),
		cmocka_unit_test(numbers_are_numbers_and_shares_are_percent),
		cmocka_unit_test(sheets_have_safe_names_of_their_own),
		cmocka_unit_test(each_result_is_a_picture_with_a_name_in_order),
		cmocka_unit_test(what_came_besides_answers_has_rows_of_its_own),
		cmocka_unit_test(evaluations_are_in_no_file_that_the_contact_may_fetch),
		cmocka_unit_test(a_samling_with_nothing_in_it_has_files_too),
		cmocka_unit_test(the_summary_is_never_more_than_two_pages),
		cmocka_unit_test(what_was_adopted_stands_first_in_report_and_summary),
		cmocka_unit_test(of_many_choices_those_most_gave_come_first),
		cmocka_unit_test(a_bar_is_as_long_as_its_number),
		cmocka_unit_test(what_a_kind_draws_becomes_blocks),
		cmocka_unit_test(lists_in_cells_are_lines_and_what_is_folded_in_lists_stays_there),
		cmocka_unit_test(marks_that_end_nowhere_end_the_reading),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
