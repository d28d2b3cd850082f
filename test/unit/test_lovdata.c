/* The wording of an act from a file in Lovdata's format: read, refused, shown, taken out.  The
 * sentences are made up here. */
#include "site_help.h"

#include <getopt.h>
#include <stdio.h>

#include "app/lov/lov.h"
#include "app/lov/lovdata.h"
#include "app/lov/xml.h"
#include "app/sider.h"

#define N(a) (sizeof(a) / sizeof(a)[0])

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n<html lang=\"nb\">" \
	"<body><header><dl><dd class=\"legacyID\">LOV-2018-06-22-83</dd>" \
	"<dd class=\"lastChangeInForce\">2024-07-01, 2025-01-01</dd></dl></header>\n" \
	"<main class=\"documentBody\"><h1>Lov om båter i badekar</h1><section class=\"section\">\n"
#define TAIL "</section></main></body></html>\n"
#define TITLE "<h3 class=\"legalArticleHeader\"><span>§ 7-6</span>. Ender</h3>\n"
#define DUCKS "<article class=\"legalArticle\" data-name=\"§7-6\">" TITLE \
	"<article class=\"legalP\">Gule ender sv&#248;mmer\n   <i>alltid</i> f&#xF8;rst" \
	"<sup class=\"footnotereference\">1</sup> &amp; sist&nbsp;&lt;b&gt;.</article>\n" \
	"<article class=\"numberedLegalP\">(2) Badekaret skal ha\n <ol>" \
	"<li data-name=\"a.\"> <article class=\"listArticle\"><article class=\"legalP\">varmt " \
	"vann</article></article></li>\n <li data-name=\"b.\">b. en propp</li>" \
	"<li data-name=\"1\">100 bobler</li></ol></article>\n" \
	"<p class=\"leddfortsettelse\">Proppen er r\303\270d.</p>" \
	"<article class=\"changesToParent\">Endret ved lov om skum.</article></article>\n"
#define PLAIN(name, text) \
	"<article class=\"legalArticle\" data-name=\"" name "\">" \
	"<article class=\"legalP\">" text "</article></article>"

static int setup(void **state)
{
	*state = site_open(all_pages);
	return 0;
}

static int teardown(void **state)
{
	site_close(*state);
	return 0;
}

static const char *read_file(struct site_test *t, const char *file, struct lovdata *d)
{
	return lovdata_read(t->mem, file, strlen(file), d);
}

static void ledd_and_lists_are_read_and_notes_are_not(void **state)
{
	struct lovdata d;

	assert_null(read_file(*state, HEAD DUCKS TAIL, &d));
	assert_string_equal(d.number, "LOV-2018-06-22-83");
	assert_string_equal(d.changed, "2024-07-01");
	assert_int_equal(d.n, 1);
	assert_string_equal(d.section[0].name, "7-6");
	assert_null(d.section[0].unknown);
	assert_int_equal(d.section[0].n_ledd, 2);
	assert_string_equal(d.section[0].ledd[0],
	                    "Gule ender svømmer alltid først & sist <b>.");
	assert_string_equal(d.section[0].ledd[1], "(2) Badekaret skal ha\na. varmt vann\n"
	                    "b. en propp\n1 100 bobler\nProppen er rød.");
}

static void a_section_with_something_unknown_is_not_read_in_part(void **state)
{
	static const struct { const char *inside, *unknown; } cases[] = {
		{ "<table><tr><td>1</td></tr></table>", "<table> på linje 5" },
		{ "<article class=\"futureLegalP\">Ny</article>",
		  "<article class=\"futureLegalP\"> på linje 5" },
		{ "løst", "tekst utenfor ledd på linje 5" },
		{ "<article class=\"legalP\">To <img src=\"x\"/></article>", "<img> på linje 5" },
		{ "<article class=\"legalArticle\" data-name=\"§2\"/>",
		  "<article class=\"legalArticle\"> på linje 5" },
	};

	for (size_t i = 0; i < N(cases); i++) {
		struct site_test *t = *state;
		struct lovdata d;

		assert_null(read_file(t, arena_printf(t->mem, HEAD
			"<article class=\"legalArticle\" data-name=\"§1\">"
			"<article class=\"legalP\">Ender.</article>%s</article>"
			PLAIN("§ 2 a", "Skum.") TAIL,
			cases[i].inside), &d));
		assert_int_equal(d.n, 2);
		assert_int_equal(d.section[0].n_ledd, 0);
		assert_string_equal(d.section[0].unknown, cases[i].unknown);
		assert_string_equal(d.section[1].name, "2a");
		assert_string_equal(d.section[1].ledd[0], "Skum.");
	}
}

