/* store_help.h - what the tests of the store share. */
#ifndef TEST_STORE_HELP_H
#define TEST_STORE_HELP_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "lib/arena.h"
#include "lib/world.h"
#include "store/inside.h"
#include "store/right.h"
#include "store/store.h"

#define SYSTEM RIGHT_BIT(RIGHT_SYSTEM)

struct place {
	char dir[64];
	struct arena *mem;
	struct world_fake clock;        /* stands at 3 November 2026, noon */
	struct world world;
};

/* A folder of its own, gone after place_free(). */
struct place *place_new(void);
void place_free(struct place *);
const char *place_path(struct place *, const char *name);

/* Opens as a server would, with the migrations of test/gen/store. */
struct store *place_open(struct place *);

/* One request of one INSERT; -1 when it was not kept, else the id. */
int64_t add_lapp(struct store *, struct place *, int64_t tall, const char *tekst);
int64_t count_lapper(struct store *, struct place *);

struct bytes { unsigned char *p; size_t n; };
struct bytes read_bytes(struct place *, const char *path);

/* Runs fn in a process of its own.  The signal that ended it, or 0; its exit status is
 * asserted to be 0 then.  What it says on standard error is thrown away. */
int signal_of(void (*fn)(void *), void *arg);

#endif
