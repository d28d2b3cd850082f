#include "app/samling/samling.h"

#include <string.h>

#include "app/aktivitet/aktivitet.h"
#include "app/klargjoering/klargjoering.h"
#include "app/taler/taler.h"
#include "lib/arena.h"
#include "lib/log.h"
#include "lib/world.h"
#include "live/live.h"
#include "rules/fase.h"
#include "rules/plan.h"
#include "store/right.h"
#include "web/page.h"
#include "web/site.h"
#include "web/text.h"

static enum outcome read_days(struct store *st, struct arena *mem, struct samling *s)
{
	struct rows rows;
	enum outcome went = RUN(st, mem, &rows, dager_i_samling, .samling = v_int(s->id));

	if (went != OUTCOME_OK)
		return went;
	s->n_day = rows.n;
	s->day = arena_array(mem, rows.n, sizeof *s->day);
	for (size_t i = 0; i < rows.n; i++)
		s->day[i] = (struct day){
			.nr = (int)row_int(&rows.row[i], dager_i_samling__nr),
			.date = row_text(&rows.row[i], dager_i_samling__dato),
			.start = (int)row_int(&rows.row[i], dager_i_samling__start),
		};
	return OUTCOME_OK;
}

static struct item item_of(const struct row *row)
{
	return (struct item){
		.id = row_int(row, punkter_i_samling__id),
		.day = (int)row_int(row, punkter_i_samling__dag),
		.place = (int)row_int(row, punkter_i_samling__plass),
		.kind = row_text(row, punkter_i_samling__slag),
		.title = row_text(row, punkter_i_samling__tittel),
		.responsible = row_text(row, punkter_i_samling__ansvarlig),
		.track = row_text(row, punkter_i_samling__spor),
		.note = "",
		.minutes = (int)row_int(row, punkter_i_samling__minutter),
		.anchor = row_null(row, punkter_i_samling__anker) ? -1 :
		          (int)row_int(row, punkter_i_samling__anker),
		.approximate = row_int(row, punkter_i_samling__omtrent) != 0,
		.started = row_int(row, punkter_i_samling__startet),
		.ended = row_int(row, punkter_i_samling__avsluttet),
	};
}

static enum outcome read_items(struct store *st, struct arena *mem, struct samling *s,
                               int64_t now)
{
	struct rows rows;
	enum outcome went = RUN(st, mem, &rows, punkter_i_samling, .samling = v_int(s->id));

	if (went != OUTCOME_OK)
		return went;
	s->now = NO_ITEM;
	s->n_item = rows.n;
	s->item = arena_array(mem, rows.n, sizeof *s->item);
	for (size_t i = 0; i < rows.n; i++) {
		s->item[i] = item_of(&rows.row[i]);
		if (s->item[i].id == now)
			s->now = i;
		for (size_t d = 0; d < s->n_day; d++)
			if (s->day[d].nr == s->item[i].day && s->day[d].n++ == 0)
				s->day[d].first = i;
	}
	return OUTCOME_OK;
}

static enum outcome read_notes(struct store *st, struct arena *mem, struct samling *s)
{
	struct rows rows;
	enum outcome went = RUN(st, mem, &rows, notater_i_samling, .samling = v_int(s->id));

	for (size_t i = 0; went == OUTCOME_OK && i < rows.n; i++)
		s->item[i].note = row_text(&rows.row[i], notater_i_samling__notat);
	return went;
}

/* Fills in when each item begins and ends; only the day under way is behind, and only
 * from the item under way on. */
static void plan(struct arena *mem, struct samling *s)
{
	for (size_t d = 0; d < s->n_day; d++) {
		const struct day *day = &s->day[d];
		struct plan_item *in = arena_array(mem, day->n, sizeof *in);
		struct plan_time *out = arena_array(mem, day->n, sizeof *out);
		struct item *item = &s->item[day->first];
		bool today = day->nr == s->today;
		size_t from = today && s->now != NO_ITEM && s->now >= day->first ?
		              s->now - day->first : 0;

		for (size_t i = 0; i < day->n; i++)
			in[i] = (struct plan_item){ item[i].minutes, item[i].anchor,
			                            item[i].track };
		plan_day(in, day->n, day->start, from, today ? s->behind : 0, out);
		for (size_t i = 0; i < day->n; i++) {
			item[i].start = out[i].start;
			item[i].end = out[i].end;
			item[i].crowded = out[i].over;
		}
	}
}

