/* The calculators: every row of their table in both languages, with sense and with nonsense. */
#include "site_help.h"

#include <string.h>

#include "app/regler/regler.h"
#include "app/regler/regn.h"
#include "lib/buf.h"
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

static const char *asked(struct browser *b, const struct regn *c, const char *query)
{
	struct answer a = site_get(b, site_path(t, "/regler/regn/%s?%s", c->key, query));

	if (a.status != 200)
		fail_msg("%s?%s: %d", c->key, query, a.status);
	return a.body;
}

static bool answered(const char *page)
{
	return strstr(page, "id=\"svaret\"") != NULL;
}

/* The same nonsense in every field that is not a choice. */
static const char *filled(const struct regn *c, const char *with)
{
	struct buf b = buf_in(t->mem);

	for (const struct regn_field *f = c->field; f->name != NULL; f++)
		if (f->kind != REGN_CHOICE)
			buf_printf(&b, "%s%s=%s", b.n > 0 ? "&" : "", f->name, with);
	return b.p;
}

static void each_is_on_the_list(void **state)
{
	struct browser *const readers[] = { &nb, &nn };

	(void)state;
	for (size_t l = 0; l < 2; l++) {
		const char *list = site_get(readers[l], "/regler/regn").body;

		for (size_t i = 0; regn_all[i] != NULL; i++) {
			assert_in(list, site_path(t, "/regler/regn/%s\"", regn_all[i]->key));
			assert_in(list, tr((enum lang)l, regn_all[i]->title));
			assert_in(list, tr((enum lang)l, regn_all[i]->intro));
		}
	}
}

static void each_has_fields_that_the_page_takes(void **state)
{
	(void)state;
	for (size_t i = 0; regn_all[i] != NULL; i++) {
		size_t needed = 0;

		for (const struct regn_field *f = regn_all[i]->field; f->name != NULL; f++) {
			const struct field *taken = regn_fields;

			while (taken->name != NULL && strcmp(taken->name, f->name) != 0)
				taken++;
			if (taken->name == NULL)
				fail_msg("%s: %s is not in regn_fields", regn_all[i]->key, f->name);
			needed += f->kind != REGN_CHOICE && !f->optional;
			assert_int_equal(f->kind == REGN_CHOICE, f->option != NULL);
			assert_true(f->kind != REGN_NUMBER || f->max > f->min);
		}
		assert_true(needed > 0);        /* so that an empty form has no answer       */
		for (size_t k = 0; k < i; k++)
			assert_string_not_equal(regn_all[i]->key, regn_all[k]->key);
	}
}

static void an_empty_form_asks_and_blames_nobody(void **state)
{
	(void)state;
	for (size_t i = 0; regn_all[i] != NULL; i++) {
		const char *page = asked(&nb, regn_all[i], "");

		assert_false(answered(page));
		assert_out(page, "aria-invalid");
		assert_in(page, "Vis et eksempel");
	}
}

static void each_answers_its_example_with_sections(void **state)
{
	(void)state;
	for (size_t i = 0; regn_all[i] != NULL; i++) {
		const char *one = asked(&nb, regn_all[i], regn_all[i]->example);
		const char *other = asked(&nn, regn_all[i], regn_all[i]->example);

		if (!answered(one) || !answered(other))
			fail_msg("%s does not answer its example", regn_all[i]->key);
		assert_in(one, "<details");
		assert_in(one, "/lov/kommuneloven/");
		assert_in(one, "Våre egne ord, sist holdt mot lovteksten");
		assert_in(other, "Våre eigne ord");
		assert_out(one, "aria-invalid");
	}
}

