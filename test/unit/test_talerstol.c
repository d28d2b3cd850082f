/* The rostrum as the chair leads it: the order, the clock, and the time that was used. */
#include "taler_scene.h"

#include <stdio.h>

#include "app/sider.h"

/* ---- the chair ---- */

static const char *move(struct hall *h, const char *said, int from, int to)
{
	return site_path(h->d.t, "taler_flytt %lld %d %d", (long long)place_of(h, said), from, to);
}

static void the_chair_orders_the_queue(void **state)
{
	struct hall h = hall_open(LIST_CONFIG);

	(void)state;
	hall_goes_to(&h, h.list);
	hall_type(&h, "taler_legg_til innlegg", "Gruppe 1-4");
	hall_lead(&h, move(&h, "Gruppe 4", 3, 0));
	assert_string_equal(queue_of(&h), "Gruppe 4, Gruppe 1, Gruppe 2, Gruppe 3");
	hall_lead(&h, move(&h, "Gruppe 4", 0, 1));
	hall_lead(&h, move(&h, "Gruppe 2", 2, 99));
	assert_string_equal(queue_of(&h), "Gruppe 1, Gruppe 4, Gruppe 3, Gruppe 2");
	hall_lead(&h, site_path(h.d.t, "taler_fjern %lld", (long long)place_of(&h, "Gruppe 3")));
	hall_lead(&h, site_path(h.d.t, "taler_naa %lld", (long long)place_of(&h, "Gruppe 2")));
	assert_string_equal(speaker_of(&h), "Gruppe 2");
	assert_string_equal(queue_of(&h), "Gruppe 1, Gruppe 4");
	hall_close(&h);
}

/* Both see Kari first; Anna presses first. */
static void two_leaders_at_once_give_the_floor_once(void **state)
{
	struct hall h = hall_open(LIST_CONFIG);
	struct moment m;
	struct answer a;

	(void)state;
	hall_goes_to(&h, h.list);
	hall_type(&h, "taler_legg_til innlegg", "Gruppe 1-4");
	m = moment_now(&h.d);
	assert_int_equal(press(&h.d, &h.d.anna, m, "neste").status, 303);
	a = press(&h.d, &h.d.bo, m, "neste");
	assert_in(a.to, "sen");
	assert_string_equal(speaker_of(&h), "Gruppe 1");
	assert_int_equal(press(&h.d, &h.d.bo, m, move(&h, "Gruppe 3", 2, 0)).status, 409);
	assert_string_equal(queue_of(&h), "Gruppe 2, Gruppe 3, Gruppe 4");
	hall_next(&h);
	assert_in(press(&h.d, &h.d.bo, m, "tilbake").to, "sen");
	assert_string_equal(speaker_of(&h), "Gruppe 2");
	hall_close(&h);
}

static void the_clock_is_stopped_goes_on_and_gets_more(void **state)
{
	struct hall h = hall_open(LIST_CONFIG);
	const char *pause, *on, *more;

	(void)state;
	hall_goes_to(&h, h.list);
	hall_asks(&h, &h.kari, "be_om_ordet innlegg");
	hall_next(&h);
	pause = site_path(h.d.t, "taler_klokke pause %lld", (long long)place_of(&h,
	                  "Kari Nordmann"));
	on = site_path(h.d.t, "taler_klokke fortsett %lld", (long long)place_of(&h,
	               "Kari Nordmann"));
	more = site_path(h.d.t, "taler_mer %lld", (long long)place_of(&h, "Kari Nordmann"));
	site_wait(h.d.t, 100000);
	hall_lead(&h, pause);
	hall_lead(&h, pause);
	site_wait(h.d.t, 600000);
	assert_in(wall_page_of(&h.d), ">0:20</time>");
	assert_in(wall_page_of(&h.d), "Klokka står");
	hall_lead(&h, more);
	assert_in(wall_page_of(&h.d), ">0:50</time>");
	hall_lead(&h, on);
	hall_lead(&h, on);
	site_wait(h.d.t, 62000);
	assert_in(wall_page_of(&h.d), ">+0:12</time>");
	assert_in(wall_page_of(&h.d), "data-tale=\"over\"");
	hall_lead(&h, pause);
	site_wait(h.d.t, 1000);
	hall_lead(&h, on);
	assert_in(wall_page_of(&h.d), ">+0:12</time>");
	hall_lead(&h, more);
	assert_in(wall_page_of(&h.d), ">0:30</time>");
	assert_in(wall_page_of(&h.d), "data-tale=\"gaar\"");
	hall_next(&h);
	assert_int_equal(site_sql(h.d.t, "SELECT brukt FROM taler"), 162000);
	hall_close(&h);
}

