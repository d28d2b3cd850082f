/* etter.c - a round that stays open when its item is left, for those who answer later.
 *
 * Its end is round.ends, which nothing else uses then: so long after its item was left, and
 * again so long after the samling ended.  It closes by the clock, through the door of all. */
#include <stdlib.h>

#include "app/aktivitet/aktivitet.h"
#include "lib/arena.h"
#include "lib/log.h"
#include "lib/world.h"
#include "live/live.h"
#include "store/right.h"
#include "web/page.h"
#include "web/site.h"

#define KEPT_MS ((int64_t)ROUND_KEPT_HOURS * 3600 * 1000)
#define UPKEEP_MEMORY (16u << 20)

enum outcome round_keep(struct req *r, const struct activity *a, int64_t round)
{
	enum outcome went = RUN(r->store, r->mem, NULL, runde_hold, .id = v_int(round),
	                        .slutt = v_int(world_wall_ms(r->world) + KEPT_MS));

	return went == OUTCOME_OK ? samling_note(r, "runde_holdt", a->title) : went;
}

enum outcome rounds_kept_on(struct req *r)
{
	return RUN(r->store, r->mem, NULL, runder_hold_videre, .samling = v_int(r->samling),
	           .slutt = v_int(world_wall_ms(r->world) + KEPT_MS));
}

enum outcome rounds_taken_up(struct req *r, int64_t punkt)
{
	return RUN(r->store, r->mem, NULL, runder_tilbake, .punkt = v_int(punkt));
}

enum outcome kept_round_read(struct store *st, struct arena *mem, int64_t samling, int64_t ms,
                             const struct kept_round **out)
{
	struct kept_round *kept;
	struct rows rows;
	enum outcome went = RUN(st, mem, &rows, runde_holdt, .samling = v_int(samling),
	                        .naa = v_int(ms));

	*out = NULL;
	if (went != OUTCOME_OK || rows.n == 0)
		return went;
	*out = kept = arena_get(mem, sizeof *kept);
	*kept = (struct kept_round){
		.id = row_int(&rows.row[0], runde_holdt__id),
		.until = row_int(&rows.row[0], runde_holdt__slutt),
		.item = {
			.id = row_int(&rows.row[0], runde_holdt__punkt),
			.day = (int)row_int(&rows.row[0], runde_holdt__dag),
			.kind = row_text(&rows.row[0], runde_holdt__slag),
			.title = row_text(&rows.row[0], runde_holdt__tittel),
			.responsible = "", .track = "", .note = "", .anchor = -1,
		},
	};
	return OUTCOME_OK;
}

/* Nobody asked for it: the program does it in its own name. */
static enum outcome close_one(struct site *site, struct arena *mem, const struct row *row)
{
	struct req r = { .mem = mem, .site = site, .store = site->store, .world = site->world,
	                 .samling = row_int(row, runder_forfalt__samling),
	                 .who.name = "Samling" };
	struct activity a;
	enum outcome went = activity_read(site->store, mem, row_int(row, runder_forfalt__punkt),
	                                  &a);

	return went == OUTCOME_OK ? round_close(&r, &a, row_int(row, runder_forfalt__id)) : went;
}

static enum outcome close_all(struct site *site, struct arena *mem)
{
	struct rows due;
	enum outcome went = RUN(site->store, mem, &due, runder_forfalt,
	                        .naa = v_int(world_wall_ms(site->world)));

	for (size_t i = 0; went == OUTCOME_OK && i < due.n; i++)
		went = close_one(site, mem, &due.row[i]);
	return went;
}

void activity_upkeep(struct site *site)
{
	struct arena *mem = arena_new(UPKEEP_MEMORY);
	enum outcome went, kept;

	store_request_begin(site->store, RIGHT_BIT(RIGHT_SYSTEM), false);
	went = close_all(site, mem);
	kept = store_request_end(site->store, went == OUTCOME_OK);
	arena_free(mem);
	if (went != OUTCOME_OK || kept != OUTCOME_OK || !store_commit(site->store))
		log_warn("a round whose time is out could not be closed yet");
}