static void nonsense_is_said_at_its_field(void **state)
{
	static const char *const nonsense[] = {
		"mange", "-1", "1,5", "1e3", "99999999999999999999", "0x10", "2027-02-30", "%26",
		"14.10.2027", "1999-01-01", "9999-12-31", "%C2%BD", "1+2-3",
	};

	(void)state;
	for (size_t i = 0; regn_all[i] != NULL; i++)
		for (size_t k = 0; k < sizeof nonsense / sizeof nonsense[0]; k++) {
			const char *page = asked(&nb, regn_all[i],
			                         filled(regn_all[i], nonsense[k]));

			if (answered(page) || strstr(page, "aria-invalid=\"true\"") == NULL)
				fail_msg("%s took %s", regn_all[i]->key, nonsense[k]);
			assert_in(page, "class=\"ds-validation-message\"");
		}
}

static void nonsense_is_said_in_nynorsk_too(void **state)
{
	(void)state;
	for (size_t i = 0; regn_all[i] != NULL; i++) {
		const char *page = asked(&nn, regn_all[i], filled(regn_all[i], "mange"));

		if (strstr(page, "Skriv eit heilt tal.") == NULL &&
		    strstr(page, "Skriv datoen som år-månad-dag") == NULL)
			fail_msg("%s says nothing in nynorsk", regn_all[i]->key);
	}
}

static void a_field_that_is_needed_and_empty_is_named(void **state)
{
	(void)state;
	assert_in(asked(&nb, &regn_avstemning, "for=9"), "Dette må fylles ut.");
	assert_in(asked(&nb, &regn_budsjett, "medlemmer=27"), "Dette må fylles ut.");
	assert_out(asked(&nb, &regn_avstemning, "sak=valg"), "Dette må fylles ut.");
}

