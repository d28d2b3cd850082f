/* figur.c - shapes onto cairo, which writes PDF, PNG and SVG alike. */
#include "jobb/figur.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "lib/arena.h"

#define FAMILY "Inter, Liberation Sans, Noto Sans, DejaVu Sans, sans-serif"
#define ROUND 2.5               /* corners of boxes */

struct shape *figure_add(struct figure *f, enum shape_kind kind)
{
	struct shape *s;

	if (f->n == f->room) {
		f->room = f->room == 0 ? 32 : f->room * 2;
		s = arena_array(f->mem, f->room, sizeof *s);
		for (size_t i = 0; i < f->n; i++)
			s[i] = f->shape[i];
		f->shape = s;
	}
	s = &f->shape[f->n++];
	*s = (struct shape){ .kind = kind, .align = -1, .weight = 400, .colour = COLOUR_INK };
	return s;
}

void colour_set(cairo_t *cr, uint32_t rgb)
{
	cairo_set_source_rgb(cr, (rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0,
	                     (rgb & 255) / 255.0);
}

static void describe(PangoLayout *l, const char *text, double size, int weight)
{
	PangoFontDescription *font = pango_font_description_new();

	pango_font_description_set_family_static(font, FAMILY);
	pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
	pango_font_description_set_weight(font, (PangoWeight)weight);
	pango_layout_set_font_description(l, font);
	pango_font_description_free(font);
	pango_layout_set_wrap(l, PANGO_WRAP_WORD_CHAR);
	pango_layout_set_text(l, text, -1);
}

/* Distances as on paper on every surface: no rounding to the pixels of a screen. */
static void as_on_paper(PangoContext *context)
{
	cairo_font_options_t *o = cairo_font_options_create();

	cairo_font_options_set_hint_style(o, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(o, CAIRO_HINT_METRICS_OFF);
	cairo_font_options_set_antialias(o, CAIRO_ANTIALIAS_GRAY);
	pango_cairo_context_set_font_options(context, o);
	pango_context_set_round_glyph_positions(context, FALSE);
	pango_cairo_context_set_resolution(context, 72);
	cairo_font_options_destroy(o);
}

PangoLayout *layout_new(cairo_t *cr, const char *text, double size, int weight)
{
	PangoLayout *l = pango_cairo_create_layout(cr);

	as_on_paper(pango_layout_get_context(l));
	describe(l, text, size, weight);
	return l;
}

double text_height(const char *text, double size, int weight, double w)
{
	PangoContext *context = pango_font_map_create_context(pango_cairo_font_map_get_default());
	PangoLayout *l;
	int h;

	as_on_paper(context);
	l = pango_layout_new(context);
	describe(l, text, size, weight);
	pango_layout_set_width(l, (int)(w * PANGO_SCALE));
	pango_layout_get_size(l, NULL, &h);
	g_object_unref(l);
	g_object_unref(context);
	return (double)h / PANGO_SCALE;
}

static void box_path(cairo_t *cr, const struct shape *s)
{
	double r = fmin(ROUND, fmin(s->w, s->h) / 2), x2 = s->x + s->w, y2 = s->y + s->h;

	cairo_new_sub_path(cr);
	cairo_arc(cr, x2 - r, s->y + r, r, -M_PI / 2, 0);
	cairo_arc(cr, x2 - r, y2 - r, r, 0, M_PI / 2);
	cairo_arc(cr, s->x + r, y2 - r, r, M_PI / 2, M_PI);
	cairo_arc(cr, s->x + r, s->y + r, r, M_PI, 3 * M_PI / 2);
	cairo_close_path(cr);
}

static void hatch(cairo_t *cr, const struct shape *s)
{
	double step = fmax(5, s->h / 3);

	cairo_save(cr);
	box_path(cr, s);
	cairo_clip(cr);
	cairo_set_source_rgb(cr, 1, 1, 1);
	cairo_set_line_width(cr, step / 5);
	for (double x = s->x - s->h; x < s->x + s->w; x += step) {
		cairo_move_to(cr, x, s->y + s->h);
		cairo_line_to(cr, x + s->h, s->y);
	}
	cairo_stroke(cr);
	cairo_restore(cr);
}

static void draw_text(cairo_t *cr, const struct shape *s)
{
	PangoLayout *l = layout_new(cr, s->text, s->size, s->weight);
	PangoRectangle ink;
	double x = s->x;

	if (s->lines > 0) {
		pango_layout_set_width(l, (int)(s->w * PANGO_SCALE));
		pango_layout_set_height(l, -s->lines);
		pango_layout_set_ellipsize(l, PANGO_ELLIPSIZE_END);
		pango_layout_set_alignment(l, s->align < 0 ? PANGO_ALIGN_LEFT : s->align == 0 ?
		                           PANGO_ALIGN_CENTER : PANGO_ALIGN_RIGHT);
	} else {
		pango_layout_get_extents(l, NULL, &ink);
		x += (s->w - (double)ink.width / PANGO_SCALE) * (s->align + 1) / 2;
	}
	colour_set(cr, s->colour);
	cairo_move_to(cr, x, s->y);
	pango_cairo_show_layout(cr, l);
	g_object_unref(l);
}

static void draw(cairo_t *cr, const struct shape *s)
{
	switch (s->kind) {
	case SHAPE_BOX:
		if (s->w <= 0 || s->h <= 0)
			return;
		colour_set(cr, s->colour);
		box_path(cr, s);
		cairo_fill(cr);
		if (s->hatched)
			hatch(cr, s);
		return;
	case SHAPE_LINE:
		colour_set(cr, s->colour);
		cairo_set_line_width(cr, s->size);
		cairo_set_line_cap(cr, CAIRO_LINE_CAP_ROUND);
		cairo_move_to(cr, s->x, s->y);
		cairo_line_to(cr, s->x + s->w, s->y + s->h);
		cairo_stroke(cr);
		return;
	case SHAPE_DOT:
		colour_set(cr, s->colour);
		cairo_new_sub_path(cr);
		cairo_arc(cr, s->x, s->y, s->w, 0, 2 * M_PI);
		cairo_fill(cr);
		return;
	case SHAPE_TEXT:
		draw_text(cr, s);
		return;
	}
}

void figure_draw(cairo_t *cr, const struct figure *f)
{
	for (size_t i = 0; i < f->n; i++)
		draw(cr, &f->shape[i]);
}
