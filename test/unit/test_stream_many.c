/* Streams to many: a slice of them a turn, so that nobody else waits. */
#include "net_help.h"

#define MANY 20

static void requests_are_served_between_two_slices(void **state)
{
	struct hall h = { .limits = { .slice = 4 } };
	struct client c[MANY], poster;

	(void)state;
	hall_open(&h);
	for (int i = 0; i < MANY; i++)
		c[i] = client_watching(&h, GET("/strom"), 0);
	poster = client_new(&h, 0);
	client_say(&poster, GET("/a"));
	client_await(&poster, "GET /a", 1);
	channel_say(h.channel, "data: ny\n\n");
	net_turn(h.net, 0);
	assert_int_equal(net_stats(h.net).frames_sent, 4);
	client_say(&poster, GET("/b"));
	net_turn(h.net, 0);
	client_read(&poster);
	assert_true(client_has(&poster, "GET /b"));    /* long before the last has it */
	assert_true(channel_busy(h.channel));
	assert_int_equal(net_stats(h.net).frames_sent, 8);
	h.clock.mono_ms += 30;
	for (int i = 0; i < MANY; i++)
		client_await(&c[i], "data: ny\n\n", 1);
	assert_false(channel_busy(h.channel));
	assert_int_equal(channel_last_fanout_ms(h.channel), 30);
	for (int i = 0; i < MANY; i++)
		client_free(&c[i]);
	client_free(&poster);
	hall_close(&h);
}

static void a_slice_is_256_streams(void **state)
{
	static struct client c[300];
	struct hall h = { 0 };

	(void)state;
	hall_open(&h);
	for (int i = 0; i < 300; i++)
		c[i] = client_watching(&h, GET("/strom"), 0);
	channel_say(h.channel, "data: ny\n\n");
	net_turn(h.net, 0);
	assert_int_equal(net_stats(h.net).frames_sent, 256);
	assert_true(channel_busy(h.channel));
	net_turn(h.net, 0);
	assert_int_equal(net_stats(h.net).frames_sent, 300);
	assert_false(channel_busy(h.channel));
	for (int i = 0; i < 300; i++)
		client_free(&c[i]);
	hall_close(&h);
}

static void a_newer_state_overtakes_a_fan_out(void **state)
{
	struct hall h = { .limits = { .slice = 4 } };
	struct client c[MANY], late;

	(void)state;
	hall_open(&h);
	for (int i = 0; i < MANY; i++)
		c[i] = client_watching(&h, GET("/strom"), 0);
	channel_say(h.channel, "data: en\n\n");
	net_turn(h.net, 0);
	net_turn(h.net, 0);
	channel_say(h.channel, "data: to\n\n");
	h.first = frame_new("data: en\n\n", 10);       /* a newcomer with the old state */
	late = client_new(&h, 0);
	client_say(&late, GET("/strom"));
	client_await(&late, "data: to\n\n", 1);
	for (int i = 0; i < MANY; i++) {
		client_await(&c[i], "data: to\n\n", 1);
		assert_int_equal(client_count(&c[i], "data: en"), i < 8 ? 1 : 0);
		assert_int_equal(client_count(&c[i], "data: to"), 1);
		client_free(&c[i]);
	}
	assert_int_equal(client_count(&late, "data: "), 2);
	client_free(&late);
	hall_close(&h);
}

static void a_small_channel_does_not_wait_for_a_large_one(void **state)
{
	struct hall h = { .limits = { .slice = 4 } };
	struct channel *large;
	struct client c[MANY], console;

	(void)state;
	hall_open(&h);
	for (int i = 0; i < MANY; i++)
		c[i] = client_watching(&h, GET("/strom"), 0);
	large = h.channel;
	h.channel = channel_new(h.net);
	console = client_watching(&h, GET("/strom"), 0);
	channel_say(large, "data: ny\n\n");
	channel_say(h.channel, "data: konsoll\n\n");
	net_turn(h.net, 0);
	net_turn(h.net, 0);
	client_read(&console);
	assert_true(client_has(&console, "data: konsoll"));
	assert_true(channel_busy(large));
	for (int i = 0; i < MANY; i++)
		client_free(&c[i]);
	client_free(&console);
	channel_free(large);
	hall_close(&h);
}

static void an_empty_channel_is_never_busy(void **state)
{
	struct hall h = { 0 };
	struct client c;

	(void)state;
	hall_open(&h);
	channel_say(h.channel, "data: x\n\n");
	assert_false(channel_busy(h.channel));
	c = client_watching(&h, GET("/strom"), 0);
	channel_say(h.channel, "data: y\n\n");
	channel_close_tag(h.channel, 0);
	net_turn(h.net, 0);
	assert_false(channel_busy(h.channel));
	client_free(&c);
	hall_close(&h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(requests_are_served_between_two_slices),
		cmocka_unit_test(a_slice_is_256_streams),
		cmocka_unit_test(a_newer_state_overtakes_a_fan_out),
		cmocka_unit_test(a_small_channel_does_not_wait_for_a_large_one),
		cmocka_unit_test(an_empty_channel_is_never_busy),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
