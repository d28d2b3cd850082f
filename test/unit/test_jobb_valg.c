/* The papers of an election: a workbook that works itself out, and a PDF that can be read aloud. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <jansson.h>
#include <qpdf/qpdf-c.h>
#include <zip.h>

#include "app/valg/fil_syn.h"
#include "jobb/pdf.h"
#include "jobb/valg_fil.h"
#include "lib/arena.h"
#include "lib/buf.h"
#include "lib/world.h"

static struct arena *mem;
static char dir[64];

static const char *in_dir(const char *name)
{
	return arena_printf(mem, "%s/%s", dir, name);
}

static void assert_in(const char *text, const char *wanted)
{
	if (strstr(text, wanted) == NULL)
		fail_msg("«%s» is not in:\n%.3000s", wanted, text);
}

/* ---- cases ---- */

#define NAMES(x) "[{\"name\": \"Per " x "\", \"gender\": \"M\"}, {\"name\": \"Ola " x "\", " \
	"\"gender\": \"M\"}, {\"name\": \"Bo " x "\", \"gender\": \"M\"}, {\"name\": \"Åse " x \
	"\", \"gender\": \"K\"}]"
#define CASE(name, rest) "{\"method\": \"forholdsvalg\", \"organ\": \"utvalg\", \"seats\": 3, " \
	"\"date\": \"2027-10-14\", \"place\": \"Lillevik\", \"blank\": 1, \"lists\": [" \
	"{\"name\": \"" name "\", \"votes\": 6, \"candidates\": " NAMES("A") "}, " \
	"{\"name\": \"Sp\", \"votes\": 3, \"candidates\": " NAMES("B") "}, " \
	"{\"name\": \"SV\", \"votes\": 3}]" rest "}"
#define DRAWN ", \"draws\": [{\"drawn\": [\"SV\"]}]"

static bool view_of(const char *text, enum lang lang, struct valg_view *v)
{
	static struct world_fake clock;
	struct world *world = arena_get(mem, sizeof *world);
	struct valg_fil f = { .mem = mem, .lang = lang };

	*world = world_fake(&clock);
	return valg_fil_view(&f, world, text, strlen(text), v) && v->settled != NULL &&
	       v->settled->state == OPPGJOER_SETTLED;
}

/* ---- the workbook ---- */

static const char *unzipped(const char *path, const char *wanted)
{
	struct buf all = buf_in(mem);
	int error;
	zip_t *z = zip_open(path, ZIP_RDONLY | ZIP_CHECKCONS, &error);
	zip_file_t *f;
	char part[4096];
	zip_int64_t n;

	assert_non_null(z);
	f = zip_fopen(z, wanted, 0);
	assert_non_null(f);
	buf_puts(&all, "");
	while ((n = zip_fread(f, part, sizeof part)) > 0)
		buf_add(&all, part, (size_t)n);
	zip_fclose(f);
	zip_discard(z);
	return all.p;
}

static const char *sheet_of(const char *text, enum lang lang, int nr, struct valg_view *v)
{
	const char *path = in_dir("valg.xlsx");

	if (!view_of(text, lang, v))
		return NULL;
	assert_int_equal(valg_workbook_write(mem, lang, v, path), OUTCOME_OK);
	return unzipped(path, arena_printf(mem, "xl/worksheets/sheet%d.xml", nr));
}

/* The number that stands in a cell of a sheet. */
static double number_in(const char *sheet, const char *cell)
{
	const char *at = strstr(sheet, arena_printf(mem, "<c r=\"%s\"", cell));

	assert_non_null(at);
	at = strstr(at, "<v>");
	assert_non_null(at);
	return strtod(at + 3, NULL);
}

/* "$B5/D$4": what the formula refers to, divided here, is what the cell shows.  How many. */
static size_t check_quotients(const char *sheet)
{
	size_t n = 0;

	for (const char *at = sheet; (at = strstr(at, "<f>$B")) != NULL; n++) {
		char votes[12], divisor[12];
		const char *shown = strstr(at, "</f><v>");

		assert_non_null(shown);
		if (sscanf(at, "<f>$%11[A-Z0-9]/%11[A-Z$0-9]", votes, divisor) == 2 &&
		    strchr(divisor, '$') != NULL) {
			char *mark = strchr(divisor, '$');
			double is;

			memmove(mark, mark + 1, strlen(mark));
			is = number_in(sheet, votes) / number_in(sheet, divisor);
			assert_true(is - strtod(shown + 7, NULL) < 1e-9);
			assert_true(strtod(shown + 7, NULL) - is < 1e-9);
		} else {
			fail_msg("%.40s", at);
		}
		at += 5;
	}
	return n;
}

/* The last column counts, from the ranks, as many as the list got, where nothing was equal. */
static void check_counts(const char *sheet, const struct valg_view *v)
{
	const struct fordeling *f = &v->settled->seats;
	const char *at = sheet;

	for (size_t i = 0; i < f->n_seat; i++)
		if (f->seat[i].why != FORDELING_BY_QUOTIENT)
			return;
	for (size_t i = 0; i < v->s.body.n_list; i++) {
		at = strstr(at, "COUNTIF(");
		assert_non_null(at);
		assert_int_equal(strtol(strstr(at, "<v>") + 3, NULL, 10), f->seats[i]);
		at++;
	}
}

