/* handling.c - what a leader does with words.  Each act is held against the words as they
 * are now, so that of two who press at once the second is told. */
#include <stdlib.h>
#include <string.h>

#include "app/ord/inside.h"
#include "lib/arena.h"
#include "lib/utf8.h"
#include "web/site.h"
#include "web/text.h"

static enum outcome refuse(const char **message, const char *msgid)
{
	*message = msgid;
	return OUTCOME_INVALID;
}

/* All that is shown with `from` goes along; what is hidden stays so. */
enum outcome word_merge(struct req *r, const struct activity *a, const struct ord_view *v,
                        const char *from, const char *into, bool remember,
                        const char **message)
{
	const struct ord_word *x = ord_find(v, from), *y = ord_find(v, into);
	struct change c;

	if (x == NULL || y == NULL || x == y)
		return refuse(message, ORD_TOO_LATE);
	c = change_begin(r, a);
	for (size_t i = 0; i < v->decisions.n_choice; i++)
		if (strcmp(v->decisions.choice[i].head, from) == 0)
			change_head(&c, v->decisions.choice[i].id, into);
	change_head(&c, from, into);
	if (remember)
		change_pair(&c, from, into, "1");
	if (x->line->verdict == VERDICT_HIDDEN || y->line->verdict == VERDICT_HIDDEN)
		change_verdict(&c, into, VERDICT_HIDDEN);
	return change_end(&c, "ord_sammen");
}

static enum outcome word_differ(struct req *r, const struct activity *a,
                                const struct ord_view *v, const char *one,
                                const char *other, const char **message)
{
	struct change c;

	if (ord_find(v, one) == NULL || ord_find(v, other) == NULL || strcmp(one, other) == 0)
		return refuse(message, ORD_TOO_LATE);
	c = change_begin(r, a);
	change_pair(&c, one, other, "0");
	return change_end(&c, "ord_ulike");
}

static const struct ordsky_form *form_of(const struct ord_word *w, const char *fold)
{
	for (size_t i = 0; i < w->line->word->n_form; i++)
		if (strcmp(w->line->word->form[i].fold, fold) == 0)
			return &w->line->word->form[i];
	return NULL;
}

/* The municipality no longer says that these are the same. */
static void part_pairs(struct change *c, const struct ord_view *v, const struct ordsky_word *w,
                       const char *id)
{
	for (size_t i = 0; i < v->decisions.n_pair; i++) {
		const struct ord_pair *p = &v->decisions.pair[i];
		const char *other = strcmp(p->a, id) == 0 ? p->b :
		                    strcmp(p->b, id) == 0 ? p->a : NULL;

		for (size_t k = 0; p->same && other != NULL && k < w->n_id; k++)
			if (strcmp(w->id[k], other) == 0)
				change_pair(c, p->a, p->b, "0");
	}
}

enum outcome word_split(struct req *r, const struct activity *a, const struct ord_view *v,
                        const char *key, const char *fold, const char **message)
{
	const struct ord_word *w = ord_find(v, key);
	const struct ordsky_form *f = w != NULL ? form_of(w, fold) : NULL;
	const char *id;
	struct change c;

	if (f == NULL || w->line->word->n_form < 2)
		return refuse(message, ORD_TOO_LATE);
	/* What came in by a decision goes out with all its spellings. */
	id = strcmp(f->id, key) != 0 ? f->id : ord_spelling(r->mem, fold);
	c = change_begin(r, a);
	part_pairs(&c, v, w->line->word, id);
	change_head(&c, id, id);
	if (w->line->verdict == VERDICT_HIDDEN)
		change_verdict(&c, id, VERDICT_HIDDEN);
	return change_end(&c, "ord_skilt");
}

enum outcome word_name(struct req *r, const struct activity *a, const struct ord_view *v,
                       const char *key, const char *name, const char **message)
{
	const struct ord_word *w = ord_find(v, key);
	const char *fold = utf8_fold(r->mem, name);
	struct change c;

	if (w == NULL)
		return refuse(message, ORD_TOO_LATE);
	for (size_t i = 0; i < v->n; i++) {
		const char *label = utf8_fold(r->mem, v->word[i].line->label);

		if (&v->word[i] != w && strcmp(label, fold) == 0)
			return refuse(message, N_("Et annet ord heter det alt. "
			                          "Slå dem sammen i stedet."));
	}
	c = change_begin(r, a);
	change_name(&c, key, *name != '\0' ? name : NULL);
	return change_end(&c, "ord_navn");
}

/* ---- on the console ---- */

/* The words now, and the two that the marks of "ab12 cd34" stand for. */
static enum outcome two_words(struct req *r, const struct activity *a, const char *arg,
                              struct ord_view **v, const struct ord_word *two[2])
{
	struct asked q = { .store = r->store, .mem = r->mem, .memory = r->site->memory,
	                   .reader = READER_LEADER };
	const struct tally *t = NULL;
	enum outcome went = a->current != NULL ? tally_read(&q, a, a->current, &t) : OUTCOME_OK;
	char *end = NULL;

	if (went == OUTCOME_OK)
		went = ord_view_read(r->store, r->mem, a, t, v);
	for (int i = 0; went == OUTCOME_OK && i < 2; i++, arg = end) {
		uint64_t mark = strtoull(arg, &end, 16);

		two[i] = NULL;
		for (size_t k = 0; k < (*v)->n; k++)
			if ((*v)->word[k].mark == mark)
				two[i] = &(*v)->word[k];
	}
	return went;
}

/* What was suggested is said yes or no to. */
static enum outcome answer(struct req *r, const struct activity *a, const char *arg, bool same,
                           const char **message)
{
	const struct ord_word *two[2];
	struct ord_view *v;
	enum outcome went = two_words(r, a, arg, &v, two);
	const char *more, *fewer;

	if (went != OUTCOME_OK)
		return went;
	if (two[0] == NULL || two[1] == NULL)
		return refuse(message, ORD_TOO_LATE);
	more = two[0]->line->value;
	fewer = two[1]->line->value;
	return same ? word_merge(r, a, v, fewer, more, true, message) :
	       word_differ(r, a, v, more, fewer, message);
}

static enum outcome yes(struct req *r, const struct activity *a, const char *arg,
                        const char **message)
{
	return answer(r, a, arg, true, message);
}

static enum outcome no(struct req *r, const struct activity *a, const char *arg,
                       const char **message)
{
	return answer(r, a, arg, false, message);
}

static enum outcome undo(struct req *r, const struct activity *a, const char *arg,
                         const char **message)
{
	enum outcome went = change_undo(r, a);

	(void)arg;
	return went == OUTCOME_NOT_FOUND ? refuse(message, ORD_TOO_LATE) : went;
}

const struct kind_act ord_acts[] = {
	{ "ord_ja", RIGHT_LEADER, yes },
	{ "ord_nei", RIGHT_LEADER, no },
	{ "ord_angre", RIGHT_LEADER, undo },
	{ 0 }
};
