/* The console: a day is led, by two, and by those with smaller rights. */
#include "konsoll_scene.h"

#include <dirent.h>

static const char *console(struct day_scene *d)
{
	struct answer a = site_get(&d->anna, site_path(d->t, "/samling/%lld/konsoll",
	                                               (long long)d->samling));

	assert_int_equal(a.status, 200);
	return a.body;
}

static int64_t under_way(struct day_scene *d)
{
	return site_sql(d->t, "SELECT coalesce(naa, 0) FROM samling WHERE id = %lld",
	                (long long)d->samling);
}

static int64_t round_phase(struct day_scene *d)
{
	return site_sql(d->t, "SELECT fase FROM runde ORDER BY id DESC LIMIT 1");
}

/* ---- one key leads the day ---- */

static void a_whole_day_is_led_with_the_next_key(void **state)
{
	struct day_scene d = day_open();

	(void)state;
	assert_in(console(&d), "Start: Velkommen");
	lead(&d, "neste");
	assert_int_equal(under_way(&d), d.welcome);
	assert_int_equal(site_sql(d.t, "SELECT fase FROM samling"), PHASE_LIVE);
	assert_in(console(&d), "Gå til neste: Avstemning");
	assert_in(console(&d), "HEMMELIG NOTAT");
	lead(&d, "neste");
	assert_in(console(&d), "Åpne for svar");
	lead(&d, "neste");
	assert_in(console(&d), "Lukk runden");
	assert_in(console(&d), "0 av 8 har svart");
	hall_answers(&d, "valg", "1");
	assert_in(console(&d), "8 av 8 har svart");
	assert_in(console(&d), "Resultatet er skjult for alle til runden er lukket");
	lead(&d, "neste");
	assert_int_equal(round_phase(&d), ROUND_CLOSED);
	assert_in(console(&d), "Vis resultatet");
	lead(&d, "neste");
	assert_int_equal(site_sql(d.t, "SELECT vist FROM runde"), 1);
	lead(&d, "neste");
	assert_int_equal(under_way(&d), d.words);
	lead(&d, "neste");
	lead(&d, "neste");
	assert_in(console(&d), "Avslutt dagen");
	lead(&d, "neste");
	assert_int_equal(under_way(&d), 0);
	assert_in(console(&d), "Start dag 2: Dag to");
	lead(&d, "neste");
	assert_int_equal(under_way(&d), d.second);
	assert_int_equal(site_sql(d.t, "SELECT dag FROM samling"), 2);
	lead(&d, "neste");
	assert_in(console(&d), "Avslutt samlingen");
	lead(&d, "neste");
	assert_int_equal(site_sql(d.t, "SELECT fase FROM samling"), PHASE_ENDED);
	lead(&d, "gjenaapne");
	assert_int_equal(site_sql(d.t, "SELECT fase FROM samling"), PHASE_LIVE);
	site_close(d.t);
}

static void the_day_ended_by_mistake_is_taken_back(void **state)
{
	struct day_scene d = day_open();

	(void)state;
	lead(&d, site_path(d.t, "gaatil %lld", (long long)d.words));
	lead(&d, "neste");
	lead(&d, "neste");
	lead(&d, "neste");
	assert_int_equal(under_way(&d), 0);
	lead(&d, "tilbake");
	assert_int_equal(under_way(&d), d.words);
	site_close(d.t);
}

static void moving_on_closes_what_is_open(void **state)
{
	struct day_scene d = day_open();

	(void)state;
	lead(&d, site_path(d.t, "gaatil %lld", (long long)d.vote));
	lead(&d, "neste");
	assert_int_equal(round_phase(&d), ROUND_OPEN);
	lead(&d, site_path(d.t, "gaatil %lld", (long long)d.words));
	assert_int_equal(round_phase(&d), ROUND_CLOSED);
	assert_int_equal(under_way(&d), d.words);
	assert_int_equal(press(&d, &d.anna, moment_now(&d), "gaatil 777").status, 404);
	site_close(d.t);
}

static size_t secrets(struct day_scene *d)
{
	DIR *dir = opendir(site_path(d->t, "%s/hemmelig", d->t->dir));
	size_t n = 0;

	assert_non_null(dir);
	for (struct dirent *e = readdir(dir); e != NULL; e = readdir(dir))
		n += e->d_name[0] != '.';
	closedir(dir);
	return n;
}

