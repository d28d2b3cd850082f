/* The report: what is in it, and for whom. */
#include "rapport_scene.h"

#include <jansson.h>

#include "lib/tid.h"
#include "lib/utf8.h"

/* ---- who sees what ---- */

static void the_report_is_for_participants_when_a_leader_has_released_it(void **state)
{
	struct scene s = scene_open();
	const char *path = site_path(s.t, "/s/%lld/rapport", (long long)s.samling);
	struct answer a = site_get(&s.phone, path);

	(void)state;
	assert_int_equal(a.status, 200);
	assert_says(a.body, "Rapporten er ikke frigitt ennå");
	assert_says(a.body, "aria-current=\"page\"");
	assert_silent(a.body, "Oppmøte");
	release(&s, "1");
	release(&s, "1");
	assert_int_equal(site_sql(s.t, "SELECT count(*) FROM protokoll "
	                          "WHERE hva = 'rapport_frigitt'"), 1);
	a = site_get(&s.phone, path);
	assert_says(a.body, "Oppmøte");
	assert_silent(a.body, "Protokoll");
	assert_silent(a.body, "rapport.csv");
	release(&s, "0");
	a = site_get(&s.phone, path);
	assert_silent(a.body, "Oppmøte");
	assert_says(report(&s, &s.leader, ""), "Trakk tilbake rapporten fra deltakerne");
	site_close(s.t);
}

static void only_a_leader_releases(void **state)
{
	struct scene s = scene_open();
	const char *path = site_path(s.t, "/samling/%lld/rapport/frigi", (long long)s.samling);

	(void)state;
	assert_int_equal(site_post(&s.contact, path, "frigi", "1", NULL).status, 404);
	assert_int_equal(site_post(&s.phone, path, "frigi", "1", NULL).status, 403);
	assert_int_equal(site_post(&s.leader, path, "frigi", "2", NULL).status, 400);
	assert_int_equal(site_post(&s.leader, path, NULL).status, 400);
	s.leader.token = "";
	assert_int_equal(site_post(&s.leader, path, "frigi", "1", NULL).status, 403);
	assert_int_equal(site_sql(s.t, "SELECT count(*) FROM samling WHERE frigitt = 1"), 0);
	assert_silent(report(&s, &s.contact, ""), "Frigi til deltakerne");
	site_close(s.t);
}

static void another_samlings_report_does_not_exist(void **state)
{
	static const char *const ending[] = { "", ".csv", ".json" };
	struct scene s = scene_open();
	int64_t other = site_samling(s.t, ELSEWHERE, PHASE_LIVE);
	struct browser outside[] = { site_veileder(s.t, other), site_kontakt(s.t, ELSEWHERE) };

	(void)state;
	for (size_t e = 0; e < 3; e++) {
		const char *path = site_path(s.t, "/samling/%lld/rapport%s",
		                             (long long)s.samling, ending[e]);

		assert_int_equal(site_get(&outside[0], path).status, 404);
		assert_int_equal(site_get(&outside[1], path).status, 404);
		assert_int_equal(site_get(&s.phone, path).status, 303);
		assert_int_equal(site_get(&s.leader, site_path(s.t, "/samling/777/rapport%s",
		                                               ending[e])).status, 404);
	}
	release(&s, "1");
	assert_int_equal(site_get(&s.phone, site_path(s.t, "/s/%lld/rapport",
	                                              (long long)other)).status, 303);
	site_close(s.t);
}

static void a_result_that_was_not_shown_is_for_staff_only(void **state)
{
	struct scene s = scene_open();
	int64_t item = question(&s, "Avstemming", "Hemmelig valg", "Annet valg");

	(void)state;
	ask(&s, item, "valg", "0", 6);
	act(&s, item, "lukk", 0, "");
	assert_silent(hall(&s), "Hemmelig valg");
	assert_silent(hall(&s), "Hva mener du?");
	assert_says(report(&s, &s.contact, ""), "Hemmelig valg");
	assert_says(report(&s, &s.contact, ""), "Ikke vist i salen");
	act(&s, item, "vis", 0, "");
	assert_says(hall(&s), "Hemmelig valg");
	assert_silent(report(&s, &s.contact, ""), "Ikke vist i salen");
	site_close(s.t);
}

