/* valg.c - votes, lots and readings of an election in the meeting: read and written. */
#include "app/aktivitet/slag/valg.h"

#include <stdlib.h>
#include <string.h>

#include "lib/arena.h"
#include "lib/buf.h"
#include "live/live.h"
#include "web/page.h"
#include "web/text.h"

#define NOBODY SIZE_MAX

const struct election_question election_questions[ELECTION_QUESTIONS] = {
	[OPPGJOER_Q_EMPTY] = { TVIL_LISTE_TOM, N_("Plasser uten navn"),
		N_("En liste vant flere plasser enn den har navn. Loven sier ikke hva som skjer "
		   "da."),
		{ N_("Plassene står ledige til det er holdt nytt valg"),
		  N_("Plassene går til de neste kvotientene, som i valgloven § 13-2") },
		{ N_("Ledige til nytt valg"), N_("Til de neste kvotientene") }, NULL },
	[OPPGJOER_Q_SEATLESS] = { TVIL_VARA_UTEN_PLASS, N_("Varamedlemmer uten medlem"),
		N_("En liste fikk stemmer, men ingen plass. Loven sier ikke om den skal ha "
		   "varamedlemmer."),
		{ N_("Listen får ingen varamedlemmer"), N_("Listen får to varamedlemmer") },
		{ N_("Ingen varamedlemmer"), N_("To varamedlemmer") },
		N_("Varamedlemmene møter for medlemmene fra listen si, og her er det ingen.") },
	[OPPGJOER_Q_MEASURE] = { TVIL_VARA_FAA, N_("Kjønn blant for få varamedlemmer"),
		N_("En liste har for få navn til alle varaplassene. Loven sier ikke hvilket tall "
		   "kravet til kjønn regnes av."),
		{ N_("Av de varamedlemmene listen har"), N_("Av alle varaplassene") },
		{ N_("Av dem listen har"), N_("Av alle plassene") },
		N_("Kravet gjelder dem som faktisk er valgt.") },
	[ELECTION_BLANK] = { TVIL_BLANKE, N_("Blanke stemmer"),
		N_("Loven sier ikke om en blank stemme er avgitt, og her får det noe å si."),
		{ N_("Blanke regnes med"), N_("Blanke regnes ikke med") },
		{ N_("Ja, regn blanke med"), N_("Nei, regn dem ikke med") },
		N_("Den som stemmer blankt, har også stemt.") },
};

/* ---- read ---- */

void election_empty(struct arena *mem, struct election *e)
{
	for (size_t i = 0; i < ELECTION_ROUNDS; i++)
		e->round[i].votes = arena_array(mem, e->n, sizeof *e->round[i].votes);
	for (size_t i = 0; i < ELECTION_DRAWS; i++)
		e->drawn[i] = arena_array(mem, e->n, sizeof *e->drawn[i]);
	for (size_t q = 0; q < ELECTION_QUESTIONS; q++)
		e->reading[q] = TVIL_ASK;
	e->counting = e->draw = -1;
}

size_t election_reading(const struct election *e, size_t question)
{
	return e->reading[question] != TVIL_ASK ? e->reading[question] :
	       tvil_row(election_questions[question].tvil)->fallback;
}

static size_t number_of(const struct election *e, const char *who)
{
	for (size_t i = 0; i < e->n; i++)
		if (strcmp(e->name[i], who) == 0)
			return i;
	return NOBODY;
}

static void take_vote(struct election *e, size_t round, const char *who, int64_t n)
{
	size_t at = number_of(e, who);
	struct election_round *r = &e->round[round];

	if (at == NOBODY && *who != '\0')       /* its list is gone */
		return;
	if (at == NOBODY)
		r->blank = n;
	else
		r->votes[at] = n;
	r->cast += n;
	r->counted |= n > 0;
}

static size_t question_of(const char *key)
{
	for (size_t q = 0; q < ELECTION_QUESTIONS; q++)
		if (strcmp(tvil_row(election_questions[q].tvil)->key, key) == 0)
			return q;
	return ELECTION_QUESTIONS;
}

static void take_reading(struct election *e, const char *key, const char *reading)
{
	size_t q = question_of(key);

	if (q < ELECTION_QUESTIONS)
		e->reading[q] = tvil_reading(election_questions[q].tvil, reading);
}

static enum outcome read_readings(struct store *st, struct arena *mem, int64_t punkt,
                                  struct election *e)
{
	struct rows rows;
	enum outcome went = RUN(st, mem, &rows, valg_lesninger, .punkt = v_int(punkt));

	for (size_t i = 0; went == OUTCOME_OK && i < rows.n; i++)
		take_reading(e, row_text(&rows.row[i], valg_lesninger__spoersmaal),
		             row_text(&rows.row[i], valg_lesninger__lesning));
	return went;
}

static enum outcome read_draws(struct store *st, struct arena *mem, int64_t punkt,
                               struct election *e)
{
	struct rows rows;
	enum outcome went = RUN(st, mem, &rows, valg_loddene, .punkt = v_int(punkt));

