#include "app/valg/sak_lodd.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "lib/arena.h"

_Static_assert(LODD_HEX == 2 * crypto_hash_sha256_BYTES + 1, "a hash in hex");

static int by_hash(const void *a, const void *b)
{
	return strcmp(((const struct lodd *)a)->hash, ((const struct lodd *)b)->hash);
}

struct lodd *lodd_draw(struct arena *mem, const char *seed, const char *id, unsigned number,
                       const char *const *name, size_t n)
{
	struct lodd *out = arena_array(mem, n, sizeof *out);
	unsigned char hash[crypto_hash_sha256_BYTES];

	for (size_t i = 0; i < n; i++) {
		const char *text = arena_printf(mem, "%s|%s|%u|%s", seed, id, number, name[i]);

		crypto_hash_sha256(hash, (const unsigned char *)text, strlen(text));
		sodium_bin2hex(out[i].hash, sizeof out[i].hash, hash, sizeof hash);
		out[i].who = i;
	}
	qsort(out, n, sizeof *out, by_hash);
	return out;
}
