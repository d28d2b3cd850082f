#include "app/gruppe/grupper_kommando.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/gruppe/grupper_csv.h"
#include "app/gruppe/grupper_les.h"
#include "app/gruppe/grupper_skriv.h"
#include "lib/arena.h"

#define MEMORY ((size_t)1 << 30)
#define SEED "1"

struct choice {
	const char *participants, *rules, *earlier;     /* files; the last two may be NULL */
	const char *groups, *rounds, *seed;
	bool json;
};

static bool options(int argc, char **argv, struct choice *c)
{
	static const struct option known[] = {
		{ "deltakere", required_argument, NULL, 'd' },
		{ "regler", required_argument, NULL, 'r' },
		{ "tidligere", required_argument, NULL, 't' },
		{ "grupper", required_argument, NULL, 'g' },
		{ "runder", required_argument, NULL, 'n' },
		{ "fro", required_argument, NULL, 'f' },
		{ "json", no_argument, NULL, 'j' }, { 0 }
	};

	*c = (struct choice){ .seed = SEED };
	opterr = 0;
	for (int o; (o = getopt_long(argc, argv, "", known, NULL)) != -1;) {
		const char **to = o == 'd' ? &c->participants : o == 'r' ? &c->rules :
		                  o == 't' ? &c->earlier : o == 'g' ? &c->groups :
		                  o == 'n' ? &c->rounds : o == 'f' ? &c->seed : NULL;

		if (o == 'j')
			c->json = true;
		else if (to != NULL)
			*to = optarg;
		else
			return false;
	}
	return optind == argc && c->participants != NULL && c->groups != NULL && c->rounds != NULL;
}

/* A whole number of at most 18 digits, not above `most`. */
static bool whole(const char *s, uint64_t least, uint64_t most, uint64_t *n)
{
	if (*s == '\0' || strlen(s) > 18 || strspn(s, "0123456789") != strlen(s))
		return false;
	*n = strtoull(s, NULL, 10);
	return *n >= least && *n <= most;
}

/* --grupper, --runder and --fro. */
static bool numbers(struct arena *mem, const struct choice *c, struct gruppe_task *t,
                    const char **error)
{
	uint64_t groups, rounds;

	if (!whole(c->groups, 1, t->n, &groups)) {
		*error = arena_printf(mem, "--grupper må være et tall fra 1 til %zu, som er "
		                      "antallet deltakere.", t->n);
		return false;
	}
	if (!whole(c->rounds, 1, GRUPPE_ROUNDS_MAX, &rounds)) {
		*error = arena_printf(mem, "--runder må være et tall fra 1 til %d.",
		                      GRUPPE_ROUNDS_MAX);
		return false;
	}
	if (!whole(c->seed, 0, UINT64_MAX, &t->seed)) {
		*error = "--fro må være et helt tall på høyst 18 siffer, og ikke under 0.";
		return false;
	}
	t->groups = (size_t)groups;
	t->rounds = (size_t)rounds;
	return true;
}

static bool read_files(struct arena *mem, const struct choice *c, struct participants *people,
                       struct rule_list *rules, struct gruppe_task *t, size_t *strangers,
                       const char **error)
{
	struct buf text;

	if (!csv_load(mem, c->participants, &text, error) ||
	    !participants_read(mem, c->participants, &text, people, error))
		return false;
	t->person = people->person;
	t->n = people->n;
	if (!numbers(mem, c, t, error))
		return false;
	if (c->rules != NULL &&
	    (!csv_load(mem, c->rules, &text, error) ||
	     !rules_read(mem, c->rules, &text, people, t->groups, rules, error)))
		return false;
	t->rule = rules->rule;
	t->n_rule = rules->n;
	if (c->earlier != NULL) {
		uint16_t *met = arena_array(mem, t->n * t->n, sizeof *met);

		t->met = met;
		return csv_load(mem, c->earlier, &text, error) &&
		       earlier_plan_read(mem, c->earlier, &text, people, met, strangers, error);
	}
	return true;
}

static int run(struct arena *mem, const struct choice *c)
{
	struct participants people;
	struct rule_list rules = { 0 };
	struct gruppe_task task = { 0 };
	struct gruppe_plan plan;
	struct plan_view view = { &people, &rules, &task, &plan, 0 };
	const char *error;

	if (!read_files(mem, c, &people, &rules, &task, &view.strangers, &error)) {
		fprintf(stderr, "%s\n", error);
		return 2;
	}
	plan = gruppe_solve(mem, &task);
	fputs(c->json ? plan_json(mem, &view) : plan_text(mem, &view), stdout);
	fputs(plan_broken(mem, &view), c->json ? stderr : stdout);
	return fflush(stdout) == 0 ? 0 : 1;
}

int grupper_command(int argc, char **argv, const struct page *const *tables)
{
	struct arena *mem;
	struct choice c;
	int status;

	(void)tables;
	if (!options(argc, argv, &c)) {
		fputs("Bruk: samling grupper --deltakere FIL --grupper G --runder R\n"
		      "                      [--regler FIL] [--tidligere FIL] [--fro N] [--json]\n",
		      stderr);
		return 2;
	}
	mem = arena_new(MEMORY);
	status = run(mem, &c);
	arena_free(mem);
	return status;
}
