/* A case of impartiality in the hall: who sees the answer, and when; and how the hall moved. */
#include "slag_scene.h"

#define HOTEL "{\"sak\":\"sandvik-hotell\",\"foerste_igjen\":true}"
#define CAFE "{\"sak\":\"datterens-skjenkebevilling\",\"foerste_igjen\":false}"
#define CHAIR "{\"sak\":\"klubba-skifter-hand\",\"foerste_igjen\":true}"

/* On no screen but the console of those who lead. */
static void hidden(struct day_scene *d, const char *const *secret, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		assert_out(phone_page(d, 0), secret[i]);
		assert_out(wall_page_of(d), secret[i]);
		assert_out(wall_stream_of(d), secret[i]);
		assert_in(console_of(d), secret[i]);
	}
}

static void shown(struct day_scene *d, const char *text)
{
	assert_in(phone_page(d, 0), text);
	assert_in(wall_page_of(d), text);
}

static void the_answer_is_on_the_console_alone_until_a_leader_shows_it(void **state)
{
	static const char *const secret[] = { "Inhabil uten nærmere vurdering.",
		"§ 6 første ledd bokstav b", "i slekt med Torunn rett nedover",
		"Hva ville folk i Lillevik tenkt" };
	struct day_scene d = day_open();

	(void)state;
	item_under_way(&d, "habilitetssak", "Kafeen", CAFE);
	assert_in(wall_page_of(&d), "det gamle meieriet");      /* before it is asked */
	hidden(&d, secret, 4);
	lead(&d, "neste");
	assert_in(phone_page(&d, 0), "det gamle meieriet");
	hidden(&d, secret, 4);
	hall_answers(&d, "valg", "habil");
	lead(&d, "neste");
	hidden(&d, secret, 4);
	lead(&d, "vis");
	hidden(&d, secret, 4);
	lead(&d, "neste");
	for (size_t i = 0; i < 3; i++)
		shown(&d, secret[i]);
	assert_out(phone_page(&d, 0), secret[3]);
	assert_out(wall_page_of(&d), secret[3]);
	lead(&d, "neste");
	shown(&d, secret[3]);
	site_close(d.t);
}

static void what_was_shown_can_be_taken_back(void **state)
{
	static const char *const answer[] = { "Inhabil uten nærmere vurdering." };
	struct day_scene d = day_open();

	(void)state;
	item_under_way(&d, "habilitetssak", "Kafeen", CAFE);
	lead(&d, "neste");
	hall_answers(&d, "valg", "habil");
	lead(&d, "neste");
	lead(&d, "vis");
	lead(&d, "neste");
	lead(&d, "neste");
	assert_in(console_of(&d), "Tilbake til svaret");
	lead(&d, "tilbake");
	shown(&d, answer[0]);
	lead(&d, "tilbake");
	hidden(&d, answer, 1);
	assert_in(wall_page_of(&d), "100\xc2\xa0%");
	site_close(d.t);
}

/* Never an answer: the factors, how the hall was split, and who decides. */
static void where_the_body_assesses_the_hall_sees_both_sides(void **state)
{
	struct day_scene d = day_open();
	const char *wall;

	(void)state;
	item_under_way(&d, "habilitetssak", "Hotellet", HOTEL);
	lead(&d, "neste");
	hall_answers(&d, "valg", "inhabil");
	lead(&d, "neste");
	lead(&d, "vis");
	assert_in(console_of(&d), "Vis hva som taler for og mot");
	lead(&d, "neste");
	wall = wall_page_of(&d);
	assert_in(wall, "Organet avgjør.");
	assert_in(wall, "nær nabo som merker avgjørelsen");
	assert_in(wall, "forvaltningsloven § 6 andre ledd");
	assert_in(wall, "Vurdering, ikke fasit");
	assert_in(wall, "Inhabil <strong class=\"tall\">100");
	assert_out(wall, "iktig");
	assert_out(phone_page(&d, 0), "iktig");
	site_close(d.t);
}

