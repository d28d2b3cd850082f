/* The pages of the roster, and who of it is here. */
#include "samling_scene.h"

#include "app/samling/navneliste.h"
#include "app/samling/samling.h"

static int64_t name_put(struct scene *h, const char *name, enum role role, enum presence said)
{
	return site_sql(h->t, "INSERT INTO navneliste (samling, navn, rolle, frammoete) "
	                "VALUES (%lld, '%s', %d, %d)", (long long)h->s, name, (int)role, (int)said);
}

static struct people present(struct scene *h)
{
	struct people all, here;

	store_request_begin(h->t->p.site.store, RIGHT_BIT(RIGHT_LEADER), true);
	assert_int_equal(people_all(h->t->p.site.store, h->t->mem, h->s, &all), OUTCOME_OK);
	assert_int_equal(store_request_end(h->t->p.site.store, false), OUTCOME_OK);
	here = (struct people){ .person = all.person };
	for (size_t i = 0; i < all.n; i++)
		if (attendee_present(&all.person[i]))
			here.person[here.n++] = all.person[i];
	return here;
}

static void who_is_here_is_what_was_said_else_what_a_phone_says(void **state)
{
	static const struct { enum presence said; bool phone, here; } cases[] = {
		{ PRESENCE_UNSAID, false, false }, { PRESENCE_UNSAID, true, true },
		{ PRESENCE_PRESENT, false, true }, { PRESENCE_PRESENT, true, true },
		{ PRESENCE_AWAY, false, false }, { PRESENCE_AWAY, true, false },
	};
	struct scene h = scene_open(PHASE_LIVE);

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		int64_t id = name_put(&h, "Kari", ROLE_FOLKEVALGT, cases[i].said);

		if (cases[i].phone)
			site_sql(h.t, "INSERT INTO deltaker (id, samling, token, rolle, navn, "
			         "dato) VALUES (randomblob(16), %lld, randomblob(32), 0, %lld, '"
			         SITE_TODAY "')", (long long)h.s, (long long)id);
		assert_int_equal(present(&h).n, cases[i].here ? 1 : 0);
		site_sql(h.t, "DELETE FROM navneliste");
	}
	site_close(h.t);
	(void)state;
}

static void those_who_are_here_come_by_role_and_norwegian_order(void **state)
{
	struct scene h = scene_open(PHASE_LIVE);
	struct people p;

	name_put(&h, "Øyvind", ROLE_FOLKEVALGT, PRESENCE_PRESENT);
	name_put(&h, "Ada", ROLE_ADMINISTRASJON, PRESENCE_PRESENT);
	name_put(&h, "Åse", ROLE_FOLKEVALGT, PRESENCE_PRESENT);
	name_put(&h, "zara", ROLE_FOLKEVALGT, PRESENCE_PRESENT);
	p = present(&h);
	assert_int_equal(p.n, 4);
	assert_string_equal(p.person[0].name, "zara");
	assert_string_equal(p.person[1].name, "Øyvind");
	assert_string_equal(p.person[2].name, "Åse");
	assert_string_equal(p.person[3].name, "Ada");
	site_close(h.t);
	(void)state;
}

/* ---- the list ---- */

/* What the last page said the stored list looked like. */
static const char *seen(struct scene *h, const struct answer *a)
{
	static const char mark[] = "name=\"sett\" value=\"";
	const char *p = strstr(a->body, mark);

	assert_non_null(p);
	p += sizeof mark - 1;
	return arena_strndup(h->t->mem, p, strcspn(p, "\""));
}

static struct answer paste(struct scene *h, struct browser *b, const char *list)
{
	struct answer a = site_post(b, at(h, "/navneliste"), "liste", list, NULL);

	assert_int_equal(a.status, 200);
	return site_post(b, at(h, "/navneliste"), "liste", list, "sett", seen(h, &a), "lagre", "1",
	                 NULL);
}

static void names_are_shown_before_they_are_stored(void **state)
{
	struct scene h = scene_open(PHASE_READY);
	const char *list = "Kari\tSp\tfolkevalgt\nOla\t\tadministrasjon\n";
	struct answer a = site_post(&h.leader, at(&h, "/navneliste"), "liste", list, NULL);

	assert_int_equal(a.status, 200);
	assert_has(&a, "2 nye, 0 endrede, 0 tatt bort, 0 som før");
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM navneliste"), 0);
	assert_int_equal(paste(&h, &h.leader, list).status, 303);
	assert_int_equal(site_sql(h.t, "SELECT sum(rolle) FROM navneliste"), 1);
	a = site_post(&h.leader, at(&h, "/navneliste"), "liste", "Kari;H\nNy;Sp", NULL);
	assert_has(&a, "1 ny, 1 endret, 0 tatt bort, 0 som før");
	assert_has(&a, "1 står ikke i det du la inn, og blir stående.");
	site_close(h.t);
	(void)state;
}

