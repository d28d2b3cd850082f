/* sak.h - cases of impartiality from a file: read, held against the tree, answered.
 *
 * A case is a JSON object with "id" and "facts"; doc/habilitet.md shows every field.  The
 * answer has what the tree found (rules/habilitet/tre.h).  Where the body must assess, the
 * answer is "skjonn" with the factors, and where something is not known it says what to ask;
 * in neither case is anything concluded.
 */
#ifndef APP_HABILITET_SAK_H
#define APP_HABILITET_SAK_H

#include <jansson.h>
#include <stddef.h>

#include "app/saksfil/saksfil.h"

/* Calls `take` for every case of the file, in order; what it gets is gone when it returns.  A
 * file in which no case can be found, as an empty one, is one answer with an error. */
void habil_each(const char *bytes, size_t n, void (*take)(void *, const struct saksfil_answer *),
                void *);

#endif
