/* Any bytes as a file of election cases: every case has an answer, which is a result with a
 * text, or an error that says something; and the same bytes have the same answers. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "app/saksfil/saksfil.h"
#include "app/valg/sak.h"
#include "lib/buf.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void take(void *arg, const struct sak_answer *a)
{
	char *text = json_dumps(a->json, JSON_COMPACT);

	if (text == NULL || (a->error != NULL ? *a->error : *a->text) == '\0')
		abort();
	if ((json_object_get(a->json, "result") != NULL) == (a->error != NULL))
		abort();
	buf_puts(arg, text);
	buf_puts(arg, a->text);
	free(text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct buf first = { 0 }, second = { 0 };

	buf_puts(&first, "");
	buf_puts(&second, "");
	sak_each((const char *)data, n, take, &first);
	sak_each((const char *)data, n, take, &second);
	if (first.n == 0 && !saksfil_is_array((const char *)data, n))
		abort();
	if (first.n != second.n || memcmp(first.p, second.p, first.n) != 0)
		abort();
	buf_free(&first);
	buf_free(&second);
	return 0;
}
