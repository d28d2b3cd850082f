/* What is answered over real sockets: after the commit and not before it, and whole. */
#include "net_help.h"

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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(replies_wait_for_the_commit),
		cmocka_unit_test(nothing_is_written_before_the_commit),
		cmocka_unit_test(a_failed_commit_takes_every_reply_back),
		cmocka_unit_test(a_failed_commit_leaves_refusals_as_they_are),
		cmocka_unit_test(a_turn_takes_so_many_requests_and_no_more),
		cmocka_unit_test(replies_survive_being_taken_in_bits),
		cmocka_unit_test(a_large_reply_comes_whole),
		cmocka_unit_test(a_reply_nobody_takes_ends),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
