/* person_scene.h - somebody who has left a trace in everything. */
#ifndef TEST_PERSON_SCENE_H
#define TEST_PERSON_SCENE_H

#include "samling_scene.h"

#include "app/person/person.h"

#define DAY (INT64_C(24) * 3600 * 1000)

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

/* Everything that has been kept long enough goes.  The samling of the scene is 15 and 16
 * January 2027: its texts on 16 February. */
struct tidied tidy(struct scene *);

/* So many answers to a round. */
void words(struct scene *, int64_t round, const char *word, int n);

/* Does it stand in any file of the site? */
bool on_disk(struct scene *, const char *text);

#endif
