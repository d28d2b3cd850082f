/* The calendar of duties on the page, and as a file that a calendar reads. */
#include "site_help.h"

#include <string.h>

#include "app/regler/kalender.h"
#include "app/regler/regler.h"
#include "lib/arena.h"
#include "lib/utf8.h"
#include "web/text.h"

static struct site_test *t;
static struct browser nb, nn;

static int open_site(void **state)
{
	static const struct page *const tables[] = { regler_pages, NULL };

	(void)state;
	t = site_open(tables);
	nb = (struct browser){ .t = t };
	nn = (struct browser){ .t = t, .lang = "nn" };
	return 0;
}

static int close_site(void **state)
{
	(void)state;
	site_close(t);
	return 0;
}

static const char *page(struct browser *b, const char *path)
{
	struct answer a = site_get(b, path);

	assert_int_equal(a.status, 200);
	return a.body;
}

static void every_duty_is_on_the_page_in_both_languages(void **state)
{
	const struct kalender k = kalender(t->mem, 2027, NULL);
	const char *one = page(&nb, "/regler/kalender"), *other = page(&nn, "/regler/kalender");

	(void)state;
	for (size_t i = 0; i < k.n; i++) {
		assert_in(one, k.duty[i].nb);
		assert_in(other, k.duty[i].nn);
		assert_in(one, rule_infos[k.duty[i].rule].nb);
		assert_in(one, kalender_when(t->mem, LANG_NB, &k.duty[i]));
		assert_in(other, kalender_when(t->mem, LANG_NN, &k.duty[i]));
	}
}

static void days_are_said_as_they_are(void **state)
{
	const char *p = page(&nb, "/regler/kalender");

	(void)state;
	assert_in(p, "mandag 13. september 2027 (forventet)");
	assert_in(p, "senest søndag 31. oktober 2027");
	assert_in(p, "Den siste virkedagen før er fredag 29. oktober 2027.");
	assert_in(p, "i løpet av 2028");
	assert_in(p, "fra søndag 31. oktober 2027 til fredag 31. oktober 2031");
	assert_in(p, "<span class=\"ds-tag\" data-color=\"neutral\">over</span>");
}

static void another_election_and_a_meeting_that_is_known(void **state)
{
	const char *p = page(&nb, "/regler/kalender?valg=2031");

	(void)state;
	assert_in(p, "mandag 8. september 2031 (forventet)");
	assert_out(p, "13. september 2027");
	p = page(&nb, "/regler/kalender?valg=2027&konstituert=2027-10-12");
	assert_in(p, "senest torsdag 12. oktober 2028");
	assert_in(p, "datetime=\"2027-10-12\">tirsdag 12. oktober 2027<");
	assert_out(p, "aria-invalid");
}

