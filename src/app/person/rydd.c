/* rydd.c - what has been kept long enough goes. */
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/klargjoering/klargjoering.h"
#include "app/person/person.h"
#include "app/person/rydd.h"
#include "lib/arena.h"
#include "lib/log.h"
#include "lib/tid.h"
#include "lib/world.h"
#include "rules/oppbevaring.h"
#include "store/right.h"

#define LINK_DAYS 30            /* after it stopped working, for whoever asks why */
#define TERM_YEARS 4
#define DAY_MS (INT64_C(24) * 3600 * 1000)

struct tidying {
	struct store *st;
	struct arena *mem;
	const struct world *world;
	int64_t now;
	const char *today;
	struct tidied *done;
};

/* What is counted from a date before this one has been kept long enough today. */
static const char *before(const struct tidying *t, enum kept what)
{
	return tid_add_days(t->mem, t->today, -retention_of(what).days);
}

static enum outcome tidy_names(struct tidying *t)
{
	enum outcome went = RUN(t->st, t->mem, NULL, rydd_telefoner,
	                        .foer = v_text(before(t, KEPT_SEAT)), .naa = v_int(t->now));

	t->done->phones = went == OUTCOME_OK ? store_changed(t->st) : 0;
	if (went == OUTCOME_OK)
		went = RUN(t->st, t->mem, NULL, rydd_filer_med_navn,
		           .foer = v_text(before(t, KEPT_ROSTER)));
	if (went == OUTCOME_OK)
		went = RUN(t->st, t->mem, NULL, rydd_navn,
		           .foer = v_text(before(t, KEPT_ROSTER)));
	t->done->names = went == OUTCOME_OK ? store_changed(t->st) : 0;
	if (went == OUTCOME_OK)
		went = RUN(t->st, t->mem, NULL, rydd_talere,
		           .foer = v_text(before(t, KEPT_ROSTER)));
	return went;
}

static enum outcome tidy_texts(struct tidying *t)
{
	const char *foer = before(t, KEPT_TEXT);
	struct rows rows;
	enum outcome went = RUN(t->st, t->mem, &rows, rydd_tekster_i, .foer = v_text(foer),
	                        .foer_ms = v_int(tid_wall_ms(foer, 0)));

	for (size_t i = 0; went == OUTCOME_OK && i < rows.n; i++)
		went = texts_forget(t->st, row_int(&rows.row[i], rydd_tekster_i__id),
		                    &t->done->texts);
	return went == OUTCOME_OK ? RUN(t->st, t->mem, NULL, rydd_ordpar_igjen) : went;
}

/* A contact goes when the period they were made in is over, whoever was elected. */
static enum outcome tidy_people(struct tidying *t)
{
	char *period = term_end(t->mem, t->today), *began;
	enum outcome went;

	began = arena_printf(t->mem, "%04ld-11-01", strtol(period, NULL, 10) - TERM_YEARS);
	went = RUN(t->st, t->mem, NULL, rydd_kontakter, .foer_ms = v_int(tid_wall_ms(began, 0)));
	t->done->contacts = went == OUTCOME_OK ? store_changed(t->st) : 0;
	if (went == OUTCOME_OK)
		went = RUN(t->st, t->mem, NULL, rydd_oekter, .naa = v_int(t->now));
	if (went == OUTCOME_OK)
		went = RUN(t->st, t->mem, NULL, rydd_lenker,
		           .foer_ms = v_int(t->now - LINK_DAYS * DAY_MS));
	t->done->links = went == OUTCOME_OK ? store_changed(t->st) : 0;
	return went;
}

/* Copies that the program made itself; the operator's own are in the operator's folder. */
static void tidy_copies(struct tidying *t, const char *dir)
{
	const char *folder = arena_printf(t->mem, "%s/sikring", dir);
	int64_t oldest = t->now - (int64_t)retention_of(KEPT_BACKUP).days * DAY_MS;
	DIR *d = opendir(folder);

	if (d == NULL)
		return;
	for (struct dirent *e = readdir(d); e != NULL; e = readdir(d)) {
		const char *path = arena_printf(t->mem, "%s/%s", folder, e->d_name);
		struct stat st;

		if (lstat(path, &st) != 0 || !S_ISREG(st.st_mode) ||
		    (int64_t)st.st_mtime * 1000 >= oldest)
			continue;
		if (unlink(path) == 0)
			t->done->copies++;
		else
			log_warn("an old copy cannot be removed: %s", strerror(errno));
	}
	closedir(d);
}

static enum outcome tidy_all(struct tidying *t)
{
	enum outcome went = tidy_names(t);

	if (went == OUTCOME_OK)
		went = tidy_texts(t);
	if (went == OUTCOME_OK)
		went = rehearsals_forget(t->st, t->mem, t->world);
	return went == OUTCOME_OK ? tidy_people(t) : went;
}

bool freed_overwrite(struct store *st, struct arena *mem)
{
	bool done = store_forget_log(st) == OUTCOME_OK;
	enum outcome went, kept;

	store_request_begin(st, RIGHT_BIT(RIGHT_SYSTEM), false);
	went = done ? RUN(st, mem, NULL, rydd_overskrevet) : RUN(st, mem, NULL, rydd_husk);
	kept = store_request_end(st, went == OUTCOME_OK);
	if (went != OUTCOME_OK || kept != OUTCOME_OK || !store_commit(st))
		log_warn("whether what was deleted is overwritten could not be noted");
	return done;
}

static enum outcome read_waits(struct tidying *t, bool *waits)
{
	struct rows rows;
	enum outcome went = RUN(t->st, t->mem, &rows, rydd_venter);

	*waits = went == OUTCOME_OK && row_int(&rows.row[0], rydd_venter__venter) != 0;
	return went;
}

enum outcome rydd(struct store *st, struct arena *mem, const struct world *w, const char *dir,
                  struct tidied *done)
{
	struct tidying t = { st, mem, w, world_wall_ms(w), NULL, done };
	enum outcome went, kept;
	bool waits;

	*done = (struct tidied){ 0 };
	t.today = tid_today(mem, t.now);
	store_request_begin(st, RIGHT_BIT(RIGHT_SYSTEM), false);
	went = read_waits(&t, &waits);
	if (went == OUTCOME_OK)
		went = tidy_all(&t);
	kept = store_request_end(st, went == OUTCOME_OK);
	if (went != OUTCOME_OK || kept != OUTCOME_OK)
		return went != OUTCOME_OK ? went : kept;
	if (!store_commit(st))
		return OUTCOME_UNAVAILABLE;
	tidy_copies(&t, dir);
	if (waits || done->phones + done->names + done->texts + done->contacts + done->links > 0)
		done->waits = !freed_overwrite(st, mem);
	return OUTCOME_OK;
}
