/* lerret.h - the wall: what the hall sees.
 *
 * A page of five sections that the stream replaces: #topp (kind, stage, question), #flate
 * (what the kind draws), #side (how to join, clock, how many have answered), #fot and #svart.
 * It is drawn as READER_HALL with RIGHT_WALL, also for leaders, so that nothing that is hidden
 * is among its bytes.  Its language is the samling's, whoever opened it.
 *
 * Where the page is held by somebody who may lead (a leader, or a link with a clicker), it
 * has a form whose buttons the keys press; app/fjern answers it.
 */
#ifndef APP_LERRET_LERRET_H
#define APP_LERRET_LERRET_H

#include <stdbool.h>
#include <stdint.h>

#include "app/aktivitet/aktivitet.h"
#include "app/samling/samling.h"
#include "web/page.h"

struct buf;
struct live_key;

enum wall_mode {
	WALL_BLACK,             /* only the samling's name, on calm dark             */
	WALL_WELCOME,           /* nothing begun today: code and programme           */
	WALL_ITEM,
	WALL_DAY_OVER,          /* no item under way any more today                  */
	WALL_ENDED
};

struct wall {
	enum wall_mode mode;
	const struct samling *s;
	const struct item *now;         /* NULL: nothing under way                   */
	const struct item *coming;      /* NULL: nothing more                        */
	const struct activity *a;       /* of `now`                                  */
	const struct round *round;      /* its newest, or NULL                       */
	struct drawing d;
	int64_t ms;                     /* the server's wall clock                   */
	int64_t people;                 /* answered, as may be said aloud            */
	struct way_in way;
};

extern const struct page lerret_pages[];

/* Any of the rights that samling_read() and activity_read() take. */
enum outcome wall_read(struct site *, struct arena *, int64_t samling, struct wall *) MUST;

/* All sections, for the stream and as the reply to a key. */
struct html wall_sections(struct arena *, const struct wall *);
bool wall_draw(struct site *, const struct live_key *, struct arena *, struct buf *html,
               int64_t *version);

/* #topp and #flate without their sections: the small wall on the console. */
void wall_small(struct out *, const struct wall *);

/* What more than the wall says: "I rute" or by how much not, "· del 2 av 3", the code in
 * two halves. */
void wall_pace(struct out *, const struct samling *);
void wall_stage(struct out *, const struct activity *, const struct round *);
void wall_code(struct out *, const char *code);

/* The item that begins when "next" leaves the one under way, on whatever day; NULL when
 * the programme is through. */
const struct item *wall_coming(const struct samling *);
/* Something has been led today, and nothing is under way: the day has been ended. */
bool wall_day_over(const struct samling *);

/* What somebody saw of a round when they pressed a key. */
enum seen {
	SEEN_NONE = 0,          /* no round                                          */
	SEEN_OPEN = 1,
	SEEN_CLOSED = 2,
	SEEN_SHOWN = 3,         /* closed, and its result on the wall                */
	SEEN__MAX
};
/* That and the step of what is under way, as one number for the field "fase"; NULLs: none. */
int scene_seen(const struct activity *, const struct round *);

/* What is left of a countdown: "02:41". */
char *clock_left(struct arena *, int64_t ms);

/* Whose stream it is, for live_watch() and live_close(): of the link in the path, else of
 * the login. */
uint64_t screen_of(const struct req *);

#endif
