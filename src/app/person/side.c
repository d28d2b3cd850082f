/* side.c - a leader deletes a samling. */
#include <string.h>

#include "app/person/person.h"
#include "app/person/side.html.h"
#include "app/samling/samling.h"
#include "lib/arena.h"
#include "lib/utf8.h"
#include "web/page.h"
#include "web/text.h"

#define TITLE_MAX 200

static const struct field erase_fields[] = {
	{ "tittel", FIELD_TEXT, .max = TITLE_MAX }, { 0 }
};
static const struct field erase_fields_sent[] = {
	FIELD_TOKEN, { "tittel", FIELD_TEXT, true, .max = TITLE_MAX }, { 0 }
};

/* Whoever leads by a link leads that day: what is to be kept is not theirs to say. */
static enum outcome read_samling(struct req *r, struct samling **s)
{
	enum outcome went = samling_read(r->store, r->mem, r->samling, r->who.rights, s);

	return went == OUTCOME_OK && r->who.person == 0 ? OUTCOME_FORBIDDEN : went;
}

static enum outcome erase_page(struct req *r)
{
	struct out o = out_new(r->mem, r->lang);
	struct samling *s;
	enum outcome went = read_samling(r, &s);

	if (went != OUTCOME_OK)
		return went;
	t_person_slett(&o, r, s);
	return page_staff(r, tr(r->lang, N_("Slett samlingen")), out_html(&o));
}

static enum outcome erase(struct req *r)
{
	struct samling *s;
	enum outcome went = read_samling(r, &s);

	if (went != OUTCOME_OK)
		return went;
	if (strcmp(utf8_fold(r->mem, form_text(&r->form, "tittel")),
	           utf8_fold(r->mem, s->title)) != 0) {
		form_reject(&r->form, "tittel", N_("Dette er ikke tittelen på samlingen. "
		                                   "Ingenting er slettet."));
		return OUTCOME_INVALID;
	}
	went = samling_erase(r->store, r->mem, r->world, r->samling, r->who.name);
	return went == OUTCOME_OK ? page_redirect(r, "/mine") : went;
}

const struct page person_pages[] = {
	{ HTTP_GET,  "/samling/{samling}/slett", RIGHT_LEADER, erase_page, erase_fields },
	{ HTTP_POST, "/samling/{samling}/slett", RIGHT_LEADER, erase, erase_fields_sent,
	  erase_page },
	{ 0 }
};
