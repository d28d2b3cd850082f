/* dok_html.c - what the pages draw as tables, lists and paragraphs, as blocks.
 *
 * Reads only what our own templates write: well-formed, lower case, every attribute in double
 * quotes.  So a kind that draws its result for the screens is on paper too, and in the
 * spreadsheet, without a line of its own.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "jobb/dok.h"
#include "lib/arena.h"
#include "lib/buf.h"

#define CELLS_MOST 12           /* columns of a table */

struct line { struct line *next; struct cell cell[CELLS_MOST]; size_t n; bool foot; };

struct reading {
	struct doc *d;
	const char *p, *end;
	struct buf text;                /* of the block, item or cell that is open     */
	bool lines, small;              /* line breaks in it are meant; set in small   */
	bool label, ends;               /* it names what follows; the ends of a scale  */
	/* the table that is open */
	bool table, foot;
	const char *caption;
	struct line *first, *last;
	/* the list that is open */
	bool list;
	const char **item;
	size_t n_item, room;
};

struct tag {
	char name[16];
	const char *attributes;         /* up to the > */
	size_t n_attributes;
	bool closes, empty;
};

/* ---- marks ---- */

static struct tag read_tag(struct reading *r)
{
	struct tag t = { .closes = r->p[1] == '/' };
	const char *p = r->p + 1 + t.closes, *stop = memchr(r->p, '>', (size_t)(r->end - r->p));
	size_t n = 0;

	if (stop == NULL)
		stop = r->end;
	while (p < stop && isalnum((unsigned char)*p) && n + 1 < sizeof t.name)
		t.name[n++] = *p++;
	t.attributes = p;
	t.n_attributes = (size_t)(stop - p);
	t.empty = stop > r->p && stop[-1] == '/';
	r->p = stop < r->end ? stop + 1 : r->end;
	return t;
}

static bool has(const struct tag *t, const char *what)
{
	return memmem(t->attributes, t->n_attributes, what, strlen(what)) != NULL;
}

static bool is(const struct tag *t, const char *name)
{
	return strcmp(t->name, name) == 0;
}

static bool one_of(const struct tag *t, const char *const *names)
{
	for (; *names != NULL; names++)
		if (is(t, *names))
			return true;
	return false;
}

/* Skips to past the end of the element that has just begun. */
static void skip(struct reading *r, const char *name)
{
	int depth = 1;

	while (r->p < r->end && depth > 0) {
		struct tag t;

		if (*r->p != '<') {
			r->p++;
			continue;
		}
		t = read_tag(r);
		if (is(&t, name) && !t.empty)
			depth += t.closes ? -1 : 1;
	}
}

/* ---- text ---- */

static void add_entity(struct reading *r)
{
	static const struct { const char *name; char c; } known[] = {
		{ "&lt;", '<' }, { "&gt;", '>' }, { "&amp;", '&' }, { "&quot;", '"' },
		{ "&#39;", '\'' }, { "&apos;", '\'' }, { "&#34;", '"' },
	};

	for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
		size_t n = strlen(known[i].name);

		if ((size_t)(r->end - r->p) >= n && memcmp(r->p, known[i].name, n) == 0) {
			buf_putc(&r->text, known[i].c);
			r->p += n;
			return;
		}
	}
	buf_putc(&r->text, *r->p++);
}

static void add_char(struct reading *r)
{
	char last = r->text.n > 0 ? r->text.p[r->text.n - 1] : ' ', c = *r->p;

	if (c == '&') {
		add_entity(r);
		return;
	}
	r->p++;
	if (c == '\n' && r->lines)
		buf_putc(&r->text, '\n');
	else if (!isspace((unsigned char)c))
		buf_putc(&r->text, c);
	else if (last != ' ' && last != '\n')
		buf_putc(&r->text, ' ');
}

static void trim(struct buf *b)
{
	while (b->n > 0 && isspace((unsigned char)b->p[b->n - 1]))
		b->n--;
}

