/* The example: what `samling demo` makes and prints, and the parts that play it. */
#include "site_help.h"

#include <fcntl.h>
#include <jansson.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/lillevik/lag.h"
#include "app/lillevik/lillevik.h"
#include "app/lillevik/side.h"
#include "app/lillevik/terminal.h"
#include "app/lillevik/utvalg.h"
#include "app/sider.h"
#include "net/client.h"
#include "store/right.h"
#include "web/session.h"

#define PEOPLE 3
#define BLANK_LINE_START "    \033[38;5;16;48;5;231m        "

struct example {
	struct site_test *t;
	struct lillevik l;
	char cookie[PEOPLE][64];
};

static struct example example_open(void)
{
	struct example e = { .t = site_open(all_pages) };
	struct store *st = e.t->p.site.store;
	FILE *cookies = tmpfile();

	store_request_begin(st, RIGHT_BIT(RIGHT_SYSTEM), false);
	assert_int_equal(lillevik_make(&e.t->p.site, e.t->mem, &e.l), OUTCOME_OK);
	assert_int_equal(lillevik_people(&e.t->p.site, e.t->mem, &e.l, PEOPLE, cookies),
	                 OUTCOME_OK);
	assert_int_equal(store_request_end(st, true), OUTCOME_OK);
	assert_true(store_commit(st));
	rewind(cookies);
	for (int i = 0; i < PEOPLE; i++) {
		assert_non_null(fgets(e.cookie[i], sizeof e.cookie[i], cookies));
		e.cookie[i][strcspn(e.cookie[i], "\n")] = '\0';
	}
	fclose(cookies);
	return e;
}

/* A browser with a line of the cookie file. */
static struct browser phone_of(struct example *e, int i)
{
	struct browser b = { .t = e->t, .n_cookie = 1 };

	b.cookie[0].name = "d1";
	b.cookie[0].value = strchr(e->cookie[i], '=') + 1;
	return b;
}

static void lillevik_has_its_people_and_two_days(void **state)
{
	struct example e = example_open();

	(void)state;
	assert_int_equal(site_sql(e.t, "SELECT count(*) FROM navneliste WHERE rolle = 0"), 35);
	assert_int_equal(site_sql(e.t, "SELECT count(*) FROM navneliste WHERE rolle = 1"), 10);
	assert_int_equal(site_sql(e.t, "SELECT count(DISTINCT parti) FROM navneliste "
	                          "WHERE rolle = 0"), 7);
	assert_int_equal(site_sql(e.t, "SELECT count(*) FROM samling_veileder"), 2);
	assert_int_equal(site_sql(e.t, "SELECT count(*) FROM person WHERE rolle = 0"), 1);
	assert_string_equal(site_sql_text(e.t, "SELECT group_concat(dato) FROM dag"),
	                    SITE_TODAY "," SITE_TOMORROW);
	assert_true(site_sql(e.t, "SELECT count(*) FROM punkt") > 50);
	assert_int_equal(site_sql(e.t, "SELECT count(*) FROM kommune WHERE nr = '9999'"), 1);
	assert_int_equal(site_sql(e.t, "SELECT count(*) FROM lokalregel WHERE kommune = '9999'"),
	                 10);
	assert_true(site_sql(e.t, "SELECT count(*) FROM kommune") > 300);
	site_close(e.t);
}

static void every_link_opens_its_page(void **state)
{
	struct example e = example_open();
	struct browser b = { .t = e.t };
	const char *open[] = { e.l.console, e.l.wall, e.l.remote, e.l.phone };
	struct answer a;

	(void)state;
	for (size_t i = 0; i < sizeof open / sizeof open[0]; i++)
		assert_int_equal(site_get(&b, open[i]).status, 200);
	assert_int_equal(site_get(&b, e.l.report).status, 303);         /* to log in */
	a = site_post(&b, e.l.console, NULL);
	assert_int_equal(a.status, 303);
	assert_int_equal(site_get(&b, a.to).status, 200);
	assert_int_equal(site_get(&b, e.l.report).status, 200);
	site_close(e.t);
}

