/* Streams: the newest state to everyone who watches, however slow they are. */
#include "net_help.h"

#define BIG 30000

/* "<number aaaa...>": a frame of which it can be seen whether it is whole. */
static void publish_big(struct channel *ch, int number)
{
	static char text[BIG + 1];

	memset(text, 'a', BIG);
	snprintf(text, sizeof text, "<%d ", number);
	text[strlen(text)] = 'a';
	text[BIG - 1] = '>';
	channel_say(ch, text);
}

/* Every big frame in what was got is whole; returns how many, and the last. */
static int whole_frames(const struct client *c, int *last)
{
	const char *p = c->got.p, *end = c->got.p + c->got.n;
	int n = 0;

	while ((p = memchr(p, '<', (size_t)(end - p))) != NULL) {
		*last = (int)strtol(p + 1, NULL, 10);
		assert_true(end - p >= BIG);
		for (const char *q = strchr(p, ' ') + 1; q < p + BIG - 1; q++)
			assert_int_equal(*q, 'a');
		assert_int_equal(p[BIG - 1], '>');
		p += BIG;
		n++;
	}
	return n;
}

static void a_watcher_gets_what_is_and_what_comes(void **state)
{
	struct hall h = { 0 };
	struct client c;

	(void)state;
	hall_open(&h);
	h.first = frame_new("data: naa\n\n", 11);
	c = client_watching(&h, GET("/a") GET("/strom?1") GET("/ikke"), 0);
	client_await(&c, "data: naa\n\n", 1);
	channel_say(h.channel, "data: ny\n\n");
	client_await(&c, "data: ny\n\n", 1);
	assert_string_equal(strstr(c.got.p, "GET /a? ") + 8,
		"HTTP/1.1 200 OK\r\nDate: Fri, 15 Jan 2027 00:00:00 GMT\r\n"
		"Content-Type: text/event-stream\r\nCache-Control: no-store\r\n"
		"X-Accel-Buffering: no\r\nConnection: close\r\n\r\n"
		"retry: 1000\n\ndata: naa\n\ndata: ny\n\n");
	assert_null(strstr(h.seen.p, "/ikke"));
	assert_int_equal(net_stats(h.net).streams, 1);
	assert_int_equal(channel_watchers(h.channel), 1);
	client_free(&c);
	hall_close(&h);
}

static void head_opens_no_stream(void **state)
{
	struct hall h = { 0 };
	struct client c;

	(void)state;
	hall_open(&h);
	c = client_new(&h, 0);
	client_say(&c, "HEAD /strom?4 HTTP/1.1\r\n" HOST "\r\n" GET("/a"));
	client_await(&c, "GET /a", 1);
	assert_true(client_has(&c, "text/event-stream\r\n"));
	assert_false(client_has(&c, "retry"));
	assert_int_equal(client_count(&c, "Content-Length"), 1);
	assert_int_equal(h.gone, 1);
	assert_int_equal(net_stats(h.net).streams, 0);
	client_free(&c);
	hall_close(&h);
}

static void the_send_buffer_is_small(void **state)
{
	struct hall h = { 0 };
	struct client c;
	int size = 0;
	socklen_t n = sizeof size;

	(void)state;
	hall_open(&h);
	c = client_watching(&h, GET("/strom"), 0);
	getsockopt(LINK_OF(h.net->due[DUE_NEVER].next, struct conn, due)->fd, SOL_SOCKET,
	           SO_SNDBUF, &size, &n);
	assert_int_equal(size, 2 * 32 * 1024);      /* the kernel doubles it */
	client_free(&c);
	hall_close(&h);
}

static void a_slow_watcher_gets_the_newest_and_no_half_frame(void **state)
{
	struct hall h = { 0 };
	struct client slow, quick;
	int last = -1, n;

	(void)state;
	hall_open(&h);
	slow = client_watching(&h, GET("/strom?1"), 4096);
	quick = client_watching(&h, GET("/strom?2"), 0);
	for (int i = 0; i < 60; i++) {
		publish_big(h.channel, i);
		while (channel_busy(h.channel))
			net_turn(h.net, 1);
		client_await(&quick, ">", i + 1);
	}
	n = whole_frames(&quick, &last);
	assert_int_equal(n, 60);
	assert_int_equal(last, 59);
	client_await(&slow, "<59 ", 1);
	client_await(&slow, ">", client_count(&slow, "<"));
	n = whole_frames(&slow, &last);
	assert_in_range(n, 2, 40);
	assert_int_equal(last, 59);
	/* a frame begun is finished; of those that waited only one remains */
	assert_int_equal(net_stats(h.net).frames_skipped, 60 - n);
	assert_int_equal(net_stats(h.net).frames_sent, 60 + n);
	client_free(&slow);
	client_free(&quick);
	hall_close(&h);
}

