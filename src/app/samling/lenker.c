/* lenker.c - secret addresses of a samling, and who leads it. */
#include "app/samling/lenker.h"

#include "app/konto/konto.h"
#include "app/samling/lenker.html.h"
#include "app/samling/sider.h"
#include "lib/arena.h"
#include "lib/tid.h"
#include "lib/world.h"
#include "live/live.h"
#include "web/qr.h"
#include "web/session.h"
#include "web/site.h"
#include "web/text.h"

#define LINK_FIELDS(must) \
	{ "slag", FIELD_INT, (must), LINK_CONSOLE, LINK_REMOTE }, \
	{ "navn", FIELD_TEXT, (must), .max = 80 }
#define LEADER_FIELDS(must) { "epost", FIELD_EMAIL, (must) }
const struct field link_fields[] = { LINK_FIELDS(false), LEADER_FIELDS(false), { 0 } };
const struct field link_fields_sent[] = {
	FIELD_TOKEN, LINK_FIELDS(true), LEADER_FIELDS(false), { 0 }
};
const struct field leader_fields_sent[] = {
	FIELD_TOKEN, LEADER_FIELDS(true), LINK_FIELDS(false), { 0 }
};

const struct field leader_gone_fields[] = {
	FIELD_TOKEN, LINK_FIELDS(false), LEADER_FIELDS(false), { 0 }
};

const char *link_label(enum link_kind kind)
{
	switch (kind) {
	case LINK_CONSOLE:      return N_("Konsoll, for en som leder sammen med deg");
	case LINK_WALL:         return N_("Lerret, bare til å vise");
	case LINK_WALL_CLICKER: return N_("Lerret med fjernkontroll: neste og tilbake virker");
	case LINK_REMOTE:       return N_("Fjernkontroll på telefon");
	case LINK_SETUP:
	case LINK_LOGIN:
	case LINK__MAX:
		break;
	}
	return "";
}

char *samling_link_path(struct arena *mem, enum link_kind kind, const char *secret)
{
	const char *page = kind == LINK_CONSOLE ? "medleder" : kind == LINK_REMOTE ? "fjern"
	                                                                         : "lerret";

	return arena_printf(mem, "/%s/%s", page, secret);
}

enum outcome samling_new_link(struct store *st, struct arena *mem, const struct world *w,
                              int64_t samling, enum link_kind kind, const char *name,
                              const char **secret)
{
	unsigned char hash[TOKEN_HASH];
	char *text = arena_get(mem, TOKEN_TEXT);
	struct samling *s;
	const char *last;
	enum outcome went = samling_read(st, mem, samling, 0, &s);

	if (went != OUTCOME_OK)
		return went;
	last = s->n_day > 0 ? s->day[s->n_day - 1].date : tid_today(mem, world_wall_ms(w));
	session_token_new(w, text, hash);
	*secret = text;
	return RUN(st, mem, NULL, lenke_i_samling_ny, .hash = v_blob(hash, sizeof hash),
	           .slag = v_int(kind), .samling = v_int(samling), .navn = v_text(name),
	           .utloeper = v_int(tid_wall_ms(tid_add_days(mem, last, 2), 0)));
}

static enum outcome read_links(struct req *r, struct links_view *v)
{
	struct rows rows;
	enum outcome went = RUN(r->store, r->mem, &rows, lenker_i_samling,
	                        .samling = v_int(r->samling));

	v->n_link = rows.n;
	v->link = arena_array(r->mem, rows.n, sizeof *v->link);
	for (size_t i = 0; i < rows.n; i++)
		v->link[i] = (struct link_row){
			.id = row_int(&rows.row[i], lenker_i_samling__id),
			.kind = (enum link_kind)row_int(&rows.row[i], lenker_i_samling__slag),
			.name = row_text(&rows.row[i], lenker_i_samling__navn),
			.until = tid_today(r->mem, row_int(&rows.row[i],
			                                   lenker_i_samling__utloeper) - 1),
			.revoked = !row_null(&rows.row[i], lenker_i_samling__tilbakekalt),
		};
	return went;
}

static enum outcome read_leaders(struct req *r, struct links_view *v)
{
	struct rows rows;
	enum outcome went = RUN(r->store, r->mem, &rows, veiledere, .samling = v_int(r->samling));

	v->n_leader = rows.n;
	v->leader = arena_array(r->mem, rows.n, sizeof *v->leader);
	for (size_t i = 0; i < rows.n; i++)
		v->leader[i] = (struct leader_row){
			row_int(&rows.row[i], veiledere__id),
			row_text(&rows.row[i], veiledere__navn),
			row_text(&rows.row[i], veiledere__epost)
		};
	return went;
}

/* `address`: of a link made just now, or NULL.  It is shown here and never again. */
static enum outcome draw(struct req *r, const char *address)
{
	struct out o = out_new(r->mem, r->lang);
	struct links_view v = { .secret = address };
	struct samling *s;
	enum outcome went = own_samling(r, &s);

