#include "app/konto/konto.h"

#include <string.h>

#include "app/konto/folk.h"
#include "app/konto/innlogging.h"
#include "app/konto/mine.h"
#include "lib/arena.h"
#include "lib/world.h"
#include "live/live.h"
#include "web/site.h"

#define SETUP_MS (INT64_C(24) * 3600 * 1000)
#define LOGIN_MS (INT64_C(15) * 60 * 1000)
#define KEEP_MS (INT64_C(24) * 3600 * 1000)  /* long enough to see that one was used */
#define STAFF_TAG (UINT64_C(1) << 61)        /* tells a staff's streams from phones' */

const char *konto_local_path(const char *path, const char *otherwise)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
	                            "0123456789/-_.~";
	bool own = path[0] == '/' && path[1] != '/' && strspn(path, plain) == strlen(path);

	return own ? path : otherwise;
}

char *konto_email(struct arena *a, const char *email)
{
	char *low = arena_strdup(a, email);

	for (char *p = low; *p != '\0'; p++)
		if (*p >= 'A' && *p <= 'Z')
			*p += 'a' - 'A';
	return low;
}

static enum outcome link_new(struct site *site, struct arena *mem, enum link_kind kind,
                             struct value person, int64_t lasts, const char **secret)
{
	int64_t now = world_wall_ms(site->world);
	unsigned char hash[TOKEN_HASH];
	char text[TOKEN_TEXT];
	enum outcome went = RUN(site->store, mem, NULL, lenke_engang_rydd,
	                        .foer = v_int(now - KEEP_MS));

	session_token_new(site->world, text, hash);
	*secret = arena_strdup(mem, text);
	if (went != OUTCOME_OK)
		return went;
	return RUN(site->store, mem, NULL, lenke_engang, .hash = v_blob(hash, sizeof hash),
	           .slag = v_int(kind), .person = person, .utloeper = v_int(now + lasts));
}

enum outcome konto_setup_link(struct site *site, struct arena *mem, const char **url)
{
	const char *secret;
	struct rows rows;
	enum outcome went = RUN(site->store, mem, &rows, person_finnes);

	*url = NULL;
	if (went != OUTCOME_OK || row_int(&rows.row[0], person_finnes__finnes))
		return went;
	went = RUN(site->store, mem, NULL, lenke_engang_stryk, .slag = v_int(LINK_SETUP),
	           .naa = v_int(world_wall_ms(site->world)));
	if (went == OUTCOME_OK)
		went = link_new(site, mem, LINK_SETUP, v_null(), SETUP_MS, &secret);
	if (went == OUTCOME_OK)
		*url = arena_printf(mem, "%s/oppsett/%s", site->base, secret);
	return went;
}

enum outcome konto_login_link(struct site *site, struct arena *mem, const char *email,
                              const char *til, const char **url)
{
	const char *secret;
	struct rows rows;
	enum outcome went = RUN(site->store, mem, &rows, person_med_epost,
	                        .epost = v_text(email));

	if (went != OUTCOME_OK)
		return went;
	if (rows.n == 0)
		return OUTCOME_NOT_FOUND;
	went = link_new(site, mem, LINK_LOGIN, v_int(row_int(&rows.row[0], person_med_epost__id)),
	                LOGIN_MS, &secret);
	*url = arena_printf(mem, "%s/logg-inn/%s%s%s", site->base, secret,
	                    *til != '\0' ? "?til=" : "", til);
	return went;
}

enum outcome konto_end_screens(struct req *r, int64_t session)
{
	struct rows rows;
	enum outcome went = RUN(r->store, r->mem, &rows, samlinger_id);

	for (size_t i = 0; i < rows.n; i++)
		live_close(r->site->live, row_int(&rows.row[i], samlinger_id__id),
		           STAFF_TAG | (uint64_t)session);
	return went;
}

const struct page konto_pages[] = {
	{ HTTP_GET,  "/oppsett/{lenke}", RIGHT_ALL, setup_page, setup_fields },
	{ HTTP_POST, "/oppsett/{lenke}", RIGHT_ALL, setup, setup_post_fields, setup_page },
	{ HTTP_GET,  "/logg-inn", RIGHT_ALL, login_page, login_fields },
	{ HTTP_POST, "/logg-inn", RIGHT_ALL, login, login_post_fields, login_page },
	{ HTTP_GET,  "/logg-inn/sendt", RIGHT_ALL, login_sent_page, NULL },
	{ HTTP_GET,  "/logg-inn/{lenke}", RIGHT_ALL, confirm_page, confirm_fields },
	{ HTTP_POST, "/logg-inn/{lenke}", RIGHT_ALL, confirm, confirm_post_fields },
	{ HTTP_POST, "/logg-ut", RIGHT_ALL, logout, token_fields },
	{ HTTP_GET,  "/mine", RIGHT_STAFF, mine_page, NULL },
	{ HTTP_POST, "/spraak", RIGHT_ALL, language, language_fields },
	{ HTTP_GET,  "/personvern", RIGHT_ALL, privacy_page, NULL },
	{ HTTP_GET,  "/folk", RIGHT_ADMIN, people_page, people_fields },
	{ HTTP_POST, "/folk", RIGHT_ADMIN, people_add, people_post_fields, people_page },
	{ HTTP_GET,  "/folk/{person}", RIGHT_ADMIN, person_page, person_fields },
	{ HTTP_POST, "/folk/{person}/rolle", RIGHT_ADMIN, person_role, person_role_fields,
	  person_page },
	{ HTTP_POST, "/folk/{person}/sperr", RIGHT_ADMIN, person_block, person_block_fields,
	  person_page },
	{ 0 }
};