static void the_cookies_let_phones_in_and_answer(void **state)
{
	struct example e = example_open();

	(void)state;
	for (int i = 0; i < PEOPLE; i++) {
		struct browser b = phone_of(&e, i);
		struct answer a = site_get(&b, "/s/1");

		assert_memory_equal(e.cookie[i], "d1=", 3);
		assert_int_equal(a.status, 200);
		assert_non_null(strstr(a.body, "name=\"runde\""));
		b.token = e.l.token;
		b.bit = true;
		a = site_post(&b, "/s/1/svar", "runde", site_path(e.t, "%lld",
		              (long long)e.l.round), "valg", "0", "nokkel", "17", NULL);
		assert_int_equal(a.status, 200);
		a = site_get(&b, "/s/1");
		assert_non_null(strstr(a.body, site_path(e.t, "data-seq=\"%d\"", i + 1)));
	}
	assert_int_equal(site_sql(e.t, "SELECT count(*) FROM svar WHERE runde = %lld",
	                          (long long)e.l.round), PEOPLE);
	assert_int_equal(site_sql(e.t, "SELECT nivaa FROM punkt WHERE id = %lld",
	                          (long long)e.l.item), LEVEL_OPEN);
	site_close(e.t);
}

/* ---- the command ---- */

/* What it prints on standard output, in a folder that is there or not. */
static json_t *run_demo(const char *dir, const char *cookies, int *status)
{
	char out[] = "/tmp/samling-demo-XXXXXX";
	const char *argv[] = { "demo", "--data", dir, "--json", "--listen", "127.0.0.1:8099",
	                       "--deltakere", "4", "--kaker", cookies, NULL };
	int saved = dup(STDOUT_FILENO), fd = mkstemp(out);
	json_t *j;

	fflush(stdout);
	dup2(fd, STDOUT_FILENO);
	optind = 0;
	*status = demo_command(10, (char **)argv, all_pages);
	fflush(stdout);
	dup2(saved, STDOUT_FILENO);
	close(saved);
	close(fd);
	j = json_load_file(out, 0, NULL);
	unlink(out);
	return j;
}

static void demo_prints_what_a_load_client_needs(void **state)
{
	static const char *const text[] = { "base", "kode", "konsoll", "lerret", "deltaker",
	                                    "rapport", "strom", "svar", "kropp" };
	struct site_test *t = site_open(all_pages);     /* for its folder, and to clean up */
	const char *dir = site_path(t, "%s/ny", t->dir);
	const char *cookies = site_path(t, "%s/kaker", t->dir);
	char line[128];
	FILE *f;
	int status, n = 0;
	json_t *j = run_demo(dir, cookies, &status);

	(void)state;
	assert_int_equal(status, 0);
	assert_non_null(j);
	for (size_t i = 0; i < sizeof text / sizeof text[0]; i++)
		assert_true(json_is_string(json_object_get(j, text[i])));
	assert_true(json_is_integer(json_object_get(j, "aapen")));
	assert_int_equal(json_array_size(json_object_get(j, "hoder")), 3);
	assert_string_equal(json_string_value(json_object_get(j, "base")),
	                    "http://127.0.0.1:8099");
	assert_int_equal(strlen(json_string_value(json_object_get(j, "kode"))), 8);
	assert_non_null(strstr(json_string_value(json_object_get(j, "kropp")), "{seq}"));
	f = fopen(cookies, "r");
	assert_non_null(f);
	while (fgets(line, sizeof line, f) != NULL)
		n += strlen(line) == 3 + TOKEN_TEXT;            /* d1= and a line break */
	fclose(f);
	assert_int_equal(n, 4);
	json_decref(j);
	j = run_demo(dir, cookies, &status);                    /* there is something now */
	assert_int_equal(status, 1);
	assert_null(j);
	site_close(t);
}

/* ---- the parts of the play ---- */

static void a_form_is_found_with_what_belongs_to_it(void **state)
{
	struct arena *mem = arena_new(1u << 20);
	const char *html = "<form action=\"/a\"><input type=\"hidden\" name=\"x\" value=\"1\">"
		"<button name=\"h\" value=\"no\">></button></form><input type=\"hidden\" "
		"form=\"f\" name=\"y\" value=\"&lt;2 &amp; 3\"><form id=\"f\" method=\"post\" "
		"action=\"/b?c&amp;d\"><input type=\"hidden\" name=\"t\" value=\"T\"></form>"
		"<button form=\"f\" name=\"h\" value=\"yes\" title=\"name=&quot;h\">n</button>";
	struct side_form f;

	(void)state;
	assert_true(side_form(mem, html, "h", "yes", &f));
	assert_string_equal(f.action, "/b?c&d");
	assert_string_equal(f.body.p, "t=T&y=%3C2%20%26%203");
	assert_true(side_form(mem, html, "h", "no", &f));
	assert_string_equal(f.body.p, "x=1");
	assert_false(side_form(mem, html, "h", "maybe", &f));
	assert_int_equal(side_count(html, "h"), 2);
	assert_string_equal(side_value(mem, html, "y", 0), "<2 & 3");
	arena_free(mem);
}

