/* sikkerhetskopi.c - `samling sikkerhetskopi`: a whole copy, also while the server runs.
 *
 * The secrets of open rounds are files of their own and never in it, so that a copy cannot
 * tie an answer to a phone.
 */
#include <getopt.h>
#include <inttypes.h>
#include <stdio.h>

#include "app/drift/drift.h"
#include "app/drift/innstilling.h"
#include "app/drift/program.h"
#include "lib/arena.h"
#include "store/right.h"

static enum outcome remember(struct program *p)
{
	enum outcome went, kept;

	store_request_begin(p->site.store, RIGHT_BIT(RIGHT_SYSTEM), false);
	went = setting_write(p->site.store, p->mem, SETTING_BACKUP,
	                     arena_printf(p->mem, "%" PRId64, world_wall_ms(&p->world)));
	kept = store_request_end(p->site.store, went == OUTCOME_OK);
	if (went == OUTCOME_OK)
		went = kept;
	return went == OUTCOME_OK && !store_commit(p->site.store) ? OUTCOME_UNAVAILABLE : went;
}

int sikkerhetskopi_command(int argc, char **argv, const struct page *const *tables)
{
	static const struct option known[] = {
		{ "data", required_argument, NULL, 'd' }, { 0 }
	};
	const char *dir = NULL;
	struct program p;
	bool ok = true;

	for (int o; (o = getopt_long(argc, argv, "", known, NULL)) != -1;)
		if (o == 'd')
			dir = optarg;
		else
			ok = false;
	if (!ok || dir == NULL || optind != argc - 1) {
		fputs("Bruk: samling sikkerhetskopi --data MAPPE FIL\n", stderr);
		return 2;
	}
	if (!program_open(&p, &(struct program_options){ .dir = dir }, tables))
		return 1;
	ok = store_backup(p.site.store, argv[optind]) == OUTCOME_OK;
	if (!ok)
		fprintf(stderr, "Fikk ikke skrevet %s. Er disken full, eller mappen "
		        "skrivebeskyttet?\n", argv[optind]);
	else if (remember(&p) != OUTCOME_OK)
		fprintf(stderr, "Kopien %s er hel, men tidspunktet ble ikke notert.\n",
		        argv[optind]);
	else
		printf("Sikkerhetskopien er skrevet til %s.\n", argv[optind]);
	program_close(&p);
	return ok ? 0 : 1;
}
