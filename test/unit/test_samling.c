/* A samling is made, and its plan is changed. */
#include "samling_scene.h"

#include <stdio.h>

#include "app/samling/samling.h"
#include "app/sider.h"
#include "store/right.h"

#define VOTE "{\"spoersmaal\":\"Hva?\",\"valg\":[\"Skole\",\"Vei\",\"Omsorg\"],\"flere\":1}"

static void municipality(struct site_test *t)
{
	site_sql(t, "INSERT INTO fylke (nr, navn, navn_offisielt, fra) "
	         "VALUES ('99', 'Lillevik fylke', 'Lillevik fylke', '2024-01-01')");
	site_sql(t, "INSERT INTO kommune (nr, navn, navn_offisielt, sortering, fylke, maalform, "
	         "fra) VALUES ('9999', 'Lillevik', 'Lillevik – Unjárga', 'l', '99', 'nynorsk', "
	         "'2024-01-01')");
}

static struct scene open_hall(void)
{
	struct scene h = scene_open(PHASE_DRAFT);

	municipality(h.t);
	return h;
}

static void assert_not(const struct answer *a, const char *text)
{
	if (strstr(a->body, text) != NULL)
		fail_msg("«%s» should not be here", text);
}

/* ---- making one ---- */

static void a_template_becomes_a_samling_in_the_municipalitys_language(void **state)
{
	struct site_test *t = site_open(all_pages);
	struct browser b = site_veileder(t, 0);
	struct answer a;

	municipality(t);
	a = site_get(&b, "/samling/ny");
	assert_int_equal(a.status, 200);
	assert_has(&a, ">Lillevik<");
	a = site_post(&b, "/samling/ny", "kommune", "9999", "mal", "basisprogram", "dato",
	              "2027-02-27", "sted", "Salen", NULL);
	assert_int_equal(a.status, 303);
	assert_string_equal(site_sql_text(t, "SELECT kommunenavn || '|' || maalform || '|' || fase "
	                                  "FROM samling"), "Lillevik – Unjárga|nn|0");
	assert_int_equal(site_sql(t, "SELECT count(*) FROM punkt"), 62);
	assert_string_equal(site_sql_text(t, "SELECT group_concat(dato, ' ') FROM dag"),
	                    "2027-02-27 2027-02-28");
	a = site_get(&b, a.to);
	assert_int_equal(a.status, 200);
	site_close(t);
	(void)state;
}

static void a_form_with_mistakes_keeps_what_was_typed(void **state)
{
	struct site_test *t = site_open(all_pages);
	struct browser b = site_veileder(t, 0);
	struct answer a = site_post(&b, "/samling/ny", "kommune", "0000", "mal", "folkevalgtdag",
	                            "tittel", "Vår <dag>", "dato", "2027-02-03", NULL);

	assert_int_equal(a.status, 422);
	assert_has(&a, "Velg en kommune fra listen.");
	assert_has(&a, "value=\"Vår &lt;dag&gt;\"");
	assert_has(&a, "value=\"2027-02-03\"");
	assert_has(&a, "value=\"folkevalgtdag\" selected");
	a = site_post(&b, "/samling/ny", "kommune", "0301", "mal", "", "dato", "2027-02-30", NULL);
	assert_int_equal(a.status, 422);
	assert_has(&a, "Skriv en dato");
	assert_int_equal(site_sql(t, "SELECT count(*) FROM samling"), 0);
	site_close(t);
	(void)state;
}

static void codes_have_eight_digits_and_no_pattern(void **state)
{
	struct site_test *t = site_open(all_pages);
	struct store *st = t->p.site.store;

	store_request_begin(st, RIGHT_BIT(RIGHT_SYSTEM), true);
	for (int i = 0; i < 2000; i++) {
		const char *code;

		assert_int_equal(samling_new_code(st, t->mem, &t->p.world, &code), OUTCOME_OK);
		assert_int_equal(strlen(code), 8);
		assert_int_equal(strspn(code, "0123456789"), 8);
		assert_int_not_equal(code[0], '0');
		assert_memory_not_equal(code, code + 4, 4);
	}
	assert_int_equal(store_request_end(st, false), OUTCOME_OK);
	site_close(t);
	(void)state;
}

