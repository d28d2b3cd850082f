/* What the hall says of the days: to those who led them, and as figures to those who plan. */
#include "slag_scene.h"

#include <unistd.h>

#include "app/aktivitet/slag/par.h"
#include "app/sider.h"
#include "net/server.h"

#define FORM "{\"temaer\":[\"Roller\",\"Økonomi\",\"Habilitet\",\"Plan\"]," \
	"\"neste\":[\"Budsjett\",\"Beredskap\"]}"

/* Everybody gives the first statement a six, half the second a three; `text` from each. */
static void hall_evaluates(struct day_scene *d, size_t people, const char *text)
{
	item_under_way(d, "evaluering", "Evaluering", FORM);
	lead(d, "neste");
	for (size_t i = 0; i < people; i++) {
		const char *round = site_path(d->t, "%lld", (long long)site_sql(d->t,
		                              "SELECT max(id) FROM runde"));

		assert_int_equal(site_post(&d->phone[i], site_path(d->t, "/s/%lld/svar",
		                 (long long)d->samling), "runde", round, "v1", "1=6", "v2",
		                 i % 2 ? "2=3" : "", "v6", "6=2", "valg", "7=1", "valg", "7=3",
		                 "ogsaa", "8=2", "tekst", text, NULL).status, 303);
	}
}

static void the_hall_gets_thanks_and_a_number(void **state)
{
	struct day_scene d = day_open();

	(void)state;
	hall_evaluates(&d, HALL, "HEMMELIG ROS");
	assert_in(wall_page_of(&d), "To minutter på telefonen.");
	lead(&d, "neste");
	assert_in(wall_page_of(&d), "Takk for svarene!");
	assert_in(wall_page_of(&d), "<span class=\"tall\">8</span> har svart");
	/* No key and no press brings it to the hall. */
	assert_out(console_of(&d), "Vis resultat");
	press(&d, &d.anna, moment_now(&d), "vis");
	assert_out(wall_page_of(&d), "HEMMELIG");
	assert_out(wall_page_of(&d), "6,0");
	assert_out(wall_stream_of(&d), "6,0");
	assert_out(phone_page(&d, 1), "6,0");
	assert_out(hall_report_of(&d), "HEMMELIG");
	assert_out(hall_report_of(&d), "Samlingen var nyttig for meg");
	site_close(d.t);
}

static void next_goes_on_without_showing(void **state)
{
	struct day_scene d = day_open();

	(void)state;
	hall_evaluates(&d, HALL, "");
	lead(&d, "neste");
	assert_in(console_of(&d), "Avslutt dagen");
	site_close(d.t);
}

static void those_who_lead_see_it_at_once(void **state)
{
	struct day_scene d = day_open();
	const char *console;

	(void)state;
	hall_evaluates(&d, HALL, "God stemning");
	console = console_of(&d);                       /* while it is open */
	assert_in(console, "<strong class=\"tall\">6,0</strong>");
	assert_in(console, "God stemning");
	assert_in(console, "×8");
	assert_out(console, "tekst_skjul");             /* nothing to moderate */
	lead(&d, "neste");
	assert_in(report_of(&d), "<strong class=\"tall\">3,0</strong>");
	assert_in(report_of(&d), "God stemning");
	assert_in(report_of(&d), "Habilitet");
	assert_in(report_of(&d), "Beredskap");
	site_close(d.t);
}

/* ---- after the samling has ended ---- */

#define HOUR INT64_C(3600000)

static const char *evaluates(struct day_scene *d, size_t phone, const char *value)
{
	return arena_printf(d->t->mem, "%d", site_post(&d->phone[phone],
		site_path(d->t, "/s/%lld/svar", (long long)d->samling), "runde",
		site_path(d->t, "%lld", (long long)site_sql(d->t, "SELECT max(id) FROM runde")),
		"v1", value, NULL).status);
}

static void a_minute_passes(struct day_scene *d)
{
	d->t->p.site.upkeep_at = 0;
	net_turn(d->t->p.net, 0);
}

static int64_t phase(struct day_scene *d)
{
	return site_sql(d->t, "SELECT fase FROM runde ORDER BY id DESC LIMIT 1");
}

