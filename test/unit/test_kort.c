/* Cards: ground rules in Lillevik, from what groups and people write to one list. */
#include "kort_scene.h"

/* ---- from the phones to the wall ---- */

static void what_people_write_becomes_cards_with_one_key(void **state)
{
	(void)state;
	the_hall_writes();
	assert_in(wall_page_of(&d), "Møt forberedt");
	assert_in(console(), "Lag kort av svarene");
	assert_int_equal(site_sql(d.t, "SELECT count(*) FROM kort"), 0);
	lead(&d, "neste");
	assert_int_equal(site_sql(d.t, "SELECT count(*) FROM kort"), 5);
	assert_int_equal(site_sql(d.t, "SELECT count(*) FROM kort WHERE tekst = 'Vis respekt'"), 1);
	assert_in(console(), "Åpne del 2 for svar");
	assert_in(wall_page_of(&d), "Ikke gå på person");
	assert_int_equal(site_sql(d.t, "SELECT count(*) FROM protokoll "
	                          "WHERE hva = 'kort_laget'"), 1);
	assert_int_equal(site_sql(d.t, "SELECT count(*) FROM protokoll WHERE "
	                          "detalj LIKE '%%respekt%%'"), 0);
}

/* Nothing in the database leads from a card to a phone. */
static void a_card_has_no_writer(void **state)
{
	(void)state;
	the_hall_writes();
	lead(&d, "neste");
	assert_int_equal(site_sql(d.t, "SELECT count(*) FROM svar s JOIN deltaker p "
	                          "ON p.id = s.noekkel"), 0);
	assert_int_equal(site_sql(d.t, "SELECT count(*) FROM kort WHERE gruppe IS NOT NULL"), 0);
}

static void a_hidden_text_becomes_no_card(void **state)
{
	(void)state;
	item = rules_item("Våre kjøreregler", "true", "false", "false");
	site_sql(d.t, "UPDATE punkt SET hold = 1 WHERE id = %lld", (long long)item);
	go_to(item);
	lead(&d, "neste");
	phone_sends(0, "tekst", "Vis respekt", "Kari er dum", NULL);
	phone_sends(1, "tekst", "Ukjent", NULL, NULL);
	lead(&d, "neste");
	lead(&d, "tekst_vis vis respekt");
	lead(&d, "tekst_skjul kari er dum");
	lead(&d, "neste");
	lead(&d, "neste");
	assert_int_equal(site_sql(d.t, "SELECT count(*) FROM kort"), 1);
	assert_in(wall_page_of(&d), "Vis respekt");
	lead(&d, "tekst_skjul vis respekt");            /* and one hidden later is gone at once */
	assert_out(wall_page_of(&d), "Vis respekt");
}

/* ---- merging ---- */

static void a_suggestion_is_one_tap_and_is_undone_with_one(void **state)
{
	int64_t a, b;

	(void)state;
	the_hall_writes();
	lead(&d, "neste");
	assert_in(console(), "Slå sammen?");
	a = card("Respekter hverandre");
	b = card("Vis respekt");
	ACT("kort_sammen %lld %lld", (long long)a, (long long)b);
	assert_int_equal(site_sql(d.t, "SELECT hode FROM kort WHERE id = %lld", (long long)b), a);
	assert_string_equal(site_sql_text(d.t, "SELECT tekst FROM kort WHERE id = %lld",
	                                  (long long)b), "Vis respekt");
	assert_out(console(), "Slå sammen?");
	assert_in(console(), "Slått sammen sist");
	assert_out(wall_page_of(&d), "Vis respekt");
	ACT("kort_skill %lld", (long long)b);
	assert_in(wall_page_of(&d), "Vis respekt");
	assert_out(console(), "Slå sammen?");           /* undone is said no to */
}

