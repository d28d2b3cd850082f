/* klargjoering.c - the page before a samling: what is in order, and what to do. */
#include "app/klargjoering/klargjoering.h"

#include <stdlib.h>
#include <string.h>
#include <sys/statvfs.h>

#include "app/klargjoering/klargjoering.html.h"
#include "app/klargjoering/proeve.h"
#include "app/klargjoering/side.h"
#include "lib/arena.h"
#include "lib/tid.h"
#include "lib/world.h"
#include "live/live.h"
#include "web/site.h"
#include "web/text.h"

#define FREE_PERCENT 10
#define DAY_MS (INT64_C(24) * 3600 * 1000)

struct looking {
	struct req *r;
	const struct samling *s;
	const char *backup;             /* when the last copy was taken, ms; "" */
};

static struct ready_row wall(const struct looking *l)
{
	size_t n = live_screens(l->r->site->live, l->s->id, VIEW_WALL);

	return (struct ready_row){ N_("Lerretet"), n > 0 ? READY_YES : READY_NO, n > 0 ?
		trn(l->r->mem, l->r->lang, N_("%d skjerm viser lerretet."),
		    N_("%d skjermer viser lerretet."), (int64_t)n) :
		tr(l->r->lang, N_("Ingen skjerm viser lerretet. Lag en lenke til lerretet, og åpne "
		                  "den på PC-en ved projektoren.")) };
}

static struct ready_row phones(const struct looking *l)
{
	size_t n = live_phones(l->r->site->live, l->s->id);

	return (struct ready_row){ N_("Telefonene"), n > 0 ? READY_YES : READY_NO, n > 0 ?
		trn(l->r->mem, l->r->lang, N_("%d telefon er tilkoblet."),
		    N_("%d telefoner er tilkoblet."), (int64_t)n) :
		tr(l->r->lang, N_("Ingen telefon er tilkoblet. Skann QR-koden under med din egen "
		                  "telefon på nettet i salen.")) };
}

static bool today(const struct looking *l)
{
	const char *date = tid_today(l->r->mem, world_wall_ms(l->r->world));

	for (size_t i = 0; i < l->s->n_day; i++)
		if (strcmp(l->s->day[i].date, date) == 0)
			return true;
	return false;
}

static struct ready_row code(const struct looking *l)
{
	struct ready_row row = { N_("Koden"), READY_NO, NULL };

	if (l->s->phase == PHASE_DRAFT) {
		row.said = tr(l->r->lang, N_("Koden slipper ingen inn før programmet er meldt "
		                             "klart."));
	} else if (l->s->phase == PHASE_ENDED) {
		row.said = tr(l->r->lang, N_("Samlingen er avsluttet, så koden er stengt."));
	} else if (!today(l)) {
		row.state = READY_NOTE;
		row.said = tr(l->r->lang, N_("Koden virker på dagene samlingen varer, og det er "
		                             "ikke i dag. Prøv med en prøve så lenge."));
	} else {
		row.state = READY_YES;
		row.said = tr(l->r->lang, N_("Koden slipper folk inn i dag."));
	}
	return row;
}

/* A phone in the hall must be able to reach what the QR says. */
static struct ready_row address(const struct looking *l)
{
	const char *base = l->r->site->base, *host = strstr(base, "://") + 3;
	struct ready_row row = { N_("Adressen"), READY_YES, NULL };

	if (strncmp(host, "127.", 4) == 0 || strncmp(host, "localhost", 9) == 0 ||
	    strncmp(host, "[::1]", 5) == 0) {
		row.state = READY_NO;
		row.said = tr(l->r->lang, N_("Adressen virker bare på denne maskinen. Start "
		                             "serveren med adressen maskinen har på nettet."));
	} else if (strncmp(base, "https://", 8) != 0) {
		row.state = READY_NOTE;
		row.said = tr(l->r->lang, N_("Uten kryptering. Greit på et nett dere rår over "
		                             "selv; slå av dvale på PC-en som viser lerretet."));
	} else {
		row.said = base;
	}
	return row;
}

static struct ready_row space(const struct looking *l)
{
	struct ready_row row = { N_("Plass på disken"), READY_NOTE, NULL };
	struct statvfs fs;
	int percent;

