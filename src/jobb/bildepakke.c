/* bildepakke.c - each result as a picture for slides: PNG (1920 x 1080) and SVG in a zip.
 *
 * libzip writes the file: the library is well kept, takes what is in memory, and makes the
 * zip as a whole or not at all.  Letters in the SVG are outlines, so that they look the same
 * on a machine without our font.
 */
#include <cairo-svg.h>
#include <string.h>
#include <zip.h>

#include "app/rapport/innhold.h"
#include "jobb/arbeid.h"
#include "jobb/ark.h"
#include "jobb/bildepakke.h"
#include "jobb/figur.h"
#include "jobb/rapport_dok.h"
#include "lib/arena.h"
#include "lib/buf.h"
#include "lib/log.h"
#include "lib/utf8.h"
#include "web/text.h"

#define SLIDE_W 1920
#define SLIDE_H 1080
#define EDGE 120.0
#define FIGURE_TOP 300.0
#define FIGURE_ROOM 640.0
#define TEXT_SIZE 32.0
#define BAR_SIZE 44.0           /* made smaller until all of them fit */

struct pack {
	struct arena *mem;
	enum lang lang;
	const struct report *rep;
	zip_t *zip;
	int nr;
	bool failed;
};

const char *slug(struct arena *mem, const char *title)
{
	static const struct { uint32_t c; const char *as; } letters[] = {
		{ 0xe6, "ae" }, { 0xf8, "oe" }, { 0xe5, "aa" }, { 0xe4, "ae" }, { 0xf6, "oe" },
		{ 0xe9, "e" }, { 0xe8, "e" }, { 0xe1, "a" }, { 0xfc, "u" }, { 0xf3, "o" },
	};
	struct buf b = buf_in(mem);
	const char *p = utf8_fold(mem, title);

	buf_puts(&b, "");
	for (uint32_t c; b.n < 50 && (c = utf8_next(&p)) != 0;) {
		const char *as = NULL;

		for (size_t i = 0; i < sizeof letters / sizeof letters[0]; i++)
			if (letters[i].c == c)
				as = letters[i].as;
		if (as != NULL)
			buf_puts(&b, as);
		else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
			buf_putc(&b, (char)c);
		else if (b.n > 0 && b.p[b.n - 1] != '-')
			buf_putc(&b, '-');
	}
	while (b.n > 0 && b.p[b.n - 1] == '-')
		b.p[--b.n] = '\0';
	return b.n > 0 ? b.p : "resultat";
}

static void text(cairo_t *cr, struct shape s)
{
	struct figure one = { .shape = &s, .n = 1 };

	s.kind = SHAPE_TEXT;
	figure_draw(cr, &one);
}

static void draw_slide(struct pack *p, cairo_t *cr, const struct report_item *it,
                       const struct report_round *rr, const struct figure *f)
{
	const char *about = arena_printf(p->mem, "%s · %s", trf(p->mem, p->lang,
		N_("%s kommune"), p->rep->s->municipality), p->rep->s->title);

	colour_set(cr, 0xffffff);
	cairo_paint(cr);
	text(cr, (struct shape){ .x = EDGE, .y = 70, .w = SLIDE_W - 2 * EDGE, .size = 26,
	     .weight = 650, .colour = COLOUR_ACCENT, .align = -1, .lines = 1,
	     .text = it->item->title });
	text(cr, (struct shape){ .x = EDGE, .y = 115, .w = SLIDE_W - 2 * EDGE, .size = 54,
	     .weight = 700, .colour = COLOUR_DARK, .align = -1, .lines = 2,
	     .text = round_heading(p->mem, p->lang, it, rr) });
	cairo_save(cr);
	cairo_translate(cr, (SLIDE_W - f->w) / 2, FIGURE_TOP + (FIGURE_ROOM - f->h) / 3);
	figure_draw(cr, f);
	cairo_restore(cr);
	colour_set(cr, COLOUR_ACCENT);
	cairo_rectangle(cr, EDGE, 980, SLIDE_W - 2 * EDGE, 3);
	cairo_fill(cr);
	text(cr, (struct shape){ .x = EDGE, .y = 1000, .w = 1200, .size = 24, .weight = 400,
	     .colour = COLOUR_SUBTLE, .align = -1, .lines = 1, .text = about });
	text(cr, (struct shape){ .x = SLIDE_W - EDGE - 400, .y = 1000, .w = 400, .size = 24,
	     .weight = 600, .colour = COLOUR_SUBTLE, .align = 1, .text = trn(p->mem, p->lang,
	     "%d har svart", "%d har svart", rr->people) });
}