static void an_open_round_is_not_for_participants_unless_it_is_shown(void **state)
{
	struct scene s = scene_open();
	int64_t item = question(&s, "Avstemming", "Første valg", "Andre valg");

	(void)state;
	ask(&s, item, "valg", "0", 6);
	assert_silent(hall(&s), "Første valg");
	assert_says(report(&s, &s.leader, ""), "Runden er åpen.");
	assert_silent(report(&s, &s.leader, ""), "Første valg");
	assert_silent(report(&s, &s.leader, ".csv"), "Første valg");
	act(&s, item, "vis", 0, "");
	assert_says(hall(&s), "Første valg");
	assert_says(hall(&s), "5 har svart");
	site_close(s.t);
}

static void the_evaluation_is_for_those_who_lead(void **state)
{
	static const char *const ending[] = { "", ".csv", ".json" };
	struct scene s = scene_open();
	struct browser console = site_console(s.t, s.samling);

	(void)state;
	evaluated(&s);
	for (size_t e = 0; e < 3; e++) {
		assert_says(report(&s, &s.leader, ending[e]), SECRET_PRAISE);
		assert_says(report(&s, &console, ending[e]), SECRET_PRAISE);
		assert_silent(report(&s, &s.contact, ending[e]), SECRET_PRAISE);
		assert_silent(report(&s, &s.contact, ending[e]), "Samlingen var nyttig for meg");
	}
	assert_says(report(&s, &s.contact, ""), "6 har svart");
	assert_says(report(&s, &s.contact, ""), "Svarene er bare for prosessveilederne");
	assert_silent(report(&s, &s.leader, ""), "Svarene er bare for prosessveilederne");
	assert_silent(hall(&s), SECRET_PRAISE);
	site_close(s.t);
}

static void texts_held_back_are_in_nobodys_document(void **state)
{
	static const struct { const char *text, *verdict; bool hold, out; } cases[] = {
		{ "god tekst", NULL, false, true }, { "grov tekst", "skjul", false, false },
		{ "ventende tekst", NULL, true, false }, { "sluppet tekst", "slipp", true, true },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct scene s = scene_open();
		int64_t item = site_item(s.t, s.samling, 1, "aapent", "Prioritering", 15,
		                         OPEN_QUESTION);

		site_sql(s.t, "UPDATE punkt SET hold = %d", cases[i].hold);
		ask(&s, item, "tekst", cases[i].text, 6);
		act(&s, item, "lukk", 0, "");
		act(&s, item, "vis", 0, "");
		if (cases[i].verdict != NULL)
			act(&s, item, cases[i].verdict, 0, cases[i].text);
		assert_int_equal(strstr(hall(&s), cases[i].text) != NULL, cases[i].out);
		assert_int_equal(strstr(report(&s, &s.contact, ""), cases[i].text) != NULL,
		                 cases[i].out);
		assert_int_equal(strstr(report(&s, &s.leader, ".csv"), cases[i].text) != NULL,
		                 cases[i].out);
		assert_int_equal(strstr(report(&s, &s.leader, ".json"), cases[i].text) != NULL,
		                 cases[i].out);
		/* On a leader's screen, and said to be only there. */
		assert_says(report(&s, &s.leader, ""), cases[i].text);
		assert_int_equal(strstr(report(&s, &s.leader, ""), "holdt tilbake") == NULL,
		                 cases[i].out);
		site_close(s.t);
	}
}

/* A phone that has said who it is, of the municipality's list. */
static struct browser named_phone(struct scene *s, const char *name)
{
	struct browser b = site_participant(s->t, s->samling, ROLE_ANNET);
	int64_t id = site_sql(s->t, "INSERT INTO navneliste (samling, navn, parti, rolle) "
	                      "VALUES (%lld, '%s', 'Bygdelista', 0)", (long long)s->samling, name);

	site_sql(s->t, "UPDATE deltaker SET navn = %lld, rolle = 0 WHERE rolle = 2",
	         (long long)id);
	return b;
}

