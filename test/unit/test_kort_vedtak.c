/* Cards: dots, what is adopted, the next day and the next samling, two lists, and paper. */
#include "kort_scene.h"

/* ---- dots and what is adopted ---- */

static void dots_from_two_of_three_adopt(void **state)
{
	int64_t respect, ready, papers;

	(void)state;
	the_hall_writes();
	lead(&d, "neste");
	respect = card("Vis respekt");
	ready = card("Møt forberedt");
	papers = card("Sakspapirer i god tid");
	lead(&d, "neste");
	assert_in(phone_page(0), "Det som får prikk fra minst to av tre, blir vedtatt");
	assert_in(wall_page_of(&d), "minst to av tre");
	for (size_t i = 0; i < 6; i++)
		assert_int_equal(phone_sends(i, "valg", num(respect), i < 4 ? num(ready) : NULL,
		                             i < 4 && i > 0 ? num(papers) : NULL).status, 303);
	lead(&d, "neste");
	assert_out(wall_page_of(&d), "kort-prikker");
	lead(&d, "neste");
	assert_in(wall_page_of(&d), "kort-prikker");
	assert_in(console(), "Vedta det to av tre støtter");
	lead(&d, "neste");
	assert_int_equal(site_sql(d.t, "SELECT count(*) FROM kort WHERE status = 2"), 2);
	assert_in(wall_page_of(&d), "Vis respekt");
	assert_in(wall_page_of(&d), "Møt forberedt");
	assert_out(wall_page_of(&d), "Sakspapirer");
	lead(&d, "neste");                              /* and on to the next item */
}

static void nobody_sees_the_dots_while_they_are_given(void **state)
{
	int64_t a;

	(void)state;
	item = rules_item("Våre kjøreregler", "false", "false", "false");
	a = a_card("Vis respekt");
	go_to(item);
	lead(&d, "neste");
	for (size_t i = 0; i < 6; i++)
		assert_int_equal(phone_sends(i, "valg", num(a), NULL, NULL).status, 303);
	assert_in(console(), "Resultatet er skjult for alle til runden er lukket");
	assert_out(console(), "korttabell");
	assert_out(console(), "kortrad-tall");
	assert_out(wall_page_of(&d), "kort-prikker");
	assert_out(wall_stream_of(&d), "kort-prikker");
	assert_out(phone_page(0), "korttabell");
	assert_out(site_get(&d.anna, site_path(d.t, "/samling/%lld/rapport",
	                                       (long long)d.samling)).body, "korttabell");
	lead(&d, "neste");
	assert_in(console(), "korttabell");
	assert_in(console(), "kortrad-tall");
}

static void dots_are_counted_on_what_is_there(void **state)
{
	int64_t a, b, c, e;
	struct answer said;

	(void)state;
	item = rules_item("Våre kjøreregler", "false", "false", "false");
	a = a_card("Vis respekt");
	b = a_card("Møt forberedt");
	c = a_card("Humor");
	e = a_card("Sakspapirer i god tid");
	go_to(item);
	lead(&d, "neste");
	said = site_post(&d.phone[0], site_path(d.t, "/s/%lld/svar", (long long)d.samling),
	                 "runde", round_now(), "valg", num(a), "valg", num(b), "valg", num(c),
	                 "valg", num(e), NULL);
	assert_int_equal(said.status, 422);
	assert_in(said.body, "for mange prikker");
	assert_in(said.body, "checked");
	assert_int_equal(phone_sends(0, "valg", "99999", NULL, NULL).status, 422);
	assert_int_equal(phone_sends(0, "valg", num(c), NULL, NULL).status, 303);
	for (size_t i = 1; i < 6; i++)
		assert_int_equal(phone_sends(i, "valg", num(a), num(b), NULL).status, 303);
	ACT("kort_sammen %lld %lld", (long long)b, (long long)c);
	said = phone_sends(6, "valg", num(c), NULL, NULL);
	assert_int_equal(said.status, 422);
	assert_in(said.body, "borte eller slått sammen");
	lead(&d, "neste");
	lead(&d, "neste");
	assert_in(wall_page_of(&d), "Møt forberedt");
	assert_out(wall_page_of(&d), "Humor");
	assert_out(wall_page_of(&d), num(c + 100000));
	assert_true(strstr(wall_page_of(&d), "Vis respekt") <
	            strstr(wall_page_of(&d), "Sakspapirer"));
}