static void the_hall_votes_again_and_sees_how_it_moved(void **state)
{
	struct day_scene d = day_open();

	(void)state;
	item_under_way(&d, "habilitetssak", "Hotellet", HOTEL);
	lead(&d, "neste");
	hall_answers(&d, "valg", "habil");
	for (int i = 0; i < 4; i++)             /* close, show, the factors, the questions */
		lead(&d, i == 1 ? "vis" : "neste");
	lead(&d, "neste");
	assert_in(phone_page(&d, 0), "på nytt");
	assert_out(wall_page_of(&d), "nær nabo som merker");
	hall_answers(&d, "valg", "organet");
	lead(&d, "neste");
	assert_out(wall_page_of(&d), "prosent");
	lead(&d, "vis");
	shown(&d, "gikk fra");
	shown(&d, "første gang");
	assert_in(wall_page_of(&d), "Tallene gjelder salen, ikke den enkelte.");
	assert_in(report_of(&d), "Sandvik hotell søker om å få skjenke");
	assert_in(report_of(&d), "nær nabo som merker");
	assert_in(hall_report_of(&d), "nær nabo som merker");
	site_close(d.t);
}

/* The report says no more than the hall was shown. */
static void an_answer_that_was_not_shown_is_in_no_report(void **state)
{
	struct day_scene d = day_open();

	(void)state;
	item_under_way(&d, "habilitetssak", "Kafeen", CAFE);
	lead(&d, "neste");
	hall_answers(&d, "valg", "inhabil");
	lead(&d, "neste");
	lead(&d, "vis");
	assert_in(report_of(&d), "det gamle meieriet");
	assert_out(report_of(&d), "uten nærmere vurdering");
	assert_out(hall_report_of(&d), "uten nærmere vurdering");
	site_close(d.t);
}

static void of_procedure_the_alternatives_fit_the_question(void **state)
{
	struct day_scene d = day_open();

	(void)state;
	item_under_way(&d, "habilitetssak", "Klubba", CHAIR);
	lead(&d, "neste");
	assert_in(phone_page(&d, 0), "Hvem leder møtet når lederen er inhabil?");
	assert_in(phone_page(&d, 0), "Den som har sittet lengst");
	assert_int_equal(phone_answers(&d, 0, "valg", "habil", NULL, NULL), 422);
	assert_int_equal(phone_answers(&d, 0, "valg", "leder_uten_stemme", NULL, NULL), 303);
	site_close(d.t);
}

/* ---- the editor ---- */

/* A form for a new item of day 1, filled from a library. */
static struct answer fetch(struct day_scene *d, const char *kind, const char *field,
                           const char *id)
{
	return site_post(&d->anna, site_path(d->t, "/samling/%lld/punkt/hent",
	                 (long long)d->samling), "slag", kind, "dag", "1", "minutter", "25",
	                 field, id, NULL);
}

static void the_editor_is_filled_and_nothing_is_stored(void **state)
{
	struct day_scene d = day_open();
	struct answer a = fetch(&d, "dilemma", "o_hent", "middag-tur-dispensasjon");

	(void)state;
	assert_int_equal(a.status, 200);
	assert_in(a.body, "Nordvik Entreprenør fyller femti år");
	assert_in(a.body, "value=\"Rødt eller grønt lys?\"");
	assert_in(a.body, "tilliten måles etterpå");
	assert_in(a.body, "value=\"25\"");
	a = fetch(&d, "habilitetssak", "o_sak", "sandvik-hotell");
	assert_int_equal(a.status, 200);
	assert_in(a.body, "value=\"sandvik-hotell\" selected");
	assert_in(a.body, "bydd på nabotomta");
	assert_int_equal(fetch(&d, "ordsky", "o_hent", "x").status, 404);
	assert_out(report_of(&d), "Rødt eller grønt lys?");
	assert_out(console_of(&d), "Sandvik");
	site_close(d.t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_answer_is_on_the_console_alone_until_a_leader_shows_it),
		cmocka_unit_test(what_was_shown_can_be_taken_back),
		cmocka_unit_test(where_the_body_assesses_the_hall_sees_both_sides),
		cmocka_unit_test(the_hall_votes_again_and_sees_how_it_moved),
		cmocka_unit_test(an_answer_that_was_not_shown_is_in_no_report),
		cmocka_unit_test(of_procedure_the_alternatives_fit_the_question),
		cmocka_unit_test(the_editor_is_filled_and_nothing_is_stored),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
