#include "app/drift/program.h"

#include <assert.h>
#include <signal.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "app/aktivitet/aktivitet.h"
#include "app/aktivitet/husk.h"
#include "app/fjern/fjern.h"
#include "app/kommune/kommune.h"
#include "app/konsoll/konsoll.h"
#include "app/lerret/lerret.h"
#include "app/telefon/telefon.h"
#include "lib/arena.h"
#include "lib/buf.h"
#include "lib/tid.h"
#include "live/live.h"
#include "net/server.h"
#include "store/right.h"
#include "web/brake.h"

#define UPKEEP_MS 60000
#define PROGRAM_MEMORY (1u << 20)
#define PREPARE_MEMORY (16u << 20)

typedef bool (*draw_fn)(struct site *, const struct live_key *, struct arena *, struct buf *,
                        int64_t *);

/* What each kind of screen sees, and the rights with which it may look: a view is held
 * to them also when nobody asks. */
static const struct { draw_fn draw; uint32_t rights; } views[VIEW__MAX] = {
	[VIEW_PHONE]   = { telefon_draw, RIGHT_BIT(RIGHT_PARTICIPANT) },
	[VIEW_WALL]    = { wall_draw, RIGHT_BIT(RIGHT_WALL) },
	[VIEW_CONSOLE] = { konsoll_draw, RIGHT_BIT(RIGHT_LEADER) },
	[VIEW_REMOTE]  = { fjern_draw, RIGHT_BIT(RIGHT_REMOTE) },
};

static bool draw(void *arg, const struct live_key *key, struct arena *mem, struct buf *html,
                 int64_t *version)
{
	struct site *site = arg;
	bool ok, own = !store_request_open(site->store);

	if (own)        /* else a page that opens a stream draws the first frame */
		store_request_begin(site->store, views[key->view].rights, true);
	ok = views[key->view].draw(site, key, mem, html, version);
	if (own && store_request_end(site->store, false) != OUTCOME_OK)
		ok = false;
	return ok;
}

static bool commit(void *arg)
{
	struct site *site = arg;
	bool saved = page_commit(site);

	if (!saved)
		memory_people_forget(site->memory);
	return saved;
}

/* What the clock does and nobody asks for; its screens are drawn in the same turn. */
static int drawn(void *arg, int64_t mono_ms)
{
	struct site *site = arg;
	int64_t left = site->upkeep_at - mono_ms;
	int wish;

	if (left <= 0) {
		activity_upkeep(site);
		site->upkeep_at = mono_ms + UPKEEP_MS;
		left = UPKEEP_MS;
	}
	wish = live_flush(site->live, mono_ms);
	return wish >= 0 && wish < left ? wish : (int)left;
}

static bool open_net(struct program *p, const char *listen)
{
	const struct net_app app = { &p->site, page_body_limit, page_handle, page_refuse,
	                             commit, drawn };
	const char *error;

	p->net = net_open(listen, &(struct net_limits){ 0 }, &p->world, &app, &error);
	if (p->net == NULL) {
		fprintf(stderr, "%s\n", error);
		return false;
	}
	if (p->site.base == NULL) {
		char host[128];

		if (!net_host(listen, host, sizeof host))
			return false;
		p->site.base = arena_printf(p->mem, "http://%s:%d", host, net_port(p->net));
	}
	p->site.secure = strncmp(p->site.base, "https://", 8) == 0;
	p->site.live = live_new(p->net, &p->world, draw, &p->site);
	drawn(&p->site, world_mono_ms(&p->world));      /* what fell due meanwhile */
	program_tell_address(p, listen);
	return true;
}

/* What was left half-way by a crash or a restored copy is put right, and the tables that
 * come with the program are filled, before anybody can ask. */
static bool prepare(struct program *p, const struct program_options *o)
{
	struct arena *mem = arena_new(PREPARE_MEMORY);
	enum outcome went = OUTCOME_OK, kept;

	store_request_begin(p->site.store, RIGHT_BIT(RIGHT_SYSTEM), false);
	if (o->create)
		went = kommune_first(p->site.store, mem,
		                     tid_today(mem, world_wall_ms(&p->world)));
	if (went == OUTCOME_OK && o->listen != NULL)
		went = activity_mend(&p->site, mem);
	kept = store_request_end(p->site.store, went == OUTCOME_OK);
	arena_free(mem);
	return went == OUTCOME_OK && kept == OUTCOME_OK && store_commit(p->site.store);
}

bool program_open(struct program *p, const struct program_options *o,
                  const struct page *const *tables)
{
	const struct store_options so = { .create = o->create, .share = o->listen == NULL };
	const char *error = "";

	if (sodium_init() < 0)
		return false;
	umask(077);
	*p = (struct program){ .world = o->world != NULL ? *o->world : world_real(),
	                       .mem = arena_new(PROGRAM_MEMORY) };
	p->site = (struct site){ .dir = o->dir, .base = o->base, .world = &p->world,
	                         .development = o->development };
	for (size_t i = 0; tables[i] != NULL; i++) {
		assert(i < SITE_TABLES_MAX);
		p->site.table[i] = tables[i];
	}
	if (store_open(o->dir, so, &p->world, p->mem, &p->site.store, &error) != OUTCOME_OK) {
		fprintf(stderr, "%s\n", error);
		return false;
	}
	p->site.memory = memory_new();
	p->site.brake = brake_new(&p->world);
	if (!site_key_load(&p->site) || !prepare(p, o))
		return false;
	return o->listen == NULL || open_net(p, o->listen);
}

void program_close(struct program *p)
{
	live_free(p->site.live);
	if (p->net != NULL) {
		program_hide_address(p);
		net_close(p->net);
	}
	brake_free(p->site.brake);
	memory_free(p->site.memory);
	store_close(p->site.store);
	arena_free(p->mem);
}
