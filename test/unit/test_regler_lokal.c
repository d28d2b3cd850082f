/* Local rules: who may write them, whose they are, and how they come onto a card. */
#include "slag_scene.h"

#include "app/regler/lokal.h"
#include "app/sider.h"
#include "payload.h"

#define PATH(t, s) site_path((t), "/samling/%lld/lokalregler", (long long)(s))
#define OWN "Ti dager før møtet, skriftlig"

static const char *stored(struct site_test *t, const char *municipality, const char *key)
{
	return site_sql_text(t, "SELECT verdi FROM lokalregel WHERE kommune = '%s' AND "
	                     "noekkel = '%s'", municipality, key);
}

/* ---- who may ---- */

static void a_leader_and_the_kontakt_write_those_of_their_samling(void **state)
{
	struct site_test *t = site_open(all_pages);
	int64_t samling = site_samling(t, "9999", PHASE_READY);
	struct browser leads = site_veileder(t, samling), answers = site_kontakt(t, "9999");

	(void)state;
	assert_int_equal(site_post(&leads, PATH(t, samling), "interpellasjon", OWN, NULL).status,
	                 303);
	assert_string_equal(stored(t, "9999", "interpellasjon"), OWN);
	assert_int_equal(site_post(&answers, PATH(t, samling), "innlegg", "Tre minutter",
	                           "interpellasjon", "", NULL).status, 303);
	assert_string_equal(stored(t, "9999", "innlegg"), "Tre minutter");
	assert_string_equal(stored(t, "9999", "interpellasjon"), "");
	assert_in(site_get(&answers, PATH(t, samling)).body, "value=\"Tre minutter\"");
	assert_int_equal(site_sql(t, "SELECT count(*) FROM protokoll "
	                          "WHERE hva = 'lokalregler_endret'"), 2);
	site_close(t);
}

/* The municipality is that of the samling in the path, whatever the form says. */
static void nobody_reaches_another_municipality(void **state)
{
	struct site_test *t = site_open(all_pages);
	int64_t own = site_samling(t, "9999", PHASE_READY);
	int64_t other = site_samling(t, "0301", PHASE_READY);
	struct browser leads = site_veileder(t, own), answers = site_kontakt(t, "9999");
	struct browser phone = site_participant(t, own, ROLE_FOLKEVALGT);
	struct browser nobody = { .t = t };

	(void)state;
	assert_int_equal(site_post(&leads, PATH(t, own), "kommune", "0301", "innlegg", OWN,
	                           NULL).status, 303);
	assert_string_equal(stored(t, "0301", "innlegg"), "");
	assert_string_equal(stored(t, "9999", "innlegg"), OWN);
	assert_int_equal(site_get(&leads, PATH(t, other)).status, 404);
	assert_int_equal(site_post(&leads, PATH(t, other), "innlegg", OWN, NULL).status, 404);
	assert_int_equal(site_get(&answers, PATH(t, other)).status, 404);
	assert_int_equal(site_post(&answers, PATH(t, other), "innlegg", OWN, NULL).status, 404);
	assert_int_not_equal(site_post(&phone, PATH(t, own), "innlegg", "x", NULL).status, 303);
	assert_int_not_equal(site_get(&nobody, PATH(t, own)).status, 200);
	assert_int_equal(site_sql(t, "SELECT count(*) FROM lokalregel"), 1);
	site_close(t);
}

