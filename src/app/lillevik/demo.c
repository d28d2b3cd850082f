/* demo.c - `samling demo`: Lillevik in a new data folder, and its addresses. */
#include <dirent.h>
#include <errno.h>
#include <getopt.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/drift/program.h"
#include "app/lillevik/lag.h"
#include "app/lillevik/lillevik.h"
#include "app/lillevik/terminal.h"
#include "lib/arena.h"
#include "store/right.h"

#define MEMORY (256u << 20)
#define PEOPLE_MAX 100000
#define LISTEN "127.0.0.1:8080"

struct demo {
	const char *dir, *base, *listen, *cookies;
	size_t people;
	bool json;
};

static int usage(void)
{
	fputs("Bruk: samling demo --data MAPPE [--base URL] [--listen ADR:PORT]\n"
	      "                    [--deltakere N --kaker FIL] [--json]\n", stderr);
	return 2;
}

static bool options(int argc, char **argv, struct demo *d)
{
	static const struct option known[] = {
		{ "data", required_argument, NULL, 'd' }, { "base", required_argument, NULL, 'b' },
		{ "listen", required_argument, NULL, 'l' },
		{ "deltakere", required_argument, NULL, 'n' },
		{ "kaker", required_argument, NULL, 'k' }, { "json", no_argument, NULL, 'j' },
		{ 0 }
	};
	char *end = NULL;

	*d = (struct demo){ .listen = LISTEN };
	for (int c; (c = getopt_long(argc, argv, "", known, NULL)) != -1;) {
		if (c == 'd')
			d->dir = optarg;
		else if (c == 'b')
			d->base = optarg;
		else if (c == 'l')
			d->listen = optarg;
		else if (c == 'n')
			d->people = strtoul(optarg, &end, 10);
		else if (c == 'k')
			d->cookies = optarg;
		else if (c == 'j')
			d->json = true;
		else
			return false;
	}
	if (end != NULL && *end != '\0')
		return false;
	return d->dir != NULL && optind == argc && d->people <= PEOPLE_MAX &&
	       (d->people > 0) == (d->cookies != NULL);
}

/* Nothing may lie there: an example is never mixed into somebody's data. */
static bool empty(const char *path)
{
	DIR *d = opendir(path);
	struct dirent *e;
	bool found = false;

	if (d == NULL && errno == ENOENT)
		return true;
	if (d == NULL) {
		fprintf(stderr, "Mappen %s kan ikke leses: %s.\n", path, strerror(errno));
		return false;
	}
	while ((e = readdir(d)) != NULL)
		found |= strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0;
	closedir(d);
	if (found)
		fprintf(stderr, "Mappen %s er ikke tom. Eksempelet lages bare i en tom mappe; "
		        "velg en annen, eller flytt det som ligger der.\n", path);
	return !found;
}

static char *address(const struct site *site, struct arena *mem, const char *path)
{
	return arena_printf(mem, "%s%s", site->base, path);
}

static void put(json_t *o, const char *name, const char *value)
{
	json_object_set_new(o, name, json_string(value));
}

/* What a load client needs to be the phones. */
static void put_people(json_t *o, const struct site *site, struct arena *mem,
                       const struct lillevik *l)
{
	json_t *heads = json_array();

	json_array_append_new(heads, json_string(arena_printf(mem, "Origin: %s", site->base)));
	json_array_append_new(heads, json_string("Content-Type: "
	                                         "application/x-www-form-urlencoded"));
	json_array_append_new(heads, json_string("X-Bit: 1"));
	put(o, "strom", arena_printf(mem, "/s/%lld/strom", (long long)l->samling));
	put(o, "svar", arena_printf(mem, "/s/%lld/svar", (long long)l->samling));
	put(o, "kropp", arena_printf(mem, "token=%s&runde=%lld&valg=0&nokkel={seq}", l->token,
	                             (long long)l->round));
	json_object_set_new(o, "hoder", heads);
	json_object_set_new(o, "aapen", json_integer(l->item));
}

