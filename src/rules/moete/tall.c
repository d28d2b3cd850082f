#include "rules/moete/tall.h"

/* The smallest whole number that is at least part/of of n. */
static int64_t at_least(int64_t n, int64_t part, int64_t of)
{
	return (n * part + of - 1) / of;
}

size_t tall_quorum_constituting(size_t members)
{
	return (size_t)at_least((int64_t)members, 2, 3);
}

size_t tall_quorum(size_t members)
{
	return (size_t)at_least((int64_t)members, 1, 2);
}

size_t tall_third(size_t people)
{
	return (size_t)at_least((int64_t)people, 1, 3);
}

int64_t tall_majority(int64_t votes)
{
	return votes / 2 + 1;
}

int64_t tall_two_thirds(int64_t votes)
{
	return at_least(votes, 2, 3);
}

int64_t tall_ninety(int64_t votes)
{
	return at_least(votes, 9, 10);
}
