#include "app/lerret/lerret.h"

#include <string.h>

#include "app/lerret/lerret.html.h"
#include "lib/arena.h"
#include "lib/world.h"
#include "live/live.h"
#include "web/site.h"
#include "web/text.h"

uint64_t screen_of(const struct req *r)
{
	/* A login may itself come from a link; what the path holds is what is used here. */
	bool by_link = strstr(r->page->path, "{nokkel}") != NULL;

	return by_link ? STREAM_OF_LINK(r->who.link) : STREAM_OF_SESSION(r->who.session);
}

static enum seen round_seen(const struct round *r)
{
	if (r == NULL || r->phase == ROUND_READY)
		return SEEN_NONE;
	if (r->phase == ROUND_OPEN)
		return SEEN_OPEN;
	return r->shown ? SEEN_SHOWN : SEEN_CLOSED;
}

int scene_seen(const struct activity *a, const struct round *r)
{
	return (a != NULL ? a->step * SEEN__MAX : 0) + (int)round_seen(r);
}

char *clock_left(struct arena *mem, int64_t ms)
{
	int seconds = (int)((ms + 999) / 1000);

	return arena_printf(mem, "%02d:%02d", seconds / 60, seconds % 60);
}

static bool begun(const struct samling *s, int day)
{
	for (size_t i = 0; i < s->n_item; i++)
		if (s->item[i].day == day && s->item[i].started != 0)
			return true;
	return false;
}

bool wall_day_over(const struct samling *s)
{
	return s->now == NO_ITEM && begun(s, s->today);
}

const struct item *wall_coming(const struct samling *s)
{
	bool over = wall_day_over(s);

	if (s->now != NO_ITEM)
		return samling_next(s);
	for (size_t i = 0; i < s->n_item; i++)      /* they stand in order of days */
		if (s->item[i].day > s->today || (s->item[i].day == s->today && !over))
			return &s->item[i];
	return NULL;
}

static enum wall_mode mode_of(const struct samling *s)
{
	if (s->black)
		return WALL_BLACK;
	if (s->phase == PHASE_ENDED)
		return WALL_ENDED;
	if (s->now != NO_ITEM)
		return WALL_ITEM;
	return wall_day_over(s) ? WALL_DAY_OVER : WALL_WELCOME;
}

enum outcome wall_read(struct site *site, struct arena *mem, int64_t samling, struct wall *w)
{
	struct asked q = { .store = site->store, .mem = mem, .memory = site->memory,
	                   .reader = READER_HALL, .ms = world_wall_ms(site->world) };
	struct samling *s;
	struct activity *a;
	enum outcome went = samling_read(site->store, mem, samling, 0, &s);

	if (went != OUTCOME_OK)
		return went;
	*w = (struct wall){ .mode = mode_of(s), .s = s, .coming = wall_coming(s),
	                    .ms = world_wall_ms(site->world) };
	w->way = samling_way_in(site, mem, s, s->lang);
	w->now = samling_now(s);
	if (w->now == NULL)
		return OUTCOME_OK;
	a = arena_get(mem, sizeof *a);
	went = activity_read(site->store, mem, w->now->id, a);
	if (went != OUTCOME_OK)
		return went;
	w->a = a;
	w->round = a->current;
	if (w->round != NULL)
		w->people = tally_people(a, w->round, READER_HALL);
	return drawing_read(&q, s, w->now, a, w->round, &w->d);
}

struct html wall_sections(struct arena *mem, const struct wall *w)
{
	struct out o = out_new(mem, w->s->lang);

	t_lerret_topp(&o, w);
	t_lerret_flate(&o, w);
	t_lerret_side(&o, w);
	t_lerret_fot(&o, w);
	t_lerret_svart(&o, w);
	t_lerret_sett(&o, w);
	return out_html(&o);
}

bool wall_draw(struct site *site, const struct live_key *key, struct arena *mem,
               struct buf *html, int64_t *version)
{
	struct wall w;
	struct html all;

	if (wall_read(site, mem, key->samling, &w) != OUTCOME_OK)
		return false;
	all = wall_sections(mem, &w);
	*html = buf_in(mem);
	buf_add(html, all.p, all.n);
	*version = w.s->version;
	return true;
}

void wall_small(struct out *o, const struct wall *w)
{
	t_lerret_liten(o, w);
}

void wall_pace(struct out *o, const struct samling *s)
{
	t_rute(o, s);
}

void wall_stage(struct out *o, const struct activity *a, const struct round *r)
{
	t_delnummer(o, a, r);
}

void wall_code(struct out *o, const char *code)
{
	t_kode_par(o, code);
}

static const struct field wall_fields[] = { { "farge", FIELD_TEXT, .max = 10 }, { 0 } };

/* Projectors wash out the light picture or the dark one: the address may choose. */
static const char *colours(const struct req *r)
{
	const char *wish = form_text(&r->form, "farge");

	if (strcmp(wish, "lys") == 0)
		return "light";
	return strcmp(wish, "mork") == 0 ? "dark" : "auto";
}

static enum outcome wall_page(struct req *r)
{
	struct wall w;
	struct out o;
	bool clicker = (r->who.rights & RIGHT_BIT(RIGHT_REMOTE)) != 0;
	enum outcome went = wall_read(r->site, r->mem, r->samling, &w);

	if (went != OUTCOME_OK)
		return went;
	r->lang = w.s->lang;
	w.d.pictures = arena_printf(r->mem, "%s/bilde", r->http->path);
	o = out_new(r->mem, r->lang);
	t_lerret_dokument(&o, &w, r->http->path, colours(r), clicker ? page_token(r) : NULL);
	return page_html(r, out_html(&o));
}

static enum outcome stream_page(struct req *r)
{
	struct live_key key = { .samling = r->samling, .view = VIEW_WALL };
	struct samling *s;
	enum outcome went = samling_read(r->store, r->mem, r->samling, 0, &s);

	if (went != OUTCOME_OK)
		return went;
	key.lang = (int)s->lang;
	if (!live_watch(r->site->live, &key, r->reply, screen_of(r)))
		return OUTCOME_UNAVAILABLE;
	live_touch(r->site->live, r->samling, VIEW_BIT(VIEW_CONSOLE));   /* "Lerret på" */
	return OUTCOME_OK;
}

const struct page lerret_pages[] = {
	{ HTTP_GET, "/lerret/{nokkel}",               RIGHT_WALL,   wall_page,   wall_fields },
	{ HTTP_GET, "/lerret/{nokkel}/strom",         RIGHT_WALL,   stream_page, NULL },
	{ HTTP_GET, "/samling/{samling}/lerret",       RIGHT_LEADER, wall_page,   wall_fields },
	{ HTTP_GET, "/samling/{samling}/lerret/strom", RIGHT_LEADER, stream_page, NULL },
	{ 0 }
};