/* "Next" by mistake: Ada goes on with her clock as if nothing had happened. */
static void the_last_next_is_taken_back(void **state)
{
	struct hall h = hall_open(LIST_CONFIG);

	(void)state;
	hall_goes_to(&h, h.list);
	hall_asks(&h, &h.mayor, "be_om_ordet innlegg");
	hall_asks(&h, &h.kari, "be_om_ordet innlegg");
	hall_next(&h);
	site_wait(h.d.t, 40000);
	hall_next(&h);
	site_wait(h.d.t, 5000);
	assert_in(console_of(&h), "Angre: gi ordet tilbake til Ada Ordfører");
	hall_lead(&h, "tilbake");
	assert_string_equal(speaker_of(&h), "Ada Ordfører");
	assert_string_equal(queue_of(&h), "Kari Nordmann");
	assert_in(wall_page_of(&h.d), ">1:15</time>");
	hall_next(&h);
	assert_int_equal(site_sql(h.d.t, "SELECT brukt FROM taler WHERE navn = %lld",
	                          (long long)h.mayor_id), 45000);
	hall_lead(&h, "tilbake");
	hall_lead(&h, "tilbake");
	assert_string_equal(speaker_of(&h), "");
	assert_string_equal(queue_of(&h), "Ada Ordfører, Kari Nordmann");
	hall_lead(&h, "tilbake");               /* nobody has spoken: to the item before */
	assert_int_equal(site_sql(h.d.t, "SELECT naa <> %lld FROM samling WHERE id = %lld",
	                          (long long)h.list, (long long)h.d.samling), 1);
	hall_close(&h);
}

static void a_restart_keeps_who_speaks_and_the_clock(void **state)
{
	struct hall h = hall_open(LIST_CONFIG);
	struct site_test *t = h.d.t;
	struct program_options o = { .dir = t->dir, .listen = "127.0.0.1:0" };

	(void)state;
	hall_goes_to(&h, h.list);
	hall_asks(&h, &h.kari, "be_om_ordet innlegg");
	hall_asks(&h, &h.per, "be_om_ordet innlegg");
	hall_next(&h);
	site_wait(t, 30000);
	program_close(&t->p);
	assert_true(program_open(&t->p, &o, all_pages));
	t->p.world = world_fake(&t->clock);
	site_wait(t, 10000);
	assert_in(wall_page_of(&h.d), "Kari Nordmann");
	assert_in(wall_page_of(&h.d), ">1:20</time>");
	assert_in(phone_page_of(&h, &h.per), "Du har bedt om ordet, og er neste.");
	hall_next(&h);
	assert_int_equal(site_sql(t, "SELECT brukt FROM taler WHERE tur = 1"), 40000);
	hall_close(&h);
}

static void an_item_left_in_the_middle_stops_the_clock(void **state)
{
	struct hall h = hall_open(LIST_CONFIG);

	(void)state;
	hall_goes_to(&h, h.list);
	hall_asks(&h, &h.kari, "be_om_ordet innlegg");
	hall_next(&h);
	site_wait(h.d.t, 50000);
	hall_goes_to(&h, h.d.welcome);
	site_wait(h.d.t, 3600000);
	hall_goes_to(&h, h.list);
	assert_in(wall_page_of(&h.d), ">1:10</time>");
	assert_in(wall_page_of(&h.d), "Klokka står");
	hall_lead(&h, site_path(h.d.t, "taler_klokke fortsett %lld", (long long)place_of(&h,
	                        "Kari Nordmann")));
	site_wait(h.d.t, 10000);
	hall_next(&h);
	assert_int_equal(site_sql(h.d.t, "SELECT brukt FROM taler"), 60000);
	hall_close(&h);
}

static void the_clicker_gives_the_floor_too(void **state)
{
	struct hall h = hall_open(LIST_CONFIG);
	struct answer a;
	struct moment m;

	(void)state;
	hall_goes_to(&h, h.round);
	m = moment_now(&h.d);
	a = site_post(&h.d.stranger, site_path(h.d.t, "/lerret/%s/styr", h.d.clicker), "handling",
	              "neste", "sett", m.sett, "runde", m.runde, "fase", m.fase, NULL);
	assert_true(a.status == 200 || a.status == 303);
	assert_string_equal(speaker_of(&h), "Kari Nordmann");
	hall_close(&h);
}

