/* hjemmel.h - the sections a rule stands on, as links to our pages about them. */
#ifndef APP_VALG_HJEMMEL_H
#define APP_VALG_HJEMMEL_H

#include "rules/lov.h"
#include "web/html.h"

struct arena;

/* How many of the rule's provisions, from the first one on, are of the same section. */
size_t hjemmel_same(enum rule, size_t first);

/* "§ 7-7 andre og fjerde ledd", in the language, of n provisions of one section; with the act
 * before it unless it is kommuneloven.  And the page of that section. */
const char *hjemmel_text(struct arena *, enum lang, enum rule, size_t first, size_t n);
const char *hjemmel_path(struct arena *, enum rule, size_t first);

#endif
