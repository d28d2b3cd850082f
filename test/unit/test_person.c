/* What is stored of people: seeing it and erasing it. */
#include "person_scene.h"

#include "app/person/person.h"

static struct found_person found(struct scene *h, const char *who, enum outcome want)
{
	struct found_person p = { 0 };

	assert_int_equal(person_find(store_of(h), h->t->mem, who, NULL, &p), want);
	return p;
}

static json_t *seen(struct scene *h, const char *who)
{
	struct found_person p;
	json_t *all;

	begin(h, true);
	p = found(h, who, OUTCOME_OK);
	assert_int_equal(person_seen(store_of(h), h->t->mem, &p, &all), OUTCOME_OK);
	end(h, false);
	return all;
}

static const char *says(json_t *all, const char *section, const char *field)
{
	json_t *row = json_array_get(json_object_get(all, section), 0);

	return json_string_value(json_object_get(row, field));
}

static void everything_about_a_councillor_is_seen(void **state)
{
	struct scene h = scene_open(PHASE_LIVE);
	json_t *all;

	kari_comes(&h);
	all = seen(&h, " kari  NES");
	assert_string_equal(says(all, "På navnelisten", "parti"), "Sp");
	assert_string_equal(says(all, "På navnelisten", "kjønn"), "K");
	assert_string_equal(says(all, "Telefon som har sagt navnet", "dato"), SITE_TODAY);
	assert_string_equal(says(all, "Svar gitt med navn", "svar"), "Ja");
	assert_string_equal(says(all, "Plass i grupper", "leder gruppen"), "ja");
	assert_string_equal(says(all, "Tid på talerstolen", "slag"), "innlegg");
	assert_int_equal(json_array_size(json_object_get(all, "Svar gitt med navn")), 2);
	json_decref(all);
	begin(&h, true);
	found(&h, "Kari", OUTCOME_NOT_FOUND);
	found(&h, "kari@nes.example", OUTCOME_NOT_FOUND);
	end(&h, false);
	site_close(h.t);
	(void)state;
}

static void anonymous_answers_are_nobodys(void **state)
{
	struct scene h = scene_open(PHASE_LIVE);
	json_t *all;
	int64_t round;

	kari_comes(&h);
	site_sql(h.t, "DELETE FROM svar");
	round = asked(&h, LEVEL_ANONYMOUS, ROUND_CLOSED);
	site_sql(h.t, "INSERT INTO svar (runde, noekkel, verdi) SELECT %d, id, 'Ja' FROM deltaker",
	         (int)round);
	all = seen(&h, "Kari Nes");
	assert_null(json_object_get(all, "Svar gitt med navn"));
	json_decref(all);
	site_close(h.t);
	(void)state;
}

static void erasing_a_councillor_changes_no_figure(void **state)
{
	struct scene h = scene_open(PHASE_LIVE);
	struct kari k = kari_comes(&h);
	struct found_person p;
	struct erased done;

	begin(&h, false);
	p = found(&h, "Kari Nes", OUTCOME_OK);
	assert_int_equal(person_erase(store_of(&h), h.t->mem, h.t->p.site.world, &p, &done),
	                 OUTCOME_OK);
	end(&h, true);
	assert_int_equal(done.roster, 1);
	assert_int_equal(done.answers, 1);
	/* Answers, seats, and time at the rostrum are counted as before. */
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM svar"), 2);
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM deltaker"), 1);
	assert_int_equal(site_sql(h.t, "SELECT brukt FROM taler"), 93000);
	/* Nothing leads to her. */
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM navneliste"), 0);
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM deltaker WHERE navn IS NOT NULL"), 0);
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM svar v JOIN deltaker d ON d.id = "
	                          "v.noekkel WHERE v.runde = %d", (int)k.closed), 0);
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM gruppeplass"), 0);
	assert_string_equal(site_sql_text(h.t, "SELECT tekst FROM taler"), "");
	/* The phone can still change what it answered in the round that is open. */
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM svar v JOIN deltaker d ON d.id = "
	                          "v.noekkel WHERE v.runde = %d", (int)k.open), 1);
	begin(&h, true);
	found(&h, "Kari Nes", OUTCOME_NOT_FOUND);
	end(&h, false);
	site_close(h.t);
	(void)state;
}

