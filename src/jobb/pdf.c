#include "jobb/pdf.h"

#include <cairo-pdf.h>
#include <unistd.h>

#include "lib/arena.h"
#include "lib/log.h"

static cairo_status_t nowhere(void *arg, const unsigned char *bytes, unsigned n)
{
	(void)arg;
	(void)bytes;
	(void)n;
	return CAIRO_STATUS_SUCCESS;
}

static size_t figures(const struct doc *d)
{
	size_t n = 0;

	for (const struct block *b = d->first; b != NULL; b = b->next)
		n += b->kind == BLOCK_FIGURE;
	return n;
}

static struct sheet sheet_for(const struct doc *d)
{
	struct sheet s = { .doc = d, .mem = d->mem };

	s.heading = arena_array(d->mem, d->n_heading, sizeof *s.heading);
	s.figure = arena_array(d->mem, figures(d), sizeof *s.figure);
	s.figure_alt = arena_array(d->mem, figures(d), sizeof *s.figure_alt);
	return s;
}

static void describe(const struct doc *d, cairo_surface_t *to)
{
	cairo_pdf_surface_set_metadata(to, CAIRO_PDF_METADATA_TITLE, d->title);
	cairo_pdf_surface_set_metadata(to, CAIRO_PDF_METADATA_AUTHOR, d->author);
	cairo_pdf_surface_set_metadata(to, CAIRO_PDF_METADATA_SUBJECT, d->subject);
	cairo_pdf_surface_set_metadata(to, CAIRO_PDF_METADATA_CREATOR, "Samling");
}

/* Sets the whole document onto a surface, which is then done with. */
static bool set(struct sheet *s, cairo_surface_t *to)
{
	bool well;

	s->surface = to;
	s->cr = cairo_create(to);
	describe(s->doc, to);
	s->page = 0;
	s->n_heading = s->n_figure = 0;
	sheet_blocks(s);
	well = cairo_status(s->cr) == CAIRO_STATUS_SUCCESS;
	if (!well)
		log_warn("pdf: %s", cairo_status_to_string(cairo_status(s->cr)));
	cairo_destroy(s->cr);
	cairo_surface_finish(to);
	if (well && cairo_surface_status(to) != CAIRO_STATUS_SUCCESS) {
		log_warn("pdf: %s", cairo_status_to_string(cairo_surface_status(to)));
		well = false;
	}
	cairo_surface_destroy(to);
	return well;
}

static bool first_time(struct sheet *s)
{
	bool well = set(s, cairo_pdf_surface_create_for_stream(nowhere, NULL, PAPER_W, PAPER_H));

	s->pages = s->page;
	return well;
}

int pdf_pages(const struct doc *d)
{
	struct sheet s = sheet_for(d);

	return first_time(&s) ? s.pages : 0;
}

enum outcome pdf_write(const struct doc *d, const char *path, int *pages)
{
	struct sheet s = sheet_for(d);
	const char *raw = arena_printf(d->mem, "%s.raa", path);
	enum outcome went = OUTCOME_UNAVAILABLE;

	if (first_time(&s) && set(&s, cairo_pdf_surface_create(raw, PAPER_W, PAPER_H)))
		went = pdf_finish(&s, raw, path);
	unlink(raw);
	if (pages != NULL)
		*pages = s.pages;
	return went;
}