	for (size_t i = 0; went == OUTCOME_OK && i < rows.n; i++) {
		size_t at = number_of(e, row_text(&rows.row[i], valg_loddene__hvem));
		int64_t draw = row_int(&rows.row[i], valg_loddene__trekning) - 1;

		if (at != NOBODY && draw >= 0 && draw < ELECTION_DRAWS && e->n_drawn[draw] < e->n)
			e->drawn[draw][e->n_drawn[draw]++] = at;
	}
	return went;
}

enum outcome election_read(struct store *st, struct arena *mem, int64_t punkt,
                           struct election *e)
{
	struct rows rows;
	enum outcome went = RUN(st, mem, &rows, valg_stemmer, .punkt = v_int(punkt));

	election_empty(mem, e);
	for (size_t i = 0; went == OUTCOME_OK && i < rows.n; i++) {
		int64_t round = row_int(&rows.row[i], valg_stemmer__runde) - 1;

		if (round >= 0 && round < ELECTION_ROUNDS)
			take_vote(e, (size_t)round, row_text(&rows.row[i], valg_stemmer__hvem),
			          row_int(&rows.row[i], valg_stemmer__antall));
	}
	if (went == OUTCOME_OK)
		went = read_draws(st, mem, punkt, e);
	return went == OUTCOME_OK ? read_readings(st, mem, punkt, e) : went;
}

bool election_drawn(const struct election *e, size_t who)
{
	for (size_t i = 0; e->draw >= 0 && i < e->n_drawn[e->draw]; i++)
		if (e->drawn[e->draw][i] == who)
			return true;
	return false;
}

const char *election_waits(enum lang lang, const struct election *e)
{
	if (e->draw >= 0)
		return tr(lang, N_("Før inn loddet først"));
	for (size_t q = 0; q < ELECTION_QUESTIONS; q++)
		if (e->asks[q] && election_reading(e, q) == TVIL_ASK)
			return tr(lang, N_("Velg først hva som skal gjelde"));
	return NULL;
}

/* FNV-1a */
static uint64_t hash(uint64_t h, int64_t next)
{
	return (h ^ (uint64_t)next) * UINT64_C(1099511628211);
}

enum outcome election_seen(const struct asked *q, const struct samling *s,
                           const struct activity *a, struct drawing *d)
{
	const struct election *e = a->state;
	uint64_t h = hash(UINT64_C(14695981039346656037), a->step);

	(void)s;
	for (size_t r = 0; r < ELECTION_ROUNDS; r++) {
		h = hash(h, e->round[r].blank);
		for (size_t i = 0; i < e->n; i++)
			h = hash(h, e->round[r].votes[i]);
	}
	for (size_t k = 0; k < ELECTION_DRAWS; k++)
		for (size_t i = 0; i < e->n_drawn[k]; i++)
			h = hash(h, (int64_t)e->drawn[k][i] + 1);
	for (size_t i = 0; i < ELECTION_QUESTIONS; i++)
		h = hash(h, e->reading[i] != TVIL_ASK ? (int64_t)e->reading[i] + 1 : 0);
	d->mark = arena_printf(q->mem, "%llx", (unsigned long long)h);
	return OUTCOME_OK;
}

char *election_said(struct arena *mem, enum lang lang, const struct election *e, size_t round)
{
	struct buf b = buf_in(mem);

	for (size_t i = 0; i < e->n; i++)
		buf_printf(&b, "%s %lld, ", e->name[i], (long long)e->round[round].votes[i]);
	buf_puts(&b, trf(mem, lang, N_("blanke %d"), (int)e->round[round].blank));
	return b.p;
}

/* ---- written ---- */

static enum outcome note(struct req *r, const struct activity *a, const char *what,
                         const char *detail)
{
	return samling_note(r, what, arena_printf(r->mem, "%s: %s", a->title, detail));
}

enum outcome election_counted(struct req *r, const struct activity *a, size_t round)
{
	enum outcome went = note(r, a, round == 0 ? "valg_talt" : "valg_talt_igjen",
	                         election_said(r->mem, LANG_NB, a->state, round));

	return went == OUTCOME_OK ? step_set(r, a, a->step, a->step + 1, 0) : went;
}

/* What was drawn rests on the votes. */
static enum outcome votes_changed(struct req *r, const struct activity *a, enum outcome went)
{
	if (went == OUTCOME_OK)
		went = RUN(r->store, r->mem, NULL, valg_lodd_bort, .punkt = v_int(a->id),
		           .trekning = v_int(1));
	return went == OUTCOME_OK ? samling_changed(r, VIEW_EVERY) : went;
}

static enum outcome one_more(struct req *r, const struct activity *a, const char *arg,
                             const char **message)
{
	const struct election *e = a->state;
	char *end;
	unsigned long who = strtoul(arg, &end, 10);
	long by = strtol(end, NULL, 10);

	(void)message;
	if (end == arg || who > e->n || (by != 1 && by != -1))
		return OUTCOME_NOT_FOUND;
	if (e->counting < 0)
		return OUTCOME_CONFLICT;
	return votes_changed(r, a, RUN(r->store, r->mem, NULL, valg_en_til,
	                               .punkt = v_int(a->id), .runde = v_int(e->counting + 1),
	                               .hvem = v_text(who < e->n ? e->name[who] : ""),
	                               .endring = v_int(by), .mest = v_int(ELECTION_VOTES_MAX)));
}

