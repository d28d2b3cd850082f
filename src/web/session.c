#include "web/session.h"

#include <assert.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "lib/arena.h"
#include "lib/world.h"
#include "web/page.h"
#include "web/site.h"
#include "web/text.h"

#define SESSION_DAYS 14
#define DAY_MS (INT64_C(24) * 3600 * 1000)

/* What each kind of link lets its holder do in its samling. */
static const uint32_t link_rights[] = {
	[LINK_SETUP]        = 0,
	[LINK_LOGIN]        = 0,
	[LINK_CONSOLE]      = RIGHT_BIT(RIGHT_CONTACT) | RIGHT_BIT(RIGHT_LEADER) |
	                      RIGHT_BIT(RIGHT_WALL) | RIGHT_BIT(RIGHT_REMOTE),
	[LINK_WALL]         = RIGHT_BIT(RIGHT_WALL),
	[LINK_WALL_CLICKER] = RIGHT_BIT(RIGHT_WALL) | RIGHT_BIT(RIGHT_REMOTE),
	[LINK_REMOTE]       = RIGHT_BIT(RIGHT_REMOTE),
};

void session_token_new(const struct world *w, char text[TOKEN_TEXT],
                       unsigned char hash[TOKEN_HASH])
{
	unsigned char token[TOKEN_BYTES];

	world_random(w, token, sizeof token);
	sodium_bin2base64(text, TOKEN_TEXT, token, sizeof token,
	                  sodium_base64_VARIANT_URLSAFE_NO_PADDING);
	crypto_generichash(hash, TOKEN_HASH, token, sizeof token, NULL, 0);
}

void session_token(struct req *r, char text[TOKEN_TEXT], unsigned char hash[TOKEN_HASH])
{
	session_token_new(r->world, text, hash);
}

