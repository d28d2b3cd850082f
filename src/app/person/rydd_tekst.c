/* rydd_tekst.c - what people wrote goes; what enough of them wrote alike is a figure, and stays.
 *
 * What a leader has hidden goes however many wrote it, and so does all that was shown as the
 * same word: the verdicts and the merges go too, and nothing would hold it back after that.
 * So it is the release gate that is asked what is hidden, before they go.
 */
#include <stdlib.h>
#include <string.h>

#include "app/aktivitet/aktivitet.h"
#include "app/kort/kort.h"
#include "app/person/rydd.h"
#include "lib/arena.h"
#include "lib/buf.h"
#include "lib/utf8.h"
#include "rules/oppbevaring.h"
#include "rules/ord/ordsky.h"

#define MEMORY ((size_t)1 << 30)        /* for one item; taken as it is needed */

/* ---- the answers of a round ---- */

/* A line of answers, and in how many it stands. */
struct line {
	const char *text;
	size_t n;
	bool stays;
};

struct lines {                          /* all that differ, in order */
	struct line *line;
	size_t n;
};

static int by_text(const void *a, const void *b)
{
	return strcmp(((const struct line *)a)->text, ((const struct line *)b)->text);
}

static struct lines lines_of(struct arena *mem, const struct rows *rows)
{
	struct lines all = { 0 };
	size_t most = rows->n, n = 0;

	for (size_t i = 0; i < rows->n; i++)
		for (const char *p = row_text(&rows->row[i], rydd_svar__verdi); *p != '\0'; p++)
			most += *p == '\n';
	all.line = arena_array(mem, most, sizeof *all.line);
	for (size_t i = 0; i < rows->n; i++) {
		const char *p = row_text(&rows->row[i], rydd_svar__verdi);

		for (;; p++) {
			size_t len = strcspn(p, "\n");

			all.line[n++] = (struct line){ arena_strndup(mem, p, len), 1, false };
			p += len;
			if (*p == '\0')
				break;
		}
	}
	qsort(all.line, n, sizeof *all.line, by_text);
	for (size_t i = 0; i < n; i++) {
		if (all.n > 0 && by_text(&all.line[all.n - 1], &all.line[i]) == 0)
			all.line[all.n - 1].n++;
		else
			all.line[all.n++] = all.line[i];
	}
	return all;
}

/* A choice is no text.  What the gate counted in no line is not known to have been shown. */
static bool stays(struct arena *mem, const struct activity *a, const struct round *r,
                  const struct tally *t, const struct line *line)
{
	const struct tally_line *l;

	if (answer_is_choice(a, r->stage, line->text))
		return true;
	if (line->n < KEPT_ALIKE)
		return false;
	l = tally_line_of(t, utf8_fold(mem, line->text));
	return l != NULL && !text_held(a, l->verdict);
}

/* What is left of an answer: all of it, some of its lines, or nothing (""). */
static const char *what_stays(struct arena *mem, const struct lines *all, const char *answer,
                              size_t *gone)
{
	struct buf b = buf_in(mem);

	buf_puts(&b, "");
	for (const char *p = answer;; p++) {
		size_t len = strcspn(p, "\n");
		const struct line key = { .text = arena_strndup(mem, p, len) }, *line;

		line = bsearch(&key, all->line, all->n, sizeof key, by_text);
		if (line->stays)
			buf_printf(&b, "%s%s", b.n > 0 ? "\n" : "", key.text);
		else
			++*gone;
		p += len;
		if (*p == '\0')
			return b.p;
	}
}

static enum outcome answer_forget(struct store *st, struct arena *mem, int64_t round,
                                  const struct lines *all, const struct row *row, size_t *gone)
{
	size_t before = *gone, n;
	const char *left = what_stays(mem, all, row_text(row, rydd_svar__verdi), gone);
	const void *key = row_blob(row, rydd_svar__noekkel, &n);

	if (*gone == before)
		return OUTCOME_OK;
	return *left == '\0' ?
	       RUN(st, mem, NULL, rydd_svar_slett, .runde = v_int(round),
	           .noekkel = v_blob(key, n)) :
	       RUN(st, mem, NULL, rydd_svar_kort, .runde = v_int(round),
	           .noekkel = v_blob(key, n), .verdi = v_text(left));
}

static enum outcome pairs_forget(struct store *st, struct arena *mem, const struct activity *a,
                                 const struct ordsky_word *w)
{
	enum outcome went = OUTCOME_OK;

	for (size_t i = 0; went == OUTCOME_OK && i < w->n_id; i++)
		went = RUN(st, mem, NULL, rydd_ordpar, .punkt = v_int(a->id),
		           .ord = v_text(w->id[i]));
	return went;
}