static void a_copy_has_the_plan_and_nothing_of_the_people(void **state)
{
	struct scene h = open_hall();
	struct answer a;

	site_item(h.t, h.s, 1, "flervalg", "A", 10, VOTE);
	site_item(h.t, h.s, 2, "pause", "B", 20, "{}");
	site_sql(h.t, "INSERT INTO navneliste (samling, navn, rolle) VALUES (%lld, 'Kari', 0)",
	         (long long)h.s);
	a = site_post(&h.leader, at(&h, "/kopier"), "tittel", "Igjen", "dato", "2027-03-01", NULL);
	assert_int_equal(a.status, 303);
	assert_string_equal(site_sql_text(h.t, "SELECT group_concat(tittel || dag || oppsett) FROM "
	                                  "punkt WHERE samling = 2"), "A1" VOTE ",B2{}");
	assert_string_equal(site_sql_text(h.t, "SELECT tittel || fase FROM samling WHERE id = 2"),
	                    "Igjen0");
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM navneliste WHERE samling = 2"), 0);
	assert_int_equal(site_sql(h.t, "SELECT count(DISTINCT kode) FROM samling"), 2);
	site_close(h.t);
	(void)state;
}

static void a_file_goes_out_and_in_again(void **state)
{
	struct scene h = open_hall();
	struct answer a, out;

	site_item(h.t, h.s, 1, "flervalg", "A", 10, VOTE);
	out = site_get(&h.leader, at(&h, "/eksport.json"));
	assert_int_equal(out.status, 200);
	assert_string_equal(site_header(&out, "Content-Disposition"),
	                    "attachment; filename=\"samling-1.json\"");
	a = site_post(&h.leader, "/samling/importer", "kommune", "9999", "dato", "2027-03-01",
	              "fil", out.body, NULL);
	assert_int_equal(a.status, 303);
	a = site_get(&h.leader, "/samling/2/eksport.json");
	assert_string_equal(a.body, out.body);
	a = site_post(&h.leader, "/samling/importer", "kommune", "9999", "dato", "2027-03-01",
	              "fil", "{\"skjema\":\"samling/9\"}", NULL);
	assert_int_equal(a.status, 422);
	assert_has(&a, "samling/9");
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM samling"), 2);
	site_close(h.t);
	(void)state;
}

/* ---- the plan ---- */

static void items_move_also_across_days(void **state)
{
	struct scene h = open_hall();
	int64_t a = site_item(h.t, h.s, 1, "pause", "A", 10, "{}");
	int64_t b = site_item(h.t, h.s, 1, "pause", "B", 10, "{}");
	struct answer r;

	site_item(h.t, h.s, 2, "pause", "C", 10, "{}");
	r = site_post(&h.leader, at_item(&h, b, "/flytt"), "dag", "1", "plass", "2", "retning",
	              "opp", NULL);
	assert_int_equal(r.status, 303);
	assert_string_equal(order(&h, 1), "BA");
	r = site_post(&h.leader, at_item(&h, a, "/flytt"), "dag", "1", "plass", "2", "retning",
	              "ned", NULL);
	assert_int_equal(r.status, 303);
	assert_string_equal(order(&h, 1), "B");
	assert_string_equal(order(&h, 2), "AC");
	r = site_post(&h.leader, at_item(&h, a, "/flytt"), "dag", "2", "plass", "1", "retning",
	              "opp", NULL);
	assert_string_equal(order(&h, 1), "BA");
	assert_string_equal(order(&h, 2), "C");
	site_close(h.t);
	(void)state;
}

