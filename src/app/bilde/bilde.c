#include "app/bilde/bilde.h"

#include <string.h>

#include "app/bilde/sider.h"
#include "lib/arena.h"

const char *picture_sha(const json_t *config)
{
	const char *sha = json_string_value(json_object_get(config, "bilde"));

	return sha != NULL ? sha : "";
}

enum outcome picture_alt(struct store *st, struct arena *mem, int64_t samling,
                         const json_t *config, const char **alt)
{
	const char *sha = picture_sha(config);
	struct rows rows;
	enum outcome went;

	*alt = NULL;
	if (*sha == '\0')
		return OUTCOME_OK;
	went = RUN(st, mem, &rows, bilde_tekst, .samling = v_int(samling), .sha = v_text(sha));
	if (went == OUTCOME_OK && rows.n > 0)
		*alt = row_text(&rows.row[0], bilde_tekst__beskrivelse);
	return went;
}

const char *pictures_of_staff(struct arena *mem, int64_t samling)
{
	return arena_printf(mem, "/samling/%lld/bilde", (long long)samling);
}

const char *pictures_of_phones(struct arena *mem, int64_t samling)
{
	return arena_printf(mem, "/s/%lld/bilde", (long long)samling);
}

enum outcome pictures_sweep(struct req *r)
{
	return RUN(r->store, r->mem, NULL, bilder_rydd, .samling = v_int(r->samling));
}

enum outcome pictures_copy(struct req *r, int64_t from, int64_t to)
{
	return RUN(r->store, r->mem, NULL, bilder_kopier, .fra = v_int(from), .til = v_int(to));
}

#define S "/samling/{samling}"

const struct page bilde_pages[] = {
	{ HTTP_GET,  S "/punkt/{punkt}/bilde", RIGHT_LEADER, picture_page, picture_fields },
	{ HTTP_POST, S "/punkt/{punkt}/bilde", RIGHT_LEADER, picture_save, picture_fields_sent,
	  picture_page },
	{ HTTP_POST, S "/punkt/{punkt}/bilde/fjern", RIGHT_LEADER, picture_remove,
	  picture_gone_fields },
	{ HTTP_GET,  S "/bilde/{sha}",               RIGHT_CONTACT,     picture_send },
	{ HTTP_GET,  S "/lerret/bilde/{sha}",        RIGHT_LEADER,      picture_send },
	{ HTTP_GET,  "/s/{samling}/bilde/{sha}",     RIGHT_PARTICIPANT, picture_send },
	{ HTTP_GET,  "/lerret/{nokkel}/bilde/{sha}", RIGHT_WALL,        picture_send },
	{ 0 }
};
