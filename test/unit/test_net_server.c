/* The loop over real sockets: order of commit and replies, deadlines, what is
 * refused and how (security H01-H05, H09, H14). */
#include "test_net.h"

#include <poll.h>
#include <sys/resource.h>

#define HOST "Host: lillevik.test\r\n"
#define GET(path) "GET " path " HTTP/1.1\r\n" HOST "\r\n"
#define POST "POST /svar HTTP/1.1\r\n" HOST

static void a_request_is_answered(void **state)
{
	struct hall h = { 0 };
	struct client c;

	(void)state;
	hall_open(&h);
	c = client_new(&h, 0);
	client_say(&c, GET("/a?b=1"));
	client_await(&c, "GET /a?b=1 ", 1);
	assert_string_equal(c.got.p,
		"HTTP/1.1 200 OK\r\nDate: Fri, 15 Jan 2027 00:00:00 GMT\r\n"
		"Content-Type: text/plain\r\nContent-Length: 11\r\n\r\nGET /a?b=1 ");
	assert_string_equal(h.seen.p, "/a commit ");
	assert_int_equal(net_stats(h.net).conns, 1);
	client_free(&c);
	for (int i = 0; i < TURNS && net_stats(h.net).conns > 0; i++)
		net_turn(h.net, 1);
	assert_int_equal(net_stats(h.net).conns, 0);
	hall_close(&h);
}

static void the_peer_is_known_by_address(void **state)
{
	struct hall h = { 0 };
	struct client c;

	(void)state;
	hall_open(&h);
	c = client_new(&h, 0);
	client_await(&c, "", 0);
	hall_settle(&h);
	assert_string_equal(LINK_OF(h.net->due[DUE_IDLE].next, struct conn, due)->peer,
	                    "127.0.0.1");
	client_free(&c);
	hall_close(&h);
}

/* The second message hides behind a first whose end is doubtful. */
static const struct { int status; const char *bytes; } wrong[] = {
	{ 400, "GET /\r\n\r\n" }, { 400, "GET / HTTP/1.1\n" HOST "\n" },
	{ 400, "GET / HTTP/1.1\r" HOST "\r" }, { 400, "GET / HTTP/1.1\r\nHost : x\r\n\r\n" },
	{ 400, "GET / HTTP/1.1\r\n" HOST "A: b\r\n c\r\n\r\n" },
	{ 400, "GET / HTTP/1.1\r\n\r\n" }, { 400, "GET / HTTP/1.1\r\n" HOST HOST "\r\n" },
	{ 400, POST "Content-Length: -1\r\n\r\n" }, { 400, POST "Content-Length: +5\r\n\r\nhallo" },
	{ 400, POST "Content-Length: 0x5\r\n\r\nhallo" },
	{ 400, POST "Content-Length: 99999999999999999999\r\n\r\n" },
	{ 400, POST "Content-Length: 5\r\nContent-Length: 5\r\n\r\nhallo" },
	{ 400, POST "Content-Length: 5\r\nContent-Length: 50\r\n\r\nhallo" },
	{ 400, POST "Content-Length: 50\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" },
	{ 400, POST "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n" },
	{ 400, POST "Transfer-Encoding: chunked\t\r\n\r\n0\r\n\r\n" },
	{ 400, POST "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" },
	{ 400, "POST / HTTP/1.0\r\n" HOST "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n" },
	{ 400, POST "Transfer-Encoding: chunked\r\n\r\n5;x=y\r\nhallo\r\n0\r\n\r\n" },
	{ 400, POST "Transfer-Encoding: chunked\r\n\r\n0x5\r\nhallo\r\n0\r\n\r\n" },
	{ 400, POST "Transfer-Encoding: chunked\r\n\r\n0\r\nContent-Length: 5\r\n\r\n" },
	{ 413, POST "Content-Length: 1001\r\n\r\n" },
	{ 413, "GET / HTTP/1.1\r\n" HOST "Content-Length: 1\r\n\r\nx" },
	{ 413, POST "Transfer-Encoding: chunked\r\n\r\n3e9\r\n" },
	{ 417, POST "Expect: kaffe\r\nContent-Length: 1\r\n\r\nx" },
	{ 501, "BREW /kaffe HTTP/1.1\r\n" HOST "\r\n" },
	{ 505, "GET / HTTP/2.0\r\n" HOST "\r\n" },
};

