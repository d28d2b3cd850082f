/* Logins: the first person, links that are spent once, who is let in and thrown out. */
#include "site_help.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

#include "app/konto/konto.h"
#include "app/sider.h"
#include "live/live.h"
#include "net/server.h"
#include "store/right.h"
#include "web/brake.h"

#define MINUTE_MS 60000

static int setup(void **state)
{
	*state = site_open(all_pages);
	return 0;
}

static int teardown(void **state)
{
	site_close(*state);
	return 0;
}

/* The path of what a start with nobody in it prints; NULL: nothing. */
static const char *setup_path(struct site_test *t)
{
	const char *url;

	store_request_begin(t->p.site.store, RIGHT_BIT(RIGHT_SYSTEM), false);
	assert_int_equal(konto_setup_link(&t->p.site, t->mem, &url), OUTCOME_OK);
	assert_int_equal(store_request_end(t->p.site.store, true), OUTCOME_OK);
	assert_true(store_commit(t->p.site.store));
	return url == NULL ? NULL : url + strlen(t->p.site.base);
}

static const char *login_path(struct site_test *t, const char *email, const char *til)
{
	enum outcome went;
	const char *url;

	store_request_begin(t->p.site.store, RIGHT_BIT(RIGHT_SYSTEM), false);
	went = konto_login_link(&t->p.site, t->mem, email, til, &url);
	assert_int_equal(store_request_end(t->p.site.store, true), OUTCOME_OK);
	assert_true(store_commit(t->p.site.store));
	return went != OUTCOME_OK ? NULL : url + strlen(t->p.site.base);
}

static const char *without_query(struct site_test *t, const char *path)
{
	return arena_strndup(t->mem, path, strcspn(path, "?"));
}

static void the_first_start_lets_one_person_in_once(void **state)
{
	struct site_test *t = *state;
	struct browser a = { .t = t }, b = { .t = t };
	const char *path = setup_path(t);

	for (int i = 0; i < 3; i++)
		assert_int_equal(site_get(&a, path).status, 200);
	assert_int_equal(site_sql(t, "SELECT count(*) FROM person"), 0);
	assert_int_equal(site_post(&a, path, "navn", "Kari", "epost", "ikke-epost", NULL).status,
	                 422);
	assert_int_equal(site_post(&a, path, "navn", "Kari", "epost", "Kari@Lillevik.example",
	                           NULL).status, 303);
	assert_string_equal(site_sql_text(t, "SELECT epost || rolle FROM person"),
	                    "kari@lillevik.example0");
	assert_int_equal(site_get(&a, "/folk").status, 200);
	assert_int_equal(site_post(&b, path, "navn", "Ola", "epost", "ola@lillevik.example",
	                           NULL).status, 404);
	assert_int_equal(site_sql(t, "SELECT count(*) FROM person"), 1);
	assert_null(setup_path(t));
}

static void a_new_start_kills_the_old_setup_link(void **state)
{
	struct site_test *t = *state;
	struct browser b = { .t = t };
	const char *old = setup_path(t), *new = setup_path(t);

	assert_int_equal(site_get(&b, old).status, 404);
	assert_int_equal(site_post(&b, old, "navn", "Kari", "epost", "k@l.example", NULL).status,
	                 404);
	assert_int_equal(site_get(&b, new).status, 200);
	site_wait(t, INT64_C(24) * 60 * MINUTE_MS + 1);
	assert_int_equal(site_get(&b, new).status, 404);
	assert_int_equal(site_sql(t, "SELECT count(*) FROM person"), 0);
}

static void a_setup_link_is_dead_when_somebody_exists(void **state)
{
	struct site_test *t = *state;
	struct browser b = { .t = t };
	const char *path = setup_path(t);

	site_person(t, STAFF_PROGRAMLEDER, "kari@lillevik.example", NULL);
	assert_int_equal(site_post(&b, path, "navn", "Ola", "epost", "o@l.example", NULL).status,
	                 404);
	assert_int_equal(site_sql(t, "SELECT count(*) FROM person"), 1);
}

