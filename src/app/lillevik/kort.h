/* kort.h - cards, played: what a leader merges and adopts. */
#ifndef APP_LILLEVIK_KORT_H
#define APP_LILLEVIK_KORT_H

#include <stdbool.h>

struct arena;
struct leader;

/* What the leader does with the cards of the item under way, when no round is open: says yes
 * to what is suggested, and, when a result has been shown, adopts what stands first. */
void cards_live(struct leader *, struct arena *, const char *kind, bool open, bool shown);

#endif