static void doubtful_requests_end_the_connection(void **state)
{
	struct hall h = { 0 };

	(void)state;
	hall_open(&h);
	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
		struct client c = client_new(&h, 0);

		client_say(&c, GET("/foerst"));
		client_say(&c, wrong[i].bytes);
		client_say(&c, GET("/skjult"));
		client_await_eof(&c);
		assert_int_equal(client_count(&c, "HTTP/1.1 "), 2);
		if (wrong[i].status != strtol(strstr(c.got.p, "/foerst? HTTP/1.1 ") + 18, NULL, 10))
			fail_msg("%s: %s", wrong[i].bytes, c.got.p);
		assert_true(client_has(&c, "\r\nConnection: close\r\n"));
		client_free(&c);
	}
	assert_null(strstr(h.seen.p, "/skjult"));
	assert_int_equal(net_stats(h.net).refused, sizeof wrong / sizeof wrong[0]);
	hall_close(&h);
}

static void what_is_refused_is_dressed_by_the_app(void **state)
{
	struct hall h = { 0 };
	struct client a, b;

	(void)state;
	hall_open(&h);
	a = client_new(&h, 0);
	client_say(&a, "tull\r\n\r\n");
	client_await_eof(&a);
	assert_true(client_has(&a, "refused 400"));
	b = client_new(&h, 0);
	client_say(&b, POST "Content-Length: 1001\r\n\r\n");
	client_await_eof(&b);
	assert_true(client_has(&b, "refused 413"));
	assert_string_equal(h.seen.p, "!400 !413/svar ");     /* and no commit */
	client_free(&a);
	client_free(&b);
	hall_close(&h);
}

/* Five megabytes on their way: the answer comes without their being stored, and
 * arrives though the sender has not stopped. */
static void a_huge_body_is_refused_before_it_is_read(void **state)
{
	static const char *const heads[] = {
		POST "Content-Length: 5000000\r\n\r\n",
		POST "Transfer-Encoding: chunked\r\n\r\n4c4b40\r\n",
	};
	static char much[100000];
	struct hall h = { 0 };

	(void)state;
	hall_open(&h);
	memset(much, 'a', sizeof much);
	for (size_t i = 0; i < 2; i++) {
		struct client c = client_new(&h, 0);

		client_say(&c, heads[i]);
		for (int k = 0; k < 5; k++)
			client_send(&c, much, sizeof much);
		client_await(&c, "refused 413", 1);
		assert_int_equal(status_of(&c), 413);
		for (int k = 0; k < 45; k++)            /* it has had its chance to stop */
			client_send(&c, much, sizeof much);
		hall_settle(&h);
		assert_int_equal(net_stats(h.net).conns, 0);
		client_free(&c);
	}
	hall_close(&h);
}

static void too_much_head_is_refused(void **state)
{
	static char long_target[65536], many_fields[65536];
	struct hall h = { 0 };
	struct client c;
	size_t n;

	(void)state;
	hall_open(&h);
	memset(long_target, 'a', sizeof long_target);
	memcpy(long_target, "GET /", 5);
	c = client_new(&h, 0);
	client_send(&c, long_target, sizeof long_target);
	client_await(&c, "refused 414", 1);
	client_free(&c);

	n = (size_t)snprintf(many_fields, sizeof many_fields, "GET / HTTP/1.1\r\n" HOST);
	while (n + 6 < sizeof many_fields)
		n += (size_t)snprintf(many_fields + n, sizeof many_fields - n, "A: b\r\n");
	c = client_new(&h, 0);
	client_send(&c, many_fields, n);
	client_await(&c, "refused 431", 1);
	client_free(&c);
	hall_close(&h);
}