static void a_name_stands_only_where_it_was_said_to_stand(void **state)
{
	static const struct { enum level level; bool closed, named; } cases[] = {
		{ LEVEL_ANONYMOUS, true, false }, { LEVEL_ANONYMOUS, false, false },
		{ LEVEL_GROUP, true, false }, { LEVEL_OPEN, false, false },
		{ LEVEL_OPEN, true, true },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct scene s = scene_open();
		struct browser kari = named_phone(&s, "Kari Naustbakk");
		int64_t item = question(&s, "Avstemming", "Ja", "Nei");

		site_sql(s.t, "UPDATE punkt SET vis = 1, nivaa = %d", (int)cases[i].level);
		ask(&s, item, "valg", "0", 6);
		answers(&s, &kari, "valg", "1");
		if (cases[i].closed)
			act(&s, item, "lukk", 0, "");
		act(&s, item, "vis", 0, "");
		assert_int_equal(strstr(report(&s, &s.contact, ""), "Naustbakk") != NULL,
		                 cases[i].named);
		assert_int_equal(strstr(report(&s, &s.leader, ".json"), "Naustbakk") != NULL,
		                 cases[i].named);
		assert_silent(report(&s, &s.leader, ".csv"), "Naustbakk");
		assert_silent(hall(&s), "Naustbakk");
		site_close(s.t);
	}
}

static void a_text_held_back_does_not_come_back_beside_a_name(void **state)
{
	struct scene s = scene_open();
	struct browser kari = named_phone(&s, "Kari Naustbakk");
	int64_t item = site_item(s.t, s.samling, 1, "aapent", "Prioritering", 15, OPEN_QUESTION);

	(void)state;
	site_sql(s.t, "UPDATE punkt SET nivaa = 0");
	ask(&s, item, "tekst", "skole", 5);
	answers(&s, &kari, "tekst", "Grov tekst!");
	act(&s, item, "lukk", 0, "");
	act(&s, item, "skjul", 0, utf8_fold(s.t->mem, "Grov tekst!"));
	assert_says(report(&s, &s.contact, ""), "Naustbakk");
	assert_silent(report(&s, &s.contact, ""), "Grov tekst");
	assert_silent(report(&s, &s.leader, ".json"), "Grov tekst");
	site_close(s.t);
}

/* ---- the protocol ---- */

static void the_protocol_tells_what_was_done_again_and_again_once(void **state)
{
	static const char *const detail[] = { "Saken (del 1, runde 1)", "Saken (del 2, runde 1)",
		"Saken (del 1, runde 2)", "Saken (del 2, runde 3)", "Saken (del av en)" };
	static const char *const said[] = { "Åpnet runden: Saken<", "Åpnet runden: Saken (del 2)<",
		"Åpnet runden: Saken (2. gang)<", "Åpnet runden: Saken (del 2, 3. gang)<",
		"Åpnet runden: Saken (del av en)<" };
	struct scene s = scene_open();
	const char *page;

	(void)state;
	for (size_t i = 0; i < sizeof detail / sizeof detail[0]; i++)
		site_sql(s.t, "INSERT INTO protokoll (samling, naar, hvem, hva, detalj) VALUES "
		         "(%lld, 1000, 'Kari', 'runde_aapnet', '%s')", (long long)s.samling,
		         detail[i]);
	for (int i = 0; i < 4; i++)
		site_sql(s.t, "INSERT INTO protokoll (samling, naar, hvem, hva, detalj) VALUES "
		         "(%lld, 1000, '%s', 'kort_vedtatt', 'Regler')", (long long)s.samling,
		         i == 3 ? "Ola" : "Kari");
	page = report(&s, &s.leader, "");
	for (size_t i = 0; i < sizeof said / sizeof said[0]; i++)
		assert_says(page, said[i]);
	assert_says(page, "Førte kort som vedtatt: Regler (3 ganger)<");
	assert_says(page, "<td>Ola</td><td>Førte kort som vedtatt: Regler<");
	site_close(s.t);
}

/* ---- the agenda as it went ---- */

static void begun(struct scene *s, int64_t item, int64_t from, int64_t to)
{
	site_sql(s->t, "UPDATE punkt SET startet = %lld, avsluttet = nullif(%lld, 0) "
	         "WHERE id = %lld", (long long)from, (long long)to, (long long)item);
}

