/* spill.c - `samling spill`: the days of a samling, faster than life, with phones that are
 * programs.  It leads and answers over the same HTTP as people do, and at the end holds the
 * report against what the phones were told was stored. */
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/drift/program.h"
#include "app/lillevik/fasit.h"
#include "app/lillevik/grupper.h"
#include "app/lillevik/hall.h"
#include "app/lillevik/klokke.h"
#include "app/lillevik/kort.h"
#include "app/lillevik/leder.h"
#include "app/lillevik/lillevik.h"
#include "app/lillevik/stoff.h"
#include "app/lillevik/takt.h"
#include "app/lillevik/talere.h"
#include "app/lillevik/tjener.h"
#include "app/lillevik/valgene.h"
#include "app/samling/samling.h"
#include "lib/arena.h"
#include "lib/log.h"
#include "lib/tid.h"
#include "lib/world.h"
#include "net/client.h"
#include "store/right.h"

#define MEMORY (256u << 20)
#define PAGE_MEMORY (64u << 20)
#define PHONES 43               /* as many as innhold/lillevik.json has answers for */
#define PHONES_MAX 20000
#define ROUNDS_MAX 400
#define PRESSES_MAX 2000
#define ROUND_S 60              /* a round, a look at its result: in life */
#define LOOK_S 20
#define ROUND_MS_LEAST 10000    /* how long we wait for phones that lag behind */
#define SEEN_PHASES 4           /* app/lerret/lerret.h: the rest is the step of the item */
#define SEEN_OPEN 1
#define SEEN_SHOWN 3
#define BEFORE 20               /* minutes from when people join until the day begins */

struct options {
	const char *dir;
	double speed;           /* 0: as fast as it goes */
	size_t phones;
};

struct play {
	struct options o;
	struct arena *mem, *page;       /* page: for one press */
	struct world world;
	const json_t *answers;
	int64_t samling;
	const char *code, *link;
	struct client *client;
	struct leader leader;
	struct hall *hall;
	struct led_round round[ROUNDS_MAX];
	size_t n_round, skipped;        /* skipped: rounds there were before us */
	int64_t item;                   /* under way, by the console */
	int64_t begins;                 /* on the wall: when the doors open */
	struct pace pace;
};

static bool options(int argc, char **argv, struct options *o)
{
	static const struct option known[] = {
		{ "data", required_argument, NULL, 'd' }, { "fart", required_argument, NULL, 'f' },
		{ "telefoner", required_argument, NULL, 't' }, { 0 }
	};
	char *end = NULL;

	*o = (struct options){ .speed = -1, .phones = PHONES };
	for (int c; (c = getopt_long(argc, argv, "", known, NULL)) != -1;) {
		if (c == 'd')
			o->dir = optarg;
		else if (c == 'f')
			o->speed = strtod(optarg, &end);
		else if (c == 't')
			o->phones = strtoul(optarg, &end, 10);
		else
			return false;
		if (end != NULL && *end != '\0')
			return false;
	}
	return o->dir != NULL && optind == argc && o->speed >= 0 && o->phones > 0 &&
	       o->phones <= PHONES_MAX;
}

/* ---- what we know beforehand: the samling, and a link to its console ---- */

/* A day that has begun goes on from now. */
static int64_t doors(const struct samling *s, int64_t now)
{
	if (s->phase != PHASE_READY || s->n_item == 0)
		return now;
	return tid_wall_ms(s->day[0].date, s->item[0].start - BEFORE);
}

static enum outcome prepare(struct play *p, struct site *site)
{
	struct samling *s;
	const char *secret;
	struct rows rows;
	enum outcome went = RUN(site->store, p->mem, &rows, spill_samling,
	                        .idag = v_text(tid_today(p->mem, world_wall_ms(site->world))));

	if (went != OUTCOME_OK || rows.n == 0)
		return went != OUTCOME_OK ? went : OUTCOME_NOT_FOUND;
	p->samling = row_int(&rows.row[0], spill_samling__id);
	went = samling_read(site->store, p->mem, p->samling, 0, &s);
	if (went == OUTCOME_OK)
		went = samling_new_link(site->store, p->mem, site->world, p->samling, LINK_CONSOLE,
		                        "Prøvespill", &secret);
	if (went != OUTCOME_OK)
		return went;
	p->begins = doors(s, world_wall_ms(site->world));
	p->link = samling_link_path(p->mem, LINK_CONSOLE, secret);
	p->code = s->code;
	return OUTCOME_OK;
}

