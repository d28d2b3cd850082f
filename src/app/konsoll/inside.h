/* inside.h - what the console's templates draw from. */
#ifndef APP_KONSOLL_INSIDE_H
#define APP_KONSOLL_INSIDE_H

#include "app/konsoll/konsoll.h"
#include "app/lerret/lerret.h"

struct console {
	struct scene sc;
	struct wall wall;               /* as the hall sees it                       */
	struct drawing d;               /* as the leader sees it                     */
	int64_t ms;                     /* the server's wall clock                   */
	size_t phones, walls;           /* seen lately; with an open stream          */
	int64_t joined;
	int64_t people;                 /* have answered, exactly                    */
	int late;                       /* minutes that the plan should move         */
	size_t n_waiting;               /* texts that wait for a verdict             */
	bool may_compare;               /* councillors beside administration         */
	const struct kept_round *kept;  /* still open though its item was left       */
	struct rows hands;              /* hender_i_runde of the round               */
};

/* A text that nobody has judged, where texts are held. */
bool console_waits(const struct console *, const struct tally_line *);

/* The first item of the day that is not folded away as done: the one before the one
 * under way, so that the eye keeps its place. */
size_t console_unfolded(const struct samling *, const struct day *);

/* Hands counted for a choice. */
int64_t console_hands(const struct console *, const char *value);

#endif
