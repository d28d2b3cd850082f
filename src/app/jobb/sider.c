/* sider.c - the page where files of the report are ordered and fetched. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/jobb/jobb.h"
#include "app/jobb/jobb.html.h"
#include "lib/arena.h"
#include "lib/log.h"
#include "lib/world.h"
#include "web/site.h"
#include "web/text.h"

/* A larger one does not fit in a reply: nothing here makes such a file, but for pictures
 * by the hundred. */
#define FILE_MOST ((off_t)48 << 20)
#define AGAIN "3"               /* seconds until the page asks again */

static bool may(const struct req *r, const struct job *job)
{
	return (r->who.rights & RIGHT_BIT(job->right)) != 0 &&
	       !(job->login && r->who.link != 0);
}

static const char *files_path(struct req *r)
{
	return arena_printf(r->mem, "/samling/%lld/rapport/filer", (long long)r->samling);
}

static enum outcome files_page(struct req *r)
{
	struct out o = out_new(r->mem, r->lang);
	struct frame_text f = { .css = "full.css", .html_class = "forvaltning" };
	struct job_state list[JOBS_MOST];
	struct samling *s;
	size_t n = 0;
	bool waits = false;
	enum outcome went = samling_read(r->store, r->mem, r->samling, 0, &s);

	for (const struct job *j = job_table; went == OUTCOME_OK && j->name != NULL; j++) {
		if (!may(r, j))
			continue;
		went = job_state(r, j, &list[n]);
		waits |= list[n].phase == JOB_WAITING || list[n].phase == JOB_WORKING;
		n++;
	}
	if (went != OUTCOME_OK)
		return went;
	f.title = trf(r->mem, r->lang, N_("Filer av rapporten: %s"), s->title);
	t_jobb_filer(&o, r, s, list, n, waits);
	/* Works without scripts; the page also has a link that does the same. */
	if (waits)
		http_reply_set(r->reply, "Refresh", AGAIN);
	return page_framed(r, &f, out_html(&o));
}

static const struct field order_fields[] = {
	FIELD_TOKEN, { "slag", FIELD_TEXT, .required = true, .max = 40 }, { 0 }
};

static enum outcome order_page(struct req *r)
{
	const struct job *job = job_find(form_text(&r->form, "slag"));
	enum outcome went = OUTCOME_NOT_FOUND;

	if (job != NULL)
		went = may(r, job) ? job_order(r, job) : OUTCOME_FORBIDDEN;
	if (went != OUTCOME_OK)
		return went;
	return page_redirect(r, files_path(r));
}

/* The whole file, or NULL: it is gone, or too large. */
static void *whole_file(struct req *r, const char *path, size_t *n)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	struct stat st;
	char *bytes = NULL;
	ssize_t got = 1;

	*n = 0;
	if (fd >= 0 && fstat(fd, &st) == 0 && st.st_size > 0 && st.st_size <= FILE_MOST) {
		bytes = arena_get(r->mem, (size_t)st.st_size);
		while (*n < (size_t)st.st_size && got > 0) {
			got = read(fd, bytes + *n, (size_t)st.st_size - *n);
			*n += got > 0 ? (size_t)got : 0;
		}
		if (*n < (size_t)st.st_size)
			bytes = NULL;
	}
	if (bytes == NULL)
		log_warn("a finished file could not be read: %s", strerror(errno));
	if (fd >= 0)
		close(fd);
	return bytes;
}

static enum outcome give(struct req *r, const struct job_state *s)
{
	size_t n;
	void *bytes = whole_file(r, s->path, &n);

	if (bytes == NULL)
		return OUTCOME_UNAVAILABLE;
	return page_download(r, s->job->type,
	                     arena_printf(r->mem, "samling-%lld-%s.%s", (long long)r->samling,
	                                  s->job->name, s->job->ending), bytes, n);
}

static enum outcome file_page(struct req *r)
{
	const struct job *job = job_find(r->param[1]);
	struct job_state s;
	enum outcome went;

	if (job == NULL)
		return OUTCOME_NOT_FOUND;
	if (!may(r, job))
		return OUTCOME_FORBIDDEN;
	went = job_state(r, job, &s);
	if (went != OUTCOME_OK)
		return went;
	return s.phase == JOB_DONE ? give(r, &s) : page_redirect(r, files_path(r));
}

static enum outcome hall_page(struct req *r)
{
	struct job_state state;
	struct samling *s;
	bool ready = false;
	enum outcome went = samling_read(r->store, r->mem, r->samling, 0, &s);

	if (went == OUTCOME_OK)
		went = job_hall_ready(r, s, &ready);
	if (went == OUTCOME_OK)
		went = job_state(r, job_find(JOB_PDF_HALL), &state);
	if (went != OUTCOME_OK)
		return went;
	if (ready)
		return give(r, &state);
	return page_redirect(r, arena_printf(r->mem, "/s/%lld/rapport", (long long)r->samling));
}

const struct page jobb_pages[] = {
	{ HTTP_GET,  "/samling/{samling}/rapport/filer",      RIGHT_CONTACT, files_page },
	{ HTTP_POST, "/samling/{samling}/rapport/lag",        RIGHT_CONTACT, order_page,
	  order_fields },
	{ HTTP_GET,  "/samling/{samling}/rapport/fil/{slag}", RIGHT_CONTACT, file_page },
	{ HTTP_GET,  "/s/{samling}/rapport.pdf",              RIGHT_PARTICIPANT, hall_page },
	{ 0 }
};
