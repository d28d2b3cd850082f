#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "lib/arena.h"
#include "steder.html.h"
#include "web/html.h"

static struct arena *arena;
static struct out o;

static int begin(void **state)
{
	(void)state;
	arena = arena_new(1 << 20);
	o = out_new(arena, LANG_NB);
	return 0;
}

static int end(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

/* What has been written since the last call. */
static const char *written(void)
{
	const char *p = out_html(&o).p;

	o = out_new(arena, o.lang);
	return p;
}

static void text_is_escaped_for_its_place(void **state)
{
	static const struct {
		const char *in, *text, *url, *part;
	} cases[] = {
		{ "Å være", "Å være", "#", "%C3%85%20v%C3%A6re" },
		{ "<script>", "&lt;script&gt;", "#", "%3Cscript%3E" },
		{ "a\" onload='x", "a&quot; onload=&#39;x", "#", "a%22%20onload%3D%27x" },
		{ "a&amp;b", "a&amp;amp;b", "#", "a%26amp%3Bb" },
		{ "</title>", "&lt;/title&gt;", "#", "%3C%2Ftitle%3E" },
		{ "", "", "#", "" },
		{ "/s/1?a=b&c#d", "/s/1?a=b&amp;c#d", "/s/1?a=b&amp;c#d",
		  "%2Fs%2F1%3Fa%3Db%26c%23d" },
		{ "../..", "../..", "#", "..%2F.." },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const char *text = cases[i].text, *part = cases[i].part;

		t_text(&o, cases[i].in);
		assert_string_equal(written(), arena_printf(arena, "<p>%s</p>", text));
		t_quoted(&o, cases[i].in);
		assert_string_equal(written(), arena_printf(arena,
			"<p title=\"%s\" lang='%s'></p>", text, text));
		t_title(&o, cases[i].in);
		assert_string_equal(written(), arena_printf(arena, "<title>%s</title>", text));
		t_area(&o, cases[i].in);
		assert_string_equal(written(), arena_printf(arena,
			"<textarea name=\"t\">%s</textarea>", text));
		t_url(&o, cases[i].in);
		assert_string_equal(written(), arena_printf(arena, "<a href=\"%s\"></a>",
			cases[i].url));
		t_url_part(&o, cases[i].in);
		assert_string_equal(written(), arena_printf(arena,
			"<a href=\"/x/%s?q=%s\"></a>", part, part));
	}
}

static void a_url_leads_to_a_page_or_nowhere(void **state)
{
	static const char *const good[] = { "/", "/samling/1", "?dag=2", "#innhold",
		"https://ks.no/", "HTTP://ks.no", "mailto:post@lillevik.example", "tel:113" };
	static const char *const bad[] = { "javascript:a()", "JavaScript:a()", " javascript:a()",
		"java\tscript:a()", "\x01javascript:a()", "data:text/html,x", "vbscript:x",
		"//ks.no", "/\\ks.no", "\\\\ks.no", "/\t/ks.no", "/\n/ks.no", "file:///etc",
		"samling", "" };

	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
		out_url_str(&o, good[i]);
		assert_string_equal(written(), good[i]);
	}
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		out_url_str(&o, bad[i]);
		assert_string_equal(written(), "#");
	}
}

static void numbers_and_nothing(void **state)
{
	(void)state;
	t_number(&o, INT64_MIN, 255);
	assert_string_equal(written(), "<a href=\"/x/-9223372036854775808\" "
		"title=\"-9223372036854775808\">255</a>");
	t_text(&o, NULL);
	assert_string_equal(written(), "<p></p>");
}

static void mark_up_is_another_type(void **state)
{
	struct html made;

	(void)state;
	t_text(&o, "a&b");
	made = out_html(&o);
	o = out_new(arena, LANG_NB);
	t_trusted(&o, made);
	assert_string_equal(written(), "<p><p>a&amp;b</p></p>");
}

static void texts_follow_the_reader(void **state)
{
	(void)state;
	t_translated(&o, "<b>", 1);
	assert_string_equal(written(), "<p title=\"Språk\">Språk &lt;b&gt; &amp; 1 1 svar</p>");
	o.lang = LANG_NN;
	t_translated(&o, "<b>", 1000);
	assert_string_equal(written(),
		"<p title=\"Språk\">Språk &lt;b&gt; &amp; 1000 1\302\240000 svar</p>");
}

static void choices_stay_in_their_place(void **state)
{
	(void)state;
	t_choice(&o, true, false);
	assert_string_equal(written(),
		"<input type=\"radio\" checked class=\"x av\"><b>ja</b>");
	t_choice(&o, false, true);
	assert_string_equal(written(), "<input type=\"radio\" class=\"x p\303\245\">nei");
}

static void loops_calls_and_white_space(void **state)
{
	static const char *const v[] = { "a", "b" };

	(void)state;
	t_rows(&o, v, 2);
	assert_string_equal(written(), "<ul>\n<li>a</li>\n<li>b</li>\n</ul>");
	t_calls(&o, "<");
	assert_string_equal(written(), "<main><p>&lt;</p></main>\n<hr/>");
	t_space(&o);
	assert_string_equal(written(), "<p>\ninn\n</p>\n<pre>\n    stå\n</pre>\n"
		"<p class=\"a\" id=\"b\">?" "?= 1æ2 \\ \"</p>");
	t_literals(&o, "}x");
	assert_string_equal(written(), "<p>}}</p>");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(text_is_escaped_for_its_place, begin, end),
		cmocka_unit_test_setup_teardown(a_url_leads_to_a_page_or_nowhere, begin, end),
		cmocka_unit_test_setup_teardown(numbers_and_nothing, begin, end),
		cmocka_unit_test_setup_teardown(mark_up_is_another_type, begin, end),
		cmocka_unit_test_setup_teardown(texts_follow_the_reader, begin, end),
		cmocka_unit_test_setup_teardown(choices_stay_in_their_place, begin, end),
		cmocka_unit_test_setup_teardown(loops_calls_and_white_space, begin, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
