/* The pages of a samling are there for those who have a right in it, and nobody else. */
#include "samling_scene.h"

#include "app/samling/samling.h"

static const char *const leader_pages[] = { "", "/eksport.json", "/kopier", "/om",
	"/punkt/ny?dag=1&slag=pause", "/punkt/1", "/lenker" };
static const char *const contact_pages[] = { "/utskrift", "/navneliste", "/navneliste/1" };
static const char *const posts[] = { "/kopier", "/fase", "/om", "/dag", "/dag/2/slett",
	"/punkt/ny", "/punkt/1", "/punkt/1/flytt", "/punkt/1/slett", "/navneliste",
	"/navneliste/1", "/navneliste/1/slett", "/lenker", "/lenker/1/tilbakekall", "/veiledere",
	"/veiledere/1/fjern" };

static void fill(struct scene *h)
{
	site_item(h->t, h->s, 1, "pause", "A", 10, "{}");
	site_sql(h->t, "INSERT INTO navneliste (samling, navn, rolle) VALUES (%lld, 'Kari', 0)",
	         (long long)h->s);
}

static void another_municipalitys_samling_is_not_there(void **state)
{
	struct scene h = scene_open(PHASE_DRAFT);
	int64_t other = site_samling(h.t, "0301", PHASE_READY);
	struct browser people[] = { site_veileder(h.t, other), site_kontakt(h.t, "0301"),
	                            site_console(h.t, other) };

	fill(&h);
	for (size_t p = 0; p < 3; p++) {
		for (size_t i = 0; i < sizeof leader_pages / sizeof *leader_pages; i++)
			assert_int_equal(site_get(&people[p], at(&h, leader_pages[i])).status, 404);
		for (size_t i = 0; i < sizeof contact_pages / sizeof *contact_pages; i++)
			assert_int_equal(site_get(&people[p], at(&h, contact_pages[i])).status,
			                 404);
		for (size_t i = 0; i < sizeof posts / sizeof *posts; i++)
			assert_int_equal(site_post(&people[p], at(&h, posts[i]), NULL).status, 404);
	}
	assert_string_equal(order(&h, 1), "A");
	site_close(h.t);
	(void)state;
}

static void another_samlings_ids_are_not_there(void **state)
{
	struct scene h = scene_open(PHASE_DRAFT);
	int64_t other = site_samling(h.t, "9999", PHASE_READY);
	int64_t item = site_item(h.t, other, 1, "pause", "B", 10, "{}");
	int64_t name = site_sql(h.t, "INSERT INTO navneliste (samling, navn, rolle) "
	                        "VALUES (%lld, 'Kari', 0)", (long long)other);
	int64_t link;

	site_link(h.t, other, LINK_WALL);
	link = site_sql(h.t, "SELECT max(id) FROM lenke");
	assert_int_equal(site_get(&h.leader, at_item(&h, item, "")).status, 404);
	assert_int_equal(site_post(&h.leader, at_item(&h, item, ""), "slag", "pause", "tittel", "X",
	                           "minutter", "5", NULL).status, 404);
	assert_int_equal(site_post(&h.leader, at_item(&h, item, "/slett"), NULL).status, 404);
	assert_int_equal(site_post(&h.leader, at_item(&h, item, "/flytt"), "dag", "1", "plass", "1",
	                           "retning", "opp", NULL).status, 404);
	assert_int_equal(site_get(&h.leader, site_path(h.t, "/samling/1/navneliste/%lld",
	                          (long long)name)).status, 404);
	assert_int_equal(site_post(&h.leader, site_path(h.t, "/samling/1/navneliste/%lld/slett",
	                           (long long)name), NULL).status, 404);
	assert_int_equal(site_post(&h.leader, site_path(h.t, "/samling/1/lenker/%lld/tilbakekall",
	                           (long long)link), NULL).status, 404);
	assert_int_equal(site_sql(h.t, "SELECT count(*) FROM punkt WHERE tittel = 'B'"), 1);
	site_close(h.t);
	(void)state;
}

static void a_contact_sees_the_roster_and_the_paper_only(void **state)
{
	struct scene h = scene_open(PHASE_DRAFT);
	struct browser contact = site_kontakt(h.t, "9999");

	fill(&h);
	for (size_t i = 0; i < sizeof leader_pages / sizeof *leader_pages; i++)
		assert_int_equal(site_get(&contact, at(&h, leader_pages[i])).status, 404);
	for (size_t i = 0; i < sizeof contact_pages / sizeof *contact_pages; i++)
		assert_int_equal(site_get(&contact, at(&h, contact_pages[i])).status, 200);
	assert_int_equal(site_get(&contact, "/samling/ny").status, 403);
	assert_int_equal(site_get(&contact, "/samling/importer").status, 403);
	site_close(h.t);
	(void)state;
}

static void walls_remotes_and_phones_see_none_of_it(void **state)
{
	struct scene h = scene_open(PHASE_DRAFT);
	struct browser phone = site_participant(h.t, h.s, ROLE_FOLKEVALGT), stranger = { .t = h.t };

	fill(&h);
	for (size_t i = 0; i < sizeof leader_pages / sizeof *leader_pages; i++) {
		assert_int_equal(site_get(&phone, at(&h, leader_pages[i])).status, 303);
		assert_int_equal(site_get(&stranger, at(&h, leader_pages[i])).status, 303);
	}
	for (size_t i = 0; i < sizeof posts / sizeof *posts; i++)
		assert_int_equal(site_post(&phone, at(&h, posts[i]), NULL).status, 403);
	site_close(h.t);
	(void)state;
}

/* To whoever has no right in it, a samling that exists is as one that does not. */
static void nobody_learns_which_samlinger_there_are(void **state)
{
	struct scene h = scene_open(PHASE_READY);
	struct browser elsewhere = site_veileder(h.t, site_samling(h.t, "0301", PHASE_READY));
	struct browser contact = site_kontakt(h.t, "0301"), stranger = { .t = h.t };
	struct browser *who[] = { &elsewhere, &contact, &stranger };
	static const char *const paths[] = { "/s/%s", "/s/%s/mer", "/samling/%s",
		"/samling/%s/konsoll", "/samling/%s/rapport.json", "/samling/%s/lerret" };

	(void)state;
	for (size_t i = 0; i < sizeof who / sizeof who[0]; i++) {
		for (size_t k = 0; k < sizeof paths / sizeof paths[0]; k++) {
			const char *gap = strstr(paths[k], "%s");
			const char *there = site_path(h.t, "%.*s1%s", (int)(gap - paths[k]),
			                              paths[k], gap + 2);
			const char *not = site_path(h.t, "%.*s7%s", (int)(gap - paths[k]),
			                            paths[k], gap + 2);
			struct answer a = site_get(who[i], there), b = site_get(who[i], not);

			assert_int_equal(a.status, b.status);
			assert_int_equal(a.to[0] == '\0', b.to[0] == '\0');
		}
	}
	site_close(h.t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(another_municipalitys_samling_is_not_there),
		cmocka_unit_test(another_samlings_ids_are_not_there),
		cmocka_unit_test(nobody_learns_which_samlinger_there_are),
		cmocka_unit_test(a_contact_sees_the_roster_and_the_paper_only),
		cmocka_unit_test(walls_remotes_and_phones_see_none_of_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
