#include "app/konsoll/konsoll.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/bilde/bilde.h"
#include "app/konsoll/inside.h"
#include "app/konsoll/konsoll.html.h"
#include "app/konto/konto.h"
#include "lib/arena.h"
#include "lib/tid.h"
#include "lib/utf8.h"
#include "lib/world.h"
#include "live/live.h"
#include "rules/plan.h"
#include "web/ramme.html.h"
#include "web/site.h"
#include "web/text.h"

#define LATE_MOST 240    /* minutes: beyond that nobody follows the plan's clock */

/* By how much the rest should move for the plan to agree with when the item under way
 * began.  An anchored item keeps its time, so what was said before is in it no more. */
static int lateness(const struct scene *sc)
{
	const struct samling *s = sc->s;
	const struct day *day = samling_day(s, s->today);
	struct civil at;
	char date[16];
	int late;

	if (sc->now == NULL || sc->now->started == 0)
		return 0;
	at = tid_civil(sc->now->started);
	snprintf(date, sizeof date, "%04d-%02d-%02d", at.year, at.month, at.day);
	if (strcmp(date, day->date) != 0)
		return 0;
	late = plan_lateness(sc->now->start, at.minute);
	if (sc->now->anchor >= 0)
		late -= s->behind;
	return abs(late) <= LATE_MOST ? late : 0;
}

bool console_waits(const struct console *c, const struct tally_line *l)
{
	return c->sc.a->hold && l->verdict == 0;
}

size_t console_unfolded(const struct samling *s, const struct day *day)
{
	if (s->now == NO_ITEM || s->now < day->first + 2 || s->now >= day->first + day->n)
		return day->first;
	return s->now - 1;
}

int64_t console_hands(const struct console *c, const char *value)
{
	for (size_t i = 0; i < c->hands.n; i++)
		if (strcmp(row_text(&c->hands.row[i], hender_i_runde__verdi), value) == 0)
			return row_int(&c->hands.row[i], hender_i_runde__antall);
	return 0;
}

static enum outcome count_joined(struct site *site, struct arena *mem, struct console *c)
{
	struct rows rows;
	enum outcome went = RUN(site->store, mem, &rows, konsoll_deltakere,
	                        .samling = v_int(c->sc.s->id));

	if (went == OUTCOME_OK)
		c->joined = row_int(&rows.row[0], konsoll_deltakere__antall);
	return went;
}

static enum outcome console_read(struct site *site, struct arena *mem, int64_t samling,
                                 struct console *c)
{
	struct asked q = { .store = site->store, .mem = mem, .memory = site->memory,
	                   .reader = READER_LEADER, .ms = world_wall_ms(site->world) };
	struct scene *sc = &c->sc;
	enum outcome went;

	*c = (struct console){ .ms = world_wall_ms(site->world),
	                       .phones = live_phones(site->live, samling),
	                       .walls = live_screens(site->live, samling, VIEW_WALL) };
	went = scene_read(site, mem, samling, RIGHT_BIT(RIGHT_LEADER), sc);
	if (went == OUTCOME_OK)
		went = wall_read(site, mem, samling, &c->wall);
	if (went == OUTCOME_OK)
		went = count_joined(site, mem, c);
	if (went == OUTCOME_OK)
		went = kept_round_read(site->store, mem, samling, c->ms, &c->kept);
	if (went != OUTCOME_OK || sc->now == NULL)
		return went;
	c->late = lateness(sc);
	if (sc->round != NULL)
		c->people = tally_people(sc->a, sc->round, READER_LEADER);
	went = drawing_read(&q, sc->s, sc->now, sc->a, sc->round, &c->d);
	c->d.pictures = c->wall.d.pictures = pictures_of_staff(mem, samling);
	if (went == OUTCOME_OK && sc->round != NULL)
		went = comparison_may(&q, sc->a, sc->round, c->d.tally, &c->may_compare);
	if (went == OUTCOME_OK && sc->round != NULL)
		went = RUN(site->store, mem, &c->hands, hender_i_runde,
		           .runde = v_int(sc->round->id));
	for (size_t i = c->d.tally != NULL ? c->d.tally->n_choice : 0;
	     c->d.tally != NULL && i < c->d.tally->n_line; i++)
		c->n_waiting += console_waits(c, &c->d.tally->line[i]);
	return went;
}

static struct html sections(struct arena *mem, enum lang lang, const struct console *c)
{
	struct out o = out_new(mem, lang);

	t_k_topp(&o, c);
	t_k_program(&o, c);
	t_k_naa(&o, c);
	t_k_panel(&o, c);
	t_k_svar(&o, c);
	t_k_haand(&o, c);
	t_k_konklusjon(&o, c, NULL);
	t_k_lerret(&o, c);
	t_k_neste(&o, c);
	t_k_vurder(&o, c);
	return out_html(&o);
}

bool konsoll_draw(struct site *site, const struct live_key *key, struct arena *mem,
                  struct buf *html, int64_t *version)
{
	struct console c;
	struct html all;

	if (console_read(site, mem, key->samling, &c) != OUTCOME_OK)
		return false;
	all = sections(mem, (enum lang)key->lang, &c);
	*html = buf_in(mem);
	buf_add(html, all.p, all.n);
	*version = c.sc.s->version;
	return true;
}

#define LATE_MESSAGE N_("Noen var før deg. Slik står det nå.")
#define SAVED_MESSAGE N_("Lagret.")

/* What was typed into the form that this act came from, when it is drawn again. */
static const char *typed(struct req *r, const char *act)
{
	const char *handling = form_text(&r->form, "handling");
	size_t n = strlen(act);

	return strncmp(handling, act, n) == 0 && r->page->method == HTTP_POST ?
	       form_text(&r->form, "tekst") : NULL;
}

