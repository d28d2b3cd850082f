/* last.c - what is measured with the load client.  bench/run tells the whole.
 *
 *	last [options] endringer   one change at a time to many streams, then answers
 *	                           as fast as they go; memory a stream
 *	last [options] boelge      many phones answer within two seconds
 *	last [options] side        the page to join with, from new connections
 *	last [options] minutt      a minute of everything: does the server grow?
 *	last [options] start -- SERVER...     starts it; time to the first page
 *	last [options] tilbake -- SERVER...   kills -k and starts anew: until all are back
 *
 * Prints one "name value" a line.  Exit status 1: an answer was lost or counted twice, or
 * something could not be measured.
 */
#include "last.h"

#include <err.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/pidfd.h>
#include <sys/socket.h>
#include <unistd.h>

struct options {
	size_t n, changes, askers, silent, slow;
	int gap_ms, seconds, rate, core, server_core;
	pid_t server;
	char **command;
};

/* What the hooks keep: one change under way, and what came of the answers. */
struct seen {
	struct hist each, last, reply;
	int64_t target;                /* of the change under way                    */
	uint64_t from;                 /* when it was posted                         */
	size_t all, reached;
	uint64_t events;               /* frames read                                */
	uint64_t good, bad;            /* replies                                    */
	int64_t highest;               /* newest number anybody saw                  */
};

static void on_seen(struct load *l, struct peer *p, int64_t seq, uint64_t now)
{
	struct seen *s = l->arg;

	s->events++;
	if (seq > s->highest)
		s->highest = seq;
	if (p->seen >= s->target || seq < s->target || s->target == 0)
		return;
	hist_add(&s->each, now - s->from);
	if (++s->reached == s->all)
		hist_add(&s->last, now - s->from);
}

static void on_reply(struct load *l, struct peer *p, int status, uint64_t now)
{
	struct seen *s = l->arg;

	hist_add(&s->reply, now - p->due);
	if (status == 200 || status == 303)
		s->good++;
	else
		s->bad++;
}

static struct seen *begin(struct load *l)
{
	struct seen *s = calloc(1, sizeof *s);

	l->arg = s;
	l->seen = on_seen;
	l->reply = on_reply;
	return s;
}

static struct peer *open_or_die(struct load *l, size_t n, enum peer_kind kind, unsigned nr,
                                const char *path)
{
	struct peer *p = peers_new(n, kind, nr, path);

	if (!load_open(l, p, n))
		errx(1, "%u of %zu streams opened, %u failed", l->open, n, l->failed);
	return p;
}

static void connect_askers(struct load *l, struct peer *p, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (!peer_connect(l, &p[i]))
			err(1, "connect");
		if (i % 100 == 99)
			load_pump(l, now_ns() + 5 * MS);
	}
	load_pump(l, now_ns() + 50 * MS);
}

/* The number that the streams show rises by one an answer, from what it was. */
static bool all_counted(struct load *l, struct seen *s, int64_t before)
{
	const uint64_t until = now_ns() + 5ull * SECOND;
	const int64_t want = before + (int64_t)s->good;

	while (s->highest < want && now_ns() < until)
		load_pump(l, now_ns() + 10 * MS);
	load_pump(l, now_ns() + 300 * MS);
	if (s->highest == want && s->bad == 0)
		return true;
	warnx("%llu answers were acknowledged and %llu refused, %lld were counted",
	      (unsigned long long)s->good, (unsigned long long)s->bad,
	      (long long)(s->highest - before));
	return false;
}

static bool one_change(struct load *l, struct seen *s, struct peer *asker, uint64_t give_up)
{
	s->from = now_ns();
	s->target = s->highest + 1;
	s->reached = 0;
	peer_post(l, asker, s->target, s->from);
	while (s->reached < s->all && now_ns() < give_up)
		load_pump(l, now_ns() + MS / 2);
	return s->reached == s->all;
}

