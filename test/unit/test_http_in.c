/* What is a request and what is refused, byte by byte (security H01, H02, H05). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "lib/arena.h"
#include "lib/buf.h"
#include "lib/log.h"
#include "lib/world.h"
#include "net/http_in.h"

#include "test_http_oracle.h"

#define HOST "Host: lillevik.test\r\n"
#define POST "POST /svar HTTP/1.1\r\n" HOST
#define GET "GET / HTTP/1.1\r\n" HOST
#define HEAD_MAX 4096
#define LIMIT 64

struct outcome {
	int status;                /* 0: more is needed; 200: whole; else refused */
	size_t used;               /* bytes of the message, when it is whole      */
	char text[2 * HEAD_MAX];   /* all of the request, in one line             */
	const char *objection;     /* of llhttp; NULL when it reads the same      */
};

static void describe(struct outcome *o, const struct http_in *in)
{
	const struct http_request *r = &in->req;
	struct buf b = { 0 };

	buf_printf(&b, "%d|%s|%s|%s|%d%d%d|", r->method, r->path, r->query, r->host,
	           in->keep_alive, in->http10, in->expects);
	for (size_t i = 0; i < r->n_field; i++)
		buf_printf(&b, "%s=%s|", r->field[i].name, r->field[i].value);
	buf_add(&b, r->body, r->n_body);
	snprintf(o->text, sizeof o->text, "%s", b.p);
	buf_free(&b);
}

/* Feeds n bytes in pieces of `piece`; 0 draws the length of each. */
static struct outcome read_in(const char *bytes, size_t n, size_t piece, uint64_t seed)
{
	struct world_fake clock = { .seed = seed };
	struct world world = world_fake(&clock);
	enum http_in_step step = HTTP_IN_MORE;
	struct outcome o = { 0 };
	struct http_in in;
	size_t used;

	http_in_init(&in, HEAD_MAX);
	while (o.used < n && (step == HTTP_IN_MORE || step == HTTP_IN_HEAD)) {
		size_t part = piece > 0 ? piece : 1 + world_random_below(&world, 9);
		char *copy;

		part = part < n - o.used ? part : n - o.used;
		copy = malloc(part);       /* so that a read too far is seen */
		memcpy(copy, bytes + o.used, part);
		step = http_in_feed(&in, copy, part, &used);
		free(copy);
		o.used += used;
		if (step == HTTP_IN_HEAD && !http_in_admit(&in, LIMIT))
			step = HTTP_IN_REFUSED;
	}
	if (step == HTTP_IN_WHOLE) {
		o.status = 200;
		o.objection = oracle_objects(bytes, n, o.used, &in.req);
		describe(&o, &in);
	} else if (step == HTTP_IN_REFUSED) {
		o.status = in.status;
		o.used = 0;
	}
	http_in_free(&in);
	return o;
}

static void same(const struct outcome *a, const struct outcome *b, const char *what)
{
	if (a->status != b->status || a->used != b->used || strcmp(a->text, b->text) != 0)
		fail_msg("cut differently, read differently: %.200s\n%d %zu %s\n%d %zu %s", what,
		         a->status, a->used, a->text, b->status, b->used, b->text);
}

static struct outcome read_all_ways(const char *bytes, size_t n)
{
	const struct outcome whole = read_in(bytes, n, n > 0 ? n : 1, 0);

	for (size_t piece = 1; piece <= 3; piece++) {
		const struct outcome o = read_in(bytes, n, piece, 0);
		same(&whole, &o, bytes);
	}
	for (uint64_t seed = 0; seed < 20; seed++) {
		const struct outcome o = read_in(bytes, n, 0, seed);
		same(&whole, &o, bytes);
	}
	return whole;
}

struct message {
	int status;
	const char *bytes;
	const char *text;      /* of the request, when it is one */
};

