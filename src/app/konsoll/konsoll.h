/* konsoll.h - how a samling is led: what is under way, what the keys do, and the console.
 *
 * Everything a leader does while the day runs is one act of the table in styr.c, posted with
 * what the person saw.  The console, the remote and a wall with a clicker post to addresses of
 * their own, and answer with their own sections; the acts are the same.
 */
#ifndef APP_KONSOLL_KONSOLL_H
#define APP_KONSOLL_KONSOLL_H

#include <stdbool.h>
#include <stdint.h>

#include "app/aktivitet/aktivitet.h"
#include "app/samling/samling.h"
#include "rules/gang.h"
#include "web/page.h"

struct buf;
struct live_key;

/* What the one "next" key does now. */
enum key {
	KEY_NOTHING,
	KEY_START,              /* the first item, of the first day or of the next   */
	KEY_STEP,               /* what the kind's step() says                       */
	KEY_OPEN,               /* a round: scene.stage, scene.nr                    */
	KEY_CLOSE,
	KEY_SHOW,
	KEY_ITEM,               /* to scene.coming                                   */
	KEY_END_DAY,
	KEY_END                 /* the samling; only leaders may                     */
};

/* What is under way, and what the two keys would do. */
struct scene {
	const struct samling *s;
	const struct item *now;         /* NULL: nothing under way                   */
	const struct item *coming;      /* NULL: the programme is through            */
	const struct item *previous;    /* where "back" goes else, or NULL           */
	const struct activity *a;       /* of `now`                                  */
	const struct round *round;      /* its newest, or NULL                       */
	enum key key;
	size_t stage;
	int nr;
	bool steps_back;                /* "back" does what the kind's step_back() says */
	bool hides;                     /* ... else takes the result off the wall    */
};

/* `rights`: with RIGHT_LEADER the items have their notes. */
enum outcome scene_read(struct site *, struct arena *, int64_t samling, uint32_t rights,
                        struct scene *) MUST;

/* What the keys do, in words: "Åpne for svar", "Gå til neste: Lunsj".  Back may be NULL. */
const char *scene_next_label(struct arena *, enum lang, const struct scene *);
const char *scene_back_label(struct arena *, enum lang, const struct scene *);

/* The fields of every page that takes acts. */
#define STYR_TEXT_MAX 2000
#define STYR_FIELDS \
	FIELD_TOKEN, { "handling", FIELD_TEXT, .required = true, .max = 1100 }, \
	{ "sett", FIELD_INT, .min = 0, .max = INT64_MAX }, \
	{ "runde", FIELD_INT, .min = 0, .max = INT64_MAX }, \
	{ "fase", FIELD_INT, .min = 0, .max = INT32_MAX }, \
	{ "tekst", FIELD_LINES, .max = STYR_TEXT_MAX }, { "hender", FIELD_MANY, .max = 5 }

/* Does what the posted form asks for, if `rights` cover it (FORBIDDEN else).  *late: what
 * the person saw is no longer so, and nothing was done.  OUTCOME_INVALID: r->form tells. */
enum outcome styr(struct req *, uint32_t rights, bool *late) MUST;

extern const struct page konsoll_pages[];

bool konsoll_draw(struct site *, const struct live_key *, struct arena *, struct buf *html,
                  int64_t *version);

#endif
