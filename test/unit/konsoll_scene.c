#include "konsoll_scene.h"

#include "app/sider.h"

struct day_scene day_open(void)
{
	struct day_scene d = { .t = site_open(all_pages) };
	struct site_test *t = d.t;

	d.samling = site_samling(t, "9999", PHASE_READY);
	d.welcome = site_item(t, d.samling, 1, "innledning", "Velkommen", 15,
	                      "{\"tekst\":\"God morgen\",\"lenke\":\"\",\"lenketekst\":\"\"}");
	d.vote = site_item(t, d.samling, 1, "flervalg", "Avstemning", 20,
	                   "{\"spoersmaal\":\"Hva er viktigst?\",\"valg\":[\"Roller\",\"Dialog\"],"
	                   "\"flere\":1}");
	d.words = site_item(t, d.samling, 1, "ordsky", "Ordskyen", 20,
	                    "{\"spoersmaal\":\"Hva håper du på?\",\"ord\":3}");
	d.second = site_item(t, d.samling, 2, "innledning", "Dag to", 15,
	                     "{\"tekst\":\"\",\"lenke\":\"\",\"lenketekst\":\"\"}");
	site_sql(t, "UPDATE punkt SET notat = 'HEMMELIG NOTAT'");
	site_sql(t, "UPDATE punkt SET vis = 1, hold = 1 WHERE id = %lld", (long long)d.words);
	d.anna = site_veileder(t, d.samling);
	d.bo = site_console(t, d.samling);
	d.stranger = (struct browser){ .t = t };
	d.wall = site_link(t, d.samling, LINK_WALL);
	d.clicker = site_link(t, d.samling, LINK_WALL_CLICKER);
	d.remote = site_link(t, d.samling, LINK_REMOTE);
	for (size_t i = 0; i < HALL; i++)
		d.phone[i] = site_participant(t, d.samling, ROLE_FOLKEVALGT);
	return d;
}

static const char *field_of(struct day_scene *d, const char *body, const char *name)
{
	const char *mark = site_path(d->t, "name=\"%s\" value=\"", name);
	const char *at = strstr(body, mark);

	assert_non_null(at);
	at += strlen(mark);
	return arena_strndup(d->t->mem, at, strcspn(at, "\""));
}

struct moment moment_of(struct day_scene *d, const char *body)
{
	return (struct moment){ field_of(d, body, "sett"), field_of(d, body, "runde"),
	                        field_of(d, body, "fase") };
}

struct moment moment_now(struct day_scene *d)
{
	struct answer a = site_get(&d->anna, site_path(d->t, "/samling/%lld/konsoll",
	                                               (long long)d->samling));

	assert_int_equal(a.status, 200);
	return moment_of(d, a.body);
}

struct answer press(struct day_scene *d, struct browser *who, struct moment m, const char *act)
{
	return site_post(who, site_path(d->t, "/samling/%lld/styr", (long long)d->samling),
	                 "handling", act, "sett", m.sett, "runde", m.runde, "fase", m.fase, NULL);
}

void lead(struct day_scene *d, const char *act)
{
	struct answer a = press(d, &d->anna, moment_now(d), act);

	assert_int_equal(a.status, 303);
	assert_null(strstr(a.to, "sen"));
}

void hall_answers(struct day_scene *d, const char *field, const char *value)
{
	const char *round = site_path(d->t, "%lld", (long long)site_sql(d->t,
	                              "SELECT max(id) FROM runde"));

	for (size_t i = 0; i < HALL; i++)
		assert_int_equal(site_post(&d->phone[i], site_path(d->t, "/s/%lld/svar",
		                 (long long)d->samling), "runde", round, field, value,
		                 NULL).status, 303);
}

const char *wall_page_of(struct day_scene *d)
{
	struct answer a = site_get(&d->stranger, site_path(d->t, "/lerret/%s", d->wall));

	assert_int_equal(a.status, 200);
	return a.body;
}

const char *wall_stream_of(struct day_scene *d)
{
	return site_wall(d->t, d->samling);
}
