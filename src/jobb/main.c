/* main.c - samling-jobb: the program that does slow work for the server.
 *
 *	samling-jobb --data MAPPE [--en-gang]
 *	samling-jobb --data MAPPE --samling ID --pdf FIL [--regneark FIL ...]
 *
 * The first does what is ordered on the pages, and what is done once a day; the second makes
 * files for an operator, one option a kind of job.
 */
#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/jobb/jobb.h"
#include "jobb/arbeid.h"
#include "jobb/koe.h"
#include "web/text.h"

enum { OPT_DATA = 1, OPT_ONCE, OPT_SAMLING, OPT_WORKER, OPT_TO, OPT_DAILY, OPT_JOB };

struct options {
	const char *dir, *worker, *to, *file[JOBS_MOST];
	bool once, daily, files;
	int64_t samling;
};

static int usage(void)
{
	fputs("Bruk: samling-jobb --data MAPPE [--en-gang]\n"
	      "      samling-jobb --data MAPPE --samling ID", stderr);
	for (const struct job *j = job_table; j->name != NULL; j++)
		fprintf(stderr, " [--%s FIL]", j->name);
	fputc('\n', stderr);
	return 2;
}

static void take(struct options *o, int c)
{
	switch (c) {
	case OPT_DATA: o->dir = optarg; break;
	case OPT_ONCE: o->once = true; break;
	case OPT_SAMLING: o->samling = strtoll(optarg, NULL, 10); break;
	case OPT_WORKER: o->worker = optarg; break;
	case OPT_TO: o->to = optarg; break;
	case OPT_DAILY: o->daily = true; break;
	}
	if (c >= OPT_JOB) {
		o->file[c - OPT_JOB] = optarg;
		o->files = true;
	}
}

static bool read_options(int argc, char **argv, struct options *o)
{
	struct option known[8 + JOBS_MOST] = {
		{ "data", required_argument, NULL, OPT_DATA },
		{ "en-gang", no_argument, NULL, OPT_ONCE },
		{ "samling", required_argument, NULL, OPT_SAMLING },
		{ WORKER_FLAG + 2, required_argument, NULL, OPT_WORKER },
		{ "til", required_argument, NULL, OPT_TO },
		{ DAILY_FLAG + 2, no_argument, NULL, OPT_DAILY },
	};
	int c;

	for (int i = 0; job_table[i].name != NULL; i++)
		known[6 + i] = (struct option){ job_table[i].name, required_argument, NULL,
		                                OPT_JOB + i };
	while ((c = getopt_long(argc, argv, "", known, NULL)) != -1) {
		if (c == '?')
			return false;
		take(o, c);
	}
	return o->dir != NULL && optind == argc;
}

/* For the queue: what is in the way is said on standard output, as a msgid. */
static int worker(const struct options *o)
{
	const char *why;
	enum outcome went = work_do(o->dir, o->worker, o->samling, o->to, &why);

	if (went == OUTCOME_INVALID && why != NULL) {
		fputs(why, stdout);
		return fflush(stdout) == 0 ? WORKER_INVALID : 1;
	}
	return went == OUTCOME_OK ? 0 : 1;
}

/* For an operator: whole or not at all, beside where it shall stand. */
static bool make_file(const struct options *o, const struct job *job, const char *path)
{
	char half[4096];
	const char *why = NULL;
	enum outcome went = OUTCOME_INVALID;

	if (snprintf(half, sizeof half, "%s.halv", path) < (int)sizeof half)
		went = work_do(o->dir, job->name, o->samling, half, &why);
	if (went == OUTCOME_OK && rename(half, path) == 0)
		return true;
	if (went == OUTCOME_NOT_FOUND)
		fprintf(stderr, "Det finnes ingen samling med nummer %lld.\n",
		        (long long)o->samling);
	else
		fprintf(stderr, "%s ble ikke laget. %s\n", path,
		        went == OUTCOME_INVALID && why != NULL ? why : "");
	unlink(half);
	return false;
}

static int make_files(const struct options *o)
{
	bool well = true;

	for (int i = 0; job_table[i].name != NULL; i++)
		if (o->file[i] != NULL)
			well &= make_file(o, &job_table[i], o->file[i]);
	return well ? 0 : 1;
}

int main(int argc, char **argv)
{
	struct options o = { 0 };

	umask(077);
	if (!read_options(argc, argv, &o))
		return usage();
	if (o.worker != NULL)
		return o.to != NULL ? worker(&o) : usage();
	if (o.daily)
		return daily_do(o.dir) == OUTCOME_OK ? 0 : 1;
	if (o.files)
		return o.samling > 0 ? make_files(&o) : usage();
	return queue_run(o.dir, o.once);
}
