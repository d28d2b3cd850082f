/* bokstav.h - letters: written without Norwegian keys, and how far from each other. */
#ifndef RULES_ORD_BOKSTAV_H
#define RULES_ORD_BOKSTAV_H

#include <stddef.h>
#include <stdint.h>

#define PLAIN_MOST 96

struct plain {
	char text[PLAIN_MOST];  /* æ and ae are e, ø and oe o, å and aa a      */
	size_t n;
};

/* NUL-terminated; of at most PLAIN_MOST - 1 letters, the rest is left out. */
struct plain plain_of(const char *, size_t bytes);

uint32_t plain_letters(const char *, size_t n);         /* as ord_entry.letters */

#define PLAIN_LEAST 5           /* shorter words are never misspelt     */
#define PLAIN_FAR 9

/* How many slips lie between a word and a misspelling of it, PLAIN_FAR: they are two words.
 * First and last letter are the same.  From 5 letters: two in a row swapped, one doubled or
 * not; from 7: one more or gone; from 9: the key beside it; from 12: two of these. */
size_t plain_misspelt(const char *a, size_t na, const char *b, size_t nb);

#endif
