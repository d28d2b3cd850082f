/* The election of an ordfører on the page: two votes, a lot, and what to write in the protocol. */
#include "valg_scene.h"

#define PAGE "/valg/flertallsvalg?verv=ordforer&kommune=Lillevik&dato=2027-10-14"
#define ONE(name, first, second) "&kandidat=" name "&stemmer=" first "&stemmer2=" second

static void more_than_half_elects_and_the_protocol_says_it_all(void **state)
{
	const char *p = page(PAGE ONE("Kari", "15", "") ONE("Nils", "10", "") "&blanke=2");

	(void)state;
	assert_in(p, "Kari er valgt som ordfører med 15 stemmer.");
	assert_in(p, "Lillevik, torsdag 14. oktober 2027. Valg av ordfører.");
	assert_in(p, "Kari 15,");
	assert_in(p, "2 blanke.");
	assert_in(p, "torsdag 4. november 2027");
	assert_out(p, "name=\"tvil\"");
}

static void nobody_is_elected_by_half(void **state)
{
	const char *p = page(PAGE ONE("Kari", "13", "") ONE("Nils", "13", ""));

	(void)state;
	assert_in(p, "14 av 26 stemmer trengs");
	assert_in(p, "Stem på nytt.");
	assert_out(p, "Til protokollen");
}

static void a_lot_is_drawn_by_hand_or_with_the_seed(void **state)
{
	static const char equal[] = ONE("Kari", "13", "13") ONE("Nils", "13", "13");
	const char *p = page(site_path(t, PAGE "%s", equal));

	(void)state;
	assert_in(p, "Her må det trekkes lodd");
	assert_out(p, "Til protokollen");
	p = page(site_path(t, PAGE "%s&lodd=Nils", equal));
	assert_in(p, "med lapper, synlig for alle. Trukket: Nils.");
	/* printf %s 'Brann 2-1|ordforer 2027-10-14|1|Kari' | sha256sum */
	p = page(site_path(t, PAGE "%s&lodd=Nils&froe=Brann+2-1", equal));
	assert_in(p, "Brann 2-1|ordforer 2027-10-14|1|Kari: "
	          "8610079bc481c898711550ad0a8bca271647f7cd874775c3ab8cf900254921cc");
	assert_in(p, "Trukket: Kari.");
}

static void the_reading_of_blank_votes_is_chosen_and_written_down(void **state)
{
	static const char votes[] = ONE("Kari", "12", "") ONE("Nils", "10", "") "&blanke=5";

	(void)state;
	assert_out(page(site_path(t, PAGE "%s", votes)), "Til protokollen");
	assert_in(page(site_path(t, PAGE "%s&tvil=blank_teller_ikke", votes)),
	          "Lagt til grunn: Nei: halvparten regnes av stemmene som er gitt til noen");
}

static void somebody_new_is_a_question_only_if_the_first_vote_did_not_elect(void **state)
{
	static const char votes[] = ONE("Kari", "9", "9") ONE("Nils", "9", "8")
		ONE("Eva", "", "10");
	const char *p = page(site_path(t, PAGE "%s&ny_kandidat=ikke_tillatt", votes));

	(void)state;
	assert_in(page(site_path(t, PAGE "%s", votes)), "Eva er valgt som ordfører.");
	assert_in(p, "Den andre avstemningen holdes på nytt, uten Eva.");
	assert_out(p, "Til protokollen");
	p = page(PAGE ONE("Kari", "19", "9") ONE("Nils", "9", "8") ONE("Eva", "", "10"));
	assert_in(p, "trengs ikke");
	assert_out(p, "name=\"ny_kandidat\"");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(more_than_half_elects_and_the_protocol_says_it_all),
		cmocka_unit_test(nobody_is_elected_by_half),
		cmocka_unit_test(a_lot_is_drawn_by_hand_or_with_the_seed),
		cmocka_unit_test(the_reading_of_blank_votes_is_chosen_and_written_down),
		cmocka_unit_test(somebody_new_is_a_question_only_if_the_first_vote_did_not_elect),
	};

	return cmocka_run_group_tests(tests, valg_scene_open, valg_scene_close);
}
