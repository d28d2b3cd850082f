/* leder.h - a facilitator that is a program: opens the console by its link, reads what the
 * page says, and presses "next". */
#ifndef APP_LILLEVIK_LEDER_H
#define APP_LILLEVIK_LEDER_H

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

struct arena;
struct client;
struct client_line;

struct leader {
	struct client_line *line;
	const char *cookie;
	const char *console;            /* its path                                 */
	const char *report;             /* likewise, without .json                  */
};

/* What the console's form says is under way; 0: nothing. */
struct led {
	int64_t item, round;
	int phase;                      /* of the round: enum seen, 1 is open       */
};

/* `link` is the path of a LINK_CONSOLE.  False: *why tells, static. */
bool leader_enter(struct leader *, struct client *, struct arena *, const char *link,
                  int64_t samling, const char **why);

/* Reads the console and presses "next".  False: there is no such button, or the press was
 * not taken. */
bool leader_next(struct leader *, struct arena *);
bool leader_look(struct leader *, struct arena *, struct led *);

/* What the "next" button is called now, in the arena; "" if there is none. */
const char *leader_label(struct leader *, struct arena *);

/* Presses another button of the console, with `text` in the field of its form.  False: as
 * leader_next(). */
bool leader_press(struct leader *, struct arena *, const char *act, const char *text);

/* The console as a page; "" if it cannot be had. */
const char *leader_page(struct leader *, struct arena *);

/* The first act with a button on the console that begins so, in the arena; or NULL. */
const char *leader_act(struct leader *, struct arena *, const char *start);

/* The report as data (new reference), or NULL. */
json_t *leader_report(struct leader *, struct arena *);

/* The status of a path of the report: "", ".csv", ".json". */
int leader_fetch(struct leader *, struct arena *, const char *ending);

#endif