/* What stands in its own row; *now is the id of the item under way, or 0. */
static enum outcome read_head(struct store *st, struct arena *mem, int64_t id,
                              struct samling *s, int64_t *now)
{
	struct rows rows;
	const struct row *row;
	enum outcome went = RUN(st, mem, &rows, samling_en, .samling = v_int(id));

	if (went != OUTCOME_OK)
		return went;
	if (rows.n == 0)
		return OUTCOME_NOT_FOUND;
	row = &rows.row[0];
	*s = (struct samling){
		.id = id,
		.municipality_nr = row_text(row, samling_en__kommune),
		.municipality = row_text(row, samling_en__kommunenavn),
		.title = row_text(row, samling_en__tittel),
		.place = row_text(row, samling_en__sted),
		.code = row_text(row, samling_en__kode),
		.lang = lang_from(row_text(row, samling_en__maalform), LANG_NB),
		.phase = (enum samling_phase)row_int(row, samling_en__fase),
		.today = (int)row_int(row, samling_en__dag),
		.black = row_int(row, samling_en__svart) != 0,
		.behind = (int)row_int(row, samling_en__etter),
		.released = row_int(row, samling_en__frigitt) != 0,
		.version = row_int(row, samling_en__versjon),
	};
	*now = row_int(row, samling_en__naa);
	return OUTCOME_OK;
}

enum outcome samling_read(struct store *st, struct arena *mem, int64_t id, uint32_t rights,
                          struct samling **out)
{
	struct samling *s = arena_get(mem, sizeof *s);
	int64_t now;
	enum outcome went = read_head(st, mem, id, s, &now);

	if (went == OUTCOME_OK)
		went = read_days(st, mem, s);
	if (went == OUTCOME_OK)
		went = read_items(st, mem, s, now);
	if (went == OUTCOME_OK && (rights & RIGHT_BIT(RIGHT_LEADER)))
		went = read_notes(st, mem, s);
	if (went == OUTCOME_OK)
		plan(mem, s);
	*out = s;
	return went;
}

enum outcome samling_read_short(struct store *st, struct arena *mem, int64_t id,
                                struct samling **out)
{
	struct samling *s = arena_get(mem, sizeof *s);
	struct rows rows;
	int64_t now;
	enum outcome went = read_head(st, mem, id, s, &now);

	*out = s;
	s->now = NO_ITEM;
	if (went != OUTCOME_OK || now == 0)
		return went;
	went = RUN(st, mem, &rows, punkt_kort, .id = v_int(now));
	if (went != OUTCOME_OK || rows.n == 0)
		return went;
	s->now = 0;
	s->n_item = 1;
	s->item = arena_get(mem, sizeof *s->item);
	*s->item = (struct item){
		.id = now,
		.day = (int)row_int(&rows.row[0], punkt_kort__dag),
		.kind = row_text(&rows.row[0], punkt_kort__slag),
		.title = row_text(&rows.row[0], punkt_kort__tittel),
		.responsible = "", .track = "", .note = "", .anchor = -1,
	};
	return OUTCOME_OK;
}

const struct item *samling_now(const struct samling *s)
{
	return s->now == NO_ITEM ? NULL : &s->item[s->now];
}

const struct day *samling_day(const struct samling *s, int nr)
{
	for (size_t i = 0; i < s->n_day; i++)
		if (s->day[i].nr == nr)
			return &s->day[i];
	return NULL;
}

const struct item *samling_next(const struct samling *s)
{
	const struct day *day = samling_day(s, s->today);
	size_t i;

	if (day == NULL || day->n == 0)
		return NULL;
	i = s->now == NO_ITEM || s->item[s->now].day != s->today ? day->first : s->now + 1;
	return i < day->first + day->n ? &s->item[i] : NULL;
}

