/* An election is kept as a file, opened again, and is the same. */
#include "valg_scene.h"

#include <jansson.h>
#include <stdio.h>

#include "app/valg/fil.h"
#include "app/valg/protokollfil.h"
#include "app/valg/sak.h"

#define FORM "/valg/forholdsvalg?organ=utvalg&dato=2027-10-14&"
#define KEEP "/valg/protokoll.json?organ=utvalg&dato=2027-10-14&kommune=Lillevik&"
#define LIST(name, votes, names) "&liste=" name "&stemmer=" votes "&navn=" names
#define FOUR(x) "Kari+" x ",K%0APer+" x ",M%0AEva+" x ",K%0AOla+" x ",M"

static struct answer opened(const char *text, size_t n)
{
	struct buf file = buf_in(t->mem);

	buf_add(&file, text, n);
	return site_post_file(&secretary, "/valg/aapne", "fil", &file, NULL);
}

static struct answer open_text(const char *text)
{
	return opened(text, strlen(text));
}

/* ---- files that are checked ---- */

struct checked { bool same; size_t n; const char *said, *error; };

static void check(void *arg, const struct saksfil_answer *a)
{
	struct checked *c = arg;
	struct buf said = { 0 };

	c->n++;
	c->same = a->error == NULL && protokollfil_check(a, &said);
	c->said = arena_strdup(t->mem, said.p != NULL ? said.p : "");
	c->error = a->error != NULL ? arena_strdup(t->mem, a->error) : NULL;
	buf_free(&said);
}

static struct checked checked(const char *text)
{
	struct checked c = { .same = false };

	sak_each(text, strlen(text), check, &c);
	return c;
}

static void assert_stemmer(const char *text)
{
	const struct checked c = checked(text);

	if (!c.same)
		fail_msg("%s%s\n%s", c.said, c.error != NULL ? c.error : "", text);
}

/* As the program reads it from a file: the text of one case, without what came out. */
static json_t *load_cases(void)
{
	json_t *all = json_load_file(VECTORS, 0, NULL);

	assert_true(json_is_array(all));
	return all;
}

static bool is_forholdsvalg(const json_t *sak)
{
	return strcmp(json_string_value(json_object_get(sak, "method")), "forholdsvalg") == 0;
}

static char *dumped(const json_t *sak)
{
	char *text = json_dumps(sak, JSON_COMPACT), *kept = arena_strdup(t->mem, text);

	free(text);
	return kept;
}

/* A lot, as if the first of those in it were drawn; a question, as if the first reading were
 * chosen.  So every case of the notes can be settled that could be in a council. */
static void draw_and_choose(json_t *sak)
{
	const json_t *expected = json_object_get(sak, "expected");
	const json_t *tie = json_array_get(json_object_get(expected, "ties"), 0);
	json_t *drawn = json_array();
	size_t n = (size_t)json_integer_value(json_object_get(tie, "seats_to_draw"));

	for (size_t i = 0; i < n; i++)
		json_array_append(drawn, json_array_get(json_object_get(tie, "among"), i));
	if (tie != NULL)
		json_object_set_new(sak, "draws", json_pack("[{s:O}]", "drawn", drawn));
	if (json_object_get(expected, "uncertain") != NULL)
		json_object_set_new(sak, "choices", json_pack("{s:s}", "liste_tom", "ledig"));
	json_decref(drawn);
	json_object_del(sak, "expected");
}

static void every_settled_case_of_the_notes_is_confirmed_by_its_protocol(void **state)
{
	json_t *all = load_cases(), *sak;
	size_t i, n = 0, open = 0;

	(void)state;
	json_array_foreach(all, i, sak) {
		if (!is_forholdsvalg(sak))
			continue;
		draw_and_choose(sak);
		if (protokollfil_close(sak)) {
			assert_stemmer(dumped(sak));
			n++;
		} else {
			open++;
		}
	}
	assert_true(n >= 35);
	assert_true(open <= 1);         /* no list got a vote */
	json_decref(all);
}

