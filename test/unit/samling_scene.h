/* samling_scene.h - a samling in Lillevik and one who leads it. */
#ifndef TEST_SAMLING_SCENE_H
#define TEST_SAMLING_SCENE_H

#include "site_help.h"

struct scene {
	struct site_test *t;
	int64_t s;
	struct browser leader;
};

struct scene scene_open(enum samling_phase);

/* "/samling/1/om"; "/samling/1/punkt/2/slett" */
const char *at(struct scene *, const char *rest);
const char *at_item(struct scene *, int64_t item, const char *rest);

/* The titles of a day in their order: "ABC". */
const char *order(struct scene *, int day);

void assert_has(const struct answer *, const char *text);

#endif
