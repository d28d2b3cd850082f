/* hjemmel.h - the sections something stands on, as links to our pages about them. */
#ifndef APP_VALG_HJEMMEL_H
#define APP_VALG_HJEMMEL_H

#include "rules/lov.h"
#include "web/html.h"

struct arena;

/* How many of the n provisions, from the first one on, are of the same section; n is not 0. */
size_t hjemmel_same(const enum lov *, size_t n);

/* "§ 7-7 andre og fjerde ledd", in the language, of n provisions of one section; with the act
 * before it unless it is kommuneloven.  And the page of that section. */
const char *hjemmel_text(struct arena *, enum lang, const enum lov *, size_t n);
const char *hjemmel_path(struct arena *, enum lov);

#endif