bool session_hash(const char *text, unsigned char hash[TOKEN_HASH])
{
	unsigned char token[TOKEN_BYTES];
	size_t n;

	if (strlen(text) != TOKEN_TEXT - 1 ||
	    sodium_base642bin(token, sizeof token, text, TOKEN_TEXT - 1, NULL, &n, NULL,
	                      sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0 ||
	    n != TOKEN_BYTES)
		return false;
	crypto_generichash(hash, TOKEN_HASH, token, n, NULL, 0);
	return true;
}

static enum outcome find_login(struct req *r, const char **municipality,
                               int64_t *link_samling)
{
	const char *cookie = page_cookie(r, "oekt");
	unsigned char hash[TOKEN_HASH];
	struct rows rows;
	const struct row *o;
	enum outcome went;

	if (cookie == NULL || !session_hash(cookie, hash))
		return OUTCOME_OK;
	went = RUN(r->store, r->mem, &rows, oekt_finn, .hash = v_blob(hash, sizeof hash),
	           .naa = v_int(world_wall_ms(r->world)));
	if (went != OUTCOME_OK || rows.n == 0)
		return went;
	o = &rows.row[0];
	r->who.session = row_int(o, oekt_finn__id);
	r->who.person = row_int(o, oekt_finn__person);
	r->who.link = row_int(o, oekt_finn__lenke);
	if (r->who.person != 0) {
		r->who.name = row_text(o, oekt_finn__navn);
		r->who.role = (enum staff_role)row_int(o, oekt_finn__rolle);
		r->who.rights |= RIGHT_BIT(RIGHT_STAFF);
		if (r->who.role == STAFF_PROGRAMLEDER || r->who.role == STAFF_KOORDINATOR)
			r->who.rights |= RIGHT_BIT(RIGHT_PLANNER);
		if (r->who.role == STAFF_PROGRAMLEDER)
			r->who.rights |= RIGHT_BIT(RIGHT_ADMIN);
		r->lang = lang_from(row_text(o, oekt_finn__spraak), r->lang);
		*municipality = row_text(o, oekt_finn__kommune);
	} else {
		r->who.name = row_text(o, oekt_finn__lenkenavn);
		r->who.link_kind = (enum link_kind)row_int(o, oekt_finn__lenkeslag);
		*link_samling = row_int(o, oekt_finn__lenkesamling);
	}
	return OUTCOME_OK;
}

static enum outcome find_link(struct req *r, const char *nokkel)
{
	unsigned char hash[TOKEN_HASH];
	struct rows rows;
	const struct row *l;
	enum outcome went;

	if (!session_hash(nokkel, hash))
		return OUTCOME_NOT_FOUND;
	went = RUN(r->store, r->mem, &rows, lenke_finn, .hash = v_blob(hash, sizeof hash),
	           .naa = v_int(world_wall_ms(r->world)));
	if (went != OUTCOME_OK)
		return went;
	if (rows.n == 0)
		return OUTCOME_NOT_FOUND;
	l = &rows.row[0];
	r->who.link = row_int(l, lenke_finn__id);
	r->who.link_kind = (enum link_kind)row_int(l, lenke_finn__slag);
	if (r->who.link_kind != LINK_CONSOLE)   /* that one is spent by POST */
		r->who.rights |= link_rights[r->who.link_kind];
	if (r->who.name == NULL)
		r->who.name = row_text(l, lenke_finn__navn);
	r->samling = row_int(l, lenke_finn__samling);
	return OUTCOME_OK;
}

static enum outcome find_participant(struct req *r)
{
	char name[32];
	const char *cookie;
	unsigned char hash[TOKEN_HASH];
	struct rows rows;
	enum outcome went;
	size_t n;

	snprintf(name, sizeof name, "d%lld", (long long)r->samling);
	cookie = page_cookie(r, name);
	if (cookie == NULL || !session_hash(cookie, hash))
		return OUTCOME_OK;
	went = RUN(r->store, r->mem, &rows, deltaker_finn, .samling = v_int(r->samling),
	           .token = v_blob(hash, sizeof hash));
	if (went != OUTCOME_OK || rows.n == 0)
		return went;
	r->who.rights |= RIGHT_BIT(RIGHT_PARTICIPANT);
	r->who.participant_token = cookie;
	r->who.participant = row_blob(&rows.row[0], deltaker_finn__id, &n);
	r->who.participant_role = (enum role)row_int(&rows.row[0], deltaker_finn__rolle);
	r->who.participant_name = row_int(&rows.row[0], deltaker_finn__navn);
	return OUTCOME_OK;
}

enum outcome session_seat(struct req *r, int64_t samling)
{
	r->samling = samling;
	return find_participant(r);
}

/* Rights in the samling that the path names. */
static enum outcome find_place(struct req *r, const char *municipality, int64_t link_samling)
{
	const uint32_t leads = link_rights[LINK_CONSOLE];
	struct rows rows;
	enum outcome went;

	went = RUN(r->store, r->mem, &rows, samling_finnes, .samling = v_int(r->samling),
	           .person = v_int(r->who.person));
	if (went != OUTCOME_OK)
		return went;
	if (rows.n == 0)
		return OUTCOME_NOT_FOUND;
	if (r->who.session == 0)
		r->lang = lang_from(row_text(&rows.row[0], samling_finnes__maalform), r->lang);
	if (r->who.person != 0 &&
	    (row_int(&rows.row[0], samling_finnes__veileder) ||
	     r->who.role == STAFF_PROGRAMLEDER))
		r->who.rights |= leads;
	else if (r->who.person != 0 && r->who.role == STAFF_KONTAKT && municipality != NULL &&
	         strcmp(municipality, row_text(&rows.row[0], samling_finnes__kommune)) == 0)
		r->who.rights |= RIGHT_BIT(RIGHT_CONTACT);
	else if (r->who.session != 0 && r->who.person == 0 && link_samling == r->samling)
		r->who.rights |= link_rights[r->who.link_kind];
	return find_participant(r);
}

enum outcome session_find(struct req *r, int64_t samling, const char *nokkel)
{
	const char *municipality = NULL, *chosen;
	int64_t link_samling = 0;
	enum outcome went;

	r->who = (struct who){ .rights = RIGHT_BIT(RIGHT_ALL) };
	r->samling = samling;
	went = find_login(r, &municipality, &link_samling);
	if (went == OUTCOME_OK && nokkel != NULL)
		went = find_link(r, nokkel);
	if (went == OUTCOME_OK && r->samling != 0)
		went = find_place(r, municipality, link_samling);
	if (r->who.name == NULL)
		r->who.name = "";
	chosen = page_cookie(r, "spraak");
	if (chosen != NULL)
		r->lang = lang_from(chosen, r->lang);
	return went;
}

enum outcome session_start(struct req *r, int64_t person, int64_t link)
{
	char text[TOKEN_TEXT];
	unsigned char hash[TOKEN_HASH];
	int64_t now = world_wall_ms(r->world);
	enum outcome went = OUTCOME_OK;

	assert((person != 0) != (link != 0));
	if (r->who.session != 0)
		went = RUN(r->store, r->mem, NULL, oekt_slett, .id = v_int(r->who.session));
	if (went == OUTCOME_OK)
		went = RUN(r->store, r->mem, NULL, oekt_rydd, .naa = v_int(now));
	session_token(r, text, hash);
	if (went == OUTCOME_OK)
		went = RUN(r->store, r->mem, NULL, oekt_ny, .hash = v_blob(hash, sizeof hash),
		           .person = person != 0 ? v_int(person) : v_null(),
		           .lenke = link != 0 ? v_int(link) : v_null(), .naa = v_int(now),
		           .utloeper = v_int(now + SESSION_DAYS * DAY_MS));
	if (went == OUTCOME_OK)
		page_set_cookie(r, "oekt", arena_strdup(r->mem, text),
		                SESSION_DAYS * DAY_MS / 1000);
	return went;
}

enum outcome session_end(struct req *r)
{
	if (r->who.session == 0)
		return OUTCOME_OK;
	page_set_cookie(r, "oekt", "", 0);
	return RUN(r->store, r->mem, NULL, oekt_slett, .id = v_int(r->who.session));
}