static const struct message accepted[] = {
	{ 200, GET "\r\n", "0|/||lillevik.test|100|host=lillevik.test|" },
	{ 200, "HEAD /x?a=b&c=%20? HTTP/1.1\r\nHOST:lillevik.test:8080 \t\r\n\r\n",
	  "1|/x|a=b&c=%20?|lillevik.test:8080|100|host=lillevik.test:8080|" },
	{ 200, "\r\n" GET "\r\n", "0|/||lillevik.test|100|host=lillevik.test|" },
	{ 200, GET "Cookie:  a=b; c  \r\nX:\r\n\r\n",
	  "0|/||lillevik.test|100|host=lillevik.test|cookie=a=b; c|x=|" },
	{ 200, "GET / HTTP/1.0\r\n" HOST "\r\n", "0|/||lillevik.test|010|host=lillevik.test|" },
	{ 200, "GET / HTTP/1.0\r\n" HOST "Connection: keep-alive\r\n\r\n",
	  "0|/||lillevik.test|110|host=lillevik.test|connection=keep-alive|" },
	{ 200, GET "Connection: close\r\n\r\n",
	  "0|/||lillevik.test|000|host=lillevik.test|connection=close|" },
	{ 200, GET "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n\r\n",
	  "0|/||lillevik.test|100|host=lillevik.test|connection=Upgrade, HTTP2-Settings|"
	  "upgrade=h2c|" },
	{ 200, "GET http://Lillevik.TEST/a?b HTTP/1.1\r\n" HOST "\r\n",
	  "0|/a|b|lillevik.test|100|host=lillevik.test|" },
	{ 200, "OPTIONS * HTTP/1.1\r\n" HOST "\r\n", "3|/||lillevik.test|100|host=lillevik.test|" },
	{ 200, "PUT /x HTTP/1.1\r\n" HOST "\r\n", "3|/x||lillevik.test|100|host=lillevik.test|" },
	{ 200, POST "Content-Length: 5\r\n\r\nhallo",
	  "2|/svar||lillevik.test|100|host=lillevik.test|content-length=5|hallo" },
	{ 200, POST "Content-Length: 0\r\n\r\n",
	  "2|/svar||lillevik.test|100|host=lillevik.test|content-length=0|" },
	{ 200, POST "Expect: 100-continue\r\nContent-Length: 2\r\n\r\nhi",
	  "2|/svar||lillevik.test|101|host=lillevik.test|expect=100-continue|content-length=2|hi" },
	{ 200, POST "Transfer-Encoding: chunked\r\n\r\n"
	  "5\r\nhallo\r\n00a\r\n, Lillevik\r\n0\r\n\r\n",
	  "2|/svar||lillevik.test|100|host=lillevik.test|transfer-encoding=chunked|"
	  "hallo, Lillevik" },
	{ 200, POST "transfer-encoding:CHUNKED\r\n\r\n0\r\n\r\n",
	  "2|/svar||lillevik.test|100|host=lillevik.test|transfer-encoding=CHUNKED|" },
};

static void requests_are_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof accepted / sizeof accepted[0]; i++) {
		const struct message *m = &accepted[i];
		const size_t n = strlen(m->bytes);
		const struct outcome o = read_all_ways(m->bytes, n);

		assert_string_equal(o.text, m->text);
		assert_int_equal(o.status, 200);
		assert_int_equal(o.used, n);
		assert_null(o.objection);
		for (size_t cut = 0; cut < n; cut++)     /* a part is never a whole */
			assert_int_equal(read_in(m->bytes, cut, n, 0).status, 0);
	}
}

