/* dilemmaer.h - the library of dilemmas: innhold/dilemma, in both forms of Norwegian.
 *
 * The editor fills its form with one; what is stored in the samling is the samling's own from
 * then on.  Read at first use and kept while the program runs; a file that cannot be read is a
 * bug and ends the program. */
#ifndef APP_AKTIVITET_SLAG_DILEMMAER_H
#define APP_AKTIVITET_SLAG_DILEMMAER_H

#include <jansson.h>
#include <stddef.h>

#include "app/aktivitet/kind.h"
#include "web/html.h"

size_t dilemmas(void);                  /* how many there are; they are numbered from 0 */
const char *dilemma_id(size_t);
const char *dilemma_title(size_t, enum lang);

/* Puts a whole "oppsett" of the kind into the config; with its title, and a note to who leads.
 * An unknown id: nothing. */
struct fetched dilemma_fetch(json_t *config, enum lang, const char *id);

#endif
