/* valgoving.h - the elections to practise on (innhold/valg/), for an item of the agenda: the
 * lists and the seats, the task as what the hall is told, and to whoever leads the votes to
 * count and the answer.  Avtalevalg has no lists to vote on, and is left to the page. */
#ifndef APP_AKTIVITET_SLAG_VALGOVING_H
#define APP_AKTIVITET_SLAG_VALGOVING_H

#include "app/aktivitet/kind.h"

size_t valgovinger(void);
const char *valgoving_id(size_t);                       /* of what the editor fetches  */
const char *valgoving_title(size_t, enum lang);
struct fetched valgoving_fetch(json_t *config, enum lang, const char *id);  /* kind.h      */

#endif