static void print_json(const struct site *site, struct arena *mem, const struct lillevik *l)
{
	json_t *o = json_object();

	put(o, "base", site->base);
	put(o, "kode", l->code);
	put(o, "konsoll", address(site, mem, l->console));
	put(o, "lerret", address(site, mem, l->wall));
	put(o, "deltaker", address(site, mem, l->phone));
	put(o, "rapport", address(site, mem, l->report));
	if (l->round != 0)
		put_people(o, site, mem, l);
	json_dumpf(o, stdout, JSON_COMPACT);
	putchar('\n');
	json_decref(o);
}

static void print_words(const struct site *site, struct arena *mem, const struct lillevik *l)
{
	const char *phone = address(site, mem, l->phone);

	printf("\n%s\n\n", l->title);
	printf("  Konsollen, for den som leder:\n    %s\n\n",
	       address(site, mem, l->console));
	printf("  Lerretet, for projektoren (virker med klikker):\n    %s\n\n",
	       address(site, mem, l->wall));
	printf("  Fjernkontroll, for telefonen til den som leder:\n    %s\n\n",
	       address(site, mem, l->remote));
	printf("  Rapporten, når du har åpnet konsollen:\n    %s\n\n",
	       address(site, mem, l->report));
	printf("  Deltakerne går til %s og skriver koden  %.4s %s\n", site->base, l->code,
	       l->code + 4);
	printf("  eller peker telefonen på denne:\n\n");
	terminal_qr(stdout, phone, isatty(STDOUT_FILENO));
	printf("\n    %s\n\n", phone);
	printf("  Lenkene vises bare denne ene gangen. Den som har en lenke, slipper inn.\n"
	       "  Del dem bare med dem de er til for.\n\n");
}

static bool make(struct program *p, const struct demo *d, struct arena *mem, struct lillevik *l)
{
	FILE *cookies = d->cookies != NULL ? fopen(d->cookies, "w") : NULL;
	bool written;
	enum outcome went, kept;

	if (d->cookies != NULL && cookies == NULL) {
		fprintf(stderr, "%s kan ikke skrives: %s.\n", d->cookies, strerror(errno));
		return false;
	}
	store_request_begin(p->site.store, RIGHT_BIT(RIGHT_SYSTEM), false);
	went = lillevik_make(&p->site, mem, l);
	if (went == OUTCOME_OK && cookies != NULL)
		went = lillevik_people(&p->site, mem, l, d->people, cookies);
	kept = store_request_end(p->site.store, went == OUTCOME_OK);
	written = cookies == NULL || fclose(cookies) == 0;
	if (!written)
		fprintf(stderr, "%s ble ikke skrevet helt ut.\n", d->cookies);
	return went == OUTCOME_OK && kept == OUTCOME_OK && store_commit(p->site.store) && written;
}

int demo_command(int argc, char **argv, const struct page *const *tables)
{
	struct program_options o = { .create = true };
	struct arena *mem = arena_new(MEMORY);
	struct program p;
	struct lillevik l;
	struct demo d;
	bool made;

	if (!options(argc, argv, &d)) {
		arena_free(mem);
		return usage();
	}
	o.dir = d.dir;
	o.base = d.base != NULL ? d.base : arena_printf(mem, "http://%s", d.listen);
	if (!empty(d.dir) || !program_open(&p, &o, tables)) {
		arena_free(mem);
		return 1;
	}
	p.site.secure = strncmp(o.base, "https://", 8) == 0;
	made = make(&p, &d, mem, &l);
	if (!made)
		fprintf(stderr, "Eksempelet ble ikke laget. Prøv igjen i en tom mappe.\n");
	else if (d.json)
		print_json(&p.site, mem, &l);
	else
		print_words(&p.site, mem, &l);
	program_close(&p);
	arena_free(mem);
	return made ? 0 : 1;
}
