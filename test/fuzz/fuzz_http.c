/* fuzz_http.c - our reader against itself and against llhttp.
 *
 * The same bytes whole, one by one and in random pieces must give the same
 * requests; what is accepted must be the same to llhttp alone.  The first byte
 * of the input draws the pieces; several messages may follow each other.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../unit/test_http_oracle.h"

#define HEAD_MAX 2048
#define LIMIT 512

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void describe(struct buf *to, const struct http_in *in)
{
	const struct http_request *r = &in->req;

	buf_printf(to, "%d\n%s\n%s\n%s\n%d%d%d\n", r->method, r->path, r->query, r->host,
	           in->keep_alive, in->http10, in->expects);
	for (size_t i = 0; i < r->n_field; i++)
		buf_printf(to, "%s\n%s\n", r->field[i].name, r->field[i].value);
	buf_add(to, r->body, r->n_body);
	buf_puts(to, "\n");
}

/* Reads all messages in the bytes; pieces of a length below `most`. */
static struct buf read_all(const char *bytes, size_t n, size_t most, unsigned seed)
{
	struct buf out = { 0 };
	struct http_in in;
	enum http_in_step step = HTTP_IN_WHOLE;
	size_t at = 0, begin = 0, used;

	while (at < n && step != HTTP_IN_REFUSED) {
		size_t piece;

		if (step == HTTP_IN_WHOLE) {
			http_in_init(&in, HEAD_MAX);
			begin = at;
		}
		seed = seed * 1103515245u + 12345u;
		piece = most > 1 ? 1 + (seed >> 16) % most : most;
		piece = piece == 0 || piece > n - at ? n - at : piece;
		step = http_in_feed(&in, bytes + at, piece, &used);
		at += used;
		if (step == HTTP_IN_HEAD && !http_in_admit(&in, LIMIT))
			step = HTTP_IN_REFUSED;
		if (step == HTTP_IN_REFUSED)
			buf_printf(&out, "refused %d\n", in.status);
		if (step == HTTP_IN_WHOLE) {
			const char *no = oracle_objects(bytes + begin, n - begin, at - begin,
			                                &in.req);
			if (no != NULL) {
				fprintf(stderr, "llhttp differs on %s\n", no);
				abort();
			}
			buf_printf(&out, "whole at %zu\n", at);
			describe(&out, &in);
			http_in_free(&in);
		}
	}
	if (step != HTTP_IN_WHOLE)
		http_in_free(&in);
	buf_puts(&out, "end");
	return out;
}

static void compare(const struct buf *a, struct buf b)
{
	if (a->n != b.n || memcmp(a->p, b.p, b.n) != 0) {
		fprintf(stderr, "read whole:\n%s\nread in pieces:\n%s\n", a->p, b.p);
		abort();
	}
	buf_free(&b);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *bytes = (const char *)data + 1;
	struct buf whole;

	if (size == 0)
		return 0;
	whole = read_all(bytes, size - 1, 0, 0);
	compare(&whole, read_all(bytes, size - 1, 1, 0));
	compare(&whole, read_all(bytes, size - 1, 16, data[0]));
	compare(&whole, read_all(bytes, size - 1, 200, data[0]));
	buf_free(&whole);
	return 0;
}