static void bodies_are_read(void **state)
{
	struct hall h = { 0 };
	struct client c;

	(void)state;
	hall_open(&h);
	c = client_new(&h, 0);
	client_say(&c, POST "Content-Length: 10\r\n\r\nhallo");
	hall_settle(&h);
	assert_null(h.seen.p);
	client_say(&c, "hallo");
	client_await(&c, "POST /svar? hallohallo", 1);
	client_say(&c, POST "Transfer-Encoding: chunked\r\n\r\n5\r\nhallo\r\n");
	hall_settle(&h);
	client_say(&c, "1\r\n!\r\n0\r\n\r\n");
	client_await(&c, "POST /svar? hallo!", 1);
	client_free(&c);
	hall_close(&h);
}

static void a_body_is_asked_for_when_it_may_come(void **state)
{
	struct hall h = { 0 };
	struct client c;

	(void)state;
	hall_open(&h);
	c = client_new(&h, 0);
	client_say(&c, POST "Expect: 100-continue\r\nContent-Length: 5\r\n\r\n");
	client_await(&c, "HTTP/1.1 100 Continue\r\n\r\n", 1);
	client_say(&c, "hallo");
	client_await(&c, "POST /svar? hallo", 1);
	/* behind another request its turn comes after that one's reply */
	client_say(&c, GET("/a") POST "Expect: 100-Continue\r\nContent-Length: 2\r\n\r\n");
	client_await(&c, "100 Continue", 2);
	assert_true(strstr(c.got.p, "GET /a? HTTP/1.1 100 Continue") != NULL);
	client_say(&c, "hi");
	client_await(&c, "POST /svar? hi", 1);
	/* what is at hand need not be asked for */
	client_say(&c, POST "Expect: 100-continue\r\nContent-Length: 2\r\n\r\nja");
	client_await(&c, "POST /svar? ja", 1);
	/* too large: nothing is asked for */
	client_say(&c, POST "Expect: 100-continue\r\nContent-Length: 1001\r\n\r\n");
	client_await(&c, "refused 413", 1);
	client_await_eof(&c);
	assert_int_equal(client_count(&c, "100 Continue"), 2);
	client_free(&c);
	hall_close(&h);
}

static void head_is_get_without_the_body(void **state)
{
	struct hall h = { 0 };
	struct client c;

	(void)state;
	hall_open(&h);
	c = client_new(&h, 0);
	client_say(&c, "HEAD /a HTTP/1.1\r\n" HOST "\r\n" GET("/tomt"));
	client_await(&c, "\r\n\r\n", 2);
	assert_true(client_has(&c, "Content-Length: 9\r\n\r\nHTTP/1.1 204 No Content\r\n"));
	assert_int_equal(client_count(&c, "Content-Length"), 1);
	client_free(&c);
	hall_close(&h);
}

static void other_methods_are_the_apps(void **state)
{
	static const char *const lines[] = { "TRACE /", "PUT /", "OPTIONS *", "DELETE /x" };
	struct hall h = { 0 };

	(void)state;
	hall_open(&h);
	for (size_t i = 0; i < 4; i++) {
		struct client c = client_new(&h, 0);

		client_say(&c, lines[i]);
		client_say(&c, " HTTP/1.1\r\n" HOST "\r\n");
		client_await(&c, "OTHER /", 1);
		client_free(&c);
	}
	hall_close(&h);
}