static bool secret(struct day_scene *d)
{
	return access(site_path(d->t, "%s/hemmelig/%lld", d->t->dir, (long long)site_sql(d->t,
	              "SELECT max(id) FROM runde")), F_OK) == 0;
}

/* The evaluation is left open, the programme goes on, and then the samling is over. */
static struct day_scene ended_with_an_open_evaluation(void)
{
	struct day_scene d = day_open();

	hall_evaluates(&d, HALL - 1, "");
	assert_in(console_of(&d), "svare til 48 timer etter");
	lead(&d, site_path(d.t, "gaatil %lld", (long long)d.welcome));
	assert_int_equal(phase(&d), ROUND_OPEN);
	site_wait(d.t, HOUR);
	lead(&d, "avslutt");
	assert_int_equal(site_sql(d.t, "SELECT fase FROM samling"), PHASE_ENDED);
	return d;
}

static void who_joined_may_answer_for_two_days_more(void **state)
{
	struct day_scene d = ended_with_an_open_evaluation();
	struct program_options o = { .dir = d.t->dir, .listen = "127.0.0.1:0" };

	(void)state;
	assert_in(phone_page(&d, HALL - 1), "Du kan svare her til ");
	assert_in(phone_page(&d, HALL - 1), "name=\"v1\"");
	assert_in(phone_page(&d, 0), "Takk, svaret ditt er lagret");
	assert_out(phone_page(&d, 0), "data-slutt");
	site_wait(d.t, 46 * HOUR);
	program_close(&d.t->p);
	assert_true(program_open(&d.t->p, &o, all_pages));
	d.t->p.world = world_fake(&d.t->clock);
	site_wait(d.t, HOUR);
	a_minute_passes(&d);
	assert_string_equal(evaluates(&d, HALL - 1, "1=1"), "303");
	assert_string_equal(evaluates(&d, 0, "1=2"), "303");            /* changed */
	assert_int_equal(site_sql(d.t, "SELECT count(*) FROM svar"), HALL);
	site_wait(d.t, 2 * HOUR);
	assert_string_equal(evaluates(&d, 1, "1=1"), "409");            /* before it is closed */
	assert_true(secret(&d));
	program_close(&d.t->p);
	assert_true(program_open(&d.t->p, &o, all_pages));
	d.t->p.world = world_fake(&d.t->clock);
	a_minute_passes(&d);
	assert_int_equal(phase(&d), ROUND_CLOSED);
	assert_false(secret(&d));
	assert_int_equal(site_sql(d.t, "SELECT antall FROM runde"), HALL);
	assert_string_equal(evaluates(&d, 1, "1=1"), "409");
	assert_in(phone_page(&d, 1), "Samlingen er slutt.");
	assert_out(phone_page(&d, 1), "name=\"v1\"");
	assert_in(report_of(&d), "Lukket runden");
	site_close(d.t);
}

/* An answer on its way when the programme went on is not lost. */
static void an_answer_in_flight_is_taken(void **state)
{
	struct day_scene d = day_open();

	(void)state;
	hall_evaluates(&d, 3, "");
	lead(&d, site_path(d.t, "gaatil %lld", (long long)d.welcome));
	assert_string_equal(evaluates(&d, 5, "1=6"), "303");
	assert_int_equal(site_sql(d.t, "SELECT count(*) FROM svar"), 4);
	assert_out(phone_page(&d, 5), "Du kan svare her");      /* the programme goes on */
	assert_in(console_of(&d), "kan gjøre det når dagen er avsluttet");
	site_close(d.t);
}

static void who_leads_closes_it_before_or_takes_it_up_again(void **state)
{
	struct day_scene d = ended_with_an_open_evaluation();
	int64_t item = site_sql(d.t, "SELECT punkt FROM runde"), round;

	(void)state;
	round = site_sql(d.t, "SELECT id FROM runde");
	lead(&d, "gjenaapne");
	lead(&d, site_path(d.t, "gaatil %lld", (long long)item));
	site_wait(d.t, 60 * HOUR);
	a_minute_passes(&d);
	assert_int_equal(phase(&d), ROUND_OPEN);                /* it is under way */
	assert_out(console_of(&d), "data-slutt");
	lead(&d, "avslutt");
	assert_in(console_of(&d), "Telefonene kan fortsatt svare på");
	assert_int_equal(press(&d, &d.anna, moment_now(&d), "lukk_holdt 4711").status, 409);
	lead(&d, site_path(d.t, "lukk_holdt %lld", (long long)round));
	assert_int_equal(phase(&d), ROUND_CLOSED);
	assert_false(secret(&d));
	assert_out(console_of(&d), "kan fortsatt svare");
	site_close(d.t);
}

