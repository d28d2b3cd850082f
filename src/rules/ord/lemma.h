/* lemma.h - one word: which known words it is made of, or nearly. */
#ifndef RULES_ORD_LEMMA_H
#define RULES_ORD_LEMMA_H

#include <stdbool.h>
#include <stddef.h>

#include "rules/ord/liste.h"

struct arena;

#define LEMMA_PARTS 4
#define LEMMA_BYTES 80          /* longer words are not taken apart */

struct lemma {
	const struct ord_entry *part[LEMMA_PARTS];
	size_t n;               /* 0: not known                     */
};

/* The known words that `word` (folded, letters only) is made of, the last with an ending:
 * as few as can be.  With `nearly`, also what it is a misspelling of. */
struct lemma lemma_of(const char *word, bool nearly);

/* What all spellings of the word have in common: the heads of its parts, joined. */
const char *lemma_text(struct arena *, const struct lemma *);

/* The same of a word that is not known. */
const char *lemma_unknown(struct arena *, const char *word);

#endif
