/* arena_help.h - memory for tests of what takes an arena: `mem`, which is *state too, new for
 * each test (IN_ARENA) or for the group (arena_begin and arena_end). */
#ifndef TEST_ARENA_HELP_H
#define TEST_ARENA_HELP_H

struct arena;

extern struct arena *mem;
int arena_begin(void **state);
int arena_end(void **state);

#define IN_ARENA(test) cmocka_unit_test_setup_teardown(test, arena_begin, arena_end)

#endif
