/* The roster, the links and the people of a samling. */
#include "samling_scene.h"

#include <stdio.h>

#include "app/samling/navneliste.h"
#include "app/samling/samling.h"

/* ---- reading a roster ---- */

static const struct {
	const char *line, *name, *party;
	enum role role;
	const char *post;
} lines[] = {
	{ "Kari Nes;Bygdelista;folkevalgt;ordfører", "Kari Nes", "Bygdelista", 0, "ordfører" },
	{ "Kari Nes\tBygdelista\tFOLKEVALD\t", "Kari Nes", "Bygdelista", 0, "" },
	{ "Kari Nes,Bygdelista", "Kari Nes", "Bygdelista", 0, "" },
	{ "  Kari   Nes  ", "Kari Nes", "", 0, "" },
	{ "Ola;;Administrasjon;kommunedirektør", "Ola", "", 1, "kommunedirektør" },
	{ "\"Nes; Kari\";\"«Laget» \"\"X\"\"\";anna", "Nes; Kari", "«Laget» \"X\"", 2, "" },
	{ "Ola, Kari;Sp", "Ola, Kari", "Sp", 0, "" },
};

static void a_line_is_understood(void **state)
{
	struct arena *mem = arena_new(1 << 20);

	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		struct roster r = roster_read(mem, lines[i].line);

		assert_int_equal(r.n, 1);
		assert_null(r.row[0].error);
		assert_string_equal(r.row[0].name, lines[i].name);
		assert_string_equal(r.row[0].party, lines[i].party);
		assert_int_equal(r.row[0].role, lines[i].role);
		assert_string_equal(r.row[0].post, lines[i].post);
		r = roster_read(mem, roster_write(mem, &r));
		assert_string_equal(r.row[0].name, lines[i].name);
		assert_string_equal(r.row[0].party, lines[i].party);
	}
	arena_free(mem);
	(void)state;
}

static void wrong_lines_are_told_by_their_number(void **state)
{
	struct arena *mem = arena_new(1 << 20);
	struct roster r = roster_read(mem, "navn;parti;rolle;stilling\r\n\r\nKari;Sp\r\n;Ap\r\n"
	                              "Ola;H;keiser\nPer;A;annet;vert;5\n");

	assert_int_equal(r.n, 4);
	assert_int_equal(r.n_bad, 3);
	assert_int_equal(r.row[0].line, 3);
	assert_null(r.row[0].error);
	assert_int_equal(r.row[1].line, 4);
	assert_int_equal(r.row[2].line, 5);
	assert_int_equal(r.row[3].line, 6);
	arena_free(mem);
	(void)state;
}

static void a_roster_of_any_length_is_bounded(void **state)
{
	struct arena *mem = arena_new(8 << 20);
	char *text = arena_get(mem, 6001);
	struct roster r;

	for (int i = 0; i < 3000; i++)
		memcpy(text + (size_t)i * 2, "a\n", 3);
	r = roster_read(mem, text);
	assert_int_equal(r.n, ROSTER_ROWS_MAX + 1);
	assert_int_equal(r.n_bad, 1);
	arena_free(mem);
	(void)state;
}

static void names_are_shown_before_they_are_stored(void **state)
{
	struct scene h = scene_open(PHASE_READY);
	struct answer a = site_post(&h.leader, at(&h, "/navneliste"), "liste",
	                            "Kari\tSp\tfolkevalgt\nOla\t\tadministrasjon\n", NULL);

	assert_int_equal(a.status, 200);
	assert_has(&a, "Lagre 2 navn");
	assert_has(&a, "Kari;Sp;folkevalgt;");
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM navneliste"), 0);
	a = site_post(&h.leader, at(&h, "/navneliste"), "liste",
	              "Kari;Sp;folkevalgt;\nOla;;administrasjon;\n", "lagre", "1", NULL);
	assert_int_equal(a.status, 303);
	assert_int_equal(site_sql(h.t, "SELECT sum(rolle) FROM navneliste"), 1);
	a = site_post(&h.leader, at(&h, "/navneliste"), "liste", "Kari;Sp\nNy;Sp", "lagre", "1",
	              NULL);
	assert_int_equal(a.status, 422);
	assert_has(&a, "Navnet står alt på listen.");
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM navneliste"), 2);
	site_close(h.t);
	(void)state;
}

static void a_contact_keeps_the_roster(void **state)
{
	struct scene h = scene_open(PHASE_READY);
	struct browser contact = site_kontakt(h.t, "9999");
	struct answer a = site_post(&contact, at(&h, "/navneliste"), "liste", "Kari;Sp", "lagre",
	                            "1", NULL);

	assert_int_equal(a.status, 303);
	a = site_post(&contact, at(&h, "/navneliste/1"), "navn", "Kari Nes", "parti", "H", "rolle",
	              "2", "stilling", "vert", NULL);
	assert_int_equal(a.status, 303);
	assert_string_equal(site_sql_text(h.t, "SELECT navn || parti || rolle || stilling FROM "
	                                  "navneliste"), "Kari NesH2vert");
	a = site_post(&contact, at(&h, "/navneliste/1"), "navn", "", "parti", "H", NULL);
	assert_int_equal(a.status, 422);
	assert_int_equal(site_post(&contact, at(&h, "/navneliste/1/slett"), NULL).status, 303);
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM navneliste"), 0);
	site_close(h.t);
	(void)state;
}

/* ---- links ---- */

/* The secret as it stands in the reply, after the path of its kind. */
static const char *secret_in(struct scene *h, const struct answer *a, const char *path)
{
	const char *p = strstr(a->body, path);

	assert_non_null(p);
	p += strlen(path);
	return arena_strndup(h->t->mem, p, strcspn(p, "<\" &"));
}

