/* jobb.h - slow work: files of a samling that the program samling-jobb makes.
 *
 * A kind of work is a row in job_table[], and a function in src/jobb/arbeid.c.  An order is
 * a row in the table `jobb`; how far it has come is told by files in DIR/filer, where <fil>
 * is the order's random name:
 *   <fil>.<ending>   what was ordered, whole: it comes by rename
 *   <fil>.feil       it cannot be made; the msgid of why
 *   <fil>.forsoek    a byte for each time it was begun
 *   <fil>.halv       being written
 * A samling has one of each kind; a new order takes the place of the old.  After JOB_KEPT
 * it is forgotten.  doc/drift.md tells operators the rest.
 */
#ifndef APP_JOBB_JOBB_H
#define APP_JOBB_JOBB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "app/samling/samling.h"
#include "web/page.h"

#define JOB_FOLDER "filer"
#define JOB_KEPT (7 * (int64_t)86400000)       /* ms */

struct job {
	const char *name;               /* jobb.slag and in addresses; never renamed  */
	const char *label, *help;       /* msgids                                     */
	const char *ending, *type;      /* of the file: "pdf", "application/pdf"      */
	enum right right;               /* who may order and fetch it                 */
	bool login;                     /* ... and not by a link                      */
};
extern const struct job job_table[];            /* name NULL ends */
#define JOBS_MOST 16
const struct job *job_find(const char *name);   /* NULL: no such job */

#define JOB_PDF "pdf"
#define JOB_EVALUATION "evaluering"     /* leaders only */
#define JOB_PDF_HALL "pdf-deltakere"    /* what participants get, when it is released */

enum job_phase {
	JOB_NONE,               /* not ordered, or forgotten                          */
	JOB_WAITING,
	JOB_WORKING,
	JOB_DONE,
	JOB_FAILED
};

struct job_state {
	const struct job *job;
	enum job_phase phase;
	const char *why;                /* FAILED: msgid                              */
	const char *path;               /* DONE: of the file                          */
	int64_t version, ordered;       /* samling.version then; wall ms              */
};

/* How far the samling's job of a kind has come. */
enum outcome job_state(struct req *, const struct job *, struct job_state *) MUST;

/* Orders it, unless one is waiting or at work. */
enum outcome job_order(struct req *, const struct job *) MUST;

/* The participants' PDF may be given out: the report is released, and the file has all that
 * the samling now has, so that nothing that was hidden since stands in it. */
enum outcome job_hall_ready(struct req *, const struct samling *, bool *ready) MUST;

/* Path of a job's file in a data folder. */
char *job_path(struct arena *, const char *dir, const char *file, const char *ending);

extern const struct page jobb_pages[];

/* ---- starting the program (vokter.c) ---- */

/* Where samling-jobb should be: in the folder this program is in. False: not known. */
bool job_program(char *path, size_t room) MUST;

/* A process that keeps `samling-jobb` running beside this program, from the folder this
 * program is in, until job_keeper_stop(), or until this program dies in any way.  -1: not
 * started; said in the log. */
pid_t job_keeper_start(const char *dir);
void job_keeper_stop(pid_t);

#endif
