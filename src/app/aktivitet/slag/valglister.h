/* valglister.h - the lists of an election as a secretary types them:
 *
 *	Arbeiderpartiet
 *	Kari Nordmann K
 *	Per Hansen M
 *
 *	Høyre og Venstre
 *	Ola Nilsen, M
 *
 * A list's own name comes first or after an empty line; the names stand below it, as
 * app/valg/navn.h reads them.  A list may be without names. */
#ifndef APP_AKTIVITET_SLAG_VALGLISTER_H
#define APP_AKTIVITET_SLAG_VALGLISTER_H

#include "rules/valg/valg.h"

struct arena;

#define VALGLISTER_MAX 20
#define VALGLISTER_LETTERS 60   /* of a list's name                             */
#define VALGLISTER_NAMES 100    /* on a list                                    */

/* false with *error a msgid.  A list without names has candidate NULL. */
bool valglister_read(struct arena *, const char *text, struct valg_list list[VALGLISTER_MAX],
                     size_t *n, const char **error);

#endif