static void hands_in_the_hall_count(void **state)
{
	int64_t a;

	(void)state;
	item = rules_item("Våre kjøreregler", "false", "true", "false");
	a = a_card("Vis respekt");
	a_card("Humor");
	go_to(item);
	lead(&d, "neste");
	for (size_t i = 0; i < 5; i++)
		phone_sends(i, "valg", num(i < 2 ? a : a + 1), NULL, NULL);
	for (int i = 0; i < 4; i++)
		ACT("haand %lld +1", (long long)a);
	lead(&d, "neste");
	lead(&d, "neste");
	lead(&d, "neste");
	assert_int_equal(site_sql(d.t, "SELECT status FROM kort WHERE id = %lld", (long long)a),
	                 CARD_ADOPTED);                 /* six of nine */
	assert_int_equal(site_sql(d.t, "SELECT status FROM kort WHERE id = %lld",
	                          (long long)a + 1), CARD_OPEN);
}

static void who_leads_ticks_off_and_takes_back(void **state)
{
	int64_t a;

	(void)state;
	item = rules_item("Våre kjøreregler", "false", "false", "false");
	a = a_card("Vis respekt");
	a_card("Humor");
	go_to(item);
	assert_in(wall_page_of(&d), "Humor");           /* before anybody has been asked */
	ACT("kort_vedta %lld", (long long)a);
	lead(&d, "kort_vegg 1");
	assert_out(wall_page_of(&d), "Humor");
	assert_in(wall_page_of(&d), "Dette er vedtatt");
	ACT("kort_stryk %lld", (long long)a);
	assert_in(wall_page_of(&d), "Ingenting er vedtatt ennå");
	lead(&d, "kort_vegg 0");
	assert_in(wall_page_of(&d), "Humor");
}

static void a_leader_types_cards_and_words_them(void **state)
{
	const char *page;
	struct answer a;
	int64_t id;

	(void)state;
	item = rules_item("Våre kjøreregler", "false", "false", "false");
	go_to(item);
	a = site_post(&d.anna, site_path(d.t, "/samling/%lld/styr", (long long)d.samling),
	              "handling", "kort_ny 0", "sett", num(item), "runde", "0", "fase", "0",
	              "tekst", "Ikkje snakk over kvarandre", NULL);
	assert_int_equal(a.status, 303);
	id = card("Ikkje snakk over kvarandre");
	page = site_path(d.t, "/samling/%lld/kort/%lld", (long long)d.samling, (long long)item);
	assert_in(site_get(&d.anna, page).body, "Sier hva dere ikke vil");
	a = site_post(&d.anna, page, "handling", site_path(d.t, "kort_ordlyd %lld", (long long)id),
	              "foer", "", "tekst", "La andre snakke ut", NULL);
	assert_int_equal(a.status, 303);
	assert_in(wall_page_of(&d), "La andre snakke ut");
	assert_out(wall_page_of(&d), "Ikkje snakk over");
	assert_in(site_get(&d.anna, page).body, "Ikkje snakk over kvarandre");
	a = site_post(&d.bo, page, "handling", site_path(d.t, "kort_ordlyd %lld", (long long)id),
	              "foer", "", "tekst", "Lytt", NULL);
	assert_int_equal(a.status, 422);
	assert_in(a.body, "Noen var før deg");
	for (int i = 0; i < 2; i++) {
		a = site_post(&d.anna, site_path(d.t, "/samling/%lld/styr", (long long)d.samling),
		              "handling", "kort_ny 0", "sett", num(item), "runde", "0", "fase", "0",
		              "tekst", i == 0 ? "" : "en\nto", NULL);
		assert_int_equal(a.status, 422);
	}
}

