/* regelkort.h - the cards of the council's rules: innhold/regler/, inside the program.
 *
 * A card says one rule in a few lines, and which sections it stands on.  What the acts say and
 * what only a municipality's own reglement can say are kept apart: `point` and `local`.  A card
 * of no section is one about local rules, and says so.  Read anew each time into the arena; the
 * files are ours, so what is wrong in them is a bug and ends the program (test_regler_kort).
 */
#ifndef APP_REGLER_REGELKORT_H
#define APP_REGLER_REGELKORT_H

#include <stdbool.h>
#include <stddef.h>

#include "rules/lov.h"
#include "web/html.h"

struct arena;
struct lokal_key;

/* In the order of the page; each is a file. */
enum regeltema {
	TEMA_SAKSLISTE, TEMA_MOETE, TEMA_AAPENHET, TEMA_MEDLEM, TEMA_STYRING, TEMA_KONTROLL,
	TEMA_OEKONOMI, TEMA_PLAN, TEMA__MAX
};

extern const struct regeltema_info {
	const char *slug;               /* "saksliste"                               */
	const char *name, *about;       /* msgids                                    */
	const unsigned char *text;      /* the file                                  */
	const size_t *n;
} regeltemaer[TEMA__MAX];

struct regelkort {
	const char *id;                 /* "en-tredel"                               */
	enum regeltema tema;
	bool only_local;                /* `point` too is up to the municipality     */
	const char *title, *brief;      /* in the language; brief: one sentence      */
	const char **point;             /* what the sections say                     */
	size_t n_point;
	const char **local;             /* what reglementet may say                  */
	size_t n_local;
	const char **talk;              /* for who leads: what to ask the hall       */
	size_t n_talk;
	const enum lov *lov;            /* in the order of the table                 */
	size_t n_lov;
	const char *checked;            /* the oldest day of them; NULL: no section  */
	const struct lokal_key **key;   /* the local rules it hangs on               */
	size_t n_key;
	const char *calculator;         /* "/regler/regn/tredel"; "": none           */
};

/* All cards, in the order of the themes. */
size_t regelkort_all(struct arena *, enum lang, const struct regelkort **out);

/* Those of a theme. */
size_t regelkort_of(struct arena *, enum lang, enum regeltema, const struct regelkort **out);

bool regelkort_exists(const char *id);

/* NULL: there is none. */
const struct regelkort *regelkort_find(struct arena *, enum lang, const char *id);

#endif
