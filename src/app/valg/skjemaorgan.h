/* skjemaorgan.h - the bodies that a form lets one choose among, and what to know of each before
 * it is elected.
 *
 * One row a choice on the page.  What the act says of the body is rules/valg/organ.h.
 */
#ifndef APP_VALG_SKJEMAORGAN_H
#define APP_VALG_SKJEMAORGAN_H

#include "rules/valg/organ.h"

struct valg_organ {
	const char *key;        /* in addresses                                      */
	enum organ organ;
	const char *name;       /* msgid: "formannskap"                              */
	const char *definite;   /* msgid: "formannskapet"                            */
	const char *note;       /* msgid                                             */
};

extern const struct valg_organ valg_organer[];  /* ends with a NULL key            */

const struct valg_organ *valg_organ_find(const char *key);      /* NULL: none       */

#endif
