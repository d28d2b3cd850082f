#include "jobb/ark.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include "lib/arena.h"
#include "web/text.h"

static const struct style foot = { 8.5, 1, 400, COLOUR_SUBTLE, 0, 0 };

void sheet_tag(struct sheet *s, const char *name)
{
	cairo_tag_begin(s->cr, name, NULL);
}

void sheet_untag(struct sheet *s, const char *name)
{
	cairo_tag_end(s->cr, name);
}

double sheet_room(const struct sheet *s)
{
	return BOTTOM - s->y;
}

static void furnish(struct sheet *s)
{
	const char *number = trf(s->mem, s->doc->lang, N_("side %d av %d"), s->page,
	                         s->pages > 0 ? s->pages : s->page);
	PangoLayout *right = sheet_layout(s, number, &foot, 0);
	PangoLayout *left = sheet_layout(s, s->doc->footer, &foot, WIDTH - 90);
	int w;

	pango_layout_set_height(left, -1);
	pango_layout_set_ellipsize(left, PANGO_ELLIPSIZE_END);
	pango_layout_get_size(right, &w, NULL);
	sheet_tag(s, TAG_DECORATION);
	colour_set(s->cr, COLOUR_LINE);
	cairo_set_line_width(s->cr, 0.6);
	cairo_move_to(s->cr, LEFT, PAPER_H - 50);
	cairo_rel_line_to(s->cr, WIDTH, 0);
	cairo_stroke(s->cr);
	sheet_lines(s, left, &foot, 0, 1, LEFT, PAPER_H - 43);
	sheet_lines(s, right, &foot, 0, 1, LEFT + WIDTH - (double)w / PANGO_SCALE, PAPER_H - 43);
	sheet_untag(s, TAG_DECORATION);
	g_object_unref(left);
	g_object_unref(right);
}

void sheet_new_page(struct sheet *s, bool furnished)
{
	if (s->page > 0)
		cairo_show_page(s->cr);
	s->page++;
	s->y = TOP;
	s->fresh = true;
	if (furnished)
		furnish(s);
}

void sheet_need(struct sheet *s, double h)
{
	if (sheet_room(s) < h && !s->fresh)
		sheet_new_page(s, true);
}

PangoLayout *sheet_layout(struct sheet *s, const char *text, const struct style *st, double w)
{
	PangoLayout *l = layout_new(s->cr, text, st->size, st->weight);

	pango_context_set_language(pango_layout_get_context(l),
	                           pango_language_from_string(lang_code(s->doc->lang)));
	if (w > 0)
		pango_layout_set_width(l, (int)(w * PANGO_SCALE));
	pango_layout_set_line_spacing(l, (float)st->spacing);
	return l;
}

double layout_height(PangoLayout *l)
{
	int h;

	pango_layout_get_size(l, NULL, &h);
	return (double)h / PANGO_SCALE;
}

double layout_lines_height(PangoLayout *l, int n)
{
	PangoLayoutIter *at = pango_layout_get_iter(l);
	int top, bottom = 0;

	do
		pango_layout_iter_get_line_yrange(at, &top, &bottom);
	while (--n > 0 && pango_layout_iter_next_line(at));
	pango_layout_iter_free(at);
	return (double)bottom / PANGO_SCALE;
}

int layout_fit(PangoLayout *l, int first, double room, double *h)
{
	PangoLayoutIter *at = pango_layout_get_iter(l);
	int i = 0, top, begin, bottom;

	*h = 0;
	while (i < first && pango_layout_iter_next_line(at))
		i++;
	pango_layout_iter_get_line_yrange(at, &begin, &bottom);
	do {
		pango_layout_iter_get_line_yrange(at, &top, &bottom);
		if ((double)(bottom - begin) / PANGO_SCALE > room + 0.01)
			break;
		*h = (double)(bottom - begin) / PANGO_SCALE;
		i++;
	} while (pango_layout_iter_next_line(at));
	pango_layout_iter_free(at);
	return i;
}

void sheet_lines(struct sheet *s, PangoLayout *l, const struct style *st, int first, int to,
                 double x, double y)
{
	PangoLayoutIter *at = pango_layout_get_iter(l);
	int i = 0, begin, bottom;
	PangoRectangle line;

	colour_set(s->cr, st->colour);
	while (i < first && pango_layout_iter_next_line(at))
		i++;
	pango_layout_iter_get_line_yrange(at, &begin, &bottom);
	do {
		pango_layout_iter_get_line_extents(at, NULL, &line);
		cairo_move_to(s->cr, x + (double)line.x / PANGO_SCALE, y +
		              (double)(pango_layout_iter_get_baseline(at) - begin) / PANGO_SCALE);
		pango_cairo_show_layout_line(s->cr, pango_layout_iter_get_line_readonly(at));
	} while (++i < to && pango_layout_iter_next_line(at));
	pango_layout_iter_free(at);
}

/* Over several pages: a part a page, none of them a single line if it can be helped. */
static void flow_parts(struct sheet *s, const char *tag, PangoLayout *l,
                       const struct style *st, double x)
{
	int n = pango_layout_get_line_count(l), at = 0;
	double h;

	sheet_tag(s, tag);
	while (at < n) {
		int next = layout_fit(l, at, sheet_room(s), &h);

		if (next == at)         /* no line fits a fresh page: there is no such font */
			next++;
		sheet_tag(s, "Span");
		sheet_lines(s, l, st, at, next, x, s->y);
		sheet_untag(s, "Span");
		s->y += h;
		s->fresh = false;
		if (next < n)
			sheet_new_page(s, true);
		at = next;
	}
	sheet_untag(s, tag);
}

void sheet_flow(struct sheet *s, const char *tag, const char *text, const struct style *st,
                double x, double w)
{
	PangoLayout *l = sheet_layout(s, text, st, w);
	double h = layout_height(l);

	if (h > sheet_room(s))
		sheet_need(s, h < (BOTTOM - TOP) / 6 ? h : layout_lines_height(l, 3));
	if (h > sheet_room(s)) {
		flow_parts(s, tag, l, st, x);
	} else {
		sheet_tag(s, tag);
		sheet_lines(s, l, st, 0, ALL_LINES, x, s->y);
		sheet_untag(s, tag);
		s->y += h;
	}
	s->fresh = false;
	g_object_unref(l);
}