static bool number(const char *text, long *n)
{
	char *end;

	*n = strtol(text, &end, 10);
	return end != text && *end == '\0' && *n >= 0 && *n <= ELECTION_VOTES_MAX;
}

static enum outcome numbers(struct req *r, const struct activity *a, const char *arg,
                            const char **message)
{
	const struct form_entry *in = form_entry(&r->form, "hender");
	const struct election *e = a->state;
	enum outcome went = OUTCOME_OK;
	long n;

	(void)arg;
	if (e->counting < 0)
		return OUTCOME_CONFLICT;
	if (in->n_many != e->n + 1) {           /* an empty field is not sent on */
		*message = N_("Skriv et tall i alle feltene, 0 der det ikke er stemmer.");
		return OUTCOME_INVALID;
	}
	for (size_t i = 0; i < in->n_many; i++)
		if (!number(in->many[i], &n)) {
			*message = N_("Skriv stemmetallene med siffer, inntil 99 999.");
			return OUTCOME_INVALID;
		}
	for (size_t i = 0; went == OUTCOME_OK && i < in->n_many; i++) {
		number(in->many[i], &n);
		went = RUN(r->store, r->mem, NULL, valg_antall, .punkt = v_int(a->id),
		           .runde = v_int(e->counting + 1),
		           .hvem = v_text(i < e->n ? e->name[i] : ""), .antall = v_int(n));
	}
	return votes_changed(r, a, went);
}

static enum outcome draw(struct req *r, const struct activity *a, const char *arg,
                         const char **message)
{
	const struct election *e = a->state;
	char *end;
	unsigned long who = strtoul(arg, &end, 10);
	bool among = false;
	enum outcome went;

	(void)message;
	for (size_t i = 0; e->draw >= 0 && i < e->n_among; i++)
		among |= e->among[i] == who;
	if (end == arg || !among || election_drawn(e, who))
		return OUTCOME_CONFLICT;
	went = RUN(r->store, r->mem, NULL, valg_trukket, .punkt = v_int(a->id),
	           .trekning = v_int(e->draw + 1), .hvem = v_text(e->name[who]));
	if (went == OUTCOME_OK)
		went = note(r, a, "valg_lodd", e->name[who]);
	return went == OUTCOME_OK ? samling_changed(r, VIEW_EVERY) : went;
}

static enum outcome draw_again(struct req *r, const struct activity *a, const char *arg,
                               const char **message)
{
	long draw = strtol(arg, NULL, 10);
	enum outcome went;

	(void)message;
	if (draw < 1 || draw > ELECTION_DRAWS)
		return OUTCOME_NOT_FOUND;
	went = RUN(r->store, r->mem, NULL, valg_lodd_bort, .punkt = v_int(a->id),
	           .trekning = v_int(draw));
	if (went == OUTCOME_OK)
		went = samling_note(r, "valg_lodd_om", a->title);
	return went == OUTCOME_OK ? samling_changed(r, VIEW_EVERY) : went;
}

/* A second draw is for seats that one of the readings passes on. */
static enum outcome choose(struct req *r, const struct activity *a, const char *arg,
                           const char **message)
{
	const struct election *e = a->state;
	size_t n = strcspn(arg, " "), reading, q = question_of(arena_strndup(r->mem, arg, n));
	const struct election_question *row = &election_questions[q];
	enum outcome went = OUTCOME_OK;

	(void)message;
	reading = q < ELECTION_QUESTIONS ? tvil_reading(row->tvil, arg + n + (arg[n] == ' ')) :
	                                   TVIL_ASK;
	if (reading == TVIL_ASK)
		return OUTCOME_NOT_FOUND;
	if (!e->asks[q])
		return OUTCOME_CONFLICT;
	if (e->reading[q] == reading)
		return OUTCOME_OK;
	went = RUN(r->store, r->mem, NULL, valg_lest, .punkt = v_int(a->id),
	           .spoersmaal = v_text(tvil_row(row->tvil)->key),
	           .lesning = v_text(tvil_row(row->tvil)->reading[reading]));
	if (went == OUTCOME_OK && row->tvil == TVIL_LISTE_TOM)
		went = RUN(r->store, r->mem, NULL, valg_lodd_bort, .punkt = v_int(a->id),
		           .trekning = v_int(2));
	if (went == OUTCOME_OK)
		went = note(r, a, "valg_lest", tr(r->lang, row->reading[reading]));
	return went == OUTCOME_OK ? samling_changed(r, VIEW_EVERY) : went;
}

const struct kind_act election_acts[] = {
	{ "valg_en",      RIGHT_LEADER, one_more },
	{ "valg_tall",    RIGHT_LEADER, numbers },
	{ "valg_lodd",    RIGHT_LEADER, draw },
	{ "valg_lodd_om", RIGHT_LEADER, draw_again },
	{ "valg_les",     RIGHT_LEADER, choose },
	{ 0 }
};