static void planners_write_those_of_any_municipality(void **state)
{
	struct site_test *t = site_open(all_pages);
	int64_t samling = site_samling(t, "9999", PHASE_READY);
	struct browser plans = site_login(t, site_person(t, STAFF_KOORDINATOR,
	                                                 "k@samling.example", NULL));
	struct browser leads = site_veileder(t, samling), answers = site_kontakt(t, "0301");

	(void)state;
	assert_int_equal(site_get(&plans, "/regler/lokalt").status, 200);
	assert_int_equal(site_post(&plans, "/regler/lokalt", "kommune", "0301", "innlegg", OWN,
	                           NULL).status, 303);
	assert_string_equal(stored(t, "0301", "innlegg"), OWN);
	assert_in(site_get(&plans, "/regler/lokalt?kommune=0301").body, OWN);
	assert_int_equal(site_post(&plans, "/regler/lokalt", "kommune", "0000", "innlegg", OWN,
	                           NULL).status, 404);
	assert_int_not_equal(site_get(&leads, "/regler/lokalt").status, 200);
	assert_int_not_equal(site_post(&answers, "/regler/lokalt", "kommune", "0301", "innlegg",
	                               "x", NULL).status, 303);
	assert_string_equal(stored(t, "0301", "innlegg"), OWN);
	site_close(t);
}

/* ---- what is written ---- */

static void every_key_has_a_field(void **state)
{
	struct site_test *t = site_open(all_pages);
	int64_t samling = site_samling(t, "9999", PHASE_READY);
	struct browser leads = site_veileder(t, samling);

	(void)state;
	for (size_t i = 0; i < LOKAL_KEYS; i++) {
		assert_int_equal(site_post(&leads, PATH(t, samling), lokal_keys[i].name, OWN,
		                           NULL).status, 303);
		assert_string_equal(stored(t, "9999", lokal_keys[i].name), OWN);
	}
	assert_int_equal(site_sql(t, "SELECT count(*) FROM lokalregel"), LOKAL_KEYS);
	site_close(t);
}

static void too_long_is_said_at_the_field_and_nothing_is_stored(void **state)
{
	struct site_test *t = site_open(all_pages);
	int64_t samling = site_samling(t, "9999", PHASE_READY);
	struct browser leads = site_veileder(t, samling);
	struct buf b = buf_in(t->mem);
	struct answer a;

	(void)state;
	for (int i = 0; i <= LOKAL_LETTERS_MAX; i++)
		buf_puts(&b, "å");
	a = site_post(&leads, PATH(t, samling), "innlegg", b.p, "replikk", "Ett minutt", NULL);
	assert_int_equal(a.status, 422);
	assert_in(a.body, "id=\"innlegg-f\"");
	assert_in(a.body, "value=\"Ett minutt\"");
	assert_int_equal(site_sql(t, "SELECT count(*) FROM lokalregel"), 0);
	site_close(t);
}

static void the_day_is_that_of_the_last_change(void **state)
{
	struct site_test *t = site_open(all_pages);
	int64_t samling = site_samling(t, "9999", PHASE_READY);
	struct browser leads = site_veileder(t, samling);
	const char *day = "SELECT endret FROM lokalregel";

	(void)state;
	site_post(&leads, PATH(t, samling), "innlegg", OWN, NULL);
	site_sql(t, "UPDATE lokalregel SET endret = '2026-01-01'");
	site_post(&leads, PATH(t, samling), "innlegg", OWN, NULL);
	assert_string_equal(site_sql_text(t, "%s", day), "2026-01-01");
	site_post(&leads, PATH(t, samling), "innlegg", "Fem minutter", NULL);
	assert_string_equal(site_sql_text(t, "%s", day), SITE_TODAY);
	site_close(t);
}

/* ---- on a card ---- */

static void put(struct day_scene *d, const char *municipality, const char *text)
{
	site_sql(d->t, "INSERT INTO lokalregel (kommune, noekkel, verdi, endret) "
	         "VALUES ('%s', 'interpellasjon', '%s', '2026-11-01')", municipality, text);
}

