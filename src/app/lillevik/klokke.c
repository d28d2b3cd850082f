#include "app/lillevik/klokke.h"

#include <stdatomic.h>
#include <sys/mman.h>

struct play_clock {
	struct world real;
	int64_t origin, began;  /* on the wall; on the monotonic clock */
	double speed;
	_Atomic int64_t leapt;  /* ms in all; written by the play, read by the server */
};

struct play_clock *play_clock_new(int64_t wall_ms, double speed)
{
	struct play_clock *c = mmap(NULL, sizeof *c, PROT_READ | PROT_WRITE,
	                            MAP_SHARED | MAP_ANONYMOUS, -1, 0);

	if (c == MAP_FAILED)
		return NULL;
	c->real = world_real();
	c->origin = wall_ms;
	c->began = world_mono_ms(&c->real);
	c->speed = speed;
	return c;
}

void play_clock_free(struct play_clock *c)
{
	if (c != NULL)
		munmap(c, sizeof *c);
}

int64_t play_clock_now(const struct play_clock *c)
{
	int64_t lived = world_mono_ms(&c->real) - c->began;

	return c->origin + (int64_t)((double)lived * c->speed) + c->leapt;
}

static int64_t played_wall(void *arg)
{
	return play_clock_now(arg);
}

struct world play_clock_world(struct play_clock *c)
{
	struct world w = c->real;       /* its other clock and its chance ask for no arg */

	w.wall_ms = played_wall;
	w.arg = c;
	return w;
}

void play_clock_reach(struct play_clock *c, int64_t wall_ms)
{
	int64_t short_of = wall_ms - play_clock_now(c);

	if (short_of > 0)
		c->leapt += short_of;
}
