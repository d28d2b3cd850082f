#include "jobb/valg_fil.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "app/valg/fil_syn.h"
#include "jobb/pdf.h"
#include "lib/arena.h"
#include "lib/buf.h"
#include "lib/world.h"
#include "web/text.h"

#define MEMORY ((size_t)1 << 28)

/* One byte more than is read is enough to be refused. */
static bool load(const char *path, struct buf *text)
{
	FILE *in = fopen(path, "rbe");
	char part[8192];
	bool well = in != NULL;

	buf_puts(text, "");
	for (size_t n; well && text->n <= VALG_FIL_BYTES_MAX &&
	               (n = fread(part, 1, sizeof part, in)) > 0;)
		buf_add(text, part, n);
	well = well && !ferror(in);
	if (!well)
		fprintf(stderr, "%s kan ikke leses: %s.\n", path, strerror(errno));
	if (in != NULL)
		fclose(in);
	return well;
}

/* Whole or not at all, beside where it shall stand. */
static bool put_beside(const char *path, enum outcome went, const char *half)
{
	if (went == OUTCOME_OK && rename(half, path) == 0)
		return true;
	fprintf(stderr, "%s ble ikke laget.\n", path);
	unlink(half);
	return false;
}

static bool make(struct arena *mem, const struct valg_files *f, const struct valg_view *v)
{
	bool well = true;

	if (f->pdf != NULL) {
		const struct doc d = valg_doc(mem, f->lang, v);
		const char *half = arena_printf(mem, "%s.halv", f->pdf);

		well = put_beside(f->pdf, pdf_write(&d, half, NULL), half);
	}
	if (f->workbook != NULL) {
		const char *half = arena_printf(mem, "%s.halv", f->workbook);

		well = put_beside(f->workbook, valg_workbook_write(mem, f->lang, v, half), half) &&
		       well;
	}
	return well;
}

int valg_files_make(const struct valg_files *f)
{
	const struct world world = world_real();
	struct arena *mem = arena_new(MEMORY);
	struct valg_fil fil = { .mem = mem, .lang = f->lang };
	struct buf text = buf_in(mem);
	struct valg_view v = { 0 };
	int status = 2;

	if (load(f->from, &text) && valg_fil_view(&fil, &world, text.p, text.n, &v)) {
		if (v.settled == NULL || v.settled->state != OPPGJOER_SETTLED)
			fprintf(stderr, "%s: %s\n", f->from,
			        tr(f->lang, N_("Oppgjøret er ikke ferdig.")));
		else
			status = make(mem, f, &v) ? 0 : 1;
	}
	for (size_t i = 0; i < fil.n_fault; i++)
		fprintf(stderr, "%s: %s\n", f->from, fil.fault[i]);
	arena_free(mem);
	return status;
}
