/* Views drawn once, for everybody, at their own pace: a loop of its own with a clock that
 * only the test moves. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <arpa/inet.h>
#include <malloc.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "lib/arena.h"
#include "lib/buf.h"
#include "lib/log.h"
#include "lib/world.h"
#include "live/live.h"
#include "live/seen.h"
#include "net/server.h"

static struct world_fake clock_ = { .wall_ms = 1000, .mono_ms = 1000 };
static struct world world;
static struct net *net;
static struct live *live;
static int drawings, number;
static bool database_down;

static bool draw(void *arg, const struct live_key *key, struct arena *mem, struct buf *html,
                 int64_t *version)
{
	(void)arg;
	*html = buf_in(mem);
	buf_printf(html, "<section id=\"a\" data-v=\"%d\">view %d\nnumber %d</section>", number,
	           (int)key->view, number);
	*version = number;
	drawings++;
	return !database_down;
}

static void handle(void *arg, const struct http_request *h, struct http_reply *p)
{
	struct live_key key = { 1, VIEW_PHONE, 0 };

	(void)arg;
	if (strcmp(h->path, "/lerret") == 0)
		key.view = VIEW_WALL;
	if (!live_watch(live, &key, p, 7))
		p->status = 503;
}

static void refuse(void *arg, int status, const struct http_request *h, struct http_reply *p)
{
	(void)arg;
	(void)h;
	p->status = status;
}

static bool commit(void *arg)
{
	(void)arg;
	return true;
}

static int drawn(void *arg, int64_t now)
{
	(void)arg;
	return live_flush(live, now);
}

static int set_up(void **state)
{
	const struct net_app app = { NULL, NULL, handle, refuse, commit, drawn };
	const char *error;

	(void)state;
	log_quiet();
	world = world_fake(&clock_);
	net = net_open("127.0.0.1:0", &(struct net_limits){ 0 }, &world, &app, &error);
	live = live_new(net, &world, draw, NULL);
	drawings = number = 0;
	database_down = false;
	return net == NULL;
}

static int tear_down(void **state)
{
	(void)state;
	live_free(live);
	net_close(net);
	return 0;
}

static int watch(const char *path)
{
	struct sockaddr_in a = { .sin_family = AF_INET, .sin_port = htons((uint16_t)net_port(net)),
	                         .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
	char text[100];
	int n = snprintf(text, sizeof text, "GET %s HTTP/1.1\r\nHost: a\r\n\r\n", path);

	connect(fd, (struct sockaddr *)&a, sizeof a);
	net_turn(net, 100);
	assert_int_equal(send(fd, text, (size_t)n, 0), n);
	net_turn(net, 100);
	net_turn(net, 0);
	return fd;
}

static const char *heard(int fd)
{
	static char text[65536];
	ssize_t n;

	for (int i = 0; i < 5; i++)
		net_turn(net, 0);
	n = recv(fd, text, sizeof text - 1, 0);
	text[n > 0 ? n : 0] = '\0';
	return text;
}

static void later(int ms)
{
	clock_.mono_ms += ms;
	for (int i = 0; i < 5; i++)
		net_turn(net, 0);
}

static void a_newcomer_gets_the_present_state_at_once(void **state)
{
	int fd = watch("/telefon");
	const char *text = heard(fd);

	(void)state;
	assert_non_null(strstr(text, "text/event-stream"));
	assert_non_null(strstr(text, "event: bit\ndata: <section id=\"a\" data-v=\"0\">view 0\n"
	                             "data: number 0</section>\n\n"));
	close(fd);
}

static void many_changes_are_drawn_once(void **state)
{
	int one = watch("/telefon"), other = watch("/telefon");

	(void)state;
	later(1000);
	drawings = 0;
	for (number = 1; number < 50; number++)
		live_touch(live, 1, VIEW_BIT(VIEW_PHONE));
	later(LIVE_REST_MS);
	later(LIVE_REST_MS);
	assert_int_equal(drawings, 1);
	assert_non_null(strstr(heard(one), "number 50"));
	assert_non_null(strstr(heard(other), "number 50"));
	close(one);
	close(other);
}

static void a_view_rests_between_two_drawings(void **state)
{
	int fd = watch("/telefon");

	(void)state;
	later(1000);
	drawings = 0;
	live_touch(live, 1, VIEW_EVERY);
	later(0);
	assert_int_equal(drawings, 1);
	live_touch(live, 1, VIEW_EVERY);
	later(LIVE_REST_MS / 2);
	assert_int_equal(drawings, 1);
	later(LIVE_REST_MS);
	assert_int_equal(drawings, 2);
	close(fd);
}

static void only_the_views_that_changed_are_drawn(void **state)
{
	int phone = watch("/telefon"), wall = watch("/lerret");

	(void)state;
	later(1000);
	drawings = 0;
	number = 9;
	live_touch(live, 1, VIEW_BIT(VIEW_WALL));
	live_touch(live, 2, VIEW_EVERY);
	later(LIVE_REST_MS);
	assert_int_equal(drawings, 1);
	assert_null(strstr(heard(phone), "number 9"));
	assert_non_null(strstr(heard(wall), "number 9"));
	close(phone);
	close(wall);
}

static void what_could_not_be_drawn_is_drawn_when_the_database_is_back(void **state)
{
	int fd = watch("/telefon");

	(void)state;
	later(1000);
	database_down = true;
	number = 3;
	live_touch(live, 1, VIEW_EVERY);
	later(LIVE_REST_MS);
	assert_null(strstr(heard(fd), "number 3"));
	database_down = false;
	later(2000);
	assert_non_null(strstr(heard(fd), "number 3"));
	close(fd);
}

static void a_revoked_right_ends_its_streams(void **state)
{
	int fd = watch("/telefon");
	char byte;

	(void)state;
	heard(fd);
	live_close(live, 1, 7);
	heard(fd);
	assert_int_equal(recv(fd, &byte, 1, 0), 0);
	close(fd);
}

static void a_phone_that_sleeps_counts_for_two_minutes(void **state)
{
	int fd = watch("/telefon");

	(void)state;
	assert_int_equal(live_phones(live, 1), 1);
	assert_int_equal(live_screens(live, 1, VIEW_PHONE), 1);
	close(fd);
	later(10);
	assert_int_equal(live_screens(live, 1, VIEW_PHONE), 0);
	assert_int_equal(live_phones(live, 1), 1);
	later(LIVE_SEEN_MS);
	assert_int_equal(live_phones(live, 1), 0);
}

static void ten_thousand_phones_are_told_apart(void **state)
{
	struct seen *s = seen_new();

	(void)state;
	for (uint64_t who = 1; who <= 10000; who++)
		seen_enter(s, who * 7919, who % 2 ? 1 : 2);
	assert_int_equal(seen_count(s, 1, 0), 5000);
	for (uint64_t who = 1; who <= 10000; who += 2)
		seen_leave(s, who * 7919, 100);
	assert_int_equal(seen_count(s, 1, 100), 5000);
	assert_int_equal(seen_count(s, 1, 100 + LIVE_SEEN_MS), 0);
	assert_int_equal(seen_count(s, 2, 100 + LIVE_SEEN_MS), 5000);
	seen_free(s);
}

/* A year of samlinger, a phone a second. */
static void those_who_left_take_no_room(void **state)
{
	struct seen *s = seen_new();
	size_t before = mallinfo2().uordblks + mallinfo2().hblkhd;

	(void)state;
	for (uint64_t who = 1; who <= 1000000; who++) {
		seen_enter(s, who * 7919, 1);
		seen_leave(s, who * 7919, (int64_t)who * 1000);
	}
	assert_true(mallinfo2().uordblks + mallinfo2().hblkhd - before < 64 * 1024);
	assert_int_equal(seen_count(s, 1, 1000000 * 1000), LIVE_SEEN_MS / 1000);
	seen_free(s);
}

#define LIVE_TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		LIVE_TEST(a_newcomer_gets_the_present_state_at_once),
		LIVE_TEST(many_changes_are_drawn_once),
		LIVE_TEST(a_view_rests_between_two_drawings),
		LIVE_TEST(only_the_views_that_changed_are_drawn),
		LIVE_TEST(what_could_not_be_drawn_is_drawn_when_the_database_is_back),
		LIVE_TEST(a_revoked_right_ends_its_streams),
		LIVE_TEST(a_phone_that_sleeps_counts_for_two_minutes),
		cmocka_unit_test(ten_thousand_phones_are_told_apart),
		cmocka_unit_test(those_who_left_take_no_room),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