static void old_clients_are_answered_and_closed(void **state)
{
	struct hall h = { 0 };
	struct client c;

	(void)state;
	hall_open(&h);
	c = client_new(&h, 0);
	client_say(&c, "GET /a HTTP/1.0\r\n" HOST "Connection: keep-alive\r\n\r\n");
	client_await(&c, "Connection: keep-alive\r\n", 1);
	client_say(&c, "GET /a HTTP/1.0\r\n" HOST "\r\n");
	client_await_eof(&c);
	assert_int_equal(client_count(&c, "GET /a? "), 2);
	client_free(&c);
	c = client_new(&h, 0);
	client_say(&c, "GET /a HTTP/1.1\r\n" HOST "Connection: close\r\n\r\n" GET("/b"));
	client_await_eof(&c);
	assert_int_equal(client_count(&c, "HTTP/1.1 200"), 1);
	client_free(&c);
	hall_close(&h);
}

/* A hundred questions in one go, some with bodies, then nothing more to say. */
static void pipelined_requests_are_answered_in_order(void **state)
{
	struct hall h = { 0 };
	struct buf all = { 0 };
	struct client c;
	char *at, want[64];

	(void)state;
	hall_open(&h);
	c = client_new(&h, 0);
	for (int i = 0; i < 100; i++)
		buf_printf(&all, i % 2 ? "GET /n%d HTTP/1.1\r\n" HOST "\r\n"
		           : "POST /n%d HTTP/1.1\r\n" HOST "Content-Length: 2\r\n\r\nhi", i);
	client_send(&c, all.p, all.n);
	shutdown(c.fd, SHUT_WR);
	client_await_eof(&c);
	at = c.got.p;
	for (int i = 0; i < 100; i++) {
		snprintf(want, sizeof want, i % 2 ? "GET /n%d? " : "POST /n%d? hi", i);
		at = strstr(at, want);
		assert_non_null(at);
	}
	assert_int_equal(client_count(&c, "HTTP/1.1 200 OK"), 100);
	assert_int_equal(net_stats(h.net).requests, 100);
	assert_in_range(h.commits, 2, 50);     /* shared, but bounded */
	buf_free(&all);
	client_free(&c);
	hall_close(&h);
}

static void a_half_request_before_the_end_is_nothing(void **state)
{
	struct hall h = { 0 };
	struct client c;

	(void)state;
	hall_open(&h);
	c = client_new(&h, 0);
	client_say(&c, GET("/a") POST "Content-Length: 5\r\n\r\nhal");
	shutdown(c.fd, SHUT_WR);
	client_await_eof(&c);
	assert_int_equal(client_count(&c, "HTTP/1.1 "), 1);
	assert_string_equal(h.seen.p, "/a commit ");
	client_free(&c);
	hall_close(&h);
}

static void replies_wait_for_the_commit(void **state)
{
	struct hall h = { 0 };
	struct client c[3];

	(void)state;
	hall_open(&h);
	for (int i = 0; i < 3; i++)
		c[i] = client_new(&h, 0);
	hall_settle(&h);
	for (int i = 0; i < 3; i++)
		client_say(&c[i], GET("/x"));
	net_turn(h.net, 100);
	assert_string_equal(h.seen.p, "/x /x /x commit ");
	for (int i = 0; i < 3; i++) {
		client_await(&c[i], "GET /x", 1);
		client_free(&c[i]);
	}
	hall_close(&h);
}

static ssize_t write_and_note(struct conn *c, const struct iovec *iov, int n)
{
	struct hall *h = c->net->app.arg;

	buf_puts(&h->seen, "write ");
	return io_plain.write(c, iov, n);
}

static void nothing_is_written_before_the_commit(void **state)
{
	struct io noting = io_plain;
	struct hall h = { 0 };
	struct client c;

	(void)state;
	hall_open(&h);
	noting.write = write_and_note;
	h.net->io = &noting;
	c = client_new(&h, 0);
	client_say(&c, GET("/a") GET("/b"));
	client_await(&c, "GET /b", 1);
	assert_string_equal(h.seen.p, "/a /b commit write write ");
	client_free(&c);
	hall_close(&h);
}

