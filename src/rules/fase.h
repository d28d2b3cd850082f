/* fase.h - from which phase to which.
 *
 * The only two tables that say it.  Whoever moves a round or a samling asks here
 * first, with the phase the person saw.
 *
 *	round    ready -> open -> closed.  Never back: when a round closes, the key
 *	         that ties an answer to a phone is destroyed, so nobody could change
 *	         theirs.  To ask again is a new round.
 *	samling  draft <-> ready -> live <-> ended.  Ended by mistake is live again.
 *
 * A phase to itself is no move.
 */
#ifndef RULES_FASE_H
#define RULES_FASE_H

#include <stdbool.h>

#include "rules/stored.h"

bool round_may(enum round_phase from, enum round_phase to);
bool samling_may(enum samling_phase from, enum samling_phase to);

#endif
