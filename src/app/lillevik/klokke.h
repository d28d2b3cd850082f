/* klokke.h - the wall clock of a server that is played against.  It goes as clocks do, and
 * leaps forward when the play says so: the days take a moment, and the report has the times
 * that they would have had.  It is shared with the server, a child of this process. */
#ifndef APP_LILLEVIK_KLOKKE_H
#define APP_LILLEVIK_KLOKKE_H

#include <stdint.h>

#include "lib/world.h"

struct play_clock;

/* Begins at `wall_ms` and goes `speed` times as fast as life.  NULL: no memory for it. */
struct play_clock *play_clock_new(int64_t wall_ms, double speed);
void play_clock_free(struct play_clock *);

/* The real world with this clock on its wall. */
struct world play_clock_world(struct play_clock *);

int64_t play_clock_now(const struct play_clock *);

/* Leaps to this moment; a clock that is past it goes on as it is. */
void play_clock_reach(struct play_clock *, int64_t wall_ms);

#endif
