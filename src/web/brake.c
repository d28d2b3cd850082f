#include "web/brake.h"

#include <sodium.h>
#include <stdint.h>
#include <string.h>

#include "lib/arena.h"
#include "lib/log.h"
#include "lib/world.h"

#define PLACES 4096
#define MINUTE_MS 60000

static const struct limit {
	unsigned each, total;      /* total 0: none, for it would be a way to lock others out */
	int64_t window_ms;
} limits[BRAKE__MAX] = {
	[BRAKE_CODE]    = { BRAKE_CODE_MAX, BRAKE_CODE_TOTAL_MAX, MINUTE_MS },
	[BRAKE_LOGIN]   = { BRAKE_LOGIN_MAX, 0, MINUTE_MS },
	[BRAKE_ACCOUNT] = { BRAKE_ACCOUNT_MAX, 0, 15 * MINUTE_MS },
};

struct wheel {
	int64_t window;
	unsigned total;
	unsigned short tried[PLACES];
	bool alarmed;
};

struct brake {
	struct arena *mem;
	const struct world *world;
	unsigned char key[crypto_shorthash_KEYBYTES];
	struct wheel wheel[BRAKE__MAX];
};

struct brake *brake_new(const struct world *w)
{
	struct arena *a = arena_new(sizeof(struct brake) + 64);
	struct brake *b = arena_get(a, sizeof *b);

	b->mem = a;
	b->world = w;
	world_random(w, b->key, sizeof b->key);
	return b;
}

void brake_free(struct brake *b)
{
	if (b != NULL)
		arena_free(b->mem);
}

static size_t place_of(const struct brake *b, const char *who)
{
	unsigned char h[crypto_shorthash_BYTES];
	uint64_t n;

	crypto_shorthash(h, (const unsigned char *)who, strlen(who), b->key);
	memcpy(&n, h, sizeof n);
	return n % PLACES;
}

static void alarm_once(struct wheel *w, unsigned total)
{
	if (!w->alarmed)
		log_warn("more than %u wrong codes in a minute: somebody may be guessing", total);
	w->alarmed = true;
}

bool brake_count(struct brake *b, enum brake_kind kind, const char *who)
{
	const struct limit *limit = &limits[kind];
	struct wheel *w = &b->wheel[kind];
	int64_t window = world_mono_ms(b->world) / limit->window_ms;
	size_t place = place_of(b, who);

	if (window != w->window)
		*w = (struct wheel){ .window = window };
	if (w->tried[place] <= limit->each)
		w->tried[place]++;
	w->total++;
	if (limit->total > 0 && w->total > limit->total) {
		alarm_once(w, limit->total);
		return false;
	}
	return w->tried[place] <= limit->each;
}
