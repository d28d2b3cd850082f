/* ark.h - pages of paper: A4, tagged for those who listen, set with care for what belongs
 * together.
 *
 * A document is set twice: the first time tells how many pages there are and where each
 * heading stands, the second writes them.  What only decorates is tagged TAG_DECORATION,
 * which pdf_ferdig.c turns into artifacts.
 */
#ifndef JOBB_ARK_H
#define JOBB_ARK_H

#include <cairo.h>
#include <pango/pango.h>
#include <stdbool.h>
#include <stdint.h>

#include "jobb/dok.h"
#include "jobb/figur.h"

#define PAPER_W 595.28
#define PAPER_H 841.89
#define LEFT 62.0
#define WIDTH (PAPER_W - 2 * LEFT)
#define TOP 62.0
#define BOTTOM (PAPER_H - 72)

/* cairo knows this tag, and no document has anything private of that kind. */
#define TAG_DECORATION "Private"

struct place { int page; double x, y, w, h; };

struct sheet {
	const struct doc *doc;
	struct arena *mem;
	cairo_surface_t *surface;
	cairo_t *cr;
	double y;                       /* where the next block begins               */
	bool fresh;                     /* nothing stands on this page yet           */
	int page, pages;                /* pages: 0 the first time                   */
	struct place *heading;          /* of doc->n_heading headings                */
	size_t n_heading;
	struct place *figure;           /* of the figures, in order                  */
	const char **figure_alt;
	size_t n_figure;
	int outline[5];                 /* the newest entry of each level            */
};

struct style {
	double size, spacing;           /* spacing: of lines, 1 as the font has it   */
	int weight;
	uint32_t colour;
	double before, after;
};

/* ---- ark.c ---- */

void sheet_tag(struct sheet *, const char *name);
void sheet_untag(struct sheet *, const char *name);
void sheet_new_page(struct sheet *, bool furnished);    /* furnished: with a foot       */
double sheet_room(const struct sheet *);        /* what is left of the page              */
/* A page begins if there is less room than this, and anything stands on this one. */
void sheet_need(struct sheet *, double h);

PangoLayout *sheet_layout(struct sheet *, const char *text, const struct style *, double w);
double layout_height(PangoLayout *);
/* How many whole lines from number `first` fit in `room`: the number of the next, and how
 * high they are. */
int layout_fit(PangoLayout *, int first, double room, double *h);
/* Draws lines first .. to-1. */
void sheet_lines(struct sheet *, PangoLayout *, const struct style *, int first, int to,
                 double x, double y);
#define ALL_LINES 1000000
/* How high the first n lines are. */
double layout_lines_height(PangoLayout *, int n);

/* A text that may go over pages, as `tag`, at x. */
void sheet_flow(struct sheet *, const char *tag, const char *text, const struct style *,
                double x, double w);

/* ---- ark_blokk.c, ark_tabell.c, ark_forside.c ---- */

void sheet_blocks(struct sheet *);      /* the whole document                    */
/* With `tail` points for what is said below it, on the page of its last row. */
void sheet_table(struct sheet *, const struct block *, double tail);
/* What must stand together: the whole of a small one, else its head and two rows. */
double sheet_table_least(struct sheet *, const struct block *, double tail);
void sheet_cover(struct sheet *, const struct block *);
void sheet_contents(struct sheet *, const struct block *);

#endif
