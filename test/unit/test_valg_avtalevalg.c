/* A secretary looks at one innstilling for a whole body, and at the vote over it. */
#include "valg_scene.h"

#include "app/valg/avtalenavn.h"

#define PAGE "/valg/avtalevalg?organ=utvalg&dato=2027-10-14&plasser=5"
#define BALANCED "&medlemmer=Ap:%0AKari,K%0APer,M%0AH:%0AEva,K%0AOla,M%0AJon,M"
#define SHORT "&medlemmer=Ap:%0APer,M%0AOla,M%0AJon,M%0ATor,M%0AKari,K"

static void assert_row(const struct avtalenavn_row *row, const char *name, enum gender gender,
                       const char *group)
{
	assert_string_equal(row->person.name, name);
	assert_int_equal(row->person.gender, gender);
	assert_string_equal(row->group, group);
}

static void a_group_is_a_heading_or_stands_after_the_name(void **state)
{
	const struct avtalenavn a = avtalenavn_read(t->mem, "Ap:\n1. Kari Vik, K\n\nIda Li;K;Sp\n"
	                                                    "Per K, M\nH:\nOla (m)");

	(void)state;
	assert_null(a.error);
	assert_int_equal(a.n, 4);
	assert_row(&a.row[0], "Kari Vik", GENDER_WOMAN, "Ap");
	assert_row(&a.row[1], "Ida Li", GENDER_WOMAN, "Sp");
	assert_row(&a.row[2], "Per K", GENDER_MAN, "Ap");
	assert_row(&a.row[3], "Ola", GENDER_MAN, "H");
}

static void a_line_without_a_gender_is_told_by_its_number(void **state)
{
	const struct avtalenavn a = avtalenavn_read(t->mem, "Ap:\nKari, K\nPer Hansen");

	(void)state;
	assert_non_null(a.error);
	assert_int_equal(a.line, 3);
	assert_in(page(PAGE "&medlemmer=Ap:%0AKari"), "id=\"medlemmer-f\"");
}

static void an_empty_form_asks_and_says_nothing_is_wrong(void **state)
{
	const char *p = page("/valg/avtalevalg");

	(void)state;
	assert_in(p, "Varamedlemmer i nummerorden");
	assert_out(p, "ds-validation-message");
	assert_out(p, "Innstillingen</h2>");
}

static void a_good_innstilling_waits_for_the_vote(void **state)
{
	const char *p = page(PAGE BALANCED);

	(void)state;
	assert_in(p, "5 navn på innstillingen");
	assert_in(p, "minst 2 av hver er med");
	assert_in(p, "Det er to vedtak, og begge må være enstemmige");
	assert_in(p, "/lov/kommuneloven/7-7");
	assert_out(p, "Til protokollen");
	assert_out(p, "Må rettes");
}

static void all_for_it_gives_the_protocol(void **state)
{
	const char *p = page(PAGE BALANCED "&for=27&varamedlemmer=Ap:%0AIda,K%0ABo,M");

	(void)state;
	assert_in(p, "Innstillingen er vedtatt.");
	assert_in(p, "med 27 stemmer");
	assert_in(p, "<li>Ida</li>");
	assert_in(p, "torsdag 4. november 2027");
}

static void one_against_leads_to_forholdsvalg(void **state)
{
	const char *p = page(PAGE BALANCED "&for=26&mot=1");

	(void)state;
	assert_in(p, "ikke vedtatt enstemmig");
	assert_in(p, "/valg/forholdsvalg?organ=utvalg&amp;plasser=5");
	assert_out(p, "Til protokollen");
}

static void blank_votes_are_a_question_the_page_does_not_answer(void **state)
{
	const char *asked = page(PAGE BALANCED "&for=26&blanke=1");

	(void)state;
	assert_in(asked, "Er det enstemmig? Loven svarer ikke.");
	assert_out(asked, "Innstillingen er vedtatt.</strong>");
	assert_out(asked, "ikke vedtatt enstemmig.");
	assert_in(page(PAGE BALANCED "&for=26&blanke=1&tvil=blank_bryter"),
	          "Gå til forholdsvalg");
	assert_in(page(PAGE BALANCED "&for=26&blanke=1&tvil=blank_bryter_ikke"),
	          "1 stemte blankt. Det velgende organet la til grunn");
}

static void nobody_for_it_is_asked_about(void **state)
{
	(void)state;
	assert_in(page(PAGE BALANCED "&blanke=3"), "Hvor mange stemte for?");
}

