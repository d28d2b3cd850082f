/* oving.h - ten elections to practise on, each with its task, and the answer to open after.
 *
 * innhold/valg/: files of cases as doc/valg.md has them, inside the program.  The first case of
 * a file is the task; those after it are what else its answer speaks of.  "note" holds the
 * texts and, for what a case has no names for, the fields of the page.
 */
#ifndef APP_VALG_OVING_H
#define APP_VALG_OVING_H

#include "rules/lov.h"
#include "web/page.h"

#define OVING_TASKS 10

struct oving_field { const char *name, *value; };

struct oving_task {
	const char *council;
	int members;                    /* of the council                            */
	const char *title, *task, *answer, *source;
	const enum lov *lov;            /* the answer stands on                      */
	size_t n_lov;
	const char *page;               /* that settles it                           */
	const struct oving_field *field;        /* of that page                      */
	size_t n_field;
};

extern const struct oving_file {
	const unsigned char *text;
	const size_t *n;
} oving_files[OVING_TASKS];

enum outcome oving_page(struct req *) MUST;

#endif