static void whoever_saw_another_order_moves_nothing(void **state)
{
	struct scene h = open_hall();
	int64_t a = site_item(h.t, h.s, 1, "pause", "A", 10, "{}");
	struct answer r;

	site_item(h.t, h.s, 1, "pause", "B", 10, "{}");
	r = site_post(&h.leader, at_item(&h, a, "/flytt"), "dag", "1", "plass", "2", "retning",
	              "ned", NULL);
	assert_int_equal(r.status, 409);
	assert_string_equal(order(&h, 1), "AB");
	site_close(h.t);
	(void)state;
}

static void a_new_item_is_written_and_stands_where_it_was_asked_for(void **state)
{
	struct scene h = open_hall();
	int64_t a = site_item(h.t, h.s, 1, "pause", "A", 10, "{}");
	struct answer r;

	site_item(h.t, h.s, 1, "pause", "B", 10, "{}");
	r = site_get(&h.leader, at(&h, "/punkt/ny?dag=1&slag=flervalg"));
	assert_int_equal(r.status, 200);
	assert_has(&r, "name=\"o_valg\"");
	r = site_post(&h.leader, at(&h, "/punkt/ny"), "slag", "flervalg", "dag", "1", "etter",
	              site_path(h.t, "%lld", (long long)a), "tittel", "X", "minutter", "10",
	              "anker", "12.15", "nivaa", "2", "vis", "1", "nedtelling", "60",
	              "o_spoersmaal", "Hva?", "o_valg", "Skole\nVei", "o_flere", "1", NULL);
	assert_int_equal(r.status, 303);
	assert_string_equal(order(&h, 1), "AXB");
	assert_string_equal(site_sql_text(h.t, "SELECT anker || '|' || vis || '|' || nedtelling || "
	                                  "'|' || nivaa FROM punkt WHERE tittel = 'X'"),
	                    "735|1|60|2");
	assert_int_equal(site_get(&h.leader, at(&h, "/punkt/ny?dag=7&slag=pause")).status, 404);
	assert_int_equal(site_get(&h.leader, at(&h, "/punkt/ny?dag=1&slag=quiz")).status, 404);
	site_close(h.t);
	(void)state;
}

static void a_wrong_field_says_so_and_the_rest_is_kept(void **state)
{
	struct scene h = open_hall();
	int64_t id = site_item(h.t, h.s, 1, "flervalg", "A", 10, VOTE);
	struct answer r = site_post(&h.leader, at_item(&h, id, ""), "slag", "flervalg", "tittel",
	                            "Ny tittel", "minutter", "10", "notat", "Les høyt", "nivaa",
	                            "2", "o_spoersmaal", "Spør", "o_valg", "Bare ett",
	                            "o_flere", "1", NULL);

	assert_int_equal(r.status, 422);
	assert_has(&r, "href=\"#o_valg\"");
	assert_has(&r, "value=\"Ny tittel\"");
	assert_has(&r, "Les høyt");
	assert_has(&r, "Bare ett");
	r = site_post(&h.leader, at_item(&h, id, ""), "slag", "flervalg", "tittel", "",
	              "minutter", "1000", "anker", "27.00", NULL);
	assert_int_equal(r.status, 422);
	assert_has(&r, "id=\"tittel-f\"");
	assert_has(&r, "id=\"minutter-f\"");
	assert_has(&r, "id=\"anker-f\"");
	assert_string_equal(order(&h, 1), "A");
	site_close(h.t);
	(void)state;
}

static int64_t asked_item(struct scene *h, int answers)
{
	int64_t id = site_item(h->t, h->s, 1, "flervalg", "A", 10, VOTE);

	site_sql(h->t, "INSERT INTO runde (punkt, fase, antall) VALUES (%lld, 2, %d)",
	         (long long)id, answers);
	return id;
}