static void weights_are_dealt_out_to_the_last_card(void **state)
{
	struct arena *mem = arena_new(1u << 20);
	json_t *entry = json_pack("{s:[i,i,i]}", "vekter", 4, 0, 6);
	const struct asked_form form = { .choices = 3, .most = 1 };
	uint64_t seed = 1;
	struct deal d = deal_new(mem, entry, 0, &form, 10, &seed);
	size_t got[3] = { 0 };

	(void)state;
	for (size_t i = 0; i < 10; i++) {
		got[deal_card(&d, i, 0)]++;
		assert_true(deal_card(&d, i, 1) == SIZE_MAX);
	}
	assert_int_equal(got[0], 4);
	assert_int_equal(got[1], 0);
	assert_int_equal(got[2], 6);
	json_decref(entry);
	arena_free(mem);
}

static void texts_are_sent_once_and_by_few(void **state)
{
	struct arena *mem = arena_new(1u << 20);
	json_t *entry = json_pack("{s:[s,s,s]}", "tekster", "a", "b", "c");
	const struct asked_form form = { .most = 2 };
	uint64_t seed = 1;
	struct deal d = deal_new(mem, entry, 0, &form, 10, &seed);

	(void)state;
	assert_string_equal(d.text[deal_card(&d, 0, 1)], "b");
	assert_string_equal(d.text[deal_card(&d, 1, 0)], "c");
	assert_true(deal_card(&d, 1, 1) == SIZE_MAX);
	assert_true(deal_card(&d, 2, 0) == SIZE_MAX);
	json_decref(entry);
	arena_free(mem);
}

static void the_client_speaks_to_this_machine_only(void **state)
{
	static const struct { const char *address; bool ok; } cases[] = {
		{ "127.0.0.1:8080", true }, { "http://127.0.0.1:8080/s/1", true },
		{ "[::1]:8080", true }, { "127.9.9.9:1", true },
		{ "10.0.0.1:80", false }, { "[::2]:80", false }, { "samling.example:80", false },
		{ "127.0.0.1", false }, { "127.0.0.1:0", false }, { "127.0.0.1:65536", false },
		{ "[::1:8080", false }, { "", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		const char *error;
		struct client *c = client_new(cases[i].address, &error);

		if ((c != NULL) != cases[i].ok)
			fail_msg("\"%s\"", cases[i].address);
		client_free(c);
	}
}

/* Light round the edge in both: a reader needs it. */
static void the_code_in_the_terminal_has_a_light_edge(void **state)
{
	char *dark = NULL, *colour = NULL;
	size_t n;
	FILE *f = open_memstream(&dark, &n);

	(void)state;
	terminal_qr(f, "http://127.0.0.1:8080/k/12345678", false);
	fclose(f);
	f = open_memstream(&colour, &n);
	terminal_qr(f, "http://127.0.0.1:8080/k/12345678", true);
	fclose(f);
	assert_memory_equal(dark, "    ████████", 4 + 8 * 3);
	assert_memory_equal(colour, BLANK_LINE_START, strlen(BLANK_LINE_START));
	free(dark);
	free(colour);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lillevik_has_its_people_and_two_days),
		cmocka_unit_test(every_link_opens_its_page),
		cmocka_unit_test(the_cookies_let_phones_in_and_answer),
		cmocka_unit_test(demo_prints_what_a_load_client_needs),
		cmocka_unit_test(a_form_is_found_with_what_belongs_to_it),
		cmocka_unit_test(weights_are_dealt_out_to_the_last_card),
		cmocka_unit_test(texts_are_sent_once_and_by_few),
		cmocka_unit_test(the_client_speaks_to_this_machine_only),
		cmocka_unit_test(the_code_in_the_terminal_has_a_light_edge),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