static void what_is_said_no_to_is_not_suggested_again(void **state)
{
	int64_t a, b, c;

	(void)state;
	item = rules_item("Våre kjøreregler", "false", "false", "false");
	a = a_card("Møt forberedt");
	b = a_card("Vi møter forberedt");
	go_to(item);
	assert_in(console(), "Slå sammen?");
	ACT("kort_ulike %lld %lld", (long long)b, (long long)a);
	assert_out(console(), "Slå sammen?");
	c = a_card("Møt forberedt!");
	assert_in(console(), "Slå sammen?");            /* a new card is another matter */
	ACT("kort_sammen %lld %lld", (long long)a, (long long)c);
	assert_out(console(), "Slå sammen?");           /* the head was said no to */
}

static void of_two_leaders_who_press_at_once_the_second_is_told(void **state)
{
	int64_t a, b;
	struct moment same;
	const char *act;
	struct answer second;

	(void)state;
	item = rules_item("Våre kjøreregler", "false", "false", "false");
	a = a_card("Møt forberedt");
	b = a_card("Vi møter forberedt");
	go_to(item);
	same = moment_now(&d);
	act = site_path(d.t, "kort_sammen %lld %lld", (long long)a, (long long)b);
	assert_int_equal(press(&d, &d.anna, same, act).status, 303);
	second = press(&d, &d.bo, same, act);
	assert_int_equal(second.status, 422);
	assert_in(second.body, "Noen var før deg");
	second = press(&d, &d.bo, same, site_path(d.t, "kort_sammen %lld %lld", (long long)b,
	                                          (long long)a));
	assert_int_equal(second.status, 422);           /* the other way makes no ring */
	assert_int_equal(site_sql(d.t, "SELECT hode IS NULL FROM kort WHERE id = %lld",
	                          (long long)a), 1);
	act = site_path(d.t, "kort_vedta %lld", (long long)a);
	assert_int_equal(press(&d, &d.anna, same, act).status, 303);
	second = press(&d, &d.bo, same, act);
	assert_int_equal(second.status, 422);
	assert_in(second.body, "Noen var før deg");
}

static void a_merged_or_hidden_card_never_comes_back_by_itself(void **state)
{
	int64_t a, b, c;

	(void)state;
	item = rules_item("Våre kjøreregler", "true", "false", "false");
	a = a_card("Vis respekt");
	b = a_card("Respekt for hverandre");
	c = a_card("Humor på tvers");
	go_to(item);
	ACT("kort_sammen %lld %lld", (long long)a, (long long)b);
	ACT("kort_skjul %lld", (long long)c);
	lead(&d, "neste");                              /* the hall writes the same once more */
	phone_sends(0, "tekst", "Følg opp vedtakene", NULL, NULL);
	lead(&d, "neste");
	lead(&d, "neste");
	lead(&d, "neste");
	assert_in(wall_page_of(&d), "Følg opp vedtakene");
	assert_out(wall_page_of(&d), "Respekt for hverandre");
	assert_out(wall_page_of(&d), "Humor på tvers");
	ACT("kort_vis %lld", (long long)c);
	assert_in(wall_page_of(&d), "Humor på tvers");
}

static void a_hidden_card_is_not_read_in_the_list_of_texts_either(void **state)
{
	const char *const report = site_path(d.t, "/samling/%lld/rapport", (long long)d.samling);
	struct browser contact = site_kontakt(d.t, "9999");

	(void)state;
	item = rules_item("Våre kjøreregler", "true", "false", "false");
	go_to(item);
	lead(&d, "neste");
	phone_sends(0, "tekst", "Noen er dumme", NULL, NULL);
	phone_sends(1, "tekst", "Møt forberedt", NULL, NULL);
	lead(&d, "neste");
	lead(&d, "neste");
	lead(&d, "neste");
	ACT("kort_skjul %lld", (long long)card("Noen er dumme"));
	assert_out(site_get(&contact, report).body, "Noen er dumme");
	assert_in(site_get(&contact, report).body, "Møt forberedt");
	ACT("kort_vis %lld", (long long)card("Noen er dumme"));
	assert_in(site_get(&contact, report).body, "Noen er dumme");
}

