/* runde.c - the door of a round: opened, timed, shown, closed. */
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/aktivitet/aktivitet.h"
#include "app/aktivitet/husk.h"
#include "lib/arena.h"
#include "lib/world.h"
#include "live/live.h"
#include "rules/fase.h"
#include "rules/sammenlign.h"
#include "store/secret.h"
#include "web/page.h"
#include "web/site.h"

#define KEY_BYTES SECRET_KEY_BYTES

static struct round *find(const struct activity *a, int64_t id)
{
	for (size_t i = 0; i < a->n_round; i++)
		if (a->round[i].id == id)
			return &a->round[i];
	return NULL;
}

static enum outcome note(struct req *r, const char *what, const struct activity *a,
                         size_t stage, int nr)
{
	return samling_note(r, what, arena_printf(r->mem, "%s (del %zu, runde %d)", a->title,
	                                          stage + 1, nr));
}

enum outcome round_open(struct req *r, const struct activity *a, size_t stage, int nr)
{
	int64_t now = world_wall_ms(r->world), total = (int64_t)a->countdown * 1000;
	enum outcome went;

	if (stage >= a->stages || !a->kind->answers)
		return OUTCOME_NOT_FOUND;
	if (a->current != NULL && a->current->phase == ROUND_OPEN)
		return OUTCOME_CONFLICT;
	went = RUN(r->store, r->mem, NULL, runde_ny, .punkt = v_int(a->id),
	           .del = v_int((int64_t)stage), .nr = v_int(nr),
	           .vist = v_int(a->show == SHOW_LIVE),
	           .slutt = total > 0 ? v_int(now + total) : v_null(),
	           .total = v_int(total), .naa = v_int(now));
	if (went != OUTCOME_OK)
		return went;
	memory_opened(r->site->memory, store_last_id(r->store));
	if (a->level == LEVEL_ANONYMOUS)
		went = secret_make(r->store, store_last_id(r->store));
	if (went == OUTCOME_OK)
		went = note(r, "runde_aapnet", a, stage, nr);
	return went == OUTCOME_OK ? samling_changed(r, VIEW_EVERY) : went;
}

/* A row as it is written anew: one line of an answer under a key of its own. */
struct line {
	unsigned char key[KEY_BYTES];
	const char *text;
	struct value role;
};

static int by_key(const void *a, const void *b)
{
	return memcmp(((const struct line *)a)->key, ((const struct line *)b)->key, KEY_BYTES);
}

static size_t count_lines(const struct rows *rows)
{
	size_t n = 0;

	for (size_t i = 0; i < rows->n; i++) {
		n++;
		for (const char *p = row_text(&rows->row[i], svar_alle__verdi); *p != '\0'; p++)
			n += *p == '\n';
	}
	return n;
}

/* Every answer of the round, and the role of each; ROLE__MAX where it cannot be known. */
struct answers {
	struct rows rows;
	enum role *role;
	bool may_compare;
};

/* An anonymous round's roles were masked while it was open (svar.c).  When its secret is
 * gone, as in a restored copy, so are they. */
static enum role role_said(struct req *r, const struct activity *a, const struct round *round,
                           const struct row *row)
{
	const unsigned char *key;
	unsigned char mask = 0;
	int64_t role;
	size_t n;

	if (row_null(row, svar_alle__rolle))
		return ROLE__MAX;
	key = row_blob(row, svar_alle__noekkel, &n);
	if (a->level == LEVEL_ANONYMOUS && (n != KEY_BYTES ||
	    secret_mask(r->store, round->id, key, &mask) != OUTCOME_OK))
		return ROLE__MAX;
	role = row_int(row, svar_alle__rolle) ^ mask;
	return role >= 0 && role < ROLE__MAX ? (enum role)role : ROLE__MAX;
}

static enum outcome answers_read(struct req *r, const struct activity *a,
                                 const struct round *round, struct answers *all)
{
	enum outcome went = RUN(r->store, r->mem, &all->rows, svar_alle,
	                        .runde = v_int(round->id));

	if (went != OUTCOME_OK)
		return went;
	all->role = arena_array(r->mem, all->rows.n, sizeof *all->role);
	for (size_t i = 0; i < all->rows.n; i++)
		all->role[i] = role_said(r, a, round, &all->rows.row[i]);
	return OUTCOME_OK;
}

/* The role stays with a choice as the group it is counted in; never with a text. */
static struct value role_kept(const struct activity *a, const struct round *round,
                              const struct answers *all, size_t i, const char *line)
{
	if (!all->may_compare || all->role[i] == ROLE__MAX ||
	    !answer_is_choice(a, round->stage, line))
		return v_null();
	return v_int((int64_t)compare_group(all->role[i]));
}

static struct line *split_lines(struct req *r, const struct activity *a,
                                const struct round *round, const struct answers *all, size_t *n)
{
	struct line *line = arena_array(r->mem, count_lines(&all->rows), sizeof *line);

	*n = 0;
	for (size_t i = 0; i < all->rows.n; i++) {
		const char *p = row_text(&all->rows.row[i], svar_alle__verdi);

		for (;; p++) {
			size_t len = strcspn(p, "\n");
			struct line *l = &line[(*n)++];

			world_random(r->world, l->key, KEY_BYTES);
			l->text = arena_strndup(r->mem, p, len);
			l->role = role_kept(a, round, all, i, l->text);
			p += len;
			if (*p == '\0')
				break;
		}
	}
	return line;
}

