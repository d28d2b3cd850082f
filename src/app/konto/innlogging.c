#include "app/konto/innlogging.h"

#include <stdio.h>
#include <string.h>

#include "app/konto/konto.h"
#include "app/konto/konto.html.h"
#include "app/samling/samling.h"
#include "lib/arena.h"
#include "lib/log.h"
#include "lib/world.h"
#include "web/brake.h"
#include "web/site.h"
#include "web/text.h"

const struct field setup_fields[] = {
	{ "navn", FIELD_TEXT, .max = 100 }, { "epost", FIELD_TEXT, .max = 254 }, { 0 }
};
const struct field setup_post_fields[] = {
	FIELD_TOKEN, { "navn", FIELD_TEXT, .required = true, .max = 100 },
	{ "epost", FIELD_EMAIL, .required = true, .max = 254 }, { 0 }
};
const struct field login_fields[] = {
	{ "epost", FIELD_TEXT, .max = 254 }, { "til", FIELD_TEXT, .max = 200 }, { 0 }
};
const struct field login_post_fields[] = {
	FIELD_TOKEN, { "epost", FIELD_EMAIL, .required = true, .max = 254 },
	{ "til", FIELD_TEXT, .max = 200 }, { 0 }
};
const struct field confirm_fields[] = { { "til", FIELD_TEXT, .max = 200 }, { 0 } };
const struct field confirm_post_fields[] = {
	FIELD_TOKEN, { "til", FIELD_TEXT, .max = 200 }, { 0 }
};
const struct field token_fields[] = { FIELD_TOKEN, { 0 } };

static enum outcome framed(struct req *r, const char *title, const struct out *o)
{
	return page_framed(r, &(struct frame_text){ .title = tr(r->lang, title),
	                   .css = "telefon.css" }, out_html(o));
}

/* A link that is used, too old or mistyped: one answer for all three. */
static enum outcome dead_link(struct req *r)
{
	struct out o = out_new(r->mem, r->lang);

	t_konto_brukt_lenke(&o);
	r->status = 404;
	return framed(r, N_("Lenken virker ikke lenger"), &o);
}

/* The link of this path, unspent; *found tells.  Looking changes nothing. */
static enum outcome find_link(struct req *r, enum link_kind kind, bool *found,
                              int64_t *person)
{
	unsigned char hash[TOKEN_HASH];
	struct rows rows;
	enum outcome went;

	*found = false;
	if (!session_hash(r->param[0], hash))
		return OUTCOME_OK;
	went = RUN(r->store, r->mem, &rows, lenke_engang_finn, .hash = v_blob(hash, sizeof hash),
	           .slag = v_int(kind), .naa = v_int(world_wall_ms(r->world)));
	*found = went == OUTCOME_OK && rows.n > 0;
	if (*found)
		*person = row_int(&rows.row[0], lenke_engang_finn__person);
	return went;
}

/* Spends it: true for exactly one of those who try. */
static enum outcome spend_link(struct req *r, enum link_kind kind, bool *mine)
{
	unsigned char hash[TOKEN_HASH];
	enum outcome went;

	*mine = false;
	if (!session_hash(r->param[0], hash))
		return OUTCOME_OK;
	went = RUN(r->store, r->mem, NULL, lenke_engang_bruk, .hash = v_blob(hash, sizeof hash),
	           .slag = v_int(kind), .naa = v_int(world_wall_ms(r->world)));
	*mine = went == OUTCOME_OK && store_changed(r->store) == 1;
	return went;
}

enum outcome setup_page(struct req *r)
{
	struct out o = out_new(r->mem, r->lang);
	int64_t nobody;
	bool found;
	enum outcome went = find_link(r, LINK_SETUP, &found, &nobody);

	if (went != OUTCOME_OK)
		return went;
	if (!found)
		return dead_link(r);
	t_konto_oppsett(&o, r);
	return framed(r, N_("Sett opp Samling"), &o);
}

enum outcome setup(struct req *r)
{
	int64_t person;
	bool mine;
	enum outcome went = spend_link(r, LINK_SETUP, &mine);

