#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include "lib/arena.h"

static void memory_is_zeroed_and_aligned(void **state)
{
	struct arena *a = arena_new(1 << 20);

	(void)state;
	for (int round = 0; round < 3; round++) {
		for (size_t n = 0; n < 700; n += 7) {
			unsigned char *p = arena_get(a, n);

			assert_int_equal((uintptr_t)p % 16, 0);
			for (size_t i = 0; i < n; i++)
				assert_int_equal(p[i], 0);
			memset(p, 0xff, n);
		}
		arena_reset(a);
		assert_int_equal(arena_used(a), 0);
	}
	arena_free(a);
}

static void pieces_do_not_overlap(void **state)
{
	struct arena *a = arena_new(1 << 20);
	unsigned char *p[300];

	(void)state;
	for (size_t i = 0; i < 300; i++)
		p[i] = memset(arena_get(a, i), (int)i, i);
	for (size_t i = 0; i < 300; i++)
		for (size_t j = 0; j < i; j++)
			assert_int_equal(p[i][j], (unsigned char)i);
	arena_free(a);
}

static void a_large_piece_up_to_the_ceiling(void **state)
{
	struct arena *a = arena_new(1 << 20);

	(void)state;
	assert_non_null(arena_get(a, 1 << 20));
	assert_int_equal(arena_used(a), 1 << 20);
	arena_reset(a);
	assert_non_null(arena_array(a, 1 << 10, 1 << 10));
	arena_free(a);
	arena_free(NULL);
}

static void texts_are_copied(void **state)
{
	struct arena *a = arena_new(1 << 16);
	char from[] = "blåbær og tyttebær";
	char *copy = arena_strdup(a, from), *part = arena_strndup(a, from, 8);

	(void)state;
	from[0] = 'X';
	assert_string_equal(copy, "blåbær og tyttebær");
	assert_string_equal(part, "blåbær");
	assert_null(arena_strdup(a, NULL));
	assert_string_equal(arena_printf(a, "%d av %d %s", 27, 43, "har svart"),
	                    "27 av 43 har svart");
	assert_int_equal(strlen(arena_printf(a, "%*s", 9000, "")), 9000);
	arena_free(a);
}

/* Runs it in a child and says whether that ended in an abort. */
static bool aborts(void (*f)(struct arena *))
{
	int status;
	pid_t child = fork();

	assert_true(child >= 0);
	if (child == 0) {
		struct arena *a = arena_new(1 << 16);

		signal(SIGABRT, SIG_DFL);
		if (freopen("/dev/null", "w", stderr) != NULL)
			f(a);
		_exit(0);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
}

static void fill(struct arena *a)
{
	for (int i = 0; i < 100; i++)
		arena_get(a, 1000);
}

static void overflow(struct arena *a)
{
	arena_array(a, SIZE_MAX / 2, 4);
}

static void one_too_large(struct arena *a)
{
	arena_get(a, (1 << 16) + 1);
}

static void half(struct arena *a)
{
	arena_get(a, 1 << 15);
}

static void the_ceiling_is_a_bug_of_ours(void **state)
{
	(void)state;
	assert_true(aborts(fill));
	assert_true(aborts(overflow));
	assert_true(aborts(one_too_large));
	assert_false(aborts(half));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(memory_is_zeroed_and_aligned),
		cmocka_unit_test(pieces_do_not_overlap),
		cmocka_unit_test(a_large_piece_up_to_the_ceiling),
		cmocka_unit_test(texts_are_copied),
		cmocka_unit_test(the_ceiling_is_a_bug_of_ours),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
