#include "jobb/dok.h"

#include <string.h>

#include "lib/arena.h"

struct doc doc_new(struct arena *mem, enum lang lang)
{
	return (struct doc){ .mem = mem, .lang = lang };
}

struct block *doc_add(struct doc *d, enum block_kind kind)
{
	struct block *b = arena_get(d->mem, sizeof *b);

	b->kind = kind;
	if (d->last != NULL)
		d->last->next = b;
	else
		d->first = b;
	d->last = b;
	d->n_heading += kind == BLOCK_HEADING;
	return b;
}

void doc_heading(struct doc *d, int level, const char *text)
{
	struct block *b = doc_add(d, BLOCK_HEADING);

	b->level = level;
	b->text = text;
}

void doc_text(struct doc *d, enum text_style style, const char *text)
{
	struct block *b;

	if (text == NULL || *text == '\0')
		return;
	b = doc_add(d, BLOCK_TEXT);
	b->style = style;
	b->text = text;
}

struct table doc_table(struct doc *d, const char *caption, size_t n_col)
{
	struct table t = { .doc = d, .block = doc_add(d, BLOCK_TABLE) };

	t.block->text = caption;
	t.block->n_col = n_col;
	t.block->width = arena_array(d->mem, n_col, sizeof *t.block->width);
	return t;
}

struct cell *doc_row(struct table *t)
{
	struct block *b = t->block;
	struct cell *more;

	if (b->n_row == t->room) {
		t->room = t->room == 0 ? 16 : t->room * 2;
		more = arena_array(t->doc->mem, t->room * b->n_col, sizeof *more);
		for (size_t i = 0; i < b->n_row * b->n_col; i++)
			more[i] = b->cell[i];
		for (size_t i = b->n_row * b->n_col; i < t->room * b->n_col; i++)
			more[i].text = "";
		b->cell = more;
	}
	return &b->cell[b->n_col * b->n_row++];
}
