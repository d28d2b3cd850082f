/* May somebody be elected to that body?  Conditions only, and no name. */
#include "valg_scene.h"

#define PAGE "/valg/valgbarhet?"
#define CONDITIONS "&stemmerett=ja&bosatt=ja&samtykke=ja"
#define UTVALG PAGE "organ=utvalg&myndighet=ja" CONDITIONS
#define KONTROLL PAGE "organ=kontrollutvalg" CONDITIONS

static void the_body_is_asked_first_and_no_name_ever(void **state)
{
	const char *first = page("/valg/valgbarhet"), *second = page(PAGE "organ=utvalg");

	(void)state;
	assert_out(first, "stemmerett ved kommunevalg");
	assert_in(second, "stemmerett ved kommunevalg");
	assert_in(second, "Så langt er det ingenting i veien.");
	assert_in(second, "5 spørsmål mangler svar.");
	assert_out(second, "type=\"text\"");
	assert_out(second, "<textarea");
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

		assert_in(p, "Kan ikke velges");
		assert_in(p, cases[i].says);
		assert_in(p, site_path(t, "/lov/kommuneloven/%s\"", cases[i].section));
	}
}

static void somebody_nothing_is_against_is_bound_to_accept(void **state)
{
	const char *p = page(UTVALG "&stilling=ansatt");

	(void)state;
	assert_in(p, "Ingenting i svarene hindrer det.");
	assert_in(p, "har også plikt til å ta imot valget");
	assert_in(p, "ikke en juridisk vurdering av personen");
}

static void the_young_can_be_elected_and_are_not_bound(void **state)
{
	const char *p = page(PAGE "organ=utvalg&myndighet=ja&stemmerett=annet&bosatt=ja&samtykke=ja"
	                     "&stilling=ingen");

	(void)state;
	assert_in(p, "Ingenting i svarene hindrer det.");
	assert_in(p, "for ung til å stemme");
	assert_out(p, "har også plikt");
}

static void a_post_that_is_left_in_time_is_no_hindrance(void **state)
{
	(void)state;
	assert_in(page(KONTROLL "&stilling=ansatt&fratraadt=ja"), "Stillingen hindrer ikke");
}

static void a_post_on_the_border_is_left_to_the_lawyer(void **state)
{
	const char *p = page(UTVALG "&stilling=usikker&fratraadt=nei");

	(void)state;
	assert_in(p, "Det kommer an på stillingen");
	assert_in(p, "Spør kommuneadvokaten");
	assert_out(p, "Ingenting i svarene hindrer det.");
	assert_in(page(UTVALG "&stilling=usikker&fratraadt=ja"), "Ingenting i svarene hindrer");
}

static void an_utvalg_that_only_advises_is_open_to_controllers(void **state)
{
	(void)state;
	assert_in(page(PAGE "organ=utvalg&myndighet=nei&stilling=ingen&verv=kontrollutvalg"
	               CONDITIONS),
	          "Ingenting i svarene hindrer det.");
}

static void parliamentary_ordfoerer_is_elected_in_the_council(void **state)
{
	(void)state;
	assert_in(page(PAGE "organ=ordfoerer&kommunestyre=ja&formannskap=annet&samtykke=ja"
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

	return cmocka_run_group_tests(tests, valg_scene_open, valg_scene_close);
}