static void answers_flat_out(struct load *l, struct seen *s, const struct options *o)
{
	struct peer *p = peers_new(o->askers, PEER_ASKER, 0, NULL);
	const uint64_t from = now_ns(), until = from + (uint64_t)o->seconds * SECOND;
	const uint64_t before = s->good;
	struct usage u;
	uint64_t now, done;

	s->target = 0;
	s->reply.n = 0;
	connect_askers(l, p, o->askers);
	u = usage_of(o->server);
	while ((now = now_ns()) < until) {
		for (size_t i = 0; i < o->askers; i++)
			if (p[i].state == PEER_IDLE)
				peer_post(l, &p[i], s->highest + 1, now_ns());
		load_pump(l, now + MS / 10);
	}
	done = s->good - before;
	figure("svar_i_sekundet", (double)done * 1e9 / (double)(now_ns() - from));
	figure("us_svar", (usage_of(o->server).cpu_s - u.cpu_s) * 1e6 / (double)done);
	load_pump(l, now_ns() + SECOND);
	hist_print(&s->reply, "svar_fullt");
	load_close(l, p, o->askers);
}

static bool measure_changes(struct load *l, const struct options *o)
{
	struct seen *s = begin(l);
	struct peer *asker = peers_new(1, PEER_ASKER, 0, NULL);
	struct peer *half = open_or_die(l, o->n / 2, PEER_STREAM, 0, l->site.stream), *rest;
	struct usage a, b, c;
	int64_t before;
	uint64_t next, bytes, pulses;
	bool well = true;

	load_pump(l, now_ns() + 300 * MS);
	a = usage_of(o->server);
	rest = open_or_die(l, o->n - o->n / 2, PEER_STREAM, (unsigned)(o->n / 2), l->site.stream);
	load_pump(l, now_ns() + 300 * MS);
	b = usage_of(o->server);
	figure("kb_stroem", (b.rss_kb - a.rss_kb) / (double)(o->n - o->n / 2));
	connect_askers(l, asker, 1);
	s->all = o->n;
	before = s->highest;
	bytes = half[0].bytes;
	pulses = s->events;
	for (size_t i = 0; i < o->changes && well; i++) {
		well = one_change(l, s, asker, now_ns() + 10ull * SECOND);
		next = s->from + (uint64_t)o->gap_ms * MS;
		load_pump(l, next);
	}
	c = usage_of(o->server);
	if (!well)
		warnx("a change reached %zu of %zu streams", s->reached, s->all);
	figure("us_hendelse", (c.cpu_s - b.cpu_s) * 1e6 / (double)(s->events - pulses));
	figure("hendelser", (double)(s->events - pulses));
	figure("rammebyte", (double)(half[0].bytes - bytes) / (double)o->changes);
	hist_print(&s->each, "hver");
	hist_print(&s->last, "siste");
	hist_print(&s->reply, "kvittering");
	if (o->seconds > 0)
		answers_flat_out(l, s, o);
	well &= all_counted(l, s, before) && l->dropped == 0;
	figure("mistet", l->dropped);
	load_close(l, asker, 1);
	load_close(l, half, o->n / 2);
	load_close(l, rest, o->n - o->n / 2);
	return well;
}

static void trickle(struct load *l, struct peer *slow, size_t n)
{
	(void)l;
	for (size_t i = 0; i < n; i++)
		if (slow[i].state == PEER_WAITING && send(slow[i].fd, "a", 1, MSG_NOSIGNAL) < 0)
			slow[i].state = PEER_IDLE;
}

static size_t count_closed(const struct peer *p, size_t n)
{
	size_t closed = 0;

	for (size_t i = 0; i < n; i++)
		closed += p[i].state == PEER_CLOSED;
	return closed;
}

/* Spread evenly over two seconds; the clock of an answer runs from when it was due. */
static void wave(struct load *l, struct peer *phone, size_t n, struct peer *slow, size_t n_slow)
{
	const uint64_t from = now_ns() + 10 * MS, step = 2ull * SECOND / n;
	uint64_t beat = from;

	for (size_t i = 0; i < n; i++) {
		const uint64_t due = from + i * step;

		load_pump(l, due);
		if (due >= beat) {
			trickle(l, slow, n_slow);
			beat += SECOND;
		}
		peer_post(l, &phone[i], (int64_t)i + 1, due);
	}
}