static void a_card_shows_what_its_own_municipality_says(void **state)
{
	struct day_scene d = day_open();

	(void)state;
	put(&d, "9999", OWN);
	put(&d, "0301", "Hos andre");
	item_under_way(&d, "regelkort", "Fem veier", "{\"kort\":\"fem-veier\"}");
	for (int i = 0; i < 4; i++) {
		const char *page = i == 0 ? wall_page_of(&d) : i == 1 ? phone_page(&d, 0) :
		                   i == 2 ? console_of(&d) : report_of(&d);

		assert_in(page, "Hos oss i Lillevik, skrevet 1. november 2026:");
		assert_in(page, OWN);
		assert_in(page, "Fem veier til sakslisten");
		assert_in(page, "Bare hvis reglementet deres sier det:");
		assert_in(page, "Sist kontrollert");
		assert_out(page, "Hos andre");
	}
	assert_in(console_of(&d), "Hvilken vei passer for en gruppe på to?");
	assert_out(wall_page_of(&d), "Hvilken vei passer for en gruppe på to?");
	assert_out(phone_page(&d, 0), "Hvilken vei passer for en gruppe på to?");
	site_close(d.t);
}

static void a_card_without_local_rules_says_none(void **state)
{
	struct day_scene d = day_open();

	(void)state;
	put(&d, "0301", "Hos andre");
	item_under_way(&d, "regelkort", "Fem veier til sakslisten", "{\"kort\":\"fem-veier\"}");
	assert_out(wall_page_of(&d), "Hos oss");
	assert_out(wall_page_of(&d), "regeltittel");    /* the item says it already */
	assert_in(phone_page(&d, 0), "<details");
	site_close(d.t);
}

static void a_phone_reads_it_in_its_own_language(void **state)
{
	struct day_scene d = day_open();

	(void)state;
	item_under_way(&d, "regelkort", "Kort", "{\"kort\":\"stemmeplikt\"}");
	assert_in(phone_page(&d, 0), "Ingen kan la være å stemme.");
	assert_int_equal(site_post(&d.phone[0], "/spraak", "spraak", "nn", NULL).status, 303);
	assert_in(phone_page(&d, 0), "Ingen kan la vere å røyste.");
	assert_in(phone_page(&d, 1), "Ingen kan la være å stemme.");
	site_close(d.t);
}

static void hostile_words_stay_words(void **state)
{
	struct day_scene d = day_open();
	const char *path = PATH(d.t, d.samling);

	(void)state;
	item_under_way(&d, "regelkort", "Fem veier", "{\"kort\":\"fem-veier\"}");
	for (size_t i = 0; payloads[i] != NULL; i++) {
		if (strchr(payloads[i], '<') == NULL || strpbrk(payloads[i], "\t\n") != NULL)
			continue;
		assert_int_equal(site_post(&d.anna, path, "interpellasjon", payloads[i],
		                           NULL).status, 303);
		assert_out(wall_page_of(&d), payloads[i]);
		assert_out(phone_page(&d, 0), payloads[i]);
		assert_out(console_of(&d), payloads[i]);
		assert_out(site_get(&d.anna, path).body, payloads[i]);
	}
	site_close(d.t);
}

/* A card that is taken out of the program leaves the item, and says so. */
static void a_card_that_is_gone_is_no_crash(void **state)
{
	struct day_scene d = day_open();

	(void)state;
	item_under_way(&d, "regelkort", "Borte", "{\"kort\":\"fantes-en-gang\"}");
	assert_in(wall_page_of(&d), "Kortet finnes ikke lenger.");
	assert_in(phone_page(&d, 0), "Borte");
	assert_in(report_of(&d), "Borte");
	site_close(d.t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_leader_and_the_kontakt_write_those_of_their_samling),
		cmocka_unit_test(nobody_reaches_another_municipality),
		cmocka_unit_test(planners_write_those_of_any_municipality),
		cmocka_unit_test(every_key_has_a_field),
		cmocka_unit_test(too_long_is_said_at_the_field_and_nothing_is_stored),
		cmocka_unit_test(the_day_is_that_of_the_last_change),
		cmocka_unit_test(a_card_shows_what_its_own_municipality_says),
		cmocka_unit_test(a_card_without_local_rules_says_none),
		cmocka_unit_test(a_phone_reads_it_in_its_own_language),
		cmocka_unit_test(hostile_words_stay_words),
		cmocka_unit_test(a_card_that_is_gone_is_no_crash),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
