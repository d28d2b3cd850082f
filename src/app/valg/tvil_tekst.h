/* tvil_tekst.h - the open questions of rules/valg/tvil.h as people read them.
 *
 * Which pages ask them: doc/valg.md.  All texts are msgids.
 */
#ifndef APP_VALG_TVIL_TEKST_H
#define APP_VALG_TVIL_TEKST_H

#include "rules/valg/tvil.h"
#include "web/html.h"

struct arena;

struct tvil_words {
	const char *question;
	const char *reading[TVIL_READINGS];     /* in the order of the row            */
	const char *why;                        /* the default is what it is, or there is none */
};

const struct tvil_words *tvil_words(enum tvil);         /* not TVIL_NONE              */

/* "kommuneloven § 7-6": what the question is about. */
const char *tvil_sections(struct arena *, enum lang, enum tvil);

/* What the protocol says of it: the question, the reading followed, and the sections. */
const char *tvil_followed(struct arena *, enum lang, enum tvil, size_t reading);

/* The reading that is followed when somebody has chosen, or nobody has: TVIL_ASK if none. */
size_t tvil_reading_of(enum tvil, size_t chosen);

#endif