static void a_list_with_anything_wrong_stores_nothing(void **state)
{
	struct scene h = scene_open(PHASE_READY);
	struct answer a = site_post(&h.leader, at(&h, "/navneliste"), "liste",
	                            "Kari;Sp\nOla;H;keiser\n", "lagre", "1", NULL);

	assert_int_equal(a.status, 422);
	assert_has(&a, "Ingenting er lagret: 1 linje må rettes.");
	assert_has(&a, "Linje 2, kolonne 3");
	assert_has(&a, "Ola;H;keiser");
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM navneliste"), 0);
	site_close(h.t);
	(void)state;
}

static void what_was_shown_is_what_is_stored(void **state)
{
	struct scene h = scene_open(PHASE_READY);
	struct answer a = site_post(&h.leader, at(&h, "/navneliste"), "liste", "Kari;Sp", NULL);
	const char *then = seen(&h, &a);

	name_put(&h, "Ola", ROLE_FOLKEVALGT, PRESENCE_UNSAID);
	a = site_post(&h.leader, at(&h, "/navneliste"), "liste", "Kari;Sp", "sett", then, "lagre",
	              "1", NULL);
	assert_int_equal(a.status, 409);
	assert_has(&a, "Noen andre har endret listen imens.");
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM navneliste"), 1);
	assert_int_equal(paste(&h, &h.leader, "Kari;Sp").status, 303);
	site_close(h.t);
	(void)state;
}

static void a_whole_list_takes_away_those_who_are_not_in_it(void **state)
{
	struct scene h = scene_open(PHASE_READY);
	struct answer a;

	paste(&h, &h.leader, "navn;parti;kjønn;fødselsår;ny;id\nKari;Sp;K;1984;ja;a\nOla;H;;;;b");
	a = site_post(&h.leader, at(&h, "/navneliste"), "liste", "navn;id\nKari Nes;a", "hele", "1",
	              NULL);
	assert_has(&a, "0 nye, 1 endret, 1 tatt bort, 0 som før");
	a = site_post(&h.leader, at(&h, "/navneliste"), "liste", "navn;id\nKari Nes;a", "hele", "1",
	              "sett", seen(&h, &a), "lagre", "1", NULL);
	assert_int_equal(a.status, 303);
	assert_string_equal(site_sql_text(h.t, "SELECT group_concat(navn || parti || kjoenn || "
	                                  "foedt || ny || ekstern) FROM navneliste"),
	                    "Kari NesSpK19841a");
	site_close(h.t);
	(void)state;
}

static void a_file_is_shown_before_it_is_stored(void **state)
{
	struct scene h = scene_open(PHASE_READY);
	struct buf file = buf_in(h.t->mem);
	struct answer a;

	buf_puts(&file, "\xef\xbb\xbf" "Navn;Kj\xc3\xb8nn\r\nK\xc3\xa5re;M\r\n");
	a = site_post_file(&h.leader, at(&h, "/navneliste/fil"), "fil", &file, "hele", "1", NULL);
	assert_int_equal(a.status, 200);
	assert_has(&a, "Navn;Kjønn\r\nKåre;M");
	assert_has(&a, "1 ny, 0 endrede");
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM navneliste"), 0);
	buf_putc(&file, '\0');
	a = site_post_file(&h.leader, at(&h, "/navneliste/fil"), "fil", &file, NULL);
	assert_int_equal(a.status, 422);
	assert_has(&a, "Dette er ikke en tekstfil.");
	a = site_post_file(&h.leader, at(&h, "/navneliste/fil"), "fil", NULL, NULL);
	assert_int_equal(a.status, 422);
	site_close(h.t);
	(void)state;
}

static void a_contact_keeps_the_roster(void **state)
{
	struct scene h = scene_open(PHASE_READY);
	struct browser contact = site_kontakt(h.t, "9999");
	struct answer a = paste(&h, &contact, "Kari;Sp");

	assert_int_equal(a.status, 303);
	a = site_post(&contact, at(&h, "/navneliste/1"), "navn", "Kari Nes", "parti", "H", "rolle",
	              "2", "stilling", "vert", "kjoenn", "K", "foedt", "1984", "ny", "1", "id",
	              "x", NULL);
	assert_int_equal(a.status, 303);
	assert_string_equal(site_sql_text(h.t, "SELECT navn || parti || rolle || stilling || "
	                                  "kjoenn || foedt || ny || ekstern FROM navneliste"),
	                    "Kari NesH2vertK19841x");
	a = site_post(&contact, at(&h, "/navneliste/1"), "navn", "", "parti", "H", NULL);
	assert_int_equal(a.status, 422);
	a = site_post(&contact, at(&h, "/navneliste/1"), "navn", "K", "kjoenn", "X", NULL);
	assert_int_equal(a.status, 422);
	a = site_post(&contact, at(&h, "/navneliste/1"), "navn", "K", "id", "12038412345", NULL);
	assert_int_equal(a.status, 422);
	assert_int_equal(site_post(&contact, at(&h, "/navneliste/1/slett"), NULL).status, 303);
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM navneliste"), 0);
	site_close(h.t);
	(void)state;
}

