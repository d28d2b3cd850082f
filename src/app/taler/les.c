/* les.c - reads the list, and what each reader may see of it. */
#include <string.h>

#include "app/samling/navneliste.h"
#include "app/taler/inside.h"
#include "lib/arena.h"
#include "web/session.h"

/* FNV-1a */
#define HASH_BEGIN UINT64_C(14695981039346656037)

static uint64_t hash(uint64_t h, uint64_t next)
{
	return (h ^ next) * UINT64_C(1099511628211);
}

/* A name on the roster, or what was typed. */
static uint64_t person_of(const struct taler *t)
{
	uint64_t h = HASH_BEGIN;

	if (t->name != 0)
		return (uint64_t)t->name;
	for (const char *p = t->said; *p != '\0'; p++)
		h = hash(h, (unsigned char)*p);
	return h;
}

static void row_of(const struct row *row, struct taler *t, struct speaker *who)
{
	size_t n;
	const void *seat = row_blob(row, taler_i_punkt__deltaker, &n);

	*t = (struct taler){
		.name = row_int(row, taler_i_punkt__navn),
		.said = row_text(row, taler_i_punkt__sagt),
		.party = row_text(row, taler_i_punkt__parti),
		.post = row_text(row, taler_i_punkt__stilling),
		.seat = n == SEAT_BYTES ? seat : NULL,
		.seconds = (int)row_int(row, taler_i_punkt__sekunder),
		.left = row_int(row, taler_i_punkt__igjen),
	};
	*who = (struct speaker){
		.id = row_int(row, taler_i_punkt__id),
		.role = (enum role)row_int(row, taler_i_punkt__rolle),
		.person = person_of(t),
		.speech = (enum speech)row_int(row, taler_i_punkt__slag),
		.phase = (enum speaker_phase)row_int(row, taler_i_punkt__fase),
		.place = row_int(row, taler_i_punkt__plass),
		.turn = row_int(row, taler_i_punkt__tur),
		.reply_to = row_int(row, taler_i_punkt__svar_paa),
		.used = row_int(row, taler_i_punkt__brukt),
		.since = row_int(row, taler_i_punkt__startet),
	};
}

static enum outcome load_choices(struct store *st, struct arena *mem, int64_t punkt,
                                 struct rostrum *l)
{
	struct rows rows;
	enum outcome went = RUN(st, mem, &rows, taler_valg, .punkt = v_int(punkt));

	if (went != OUTCOME_OK)
		return went;
	l->closed = row_int(&rows.row[0], taler_valg__strek) != 0;
	l->sums_shown = row_int(&rows.row[0], taler_valg__tid_vist) != 0;
	l->roster = row_int(&rows.row[0], taler_valg__navneliste) != 0;
	went = RUN(st, mem, &rows, taler_summer, .punkt = v_int(punkt));
	for (size_t i = 0; went == OUTCOME_OK && i < rows.n; i++) {
		const struct row *row = &rows.row[i];

		l->kept[row_int(row, taler_summer__rolle)] = (struct speaker_sum){
			.n = (size_t)row_int(row, taler_summer__antall),
			.replies = (size_t)row_int(row, taler_summer__replikker),
			.persons = (size_t)row_int(row, taler_summer__personer),
			.ms = row_int(row, taler_summer__brukt),
		};
	}
	return went;
}

enum outcome rostrum_load(struct store *st, struct arena *mem, struct activity *a)
{
	struct rostrum *l = arena_get(mem, sizeof *l);
	struct rows rows;
	enum outcome went = RUN(st, mem, &rows, taler_i_punkt, .punkt = v_int(a->id));

	if (went != OUTCOME_OK)
		return went;
	*l = (struct rostrum){
		.presents = strcmp(a->kind->name, "presentasjonsrunde") == 0, .n = rows.n,
		.row = arena_array(mem, rows.n, sizeof *l->row),
		.who = arena_array(mem, rows.n, sizeof *l->who),
		.queue = arena_array(mem, rows.n, sizeof *l->queue),
	};
	for (size_t i = 0; i < rows.n; i++)
		row_of(&rows.row[i], &l->row[i], &l->who[i]);
	l->n_queue = speaker_queue(l->who, l->n, l->queue);
	l->now = speaker_now(l->who, l->n);
	l->last = speaker_last(l->who, l->n);
	a->state = l;
	return load_choices(st, mem, a->id, l);
}

bool rostrum_own(const struct taler *t, const void *seat, int64_t name)
{
	return (name != 0 && t->name == name) ||
	       (seat != NULL && t->seat != NULL && memcmp(t->seat, seat, SEAT_BYTES) == 0);
}

size_t rostrum_waiting(const struct rostrum *l, const void *seat, int64_t name, bool replies)
{
	for (size_t i = 0; i < l->n_queue; i++) {
		size_t at = l->queue[i];

		if ((l->who[at].speech != SPEECH_INNLEGG) == replies &&
		    rostrum_own(&l->row[at], seat, name))
			return at;
	}
	return NO_SPEAKER;
}

/* What it has called itself here before, so that it is asked once. */
static const char *said_before(const struct rostrum *l, const void *seat)
{
	for (size_t i = l->n; i-- > 0;)
		if (rostrum_own(&l->row[i], seat, 0))
			return l->row[i].said;
	return NULL;
}