/* The same by way of the page: opened, kept, checked. */
static void every_case_that_the_page_has_room_for_comes_back_from_it(void **state)
{
	json_t *all = load_cases(), *sak;
	size_t i, n = 0;

	(void)state;
	json_array_foreach(all, i, sak) {
		struct answer to;
		const char *kept;

		if (!is_forholdsvalg(sak))
			continue;
		draw_and_choose(sak);
		to = open_text(dumped(sak));
		if (to.status != 303) {
			assert_in(to.body, "council_only");
			continue;
		}
		kept = site_get(&secretary, site_path(t, "/valg/protokoll.json%s",
		                                      strchr(to.to, '?'))).body;
		if (strstr(kept, "\"sha256\"") != NULL)
			assert_stemmer(kept);
		else
			assert_true(!protokollfil_close(sak));
		assert_string_equal(open_text(kept).to, open_text(kept).to);
		n += strstr(kept, "\"sha256\"") != NULL;
	}
	assert_true(n >= 25);
	json_decref(all);
}

/* What the page can choose, and what it asks of lists, is in the file, which the program settles
 * as the page does, and which comes back to the page. */
static void lots_readings_and_what_is_told_of_lists_are_kept(void **state)
{
	static const char two[] = "plasser=5" LIST("A", "12", "Kari+A,K%0APer+A,M")
		LIST("B", "3", FOUR("B")) LIST("C", "3", FOUR("C")) "&liste_tom=neste_kvotient";
	static const char *const cases[] = {
		"&lodd=B&lodd2=C", "&froe=Brann+2-1", "&lodd=C&lodd2=B&vara_faa=av_fullt_tall",
		"&froe=x&signert=ja&bak=Ap,+SV&gruppe_k=1&gruppe_m=2&venter=3",
		"&lodd=B&lodd2=B&signert=nei&bak=Ap&gruppe_k=&gruppe_m=&venter=&signert=&bak=Ap"
		"&gruppe_k=&gruppe_m=&venter=&to_lister=tillates&minste_navn=grense",
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		const char *kept = site_get(&secretary, site_path(t, KEEP "%s%s", two,
		                                                  cases[i])).body;
		const char *again = open_text(kept).to;

		assert_in(kept, "\"sha256\"");
		assert_stemmer(kept);
		assert_string_equal(kept, site_get(&secretary, site_path(t,
			"/valg/protokoll.json%s", strchr(again, '?'))).body);
	}
}

static void the_same_person_twice_is_settled_when_that_is_chosen(void **state)
{
	static const char form[] = "plasser=2" LIST("A", "9", FOUR("A")) LIST("B", "4", FOUR("A"));

	(void)state;
	assert_null(strstr(site_get(&secretary, site_path(t, KEEP "%s", form)).body, "sha256"));
	assert_stemmer(site_get(&secretary, site_path(t, KEEP "%s&samme_person=tillates",
	                                              form)).body);
}

/* ---- what was changed afterwards ---- */

static const char *replaced(const char *text, const char *old, const char *new)
{
	const char *at = strstr(text, old);

	assert_non_null(at);
	return site_path(t, "%.*s%s%s", (int)(at - text), text, new, at + strlen(old));
}

static void what_was_changed_afterwards_is_told(void **state)
{
	static const struct { const char *old, *new, *says; } cases[] = {
		{ "\"votes\": 9", "\"votes\": 8", "sha256: noe i filen er endret" },
		{ "\"votes\": 4", "\"votes\": 9",
		  "seats_by_list.A: filen sier 2, oppgjøret gir 1." },
		{ "\"Kari A\"", "\"Mari A\"", "elected.A[0]: filen sier \"Kari A\", oppgjøret gir "
		  "\"Mari A\"." },
		{ "\"last_quotient\": \"9/2\"", "\"last_quotient\": \"9/3\"",
		  "last_quotient: filen sier \"9/3\", oppgjøret gir \"9/2\"." },
		{ "\"A\": 2", "\"A\": 1", "seats_by_list.A: filen sier 1, oppgjøret gir 2." },
		{ "\"place\": \"Lillevik\"", "\"place\": \"Storvik\"", "sha256: " },
		{ "\"blank\": 1", "\"blank\": 2", "sha256: " },
	};
	const char *kept = site_get(&secretary, KEEP "plasser=2&blanke=1" LIST("A", "9", FOUR("A"))
	                            LIST("B", "4", FOUR("B"))).body;

	(void)state;
	assert_stemmer(kept);
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		const struct checked c = checked(replaced(kept, cases[i].old, cases[i].new));

		assert_false(c.same);
		assert_in(c.said, cases[i].says);
	}
}