static void a_login_link_is_spent_by_one_post_and_no_get(void **state)
{
	struct site_test *t = *state;
	struct browser scanner = { .t = t }, mine = { .t = t }, late = { .t = t };
	const char *path;

	site_person(t, STAFF_VEILEDER, "kari@lillevik.example", NULL);
	path = login_path(t, "kari@lillevik.example", "");
	for (int i = 0; i < 3; i++)
		assert_int_equal(site_get(&scanner, path).status, 200);
	assert_int_equal(site_sql(t, "SELECT count(*) FROM lenke WHERE brukt IS NOT NULL"), 0);
	assert_int_equal(scanner.n_cookie, 0);
	assert_string_equal(site_post(&mine, path, NULL).to, "/mine");
	assert_int_equal(site_get(&mine, "/mine").status, 200);
	for (int i = 0; i < 20; i++)
		assert_int_equal(site_post(&late, path, NULL).status, 404);
	assert_int_equal(site_sql(t, "SELECT count(*) FROM oekt"), 1);
}

static void a_login_link_lasts_a_quarter_of_an_hour(void **state)
{
	struct site_test *t = *state;
	struct browser b = { .t = t };
	const char *path;

	site_person(t, STAFF_VEILEDER, "kari@lillevik.example", NULL);
	path = login_path(t, "kari@lillevik.example", "");
	site_wait(t, 15 * MINUTE_MS - 1);
	assert_int_equal(site_get(&b, path).status, 200);
	site_wait(t, 1);
	assert_int_equal(site_get(&b, path).status, 404);
	assert_int_equal(site_post(&b, path, NULL).status, 404);
	assert_null(login_path(t, "ukjent@lillevik.example", ""));
}

static void a_setup_link_logs_nobody_in_and_the_other_way_round(void **state)
{
	struct site_test *t = *state;
	struct browser b = { .t = t };
	const char *secret = strrchr(setup_path(t), '/') + 1, *login;

	assert_int_equal(site_post(&b, site_path(t, "/logg-inn/%s", secret), NULL).status, 404);
	site_person(t, STAFF_VEILEDER, "kari@lillevik.example", NULL);
	login = strrchr(login_path(t, "kari@lillevik.example", ""), '/') + 1;
	assert_int_equal(site_get(&b, site_path(t, "/oppsett/%s", login)).status, 404);
	assert_int_equal(site_post(&b, site_path(t, "/oppsett/%s", login), "navn", "X", "epost",
	                           "x@l.example", NULL).status, 404);
}

static void logging_in_makes_a_new_session_and_ends_the_old(void **state)
{
	struct site_test *t = *state;
	struct browser b, thief;

	b = site_login(t, site_person(t, STAFF_VEILEDER, "kari@lillevik.example", NULL));
	thief = b;
	assert_int_equal(site_post(&b, login_path(t, "kari@lillevik.example", ""), NULL).status,
	                 303);
	assert_string_not_equal(b.cookie[0].value, thief.cookie[0].value);
	assert_int_equal(site_get(&b, "/mine").status, 200);
	assert_int_equal(site_get(&thief, "/mine").status, 303);
}

static void known_and_unknown_addresses_get_the_same_answer(void **state)
{
	struct site_test *t = *state;
	struct browser b = { .t = t };
	struct answer known, unknown;

	site_person(t, STAFF_VEILEDER, "kari@lillevik.example", NULL);
	t->p.site.development = true;
	known = site_post(&b, "/logg-inn", "epost", "Kari@lillevik.example", NULL);
	assert_int_equal(site_sql(t, "SELECT count(*) FROM lenke"), 1);
	unknown = site_post(&b, "/logg-inn", "epost", "ola@lillevik.example", NULL);
	assert_int_equal(site_sql(t, "SELECT count(*) FROM lenke"), 1);
	assert_int_equal(known.status, unknown.status);
	assert_string_equal(known.to, unknown.to);
	assert_string_equal(known.body, unknown.body);
}

