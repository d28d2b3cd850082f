/* What is asked over real sockets: read in bits, refused when in doubt or too much, and
 * answered in order (security H01-H05, H09). */
#include "net_help.h"

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
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
