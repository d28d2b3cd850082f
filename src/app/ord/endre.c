/* endre.c - one change at a time, kept so that it can be undone. */
#include <stdlib.h>
#include <string.h>

#include "app/ord/inside.h"
#include "lib/arena.h"
#include "live/live.h"

#define KEPT 20                 /* acts that can be undone */

/* The value that stands there now; NULL: no row. */
static const char *now(struct change *c, enum word_change what, const char *a, const char *b)
{
	struct store *st = c->r->store;
	const struct value punkt = v_int(c->a->id), one = v_text(a), two = v_text(b);
	struct rows rows = { 0 };

	if (c->went != OUTCOME_OK)
		return NULL;
	switch (what) {
	case WORD_HEAD:
		c->went = RUN(st, c->r->mem, &rows, ordvalg_en, .punkt = punkt, .a = one);
		break;
	case WORD_NAME:
		c->went = RUN(st, c->r->mem, &rows, ordnavn_en, .punkt = punkt, .a = one);
		break;
	case WORD_PAIR:
		c->went = RUN(st, c->r->mem, &rows, ordpar_en, .punkt = punkt, .a = one,
		              .b = two);
		break;
	case WORD_VERDICT:
		c->went = RUN(st, c->r->mem, &rows, orddom_en, .punkt = punkt, .a = one);
		break;
	case WORD_CHANGE__MAX:
		break;
	}
	return rows.n > 0 ? row_text(&rows.row[0], 0) : NULL;
}

static void put(struct change *c, enum word_change what, const char *a, const char *b,
                const char *value)
{
	struct store *st = c->r->store;
	struct arena *mem = c->r->mem;
	const struct value punkt = v_int(c->a->id), one = v_text(a), two = v_text(b);
	const struct value v = v_text(value);

	if (c->went != OUTCOME_OK)
		return;
	switch (what) {
	case WORD_HEAD:
		c->went = value != NULL ?
			RUN(st, mem, NULL, ordvalg_sett, .punkt = punkt, .a = one, .verdi = v) :
			RUN(st, mem, NULL, ordvalg_slett, .punkt = punkt, .a = one);
		break;
	case WORD_NAME:
		c->went = value != NULL ?
			RUN(st, mem, NULL, ordnavn_sett, .punkt = punkt, .a = one, .verdi = v) :
			RUN(st, mem, NULL, ordnavn_slett, .punkt = punkt, .a = one);
		break;
	case WORD_PAIR:
		c->went = value != NULL ?
			RUN(st, mem, NULL, ordpar_sett, .punkt = punkt, .a = one, .b = two,
			    .verdi = v) :
			RUN(st, mem, NULL, ordpar_slett, .punkt = punkt, .a = one, .b = two);
		break;
	case WORD_VERDICT:
		c->went = value != NULL ?
			RUN(st, mem, NULL, orddom_sett, .punkt = punkt, .a = one, .verdi = v) :
			RUN(st, mem, NULL, orddom_slett, .punkt = punkt, .a = one);
		break;
	case WORD_CHANGE__MAX:
		break;
	}
}

static bool equal(const char *a, const char *b)
{
	return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

static void change(struct change *c, enum word_change what, const char *a, const char *b,
                   const char *value)
{
	const char *before = now(c, what, a, b);

	if (c->went != OUTCOME_OK || equal(before, value))
		return;
	put(c, what, a, b, value);
	if (c->went == OUTCOME_OK)
		c->went = RUN(c->r->store, c->r->mem, NULL, ordangre_ny,
		              .punkt = v_int(c->a->id), .nr = v_int(c->nr),
		              .hva = v_int(what), .a = v_text(a), .b = v_text(b),
		              .foer = v_text(before), .etter = v_text(value));
}

void change_head(struct change *c, const char *id, const char *head)
{
	change(c, WORD_HEAD, id, "", head);
}

void change_name(struct change *c, const char *head, const char *name)
{
	change(c, WORD_NAME, head, "", name);
}

void change_pair(struct change *c, const char *a, const char *b, const char *same)
{
	bool first = strcmp(a, b) < 0;

	change(c, WORD_PAIR, first ? a : b, first ? b : a, same);
}

void change_verdict(struct change *c, const char *id, enum verdict verdict)
{
	change(c, WORD_VERDICT, id, "", arena_printf(c->r->mem, "%d", (int)verdict));
}

static int64_t newest(struct change *c)
{
	struct rows rows;

	c->went = RUN(c->r->store, c->r->mem, &rows, ordangre_nr, .punkt = v_int(c->a->id));
	return c->went == OUTCOME_OK ? row_int(&rows.row[0], ordangre_nr__nr) : 0;
}

struct change change_begin(struct req *r, const struct activity *a)
{
	struct change c = { .r = r, .a = a };

	c.nr = newest(&c) + 1;
	return c;
}

enum outcome change_end(struct change *c, const char *what)
{
	if (c->went == OUTCOME_OK)
		c->went = RUN(c->r->store, c->r->mem, NULL, ordangre_glem,
		              .punkt = v_int(c->a->id), .nr = v_int(c->nr - KEPT));
	if (c->went == OUTCOME_OK)
		c->went = samling_note(c->r, what, c->a->title);
	return c->went == OUTCOME_OK ? samling_changed(c->r, VIEW_EVERY) : c->went;
}

/* What somebody has changed since stays as it is. */
static void take_back(struct change *c, const struct row *row)
{
	enum word_change what = (enum word_change)row_int(row, ordangre_rader__hva);
	const char *a = row_text(row, ordangre_rader__a), *b = row_text(row, ordangre_rader__b);
	const char *before = row_null(row, ordangre_rader__foer) ? NULL :
	                     row_text(row, ordangre_rader__foer);
	const char *after = row_null(row, ordangre_rader__etter) ? NULL :
	                    row_text(row, ordangre_rader__etter);

	if (equal(now(c, what, a, b), after))
		put(c, what, a, b, before);
}

enum outcome change_undo(struct req *r, const struct activity *a)
{
	struct change c = { .r = r, .a = a };
	struct rows rows;

	c.nr = newest(&c);
	if (c.went != OUTCOME_OK || c.nr == 0)
		return c.went != OUTCOME_OK ? c.went : OUTCOME_NOT_FOUND;
	c.went = RUN(r->store, r->mem, &rows, ordangre_rader, .punkt = v_int(a->id),
	             .nr = v_int(c.nr));
	for (size_t i = 0; c.went == OUTCOME_OK && i < rows.n; i++)
		take_back(&c, &rows.row[i]);
	if (c.went == OUTCOME_OK)
		c.went = RUN(r->store, r->mem, NULL, ordangre_slett, .punkt = v_int(a->id),
		             .nr = v_int(c.nr));
	return change_end(&c, "ord_angret");
}
