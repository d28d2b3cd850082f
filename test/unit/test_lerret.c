/* The wall and those who steer it from afar: what they see, and what they cannot do. */
#include "konsoll_scene.h"

#include "app/lerret/lerret.h"
#include "web/qr.h"

static int64_t under_way(struct day_scene *d)
{
	return site_sql(d->t, "SELECT coalesce(naa, 0) FROM samling WHERE id = %lld",
	                (long long)d->samling);
}

/* ---- what is on it ---- */

static void before_the_day_the_wall_says_welcome_and_how_to_join(void **state)
{
	struct day_scene d = day_open();
	const char *wall = wall_page_of(&d);

	(void)state;
	assert_in(wall, "Velkommen");
	assert_in(wall, "Lillevik kommune");
	assert_in(wall, "<span>2000</span> <span>0001</span>");
	assert_in(wall, "class=\"qr\"");
	assert_in(wall, "Avstemning");
	assert_in(wall, "data-alltid");
	assert_out(wall, "name=\"token\"");
	site_close(d.t);
}

static void the_wall_says_the_days_last_words(void **state)
{
	struct day_scene d = day_open();

	(void)state;
	lead(&d, site_path(d.t, "gaatil %lld", (long long)d.words));
	for (int i = 0; i < 3; i++)
		lead(&d, "neste");
	assert_in(wall_page_of(&d), "Takk for i dag");
	assert_in(wall_page_of(&d), "Vi fortsetter lørdag 16. januar 2027 klokka 08.30.");
	lead(&d, "neste");
	lead(&d, "neste");
	lead(&d, "neste");
	assert_in(wall_page_of(&d), "Takk for innsatsen");
	assert_out(wall_page_of(&d), "Rapporten");
	assert_out(wall_page_of(&d), "class=\"qr\"");
	site_sql(d.t, "UPDATE samling SET frigitt = 1");
	assert_in(wall_page_of(&d), "Rapporten");
	site_close(d.t);
}

static void a_black_wall_says_whose_it_is_and_nothing_else(void **state)
{
	struct day_scene d = day_open();
	const char *wall;

	(void)state;
	lead(&d, site_path(d.t, "gaatil %lld", (long long)d.vote));
	lead(&d, "neste");
	lead(&d, "svart 1");
	wall = wall_stream_of(&d);
	assert_in(wall, "Lillevik kommune");
	assert_in(wall, "Basisprogram");
	assert_out(wall, "Hva er viktigst?");
	assert_out(wall, "class=\"qr\"");
	lead(&d, "svart 1");                            /* says which, so twice is once */
	assert_out(wall_stream_of(&d), "Hva er viktigst?");
	lead(&d, "svart 0");
	assert_in(wall_stream_of(&d), "Hva er viktigst?");
	site_close(d.t);
}

static void the_question_is_told_when_it_is_asked(void **state)
{
	struct day_scene d = day_open();

	(void)state;
	lead(&d, site_path(d.t, "gaatil %lld", (long long)d.vote));
	assert_in(wall_page_of(&d), "Spørsmålet åpnes snart");
	assert_out(wall_page_of(&d), "Roller");
	lead(&d, "neste");
	lead(&d, "klokke 60");
	assert_in(wall_page_of(&d), "Hva er viktigst?");
	assert_in(wall_page_of(&d), "Roller");
	assert_in(wall_page_of(&d), "data-ring=\"ring\"");
	assert_in(wall_page_of(&d), "Neste: Ordskyen");
	site_close(d.t);
}

/* Every picture of a day, by page and by stream: no note, no hidden text, no result before
 * it is shown, no single answer. */
static void the_wall_is_never_told_what_the_hall_may_not_see(void **state)
{
	static const char *const acts[] = { "neste", "neste", "neste", "ANSWER", "neste" };
	struct day_scene d = day_open();

	(void)state;
	for (size_t i = 0; i < sizeof acts / sizeof acts[0]; i++) {
		const char *seen[2];

		if (strcmp(acts[i], "ANSWER") == 0)
			hall_answers(&d, "valg", "1");
		else
			lead(&d, acts[i]);
		seen[0] = wall_page_of(&d);
		seen[1] = wall_stream_of(&d);
		for (size_t s = 0; s < 2; s++) {
			assert_out(seen[s], "HEMMELIG NOTAT");
			assert_out(seen[s], "100");     /* per cent of the one choice */
			assert_out(seen[s], "class=\"stolper");
		}
	}
	lead(&d, "neste");
	assert_in(wall_stream_of(&d), "class=\"stolper");
	assert_out(wall_stream_of(&d), "HEMMELIG NOTAT");
	site_close(d.t);
}

