#include "slag_scene.h"

int64_t item_under_way(struct day_scene *d, const char *kind, const char *title,
                       const char *config)
{
	int64_t id = site_item(d->t, d->samling, 1, kind, title, 10, config);

	lead(d, site_path(d->t, "gaatil %lld", (long long)id));
	return id;
}

int phone_answers(struct day_scene *d, size_t phone, const char *name, const char *value,
                  const char *name2, const char *value2)
{
	const char *round = site_path(d->t, "%lld", (long long)site_sql(d->t,
	                              "SELECT max(id) FROM runde"));
	const char *path = site_path(d->t, "/s/%lld/svar", (long long)d->samling);

	return site_post(&d->phone[phone], path, "runde", round, name, value, name2, value2,
	                 NULL).status;
}

static const char *page(struct day_scene *d, struct browser *who, const char *before,
                        const char *after)
{
	struct answer a = site_get(who, site_path(d->t, "%s%lld%s", before,
	                                          (long long)d->samling, after));

	assert_int_equal(a.status, 200);
	return arena_strdup(d->t->mem, a.body);
}

const char *phone_page(struct day_scene *d, size_t phone)
{
	return page(d, &d->phone[phone], "/s/", "");
}

const char *console_of(struct day_scene *d)
{
	return page(d, &d->anna, "/samling/", "/konsoll");
}

const char *report_of(struct day_scene *d)
{
	return page(d, &d->anna, "/samling/", "/rapport");
}

const char *hall_report_of(struct day_scene *d)
{
	site_sql(d->t, "UPDATE samling SET frigitt = 1");
	return page(d, &d->phone[0], "/s/", "/rapport");
}
