/* hjemmel.h - the sections a rule stands on, as links to our pages about them. */
#ifndef APP_VALG_HJEMMEL_H
#define APP_VALG_HJEMMEL_H

#include "rules/lov.h"
#include "web/html.h"

struct arena;

/* "kommuneloven § 7-7 andre ledd", in the language; and the page of the section. */
const char *hjemmel_text(enum lang, enum lov);
const char *hjemmel_path(struct arena *, enum lov);

#endif
