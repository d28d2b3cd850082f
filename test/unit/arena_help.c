#include "arena_help.h"

#include "lib/arena.h"

struct arena *mem;

int arena_begin(void **state)
{
	*state = mem = arena_new(256u << 20);
	return 0;
}

int arena_end(void **state)
{
	(void)state;
	arena_free(mem);
	return 0;
}
