/* valg_fil.h - the papers of an election, from the file that the page gives.
 *
 * For an operator or a secretary at a terminal; nothing of it is in the database, and no folder
 * is needed.  Only a settled election has papers.
 */
#ifndef JOBB_VALG_FIL_H
#define JOBB_VALG_FIL_H

#include "app/valg/side.h"
#include "jobb/dok.h"
#include "store/store.h"

struct valg_files {
	const char *from;               /* the file                                  */
	const char *pdf, *workbook;     /* what to write; NULL: not that             */
	enum lang lang;
};

/* What is wrong is said on standard error.  0, 1: could not be made, 2: the file is bad. */
int valg_files_make(const struct valg_files *) MUST;

/* ---- the papers; the view is settled ---- */

/* The protocol, as on the page and with the table of quotients (valg_dok.c). */
struct doc valg_doc(struct arena *, enum lang, const struct valg_view *);

/* The same numbers with formulas that work them out again (valg_regneark.c). */
enum outcome valg_workbook_write(struct arena *, enum lang, const struct valg_view *,
                                 const char *path) MUST;

#endif
