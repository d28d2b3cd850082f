/* kort_scene.h - cards in Lillevik: an item, what the hall writes, and what leaders press. */
#ifndef TEST_KORT_SCENE_H
#define TEST_KORT_SCENE_H

#include "konsoll_scene.h"

#define RULES "{\"spoersmaal\":\"Hvilke kjøreregler vil vi ha?\",\"samle\":%s,\"tegn\":160," \
	"\"svar\":3,\"prikker\":3,\"totredel\":%s,\"oppfoelging\":%s}"

extern struct day_scene d;
extern int64_t item;            /* the one with the cards */

int open_scene(void **state);
int close_scene(void **state);
#define T(name) cmocka_unit_test_setup_teardown(name, open_scene, close_scene)

/* A kjoereregler; does the hall write, do two thirds adopt, is it a follow-up. */
int64_t rules_item(const char *title, const char *collect, const char *carried,
                   const char *follow);
int64_t a_card(const char *text);               /* put into `item` */
int64_t card(const char *text);                 /* the one that says this */

const char *console(void);
const char *phone_page(size_t i);

/* "kort_sammen %lld %lld" as Anna, which must be taken. */
#define ACT(...) lead(&d, site_path(d.t, __VA_ARGS__))
void go_to(int64_t to);

const char *round_now(void);
const char *num(int64_t);
/* Up to three values of one field. */
struct answer phone_sends(size_t i, const char *field, const char *one, const char *two,
                          const char *three);

/* An item of ground rules under way; five lines have been written, and shown. */
void the_hall_writes(void);

#endif