	if (statvfs(l->r->site->dir, &fs) != 0 || fs.f_blocks == 0) {
		row.said = tr(l->r->lang, N_("Vi får ikke vite hvor mye plass det er."));
		return row;
	}
	percent = (int)((uint64_t)fs.f_bavail * 100 / fs.f_blocks);
	row.state = percent < FREE_PERCENT ? READY_NO : READY_YES;
	row.said = trf(l->r->mem, l->r->lang, percent < FREE_PERCENT ?
	               N_("Bare %d %% er ledig. Rydd på disken til serveren.") :
	               N_("%d %% er ledig."), percent);
	return row;
}

static struct ready_row backup(const struct looking *l)
{
	struct ready_row row = { N_("Sikkerhetskopi"), READY_NOTE, NULL };
	int64_t days;

	if (*l->backup == '\0') {
		row.said = tr(l->r->lang, N_("Det er ikke tatt noen kopi. Be den som driver "
		                             "serveren, om å ta en i dag."));
		return row;
	}
	days = (world_wall_ms(l->r->world) - strtoll(l->backup, NULL, 10)) / DAY_MS;
	row.state = days < 2 ? READY_YES : READY_NOTE;
	row.said = days < 2 ? tr(l->r->lang, N_("Den siste er under to dager gammel.")) :
	           trf(l->r->mem, l->r->lang, N_("Den siste er %d dager gammel. Be den som driver "
	                                         "serveren om å ta en ny."), (int)days);
	return row;
}

static struct ready_row (*const looks[READY_ROWS])(const struct looking *) = {
	wall, phones, code, address, space, backup
};

static enum outcome read_rehearsal(struct req *r, struct ready_view *v)
{
	struct rows of, found;
	enum outcome went = RUN(r->store, r->mem, &of, proeve_er, .samling = v_int(r->samling));

	if (went == OUTCOME_OK)
		went = RUN(r->store, r->mem, &found, proeve_finn, .samling = v_int(r->samling));
	if (went != OUTCOME_OK)
		return went;
	v->is_rehearsal = of.n > 0;
	if (found.n == 0)
		return OUTCOME_OK;
	v->rehearsal = row_int(&found.row[0], proeve_finn__id);
	v->rehearsal_code = row_text(&found.row[0], proeve_finn__kode);
	v->rehearsal_phones = live_phones(r->site->live, v->rehearsal);
	return OUTCOME_OK;
}

static enum outcome ready_page(struct req *r)
{
	struct out o = out_new(r->mem, r->lang);
	struct civil c = tid_civil(world_wall_ms(r->world));
	struct ready_view v = { .may_rehearse = r->who.person != 0 };
	struct looking l = { .r = r };
	struct samling *s;
	struct rows rows;
	enum outcome went = samling_read(r->store, r->mem, r->samling, r->who.rights, &s);

	if (went == OUTCOME_OK)
		went = RUN(r->store, r->mem, &rows, klargjoer_kopi);
	if (went == OUTCOME_OK)
		went = read_rehearsal(r, &v);
	if (went != OUTCOME_OK)
		return went;
	l.s = v.s = s;
	l.backup = row_text(&rows.row[0], klargjoer_kopi__naar);
	for (size_t i = 0; i < READY_ROWS; i++)
		v.row[i] = looks[i](&l);
	v.way = samling_way_in(r->site, r->mem, s, r->lang);
	v.clock = arena_printf(r->mem, "%s.%02d", tid_clock(r->mem, c.minute), c.second);
	t_klargjoering(&o, r, &v);
	return page_staff(r, tr(r->lang, N_("Gjør klart")), out_html(&o));
}

/* What the browser measures with: as little as a reply can be, and the server's clock. */
static enum outcome pulse_page(struct req *r)
{
	char *ms = arena_printf(r->mem, "%lld\n", (long long)world_wall_ms(r->world));

	http_reply_set(r->reply, "Content-Type", "text/plain; charset=utf-8");
	http_reply_set(r->reply, "Cache-Control", "no-store");
	r->reply->status = 200;
	r->reply->body = ms;
	r->reply->n_body = strlen(ms);
	return OUTCOME_OK;
}

#define S "/samling/{samling}"

const struct page klargjoering_pages[] = {
	{ HTTP_GET,  S "/klargjoer", RIGHT_LEADER, ready_page, rehearsal_fields },
	{ HTTP_GET,  S "/puls", RIGHT_LEADER, pulse_page, NULL },
	{ HTTP_POST, S "/proeve", RIGHT_LEADER, rehearsal_start, rehearsal_fields_sent,
	  ready_page },
	{ HTTP_POST, S "/proeve/slett", RIGHT_LEADER, rehearsal_end, rehearsal_end_fields },
	{ 0 }
};