enum outcome samling_note(struct req *r, const char *what, const char *detail)
{
	return RUN(r->store, r->mem, NULL, protokoll_ny,
	           .samling = r->samling != 0 ? v_int(r->samling) : v_null(),
	           .naar = v_int(world_wall_ms(r->world)), .hvem = v_text(r->who.name),
	           .hva = v_text(what), .detalj = v_text(detail));
}

enum outcome samling_changed(struct req *r, unsigned views)
{
	enum outcome went = RUN(r->store, r->mem, NULL, samling_rykk,
	                        .samling = v_int(r->samling));

	live_touch(r->site->live, r->samling, views);
	return went;
}

enum outcome samling_move(struct req *r, enum samling_phase from, enum samling_phase to)
{
	enum outcome went;

	if (!samling_may(from, to))
		return OUTCOME_CONFLICT;
	went = RUN(r->store, r->mem, NULL, samling_fase, .samling = v_int(r->samling),
	           .fra = v_int(from), .til = v_int(to));
	if (went == OUTCOME_OK && store_changed(r->store) == 0)
		return OUTCOME_CONFLICT;
	if (went == OUTCOME_OK)
		went = samling_note(r, "samling_fase",
		                    arena_printf(r->mem, "%d -> %d", (int)from, (int)to));
	if (went == OUTCOME_OK && to == PHASE_LIVE)
		went = rehearsals_wipe(r->store, r->mem, r->samling);
	if (went == OUTCOME_OK && to == PHASE_ENDED)
		went = taler_forget(r->store, r->mem, r->samling);
	if (went == OUTCOME_OK && to == PHASE_ENDED)
		went = rounds_kept_on(r);
	return went == OUTCOME_OK ? samling_changed(r, VIEW_EVERY) : went;
}

static enum outcome begin(struct req *r, const struct samling *s, int64_t to, int64_t now)
{
	enum outcome went;

	for (size_t i = 0; i < s->n_item; i++) {
		if (s->item[i].id != to)
			continue;
		went = RUN(r->store, r->mem, NULL, punkt_startet, .id = v_int(to),
		           .naa = v_int(now));
		if (went == OUTCOME_OK)
			went = rounds_taken_up(r, to);
		if (went == OUTCOME_OK && s->item[i].day != s->today)
			went = RUN(r->store, r->mem, NULL, samling_dag,
			           .samling = v_int(s->id), .dag = v_int(s->item[i].day));
		if (went == OUTCOME_OK && s->item[i].day != s->today)
			went = RUN(r->store, r->mem, NULL, samling_etter,
			           .samling = v_int(s->id), .etter = v_int(0));
		return went == OUTCOME_OK ? samling_note(r, "punkt", s->item[i].title) : went;
	}
	return OUTCOME_NOT_FOUND;
}

enum outcome samling_go(struct req *r, int64_t seen, int64_t to)
{
	int64_t now = world_wall_ms(r->world);
	struct samling *s;
	enum outcome went = samling_read(r->store, r->mem, r->samling, 0, &s);

	if (went == OUTCOME_OK)
		went = RUN(r->store, r->mem, NULL, samling_naa, .samling = v_int(s->id),
		           .sett = v_int(seen), .til = to != 0 ? v_int(to) : v_null());
	if (went == OUTCOME_OK && store_changed(r->store) == 0)
		return OUTCOME_CONFLICT;
	if (went == OUTCOME_OK && seen != 0)
		went = RUN(r->store, r->mem, NULL, punkt_avsluttet, .id = v_int(seen),
		           .naa = v_int(now));
	if (went == OUTCOME_OK && seen != 0)
		went = taler_leave(r->store, r->mem, seen, now);
	if (went == OUTCOME_OK && to != 0)
		went = begin(r, s, to, now);
	if (went == OUTCOME_OK && s->phase == PHASE_READY)
		went = samling_move(r, PHASE_READY, PHASE_LIVE);
	return went == OUTCOME_OK ? samling_changed(r, VIEW_EVERY) : went;
}
