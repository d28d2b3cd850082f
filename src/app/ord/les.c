/* les.c - what was decided, and the words that it makes. */
#include <stdio.h>
#include <string.h>

#include "app/ord/inside.h"
#include "app/ord/ord.html.h"
#include "lib/arena.h"

static const struct ord_choice *choices(struct arena *mem, const struct rows *rows)
{
	struct ord_choice *c = arena_array(mem, rows->n, sizeof *c);

	for (size_t i = 0; i < rows->n; i++)
		c[i] = (struct ord_choice){ row_text(&rows->row[i], ordvalg_i_punkt__ord),
		                            row_text(&rows->row[i], ordvalg_i_punkt__hode) };
	return c;
}

static const struct ord_name *names(struct arena *mem, const struct rows *rows)
{
	struct ord_name *n = arena_array(mem, rows->n, sizeof *n);

	for (size_t i = 0; i < rows->n; i++)
		n[i] = (struct ord_name){ row_text(&rows->row[i], ordnavn_i_punkt__hode),
		                          row_text(&rows->row[i], ordnavn_i_punkt__navn) };
	return n;
}

static const struct ord_pair *pairs(struct arena *mem, const struct rows *rows)
{
	struct ord_pair *p = arena_array(mem, rows->n, sizeof *p);

	for (size_t i = 0; i < rows->n; i++)
		p[i] = (struct ord_pair){ row_text(&rows->row[i], ordpar_i_punkt__a),
		                          row_text(&rows->row[i], ordpar_i_punkt__b),
		                          row_int(&rows->row[i], ordpar_i_punkt__samme) != 0 };
	return p;
}

/* What was decided of the words of an item, in mem. */
static enum outcome decisions_read(struct store *st, struct arena *mem, int64_t punkt,
                                   struct ord_decisions *d)
{
	struct rows choice, name, pair;
	enum outcome went = RUN(st, mem, &choice, ordvalg_i_punkt, .punkt = v_int(punkt));

	if (went == OUTCOME_OK)
		went = RUN(st, mem, &name, ordnavn_i_punkt, .punkt = v_int(punkt));
	if (went == OUTCOME_OK)
		went = RUN(st, mem, &pair, ordpar_i_punkt, .punkt = v_int(punkt));
	if (went == OUTCOME_OK)
		*d = (struct ord_decisions){
			choices(mem, &choice), choice.n, names(mem, &name), name.n,
			pairs(mem, &pair), pair.n,
		};
	return went;
}

enum outcome ord_merge(const struct asked *q, const struct activity *a, struct arena *scratch,
                       const struct ordsky_raw *raw, size_t n_raw, struct ordsky_word **word,
                       size_t *n)
{
	struct ord_decisions d;
	enum outcome went = decisions_read(q->store, scratch, a->id, &d);

	if (went == OUTCOME_OK)
		*n = ord_group(scratch, raw, n_raw, &d, word);
	return went;
}

/* FNV-1a: keys have spaces and letters that a button's value should not. */
uint64_t ord_mark(const char *key)
{
	uint64_t h = 14695981039346656037u;

	for (; *key != '\0'; key++)
		h = (h ^ (unsigned char)*key) * 1099511628211u;
	return h;
}

const struct ord_word *ord_find(const struct ord_view *v, const char *key)
{
	for (size_t i = 0; i < v->n; i++)
		if (strcmp(v->word[i].line->value, key) == 0)
			return &v->word[i];
	return NULL;
}

/* Among the words that are shown. */
static void suggest(struct arena *mem, struct ord_view *v)
{
	struct ordsky_word *shown = arena_array(mem, v->n, sizeof *shown);
	struct ord_suggestion s[ORD_SUGGESTIONS];
	size_t n = 0;

	for (size_t i = 0; i < v->n; i++)
		if (!v->word[i].hidden)
			shown[n++] = *v->word[i].line->word;
	v->n_suggestion = ord_suggest(mem, shown, n, &v->decisions, s, ORD_SUGGESTIONS);
	for (size_t i = 0; i < v->n_suggestion; i++) {
		v->suggestion[i].a = ord_find(v, shown[s[i].a].key);
		v->suggestion[i].b = ord_find(v, shown[s[i].b].key);
	}
}

enum outcome ord_view_read(struct store *st, struct arena *mem, const struct activity *a,
                           const struct tally *t, struct ord_view **out)
{
	struct ord_view *v = arena_get(mem, sizeof *v);
	struct rows rows;
	enum outcome went = decisions_read(st, mem, a->id, &v->decisions);

	*out = v;
	v->path = arena_printf(mem, "/samling/%lld/ord/%lld", (long long)a->samling,
	                       (long long)a->id);
	if (went == OUTCOME_OK)
		went = RUN(st, mem, &rows, ordangre_nr, .punkt = v_int(a->id));
	if (went != OUTCOME_OK)
		return went;
	v->undo = row_int(&rows.row[0], ordangre_nr__nr) > 0;
	v->word = arena_array(mem, t != NULL ? t->n_line : 0, sizeof *v->word);
	for (size_t i = 0; t != NULL && i < t->n_line; i++) {
		const struct tally_line *l = &t->line[i];

		if (l->word != NULL)
			v->word[v->n++] = (struct ord_word){
				l, ord_mark(l->value),
				text_held(a, l->verdict),
			};
	}
	suggest(mem, v);
	return OUTCOME_OK;
}

enum outcome ord_read(const struct asked *q, const struct samling *s, const struct activity *a,
                      struct drawing *d)
{
	struct ord_view *v;
	enum outcome went;

	(void)s;
	if (q->reader != READER_LEADER || q->all || d->tally == NULL)
		return OUTCOME_OK;
	went = ord_view_read(q->store, q->mem, a, d->tally, &v);
	d->view = v;
	return went;
}

void ord_panel(struct out *o, const struct drawing *d)
{
	const struct ord_view *v = d->view;

	if (v != NULL && v->n > 0)
		t_ord_panel(o, v);
}
