/* fyll.h - a form of several questions, filled in as one person in a hall might.
 *
 * For forms with groups of radio buttons, lists to choose from or a second set of check
 * boxes.  From the entry in innhold/lillevik.json:
 *   "grupper"  a list of weights for each group of radio buttons, in their order
 *   "vekter"   weights of the check boxes "valg", or of what is to be put in order
 *   "ogsaa"    weights of the check boxes "ogsaa"
 *   "tekster"  one text for each of the first phones
 * What is missing is left to chance.
 */
#ifndef APP_LILLEVIK_FYLL_H
#define APP_LILLEVIK_FYLL_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct buf;

/* Is it such a form? */
bool fill_wanted(const char *form);

/* Adds the fields to an urlencoded body, as phone number `phone` answers. */
void fill_form(struct arena *, const char *form, const json_t *entry, size_t phone,
               uint64_t *seed, struct buf *body);

#endif