enum outcome rostrum_choices(struct store *st, struct arena *mem, int64_t samling,
                             const enum role *role, struct rostrum_view *v)
{
	struct roster_choice *choice;
	struct rows rows;
	enum outcome went = RUN(st, mem, &rows, taler_navnevalg, .samling = v_int(samling),
	                        .rolle = role != NULL ? v_int(*role) : v_null());

	if (went != OUTCOME_OK)
		return went;
	v->choice = choice = arena_array(mem, rows.n, sizeof *choice);
	v->n_choice = rows.n;
	for (size_t i = 0; i < rows.n; i++)
		choice[i] = (struct roster_choice){
			row_int(&rows.row[i], taler_navnevalg__id),
			row_text(&rows.row[i], taler_navnevalg__navn),
			row_text(&rows.row[i], taler_navnevalg__parti),
			(enum role)row_int(&rows.row[i], taler_navnevalg__rolle),
		};
	return OUTCOME_OK;
}

/* Of the phone and of nobody else. */
static enum outcome read_person(const struct asked *q, const struct rostrum *l,
                                struct rostrum_view *v)
{
	enum outcome went = rostrum_choices(q->store, q->mem, v->samling, &q->role, v);

	v->personal = true;
	v->role = q->role;
	v->mine = rostrum_waiting(l, q->seat, q->name, false);
	v->my_reply = rostrum_waiting(l, q->seat, q->name, true);
	v->speaking = l->now != NO_SPEAKER && rostrum_own(&l->row[l->now], q->seat, q->name);
	for (size_t i = 0; v->mine != NO_SPEAKER && l->queue[i] != v->mine; i++)
		v->my_place++;
	v->my_name = said_before(l, q->seat);
	for (size_t i = 0; went == OUTCOME_OK && q->name != 0 && i < v->n_choice; i++)
		if (v->choice[i].id == q->name)
			v->my_name = v->choice[i].name;
	return went;
}

static void read_clock(const struct activity *a, const struct rostrum *l, int64_t ms,
                       struct rostrum_view *v)
{
	bool runs = l->now != NO_SPEAKER && l->who[l->now].since > 0;

	v->clock = l->now != NO_SPEAKER && (!runs || a->ends > 0);
	if (!v->clock)
		return;
	v->ends = runs ? a->ends : 0;
	v->total = runs && a->total > 0 ? a->total : (int64_t)l->row[l->now].seconds * 1000;
	v->left = runs ? a->ends - ms : l->row[l->now].left;
}

/* Changes with everything that some phone shows. */
static const char *mark_of(struct arena *mem, const struct activity *a,
                           const struct rostrum *l)
{
	uint64_t h = HASH_BEGIN;
	const int64_t state[] = { a->step, a->ends, l->closed, l->sums_shown, (int64_t)l->n_queue,
	                          l->now != NO_SPEAKER ? l->who[l->now].since : -1,
	                          l->now != NO_SPEAKER ? l->row[l->now].left : -1 };

	for (size_t i = 0; i < sizeof state / sizeof *state; i++)
		h = hash(h, (uint64_t)state[i]);
	for (size_t i = 0; i < l->n_queue; i++)
		h = hash(h, (uint64_t)l->who[l->queue[i]].id);
	return arena_printf(mem, "%llx", (unsigned long long)h);
}

enum outcome rostrum_read(const struct asked *q, const struct samling *s,
                          const struct activity *a, struct drawing *d)
{
	const struct rostrum *l = a->state;
	struct rostrum_view *v = arena_get(q->mem, sizeof *v);
	bool console = q->reader == READER_LEADER && !q->all;
	enum outcome went = OUTCOME_OK;

	*v = (struct rostrum_view){ .list = l, .samling = s->id, .mine = NO_SPEAKER,
	                            .my_reply = NO_SPEAKER, .staff = console };
	v->names = !q->all && (console || l->presents || config_flag(a->config, "navn"));
	memcpy(v->sum, l->kept, sizeof v->sum);
	speaker_sums(l->who, l->n, q->ms, v->sum);
	read_clock(a, l, q->ms, v);
	d->view = v;
	d->mark = mark_of(q->mem, a, l);
	if (q->seat != NULL)
		went = read_person(q, l, v);
	else if (console)
		went = rostrum_choices(q->store, q->mem, s->id, NULL, v);
	return went;
}

enum outcome taler_leave(struct store *st, struct arena *mem, int64_t punkt, int64_t ms)
{
	enum outcome went = RUN(st, mem, NULL, taler_forlatt, .punkt = v_int(punkt),
	                        .naa = v_int(ms));

	return went == OUTCOME_OK ? RUN(st, mem, NULL, taler_forlatt_klokke,
	                                .punkt = v_int(punkt)) : went;
}

enum outcome taler_forget(struct store *st, struct arena *mem, int64_t samling)
{
	enum outcome went = RUN(st, mem, NULL, taler_sum_opp, .samling = v_int(samling),
	                        .minst = v_int(SPEAKER_SUM_LEAST));

	return went == OUTCOME_OK ? RUN(st, mem, NULL, taler_glem, .samling = v_int(samling)) :
	                            went;
}