	v.s = s;
	if (went == OUTCOME_OK)
		went = read_links(r, &v);
	if (went == OUTCOME_OK)
		went = read_leaders(r, &v);
	if (went != OUTCOME_OK)
		return went;
	if (address != NULL)
		v.qr = qr_svg(r->mem, address, tr(r->lang, N_("QR-kode til den nye lenken")));
	t_lenker(&o, r, &v);
	return page_staff(r, tr(r->lang, N_("Lenker og prosessveiledere")), out_html(&o));
}

enum outcome links_page(struct req *r)
{
	return draw(r, NULL);
}

bool links_let_in(const struct req *r)
{
	return r->who.person != 0;
}

enum outcome link_new(struct req *r)
{
	enum link_kind kind = (enum link_kind)form_int(&r->form, "slag");
	const char *name = form_text(&r->form, "navn"), *secret;
	enum outcome went;

	if (kind == LINK_CONSOLE && !links_let_in(r))
		return OUTCOME_FORBIDDEN;
	went = samling_new_link(r->store, r->mem, r->world, r->samling, kind, name, &secret);
	if (went == OUTCOME_OK)
		went = samling_note(r, "lenke_ny", name);
	form_fill(&r->form, "navn", "");
	return went == OUTCOME_OK ? draw(r, page_url(r, samling_link_path(r->mem, kind, secret)))
	                          : went;
}

static void end_streams(struct req *r, const struct rows *sessions, size_t id_col)
{
	for (size_t i = 0; i < sessions->n; i++)
		live_close(r->site->live, r->samling,
		           STREAM_OF_SESSION(row_int(&sessions->row[i], id_col)));
}

enum outcome link_revoke(struct req *r)
{
	int64_t id = page_param_id(r, 1);
	struct rows sessions;
	enum outcome went = RUN(r->store, r->mem, NULL, lenke_tilbakekall, .id = v_int(id),
	                        .samling = v_int(r->samling),
	                        .naa = v_int(world_wall_ms(r->world)));

	if (went == OUTCOME_OK && store_changed(r->store) == 0)
		return OUTCOME_NOT_FOUND;
	if (went == OUTCOME_OK)
		went = RUN(r->store, r->mem, &sessions, oekter_av_lenke, .lenke = v_int(id));
	if (went == OUTCOME_OK) {
		end_streams(r, &sessions, oekter_av_lenke__id);
		live_close(r->site->live, r->samling, STREAM_OF_LINK(id));
		went = RUN(r->store, r->mem, NULL, oekter_av_lenke_slett, .lenke = v_int(id));
	}
	if (went == OUTCOME_OK)
		went = samling_note(r, "lenke_tilbakekalt", "");
	return went == OUTCOME_OK ? page_redirect(r, samling_path(r, "/lenker")) : went;
}

enum outcome leader_add(struct req *r)
{
	const struct row *p;
	struct rows rows;
	enum outcome went;

	if (!links_let_in(r))
		return OUTCOME_FORBIDDEN;
	went = RUN(r->store, r->mem, &rows, veileder_med_epost,
	           .epost = v_text(konto_email(r->mem, form_text(&r->form, "epost"))));
	if (went != OUTCOME_OK)
		return went;
	p = rows.n > 0 ? &rows.row[0] : NULL;
	if (p == NULL || row_int(p, veileder_med_epost__rolle) == STAFF_KONTAKT) {
		form_reject(&r->form, "epost", N_("Ingen prosessveileder har denne adressen. "
		                                  "Programlederen kan legge til folk."));
		return OUTCOME_INVALID;
	}
	went = RUN(r->store, r->mem, NULL, veileder_ny, .samling = v_int(r->samling),
	           .person = v_int(row_int(p, veileder_med_epost__id)));
	if (went == OUTCOME_OK)
		went = samling_note(r, "veileder_ny", row_text(p, veileder_med_epost__navn));
	return went == OUTCOME_OK ? page_redirect(r, samling_path(r, "/lenker")) : went;
}

enum outcome leader_remove(struct req *r)
{
	int64_t person = page_param_id(r, 1);
	struct links_view v;
	struct rows sessions;
	size_t i = 0;
	enum outcome went;

	if (!links_let_in(r))
		return OUTCOME_FORBIDDEN;
	went = read_leaders(r, &v);
	if (went != OUTCOME_OK)
		return went;
	while (i < v.n_leader && v.leader[i].id != person)
		i++;
	if (i == v.n_leader)
		return OUTCOME_NOT_FOUND;
	went = RUN(r->store, r->mem, NULL, veileder_fjern, .samling = v_int(r->samling),
	           .person = v_int(person));
	if (went == OUTCOME_OK && store_changed(r->store) == 0) {
		form_reject(&r->form, NULL, N_("En samling må ha minst én prosessveileder."));
		r->status = 409;
		return draw(r, NULL);
	}
	if (went == OUTCOME_OK)
		went = RUN(r->store, r->mem, &sessions, oekter_av_person, .person = v_int(person));
	if (went == OUTCOME_OK) {
		end_streams(r, &sessions, oekter_av_person__id);
		went = samling_note(r, "veileder_fjernet", v.leader[i].name);
	}
	return went == OUTCOME_OK ? page_redirect(r, samling_path(r, "/lenker")) : went;
}
