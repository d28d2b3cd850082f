/* How long and how many: deadlines, a full house, and stopping (security H14). */
#include "net_help.h"

#include <sys/resource.h>

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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(slow_heads_and_bodies_run_out_of_time),
		cmocka_unit_test(idle_connections_end_in_silence),
		cmocka_unit_test(each_request_has_its_own_time),
		cmocka_unit_test(lingering_ends),
		cmocka_unit_test(a_full_house_makes_room_or_waits),
		cmocka_unit_test(no_descriptors_is_no_reason_to_spin),
		cmocka_unit_test(stopping_finishes_what_is_under_way),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