static const struct { const struct regn *c; const char *query, *says; } said[] = {
	{ &regn_vedtaksfoer, "medlemmer=11", "Minst 6 av 11 medlemmer" },
	{ &regn_vedtaksfoer, "medlemmer=27&stemte=14", "Organet er vedtaksført: 14 av 27" },
	{ &regn_vedtaksfoer, "medlemmer=27&stemte=13", "14 må til, og det mangler 1." },
	{ &regn_vedtaksfoer, "medlemmer=19&moete=konstituerende", "Minst 13 av 19" },
	{ &regn_vedtaksfoer, "medlemmer=19&moete=konstituerende", "To tredeler av 19 er 12,67." },
	{ &regn_vedtaksfoer, "medlemmer=19&stemte=20", "flere enn organet har medlemmer" },
	{ &regn_tredel, "medlemmer=19", "7 av 19 medlemmer kan sammen kreve" },
	{ &regn_tredel, "medlemmer=43", "15 av 43 medlemmer kan sammen kreve" },
	{ &regn_tredel, "medlemmer=19&til_stede=12", "kan 4 av de 12 som er til stede" },
	{ &regn_avstemning, "for=9&mot=9&moeteleder=for",
	  "Vedtatt: det står 9 mot 9, og møtelederen stemte for." },
	{ &regn_avstemning, "for=9&mot=9&moeteleder=mot", "Ikke vedtatt: det står 9 mot 9" },
	{ &regn_avstemning, "for=9&mot=9", "Da blir det som møtelederen stemte." },
	{ &regn_avstemning, "for=9&mot=9&sak=valg&moeteleder=for", "da er ingenting avgjort" },
	{ &regn_avstemning, "for=9&mot=9&sak=valg", "/valg/flertallsvalg" },
	{ &regn_avstemning, "for=10&mot=9", "Vedtatt med 10 mot 9 stemmer." },
	{ &regn_avstemning, "for=5&mot=3&medlemmer=19", "bare 8 av 19 medlemmer har stemt" },
	{ &regn_avstemning, "for=15&mot=9&medlemmer=19", "flere stemmer enn organet har" },
	{ &regn_avstemning, "for=0&mot=9&moeteleder=for", "så minst én stemme er for" },
	{ &regn_budsjett, "a=12&b=9&c=6&medlemmer=27", "bare over forslag A og B." },
	{ &regn_budsjett, "a=6&c=9&b=12", "bare over forslag B og C." },
	{ &regn_budsjett, "a=4&b=9&c=14", "Forslag C er vedtatt med 14 av 27 stemmer." },
	{ &regn_budsjett, "a=13&b=7&f=7", "Forslagene B og F har like mange stemmer" },
	{ &regn_budsjett, "a=9&b=9&c=9", "Forslagene A, B og C har like mange" },
	{ &regn_budsjett, "a=13&b=7&c=7", "Forslag A er med videre" },
	{ &regn_budsjett, "a=13&b=13", "Forslag A og B har akkurat halvparten." },
	{ &regn_budsjett, "a=13&b=7&c=6", "Forslag A har akkurat halvparten." },
	{ &regn_budsjett, "a=6&b=4&c=3&medlemmer=27", "bare 13 av 27 medlemmer har stemt" },
	{ &regn_budsjett, "a=20&b=20&medlemmer=27", "flere stemmer enn organet har" },
	{ &regn_flertall, "sak=styreform&avgitt=27", "Minst 18 av 27 stemmer må til." },
	{ &regn_flertall, "sak=suspendere&avgitt=27&for=17", "17 av 27 stemmer er ikke nok: 18" },
	{ &regn_flertall, "sak=frata&avgitt=27&for=25", "25 av 27 stemmer er nok." },
	{ &regn_flertall, "sak=frata&avgitt=27&for=24", "90 prosent av 27 er 24,3." },
	{ &regn_flertall, "sak=avvikle&avgitt=27&for=14", "14 av 27 stemmer er nok." },
	{ &regn_flertall, "sak=avvikle&avgitt=26&for=13", "13 av 26 stemmer er ikke nok: 14" },
	{ &regn_flertall, "avgitt=5&for=6", "flere for enn det er gitt stemmer" },
	{ &regn_innsyn, "for=3&mot=24", "3 stemte for, og tre er nok." },
	{ &regn_innsyn, "for=2&mot=25", "det må være tre stemmer, eller flertall" },
	{ &regn_innsyn, "for=3&mot=24&dokumenter=taushet", "her må det være flertall" },
	{ &regn_innsyn, "for=14&mot=13&dokumenter=taushet", "vedtatt med flertall, 14 mot 13" },
	{ &regn_innsyn, "for=2&mot=2", "Da blir det som møtelederen stemte." },
	{ &regn_lovlighetskontroll, "dato=2027-12-11", "Siste dag er mandag 3. januar 2028." },
	{ &regn_lovlighetskontroll, "dato=2027-12-11", "Det er første nyttårsdag, så fristen" },
	{ &regn_lovlighetskontroll, "dato=2027-04-26", "Siste dag er tirsdag 18. mai 2027." },
	{ &regn_lovlighetskontroll, "dato=2027-03-04", "Det er skjærtorsdag, så fristen" },
	{ &regn_lovlighetskontroll, "dato=2027-10-02", "Det er en lørdag, så fristen" },
	{ &regn_lovlighetskontroll, "dato=2027-10-05", "Siste dag er tirsdag 26. oktober 2027." },
	{ &regn_lovlighetskontroll, "dato=2026-12-25", "Den siste dagen er i dag." },
	{ &regn_lovlighetskontroll, "dato=2026-12-28", "Det er 3 dager igjen." },
	{ &regn_lovlighetskontroll, "dato=2026-12-01", "Fristen er ute." },
	{ &regn_lovlighetskontroll, "dato=2027-10-05&krever=2", "2 er for få" },
	{ &regn_konstituerende, "dato=2027-10-14", "kalle inn er torsdag 30. september 2027." },
	{ &regn_konstituerende, "dato=2027-10-14&innkalt=2027-09-30", "innkalt og holdt i tide" },
	{ &regn_konstituerende, "dato=2027-10-14&innkalt=2027-10-01", "Varselet er for kort." },
	{ &regn_konstituerende, "dato=2027-11-01", "Møtet er for sent. Siste dag er søndag 31." },
	{ &regn_konstituerende, "dato=2028-01-10", "Siste dag er søndag 31. oktober 2027." },
	{ &regn_konstituerende, "dato=2029-10-01",
	  "Det er ikke valg det året. Neste valg er i 2031." },
	{ &regn_konstituerende, "dato=2027-10-14&innkalt=2027-10-15", "etter møtet" },
	{ &regn_medlemstall, "innbyggere=6100", "Minst 19 medlemmer, og et oddetall." },
	{ &regn_medlemstall, "innbyggere=6+100&medlemmer=21", "21 medlemmer er lovlig." },
	{ &regn_medlemstall, "innbyggere=6100&medlemmer=20", "20 er et partall." },
	{ &regn_medlemstall, "innbyggere=60000&medlemmer=27", "Det skal være minst 35" },
	{ &regn_medlemstall, "nivaa=fylke&innbyggere=150001", "Minst 27 medlemmer" },
};

