/* valg.c - a forholdsvalg in a council of 85: what settling it takes of the processor's time.
 *
 *	valg
 *
 * Twenty lists of thirty names, 15 seats, settled a thousand times with other votes each time;
 * prints the mean in microseconds.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "lib/arena.h"
#include "rules/valg/oppgjoer.h"

#define MEMORY (16u << 20)
#define COUNCIL 85
#define LISTS 20
#define NAMES 30
#define SEATS 15
#define TIMES 1000

int main(void)
{
	static const struct oppgjoer_choice nothing;
	struct valg_name name[NAMES];
	struct valg_list list[LISTS];
	struct arena *mem = arena_new(MEMORY);
	struct timespec from, to;
	size_t seats = 0;

	for (size_t i = 0; i < NAMES; i++)
		name[i] = (struct valg_name){ "n", i % 7 < 4 ? GENDER_MAN : GENDER_WOMAN };
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
	for (int turn = 0; turn < TIMES; turn++) {
		const struct valg_body body = { .seats = SEATS, .list = list, .n_list = LISTS };
		const struct oppgjoer *g;
		int64_t left = COUNCIL;

		for (size_t i = 0; i < LISTS; i++) {
			int64_t votes = i + 1 < LISTS ? (turn * 7 + (int)i * 13) % 9 : left;

			votes = votes > left ? left : votes;
			left -= votes;
			list[i] = (struct valg_list){ "l", votes, name, NAMES };
		}
		g = oppgjoer(mem, &body, &nothing);
		seats += g->seats.n_seat + g->seats.to_draw;
		arena_reset(mem);
	}
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &to);
	if (seats != (size_t)TIMES * SEATS) {
		fprintf(stderr, "valg: %zu seats given, not %d\n", seats, TIMES * SEATS);
		return 1;
	}
	printf("oppgjoer_us %.3f\n", ((double)(to.tv_sec - from.tv_sec) * 1e6 +
	                              (double)(to.tv_nsec - from.tv_nsec) / 1e3) / TIMES);
	arena_free(mem);
	return 0;
}