static void a_text_never_counts_as_a_number(void **state)
{
	static const char *const texts[] = { "1=1", "2=6", "6=3", "7=1", "12=99", "1=1!", " 1=1 " };
	struct day_scene d = day_open();
	struct browser chief = site_programleder(d.t);
	const char *page;

	(void)state;
	item_under_way(&d, "evaluering", "Evaluering", FORM);
	lead(&d, "neste");
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
		assert_int_equal(phone_answers(&d, i, "v1", "1=6", "tekst", texts[i]), 303);
	assert_in(console_of(&d), "<strong class=\"tall\">6,0</strong>");
	lead(&d, "neste");
	assert_in(console_of(&d), "<strong class=\"tall\">6,0</strong>");
	assert_in(console_of(&d), "«1=1»");
	assert_int_equal(site_sql(d.t, "SELECT count(*) FROM svar WHERE verdi = '1=6'"), 7);
	assert_int_equal(site_sql(d.t, "SELECT count(*) FROM svar WHERE verdi GLOB '[0-9]*=*[0-9]' "
	                          "AND verdi <> '1=6'"), 0);
	page = site_get(&chief, "/evalueringer").body;
	assert_in(page, "<td class=\"tall\">6,0</td>");
	site_close(d.t);
}

static void what_looks_like_a_pair_stands_in_quotes(void **state)
{
	static const struct { const char *written, *kept; } cases[] = {
		{ "1=6", "«1=6»" }, { "00=1", "«00=1»" }, { "9=99", "«9=99»" },
		{ "1=", "1=" }, { "=1", "=1" }, { "1=6 ja", "1=6 ja" }, { "a=1", "a=1" },
		{ "«1=6»", "«1=6»" }, { "", "" },
	};
	struct arena *mem = arena_new(1u << 20);
	size_t first, second;

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		assert_string_equal(not_a_pair(mem, cases[i].written), cases[i].kept);
		assert_false(pair_read(not_a_pair(mem, cases[i].written), &first, &second));
	}
	for (size_t a = 1; a <= PAIR_FIRST; a++)
		for (size_t b = 1; b <= PAIR_SECOND; b++) {
			assert_true(pair_read(pair_value(a, b), &first, &second));
			assert_true(first == a && second == b);
		}
	arena_free(mem);
}

static void an_answer_keeps_to_the_form(void **state)
{
	static const struct { const char *name, *value, *name2, *value2; int status; } cases[] = {
		{ "v1", "", NULL, NULL, 422 }, { "v1", "1=1", "v2", "1=2", 422 },
		{ "v6", "6=4", NULL, NULL, 422 }, { "valg", "7=5", NULL, NULL, 422 },
		{ "ogsaa", "8=3", NULL, NULL, 422 }, { "tekst", "en", "tekst", "to", 422 },
		{ "tekst", "bare dette", NULL, NULL, 303 }, { "v3", "3=4", NULL, NULL, 303 },
	};
	struct day_scene d = day_open();
	const char *round;

	(void)state;
	item_under_way(&d, "evaluering", "Evaluering", FORM);
	lead(&d, "neste");
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		assert_int_equal(phone_answers(&d, 0, cases[i].name, cases[i].value,
		                 cases[i].name2, cases[i].value2), cases[i].status);
	round = site_path(d.t, "%lld", (long long)site_sql(d.t, "SELECT max(id) FROM runde"));
	assert_int_equal(site_post(&d.phone[0], site_path(d.t, "/s/%lld/svar",
	                 (long long)d.samling), "runde", round, "valg", "7=1", "valg", "7=2",
	                 "valg", "7=3", "valg", "7=4", NULL).status, 422);
	assert_in(phone_page(&d, 0), "Jeg er blitt tryggere i rollen min: 4");
	site_close(d.t);
}