static const struct { const char *file, *error; } hostile[] = {
	{ "", "linje 1: filen slutter før den er ferdig" },
	{ "Lov om ender", "linje 1: her skulle det stått et element" },
	{ HEAD, "linje 5: filen slutter før den er ferdig" },
	{ HEAD "</main>", "linje 5: et element slutter der et annet skulle sluttet" },
	{ HEAD "<i><b></i></b>" TAIL, "linje 5: et element slutter der et annet skulle sluttet" },
	{ HEAD TAIL, "filen er ikke en lov fra Lovdatas åpne data" },
	{ HEAD DUCKS TAIL "<p/>", "linje 13: det står mer etter slutten" },
	{ "<!DOCTYPE html [<!ENTITY a \"aaaa\">]><html>&a;</html>",
	  "linje 1: bare <!DOCTYPE html> og kommentarer kan begynne slik" },
	{ "<!DOCTYPE html SYSTEM \"file:///etc/passwd\"><html/>",
	  "linje 1: bare <!DOCTYPE html> og kommentarer kan begynne slik" },
	{ "<html><![CDATA[x]]></html>",
	  "linje 1: bare <!DOCTYPE html> og kommentarer kan begynne slik" },
	{ "<html>&lol;</html>", "linje 1: et tegn skrevet med & er ukjent" },
	{ "<html>&#0;</html>", "linje 1: et tegn skrevet med & er ukjent" },
	{ "<html>&#xD800;</html>", "linje 1: et tegn skrevet med & er ukjent" },
	{ "<html>&#x110000;</html>", "linje 1: et tegn skrevet med & er ukjent" },
	{ "<html>&#99999999999;</html>", "linje 1: et tegn skrevet med & er ukjent" },
	{ "<html>&amp", "linje 1: et tegn skrevet med & er ukjent" },
	{ "<html a=b/>", "linje 1: et element er ikke skrevet riktig" },
	{ "<html a=\"<\"/>", "linje 1: et element er ikke skrevet riktig" },
	{ "<html a=\"b", "linje 1: et element er ikke skrevet riktig" },
	{ "<html", "linje 1: et element er ikke skrevet riktig" },
	{ "<", "linje 1: et element er ikke skrevet riktig" },
	{ "<!-- ", "linje 1: bare <!DOCTYPE html> og kommentarer kan begynne slik" },
	{ "<html>\xe5</html>", "filen er ikke UTF-8-tekst" },
};

static void what_is_not_well_formed_is_refused_whole(void **state)
{
	struct lovdata d;

	for (size_t i = 0; i < N(hostile); i++) {
		const char *error = read_file(*state, hostile[i].file, &d);

		assert_non_null(error);
		assert_string_equal(error, hostile[i].error);
	}
}

static void a_file_cut_anywhere_is_refused(void **state)
{
	static const char whole[] = HEAD DUCKS TAIL;
	struct site_test *t = *state;
	const size_t end = strlen(whole) - 1;           /* the last line break may go */

	for (size_t n = 0; n < end; n++) {
		char *part = malloc(n + 1);             /* so that reading past it is seen */
		struct lovdata d;

		assert_non_null(part);
		memcpy(part, whole, n);
		assert_non_null(lovdata_read(t->mem, part, n, &d));
		free(part);
		if (n % 64 == 0)
			arena_reset(t->mem);
	}
}

static const char *repeated(struct site_test *t, const char *before, const char *what, size_t n)
{
	struct buf b = buf_in(t->mem);

	buf_puts(&b, before);
	for (size_t i = 0; i < n; i++)
		buf_puts(&b, what);
	return b.p;
}

static int command(struct site_test *t, const char *line)
{
	char *rest = arena_printf(t->mem, "lov --data %s%s", t->dir, line);
	char *argv[8] = { 0 };
	int argc = 0;

	while (argc < 7 && (argv[argc] = strsep(&rest, " ")) != NULL)
		argc++;
	optind = 0;
	return lov_command(argc, argv, all_pages);
}

static int load(struct site_test *t, const char *text)
{
	const char *path = site_path(t, "%s/lov.xml", t->dir);
	FILE *f = fopen(path, "wb");

	assert_non_null(f);
	assert_int_equal(fwrite(text, 1, strlen(text), f), strlen(text));
	assert_int_equal(fclose(f), 0);
	return command(t, site_path(t, " --importer %s", path));
}

