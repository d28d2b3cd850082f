/* Any bytes as a file of cases of impartiality: every case has an answer with a section or a
 * question, or an error that says something; and the same bytes have the same answers. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "app/habilitet/sak.h"
#include "lib/buf.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void take(void *arg, const struct habil_answer *a)
{
	char *text = json_dumps(a->json, JSON_COMPACT);
	const char *answer = json_string_value(json_object_get(a->json, "answer"));

	if (text == NULL || (a->error != NULL ? *a->error : *a->text) == '\0')
		abort();
	if ((answer != NULL) == (a->error != NULL))
		abort();
	if (answer != NULL && json_array_size(json_object_get(a->json, "sections")) == 0 &&
	    json_array_size(json_object_get(a->json, "missing")) == 0)
		abort();
	if (answer != NULL && (strcmp(answer, "skjonn") == 0) !=
	    (json_array_size(json_object_get(a->json, "factors")) > 0))
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
	habil_each((const char *)data, n, take, &first);
	habil_each((const char *)data, n, take, &second);
	if (first.n != second.n || memcmp(first.p, second.p, first.n) != 0)
		abort();
	buf_free(&first);
	buf_free(&second);
	return 0;
}
