/* finn.h - how a provision is found on /lov: by the chapter it is in, or by what somebody writes.
 *
 * What the chapters are about is said in our own words; an act that has no row in the table of
 * finn.c, or whose sections have no chapter in their number ("6" of forvaltningsloven), is shown
 * without chapters.
 */
#ifndef APP_LOV_FINN_H
#define APP_LOV_FINN_H

#include <stdbool.h>

#include "rules/lov.h"
#include "web/html.h"

struct arena;

/* "Kapittel 11: Møter og vedtak"; NULL: the section is in no chapter that has a name. */
const char *finn_chapter(struct arena *, enum lang, enum lov);

/* Are both of one act, and of one chapter of it?  What has no named chapter is together. */
bool finn_same_chapter(enum lov, enum lov);

/* The first sentence of what it says now. */
const char *finn_gist(struct arena *, enum lang, enum lov);

/* Where the provision stands on the page of its section. */
const char *finn_path(struct arena *, enum lov);

/* Is this the number of its section ("11-3", "§ 11-3"), or a part of what it says now in either
 * language?  Case does not count.  In: clean text; "" fits nothing. */
bool finn_fits(struct arena *, enum lov, const char *sought);

#endif