/* ---- time used ---- */

static void the_hall_sees_the_time_of_roles_and_never_of_persons(void **state)
{
	struct hall h = hall_open(LIST_CONFIG);

	(void)state;
	hall_goes_to(&h, h.round);
	for (int i = 0; i < 4; i++) {
		hall_next(&h);
		site_wait(h.d.t, 20000);
	}
	hall_next(&h);
	assert_out(wall_page_of(&h.d), "Tid brukt på talerstolen");
	hall_lead(&h, "taler_tid 1");
	assert_in(wall_page_of(&h.d), "Tid brukt på talerstolen");
	assert_in(wall_page_of(&h.d), "1\u00a0min</td>");
	assert_out(wall_page_of(&h.d), "20\u00a0s</td>");       /* the director's alone */
	assert_in(wall_page_of(&h.d), "når minst tre personer har hatt ordet");
	assert_out(wall_page_of(&h.d), "Kari Nordmann");
	assert_in(console_of(&h), "Tid per person (bare her)");
	assert_in(console_of(&h), "20\u00a0s</td>");
	assert_out(phone_page_of(&h, &h.kari), "20\u00a0s</td>");
	hall_lead(&h, "taler_tid 0");
	assert_out(wall_page_of(&h.d), "Tid brukt på talerstolen");
	hall_close(&h);
}

static void when_the_samling_ends_only_sums_of_roles_remain(void **state)
{
	struct hall h = hall_open(LIST_CONFIG);

	(void)state;
	hall_goes_to(&h, h.round);
	for (int i = 0; i < 4; i++) {
		hall_next(&h);
		site_wait(h.d.t, 20000);
	}
	for (int again = 0; again < 2; again++) {
		hall_lead(&h, "avslutt");
		assert_int_equal(site_sql(h.d.t, "SELECT count(*) FROM taler"), 0);
		assert_int_equal(site_sql(h.d.t, "SELECT antall FROM talersum WHERE rolle = 0"), 3);
		assert_int_equal(site_sql(h.d.t, "SELECT brukt FROM talersum WHERE rolle = 0"),
		                 60000);
		assert_int_equal(site_sql(h.d.t, "SELECT brukt FROM talersum WHERE rolle = 1"), 0);
		hall_lead(&h, "gjenaapne");
	}
	hall_goes_to(&h, h.round);
	assert_out(console_of(&h), "Tid per person");
	assert_out(console_of(&h), "Start runden");
	assert_in(console_of(&h), "1\u00a0min</td>");
	hall_close(&h);
}

static void the_report_has_sums_and_no_names(void **state)
{
	static const char *const files[] = { "", ".json", ".csv" };
	struct hall h = hall_open(LIST_CONFIG);
	const char *report = site_path(h.d.t, "/samling/%lld/rapport", (long long)h.d.samling);

	(void)state;
	hall_goes_to(&h, h.round);
	for (int i = 0; i < 4; i++) {
		hall_next(&h);
		site_wait(h.d.t, 20000);
	}
	hall_lead(&h, "avslutt");
	assert_in(site_get(&h.d.anna, report).body, "1\u00a0min</td>");
	for (size_t i = 0; i < 3; i++) {
		struct answer a = site_get(&h.d.anna, site_path(h.d.t, "%s%s", report, files[i]));

		assert_int_equal(a.status, 200);
		assert_out(a.body, "Kari Nordmann");
		assert_out(a.body, "20\u00a0s");
	}
	assert_int_equal(site_post(&h.d.anna, site_path(h.d.t, "%s/frigi", report), "frigi", "1",
	                           NULL).status, 303);
	assert_in(site_get(&h.kari, site_path(h.d.t, "/s/%lld/rapport",
	                                      (long long)h.d.samling)).body, "1\u00a0min</td>");
	hall_close(&h);
}

/* ---- what nobody may ---- */