static void cards_are_merged_by_choosing(void **state)
{
	const char *page;
	int64_t a, b;

	(void)state;
	item = rules_item("Våre kjøreregler", "false", "false", "false");
	a = a_card("Lytt");
	b = a_card("La andre snakke ut");
	page = site_path(d.t, "/samling/%lld/kort/%lld", (long long)d.samling, (long long)item);
	assert_int_equal(site_post(&d.anna, page, "handling", site_path(d.t, "kort_inn %lld",
	                 (long long)b), "med", num(a), NULL).status, 303);
	assert_int_equal(site_sql(d.t, "SELECT hode FROM kort WHERE id = %lld", (long long)b), a);
	assert_in(site_get(&d.anna, page).body, "Skill ut");
	assert_int_equal(site_post(&d.anna, page, "handling", site_path(d.t, "kort_inn %lld",
	                 (long long)a), NULL).status, 404);
	assert_int_equal(site_post(&d.anna, page, "handling", site_path(d.t, "kort_skill %lld",
	                 (long long)b), NULL).status, 303);
}

/* ---- groups, and the next day ---- */

static void what_groups_wrote_is_taken_over(void **state)
{
	int64_t groups = site_item(d.t, d.samling, 1, "innledning", "Gruppearbeid", 20,
	                           "{\"tekst\":\"\",\"lenke\":\"\",\"lenketekst\":\"\"}");
	int64_t second;

	(void)state;
	for (int g = 1; g <= 3; g++)
		site_sql(d.t, "INSERT INTO kort (punkt, tekst, gruppe, felt) VALUES "
		         "(%lld, 'Regel fra gruppe %d', %d, 0)", (long long)groups, g, g);
	item = rules_item("Våre kjøreregler", "false", "false", "false");
	site_sql(d.t, "UPDATE punkt SET gjelder = %lld WHERE id = %lld", (long long)groups,
	         (long long)item);
	go_to(item);
	assert_in(wall_page_of(&d), "Regel fra gruppe 1");
	ACT("kort_vedta %lld", (long long)card("Regel fra gruppe 2"));
	second = site_item(d.t, d.samling, 2, "kjoereregler", "Del to", 20,
	                   site_path(d.t, RULES, "true", "false", "false"));
	site_sql(d.t, "UPDATE punkt SET gjelder = %lld WHERE id = %lld", (long long)item,
	         (long long)second);
	go_to(second);
	assert_in(wall_page_of(&d), "Regel fra gruppe 3");
	assert_in(wall_page_of(&d), "vedtatt");
}

