/* The links and the people of a samling. */
#include "samling_scene.h"

#include <stdio.h>

#include "app/samling/samling.h"

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
		cmocka_unit_test(a_link_is_shown_once_and_works_until_it_is_revoked),
		cmocka_unit_test(a_link_lives_until_the_day_after_the_last),
		cmocka_unit_test(revoking_a_console_link_ends_its_logins),
		cmocka_unit_test(only_links_of_a_samling_can_be_made_here),
		cmocka_unit_test(two_can_lead_and_one_must_remain),
		cmocka_unit_test(strangers_and_contacts_are_not_made_leaders),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
