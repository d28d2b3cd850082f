/* The days as `samling spill` plays them: when "next" is pressed, and what the report says. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "app/aktivitet/kind.h"
#include "app/lillevik/fasit.h"
#include "app/lillevik/klokke.h"
#include "app/lillevik/takt.h"
#include "app/lillevik/utvalg.h"
#include "app/samling/fil.h"
#include "lib/arena.h"
#include "lib/tid.h"

#define DAY "2027-01-15"
#define MINUTE INT64_C(60000)
#define DOTS 3
#define PEOPLE 40

/* An item at 08.30 that is under way, and one at 08.50 that is not. */
static json_t *morning(const char *kind)
{
	return json_pack("{s:[{s:i,s:s}],s:[{s:i,s:s,s:s,s:i,s:s,s:n},{s:i,s:s,s:s,s:i,s:n}]}",
	                 "dager", "nr", 1, "dato", DAY, "punkter",
	                 "dag", 1, "slag", kind, "planlagt_fra", "08.30", "minutter", 20,
	                 "startet", DAY "T08:33:10+01:00", "avsluttet",
	                 "dag", 1, "slag", "flervalg", "planlagt_fra", "08.50", "minutter", 5,
	                 "startet");
}

static void the_clock_leaps_forward_and_never_back(void **state)
{
	struct play_clock *c = play_clock_new(1000 * MINUTE, 1);
	struct world w = play_clock_world(c);

	(void)state;
	assert_in_range(world_wall_ms(&w), 1000 * MINUTE, 1001 * MINUTE);
	play_clock_reach(c, 1060 * MINUTE);
	assert_in_range(world_wall_ms(&w), 1060 * MINUTE, 1061 * MINUTE);
	play_clock_reach(c, 1010 * MINUTE);
	assert_in_range(world_wall_ms(&w), 1060 * MINUTE, 1061 * MINUTE);
	play_clock_free(c);
}

static void the_server_sees_the_leap(void **state)
{
	struct play_clock *c = play_clock_new(0, 1);
	int told[2], status;
	pid_t server;
	char go = 0;

	(void)state;
	assert_int_equal(pipe(told), 0);
	server = fork();
	if (server == 0) {
		bool seen = read(told[0], &go, 1) == 1 && play_clock_now(c) >= 60 * MINUTE;

		_exit(seen ? 0 : 1);
	}
	play_clock_reach(c, 60 * MINUTE);
	assert_int_equal(write(told[1], &go, 1), 1);
	assert_int_equal(waitpid(server, &status, 0), server);
	assert_int_equal(status, 0);
	close(told[0]);
	close(told[1]);
	play_clock_free(c);
}

/* How far the clock goes, in seconds, by one press at 08.40 in an item planned until 08.50. */
static int64_t press(const char *kind, const char *label, uint64_t seed)
{
	int64_t at = tid_wall_ms(DAY, 8 * 60 + 40), after;
	struct play_clock *c = play_clock_new(at, 0);
	struct pace p = { .clock = c, .seed = seed, .ends = at + 10 * MINUTE };
	json_t *report = morning(kind);

	pace_press(&p, report, label);
	after = play_clock_now(c);
	json_decref(report);
	play_clock_free(c);
	return (after - at) / 1000;
}

static void next_is_pressed_about_when_the_programme_says(void **state)
{
	static const struct { const char *kind, *label; int64_t least, most; } cases[] = {
		{ "innledning", "Gå til neste: Prøvespørsmål", 8 * 60, 13 * 60 },
		{ "flervalg", "Åpne for svar", 60, 5 * 60 },
		{ "flervalg", "Lukk runden", 45, 105 },
		{ "flervalg", "Vis resultatet", 5, 25 },
		{ "presentasjonsrunde", "Neste: Marit Naustbakk", 40, 75 },
		{ "gruppearbeid", "Lag og vis gruppene", 40, 100 },
	};
	int64_t first;
	bool differs = false;

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		first = press(cases[i].kind, cases[i].label, 1);
		for (uint64_t seed = 1; seed < 50; seed++) {
			int64_t s = press(cases[i].kind, cases[i].label, seed);

			assert_in_range(s, cases[i].least, cases[i].most);
			assert_int_equal(s, press(cases[i].kind, cases[i].label, seed));
			differs |= s != first;
		}
	}
	assert_true(differs);
}