/* Every line of every answer gets a new random key, and the rows are written in the
 * order of those keys: nothing is left of who, when or in which order, nor of which
 * words came from the same phone.  The old pages are zeroed (secure_delete). */
static enum outcome rewrite(struct req *r, const struct activity *a, const struct round *round,
                            const struct answers *all)
{
	size_t n;
	struct line *line = split_lines(r, a, round, all, &n);
	enum outcome went = RUN(r->store, r->mem, NULL, svar_slett, .runde = v_int(round->id));

	qsort(line, n, sizeof *line, by_key);
	for (size_t i = 0; i < n && went == OUTCOME_OK; i++)
		went = RUN(r->store, r->mem, NULL, svar_skriv, .runde = v_int(round->id),
		           .noekkel = v_blob(line[i].key, KEY_BYTES),
		           .verdi = v_text(line[i].text), .rolle = line[i].role);
	return went;
}

/* How many of each role answered, if they may be compared. */
static enum outcome keep_roles(struct req *r, const struct round *round, struct answers *all)
{
	int64_t people[ROLE__MAX] = { 0 };
	enum outcome went = OUTCOME_OK;

	for (size_t i = 0; i < all->rows.n; i++)
		if (all->role[i] != ROLE__MAX)
			people[all->role[i]]++;
	all->may_compare = compare_may(people);
	for (int role = 0; all->may_compare && role < ROLE__MAX && went == OUTCOME_OK; role++)
		if (people[role] > 0)
			went = RUN(r->store, r->mem, NULL, runderolle_ny,
			           .runde = v_int(round->id), .rolle = v_int(role),
			           .antall = v_int(people[role]));
	return went;
}

static enum outcome settle(struct req *r, const struct activity *a, const struct round *round)
{
	struct answers all;
	enum outcome went = answers_read(r, a, round, &all);

	if (went == OUTCOME_OK)
		went = keep_roles(r, round, &all);
	if (went == OUTCOME_OK && a->level == LEVEL_ANONYMOUS) {
		went = rewrite(r, a, round, &all);
		secret_forget_after_commit(r->store, round->id);
	}
	return went;
}

enum outcome round_close(struct req *r, const struct activity *a, int64_t id)
{
	const struct round *round = find(a, id);
	struct rows hands;
	int64_t people;
	enum outcome went;

	if (round == NULL)
		return OUTCOME_NOT_FOUND;
	if (!round_may(round->phase, ROUND_CLOSED))
		return OUTCOME_CONFLICT;
	went = RUN(r->store, r->mem, &hands, hender_i_runde, .runde = v_int(id));
	people = round->people;
	for (size_t i = 0; went == OUTCOME_OK && i < hands.n; i++)
		people -= row_int(&hands.row[i], hender_i_runde__antall);
	if (went == OUTCOME_OK)
		went = RUN(r->store, r->mem, NULL, runde_lukk, .id = v_int(id),
		           .antall = v_int(people), .naa = v_int(world_wall_ms(r->world)));
	if (went == OUTCOME_OK)
		went = settle(r, a, round);
	if (went == OUTCOME_OK)
		went = note(r, "runde_lukket", a, round->stage, round->nr);
	return went == OUTCOME_OK ? samling_changed(r, VIEW_EVERY) : went;
}

enum outcome round_show(struct req *r, const struct activity *a, int64_t id, bool shown)
{
	const struct round *round = find(a, id);
	enum outcome went;

	if (round == NULL)
		return OUTCOME_NOT_FOUND;
	went = RUN(r->store, r->mem, NULL, runde_vis, .id = v_int(id), .vist = v_int(shown));
	if (went == OUTCOME_OK)
		went = note(r, shown ? "resultat_vist" : "resultat_skjult", a, round->stage,
		            round->nr);
	return went == OUTCOME_OK ? samling_changed(r, VIEW_EVERY) : went;
}

enum outcome round_compare(struct req *r, const struct activity *a, int64_t id, bool compared)
{
	const struct round *round = find(a, id);
	enum outcome went;

	if (round == NULL)
		return OUTCOME_NOT_FOUND;
	went = RUN(r->store, r->mem, NULL, runde_del, .id = v_int(id), .delt = v_int(compared));
	if (went == OUTCOME_OK)
		went = note(r, compared ? "sammenligning_vist" : "sammenligning_skjult", a,
		            round->stage, round->nr);
	return went == OUTCOME_OK ? samling_changed(r, VIEW_EVERY) : went;
}

enum outcome round_time(struct req *r, const struct activity *a, int64_t id, int seconds)
{
	const struct round *round = find(a, id);
	int64_t now = world_wall_ms(r->world), ends, total;
	enum outcome went;

	if (round == NULL)
		return OUTCOME_NOT_FOUND;
	if (round->phase != ROUND_OPEN)
		return OUTCOME_CONFLICT;
	ends = (round->ends > now ? round->ends : now) + (int64_t)seconds * 1000;
	total = (round->ends > now ? round->total : 0) + (int64_t)seconds * 1000;
	if (ends <= now)
		ends = total = 0;
	went = RUN(r->store, r->mem, NULL, runde_tid, .id = v_int(id),
	           .slutt = ends > 0 ? v_int(ends) : v_null(), .total = v_int(total));
	return went == OUTCOME_OK ? samling_changed(r, VIEW_EVERY) : went;
}