static void a_failed_commit_takes_every_reply_back(void **state)
{
	struct hall h = { 0 };
	struct client a, b;

	(void)state;
	hall_open(&h);
	h.save = false;
	a = client_new(&h, 0);
	b = client_new(&h, 0);
	hall_settle(&h);
	client_say(&a, GET("/a") GET("/b"));
	client_say(&b, GET("/strom?7"));
	client_await(&a, "refused 503", 2);
	client_await(&b, "refused 503", 1);
	client_await_eof(&b);
	assert_int_equal(client_count(&a, "HTTP/1.1 "), 2);
	assert_int_equal(client_count(&a, "503 Service Unavailable"), 2);
	assert_int_equal(client_count(&b, "HTTP/1.1 "), 1);
	assert_false(client_has(&a, "GET /a"));
	assert_int_equal(h.gone, 1);
	assert_int_equal(h.gone_tag, 7);
	assert_int_equal(channel_watchers(h.channel), 0);
	h.save = true;                      /* it works again by itself */
	client_say(&a, GET("/c"));
	client_await(&a, "GET /c", 1);
	client_free(&a);
	client_free(&b);
	hall_close(&h);
}

/* What net refused promised nothing, so there is nothing to take back. */
static void a_failed_commit_leaves_refusals_as_they_are(void **state)
{
	struct hall h = { 0 };
	struct client c;

	(void)state;
	hall_open(&h);
	h.save = false;
	c = client_new(&h, 0);
	client_say(&c, GET("/a") "tull\r\n\r\n");
	client_await_eof(&c);
	assert_string_equal(h.seen.p, "/a !400 commit !503/a ");
	assert_int_equal(client_count(&c, "HTTP/1.1 503"), 1);
	assert_int_equal(client_count(&c, "HTTP/1.1 400"), 1);
	client_free(&c);
	hall_close(&h);
}

#define CROWD 40

static void a_turn_takes_so_many_requests_and_no_more(void **state)
{
	struct hall h = { 0 };
	struct client c[CROWD];
	struct buf sixteen = { 0 };

	(void)state;
	hall_open(&h);
	for (int i = 0; i < 16; i++)
		buf_puts(&sixteen, GET("/a"));
	for (int i = 0; i < CROWD; i++)
		c[i] = client_new(&h, 0);
	hall_settle(&h);
	for (int i = 0; i < CROWD; i++)
		client_send(&c[i], sixteen.p, sixteen.n);
	net_turn(h.net, 0);
	assert_int_equal(net_stats(h.net).requests, 512);
	for (int i = 0; i < CROWD; i++) {
		client_await(&c[i], "GET /a", 16);
		client_free(&c[i]);
	}
	assert_int_equal(h.commits, 2);
	buf_free(&sixteen);
	hall_close(&h);
}

static ssize_t write_little(struct conn *c, const struct iovec *iov, int n)
{
	static unsigned turn;
	struct iovec one = iov[n - 1];

	for (int i = n; i-- > 0; )
		if (iov[i].iov_len > 0)
			one = iov[i];
	if (turn++ % 2 == 0) {
		errno = EAGAIN;
		return -1;
	}
	one.iov_len = one.iov_len < 7 ? one.iov_len : 7;
	return io_plain.write(c, &one, 1);
}

static void replies_survive_being_taken_in_bits(void **state)
{
	struct io little = io_plain;
	struct hall h = { 0 };
	struct client c;

	(void)state;
	hall_open(&h);
	little.write = write_little;
	h.net->io = &little;
	c = client_new(&h, 0);
	client_say(&c, GET("/a?b=1") POST "Content-Length: 5\r\n\r\nhallo");
	client_await(&c, "POST /svar? hallo", 1);
	assert_string_equal(c.got.p,
		"HTTP/1.1 200 OK\r\nDate: Fri, 15 Jan 2027 00:00:00 GMT\r\n"
		"Content-Type: text/plain\r\nContent-Length: 11\r\n\r\nGET /a?b=1 "
		"HTTP/1.1 200 OK\r\nDate: Fri, 15 Jan 2027 00:00:00 GMT\r\n"
		"Content-Type: text/plain\r\nContent-Length: 17\r\n\r\nPOST /svar? hallo");
	client_free(&c);
	hall_close(&h);
}