static bool open_folder(struct play *p, const struct page *const *tables)
{
	const struct program_options o = { .dir = p->o.dir };
	struct program program;
	enum outcome went, kept;
	bool ok;

	if (!program_open(&program, &o, tables))
		return false;
	store_request_begin(program.site.store, RIGHT_BIT(RIGHT_SYSTEM), false);
	went = prepare(p, &program.site);
	kept = store_request_end(program.site.store, went == OUTCOME_OK);
	ok = went == OUTCOME_OK && kept == OUTCOME_OK && store_commit(program.site.store);
	program_close(&program);
	if (went == OUTCOME_NOT_FOUND)
		fprintf(stderr, "Det er ingen samling i %s som kan spilles i dag. "
		        "Lag en med: samling demo --data MAPPE\n", p->o.dir);
	else if (!ok)
		fprintf(stderr, "Kunne ikke lese eller skrive i %s.\n", p->o.dir);
	return ok;
}

/* ---- playing ---- */

static int64_t scaled(const struct play *p, int64_t seconds)
{
	return p->o.speed > 0 ? (int64_t)((double)seconds * 1000 / p->o.speed) : 0;
}

/* A round of the item: the hall answers; the answers are known by the item's title. */
static void ask(struct play *p, const json_t *item, int64_t round)
{
	const json_t *all = fact_rounds(item);
	const json_t *this = json_array_get(all, json_array_size(all) - 1);
	const json_t *entry = json_object_get(p->answers, fact_text(item, "tittel"));
	const json_t *stages = json_object_get(entry, "deler");
	size_t stage = (size_t)(fact_number(this, "del") - 1);
	int64_t ms = scaled(p, ROUND_S);

	if (fact_number(this, "runde") > 1 && json_array_size(stages) > 0)
		stage = json_array_size(stages) - 1;
	hall_ask(p->hall, round, entry, stage, ms);
	hall_live(p->hall, ms, NULL);
	/* Phones that the network or a short round has left behind get their time too. */
	hall_live(p->hall, ROUND_MS_LEAST, hall_done);
	if (p->n_round == ROUNDS_MAX)
		log_fatal("more than %d rounds", ROUNDS_MAX);
	p->round[p->n_round++] = (struct led_round){ .id = round };
}

static void tell_item(struct play *p, const json_t *item, int64_t id)
{
	if (id == p->item)
		return;
	p->item = id;
	if (item != NULL)
		fprintf(stderr, "  dag %lld  %s (%s)  %s\n", (long long)fact_number(item, "dag"),
		        fact_text(item, "planlagt_fra"), fact_began(p->page, item),
		        fact_text(item, "tittel"));
}

static int64_t last_round(const struct play *p)
{
	return p->n_round > 0 ? p->round[p->n_round - 1].id : 0;
}

/* Lives through what the last press has brought.  False: the console cannot be read. */
static bool live(struct play *p, const json_t *report)
{
	const json_t *item = fact_under_way(report);
	int64_t before = p->item;
	struct led led;

	if (!leader_look(&p->leader, p->page, &led))
		return false;
	tell_item(p, led.item != 0 ? item : NULL, led.item);
	if (item != NULL)
		speakers_live(p->hall, &p->leader, p->page, fact_text(item, "slag"),
		              led.item != before);
	if (item != NULL && strcmp(fact_text(item, "slag"), "gruppearbeid") == 0)
		groups_live(p->hall, p->page,
		            json_object_get(p->answers, fact_text(item, "tittel")),
		            led.item != before);
	if (item != NULL)
		elections_live(&p->leader, p->page, fact_text(item, "slag"));
	led.phase %= SEEN_PHASES;
	if (item != NULL)
		cards_live(&p->leader, p->page, fact_text(item, "slag"), led.phase == SEEN_OPEN,
		           led.phase == SEEN_SHOWN);
	if (led.phase == SEEN_OPEN && item != NULL && led.round != last_round(p))
		ask(p, item, led.round);
	else if (led.item != before && item != NULL)
		hall_live(p->hall, scaled(p, 60 * fact_number(item, "minutter")) / 2, NULL);
	else
		hall_live(p->hall, scaled(p, LOOK_S), NULL);
	return true;
}

static bool ended(const json_t *report)
{
	return strcmp(fact_text(report, "fase"), "avsluttet") == 0;
}

/* The replies that were under way when the round closed are counted too. */
static void close_last(struct play *p)
{
	struct led_round *last = p->n_round > 0 ? &p->round[p->n_round - 1] : NULL;

	if (last == NULL || last->over)
		return;
	last->over = true;
	last->stored = hall_over(p->hall);
	fprintf(stderr, "                       %zu har svart\n", last->stored);
}