/* Two who have the same name, in two municipalities. */
static void a_namesake_elsewhere_is_somebody_else(void **state)
{
	struct scene h = scene_open(PHASE_LIVE);
	int64_t other = site_samling(h.t, "9998", PHASE_LIVE), item;
	struct found_person p;
	struct erased done;
	json_t *all;

	kari_comes(&h);
	item = site_item(h.t, other, 1, "talerliste", "Debatt", 30, "{}");
	site_sql(h.t, "INSERT INTO navneliste (samling, navn, rolle) VALUES (%d, 'Kari Nes', 0)",
	         (int)other);
	site_sql(h.t, "INSERT INTO taler (punkt, tekst, rolle, plass, sekunder) VALUES (%d, "
	         "'Kari Nes', 0, 1, 120)", (int)item);
	site_sql(h.t, "INSERT INTO protokoll (samling, naar, hvem, hva) VALUES (%d, 5, 'Kari Nes', "
	         "'runde_aapnet')", (int)other);
	begin(&h, true);
	assert_int_equal(person_find(store_of(&h), h.t->mem, "Kari Nes", NULL, &p), OUTCOME_OK);
	assert_int_equal(p.municipalities, 2);
	assert_int_equal(person_find(store_of(&h), h.t->mem, "Kari Nes", "9999", &p), OUTCOME_OK);
	assert_int_equal(p.municipalities, 1);
	assert_int_equal(person_seen(store_of(&h), h.t->mem, &p, &all), OUTCOME_OK);
	end(&h, false);
	assert_null(json_object_get(all, "Handlinger i protokollen"));
	assert_int_equal(json_array_size(json_object_get(
	                 all, "Navnet står i tekst andre har skrevet")), 1);
	json_decref(all);
	begin(&h, false);
	assert_int_equal(person_erase(store_of(&h), h.t->mem, h.t->p.site.world, &p, &done),
	                 OUTCOME_OK);
	end(&h, true);
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM taler WHERE tekst = 'Kari Nes'"), 1);
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM navneliste"), 1);
	site_close(h.t);
	(void)state;
}

static void a_name_inside_a_word_is_no_name(void **state)
{
	struct scene h = scene_open(PHASE_READY);
	int64_t other = site_person(h.t, STAFF_VEILEDER, "bo@samling.example", NULL);
	struct found_person p;
	struct erased done;

	site_sql(h.t, "UPDATE person SET navn = 'Bo' WHERE id = %d", (int)other);
	site_sql(h.t, "INSERT INTO protokoll (samling, naar, hvem, hva, detalj) VALUES (%d, 6, "
	         "'Gunn', 'punkt_nytt', 'Bodø og Bømlo'), (%d, 7, 'Gunn', 'veileder_ny', "
	         "'Bo, BoBo')",
	         (int)h.s, (int)h.s);
	begin(&h, false);
	p = found(&h, "bo@samling.example", OUTCOME_OK);
	assert_int_equal(person_erase(store_of(&h), h.t->mem, h.t->p.site.world, &p, &done),
	                 OUTCOME_OK);
	end(&h, true);
	assert_int_equal(done.acts, 1);
	assert_string_equal(site_sql_text(h.t, "SELECT group_concat(detalj, '|') FROM protokoll "
	                                  "WHERE naar < 10"), "Bodø og Bømlo|(slettet), BoBo");
	site_close(h.t);
	(void)state;
}

static void the_protocol_keeps_the_office_but_not_the_name(void **state)
{
	struct scene h = scene_open(PHASE_READY);
	int64_t other = site_person(h.t, STAFF_VEILEDER, "even@samling.example", NULL);
	struct found_person p;
	struct erased done;
	json_t *all;

	site_sql(h.t, "UPDATE person SET navn = 'Even Lie' WHERE id = %d", (int)other);
	site_sql(h.t, "INSERT INTO protokoll (samling, naar, hvem, hva) VALUES (%d, 5, 'Even Lie', "
	         "'runde_aapnet')", (int)h.s);
	site_sql(h.t, "INSERT INTO protokoll (samling, naar, hvem, hva, detalj) VALUES (%d, 6, "
	         "'Gunn', 'veileder_ny', 'Even Lie, even@samling.example')", (int)h.s);
	all = seen(&h, "Even@Samling.example");
	assert_string_equal(says(all, "Brukerkonto", "rolle"), "prosessveileder");
	assert_string_equal(says(all, "Handlinger i protokollen", "hva"), "runde_aapnet");
	json_decref(all);
	begin(&h, false);
	p = found(&h, "even@samling.example", OUTCOME_OK);
	assert_int_equal(person_erase(store_of(&h), h.t->mem, h.t->p.site.world, &p, &done),
	                 OUTCOME_OK);
	end(&h, true);
	assert_int_equal(done.acts, 2);
	assert_string_equal(site_sql_text(h.t, "SELECT group_concat(naar || hvem || detalj, '|') "
	                                  "FROM protokoll WHERE naar < 10"),
	                    "5en prosessveileder|6Gunn(slettet), (slettet)");
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM person WHERE id = %d", (int)other), 0);
	site_close(h.t);
	(void)state;
}