static bool measure_wave(struct load *l, const struct options *o)
{
	struct seen *s = begin(l);
	struct peer *streams = open_or_die(l, o->n, PEER_STREAM, 0, l->site.stream);
	struct peer *silent = open_or_die(l, o->silent, PEER_SILENT, 0, l->site.stream);
	struct peer *phone = peers_new(o->n, PEER_ASKER, 0, NULL), *wall, *slow;
	uint64_t until;
	char path[256];
	int64_t before;
	bool well;

	snprintf(path, sizeof path, "%s/strom", l->site.wall);
	wall = open_or_die(l, 1, PEER_STREAM, 0, path);
	slow = peers_new(o->slow, PEER_SLOW, 0, "/");
	connect_askers(l, slow, o->slow);
	connect_askers(l, phone, o->n);
	load_pump(l, now_ns() + 500 * MS);
	before = streams[0].seen;
	s->highest = before;
	wave(l, phone, o->n, slow, o->slow);
	until = now_ns() + 10ull * SECOND;
	while (s->good + s->bad < o->n && now_ns() < until)
		load_pump(l, now_ns() + MS);
	well = all_counted(l, s, before);
	hist_print(&s->reply, "kvittering");
	figure("lerret_rammer", (double)wall->bytes);
	figure("svar", (double)s->good);
	for (int i = 0; o->slow > 0 && i < 12; i++) {
		trickle(l, slow, o->slow);
		load_pump(l, now_ns() + SECOND);
	}
	if (o->slow > 0)
		figure("trege_lukket", (double)count_closed(slow, o->slow));
	load_close(l, streams, o->n);
	load_close(l, silent, o->silent);
	load_close(l, phone, o->n);
	load_close(l, slow, o->slow);
	load_close(l, wall, 1);
	return well;
}

/* Bytes of the page with its style sheets and scripts, as they come over the wire. */
static void weigh(struct load *l)
{
	struct peer *p = peers_new(1, PEER_ASKER, 0, "/");
	char paths[8][200], *at;
	size_t n = 0;

	begin(l);
	connect_askers(l, p, 1);
	load_pump(l, now_ns() + 200 * MS);
	for (at = p->in; at != NULL && (at = strstr(at, "\"/_/")) != NULL && n < 8; at++) {
		const size_t len = strcspn(at + 1, "\"");

		if (len < sizeof paths[0] && (memmem(at, len + 1, ".css", 4) != NULL ||
		                              memmem(at, len + 1, ".js", 3) != NULL))
			snprintf(paths[n++], sizeof paths[0], "%.*s", (int)len, at + 1);
	}
	figure("html_byte", (double)p->bytes);
	for (size_t i = 0; i < n; i++) {
		peer_get(l, p, paths[i], now_ns());
		load_pump(l, now_ns() + 100 * MS);
	}
	figure("side_byte", (double)p->bytes);
	figure("side_filer", (double)n);
	load_close(l, p, 1);
}

static bool measure_page(struct load *l, const struct options *o)
{
	const size_t n = (size_t)(o->rate * o->seconds);
	struct peer *p = peers_new(n, PEER_ASKER, 0, "/");
	uint64_t from;
	struct seen *s;

	weigh(l);
	s = begin(l);
	from = now_ns() + 10 * MS;
	for (size_t i = 0; i < n; i++) {
		p[i].due = from + i * (SECOND / (unsigned)o->rate);
		load_pump(l, p[i].due);
		if (!peer_connect(l, &p[i]))
			err(1, "connect");
		if (i >= 200)
			peer_close(l, &p[i - 200]);
	}
	load_pump(l, now_ns() + SECOND);
	hist_print(&s->reply, "side");
	if (s->good != n)
		warnx("%llu of %zu pages came", (unsigned long long)s->good, n);
	load_close(l, p, n);
	return s->good == n;
}

/* Everything at once: answers, pages, phones that come and go.  The first quarter warms
 * up caches and the allocator. */
static bool measure_growth(struct load *l, const struct options *o)
{
	struct seen *s = begin(l);
	struct peer *streams = open_or_die(l, o->n, PEER_STREAM, 0, l->site.stream);
	struct peer *asker = peers_new(o->askers, PEER_ASKER, 0, NULL);
	const uint64_t from = now_ns();
	struct usage warm = { 0 }, late;
	size_t turn = 0;

	connect_askers(l, asker, o->askers);
	for (int tick = 0; tick < o->seconds * 10; tick++) {
		if (tick == o->seconds * 10 / 4)
			warm = usage_of(o->server);
		for (size_t i = 0; i < o->askers; i++)
			if (asker[i].state == PEER_IDLE && (tick + i) % 4 != 0)
				peer_post(l, &asker[i], s->highest + 1, now_ns());
			else if (asker[i].state == PEER_IDLE)
				peer_get(l, &asker[i], "/", now_ns());
		for (int i = 0; i < 5; i++, turn++) {
			peer_close(l, &streams[turn % o->n]);
			if (!peer_connect(l, &streams[turn % o->n]))
				err(1, "connect");
		}
		load_pump(l, from + (uint64_t)(tick + 1) * 100 * MS);
	}
	late = usage_of(o->server);
	figure("vekst_kb", late.rss_kb - warm.rss_kb);
	figure("svar", (double)s->good);
	load_close(l, asker, o->askers);
	load_close(l, streams, o->n);
	return s->bad == 0;
}

