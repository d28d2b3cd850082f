/* flertallsvalg - ordfører, varaordfører or a leader is elected in the meeting, by voting signs
 * that are counted: kommuneloven § 7-8, rules/valg/flertall.h.  It is never secret. */
#include <string.h>

#include "app/aktivitet/slag/felles.h"
#include "app/aktivitet/slag/flertallsvalg.h"
#include "app/aktivitet/slag/flertallsvalg.html.h"
#include "app/aktivitet/slag/slag.h"
#include "app/aktivitet/slag/valgplass.h"
#include "lib/arena.h"
#include "lib/utf8.h"
#include "web/page.h"
#include "web/text.h"

#define CANDIDATES_MAX 8

static const struct config_field fields[] = {
	{ "tekst", CONFIG_LINES, .max = 2000 },
	{ "verv", CONFIG_TEXT, .max = 20 },
	{ "kandidater", CONFIG_TEXTS, .max = 80, .min_n = 1, .max_n = CANDIDATES_MAX },
	{ 0 }
};

const struct flertallsvalg_office flertallsvalg_offices[] = {
	{ "ordforer", N_("ordfører") }, { "varaordforer", N_("varaordfører") },
	{ "leder", N_("leder") }, { "nestleder", N_("nestleder") }, { 0 }
};

static const struct flertallsvalg_office *office_of(const json_t *config)
{
	const struct flertallsvalg_office *v = flertallsvalg_offices;

	for (; v->key != NULL; v++)
		if (strcmp(v->key, config_text(config, "verv")) == 0)
			return v;
	return NULL;
}

static bool check(json_t *config, const char **where, const char **error)
{
	if (config_text(config, "verv")[0] == '\0')
		json_object_set_new(config, "verv", json_string(flertallsvalg_offices[0].key));
	*where = "verv";
	*error = N_("Velg hvilket verv det gjelder.");
	return office_of(config) != NULL;
}

/* ---- what is read ---- */

static void read_config(struct arena *mem, const struct activity *a, struct flertallsvalg *f)
{
	f->office = office_of(a->config);
	if (f->office == NULL)
		f->office = &flertallsvalg_offices[0];
	f->step = a->step > FLERTALLSVALG_SECOND ? FLERTALLSVALG_SECOND :
	          (enum flertallsvalg_step)a->step;
	f->e.name = config_list(mem, a->config, "kandidater");
	f->e.n = config_n(a->config, "kandidater");
}

static struct flertall_round round_of(struct arena *mem, const struct election *e, size_t i)
{
	struct flertall_vote *vote = arena_array(mem, e->n, sizeof *vote);

	for (size_t k = 0; k < e->n; k++)
		vote[k] = (struct flertall_vote){ e->name[k], e->round[i].votes[k] };
	return (struct flertall_round){ .vote = vote, .n_vote = e->n, .blank = e->round[i].blank };
}

/* Those who are equal, as numbers. */
static void lot_between(struct arena *mem, struct flertallsvalg *f)
{
	const struct flertall_outcome *u = flertallsvalg_outcome(f, 1);
	size_t *among = arena_array(mem, u->n_among, sizeof *among);

	f->e.among = among;
	for (size_t i = 0; i < f->e.n; i++)
		for (size_t k = 0; k < u->n_among; k++)
			if (strcmp(f->e.name[i], u->among[k]) == 0)
				among[f->e.n_among++] = i;
	f->e.draw = 0;
}

static void settle(struct arena *mem, struct flertallsvalg *f)
{
	bool second = f->step >= FLERTALLSVALG_COUNT_AGAIN;

	f->reading = election_reading(&f->e, ELECTION_BLANK) == 0 ? FLERTALL_BLANK_COUNTS :
	                                                            FLERTALL_BLANK_COUNTS_NOT;
	for (size_t i = 0; i < FLERTALL_ROUNDS; i++)
		f->task.round[i] = round_of(mem, &f->e, i);
	f->task.n_round = second ? 2 : 1;
	if (second && f->e.n_drawn[0] > 0)
		f->task.drawn = f->e.name[f->e.drawn[0][0]];
	f->result = flertall(mem, &f->task);
	if (f->result.wrong_draw) {             /* the votes were changed after it */
		f->task.drawn = NULL;
		f->result = flertall(mem, &f->task);
	}
	f->e.counting = f->step == FLERTALLSVALG_COUNT ? 0 :
	                f->step == FLERTALLSVALG_COUNT_AGAIN ? 1 : -1;
	f->e.asks[ELECTION_BLANK] = f->step == FLERTALLSVALG_FIRST && f->result.open;
	if (f->step == FLERTALLSVALG_SECOND && flertallsvalg_outcome(f, 1)->end == FLERTALL_LOT)
		lot_between(mem, f);
}

static enum outcome load(struct store *st, struct arena *mem, struct activity *a)
{
	struct flertallsvalg *f = arena_get(mem, sizeof *f);
	enum outcome went;

	read_config(mem, a, f);
	went = election_read(st, mem, a->id, &f->e);
	if (went != OUTCOME_OK)
		return went;
	settle(mem, f);
	a->state = f;
	return OUTCOME_OK;
}