static void a_link_is_shown_once_and_works_until_it_is_revoked(void **state)
{
	struct scene h = scene_open(PHASE_READY);
	struct browser wall = { .t = h.t };
	struct answer a = site_post(&h.leader, at(&h, "/lenker"), "slag", "3", "navn", "Salen",
	                            NULL);
	const char *secret, *path;

	assert_int_equal(a.status, 200);
	secret = secret_in(&h, &a, "/lerret/");
	assert_int_equal(strlen(secret), 22);
	a = site_get(&h.leader, at(&h, "/lenker"));
	assert_has(&a, "Salen");
	assert_null(strstr(a.body, secret));
	path = site_path(h.t, "/lerret/%s", secret);
	assert_int_equal(site_get(&wall, path).status, 200);
	assert_int_equal(site_post(&h.leader, at(&h, "/lenker/1/tilbakekall"), NULL).status, 303);
	assert_int_equal(site_get(&wall, path).status, 404);
	assert_int_equal(site_post(&h.leader, at(&h, "/lenker/1/tilbakekall"), NULL).status, 404);
	site_close(h.t);
	(void)state;
}

static void a_link_lives_until_the_day_after_the_last(void **state)
{
	struct scene h = scene_open(PHASE_READY);
	struct browser wall = { .t = h.t };
	struct answer a = site_post(&h.leader, at(&h, "/lenker"), "slag", "3", "navn", "Salen",
	                            NULL);
	const char *path = site_path(h.t, "/lerret/%s", secret_in(&h, &a, "/lerret/"));
	int64_t hour = 3600 * 1000;

	site_wait(h.t, 2 * 24 * hour + 14 * hour);       /* 17 January, 23.00 */
	assert_int_equal(site_get(&wall, path).status, 200);
	site_wait(h.t, hour);
	assert_int_equal(site_get(&wall, path).status, 404);
	site_close(h.t);
	(void)state;
}

static void revoking_a_console_link_ends_its_logins(void **state)
{
	struct scene h = scene_open(PHASE_READY);
	struct browser helper = site_console(h.t, h.s);

	assert_int_equal(site_get(&helper, at(&h, "")).status, 200);
	assert_int_equal(site_get(&helper, at(&h, "/kopier")).status, 403);
	assert_int_equal(site_post(&h.leader, at(&h, "/lenker/1/tilbakekall"), NULL).status, 303);
	assert_int_equal(site_get(&helper, at(&h, "")).status, 303);
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM oekt WHERE lenke IS NOT NULL"), 0);
	site_close(h.t);
	(void)state;
}

static void only_links_of_a_samling_can_be_made_here(void **state)
{
	struct scene h = scene_open(PHASE_READY);

	for (int kind = LINK_SETUP; kind <= LINK_LOGIN; kind++)
		assert_int_equal(site_post(&h.leader, at(&h, "/lenker"), "slag",
		                           site_path(h.t, "%d", kind), "navn", "X", NULL).status,
		                 422);
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM lenke"), 0);
	site_close(h.t);
	(void)state;
}

/* ---- who leads ---- */

static void two_can_lead_and_one_must_remain(void **state)
{
	struct scene h = scene_open(PHASE_READY);
	int64_t other = site_person(h.t, STAFF_VEILEDER, "even@samling.example", NULL);
	struct browser even = site_login(h.t, other);
	struct answer a;

	assert_int_equal(site_get(&even, at(&h, "")).status, 404);
	a = site_post(&h.leader, at(&h, "/veiledere"), "epost", "Even@Samling.example", NULL);
	assert_int_equal(a.status, 303);
	assert_int_equal(site_get(&even, at(&h, "")).status, 200);
	a = site_post(&even, at(&h, "/veiledere/1/fjern"), NULL);
	assert_int_equal(a.status, 303);
	assert_int_equal(site_get(&h.leader, at(&h, "")).status, 404);
	a = site_post(&even, site_path(h.t, "/samling/%lld/veiledere/%lld/fjern", (long long)h.s,
	                               (long long)other), NULL);
	assert_int_equal(a.status, 409);
	assert_has(&a, "minst én prosessveileder");
	site_close(h.t);
	(void)state;
}

static void strangers_and_contacts_are_not_made_leaders(void **state)
{
	struct scene h = scene_open(PHASE_READY);
	static const char *const no[] = { "ukjent@samling.example", "kontakt@lillevik.example" };

	site_person(h.t, STAFF_KONTAKT, no[1], "9999");
	for (size_t i = 0; i < 2; i++) {
		struct answer a = site_post(&h.leader, at(&h, "/veiledere"), "epost", no[i], NULL);

		assert_int_equal(a.status, 422);
		assert_has(&a, "Ingen prosessveileder har denne adressen.");
		assert_has(&a, no[i]);
	}
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM samling_veileder"), 1);
	site_close(h.t);
	(void)state;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_line_is_understood),
		cmocka_unit_test(wrong_lines_are_told_by_their_number),
		cmocka_unit_test(a_roster_of_any_length_is_bounded),
		cmocka_unit_test(names_are_shown_before_they_are_stored),
		cmocka_unit_test(a_contact_keeps_the_roster),
		cmocka_unit_test(a_link_is_shown_once_and_works_until_it_is_revoked),
		cmocka_unit_test(a_link_lives_until_the_day_after_the_last),
		cmocka_unit_test(revoking_a_console_link_ends_its_logins),
		cmocka_unit_test(only_links_of_a_samling_can_be_made_here),
		cmocka_unit_test(two_can_lead_and_one_must_remain),
		cmocka_unit_test(strangers_and_contacts_are_not_made_leaders),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