static void at_the_next_samling_it_is_asked_how_it_went(void **state)
{
	int64_t was = site_samling(d.t, "9999", PHASE_ENDED), old, a, b;
	struct answer said;

	(void)state;
	old = site_item(d.t, was, 1, "kjoereregler", "Våre kjøreregler", 20,
	                site_path(d.t, RULES, "false", "false", "false"));
	a = site_sql(d.t, "INSERT INTO kort (punkt, tekst, status) VALUES (%lld, 'Vis respekt', 2)",
	             (long long)old);
	b = site_sql(d.t, "INSERT INTO kort (punkt, tekst, status) VALUES (%lld, 'Humor', 0)",
	             (long long)old);
	site_sql(d.t, "INSERT INTO kort (punkt, tekst, status) VALUES (%lld, 'Ola må tie', 2)",
	         (long long)old);
	site_sql(d.t, "INSERT INTO moderering (punkt, tekst, vedtak) VALUES (%lld, 'ola må tie', "
	         "2)", (long long)old);
	item = rules_item("Hvordan gikk det?", "false", "false", "true");
	site_sql(d.t, "UPDATE punkt SET gjelder = %lld WHERE id = %lld", (long long)old,
	         (long long)item);
	go_to(item);
	assert_in(wall_page_of(&d), "Vis respekt");
	assert_out(wall_page_of(&d), "Humor");
	assert_out(wall_page_of(&d), "Ola må tie");
	lead(&d, "neste");
	assert_in(phone_page(0), "Dårligere");
	assert_out(phone_page(0), "Ola må tie");
	for (size_t i = 0; i < 6; i++)
		assert_int_equal(phone_sends(i, "valg", site_path(d.t, "%lld%c", (long long)a,
		                 i < 4 ? 'b' : 'd'), NULL, NULL).status, 303);
	said = phone_sends(7, "valg", site_path(d.t, "%lldb", (long long)a),
	                   site_path(d.t, "%lldd", (long long)a), NULL);
	assert_int_equal(said.status, 422);
	assert_int_equal(phone_sends(7, "valg", site_path(d.t, "%lldb", (long long)b), NULL,
	                             NULL).status, 422);
	lead(&d, "neste");
	lead(&d, "neste");
	assert_in(wall_page_of(&d), "kort-karakter");
	assert_in(console(), "Dårligere");
	assert_int_equal(press(&d, &d.anna, moment_now(&d), site_path(d.t, "kort_stryk %lld",
	                 (long long)a)).status, 404);   /* what was adopted then stands */
	site_sql(d.t, "UPDATE samling SET kommune = '1833' WHERE id = %lld", (long long)was);
	assert_out(wall_page_of(&d), "Vis respekt");    /* another municipality's is not ours */
}

/* ---- two lists ---- */

static void each_role_writes_on_its_own_list(void **state)
{
	struct browser kari = site_participant(d.t, d.samling, ROLE_ADMINISTRASJON);
	struct browser guest = site_participant(d.t, d.samling, ROLE_ANNET);
	const char *path = site_path(d.t, "/s/%lld", (long long)d.samling);
	const char *wall;
	struct answer a;

	(void)state;
	item = site_item(d.t, d.samling, 1, "forventninger", "Forventninger", 20,
	                 site_path(d.t, RULES, "true", "false", "false"));
	go_to(item);
	lead(&d, "neste");
	assert_in(phone_page(0), "Hva forventer dere av administrasjonen?");
	assert_in(site_get(&kari, path).body, "Hva forventer dere av de folkevalgte?");
	assert_in(site_get(&guest, path).body, "Hvilken liste skriver du på?");
	path = site_path(d.t, "/s/%lld/svar", (long long)d.samling);
	assert_int_equal(site_post(&d.phone[0], path, "runde", round_now(), "valg", "0", "tekst",
	                           "Saker i klart språk", NULL).status, 303);
	assert_int_equal(site_post(&d.phone[1], path, "runde", round_now(), "valg", "0", "tekst",
	                           "Svar i tide", NULL).status, 303);
	assert_int_equal(site_post(&kari, path, "runde", round_now(), "valg", "1", "tekst",
	                           "Klare bestillinger", "tekst", "Svar i tide", NULL).status, 303);
	a = site_post(&guest, path, "runde", round_now(), "tekst", "Noe", NULL);
	assert_int_equal(a.status, 422);
	assert_in(a.body, "Velg hvilken liste");
	a = site_get(&kari, site_path(d.t, "/s/%lld?endre=1", (long long)d.samling));
	assert_in(a.body, ">Klare bestillinger</textarea>");
	lead(&d, "neste");
	lead(&d, "neste");
	lead(&d, "neste");
	assert_int_equal(site_sql(d.t, "SELECT count(*) FROM kort WHERE side = 0"), 2);
	assert_int_equal(site_sql(d.t, "SELECT count(*) FROM kort WHERE side = 1"), 2);
	assert_int_equal(site_sql(d.t, "SELECT count(*) FROM kort WHERE tekst LIKE '%%: %%'"), 0);
	assert_out(console(), "Slå sammen?");           /* the same words, on two lists */
	wall = wall_page_of(&d);
	assert_true(strstr(wall, ">Til administrasjonen</h2>") < strstr(wall, "klart språk"));
	assert_true(strstr(wall, "klart språk") < strstr(wall, ">Til de folkevalgte</h2>"));
	assert_true(strstr(wall, ">Til de folkevalgte</h2>") < strstr(wall, "Klare bestillinger"));
	assert_int_equal(press(&d, &d.anna, moment_now(&d), site_path(d.t, "kort_sammen %lld %lld",
	                 (long long)card("Klare bestillinger"),
	                 (long long)card("Saker i klart språk"))).status, 404);
}

