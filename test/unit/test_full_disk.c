/* The disk is full in the middle of a round: nothing is promised that was not kept, what can
 * be read is read, and when there is room again everything goes on where it stood.
 *
 * Through the loop and its sockets, for it is there that a reply is held until it is true. */
#include "site_help.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include "app/sider.h"
#include "lib/buf.h"
#include "live/live.h"
#include "net/server.h"

#define HALL 12
#define VOTE "{\"spoersmaal\":\"Hva?\",\"valg\":[\"Skole\",\"Vei\"],\"flere\":1}"
#define REPLY_MAX 200000
#define QUIET_MS 5

struct scene {
	struct site_test *t;
	int64_t s, item;
	struct browser leader, phone[HALL];
	const char *wall;               /* the secret of its link */
};

/* Every file of this process ends here: what would make one longer is refused, as by a disk
 * with no room. */
static void disk_full(bool full)
{
	struct rlimit limit;

	assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
	limit.rlim_cur = full ? 1 : limit.rlim_max;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

/* ---- over the wire ---- */

static int dial(struct site_test *t, const char *text, size_t n)
{
	struct sockaddr_in to = { .sin_family = AF_INET,
	                          .sin_port = htons((uint16_t)net_port(t->p.net)),
	                          .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	assert_int_equal(connect(fd, (struct sockaddr *)&to, sizeof to), 0);
	assert_int_equal(send(fd, text, n, 0), (ssize_t)n);
	return fd;
}

/* What comes until the server is silent or has hung up. */
static const char *hear(struct site_test *t, int fd)
{
	char *got = arena_get(t->mem, REPLY_MAX);
	size_t n = 0;

	for (int silent = 0; silent < 4; silent++) {
		ssize_t more;

		net_turn(t->p.net, QUIET_MS);
		while ((more = recv(fd, got + n, REPLY_MAX - 1 - n, MSG_DONTWAIT)) > 0) {
			n += (size_t)more;
			silent = 0;
		}
		if (more == 0)
			break;
	}
	got[n] = '\0';
	return got;
}

static const char *wire(struct browser *b, const char *method, const char *path,
                        const char *body)
{
	struct site_test *t = b->t;
	struct buf r = buf_in(t->mem);
	const char *said;
	int fd;

	buf_printf(&r, "%s %s HTTP/1.1\r\nHost: %s\r\nOrigin: %s\r\nConnection: close\r\n"
	           "Accept-Language: %s\r\n", method, path, t->p.site.base + strlen("http://"),
	           t->p.site.base, b->lang != NULL ? b->lang : "nb");
	for (size_t i = 0; i < b->n_cookie; i++)
		buf_printf(&r, "Cookie: %s=%s\r\n", b->cookie[i].name, b->cookie[i].value);
	if (b->bit)
		buf_puts(&r, "X-Bit: 1\r\n");
	buf_printf(&r, "Content-Length: %zu\r\n\r\n%s", strlen(body), body);
	fd = dial(t, r.p, r.n);
	said = hear(t, fd);
	close(fd);
	return said;
}

static const char *hidden(struct scene *sc, const char *page, const char *name)
{
	const char *mark = site_path(sc->t, "name=\"%s\" value=\"", name);
	const char *at = strstr(page, mark);

	assert_non_null(at);
	at += strlen(mark);
	return arena_strndup(sc->t->mem, at, strcspn(at, "\""));
}

static const char *answer(struct scene *sc, int who, const char *choice)
{
	const char *home = site_path(sc->t, "/s/%lld?endre=1", (long long)sc->s);
	const char *page = site_get(&sc->phone[who], home).body;

	return wire(&sc->phone[who], "POST", site_path(sc->t, "/s/%lld/svar", (long long)sc->s),
	            site_path(sc->t, "token=%s&runde=%s&valg=%s", hidden(sc, page, "token"),
	                      hidden(sc, page, "runde"), choice));
}

static const char *press(struct scene *sc, const char *act)
{
	const char *at = site_path(sc->t, "/samling/%lld/", (long long)sc->s);
	const char *page = site_get(&sc->leader, site_path(sc->t, "%skonsoll", at)).body;

	return wire(&sc->leader, "POST", site_path(sc->t, "%sstyr", at),
	            site_path(sc->t, "token=%s&handling=%s&sett=%s&runde=%s&fase=%s",
	                      hidden(sc, page, "token"), act, hidden(sc, page, "sett"),
	                      hidden(sc, page, "runde"), hidden(sc, page, "fase")));
}

static int status(const char *reply)
{
	assert_int_equal(strncmp(reply, "HTTP/1.1 ", 9), 0);
	return (int)strtol(reply + 9, NULL, 10);
}

static void assert_calm(const char *reply, const char *title, const char *text)
{
	assert_int_equal(status(reply), 503);
	assert_non_null(strstr(reply, title));
	assert_non_null(strstr(reply, text));
	assert_null(strstr(reply, "Takk"));
	assert_null(strstr(reply, "Set-Cookie"));
	assert_null(strstr(reply, "Location"));
}

static void assert_not_kept(const char *reply)
{
	assert_calm(reply, "Vi får ikke lagret akkurat nå", "Svaret ditt er ikke lagret ennå.");
}

/* ---- the hall ---- */

static int setup(void **state)
{
	struct scene *sc = calloc(1, sizeof *sc);

	assert_non_null(sc);
	signal(SIGXFSZ, SIG_IGN);
	sc->t = site_open(all_pages);
	sc->s = site_samling(sc->t, "9999", PHASE_LIVE);
	sc->item = site_item(sc->t, sc->s, 1, "flervalg", "Avstemning", 20, VOTE);
	site_sql(sc->t, "UPDATE punkt SET vis = %d", (int)SHOW_LIVE);
	site_sql(sc->t, "UPDATE samling SET naa = %lld", (long long)sc->item);
	sc->leader = site_veileder(sc->t, sc->s);
	sc->wall = site_link(sc->t, sc->s, LINK_WALL);
	for (int i = 0; i < HALL; i++)
		sc->phone[i] = site_participant(sc->t, sc->s, ROLE_FOLKEVALGT);
	*state = sc;
	return 0;
}

static int teardown(void **state)
{
	struct scene *sc = *state;

	disk_full(false);
	site_close(sc->t);
	free(sc);
	return 0;
}

static void answer_all(struct scene *sc, int from, int to)
{
	for (int i = from; i < to; i++)
		assert_int_equal(status(answer(sc, i, "0")), 303);
}

static int64_t stored(struct scene *sc)
{
	return site_sql(sc->t, "SELECT count(*) FROM svar");
}

static int open_wall(struct scene *sc)
{
	const char *ask = site_path(sc->t, "GET /lerret/%s/strom HTTP/1.1\r\nHost: x\r\n\r\n",
	                            sc->wall);
	int fd = dial(sc->t, ask, strlen(ask));

	assert_non_null(strstr(hear(sc->t, fd), "text/event-stream"));
	return fd;
}

static const char *wall_hears(struct scene *sc, int fd)
{
	site_wait(sc->t, 10 * LIVE_REST_MS);
	return hear(sc->t, fd);
}

/* ---- */

static void an_answer_is_not_thanked_for_before_it_is_kept(void **state)
{
	struct scene *sc = *state;
	const char *home = site_path(sc->t, "/s/%lld", (long long)sc->s);

	assert_int_equal(status(press(sc, "neste")), 303);
	answer_all(sc, 0, 4);
	disk_full(true);
	assert_not_kept(answer(sc, 4, "0"));
	sc->phone[4].lang = "nn";
	assert_calm(answer(sc, 4, "0"), "Vi får ikkje lagra akkurat no",
	            "Svaret ditt er ikkje lagra enno.");
	sc->phone[4].bit = true;
	assert_not_kept(answer(sc, 5, "1"));
	assert_calm(answer(sc, 4, "0"), "Vi får ikkje lagra akkurat no", "lagra enno");
	assert_null(strstr(answer(sc, 4, "0"), "<html"));
	assert_not_kept(answer(sc, 0, "1"));            /* a change of mind */
	assert_int_equal(stored(sc), 4);
	assert_int_equal(site_sql(sc->t, "SELECT count(*) FROM svar WHERE verdi = '0'"), 4);
	assert_non_null(strstr(site_get(&sc->phone[5], home).body, "Send svar"));
	disk_full(false);
	assert_int_equal(status(answer(sc, 4, "0")), 200);
	assert_int_equal(status(answer(sc, 5, "1")), 303);
	assert_int_equal(status(answer(sc, 0, "1")), 303);
	assert_int_equal(stored(sc), 6);
	assert_int_equal(site_sql(sc->t, "SELECT count(*) FROM svar WHERE verdi = '1'"), 2);
	assert_non_null(strstr(site_get(&sc->phone[5], home).body, "Takk, svaret ditt er lagret"));
}

static void pages_are_read_though_nothing_can_be_written(void **state)
{
	struct scene *sc = *state;
	struct browser stranger = { .t = sc->t };
	const char *at = site_path(sc->t, "/samling/%lld", (long long)sc->s);
	const char *phone = site_path(sc->t, "/s/%lld", (long long)sc->s);
	const char *const pages[] = { "/konsoll", "/rapport", "/rapport.csv", "/lerret", "",
	                              "/navneliste", "/lenker" };

	assert_int_equal(status(press(sc, "neste")), 303);
	answer_all(sc, 0, 6);
	disk_full(true);
	assert_not_kept(answer(sc, 7, "1"));
	for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++)
		assert_int_equal(status(wire(&sc->leader, "GET", site_path(sc->t, "%s%s", at,
		                             pages[i]), "")), 200);
	assert_int_equal(status(wire(&sc->phone[0], "GET", phone, "")), 200);
	assert_int_equal(status(wire(&stranger, "GET", site_path(sc->t, "/lerret/%s", sc->wall),
	                             "")), 200);
	assert_int_equal(status(wire(&stranger, "GET", "/", "")), 200);
	disk_full(false);
}

/* The eighth answer, where the wall's counter moves, is the one that found no room. */
static void the_wall_counts_right_afterwards(void **state)
{
	struct scene *sc = *state;
	int fd;

	assert_int_equal(status(press(sc, "neste")), 303);
	answer_all(sc, 0, 7);
	fd = open_wall(sc);
	disk_full(true);
	assert_not_kept(answer(sc, 7, "1"));
	assert_not_kept(answer(sc, 7, "1"));
	assert_null(strstr(wall_hears(sc, fd), ">8</span> har svart"));
	disk_full(false);
	assert_int_equal(status(answer(sc, 7, "1")), 303);
	assert_non_null(strstr(wall_hears(sc, fd), ">8</span> har svart"));
	close(fd);
}

static void a_leader_who_opens_and_closes_is_told_and_may_try_again(void **state)
{
	struct scene *sc = *state;

	disk_full(true);
	assert_not_kept(press(sc, "neste"));
	assert_int_equal(site_sql(sc->t, "SELECT count(*) FROM runde"), 0);
	disk_full(false);
	assert_int_equal(status(press(sc, "neste")), 303);
	answer_all(sc, 0, 6);
	disk_full(true);
	assert_not_kept(press(sc, "neste"));
	assert_int_equal(site_sql(sc->t, "SELECT fase FROM runde"), ROUND_OPEN);
	disk_full(false);
	assert_int_equal(status(answer(sc, 0, "1")), 303);      /* still known by its phone */
	assert_int_equal(stored(sc), 6);
	assert_int_equal(status(press(sc, "neste")), 303);
	assert_int_equal(site_sql(sc->t, "SELECT fase FROM runde"), ROUND_CLOSED);
	assert_int_equal(site_sql(sc->t, "SELECT antall FROM runde"), 6);
	assert_int_equal(stored(sc), 6);
	assert_int_equal(access(site_path(sc->t, "%s/hemmelig/1", sc->t->dir), F_OK), -1);
}

#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(an_answer_is_not_thanked_for_before_it_is_kept),
		T(pages_are_read_though_nothing_can_be_written),
		T(the_wall_counts_right_afterwards),
		T(a_leader_who_opens_and_closes_is_told_and_may_try_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
