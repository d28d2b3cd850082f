/* steg.c - kinds with steps: where they stand, their clock, and what people do to them. */
#include <string.h>

#include "app/aktivitet/aktivitet.h"
#include "lib/world.h"
#include "live/live.h"
#include "web/page.h"

static enum outcome put(struct req *r, const struct activity *a, int step, int64_t ends,
                        int64_t total)
{
	enum outcome went = RUN(r->store, r->mem, NULL, steg_sett, .punkt = v_int(a->id),
	                        .fase = v_int(step), .slutt = ends > 0 ? v_int(ends) : v_null(),
	                        .total = v_int(total));

	return went == OUTCOME_OK ? samling_changed(r, VIEW_EVERY) : went;
}

enum outcome step_set(struct req *r, const struct activity *a, int from, int to, int seconds)
{
	int64_t total = (int64_t)seconds * 1000;

	if (a->step != from)
		return OUTCOME_CONFLICT;
	return put(r, a, to, total > 0 ? world_wall_ms(r->world) + total : 0, total);
}

enum outcome step_resume(struct req *r, const struct activity *a, int to, int64_t ends,
                         int64_t total)
{
	return put(r, a, to, ends, ends > 0 ? total : 0);
}

enum outcome step_time(struct req *r, const struct activity *a, int seconds)
{
	int64_t now = world_wall_ms(r->world), more = (int64_t)seconds * 1000;
	bool runs = a->ends > now;
	int64_t ends = (runs ? a->ends : now) + more, total = (runs ? a->total : 0) + more;

	return put(r, a, a->step, ends > now ? ends : 0, ends > now ? total : 0);
}

bool activity_clock(const struct activity *a, const struct round *round, int64_t *ends,
                    int64_t *total)
{
	bool round_runs = round != NULL && round->phase == ROUND_OPEN && round->ends > 0;

	if (!round_runs && a->kind->clock)
		return false;
	*ends = round_runs ? round->ends : a->ends;
	*total = round_runs ? round->total : a->total;
	return *ends > 0;
}

enum outcome activity_act(struct req *r, const struct activity *a, uint32_t rights,
                          const char *handling, const char **message)
{
	size_t n = strcspn(handling, " ");

	for (const struct kind_act *act = a->kind->acts; act != NULL && act->name != NULL; act++) {
		if (strlen(act->name) != n || memcmp(act->name, handling, n) != 0)
			continue;
		if (!(rights & RIGHT_BIT(act->right)))
			return OUTCOME_FORBIDDEN;
		return act->fn(r, a, handling + n + (handling[n] == ' '), message);
	}
	return OUTCOME_NOT_FOUND;
}