static void clocks_are_right_past_midnight_and_when_the_clock_is_moved(void **state)
{
	const int64_t hour = 3600 * 1000;
	struct scene s = scene_open();
	int64_t item = site_item(s.t, s.samling, 1, "innledning", "Natt", 60, "{}");
	const char *json;

	(void)state;
	site_sql(s.t, "UPDATE dag SET dato = '2026-10-24', start = 1410 WHERE nr = 1");
	begun(&s, item, tid_wall_ms("2026-10-24", 1435),
	      tid_wall_ms("2026-10-25", 150) + hour);   /* the second 02.30 */
	assert_says(report(&s, &s.leader, ""), "23.30–00.30");
	assert_says(report(&s, &s.leader, ""), "23.55–02.30 (25.10.)");
	json = report(&s, &s.leader, ".json");
	assert_says(json, "\"2026-10-24T23:55:00+02:00\"");
	assert_says(json, "\"2026-10-25T02:30:00+01:00\"");
	begun(&s, item, tid_wall_ms("2026-10-25", 5), tid_wall_ms("2026-10-25", 20));
	assert_says(report(&s, &s.leader, ""), "00.05–00.20 (25.10.)");
	begun(&s, item, tid_wall_ms("2026-10-25", 150), 0);
	assert_says(report(&s, &s.leader, ".json"), "\"2026-10-25T02:30:00+02:00\"");
	site_close(s.t);
}

static void the_plan_is_as_it_was_written_and_what_was_passed_by_says_so(void **state)
{
	struct scene s = scene_open();
	int64_t first = site_item(s.t, s.samling, 1, "innledning", "Velkommen", 30, "{}");
	int64_t third;

	(void)state;
	site_item(s.t, s.samling, 1, "innledning", "Hoppet over", 30, "{}");
	third = site_item(s.t, s.samling, 1, "innledning", "Tema", 30, "{}");
	site_item(s.t, s.samling, 1, "pause", "Lunsj", 30, "{}");
	begun(&s, first, tid_wall_ms(SITE_TODAY, 512), tid_wall_ms(SITE_TODAY, 555));
	begun(&s, third, tid_wall_ms(SITE_TODAY, 555), 0);
	go(&s, third);
	site_sql(s.t, "UPDATE samling SET etter = 15");
	assert_says(report(&s, &s.leader, ""), "09.30–10.00");
	assert_silent(report(&s, &s.leader, ""), "09.45–10.15");
	assert_says(report(&s, &s.leader, ""), "08.32–09.15");
	assert_says(report(&s, &s.leader, ".json"), "\"ikke_holdt\"");
	assert_says(report(&s, &s.leader, ".json"), "\"gjenstaar\"");
	site_sql(s.t, "UPDATE samling SET fase = %d", PHASE_ENDED);
	assert_silent(report(&s, &s.leader, ".json"), "\"gjenstaar\"");
	site_close(s.t);
}

static void a_track_beside_the_one_that_was_led_is_not_called_off(void **state)
{
	struct scene s = scene_open();
	int64_t a = site_item(s.t, s.samling, 1, "innledning", "Verksted A", 30, "{}");

	(void)state;
	site_item(s.t, s.samling, 1, "innledning", "Verksted B", 30, "{}");
	site_sql(s.t, "UPDATE punkt SET spor = tittel");
	begun(&s, a, tid_wall_ms(SITE_TODAY, 512), tid_wall_ms(SITE_TODAY, 555));
	site_sql(s.t, "UPDATE samling SET fase = %d", PHASE_ENDED);
	assert_says(report(&s, &s.leader, ".json"), "\"parallelt\"");
	assert_silent(report(&s, &s.leader, ""), "ikke holdt");
	site_close(s.t);
}

static void an_empty_samling_has_a_report(void **state)
{
	struct scene s = scene_open();
	struct browser *who[] = { &s.leader, &s.contact };
	json_t *json;

	(void)state;
	site_sql(s.t, "DELETE FROM deltaker WHERE samling = %lld", (long long)s.samling);
	for (int days = 2; days >= 0; days -= 2) {
		for (size_t i = 0; i < 2; i++) {
			assert_says(report(&s, who[i], ""), "Ingen har blitt med på telefon.");
			assert_says(report(&s, who[i], ""), "Programmet er ikke laget ennå.");
			assert_says(report(&s, who[i], ""), "Ingen spørsmål er stilt ennå.");
		}
		assert_string_equal(strchr(report(&s, &s.leader, ".csv"), '\r'), "\r\n");
		json = json_loads(report(&s, &s.leader, ".json"), JSON_REJECT_DUPLICATES, NULL);
		assert_string_equal(json_string_value(json_object_get(json, "skjema")),
		                    "samling-rapport/1");
		assert_int_equal(json_array_size(json_object_get(json, "punkter")), 0);
		assert_int_equal(json_array_size(json_object_get(json, "dager")), days);
		json_decref(json);
		site_sql(s.t, "DELETE FROM dag WHERE samling = %lld", (long long)s.samling);
	}
	site_close(s.t);
}

