/* regelstoff.h - what the files of innhold/ that this feature shows have in common.
 *
 * The files are inside the program and ours, nb and nn beside each other: what is missing in one
 * is a bug, and ends the program with the name of what is missing (test_styring reads them all).
 */
#ifndef APP_REGLER_REGELSTOFF_H
#define APP_REGLER_REGELSTOFF_H

#include <jansson.h>
#include <stddef.h>

#include "rules/lov.h"
#include "web/html.h"

struct arena;

/* The caller lets it go with json_decref().  `name` is for the message. */
json_t *regelstoff_open(const char *name, const unsigned char *text, size_t n);

/* The text of a field, in mem; regelstoff_words() of the field "nb" or "nn". */
const char *regelstoff_text(struct arena *, const json_t *, const char *name);
const char *regelstoff_words(struct arena *, enum lang, const json_t *);

/* Keys of the table of sections ("KOML_11_3_1"), as provisions in the order of the table. */
size_t regelstoff_lov(struct arena *, const json_t *keys, const enum lov **out);

#endif
