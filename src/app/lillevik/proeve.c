/* proeve.c - `samling proevetelefoner`: the phones of a rehearsal, until it is gone.
 *
 * The server starts it from the page "Gjør klart" (app/klargjoering).  Whatever is asked,
 * they answer something.
 */
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>

#include "app/lillevik/hall.h"
#include "app/lillevik/lillevik.h"
#include "lib/arena.h"
#include "lib/log.h"
#include "lib/world.h"
#include "net/client.h"

#define MEMORY (64u << 20)
#define LOOK_MS 300
#define SPREAD_MS 8000          /* they answer within */
#define ALIVE_MS 15000          /* between two looks at whether it is still there */
#define LONGEST_MS (INT64_C(4) * 3600 * 1000)
#define PHONES_MAX 200

struct choice { const char *address, *code; size_t phones; };

static bool options(int argc, char **argv, struct choice *c)
{
	static const struct option known[] = {
		{ "adresse", required_argument, NULL, 'a' },
		{ "kode", required_argument, NULL, 'k' },
		{ "antall", required_argument, NULL, 'n' }, { 0 }
	};

	*c = (struct choice){ .phones = 30 };
	for (int o; (o = getopt_long(argc, argv, "", known, NULL)) != -1;) {
		if (o == 'a')
			c->address = optarg;
		else if (o == 'k')
			c->code = optarg;
		else if (o == 'n')
			c->phones = strtoul(optarg, NULL, 10);
		else
			return false;
	}
	return c->address != NULL && c->code != NULL && optind == argc && c->phones > 0 &&
	       c->phones <= PHONES_MAX;
}

static void attend(struct hall *h, const struct world *w)
{
	int64_t begun = world_mono_ms(w), looked = begun, round = 0;

	while (world_mono_ms(w) - begun < LONGEST_MS) {
		int64_t seen;

		hall_live(h, LOOK_MS, NULL);
		seen = hall_sees(h);
		if (seen != 0 && seen != round) {
			hall_ask(h, seen, NULL, 0, SPREAD_MS);
			round = seen;
		}
		if (world_mono_ms(w) - looked < ALIVE_MS)
			continue;
		looked = world_mono_ms(w);
		if (!hall_alive(h))
			return;
	}
}

int proevetelefoner_command(int argc, char **argv, const struct page *const *tables)
{
	struct world world = world_real();
	struct arena *mem = arena_new(MEMORY);
	const char *why = NULL;
	struct client *client;
	struct hall *hall;
	struct choice c;
	bool in = false;

	(void)tables;
	if (!options(argc, argv, &c)) {
		fputs("Bruk: samling proevetelefoner --adresse ADR:PORT --kode KODE [--antall N]\n",
		      stderr);
		arena_free(mem);
		return 2;
	}
	log_quiet();
	client = client_new(c.address, &why);
	if (client == NULL) {
		fprintf(stderr, "%s\n", why);
	} else {
		hall = hall_new(client, &world, mem, c.phones, (uint64_t)world_wall_ms(&world));
		in = hall_join(hall, c.code) > 0;
		if (in)
			attend(hall, &world);
		hall_free(hall);
		client_free(client);
	}
	arena_free(mem);
	return in ? 0 : 1;
}
