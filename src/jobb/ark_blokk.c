/* ark_blokk.c - the blocks of a document onto its pages, one after the other. */
#include <cairo-pdf.h>
#include <math.h>
#include <string.h>

#include "jobb/ark.h"
#include "lib/arena.h"
#include "web/text.h"

#define MEASURE 430.0           /* lines longer than this are hard to follow */
#define BOX_PAD 12.0
#define SHORT_TEXT 400          /* bytes */

static const struct style heading[5] = {
	[1] = { 26, 1.05, 700, COLOUR_DARK, 0, 10 },
	[2] = { 20, 1.1, 700, COLOUR_DARK, 26, 9 },
	[3] = { 14.5, 1.15, 700, COLOUR_DARK, 22, 4 },
	[4] = { 11.5, 1.2, 650, COLOUR_ACCENT, 12, 3 },
};

static const struct style text_style[TEXT__MAX] = {
	[TEXT_BODY]  = { 10.5, 1.28, 400, COLOUR_INK, 0, 7 },
	[TEXT_LEAD]  = { 12.5, 1.3, 400, COLOUR_INK, 0, 10 },
	[TEXT_SMALL] = { 9, 1.2, 400, COLOUR_SUBTLE, 0, 6 },
	[TEXT_NOTE]  = { 9, 1.2, 500, COLOUR_ACCENT, 0, 6 },
	[TEXT_BOX]   = { 10.5, 1.3, 400, COLOUR_INK, 4, 10 },
};

static const struct style number_style = { 24, 1, 700, COLOUR_ACCENT, 0, 0 };
static const struct style label_style = { 9.5, 1.15, 400, COLOUR_SUBTLE, 0, 0 };

/* ---- how much must stand on the same page ---- */

static double text_least(struct sheet *s, const char *text, const struct style *st)
{
	PangoLayout *l = sheet_layout(s, text, st, MEASURE);
	double h = layout_lines_height(l, 3);

	g_object_unref(l);
	return h;
}

/* The line of a list after this one. */
static double next_least(struct sheet *s, const struct block *b, size_t i)
{
	return i + 1 < b->n_item ? text_least(s, b->item[i + 1], &text_style[TEXT_BODY]) + 3 : 0;
}

/* What is said in small below a table belongs to it. */
static double tail(struct sheet *s, const struct block *b)
{
	double h = 0;

	for (b = b->next; b != NULL && b->kind == BLOCK_TEXT && b->style == TEXT_SMALL;
	     b = b->next)
		h += text_least(s, b->text, &text_style[b->style]) + text_style[b->style].after;
	return h > 0 ? h + 14 : 0;
}

/* A text that is about what comes next: small, or a few lines before a picture or a table. */
static bool introduces(const struct block *b)
{
	if (b->next == NULL || b->next->kind == BLOCK_HEADING || b->next->kind == BLOCK_PAGE)
		return false;
	if (b->style == TEXT_SMALL || b->style == TEXT_NOTE)
		return true;
	return b->style == TEXT_BODY && strlen(b->text) < SHORT_TEXT &&
	       (b->next->kind == BLOCK_TABLE || b->next->kind == BLOCK_FIGURE);
}

/* What a heading before this block must have below it: the block itself if it is small. */
static double least(struct sheet *s, const struct block *b)
{
	if (b == NULL)
		return 0;
	switch (b->kind) {
	case BLOCK_HEADING:
		return heading[b->level].before + heading[b->level].after +
		       text_least(s, b->text, &heading[b->level]) +
		       (b->level == 2 ? 20 : 0) + least(s, b->next);
	case BLOCK_TEXT:
		return text_least(s, b->text, &text_style[b->style]) +
		       text_style[b->style].after +
		       (introduces(b) ? least(s, b->next) : 0);
	case BLOCK_LIST:
		return text_least(s, b->item[0], &text_style[TEXT_BODY]) + next_least(s, b, 0);
	case BLOCK_TABLE:
		return sheet_table_least(s, b, tail(s, b));
	case BLOCK_FIGURE:
		return b->figure->h + 12;
	case BLOCK_NUMBERS:
		return 60;
	case BLOCK_COVER:
	case BLOCK_CONTENTS:
	case BLOCK_PAGE:
		return 0;
	}
	return 0;
}

