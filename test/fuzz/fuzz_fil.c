/* Any bytes as a samling file: refused with a reason, or read and then written so that it
 * reads the same. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "app/samling/samling.h"
#include "lib/arena.h"

#define MEMORY (64u << 20)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena *mem = arena_new(MEMORY);
	const char *error = NULL, *once, *twice;
	struct fil f;

	if (fil_read(mem, LANG_NB, (const char *)data, n, &f, &error) != OUTCOME_OK) {
		if (error == NULL || *error == '\0')
			abort();
	} else {
		once = fil_write(mem, &f);
		if (fil_read(mem, LANG_NN, once, strlen(once), &f, &error) != OUTCOME_OK)
			abort();
		twice = fil_write(mem, &f);
		if (strcmp(once, twice) != 0)
			abort();
	}
	arena_free(mem);
	return 0;
}
