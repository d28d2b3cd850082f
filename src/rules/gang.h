/* gang.h - what the one "next" key does.
 *
 * A clicker has two keys.  "Next" does the one thing that comes next, whatever the
 * item under way is: opens a round, closes it, shows its result, and when nothing
 * is left goes to the next item.  "Back" takes a result off the wall, or goes to the
 * item before; it never opens, closes or loses anything.
 *
 * An item with three stages that asks the first again:
 *
 *	open 1, close, show, open 2, close, show, open 3, close, show,
 *	open 1 again, close, show (now the shift can be seen), next item
 *
 * With SHOW_LIVE a round is shown when it opens, so there is nothing to reveal after.
 */
#ifndef RULES_GANG_H
#define RULES_GANG_H

#include <stdbool.h>
#include <stddef.h>

#include "rules/stored.h"

struct gang_round {
	int stage;              /* from 0                                            */
	int nr;                 /* from 1; the stage asked again: 2, 3 ...           */
	enum round_phase phase;
	bool shown;             /* its result is on the wall                         */
};

/* The item under way and what is around it. */
struct gang_item {
	bool takes_answers;     /* an item that does not has no stages and no rounds */
	int stages;             /* 1 for most kinds                                  */
	bool asks_first_again;
	enum show show;
	bool nothing_to_show;   /* its result is not for the hall                    */
	const struct gang_round *round; /* in the order they were opened; those only
	                                   made may stand anywhere or be left out     */
	size_t n_rounds;
	bool first;             /* no item before it, today or earlier               */
	bool more_today;        /* an item after it today                            */
	bool more_days;         /* a day after this one                              */
};

enum gang_act {
	GANG_OPEN_ROUND,        /* stage and nr; on the wall at once if `shown`      */
	GANG_CLOSE_ROUND,       /* stage and nr                                      */
	GANG_SHOW_RESULT,       /* stage and nr                                      */
	GANG_NEXT_ITEM,
	GANG_END_DAY,           /* the last item today; another day comes            */
	GANG_END                /* the last item of all                              */
};

struct gang_next {
	enum gang_act act;
	int stage, nr;
	bool shown;
};

enum gang_back {
	GANG_HIDE_RESULT,       /* of the round opened last                          */
	GANG_PREVIOUS_ITEM,
	GANG_NOTHING            /* the first item, or a round is open                */
};

struct gang_next gang_next(const struct gang_item *);
enum gang_back gang_back(const struct gang_item *);

#endif
