#include "app/rapport/rapport.h"

#include <string.h>

#include "app/jobb/jobb.h"
#include "app/rapport/innhold.h"
#include "app/rapport/rapport.html.h"
#include "lib/arena.h"
#include "lib/buf.h"
#include "lib/world.h"
#include "live/live.h"
#include "web/site.h"
#include "web/text.h"

struct html report_attendance_html(struct arena *mem, enum lang lang, const struct report *rep)
{
	struct out o = out_new(mem, lang);

	t_rapport_oppmoete(&o, rep);
	return out_html(&o);
}

struct html report_protocol_html(struct arena *mem, enum lang lang, const struct report *rep)
{
	struct out o = out_new(mem, lang);

	t_rapport_protokoll(&o, rep);
	return out_html(&o);
}

/* As the reader of this request may see it: staff with RIGHT_CONTACT, else the hall. */
static enum outcome read_for(struct req *r, struct report **rep)
{
	bool staff = r->page->right != RIGHT_PARTICIPANT;
	const struct report_for f = {
		.store = r->store, .mem = r->mem, .memory = r->site->memory,
		.samling = r->samling, .staff = staff,
		.leader = staff && (r->who.rights & RIGHT_BIT(RIGHT_LEADER)),
		.now = world_wall_ms(r->world),
	};

	return report_read(&f, rep);
}

static enum outcome staff_page(struct req *r)
{
	struct out o = out_new(r->mem, r->lang);
	struct report *rep;
	enum outcome went = read_for(r, &rep);
	struct frame_text f = { .css = "full.css", .html_class = "rapport" };

	if (went != OUTCOME_OK)
		return went;
	f.title = trf(r->mem, r->lang, N_("Rapport: %s"), rep->s->title);
	t_rapport_verktoy(&o, r, rep);
	t_rapport(&o, rep);
	return page_framed(r, &f, out_html(&o));
}

/* Who changed what, for those who share the work. */
static enum outcome protocol_page(struct req *r)
{
	struct out o = out_new(r->mem, r->lang);
	struct report rep = { .staff = true };
	struct frame_text f = { .css = "full.css", .html_class = "rapport" };
	struct samling *s;
	enum outcome went = samling_read(r->store, r->mem, r->samling, 0, &s);

	if (went == OUTCOME_OK)
		went = RUN(r->store, r->mem, &rep.protocol, rapport_protokoll,
		           .samling = v_int(r->samling));
	if (went != OUTCOME_OK)
		return went;
	rep.s = s;
	f.title = trf(r->mem, r->lang, N_("Protokoll: %s"), s->title);
	t_rapport_protokollside(&o, &rep);
	return page_framed(r, &f, out_html(&o));
}

static enum outcome participant_page(struct req *r)
{
	struct out body = out_new(r->mem, r->lang), whole = out_new(r->mem, r->lang);
	struct samling *s;
	struct report *rep;
	bool pdf = false;
	enum outcome went = samling_read(r->store, r->mem, r->samling, 0, &s);

	if (went != OUTCOME_OK)
		return went;
	if (s->released) {
		went = read_for(r, &rep);
		if (went == OUTCOME_OK)
			went = job_hall_ready(r, s, &pdf);
		if (went != OUTCOME_OK)
			return went;
		t_rapport(&body, rep);
	} else {
		t_rapport_venter(&body);
	}
	t_rapport_paa_telefon(&whole, s, trf(r->mem, r->lang, N_("Rapport: %s"), s->title),
	                      out_html(&body), pdf);
	return page_html(r, out_html(&whole));
}

static enum outcome download(struct req *r, const char *type, const char *ending,
                             struct buf (*write)(struct arena *, const struct report *))
{
	struct report *rep;
	struct buf b;
	enum outcome went = read_for(r, &rep);

	if (went != OUTCOME_OK)
		return went;
	b = write(r->mem, rep);
	return page_download(r, type, arena_printf(r->mem, "samling-%lld-rapport.%s",
	                                           (long long)r->samling, ending), b.p, b.n);
}

static enum outcome csv_page(struct req *r)
{
	return download(r, "text/csv; charset=utf-8", "csv", report_csv);
}

static enum outcome json_page(struct req *r)
{
	return download(r, "application/json", "json", report_json);
}

static const struct field release_fields[] = {
	FIELD_TOKEN, { "frigi", FIELD_INT, .required = true, .min = 0, .max = 1 }, { 0 }
};

/* The caller says how it should be, so that a second press does nothing more. */
static enum outcome release_page(struct req *r)
{
	bool wanted = form_int(&r->form, "frigi") != 0;
	struct samling *s;
	enum outcome went = samling_read(r->store, r->mem, r->samling, 0, &s);

	if (went == OUTCOME_OK && s->released != wanted) {
		went = RUN(r->store, r->mem, NULL, samling_frigi, .samling = v_int(s->id),
		           .frigitt = v_int(wanted));
		if (went == OUTCOME_OK)
			went = samling_note(r, wanted ? "rapport_frigitt" : "rapport_trukket", "");
		if (went == OUTCOME_OK)
			went = samling_changed(r, VIEW_EVERY);
		if (went == OUTCOME_OK && wanted)
			went = job_order(r, job_find(JOB_PDF_HALL));
	}
	if (went != OUTCOME_OK)
		return went;
	return page_redirect(r, arena_printf(r->mem, "/samling/%lld/rapport",
	                                     (long long)r->samling));
}

const struct page rapport_pages[] = {
	{ HTTP_GET,  "/s/{samling}/rapport",             RIGHT_PARTICIPANT, participant_page },
	{ HTTP_GET,  "/samling/{samling}/rapport",       RIGHT_CONTACT,     staff_page },
	{ HTTP_GET,  "/samling/{samling}/rapport.csv",   RIGHT_CONTACT,     csv_page },
	{ HTTP_GET,  "/samling/{samling}/rapport.json",  RIGHT_CONTACT,     json_page },
	{ HTTP_GET,  "/samling/{samling}/protokoll",     RIGHT_CONTACT,     protocol_page },
	{ HTTP_POST, "/samling/{samling}/rapport/frigi", RIGHT_LEADER, release_page,
	  release_fields },
	{ 0 }
};
