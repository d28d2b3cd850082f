/* rapport_arbeid.c - jobs that make a file of the report. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "app/arkiv/arkiv.h"
#include "app/rapport/innhold.h"
#include "jobb/arbeid.h"
#include "jobb/bildepakke.h"
#include "jobb/pdf.h"
#include "jobb/rapport_dok.h"
#include "jobb/regneark.h"
#include "lib/buf.h"
#include "lib/log.h"
#include "lib/world.h"
#include "web/text.h"

/* Of what contact and leaders both may fetch, and of what the hall may have. */
enum readers { STAFF, HALL, LEADERS };

static enum outcome read_report(struct work_for *f, enum readers who, struct report **rep)
{
	const struct report_for asked = { .store = f->store, .mem = f->mem,
	                                  .samling = f->samling, .staff = who != HALL,
	                                  .leader = who == LEADERS,
	                                  .now = world_wall_ms(f->world) };

	return report_read(&asked, rep);
}

static enum outcome pdf_of(struct work_for *f, enum readers who)
{
	struct report *rep;
	struct doc d;
	enum outcome went = read_report(f, who, &rep);

	if (went != OUTCOME_OK)
		return went;
	d = report_doc(f->mem, rep);
	return pdf_write(&d, f->path, NULL);
}

enum outcome work_summary(struct work_for *f)
{
	struct report *rep;
	struct doc d;
	enum outcome went = read_report(f, HALL, &rep);

	if (went != OUTCOME_OK)
		return went;
	d = summary_doc(f->mem, rep);
	return pdf_write(&d, f->path, NULL);
}

enum outcome work_evaluation(struct work_for *f)
{
	struct report *rep;
	struct doc d;
	enum outcome went = read_report(f, LEADERS, &rep);

	if (went != OUTCOME_OK)
		return went;
	if (!evaluation_doc(f->mem, rep, &d)) {
		f->why = N_("Ingen evaluering er avsluttet ennå.");
		return OUTCOME_INVALID;
	}
	return pdf_write(&d, f->path, NULL);
}

enum outcome work_workbook(struct work_for *f)
{
	struct report *rep;
	enum outcome went = read_report(f, STAFF, &rep);

	return went == OUTCOME_OK ? workbook_write(f->mem, rep, f->path) : went;
}

enum outcome work_pictures(struct work_for *f)
{
	struct report *rep;
	enum outcome went = read_report(f, HALL, &rep);

	return went == OUTCOME_OK ? pictures_write(f->mem, rep, f->path) : went;
}

enum outcome work_pdf(struct work_for *f)
{
	return pdf_of(f, STAFF);
}

enum outcome work_pdf_hall(struct work_for *f)
{
	return pdf_of(f, HALL);
}

enum outcome work_archive(struct work_for *f)
{
	struct buf b = buf_in(f->mem);
	enum outcome went = archive_write(f->store, f->mem, f->world, f->samling, &b, &f->why);
	FILE *out;
	bool well;

	if (went != OUTCOME_OK)
		return went;
	out = fopen(f->path, "we");
	well = out != NULL && fwrite(b.p, 1, b.n, out) == b.n;
	if (out != NULL && fclose(out) != 0)
		well = false;
	if (!well)
		log_warn("archive: %s", strerror(errno));
	return well ? OUTCOME_OK : OUTCOME_UNAVAILABLE;
}