static void the_last_programleder_stays_and_a_samling_without_leader_is_told(void **state)
{
	struct scene h = scene_open(PHASE_READY);
	struct browser b = site_programleder(h.t);
	const char *boss = site_sql_text(h.t, "SELECT epost FROM person WHERE rolle = 0");
	const char *leader = site_sql_text(h.t, "SELECT epost FROM person WHERE rolle = 2");
	struct found_person p;
	struct erased done;

	(void)b;
	begin(&h, false);
	p = found(&h, boss, OUTCOME_OK);
	assert_int_equal(person_erase(store_of(&h), h.t->mem, h.t->p.site.world, &p, &done),
	                 OUTCOME_CONFLICT);
	end(&h, false);
	begin(&h, false);
	p = found(&h, leader, OUTCOME_OK);
	assert_int_equal(person_erase(store_of(&h), h.t->mem, h.t->p.site.world, &p, &done),
	                 OUTCOME_OK);
	assert_true(strlen(done.without_leader) > 0);
	end(&h, true);
	site_close(h.t);
	(void)state;
}

/* ---- a samling ---- */

static void a_samling_is_deleted_by_typing_its_title(void **state)
{
	struct scene h = scene_open(PHASE_ENDED);
	struct browser helper = site_console(h.t, h.s);
	struct answer a;

	kari_comes(&h);
	site_sql(h.t, "UPDATE samling SET tittel = 'Basisprogram' WHERE id = %d", (int)h.s);
	a = site_post(&h.leader, at(&h, "/slett"), "tittel", "Noe annet", NULL);
	assert_int_equal(a.status, 422);
	assert_has(&a, "Ingenting er slettet.");
	assert_int_equal(site_get(&helper, at(&h, "/slett")).status, 403);
	assert_int_equal(site_post(&helper, at(&h, "/slett"), "tittel", "Basisprogram",
	                           NULL).status, 403);
	assert_int_equal(site_post(&h.leader, at(&h, "/proeve"), NULL).status, 303);
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM samling"), 2);
	a = site_post(&h.leader, at(&h, "/slett"), "tittel", "basisprogram", NULL);
	assert_int_equal(a.status, 303);
	assert_string_equal(a.to, "/mine");
	assert_int_equal(site_sql(h.t, "SELECT (SELECT count(*) FROM samling) + (SELECT count(*) "
	                          "FROM navneliste) + (SELECT count(*) FROM svar) + (SELECT "
	                          "count(*) FROM deltaker) + (SELECT count(*) FROM taler)"), 0);
	assert_string_equal(site_sql_text(h.t, "SELECT hva FROM protokoll WHERE samling IS NULL "
	                                  "ORDER BY id DESC"), "samling_slettet");
	assert_int_equal(site_get(&h.leader, at(&h, "")).status, 404);
	site_close(h.t);
	(void)state;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(everything_about_a_councillor_is_seen),
		cmocka_unit_test(anonymous_answers_are_nobodys),
		cmocka_unit_test(erasing_a_councillor_changes_no_figure),
		cmocka_unit_test(a_namesake_elsewhere_is_somebody_else),
		cmocka_unit_test(a_name_inside_a_word_is_no_name),
		cmocka_unit_test(the_protocol_keeps_the_office_but_not_the_name),
		cmocka_unit_test(the_last_programleder_stays_and_a_samling_without_leader_is_told),
		cmocka_unit_test(a_samling_is_deleted_by_typing_its_title),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
