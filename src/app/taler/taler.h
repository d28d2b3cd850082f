/* taler.h - the rostrum: who speaks, who waits, the clock, and the time used.
 *
 * Two kinds share it: presentasjonsrunde, where the roster comes to the rostrum one after
 * another, and talerliste, where people ask for the floor.  Each who gets the floor is a step
 * of the item (aktivitet.h), so that two leaders who press "next" at once move it one step;
 * the clock of the step is the speaker's.
 *
 * Who has spoken for how long is kept only while the samling goes on, and shown only to
 * leaders: when it ends, taler_forget() leaves sums by role.
 */
#ifndef APP_TALER_TALER_H
#define APP_TALER_TALER_H

#include "app/aktivitet/aktivitet.h"
#include "app/samling/samling.h"
#include "rules/taler.h"

#define SPEAKER_NAME_MAX 80     /* letters of a name or a group that is typed      */

/* Somebody on the list: what rules/taler.h knows of is in rostrum.who[] at the same index. */
struct taler {
	int64_t name;                   /* navneliste.id; 0: typed                   */
	const char *said;               /* the name, or "Gruppe 3"                   */
	const char *party, *post;       /* of the roster; ""                         */
	const void *seat;               /* deltaker.id that asked; NULL: a leader did */
	int seconds;                    /* allowed                                   */
	int64_t left;                   /* ms, when its clock was stopped            */
};

/* activity.state of both kinds. */
struct rostrum {
	bool presents;                  /* a presentasjonsrunde                      */
	struct taler *row;
	struct speaker *who;            /* of the same indices                       */
	size_t n;
	size_t *queue, n_queue;         /* those who wait, in order                  */
	size_t now, last;               /* who speaks, who spoke before; NO_SPEAKER  */
	bool closed;                    /* a line is drawn: no more may ask          */
	bool sums_shown;                /* on the wall                               */
	bool roster;                    /* the samling has names on it               */
	struct speaker_sum kept[ROLE__MAX];     /* of what is forgotten              */
};

/* A name on the roster. */
struct roster_choice { int64_t id; const char *name, *party; enum role role; };

/* What the templates draw from: drawing.view. */
struct rostrum_view {
	const struct rostrum *list;
	int64_t samling;
	bool names;                     /* this reader may see who persons are       */
	bool staff;                     /* the console                               */
	struct speaker_sum sum[ROLE__MAX];
	/* the clock of who speaks */
	int64_t ends, total, left;      /* ends 0: it stands at `left`               */
	bool clock;                     /* there is one                              */
	/* of one phone */
	bool personal;
	enum role role;
	size_t mine, my_reply;          /* indices of places in the queue, or NO_SPEAKER */
	size_t my_place;                /* how many come before `mine`               */
	bool speaking;                  /* this phone's person has the floor         */
	const char *my_name;            /* NULL: must be asked                       */
	const struct roster_choice *choice;     /* names to choose from; the console: all */
	size_t n_choice;
};

/* ---- for the two kinds: the functions of struct kind ---- */

enum outcome rostrum_load(struct store *, struct arena *, struct activity *) MUST;
enum outcome rostrum_read(const struct asked *, const struct samling *,
                          const struct activity *, struct drawing *) MUST;
const char *rostrum_step(struct arena *, enum lang, const struct activity *);
enum outcome rostrum_take_step(struct req *, const struct activity *) MUST;
const char *rostrum_step_back(struct arena *, enum lang, const struct activity *);
enum outcome rostrum_take_step_back(struct req *, const struct activity *) MUST;
void rostrum_panel(struct out *, const struct drawing *);
void rostrum_phone(struct out *, const struct drawing *);
void rostrum_wall(struct out *, const struct drawing *);
void rostrum_result(struct out *, const struct drawing *);
extern const struct kind_act rostrum_acts[];

/* What the two have alike in their rows. */
#define ROSTRUM_ROW \
	.one_level = true, .level = LEVEL_OPEN, .clock = true, .load = rostrum_load, \
	.read = rostrum_read, .step = rostrum_step, .take_step = rostrum_take_step, \
	.step_back = rostrum_step_back, .take_step_back = rostrum_take_step_back, \
	.acts = rostrum_acts, .panel = rostrum_panel, .phone = rostrum_phone, \
	.wall = rostrum_wall, .result = rostrum_result

/* ---- for the rest of the house ---- */

/* An item, of whatever kind, is left at this time: a speech under way is stopped there, so
 * that who comes back finds its clock as it was. */
enum outcome taler_leave(struct store *, struct arena *, int64_t punkt, int64_t ms) MUST;

/* The samling has ended: of every speech only its role, its form and its time remain, added
 * up.  Needs RIGHT_LEADER, _CONTACT or _SYSTEM. */
enum outcome taler_forget(struct store *, struct arena *, int64_t samling) MUST;

#endif
