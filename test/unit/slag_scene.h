/* slag_scene.h - one item of a kind in Lillevik's day, and what each screen says of it. */
#ifndef TEST_SLAG_SCENE_H
#define TEST_SLAG_SCENE_H

#include "konsoll_scene.h"

/* A new item of day 1, under way; not opened.  `config` is as kind_setup() gives it. */
int64_t item_under_way(struct day_scene *, const char *kind, const char *title,
                       const char *config);

/* A phone answers with one field, or two (the second name NULL: one); returns the status. */
int phone_answers(struct day_scene *, size_t phone, const char *name, const char *value,
                  const char *name2, const char *value2);

const char *phone_page(struct day_scene *, size_t phone);
const char *console_of(struct day_scene *);
const char *report_of(struct day_scene *);              /* as Anna reads it        */
const char *hall_report_of(struct day_scene *);         /* released, as a phone does */

#endif