static void the_page_says_when_the_list_is_deleted(void **state)
{
	struct scene h = scene_open(PHASE_READY);
	struct answer a = site_get(&h.leader, at(&h, "/navneliste"));

	assert_has(&a, "slettes av seg selv etter mandag 15. februar 2027.");
	site_close(h.t);
	(void)state;
}

/* ---- ticking ---- */

static void a_tick_says_who_is_here_and_two_can_tick_at_once(void **state)
{
	struct scene h = scene_open(PHASE_LIVE);
	int64_t a = name_put(&h, "A", ROLE_FOLKEVALGT, PRESENCE_UNSAID);
	int64_t b = name_put(&h, "B", ROLE_FOLKEVALGT, PRESENCE_UNSAID);
	int64_t c = name_put(&h, "C", ROLE_FOLKEVALGT, PRESENCE_PRESENT);
	const char *shown = site_path(h.t, "%d", (int)c);

	/* Both were shown C; one ticks A, the other B and takes C away. */
	assert_int_equal(site_post(&h.leader, at(&h, "/frammoete"), "vist", shown, "her",
	                           site_path(h.t, "%d", (int)a), "her", shown, NULL).status, 303);
	assert_int_equal(site_post(&h.leader, at(&h, "/frammoete"), "vist", shown, "her",
	                           site_path(h.t, "%d", (int)b), NULL).status, 303);
	assert_int_equal(present(&h).n, 2);
	assert_string_equal(present(&h).person[0].name, "A");
	assert_string_equal(present(&h).person[1].name, "B");
	assert_int_equal(site_post(&h.leader, at(&h, "/frammoete/nullstill"), NULL).status, 303);
	assert_int_equal(present(&h).n, 0);
	site_close(h.t);
	(void)state;
}

static void who_left_is_away_although_the_phone_stays(void **state)
{
	struct scene h = scene_open(PHASE_LIVE);
	int64_t a = name_put(&h, "A", ROLE_FOLKEVALGT, PRESENCE_UNSAID);
	struct answer page;

	site_sql(h.t, "INSERT INTO deltaker (id, samling, token, rolle, navn, dato) VALUES "
	         "(randomblob(16), %lld, randomblob(32), 0, %lld, '" SITE_TODAY "')",
	         (long long)h.s, (long long)a);
	page = site_get(&h.leader, at(&h, "/frammoete"));
	assert_has(&page, "1 av 1 er her.");
	site_post(&h.leader, at(&h, "/frammoete"), "vist", site_path(h.t, "%d", (int)a), NULL);
	assert_int_equal(present(&h).n, 0);
	assert_int_equal(site_sql(h.t, "SELECT frammoete FROM navneliste"), PRESENCE_AWAY);
	site_close(h.t);
	(void)state;
}

static void nobody_of_another_samling_is_ticked(void **state)
{
	struct scene h = scene_open(PHASE_LIVE);
	int64_t other = site_samling(h.t, "3101", PHASE_LIVE);
	int64_t theirs = site_sql(h.t, "INSERT INTO navneliste (samling, navn, rolle) VALUES "
	                          "(%lld, 'X', 0)", (long long)other);

	site_post(&h.leader, at(&h, "/frammoete"), "vist", "", "her",
	          site_path(h.t, "%d", (int)theirs), NULL);
	assert_int_equal(site_sql(h.t, "SELECT frammoete FROM navneliste"), PRESENCE_UNSAID);
	site_close(h.t);
	(void)state;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(who_is_here_is_what_was_said_else_what_a_phone_says),
		cmocka_unit_test(those_who_are_here_come_by_role_and_norwegian_order),
		cmocka_unit_test(names_are_shown_before_they_are_stored),
		cmocka_unit_test(a_list_with_anything_wrong_stores_nothing),
		cmocka_unit_test(what_was_shown_is_what_is_stored),
		cmocka_unit_test(a_whole_list_takes_away_those_who_are_not_in_it),
		cmocka_unit_test(a_file_is_shown_before_it_is_stored),
		cmocka_unit_test(a_contact_keeps_the_roster),
		cmocka_unit_test(the_page_says_when_the_list_is_deleted),
		cmocka_unit_test(a_tick_says_who_is_here_and_two_can_tick_at_once),
		cmocka_unit_test(who_left_is_away_although_the_phone_stays),
		cmocka_unit_test(nobody_of_another_samling_is_ticked),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
