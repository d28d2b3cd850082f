/* figur.h - a picture of a result: shapes in a box, drawn alike on paper and on slides.
 *
 * Made from a round of the report by what it holds - words, choices, choices asked twice,
 * texts - so that a new kind has a picture without a line of its own.  Red and green mean
 * votes for and against and nothing else; red is hatched too.
 */
#ifndef JOBB_FIGUR_H
#define JOBB_FIGUR_H

#include <cairo.h>
#include <pango/pango.h>
#include <stdbool.h>
#include <stdint.h>

#include "app/rapport/innhold.h"
#include "jobb/dok.h"

#define COLOUR_INK    0x222d36
#define COLOUR_DARK   0x0c2f3f
#define COLOUR_ACCENT 0x14506b
#define COLOUR_SUBTLE 0x565e65
#define COLOUR_LINE   0xb9bcbf
#define COLOUR_TINT   0xf0f4f6
#define COLOUR_TRACK  0xe2eaed
#define COLOUR_RED    0xb3261e
#define COLOUR_GREEN  0x0b6b3a
#define COLOUR_YELLOW 0xf4b942

enum shape_kind { SHAPE_BOX, SHAPE_LINE, SHAPE_DOT, SHAPE_TEXT };

struct shape {
	enum shape_kind kind;
	double x, y, w, h;      /* LINE: to x+w, y+h; DOT: w is its radius; TEXT: the room */
	uint32_t colour;
	bool hatched;           /* BOX */
	double size;            /* TEXT: of the font; LINE: thickness                      */
	int weight;             /* TEXT: as in CSS                                         */
	int align;              /* TEXT: -1 left, 0 middle, 1 right                        */
	int lines;              /* TEXT: at most so many, then "..."; 0: one, not broken   */
	const char *text;
};

struct figure {
	struct arena *mem;
	double w, h;
	const char *alt;        /* what it shows, in words                                 */
	struct shape *shape;
	size_t n, room;
};

/* The picture of a round in so wide a box, with text of that size; its height is at most
 * `most`.  NULL: it has nothing to show. */
const struct figure *figure_of(struct arena *, enum lang, const struct report_item *,
                               const struct report_round *, double w, double most,
                               double size);

/* The same of the first table in a document: its first column of numbers as bars. */
const struct figure *figure_of_table(struct arena *, enum lang, const struct doc *, double w,
                                     double most, double size);

/* The numbers of the choices as they are shown: in their own order, or, of more than can be
 * read from the back of a hall, most first. */
#define BARS_MOST 10
const size_t *choices_in_order(struct arena *, const struct tally *);

/* Puts a bar before the first column of numbers of a table, as long as they are large. */
void table_add_bars(struct arena *, struct block *);

/* The bar of choice i, so long. */
struct bar choice_bar(const struct report_item *, size_t i, double share);

/* With its upper left corner at 0, 0. */
void figure_draw(cairo_t *, const struct figure *);

/* ---- for those who draw ---- */

struct shape *figure_add(struct figure *, enum shape_kind);
void colour_set(cairo_t *, uint32_t rgb);

/* Inter, or what the machine has that is most like it. */
PangoLayout *layout_new(cairo_t *, const char *text, double size, int weight);
/* How high a text stands in so wide a room. */
double text_height(const char *text, double size, int weight, double w);

#endif
