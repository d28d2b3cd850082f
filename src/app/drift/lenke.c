/* lenke.c - `samling lenke`: the operator hands somebody a login link. */
#include <getopt.h>
#include <stdio.h>

#include "app/drift/drift.h"
#include "app/drift/innstilling.h"
#include "app/drift/program.h"
#include "app/konto/konto.h"
#include "lib/arena.h"
#include "store/right.h"

#define NO_BASE "http://127.0.0.1:8080"

struct choice { const char *dir, *email, *base; };

static bool options(int argc, char **argv, struct choice *c)
{
	static const struct option known[] = {
		{ "data", required_argument, NULL, 'd' }, { "epost", required_argument, NULL, 'e' },
		{ "base", required_argument, NULL, 'b' }, { 0 }
	};

	*c = (struct choice){ 0 };
	for (int o; (o = getopt_long(argc, argv, "", known, NULL)) != -1;) {
		if (o == 'd')
			c->dir = optarg;
		else if (o == 'e')
			c->email = optarg;
		else if (o == 'b')
			c->base = optarg;
		else
			return false;
	}
	return c->dir != NULL && c->email != NULL && optind == argc;
}

/* The address the server last ran under, unless the operator says another. */
static enum outcome make(struct program *p, const struct choice *c, const char **url)
{
	const char *base;
	enum outcome went = setting_read(p->site.store, p->mem, SETTING_BASE, &base);

	p->site.base = c->base != NULL ? c->base : *base != '\0' ? base : NO_BASE;
	if (went != OUTCOME_OK)
		return went;
	return konto_login_link(&p->site, p->mem, konto_email(p->mem, c->email), "", url);
}

int lenke_command(int argc, char **argv, const struct page *const *tables)
{
	const char *url = NULL;
	struct choice c;
	struct program p;
	enum outcome went, kept;
	bool ok;

	if (!options(argc, argv, &c)) {
		fputs("Bruk: samling lenke --data MAPPE --epost ADRESSE [--base URL]\n", stderr);
		return 2;
	}
	if (!program_open(&p, &(struct program_options){ .dir = c.dir }, tables))
		return 1;
	store_request_begin(p.site.store, RIGHT_BIT(RIGHT_SYSTEM), false);
	went = make(&p, &c, &url);
	kept = store_request_end(p.site.store, went == OUTCOME_OK);
	ok = went == OUTCOME_OK && kept == OUTCOME_OK && store_commit(p.site.store);
	if (went == OUTCOME_NOT_FOUND)
		fprintf(stderr, "Ingen som kan logge inn, har adressen %s. "
		        "Er den riktig skrevet?\n", c.email);
	else if (ok)
		printf("Lenken virker én gang, i et kvarter:\n%s\n", url);
	program_close(&p);
	return ok ? 0 : 1;
}
