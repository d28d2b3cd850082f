#include "app/fjern/fjern.h"

#include <string.h>

#include "app/fjern/inside.h"
#include "app/fjern/fjern.html.h"
#include "lib/arena.h"
#include "lib/world.h"
#include "live/live.h"
#include "web/ramme.html.h"
#include "web/site.h"
#include "web/text.h"

static enum outcome remote_read(struct site *site, struct arena *mem, int64_t samling,
                                struct remote *m)
{
	enum outcome went = scene_read(site, mem, samling, 0, &m->sc);

	m->ms = world_wall_ms(site->world);
	m->people = went == OUTCOME_OK && m->sc.round != NULL ?
	            tally_people(m->sc.a, m->sc.round, READER_HALL) : 0;
	return went;
}

bool fjern_draw(struct site *site, const struct live_key *key, struct arena *mem,
                struct buf *html, int64_t *version)
{
	struct remote m;
	struct out o = out_new(mem, (enum lang)key->lang);

	if (remote_read(site, mem, key->samling, &m) != OUTCOME_OK)
		return false;
	t_fjern_naa(&o, &m);
	*html = o.buf;
	*version = m.sc.s->version;
	return true;
}

#define LATE_MESSAGE N_("Noen var før deg. Slik står det nå.")

static enum outcome remote_send(struct req *r, bool late)
{
	struct remote m;
	struct out o = out_new(r->mem, r->lang);
	enum outcome went = remote_read(r->site, r->mem, r->samling, &m);
	const char *message = late ? LATE_MESSAGE : NULL;

	if (went != OUTCOME_OK)
		return went;
	if (!r->bit) {
		t_fjern_dokument(&o, &m, r, message);
		return page_html(r, out_html(&o));
	}
	t_melding_bit(&o, message);
	t_fjern_naa(&o, &m);
	return page_bits(r, out_html(&o));
}

static const struct field remote_fields[] = { { "sen", FIELD_FLAG }, { 0 } };
static const struct field styr_fields[] = { STYR_FIELDS, { 0 } };

static enum outcome remote_page(struct req *r)
{
	return remote_send(r, form_flag(&r->form, "sen"));
}

static enum outcome remote_stream(struct req *r)
{
	struct live_key key = { .samling = r->samling, .view = VIEW_REMOTE,
	                        .lang = (int)r->lang };

	return live_watch(r->site->live, &key, r->reply, screen_of(r)) ? OUTCOME_OK
	                                                              : OUTCOME_UNAVAILABLE;
}

static enum outcome remote_styr(struct req *r)
{
	bool late;
	enum outcome went = styr(r, RIGHT_BIT(RIGHT_REMOTE), &late);

	if (went != OUTCOME_OK)
		return went;
	if (r->bit) {
		r->status = late ? 409 : 200;
		return remote_send(r, late);
	}
	return page_redirect(r, arena_printf(r->mem, "/fjern/%s%s", r->param[0],
	                                     late ? "?sen=1" : ""));
}

/* Keys pressed at a wall.  Who came too late sees it on the wall itself. */
static enum outcome wall_styr(struct req *r)
{
	struct wall w;
	bool late;
	enum outcome went = styr(r, RIGHT_BIT(RIGHT_REMOTE), &late);

	if (went == OUTCOME_OK && !r->bit)      /* the wall's own address, without /styr */
		return page_redirect(r, arena_strndup(r->mem, r->http->path,
		                                      strlen(r->http->path) - strlen("/styr")));
	if (went == OUTCOME_OK)
		went = wall_read(r->site, r->mem, r->samling, &w);
	return went == OUTCOME_OK ? page_bits(r, wall_sections(r->mem, &w)) : went;
}

const struct page fjern_pages[] = {
	{ HTTP_GET,  "/fjern/{nokkel}",                RIGHT_REMOTE, remote_page, remote_fields },
	{ HTTP_GET,  "/fjern/{nokkel}/strom",          RIGHT_REMOTE, remote_stream, NULL },
	{ HTTP_POST, "/fjern/{nokkel}/styr",           RIGHT_REMOTE, remote_styr, styr_fields },
	{ HTTP_POST, "/lerret/{nokkel}/styr",          RIGHT_REMOTE, wall_styr, styr_fields },
	{ HTTP_POST, "/samling/{samling}/lerret/styr", RIGHT_LEADER, wall_styr, styr_fields },
	{ 0 }
};