/* Presses "next" until the samling has ended.  The last report is the caller's. */
static json_t *lead(struct play *p, const char **why)
{
	json_t *report = leader_report(&p->leader, p->page);

	p->skipped = fact_count_rounds(report);
	for (int i = 0; report != NULL && !ended(report); i++) {
		bool open = false;

		pace_press(&p->pace, report, leader_label(&p->leader, p->page));
		if (i == PRESSES_MAX || !leader_next(&p->leader, p->page)) {
			*why = "«Neste» virket ikke";
			json_decref(report);
			return NULL;
		}
		close_last(p);
		json_decref(report);
		arena_reset(p->page);
		report = leader_report(&p->leader, p->page);
		if (report != NULL && !ended(report))
			open = live(p, report);
		if (report != NULL && !ended(report) && !open) {
			*why = "konsollen lot seg ikke lese";
			json_decref(report);
			return NULL;
		}
	}
	if (report == NULL)
		*why = "rapporten lot seg ikke hente";
	return report;
}

/* ---- the end ---- */

static bool report_whole(struct play *p, const json_t *report)
{
	struct hall_count c = hall_count(p->hall);
	int html = leader_fetch(&p->leader, p->page, "");
	int csv = leader_fetch(&p->leader, p->page, ".csv");
	size_t wrong = fact_compare(report, p->round, p->n_round, p->skipped);
	size_t kinds, n_kind = fact_kinds(report, &kinds);

	printf("%zu runder, %zu svar lagret, %zu kom for sent, %zu ble avvist, %zu brutte linjer, "
	       "%zu ganger nådde en runde ikke en telefon.\n"
	       "%zu strømmer fikk %zu rammer; det tregeste svaret tok %lld ms.\n", p->n_round,
	       c.stored, c.late, c.refused, c.lost, c.missed, c.streams, c.frames,
	       (long long)c.slowest_ms);
	printf("%zu av %zu slag ble spilt.\n", n_kind, kinds);
	if (p->pace.clock != NULL)
		printf("Programmet holdt på %d minutter nær. Tidene er programmets, også de som "
		       "ikke har vært ennå.\n", fact_furthest(p->page, report));
	if (html != 200 || csv != 200)
		printf("Rapporten: HTML %d, CSV %d.\n", html, csv);
	printf(wrong == 0 ? "Rapporten stemmer med kvitteringene i hver runde.\n"
	                  : "Rapporten stemmer ikke i %zu runder.\n", wrong);
	return html == 200 && csv == 200 && wrong == 0 && c.refused + c.lost + c.missed == 0;
}

static bool play(struct play *p, const char *address)
{
	const char *why = "serveren svarer ikke";
	json_t *report;
	size_t in;
	bool ok;

	p->client = client_new(address, &why);
	if (p->client == NULL || !leader_enter(&p->leader, p->client, p->mem, p->link, p->samling,
	                                       &why)) {
		fprintf(stderr, "Spillet stoppet: %s.\n", why);
		return false;
	}
	p->hall = hall_new(p->client, &p->world, p->mem, p->o.phones,
	                   (uint64_t)p->samling * 7919 + p->o.phones);
	hall_some_pass(p->hall);
	in = hall_join(p->hall, p->code);
	fprintf(stderr, "%zu av %zu telefoner ble med.\n", in, p->o.phones);
	report = in == p->o.phones ? lead(p, &why) : NULL;
	if (report == NULL)
		fprintf(stderr, "Spillet stoppet: %s.\n", in == p->o.phones ? why :
		        "ikke alle kom inn med koden");
	ok = report != NULL && report_whole(p, report);
	json_decref(report);
	hall_free(p->hall);
	return ok;
}

/* A server of our own has a clock of ours. */
static bool run(struct play *p, const struct page *const *tables)
{
	struct play_clock *clock = play_clock_new(p->begins, p->o.speed > 0 ? p->o.speed : 1);
	struct world played;
	struct server server;
	bool ok = false;

	if (clock == NULL) {
		fputs("Det er ikke minne nok til å spille.\n", stderr);
		return false;
	}
	played = play_clock_world(clock);
	if (server_find(&server, p->mem, p->o.dir, &played, tables)) {
		p->pace = (struct pace){ .clock = server.child != 0 ? clock : NULL,
		                         .seed = (uint64_t)p->samling };
		ok = play(p, server.address);
		client_free(p->client);
		server_leave(&server);
	}
	play_clock_free(clock);
	return ok;
}

int spill_command(int argc, char **argv, const struct page *const *tables)
{
	static struct play p;
	bool ok;

	if (!options(argc, argv, &p.o)) {
		fputs("Bruk: samling spill --data MAPPE --fart N [--telefoner M]\n"
		      "  --fart 60: et minutt tar et sekund; --fart 0: så fort det går\n", stderr);
		return 2;
	}
	p.mem = arena_new(MEMORY);
	p.page = arena_new(PAGE_MEMORY);
	p.world = world_real();
	p.answers = stoff_get(stoff_read(p.mem), "svar");
	ok = open_folder(&p, tables) && run(&p, tables);
	arena_free(p.page);
	arena_free(p.mem);
	return ok ? 0 : 1;
}