static enum outcome send(struct req *r, const char *message)
{
	struct console c;
	const char *asked;
	struct out o = out_new(r->mem, r->lang);
	enum outcome went = console_read(r->site, r->mem, r->samling, &c);

	if (went != OUTCOME_OK)
		return went;
	asked = typed(r, "improviser");
	if (!r->bit) {
		t_konsoll_dokument(&o, &c, r, message, typed(r, "konklusjon"), asked);
		return page_html(r, out_html(&o));
	}
	t_melding_bit(&o, message);
	out_html_value(&o, sections(r->mem, r->lang, &c));
	if (asked != NULL)      /* empty again when it was taken, else as it was typed */
		t_k_improvisert(&o, message != NULL ? asked : "", r->form.bad ? message : NULL);
	return page_bits(r, out_html(&o));
}

static const struct field styr_fields[] = {
	STYR_FIELDS, { "sen", FIELD_FLAG }, { "lagret", FIELD_FLAG }, { 0 }
};
static const struct field console_fields[] = {
	{ "handling", FIELD_TEXT }, { "tekst", FIELD_TEXT }, { "sen", FIELD_FLAG },
	{ "lagret", FIELD_FLAG }, { 0 }
};

static enum outcome console_page(struct req *r)
{
	const char *message = form_flag(&r->form, "sen") ? LATE_MESSAGE : r->form.message;

	if (message == NULL && form_flag(&r->form, "lagret"))
		message = SAVED_MESSAGE;
	if (message == NULL)
		message = form_error(&r->form, "tekst");
	if (message != NULL && utf8_length(form_text(&r->form, "tekst")) > STYR_TEXT_MAX)
		message = trf(r->mem, r->lang,
		              N_("Teksten er for lang. Det er plass til %d tegn."), STYR_TEXT_MAX);
	return send(r, message);
}

/* Acts after which the console looks as it did: it must be said that they were done. */
static bool only_saves(const struct req *r)
{
	const char *handling = form_text(&r->form, "handling");

	return strcmp(handling, "konklusjon") == 0 || strcmp(handling, "hender") == 0;
}

static enum outcome styr_page(struct req *r)
{
	bool late;
	enum outcome went = styr(r, r->who.rights, &late);

	if (went == OUTCOME_CONFLICT) {         /* somebody else was first: undone, and told */
		form_reject(&r->form, NULL, LATE_MESSAGE);
		r->status = 409;
		return OUTCOME_INVALID;
	}
	if (went != OUTCOME_OK)
		return went;
	if (r->bit) {
		r->status = late ? 409 : 200;
		return send(r, late ? LATE_MESSAGE : only_saves(r) ? SAVED_MESSAGE : NULL);
	}
	return page_redirect(r, arena_printf(r->mem, "/samling/%lld/konsoll%s",
	                                     (long long)r->samling,
	                                     late ? "?sen=1" : only_saves(r) ? "?lagret=1" : ""));
}

static enum outcome stream_page(struct req *r)
{
	struct live_key key = { .samling = r->samling, .view = VIEW_CONSOLE,
	                        .lang = (int)r->lang };

	return live_watch(r->site->live, &key, r->reply, screen_of(r)) ? OUTCOME_OK
	                                                              : OUTCOME_UNAVAILABLE;
}

/* The link of somebody who leads together with others.  It is shown first, so that a mail
 * program that opens addresses spends nothing, and may be used again until it is revoked. */
static enum outcome co_leader_page(struct req *r)
{
	struct out o = out_new(r->mem, r->lang);
	struct rows rows;
	enum outcome went;

	if (r->who.link_kind != LINK_CONSOLE)
		return OUTCOME_NOT_FOUND;
	went = RUN(r->store, r->mem, &rows, konsoll_medleder, .samling = v_int(r->samling));
	if (went != OUTCOME_OK || rows.n == 0)
		return went != OUTCOME_OK ? went : OUTCOME_NOT_FOUND;
	t_medleder(&o, r, row_text(&rows.row[0], konsoll_medleder__kommunenavn),
	           row_text(&rows.row[0], konsoll_medleder__tittel));
	return page_framed(r, &(struct frame_text){ .title = tr(r->lang, N_("Led sammen")),
	                   .css = "telefon.css" }, out_html(&o));
}

static enum outcome co_leader(struct req *r)
{
	enum outcome went;

	if (r->who.link_kind != LINK_CONSOLE)
		return OUTCOME_NOT_FOUND;
	went = r->who.session != 0 ? konto_end_screens(r, r->who.session) : OUTCOME_OK;
	if (went == OUTCOME_OK)
		went = session_start(r, 0, r->who.link);
	return went == OUTCOME_OK ?
	       page_redirect(r, arena_printf(r->mem, "/samling/%lld/konsoll",
	                                     (long long)r->samling)) : went;
}

static const struct field bare_fields[] = { FIELD_TOKEN, { 0 } };

const struct page konsoll_pages[] = {
	{ HTTP_GET,  "/samling/{samling}/konsoll",       RIGHT_LEADER, console_page,
	  console_fields },
	{ HTTP_GET,  "/samling/{samling}/konsoll/strom", RIGHT_LEADER, stream_page, NULL },
	{ HTTP_POST, "/samling/{samling}/styr",          RIGHT_LEADER, styr_page, styr_fields,
	  console_page },
	{ HTTP_GET,  "/medleder/{nokkel}",               RIGHT_ALL,    co_leader_page, NULL },
	{ HTTP_POST, "/medleder/{nokkel}",               RIGHT_ALL,    co_leader, bare_fields },
	{ 0 }
};
