/* proeve.c - a rehearsal is made, and wiped. */
#include "app/klargjoering/proeve.h"

#include "app/bilde/bilde.h"
#include "app/klargjoering/klargjoering.h"
#include "app/klargjoering/side.h"
#include "app/samling/samling.h"
#include "lib/arena.h"
#include "lib/tid.h"
#include "lib/world.h"
#include "store/secret.h"
#include "web/site.h"
#include "web/text.h"

#define NO_MUNICIPALITY "0000"  /* its words and groups are nobody's to remember */
#define DAY_MS (INT64_C(24) * 3600 * 1000)

#define COUNT { "antall", FIELD_INT, .min = 1, .max = REHEARSAL_PHONES_MAX }
const struct field rehearsal_fields[] = { COUNT, { 0 } };
const struct field rehearsal_fields_sent[] = { FIELD_TOKEN, COUNT, { 0 } };
const struct field rehearsal_end_fields[] = { FIELD_TOKEN, { 0 } };

/* ---- wiping ---- */

static enum outcome erase(struct store *st, struct arena *mem, int64_t samling)
{
	struct rows open;
	enum outcome went = RUN(st, mem, &open, proeve_runder, .samling = v_int(samling));

	for (size_t i = 0; went == OUTCOME_OK && i < open.n; i++)
		secret_forget_after_commit(st, row_int(&open.row[i], proeve_runder__id));
	return went == OUTCOME_OK ?
	       RUN(st, mem, NULL, proeve_slett, .samling = v_int(samling)) : went;
}

enum outcome rehearsals_wipe(struct store *st, struct arena *mem, int64_t samling)
{
	struct rows rows;
	enum outcome went = RUN(st, mem, &rows, proeve_finn, .samling = v_int(samling));

	for (size_t i = 0; went == OUTCOME_OK && i < rows.n; i++)
		went = erase(st, mem, row_int(&rows.row[i], proeve_finn__id));
	return went;
}

enum outcome rehearsals_forget(struct store *st, struct arena *mem, const struct world *w)
{
	struct rows rows;
	enum outcome went = RUN(st, mem, &rows, proeve_gamle,
	                        .foer = v_int(world_wall_ms(w) - DAY_MS));

	for (size_t i = 0; went == OUTCOME_OK && i < rows.n; i++)
		went = erase(st, mem, row_int(&rows.row[i], proeve_gamle__id));
	return went;
}

/* ---- making ---- */

static enum outcome copy(struct req *r, const struct samling *s, int64_t *id)
{
	struct samling_new new = {
		.municipality_nr = NO_MUNICIPALITY,
		.municipality = arena_printf(r->mem, "PRØVE – %s", s->municipality),
		.title = arena_printf(r->mem, "PRØVE – %s", s->title), .place = s->place,
		.lang = s->lang, .leader = r->who.person,
		.first_date = tid_today(r->mem, world_wall_ms(r->world)),
	};
	struct fil f;
	enum outcome went = fil_of_samling(r->store, r->mem, s->id, &f);

	if (went == OUTCOME_OK)
		went = samling_from_file(r->store, r->mem, r->world, &f, &new, id);
	if (went == OUTCOME_OK)
		went = pictures_copy(r, s->id, *id);
	if (went == OUTCOME_OK)
		went = RUN(r->store, r->mem, NULL, proeve_merk, .samling = v_int(*id),
		           .av = v_int(s->id));
	if (went == OUTCOME_OK)
		went = RUN(r->store, r->mem, NULL, proeve_klar, .samling = v_int(*id));
	if (went == OUTCOME_OK)
		went = RUN(r->store, r->mem, NULL, proeve_navn, .fra = v_int(s->id),
		           .til = v_int(*id));
	if (went == OUTCOME_OK)
		went = RUN(r->store, r->mem, NULL, proeve_ledere, .fra = v_int(s->id),
		           .til = v_int(*id));
	return went;
}

static enum outcome back(struct req *r)
{
	return page_redirect(r, arena_printf(r->mem, "/samling/%lld/klargjoer#proeve",
	                                     (long long)r->samling));
}

static enum outcome refused(struct req *r, const struct samling *s)
{
	struct rows of;
	enum outcome went = RUN(r->store, r->mem, &of, proeve_er, .samling = v_int(r->samling));

	if (went != OUTCOME_OK)
		return went;
	if (r->who.person == 0)         /* a link opens one samling, not its copy */
		return OUTCOME_FORBIDDEN;
	if (of.n > 0)
		return OUTCOME_CONFLICT;
	if (s->phase == PHASE_LIVE) {
		form_reject(&r->form, NULL, N_("Samlingen er i gang. Prøv før den begynner."));
		return OUTCOME_INVALID;
	}
	return OUTCOME_OK;
}

/* A second press begins anew. */
enum outcome rehearsal_start(struct req *r)
{
	int n = form_given(&r->form, "antall") ? (int)form_int(&r->form, "antall")
	                                       : REHEARSAL_PHONES;
	struct samling *s;
	struct rows made;
	int64_t id;
	enum outcome went = samling_read(r->store, r->mem, r->samling, r->who.rights, &s);

	if (went == OUTCOME_OK)
		went = refused(r, s);
	if (went == OUTCOME_OK)
		went = rehearsals_wipe(r->store, r->mem, r->samling);
	if (went == OUTCOME_OK)
		went = copy(r, s, &id);
	if (went == OUTCOME_OK)
		went = RUN(r->store, r->mem, &made, proeve_finn, .samling = v_int(r->samling));
	if (went != OUTCOME_OK)
		return went;
	phones_start(r->mem, r->site->dir, row_text(&made.row[0], proeve_finn__kode), n);
	return back(r);
}

enum outcome rehearsal_end(struct req *r)
{
	enum outcome went = rehearsals_wipe(r->store, r->mem, r->samling);

	return went == OUTCOME_OK ? back(r) : went;
}