static void formulas_of_every_case_of_the_notes_give_its_quotients(void **state)
{
	json_t *all = json_load_file(VECTORS, 0, NULL), *sak;
	size_t i, n = 0;

	(void)state;
	json_array_foreach(all, i, sak) {
		char *text = json_dumps(sak, JSON_COMPACT);
		struct valg_view v;
		const char *sheet = sheet_of(text, LANG_NB, 1, &v);

		free(text);
		if (sheet == NULL)
			continue;
		assert_int_equal(check_quotients(sheet),
		                 v.s.body.n_list * fordeling_rows(&v.settled->seats));
		check_counts(sheet, &v);
		n++;
	}
	assert_true(n >= 20);
	json_decref(all);
}

static void what_people_wrote_is_no_formula(void **state)
{
	struct valg_view v;
	const char *sheet = sheet_of(CASE("=1+1", DRAWN), LANG_NB, 1, &v);
	const char *texts = unzipped(in_dir("valg.xlsx"), "xl/sharedStrings.xml");

	(void)state;
	assert_in(texts, ">=1+1</t>");
	assert_null(strstr(sheet, "<f>1+1"));
	assert_null(strstr(sheet, "<f>=1+1"));
}

static void seats_lot_and_names_have_sheets_of_their_own(void **state)
{
	struct valg_view v;
	const char *order = sheet_of(CASE("Ap", DRAWN), LANG_NN, 2, &v);
	const char *texts = unzipped(in_dir("valg.xlsx"), "xl/sharedStrings.xml");

	(void)state;
	assert_in(order, "!$C$5</f><v>6</v>");
	assert_in(order, "!$D$5</f><v>3</v>");
	assert_in(order, "!$C$7</f><v>3</v>");
	assert_in(texts, "etter loddtrekking");
	assert_in(texts, "Åse A rykkjer opp framfor Ola A.");
	assert_in(texts, "mellom Sp og SV. Trekt: SV.");
	assert_in(texts, "torsdag 4. november 2027");
	assert_in(unzipped(in_dir("valg.xlsx"), "docProps/custom.xml"), "nn-NO");
}

/* ---- the PDF ---- */

struct seen { qpdf_data q; int h1, h2, th_column, th_row, list; };

static void look(struct seen *s, qpdf_oh o, int depth)
{
	qpdf_oh kids, kind, about;
	const char *name;

	if (!qpdf_oh_is_dictionary(s->q, o) || depth > 30)
		return;
	kids = qpdf_oh_get_key(s->q, o, "/K");
	kind = qpdf_oh_get_key(s->q, o, "/S");
	about = qpdf_oh_get_key(s->q, o, "/A");
	name = qpdf_oh_is_name(s->q, kind) ? qpdf_oh_get_name(s->q, kind) : "";
	s->h1 += strcmp(name, "/H1") == 0;
	s->h2 += strcmp(name, "/H2") == 0;
	s->list += strcmp(name, "/LBody") == 0;
	if (strcmp(name, "/TH") == 0 && qpdf_oh_is_dictionary(s->q, about)) {
		qpdf_oh scope = qpdf_oh_get_key(s->q, about, "/Scope");

		s->th_column += qpdf_oh_is_name_and_equals(s->q, scope, "/Column");
		s->th_row += qpdf_oh_is_name_and_equals(s->q, scope, "/Row");
	}
	if (qpdf_oh_is_array(s->q, kids))
		for (int i = 0; i < qpdf_oh_get_array_n_items(s->q, kids); i++)
			look(s, qpdf_oh_get_array_item(s->q, kids, i), depth + 1);
	else
		look(s, kids, depth + 1);
}

