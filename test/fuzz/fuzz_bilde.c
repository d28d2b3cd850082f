/* Any bytes as a picture: refused, or what comes out is read again and comes out the same;
 * and as the body of a form with a file. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lib/arena.h"
#include "web/bildefil.h"
#include "web/form.h"

#define MEMORY (64u << 20)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void as_picture(struct arena *mem, const uint8_t *data, size_t n)
{
	struct picture once, twice;

	if (picture_read(mem, data, n, &once) != PICTURE_OK)
		return;
	if (once.n > n + 32 || once.width > PICTURE_SIDE_MAX || once.height > PICTURE_SIDE_MAX)
		abort();
	if (picture_read(mem, once.bytes, once.n, &twice) != PICTURE_OK || twice.n != once.n ||
	    memcmp(once.bytes, twice.bytes, once.n) != 0)
		abort();
}

static void as_form(struct arena *mem, const uint8_t *data, size_t n)
{
	static const struct field fields[] = {
		{ "a", FIELD_TEXT, .max = 20 }, { "f", FIELD_FILE }, { 0 }
	};
	const struct form_entry *file;
	struct form f;

	if (form_read_parts(mem, fields, "multipart/form-data; boundary=x", (const char *)data, n,
	                    &f) == FORM_REFUSED)
		return;
	file = form_entry(&f, "f");
	if (file->given && (file->bytes < (const char *)data ||
	                    file->bytes + file->n_bytes > (const char *)data + n))
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena *mem = arena_new(MEMORY);
	uint8_t *exact = malloc(n);     /* so that one byte too far is seen */

	if (exact == NULL)
		abort();
	if (n > 0)
		memcpy(exact, data, n);
	as_picture(mem, exact, n);
	as_form(mem, exact, n);
	free(exact);
	arena_free(mem);
	return 0;
}