static void without_mail_no_link_is_made_and_the_page_says_so(void **state)
{
	struct site_test *t = *state;
	struct browser b = { .t = t };

	site_person(t, STAFF_VEILEDER, "kari@lillevik.example", NULL);
	assert_string_equal(site_post(&b, "/logg-inn", "epost", "kari@lillevik.example", NULL).to,
	                    "/logg-inn/sendt");
	assert_int_equal(site_sql(t, "SELECT count(*) FROM lenke"), 0);
	assert_non_null(strstr(site_get(&b, "/logg-inn/sendt").body, "samling lenke"));
}

static void only_own_paths_are_gone_on_to(void **state)
{
	static const struct { const char *til, *to; } cases[] = {
		{ "/samling/7/konsoll", "/samling/7/konsoll" }, { "/mine", "/mine" },
		{ "//ond.example", "/mine" }, { "/\\ond.example", "/mine" },
		{ "https://ond.example", "/mine" }, { "javascript:alert(1)", "/mine" },
		{ "/a?b=c", "/mine" }, { "/a b", "/mine" }, { "", "/mine" }, { "mine", "/mine" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		assert_string_equal(konto_local_path(cases[i].til, "/mine"), cases[i].to);
}

static void a_login_goes_on_to_where_one_was_going(void **state)
{
	struct site_test *t = *state;
	struct browser b = { .t = t };
	const char *path;

	site_person(t, STAFF_VEILEDER, "kari@lillevik.example", NULL);
	assert_string_equal(site_get(&b, "/mine").to, "/logg-inn?til=/mine");
	path = login_path(t, "kari@lillevik.example", "/kommuner");
	assert_non_null(strstr(site_get(&b, path).body, "value=\"/kommuner\""));
	assert_string_equal(site_post(&b, without_query(t, path), "til", "/kommuner", NULL).to,
	                    "/kommuner");
	path = login_path(t, "kari@lillevik.example", "");
	assert_string_equal(site_post(&b, path, "til", "//ond.example", NULL).to, "/mine");
}

static void too_many_forms_from_one_address_wait_a_minute(void **state)
{
	struct site_test *t = *state;
	struct browser b = { .t = t };

	for (int i = 0; i < BRAKE_LOGIN_MAX; i++)
		assert_int_equal(site_post(&b, "/logg-inn", "epost", "x@l.example", NULL).status,
		                 303);
	assert_int_equal(site_post(&b, "/logg-inn", "epost", "x@l.example", NULL).status, 429);
	site_wait(t, MINUTE_MS);
	assert_int_equal(site_post(&b, "/logg-inn", "epost", "x@l.example", NULL).status, 303);
}

static void one_account_gets_few_links_and_those_still_work(void **state)
{
	struct site_test *t = *state;
	struct browser b = { .t = t };
	const char *own;

	site_person(t, STAFF_VEILEDER, "kari@lillevik.example", NULL);
	own = login_path(t, "kari@lillevik.example", "");
	t->p.site.development = true;
	for (int i = 0; i < 2 * BRAKE_ACCOUNT_MAX; i++)
		assert_int_equal(site_post(&b, "/logg-inn", "epost", "kari@lillevik.example",
		                           NULL).status, 303);
	assert_int_equal(site_sql(t, "SELECT count(*) FROM lenke"), 1 + BRAKE_ACCOUNT_MAX);
	assert_int_equal(site_post(&b, own, NULL).status, 303);
}

static void a_logged_out_cookie_is_worth_nothing(void **state)
{
	struct site_test *t = *state;
	struct browser b = site_programleder(t), replay = b;

	assert_int_equal(site_post(&b, "/logg-ut", NULL).status, 303);
	assert_int_equal(site_get(&replay, "/mine").status, 303);
	assert_int_equal(site_post(&replay, "/folk", "navn", "X", "epost", "x@l.example", "rolle",
	                           "2", NULL).status, 403);
}

static void people_are_added_with_a_role_and_a_contact_with_a_municipality(void **state)
{
	struct site_test *t = *state;
	struct browser b = site_programleder(t);

	assert_int_equal(site_post(&b, "/folk", "navn", "Ola", "epost", "Ola@l.example", "rolle",
	                           "3", NULL).status, 422);
	assert_int_equal(site_post(&b, "/folk", "navn", "Ola", "epost", "Ola@l.example", "rolle",
	                           "3", "kommune", "3101", NULL).status, 303);
	assert_int_equal(site_post(&b, "/folk", "navn", "To", "epost", "ola@l.example", "rolle",
	                           "2", NULL).status, 422);
	assert_int_equal(site_post(&b, "/folk", "navn", "Tre", "epost", "tre@l.example", "rolle",
	                           "4", NULL).status, 422);
	assert_int_equal(site_post(&b, "/folk", "navn", "Fire", "epost", "fire@l.example",
	                           "rolle", "2", "kommune", "3101", NULL).status, 303);
	assert_string_equal(site_sql_text(t, "SELECT group_concat(epost || coalesce(kommune, '-'))"
	                                  " FROM person WHERE rolle > 0"),
	                    "ola@l.example3101,fire@l.example-");
	assert_non_null(strstr(site_get(&b, "/folk").body, "Halden"));
}

static void a_blocked_person_is_out_at_once(void **state)
{
	struct site_test *t = *state;
	struct browser leader = site_programleder(t), them;
	int64_t id = site_person(t, STAFF_VEILEDER, "ola@lillevik.example", NULL);
	const char *link = login_path(t, "ola@lillevik.example", "");

	them = site_login(t, id);
	assert_int_equal(site_get(&them, "/mine").status, 200);
	assert_int_equal(site_post(&leader, site_path(t, "/folk/%d/sperr", (int)id), "sperret",
	                           "1", NULL).status, 303);
	assert_int_equal(site_get(&them, "/mine").status, 303);
	assert_int_equal(site_sql(t, "SELECT count(*) FROM oekt WHERE person = %d", (int)id), 0);
	assert_int_equal(site_post(&them, link, NULL).status, 404);
	assert_null(login_path(t, "ola@lillevik.example", ""));
	assert_int_equal(site_post(&leader, site_path(t, "/folk/%d/sperr", (int)id), "sperret",
	                           "0", NULL).status, 303);
	assert_non_null(login_path(t, "ola@lillevik.example", ""));
}

static void the_last_programleder_stays(void **state)
{
	struct site_test *t = *state;
	struct browser b = site_programleder(t);
	int64_t second = site_person(t, STAFF_PROGRAMLEDER, "to@lillevik.example", NULL);

	assert_int_equal(site_post(&b, site_path(t, "/folk/%d/sperr", (int)second), "sperret",
	                           "1", NULL).status, 303);
	assert_int_equal(site_post(&b, "/folk/1/sperr", "sperret", "1", NULL).status, 422);
	assert_int_equal(site_post(&b, "/folk/1/rolle", "rolle", "2", NULL).status, 422);
	assert_int_equal(site_post(&b, "/folk/1/rolle", NULL).status, 422);
	assert_int_equal(site_sql(t, "SELECT count(*) FROM person WHERE rolle = 0 AND "
	                          "sperret = 0"), 1);
	assert_int_equal(site_get(&b, "/folk").status, 200);
}

static void a_new_role_logs_the_person_out(void **state)
{
	struct site_test *t = *state;
	struct browser b = site_programleder(t), them;
	int64_t id = site_person(t, STAFF_PROGRAMLEDER, "to@lillevik.example", NULL);

	them = site_login(t, id);
	assert_int_equal(site_get(&them, "/folk").status, 200);
	assert_int_equal(site_post(&b, site_path(t, "/folk/%d/rolle", (int)id), "rolle", "2",
	                           NULL).status, 303);
	assert_int_equal(site_get(&them, "/folk").status, 303);
	assert_string_equal(site_sql_text(t, "SELECT detalj FROM protokoll WHERE hva = "
	                                  "'person_rolle'"),
	                    "Navn på to@lillevik.example: programleder -> prosessveileder");
}

static size_t read_some(int fd, char *to, size_t n)
{
	ssize_t got = recv(fd, to, n - 1, MSG_DONTWAIT);

	to[got > 0 ? got : 0] = '\0';
	return got > 0 ? (size_t)got : 0;
}

static int open_stream(struct site_test *t, const struct browser *b, const char *path)
{
	struct sockaddr_in to = { .sin_family = AF_INET,
	                          .sin_port = htons((uint16_t)net_port(t->p.net)),
	                          .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	int fd = socket(AF_INET, SOCK_STREAM, 0);
	char head[500];

	assert_int_equal(connect(fd, (struct sockaddr *)&to, sizeof to), 0);
	snprintf(head, sizeof head, "GET %s HTTP/1.1\r\nHost: x\r\nCookie: %s=%s\r\n\r\n", path,
	         b->cookie[0].name, b->cookie[0].value);
	assert_int_equal(send(fd, head, strlen(head), 0), (ssize_t)strlen(head));
	for (int i = 0; i < 4; i++)
		net_turn(t->p.net, 20);
	return fd;
}

static void blocking_closes_the_screens_that_are_open(void **state)
{
	struct site_test *t = *state;
	struct browser leader = site_programleder(t), them;
	int64_t samling = site_samling(t, "9999", PHASE_LIVE);
	int64_t id = site_person(t, STAFF_VEILEDER, "ola@lillevik.example", NULL);
	int fd, rest;
	char got[65536];

	site_sql(t, "INSERT INTO samling_veileder VALUES (%d, %d)", (int)samling, (int)id);
	them = site_login(t, id);
	fd = open_stream(t, &them, site_path(t, "/samling/%d/konsoll/strom", (int)samling));
	assert_true(read_some(fd, got, sizeof got) > 0);
	assert_non_null(strstr(got, "text/event-stream"));
	assert_int_equal(live_screens(t->p.site.live, samling, VIEW_CONSOLE), 1);
	assert_int_equal(site_post(&leader, site_path(t, "/folk/%d/sperr", (int)id), "sperret",
	                           "1", NULL).status, 303);
	for (int i = 0; i < 4; i++)
		net_turn(t->p.net, 20);
	while ((rest = (int)recv(fd, got, sizeof got, MSG_DONTWAIT)) > 0)
		;
	assert_int_equal(rest, 0);      /* the end, not «nothing yet» */
	close(fd);
	assert_int_equal(live_screens(t->p.site.live, samling, VIEW_CONSOLE), 0);
}

/* The login that ends leaves no screen behind that nobody can close. */
static void a_co_leaders_link_ends_the_screens_of_the_login_before(void **state)
{
	struct site_test *t = *state;
	int64_t samling = site_samling(t, "9999", PHASE_LIVE);
	struct browser them = site_veileder(t, samling);
	const char *link = site_path(t, "/medleder/%s", site_link(t, samling, LINK_CONSOLE));
	int fd = open_stream(t, &them, site_path(t, "/samling/%d/konsoll/strom", (int)samling));

	assert_int_equal(live_screens(t->p.site.live, samling, VIEW_CONSOLE), 1);
	assert_int_equal(site_post(&them, link, NULL).status, 303);
	for (int i = 0; i < 4; i++)
		net_turn(t->p.net, 20);
	assert_int_equal(live_screens(t->p.site.live, samling, VIEW_CONSOLE), 0);
	close(fd);
}

static void mine_shows_what_is_mine_the_nearest_first(void **state)
{
	struct site_test *t = *state;
	int64_t first = site_samling(t, "3101", PHASE_READY);
	int64_t past = site_samling(t, "3101", PHASE_ENDED);
	int64_t other = site_samling(t, "3103", PHASE_READY);
	struct browser leads = site_veileder(t, past), contact = site_kontakt(t, "3101");
	struct browser all = site_programleder(t);
	const char *page, *a, *b;

	site_sql(t, "UPDATE dag SET dato = '2026-01-15' WHERE samling = %d", (int)past);
	page = site_get(&contact, "/mine").body;
	a = strstr(page, site_path(t, "/samling/%d/navneliste", (int)first));
	b = strstr(page, site_path(t, "/samling/%d/navneliste", (int)past));
	assert_true(a != NULL && b != NULL && a < b);
	assert_null(strstr(page, site_path(t, "/samling/%d/", (int)other)));
	page = site_get(&leads, "/mine").body;
	assert_non_null(strstr(page, site_path(t, "/samling/%d/konsoll", (int)past)));
	assert_null(strstr(page, site_path(t, "/samling/%d/", (int)first)));
	page = site_get(&all, "/mine").body;
	assert_non_null(strstr(page, site_path(t, "/samling/%d/konsoll", (int)other)));
}

static void the_language_is_kept_for_the_browser_and_the_person(void **state)
{
	struct site_test *t = *state;
	struct browser b = site_programleder(t), stranger = { .t = t };
	struct answer a;

	a = site_post(&b, "/spraak", "spraak", "nn", "til", "/mine", NULL);
	assert_string_equal(a.to, "/mine");
	assert_string_equal(site_sql_text(t, "SELECT spraak FROM person"), "nn");
	assert_non_null(strstr(site_get(&b, "/mine").body, "lang=\"nn\""));
	assert_string_equal(site_post(&stranger, "/spraak", "spraak", "nn", "til",
	                              "//ond.example", NULL).to, "/");
	assert_non_null(strstr(site_get(&stranger, "/logg-inn").body, "<html lang=\"nn\""));
	assert_string_equal(site_post(&stranger, "/spraak", "spraak", "nb", "til", "/bli-med",
	                              NULL).to, "/");
	assert_string_equal(site_post(&stranger, "/spraak", "spraak", "nb", "til", "/logg-inn",
	                              "sok", "a=%C3%A5+b&c=", NULL).to, "/logg-inn?a=%C3%A5+b&c=");
	assert_string_equal(site_post(&stranger, "/spraak", "spraak", "nb", "til", "/logg-inn",
	                              "sok", "a=\"x", NULL).to, "/logg-inn");
	assert_int_equal(site_post(&stranger, "/spraak", "spraak", "en", NULL).status, 400);
}

#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(the_first_start_lets_one_person_in_once),
		T(a_new_start_kills_the_old_setup_link),
		T(a_setup_link_is_dead_when_somebody_exists),
		T(a_login_link_is_spent_by_one_post_and_no_get),
		T(a_login_link_lasts_a_quarter_of_an_hour),
		T(a_setup_link_logs_nobody_in_and_the_other_way_round),
		T(logging_in_makes_a_new_session_and_ends_the_old),
		T(known_and_unknown_addresses_get_the_same_answer),
		T(without_mail_no_link_is_made_and_the_page_says_so),
		T(only_own_paths_are_gone_on_to),
		T(a_login_goes_on_to_where_one_was_going),
		T(too_many_forms_from_one_address_wait_a_minute),
		T(one_account_gets_few_links_and_those_still_work),
		T(a_logged_out_cookie_is_worth_nothing),
		T(people_are_added_with_a_role_and_a_contact_with_a_municipality),
		T(a_blocked_person_is_out_at_once),
		T(the_last_programleder_stays),
		T(a_new_role_logs_the_person_out),
		T(blocking_closes_the_screens_that_are_open),
		T(a_co_leaders_link_ends_the_screens_of_the_login_before),
		T(mine_shows_what_is_mine_the_nearest_first),
		T(the_language_is_kept_for_the_browser_and_the_person),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
