/* Reading a roster, and what it does to the one that is stored. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "app/samling/navneliste.h"
#include "arena_help.h"
#include "lib/arena.h"
#include "lib/buf.h"

static const struct {
	const char *text, *name, *party;
	enum role role;
	const char *post;
	char gender;
	int born;
	bool new;
	const char *foreign;
} good[] = {
	{ "Kari Nes;Bygdelista;folkevalgt;ordfører", "Kari Nes", "Bygdelista", 0, "ordfører", 0, 0,
	  false, "" },
	{ "Kari Nes\tBygdelista\tFOLKEVALD\t", "Kari Nes", "Bygdelista", 0, "", 0, 0, false, "" },
	{ "Kari Nes,Bygdelista", "Kari Nes", "Bygdelista", 0, "", 0, 0, false, "" },
	{ "  Kari   Nes  ", "Kari Nes", "", 0, "", 0, 0, false, "" },
	{ "Ola;;Administrasjon;kommunedirektør", "Ola", "", 1, "kommunedirektør", 0, 0, false, "" },
	{ "\"Nes; Kari\";\"«Laget» \"\"X\"\"\";anna", "Nes; Kari", "«Laget» \"X\"", 2, "", 0, 0,
	  false, "" },
	{ "Ola, Kari;Sp", "Ola, Kari", "Sp", 0, "", 0, 0, false, "" },
	{ "\"Nes; Kari\",Sp", "Nes; Kari", "Sp", 0, "", 0, 0, false, "" },
	{ "id;ny;Fødselsår;KJØNN;stilling;rolle;parti;navn\n7;ja;1984;k;leder;annet;Sp;Kari",
	  "Kari", "Sp", 2, "leder", 'K', 1984, true, "7" },
	{ "medlemsId,navn,rekkefoelge,representerer,funksjon,fraDato,tilDato,epost\n"
	  "a-1,Kari,1,Sp,Medlem,2023-10-01,,kari@example.org", "Kari", "Sp", 0, "Medlem", 0, 0,
	  false, "a-1" },
	{ "Etternavn\tFornavn\tFødt\nNes\tKari Anne\t1990", "Kari Anne Nes", "", 0, "", 0, 1990,
	  false, "" },
	{ "namn;kjønn;ny\nOla;Mann;nei", "Ola", "", 0, "", 'M', 0, false, "" },
	{ "navn;stilling\n\"Ola\";\"leder,\nog mer\"", "Ola", "", 0, "leder, og mer", 0, 0, false,
	  "" },
	{ "\n\n navn ; parti \r\n\r\nOla;Sp;\r\n", "Ola", "Sp", 0, "", 0, 0, false, "" },
};

static void a_line_is_understood(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		struct roster r = roster_read(mem, good[i].text);
		const struct roster_row *w = &r.row[0];

		if (r.n != 1 || w->error != NULL)
			fail_msg("%s: %zu rows, %s", good[i].text, r.n, w->error);
		assert_string_equal(w->name, good[i].name);
		assert_string_equal(w->party, good[i].party);
		assert_string_equal(w->post, good[i].post);
		assert_string_equal(w->foreign, good[i].foreign);
		assert_int_equal(w->role, good[i].role);
		assert_int_equal(w->gender, good[i].gender);
		assert_int_equal(w->born, good[i].born);
		assert_int_equal(w->new, good[i].new);
	}
}

static const struct { const char *text; int line, column; const char *what; } bad[] = {
	{ "Kari;Sp\n;Ap", 2, 1, "Navnet mangler" },
	{ "Kari;Sp\n\n\nOla;H;keiser", 4, 3, "Rollen" },
	{ "Per;A;annet;vert;5", 1, 5, "for mange felt" },
	{ "navn;farge\nKari;blå", 1, 2, "kjenner ikke" },
	{ "navn;parti;navn\nKari;Sp;Kari", 1, 3, "to ganger" },
	{ "parti;navn\nSp;Kari;x", 2, 3, "flere felt" },
	{ "navn;kjønn\nKari;kanskje", 2, 2, "K eller M" },
	{ "navn;født\nKari;12.03.1984", 2, 2, "bare årstallet" },
	{ "navn;født\nKari;84", 2, 2, "bare årstallet" },
	{ "navn;født\nKari;1884", 2, 2, "bare årstallet" },
	{ "navn;født\nKari;12038412345", 2, 2, "fødselsnummer" },
	{ "navn;id\nKari;120384 12345", 2, 2, "fødselsnummer" },
	{ "Kari;120384 12345", 1, 2, "fødselsnummer" },
	{ "navn;ny\nKari;tja", 2, 2, "ja eller nei" },
	{ "navn;parti\nOla;\"Sp\nKari;Ap\n", 2, 0, "anførselstegn" },
};

static void what_does_not_fit_is_told_by_line_and_column(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct roster r = roster_read(mem, bad[i].text);
		const struct roster_row *w = &r.row[0];

		assert_int_equal(r.n_bad, 1);
		while (w->error == NULL)
			w++;
		if (w->line != bad[i].line || w->column != bad[i].column ||
		    strstr(w->error, bad[i].what) == NULL)
			fail_msg("%s: line %d, column %d, %s", bad[i].text, w->line, w->column,
			         w->error);
	}
}

static void headings_that_are_not_stored_are_named(void **state)
{
	struct roster r = roster_read(mem, "navn;e-post;parti;Mobil\nKari;k@l.no;Sp;99999999\n");

	assert_string_equal(r.left_out, "e-post, Mobil");
	assert_int_equal(r.n_bad, 0);
	(void)state;
}

static void a_roster_of_any_length_is_bounded(void **state)
{
	char *text = arena_get(mem, 6001);
	struct roster r;

	for (int i = 0; i < 3000; i++)
		memcpy(text + (size_t)i * 2, "a\n", 3);
	r = roster_read(mem, text);
	assert_int_equal(r.n, ROSTER_ROWS_MAX + 1);
	assert_int_equal(r.n_bad, 1);
	(void)state;
}

static void a_file_is_read_as_spreadsheets_save_it(void **state)
{
	static const struct { const char *bytes; size_t n; const char *text; } files[] = {
		{ "\xef\xbb\xbfnavn\n", 8, "navn\n" }, { "K\xc3\xa5re", 5, "Kåre" },
		{ "K\xe5re \x96 S\xf8r", 10, "Kåre – Sør" }, { "\x80\x81.", 3, "€." },
		{ "", 0, "" }, { "PK\x03\x04z", 5, NULL }, { "\xff\xfen\0a\0", 6, NULL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		const char *text = roster_text(mem, files[i].bytes, files[i].n);

		if (files[i].text == NULL)
			assert_null(text);
		else
			assert_string_equal(text, files[i].text);
	}
}

/* ---- against what is stored ---- */

