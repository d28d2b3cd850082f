/* Before a samling: what is in order, and a rehearsal that leaves no trace. */
#include "samling_scene.h"

#include "app/klargjoering/klargjoering.h"
#include "app/person/person.h"
#include "store/right.h"

#define DAY (INT64_C(24) * 3600 * 1000)

static int64_t rehearsal(struct scene *h)
{
	return site_sql(h->t, "SELECT coalesce(max(samling), 0) FROM proeve WHERE av = %d",
	                (int)h->s);
}

static const char *report(struct scene *h)
{
	return arena_strdup(h->t->mem, site_get(&h->leader, at(h, "/rapport.json")).body);
}

static struct scene planned(void)
{
	struct scene h = scene_open(PHASE_READY);

	site_item(h.t, h.s, 1, "flervalg", "Hva nå?", 30,
	          "{\"spoersmaal\": \"Hva nå?\", \"valg\": [\"Ja\", \"Nei\"], \"flere\": 1}");
	site_sql(h.t, "INSERT INTO navneliste (samling, navn, rolle) VALUES (%d, 'Kari', 0)",
	         (int)h.s);
	return h;
}

static void a_rehearsal_is_another_samling_with_another_code(void **state)
{
	struct scene h = planned();
	const char *before = report(&h);
	struct answer a;
	int64_t copy;

	a = site_post(&h.leader, at(&h, "/proeve"), "antall", "5", NULL);
	assert_int_equal(a.status, 303);
	copy = rehearsal(&h);
	assert_true(copy > 0);
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM samling a JOIN samling b ON "
	                          "b.id = %d WHERE a.id = %d AND a.kode <> b.kode AND b.tittel = "
	                          "'PRØVE – ' || a.tittel AND b.kommunenavn LIKE 'PRØVE%%'",
	                          (int)copy, (int)h.s), 1);
	assert_int_equal(site_sql(h.t, "SELECT frammoete FROM navneliste WHERE samling = %d",
	                          (int)copy), PRESENCE_PRESENT);
	assert_int_equal(site_get(&h.leader, site_path(h.t, "/samling/%d/konsoll",
	                                               (int)copy)).status, 200);
	a = site_get(&h.leader, at(&h, "/klargjoer"));
	assert_has(&a, "Prøven er i gang");
	assert_string_equal(report(&h), before);
	a = site_get(&h.leader, site_path(h.t, "/samling/%d/klargjoer", (int)copy));
	assert_has(&a, "Dette er en prøve.");
	assert_int_equal(site_post(&h.leader, site_path(h.t, "/samling/%d/proeve", (int)copy),
	                           NULL).status, 409);
	site_close(h.t);
	(void)state;
}

static void one_press_wipes_it(void **state)
{
	struct scene h = planned();
	const char *before = report(&h);
	int64_t first;

	site_post(&h.leader, at(&h, "/proeve"), NULL);
	first = rehearsal(&h);
	site_post(&h.leader, at(&h, "/proeve"), NULL);
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM samling"), 2);
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM samling WHERE id = %d AND kode = ''",
	                          (int)first), 0);
	assert_int_equal(site_post(&h.leader, at(&h, "/proeve/slett"), NULL).status, 303);
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM samling"), 1);
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM navneliste"), 1);
	assert_string_equal(report(&h), before);
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM protokoll WHERE hva LIKE "
	                          "'samling_slettet'"), 0);
	site_close(h.t);
	(void)state;
}

static void it_is_gone_when_the_samling_begins(void **state)
{
	struct scene h = planned();

	site_post(&h.leader, at(&h, "/proeve"), NULL);
	assert_true(rehearsal(&h) > 0);
	assert_int_equal(site_post(&h.leader, at(&h, "/fase"), "fra", "1", "til", "2",
	                           NULL).status, 303);
	assert_int_equal(rehearsal(&h), 0);
	assert_int_equal(site_post(&h.leader, at(&h, "/proeve"), NULL).status, 422);
	site_close(h.t);
	(void)state;
}

static void one_that_was_left_is_gone_after_a_day(void **state)
{
	struct scene h = planned();
	struct tidied d;

	site_post(&h.leader, at(&h, "/proeve"), NULL);
	assert_int_equal(rydd(h.t->p.site.store, h.t->mem, h.t->p.site.world, h.t->dir, &d),
	                 OUTCOME_OK);
	assert_true(rehearsal(&h) > 0);
	site_wait(h.t, DAY + 1);
	assert_int_equal(rydd(h.t->p.site.store, h.t->mem, h.t->p.site.world, h.t->dir, &d),
	                 OUTCOME_OK);
	assert_int_equal(rehearsal(&h), 0);
	site_close(h.t);
	(void)state;
}

static void who_leads_by_a_link_does_not_rehearse(void **state)
{
	struct scene h = planned();
	struct browser helper = site_console(h.t, h.s);
	struct answer a = site_get(&helper, at(&h, "/klargjoer"));

	assert_int_equal(a.status, 200);
	assert_has(&a, "Logg inn for å prøvekjøre.");
	assert_int_equal(site_post(&helper, at(&h, "/proeve"), NULL).status, 403);
	assert_int_equal(rehearsal(&h), 0);
	site_close(h.t);
	(void)state;
}

static void each_row_says_what_to_do(void **state)
{
	struct scene h = scene_open(PHASE_DRAFT);
	struct answer a = site_get(&h.leader, at(&h, "/klargjoer"));

	assert_has(&a, "Ingen skjerm viser lerretet.");
	assert_has(&a, "Ingen telefon er tilkoblet.");
	assert_has(&a, "før programmet er meldt klart");
	assert_has(&a, "Adressen virker bare på denne maskinen.");
	assert_has(&a, "Det er ikke tatt noen kopi.");
	site_sql(h.t, "UPDATE samling SET fase = 1");
	site_sql(h.t, "INSERT INTO innstilling (navn, verdi) VALUES ('sikkerhetskopi', '%lld')",
	         (long long)world_wall_ms(h.t->p.site.world));
	a = site_get(&h.leader, at(&h, "/klargjoer"));
	assert_has(&a, "Koden slipper folk inn i dag.");
	assert_has(&a, "Den siste er under to dager gammel.");
	site_wait(h.t, 5 * DAY);
	a = site_get(&h.leader, at(&h, "/klargjoer"));
	assert_has(&a, "det er ikke i dag");
	assert_has(&a, "Den siste er 5 dager gammel.");
	site_close(h.t);
	(void)state;
}

static void the_pulse_is_the_servers_clock(void **state)
{
	struct scene h = scene_open(PHASE_READY);
	struct answer a = site_get(&h.leader, at(&h, "/puls"));

	assert_int_equal(a.status, 200);
	assert_int_equal(strtoll(a.body, NULL, 10), world_wall_ms(h.t->p.site.world));
	site_close(h.t);
	(void)state;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_rehearsal_is_another_samling_with_another_code),
		cmocka_unit_test(one_press_wipes_it),
		cmocka_unit_test(it_is_gone_when_the_samling_begins),
		cmocka_unit_test(one_that_was_left_is_gone_after_a_day),
		cmocka_unit_test(who_leads_by_a_link_does_not_rehearse),
		cmocka_unit_test(each_row_says_what_to_do),
		cmocka_unit_test(the_pulse_is_the_servers_clock),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
