/* send.c - a picture's bytes.
 *
 * Hundreds of phones ask for the same picture in the same second, and what is sent must
 * stay until the slowest has it: all of them share one copy, which goes with the last. */
#include <string.h>

#include "app/bilde/sider.h"
#include "lib/arena.h"
#include "web/bildefil.h"
#include "web/site.h"

#define PICTURE_MEMORY ((size_t)16 << 20)

struct sending {
	struct sending *next, **list;
	struct arena *mem;              /* of this and all in it */
	int64_t samling;
	const char *sha;
	const void *bytes;
	size_t n;
	size_t users;
};

static void let_go(void *arg)
{
	struct sending *s = arg, **at = s->list;

	if (--s->users > 0)
		return;
	while (*at != s)
		at = &(*at)->next;
	*at = s->next;
	arena_free(s->mem);
}

static enum outcome find(struct req *r, struct arena *mem, const char *sha,
                         bool bytes, struct rows *rows)
{
	bool hall = r->page->right == RIGHT_PARTICIPANT || r->page->right == RIGHT_WALL;
	enum outcome went = RUN(r->store, mem, rows, bilde_hent, .samling = v_int(r->samling),
	                        .sha = v_text(sha), .i_salen = v_int(hall),
	                        .med_bytes = v_int(bytes));

	return went == OUTCOME_OK && rows->n == 0 ? OUTCOME_NOT_FOUND : went;
}

static enum outcome load(struct req *r, const char *sha, struct sending **out)
{
	struct arena *mem = arena_new(PICTURE_MEMORY);
	struct sending *s = arena_get(mem, sizeof *s);
	struct rows rows;
	enum outcome went = find(r, mem, sha, true, &rows);

	if (went != OUTCOME_OK) {
		arena_free(mem);
		return went;
	}
	*s = (struct sending){ r->site->pictures, &r->site->pictures, mem, r->samling,
	                       arena_strdup(mem, sha), NULL, 0, 0 };
	s->bytes = row_blob(&rows.row[0], bilde_hent__bytes, &s->n);
	*out = r->site->pictures = s;
	return OUTCOME_OK;
}

static enum outcome share(struct req *r, const char *sha, struct sending **s)
{
	enum outcome went = OUTCOME_OK;

	*s = r->site->pictures;
	while (*s != NULL && ((*s)->samling != r->samling || strcmp((*s)->sha, sha) != 0))
		*s = (*s)->next;
	if (*s == NULL)
		went = load(r, sha, s);
	if (went == OUTCOME_OK) {
		(*s)->users++;
		arena_undo(r->reply->mem, let_go, *s);
	}
	return went;
}

enum outcome picture_send(struct req *r)
{
	const char *sha = r->param[1], *etag = arena_printf(r->mem, "\"%s\"", sha);
	const char *match = http_field(r->http, "if-none-match");
	struct rows rows;
	struct sending *s;
	enum outcome went = find(r, r->mem, sha, false, &rows);

	if (went != OUTCOME_OK)
		return went;
	http_reply_set(r->reply, "ETag", etag);
	http_reply_set(r->reply, "Cache-Control", "private, max-age=31536000, immutable");
	if (match != NULL && strcmp(match, etag) == 0) {
		r->reply->status = 304;
		return OUTCOME_OK;
	}
	went = share(r, sha, &s);
	if (went != OUTCOME_OK)
		return went;
	http_reply_set(r->reply, "Content-Type", picture_media_type(
		(enum picture_type)row_int(&rows.row[0], bilde_hent__type)));
	http_reply_set(r->reply, "Content-Disposition", "inline");
	r->reply->status = 200;
	r->reply->body = s->bytes;
	r->reply->n_body = s->n;
	return OUTCOME_OK;
}