static void make_big(struct hall *h, size_t n)
{
	h->n_big = n;
	h->big = malloc(n);
	for (size_t i = 0; i < n; i++)
		h->big[i] = (char)('a' + i % 26);
}

static void a_large_reply_comes_whole(void **state)
{
	struct hall h = { 0 };
	struct client c;
	const char *body;

	(void)state;
	hall_open(&h);
	make_big(&h, 8000000);
	c = client_new(&h, 8192);
	client_say(&c, GET("/stor") GET("/etter"));
	client_await(&c, "GET /etter", 1);
	body = strstr(c.got.p, "\r\n\r\n") + 4;
	assert_memory_equal(body, h.big, h.n_big);
	client_free(&c);
	hall_close(&h);
}

static void a_reply_nobody_takes_ends(void **state)
{
	struct hall h = { 0 };
	struct client c, other;

	(void)state;
	hall_open(&h);
	make_big(&h, 8000000);
	c = client_new(&h, 4096);
	client_say(&c, GET("/stor"));
	hall_settle(&h);
	other = client_new(&h, 0);
	client_say(&other, GET("/a"));
	client_await(&other, "GET /a", 1);
	h.clock.mono_ms += 19999;
	hall_settle(&h);
	assert_int_equal(net_stats(h.net).conns, 2);
	h.clock.mono_ms += 1;
	hall_settle(&h);
	assert_int_equal(net_stats(h.net).conns, 1);
	client_free(&c);
	client_free(&other);
	hall_close(&h);
}

/* Bytes that keep coming do not move a deadline. */
static void slow_heads_and_bodies_run_out_of_time(void **state)
{
	static const struct { const char *begin; int ms; } slow[] = {
		{ "GET / HTTP/1.1\r\n" HOST "A: ", 10000 },
		{ POST "Content-Length: 900\r\n\r\n", 20000 },
		{ POST "Transfer-Encoding: chunked\r\n\r\n300\r\n", 20000 },
	};
	struct hall h = { 0 };

	(void)state;
	hall_open(&h);
	for (size_t i = 0; i < sizeof slow / sizeof slow[0]; i++) {
		struct client c = client_new(&h, 0);

		client_say(&c, slow[i].begin);
		hall_settle(&h);
		for (int ms = 1000; ms < slow[i].ms; ms += 1000) {
			h.clock.mono_ms += 1000;
			client_say(&c, "x");
			hall_settle(&h);
			client_read(&c);
			assert_int_equal(c.got.n, 0);
		}
		h.clock.mono_ms += 1000;
		client_await(&c, "refused 408", 1);
		client_await_eof(&c);
		assert_int_equal(status_of(&c), 408);
		client_free(&c);
		hall_settle(&h);
	}
	hall_close(&h);
}

static void idle_connections_end_in_silence(void **state)
{
	struct hall h = { 0 };
	struct client fresh, used;

	(void)state;
	hall_open(&h);
	fresh = client_new(&h, 0);
	used = client_new(&h, 0);
	client_say(&used, GET("/a"));
	client_await(&used, "GET /a", 1);
	h.clock.mono_ms += 59999;
	hall_settle(&h);
	assert_int_equal(net_stats(h.net).conns, 2);
	h.clock.mono_ms += 1;
	client_await_eof(&fresh);
	client_await_eof(&used);
	assert_int_equal(fresh.got.n, 0);
	assert_int_equal(client_count(&used, "HTTP/1.1"), 1);
	client_free(&fresh);
	client_free(&used);
	hall_close(&h);
}

