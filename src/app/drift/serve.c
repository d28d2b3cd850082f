#include <getopt.h>
#include <signal.h>
#include <stdio.h>

#include "app/drift/drift.h"
#include "app/drift/program.h"
#include "lib/log.h"
#include "net/server.h"

static struct net *running;      /* for the signal handler, which has no argument */

static void stop(int sig)
{
	(void)sig;
	net_stop(running);
}

static bool options(int argc, char **argv, struct program_options *o)
{
	static const struct option known[] = {
		{ "data", required_argument, NULL, 'd' }, { "listen", required_argument, NULL, 'l' },
		{ "base", required_argument, NULL, 'b' }, { "utvikling", no_argument, NULL, 'u' },
		{ 0 }
	};

	*o = (struct program_options){ .listen = "127.0.0.1:8080", .create = true };
	for (int c; (c = getopt_long(argc, argv, "", known, NULL)) != -1;) {
		if (c == 'd')
			o->dir = optarg;
		else if (c == 'l')
			o->listen = optarg;
		else if (c == 'b')
			o->base = optarg;
		else if (c == 'u')
			o->development = true;
		else
			return false;
	}
	return o->dir != NULL && optind == argc;
}

int serve_command(int argc, char **argv, const struct page *const *tables)
{
	struct program_options o;
	struct program p;

	if (!options(argc, argv, &o)) {
		fputs("Bruk: samling serve --data MAPPE [--listen ADR:PORT] [--base URL]\n", stderr);
		return 2;
	}
	if (!program_open(&p, &o, tables))
		return 1;
	running = p.net;
	signal(SIGTERM, stop);
	signal(SIGINT, stop);
	log_info("serving %s", p.site.base);
	net_notify("READY=1");
	net_run(p.net);
	net_notify("STOPPING=1");
	program_close(&p);
	return 0;
}