/* ---- dots by themselves ---- */

static void dots_on_the_cards_of_an_earlier_item_and_typed_ones(void **state)
{
	int64_t dots, a;

	(void)state;
	item = rules_item("Våre kjøreregler", "false", "false", "false");
	a = a_card("Vis respekt");
	a_card("Humor");
	dots = site_item(d.t, d.samling, 1, "prikker", "Hva er viktigst?", 10,
	                 "{\"spoersmaal\":\"Hva er viktigst?\",\"valg\":[\"Tillit\"],"
	                 "\"prikker\":2}");
	site_sql(d.t, "UPDATE punkt SET gjelder = %lld WHERE id = %lld", (long long)item,
	         (long long)dots);
	go_to(dots);
	lead(&d, "neste");
	assert_in(phone_page(0), "Tillit");
	assert_in(phone_page(0), "Vis respekt");
	for (size_t i = 0; i < 6; i++)
		assert_int_equal(phone_sends(i, "valg", "a", i < 5 ? num(a) : NULL,
		                             NULL).status, 303);
	assert_int_equal(phone_sends(6, "valg", "b", NULL, NULL).status, 422);
	lead(&d, "neste");
	lead(&d, "neste");
	assert_true(strstr(wall_page_of(&d), "Tillit") < strstr(wall_page_of(&d), "Vis respekt"));
	assert_true(strstr(wall_page_of(&d), "Vis respekt") < strstr(wall_page_of(&d), "Humor"));
}

/* ---- paper, and many ---- */

static const char *report(struct browser *who, const char *path)
{
	return site_get(who, site_path(d.t, path, (long long)d.samling)).body;
}

static void the_report_begins_with_what_was_adopted(void **state)
{
	const char *body;
	int64_t a, b;

	(void)state;
	item = rules_item("Våre kjøreregler", "false", "false", "false");
	a = a_card("Møt forberedt");
	b = a_card("Vi møter forberedt");
	a_card("Humor");
	go_to(item);
	ACT("kort_sammen %lld %lld", (long long)a, (long long)b);
	ACT("kort_vedta %lld", (long long)a);
	body = report(&d.anna, "/samling/%lld/rapport");
	assert_in(body, "Dette er vedtatt");
	assert_in(body, "Slik ble det skrevet");
	assert_in(body, "<li>Vi møter forberedt</li>");
	assert_out(body, "Humor");
	lead(&d, "neste");
	for (size_t i = 0; i < 5; i++)
		phone_sends(i, "valg", num(a), num(a + 2), NULL);
	lead(&d, "neste");
	lead(&d, "neste");
	lead(&d, "neste");
	assert_in(wall_page_of(&d), "Dette er vedtatt</h1>");
	body = report(&d.anna, "/samling/%lld/rapport");
	assert_in(body, "Hvilke kort støtter du?");
	assert_in(body, "Humor");
	site_sql(d.t, "UPDATE samling SET frigitt = 1 WHERE id = %lld", (long long)d.samling);
	assert_in(report(&d.phone[0], "/s/%lld/rapport"), "<li>Vi møter forberedt</li>");
}

