/* A secretary settles an election on the page, and takes the protocol from it. */
#include "valg_scene.h"

#define PAGE "/valg/forholdsvalg?organ=utvalg&dato=2027-10-14&"
#define PROTOCOL "/valg/protokoll?organ=utvalg&dato=2027-10-14&"
#define LIST(name, votes, names) "&liste=" name "&stemmer=" votes "&navn=" names

static void an_empty_form_asks_and_says_nothing_is_wrong(void **state)
{
	const char *p = page("/valg/forholdsvalg");

	(void)state;
	assert_in(p, "Antall medlemmer");
	assert_out(p, "ds-validation-message");
	assert_out(p, "Plassene</h2>");
}

static void seats_are_given_by_quotients_and_the_last_is_marked(void **state)
{
	const char *p = page(PAGE "plasser=5" LIST("A", "6", "") LIST("SV", "3", "")
	                     LIST("H", "3", "") LIST("Sp", "1", ""));

	(void)state;
	assert_in(p, "13 stemmer");
	assert_in(p, "sisteplass");
	assert_in(p, "Det minste som flytter en plass");
	assert_out(p, "Her må det trekkes lodd");
}

static void equal_lists_draw_and_the_draw_is_used(void **state)
{
	static const char lists[] = LIST("A", "6", "") LIST("SV", "3", "") LIST("H", "3", "");

	(void)state;
	assert_in(page(site_path(t, PAGE "plasser=3%s", lists)), "Her må det trekkes lodd");
	assert_in(page(site_path(t, PAGE "plasser=3%s&lodd=H", lists)), "Trukket: H.");
	assert_in(page(site_path(t, PAGE "plasser=3%s&lodd=A", lists)),
	          "passer ikke lenger til stemmene");
	assert_in(page(site_path(t, PROTOCOL "plasser=3%s&lodd=H", lists)),
	          "etter loddtrekning");
	assert_in(page(site_path(t, PROTOCOL "plasser=3%s", lists)), "ikke ferdig");
}

static void a_list_without_enough_names_is_a_question(void **state)
{
	static const char lists[] = LIST("A", "12", "Kari,K%0APer,M")
	                            LIST("B", "3", "Ola,M%0AEva,K%0AIda,K%0ABo,M");
	const char *asked = page(site_path(t, PAGE "plasser=5%s", lists));

	(void)state;
	assert_in(asked, "Loven sier ikke hva som skjer da");
	assert_in(asked, "2 ledige plasser");
	assert_out(asked, "til sammen.");
	assert_in(page(site_path(t, PAGE "plasser=7%s", lists)),
	          "Det er 7 plasser, men bare 6 navn på alle listene til sammen.");
	assert_out(asked, "Medlemmer og varamedlemmer");
	assert_in(page(site_path(t, PAGE "plasser=5%s&liste_tom=ledig", lists)),
	          "A mangler 2 navn");
	assert_in(page(site_path(t, PROTOCOL "plasser=5%s&liste_tom=neste_kvotient", lists)),
	          "neste kvotientene");
}

/* A has two names for four seats: the third and fourth pass on, and B and C are equal twice. */
#define TWO_LOTS LIST("A", "12", "Kari,K%0APer,M") \
	LIST("B", "3", "Ola,M%0AEva,K%0AIda,K%0ABo,M") \
	LIST("C", "3", "Jo,M%0AUne,K%0AUlv,M%0ALiv,K")

static void seats_that_pass_on_have_a_lot_of_their_own(void **state)
{
	const char *p = page(site_path(t, PAGE "plasser=5&liste_tom=neste_kvotient%s&lodd=B",
	                               TWO_LOTS));

	(void)state;
	assert_in(p, "Trukket: B.");
	assert_in(p, "(plasser som går videre)");
	assert_in(p, "name=\"lodd2\"");
	assert_out(p, "Medlemmer og varamedlemmer");
	p = page(site_path(t, PROTOCOL "plasser=5&liste_tom=neste_kvotient%s&lodd=B&lodd2=C",
	                   TWO_LOTS));
	assert_in(p, "Det ble trukket lodd mellom B og C. Trukket: B.");
	assert_in(p, "mellom B og C om plasser som går videre. Trukket: C.");
	assert_in(p, "C: 3 / 2 = 1,5 (etter loddtrekning)");
}

static void a_seed_draws_and_everybody_can_check_it(void **state)
{
	static const char lists[] = LIST("A", "6", "") LIST("SV", "3", "") LIST("H", "3", "");
	const char *p = page(site_path(t, PROTOCOL "plasser=3%s&froe=Brann+2-1", lists));

	(void)state;
	assert_in(p, "Trukket: SV.");
	assert_in(p, "SHA-256 av «Brann 2-1|utvalg 2027-10-14|1|SV»");
	/* printf %s 'Brann 2-1|utvalg 2027-10-14|1|H' | sha256sum */
	assert_in(p, "H: cb5385fa36b7899d7aef5f58ad90dd43186838e6bf351832bbd642e515a58ea7");
	assert_string_equal(p, page(site_path(t, PROTOCOL "plasser=3%s&froe=Brann+2-1", lists)));
	assert_in(page(site_path(t, PAGE "plasser=3%s&froe=Brann+2-1&lodd=H", lists)),
	          "Trukket: SV.");
}