static ssize_t write_little(struct conn *c, const struct iovec *iov, int n)
{
	static unsigned turn;
	struct iovec one = iov[0].iov_len > 0 ? iov[0] : iov[n - 1];

	if (turn++ % 3 == 0) {
		errno = EAGAIN;
		return -1;
	}
	one.iov_len = one.iov_len < 1000 ? one.iov_len : 1000;
	return io_plain.write(c, &one, 1);
}

static void frames_survive_being_taken_in_bits(void **state)
{
	struct io little = io_plain;
	struct hall h = { 0 };
	struct client c;
	int last = -1;

	(void)state;
	hall_open(&h);
	little.write = write_little;
	h.net->io = &little;
	c = client_watching(&h, GET("/strom?1"), 0);
	for (int i = 0; i < 30; i++) {
		publish_big(h.channel, i);
		for (int k = 0; k < i; k++)         /* further along each time */
			net_turn(h.net, 1);
	}
	client_await(&c, "<29 ", 1);
	client_await(&c, ">", client_count(&c, "<"));
	assert_in_range(whole_frames(&c, &last), 5, 30);
	assert_int_equal(last, 29);
	client_free(&c);
	hall_close(&h);
}

static ssize_t write_nothing(struct conn *c, const struct iovec *iov, int n)
{
	(void)c;
	(void)iov;
	(void)n;
	errno = EAGAIN;
	return -1;
}

static void what_was_not_begun_is_not_sent_when_it_is_old(void **state)
{
	struct io full = io_plain;
	struct hall h = { 0 };
	struct client c;

	(void)state;
	hall_open(&h);
	h.net->io = &full;
	c = client_watching(&h, GET("/strom?1"), 0);
	full.write = write_nothing;
	channel_say(h.channel, "data: en\n\n");
	hall_settle(&h);
	channel_say(h.channel, "data: to\n\n");
	hall_settle(&h);
	full.write = io_plain.write;
	client_await(&c, "data: to\n\n", 1);
	assert_false(client_has(&c, "data: en"));
	client_free(&c);
	hall_close(&h);
}

/* Fills the watcher until it is behind. */
static void fall_behind(struct hall *h)
{
	const uint64_t skipped = net_stats(h->net).frames_skipped;

	for (int i = 0; net_stats(h->net).frames_skipped == skipped; i++) {
		assert_in_range(i, 0, 1000);
		publish_big(h->channel, i);
		hall_settle(h);
	}
}

static void a_watcher_that_takes_nothing_is_closed(void **state)
{
	struct hall h = { 0 };
	struct client still, slow;

	(void)state;
	hall_open(&h);
	slow = client_watching(&h, GET("/strom?1"), 4096);
	still = client_watching(&h, GET("/strom?2"), 4096);
	fall_behind(&h);
	for (int i = 0; i < 3; i++) {
		h.clock.mono_ms += 7000;
		client_read(&slow);
		hall_settle(&h);
		client_read(&slow);
		hall_settle(&h);
	}
	assert_int_equal(net_stats(h.net).stalled, 1);
	assert_int_equal(h.gone, 1);
	assert_int_equal(h.gone_tag, 2);
	assert_int_equal(channel_watchers(h.channel), 1);
	client_free(&slow);
	client_free(&still);
	hall_close(&h);
}

static void a_watcher_that_takes_a_little_is_kept(void **state)
{
	struct io little = io_plain;
	struct hall h = { 0 };
	struct client c;

	(void)state;
	hall_open(&h);
	h.net->io = &little;
	c = client_watching(&h, GET("/strom?1"), 0);
	little.write = write_little;
	publish_big(h.channel, 1);
	for (int i = 0; i < 4; i++) {
		for (int k = 0; k < 4; k++)
			net_turn(h.net, 1);
		h.clock.mono_ms += 7000;
	}
	assert_int_equal(channel_watchers(h.channel), 1);
	little.write = write_nothing;
	h.clock.mono_ms += 15000;
	client_await_eof(&c);
	assert_int_equal(net_stats(h.net).stalled, 1);
	assert_in_range(c.got.n, 2000, BIG);
	client_free(&c);
	hall_close(&h);
}

static void the_pulse_beats_with_the_wall_clock(void **state)
{
	struct hall h = { .limits = { .slice = 2 } };
	struct client c[5];

	(void)state;
	hall_open(&h);
	for (int i = 0; i < 5; i++)
		c[i] = client_watching(&h, GET("/strom"), 0);
	h.clock.mono_ms += 14999;
	hall_settle(&h);
	assert_int_equal(net_stats(h.net).frames_sent, 0);
	h.clock.mono_ms += 1;
	h.clock.wall_ms = 1799971215000;
	net_turn(h.net, 0);
	assert_int_equal(net_stats(h.net).frames_sent, 2);       /* in slices too */
	for (int i = 0; i < 5; i++)
		client_await(&c[i], "event: puls\ndata: 1799971215000\n\n", 1);
	h.clock.mono_ms += 15000;
	h.clock.wall_ms = 1799971230000;
	for (int i = 0; i < 5; i++)
		client_await(&c[i], "event: puls\ndata: 1799971230000\n\n", 1);
	hall_settle(&h);
	assert_int_equal(net_stats(h.net).frames_sent, 10);
	for (int i = 0; i < 5; i++)
		client_free(&c[i]);
	hall_close(&h);
}