static void the_poster_has_what_was_adopted(void **state)
{
	const char *path;
	struct answer a;

	(void)state;
	item = rules_item("Våre kjøreregler", "false", "false", "false");
	ACT("gaatil %lld", (long long)item);
	a_card("Humor");
	ACT("kort_vedta %lld", (long long)a_card("Vis <b>respekt</b>"));
	path = site_path(d.t, "/samling/%lld/plakat/%lld", (long long)d.samling, (long long)item);
	a = site_get(&d.anna, path);
	assert_int_equal(a.status, 200);
	assert_in(a.body, "Lillevik kommune");
	assert_in(a.body, "Vis &lt;b&gt;respekt");
	assert_out(a.body, "Humor");
	assert_in(a.body, "kortplakat-a4");
	assert_in(site_get(&d.anna, site_path(d.t, "%s?ark=a3", path)).body, "kortplakat-a3");
	assert_int_equal(site_get(&d.phone[0], path).status, 303);     /* to log in */
	assert_int_equal(site_get(&d.anna, site_path(d.t, "/samling/%lld/plakat/%lld",
	                 (long long)d.samling, (long long)d.vote)).status, 404);
}

static void twenty_six_long_rules_are_shown_in_pages(void **state)
{
	const char *wall;
	size_t seen = 0;

	(void)state;
	item = rules_item("Våre kjøreregler", "false", "false", "false");
	go_to(item);
	for (int i = 0; i < 26; i++)
		site_sql(d.t, "INSERT INTO kort (punkt, tekst, status) VALUES (%lld, 'R%02d. Vi "
		         "møter forberedt, holder oss til saken og viser hverandre respekt også "
		         "når vi er uenige om den nummer %d', 2)", (long long)item, i, i);
	lead(&d, "kort_vegg 1");
	for (int page = 1; page <= 3; page++) {
		ACT("kort_side %d", page);
		wall = wall_page_of(&d);
		assert_in(wall, site_path(d.t, "Side %d av 3", page));
		for (int i = 0; i < 26; i++)
			seen += strstr(wall, site_path(d.t, "R%02d.", i)) != NULL;
	}
	assert_int_equal(seen, 26);
	lead(&d, "kort_side 9");
	assert_in(wall_page_of(&d), "Side 3 av 3");
	lead(&d, "tilbake");
	assert_in(wall_page_of(&d), "Side 2 av 3");
	lead(&d, "tilbake");
	lead(&d, "tilbake");                    /* from the first page to all the cards */
	assert_out(wall_page_of(&d), "Dette er vedtatt");
	assert_int_equal(site_sql(d.t, "SELECT count(*) FROM kort WHERE status = 2"), 26);
	assert_int_equal(site_sql(d.t, "SELECT naa FROM samling WHERE id = %lld",
	                          (long long)d.samling), item);
	lead(&d, "tilbake");
	assert_int_not_equal(site_sql(d.t, "SELECT naa FROM samling WHERE id = %lld",
	                              (long long)d.samling), item);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(dots_from_two_of_three_adopt),
		T(nobody_sees_the_dots_while_they_are_given),
		T(dots_are_counted_on_what_is_there),
		T(hands_in_the_hall_count),
		T(who_leads_ticks_off_and_takes_back),
		T(a_leader_types_cards_and_words_them),
		T(cards_are_merged_by_choosing),
		T(what_groups_wrote_is_taken_over),
		T(at_the_next_samling_it_is_asked_how_it_went),
		T(each_role_writes_on_its_own_list),
		T(dots_on_the_cards_of_an_earlier_item_and_typed_ones),
		T(the_poster_has_what_was_adopted),
		T(the_report_begins_with_what_was_adopted),
		T(twenty_six_long_rules_are_shown_in_pages),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
