/* gruppe.c - which answers are one word: the chain, and above it what people decided. */
#include <stdlib.h>
#include <string.h>

#include "lib/arena.h"
#include "lib/utf8.h"
#include "rules/ord/ord.h"

struct form {                   /* one way of writing, exactly */
	const char *fold, *text;
	int64_t count;
	const char *id, *head;
};

const char *ord_spelling(struct arena *mem, const char *fold)
{
	return arena_printf(mem, "=%s", fold);
}

/* ---- what was decided ---- */

struct node {                   /* an id that pairs speak of; root: the first of its set */
	const char *id;
	size_t root;
};

struct decided {
	struct ord_choice *choice;
	size_t n_choice;
	struct node *node;
	size_t n_node;
};

static int by_id(const void *a, const void *b)
{
	return strcmp(((const struct ord_choice *)a)->id, ((const struct ord_choice *)b)->id);
}

static int by_node(const void *a, const void *b)
{
	return strcmp(((const struct node *)a)->id, ((const struct node *)b)->id);
}

static const char *chosen(const struct decided *d, const char *id)
{
	const struct ord_choice key = { .id = id }, *c;

	c = bsearch(&key, d->choice, d->n_choice, sizeof key, by_id);
	return c != NULL ? c->head : NULL;
}

static bool alone(const struct decided *d, const char *id)
{
	const char *head = chosen(d, id);

	return head != NULL && strcmp(head, id) == 0;
}

static struct node *node_of(const struct decided *d, const char *id)
{
	const struct node key = { .id = id };

	return bsearch(&key, d->node, d->n_node, sizeof key, by_node);
}

static size_t root_of(const struct decided *d, size_t i)
{
	while (d->node[i].root != i) {
		d->node[i].root = d->node[d->node[i].root].root;
		i = d->node[i].root;
	}
	return i;
}

/* Sets of ids that are the same; the root of each is the first in order, so that it does
 * not depend on which of them have been written. */
static void join_pairs(struct arena *mem, struct decided *d, const struct ord_decisions *in)
{
	size_t n = 0;

	d->node = arena_array(mem, 2 * in->n_pair, sizeof *d->node);
	for (size_t i = 0; i < in->n_pair; i++) {
		d->node[n++].id = in->pair[i].a;
		d->node[n++].id = in->pair[i].b;
	}
	qsort(d->node, n, sizeof *d->node, by_node);
	for (size_t i = 0; i < n; i++)
		if (d->n_node == 0 || by_node(&d->node[d->n_node - 1], &d->node[i]) != 0)
			d->node[d->n_node++] = d->node[i];
	for (size_t i = 0; i < d->n_node; i++)
		d->node[i].root = i;
	for (size_t i = 0; i < in->n_pair; i++) {
		const struct ord_pair *p = &in->pair[i];
		size_t a, b;

		if (!p->same || alone(d, p->a) || alone(d, p->b))
			continue;
		a = root_of(d, (size_t)(node_of(d, p->a) - d->node));
		b = root_of(d, (size_t)(node_of(d, p->b) - d->node));
		d->node[a > b ? a : b].root = a < b ? a : b;
	}
}

static struct decided decide(struct arena *mem, const struct ord_decisions *in)
{
	struct decided d = { .n_choice = in->n_choice };

	d.choice = arena_array(mem, in->n_choice, sizeof *d.choice);
	for (size_t i = 0; i < in->n_choice; i++)
		d.choice[i] = in->choice[i];
	qsort(d.choice, d.n_choice, sizeof *d.choice, by_id);
	join_pairs(mem, &d, in);
	return d;
}

/* Where an id ends up. */
static const char *head_of(const struct decided *d, const char *id)
{
	const char *head = chosen(d, id), *again;
	const struct node *n;

	if (head != NULL && strcmp(head, id) == 0)
		return head;
	id = head != NULL ? head : id;
	n = node_of(d, id);
	if (n == NULL || alone(d, id))
		return id;
	id = d->node[root_of(d, (size_t)(n - d->node))].id;
	again = chosen(d, id);
	return again != NULL ? again : id;
}

/* ---- forms become words ---- */

static int by_text(const void *a, const void *b)
{
	const struct form *x = a, *y = b;
	int order = strcmp(x->fold, y->fold);

	return order != 0 ? order : strcmp(x->text, y->text);
}

static int by_head(const void *a, const void *b)
{
	const struct form *x = a, *y = b;
	int order = strcmp(x->head, y->head);

	return order != 0 ? order : by_text(a, b);
}

static size_t join_texts(struct form *form, size_t n)
{
	size_t to = 0;

	for (size_t i = 0; i < n; i++) {
		if (to > 0 && by_text(&form[to - 1], &form[i]) == 0)
			form[to - 1].count += form[i].count;
		else
			form[to++] = form[i];
	}
	return to;
}