static void what_was_asked_keeps_its_kind_its_level_and_its_choices(void **state)
{
	struct scene h = open_hall();
	int64_t id = asked_item(&h, 3);
	struct answer r = site_post(&h.leader, at_item(&h, id, ""), "slag", "pause", "tittel", "A",
	                            "minutter", "10", NULL);

	assert_int_equal(r.status, 422);
	r = site_post(&h.leader, at_item(&h, id, ""), "slag", "flervalg", "tittel", "A",
	              "minutter", "10", "o_spoersmaal", "Hva?", "o_valg", "Skole\nVei",
	              "o_flere", "1", NULL);
	assert_int_equal(r.status, 422);
	assert_has(&r, "ta ikke bort noe.");
	r = site_post(&h.leader, at_item(&h, id, ""), "slag", "flervalg", "tittel", "A",
	              "minutter", "10", "nivaa", "0", "o_spoersmaal", "Hva?", "o_valg",
	              "Skule\nVei\nOmsorg\nKultur", "o_flere", "1", NULL);
	assert_int_equal(r.status, 303);
	assert_int_equal(site_sql(h.t, "SELECT nivaa FROM punkt"), LEVEL_ANONYMOUS);
	assert_non_null(strstr(site_sql_text(h.t, "SELECT oppsett FROM punkt"), "Kultur"));
	site_close(h.t);
	(void)state;
}

/* The field with fewer than before is pointed at, whatever the kind calls it. */
static void what_was_taken_away_is_pointed_at(void **state)
{
	static const struct { const char *kind, *config, *field, *value, *points; } cases[] = {
		{ "skala", "{\"spoersmaal\":\"Hvor?\",\"utsagn\":[\"A\",\"B\"],"
		  "\"ordsett\":\"enig\",\"lav\":\"\",\"hoey\":\"\"}", "o_utsagn", "A", "o_utsagn" },
		{ "rangering", "{\"spoersmaal\":\"Hva?\",\"valg\":[\"A\",\"B\",\"C\"]}", "o_valg",
		  "A\nB", "o_valg" },
		{ "puls", "{\"om\":\"tempo\",\"spoersmaal\":\"\"}", "o_om", "janei", "o_om" },
	};
	struct scene h = open_hall();

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		int64_t id = site_item(h.t, h.s, 1, cases[i].kind, "A", 10, cases[i].config);
		struct answer r;

		site_sql(h.t, "INSERT INTO runde (punkt, fase, antall) VALUES (%lld, 2, 3)",
		         (long long)id);
		r = site_post(&h.leader, at_item(&h, id, ""), "slag", cases[i].kind, "tittel", "A",
		              "minutter", "10", "o_spoersmaal", "Hva?", "o_ordsett", "enig",
		              cases[i].field, cases[i].value, NULL);
		assert_int_equal(r.status, 422);
		assert_has(&r, "ta ikke bort noe.");
		assert_has(&r, site_path(h.t, "href=\"#%s\"", cases[i].points));
	}
	site_close(h.t);
}

static void what_groups_wrote_and_who_spoke_keep_their_item(void **state)
{
	struct scene h = open_hall();
	int64_t work = site_item(h.t, h.s, 1, "gruppearbeid", "G", 30, "{\"oppgave\":\"X\"}");
	int64_t list = site_item(h.t, h.s, 1, "talerliste", "T", 30, "{}");

	site_sql(h.t, "INSERT INTO kort (punkt, tekst, gruppe, felt) VALUES (%lld, 'X', 1, 0)",
	         (long long)work);
	site_sql(h.t, "INSERT INTO talersum (punkt, rolle, antall, replikker, personer, brukt) "
	         "VALUES (%lld, 0, 5, 0, 5, 9000)", (long long)list);
	assert_int_equal(site_post(&h.leader, at_item(&h, work, "/slett"), NULL).status, 409);
	assert_int_equal(site_post(&h.leader, at_item(&h, list, "/slett"), NULL).status, 409);
	assert_int_equal(site_post(&h.leader, at_item(&h, work, ""), "slag", "pause", "tittel", "A",
	                           "minutter", "10", NULL).status, 422);
	assert_string_equal(order(&h, 1), "GT");
	site_close(h.t);
	(void)state;
}