static void a_file_without_a_result_says_so(void **state)
{
	const struct checked c = checked("{\"method\": \"forholdsvalg\", \"seats\": 1, \"lists\": "
	                                 "[{\"name\": \"A\", \"votes\": 1}]}");

	(void)state;
	assert_false(c.same);
	assert_in(c.said, "ikke hva som er ventet");
}

/* ---- kept and opened ---- */

static void what_is_not_finished_is_kept_and_comes_back(void **state)
{
	struct answer a = site_get(&secretary, KEEP "plasser=5&maate=skriftlig"
	                           LIST("A+%26+B", "", "Kari+B%C3%B8+(1970),K%0APer,M"));
	struct answer back = open_text(a.body);

	(void)state;
	assert_in(site_header(&a, "Content-Disposition"), "valg-utvalg-2027-10-14.json");
	assert_out(a.body, "expected");
	assert_out(a.body, "votes");
	assert_int_equal(back.status, 303);
	assert_in(back.to, "&maate=skriftlig");
	assert_in(back.to, "&plasser=5");
	assert_in(back.to, "&kommune=Lillevik");
	assert_in(back.to, "liste=A+%26+B&stemmer=&navn=Kari+B%C3%B8+%281970%29%2C+K%0APer%2C+M");
	assert_string_equal(site_get(&secretary, site_path(t, "/valg/protokoll.json%s",
	                    strchr(back.to, '?'))).body, a.body);
}

static void a_draw_that_does_not_fit_any_more_is_not_kept(void **state)
{
	const char *tied = site_get(&secretary, KEEP "plasser=1&lodd=A" LIST("A", "4", "")
	                            LIST("B", "4", "")).body;
	const char *not = site_get(&secretary, KEEP "plasser=1&lodd=A" LIST("A", "4", "")
	                           LIST("B", "9", "")).body;

	(void)state;
	assert_stemmer(tied);
	assert_in(tied, "\"draws\"");
	assert_stemmer(not);
	assert_out(not, "\"draws\"");
}

static void what_is_wrong_on_the_form_is_mended_there_first(void **state)
{
	struct answer a = site_get(&secretary, KEEP "plasser=5" LIST("A", "1,5", ""));

	(void)state;
	assert_int_equal(a.status, 303);
	assert_in(a.to, "/valg/forholdsvalg?");
	assert_in(a.to, "stemmer=1%2C5");
}

