/* Who of the roster is here. */
#include "samling_scene.h"

#include <stdio.h>

#include "app/samling/navneliste.h"
#include "app/samling/samling.h"

static int64_t name_put(struct scene *h, const char *name, enum role role, enum presence said)
{
	return site_sql(h->t, "INSERT INTO navneliste (samling, navn, rolle, frammoete) "
	                "VALUES (%lld, '%s', %d, %d)", (long long)h->s, name, (int)role, (int)said);
}

static struct people present(struct scene *h)
{
	struct people p;

	store_request_begin(h->t->p.site.store, RIGHT_BIT(RIGHT_LEADER), true);
	assert_int_equal(people_present(h->t->p.site.store, h->t->mem, h->s, &p), OUTCOME_OK);
	assert_int_equal(store_request_end(h->t->p.site.store, false), OUTCOME_OK);
	return p;
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
			site_sql(h.t, "INSERT INTO deltaker (id, samling, token, rolle, navn, dato) "
			         "VALUES (randomblob(16), %lld, randomblob(32), 0, %lld, '"
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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(who_is_here_is_what_was_said_else_what_a_phone_says),
		cmocka_unit_test(those_who_are_here_come_by_role_and_norwegian_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