/* One leader chose an item of a samling that the other has not led. */
static void what_an_item_goes_on_from_stays_whoever_saves_it(void **state)
{
	struct scene h = open_hall();
	int64_t was = site_samling(h.t, "9999", PHASE_ENDED);
	int64_t old = site_item(h.t, was, 1, "flervalg", "Den gang", 10, VOTE), more, id;
	struct answer r;

	more = site_item(h.t, was, 1, "flervalg", "En annen", 10, VOTE);
	id = site_item(h.t, h.s, 1, "flervalg", "Nå", 10, VOTE);
	site_sql(h.t, "UPDATE punkt SET gjelder = %lld WHERE id = %lld", (long long)old,
	         (long long)id);
	r = site_get(&h.leader, at_item(&h, id, ""));
	assert_has(&r, "Den gang");
	assert_not(&r, "En annen");
	for (int i = 0; i < 2; i++) {
		r = site_post(&h.leader, at_item(&h, id, ""), "slag", "flervalg", "tittel", "A",
		              "minutter", "10", "o_spoersmaal", "Hva?", "o_valg",
		              "Skole\nVei\nOmsorg", "o_flere", "1", "gjelder",
		              site_path(h.t, "%lld", (long long)(i == 0 ? old : more)), NULL);
		assert_int_equal(r.status, i == 0 ? 303 : 422);
		assert_int_equal(site_sql(h.t, "SELECT gjelder FROM punkt WHERE id = %lld",
		                          (long long)id), old);
	}
	site_close(h.t);
	(void)state;
}

static void an_item_with_answers_is_not_deleted(void **state)
{
	struct scene h = open_hall();
	int64_t answered = asked_item(&h, 3), asked = asked_item(&h, 0);
	int64_t now = site_item(h.t, h.s, 1, "pause", "N", 10, "{}");
	struct answer r;

	site_sql(h.t, "UPDATE samling SET naa = %lld", (long long)now);
	r = site_post(&h.leader, at_item(&h, answered, "/slett"), NULL);
	assert_int_equal(r.status, 409);
	assert_has(&r, "Rapporten har noe fra dette punktet");
	r = site_post(&h.leader, at_item(&h, now, "/slett"), NULL);
	assert_int_equal(r.status, 409);
	assert_has(&r, "Punktet pågår");
	assert_int_equal(site_post(&h.leader, at_item(&h, asked, "/slett"), NULL).status, 303);
	assert_string_equal(order(&h, 1), "AN");
	site_close(h.t);
	(void)state;
}

static void what_does_not_fit_an_anchor_is_said(void **state)
{
	struct scene h = open_hall();
	struct answer r;

	site_item(h.t, h.s, 1, "innledning", "Langt", 70, "{}");
	site_sql(h.t, "UPDATE punkt SET anker = 570 WHERE id = %lld",
	         (long long)site_item(h.t, h.s, 1, "pause", "Lunsj", 30, "{}"));
	r = site_get(&h.leader, at(&h, ""));
	assert_has(&r, "går 10 min over");
	assert_has(&r, "Fast kl. 09.30");
	site_close(h.t);
	(void)state;
}

static void the_paper_has_times_and_code_but_no_notes(void **state)
{
	struct scene h = open_hall();
	struct answer r;

	site_item(h.t, h.s, 1, "innledning", "Velkommen", 15, "{}");
	site_sql(h.t, "UPDATE punkt SET notat = 'HEMMELIG', ansvarlig = 'Ordføreren'");
	r = site_get(&h.leader, at(&h, "/utskrift"));
	assert_int_equal(r.status, 200);
	assert_has(&r, "08.30");
	assert_has(&r, "2000 0001");
	assert_has(&r, "Ordføreren");
	assert_has(&r, "<svg class=\"qr\"");
	assert_not(&r, "HEMMELIG");
	site_close(h.t);
	(void)state;
}

