/* mend.c - secrets and open rounds agree again when the program starts. */
#include <stdlib.h>

#include "app/aktivitet/aktivitet.h"
#include "lib/log.h"
#include "store/secret.h"
#include "web/page.h"
#include "web/site.h"

static bool is_open(void *arg, int64_t round)
{
	const struct rows *open = arg;

	for (size_t i = 0; i < open->n; i++)
		if (row_int(&open->row[i], runder_aapne__id) == round)
			return true;
	return false;
}

/* Open, but the secret is gone: the data folder is a copy that was taken meanwhile. */
static enum outcome close_orphan(struct site *site, struct arena *mem, const struct row *row)
{
	struct req r = { .mem = mem, .site = site, .store = site->store, .world = site->world,
	                 .samling = row_int(row, runder_aapne__samling),
	                 .who.name = "Samling" };
	struct activity a;
	enum outcome went = activity_read(site->store, mem, row_int(row, runder_aapne__punkt), &a);

	if (went != OUTCOME_OK || a.level != LEVEL_ANONYMOUS)
		return went;
	log_info("a round was open in a restored copy: it is closed");
	return round_close(&r, &a, row_int(row, runder_aapne__id));
}

enum outcome activity_mend(struct site *site, struct arena *mem)
{
	struct rows open;
	enum outcome went = RUN(site->store, mem, &open, runder_aapne);

	if (went == OUTCOME_OK)
		went = secret_sweep(site->store, is_open, &open);
	for (size_t i = 0; went == OUTCOME_OK && i < open.n; i++)
		if (!secret_exists(site->store, row_int(&open.row[i], runder_aapne__id)))
			went = close_orphan(site, mem, &open.row[i]);
	return went;
}
