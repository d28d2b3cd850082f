/* gruppe.h - group work: who sits where, who has the pen, what the groups have written.
 *
 * A division is made of the people who are here, by rules/gruppe/gruppe.h, and may be made anew
 * until it has been on the wall.  After that nobody is moved but by hand: who comes late
 * gets a place, who leaves just goes.  Without a roster the phones are divided, and a group
 * is a number.
 *
 * What a group writes is rows of `kort`, one a field, tied to the group and to nobody in
 * it.  The phone that has the pen may save; another of the group can take it over.
 *
 * The kind gruppearbeid (app/aktivitet/slag) is the row that calls this, and draws it.
 */
#ifndef APP_GRUPPE_GRUPPE_H
#define APP_GRUPPE_GRUPPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "app/aktivitet/aktivitet.h"
#include "web/page.h"

#define GROUPS_MAX 60
#define POINTS_MAX 5

struct group_member {
	int64_t id;                     /* navneliste.id                             */
	const char *name, *party;
	enum role role;
	bool locked;                    /* put there by hand                         */
};

struct group_point {
	int field;                      /* from 0                                    */
	const char *text, *folded;
	bool hidden;                    /* the leader keeps it off every screen      */
};

struct group {
	int nr;                         /* from 1                                    */
	const char *room;               /* "" : none                                 */
	enum role side;                 /* ROLE_ADMINISTRASJON: a group of theirs    */
	struct group_member *member;
	size_t n;                       /* those who left not counted                */
	size_t phones;                  /* without a name                            */
	const struct group_member *leader;      /* NULL: the group chooses           */
	bool youngest;                  /* ... and is the youngest of the group      */
	const void *pen;                /* deltaker.id; NULL: nobody has it          */
	const char *writer;             /* its name; "" : not known                  */
	struct group_point *point;
	size_t n_point;
};

/* activity.state of a gruppearbeid. */
struct division {
	bool made, shown;
	bool phones;                    /* of phones by number, without a roster     */
	int64_t seed, repeats;
	const char *broken;             /* JSON: rules that could not be kept        */
	struct group *group;
	size_t n;
};

/* Where it stands: activity.step.  In plenary each group has a step of its own. */
enum group_step {
	STEP_MAKE,                      /* not shown yet                             */
	STEP_SHOWN,
	STEP_ALONE,
	STEP_ROUND,
	STEP_AGREE,
	STEP_PLENARY                    /* and so many more as groups but one        */
};

/* drawing.view: what this reader may see. */
struct group_view {
	const struct division *div;
	bool staff;                     /* the console and the staff's report        */
	bool console;                   /* ... the console                           */
	bool own;                       /* one person's phone                        */
	bool open;                      /* the points are for everybody              */
	const struct group *now;        /* whose turn it is in plenary; NULL: all's,
	                                   as when the item has been left            */
	const struct group *mine;       /* of the phone; NULL: none yet              */
	const struct group_member *me;  /* NULL: a phone without a name              */
	bool pen;                       /* this phone has it                         */
	const char *saved;              /* changes with what its group has saved     */
	int64_t name;                   /* navneliste.id that the phone says; 0      */
	enum role role;                 /* of the phone, else ROLE_FOLKEVALGT        */
	const struct group_member *choice;      /* whom a nameless phone may be      */
	size_t n_choice;
	const struct group_member *late;        /* leaders: here, and in no group    */
	size_t n_late;
	size_t here;                    /* leaders: people a division would be of    */
	bool of_phones;                 /* leaders: ... who are phones               */
};

/* ---- reading (les.c, syn.c) ---- */

enum outcome groups_load(struct store *, struct arena *, struct activity *) MUST;
enum outcome groups_view(const struct asked *, const struct samling *,
                         const struct activity *, struct drawing *) MUST;

/* Group number nr; NULL: there is none. */
const struct group *group_nr(const struct division *, int64_t nr);
const struct group *group_of_name(const struct division *, int64_t name,
                                  const struct group_member **who);

/* ---- making (lag.c) ---- */

/* Makes the division, or makes it anew.  `seed` is that of the one that the caller saw, 0:
 * none.  OUTCOME_CONFLICT: another is there by now, or it has been on the wall.
 * OUTCOME_INVALID with *why a msgid. */
enum outcome groups_make(struct req *, const struct activity *, int64_t seed,
                         const char **why) MUST;

/* Gives everybody who is here and in no group a place, and moves nobody. */
enum outcome groups_place_late(struct req *, const struct activity *) MUST;
/* The same for the one on the roster, or for the phone when `name` is 0. */
enum outcome groups_place(struct req *, const struct activity *, int64_t name) MUST;

/* Puts one on the roster into a group by hand, and locks the place; group 0: unlocks it. */
enum outcome groups_move(struct req *, const struct activity *, int64_t name,
                         int64_t group) MUST;

/* ---- steps (gang.c) ---- */

const char *groups_step(struct arena *, enum lang, const struct activity *);
enum outcome groups_take_step(struct req *, const struct activity *) MUST;
const char *groups_step_back(struct arena *, enum lang, const struct activity *);
enum outcome groups_take_step_back(struct req *, const struct activity *) MUST;
/* Goes to a step, forwards or backwards; nothing is lost by it. */
enum outcome groups_go(struct req *, const struct activity *, int from, int to) MUST;

/* Is it time to write?  It begins with the talk, and what is written may be mended in
 * plenary. */
bool group_writes(const struct activity *);
/* The minutes of a step; 0: it has no clock. */
int group_minutes(const struct activity *, int step);
const char *group_step_name(int step);          /* msgid: "Tenk alene" */
/* Phases with no minutes are left out, plenary when nothing is written. */
bool group_has_step(const struct activity *, int step);

extern const struct kind_act group_acts[];
extern const struct page gruppe_pages[];

#endif
