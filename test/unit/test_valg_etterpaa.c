/* Somebody leaves a body, has leave or is absent: who comes in. */
#include "valg_scene.h"

#define PAGE "/valg/etterpaa?"
#define UTVALG PAGE "organ=utvalg&plass=medlem&"
#define LEAVES UTVALG "grunn=ut&kvinner=3&menn=4&"

static void one_question_opens_the_next(void **state)
{
	const char *first = page("/valg/etterpaa"), *second = page(PAGE "organ=utvalg");
	const char *third = page(PAGE "organ=utvalg&plass=medlem");

	(void)state;
	assert_in(first, "Hvilket organ");
	assert_out(first, "Hvilken plass");
	assert_in(second, "Hvilken plass");
	assert_out(second, "Hva har skjedd?");
	assert_in(third, "Hva har skjedd?");
	assert_out(third, "Dette sier loven");
	assert_out(third, "for få varamedlemmer");
	assert_in(page(PAGE "organ=utvalg&plass=vara"), "for få varamedlemmer");
	assert_in(page(PAGE "organ=ordfoerer"), "Hva har skjedd?");
}

static void each_way_is_told_with_its_section(void **state)
{
	static const struct { const char *query, *says, *section; } cases[] = {
		{ "organ=utvalg&plass=medlem&grunn=borte", "kalles inn fra den gruppen", "7-10" },
		{ "organ=kommunestyre&plass=medlem&grunn=ut", "Første varamedlem på samme liste",
		  "7-10" },
		{ "organ=formannskap&plass=medlem&grunn=ut", "en ny fra samme gruppe", "7-10" },
		{ "organ=utvalg&plass=medlem&grunn=langt_fritak", "settemedlem", "7-11" },
		{ "organ=utvalg&plass=medlem&grunn=fritak", "kalles inn", "7-10" },
		{ "organ=utvalg&plass=vara&grunn=for_faa", "suppleringsvalg", "7-10" },
		{ "organ=utvalg&plass=leder&grunn=ut", "velges ny leder", "7-10" },
		{ "organ=utvalg&plass=leder&grunn=borte", "Nestlederen leder møtet", "11-2" },
		{ "organ=ordfoerer&grunn=ut", "overtar ikke for godt", "6-2" },
		{ "organ=ordfoerer&grunn=langt_fritak", "midlertidig varaordfører", "6-2" },
		{ "organ=varaordfoerer&grunn=fritak", "for den tiden", "6-2" },
		{ "organ=komite&plass=medlem&grunn=ut", "overtar plassen i komiteen", "5-9" },
		{ "organ=kontrollutvalg&plass=medlem&grunn=byttes", "må hele kontrollutvalget",
		  "23-1" },
		{ "organ=kommuneraad&plass=medlem&grunn=ut", "settes sammen på nytt", "10-4" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		const char *p = page(site_path(t, PAGE "%s", cases[i].query));

		assert_in(p, cases[i].says);
		assert_in(p, site_path(t, "/lov/kommuneloven/%s\"", cases[i].section));
	}
	assert_in(page(PAGE "organ=formannskap&plass=medlem&grunn=byttes"),
	          "Loven gir ingen vei her");
	assert_in(page(PAGE "organ=kommunestyre&plass=medlem&grunn=byttes"),
	          "Loven gir ingen vei her");
	assert_in(page(PAGE "organ=kommunestyre&plass=vara&grunn=for_faa"),
	          "Her er det ikke noe nytt valg");
}

static void the_days_of_a_leave_decide_how_long_it_is(void **state)
{
	(void)state;
	assert_in(page(UTVALG "grunn=fritak&fra=2027-01-10&til=2027-04-09"),
	          "Det er tre måneder eller mer.");
	assert_in(page(UTVALG "grunn=fritak&fra=2027-01-10&til=2027-04-09"), "settemedlem");
	assert_in(page(UTVALG "grunn=langt_fritak&fra=2027-01-10&til=2027-04-08"),
	          "Det er kortere enn tre måneder.");
	assert_in(page(UTVALG "grunn=fritak&fra=2027-02-10&til=2027-01-10"), "id=\"til-f\"");
}

static void deputies_are_called_by_number_past_those_who_cannot(void **state)
{
	const char *p = page(UTVALG "grunn=borte&borte=2&rekke=Ida%0A Bo %0A%0AUne&kan_ikke=Bo");

	(void)state;
	assert_in(p, "Ida, \nUne");
	assert_in(page(UTVALG "grunn=borte&borte=3&rekke=Ida%0ABo&kan_ikke=Bo"),
	          "ingen igjen til 2 plasser");
	assert_in(page(PAGE "organ=kommunestyre&plass=medlem&grunn=ut&rekke=Ida%0ABo"),
	          "Trer inn:</strong>\nIda\n");
}

static void the_proposed_is_held_against_the_gender_of_the_body(void **state)
{
	const char *required = page(LEAVES "gaar=K&foreslaatt=M&andre=ja");

	(void)state;
	assert_in(required, "Kan ikke velges");
	assert_in(required, "Etterpå blir det 2 kvinner og 5 menn.");
	assert_in(required, "da må en av dem velges");
	assert_in(page(LEAVES "gaar=K&foreslaatt=M&andre=nei"), "gruppen har ingen å velge");
	assert_in(page(LEAVES "gaar=K&foreslaatt=K&andre=ja"), "Begge kjønn er godt nok");
	assert_out(page(LEAVES "gaar=K&foreslaatt=M"), "Etterpå blir det");
	assert_in(page(UTVALG "grunn=ut&kvinner=0&menn=5&gaar=K&foreslaatt=M&andre=ja"),
	          "Tell med den som går ut.");
}

static void forty_percent_of_three_is_an_open_question(void **state)
{
	const char *p = page(UTVALG "grunn=ut&kvinner=2&menn=1&gaar=K&foreslaatt=M&andre=ja");

	(void)state;
	assert_in(p, "Gjelder 40 prosent i et organ med tre medlemmer eller færre?");
	assert_in(p, "Den foreslåtte kan ikke velges.");
	assert_in(page(UTVALG "grunn=ut&kvinner=2&menn=1&gaar=K&foreslaatt=M&andre=ja"
	               "&tre_medlemmer=prosent_40"), "da må en av dem velges");
}

#define SUPPLERING PAGE "organ=utvalg&plass=vara&grunn=for_faa&"

static void a_new_deputy_is_measured_both_ways_and_stands_last(void **state)
{
	const char *p = page(SUPPLERING "kvinner=5&menn=5&gruppe_kvinner=0&gruppe_menn=3&"
	                     "foreslaatt=M&andre=ja&rekke=Ida%0ABo&ny=Une");

	(void)state;
	assert_in(p, "Sett mot gruppens varamedlemmer:");
	assert_in(p, "den foreslåtte må holde etter begge");
	assert_in(p, "<li>Bo</li>\n<li><strong>Une</strong></li>");
}

static void the_new_one_takes_the_place_that_is_free(void **state)
{
	(void)state;
	assert_in(page(UTVALG "grunn=ut&rekke=Ida%0ABo%0AUne&uten=Bo&ny=Kai"),
	          "<li>Ida</li>\n<li><strong>Kai</strong></li>\n<li>Une</li>");
}

static void what_cannot_be_read_is_a_message_at_its_field(void **state)
{
	const char *p = page(UTVALG "grunn=ut&kvinner=to&menn=999");

	(void)state;
	assert_in(p, "id=\"kvinner-f\"");
	assert_in(p, "id=\"menn-f\"");
}

static void names_are_text_wherever_they_are_shown(void **state)
{
	(void)state;
	assert_out(page(UTVALG "grunn=ut&rekke=%3Ci%3E&uten=%3Ci%3E&ny=%3Cb%3E"), "<b>");
	assert_out(page(UTVALG "grunn=borte&rekke=%3Ci%3E"), "<i>");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_question_opens_the_next),
		cmocka_unit_test(each_way_is_told_with_its_section),
		cmocka_unit_test(the_days_of_a_leave_decide_how_long_it_is),
		cmocka_unit_test(deputies_are_called_by_number_past_those_who_cannot),
		cmocka_unit_test(the_proposed_is_held_against_the_gender_of_the_body),
		cmocka_unit_test(forty_percent_of_three_is_an_open_question),
		cmocka_unit_test(a_new_deputy_is_measured_both_ways_and_stands_last),
		cmocka_unit_test(the_new_one_takes_the_place_that_is_free),
		cmocka_unit_test(what_cannot_be_read_is_a_message_at_its_field),
		cmocka_unit_test(names_are_text_wherever_they_are_shown),
	};

	return cmocka_run_group_tests(tests, valg_scene_open, valg_scene_close);
}