static void find_heads(struct arena *mem, struct form *form, size_t n, const struct decided *d)
{
	struct ord_reader *reader = ord_reader_new(mem);

	for (size_t i = 0; i < n; i++) {
		const char *own;

		if (i > 0 && strcmp(form[i - 1].fold, form[i].fold) == 0) {
			form[i].id = form[i - 1].id;
			form[i].head = form[i - 1].head;
			continue;
		}
		own = ord_spelling(mem, form[i].fold);
		form[i].id = chosen(d, own) != NULL ? own : ord_key(reader, form[i].fold);
		form[i].head = head_of(d, form[i].id);
	}
}

static int by_count(const void *a, const void *b)
{
	const struct ordsky_form *x = a, *y = b;

	if (x->count != y->count)
		return x->count > y->count ? -1 : 1;
	return strcmp(x->fold, y->fold);
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void note_ids(struct arena *mem, struct ordsky_word *w, const struct form *form, size_t n)
{
	const char **id = arena_array(mem, n + 1, sizeof *id);

	id[n] = w->key;
	for (size_t i = 0; i < n; i++)
		id[i] = form[i].id;
	qsort(id, n + 1, sizeof *id, by_name);
	w->id = id;
	for (size_t i = 0; i <= n; i++)
		if (i == 0 || strcmp(id[w->n_id - 1], id[i]) != 0)
			id[w->n_id++] = id[i];
}

/* The name that people gave it: by its key, or else by the first id that has one. */
static const char *name_of(const struct ord_decisions *in, const struct ordsky_word *w)
{
	const char *found = NULL;
	size_t best = w->n_id;

	for (size_t i = 0; i < in->n_name; i++) {
		if (strcmp(in->name[i].head, w->key) == 0)
			return in->name[i].name;
		for (size_t j = 0; j < best; j++) {
			if (strcmp(in->name[i].head, w->id[j]) == 0) {
				best = j;
				found = in->name[i].name;
			}
		}
	}
	return found;
}

/* The ways it was written, in the order of the forms; returns how many. */
static size_t ways_of(const struct form *form, size_t n, struct ordsky_form *way)
{
	const struct form *best = form;
	size_t to = 0;

	for (size_t i = 0; i < n; i++) {
		if (i == 0 || strcmp(form[i - 1].fold, form[i].fold) != 0) {
			way[to++] = (struct ordsky_form){ .fold = form[i].fold, .id = form[i].id };
			best = &form[i];
		}
		if (best != &form[i] &&
		    ordsky_better(form[i].text, form[i].count, best->text, best->count))
			best = &form[i];
		way[to - 1].label = best->text;
		way[to - 1].count += form[i].count;
	}
	return to;
}

/* What most wrote, to the letter; of equals the one that most wrote but for capitals. */
static const char *label_of(const struct form *form, size_t n, const struct ordsky_form *way)
{
	const struct form *best = form;
	int64_t most = way->count;

	for (size_t i = 1; i < n; i++) {
		way += strcmp(form[i - 1].fold, form[i].fold) != 0;
		if (form[i].count == best->count && way->count != most ?
		    way->count < most :
		    !ordsky_better(form[i].text, form[i].count, best->text, best->count))
			continue;
		best = &form[i];
		most = way->count;
	}
	return best->text;
}

/* The word of these forms, which have one head. */
static struct ordsky_word word_of(struct arena *mem, const struct form *form, size_t n,
                                  const struct ord_decisions *in)
{
	struct ordsky_form *way = arena_array(mem, n, sizeof *way);
	struct ordsky_word w = { .key = form->head, .form = way, .n_form = ways_of(form, n, way) };
	const char *name;

	note_ids(mem, &w, form, n);
	name = name_of(in, &w);
	w.label = name != NULL ? name : label_of(form, n, way);
	for (size_t i = 0; i < w.n_form; i++)
		w.count += way[i].count;
	qsort(way, w.n_form, sizeof *way, by_count);
	return w;
}

size_t ord_group(struct arena *mem, const struct ordsky_raw *raw, size_t n,
                 const struct ord_decisions *in, struct ordsky_word **words)
{
	const struct decided d = decide(mem, in);
	struct form *form = arena_array(mem, n, sizeof *form);
	size_t n_form = 0, n_word = 0, end;

	for (size_t i = 0; i < n; i++)
		if (raw[i].count > 0 && raw[i].text[0] != '\0')
			form[n_form++] = (struct form){ utf8_fold(mem, raw[i].text), raw[i].text,
			                                raw[i].count, NULL, NULL };
	qsort(form, n_form, sizeof *form, by_text);
	n_form = join_texts(form, n_form);
	find_heads(mem, form, n_form, &d);
	qsort(form, n_form, sizeof *form, by_head);
	*words = arena_array(mem, n_form, sizeof **words);
	for (size_t i = 0; i < n_form; i = end) {
		for (end = i + 1; end < n_form && strcmp(form[i].head, form[end].head) == 0;)
			end++;
		(*words)[n_word++] = word_of(mem, form + i, end - i, in);
	}
	ordsky_rank(mem, *words, n_word);
	return n_word;
}