static void what_is_not_there_cannot_be_pressed(void **state)
{
	static const char *const acts[] = {
		"kort_sammen 1 1", "kort_sammen 999 1", "kort_sammen 1", "kort_sammen",
		"kort_skill x", "kort_vedta 999", "kort_skjul", "kort_skjul -1", "kort_ny 2",
		"kort_ny", "kort_ulike 1 1", "kort_side 0", "kort_side 99999",
		"kort_finnes_ikke 1",
	};
	int64_t other, elsewhere;

	(void)state;
	item = rules_item("Våre kjøreregler", "false", "false", "false");
	a_card("Møt forberedt");
	go_to(item);
	for (size_t i = 0; i < sizeof acts / sizeof *acts; i++) {
		struct answer a = press(&d, &d.anna, moment_now(&d), acts[i]);

		if (a.status != 404 && a.status != 403)
			fail_msg("%s: %d", acts[i], a.status);
	}
	other = site_samling(d.t, "9999", PHASE_READY);     /* a card of somebody else's */
	elsewhere = site_item(d.t, other, 1, "kjoereregler", "Andres", 20,
	                      site_path(d.t, RULES, "false", "false", "false"));
	site_sql(d.t, "INSERT INTO kort (punkt, tekst) VALUES (%lld, 'Andres kort')",
	         (long long)elsewhere);
	assert_int_equal(press(&d, &d.anna, moment_now(&d), site_path(d.t, "kort_skjul %lld",
	                 (long long)card("Andres kort"))).status, 404);
	assert_int_equal(site_get(&d.anna, site_path(d.t, "/samling/%lld/kort/%lld",
	                 (long long)d.samling, (long long)elsewhere)).status, 404);
}

/* On every screen that has cards. */
static void what_is_written_on_a_card_stays_text(void **state)
{
	static const char *const bad = "<script>alert(1)</script> \"onload=x";
	const char *const paths[] = { "konsoll", "kort/%lld", "plakat/%lld", "lerret", "rapport" };
	int64_t a, b;

	(void)state;
	item = rules_item("Våre kjøreregler", "false", "false", "false");
	a = a_card(bad);
	b = a_card(bad);
	a_card(bad);
	go_to(item);
	ACT("kort_sammen %lld %lld", (long long)a, (long long)b);
	ACT("kort_vedta %lld", (long long)a);
	site_sql(d.t, "UPDATE kort SET ordlyd = tekst WHERE id = %lld", (long long)a);
	lead(&d, "neste");
	assert_in(console(), "&lt;script");
	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
		const char *path = site_path(d.t, "/samling/%lld/%s%s", (long long)d.samling,
		                             paths[i], "");
		struct answer page;

		if (strstr(path, "%lld") != NULL)
			path = site_path(d.t, "%.*s%lld", (int)(strstr(path, "%lld") - path),
			                 path, (long long)item);
		page = site_get(&d.anna, path);
		assert_int_equal(page.status, 200);
		assert_out(page.body, "<script>alert");
		assert_out(page.body, "\"onload");
	}
	assert_out(phone_page(0), "<script>alert");
	assert_in(phone_page(0), "&lt;script");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(what_people_write_becomes_cards_with_one_key),
		T(a_card_has_no_writer),
		T(a_hidden_text_becomes_no_card),
		T(a_suggestion_is_one_tap_and_is_undone_with_one),
		T(what_is_said_no_to_is_not_suggested_again),
		T(of_two_leaders_who_press_at_once_the_second_is_told),
		T(a_merged_or_hidden_card_never_comes_back_by_itself),
		T(a_hidden_card_is_not_read_in_the_list_of_texts_either),
		T(what_is_not_there_cannot_be_pressed),
		T(what_is_written_on_a_card_stays_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