static void groups_get_the_minutes_they_are_promised(void **state)
{
	int64_t at = tid_wall_ms(DAY, 8 * 60 + 40), begun;
	struct play_clock *c = play_clock_new(at, 0);
	struct pace p = { .clock = c, .seed = 3, .ends = at + 30 * MINUTE };
	json_t *report = morning("gruppearbeid");

	(void)state;
	pace_press(&p, report, "Start runden (7 min)");
	begun = play_clock_now(c);
	pace_press(&p, report, "Start: bli enige (5 min)");
	assert_in_range(play_clock_now(c) - begun, 7 * MINUTE, 8 * MINUTE);
	json_decref(report);
	play_clock_free(c);
}

/* ---- what the report says ---- */

static void the_report_tells_what_is_under_way(void **state)
{
	struct arena *mem = arena_new(1u << 16);
	json_t *report = morning("innledning");
	size_t of;

	(void)state;
	assert_string_equal(fact_text(fact_under_way(report), "slag"), "innledning");
	assert_string_equal(fact_text(fact_coming(report), "slag"), "flervalg");
	assert_string_equal(fact_began(mem, fact_under_way(report)), "08.33");
	assert_string_equal(fact_began(mem, fact_coming(report)), "");
	assert_int_equal(fact_furthest(mem, report), 3);
	assert_int_equal(fact_kinds(report, &of), 1);
	assert_true(of > 10);
	json_decref(report);
	arena_free(mem);
}

static void a_round_that_differs_from_the_receipts_is_found(void **state)
{
	json_t *report = json_pack("{s:[{s:[{s:i},{s:i}]},{s:[{s:i}]}]}", "punkter",
	                           "runder", "antall_svar", 9, "antall_svar", 4,
	                           "runder", "antall_svar", 5);
	struct led_round told[] = { { .stored = 4 }, { .stored = 5 }, { .stored = 0 } };

	(void)state;
	assert_int_equal(fact_count_rounds(report), 3);
	assert_int_equal(fact_compare(report, told, 2, 1), 0);
	assert_int_not_equal(fact_compare(report, told, 3, 1), 0);
	assert_int_not_equal(fact_compare(report, told, 1, 1), 0);
	told[1].stored = 6;
	assert_int_equal(fact_compare(report, told, 2, 1), 1);
	json_decref(report);
}

/* ---- what the play is made of ---- */

static void the_programme_that_is_played_has_every_kind(void **state)
{
	struct arena *mem = arena_new(16u << 20);
	struct fil f;

	(void)state;
	assert_int_equal(fil_from_template(mem, "basisprogram", LANG_NB, &f), OUTCOME_OK);
	for (size_t k = 0; kind_table[k] != NULL; k++) {
		bool found = false;

		for (size_t i = 0; i < f.n_item; i++)
			found |= strcmp(f.item[i].kind, kind_table[k]->name) == 0;
		if (!found)
			fail_msg("no %s in the programme", kind_table[k]->name);
	}
	arena_free(mem);
}

static void what_the_hall_made_is_liked_unevenly(void **state)
{
	const struct asked_form form = { .choices = 12, .most = DOTS };
	struct arena *mem = arena_new(1u << 16);
	uint64_t seed = 5, again = 5;
	struct deal d = deal_new(mem, NULL, 0, &form, PEOPLE, &seed);
	struct deal same = deal_new(mem, NULL, 0, &form, PEOPLE, &again);
	size_t got[12] = { 0 }, most = 0, least = SIZE_MAX;

	(void)state;
	for (size_t phone = 0; phone < PEOPLE; phone++)
		for (size_t i = 0; i < DOTS; i++) {
			assert_in_range(deal_card(&d, phone, i), 0, 11);
			assert_int_equal(deal_card(&d, phone, i), deal_card(&same, phone, i));
			got[deal_card(&d, phone, i)]++;
		}
	for (size_t i = 0; i < 12; i++) {
		most = got[i] > most ? got[i] : most;
		least = got[i] < least ? got[i] : least;
	}
	assert_true(least > 0 && most >= 4 * least);
	arena_free(mem);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_clock_leaps_forward_and_never_back),
		cmocka_unit_test(the_server_sees_the_leap),
		cmocka_unit_test(next_is_pressed_about_when_the_programme_says),
		cmocka_unit_test(groups_get_the_minutes_they_are_promised),
		cmocka_unit_test(the_report_tells_what_is_under_way),
		cmocka_unit_test(a_round_that_differs_from_the_receipts_is_found),
		cmocka_unit_test(the_programme_that_is_played_has_every_kind),
		cmocka_unit_test(what_the_hall_made_is_liked_unevenly),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