static void nobody_acts_for_anothers_place(void **state)
{
	struct hall h = hall_open(LIST_CONFIG);
	const char *karis;

	(void)state;
	hall_goes_to(&h, h.list);
	hall_asks(&h, &h.kari, "be_om_ordet innlegg");
	karis = site_path(h.d.t, "trekk_ordet %lld", (long long)place_of(&h, "Kari Nordmann"));
	assert_int_equal(hall_phone(&h, &h.per, karis, NULL).status, 403);
	assert_int_equal(hall_phone(&h, &h.nameless, karis, NULL).status, 403);
	assert_int_equal(hall_phone(&h, &h.per, "taler_strek 1", NULL).status, 403);
	assert_int_equal(hall_phone(&h, &h.per, "be_om_ordet ", NULL).status, 404);
	assert_int_equal(hall_phone(&h, &h.per, "be_om_ordet tale", NULL).status, 404);
	assert_int_equal(hall_phone(&h, &h.per, "trekk_ordet 99999", NULL).status, 303);
	assert_string_equal(queue_of(&h), "Kari Nordmann");
	hall_asks(&h, &h.kari, karis);
	hall_asks(&h, &h.kari, karis);                          /* sent again */
	assert_string_equal(queue_of(&h), "");
	hall_close(&h);
}

static void ids_of_others_do_nothing(void **state)
{
	static const char *const acts[] = {
		"taler_naa %lld", "taler_fjern %lld", "taler_mer %lld",
		"taler_klokke pause %lld", "taler_flytt %lld 0 1", "taler_naa 0%lld0",
	};
	struct hall h = hall_open(LIST_CONFIG);
	int64_t foreign;

	(void)state;
	hall_goes_to(&h, h.list);
	hall_type(&h, "taler_legg_til innlegg", "Gruppe 1-2");
	foreign = site_sql(h.d.t, "INSERT INTO taler (punkt, tekst, rolle, plass, sekunder) "
	                   "VALUES (%lld, 'Annen liste', 0, 1, 60)", (long long)h.round);
	for (size_t i = 0; i < sizeof acts / sizeof *acts; i++) {
		char act[64];

		snprintf(act, sizeof act, acts[i], (long long)foreign);
		assert_int_equal(press(&h.d, &h.d.anna, moment_now(&h.d), act).status, 409);
	}
	assert_int_equal(press(&h.d, &h.d.anna, moment_now(&h.d), "taler_klokke bort").status,
	                 404);
	assert_int_equal(press(&h.d, &h.d.anna, moment_now(&h.d), "taler_sorter alder").status,
	                 404);
	assert_int_equal(site_sql(h.d.t, "SELECT count(*) FROM taler WHERE fase = 0"), 3);
	hall_close(&h);
}

static void where_the_chair_alone_gives_the_floor_phones_may_not_ask(void **state)
{
	struct hall h = hall_open("{\"tekst\":\"\",\"sekunder\":120,\"replikk\":60,\"replikker\":0,"
	                          "\"telefon\":false,\"orden\":false,\"navn\":true,\"lyd\":false}");

	(void)state;
	hall_goes_to(&h, h.list);
	assert_out(phone_page_of(&h, &h.kari), "Be om ordet");
	assert_int_equal(hall_phone(&h, &h.kari, "be_om_ordet innlegg", NULL).status, 422);
	hall_goes_to(&h, h.round);
	assert_int_equal(hall_phone(&h, &h.kari, "be_om_ordet innlegg", NULL).status, 422);
	assert_int_equal(site_sql(h.d.t, "SELECT count(*) FROM taler"), 0);
	hall_close(&h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_chair_orders_the_queue),
		cmocka_unit_test(two_leaders_at_once_give_the_floor_once),
		cmocka_unit_test(the_clock_is_stopped_goes_on_and_gets_more),
		cmocka_unit_test(the_last_next_is_taken_back),
		cmocka_unit_test(a_restart_keeps_who_speaks_and_the_clock),
		cmocka_unit_test(an_item_left_in_the_middle_stops_the_clock),
		cmocka_unit_test(the_clicker_gives_the_floor_too),
		cmocka_unit_test(the_hall_sees_the_time_of_roles_and_never_of_persons),
		cmocka_unit_test(when_the_samling_ends_only_sums_of_roles_remain),
		cmocka_unit_test(the_report_has_sums_and_no_names),
		cmocka_unit_test(nobody_acts_for_anothers_place),
		cmocka_unit_test(ids_of_others_do_nothing),
		cmocka_unit_test(where_the_chair_alone_gives_the_floor_phones_may_not_ask),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
