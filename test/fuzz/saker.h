/* saker.h - any bytes as a file of cases: what the readers of elections and of impartiality both
 * promise.  Every case has an answer with a text, or an error that says something; `check` says
 * what else; and the same bytes have the same answers. */
#ifndef FUZZ_SAKER_H
#define FUZZ_SAKER_H

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "app/saksfil/saksfil.h"

typedef void saker_take(void *arg, const struct saksfil_answer *);
typedef void saker_each(const char *bytes, size_t n, saker_take *, void *arg);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void must(bool ok)
{
	if (!ok)
		abort();
}

static void keep(struct buf *to, const struct saksfil_answer *a)
{
	char *text = json_dumps(a->json, JSON_COMPACT);

	must(text != NULL && (a->error != NULL ? *a->error : *a->text) != '\0');
	buf_puts(to, text);
	buf_puts(to, a->text);
	free(text);
}

/* `take` checks an answer and keeps it in its argument, a buf. */
static void answered_alike(saker_each *each, saker_take *take, const uint8_t *data, size_t n)
{
	struct buf first = { 0 }, second = { 0 };

	buf_puts(&first, "");
	buf_puts(&second, "");
	each((const char *)data, n, take, &first);
	each((const char *)data, n, take, &second);
	must(first.n > 0 || saksfil_is_array((const char *)data, n));
	must(first.n == second.n && memcmp(first.p, second.p, first.n) == 0);
	buf_free(&first);
	buf_free(&second);
}

#endif
