/* husk.h - what is remembered of open rounds between two drawings.
 *
 * Owned by struct site, in memory only.  Losing it (a restart) loses no answer: the
 * counters begin at what the database says.
 */
#ifndef APP_AKTIVITET_HUSK_H
#define APP_AKTIVITET_HUSK_H

#include <stdint.h>

#include "store/store.h"

struct memory;

struct memory *memory_new(void);
void memory_free(struct memory *);

/* Answers accepted in this round since the program started, changed ones too. */
void memory_accepted(struct memory *, int64_t round);
int64_t memory_count(const struct memory *, int64_t round);

/* The groups of answers as they were when `step` people had answered; kept until
 * the step is passed, so that the hall never sees one single answer arrive. */
const struct rows *memory_groups(const struct memory *, int64_t round, int64_t step);
const struct rows *memory_keep(struct memory *, int64_t round, int64_t step,
                               const struct rows *);

#endif
