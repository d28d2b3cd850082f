#include "rules/fase.h"

#include <assert.h>

static const bool round_moves[ROUND__MAX][ROUND__MAX] = {
	[ROUND_READY] = { [ROUND_OPEN] = true },
	[ROUND_OPEN] = { [ROUND_CLOSED] = true },
};

static const bool samling_moves[PHASE__MAX][PHASE__MAX] = {
	[PHASE_DRAFT] = { [PHASE_READY] = true },
	[PHASE_READY] = { [PHASE_DRAFT] = true, [PHASE_LIVE] = true },
	[PHASE_LIVE] = { [PHASE_ENDED] = true },
	[PHASE_ENDED] = { [PHASE_LIVE] = true },
};

bool round_may(enum round_phase from, enum round_phase to)
{
	assert(from < ROUND__MAX && to < ROUND__MAX);
	return round_moves[from][to];
}

bool samling_may(enum samling_phase from, enum samling_phase to)
{
	assert(from < PHASE__MAX && to < PHASE__MAX);
	return samling_moves[from][to];
}
