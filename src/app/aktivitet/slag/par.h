/* par.h - kinds whose choices are made of two things, and answers that name several. */
#ifndef APP_AKTIVITET_SLAG_PAR_H
#define APP_AKTIVITET_SLAG_PAR_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#include "app/aktivitet/kind.h"

struct arena;

/* Choices that say two things are stored as pairs: "2=5" is statement 2 and value 5, both
 * counted from 1 and up to these. */
#define PAIR_FIRST 8
#define PAIR_SECOND 12
const char *pair_value(size_t first, size_t second);
bool pair_read(const char *value, size_t *first, size_t *second);
/* A text as it is stored beside pairs: one that looks like a pair, of whatever numbers, stands
 * in «» and can be taken for none, also when the config has grown. */
const char *not_a_pair(struct arena *, const char *text);

/* The labels of choices that are made of several texts: words() keeps them in the config, in
 * the order of choice(), which finds them again; without them, before words(), a label is
 * `otherwise`. */
void config_label_add(json_t *config, const char *label);
const char *config_label(const json_t *config, size_t i, const char *otherwise);

/* The choices that an answer names, one a line and in their order; "" when it names none, and
 * NULL when one of them does not exist. */
const char *answer_choices(struct arena *, const struct activity *, size_t stage,
                           const struct answer_form *);
/* The same, or NULL with *error: `none` (a msgid) when it names none, and our words when one of
 * them does not exist. */
const char *answer_chosen(struct arena *, const struct activity *, size_t stage,
                          const struct answer_form *, const char *none, const char **error);
/* The same of somebody who may choose up to `most`. */
const char *answer_up_to(struct arena *, const struct activity *, size_t stage,
                         const struct answer_form *, size_t most, const char **error);
/* How many lines of an answer are pairs with this first part. */
size_t answer_pairs(const struct answer_form *, size_t first);

#endif
