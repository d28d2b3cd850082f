/* ark_forside.c - the front page and the table of contents. */
#include <stdio.h>

#include "jobb/ark.h"
#include "lib/arena.h"
#include "web/text.h"

#define ENTRIES_MOST 70         /* more than this, and only the sections are listed */

static const struct style over = { 12, 1.2, 650, COLOUR_ACCENT, 0, 10 };
static const struct style title = { 36, 1.05, 700, COLOUR_DARK, 0, 18 };
static const struct style fact = { 13, 1.35, 400, COLOUR_INK, 0, 3 };
static const struct style name = { 13, 1, 700, COLOUR_DARK, 0, 0 };
static const struct style heading = { 20, 1.1, 700, COLOUR_DARK, 0, 14 };
static const struct style section = { 11, 1.2, 650, COLOUR_DARK, 9, 3 };
static const struct style entry = { 10, 1.2, 400, COLOUR_INK, 0, 2.5 };

/* The ring of seats with the one that speaks, as on every screen: the logo. */
static void sheet_mark(struct sheet *s, double x, double y, double size)
{
	static const double seat[7][2] = { { 24.8, 9 }, { 26.9, 18.5 }, { 20.9, 26.1 },
		{ 11.1, 26.1 }, { 5.1, 18.5 }, { 7.2, 9 }, { 16, 4.8 } };
	double u = size / 32;

	for (int i = 0; i < 7; i++) {
		colour_set(s->cr, i == 6 ? COLOUR_YELLOW : COLOUR_ACCENT);
		cairo_new_sub_path(s->cr);
		cairo_arc(s->cr, x + seat[i][0] * u, y + seat[i][1] * u, 3.4 * u, 0, 6.2832);
		cairo_fill(s->cr);
	}
}

static void put_head(struct sheet *s)
{
	PangoLayout *l = sheet_layout(s, "Samling", &name, 0);
	PangoLayout *r = sheet_layout(s, "Folkevalgtprogrammet", &entry, 0);
	int w;

	pango_layout_get_size(r, &w, NULL);
	sheet_tag(s, TAG_DECORATION);
	sheet_mark(s, LEFT, 52, 26);
	sheet_lines(s, l, &name, 0, 1, LEFT + 33, 57);
	sheet_lines(s, r, &entry, 0, 1, LEFT + WIDTH - (double)w / PANGO_SCALE, 59);
	colour_set(s->cr, COLOUR_ACCENT);
	cairo_rectangle(s->cr, LEFT, 88, WIDTH, 2);
	cairo_fill(s->cr);
	sheet_untag(s, TAG_DECORATION);
	g_object_unref(l);
	g_object_unref(r);
}

void sheet_cover(struct sheet *s, const struct block *b)
{
	sheet_new_page(s, false);
	put_head(s);
	s->y = 250;
	s->fresh = false;
	if (b->n_item > 0)
		sheet_flow(s, "P", b->item[0], &over, LEFT, WIDTH);
	s->y += over.after;
	sheet_flow(s, "H1", b->text, &title, LEFT, WIDTH - 30);
	s->y += title.after;
	sheet_tag(s, TAG_DECORATION);
	colour_set(s->cr, COLOUR_YELLOW);
	cairo_rectangle(s->cr, LEFT, s->y, 64, 5);
	cairo_fill(s->cr);
	sheet_untag(s, TAG_DECORATION);
	s->y += 26;
	for (size_t i = 1; i < b->n_item; i++) {
		sheet_flow(s, "P", b->item[i], &fact, LEFT, WIDTH);
		s->y += fact.after;
	}
	sheet_new_page(s, true);
}

/* One line: the heading, and the page it is on at the right; the whole line is a link. */
static void put_entry(struct sheet *s, const struct block *b, const struct place *to)
{
	const struct style *st = b->level == 2 ? &section : &entry;
	double x = LEFT + (b->level == 2 ? 0 : 14);
	PangoLayout *l = sheet_layout(s, b->text, st, WIDTH - 60 - (x - LEFT));
	PangoLayout *nr = sheet_layout(s, arena_printf(s->mem, "%d", to->page), st, 0);
	char where[80];
	int w;

	pango_layout_set_height(l, -1);
	pango_layout_set_ellipsize(l, PANGO_ELLIPSIZE_END);
	pango_layout_get_size(nr, &w, NULL);
	snprintf(where, sizeof where, "page=%d pos=[%d %d]", to->page, (int)LEFT,
	         to->y > 12 ? (int)to->y - 12 : 0);
	s->y += s->fresh ? 0 : st->before;
	sheet_need(s, layout_height(l) + 2);
	sheet_tag(s, "TOCI");
	if (s->pages > 0)
		cairo_tag_begin(s->cr, "Link", where);
	sheet_lines(s, l, st, 0, 1, x, s->y);
	sheet_lines(s, nr, st, 0, 1, LEFT + WIDTH - (double)w / PANGO_SCALE, s->y);
	if (s->pages > 0)
		cairo_tag_end(s->cr, "Link");
	sheet_untag(s, "TOCI");
	s->y += layout_height(l) + st->after;
	s->fresh = false;
	g_object_unref(l);
	g_object_unref(nr);
}

void sheet_contents(struct sheet *s, const struct block *b)
{
	bool all = s->doc->n_heading <= ENTRIES_MOST;
	size_t n = 0;

	sheet_flow(s, "H2", b->text, &heading, LEFT, WIDTH);
	s->y += heading.after;
	sheet_tag(s, "TOC");
	for (const struct block *h = s->doc->first; h != NULL; h = h->next)
		if (h->kind == BLOCK_HEADING) {
			if (h->level == 2 || (h->level == 3 && all))
				put_entry(s, h, &s->heading[n]);
			n++;
		}
	sheet_untag(s, "TOC");
	s->y += 10;
}
