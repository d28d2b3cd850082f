/* arbeid.h - the work itself: one function a kind of job (app/jobb/jobb.h), and what is
 * done once a day.
 *
 * A function reads the database with the rights it is given, through the same gates as the
 * server, and writes one file.  It runs in a process of its own, one at a time; what it
 * leaves half is thrown away.
 */
#ifndef JOBB_ARBEID_H
#define JOBB_ARBEID_H

#include <stdint.h>

#include "lib/world.h"
#include "store/store.h"

struct arena;

struct work_for {
	struct store *store;
	struct arena *mem;
	const struct world *world;
	int64_t samling;
	const char *path;               /* the file to write; what is there is replaced */
	const char *why;                /* OUTCOME_INVALID: msgid of what is in the way  */
};

/* OUTCOME_INVALID: it cannot be made as things are, and another try is no use. */
typedef enum outcome (*work_fn)(struct work_for *) MUST;

struct work { const char *job; work_fn fn; };
extern const struct work work_table[];          /* job NULL ends; a row for each job */

/* Opens the folder, does the job and has the file on disk.  The operator is told what is
 * wrong on standard error. */
enum outcome work_do(const char *dir, const char *job, int64_t samling, const char *path,
                     const char **why) MUST;

/* What is done once a day (daily_table in arbeid.c), in order; what fails is logged and tried the
 * next day. */
enum outcome daily_do(const char *dir) MUST;

/* ---- the functions ---- */
enum outcome work_pdf(struct work_for *) MUST;
enum outcome work_pdf_hall(struct work_for *) MUST;
enum outcome work_summary(struct work_for *) MUST;
enum outcome work_evaluation(struct work_for *) MUST;
enum outcome work_workbook(struct work_for *) MUST;
enum outcome work_pictures(struct work_for *) MUST;
enum outcome work_archive(struct work_for *) MUST;

#endif
