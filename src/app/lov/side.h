/* side.h - what the templates of the sections ask. */
#ifndef APP_LOV_SIDE_H
#define APP_LOV_SIDE_H

#include "app/lov/lov.h"
#include "rules/lov.h"
#include "web/html.h"

/* The wording of a section, when it is loaded. */
struct lov_wording {
	const char **ledd;              /* clean text of one or more lines                   */
	size_t n;
	const char *changed, *loaded;   /* ISO dates; changed NULL: not known                 */
};

/* The line of a text that begins at *p, in mem, and *p at the next; NULL: no more. */
const char *lov_line(struct arena *, const char **p);

/* Is the provision the first of its section in the table? */
bool lov_is_first(enum lov);
bool lov_is_of(enum lov, enum lov_act, const char *section);
bool lov_obeys(enum rule, enum lov);

#endif
