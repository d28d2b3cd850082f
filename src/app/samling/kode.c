/* kode.c - the eight digits that let phones in, and where they are typed. */
#include <string.h>

#include "app/samling/samling.h"
#include "lib/arena.h"
#include "lib/log.h"
#include "lib/world.h"
#include "web/qr.h"
#include "web/site.h"
#include "web/text.h"

#define DIGITS 8
#define FIRST 10000000u
#define CODES 90000000u
#define TRIES 100
#define DIFFERENT_MIN 4

/* Runs (12345678), repeats (12341234), mirrors (12344321) and few digits (11221122). */
static bool has_pattern(const char *c)
{
	bool seen[10] = { false }, run = true, mirror = true;
	int different = 0;

	for (int i = 0; i < DIGITS; i++) {
		different += !seen[c[i] - '0'];
		seen[c[i] - '0'] = true;
		mirror &= c[i] == c[DIGITS - 1 - i];
		run &= i < 2 || c[i] - c[i - 1] == c[1] - c[0];
	}
	return run || mirror || different < DIFFERENT_MIN ||
	       memcmp(c, c + DIGITS / 2, DIGITS / 2) == 0;
}

enum outcome samling_new_code(struct store *st, struct arena *mem, const struct world *w,
                              const char **code)
{
	struct rows rows;

	for (int i = 0; i < TRIES; i++) {
		char *c = arena_printf(mem, "%u", FIRST + world_random_below(w, CODES));
		enum outcome went = OUTCOME_OK;

		if (has_pattern(c))
			continue;
		went = RUN(st, mem, &rows, kode_finnes, .kode = v_text(c));
		*code = c;
		if (went != OUTCOME_OK || rows.n == 0)
			return went;
	}
	log_fatal("no free code in %d draws", TRIES);
}

struct way_in samling_way_in(const struct site *site, struct arena *mem,
                             const struct samling *s, enum lang lang)
{
	char *to = arena_printf(mem, "%s/k/%s", site->base, s->code);

	return (struct way_in){
		.host = strstr(site->base, "://") + 3, .address = to,
		.code = arena_printf(mem, "%.4s %s", s->code, s->code + DIGITS / 2),
		.qr = qr_svg(mem, to, trf(mem, lang, N_("QR-kode til %s"), to)),
	};
}
