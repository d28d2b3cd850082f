/* The PDF: what is read aloud, what is found, and what no text can break. */
#include "rapport_scene.h"

#include <qpdf/qpdf-c.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/jobb/jobb.h"
#include "app/rapport/innhold.h"
#include "jobb/arbeid.h"
#include "jobb/pdf.h"
#include "jobb/rapport_dok.h"
#include "store/right.h"

#define HUNDRED "Tretti Jæ̈ger på åsen, ØSTAFOR sjøen — «slik» & <b>sånn</b> 👍🏽 ȩ̈. "

static const char *pdf_path(struct scene *s)
{
	return site_path(s->t, "%s/prove.pdf", s->t->dir);
}

/* Writes the report; how many pages it has. */
static int write_pdf(struct scene *s, bool staff)
{
	const struct report_for f = { .store = s->t->p.site.store, .mem = s->t->mem,
	                              .samling = s->samling, .staff = staff,
	                              .now = s->t->clock.wall_ms };
	struct report *rep;
	struct doc d;
	int pages;

	store_request_begin(f.store, RIGHT_BIT(RIGHT_SYSTEM), true);
	assert_int_equal(report_read(&f, &rep), OUTCOME_OK);
	d = report_doc(s->t->mem, rep);
	assert_int_equal(pdf_write(&d, pdf_path(s), &pages), OUTCOME_OK);
	assert_int_equal(store_request_end(f.store, false), OUTCOME_OK);
	return pages;
}

/* What pdftotext reads. */
static const char *text_of(struct scene *s)
{
	struct buf out = buf_in(s->t->mem);
	char part[4096];
	ssize_t n;
	int to[2], status;
	pid_t pid;

	assert_int_equal(pipe(to), 0);
	pid = fork();
	if (pid == 0) {
		dup2(to[1], STDOUT_FILENO);
		execlp("pdftotext", "pdftotext", "-layout", pdf_path(s), "-", (char *)NULL);
		_exit(127);
	}
	close(to[1]);
	buf_puts(&out, "");
	while ((n = read(to[0], part, sizeof part)) > 0)
		buf_add(&out, part, (size_t)n);
	close(to[0]);
	waitpid(pid, &status, 0);
	assert_int_equal(status, 0);
	return out.p;
}

static void texts_as_answers(struct scene *s, const char *const *text, size_t n)
{
	int64_t item = site_item(s->t, s->samling, 1, "aapent", "Tekster", 15, OPEN_QUESTION);
	int64_t round = site_sql(s->t, "INSERT INTO runde (punkt, fase, vist, antall) "
	                         "VALUES (%lld, 2, 1, %d)", (long long)item, (int)n);

	for (size_t i = 0; i < n; i++)
		site_sql(s->t, "INSERT INTO svar (runde, noekkel, verdi) "
		         "VALUES (%lld, randomblob(16), '%s')", (long long)round, text[i]);
}

/* ---- what is in the file ---- */

struct seen {
	qpdf_data q;
	int h1, h2, th_column, th_row, figure, described, decoration, list;
};

static void look(struct seen *v, qpdf_oh o, int depth)
{
	qpdf_oh kids, kind, about;
	const char *name;

	if (!qpdf_oh_is_dictionary(v->q, o))
		return;
	kids = qpdf_oh_get_key(v->q, o, "/K");
	kind = qpdf_oh_get_key(v->q, o, "/S");
	about = qpdf_oh_get_key(v->q, o, "/A");
	name = qpdf_oh_is_name(v->q, kind) ? qpdf_oh_get_name(v->q, kind) : "";
	v->h1 += strcmp(name, "/H1") == 0;
	v->h2 += strcmp(name, "/H2") == 0;
	v->list += strcmp(name, "/LBody") == 0;
	v->figure += strcmp(name, "/Figure") == 0;
	v->described += strcmp(name, "/Figure") == 0 && qpdf_oh_has_key(v->q, o, "/Alt");
	v->decoration += strcmp(name, "/Private") == 0;
	if (strcmp(name, "/TH") == 0 && qpdf_oh_is_dictionary(v->q, about)) {
		qpdf_oh scope = qpdf_oh_get_key(v->q, about, "/Scope");

		v->th_column += qpdf_oh_is_name_and_equals(v->q, scope, "/Column");
		v->th_row += qpdf_oh_is_name_and_equals(v->q, scope, "/Row");
	}
	if (depth < 30 && qpdf_oh_is_array(v->q, kids))
		for (int i = 0; i < qpdf_oh_get_array_n_items(v->q, kids); i++)
			look(v, qpdf_oh_get_array_item(v->q, kids, i), depth + 1);
	if (depth < 30 && qpdf_oh_is_dictionary(v->q, kids))
		look(v, kids, depth + 1);
}

