/* An archive file, which comes from another server or from anybody: it is refused with a
 * sentence, or every row is one that can be put in. */
#include <assert.h>
#include <stddef.h>
#include <stdint.h>

#include "app/arkiv/arkiv.h"
#include "lib/arena.h"

#define MEMORY ((size_t)1 << 30)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena *mem = arena_new(MEMORY);
	const char *error = NULL;
	const struct archive *a = archive_read(mem, (const char *)data, n, &error);

	assert((a == NULL) == (error != NULL));
	arena_free(mem);
	return 0;
}