const struct flertallsvalg *flertallsvalg_of(struct arena *mem, const struct activity *a)
{
	struct flertallsvalg *f;

	if (a->state != NULL)
		return a->state;
	f = arena_get(mem, sizeof *f);
	read_config(mem, a, f);
	election_empty(mem, &f->e);
	settle(mem, f);
	return f;
}

const struct flertall_outcome *flertallsvalg_outcome(const struct flertallsvalg *f, size_t round)
{
	return &f->result.outcome[f->reading][round];
}

size_t flertallsvalg_round(const struct flertallsvalg *f)
{
	return f->step >= FLERTALLSVALG_COUNT_AGAIN;
}

const char *flertallsvalg_blank_gives(struct arena *mem, enum lang lang,
                                      const struct flertallsvalg *f, size_t reading)
{
	const struct flertall_outcome *u = &f->result.outcome[reading][0];

	return u->end == FLERTALL_ELECTED ?
	       trf(mem, lang, N_("%d trengs, og %s er valgt"), (int)u->needed, u->elected) :
	       trf(mem, lang, N_("%d trengs, og ingen er valgt"), (int)u->needed);
}

/* Hundredths of a letter: the heading, a row each and one for blanks, and what is said below. */
int flertallsvalg_size(const struct flertallsvalg *f, const char *title, const char *intro)
{
	bool listed = f->step == FLERTALLSVALG_CANDIDATES;
	int size = 0;

	for (; size < VALGPLASS_SMALLEST; size++) {
		int h = ((int)f->e.n + 2) * VALGPLASS_ROW + 2 * VALGPLASS_GAP +
		        valgplass_lines(f->e.asks[ELECTION_BLANK] ? 520 : 330, size, 200) *
		        VALGPLASS_LINE + (f->e.asks[ELECTION_BLANK] ? 4 * VALGPLASS_LINE : 0);

		if (listed)
			h += valgplass_lines(utf8_length(intro), size, 0) * VALGPLASS_LINE;
		if (h <= valgplass_height(size, title))
			break;
	}
	return size;
}

/* ---- steps ---- */

static const char *step(struct arena *mem, enum lang lang, const struct activity *a)
{
	const struct flertallsvalg *f = a->state;

	(void)mem;
	switch (f->step) {
	case FLERTALLSVALG_CANDIDATES:
		return tr(lang, N_("Begynn opptellingen"));
	case FLERTALLSVALG_COUNT:
		return f->e.round[0].counted ?
		       tr(lang, N_("Vis resultatet av avstemningen")) : NULL;
	case FLERTALLSVALG_FIRST:
		return flertallsvalg_outcome(f, 0)->end == FLERTALL_NONE ?
		       tr(lang, N_("Begynn andre avstemning")) : NULL;
	case FLERTALLSVALG_COUNT_AGAIN:
		return f->e.round[1].counted ?
		       tr(lang, N_("Vis resultatet av andre avstemning")) : NULL;
	case FLERTALLSVALG_SECOND:
		return election_waits(lang, &f->e);
	}
	return NULL;
}

static enum outcome take_step(struct req *r, const struct activity *a)
{
	const struct flertallsvalg *f = a->state;

	if (election_waits(r->lang, &f->e) != NULL)
		return OUTCOME_OK;
	return f->e.counting >= 0 ? election_counted(r, a, (size_t)f->e.counting) :
	                            step_set(r, a, a->step, a->step + 1, 0);
}

static const char *step_back(struct arena *mem, enum lang lang, const struct activity *a)
{
	(void)mem;
	switch (((const struct flertallsvalg *)a->state)->step) {
	case FLERTALLSVALG_CANDIDATES:
		return NULL;
	case FLERTALLSVALG_COUNT:
		return tr(lang, N_("Vis kandidatene igjen"));
	case FLERTALLSVALG_FIRST:
	case FLERTALLSVALG_SECOND:
		return tr(lang, N_("Tell igjen"));
	case FLERTALLSVALG_COUNT_AGAIN:
		return tr(lang, N_("Tilbake til første avstemning"));
	}
	return NULL;
}

static enum outcome take_step_back(struct req *r, const struct activity *a)
{
	return step_set(r, a, a->step, a->step - 1, 0);
}

/* ---- pictures ---- */

static void phone(struct out *o, const struct drawing *d)
{
	t_verv_telefon(o, d, flertallsvalg_of(o->buf.arena, d->a));
}

static void wall(struct out *o, const struct drawing *d)
{
	t_verv_lerret(o, d, flertallsvalg_of(o->buf.arena, d->a));
}

static void result(struct out *o, const struct drawing *d)
{
	t_verv_utskrift(o, d, flertallsvalg_of(o->buf.arena, d->a));
}

static void panel(struct out *o, const struct drawing *d)
{
	t_verv_panel(o, d->a, flertallsvalg_of(o->buf.arena, d->a));
}

static void edit(struct out *o, const json_t *config)
{
	t_verv_rediger(o, config);
}

const struct kind kind_flertallsvalg = {
	.name = "flertallsvalg", .label = N_("Flertallsvalg"), .icon = "hake",
	.fields = fields, .check = check, .load = load, .step = step, .take_step = take_step,
	.step_back = step_back, .take_step_back = take_step_back, .acts = election_acts,
	.read = election_seen, .alike = true,
	.panel = panel, .phone = phone, .wall = wall, .result = result, .edit = edit,
};