static void ending_from_the_plan_leaves_nothing_open(void **state)
{
	struct day_scene d = day_open();
	const char *phase = site_path(d.t, "/samling/%lld/fase", (long long)d.samling);

	(void)state;
	lead(&d, site_path(d.t, "gaatil %lld", (long long)d.vote));
	lead(&d, "neste");
	hall_answers(&d, "valg", "0");
	assert_int_equal(secrets(&d), 1);
	assert_int_equal(site_post(&d.anna, phase, "fra", "1", "til", "2", NULL).status, 409);
	assert_int_equal(round_phase(&d), ROUND_OPEN);
	assert_int_equal(site_post(&d.anna, phase, "fra", "2", "til", "3", NULL).status, 303);
	assert_int_equal(site_sql(d.t, "SELECT fase FROM samling"), PHASE_ENDED);
	assert_int_equal(round_phase(&d), ROUND_CLOSED);
	assert_int_equal(secrets(&d), 0);
	assert_int_equal(under_way(&d), 0);
	assert_int_equal(site_sql(d.t, "SELECT antall FROM runde"), HALL);
	site_close(d.t);
}

static void the_day_under_way_is_always_there(void **state)
{
	struct day_scene d = day_open();
	const char *gone = site_path(d.t, "/samling/%lld/dag/2/slett", (long long)d.samling);

	(void)state;
	lead(&d, site_path(d.t, "gaatil %lld", (long long)d.second));
	lead(&d, site_path(d.t, "opp %lld", (long long)d.second));
	assert_int_equal(site_sql(d.t, "SELECT dag FROM samling"), 1);
	assert_int_equal(under_way(&d), d.second);
	assert_in(console(&d), "Dag to");
	lead(&d, site_path(d.t, "ned %lld", (long long)d.second));
	assert_int_equal(site_sql(d.t, "SELECT dag FROM samling"), 2);
	lead(&d, "neste");                              /* the day is over, not the item's */
	lead(&d, site_path(d.t, "opp %lld", (long long)d.second));
	assert_int_equal(site_post(&d.anna, gone, NULL).status, 409);
	assert_in(console(&d), "Program, dag 2");
	assert_in(wall_page_of(&d), "Lillevik");
	lead(&d, site_path(d.t, "gaatil %lld", (long long)d.welcome));
	assert_int_equal(site_post(&d.anna, gone, NULL).status, 303);
	assert_in(console(&d), "Program, dag 1");
	site_close(d.t);
}

static void a_round_gets_a_clock_and_another_minute(void **state)
{
	struct day_scene d = day_open();
	int64_t now = d.t->clock.wall_ms;

	(void)state;
	lead(&d, site_path(d.t, "gaatil %lld", (long long)d.vote));
	lead(&d, "neste");
	lead(&d, "klokke 120");
	assert_int_equal(site_sql(d.t, "SELECT slutt FROM runde"), now + 120000);
	lead(&d, "minutt");
	assert_int_equal(site_sql(d.t, "SELECT slutt FROM runde"), now + 180000);
	lead(&d, "klokke 60");
	assert_int_equal(site_sql(d.t, "SELECT slutt FROM runde"), now + 60000);
	assert_int_equal(site_sql(d.t, "SELECT total FROM runde"), 60000);
	lead(&d, "klokke 0");
	assert_int_equal(site_sql(d.t, "SELECT slutt IS NULL FROM runde"), 1);
	lead(&d, "neste");
	lead(&d, "igjen");
	assert_int_equal(site_sql(d.t, "SELECT nr FROM runde ORDER BY id DESC"), 2);
	site_close(d.t);
}

/* ---- two at once ---- */

static void two_who_press_next_at_once_move_the_day_one_step(void **state)
{
	struct day_scene d = day_open();
	struct answer a;

	(void)state;
	for (int step = 0; step < 6; step++) {
		struct moment same = moment_now(&d);
		int64_t rounds, item;

		assert_int_equal(press(&d, &d.anna, same, "neste").status, 303);
		rounds = site_sql(d.t, "SELECT coalesce(sum(100 * id + 10 * fase + vist), 0) "
		                  "FROM runde");
		item = under_way(&d);
		a = press(&d, &d.bo, same, "neste");
		assert_int_equal(a.status, 303);
		assert_in(a.to, "sen=1");
		assert_int_equal(under_way(&d), item);
		assert_int_equal(site_sql(d.t, "SELECT coalesce(sum(100 * id + 10 * fase + vist), "
		                          "0) FROM runde"), rounds);
	}
	assert_in(site_get(&d.bo, a.to).body, "Noen var før deg");
	site_close(d.t);
}

