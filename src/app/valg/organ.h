/* organ.h - the bodies that a council elects, as the election page knows them.
 *
 * One row a body.  Smallest sizes: kommuneloven §§ 5-6, 5-7, 23-1; an arbeidsutvalg has
 * none of its own.  council_only: only members of the council can be elected, so
 * gender goes as far as possible (§§ 7-5, 7-6, 7-7).
 */
#ifndef APP_VALG_ORGAN_H
#define APP_VALG_ORGAN_H

#include <stdbool.h>
#include <stddef.h>

struct valg_organ {
	const char *key;        /* in addresses and files                            */
	const char *name;       /* msgid                                             */
	const char *definite;   /* msgid: "formannskapet"                            */
	const char *note;       /* msgid: what to know before it is elected          */
	size_t least;           /* members                                           */
	bool council_only;
};

extern const struct valg_organ valg_organer[];  /* ends with a NULL key            */

const struct valg_organ *valg_organ_find(const char *key);      /* NULL: none       */

#endif
