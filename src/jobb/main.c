/* main.c - samling-jobb: the program that does slow work for the server.
 *
 *	samling-jobb --data MAPPE [--en-gang]
 *	samling-jobb --data MAPPE --samling ID --pdf FIL [--regneark FIL ...]
 *	samling-jobb --valg PROTOKOLL.json [--maal nb|nn] [--pdf FIL] [--regneark FIL]
 *
 * The first does what is ordered on the pages, and what is done once a day; the second makes
 * files for an operator, one option a kind of job; the third makes the papers of an election from
 * the file that the page gives, and needs no folder.
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
#include "jobb/valg_fil.h"
#include "web/text.h"

enum { OPT_DATA = 1, OPT_ONCE, OPT_SAMLING, OPT_WORKER, OPT_TO, OPT_DAILY, OPT_VALG, OPT_LANG,
       OPT_JOB };

struct options {
	const char *dir, *worker, *to, *file[JOBS_MOST];
	const char *valg, *lang;
	bool once, daily, files;
	int64_t samling;
};

static int usage(void)
{
	fputs("Bruk: samling-jobb --data MAPPE [--en-gang]\n"
	      "      samling-jobb --data MAPPE --samling ID", stderr);
	for (const struct job *j = job_table; j->name != NULL; j++)
		fprintf(stderr, " [--%s FIL]", j->name);
	fputs("\n      samling-jobb --valg PROTOKOLL.json [--maal nb|nn] [--pdf FIL] "
	      "[--regneark FIL]\n", stderr);
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
	case OPT_VALG: o->valg = optarg; break;
	case OPT_LANG: o->lang = optarg; break;
	}
	if (c >= OPT_JOB) {
		o->file[c - OPT_JOB] = optarg;
		o->files = true;
	}
}

static bool read_options(int argc, char **argv, struct options *o)
{
	struct option known[10 + JOBS_MOST] = {
		{ "data", required_argument, NULL, OPT_DATA },
		{ "en-gang", no_argument, NULL, OPT_ONCE },
		{ "samling", required_argument, NULL, OPT_SAMLING },
		{ WORKER_FLAG + 2, required_argument, NULL, OPT_WORKER },
		{ "til", required_argument, NULL, OPT_TO },
		{ DAILY_FLAG + 2, no_argument, NULL, OPT_DAILY },
		{ "valg", required_argument, NULL, OPT_VALG },
		{ "maal", required_argument, NULL, OPT_LANG },
	};
	int c;

	for (int i = 0; job_table[i].name != NULL; i++)
		known[8 + i] = (struct option){ job_table[i].name, required_argument, NULL,
		                                OPT_JOB + i };
	while ((c = getopt_long(argc, argv, "", known, NULL)) != -1) {
		if (c == '?')
			return false;
		take(o, c);
	}
	return (o->dir != NULL) != (o->valg != NULL) && optind == argc;
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

/* The papers of an election are named as those of a samling are. */
static int make_papers(const struct options *o)
{
	struct valg_files f = { .from = o->valg, .lang = lang_from(o->lang, LANG__MAX) };

	if (o->lang == NULL)
		f.lang = LANG_NB;
	for (int i = 0; job_table[i].name != NULL; i++)
		if (strcmp(job_table[i].name, "pdf") == 0)
			f.pdf = o->file[i];
		else if (strcmp(job_table[i].name, "regneark") == 0)
			f.workbook = o->file[i];
		else if (o->file[i] != NULL)
			return usage();
	if (f.lang == LANG__MAX || (f.pdf == NULL && f.workbook == NULL))
		return usage();
	return valg_files_make(&f);
}

int main(int argc, char **argv)
{
	struct options o = { 0 };

	umask(077);
	if (!read_options(argc, argv, &o))
		return usage();
	if (o.valg != NULL)
		return make_papers(&o);
	if (o.worker != NULL)
		return o.to != NULL ? worker(&o) : usage();
	if (o.daily)
		return daily_do(o.dir) == OUTCOME_OK ? 0 : 1;
	if (o.files)
		return o.samling > 0 ? make_files(&o) : usage();
	return queue_run(o.dir, o.once);
}