static void who_came_late_sees_how_it_stands(void **state)
{
	struct day_scene d = day_open();
	struct moment before = moment_now(&d);
	struct answer a;

	(void)state;
	lead(&d, "neste");
	d.bo.bit = true;
	a = press(&d, &d.bo, before, "neste");
	assert_int_equal(a.status, 409);
	assert_in(a.body, "Noen var før deg");
	assert_in(a.body, "Gå til neste: Avstemning");
	assert_out(a.body, "<html");
	a = press(&d, &d.bo, moment_of(&d, a.body), "neste");
	assert_int_equal(a.status, 200);
	assert_in(a.body, "Åpne for svar");
	assert_out(a.body, "Noen var før deg");
	site_close(d.t);
}

/* ---- what more a leader does ---- */

static void hands_are_counted_by_steps_and_by_numbers(void **state)
{
	struct day_scene d = day_open();
	const char *styr;
	struct moment m;

	(void)state;
	lead(&d, site_path(d.t, "gaatil %lld", (long long)d.vote));
	lead(&d, "neste");
	m = moment_now(&d);
	press(&d, &d.anna, m, "haand 0 +1");        /* both from the same picture */
	press(&d, &d.bo, m, "haand 0 +1");
	assert_int_equal(site_sql(d.t, "SELECT antall FROM handtelling WHERE verdi = '0'"), 2);
	lead(&d, "haand 0 -1");
	lead(&d, "haand 1 -1");
	assert_int_equal(site_sql(d.t, "SELECT antall FROM handtelling WHERE verdi = '0'"), 1);
	assert_int_equal(site_sql(d.t, "SELECT count(*) FROM handtelling WHERE antall < 0"), 0);
	styr = site_path(d.t, "/samling/%lld/styr", (long long)d.samling);
	assert_int_equal(site_post(&d.anna, styr, "handling", "hender", "sett", m.sett, "runde",
	                           m.runde, "fase", m.fase, "hender", "7", "hender", "12",
	                           NULL).status, 303);
	assert_int_equal(site_sql(d.t, "SELECT sum(antall) FROM handtelling"), 19);
	assert_int_equal(site_post(&d.anna, styr, "handling", "hender", "sett", m.sett, "runde",
	                           m.runde, "fase", m.fase, "hender", "3", "hender", "mange",
	                           NULL).status, 422);
	assert_in(console(&d), "19 av 19 har svart");
	assert_int_equal(press(&d, &d.anna, m, "haand 9 +1").status, 404);
	site_close(d.t);
}

static void a_text_waits_is_let_through_and_is_taken_away(void **state)
{
	struct day_scene d = day_open();

	(void)state;
	lead(&d, site_path(d.t, "gaatil %lld", (long long)d.words));
	lead(&d, "neste");
	hall_answers(&d, "tekst", "Samspill");
	assert_in(console(&d), "Godkjenn «Samspill»");
	assert_out(wall_stream_of(&d), "Samspill");
	lead(&d, "tekst_vis samspill");
	assert_out(console(&d), "Godkjenn «Samspill»");
	assert_in(wall_stream_of(&d), "Samspill");
	lead(&d, "tekst_skjul samspill");
	assert_in(console(&d), "Vis «Samspill» igjen");
	assert_out(wall_stream_of(&d), "Samspill");
	assert_out(wall_page_of(&d), "Samspill");
	assert_int_equal(press(&d, &d.anna, moment_now(&d), "tekst_skjul ").status, 404);
	site_close(d.t);
}