static void the_counter_on_the_wall_moves_in_steps(void **state)
{
	struct day_scene d = day_open();
	const char *round;

	(void)state;
	lead(&d, site_path(d.t, "gaatil %lld", (long long)d.vote));
	lead(&d, "neste");
	round = site_path(d.t, "%lld", (long long)site_sql(d.t, "SELECT max(id) FROM runde"));
	for (size_t i = 0; i < HALL; i++) {
		static const char *const said[HALL] = { "0", "0", "0", "0", "5", "5", "5", "8" };

		site_post(&d.phone[i], site_path(d.t, "/s/%lld/svar", (long long)d.samling),
		          "runde", round, "valg", "0", NULL);
		assert_in(wall_stream_of(&d), site_path(d.t, "<span class=\"tall\">%s</span> har "
		                                        "svart", said[i]));
	}
	site_close(d.t);
}

/* ---- who may steer it ---- */

static struct answer steer(struct day_scene *d, const char *path, struct moment m,
                           const char *act)
{
	return site_post(&d->stranger, path, "handling", act, "sett", m.sett, "runde", m.runde,
	                 "fase", m.fase, NULL);
}

static void a_wall_that_only_shows_cannot_be_steered(void **state)
{
	struct day_scene d = day_open();
	struct moment m = moment_now(&d);

	(void)state;
	assert_int_equal(steer(&d, site_path(d.t, "/lerret/%s/styr", d.wall), m, "neste").status,
	                 404);
	assert_int_equal(steer(&d, site_path(d.t, "/fjern/%s/styr", d.wall), m, "neste").status,
	                 404);
	assert_int_equal(site_get(&d.stranger, site_path(d.t, "/fjern/%s", d.wall)).status, 404);
	assert_int_equal(under_way(&d), 0);
	site_close(d.t);
}

static void a_clicker_leads_the_day_and_gets_the_wall_back(void **state)
{
	struct day_scene d = day_open();
	const char *path = site_path(d.t, "/lerret/%s", d.clicker);
	struct answer a = site_get(&d.stranger, path);

	(void)state;
	assert_in(a.body, "data-tast=\"neste\"");
	lead(&d, "neste");      /* the samling is begun from the console */
	a = site_get(&d.stranger, path);
	d.stranger.bit = true;  /* the script presses */
	a = steer(&d, site_path(d.t, "%s/styr", path), moment_of(&d, a.body), "neste");
	assert_int_equal(a.status, 200);
	assert_int_equal(under_way(&d), d.vote);
	assert_in(a.body, "id=\"flate\"");
	assert_out(a.body, "HEMMELIG NOTAT");
	assert_out(a.body, "id=\"k-naa\"");
	a = steer(&d, site_path(d.t, "%s/styr", path), moment_of(&d, a.body), "svart 1");
	assert_in(a.body, "class=\"svart\"");
	site_close(d.t);
}

static void a_leader_at_the_wall_gets_the_wall_and_not_the_console(void **state)
{
	struct day_scene d = day_open();
	const char *path = site_path(d.t, "/samling/%lld/lerret", (long long)d.samling);
	struct answer a = site_get(&d.anna, path);
	struct moment m = moment_of(&d, a.body);

	(void)state;
	assert_out(a.body, "HEMMELIG NOTAT");
	a = site_post(&d.anna, site_path(d.t, "%s/styr", path), "handling", "neste", "sett", m.sett,
	              "runde", m.runde, "fase", m.fase, NULL);
	assert_int_equal(a.status, 303);        /* without the script: the wall anew */
	assert_string_equal(a.to, path);
	assert_int_equal(under_way(&d), d.welcome);
	assert_out(a.body, "HEMMELIG NOTAT");
	assert_out(a.body, "k-naa");
	site_close(d.t);
}

