/* rediger.c - the plan changes: items come, go and move. */
#include "app/bilde/bilde.h"
#include "app/samling/fil.h"
#include "app/samling/samling.h"

#include "lib/arena.h"
#include "lib/tid.h"
#include "lib/world.h"
#include "live/live.h"
#include "web/page.h"
#include "web/text.h"

static size_t index_of(const struct samling *s, int64_t id)
{
	size_t i = 0;

	while (i < s->n_item && s->item[i].id != id)
		i++;
	return i;
}

/* The ids of a day in their order, with room for one more. */
static int64_t *ids_of(struct req *r, const struct samling *s, const struct day *d)
{
	int64_t *id = arena_array(r->mem, d->n + 1, sizeof *id);

	for (size_t i = 0; i < d->n; i++)
		id[i] = s->item[d->first + i].id;
	return id;
}

/* Takes number `from` out (n: nothing is taken) and puts `id` in before number `to`. */
static size_t shift(int64_t *ids, size_t n, size_t from, size_t to, int64_t id)
{
	if (from < n) {
		n--;
		for (size_t i = from; i < n; i++)
			ids[i] = ids[i + 1];
	}
	if (id == 0)
		return n;
	for (size_t i = n; i > to; i--)
		ids[i] = ids[i - 1];
	ids[to] = id;
	return n + 1;
}

static enum outcome write_order(struct req *r, int day, const int64_t *id, size_t n)
{
	enum outcome went = OUTCOME_OK;

	for (size_t i = 0; i < n && went == OUTCOME_OK; i++)
		went = RUN(r->store, r->mem, NULL, punkt_plass, .id = v_int(id[i]),
		           .samling = v_int(r->samling), .dag = v_int(day),
		           .plass = v_int((int64_t)i + 1));
	return went;
}

enum outcome samling_item_set(struct store *st, struct arena *mem, int64_t samling, int64_t id,
                              const struct fil_item *item)
{
	return RUN(st, mem, NULL, punkt_sett, .id = v_int(id), .samling = v_int(samling),
	           .slag = v_text(item->kind), .tittel = v_text(item->title),
	           .minutter = v_int(item->minutes),
	           .anker = item->anchor >= 0 ? v_int(item->anchor) : v_null(),
	           .omtrent = v_int(item->approximate), .spor = v_text(item->track),
	           .ansvarlig = v_text(item->responsible), .notat = v_text(item->note),
	           .oppsett = v_text(item->config), .nivaa = v_int(item->level),
	           .vis = v_int(item->show), .hold = v_int(item->hold),
	           .nedtelling = v_int(item->countdown),
	           .gjelder = item->about_id > 0 ? v_int(item->about_id) : v_null());
}

static enum outcome insert(struct store *st, struct arena *mem, int64_t samling, int day,
                           int place, const struct fil_item *item, int64_t *id)
{
	enum outcome went = RUN(st, mem, NULL, punkt_ny, .samling = v_int(samling),
	                        .dag = v_int(day), .plass = v_int(place));

	*id = store_last_id(st);
	return went == OUTCOME_OK ? samling_item_set(st, mem, samling, *id, item) : went;
}

/* The items of a file; ids[i] is where item i came, for those that go on from it. */
static enum outcome insert_items(struct store *st, struct arena *mem, int64_t samling,
                                 const struct fil *f, size_t d, int64_t *ids)
{
	const struct fil_day *day = &f->day[d];
	enum outcome went = OUTCOME_OK;

	for (size_t i = 0; i < day->n && went == OUTCOME_OK; i++) {
		struct fil_item item = f->item[day->first + i];

		item.about_id = item.about > 0 ? ids[item.about - 1] : 0;
		went = insert(st, mem, samling, (int)d + 1, (int)i + 1, &item,
		              &ids[day->first + i]);
	}
	return went;
}

enum outcome samling_from_file(struct store *st, struct arena *mem, const struct world *w,
                               const struct fil *f, const struct samling_new *new,
                               int64_t *id)
{
	const char *title = new->title != NULL && *new->title != '\0' ? new->title : f->title;
	int64_t *ids = arena_array(mem, f->n_item, sizeof *ids);
	const char *code;
	enum outcome went = samling_new_code(st, mem, w, &code);

	if (went == OUTCOME_OK)
		went = RUN(st, mem, NULL, samling_ny, .kommune = v_text(new->municipality_nr),
		           .kommunenavn = v_text(new->municipality), .tittel = v_text(title),
		           .maalform = v_text(lang_code(new->lang)), .sted = v_text(new->place),
		           .kode = v_text(code), .naa = v_int(world_wall_ms(w)));
	*id = store_last_id(st);
	for (size_t d = 0; d < f->n_day && went == OUTCOME_OK; d++) {
		const struct fil_day *day = &f->day[d];

		went = RUN(st, mem, NULL, dag_ny, .samling = v_int(*id),
		           .nr = v_int((int64_t)d + 1), .start = v_int(day->start),
		           .dato = v_text(tid_add_days(mem, new->first_date, (int)d)));
		if (went == OUTCOME_OK)
			went = insert_items(st, mem, *id, f, d, ids);
	}
	if (went == OUTCOME_OK && new->leader != 0)
		went = RUN(st, mem, NULL, veileder_ny, .samling = v_int(*id),
		           .person = v_int(new->leader));
	return went;
}