static void too_few_of_a_gender_is_mended_before_the_protocol(void **state)
{
	const char *p = page(PAGE SHORT "&for=27");

	(void)state;
	assert_in(p, "For få kvinner: det mangler 1 av minst 2.");
	assert_in(p, "Kravet er absolutt her");
	assert_in(p, "Rett det som er merket over");
	assert_out(p, "Til protokollen");
}

#define FORMANNSKAP "/valg/avtalevalg?organ=formannskap&dato=2027-10-14&plasser=5" SHORT

static void formannskap_goes_as_far_as_the_whole_council(void **state)
{
	const char *none = page(FORMANNSKAP "&for=19&kvinner=1&menn=18");

	(void)state;
	assert_in(page(FORMANNSKAP), "Skriv hvor mange kvinner og menn");
	assert_in(page(FORMANNSKAP "&kvinner=6&menn=13"), "det må settes inn 1.");
	assert_in(none, "kommunestyret har ingen flere.");
	assert_in(none, "oppfylt så langt det er mulig");
}

static void deputies_are_at_most_two_more_than_the_members(void **state)
{
	(void)state;
	assert_in(page(PAGE BALANCED "&varamedlemmer=Ap:%0AA,K%0AB,M%0AC,K%0AD,M%0AE,K"),
	          "Gruppen kan ha høyst 4.");
}

static void deputies_of_one_gender_are_mended_before_the_protocol(void **state)
{
	const char *p = page(PAGE BALANCED "&for=27&varamedlemmer=Ap:%0AA,M%0AB,M");

	(void)state;
	assert_in(p, "For få kvinner blant varamedlemmene");
	assert_out(p, "Til protokollen");
}

static void gender_of_deputies_is_open_where_the_two_ways_differ(void **state)
{
	const char *p = page(PAGE BALANCED "&varamedlemmer=Ap:%0AA,K%0AB,K%0AH:%0AC,M%0AD,M");

	(void)state;
	assert_in(p, "her gir de to ulike svar");
	assert_in(p, "ikke i orden");
	assert_in(page(PAGE BALANCED "&varamedlemmer=Ap:%0AA,K%0AB,K%0AH:%0AC,M%0AD,M&for=27"),
	          "Lagt til grunn: Over hele organet");
	assert_out(page(PAGE BALANCED "&varamedlemmer=Ap:%0AA,K%0AB,K%0AH:%0AC,M%0AD,M&for=27"
	                "&vara_kjoenn=hver_gruppe"), "Til protokollen");
}

static void a_member_without_a_group_and_a_name_twice_are_told(void **state)
{
	const char *p = page(PAGE "&medlemmer=Kari,K%0AAp:%0APer,M&varamedlemmer=Ap:%0Aper,M");

	(void)state;
	assert_in(p, "1 medlem mangler parti eller gruppe");
	assert_in(p, "per står mer enn én gang");
	assert_in(p, "Det skal stå like mange navn");
}

static void names_are_text_wherever_they_are_shown(void **state)
{
	(void)state;
	assert_out(page(PAGE "&for=9&medlemmer=%3Cb%3E:%0A%3Ci%3E,K%0APer,M%0AEva,K%0ABo,M"
	                "%0AAl,M"),
	           "<i>");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_group_is_a_heading_or_stands_after_the_name),
		cmocka_unit_test(a_line_without_a_gender_is_told_by_its_number),
		cmocka_unit_test(an_empty_form_asks_and_says_nothing_is_wrong),
		cmocka_unit_test(a_good_innstilling_waits_for_the_vote),
		cmocka_unit_test(all_for_it_gives_the_protocol),
		cmocka_unit_test(one_against_leads_to_forholdsvalg),
		cmocka_unit_test(blank_votes_are_a_question_the_page_does_not_answer),
		cmocka_unit_test(nobody_for_it_is_asked_about),
		cmocka_unit_test(too_few_of_a_gender_is_mended_before_the_protocol),
		cmocka_unit_test(formannskap_goes_as_far_as_the_whole_council),
		cmocka_unit_test(deputies_are_at_most_two_more_than_the_members),
		cmocka_unit_test(deputies_of_one_gender_are_mended_before_the_protocol),
		cmocka_unit_test(gender_of_deputies_is_open_where_the_two_ways_differ),
		cmocka_unit_test(a_member_without_a_group_and_a_name_twice_are_told),
		cmocka_unit_test(names_are_text_wherever_they_are_shown),
	};

	return cmocka_run_group_tests(tests, valg_scene_open, valg_scene_close);
}