static void it_is_tagged_and_says_its_language_and_title(void **state)
{
	struct scene s = scene_open();
	struct seen v = { .q = qpdf_init() };
	qpdf_oh root;
	int64_t item = question(&s, "Avstemming", "Ja", "Nei");
	static const char *const text[] = { "Blåbær på øya", "Å være ærlig" };

	(void)state;
	site_sql(s.t, "UPDATE samling SET maalform = 'nn', tittel = 'Dagane på Å'");
	for (int i = 0; i < 2; i++) {           /* asked twice: a picture of the shift */
		ask(&s, item, "valg", "0", 6);
		act(&s, item, "lukk", 0, "");
	}
	texts_as_answers(&s, text, 2);
	write_pdf(&s, true);
	assert_int_equal(qpdf_read(v.q, pdf_path(&s), NULL), QPDF_SUCCESS);
	root = qpdf_get_root(v.q);
	assert_string_equal(qpdf_oh_get_utf8_value(v.q, qpdf_oh_get_key(v.q, root, "/Lang")),
	                    "nn-NO");
	assert_true(qpdf_oh_get_bool_value(v.q, qpdf_oh_get_key(v.q, qpdf_oh_get_key(v.q, root,
	            "/ViewerPreferences"), "/DisplayDocTitle")));
	assert_true(qpdf_oh_get_bool_value(v.q, qpdf_oh_get_key(v.q, qpdf_oh_get_key(v.q, root,
	            "/MarkInfo"), "/Marked")));
	assert_true(qpdf_oh_has_key(v.q, root, "/Outlines"));
	assert_string_equal(qpdf_oh_get_utf8_value(v.q, qpdf_oh_get_key(v.q, qpdf_oh_get_key(v.q,
	                    qpdf_get_trailer(v.q), "/Info"), "/Title")), "Rapport: Dagane på Å");
	look(&v, qpdf_oh_get_key(v.q, root, "/StructTreeRoot"), 0);
	assert_int_equal(v.h1, 1);
	assert_true(v.h2 >= 4);
	assert_true(v.th_column > 0 && v.th_row > 0);
	assert_true(v.list >= 2);
	assert_int_equal(v.figure, 1);
	assert_int_equal(v.described, 1);
	assert_int_equal(v.decoration, 0);
	qpdf_cleanup(&v.q);
	site_close(s.t);
}

static void the_text_is_found_with_its_norwegian_letters(void **state)
{
	struct scene s = scene_open();
	int64_t item = question(&s, "Ánne Máret spør om æ, ø og å", "Blåbærsyltetøy", "Nei");
	const char *text;

	(void)state;
	ask(&s, item, "valg", "0", 6);
	act(&s, item, "lukk", 0, "");
	site_sql(s.t, "UPDATE punkt SET konklusjon = 'Vi møter forberedt på hver sak.'");
	write_pdf(&s, true);
	text = text_of(&s);
	assert_says(text, "Ánne Máret spør om æ, ø og å");
	assert_says(text, "Blåbærsyltetøy");
	assert_says(text, "Vi møter forberedt på hver sak.");
	assert_says(text, "side 2 av");
	site_close(s.t);
}

static void the_participants_file_has_only_what_was_shown(void **state)
{
	struct scene s = scene_open();
	int64_t shown = question(&s, "Vist i salen", "Ja", "Nei");
	int64_t kept = question(&s, "Ikke vist i salen", "Kanskje", "Aldri");
	const char *text;

	(void)state;
	ask(&s, shown, "valg", "0", 6);
	act(&s, shown, "lukk", 0, "");
	act(&s, shown, "vis", 0, "");
	ask(&s, kept, "valg", "0", 6);
	act(&s, kept, "lukk", 0, "");
	write_pdf(&s, false);
	text = text_of(&s);
	assert_says(text, "Vist i salen");
	assert_silent(text, "Kanskje");
	assert_silent(text, "Protokoll");
	write_pdf(&s, true);
	assert_says(text_of(&s), "Kanskje");
	site_close(s.t);
}

