/* lokal_side.c - where a municipality's local rules are written. */
#include <string.h>

#include "app/kommune/kommune.h"
#include "app/regler/lokal.h"
#include "app/regler/lokal.html.h"
#include "app/samling/samling.h"
#include "lib/arena.h"
#include "lib/tid.h"
#include "lib/world.h"
#include "live/live.h"
#include "web/text.h"

#define TEXT(name) { name, FIELD_TEXT, .max = LOKAL_LETTERS_MAX }
#define TEXTS \
	TEXT("innkalling"), TEXT("sak_frist"), TEXT("interpellasjon"), TEXT("spoersmaal"), \
	TEXT("spoerretime"), TEXT("publikum"), TEXT("innlegg"), TEXT("replikk"), \
	TEXT("forslag"), TEXT("budsjettforslag"), TEXT("forfall"), TEXT("fjernmoete"), \
	TEXT("hastesak"), TEXT("opptak"), TEXT("delegering"), TEXT("godtgjoering"), \
	{ "kommune", FIELD_TEXT, .max = 4 }, { "lagret", FIELD_FLAG }, { 0 }
const struct field lokal_fields[] = { TEXTS };
const struct field lokal_fields_sent[] = { FIELD_TOKEN, TEXTS };

static const char *today(const struct req *r)
{
	return tid_today(r->mem, world_wall_ms(r->world));
}

static void fill(struct req *r, const struct rows *rows, int noekkel, int verdi)
{
	for (size_t i = 0; r->page->method == HTTP_GET && i < rows->n; i++) {
		const struct lokal_key *key = lokal_key(row_text(&rows->row[i], noekkel));

		if (key != NULL)
			form_fill(&r->form, key->name, row_text(&rows->row[i], verdi));
	}
}

static enum outcome draw(struct req *r, const struct lokal_edit *e)
{
	struct out o = out_new(r->mem, r->lang);

	t_lokal_side(&o, r, e);
	return page_staff(r, tr(r->lang, N_("Lokale regler")), out_html(&o));
}

/* ---- in a samling ---- */

static const char *own_path(struct req *r, const char *rest)
{
	return arena_printf(r->mem, "/samling/%lld/lokalregler%s", (long long)r->samling, rest);
}

enum outcome lokal_samling_page(struct req *r)
{
	struct samling *s;
	struct rows rows;
	enum outcome went = samling_read(r->store, r->mem, r->samling, r->who.rights, &s);

	if (went == OUTCOME_OK)
		went = RUN(r->store, r->mem, &rows, lokalregler_i_samling,
		           .samling = v_int(r->samling));
	if (went != OUTCOME_OK)
		return went;
	fill(r, &rows, lokalregler_i_samling__noekkel, lokalregler_i_samling__verdi);
	return draw(r, &(struct lokal_edit){ .action = own_path(r, ""),
	            .municipality = s->municipality, .samling = s->id, .title = s->title,
	            .plan = (r->who.rights & RIGHT_BIT(RIGHT_LEADER)) != 0 });
}

enum outcome lokal_samling_save(struct req *r)
{
	enum outcome went = OUTCOME_OK;

	for (size_t i = 0; went == OUTCOME_OK && i < LOKAL_KEYS; i++) {
		const char *name = lokal_keys[i].name, *text = form_text(&r->form, name);

		if (!form_given(&r->form, name))
			continue;
		if (*text == '\0')
			went = RUN(r->store, r->mem, NULL, lokalregel_slett_i_samling,
			           .samling = v_int(r->samling), .noekkel = v_text(name));
		else
			went = RUN(r->store, r->mem, NULL, lokalregel_sett_i_samling,
			           .samling = v_int(r->samling), .noekkel = v_text(name),
			           .verdi = v_text(text), .dato = v_text(today(r)));
	}
	if (went == OUTCOME_OK)
		went = samling_note(r, "lokalregler_endret", "");
	if (went == OUTCOME_OK)
		went = samling_changed(r, VIEW_EVERY);
	return went == OUTCOME_OK ? page_redirect(r, own_path(r, "?lagret=1")) : went;
}

/* ---- of any municipality ---- */

static enum outcome chosen(struct req *r, struct kommune *k)
{
	return kommune_find(r->store, r->mem, form_text(&r->form, "kommune"), today(r), k);
}

enum outcome lokal_page(struct req *r)
{
	struct lokal_edit e = { .action = "/regler/lokalt", .choose = true };
	struct kommune k = { 0 };
	struct rows rows;
	enum outcome went = kommune_list(r->store, r->mem, today(r), &e.list, &e.n_list);

	if (went == OUTCOME_OK && *form_text(&r->form, "kommune") != '\0')
		went = chosen(r, &k);
	if (went != OUTCOME_OK)
		return went;
	if (k.nr != NULL) {
		went = RUN(r->store, r->mem, &rows, lokalregler, .kommune = v_text(k.nr));
		if (went != OUTCOME_OK)
			return went;
		fill(r, &rows, lokalregler__noekkel, lokalregler__verdi);
		e.municipality = k.name;
	}
	return draw(r, &e);
}

enum outcome lokal_save(struct req *r)
{
	struct kommune k;
	enum outcome went = chosen(r, &k);

	for (size_t i = 0; went == OUTCOME_OK && i < LOKAL_KEYS; i++) {
		const char *name = lokal_keys[i].name, *text = form_text(&r->form, name);

		if (!form_given(&r->form, name))
			continue;
		if (*text == '\0')
			went = RUN(r->store, r->mem, NULL, lokalregel_slett,
			           .kommune = v_text(k.nr), .noekkel = v_text(name));
		else
			went = RUN(r->store, r->mem, NULL, lokalregel_sett,
			           .kommune = v_text(k.nr), .noekkel = v_text(name),
			           .verdi = v_text(text), .dato = v_text(today(r)));
	}
	return went != OUTCOME_OK ? went :
	       page_redirect(r, arena_printf(r->mem, "/regler/lokalt?kommune=%s&lagret=1", k.nr));
}