static const struct message refused[] = {
	/* the request line */
	{ 400, "GET /\r\n\r\n" }, { 400, "GET / \r\n" HOST "\r\n" },
	{ 400, "GET / HTTP/1.1 \r\n" HOST "\r\n" }, { 400, "GET  / HTTP/1.1\r\n" HOST "\r\n" },
	{ 400, "GET /  HTTP/1.1\r\n" HOST "\r\n" }, { 400, "GET\t/ HTTP/1.1\r\n" HOST "\r\n" },
	{ 400, " GET / HTTP/1.1\r\n" HOST "\r\n" }, { 400, "get / HTTP/1.1\r\n" HOST "\r\n" },
	{ 400, "GET / http/1.1\r\n" HOST "\r\n" }, { 400, "GET / HTTP/1.12\r\n" HOST "\r\n" },
	{ 400, "GET / HTTP/1\r\n" HOST "\r\n" }, { 400, "GET / HTTPS/1.1\r\n" HOST "\r\n" },
	{ 400, "GET / HTTP/3.7\r\n" HOST "\r\n" }, { 505, "GET / HTTP/2.0\r\n" HOST "\r\n" },
	{ 505, "GET / HTTP/0.9\r\n" HOST "\r\n" },
	{ 400, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" },
	{ 400, "GET x HTTP/1.1\r\n" HOST "\r\n" }, { 400, "GET /a#b HTTP/1.1\r\n" HOST "\r\n" },
	{ 400, "GET /\xc3\xa6 HTTP/1.1\r\n" HOST "\r\n" },
	{ 400, "GET http://vond.test/ HTTP/1.1\r\n" HOST "\r\n" },
	{ 400, "GET ftp://lillevik.test/ HTTP/1.1\r\n" HOST "\r\n" },
	{ 400, "CONNECT lillevik.test:80 HTTP/1.1\r\n" HOST "\r\n" },
	{ 400, "\x16\x03\x01\x02" }, { 400, "\r\n\r\n" GET "\r\n" },
	{ 501, "BREW /kaffe HTTP/1.1\r\n" HOST "\r\n" },
	{ 400, "BREW /kaffe\r\n" HOST "\r\n" }, { 400, "BR@W /kaffe HTTP/1.1\r\n" HOST "\r\n" },
	/* line ends and control characters */
	{ 400, "GET / HTTP/1.1\n" HOST "\r\n" }, { 400, GET "A: b\n\r\n" },
	{ 400, GET "\n" }, { 400, "GET / HTTP/1.1\r" HOST "\r\n" }, { 400, GET "A: b\rc\r\n\r\n" },
	{ 400, GET "\r\r\n" }, { 400, GET "A: b\x01\r\n\r\n" }, { 400, GET "A: b\x7f\r\n\r\n" },
	/* fields */
	{ 400, GET "A : b\r\n\r\n" }, { 400, GET "A\t: b\r\n\r\n" }, { 400, GET ": b\r\n\r\n" },
	{ 400, GET "A b\r\n\r\n" }, { 400, GET "A: b\r\n c\r\n\r\n" },
	{ 400, GET "A: b\r\n\tc\r\n\r\n" }, { 400, "GET / HTTP/1.1\r\n A: b\r\n" HOST "\r\n" },
	{ 400, GET "\xc3\xa6: b\r\n\r\n" }, { 400, GET "A(: b\r\n\r\n" },
	{ 400, "GET / HTTP/1.1\r\n\r\n" }, { 400, "GET / HTTP/1.0\r\n\r\n" },
	{ 400, GET HOST "\r\n" }, { 400, "GET / HTTP/1.1\r\nHost:\r\n\r\n" },
	{ 400, "GET / HTTP/1.1\r\nHost: a b\r\n\r\n" },
	{ 400, "GET / HTTP/1.1\r\nHost: a@b\r\n\r\n" },
	{ 400, "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n" },
	/* Content-Length */
	{ 400, POST "Content-Length: +5\r\n\r\nhallo" },
	{ 400, POST "Content-Length: -5\r\n\r\nhallo" },
	{ 400, POST "Content-Length: 0x5\r\n\r\nhallo" },
	{ 400, POST "Content-Length: 5 \r\n\r\nhallo" },
	{ 400, POST "Content-Length:\t5\r\n\r\nhallo" },
	{ 400, POST "Content-Length: 5, 5\r\n\r\nhallo" },
	{ 400, POST "Content-Length: 5 5\r\n\r\nhallo" },
	{ 400, POST "Content-Length: 5.0\r\n\r\nhallo" },
	{ 400, POST "Content-Length:\r\n\r\n" },
	{ 400, POST "Content-Length: five\r\n\r\nhallo" },
	{ 400, POST "Content-Length: 99999999999999999999\r\n\r\n" },
	{ 400, POST "Content-Length: 18446744073709551616\r\n\r\n" },
	{ 400, POST "Content-Length: 5\r\nContent-Length: 5\r\n\r\nhallo" },
	{ 400, POST "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhallo" },
	{ 413, POST "Content-Length: 65\r\n\r\n" },
	{ 413, POST "Content-Length: 5368709120\r\n\r\n" },
	/* Transfer-Encoding */
	{ 400, POST "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" },
	{ 400, POST "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n" },
	{ 400, POST "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n" },
	{ 400, POST "Transfer-Encoding: chunked\t\r\n\r\n0\r\n\r\n" },
	{ 400, POST "Transfer-Encoding: chunked \r\n\r\n0\r\n\r\n" },
	{ 400, POST "Transfer-Encoding:\tchunked\r\n\r\n0\r\n\r\n" },
	{ 400, POST "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" },
	{ 400, POST "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n" },
	{ 400, POST "Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n" },
	{ 400, POST "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n" },
	{ 400, POST "Transfer-Encoding: identity\r\n\r\n" },
	{ 400, POST "Transfer-Encoding:\r\n\r\n" },
	{ 400, POST "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" },
	{ 400, "POST / HTTP/1.0\r\n" HOST "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n" },
	/* Expect */
	{ 417, POST "Expect: kaffe\r\nContent-Length: 2\r\n\r\nhi" },
};

#define CHUNKED POST "Transfer-Encoding: chunked\r\n\r\n"

static const struct message refused_chunks[] = {
	{ 400, CHUNKED "x\r\n" }, { 400, CHUNKED "\r\n" }, { 400, CHUNKED "0x5\r\nhallo\r\n" },
	{ 400, CHUNKED "+5\r\nhallo\r\n" }, { 400, CHUNKED "-5\r\nhallo\r\n" },
	{ 400, CHUNKED " 5\r\nhallo\r\n" }, { 400, CHUNKED "5 \r\nhallo\r\n" },
	{ 400, CHUNKED "5;a=b\r\nhallo\r\n" }, { 400, CHUNKED "5;\r\nhallo\r\n" },
	{ 400, CHUNKED "5\nhallo\r\n" }, { 400, CHUNKED "5\rhallo" },
	{ 400, CHUNKED "5\r\nhalloX\r\n" }, { 400, CHUNKED "5\r\nhallo\n" },
	{ 400, CHUNKED "5\r\nhall\r\n0\r\n\r\n" },
	{ 400, CHUNKED "000000005\r\n" }, { 413, CHUNKED "ffffffff\r\n" },
	{ 400, CHUNKED "fffffffff\r\n" }, { 413, CHUNKED "41\r\n" },
	{ 413, CHUNKED "3f\r\n012345678901234567890123456789012345678901234567890123456789012\r\n"
	  "2\r\n" },
	{ 400, CHUNKED "0\r\nTrailer: x\r\n\r\n" }, { 400, CHUNKED "0\r\n\n" },
	{ 400, CHUNKED "0\n\r\n" }, { 400, CHUNKED "0;x\r\n\r\n" },
};

static void check_refused(const struct message *m, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct outcome o = read_all_ways(m[i].bytes, strlen(m[i].bytes));

		if (o.status != m[i].status)
			fail_msg("%d instead of %d: %s", o.status, m[i].status, m[i].bytes);
	}
}

