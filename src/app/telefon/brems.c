#include "app/telefon/brems.h"

#include <sodium.h>
#include <string.h>

#include "lib/arena.h"
#include "lib/log.h"
#include "lib/world.h"

#define PLACES 4096      /* addresses share a place by chance, seldom, for a minute */
#define MINUTE_MS 60000

struct brake {
	struct arena *mem;
	const struct world *world;
	unsigned char key[crypto_shorthash_KEYBYTES];
	int64_t minute;
	unsigned total;
	unsigned short wrong[PLACES];
	bool alarmed;
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

static void new_minute(struct brake *b)
{
	int64_t minute = world_mono_ms(b->world) / MINUTE_MS;

	if (minute == b->minute)
		return;
	b->minute = minute;
	b->total = 0;
	b->alarmed = false;
	memset(b->wrong, 0, sizeof b->wrong);
}

bool brake_wrong(struct brake *b, const char *peer)
{
	unsigned char h[crypto_shorthash_BYTES];
	uint64_t place;

	new_minute(b);
	crypto_shorthash(h, (const unsigned char *)peer, strlen(peer), b->key);
	memcpy(&place, h, sizeof place);
	place %= PLACES;
	if (b->wrong[place] <= BRAKE_ADDRESS_MAX)
		b->wrong[place]++;
	b->total++;
	if (b->total > BRAKE_TOTAL_MAX && !b->alarmed) {
		log_warn("more than %d wrong codes in a minute: somebody may be guessing",
		         BRAKE_TOTAL_MAX);
		b->alarmed = true;
	}
	return b->wrong[place] <= BRAKE_ADDRESS_MAX && b->total <= BRAKE_TOTAL_MAX;
}