static void answers_are_anonymous_whatever_is_asked_for(void **state)
{
	struct day_scene d = day_open();
	int64_t id;

	(void)state;
	site_post(&d.anna, site_path(d.t, "/samling/%lld/punkt/ny", (long long)d.samling), "slag",
	          "evaluering", "tittel", "Evaluering", "minutter", "5", "dag", "1", "nivaa", "0",
	          "vis", "1", "o_temaer", "Roller", NULL);
	id = site_sql(d.t, "SELECT max(id) FROM punkt WHERE slag = 'evaluering'");
	assert_true(id > 0);
	assert_int_equal(site_sql(d.t, "SELECT nivaa FROM punkt WHERE id = %lld", (long long)id),
	                 LEVEL_ANONYMOUS);
	site_close(d.t);
}

/* ---- the figures ---- */

static void planners_see_means_and_how_many(void **state)
{
	struct day_scene d = day_open();
	struct browser chief = site_programleder(d.t);
	const char *page;

	(void)state;
	hall_evaluates(&d, HALL, "HEMMELIG ROS");
	assert_out(site_get(&chief, "/evalueringer").body, "6,0");     /* still open */
	lead(&d, "neste");
	page = site_get(&chief, "/evalueringer").body;
	assert_in(page, "Lillevik kommune");
	assert_in(page, "<td class=\"tall\">8</td>");
	assert_in(page, "<td class=\"tall\">6,0</td>");
	assert_out(page, "3,0");                        /* only four gave a number there */
	assert_out(page, "HEMMELIG");
	site_close(d.t);
}

static void a_rehearsal_is_no_figure(void **state)
{
	struct day_scene d = day_open();
	struct browser chief = site_programleder(d.t);

	(void)state;
	hall_evaluates(&d, HALL, "");
	lead(&d, "neste");
	site_sql(d.t, "INSERT INTO proeve (samling, av) VALUES (%lld, %lld)",
	         (long long)d.samling, (long long)d.samling);
	assert_in(site_get(&chief, "/evalueringer").body, "Ingen samlinger er evaluert ennå.");
	site_close(d.t);
}

static void under_five_answers_are_no_figures(void **state)
{
	struct day_scene d = day_open();
	struct browser chief = site_programleder(d.t);

	(void)state;
	hall_evaluates(&d, 4, "");
	lead(&d, "neste");
	assert_in(site_get(&chief, "/evalueringer").body, "Færre enn fem har svart.");
	assert_out(site_get(&chief, "/evalueringer").body, "6,0");
	assert_out(site_get(&chief, "/evalueringer").body, "Alle som vises");
	site_close(d.t);
}

static void only_those_who_plan(void **state)
{
	static const struct { enum staff_role role; int status; } cases[] = {
		{ STAFF_PROGRAMLEDER, 200 }, { STAFF_KOORDINATOR, 200 },
		{ STAFF_VEILEDER, 404 }, { STAFF_KONTAKT, 404 },
	};
	struct day_scene d = day_open();

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct browser b = site_login(d.t, site_person(d.t, cases[i].role,
			site_path(d.t, "rolle%zu@samling.example", i), "9999"));

		assert_int_equal(site_get(&b, "/evalueringer").status, cases[i].status);
	}
	site_close(d.t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_hall_gets_thanks_and_a_number),
		cmocka_unit_test(next_goes_on_without_showing),
		cmocka_unit_test(those_who_lead_see_it_at_once),
		cmocka_unit_test(who_joined_may_answer_for_two_days_more),
		cmocka_unit_test(an_answer_in_flight_is_taken),
		cmocka_unit_test(who_leads_closes_it_before_or_takes_it_up_again),
		cmocka_unit_test(a_text_never_counts_as_a_number),
		cmocka_unit_test(what_looks_like_a_pair_stands_in_quotes),
		cmocka_unit_test(an_answer_keeps_to_the_form),
		cmocka_unit_test(answers_are_anonymous_whatever_is_asked_for),
		cmocka_unit_test(planners_see_means_and_how_many),
		cmocka_unit_test(a_rehearsal_is_no_figure),
		cmocka_unit_test(under_five_answers_are_no_figures),
		cmocka_unit_test(only_those_who_plan),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