static void mistakes_are_refused(void **state)
{
	(void)state;
	check_refused(refused, sizeof refused / sizeof refused[0]);
	check_refused(refused_chunks, sizeof refused_chunks / sizeof refused_chunks[0]);
}

static void a_nul_is_refused_wherever_it_stands(void **state)
{
	static const char good[] = POST "A: b\r\n\r\n";
	char bytes[sizeof good];

	(void)state;
	for (size_t at = 0; at + 4 < sizeof good; at++) {
		memcpy(bytes, good, sizeof good);
		bytes[at] = '\0';
		assert_int_equal(read_all_ways(bytes, sizeof good - 1).status, 400);
	}
}

/* n times `unit` between `before` and `after`. */
static struct outcome read_repeated(const char *before, const char *unit, int n,
                                    const char *after)
{
	struct buf b = { 0 };
	struct outcome o;

	buf_puts(&b, before);
	while (n-- > 0)
		buf_puts(&b, unit);
	buf_puts(&b, after);
	o = read_all_ways(b.p, b.n);
	buf_free(&b);
	return o;
}

static void what_is_too_long_is_refused(void **state)
{
	const char *end = " HTTP/1.1\r\n" HOST "\r\n";

	(void)state;
	assert_int_equal(read_repeated("", "A", 1 << 16, end).status, 400);
	assert_int_equal(read_repeated("GET /", "a", HEAD_MAX, end).status, 414);
	assert_int_equal(read_repeated("GET /", "a", HEAD_MAX - 100, end).status, 200);
	assert_int_equal(read_repeated(GET "A: ", "a", HEAD_MAX, "\r\n\r\n").status, 431);
	assert_int_equal(read_repeated(GET, "A: b\r\n", 1000, "\r\n").status, 431);
	assert_int_equal(read_repeated(GET, "A: b\r\n", 99, "\r\n").status, 200);
	assert_int_equal(read_repeated(GET, "A: b\r\n", 100, "\r\n").status, 431);
	assert_int_equal(read_repeated(CHUNKED, "1\r\na\r\n", 64, "0\r\n\r\n").status, 200);
	assert_int_equal(read_repeated(CHUNKED, "1\r\na\r\n", 65, "0\r\n\r\n").status, 413);
}

