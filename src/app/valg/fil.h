/* fil.h - an election in a file, opened on the page again.
 *
 * The file is a case as `samling valg` has it (doc/valg.md), with or without what came out of
 * it; what is not known yet may be missing.  Or a CSV of parties and seats (fil_partier.h), in
 * UTF-8 or as older spreadsheets write it.  Nothing is settled and nothing is stored: what is
 * read is the fields of the page.  What the page has no field for is a fault, for nothing may be
 * left out in silence.
 */
#ifndef APP_VALG_FIL_H
#define APP_VALG_FIL_H

#include "app/valg/skjema.h"
#include "web/html.h"

struct arena;

#define VALG_FIL_BYTES_MAX (256 * 1024)
#define VALG_FIL_FAULTS_MAX 20       /* more are not told                                 */
#define VALG_FIL_PATH_MAX 13000      /* bytes of an address: servers take 16 kB of head   */

struct valg_fil {
	struct arena *mem;
	enum lang lang;                         /* of the faults                     */
	const char *path;                       /* /valg/forholdsvalg?...            */
	const char *fault[VALG_FIL_FAULTS_MAX];      /* translated                        */
	size_t n_fault;
};

/* False: it has faults, and no path. */
bool valg_fil_read(struct valg_fil *, const char *bytes, size_t n);

/* Says what is wrong with the file; msgid with at most one %s and an argument for it. */
void valg_fil_fault(struct valg_fil *, const char *msgid, const char *arg);

/* fil_sak.c: the fields of a case.  In: all zero and "". */
void valg_fil_read_case(struct valg_fil *, const char *bytes, size_t n, struct skjema *);

#endif
