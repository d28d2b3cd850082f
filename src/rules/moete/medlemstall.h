/* medlemstall.h - how many members a council has, kommuneloven § 5-5. */
#ifndef RULES_MOETE_MEDLEMSTALL_H
#define RULES_MOETE_MEDLEMSTALL_H

#include <stddef.h>
#include <stdint.h>

struct arena;

enum medlemstall_level { LEVEL_KOMMUNE, LEVEL_FYLKE };

size_t medlemstall_least(enum medlemstall_level, int64_t population);

enum medlemstall {
	MEDLEMSTALL_OK,
	MEDLEMSTALL_EVEN,               /* the number of members must be odd          */
	MEDLEMSTALL_SMALL               /* below the minimum                          */
};
enum medlemstall medlemstall_check(enum medlemstall_level, int64_t population, size_t members);

/* The population counts as it was at the second last turn of the year before the election:
 * "2026-01-01" for one in 2027. */
char *medlemstall_population_day(struct arena *, int election_year);

/* The last day a council can change its size, with effect from that election: 31 December of
 * the second last year of the term. */
char *medlemstall_last_day(struct arena *, int election_year);

#endif