static void days_keep_their_order_and_only_an_empty_last_one_goes(void **state)
{
	struct scene h = open_hall();
	struct answer r = site_post(&h.leader, at(&h, "/om"), "tittel", "Ny", "maalform", "nn",
	                            "dato1", "2027-05-02", "start1", "09.00", "dato2", "2027-05-02",
	                            "start2", "08.00", NULL);

	assert_int_equal(r.status, 422);
	assert_has(&r, "Dagen må komme etter dagen før.");
	r = site_post(&h.leader, at(&h, "/om"), "tittel", "Ny", "maalform", "nn", "dato1",
	              "2027-05-02", "start1", "09.00", "dato2", "2027-05-04", "start2", "8:15",
	              NULL);
	assert_int_equal(r.status, 303);
	assert_string_equal(site_sql_text(h.t, "SELECT group_concat(dato || start) FROM dag"),
	                    "2027-05-02540,2027-05-04495");
	assert_int_equal(site_post(&h.leader, at(&h, "/dag"), NULL).status, 303);
	assert_string_equal(site_sql_text(h.t, "SELECT max(dato) FROM dag"), "2027-05-05");
	assert_int_equal(site_post(&h.leader, at(&h, "/dag/2/slett"), NULL).status, 409);
	assert_int_equal(site_post(&h.leader, at(&h, "/dag/3/slett"), NULL).status, 303);
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM dag"), 2);
	site_close(h.t);
	(void)state;
}

static void a_phase_is_reached_only_through_its_door(void **state)
{
	struct scene h = open_hall();

	assert_int_equal(site_post(&h.leader, at(&h, "/fase"), "fra", "0", "til", "2", NULL).status,
	                 409);
	assert_int_equal(site_post(&h.leader, at(&h, "/fase"), "fra", "0", "til", "1", NULL).status,
	                 303);
	assert_int_equal(site_post(&h.leader, at(&h, "/fase"), "fra", "0", "til", "1", NULL).status,
	                 409);
	assert_int_equal(site_sql(h.t, "SELECT fase FROM samling"), PHASE_READY);
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM protokoll WHERE hva = 'samling_fase'"),
	                 1);
	site_close(h.t);
	(void)state;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_template_becomes_a_samling_in_the_municipalitys_language),
		cmocka_unit_test(a_form_with_mistakes_keeps_what_was_typed),
		cmocka_unit_test(codes_have_eight_digits_and_no_pattern),
		cmocka_unit_test(a_copy_has_the_plan_and_nothing_of_the_people),
		cmocka_unit_test(a_file_goes_out_and_in_again),
		cmocka_unit_test(items_move_also_across_days),
		cmocka_unit_test(whoever_saw_another_order_moves_nothing),
		cmocka_unit_test(a_new_item_is_written_and_stands_where_it_was_asked_for),
		cmocka_unit_test(a_wrong_field_says_so_and_the_rest_is_kept),
		cmocka_unit_test(what_was_asked_keeps_its_kind_its_level_and_its_choices),
		cmocka_unit_test(what_was_taken_away_is_pointed_at),
		cmocka_unit_test(what_groups_wrote_and_who_spoke_keep_their_item),
		cmocka_unit_test(what_an_item_goes_on_from_stays_whoever_saves_it),
		cmocka_unit_test(an_item_with_answers_is_not_deleted),
		cmocka_unit_test(what_does_not_fit_an_anchor_is_said),
		cmocka_unit_test(the_paper_has_times_and_code_but_no_notes),
		cmocka_unit_test(days_keep_their_order_and_only_an_empty_last_one_goes),
		cmocka_unit_test(a_phase_is_reached_only_through_its_door),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