/* What has been read since the last block, trimmed; begins the next. */
static const char *taken(struct reading *r)
{
	const char *text = r->text.n > 0 ? r->text.p : "";
	size_t n;

	trim(&r->text);
	n = r->text.n;
	while (n > 0 && isspace((unsigned char)*text)) {
		text++;
		n--;
	}
	text = arena_strndup(r->d->mem, text, n);
	r->text = buf_in(r->d->mem);
	return text;
}

/* ---- tables ---- */

static struct cell *next_cell(struct reading *r)
{
	static struct cell spill;

	if (r->last == NULL || r->last->n == CELLS_MOST)
		return &spill;
	return &r->last->cell[r->last->n++];
}

static void add_line(struct reading *r)
{
	struct line *l = arena_get(r->d->mem, sizeof *l);

	l->foot = r->foot;
	if (r->last != NULL)
		r->last->next = l;
	else
		r->first = l;
	r->last = l;
}

static bool is_head(const struct line *l)
{
	for (size_t i = 0; i < l->n; i++)
		if (!l->cell[i].head)
			return false;
	return l->n > 0;
}

/* A column of nothing but bars has no words on paper. */
static bool column_used(const struct reading *r, size_t c)
{
	for (const struct line *l = is_head(r->first) ? r->first->next : r->first; l != NULL;
	     l = l->next)
		if (c < l->n && l->cell[c].text[0] != '\0')
			return true;
	return false;
}

static void end_table(struct reading *r)
{
	size_t used[CELLS_MOST], n = 0;
	struct table t;

	r->table = false;
	if (r->first == NULL || r->first->n == 0)
		return;
	for (size_t c = 0; c < CELLS_MOST; c++)
		if (column_used(r, c))
			used[n++] = c;
	if (n == 0)
		return;
	t = doc_table(r->d, r->caption, n);
	if (!is_head(r->first))
		doc_row(&t);            /* a head of empty cells is not drawn */
	for (const struct line *l = r->first; l != NULL; l = l->next) {
		struct cell *row = doc_row(&t);

		for (size_t i = 0; i < n; i++)
			if (used[i] < l->n)
				row[i] = l->cell[used[i]];
		t.block->sum = l->foot;
	}
	for (size_t i = 0; i < n; i++)          /* a head stands above its numbers */
		t.block->cell[i].number |= t.block->cell[(t.block->n_row - 1) * n + i].number;
}

static void end_cell(struct reading *r, const struct tag *began)
{
	struct cell *c = next_cell(r);

	*c = (struct cell){ .text = taken(r), .head = is(began, "th"),
	                    .number = has(began, "tall") };
}

/* ---- lists and paragraphs ---- */

static void end_item(struct reading *r)
{
	const char *text = taken(r);

	if (*text == '\0')
		return;
	if (r->n_item == r->room) {
		const char **more;

		r->room = r->room == 0 ? 16 : r->room * 2;
		more = arena_array(r->d->mem, r->room, sizeof *more);
		for (size_t i = 0; i < r->n_item; i++)
			more[i] = r->item[i];
		r->item = more;
	}
	r->item[r->n_item++] = text;
}

static void end_list(struct reading *r)
{
	struct block *b;

	end_item(r);
	r->list = false;
	if (r->n_item == 0)
		return;
	b = doc_add(r->d, BLOCK_LIST);
	b->item = r->item;
	b->n_item = r->n_item;
}

static void end_paragraph(struct reading *r, const struct tag *t)
{
	const char *text = taken(r);
	bool small = r->small || r->ends, label = r->label;

	r->lines = r->small = r->label = r->ends = false;
	if (*text == '\0')
		return;
	if (label)
		doc_heading(r->d, 4, text);
	else if (t->name[0] == 'h' && isdigit((unsigned char)t->name[1]))
		doc_heading(r->d, t->name[1] - '0' > 4 ? 4 : t->name[1] - '0', text);
	else
		doc_text(r->d, small ? TEXT_SMALL : TEXT_BODY, text);
}