/* ---- what no text can break ---- */

static void the_evaluation_is_in_the_leaders_file_alone(void **state)
{
	struct scene s = scene_open();
	struct work_for f = { .store = s.t->p.site.store, .mem = s.t->mem,
	                      .world = &s.t->p.world, .samling = s.samling,
	                      .path = pdf_path(&s) };
	int files = 0;

	(void)state;
	evaluated(&s);
	for (const struct work *w = work_table; w->job != NULL; w++) {
		const struct job *job = job_find(w->job);

		if (strcmp(job->ending, "pdf") != 0)
			continue;
		store_request_begin(f.store, RIGHT_BIT(RIGHT_SYSTEM), true);
		assert_int_equal(w->fn(&f), OUTCOME_OK);
		assert_int_equal(store_request_end(f.store, false), OUTCOME_OK);
		assert_int_equal(strstr(text_of(&s), SECRET_PRAISE) != NULL,
		                 job->right == RIGHT_LEADER);
		files++;
	}
	assert_int_equal(files, 4);
	site_close(s.t);
}

static void a_samling_with_nothing_in_it_is_a_report_too(void **state)
{
	struct scene s = scene_open();

	(void)state;
	assert_true(write_pdf(&s, true) >= 3);
	assert_says(text_of(&s), "Programmet er ikke laget ennå.");
	site_sql(s.t, "DELETE FROM dag");
	assert_true(write_pdf(&s, false) >= 3);
	site_close(s.t);
}

static void long_texts_emoji_and_lines_lose_nothing(void **state)
{
	struct scene s = scene_open();
	struct buf longest = buf_in(s.t->mem), lines = buf_in(s.t->mem), word = buf_in(s.t->mem);
	const char *text[4];

	(void)state;
	for (int i = 0; i < 10; i++)
		buf_puts(&longest, HUNDRED);
	for (int i = 0; i < 490; i++)
		buf_puts(&lines, "x\r");        /* becomes a line break below */
	for (char *p = lines.p; *p != '\0'; p++)
		*p = *p == '\r' ? '\v' : *p;
	for (int i = 0; i < 1000; i++)
		buf_puts(&word, "W");
	text[0] = longest.p;
	text[1] = lines.p;
	text[2] = word.p;
	text[3] = "Til slutt: siste linje på siste side";
	texts_as_answers(&s, text, 4);
	site_sql(s.t, "UPDATE punkt SET konklusjon = replace('%s', char(11), char(10)) || "
	         "'ENDEN'", lines.p);
	assert_true(write_pdf(&s, true) > 8);
	assert_says(text_of(&s), "Til slutt: siste linje på siste side");
	assert_says(text_of(&s), "ENDEN");
	site_close(s.t);
}

static void two_hundred_activities_are_all_there(void **state)
{
	struct scene s = scene_open();
	const char *text;

	(void)state;
	for (int i = 0; i < 200; i++) {
		int64_t item = question(&s, site_path(s.t, "Sak nr %03d", i), "Ja", "Nei");
		int64_t round = site_sql(s.t, "INSERT INTO runde (punkt, fase, vist, antall) "
		                         "VALUES (%lld, 2, 1, 0)", (long long)item);

		assert_true(round > 0);
	}
	assert_true(write_pdf(&s, true) > 30);
	text = text_of(&s);
	for (int i = 0; i < 200; i++)
		assert_says(text, site_path(s.t, "Sak nr %03d", i));
	site_close(s.t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(it_is_tagged_and_says_its_language_and_title),
		cmocka_unit_test(the_text_is_found_with_its_norwegian_letters),
		cmocka_unit_test(the_participants_file_has_only_what_was_shown),
		cmocka_unit_test(the_evaluation_is_in_the_leaders_file_alone),
		cmocka_unit_test(a_samling_with_nothing_in_it_is_a_report_too),
		cmocka_unit_test(long_texts_emoji_and_lines_lose_nothing),
		cmocka_unit_test(two_hundred_activities_are_all_there),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