	if (went != OUTCOME_OK)
		return went;
	if (!mine)
		return dead_link(r);
	went = RUN(r->store, r->mem, NULL, person_foerste,
	           .epost = v_text(konto_email(r->mem, form_text(&r->form, "epost"))),
	           .navn = v_text(form_text(&r->form, "navn")),
	           .spraak = v_text(lang_code(r->lang)),
	           .naa = v_int(world_wall_ms(r->world)));
	if (went != OUTCOME_OK)
		return went;
	if (store_changed(r->store) == 0)
		return dead_link(r);
	person = store_last_id(r->store);
	r->who.name = form_text(&r->form, "navn");
	went = samling_note(r, "oppsett", "");
	if (went == OUTCOME_OK)
		went = session_start(r, person, 0);
	return went == OUTCOME_OK ? page_redirect(r, "/mine") : went;
}

enum outcome login_page(struct req *r)
{
	struct out o = out_new(r->mem, r->lang);

	t_konto_logg_inn(&o, r, konto_local_path(form_text(&r->form, "til"), ""));
	return framed(r, N_("Logg inn"), &o);
}

/* Until mail is set up, the log of a program under development is the post box. */
static enum outcome send_link(struct req *r, const char *email)
{
	const char *til = konto_local_path(form_text(&r->form, "til"), ""), *url;
	enum outcome went;

	if (!r->site->development || !brake_count(r->site->brake, BRAKE_ACCOUNT, email))
		return OUTCOME_OK;
	went = konto_login_link(r->site, r->mem, email, til, &url);
	if (went == OUTCOME_OK)
		fprintf(stderr, "Innloggingslenke: %s\n", url);
	return went == OUTCOME_NOT_FOUND ? OUTCOME_OK : went;
}

enum outcome login(struct req *r)
{
	enum outcome went;

	if (!brake_count(r->site->brake, BRAKE_LOGIN, r->http->peer)) {
		form_reject(&r->form, NULL,
		            N_("Det er bedt om for mange lenker herfra. Vent et minutt og prøv "
		               "igjen."));
		r->status = 429;
		return OUTCOME_INVALID;
	}
	went = send_link(r, konto_email(r->mem, form_text(&r->form, "epost")));
	return went == OUTCOME_OK ? page_redirect(r, "/logg-inn/sendt") : went;
}

enum outcome login_sent_page(struct req *r)
{
	struct out o = out_new(r->mem, r->lang);

	t_konto_sendt(&o, r->site->development);
	return framed(r, N_("Logg inn"), &o);
}

enum outcome confirm_page(struct req *r)
{
	struct out o = out_new(r->mem, r->lang);
	int64_t person;
	bool found;
	enum outcome went = find_link(r, LINK_LOGIN, &found, &person);

	if (went != OUTCOME_OK)
		return went;
	if (!found)
		return dead_link(r);
	t_konto_bekreft(&o, r, konto_local_path(form_text(&r->form, "til"), ""));
	return framed(r, N_("Logg inn"), &o);
}

enum outcome confirm(struct req *r)
{
	int64_t person = 0;
	bool found, mine;
	enum outcome went = find_link(r, LINK_LOGIN, &found, &person);

	if (went == OUTCOME_OK)
		went = spend_link(r, LINK_LOGIN, &mine);
	if (went != OUTCOME_OK)
		return went;
	if (!found || !mine)
		return dead_link(r);
	if (r->who.session != 0)
		went = konto_end_screens(r, r->who.session);
	if (went == OUTCOME_OK)
		went = session_start(r, person, 0);
	if (went != OUTCOME_OK)
		return went;
	return page_redirect(r, konto_local_path(form_text(&r->form, "til"), "/mine"));
}

enum outcome logout(struct req *r)
{
	enum outcome went = OUTCOME_OK;

	if (r->who.session != 0)
		went = konto_end_screens(r, r->who.session);
	if (went == OUTCOME_OK)
		went = session_end(r);
	return went == OUTCOME_OK ? page_redirect(r, "/") : went;
}