enum outcome samling_item_add(struct req *r, const struct fil_item *item, int day,
                              int64_t after, int64_t *id)
{
	struct samling *s;
	const struct day *d;
	int64_t *ids;
	size_t at;
	enum outcome went = samling_read(r->store, r->mem, r->samling, 0, &s);

	if (went != OUTCOME_OK)
		return went;
	d = samling_day(s, day);
	if (d == NULL)
		return OUTCOME_NOT_FOUND;
	if (s->n_item >= FIL_ITEMS_MAX)
		return OUTCOME_CONFLICT;
	ids = ids_of(r, s, d);
	for (at = 0; at < d->n && ids[at] != after; at++)
		;
	at = at < d->n ? at + 1 : d->n;
	went = insert(r->store, r->mem, s->id, day, (int)d->n + 1, item, id);
	if (went == OUTCOME_OK)
		went = write_order(r, day, ids, shift(ids, d->n, d->n, at, *id));
	if (went == OUTCOME_OK)
		went = samling_note(r, "punkt_nytt", item->title);
	return went == OUTCOME_OK ? samling_changed(r, VIEW_EVERY) : went;
}

/* Over the edge of the day, into the one before or after. */
static enum outcome move_over(struct req *r, const struct samling *s, size_t i,
                              const struct day *from, const struct day *to, bool up)
{
	int64_t *left = ids_of(r, s, from), *right = ids_of(r, s, to);
	size_t n = shift(left, from->n, i - from->first, 0, 0);
	enum outcome went = write_order(r, from->nr, left, n);

	n = shift(right, to->n, to->n, up ? to->n : 0, s->item[i].id);
	if (went == OUTCOME_OK)
		went = write_order(r, to->nr, right, n);
	if (went == OUTCOME_OK && s->now == i)  /* the day under way is that of its item */
		went = RUN(r->store, r->mem, NULL, samling_dag, .samling = v_int(s->id),
		           .dag = v_int(to->nr));
	return went;
}

enum outcome samling_item_move(struct req *r, struct item_seen seen, bool up)
{
	const struct day *d, *other;
	struct samling *s;
	int64_t *ids;
	size_t i, at;
	enum outcome went = samling_read(r->store, r->mem, r->samling, 0, &s);

	if (went != OUTCOME_OK)
		return went;
	i = index_of(s, seen.id);
	if (i == s->n_item)
		return OUTCOME_NOT_FOUND;
	if (s->item[i].day != seen.day || s->item[i].place != seen.place)
		return OUTCOME_CONFLICT;
	d = samling_day(s, s->item[i].day);
	other = samling_day(s, s->item[i].day + (up ? -1 : 1));
	at = i - d->first;
	if (at != (up ? 0 : d->n - 1)) {
		ids = ids_of(r, s, d);
		went = write_order(r, d->nr, ids, shift(ids, d->n, at, up ? at - 1 : at + 1,
		                                        seen.id));
	} else if (other != NULL) {
		went = move_over(r, s, i, d, other, up);
	} else {
		return OUTCOME_OK;      /* at the end already */
	}
	if (went == OUTCOME_OK)
		went = samling_note(r, "punkt_flyttet", s->item[i].title);
	return went == OUTCOME_OK ? samling_changed(r, VIEW_EVERY) : went;
}

enum outcome samling_item_delete(struct req *r, int64_t id, const char **why)
{
	struct samling *s;
	struct rows rows;
	const struct row *used;
	enum outcome went = samling_read(r->store, r->mem, r->samling, 0, &s);

	if (went == OUTCOME_OK)
		went = RUN(r->store, r->mem, &rows, punkt_brukt, .id = v_int(id),
		           .samling = v_int(r->samling));
	if (went != OUTCOME_OK)
		return went;
	if (rows.n == 0)
		return OUTCOME_NOT_FOUND;
	used = &rows.row[0];
	*why = NULL;
	if (row_int(used, punkt_brukt__svart))
		*why = N_("Rapporten har noe fra dette punktet, så det kan ikke slettes.");
	else if (row_int(used, punkt_brukt__naa) || row_int(used, punkt_brukt__aapne) > 0)
		*why = N_("Punktet pågår og kan ikke slettes nå. Gå videre til neste punkt først.");
	if (*why != NULL)
		return OUTCOME_INVALID;
	went = RUN(r->store, r->mem, NULL, punkt_slett, .id = v_int(id),
	           .samling = v_int(r->samling));
	if (went == OUTCOME_OK)
		went = pictures_sweep(r);
	if (went == OUTCOME_OK)
		went = samling_note(r, "punkt_slettet", s->item[index_of(s, id)].title);
	return went == OUTCOME_OK ? samling_changed(r, VIEW_EVERY) : went;
}
