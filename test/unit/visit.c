#include "visit.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sqlite3.h>
#include <stdio.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

#include "lib/buf.h"
#include "net/server.h"

#define TURNS 2000

static sqlite3 *own, *kept;

static int reach(struct site_test *t)
{
	struct sockaddr_in to = { .sin_family = AF_INET,
	                          .sin_port = htons((uint16_t)net_port(t->p.net)),
	                          .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

	assert_true(fd >= 0);
	assert_int_equal(connect(fd, (struct sockaddr *)&to, sizeof to), 0);
	return fd;
}

static void say(struct site_test *t, int fd, const struct visit *v)
{
	struct buf b = buf_in(t->mem);

	buf_printf(&b, "%s %s HTTP/1.1\r\nHost: %s\r\n", v->method, v->path,
	           strstr(t->p.site.base, "//") + 2);
	if (v->cookie != NULL && *v->cookie != '\0')
		buf_printf(&b, "Cookie: %s\r\n", v->cookie);
	if (v->origin != NULL)
		buf_printf(&b, "Origin: %s\r\n", strcmp(v->origin, VISIT_OWN) == 0 ?
		           t->p.site.base : v->origin);
	if (v->body != NULL)
		buf_printf(&b, "Content-Type: application/x-www-form-urlencoded\r\n"
		           "Content-Length: %zu\r\n", strlen(v->body));
	buf_printf(&b, "Connection: close\r\n\r\n%s", v->body != NULL ? v->body : "");
	assert_int_equal(send(fd, b.p, b.n, 0), (ssize_t)b.n);
}

/* Until the server closes, or a stream has begun. */
static struct buf hear(struct site_test *t, int fd)
{
	struct buf b = buf_in(t->mem);
	char part[16384];

	buf_puts(&b, "");
	for (int i = 0; i < TURNS; i++) {
		ssize_t n;

		net_turn(t->p.net, i < 3 ? 0 : 5);
		while ((n = recv(fd, part, sizeof part, MSG_DONTWAIT)) > 0)
			buf_add(&b, part, (size_t)n);
		if (n == 0 || strstr(b.p, "Content-Type: text/event-stream") != NULL)
			return b;
	}
	fail_msg("no answer: %s", b.p);
	return b;
}

struct got visit(struct site_test *t, const struct visit *v)
{
	int fd = reach(t);
	struct got g = { 0 };
	struct buf b;
	char *gap;

	say(t, fd, v);
	b = hear(t, fd);
	close(fd);
	gap = strstr(b.p, "\r\n\r\n");
	if (gap == NULL || sscanf(b.p, "HTTP/1.1 %d", &g.status) != 1)
		fail_msg("%s %s: no whole answer: %s", v->method, v->path, b.p);
	g.body = gap + 4;
	g.n_body = b.n - (size_t)(g.body - b.p);
	gap[2] = '\0';
	g.head = b.p;
	if (strstr(g.head, "text/event-stream") != NULL)
		g.n_body = 0, g.body = "";
	net_turn(t->p.net, 0);
	return g;
}

const char *got_field(struct site_test *t, const struct got *g, const char *name)
{
	for (const char *line = g->head; (line = strstr(line, "\r\n")) != NULL;) {
		line += 2;
		if (strncasecmp(line, name, strlen(name)) == 0 && line[strlen(name)] == ':')
			return arena_strndup(t->mem, line + strlen(name) + 2,
			                     strcspn(line + strlen(name) + 2, "\r"));
	}
	return "";
}

static sqlite3 *connection(struct site_test *t)
{
	if (own == NULL) {
		assert_int_equal(sqlite3_open(site_path(t, "%s/samling.db", t->dir), &own),
		                 SQLITE_OK);
		sqlite3_exec(own, "PRAGMA synchronous = OFF", NULL, NULL, NULL);
	}
	return own;
}

bool database_changed(struct site_test *t)
{
	static int64_t last;
	sqlite3_stmt *s;
	int64_t now;

	assert_int_equal(sqlite3_prepare_v2(connection(t), "PRAGMA data_version", -1, &s, NULL),
	                 SQLITE_OK);
	assert_int_equal(sqlite3_step(s), SQLITE_ROW);
	now = sqlite3_column_int64(s, 0);
	sqlite3_finalize(s);
	if (now == last)
		return false;
	last = now;
	return true;
}

static void copy(sqlite3 *to, sqlite3 *from)
{
	sqlite3_backup *b = sqlite3_backup_init(to, "main", from, "main");

	assert_non_null(b);
	assert_int_equal(sqlite3_backup_step(b, -1), SQLITE_DONE);
	assert_int_equal(sqlite3_backup_finish(b), SQLITE_OK);
}

void database_keep(struct site_test *t)
{
	database_changed(t);
	if (kept == NULL)
		assert_int_equal(sqlite3_open(":memory:", &kept), SQLITE_OK);
	copy(kept, connection(t));
}

void database_restore(struct site_test *t)
{
	copy(connection(t), kept);
	database_changed(t);
}

void database_let_go(void)
{
	sqlite3_close(own);
	sqlite3_close(kept);
	own = kept = NULL;
}
