/* styring.h - who decides: the two ways of governing beside each other, and everyday decisions.
 *
 * innhold/styringsformer.json and innhold/avgjoerelser.json, in our own words, each with the
 * sections it stands on.  What hangs on the municipality's own delegation says so.  Everything
 * lives in the arena.
 */
#ifndef APP_REGLER_STYRING_H
#define APP_REGLER_STYRING_H

#include <stddef.h>

#include "rules/lov.h"
#include "web/page.h"

struct styring_cell {
	const char *text;
	const enum lov *lov;
	size_t n_lov;
};

struct styring_row {
	const char *topic;
	struct styring_cell formannskap, parlament;
};

/* In the order of the page. */
enum avgjoer {
	AVGJOER_KOMMUNESTYRET, AVGJOER_ORGANET, AVGJOER_ADMINISTRASJONEN, AVGJOER_DELEGERT,
	AVGJOER_ANDRE, AVGJOER__MAX
};

extern const struct avgjoer_info {
	const char *key;                /* "hvem" of the file, and the id on the page */
	const char *name, *about;       /* msgids                                     */
} avgjoer_infos[AVGJOER__MAX];

struct avgjoerelse {
	enum avgjoer who;
	const char *matter;             /* "Ansette en rektor"                        */
	struct styring_cell answer;
};

size_t styring_rows(struct arena *, enum lang, const struct styring_row **out);
size_t avgjoerelser(struct arena *, enum lang, const struct avgjoerelse **out);

enum outcome styringsformer_page(struct req *) MUST;
enum outcome avgjoer_page(struct req *) MUST;

#endif
