/* kommando.c - `samling innsyn`, `slett`, `rydd` and `personvern`. */
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "app/drift/program.h"
#include "app/person/person.h"
#include "app/person/rydd.h"
#include "lib/arena.h"
#include "store/right.h"

struct choice {
	const char *dir, *municipality, *who;
	long long samling;
	bool json, yes;
};

static bool options(int argc, char **argv, struct choice *c)
{
	static const struct option known[] = {
		{ "data", required_argument, NULL, 'd' },
		{ "kommune", required_argument, NULL, 'k' },
		{ "samling", required_argument, NULL, 's' }, { "json", no_argument, NULL, 'j' },
		{ "ja", no_argument, NULL, 'y' }, { 0 }
	};

	*c = (struct choice){ 0 };
	for (int o; (o = getopt_long(argc, argv, "", known, NULL)) != -1;) {
		if (o == 'd')
			c->dir = optarg;
		else if (o == 'k')
			c->municipality = optarg;
		else if (o == 's')
			c->samling = strtoll(optarg, NULL, 10);
		else if (o == 'j')
			c->json = true;
		else if (o == 'y')
			c->yes = true;
		else
			return false;
	}
	if (optind == argc - 1)
		c->who = argv[optind];
	return c->dir != NULL && optind >= argc - 1;
}

static bool open_dir(struct program *p, const struct choice *c, const struct page *const *tables)
{
	return program_open(p, &(struct program_options){ .dir = c->dir }, tables);
}

static int nobody(const struct choice *c)
{
	fprintf(stderr, "Ingen med %s «%s» er lagret.\n", strchr(c->who, '@') != NULL ?
	        "e-postadressen" : "navnet", c->who);
	return 1;
}

static int trouble(void)
{
	fputs("Databasen kan ikke leses eller skrives nå. Prøv igjen.\n", stderr);
	return 1;
}

/* ---- access ---- */

static const char not_here[] =
	"\nDette finner vi ikke, for det er ikke knyttet til noen: anonyme svar. Sikkerhetskopier\n"
	"og rapporter som er lastet ned, kan også ha opplysninger.\n";

static int tell(struct program *p, const struct choice *c)
{
	struct found_person found;
	json_t *seen = NULL;
	enum outcome went, kept;

	store_request_begin(p->site.store, RIGHT_BIT(RIGHT_SYSTEM), true);
	went = person_find(p->site.store, p->mem, c->who, c->municipality, &found);
	if (went == OUTCOME_OK)
		went = person_seen(p->site.store, p->mem, &found, &seen);
	kept = store_request_end(p->site.store, false);
	if (went == OUTCOME_NOT_FOUND)
		return nobody(c);
	if (went != OUTCOME_OK || kept != OUTCOME_OK)
		return trouble();
	if (c->json) {
		json_dumpf(seen, stdout, JSON_INDENT(2));
		putchar('\n');
	} else {
		printf("Dette er lagret om %s:\n", found.name);
		person_write(stdout, seen);
		fputs(not_here, stdout);
	}
	json_decref(seen);
	return 0;
}

int innsyn_command(int argc, char **argv, const struct page *const *tables)
{
	struct choice c;
	struct program p;
	int status;

	if (!options(argc, argv, &c) || c.who == NULL) {
		fputs("Bruk: samling innsyn --data MAPPE [--kommune NR] [--json] NAVN|E-POST\n",
		      stderr);
		return 2;
	}
	if (!open_dir(&p, &c, tables))
		return 1;
	status = tell(&p, &c);
	program_close(&p);
	return status;
}

/* ---- erasing ---- */

static bool sure(const struct choice *c, const char *what)
{
	char line[16] = "";

	if (c->yes)
		return true;
	printf("%s\nDette kan ikke angres. Skriv ja for å slette: ", what);
	fflush(stdout);
	if (fgets(line, sizeof line, stdin) != NULL && strcmp(line, "ja\n") == 0)
		return true;
	puts("Ingenting er slettet.");
	return false;
}

static const char in_use[] = "Databasen er i bruk: Det som er slettet, blir overskrevet ved neste "
                             "opprydding (samling rydd).";

/* What a command writes: kept and on disk, and what was freed is overwritten. */
static enum outcome ended(struct program *p, enum outcome went)
{
	enum outcome kept = store_request_end(p->site.store, went == OUTCOME_OK);

	if (went != OUTCOME_OK)
		return went;
	if (kept != OUTCOME_OK || !store_commit(p->site.store))
		return OUTCOME_UNAVAILABLE;
	if (!freed_overwrite(p->site.store, p->mem))
		puts(in_use);
	return OUTCOME_OK;
}

