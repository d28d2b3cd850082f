#include "app/lillevik/lag.h"

#include <string.h>

#include "app/aktivitet/aktivitet.h"
#include "app/lillevik/framdrift.h"
#include "app/lillevik/stoff.h"
#include "app/samling/samling.h"
#include "lib/arena.h"
#include "lib/tid.h"
#include "lib/utf8.h"
#include "lib/world.h"
#include "web/page.h"
#include "web/site.h"

#define SEAT_BYTES 16
#define SCRATCH (1u << 20)
#define FOUNDED "2020-01-01"    /* Lillevik and its county, for all we know */

/* The one who is over the two facilitators; the file has only those who lead. */
static const struct { const char *email, *name; } manager = {
	"programleder@samling.example", "Programleder i eksempelet"
};

static enum outcome municipality(struct store *st, struct arena *mem, const json_t *k)
{
	const char *name = stoff_text(k, "navn"), *county = stoff_text(k, "fylke");
	enum outcome went;

	went = RUN(st, mem, NULL, fylke_put, .nr = v_text(county),
	           .navn = v_text(stoff_text(k, "fylkenavn")),
	           .offisielt = v_text(stoff_text(k, "fylkenavn")), .fra = v_text(FOUNDED));
	if (went != OUTCOME_OK)
		return went;
	return RUN(st, mem, NULL, kommune_put, .nr = v_text(stoff_text(k, "nr")),
	           .navn = v_text(name), .offisielt = v_text(stoff_text(k, "navn_offisielt")),
	           .sortering = v_text(utf8_sort_key(mem, name)), .fylke = v_text(county),
	           .innbyggere = v_int(json_integer_value(stoff_get(k, "innbyggere"))),
	           .aar = v_int(json_integer_value(stoff_get(k, "aar"))),
	           .maalform = v_text(stoff_text(k, "maalform")), .samisk = v_text(""),
	           .fra = v_text(FOUNDED));
}

static enum outcome person(struct store *st, struct arena *mem, const char *email,
                           const char *name, enum staff_role role, int64_t now, int64_t *id)
{
	enum outcome went = RUN(st, mem, NULL, person_ny, .epost = v_text(email),
	                        .navn = v_text(name), .rolle = v_int(role),
	                        .spraak = v_text("nb"), .naa = v_int(now));

	*id = store_last_id(st);
	return went;
}

static enum outcome gathering(struct site *site, struct arena *mem, const json_t *all,
                              int64_t leader, struct lillevik *l)
{
	const json_t *k = stoff_get(all, "kommune");
	const struct samling_new new = {
		.municipality_nr = stoff_text(k, "nr"),
		.municipality = stoff_text(k, "navn_offisielt"),
		.title = l->title, .place = stoff_text(all, "sted"), .lang = LANG_NB,
		.first_date = tid_today(mem, world_wall_ms(site->world)), .leader = leader,
	};
	struct fil f;
	enum outcome went = fil_from_template(mem, "basisprogram", LANG_NB, &f);

	return went != OUTCOME_OK ? went :
	       samling_from_file(site->store, mem, site->world, &f, &new, &l->samling);
}

/* The two facilitators lead together; a programleder is over them. */
static enum outcome leaders(struct site *site, struct arena *mem, const json_t *all,
                            struct lillevik *l)
{
	const json_t *two = stoff_get(all, "veiledere");
	int64_t now = world_wall_ms(site->world), id;
	enum outcome went = person(site->store, mem, manager.email, manager.name,
	                           STAFF_PROGRAMLEDER, now, &id);

	for (size_t i = 0; went == OUTCOME_OK && i < json_array_size(two); i++) {
		const json_t *v = json_array_get(two, i);

		went = person(site->store, mem, stoff_text(v, "epost"), stoff_text(v, "navn"),
		              STAFF_VEILEDER, now, &id);
		if (went == OUTCOME_OK && i == 0)
			went = gathering(site, mem, all, id, l);
		else if (went == OUTCOME_OK)
			went = RUN(site->store, mem, NULL, veileder_ny,
			           .samling = v_int(l->samling), .person = v_int(id));
	}
	return went;
}

static enum outcome roster(struct store *st, struct arena *mem, const json_t *all,
                           int64_t samling)
{
	const json_t *list = stoff_get(all, "navneliste");
	enum outcome went = OUTCOME_OK;

	for (size_t i = 0; went == OUTCOME_OK && i < json_array_size(list); i++) {
		const json_t *n = json_array_get(list, i);
		bool elected = strcmp(stoff_text(n, "rolle"), "folkevalgt") == 0;

		went = RUN(st, mem, NULL, navneliste_ny, .samling = v_int(samling),
		           .navn = v_text(stoff_text(n, "navn")),
		           .parti = v_text(stoff_text(n, "parti")),
		           .rolle = v_int(elected ? ROLE_FOLKEVALGT : ROLE_ADMINISTRASJON),
		           .stilling = v_text(stoff_text(n, "stilling")));
	}
	return went;
}

/* What the council of Lillevik has written in its reglement. */
static enum outcome local_rules(struct site *site, struct arena *mem, const json_t *all)
{
	const char *nr = stoff_text(stoff_get(all, "kommune"), "nr"), *key;
	const char *today = tid_today(mem, world_wall_ms(site->world));
	enum outcome went = OUTCOME_OK;
	json_t *text;

	json_object_foreach(stoff_get(all, "lokalregler"), key, text) {
		if (went == OUTCOME_OK)
			went = RUN(site->store, mem, NULL, lokalregel_sett, .kommune = v_text(nr),
			           .noekkel = v_text(key),
			           .verdi = v_text(json_string_value(text)),
			           .dato = v_text(today));
	}
	return went;
}

