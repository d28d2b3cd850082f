/* person_scene.h - somebody who has left a trace in everything. */
#ifndef TEST_PERSON_SCENE_H
#define TEST_PERSON_SCENE_H

#include "samling_scene.h"

/* Kari on the list, on a phone, in a group, at the rostrum, with a named answer in a round
 * that is over and one in a round that is open. */
struct kari { int64_t name, closed, open; };
struct kari kari_comes(struct scene *);

/* A round of a new question with one answer counted. */
int64_t asked(struct scene *, enum level, enum round_phase);

struct store *store_of(struct scene *);

/* A request of RIGHT_SYSTEM. */
void begin(struct scene *, bool reads);
void end(struct scene *, bool keep);

#endif