static void the_remote_does_the_keys_and_no_more(void **state)
{
	static const char *const no[] = {
		"igjen", "etter 5", "gaatil 2", "avslutt", "gjenaapne", "opp 2", "ned 1",
		"haand 0 +1", "hender", "tekst_vis a", "tekst_skjul a", "konklusjon",
		"improviser ordsky",
	};
	struct day_scene d = day_open();
	const char *path = site_path(d.t, "/fjern/%s", d.remote);
	const char *styr = site_path(d.t, "%s/styr", path);
	struct answer a;

	(void)state;
	lead(&d, site_path(d.t, "gaatil %lld", (long long)d.vote));
	a = site_get(&d.stranger, path);
	assert_int_equal(a.status, 200);
	assert_in(a.body, "Åpne for svar");
	assert_out(a.body, "HEMMELIG NOTAT");
	for (size_t i = 0; i < sizeof no / sizeof no[0]; i++)
		assert_int_equal(steer(&d, styr, moment_now(&d), no[i]).status, 403);
	assert_int_equal(steer(&d, styr, moment_now(&d), "neste").status, 303);
	assert_int_equal(site_sql(d.t, "SELECT fase FROM runde"), ROUND_OPEN);
	hall_answers(&d, "valg", "0");
	assert_in(site_get(&d.stranger, path).body, "<span class=\"tall\">8</span> har svart");
	steer(&d, styr, moment_now(&d), "klokke 60");
	steer(&d, styr, moment_now(&d), "minutt");
	assert_int_equal(site_sql(d.t, "SELECT total FROM runde"), 120000);
	d.stranger.bit = true;
	a = steer(&d, styr, moment_now(&d), "neste");
	assert_int_equal(a.status, 200);
	assert_in(a.body, "Vis resultatet");
	assert_int_equal(steer(&d, styr, moment_now(&d), "vis").status, 200);
	assert_int_equal(site_sql(d.t, "SELECT vist FROM runde"), 1);
	assert_int_equal(steer(&d, styr, moment_now(&d), "tilbake").status, 200);
	assert_int_equal(site_sql(d.t, "SELECT vist FROM runde"), 0);
	assert_int_equal(steer(&d, styr, moment_now(&d), "svart").status, 200);
	assert_int_equal(site_sql(d.t, "SELECT svart FROM samling"), 1);
	site_close(d.t);
}

static void a_remote_does_not_begin_or_end_a_samling(void **state)
{
	struct day_scene d = day_open();
	const char *styr = site_path(d.t, "/fjern/%s/styr", d.remote);

	(void)state;
	assert_int_equal(steer(&d, styr, moment_now(&d), "neste").status, 403);
	assert_int_equal(site_sql(d.t, "SELECT fase FROM samling"), PHASE_READY);
	lead(&d, site_path(d.t, "gaatil %lld", (long long)d.second));
	for (int i = 0; i < 3; i++)
		assert_int_equal(steer(&d, styr, moment_now(&d), "neste").status, 303);
	assert_int_equal(under_way(&d), 0);
	assert_int_equal(site_sql(d.t, "SELECT fase FROM samling"), PHASE_LIVE);
	site_close(d.t);
}

static void a_revoked_link_shows_nothing(void **state)
{
	struct day_scene d = day_open();

	(void)state;
	site_sql(d.t, "UPDATE lenke SET tilbakekalt = 1");
	assert_int_equal(site_get(&d.stranger, site_path(d.t, "/lerret/%s", d.wall)).status, 404);
	assert_int_equal(site_get(&d.stranger, site_path(d.t, "/fjern/%s", d.remote)).status, 404);
	site_close(d.t);
}

/* ---- the code as a picture ---- */

static void a_qr_code_has_its_white_border_and_one_path(void **state)
{
	struct arena *mem = arena_new(1 << 20);
	struct html h = qr_svg(mem, "https://samling.example/k/48291375", "Kode <\">");
	const char *svg = arena_strndup(mem, h.p, h.n);

	(void)state;
	assert_in(svg, "viewBox=\"0 0 37 37\"");
	assert_in(svg, "aria-label=\"Kode &lt;&quot;&gt;\"");
	assert_in(svg, "<path d=\"M4 4h7v1h-7z");
	assert_out(strstr(svg, "<path") + 1, "<path");
	assert_out(svg, "M3 ");
	assert_out(svg, "M33 ");
	arena_free(mem);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(before_the_day_the_wall_says_welcome_and_how_to_join),
		cmocka_unit_test(the_wall_says_the_days_last_words),
		cmocka_unit_test(a_black_wall_says_whose_it_is_and_nothing_else),
		cmocka_unit_test(the_question_is_told_when_it_is_asked),
		cmocka_unit_test(the_wall_is_never_told_what_the_hall_may_not_see),
		cmocka_unit_test(the_counter_on_the_wall_moves_in_steps),
		cmocka_unit_test(a_wall_that_only_shows_cannot_be_steered),
		cmocka_unit_test(a_clicker_leads_the_day_and_gets_the_wall_back),
		cmocka_unit_test(a_leader_at_the_wall_gets_the_wall_and_not_the_console),
		cmocka_unit_test(the_remote_does_the_keys_and_no_more),
		cmocka_unit_test(a_remote_does_not_begin_or_end_a_samling),
		cmocka_unit_test(a_revoked_link_shows_nothing),
		cmocka_unit_test(a_qr_code_has_its_white_border_and_one_path),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
