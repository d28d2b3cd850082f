#include "samling_scene.h"

#include "app/sider.h"

struct scene scene_open(enum samling_phase phase)
{
	struct scene sc = { .t = site_open(all_pages) };

	sc.s = site_samling(sc.t, "9999", phase);
	sc.leader = site_veileder(sc.t, sc.s);
	return sc;
}

const char *at(struct scene *sc, const char *rest)
{
	return site_path(sc->t, "/samling/%lld%s", (long long)sc->s, rest);
}

const char *at_item(struct scene *sc, int64_t item, const char *rest)
{
	return site_path(sc->t, "/samling/%lld/punkt/%lld%s", (long long)sc->s, (long long)item,
	                 rest);
}

const char *order(struct scene *sc, int day)
{
	return site_sql_text(sc->t, "SELECT coalesce(group_concat(tittel, ''), '') FROM (SELECT "
	                     "tittel FROM punkt WHERE samling = %lld AND dag = %d "
	                     "ORDER BY plass, id)", (long long)sc->s, day);
}

void assert_has(const struct answer *a, const char *text)
{
	if (strstr(a->body, text) == NULL)
		fail_msg("no «%s» in a reply with status %d: %s", text, a->status, a->body);
}