/* Also of a round that nobody has closed: it is read as if it were over. */
static enum outcome round_forget(struct store *st, struct arena *mem, const struct activity *a,
                                 const struct round *r, size_t *gone)
{
	const struct asked q = { .store = st, .mem = mem, .reader = READER_LEADER, .all = true };
	struct round over = *r;
	const struct tally *tally;
	struct lines all;
	struct rows rows;
	enum outcome went;

	over.phase = ROUND_CLOSED;
	went = tally_read(&q, a, &over, &tally);
	if (went == OUTCOME_OK)
		went = RUN(st, mem, &rows, rydd_svar, .runde = v_int(r->id));
	if (went != OUTCOME_OK)
		return went;
	all = lines_of(mem, &rows);
	for (size_t i = 0; i < all.n; i++)
		all.line[i].stays = stays(mem, a, r, tally, &all.line[i]);
	for (size_t i = 0; i < rows.n && went == OUTCOME_OK; i++)
		went = answer_forget(st, mem, r->id, &all, &rows.row[i], gone);
	for (size_t i = 0; i < tally->n_line && went == OUTCOME_OK; i++)
		if (tally->line[i].verdict == VERDICT_HIDDEN && tally->line[i].word != NULL)
			went = pairs_forget(st, mem, a, tally->line[i].word);
	return went;
}

/* ---- an item ---- */

static enum outcome answers_forget(struct store *st, struct arena *mem, int64_t punkt,
                                   size_t *gone)
{
	struct activity a;
	enum outcome went = activity_read(st, mem, punkt, &a);

	for (size_t i = 0; went == OUTCOME_OK && i < a.n_round; i++)
		if (activity_writes(&a, a.round[i].stage))
			went = round_forget(st, mem, &a, &a.round[i], gone);
	return went;
}

/* A card that was adopted and stands for itself is what was agreed, in the words that were
 * agreed.  Those under it, and those that are hidden, are what somebody wrote. */
static enum outcome cards_forget(struct store *st, struct arena *mem, int64_t punkt, size_t *gone)
{
	const struct cards *c;
	enum outcome went = cards_read(st, mem, punkt, true, NULL, &c);

	for (size_t i = 0; went == OUTCOME_OK && i < c->n; i++) {
		const struct card *k = &c->card[i];

		if (k->punkt != punkt)
			continue;
		went = card_shown(k) && k->status == CARD_ADOPTED ?
		       RUN(st, mem, NULL, rydd_kort_ordlyd, .id = v_int(k->id)) :
		       RUN(st, mem, NULL, rydd_kort, .id = v_int(k->id));
		*gone += went == OUTCOME_OK ? store_changed(st) : 0;
	}
	return went;
}

typedef enum outcome (*forget_fn)(struct store *, struct arena *, int64_t punkt, size_t *gone);

static enum outcome each(struct store *st, const struct rows *items, forget_fn fn,
                         size_t *gone)
{
	enum outcome went = OUTCOME_OK;

	for (size_t i = 0; went == OUTCOME_OK && i < items->n; i++) {
		struct arena *mem = arena_new(MEMORY);

		went = fn(st, mem, row_int(&items->row[i], rydd_med_svar__id), gone);
		arena_free(mem);
	}
	return went;
}

_Static_assert((int)rydd_med_svar__id == (int)rydd_med_kort__id,
               "the two queries have the same columns");

/* ---- a samling ---- */

/* What held texts back or brought them together; what is left is for all to see. */
static enum outcome decisions_forget(struct store *st, struct arena *mem, struct value samling)
{
	enum outcome went = RUN(st, mem, NULL, rydd_moderering, .samling = samling);

	if (went == OUTCOME_OK)
		went = RUN(st, mem, NULL, rydd_hold, .samling = samling);
	if (went == OUTCOME_OK)
		went = RUN(st, mem, NULL, rydd_ordvalg, .samling = samling);
	if (went == OUTCOME_OK)
		went = RUN(st, mem, NULL, rydd_ordnavn, .samling = samling);
	return went == OUTCOME_OK ? RUN(st, mem, NULL, rydd_ordangre, .samling = samling) : went;
}

static enum outcome forget(struct store *st, struct arena *mem, struct value samling,
                           size_t *gone)
{
	size_t before = *gone;
	struct rows items;
	enum outcome went = OUTCOME_OK;

	for (size_t i = 0; kind_table[i] != NULL && went == OUTCOME_OK; i++) {
		if (!kind_table[i]->texts)
			continue;
		went = RUN(st, mem, &items, rydd_med_svar, .samling = samling,
		           .slag = v_text(kind_table[i]->name), .alike = v_int(KEPT_ALIKE));
		if (went == OUTCOME_OK)
			went = each(st, &items, answers_forget, gone);
	}
	if (went == OUTCOME_OK)
		went = RUN(st, mem, &items, rydd_med_kort, .samling = samling);
	if (went == OUTCOME_OK)
		went = each(st, &items, cards_forget, gone);
	if (went == OUTCOME_OK)
		went = decisions_forget(st, mem, samling);
	if (went == OUTCOME_OK && *gone > before)
		went = RUN(st, mem, NULL, rydd_filer, .samling = samling);
	return went;
}

enum outcome texts_forget(struct store *st, int64_t samling, size_t *gone)
{
	struct arena *mem = arena_new(MEMORY);
	enum outcome went = forget(st, mem, v_int(samling), gone);

	arena_free(mem);
	return went;
}