static void what_it_says(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof said / sizeof said[0]; i++)
		if (strstr(asked(&nb, said[i].c, said[i].query), said[i].says) == NULL)
			fail_msg("%s?%s does not say: %s", said[i].c->key, said[i].query,
			         said[i].says);
}

static void what_the_act_leaves_open_is_asked(void **state)
{
	const char *page = asked(&nb, &regn_budsjett, "a=13&b=7&c=7");

	(void)state;
	assert_in(page, "Loven svarer ikke");
	assert_in(page, "Trekk lodd mellom dem");
	assert_in(page, "La alle som står likt, være med");
	assert_in(page, "Stem først bare om hvem av disse");
	assert_out(asked(&nb, &regn_budsjett, "a=12&b=9&c=6"), "Loven svarer ikke");
}

static void while_it_is_written_only_the_sections_are_sent(void **state)
{
	(void)state;
	for (size_t i = 0; regn_all[i] != NULL; i++) {
		struct browser typing = { .t = t, .bit = true };
		const char *bit = asked(&typing, regn_all[i], regn_all[i]->example);

		assert_out(bit, "<html");
		assert_out(bit, "<form");
		assert_in(bit, "id=\"resultat\"");
		assert_true(answered(bit));
		bit = asked(&typing, regn_all[i], filled(regn_all[i], "x"));
		assert_in(bit, "ds-validation-message");
		assert_out(asked(&typing, regn_all[i], ""), "ds-validation-message");
	}
}

static void what_is_not_there_is_not_found(void **state)
{
	(void)state;
	assert_int_equal(site_get(&nb, "/regler/regn/finnes-ikke").status, 404);
	assert_int_equal(site_get(&nb, "/regler/regn/vedtaksfoer?medlemmer=1&medlemmer=2").status,
	                 400);
}

static void shares_are_written_as_people_do(void **state)
{
	static const struct { int64_t n, part, of; const char *says; } cases[] = {
		{ 19, 2, 3, "12,67" }, { 27, 1, 2, "13,5" }, { 27, 2, 3, "18" },
		{ 27, 9, 10, "24,3" },
		{ 1, 1, 3, "0,33" }, { 29, 2, 3, "19,33" }, { 85, 1, 2, "42,5" },
		{ 13, 9, 10, "11,7" },
		{ 999, 1, 3, "333" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		assert_string_equal(regn_share(t->mem, cases[i].n, cases[i].part, cases[i].of),
		                    cases[i].says);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_is_on_the_list),
		cmocka_unit_test(each_has_fields_that_the_page_takes),
		cmocka_unit_test(an_empty_form_asks_and_blames_nobody),
		cmocka_unit_test(each_answers_its_example_with_sections),
		cmocka_unit_test(nonsense_is_said_at_its_field),
		cmocka_unit_test(nonsense_is_said_in_nynorsk_too),
		cmocka_unit_test(a_field_that_is_needed_and_empty_is_named),
		cmocka_unit_test(what_it_says),
		cmocka_unit_test(what_the_act_leaves_open_is_asked),
		cmocka_unit_test(while_it_is_written_only_the_sections_are_sent),
		cmocka_unit_test(what_is_not_there_is_not_found),
		cmocka_unit_test(shares_are_written_as_people_do),
	};

	return cmocka_run_group_tests(tests, open_site, close_site);
}