static void a_head_of_exactly_the_limit_is_read(void **state)
{
	const size_t frame = strlen("GET / HTTP/1.1\r\n" HOST "\r\n");

	(void)state;
	assert_int_equal(read_repeated("GET /", "a", HEAD_MAX - (int)frame,
	                               " HTTP/1.1\r\n" HOST "\r\n").status, 200);
	assert_int_equal(read_repeated("GET /", "a", HEAD_MAX - (int)frame + 1,
	                               " HTTP/1.1\r\n" HOST "\r\n").status, 431);
}

/* Every message with one byte changed, taken out or doubled: whatever becomes of
 * it, it becomes in every cutting, and llhttp agrees with what we accept. */
static void damaged_messages_are_read_alike(void **state)
{
	static const char letters[] = "\r\n \t:;,0x5+A\x80";
	int whole = 0;

	(void)state;
	for (size_t i = 0; i < sizeof accepted / sizeof accepted[0]; i++) {
		const char *good = accepted[i].bytes;
		const size_t n = strlen(good);

		for (size_t at = 0; at < n; at++) {
			for (size_t k = 0; k < sizeof letters; k++) {
				struct buf b = { 0 };
				struct outcome o, bytewise;

				buf_add(&b, good, at);
				buf_putc(&b, letters[k]);
				buf_puts(&b, good + at + (k % 2));
				buf_puts(&b, "\r\n");
				o = read_in(b.p, b.n, b.n, 0);
				bytewise = read_in(b.p, b.n, 1, 0);
				same(&o, &bytewise, b.p);
				if (o.objection != NULL)
					fail_msg("llhttp on %s: %s", o.objection, b.p);
				whole += o.status == 200;
				buf_free(&b);
			}
		}
	}
	assert_in_range(whole, 1000, 1000000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(requests_are_read),
		cmocka_unit_test(mistakes_are_refused),
		cmocka_unit_test(a_nul_is_refused_wherever_it_stands),
		cmocka_unit_test(what_is_too_long_is_refused),
		cmocka_unit_test(a_head_of_exactly_the_limit_is_read),
		cmocka_unit_test(damaged_messages_are_read_alike),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
