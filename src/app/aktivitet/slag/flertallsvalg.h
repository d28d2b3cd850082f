/* flertallsvalg.h - ordfører, varaordfører or a leader is elected in the meeting. */
#ifndef APP_AKTIVITET_SLAG_FLERTALLSVALG_H
#define APP_AKTIVITET_SLAG_FLERTALLSVALG_H

#include "app/aktivitet/slag/valg.h"
#include "rules/valg/flertall.h"

enum flertallsvalg_step {
	FLERTALLSVALG_CANDIDATES,
	FLERTALLSVALG_COUNT,
	FLERTALLSVALG_FIRST,            /* what the first vote gave                       */
	FLERTALLSVALG_COUNT_AGAIN,
	FLERTALLSVALG_SECOND
};

struct flertallsvalg_office { const char *key, *name; };        /* name: msgid        */
extern const struct flertallsvalg_office flertallsvalg_offices[];       /* NULL ends  */

/* activity.state */
struct flertallsvalg {
	struct election e;              /* first: valg.h                               */
	enum flertallsvalg_step step;
	const struct flertallsvalg_office *office;
	struct flertall task;
	struct flertall_result result;
	enum flertall_reading reading;  /* of blank votes                              */
};

const struct flertallsvalg *flertallsvalg_of(struct arena *, const struct activity *);
const struct flertall_outcome *flertallsvalg_outcome(const struct flertallsvalg *,
                                                     size_t round);
/* "14 trengs, og ingen er valgt": the first vote, if blank votes are read so. */
const char *flertallsvalg_blank_gives(struct arena *, enum lang, const struct flertallsvalg *,
                                      size_t reading);

/* On the wall: valgplass.h. */
int flertallsvalg_size(const struct flertallsvalg *, const char *title, const char *intro);

/* The round that the wall has, from 0. */
size_t flertallsvalg_round(const struct flertallsvalg *);

#endif