static void what_list_control_needs_is_asked_and_used(void **state)
{
	static const char lists[] = LIST("Ap+og+SV", "9", "Per,M%0AOla,M")
		"&signert=nei&bak=Ap,+SV&gruppe_k=2&gruppe_m=3&venter=2"
		LIST("SV", "2", "Bo,M%0AIda,K") "&signert=ja&bak=&gruppe_k=&gruppe_m=&venter=";
	const char *p = page(site_path(t, "/valg/forholdsvalg?organ=formannskap&plasser=5%s",
	                               lists));

	(void)state;
	assert_in(p, "mangler underskrift");
	assert_in(p, "SV står bak flere lister");
	assert_in(p, "Ingen kvinner på listen");
	assert_in(p, "Med 6 navn hadde den nok");
	assert_in(page(PAGE "plasser=5" LIST("A", "1", "") "&signert=&bak=&gruppe_k=x&gruppe_m="
	               "&venter="), "id=\"gruppe_k-0-f\"");
}

static void somebody_in_the_kontrollutvalg_is_of_the_council(void **state)
{
	static const char lists[] = LIST("A", "9", "Kari,K%0APer,M%0AEva,K%0AOla,M");
	static const char of[] = "organ=kontrollutvalg&plasser=2&dato=2027-10-14";

	(void)state;
	assert_in(page(site_path(t, "/valg/forholdsvalg?%s%s", of, lists)),
	          "Hvem av de valgte sitter i kommunestyret?");
	assert_in(page(site_path(t, "/valg/protokoll?%s%s&kommunestyre=Eva", of, lists)),
	          "Protokollen må vise");
	assert_in(page(site_path(t, "/valg/protokoll?%s%s&kommunestyre=Per", of, lists)),
	          "Minst ett medlem sitter også i kommunestyret.");
	assert_out(page(site_path(t, PAGE "plasser=2%s", lists)), "name=\"kommunestyre\"");
}

static void who_moves_up_is_told_with_the_section(void **state)
{
	const char *p = page(PAGE "plasser=4" LIST("A", "9", "Per,M%0AOla,M%0ABo,M%0AKari,K%0A"
	                          "Jon,M%0AEva,K%0AIda,K%0AUne,K"));

	(void)state;
	assert_in(p, "Eva rykker opp foran Bo.");
	assert_in(p, "kommuneloven/7-6");
}

static void a_list_is_controlled_while_it_is_written(void **state)
{
	const char *p = page(PAGE "plasser=4" LIST("A", "", "Per,M%0AOla,M%0ABo,M"));

	(void)state;
	assert_in(p, "For få kvinner på listen: 0, og det må være minst 2");
}

static void what_cannot_be_read_is_a_message_at_its_field(void **state)
{
	const char *p = page(PAGE "plasser=mange&blanke=-1" LIST("A", "1,5", "Per")
	                     LIST("A", "99999", ""));

	(void)state;
	assert_in(p, "id=\"plasser-f\"");
	assert_in(p, "id=\"blanke-f\"");
	assert_in(p, "id=\"stemmer-0-f\"");
	assert_in(p, "id=\"navn-0-f\"");
	assert_in(p, "id=\"liste-1-f\"");
	assert_in(p, "id=\"stemmer-1-f\"");
}

static void names_are_text_wherever_they_are_shown(void **state)
{
	static const char lists[] = LIST("%3Cb%3E", "3", "%3Ci%3E,K%0APer,M");

	(void)state;
	assert_out(page(site_path(t, PAGE "plasser=1%s", lists)), "<b>");
	assert_out(page(site_path(t, PROTOCOL "plasser=1%s", lists)), "<i>");
}

static void the_protocol_stands_alone_and_gives_the_last_day(void **state)
{
	static const char lists[] = LIST("A", "9", "Kari,K%0APer,M%0AEva,K%0AOla,M")
	                            LIST("B", "4", "Bo,M%0AIda,K");
	const char *p = page(site_path(t, PROTOCOL "plasser=2&blanke=1&maate=skriftlig%s", lists));

	(void)state;
	assert_in(p, "A: 9 / 2 = 4,5");
	assert_in(p, "avstemningen skulle være skriftlig");
	assert_in(p, "torsdag 4. november 2027");
	secretary.lang = "nn";
	assert_in(page(site_path(t, PROTOCOL "plasser=2%s", lists)), "Varamedlemer");
	secretary.lang = NULL;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_empty_form_asks_and_says_nothing_is_wrong),
		cmocka_unit_test(seats_are_given_by_quotients_and_the_last_is_marked),
		cmocka_unit_test(equal_lists_draw_and_the_draw_is_used),
		cmocka_unit_test(a_list_without_enough_names_is_a_question),
		cmocka_unit_test(seats_that_pass_on_have_a_lot_of_their_own),
		cmocka_unit_test(a_seed_draws_and_everybody_can_check_it),
		cmocka_unit_test(what_list_control_needs_is_asked_and_used),
		cmocka_unit_test(somebody_in_the_kontrollutvalg_is_of_the_council),
		cmocka_unit_test(who_moves_up_is_told_with_the_section),
		cmocka_unit_test(a_list_is_controlled_while_it_is_written),
		cmocka_unit_test(what_cannot_be_read_is_a_message_at_its_field),
		cmocka_unit_test(names_are_text_wherever_they_are_shown),
		cmocka_unit_test(the_protocol_stands_alone_and_gives_the_last_day),
	};

	return cmocka_run_group_tests(tests, valg_scene_open, valg_scene_close);
}