static void a_conclusion_goes_to_the_item_it_was_written_at(void **state)
{
	struct day_scene d = day_open();
	struct moment m;

	(void)state;
	lead(&d, site_path(d.t, "gaatil %lld", (long long)d.vote));
	m = moment_now(&d);
	lead(&d, site_path(d.t, "gaatil %lld", (long long)d.words));
	assert_int_equal(site_post(&d.bo, site_path(d.t, "/samling/%lld/styr",
	                 (long long)d.samling), "handling", "konklusjon", "sett", m.sett,
	                 "tekst", "Vi ble enige", NULL).status, 303);
	assert_string_equal(site_sql_text(d.t, "SELECT konklusjon FROM punkt WHERE id = %lld",
	                                  (long long)d.vote), "Vi ble enige");
	assert_string_equal(site_sql_text(d.t, "SELECT hvem || ', ' || detalj FROM protokoll "
	                                  "WHERE hva = 'konklusjon'"),
	                    "Lenke i test, Avstemning");
	site_close(d.t);
}

static void a_question_is_improvised_in_two_actions(void **state)
{
	static const struct { const char *act, *kind; } cases[] = {
		{ "improviser janei", "puls" }, { "improviser ordsky", "ordsky" },
		{ "improviser aapent", "aapent" },
	};
	struct day_scene d = day_open();
	const char *styr = site_path(d.t, "/samling/%lld/styr", (long long)d.samling);
	struct answer a;

	(void)state;
	a = site_post(&d.anna, styr, "handling", "improviser ordsky", "sett", "0", "tekst",
	              "Hvem?", NULL);
	assert_int_equal(a.status, 422);
	assert_in(a.body, "Start programmet først.");
	assert_in(a.body, "value=\"Hvem?\"");
	lead(&d, "neste");
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct moment m = moment_now(&d);

		a = site_post(&d.anna, styr, "handling", cases[i].act, "sett", m.sett, "tekst",
		              "Er vi <i>i rute</i>?", NULL);
		assert_int_equal(a.status, 303);
		assert_string_equal(site_sql_text(d.t, "SELECT slag FROM punkt p JOIN samling s "
		                    "ON s.naa = p.id"), cases[i].kind);
		assert_int_equal(round_phase(&d), ROUND_OPEN);
		assert_in(wall_page_of(&d), "Er vi &lt;i&gt;i rute&lt;/i&gt;?");
	}
	a = site_post(&d.anna, styr, "handling", "improviser pause", "sett",
	              moment_now(&d).sett, "tekst", "Hei", NULL);
	assert_int_equal(a.status, 404);
	lead(&d, "neste");
	assert_in(console(&d), "Gå til neste: Avstemning");
	site_close(d.t);
}

static void a_late_day_is_moved_with_one_press(void **state)
{
	struct day_scene d = day_open();       /* at 09.00; the plan began at 08.30 */

	(void)state;
	lead(&d, "neste");
	assert_in(console(&d), "Flytt resten 30 min senere");
	assert_in(wall_page_of(&d), "I rute");
	lead(&d, "etter 30");
	assert_out(console(&d), "Flytt resten");
	assert_in(console(&d), "09.15");
	assert_in(wall_page_of(&d), "30 min etter");
	lead(&d, "etter 0");
	assert_in(wall_page_of(&d), "I rute");
	assert_int_equal(press(&d, &d.anna, moment_now(&d), "etter 601").status, 404);
	assert_int_equal(press(&d, &d.anna, moment_now(&d), "etter -9223372036854775808").status,
	                 404);
	assert_int_equal(site_sql(d.t, "SELECT etter FROM samling"), 0);
	site_close(d.t);
}

static void the_agenda_is_reordered_from_the_console(void **state)
{
	struct day_scene d = day_open();

	(void)state;
	lead(&d, site_path(d.t, "opp %lld", (long long)d.words));
	assert_true(site_sql(d.t, "SELECT plass FROM punkt WHERE id = %lld", (long long)d.words) <
	            site_sql(d.t, "SELECT plass FROM punkt WHERE id = %lld", (long long)d.vote));
	site_close(d.t);
}

/* ---- who may ---- */