/* ---- each kind ---- */

static void outline(struct sheet *s, const struct block *b)
{
	char to[80];
	int parent = 0;

	if (b->level > 3 || s->pages == 0)
		return;
	for (int i = b->level - 1; i > 0 && parent == 0; i--)
		parent = s->outline[i];
	/* cairo's parser wants a point whatever the locale: whole numbers have none. */
	g_snprintf(to, sizeof to, "page=%d pos=[%d %d]", s->page, (int)LEFT,
	           (int)fmax(0, s->y - 12));
	s->outline[b->level] = cairo_pdf_surface_add_outline(s->surface, parent, b->text, to,
	                       b->level < 2 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
	for (int i = b->level + 1; i < 5; i++)
		s->outline[i] = 0;
}

static void put_heading(struct sheet *s, const struct block *b)
{
	static const char *const tag[5] = { [1] = "H1", [2] = "H2", [3] = "H3", [4] = "H4" };
	const struct style *st = &heading[b->level];

	sheet_need(s, fmin(least(s, b), (BOTTOM - TOP) * 0.8));
	if (!s->fresh)
		s->y += st->before;
	s->heading[s->n_heading++] = (struct place){ s->page, LEFT, s->y, WIDTH, 0 };
	outline(s, b);
	sheet_flow(s, tag[b->level], b->text, st, LEFT, WIDTH);
	s->y += st->after;
	if (b->level == 2) {
		sheet_tag(s, TAG_DECORATION);
		colour_set(s->cr, COLOUR_ACCENT);
		cairo_rectangle(s->cr, LEFT, s->y - 4, WIDTH, 1.4);
		cairo_fill(s->cr);
		sheet_untag(s, TAG_DECORATION);
		s->y += 10;
	}
}

/* What was agreed: a ground behind it and a stroke beside it, also where a page ends. */
static void put_box(struct sheet *s, const char *text)
{
	const struct style *st = &text_style[TEXT_BOX];
	PangoLayout *l = sheet_layout(s, text, st, WIDTH - 2 * BOX_PAD - 4);
	int n = pango_layout_get_line_count(l), at = 0;
	bool parts;

	sheet_need(s, fmin(layout_height(l), layout_lines_height(l, 3)) + 2 * BOX_PAD);
	parts = layout_height(l) + 2 * BOX_PAD > sheet_room(s);
	if (parts)
		sheet_tag(s, "P");
	while (at < n) {
		double h;
		int next = layout_fit(l, at, sheet_room(s) - 2 * BOX_PAD, &h);

		if (next == at)
			next++;
		sheet_tag(s, TAG_DECORATION);
		colour_set(s->cr, COLOUR_TINT);
		cairo_rectangle(s->cr, LEFT, s->y, WIDTH, h + 2 * BOX_PAD);
		cairo_fill(s->cr);
		colour_set(s->cr, COLOUR_ACCENT);
		cairo_rectangle(s->cr, LEFT, s->y, 3, h + 2 * BOX_PAD);
		cairo_fill(s->cr);
		sheet_untag(s, TAG_DECORATION);
		sheet_tag(s, parts ? "Span" : "P");
		sheet_lines(s, l, st, at, next, LEFT + BOX_PAD + 4, s->y + BOX_PAD);
		sheet_untag(s, parts ? "Span" : "P");
		s->y += h + 2 * BOX_PAD;
		s->fresh = false;
		if (next < n)
			sheet_new_page(s, true);
		at = next;
	}
	if (parts)
		sheet_untag(s, "P");
	s->y += st->after;
	g_object_unref(l);
}

static void put_text(struct sheet *s, const struct block *b)
{
	const struct style *st = &text_style[b->style];

	s->y += s->fresh ? 0 : st->before;
	if (b->style == TEXT_BOX) {
		put_box(s, b->text);
		return;
	}
	if (introduces(b))
		sheet_need(s, fmin(least(s, b), (BOTTOM - TOP) * 0.8));
	sheet_flow(s, "P", b->text, st, LEFT, MEASURE);
	s->y += st->after;
}

static void put_list(struct sheet *s, const struct block *b)
{
	const struct style *st = &text_style[TEXT_BODY];

	const double indent = b->ordered ? 24 : 15;

	sheet_tag(s, "L");
	for (size_t i = 0; i < b->n_item; i++) {
		PangoLayout *dot = sheet_layout(s, b->ordered ?
			arena_printf(s->mem, "%zu.", i + 1) : "•", st, 0);

		/* No line of a list stands alone, first or last. */
		sheet_need(s, text_least(s, b->item[i], st) + (i == 0 || i + 2 == b->n_item ?
			next_least(s, b, i) : 0));
		sheet_tag(s, "LI");
		sheet_tag(s, "Lbl");
		sheet_lines(s, dot, st, 0, 1, LEFT + 2, s->y);
		sheet_untag(s, "Lbl");
		sheet_flow(s, "LBody", b->item[i], st, LEFT + indent, MEASURE - indent);
		sheet_untag(s, "LI");
		s->y += 3;
		g_object_unref(dot);
	}
	sheet_untag(s, "L");
	s->y += 6;
}

static void put_figure(struct sheet *s, const struct block *b)
{
	sheet_need(s, b->figure->h);
	s->y += 4;
	s->figure[s->n_figure] = (struct place){ s->page, LEFT, s->y, b->figure->w, b->figure->h };
	s->figure_alt[s->n_figure++] = b->figure->alt;
	sheet_tag(s, "Figure");
	cairo_save(s->cr);
	cairo_translate(s->cr, LEFT, s->y);
	figure_draw(s->cr, b->figure);
	cairo_restore(s->cr);
	sheet_untag(s, "Figure");
	s->y += b->figure->h + 12;
	s->fresh = false;
}

static void put_numbers(struct sheet *s, const struct block *b)
{
	double w = WIDTH / (double)b->n_col, tallest = 0, h;

	sheet_need(s, 70);
	s->y += 10;
	for (size_t i = 0; i < b->n_col; i++) {
		double x = LEFT + w * (double)i;
		PangoLayout *number = sheet_layout(s, b->cell[i].text, &number_style, w - 10);
		PangoLayout *label = sheet_layout(s, b->cell[i].small, &label_style, w - 14);

		sheet_tag(s, "P");
		h = layout_height(number) + 2;
		sheet_lines(s, number, &number_style, 0, ALL_LINES, x, s->y);
		sheet_lines(s, label, &label_style, 0, ALL_LINES, x, s->y + h);
		sheet_untag(s, "P");
		tallest = fmax(tallest, h + layout_height(label));
		g_object_unref(number);
		g_object_unref(label);
	}
	s->y += tallest + 16;
	s->fresh = false;
}

static void put(struct sheet *s, const struct block *b)
{
	switch (b->kind) {
	case BLOCK_COVER: sheet_cover(s, b); return;
	case BLOCK_CONTENTS: sheet_contents(s, b); return;
	case BLOCK_HEADING: put_heading(s, b); return;
	case BLOCK_TEXT: put_text(s, b); return;
	case BLOCK_LIST: put_list(s, b); return;
	case BLOCK_TABLE: sheet_table(s, b, tail(s, b)); return;
	case BLOCK_FIGURE: put_figure(s, b); return;
	case BLOCK_NUMBERS: put_numbers(s, b); return;
	case BLOCK_PAGE:
		if (!s->fresh)
			sheet_new_page(s, true);
		return;
	}
}

void sheet_blocks(struct sheet *s)
{
	if (s->doc->first == NULL || s->doc->first->kind != BLOCK_COVER)
		sheet_new_page(s, true);
	sheet_tag(s, "Document");
	for (const struct block *b = s->doc->first; b != NULL; b = b->next)
		put(s, b);
	sheet_untag(s, "Document");
	cairo_show_page(s->cr);
}