static cairo_status_t to_buf(void *to, const unsigned char *bytes, unsigned n)
{
	buf_add(to, bytes, n);
	return CAIRO_STATUS_SUCCESS;
}

/* The bytes stay in the arena until zip_close() has read them. */
static void add(struct pack *p, const char *name, const struct buf *b)
{
	zip_source_t *from = zip_source_buffer(p->zip, b->p, b->n, 0);
	zip_int64_t at = from == NULL ? -1 : zip_file_add(p->zip, name, from, ZIP_FL_ENC_UTF_8);

	if (at < 0) {
		zip_source_free(from);
		p->failed = true;
	} else {        /* the same pictures give the same file */
		zip_file_set_mtime(p->zip, (zip_uint64_t)at, (time_t)(p->rep->written / 1000), 0);
	}
}

static void add_picture(struct pack *p, const struct report_item *it,
                        const struct report_round *rr, const struct figure *f)
{
	const char *name = arena_printf(p->mem, "%02d-%s", ++p->nr,
	                                slug(p->mem, it->item->title));
	struct buf png = buf_in(p->mem), svg = buf_in(p->mem);
	cairo_surface_t *on[2] = {
		cairo_image_surface_create(CAIRO_FORMAT_RGB24, SLIDE_W, SLIDE_H),
		cairo_svg_surface_create_for_stream(to_buf, &svg, SLIDE_W, SLIDE_H),
	};

	if (it->a->stages > 1)
		name = arena_printf(p->mem, "%s-del-%zu", name, rr->round->stage + 1);
	if (rr->round->nr > 1)
		name = arena_printf(p->mem, "%s-gang-%d", name, rr->round->nr);
	for (int i = 0; i < 2; i++) {
		cairo_t *cr = cairo_create(on[i]);

		draw_slide(p, cr, it, rr, f);
		p->failed |= cairo_status(cr) != CAIRO_STATUS_SUCCESS;
		cairo_destroy(cr);
	}
	p->failed |= cairo_surface_write_to_png_stream(on[0], to_buf, &png) !=
	             CAIRO_STATUS_SUCCESS;
	for (int i = 0; i < 2; i++) {
		cairo_surface_finish(on[i]);
		cairo_surface_destroy(on[i]);
	}
	add(p, arena_printf(p->mem, "%s.png", name), &png);
	add(p, arena_printf(p->mem, "%s.svg", name), &svg);
}

static void pictures_of(struct pack *p, const struct report_item *it)
{
	for (size_t k = 0; k < it->n_round; k++) {
		const struct report_round *rr = &it->round[k];
		const struct figure *f = rr->tally == NULL || rr->tally->n_line == 0 ? NULL :
			figure_for(p->mem, p->lang, it, rr, SLIDE_W - 2 * EDGE, FIGURE_ROOM,
			           rr->tally->n_choice > 0 ? BAR_SIZE : TEXT_SIZE);

		if (f != NULL)
			add_picture(p, it, rr, f);
	}
}

/* Somebody opens the file and finds this where there was nothing to draw. */
static void add_words(struct pack *p)
{
	struct buf *b = arena_get(p->mem, sizeof *b);

	*b = buf_in(p->mem);
	buf_printf(b, "%s\r\n%s\r\n", p->rep->s->title, p->nr > 0 ?
	           tr(p->lang, N_("Bildene passer til lysark i 16:9.")) :
	           tr(p->lang, N_("Det er ingen resultater å tegne ennå.")));
	add(p, "LES-MEG.txt", b);
}

enum outcome pictures_write(struct arena *mem, const struct report *rep, const char *path)
{
	struct pack p = { .mem = mem, .lang = rep->s->lang, .rep = rep };
	int error;

	p.zip = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &error);
	if (p.zip == NULL) {
		log_warn("pictures: the file cannot be made (%d)", error);
		return OUTCOME_UNAVAILABLE;
	}
	for (size_t i = 0; i < rep->s->n_item; i++)
		pictures_of(&p, &rep->item[i]);
	add_words(&p);
	if (!p.failed && zip_close(p.zip) == 0)
		return OUTCOME_OK;
	log_warn("pictures: %s", zip_strerror(p.zip));
	zip_discard(p.zip);
	return OUTCOME_UNAVAILABLE;
}
