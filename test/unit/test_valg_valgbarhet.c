/* May somebody be elected to that body?  Conditions only, and no name. */
#include "site_help.h"

#include "app/valg/valg.h"

static const struct page *const tables[] = { valg_pages, NULL };

static struct site_test *t;
static struct browser secretary;

#define PAGE "/valg/valgbarhet?"
#define CONDITIONS "&stemmerett=ja&bosatt=ja&samtykke=ja"
#define UTVALG PAGE "organ=utvalg&myndighet=ja" CONDITIONS
#define KONTROLL PAGE "organ=kontrollutvalg" CONDITIONS

static const char *page(const char *path)
{
	struct answer a = site_get(&secretary, path);

	assert_int_equal(a.status, 200);
	return a.body;
}

static void assert_says(const char *page, const char *what)
{
	if (strstr(page, what) == NULL)
		fail_msg("«%s» is not there", what);
}

static void assert_silent(const char *page, const char *what)
{
	if (strstr(page, what) != NULL)
		fail_msg("«%s» should not be there", what);
}

static void the_body_is_asked_first_and_no_name_ever(void **state)
{
	const char *first = page("/valg/valgbarhet"), *second = page(PAGE "organ=utvalg");

	(void)state;
	assert_silent(first, "stemmerett ved kommunevalg");
	assert_says(second, "stemmerett ved kommunevalg");
	assert_says(second, "Så langt er det ingenting i veien.");
	assert_says(second, "5 spørsmål mangler svar.");
	assert_silent(second, "type=\"text\"");
	assert_silent(second, "<textarea");
}

static void each_ground_is_told_with_its_section(void **state)
{
	static const struct { const char *query, *says, *section; } cases[] = {
		{ "organ=utvalg&stemmerett=nei", "ikke stemmerett", "7-2" },
		{ "organ=utvalg&bosatt=nei", "ikke registrert som bosatt", "7-2" },
		{ "organ=utvalg&samtykke=nei", "ikke sagt skriftlig ja", "7-2" },
		{ "organ=formannskap&kommunestyre=nei", "Bare medlemmer av kommunestyret", "5-6" },
		{ "organ=komite&kommunestyre=nei", "Bare medlemmer av kommunestyret", "5-9" },
		{ "organ=ordfoerer&formannskap=nei", "blant medlemmene av formannskapet", "6-2" },
		{ "organ=ordfoerer&samtykke=nei", "må ha sagt ja på forhånd", "6-2" },
		{ "organ=utvalg&stilling=kommunedirektoer", "har denne stillingen", "7-3" },
		{ "organ=utvalg&verv=kontrollutvalg", "sitter i kontrollutvalget", "7-3" },
		{ "organ=kontrollutvalg&verv=formannskap", "et av disse vervene", "23-1" },
		{ "organ=kontrollutvalg&verv=selskap", "i styret for noe", "23-1" },
		{ "organ=kontrollutvalg&stilling=ansatt", "Ansatte i kommunen", "23-1" },
		{ "organ=kontrollutvalg_leder&parti=ja", "samme parti eller gruppe", "23-1" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		const char *p = page(site_path(t, PAGE "%s", cases[i].query));

		assert_says(p, "Kan ikke velges");
		assert_says(p, cases[i].says);
		assert_says(p, site_path(t, "/lov/kommuneloven/%s\"", cases[i].section));
	}
}

static void somebody_nothing_is_against_is_bound_to_accept(void **state)
{
	const char *p = page(UTVALG "&stilling=ansatt");

	(void)state;
	assert_says(p, "Ingenting i svarene hindrer det.");
	assert_says(p, "har også plikt til å ta imot valget");
	assert_says(p, "ikke en juridisk vurdering av personen");
}

static void the_young_can_be_elected_and_are_not_bound(void **state)
{
	const char *p = page(PAGE "organ=utvalg&myndighet=ja&stemmerett=annet&bosatt=ja&samtykke=ja"
	                     "&stilling=ingen");

	(void)state;
	assert_says(p, "Ingenting i svarene hindrer det.");
	assert_says(p, "for ung til å stemme");
	assert_silent(p, "har også plikt");
}

static void a_post_that_is_left_in_time_is_no_hindrance(void **state)
{
	(void)state;
	assert_says(page(KONTROLL "&stilling=ansatt&fratraadt=ja"), "Stillingen hindrer ikke");
}

static void a_post_on_the_border_is_left_to_the_lawyer(void **state)
{
	const char *p = page(UTVALG "&stilling=usikker&fratraadt=nei");

	(void)state;
	assert_says(p, "Det kommer an på stillingen");
	assert_says(p, "Spør kommuneadvokaten");
	assert_silent(p, "Ingenting i svarene hindrer det.");
	assert_says(page(UTVALG "&stilling=usikker&fratraadt=ja"), "Ingenting i svarene hindrer");
}

static void an_utvalg_that_only_advises_is_open_to_controllers(void **state)
{
	(void)state;
	assert_says(page(PAGE "organ=utvalg&myndighet=nei&stilling=ingen&verv=kontrollutvalg"
	                 CONDITIONS),
	            "Ingenting i svarene hindrer det.");
}

static void parliamentary_ordfoerer_is_elected_in_the_council(void **state)
{
	(void)state;
	assert_says(page(PAGE "organ=ordfoerer&kommunestyre=ja&formannskap=annet&samtykke=ja"
	                 "&stilling=ingen"), "Ingenting i svarene hindrer det.");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_body_is_asked_first_and_no_name_ever),
		cmocka_unit_test(each_ground_is_told_with_its_section),
		cmocka_unit_test(somebody_nothing_is_against_is_bound_to_accept),
		cmocka_unit_test(the_young_can_be_elected_and_are_not_bound),
		cmocka_unit_test(a_post_that_is_left_in_time_is_no_hindrance),
		cmocka_unit_test(a_post_on_the_border_is_left_to_the_lawyer),
		cmocka_unit_test(an_utvalg_that_only_advises_is_open_to_controllers),
		cmocka_unit_test(parliamentary_ordfoerer_is_elected_in_the_council),
	};
	int failed;

	t = site_open(tables);
	secretary = (struct browser){ .t = t };
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	site_close(t);
	return failed;
}
