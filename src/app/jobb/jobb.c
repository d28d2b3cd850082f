#include "app/jobb/jobb.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/arena.h"
#include "lib/buf.h"
#include "lib/log.h"
#include "lib/world.h"
#include "web/site.h"
#include "web/text.h"

const struct job job_table[] = {
	{ JOB_PDF, N_("Rapporten som PDF"),
	  N_("Alt som står i rapporten, med bilder og tabeller, til utskrift og til arkivet."),
	  "pdf", "application/pdf", RIGHT_CONTACT },
	{ JOB_PDF_HALL, N_("Deltakernes rapport som PDF"),
	  N_("Bare det som er vist i salen. Når rapporten er frigitt, kan deltakerne hente den "
	     "på telefonen."),
	  "pdf", "application/pdf", RIGHT_CONTACT },
	{ "sammendrag", N_("Sammendrag på to sider"),
	  N_("Det viktigste av det som er vist i salen, til kommunestyret eller nettsidene."),
	  "pdf", "application/pdf", RIGHT_CONTACT },
	{ JOB_EVALUATION, N_("Evalueringen som PDF"),
	  N_("Svarene på evalueringen, også det folk skrev. De er bare for prosessveilederne, og "
	     "står derfor ikke i rapporten."),
	  "pdf", "application/pdf", RIGHT_LEADER },
	{ "regneark", N_("Regneark (XLSX)"),
	  N_("Ett ark for hver aktivitet, med tallene som tall."), "xlsx",
	  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", RIGHT_CONTACT },
	{ "bilder", N_("Bilder til lysark"),
	  N_("Hvert resultat som er vist i salen, som PNG og SVG i en zip-fil."), "zip",
	  "application/zip", RIGHT_CONTACT },
	{ "arkiv", N_("Arkivfil"),
	  N_("Hele samlingen i én fil, som kan leses inn på en annen tjener. Navnelisten og alle "
	     "svar er med."), "json", "application/json", RIGHT_LEADER, .login = true },
	{ 0 }
};

_Static_assert(sizeof job_table / sizeof job_table[0] <= JOBS_MOST, "JOBS_MOST is less");

const struct job *job_find(const char *name)
{
	for (const struct job *j = job_table; j->name != NULL; j++)
		if (strcmp(j->name, name) == 0)
			return j;
	return NULL;
}

char *job_path(struct arena *mem, const char *dir, const char *file, const char *ending)
{
	return arena_printf(mem, "%s/" JOB_FOLDER "/%s.%s", dir, file, ending);
}

/* What stands in a small file, or NULL when it is not there. */
static const char *small_file(struct arena *mem, const char *path)
{
	char text[400];
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t n;

	if (fd < 0)
		return NULL;
	n = read(fd, text, sizeof text);
	close(fd);
	return arena_strndup(mem, text, n < 0 ? 0 : (size_t)n);
}

static void look(struct req *r, const char *file, struct job_state *s)
{
	struct stat st;

	s->path = job_path(r->mem, r->site->dir, file, s->job->ending);
	if (stat(s->path, &st) == 0) {
		s->phase = JOB_DONE;
		return;
	}
	s->why = small_file(r->mem, job_path(r->mem, r->site->dir, file, "feil"));
	if (s->why != NULL)
		s->phase = JOB_FAILED;
	else if (stat(job_path(r->mem, r->site->dir, file, "forsoek"), &st) == 0)
		s->phase = JOB_WORKING;
	else
		s->phase = JOB_WAITING;
}

enum outcome job_state(struct req *r, const struct job *job, struct job_state *s)
{
	struct rows rows;
	enum outcome went = RUN(r->store, r->mem, &rows, jobb_av_slag,
	                        .samling = v_int(r->samling), .slag = v_text(job->name),
	                        .fra = v_int(world_wall_ms(r->world) - JOB_KEPT));

	*s = (struct job_state){ .job = job };
	if (went != OUTCOME_OK || rows.n == 0)
		return went;
	s->version = row_int(&rows.row[0], jobb_av_slag__versjon);
	s->ordered = row_int(&rows.row[0], jobb_av_slag__bestilt);
	look(r, row_text(&rows.row[0], jobb_av_slag__fil), s);
	return OUTCOME_OK;
}

enum outcome job_order(struct req *r, const struct job *job)
{
	int64_t now = world_wall_ms(r->world);
	unsigned char chance[12];
	char name[2 * sizeof chance + 1];
	struct job_state s;
	enum outcome went = job_state(r, job, &s);

	if (went != OUTCOME_OK || s.phase == JOB_WAITING || s.phase == JOB_WORKING)
		return went;
	world_random(r->world, chance, sizeof chance);
	sodium_bin2hex(name, sizeof name, chance, sizeof chance);
	went = RUN(r->store, r->mem, NULL, jobb_bort, .samling = v_int(r->samling),
	           .slag = v_text(job->name), .fra = v_int(now - JOB_KEPT));
	if (went == OUTCOME_OK)
		went = RUN(r->store, r->mem, NULL, jobb_ny, .slag = v_text(job->name),
		           .fil = v_text(name), .naa = v_int(now), .samling = v_int(r->samling));
	return went;
}

enum outcome job_hall_ready(struct req *r, const struct samling *s, bool *ready)
{
	struct job_state state;
	enum outcome went = OUTCOME_OK;

	*ready = false;
	if (!s->released)
		return OUTCOME_OK;
	went = job_state(r, job_find(JOB_PDF_HALL), &state);
	*ready = went == OUTCOME_OK && state.phase == JOB_DONE && state.version == s->version;
	return went;
}
