/* lager.c - answers through store/, to be held against sqlite.c.
 *
 *	lager DATA COMMITS ANSWERS      so many turns of so many requests each
 *
 * DATA is a folder made by `samling demo`; the answers go to the newest open round.
 * Each answer is a request with a savepoint of its own, as in the server.
 */
#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/arena.h"
#include "lib/world.h"
#include "store/right.h"
#include "store/store.h"

static void must(enum outcome went, const char *what)
{
	if (went != OUTCOME_OK)
		errx(1, "%s went wrong", what);
}

static int64_t open_round(struct store *st, struct arena *mem)
{
	struct rows rows;

	store_request_begin(st, RIGHT_BIT(RIGHT_SYSTEM), true);
	must(RUN(st, mem, &rows, runder_aapne), "looking for a round");
	must(store_request_end(st, false), "looking for a round");
	if (rows.n == 0)
		errx(1, "no round is open");
	return row_int(&rows.row[rows.n - 1], runder_aapne__id);
}

static void one_answer(struct store *st, struct arena *mem, int64_t round, uint64_t nr)
{
	unsigned char key[16] = { 0 };

	nr *= UINT64_C(0x9e3779b97f4a7c15);
	memcpy(key, &nr, sizeof nr);
	store_request_begin(st, RIGHT_BIT(RIGHT_PARTICIPANT), false);
	must(RUN(st, mem, NULL, svar_put, .runde = v_int(round),
	         .noekkel = v_blob(key, sizeof key), .verdi = v_text("1")), "an answer");
	must(store_request_end(st, true), "an answer");
}

int main(int argc, char **argv)
{
	struct world world = world_real();
	struct arena *mem = arena_new(1 << 20);
	struct store *st;
	const char *error;
	long commits, answers;
	int64_t round, from;

	if (argc != 4)
		errx(2, "lager DATA COMMITS ANSWERS");
	commits = strtol(argv[2], NULL, 10);
	answers = strtol(argv[3], NULL, 10);
	if (store_open(argv[1], (struct store_options){ 0 }, &world, mem, &st, &error) !=
	    OUTCOME_OK)
		errx(1, "%s", error);
	round = open_round(st, mem);
	from = world_mono_ms(&world);
	for (long c = 0; c < commits; c++) {
		for (long i = 0; i < answers; i++)
			one_answer(st, mem, round, (uint64_t)(c * answers + i));
		if (!store_commit(st))
			errx(1, "a commit went wrong");
	}
	printf("svar_i_sekundet %.1f\n", (double)(commits * answers) * 1e3 /
	       (double)(world_mono_ms(&world) - from));
	store_close(st);
	arena_free(mem);
	return 0;
}
