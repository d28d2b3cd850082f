/* gruppe_scene.h - thirty-five people in Lillevik, three group works, and two who lead. */
#ifndef TEST_GRUPPE_SCENE_H
#define TEST_GRUPPE_SCENE_H

#include "site_help.h"

#define COUNCILLORS 27
#define PEOPLE 35

enum { KARI, OLA, PER = PEOPLE };

extern struct hall {
	struct site_test *t;
	int64_t s, work[3];             /* items                                     */
	int64_t name[PEOPLE + 1];       /* navneliste.id; the last is for Per        */
	struct browser anna, bo;        /* lead together                             */
	struct browser kari, anne;      /* phones; Kari has said her name            */
} h;

int hall_open(void **state);
int hall_close(void **state);
#define T(name) cmocka_unit_test_setup_teardown(name, hall_open, hall_close)

/* The oppsett, with more fields at its end. */
const char *config_of(const char *more);
int64_t add_name(const char *name, int nr);
/* A new phone that says the name. */
struct browser phone_of(int64_t name);

/* A button of the console, seen at a step; `lead` as Anna, now, and it must be taken. */
struct answer press_as(struct browser *, int64_t item, int64_t step, const char *act);
void lead(int64_t item, const char *act);
int64_t step_of(int64_t item);
void go_to(int64_t item);
void next(int times);

/* A phone's act with the texts of two fields, on the first work. */
struct answer does(struct browser *, const char *act, const char *one, const char *two);
struct answer does_to(struct browser *, int64_t item, const char *act, const char *one,
                      const char *two);

const char *sees(struct browser *);             /* its page                          */
const char *wall(void);
const char *console(void);

int64_t group_of(int64_t item, int64_t name);
const char *places(int64_t item);               /* everybody's group, to compare     */
const char *seed_of(int64_t item);
const char *group_page(int64_t item, const char *rest);

#endif
