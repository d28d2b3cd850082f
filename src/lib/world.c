#include "lib/world.h"

#include <assert.h>
#include <sodium.h>
#include <time.h>

static int64_t clock_ms(clockid_t id)
{
	struct timespec t;

	clock_gettime(id, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static int64_t real_wall(void *arg)
{
	(void)arg;
	return clock_ms(CLOCK_REALTIME);
}

static int64_t real_mono(void *arg)
{
	(void)arg;
	return clock_ms(CLOCK_MONOTONIC);
}

static void real_random(void *arg, void *to, size_t n)
{
	(void)arg;
	randombytes_buf(to, n);
}

struct world world_real(void)
{
	return (struct world){ real_wall, real_mono, real_random, NULL };
}

static int64_t fake_wall(void *arg)
{
	return ((struct world_fake *)arg)->wall_ms;
}

static int64_t fake_mono(void *arg)
{
	return ((struct world_fake *)arg)->mono_ms;
}

/* splitmix64: no secret comes out of it, only a sequence that can be had again. */
static void fake_random(void *arg, void *to, size_t n)
{
	struct world_fake *f = arg;
	unsigned char *p = to;

	for (size_t i = 0; i < n; i++) {
		uint64_t z = f->seed += 0x9e3779b97f4a7c15u;
		z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
		z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
		p[i] = (unsigned char)(z ^ (z >> 31));
	}
}

struct world world_fake(struct world_fake *f)
{
	return (struct world){ fake_wall, fake_mono, fake_random, f };
}

int64_t world_wall_ms(const struct world *w)
{
	return w->wall_ms(w->arg);
}

int64_t world_mono_ms(const struct world *w)
{
	return w->mono_ms(w->arg);
}

void world_random(const struct world *w, void *to, size_t n)
{
	w->random(w->arg, to, n);
}

/* Draws above the largest multiple of n are thrown away: no remainder is
 * likelier than another. */
uint32_t world_random_below(const struct world *w, uint32_t n)
{
	uint32_t draw, limit;

	assert(n > 0);
	limit = UINT32_MAX - UINT32_MAX % n;
	do
		world_random(w, &draw, sizeof draw);
	while (draw >= limit);
	return draw % n;
}