static void a_day_that_cannot_be_is_said_at_its_field(void **state)
{
	static const struct { const char *query, *says; } cases[] = {
		{ "konstituert=i+morgen", "Skriv datoen som år-måned-dag" },
		{ "konstituert=2027-02-30", "Skriv datoen som år-måned-dag" },
		{ "konstituert=2027-09-13", "er etter valget" },
		{ "konstituert=2027-11-01", "innen utgangen av oktober" },
		{ "valg=2031&konstituert=2027-10-12", "er etter valget" },
		{ "konstituert=0001-01-01", "er etter valget" },
		{ "konstituert=9999-12-31", "innen utgangen av oktober" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		const char *p = page(&nb, site_path(t, "/regler/kalender?%s", cases[i].query));

		assert_in(p, cases[i].says);
		assert_in(p, "aria-invalid=\"true\"");
		assert_in(p, "oktober");
	}
	assert_out(page(&nb, "/regler/kalender?valg=1999"), "aria-invalid");
	assert_in(page(&nb, "/regler/kalender?valg=abc"), "13. september 2027");
}

static void the_wheel_has_a_number_for_each_row_of_its_list(void **state)
{
	const char *p = page(&nb, "/regler/kalender");
	int n = 0;

	(void)state;
	assert_in(p, "role=\"img\" aria-labelledby=\"hjul-tittel\"");
	for (const struct aarshjul_duty *d = aarshjul; d->key != NULL; d++) {
		n++;
		if (d->month > 0)
			assert_in(p, site_path(t, "<text class=\"nr\" y=\"5\">%d</text>", n));
		assert_in(p, d->nb);
	}
	assert_in(p, aarshjul_without_day(t->mem));
}

static void a_year_goes_once_round(void **state)
{
	static const struct { int month, day, degree; } cases[] = {
		{ 1, 1, 0 }, { 2, 22, 51 }, { 4, 2, 90 }, { 6, 30, 178 }, { 7, 2, 180 },
		{ 10, 1, 269 }, { 12, 31, 359 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		assert_int_equal(aarshjul_degree(&(struct aarshjul_duty){
			.month = cases[i].month, .day = cases[i].day }), cases[i].degree);
}

/* ---- the file ---- */

static struct answer file(struct browser *b, const char *query)
{
	struct answer a = site_get(b, site_path(t, "/regler/kalender.ics%s", query));

	assert_int_equal(a.status, 200);
	return a;
}

static size_t count(const char *text, const char *what)
{
	size_t n = 0;

	for (const char *s = text; (s = strstr(s, what)) != NULL; s++)
		n++;
	return n;
}

/* RFC 5545: line ends, lengths, one event for each duty, each with what it must have. */
static void the_file_is_whole(void **state)
{
	const struct kalender k = kalender(t->mem, 2027, NULL);
	struct browser *const readers[] = { &nb, &nn };

	(void)state;
	for (size_t l = 0; l < 2; l++) {
		const char *text = file(readers[l], "").body, *end;

		assert_true(strncmp(text, "BEGIN:VCALENDAR\r\n", 17) == 0);
		assert_string_equal(text + strlen(text) - 15, "END:VCALENDAR\r\n");
		for (const char *s = text; *s != '\0'; s = end + 2) {
			end = strstr(s, "\r\n");
			assert_non_null(end);
			assert_true(end - s <= 75);
			assert_null(memchr(s, '\n', (size_t)(end - s)));
			assert_true(utf8_valid(s, (size_t)(end - s)));
		}
		assert_int_equal(count(text, "\r\nBEGIN:VEVENT\r\n"), k.n);
		assert_int_equal(count(text, "\r\nUID:"), k.n);
		assert_int_equal(count(text, "\r\nDTSTAMP:2027"), k.n);
		assert_int_equal(count(text, "\r\nDTSTART;VALUE=DATE:"), k.n);
		assert_int_equal(count(text, "\r\nSUMMARY:"), k.n);
		assert_int_equal(count(text, "\r\nEND:VEVENT\r\n"), k.n);
		for (size_t i = 0; i < k.n; i++)
			assert_int_equal(count(text, site_path(t, "\r\nUID:2027-%s-%.4s@",
			                 k.duty[i].key, k.duty[i].to)), 1);
	}
}

static void the_file_says_what_the_page_says(void **state)
{
	struct answer a = file(&nb, "?valg=2027&konstituert=2027-10-12");

	(void)state;
	assert_in(a.body, "DTSTART;VALUE=DATE:20270913\r\nDTEND;VALUE=DATE:20270914\r\n"
	                  "SUMMARY:Valg til kommunestyre og fylkesting (forventet dag)\r\n");
	assert_in(a.body, "DTSTART;VALUE=DATE:20271012");
	assert_in(a.body, "SUMMARY:Frist: Kommunestyret har vedtatt planstrategi\r\n");
	assert_in(a.body, "/lov/plan-og-bygningsloven/10-1\r\n");
	assert_in(file(&nn, "").body, "SUMMARY:Val til kommunestyre og fylkesting (venta dag)\r\n");
	assert_in(file(&nb, "?valg=2031").body, "DTSTART;VALUE=DATE:20310908\r\n");
	assert_in(file(&nb, "?konstituert=tull").body, "DTSTART;VALUE=DATE:20271031\r\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_duty_is_on_the_page_in_both_languages),
		cmocka_unit_test(days_are_said_as_they_are),
		cmocka_unit_test(another_election_and_a_meeting_that_is_known),
		cmocka_unit_test(a_day_that_cannot_be_is_said_at_its_field),
		cmocka_unit_test(the_wheel_has_a_number_for_each_row_of_its_list),
		cmocka_unit_test(a_year_goes_once_round),
		cmocka_unit_test(the_file_is_whole),
		cmocka_unit_test(the_file_says_what_the_page_says),
	};

	return cmocka_run_group_tests(tests, open_site, close_site);
}
