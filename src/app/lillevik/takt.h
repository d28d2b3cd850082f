/* takt.h - when the facilitator presses "next": about as the programme says, some minutes
 * before or after, as in life.  The same seed gives the same days. */
#ifndef APP_LILLEVIK_TAKT_H
#define APP_LILLEVIK_TAKT_H

#include <jansson.h>
#include <stdint.h>

struct play_clock;

struct pace {
	struct play_clock *clock;       /* NULL: the server's clock is its own       */
	uint64_t seed;
	int late;                       /* minutes behind the programme              */
	int64_t ends;                   /* when the item under way should be over    */
	int64_t pressed;                /* the key, last                             */
	int64_t waits;                  /* likewise, a step of it; 0: no time is set */
};

/* Moves the clock to the next press.  `report` is the report as data, so far; `label` is
 * what the key says that it does. */
void pace_press(struct pace *, const json_t *report, const char *label);

#endif