/* The deadline of the second head runs from the second head. */
static void each_request_has_its_own_time(void **state)
{
	struct hall h = { 0 };
	struct client c;

	(void)state;
	hall_open(&h);
	c = client_new(&h, 0);
	client_say(&c, "GET /a HTTP/1.1\r\n");
	hall_settle(&h);
	h.clock.mono_ms += 9000;
	client_say(&c, HOST "\r\nGET /b HTTP/1.1\r\n");
	client_await(&c, "GET /a", 1);
	h.clock.mono_ms += 9000;
	hall_settle(&h);
	client_say(&c, HOST "\r\n");
	client_await(&c, "GET /b", 1);
	assert_false(client_has(&c, "408"));
	client_free(&c);
	hall_close(&h);
}

static void lingering_ends(void **state)
{
	struct hall h = { 0 };
	struct client c;

	(void)state;
	hall_open(&h);
	c = client_new(&h, 0);
	client_say(&c, "tull\r\n\r\n");
	client_await_eof(&c);          /* we have said our last, c has not */
	hall_settle(&h);
	assert_int_equal(net_stats(h.net).conns, 1);
	h.clock.mono_ms += 2000;
	hall_settle(&h);
	assert_int_equal(net_stats(h.net).conns, 0);
	client_free(&c);
	hall_close(&h);
}

static void a_full_house_makes_room_or_waits(void **state)
{
	struct hall h = { .limits = { .conn_max = 2 } };
	struct client a, b, c;

	(void)state;
	hall_open(&h);
	a = client_new(&h, 0);
	client_say(&a, GET("/strom?1"));
	client_await(&a, "retry", 1);
	b = client_new(&h, 0);
	client_say(&b, GET("/b"));
	client_await(&b, "GET /b", 1);
	c = client_new(&h, 0);                       /* in place of b, which is idle */
	client_say(&c, GET("/strom?2"));
	client_await(&c, "retry", 1);
	client_await_eof(&b);
	client_free(&b);
	b = client_new(&h, 0);                       /* nobody is idle now */
	client_say(&b, GET("/venter"));
	hall_settle(&h);
	assert_false(h.net->accepting);
	assert_int_equal(net_stats(h.net).conns, 2);
	client_free(&a);
	client_await(&b, "GET /venter", 1);
	client_free(&b);
	client_free(&c);
	hall_close(&h);
}

/* Without a free descriptor the loop rests instead of turning for nothing. */
static void no_descriptors_is_no_reason_to_spin(void **state)
{
	struct hall h = { 0 };
	struct client c;
	struct rlimit usual, none;
	int lowest;

	(void)state;
	hall_open(&h);
	c = client_new(&h, 0);
	client_say(&c, GET("/a"));
	lowest = dup(0);
	close(lowest);
	assert_int_equal(getrlimit(RLIMIT_NOFILE, &usual), 0);
	none = usual;
	none.rlim_cur = (rlim_t)lowest;
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &none), 0);
	net_turn(h.net, 0);
	assert_false(h.net->accepting);
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &usual), 0);
	hall_settle(&h);
	assert_int_equal(net_stats(h.net).conns, 0);
	h.clock.mono_ms += 500;
	client_await(&c, "GET /a", 1);
	client_free(&c);
	hall_close(&h);
}

/* Each look at the clock is a tenth of a second later. */
static int64_t hurrying(void *arg)
{
	return ((struct world_fake *)arg)->mono_ms += 100;
}

