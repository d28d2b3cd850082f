/* serve.c - `samling serve`: the server, until it is told to stop. */
#include <getopt.h>
#include <signal.h>
#include <stdio.h>

#include "app/drift/drift.h"
#include "app/drift/innstilling.h"
#include "app/drift/program.h"
#include "app/jobb/jobb.h"
#include "app/konto/konto.h"
#include "app/person/person.h"
#include "lib/arena.h"
#include "lib/log.h"
#include "net/server.h"
#include "store/right.h"

#define TIDY_MEMORY (16u << 20)

static struct net *running;      /* for the signal handler, which has no argument */

static void stop(int sig)
{
	(void)sig;
	net_stop(running);
}

static bool options(int argc, char **argv, struct program_options *o, bool *jobs)
{
	static const struct option known[] = {
		{ "data", required_argument, NULL, 'd' },
		{ "listen", required_argument, NULL, 'l' },
		{ "base", required_argument, NULL, 'b' }, { "utvikling", no_argument, NULL, 'u' },
		{ "uten-jobb", no_argument, NULL, 'j' }, { 0 }
	};

	*o = (struct program_options){ .listen = "127.0.0.1:8080", .create = true };
	*jobs = true;
	for (int c; (c = getopt_long(argc, argv, "", known, NULL)) != -1;) {
		if (c == 'd')
			o->dir = optarg;
		else if (c == 'l')
			o->listen = optarg;
		else if (c == 'b')
			o->base = optarg;
		else if (c == 'u')
			o->development = true;
		else if (c == 'j')
			*jobs = false;
		else
			return false;
	}
	return o->dir != NULL && optind == argc;
}

/* Remembers the address for the other commands; while nobody exists, tells the operator
 * where the first person is made. */
static bool first_words(struct program *p)
{
	const char *url = NULL;
	enum outcome went, kept;

	store_request_begin(p->site.store, RIGHT_BIT(RIGHT_SYSTEM), false);
	went = setting_write(p->site.store, p->mem, SETTING_BASE, p->site.base);
	if (went == OUTCOME_OK)
		went = konto_setup_link(&p->site, p->mem, &url);
	kept = store_request_end(p->site.store, went == OUTCOME_OK);
	if (went != OUTCOME_OK || kept != OUTCOME_OK || !store_commit(p->site.store))
		return false;
	if (url != NULL)
		fprintf(stderr, "Ingen har tilgang ennå. Lag den første programlederen her "
		        "(virker én gang, i 24 timer):\n  %s\n", url);
	return true;
}

/* What has been kept long enough goes when the server starts, too: a laptop that is only on
 * for a day has no other time. */
static void tidy(struct program *p)
{
	struct arena *mem = arena_new(TIDY_MEMORY);
	struct tidied done;

	if (rydd(p->site.store, mem, &p->world, p->site.dir, &done) != OUTCOME_OK)
		log_warn("what has been kept long enough could not be deleted now");
	arena_free(mem);
}

int program_serve(const struct program_options *o, bool jobs, const struct page *const *tables)
{
	struct program p;
	pid_t keeper = -1;

	if (!program_open(&p, o, tables) || !first_words(&p))
		return 1;
	tidy(&p);
	running = p.net;
	signal(SIGTERM, stop);
	signal(SIGINT, stop);
	if (jobs)
		keeper = job_keeper_start(o->dir);
	log_info("serving %s", p.site.base);
	net_notify("READY=1");
	net_run(p.net);
	signal(SIGTERM, SIG_IGN);       /* once is enough: what it stops is gone soon */
	signal(SIGINT, SIG_IGN);
	net_notify("STOPPING=1");
	job_keeper_stop(keeper);
	program_close(&p);
	return 0;
}

int serve_command(int argc, char **argv, const struct page *const *tables)
{
	struct program_options o;
	bool jobs;

	if (!options(argc, argv, &o, &jobs)) {
		fputs("Bruk: samling serve --data MAPPE [--listen ADR:PORT] [--base URL] "
		      "[--utvikling] [--uten-jobb]\n", stderr);
		return 2;
	}
	return program_serve(&o, jobs, tables);
}