static void a_hostile_file_changes_nothing(void **state)
{
	struct site_test *t = *state;

	assert_int_equal(load(t, HEAD DUCKS TAIL), 0);
	for (size_t i = 0; i < N(hostile); i++)
		assert_int_equal(load(t, hostile[i].file), 2);
	assert_int_equal(load(t, repeated(t, HEAD, "<b>", XML_DEPTH)), 2);
	assert_int_equal(load(t, repeated(t, HEAD DUCKS TAIL, "          ", 420000)), 2);
	assert_int_equal(load(t, repeated(t, "<html>", "<a b=\"\"/>&lt;", 280000)), 2);
	assert_int_equal(load(t, "<html><dd class=\"legacyID\">LOV-1-1-1</dd><main class="
	                      "\"documentBody\">" PLAIN("§1", "Ender.") "</main></html>"), 2);
	assert_int_equal(command(t, " --importer /finnes/ikke"), 2);
	assert_int_equal(command(t, " --fjern badekarloven"), 2);
	assert_int_equal(command(t, " --fjern"), 2);
	assert_int_equal(site_sql(t, "SELECT count(*) FROM lovtekst"), 2);
}

static void a_section_that_stands_twice_is_left_out(void **state)
{
	struct site_test *t = *state;

	assert_int_equal(load(t, HEAD DUCKS PLAIN("§7-5", "En.") PLAIN("§7-5", "To.")
	                      PLAIN("§99-9", "Ingen side.") TAIL), 0);
	assert_int_equal(site_sql(t, "SELECT count(DISTINCT paragraf) FROM lovtekst"), 1);
}

static void the_page_shows_the_wording_while_it_is_loaded(void **state)
{
	struct site_test *t = *state;
	struct browser nb = { .t = t }, nn = { .t = t, .lang = "nn" };

	assert_out(site_get(&nb, "/lov/kommuneloven/7-6").body, "Lovteksten</h2>");
	assert_int_equal(load(t, HEAD DUCKS TAIL), 0);
	assert_int_equal(command(t, ""), 0);
	site_sql(t, "UPDATE lovtekst SET lest_inn = '2027-01-15'");
	assert_in(site_get(&nb, "/lov/kommuneloven/7-6").body, "Lovteksten</h2>");
	assert_in(site_get(&nb, "/lov/kommuneloven/7-6").body, "sist &lt;b&gt;.</p>");
	assert_in(site_get(&nb, "/lov/kommuneloven/7-6").body, "ds-paragraph\">a. varmt vann</p>");
	assert_in(site_get(&nb, "/lov/kommuneloven/7-6").body, "gjelder fra 1. juli 2024.");
	assert_in(site_get(&nb, "/lov/kommuneloven/7-6").body,
	          "Lovdata, NLOD 2.0, lest inn 15. januar 2027.");
	assert_in(site_get(&nn, "/lov/kommuneloven/7-6").body,
	          "Lovdata, NLOD 2.0, lesen inn 15. januar 2027.");
	assert_out(site_get(&nb, "/lov/kommuneloven/7-5").body, "Lovteksten</h2>");
	assert_int_equal(load(t, HEAD PLAIN("§7-6", "Bare en and.") TAIL), 0);
	assert_out(site_get(&nb, "/lov/kommuneloven/7-6").body, "varmt vann");
	assert_in(site_get(&nb, "/lov/kommuneloven/7-6").body, "Bare en and.");
	assert_int_equal(command(t, " --fjern kommuneloven"), 0);
	assert_out(site_get(&nb, "/lov/kommuneloven/7-6").body, "Bare en and.");
	assert_int_equal(site_sql(t, "SELECT count(*) FROM lovtekst"), 0);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(ledd_and_lists_are_read_and_notes_are_not),
		cmocka_unit_test(a_section_with_something_unknown_is_not_read_in_part),
		cmocka_unit_test(what_is_not_well_formed_is_refused_whole),
		cmocka_unit_test(a_file_cut_anywhere_is_refused),
		cmocka_unit_test_setup_teardown(a_hostile_file_changes_nothing, setup, teardown),
		cmocka_unit_test_setup_teardown(a_section_that_stands_twice_is_left_out, setup,
		                                teardown),
		cmocka_unit_test_setup_teardown(the_page_shows_the_wording_while_it_is_loaded,
		                                setup, teardown),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
