#include "jobb/arbeid.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "app/jobb/jobb.h"
#include "app/person/person.h"
#include "lib/arena.h"
#include "lib/log.h"
#include "store/right.h"

/* A report of two hundred activities with a thousand texts each; taken as it is needed. */
#define MEMORY ((size_t)1 << 30)

const struct work work_table[] = {
	{ JOB_PDF, work_pdf },
	{ JOB_PDF_HALL, work_pdf_hall },
	{ "sammendrag", work_summary },
	{ JOB_EVALUATION, work_evaluation },
	{ "regneark", work_workbook },
	{ "bilder", work_pictures },
	{ "arkiv", work_archive },
	{ 0 }
};

static enum outcome forget_orders(struct store *st, struct arena *mem, const struct world *w)
{
	return RUN(st, mem, NULL, jobber_glem, .fra = v_int(world_wall_ms(w) - JOB_KEPT));
}

static const struct daily {
	const char *name;               /* NULL ends */
	enum outcome (*fn)(struct store *, struct arena *, const struct world *);
} daily_table[] = {
	{ "gamle bestillinger", forget_orders },
	{ 0 }
};

/* On disk before anybody can find it under its own name. */
static bool on_disk(const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	bool ok = fd >= 0 && fsync(fd) == 0;

	if (!ok)
		log_warn("%s: %s", path, strerror(errno));
	if (fd >= 0)
		close(fd);
	return ok;
}

static work_fn function_of(const char *job)
{
	for (const struct work *w = work_table; w->job != NULL; w++)
		if (strcmp(w->job, job) == 0)
			return w->fn;
	return NULL;
}

static enum outcome do_it(struct work_for *f, const char *job)
{
	work_fn fn = function_of(job);
	enum outcome went = OUTCOME_NOT_FOUND, kept;

	if (fn == NULL)
		return went;
	store_request_begin(f->store, RIGHT_BIT(RIGHT_SYSTEM), true);
	went = fn(f);
	kept = store_request_end(f->store, false);
	if (went == OUTCOME_OK && (kept != OUTCOME_OK || !on_disk(f->path)))
		went = OUTCOME_UNAVAILABLE;
	return went;
}

enum outcome work_do(const char *dir, const char *job, int64_t samling, const char *path,
                     const char **why)
{
	struct world world = world_real();
	struct work_for f = { .mem = arena_new(MEMORY), .world = &world, .samling = samling,
	                      .path = path };
	const char *error;
	enum outcome went = OUTCOME_UNAVAILABLE;

	*why = NULL;
	if (sodium_init() >= 0)
		went = store_open(dir, (struct store_options){ .share = true }, &world, f.mem,
		                  &f.store, &error);
	if (went == OUTCOME_OK) {
		went = do_it(&f, job);
		*why = went == OUTCOME_INVALID ? f.why : NULL;
		store_close(f.store);
	} else {
		fprintf(stderr, "%s\n", error);
	}
	arena_free(f.mem);
	return went;
}

static bool do_daily(struct store *st, struct arena *mem, const struct world *world,
                     const struct daily *d)
{
	enum outcome went, kept;

	store_request_begin(st, RIGHT_BIT(RIGHT_SYSTEM), false);
	went = d->fn(st, mem, world);
	kept = store_request_end(st, went == OUTCOME_OK);
	if (went == OUTCOME_OK && kept == OUTCOME_OK && store_commit(st))
		return true;
	log_warn("daily: %s was not done", d->name);
	return false;
}

enum outcome daily_do(const char *dir)
{
	struct world world = world_real();
	struct arena *mem = arena_new(MEMORY);
	struct store *st;
	const char *error;
	enum outcome went = store_open(dir, (struct store_options){ .share = true }, &world, mem,
	                               &st, &error);
	bool well = went == OUTCOME_OK;

	if (went == OUTCOME_OK) {
		struct tidied tidied;

		well &= rydd(st, mem, &world, dir, &tidied) == OUTCOME_OK;
		for (const struct daily *d = daily_table; d->name != NULL; d++)
			well &= do_daily(st, mem, &world, d);
		store_close(st);
	}
	arena_free(mem);
	return well ? OUTCOME_OK : OUTCOME_UNAVAILABLE;
}
