/* world.h - clock and chance, handed in.
 *
 * Everything that needs the time or a draw gets a struct world, so that a
 * fifteen-minute timer passes in a microsecond in a test and a draw can be
 * repeated.  rules/ gets neither: times and draws are arguments there.
 */
#ifndef LIB_WORLD_H
#define LIB_WORLD_H

#include <stddef.h>
#include <stdint.h>

struct world {
	int64_t (*wall_ms)(void *arg);   /* milliseconds since 1970, may jump   */
	int64_t (*mono_ms)(void *arg);   /* milliseconds that only go forward   */
	void (*random)(void *arg, void *to, size_t n);
	void *arg;
};

struct world world_real(void);

/* A world for tests: the clock stands still until somebody moves it. */
struct world_fake {
	int64_t wall_ms, mono_ms;
	uint64_t seed;
};
struct world world_fake(struct world_fake *);   /* the caller keeps the struct */

int64_t world_wall_ms(const struct world *);
int64_t world_mono_ms(const struct world *);
void world_random(const struct world *, void *to, size_t n);
uint32_t world_random_below(const struct world *, uint32_t n);  /* 0..n-1, even */

#endif