static struct req acting(struct site *site, struct arena *mem, int64_t samling)
{
	return (struct req){ .mem = mem, .site = site, .store = site->store,
	                     .world = site->world, .samling = samling, .who.name = "Eksempelet" };
}

static enum outcome link_path(struct site *site, struct arena *mem, struct lillevik *l,
                              enum link_kind kind, const char *name, const char **path)
{
	const char *secret;
	enum outcome went = samling_new_link(site->store, mem, site->world, l->samling, kind,
	                                     name, &secret);

	if (went == OUTCOME_OK)
		*path = samling_link_path(mem, kind, secret);
	return went;
}

static enum outcome links(struct site *site, struct arena *mem, struct lillevik *l)
{
	struct samling *s;
	enum outcome went = samling_read(site->store, mem, l->samling, 0, &s);

	if (went == OUTCOME_OK)
		went = link_path(site, mem, l, LINK_CONSOLE, "Konsoll", &l->console);
	if (went == OUTCOME_OK)
		went = link_path(site, mem, l, LINK_WALL_CLICKER, "Lerret", &l->wall);
	if (went == OUTCOME_OK)
		went = link_path(site, mem, l, LINK_REMOTE, "Fjernkontroll", &l->remote);
	if (went != OUTCOME_OK)
		return went;
	l->code = s->code;
	l->phone = arena_printf(mem, "/k/%s", s->code);
	l->report = arena_printf(mem, "/samling/%lld/rapport", (long long)l->samling);
	return OUTCOME_OK;
}

enum outcome lillevik_make(struct site *site, struct arena *mem, struct lillevik *l)
{
	const json_t *all = stoff_read(mem);
	struct req r;
	enum outcome went;

	*l = (struct lillevik){ .title = stoff_text(all, "tittel") };
	went = municipality(site->store, mem, stoff_get(all, "kommune"));
	if (went == OUTCOME_OK)
		went = leaders(site, mem, all, l);
	if (went == OUTCOME_OK)
		went = roster(site->store, mem, all, l->samling);
	if (went == OUTCOME_OK)
		went = local_rules(site, mem, all);
	r = acting(site, mem, l->samling);
	if (went == OUTCOME_OK)
		went = samling_move(&r, PHASE_DRAFT, PHASE_READY);
	return went == OUTCOME_OK ? links(site, mem, l) : went;
}

/* A seat is made as joining makes it: the store gets a hash, the phone the token. */
static enum outcome seat(struct site *site, struct arena *mem, int64_t samling, size_t i,
                         const char *today, FILE *cookies)
{
	unsigned char id[SEAT_BYTES], hash[TOKEN_HASH];
	char token[TOKEN_TEXT];
	enum outcome went;

	world_random(site->world, id, sizeof id);
	session_token_new(site->world, token, hash);
	went = RUN(site->store, mem, NULL, deltaker_ny, .id = v_blob(id, sizeof id),
	           .samling = v_int(samling), .token = v_blob(hash, sizeof hash),
	           .rolle = v_int(i % 5 == 4 ? ROLE_ADMINISTRASJON : ROLE_FOLKEVALGT),
	           .dato = v_text(today));
	fprintf(cookies, "%sd%lld=%s\n", site->secure ? "__Host-" : "", (long long)samling, token);
	return went;
}

static enum outcome seats(struct site *site, struct arena *mem, int64_t samling, size_t n,
                          FILE *cookies)
{
	const char *today = tid_today(mem, world_wall_ms(site->world));
	struct arena *scratch = arena_new(SCRATCH);
	struct progress p = progress_begin(site->world, "Lager deltakere", n);
	enum outcome went = OUTCOME_OK;

	for (size_t i = 0; went == OUTCOME_OK && i < n; i++) {
		arena_reset(scratch);
		went = seat(site, scratch, samling, i, today, cookies);
		progress_step(&p, i + 1);
	}
	progress_end(&p);
	arena_free(scratch);
	return went;
}

/* The first question whose answers are said to be open: it is there to try the phones, and
 * what it counts may be shown at once. */
static enum outcome open_question(struct req *r, const struct samling *s, struct lillevik *l)
{
	for (size_t i = 0; i < s->n_item; i++) {
		struct activity a;
		enum outcome went = activity_read(r->store, r->mem, s->item[i].id, &a);

		if (went != OUTCOME_OK)
			return went;
		if (a.level != LEVEL_OPEN || a.kind->choice == NULL)
			continue;
		went = i > 0 ? samling_go(r, 0, s->item[i - 1].id) : OUTCOME_OK;
		if (went == OUTCOME_OK)
			went = samling_go(r, i > 0 ? s->item[i - 1].id : 0, a.id);
		if (went == OUTCOME_OK)
			went = round_open(r, &a, 0, 1);
		if (went == OUTCOME_OK)
			went = activity_read(r->store, r->mem, a.id, &a);
		l->item = a.id;
		l->round = went == OUTCOME_OK ? a.current->id : 0;
		return went;
	}
	return OUTCOME_NOT_FOUND;
}

enum outcome lillevik_people(struct site *site, struct arena *mem, struct lillevik *l, size_t n,
                             FILE *cookies)
{
	struct req r = acting(site, mem, l->samling);
	struct samling *s;
	enum outcome went = seats(site, mem, l->samling, n, cookies);

	if (went == OUTCOME_OK)
		went = samling_read(site->store, mem, l->samling, 0, &s);
	if (went == OUTCOME_OK)
		went = open_question(&r, s, l);
	l->token = page_token_participants(site, mem, l->samling);
	return went;
}