static const char before[] = "navn;parti;kjønn;fødselsår;id\nKari Nes;Sp;K;1984;1\nOla;H;M;;2\n"
                             "Ola;Ap;M;;\nÅse;;;;\n";

static struct roster stored(void)
{
	struct roster r = roster_read(mem, before);

	for (size_t i = 0; i < r.n; i++)
		r.row[i].id = (int64_t)i + 1;
	return r;
}

static const char acts[] = { [ROSTER_ADD] = '+', [ROSTER_CHANGE] = '~', [ROSTER_KEEP] = '=',
                             [ROSTER_REMOVE] = '-' };

static void a_new_list_says_what_is_new_changed_and_gone(void **state)
{
	/* The act and the stored id of each line. */
	static const struct { const char *text; bool whole; const char *does; } cases[] = {
		{ "Kari Nes;Sp\nOla;H\nOla;Ap\nÅse", false, "=1=2=3=4" },
		{ "kari nes;Sp", false, "~1" },
		{ "Kari Nes;H", false, "~1" },
		{ "Kari Nes;H\nKari Nes;Sp", false, "+0=1" },
		{ "Ny Mann;H", false, "+0" },
		{ "Ny Mann;H", true, "+0-1-2-3-4" },
		{ "Åse;;;leder\nOla;H", true, "~4=2-1-3" },
		{ "id;navn\n1;Kari Nesheim", false, "~1" },
		{ "id;navn\n9;Kari Nes", false, "+0" },
		{ "navn;fødselsår\nKari Nes;1985", false, "~1" },
		{ "navn;fødselsår\nKari Nes;1984", false, "=1" },
		{ "id;navn;parti\n77;Ola;Ap", false, "~3" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct roster old = stored(), new = roster_read(mem, cases[i].text);
		struct roster_changes c = roster_compare(mem, &old, &new, cases[i].whole);
		struct buf b = buf_in(mem);

		for (size_t k = 0; k < c.n; k++)
			buf_printf(&b, "%c%d", acts[c.change[k].act], (int)c.change[k].row.id);
		assert_int_equal(new.n_bad, 0);
		assert_string_equal(b.p, cases[i].does);
	}
}

static void what_a_list_does_not_have_stays_as_it_is(void **state)
{
	struct roster old = stored(), new = roster_read(mem, "Kari Nes;H;annet;vert");
	struct roster_changes c = roster_compare(mem, &old, &new, false);
	const struct roster_row *w = &c.change[0].row;

	assert_string_equal(w->party, "H");
	assert_string_equal(w->post, "vert");
	assert_int_equal(w->role, ROLE_ANNET);
	assert_int_equal(w->gender, 'K');
	assert_int_equal(w->born, 1984);
	assert_string_equal(w->foreign, "1");
	(void)state;
}

static void an_empty_cell_under_a_heading_takes_away(void **state)
{
	struct roster old = stored(), new = roster_read(mem, "navn;kjønn;fødselsår\nKari Nes;;");
	struct roster_changes c = roster_compare(mem, &old, &new, false);

	assert_int_equal(c.change[0].act, ROSTER_CHANGE);
	assert_int_equal(c.change[0].row.gender, 0);
	assert_int_equal(c.change[0].row.born, 0);
	(void)state;
}

static void those_who_cannot_be_told_apart_are_refused(void **state)
{
	static const char *const lists[] = {
		"Ola", "Ny;Sp\nNY;Sp", "navn;id\nA;5\nB;5", "Kari Nes\nKari Nes",
	};

	(void)state;
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
		struct roster old = stored(), new = roster_read(mem, lists[i]);

		roster_compare(mem, &old, &new, false);
		if (new.n_bad != 1)
			fail_msg("%s: %zu", lists[i], new.n_bad);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_line_is_understood),
		cmocka_unit_test(what_does_not_fit_is_told_by_line_and_column),
		cmocka_unit_test(headings_that_are_not_stored_are_named),
		cmocka_unit_test(a_roster_of_any_length_is_bounded),
		cmocka_unit_test(a_file_is_read_as_spreadsheets_save_it),
		cmocka_unit_test(a_new_list_says_what_is_new_changed_and_gone),
		cmocka_unit_test(what_a_list_does_not_have_stays_as_it_is),
		cmocka_unit_test(an_empty_cell_under_a_heading_takes_away),
		cmocka_unit_test(those_who_cannot_be_told_apart_are_refused),
	};

	return cmocka_run_group_tests(tests, arena_begin, arena_end);
}
