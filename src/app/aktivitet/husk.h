/* husk.h - what is remembered of open rounds between two drawings.
 *
 * Owned by struct site, in memory only.  Losing it (a restart) loses no answer: the
 * counters begin at what the database says, and the next picture has some answers more.
 */
#ifndef APP_AKTIVITET_HUSK_H
#define APP_AKTIVITET_HUSK_H

#include <stdint.h>

#include "store/store.h"

struct memory;
struct ordsky;

struct memory *memory_new(void);
void memory_free(struct memory *);

/* Answers accepted in this round since the program started, changed ones too. */
void memory_accepted(struct memory *, int64_t round);
int64_t memory_count(const struct memory *, int64_t round);

/* How many have answered, at most; -1: not known.  It may be too many, when an answer was
 * changed, so whoever would act on it counts first.  After a turn that could not be saved
 * nothing is known of any round: a step of the counter would be passed unseen. */
int64_t memory_people(const struct memory *, int64_t round);
void memory_people_set(struct memory *, int64_t round, int64_t people);
void memory_people_forget(struct memory *);

/* The groups of answers as they were when `people` had answered; kept until so many
 * more have answered that the hall does not see one single answer arrive. */
struct remembered_groups {
	int64_t people;
	struct rows rows;       /* the memory's own                                   */
};
/* How many answers may have been in a picture that is no longer remembered: none in a round
 * that was opened since the program started (the first says so), else as many as there
 * were, `phones`, when this was asked first. */
void memory_opened(struct memory *, int64_t round);
int64_t memory_floor(struct memory *, int64_t round, int64_t phones);
const struct remembered_groups *memory_groups(const struct memory *, int64_t round);
const struct remembered_groups *memory_keep(struct memory *, int64_t round, int64_t people,
                                            const struct rows *);

/* Where the words or cards of a round's picture stood when it was last drawn, so that
 * they stay there when it grows; for a list only the order counts.  NULL: not drawn. */
const struct ordsky *memory_picture(const struct memory *, int64_t round);
void memory_picture_keep(struct memory *, int64_t round, const struct ordsky *);

#endif
