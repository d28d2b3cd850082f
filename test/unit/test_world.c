#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "lib/world.h"

static void a_fake_clock_moves_when_told(void **state)
{
	struct world_fake fake = { .wall_ms = 1000, .mono_ms = 5 };
	struct world w = world_fake(&fake);

	(void)state;
	assert_int_equal(world_wall_ms(&w), 1000);
	assert_int_equal(world_mono_ms(&w), 5);
	fake.wall_ms -= 400;
	fake.mono_ms += 900000;
	assert_int_equal(world_wall_ms(&w), 600);
	assert_int_equal(world_mono_ms(&w), 900005);
}

static void a_fake_draw_can_be_had_again(void **state)
{
	struct world_fake one = { .seed = 4 }, same = { .seed = 4 }, other = { .seed = 5 };
	struct world w1 = world_fake(&one), w2 = world_fake(&same), w3 = world_fake(&other);
	unsigned char a[64], b[64], c[64];

	(void)state;
	world_random(&w1, a, sizeof a);
	world_random(&w2, b, sizeof b);
	world_random(&w3, c, sizeof c);
	assert_memory_equal(a, b, sizeof a);
	assert_memory_not_equal(a, c, sizeof a);
	world_random(&w1, a, sizeof a);
	assert_memory_not_equal(a, b, sizeof a);
}

static void draws_are_even(void **state)
{
	struct world_fake fake = { .seed = 1 };
	struct world w = world_fake(&fake);

	(void)state;
	for (uint32_t n = 1; n <= 7; n++) {
		unsigned seen[7] = { 0 };

		for (unsigned i = 0; i < 1000 * n; i++) {
			uint32_t draw = world_random_below(&w, n);

			assert_true(draw < n);
			seen[draw]++;
		}
		for (uint32_t i = 0; i < n; i++)
			assert_in_range(seen[i], 850, 1150);
	}
}

/* A source whose draws are given, to see which are thrown away. */
static void given(void *arg, void *to, size_t n)
{
	const uint32_t **next = arg;

	assert_int_equal(n, sizeof **next);
	memcpy(to, (*next)++, n);
}

static void a_draw_above_the_last_whole_round_is_thrown_away(void **state)
{
	static const uint32_t draws[] = { UINT32_MAX, UINT32_MAX - 1, UINT32_MAX - 2, 17 };
	const uint32_t *next = draws;
	struct world w = { .random = given, .arg = &next };

	(void)state;
	/* 2^32 - 1 is 10 * 429496729 + 5: the last five and the one above are not even. */
	assert_int_equal(world_random_below(&w, 10), 7);
	assert_ptr_equal(next, draws + 4);
}

static void the_real_world_goes_on(void **state)
{
	struct world w = world_real();
	int64_t mono = world_mono_ms(&w);
	unsigned char a[32] = { 0 }, b[32] = { 0 };

	(void)state;
	assert_true(world_mono_ms(&w) >= mono);
	assert_true(world_wall_ms(&w) > INT64_C(1700000000000));
	world_random(&w, a, sizeof a);
	world_random(&w, b, sizeof b);
	assert_memory_not_equal(a, b, sizeof a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_fake_clock_moves_when_told),
		cmocka_unit_test(a_fake_draw_can_be_had_again),
		cmocka_unit_test(draws_are_even),
		cmocka_unit_test(a_draw_above_the_last_whole_round_is_thrown_away),
		cmocka_unit_test(the_real_world_goes_on),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