/* ---- marks in turn ---- */

static bool left_out(const struct tag *t)
{
	static const char *const names[] = { "svg", "form", "script", "style", "button", "input",
	                                     "img", "select", "textarea", NULL };

	return one_of(t, names) || has(t, "aria-hidden=\"true\"") || has(t, "ikke-papir") ||
	       (has(t, "ds-sr-only") && (is(t, "caption") || is(t, "span")));
}

static void begin(struct reading *r, const struct tag *t, struct tag *cell)
{
	static const char *const block[] = { "p", "h1", "h2", "h3", "h4", "h5", "h6", "summary",
		"dt", "dd", "div", "section", "article", "legend", "figcaption", NULL };
	static const struct tag plain = { "p", "", 0, false, false };

	if (is(t, "table")) {
		end_paragraph(r, &plain);
		r->table = true;
		r->foot = false;
		r->caption = NULL;
		r->first = r->last = NULL;
	} else if (r->table && is(t, "tr")) {
		add_line(r);
	} else if (r->table && (is(t, "th") || is(t, "td"))) {
		taken(r);
		*cell = *t;
	} else if (is(t, "tfoot")) {
		r->foot = true;
	} else if (!r->table && (is(t, "ul") || is(t, "ol"))) {
		end_paragraph(r, &plain);
		r->list = true;
		r->item = NULL;
		r->n_item = r->room = 0;
	} else if (r->list && is(t, "li")) {
		end_item(r);
	} else if (r->table && is(t, "li") && r->text.n > 0) {
		buf_putc(&r->text, '\n');
	} else if (r->table && is(t, "span") && has(t, "\"dus") && r->text.n > 0) {
		if (r->p < r->end && *r->p != '(')      /* grey on a screen, beside a number */
			buf_puts(&r->text, "· ");
	} else if (r->ends && is(t, "span") && r->text.n > 0) {
		trim(&r->text);
		buf_puts(&r->text, ", ");
	} else if (is(t, "br")) {
		buf_putc(&r->text, '\n');
	} else if (!r->table && !r->list && one_of(t, block)) {
		end_paragraph(r, &plain);
		r->lines = has(t, "linjer");
		r->small = has(t, "liten") || has(t, "resnote") || has(t, "ogflere");
		r->label = has(t, "ds-label");
		r->ends = has(t, "skala-ender");
	}
}

static void end(struct reading *r, const struct tag *t, const struct tag *cell)
{
	if (r->table && is(t, "table"))
		end_table(r);
	else if (r->table && is(t, "caption"))
		r->caption = taken(r);
	else if (r->table && (is(t, "th") || is(t, "td")))
		end_cell(r, cell);
	else if (r->list && (is(t, "ul") || is(t, "ol")))
		end_list(r);
	else if (r->list && is(t, "li"))
		end_item(r);
	else if (!r->table && !r->list && !is(t, "span") && !is(t, "strong") && !is(t, "em") &&
	         !is(t, "a") && !is(t, "time") && !is(t, "small") && !is(t, "b"))
		end_paragraph(r, t);
}

void doc_html(struct doc *d, struct html html)
{
	struct reading r = { .d = d, .p = html.p, .end = html.p + html.n,
	                     .text = buf_in(d->mem) };
	struct tag cell = { "td", "", 0, false, false }, last = { "p", "", 0, false, false };

	while (r.p < r.end) {
		struct tag t;

		if (*r.p != '<') {
			add_char(&r);
			continue;
		}
		t = read_tag(&r);
		if (t.closes)
			end(&r, &t, &cell);
		else if (r.list && is(&t, "details"))   /* what one may fold out of a line */
			skip(&r, t.name);
		else if (left_out(&t) && !t.empty && !is(&t, "input") && !is(&t, "img"))
			skip(&r, t.name);
		else if (!left_out(&t))
			begin(&r, &t, &cell);
	}
	end_paragraph(&r, &last);
}