static void a_table_of_parties_fills_the_rows(void **state)
{
	static const struct { const char *file, *rows; } cases[] = {
		{ "Ap;11\nSp;8\n", "liste=Ap&stemmer=11&navn=&liste=Sp&stemmer=8&navn=" },
		{ "\xEF\xBB\xBFParti;Mandater\r\n\"Ap\";\"11\"\r\n", "liste=Ap&stemmer=11&navn=" },
		{ "H\xF8yre\t8\n", "liste=H%C3%B8yre&stemmer=8&navn=" },
		{ "\"A; \"\"B\"\"\";3\n;\n", "liste=A%3B+%22B%22&stemmer=3&navn=" },
		{ "Senterpartiet\n", "liste=Senterpartiet&stemmer=&navn=" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct answer a = open_text(cases[i].file);

		assert_int_equal(a.status, 303);
		assert_in(a.to, cases[i].rows);
	}
}

#define SAK(rest) "{\"method\": \"forholdsvalg\", \"seats\": 5, " rest "}"
#define ONE(rest) SAK("\"lists\": [{\"name\": \"A\", " rest "}]")

static void what_the_page_cannot_show_is_said_and_nothing_is_left_out(void **state)
{
	static const struct { const char *file, *says; } cases[] = {
		{ "", "Velg en fil først" },
		{ "  \n", "Filen er tom" },
		{ "{\"method\": ", "galt i linje 1" },
		{ "[]", "én sak" },
		{ "{\"method\": \"dhondt\", \"seats\": 5}", "ikke et forholdsvalg" },
		{ SAK("\"rounds\": []"), "ikke plass til feltet rounds" },
		{ SAK("\"seed\": \"x\""), "må saken i filen hete" },
		{ SAK("\"seed\": \"x\", \"draws\": [{\"drawn\": [\"A\"]}]"), "Feltet draws " },
		{ SAK("\"<b>\": 1"), "feltet &lt;b&gt; i filen" },
		{ SAK("\"blank\": -1"), "Feltet blank " },
		{ SAK("\"blank\": 1.5"), "Feltet blank " },
		{ SAK("\"organ\": \"sangkor\""), "Feltet organ " },
		{ SAK("\"organ\": 5"), "Feltet organ " },
		{ SAK("\"date\": \"i morgen\""), "Feltet date " },
		{ SAK("\"place\": \"\""), "Feltet place " },
		{ SAK("\"council_only\": true"), "council_only i filen passer ikke til utvalg" },
		{ SAK("\"lists\": {}"), "Feltet lists " },
		{ SAK("\"lists\": [5]"), "Feltet lists[0].name " },
		{ SAK("\"draws\": [{}]"), "Feltet draws " },
		{ SAK("\"draws\": [{\"drawn\": [5]}]"), "Feltet draws[0].drawn " },
		{ SAK("\"choices\": {\"liste_tom\": \"x\"}"), "Feltet choices " },
		{ SAK("\"choices\": {\"blanke\": \"x\"}"), "feltet choices.blanke" },
		{ ONE("\"votes\": 1000"), "Feltet lists[0].votes " },
		{ ONE("\"parties\": 5"), "Feltet lists[0] " },
		{ ONE("\"parties\": [\"Ap, SV\"]"), "Navnet «Ap, SV»" },
		{ ONE("\"signed\": 1"), "Feltet lists[0] " },
		{ ONE("\"group_genders\": {\"X\": 1}"), "feltet lists[0].group_genders.X" },
		{ ONE("\"hopes\": -1"), "Feltet lists[0].hopes " },
		{ ONE("\"candidates\": 5"), "Feltet lists[0].candidates " },
		{ ONE("\"candidates\": [{\"name\": \"Kari\"}]"), "Feltet lists[0].candidates[0] " },
		{ ONE("\"candidates\": [{\"name\": \"1. Kari\", \"gender\": \"K\"}]"),
		  "Navnet «1. Kari»" },
		{ "Ap;11;4;x\nSp;mange\n", "Linje 2 i filen" },
		{ "Ap;1000\n", "Linje 1 i filen" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct answer a = open_text(cases[i].file);

		assert_int_equal(a.status, 422);
		assert_in(a.body, cases[i].says);
		assert_out(a.body, "<b>");
	}
}

static void a_file_with_more_names_than_an_address_holds_is_refused(void **state)
{
	struct buf b = buf_in(t->mem);

	(void)state;
	buf_puts(&b, "{\"method\": \"forholdsvalg\", \"lists\": [{\"name\": \"A\", "
	         "\"candidates\": [");
	for (int i = 0; i < 600; i++)
		buf_printf(&b, "%s{\"name\": \"Kari Nordmann den %d\", \"gender\": \"K\"}",
		           i > 0 ? ", " : "", i);
	buf_puts(&b, "]}]}");
	assert_in(opened(b.p, b.n).body, "flere navn i filen enn siden har plass til");
}

/* What a request may use of memory is not reached by any file that is not refused for its size. */
static void no_file_takes_more_memory_than_a_request_has(void **state)
{
	static const struct { const char *begin, *part; } cases[] = {
		{ "", "a\n" }, { "", "a;x\n" }, { "", "\xE6;1\n" }, { "", "\n" }, { "a;1", "1" },
		{ "{\"method\": \"forholdsvalg\", \"lists\": [{\"name\": \"A\", "
		  "\"candidates\": [{}", ",{}" },
		{ "{\"method\": \"forholdsvalg\", \"lists\": [{\"name\": \"A\", "
		  "\"candidates\": [{\"name\": \"a\", \"gender\": \"K\"}",
		  ",{\"name\":\"a\",\"gender\":\"K\"}" },
		{ "[0", ",0" }, { "[", "[" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct arena *mem = arena_new((size_t)64 << 20);
		struct buf b = { 0 };
		struct valg_fil f = { .mem = mem, .lang = LANG_NB };

		buf_puts(&b, cases[i].begin);
		while (b.n < VALG_FIL_BYTES_MAX - 40)
			buf_puts(&b, cases[i].part);
		if (strstr(cases[i].begin, "candidates") != NULL)
			buf_puts(&b, "]}]}");
		else if (cases[i].begin[0] == '[')
			buf_puts(&b, "]");
		assert_false(valg_fil_read(&f, b.p, b.n));
		assert_true(f.n_fault > 0);
		buf_free(&b);
		arena_free(mem);
	}
}

/* ---- pasted ---- */

static void pasted_parties_stand_in_the_rows(void **state)
{
	const char *p = site_get(&secretary, FORM "partier=Ap+11%0ASp;8%0AH%C3%B8yre,+7&liste=sp"
	                         "&stemmer=1&navn=Ida,K").body;

	(void)state;
	assert_in(p, "name=\"liste\" maxlength=\"80\" value=\"Ap\"");
	assert_in(p, "value=\"11\"");
	assert_in(p, "name=\"liste\" maxlength=\"80\" value=\"Sp\"");
	assert_in(p, "value=\"8\"");
	assert_in(p, "value=\"Høyre\"");
	assert_in(p, "Ida,K</textarea>");
	assert_out(p, "value=\"sp\"");
	assert_in(p, "aria-describedby=\"partier-h\"></textarea>");
}

static void a_pasted_line_that_cannot_be_read_is_told_and_kept(void **state)
{
	const char *p = site_get(&secretary, FORM "partier=Ap;11%0ASp;mange").body;

	(void)state;
	assert_in(p, "id=\"partier-f\"");
	assert_in(p, "Linje 2:");
	assert_in(p, "Sp;mange</textarea>");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_settled_case_of_the_notes_is_confirmed_by_its_protocol),
		cmocka_unit_test(every_case_that_the_page_has_room_for_comes_back_from_it),
		cmocka_unit_test(lots_readings_and_what_is_told_of_lists_are_kept),
		cmocka_unit_test(the_same_person_twice_is_settled_when_that_is_chosen),
		cmocka_unit_test(what_was_changed_afterwards_is_told),
		cmocka_unit_test(a_file_without_a_result_says_so),
		cmocka_unit_test(what_is_not_finished_is_kept_and_comes_back),
		cmocka_unit_test(a_draw_that_does_not_fit_any_more_is_not_kept),
		cmocka_unit_test(what_is_wrong_on_the_form_is_mended_there_first),
		cmocka_unit_test(a_table_of_parties_fills_the_rows),
		cmocka_unit_test(what_the_page_cannot_show_is_said_and_nothing_is_left_out),
		cmocka_unit_test(a_file_with_more_names_than_an_address_holds_is_refused),
		cmocka_unit_test(no_file_takes_more_memory_than_a_request_has),
		cmocka_unit_test(pasted_parties_stand_in_the_rows),
		cmocka_unit_test(a_pasted_line_that_cannot_be_read_is_told_and_kept),
	};

	return cmocka_run_group_tests(tests, valg_scene_open, valg_scene_close);
}
