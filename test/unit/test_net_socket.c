/* The socket that listens, and the service manager behind it. */
#include "net_help.h"

#include <sys/un.h>

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

static void the_service_manager_is_told(void **state)
{
	static const char *const names[] = { "@samling-prove-%d", "/tmp/samling-prove-%d" };
	char name[64], got[16];

	(void)state;
	unsetenv("NOTIFY_SOCKET");
	net_notify("READY=1");
	for (int i = 0; i < 2; i++) {
		struct sockaddr_un at = { .sun_family = AF_UNIX };
		int fd = socket(AF_UNIX, SOCK_DGRAM, 0);
		size_t n;

		snprintf(name, sizeof name, i == 0 ? names[0] : names[1], (int)getpid());
		n = strlen(name);
		memcpy(at.sun_path, name, n);
		if (i == 0)
			at.sun_path[0] = '\0';
		assert_int_equal(bind(fd, (struct sockaddr *)&at,
		                      (socklen_t)(offsetof(struct sockaddr_un, sun_path) + n)), 0);
		setenv("NOTIFY_SOCKET", name, 1);
		net_notify("READY=1");
		assert_int_equal(recv(fd, got, sizeof got, MSG_DONTWAIT), 7);
		assert_memory_equal(got, "READY=1", 7);
		close(fd);
		if (i == 1)
			unlink(name);
	}
	unsetenv("NOTIFY_SOCKET");
}

/* The socket comes from the service manager, as descriptor 3. */
static void a_socket_is_taken_over(void **state)
{
	struct sockaddr_in any = { .sin_family = AF_INET,
	                           .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	struct hall h = { 0 };
	struct client c;
	char pid[16];
	int before = dup(3), fd = socket(AF_INET, SOCK_STREAM, 0);

	(void)state;
	assert_int_equal(bind(fd, (struct sockaddr *)&any, sizeof any), 0);
	assert_int_equal(listen(fd, 5), 0);
	if (fd != 3) {
		assert_int_equal(dup2(fd, 3), 3);
		close(fd);
	}
	snprintf(pid, sizeof pid, "%d", (int)getpid());
	setenv("LISTEN_PID", pid, 1);
	setenv("LISTEN_FDS", "1", 1);
	hall_open(&h);
	assert_int_equal(h.net->listener, 3);
	assert_null(getenv("LISTEN_FDS"));
	c = client_new(&h, 0);
	client_say(&c, GET("/a"));
	client_await(&c, "GET /a", 1);
	client_free(&c);
	hall_close(&h);
	setenv("LISTEN_PID", "1", 1);                  /* meant for another process */
	setenv("LISTEN_FDS", "1", 1);
	assert_int_equal(notify_inherited(), -1);
	if (before >= 0) {
		dup2(before, 3);
		close(before);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_address_that_cannot_be_had_is_explained),
		cmocka_unit_test(the_service_manager_is_told),
		cmocka_unit_test(a_socket_is_taken_over),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