static void only_leaders_have_a_console(void **state)
{
	struct day_scene d = day_open();
	int64_t other = site_samling(d.t, "9998", PHASE_READY);
	struct browser elsewhere = site_veileder(d.t, other);
	struct browser contact = site_kontakt(d.t, "9999");
	struct browser *no[] = { &elsewhere, &contact, &d.phone[0], &d.stranger };
	struct moment m = moment_now(&d);
	const char *path = site_path(d.t, "/samling/%lld/konsoll", (long long)d.samling);

	(void)state;
	for (size_t i = 0; i < sizeof no / sizeof no[0]; i++) {
		assert_int_not_equal(site_get(no[i], path).status, 200);
		assert_true(press(&d, no[i], m, "neste").status >= 403);
	}
	assert_int_equal(under_way(&d), 0);
	d.anna.token = "";
	assert_int_equal(press(&d, &d.anna, m, "neste").status, 403);
	d.anna.token = NULL;
	d.anna.origin = "http://somewhere.example";
	assert_int_equal(press(&d, &d.anna, m, "neste").status, 403);
	assert_int_equal(under_way(&d), 0);
	d.anna.origin = NULL;
	assert_int_equal(press(&d, &d.anna, m, "finnes_ikke").status, 404);
	site_close(d.t);
}

static void a_co_leaders_link_opens_the_console_and_may_be_used_again(void **state)
{
	struct day_scene d = day_open();
	const char *path = site_path(d.t, "/medleder/%s", site_link(d.t, d.samling, LINK_CONSOLE));

	(void)state;
	for (int device = 0; device < 2; device++) {
		struct browser b = { .t = d.t };
		struct answer a = site_get(&b, path);

		assert_int_equal(a.status, 200);
		assert_in(a.body, "Basisprogram");
		assert_int_equal(b.n_cookie, 0);
		a = site_post(&b, path, NULL);
		assert_int_equal(a.status, 303);
		assert_int_equal(site_get(&b, a.to).status, 200);
	}
	assert_int_equal(site_get(&d.stranger, site_path(d.t, "/medleder/%s", d.wall)).status, 404);
	assert_int_equal(site_post(&d.stranger, site_path(d.t, "/medleder/%s", d.wall),
	                           NULL).status, 404);
	site_close(d.t);
}

/* A link can be revoked; what it had handed on could not. */
static void a_co_leader_by_link_says_not_who_leads(void **state)
{
	struct day_scene d = day_open();
	const char *links = site_path(d.t, "/samling/%lld/lenker", (long long)d.samling);
	const char *people = site_path(d.t, "/samling/%lld/veiledere", (long long)d.samling);
	int64_t anna = site_sql(d.t, "SELECT person FROM samling_veileder");

	(void)state;
	site_person(d.t, STAFF_VEILEDER, "ny@lillevik.example", NULL);
	assert_int_equal(site_post(&d.bo, links, "slag", "3", "navn", "Salen", NULL).status, 200);
	assert_int_equal(site_post(&d.bo, links, "slag", "2", "navn", "En til", NULL).status, 403);
	assert_int_equal(site_post(&d.bo, people, "epost", "ny@lillevik.example", NULL).status,
	                 403);
	assert_int_equal(site_post(&d.anna, people, "epost", "ny@lillevik.example", NULL).status,
	                 303);
	assert_int_equal(site_post(&d.bo, site_path(d.t, "%s/%lld/fjern", people,
	                           (long long)anna), NULL).status, 403);
	assert_int_equal(site_sql(d.t, "SELECT count(*) FROM samling_veileder"), 2);
	site_close(d.t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_whole_day_is_led_with_the_next_key),
		cmocka_unit_test(the_day_ended_by_mistake_is_taken_back),
		cmocka_unit_test(moving_on_closes_what_is_open),
		cmocka_unit_test(ending_from_the_plan_leaves_nothing_open),
		cmocka_unit_test(the_day_under_way_is_always_there),
		cmocka_unit_test(a_round_gets_a_clock_and_another_minute),
		cmocka_unit_test(two_who_press_next_at_once_move_the_day_one_step),
		cmocka_unit_test(who_came_late_sees_how_it_stands),
		cmocka_unit_test(hands_are_counted_by_steps_and_by_numbers),
		cmocka_unit_test(a_text_waits_is_let_through_and_is_taken_away),
		cmocka_unit_test(a_conclusion_goes_to_the_item_it_was_written_at),
		cmocka_unit_test(a_question_is_improvised_in_two_actions),
		cmocka_unit_test(a_late_day_is_moved_with_one_press),
		cmocka_unit_test(the_agenda_is_reordered_from_the_console),
		cmocka_unit_test(only_leaders_have_a_console),
		cmocka_unit_test(a_co_leaders_link_opens_the_console_and_may_be_used_again),
		cmocka_unit_test(a_co_leader_by_link_says_not_who_leads),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