static void report_person(const struct found_person *found, const struct erased *e)
{
	printf("%s er slettet%s. Navnelister: %zu. Svar som er gjort anonyme, så ingen tall er "
	       "endret: %zu.\n", found->name, found->staff != 0 ? ", med brukerkontoen" : "",
	       e->roster, e->answers);
	if (e->acts > 0)
		printf("Handlinger i protokollen, der det nå står hvilken rolle, ikke hvem: %zu.\n",
		       e->acts);
	if (e->without_leader[0] != '\0')
		printf("Disse har ingen prosessveileder lenger: %s\n", e->without_leader);
	puts("Kan ikke slettes herfra: anonyme svar (ingen vet hvem sine de er), navn som andre "
	     "har skrevet\ni tekster (samling innsyn viser hvor), rapporter som er lastet ned, og "
	     "sikkerhetskopier\n(de slettes etter 35 dager).");
}

static int erase_person(struct program *p, const struct choice *c)
{
	struct found_person found;
	struct erased done;
	enum outcome went;

	store_request_begin(p->site.store, RIGHT_BIT(RIGHT_SYSTEM), false);
	went = person_find(p->site.store, p->mem, c->who, c->municipality, &found);
	if (went == OUTCOME_OK && found.municipalities > 1) {
		fputs("Flere kommuner har dette navnet på listen. Si hvilken med --kommune NR.\n",
		      stderr);
		went = OUTCOME_INVALID;
	} else if (went == OUTCOME_OK && !sure(c, arena_printf(p->mem,
	           "%s slettes. Navnelister: %zu%s.", found.name, found.n_roster,
	           found.staff != 0 ? ", og brukerkontoen slettes" : ""))) {
		went = OUTCOME_INVALID;
	}
	if (went == OUTCOME_OK)
		went = person_erase(p->site.store, p->mem, &p->world, &found, &done);
	went = ended(p, went);
	if (went == OUTCOME_NOT_FOUND)
		return nobody(c);
	if (went == OUTCOME_CONFLICT)
		fputs("Den siste programlederen kan ikke slettes: Da kan ingen slippe noen inn.\n",
		      stderr);
	else if (went == OUTCOME_UNAVAILABLE)
		return trouble();
	if (went == OUTCOME_OK)
		report_person(&found, &done);
	return went == OUTCOME_OK ? 0 : 1;
}

static int erase_samling(struct program *p, const struct choice *c)
{
	struct rows rows;
	enum outcome went;

	store_request_begin(p->site.store, RIGHT_BIT(RIGHT_SYSTEM), false);
	went = RUN(p->site.store, p->mem, &rows, slett_samling_navn,
	           .samling = v_int(c->samling));
	if (went == OUTCOME_OK && rows.n == 0)
		went = OUTCOME_NOT_FOUND;
	if (went == OUTCOME_OK && !sure(c, arena_printf(p->mem, "%s slettes med alt som hører til.",
	                                row_text(&rows.row[0], slett_samling_navn__navn))))
		went = OUTCOME_INVALID;
	if (went == OUTCOME_OK)
		went = samling_erase(p->site.store, p->mem, &p->world, c->samling, "Samling");
	went = ended(p, went);
	if (went == OUTCOME_NOT_FOUND)
		fprintf(stderr, "Det er ingen samling med nummer %lld.\n", c->samling);
	else if (went == OUTCOME_UNAVAILABLE)
		return trouble();
	else if (went == OUTCOME_OK)
		puts("Samlingen er slettet. Sikkerhetskopier har den i inntil 35 dager.");
	return went == OUTCOME_OK ? 0 : 1;
}

int slett_command(int argc, char **argv, const struct page *const *tables)
{
	struct choice c;
	struct program p;
	int status;

	if (!options(argc, argv, &c) || (c.who == NULL) == (c.samling == 0)) {
		fputs("Bruk: samling slett --data MAPPE [--ja] [--kommune NR] NAVN|E-POST\n"
		      "      samling slett --data MAPPE [--ja] --samling NR\n", stderr);
		return 2;
	}
	if (!open_dir(&p, &c, tables))
		return 1;
	status = c.who != NULL ? erase_person(&p, &c) : erase_samling(&p, &c);
	program_close(&p);
	return status;
}

/* ---- keeping ---- */

int rydd_command(int argc, char **argv, const struct page *const *tables)
{
	struct choice c;
	struct program p;
	struct tidied d;
	enum outcome went;

	if (!options(argc, argv, &c) || c.who != NULL) {
		fputs("Bruk: samling rydd --data MAPPE\n", stderr);
		return 2;
	}
	if (!open_dir(&p, &c, tables))
		return 1;
	went = rydd(p.site.store, p.mem, &p.world, c.dir, &d);
	program_close(&p);
	if (went != OUTCOME_OK)
		return trouble();
	printf("Telefoner som ikke kan kjennes igjen lenger: %zu\nSlettet: navn %zu, tekster %zu, "
	       "kontakter %zu, lenker %zu, kopier %zu\n", d.phones, d.names, d.texts, d.contacts,
	       d.links, d.copies);
	if (d.waits)
		puts(in_use);
	return 0;
}

int personvern_command(int argc, char **argv, const struct page *const *tables)
{
	(void)argv;
	(void)tables;
	if (argc != 1) {
		fputs("Bruk: samling personvern\n", stderr);
		return 2;
	}
	treatment_write(stdout);
	return 0;
}
