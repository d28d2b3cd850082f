/* konsoll_scene.h - a day in Lillevik with two leaders, a wall, a remote and phones. */
#ifndef TEST_KONSOLL_SCENE_H
#define TEST_KONSOLL_SCENE_H

#include "site_help.h"

#define HALL 8

struct day_scene {
	struct site_test *t;
	int64_t samling, welcome, vote, words, second;   /* items; `second` is of day 2 */
	struct browser anna, bo;                         /* lead together               */
	struct browser stranger;
	struct browser phone[HALL];
	const char *wall, *clicker, *remote;             /* secrets                     */
};

struct day_scene day_open(void);

/* What a screen shows of the moment: the hidden fields of a console, remote or wall. */
struct moment { const char *sett, *runde, *fase; };
struct moment moment_of(struct day_scene *, const char *body);
struct moment moment_now(struct day_scene *);            /* from Anna's console */

/* Presses a button of the console as it stood at that moment. */
struct answer press(struct day_scene *, struct browser *, struct moment, const char *act);
/* As Anna, now; the press must be taken. */
void lead(struct day_scene *, const char *act);

/* All phones answer the open round with this field. */
void hall_answers(struct day_scene *, const char *field, const char *value);

/* What the wall is told, by its page and by its stream. */
const char *wall_page_of(struct day_scene *);
const char *wall_stream_of(struct day_scene *);

#endif