static void stopping_finishes_what_is_under_way(void **state)
{
	struct hall h = { 0 };
	struct client half, idle, stream;
	int64_t began;

	(void)state;
	hall_open(&h);
	half = client_new(&h, 0);
	idle = client_new(&h, 0);
	stream = client_new(&h, 0);
	client_say(&stream, GET("/strom?3"));
	client_await(&stream, "retry", 1);
	client_say(&half, POST "Content-Length: 5\r\n\r\nhal");
	hall_settle(&h);
	net_stop(h.net);
	net_turn(h.net, 0);
	client_await_eof(&idle);
	client_await_eof(&stream);
	assert_int_equal(h.gone, 1);
	client_say(&half, "lo");
	client_await_eof(&half);
	assert_true(client_has(&half, "Connection: close\r\n"));
	assert_true(client_has(&half, "POST /svar? hallo"));
	h.world.mono_ms = hurrying;
	client_free(&half);
	half = idle;
	net_run(h.net);
	assert_int_equal(net_stats(h.net).conns, 0);
	client_free(&half);
	client_free(&stream);
	hall_close(&h);

	hall_open(&h);                             /* one who never finishes */
	h.net->limits.stop_ms = 40;                /* the loop waits for real */
	h.world.mono_ms = hurrying;
	half = client_new(&h, 0);
	client_say(&half, POST "Content-Length: 5\r\n\r\nhal");
	for (int i = 0; i < 5; i++)
		net_turn(h.net, 1);
	net_stop(h.net);
	began = h.clock.mono_ms;
	net_run(h.net);
	assert_in_range(h.clock.mono_ms - began, 40, 1000);
	assert_int_equal(net_stats(h.net).conns, 1);
	client_free(&half);
	hall_close(&h);
}

static void an_address_that_cannot_be_had_is_explained(void **state)
{
	static const char *const bad[] = { "8080", "127.0.0.1:", "::1:8080", "127.0.0.1:hei",
	                                   "203.0.113.1:80" };
	const struct net_app app = { 0 };
	const struct net_limits limits = { 0 };
	const struct world world = world_real();
	struct hall h = { 0 };
	const char *error;
	char taken[32];

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		error = NULL;
		assert_null(net_open(bad[i], &limits, &world, &app, &error));
		assert_non_null(strstr(error, bad[i]));
	}
	hall_open(&h);
	snprintf(taken, sizeof taken, "127.0.0.1:%d", net_port(h.net));
	assert_null(net_open(taken, &limits, &world, &app, &error));
	assert_non_null(strstr(error, "in use"));
	hall_close(&h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_request_is_answered),
		cmocka_unit_test(the_peer_is_known_by_address),
		cmocka_unit_test(doubtful_requests_end_the_connection),
		cmocka_unit_test(what_is_refused_is_dressed_by_the_app),
		cmocka_unit_test(a_huge_body_is_refused_before_it_is_read),
		cmocka_unit_test(too_much_head_is_refused),
		cmocka_unit_test(bodies_are_read),
		cmocka_unit_test(a_body_is_asked_for_when_it_may_come),
		cmocka_unit_test(head_is_get_without_the_body),
		cmocka_unit_test(other_methods_are_the_apps),
		cmocka_unit_test(old_clients_are_answered_and_closed),
		cmocka_unit_test(pipelined_requests_are_answered_in_order),
		cmocka_unit_test(a_half_request_before_the_end_is_nothing),
		cmocka_unit_test(replies_wait_for_the_commit),
		cmocka_unit_test(nothing_is_written_before_the_commit),
		cmocka_unit_test(a_failed_commit_takes_every_reply_back),
		cmocka_unit_test(a_failed_commit_leaves_refusals_as_they_are),
		cmocka_unit_test(a_turn_takes_so_many_requests_and_no_more),
		cmocka_unit_test(replies_survive_being_taken_in_bits),
		cmocka_unit_test(a_large_reply_comes_whole),
		cmocka_unit_test(a_reply_nobody_takes_ends),
		cmocka_unit_test(slow_heads_and_bodies_run_out_of_time),
		cmocka_unit_test(idle_connections_end_in_silence),
		cmocka_unit_test(each_request_has_its_own_time),
		cmocka_unit_test(lingering_ends),
		cmocka_unit_test(a_full_house_makes_room_or_waits),
		cmocka_unit_test(no_descriptors_is_no_reason_to_spin),
		cmocka_unit_test(stopping_finishes_what_is_under_way),
		cmocka_unit_test(an_address_that_cannot_be_had_is_explained),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