static void few_people_in_a_role_are_not_counted_out(void **state)
{
	struct scene s = scene_open();       /* has one folkevalgt already */
	json_t *json, *cells;
	const char *body;

	(void)state;
	for (int i = 0; i < 11; i++)
		site_participant(s.t, s.samling, ROLE_FOLKEVALGT);
	for (int i = 0; i < 3; i++)
		site_participant(s.t, s.samling, ROLE_ADMINISTRASJON);
	body = report(&s, &s.leader, "");
	assert_says(body, "færre enn 5");
	assert_says(body, "minst 13");          /* 12 and one or more */
	assert_silent(body, ">15<");
	json = json_loads(report(&s, &s.leader, ".json"), 0, NULL);
	cells = json_object_get(json, "oppmoete");
	assert_int_equal(json_integer_value(json_object_get(json_array_get(cells, 0), "antall")),
	                 12);
	assert_true(json_is_null(json_object_get(json_array_get(cells, 1), "antall")));
	json_decref(json);
	for (int i = 0; i < 2; i++)
		site_participant(s.t, s.samling, ROLE_ADMINISTRASJON);
	assert_says(report(&s, &s.leader, ""), "17");
	assert_silent(report(&s, &s.leader, ""), "minst");
	site_close(s.t);
}

static void what_was_decided_and_who_did_what_stand_in_it(void **state)
{
	struct scene s = scene_open();
	int64_t item = question(&s, "Avstemming", "Ja", "Nei");

	(void)state;
	site_sql(s.t, "UPDATE punkt SET konklusjon = 'Vi begynner <b>i tide</b>.'");
	ask(&s, item, "valg", "0", 6);
	act(&s, item, "hender", 0, "1");
	act(&s, item, "lukk", 0, "");
	act(&s, item, "vis", 0, "");
	assert_says(hall(&s), "Vi begynner &lt;b&gt;i tide&lt;/b&gt;.");
	assert_says(hall(&s), "talt for hånd");
	assert_silent(hall(&s), "Navn på veileder");
	assert_says(report(&s, &s.contact, ""), "Navn på veileder");
	assert_says(report(&s, &s.contact, ""), "Åpnet runden");
	assert_says(report(&s, &s.contact, ""), "Førte inn håndtelling");
	site_close(s.t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_report_is_for_participants_when_a_leader_has_released_it),
		cmocka_unit_test(only_a_leader_releases),
		cmocka_unit_test(another_samlings_report_does_not_exist),
		cmocka_unit_test(a_result_that_was_not_shown_is_for_staff_only),
		cmocka_unit_test(an_open_round_is_not_for_participants_unless_it_is_shown),
		cmocka_unit_test(the_evaluation_is_for_those_who_lead),
		cmocka_unit_test(texts_held_back_are_in_nobodys_document),
		cmocka_unit_test(a_name_stands_only_where_it_was_said_to_stand),
		cmocka_unit_test(a_text_held_back_does_not_come_back_beside_a_name),
		cmocka_unit_test(the_protocol_tells_what_was_done_again_and_again_once),
		cmocka_unit_test(clocks_are_right_past_midnight_and_when_the_clock_is_moved),
		cmocka_unit_test(the_plan_is_as_it_was_written_and_what_was_passed_by_says_so),
		cmocka_unit_test(a_track_beside_the_one_that_was_led_is_not_called_off),
		cmocka_unit_test(an_empty_samling_has_a_report),
		cmocka_unit_test(few_people_in_a_role_are_not_counted_out),
		cmocka_unit_test(what_was_decided_and_who_did_what_stand_in_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