/* As a browser does it: a second after the stream ended, and again until it is there. */
static bool measure_return(struct load *l, const struct options *o)
{
	struct peer *p = open_or_die(l, o->n, PEER_STREAM, 0, l->site.stream);
	uint64_t *again = calloc(o->n, sizeof *again), from;
	struct pollfd gone = { .events = POLLIN };
	bool *ended = calloc(o->n, sizeof *ended);
	size_t right = 0;
	double ms;

	load_pump(l, now_ns() + 300 * MS);
	gone.fd = pidfd_open(o->server, 0);
	if (gone.fd < 0)
		err(1, "the server is gone");
	from = now_ns();
	kill(o->server, SIGKILL);
	poll(&gone, 1, 5000);          /* it still has the lock until it is gone */
	close(gone.fd);
	figure("pid", (double)server_start(l, o->server_core, o->command, &ms));
	while (right < o->n && now_ns() - from < 20ull * SECOND) {
		right = 0;
		for (size_t i = 0; i < o->n; i++) {
			const uint64_t now = now_ns();

			right += ended[i] && p[i].state == PEER_OPEN && p[i].seen >= 0;
			if (p[i].state != PEER_CLOSED)
				continue;
			ended[i] = true;
			if (again[i] == 0)
				again[i] = now + SECOND;
			if (now < again[i])
				continue;
			again[i] = 0;
			peer_connect(l, &p[i]);
		}
		load_pump(l, now_ns() + MS);
	}
	figure("oppe_ms", ms);
	figure("tilbake_s", (double)(now_ns() - from) / 1e9);
	free(again);
	free(ended);
	load_close(l, p, o->n);
	return right == o->n;
}

static bool measure_start(struct load *l, const struct options *o)
{
	double ms;
	const pid_t pid = server_start(l, o->server_core, o->command, &ms);

	figure("pid", (double)pid);
	figure("start_ms", ms);
	return true;
}

static const struct { const char *name; bool (*run)(struct load *, const struct options *); }
measures[] = {
	{ "endringer", measure_changes }, { "boelge", measure_wave }, { "side", measure_page },
	{ "minutt", measure_growth }, { "start", measure_start }, { "tilbake", measure_return },
};

int main(int argc, char **argv)
{
	struct options o = { .n = 1000, .changes = 20, .askers = 64, .gap_ms = 300, .rate = 200,
	                     .core = -1, .server_core = -1 };
	const char *json = NULL, *cookies = NULL, *address = "127.0.0.1:8080";
	struct load l;
	int c;

	while ((c = getopt(argc, argv, "+a:j:C:n:e:g:p:t:r:k:c:d:s:L:")) != -1) {
		const long number = optarg != NULL ? strtol(optarg, NULL, 10) : 0;

		switch (c) {
		case 'a': address = optarg; break;
		case 'j': json = optarg; break;
		case 'C': cookies = optarg; break;
		case 'n': o.n = (size_t)number; break;
		case 'e': o.changes = (size_t)number; break;
		case 'g': o.gap_ms = (int)number; break;
		case 'p': o.askers = (size_t)number; break;
		case 't': o.seconds = (int)number; break;
		case 'r': o.rate = (int)number; break;
		case 'k': o.server = (pid_t)number; break;
		case 'c': o.core = (int)number; break;
		case 'd': o.server_core = (int)number; break;
		case 's': o.silent = (size_t)number; break;
		case 'L': o.slow = (size_t)number; break;
		default: errx(2, "see the top of bench/last.c");
		}
	}
	if (optind == argc || json == NULL || cookies == NULL)
		errx(2, "see the top of bench/last.c");
	o.command = &argv[optind + 1];
	if (*o.command != NULL && strcmp(*o.command, "--") == 0)
		o.command++;
	load_init(&l);
	load_site(&l, json, cookies, address);
	pin(o.core);
	for (size_t i = 0; i < sizeof measures / sizeof measures[0]; i++)
		if (strcmp(argv[optind], measures[i].name) == 0)
			return measures[i].run(&l, &o) ? 0 : 1;
	errx(2, "no measurement is called %s", argv[optind]);
}