static void the_pdf_is_tagged_and_says_its_language(void **state)
{
	static const struct { enum lang lang; const char *code, *title; } cases[] = {
		{ LANG_NB, "nb-NO", "Valg av utvalg" }, { LANG_NN, "nn-NO", "Val av utval" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct seen s = { .q = qpdf_init() };
		struct valg_view v;
		struct doc d;
		qpdf_oh root, info;

		assert_true(view_of(CASE("Ap", DRAWN), cases[i].lang, &v));
		d = valg_doc(mem, cases[i].lang, &v);
		assert_int_equal(pdf_write(&d, in_dir("valg.pdf"), NULL), OUTCOME_OK);
		assert_int_equal(qpdf_read(s.q, in_dir("valg.pdf"), NULL), QPDF_SUCCESS);
		root = qpdf_get_root(s.q);
		info = qpdf_oh_get_key(s.q, qpdf_get_trailer(s.q), "/Info");
		assert_string_equal(qpdf_oh_get_utf8_value(s.q, qpdf_oh_get_key(s.q, root,
		                    "/Lang")), cases[i].code);
		assert_string_equal(qpdf_oh_get_utf8_value(s.q, qpdf_oh_get_key(s.q, info,
		                    "/Title")), cases[i].title);
		look(&s, qpdf_oh_get_key(s.q, root, "/StructTreeRoot"), 0);
		assert_int_equal(s.h1, 1);
		assert_int_equal(s.h2, 5);
		assert_true(s.th_column > 0 && s.th_row > 0);
		assert_true(s.list >= 3 + 2);
		qpdf_cleanup(&s.q);
	}
}

/* What the document says, block by block. */
static const char *said(const struct doc *d)
{
	struct buf b = buf_in(mem);

	for (const struct block *k = d->first; k != NULL; k = k->next) {
		if (k->text != NULL)
			buf_printf(&b, "%s\n", k->text);
		for (size_t i = 0; i < k->n_item; i++)
			buf_printf(&b, "%zu. %s\n", i + 1, k->item[i]);
		for (size_t i = 0; i < k->n_row * k->n_col; i++)
			buf_printf(&b, "%s|%s", k->cell[i].text,
			           (i + 1) % k->n_col == 0 ? "\n" : "");
	}
	return b.p;
}

static void the_protocol_says_votes_quotients_lot_names_and_last_day(void **state)
{
	static const char *const parts[] = {
		"Lillevik, torsdag 14. oktober 2027", "velges 3 medlemmer", "stemmetegn",
		"Ap|6|2|", "SV|3|1|", "Sp|3|0|", "Blanke|1|", "2. Ap: 6 / 2 = 3",
		"SV: 3 / 1 = 3 (etter loddtrekning)", "lodd mellom Sp og SV.", "Trukket: SV.",
		"1. Per A\n2. Åse A\n", "Åse A rykker opp foran Ola A. (§ 7-6 tredje ledd)",
		"Varamedlemmer i nummerorden:\n1. Ola A\n",
		"uten plasser ha varamedlemmer? Lagt til grunn: Nei", "torsdag 4. november 2027",
	};
	struct valg_view v;
	struct doc d;

	(void)state;
	assert_true(view_of(CASE("Ap", DRAWN), LANG_NB, &v));
	d = valg_doc(mem, LANG_NB, &v);
	for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
		assert_in(said(&d), parts[i]);
}

/* ---- the command ---- */

static const char *file_of(const char *text)
{
	const char *path = in_dir("sak.json");
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	fputs(text, f);
	fclose(f);
	return path;
}

static void only_a_settled_election_has_papers(void **state)
{
	static const struct { const char *text; int status; } cases[] = {
		{ CASE("Ap", DRAWN), 0 },
		{ CASE("Ap", ""), 2 },                  /* the lot is not drawn */
		{ CASE("Ap", ", \"seed\": \"x\""), 2 }, /* the lot of another case */
		{ CASE("Ap", ", \"id\": \"utvalg 2027-10-14\", \"seed\": \"x\""), 0 },
		{ "{", 2 },
		{ "", 2 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		const struct valg_files f = { .from = file_of(cases[i].text), .lang = LANG_NB,
		                              .pdf = in_dir("a.pdf"),
		                              .workbook = in_dir("a.xlsx") };

		assert_int_equal(valg_files_make(&f), cases[i].status);
		assert_int_equal(access(f.pdf, F_OK) == 0, cases[i].status == 0);
		assert_int_equal(access(f.workbook, F_OK) == 0, cases[i].status == 0);
		unlink(f.pdf);
		unlink(f.workbook);
	}
}

static void a_place_that_cannot_be_written_is_told(void **state)
{
	const struct valg_files f = { .from = file_of(CASE("Ap", DRAWN)), .lang = LANG_NB,
	                              .workbook = in_dir("finnes-ikke/a.xlsx") };

	(void)state;
	assert_int_equal(valg_files_make(&f), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(formulas_of_every_case_of_the_notes_give_its_quotients),
		cmocka_unit_test(what_people_wrote_is_no_formula),
		cmocka_unit_test(seats_lot_and_names_have_sheets_of_their_own),
		cmocka_unit_test(the_pdf_is_tagged_and_says_its_language),
		cmocka_unit_test(the_protocol_says_votes_quotients_lot_names_and_last_day),
		cmocka_unit_test(only_a_settled_election_has_papers),
		cmocka_unit_test(a_place_that_cannot_be_written_is_told),
	};
	const char *tmp = getenv("TMPDIR");
	static const char *const left[] = { "valg.xlsx", "valg.pdf", "sak.json" };
	int failed;

	mem = arena_new((size_t)1 << 28);
	snprintf(dir, sizeof dir, "%s/valg-XXXXXX", tmp != NULL ? tmp : "/tmp");
	if (mkdtemp(dir) == NULL)
		return 1;
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	for (size_t i = 0; i < sizeof left / sizeof left[0]; i++)
		unlink(in_dir(left[i]));
	rmdir(dir);
	arena_free(mem);
	return failed;
}