static void the_pulse_never_stands_in_the_way_of_state(void **state)
{
	struct hall h = { .limits = { .stall_ms = 100000 } };
	struct client c;
	int last = 0;

	(void)state;
	hall_open(&h);
	c = client_watching(&h, GET("/strom"), 4096);
	fall_behind(&h);
	publish_big(h.channel, 4711);
	hall_settle(&h);
	h.clock.mono_ms += 15000;
	hall_settle(&h);
	client_await(&c, "<4711 ", 1);
	client_await(&c, ">", client_count(&c, "<"));
	whole_frames(&c, &last);
	assert_int_equal(last, 4711);
	assert_false(client_has(&c, "puls"));
	client_free(&c);
	hall_close(&h);
}

static void an_ended_watcher_is_gone_once(void **state)
{
	struct hall h = { 0 };
	struct client c;

	(void)state;
	hall_open(&h);
	c = client_watching(&h, GET("/strom?5"), 0);
	client_free(&c);                               /* closed by the peer */
	hall_settle(&h);
	assert_int_equal(h.gone, 1);
	c = client_watching(&h, GET("/strom?6"), 0);
	shutdown(c.fd, SHUT_WR);                       /* a page is never half open */
	client_await_eof(&c);
	assert_int_equal(h.gone, 2);
	client_free(&c);
	c = client_watching(&h, GET("/strom?7"), 0);
	channel_close_tag(h.channel, 7);
	assert_int_equal(h.gone, 3);
	channel_close_tag(h.channel, 7);
	client_await_eof(&c);
	client_free(&c);
	c = client_watching(&h, GET("/strom?8"), 0);
	channel_free(h.channel);
	assert_int_equal(h.gone, 4);
	h.channel = channel_new(h.net);
	client_await_eof(&c);
	client_free(&c);
	c = client_watching(&h, GET("/strom?9"), 0);
	channel_say(h.channel, "data: x\n\n");             /* a fan-out under way */
	net_close(h.net);
	assert_int_equal(h.gone, 5);
	channel_free(h.channel);
	h.channel = NULL;
	h.net = NULL;
	assert_int_equal(h.gone, 5);
	client_free(&c);
	frame_drop(h.first);
	buf_free(&h.seen);
}

static void a_revoked_right_ends_its_streams_and_no_others(void **state)
{
	struct hall h = { 0 };
	struct client a, b, c, poster;

	(void)state;
	hall_open(&h);
	a = client_watching(&h, GET("/strom?1"), 0);
	b = client_watching(&h, GET("/strom?2"), 0);
	c = client_new(&h, 0);
	poster = client_new(&h, 0);
	hall_settle(&h);
	client_say(&c, GET("/strom?1"));               /* opened in the very turn ... */
	client_say(&poster, GET("/steng?1"));          /* ... in which it is revoked  */
	client_await(&poster, "GET /steng", 1);
	client_await_eof(&a);
	assert_non_null(strstr(h.seen.p, "/strom /steng commit "));
	client_await_eof(&c);
	assert_int_equal(h.gone, 2);
	channel_say(h.channel, "data: ny\n\n");
	client_await(&b, "data: ny\n\n", 1);
	assert_false(client_has(&a, "data: ny"));
	client_free(&a);
	client_free(&b);
	client_free(&c);
	client_free(&poster);
	hall_close(&h);
}

static void a_stream_ended_by_its_own_handler_ends(void **state)
{
	struct hall h = { 0 };
	struct client c;

	(void)state;
	hall_open(&h);
	c = client_new(&h, 0);
	client_say(&c, GET("/angret"));
	client_await_eof(&c);
	assert_int_equal(h.gone, 1);
	assert_int_equal(net_stats(h.net).streams, 0);
	client_free(&c);
	hall_close(&h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_watcher_gets_what_is_and_what_comes),
		cmocka_unit_test(head_opens_no_stream),
		cmocka_unit_test(the_send_buffer_is_small),
		cmocka_unit_test(a_slow_watcher_gets_the_newest_and_no_half_frame),
		cmocka_unit_test(frames_survive_being_taken_in_bits),
		cmocka_unit_test(what_was_not_begun_is_not_sent_when_it_is_old),
		cmocka_unit_test(a_watcher_that_takes_nothing_is_closed),
		cmocka_unit_test(a_watcher_that_takes_a_little_is_kept),
		cmocka_unit_test(the_pulse_beats_with_the_wall_clock),
		cmocka_unit_test(the_pulse_never_stands_in_the_way_of_state),
		cmocka_unit_test(an_ended_watcher_is_gone_once),
		cmocka_unit_test(a_revoked_right_ends_its_streams_and_no_others),
		cmocka_unit_test(a_stream_ended_by_its_own_handler_ends),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
