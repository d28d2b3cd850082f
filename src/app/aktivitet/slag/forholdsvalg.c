/* forholdsvalg - a body is elected in the meeting: the lists, the votes as they are counted, the
 * settlement, and who is elected.  Kommuneloven §§ 7-5 and 7-6; the rules are
 * rules/valg/oppgjoer.h. */
#include <string.h>

#include "app/aktivitet/slag/felles.h"
#include "app/aktivitet/slag/forholdsvalg.h"
#include "app/aktivitet/slag/forholdsvalg.html.h"
#include "app/aktivitet/slag/slag.h"
#include "app/aktivitet/slag/valglister.h"
#include "lib/arena.h"
#include "lib/utf8.h"
#include "rules/valg/tvil.h"
#include "web/page.h"
#include "web/text.h"

#define SCRATCH (16u << 20)          /* of a line each, at worst */
#define SEATS 7
#define SEATS_MAX 99

static const struct config_field fields[] = {
	{ "tekst", CONFIG_LINES, .max = 2000 },
	{ "organ", CONFIG_TEXT, .max = 20 },
	{ "plasser", CONFIG_INT, .min = 1, .max = SEATS_MAX, .number = SEATS },
	{ "lister", CONFIG_LINES, .max = 20000 },
	{ "skriftlig", CONFIG_FLAG },
	{ 0 }
};

static bool check(json_t *config, const char **where, const char **error)
{
	struct arena *mem = arena_new(SCRATCH);
	struct valg_list list[VALGLISTER_MAX];
	size_t n;
	bool ok;

	if (config_text(config, "organ")[0] == '\0')
		json_object_set_new(config, "organ", json_string(valg_organer[0].key));
	*where = "organ";
	*error = N_("Velg hvilket organ som skal velges.");
	ok = valg_organ_find(config_text(config, "organ")) != NULL;
	if (ok) {
		*where = "lister";
		ok = valglister_read(mem, config_text(config, "lister"), list, &n, error);
	}
	arena_free(mem);
	return ok;
}

/* ---- what is read ---- */

static void read_lists(struct arena *mem, const struct activity *a, struct forholdsvalg *f)
{
	struct valg_list *list = arena_array(mem, VALGLISTER_MAX, sizeof *list);
	const char *error;

	f->organ = valg_organ_find(config_text(a->config, "organ"));
	if (f->organ == NULL)
		f->organ = &valg_organer[0];
	f->written = config_flag(a->config, "skriftlig");
	f->step = a->step > FORHOLDSVALG_ELECTED ? FORHOLDSVALG_ELECTED :
	          (enum forholdsvalg_step)a->step;
	valglister_read(mem, config_text(a->config, "lister"), list, &f->e.n, &error);
	f->e.name = arena_array(mem, f->e.n, sizeof *f->e.name);
	for (size_t i = 0; i < f->e.n; i++) {
		f->e.name[i] = list[i].name;
		if (list[i].n_candidate > f->most_names)
			f->most_names = list[i].n_candidate;
	}
	f->body = (struct valg_body){
		.seats = (size_t)config_int(a->config, "plasser"), .list = list,
		.n_list = f->e.n, .council_only = organ_traits(f->organ->organ)->mild,
	};
}

static void control(struct arena *mem, struct forholdsvalg *f)
{
	struct liste_paper *paper = arena_array(mem, f->body.n_list, sizeof *paper);

	for (size_t i = 0; i < f->body.n_list; i++)
		paper[i] = (struct liste_paper){ .list = f->body.list[i] };
	f->control = (struct liste_task){ .seats = f->body.seats,
	                                  .council_only = f->body.council_only,
	                                  .paper = paper, .n_paper = f->body.n_list };
	f->found = liste_control(mem, &f->control);
}

static enum oppgjoer_empty chosen(const struct forholdsvalg *f)
{
	const char *reading = f->e.reading[ELECTION_EMPTY];

	if (reading == NULL)
		return OPPGJOER_EMPTY_ASK;
	return tvil_reading(TVIL_LISTE_TOM, reading) == 0 ? OPPGJOER_EMPTY_VACANT :
	                                                    OPPGJOER_EMPTY_NEXT;
}

static const struct oppgjoer *settled(struct arena *mem, const struct forholdsvalg *f)
{
	struct oppgjoer_choice *choice = arena_get(mem, sizeof *choice);
	const struct oppgjoer *g;

	*choice = (struct oppgjoer_choice){
		.drawn = f->e.drawn[0], .n_drawn = f->e.n_drawn[0], .empty = chosen(f),
		.drawn_next = f->e.drawn[1], .n_drawn_next = f->e.n_drawn[1],
	};
	g = oppgjoer(mem, &f->body, choice);
	if (g->state != OPPGJOER_WRONG_DRAW)
		return g;
	choice->n_drawn = choice->n_drawn_next = 0;     /* the lists were changed after it */
	return oppgjoer(mem, &f->body, choice);
}

/* With what is counted: who has which seat, and what waits. */
static void settle(struct arena *mem, struct forholdsvalg *f)
{
	struct valg_list *list = arena_array(mem, f->body.n_list, sizeof *list);

	for (size_t i = 0; i < f->body.n_list; i++) {
		list[i] = f->body.list[i];
		list[i].votes = f->e.round[0].votes[i];
	}
	f->body.list = list;
	f->settled = settled(mem, f);
	f->e.counting = f->step == FORHOLDSVALG_COUNT ? 0 : -1;
	if (f->step < FORHOLDSVALG_SEATS)
		return;
	f->e.asks = f->settled->open[OPPGJOER_Q_EMPTY];
	if (f->settled->state == OPPGJOER_LOT || f->settled->state == OPPGJOER_LOT_NEXT) {
		const struct fordeling *lot;

		f->e.draw = f->settled->state == OPPGJOER_LOT ? 0 : 1;
		lot = forholdsvalg_drawn_in(f, (size_t)f->e.draw);
		f->e.among = lot->among;
		f->e.n_among = lot->n_among;
	}
}

const struct fordeling *forholdsvalg_drawn_in(const struct forholdsvalg *f, size_t draw)
{
	return draw == 0 ? &f->settled->seats : &f->settled->passed;
}

static enum outcome load(struct store *st, struct arena *mem, struct activity *a)
{
	struct forholdsvalg *f = arena_get(mem, sizeof *f);
	enum outcome went;

	read_lists(mem, a, f);
	went = election_read(st, mem, a->id, &f->e);
	if (went != OUTCOME_OK)
		return went;
	control(mem, f);
	settle(mem, f);
	a->state = f;
	return OUTCOME_OK;
}

const struct forholdsvalg *forholdsvalg_of(struct arena *mem, const struct activity *a)
{
	struct forholdsvalg *f;

	if (a->state != NULL)
		return a->state;
	f = arena_get(mem, sizeof *f);
	read_lists(mem, a, f);
	election_empty(mem, &f->e);
	control(mem, f);
	settle(mem, f);
	return f;
}

/* ---- steps ---- */

static const char *step(struct arena *mem, enum lang lang, const struct activity *a)
{
	const struct forholdsvalg *f = a->state;

	(void)mem;
	switch (f->step) {
	case FORHOLDSVALG_LISTS:
		return tr(lang, N_("Begynn opptellingen"));
	case FORHOLDSVALG_COUNT:
		return f->e.round[0].counted ? tr(lang, N_("Vis oppgjøret")) : NULL;
	case FORHOLDSVALG_SEATS:
		return f->settled->state == OPPGJOER_SETTLED && f->most_names > 0 ?
		       tr(lang, N_("Vis hvem som er valgt")) : NULL;
	case FORHOLDSVALG_ELECTED:
		break;
	}
	return NULL;
}

static enum outcome take_step(struct req *r, const struct activity *a)
{
	const struct forholdsvalg *f = a->state;

	return f->step == FORHOLDSVALG_COUNT ? election_counted(r, a, 0) :
	                                       step_set(r, a, a->step, a->step + 1, 0);
}

static const char *step_back(struct arena *mem, enum lang lang, const struct activity *a)
{
	(void)mem;
	switch (((const struct forholdsvalg *)a->state)->step) {
	case FORHOLDSVALG_LISTS:
		return NULL;
	case FORHOLDSVALG_COUNT:
		return tr(lang, N_("Vis listene igjen"));
	case FORHOLDSVALG_SEATS:
		return tr(lang, N_("Tell igjen"));
	case FORHOLDSVALG_ELECTED:
		return tr(lang, N_("Vis oppgjøret igjen"));
	}
	return NULL;
}

static enum outcome take_step_back(struct req *r, const struct activity *a)
{
	return step_set(r, a, a->step, a->step - 1, 0);
}

/* ---- how it fits ---- */

size_t forholdsvalg_columns(const struct forholdsvalg *f, size_t most)
{
	size_t n = fordeling_rows(&f->settled->seats);

	if (n < 3)
		n = 3;
	if (n > f->body.seats)
		n = f->body.seats;
	return n < most ? n : most;
}

/* Tenths of a rem, beside the code; a letter is about half its size. */
enum { WIDE = 660, HIGH = 330, LINE = 135, HEAD = 300, COLUMN = 14 };
static const int sizes[FORHOLDSVALG_SIZES] = { 20, 16, 13, 11, 9, 7 };

int forholdsvalg_names_size(const struct forholdsvalg *f)
{
	int size = 0, lines = (int)f->most_names;

	if (f->step == FORHOLDSVALG_ELECTED)    /* a heading for the deputies, and a move */
		lines += 3;
	for (; size + 1 < FORHOLDSVALG_SIZES; size++) {
		int columns = WIDE / (sizes[size] * COLUMN);
		int rows = columns > 0 ? ((int)f->e.n + columns - 1) / columns : 1;

		if (columns > 0 &&
		    rows * (lines * LINE + HEAD) * sizes[size] / 100 <= HIGH)
			break;
	}
	return size;
}

int forholdsvalg_table_size(const struct forholdsvalg *f, size_t columns)
{
	int size = 0;

	for (; size + 1 < FORHOLDSVALG_SIZES; size++)
		if (((int)f->e.n + 3) * sizes[size] * 21 / 10 <= HIGH &&
		    ((int)columns * 5 + 22) * sizes[size] <= WIDE)
			break;
	return size;
}

/* ---- pictures ---- */

static void phone(struct out *o, const struct drawing *d)
{
	t_forholdsvalg_telefon(o, d, forholdsvalg_of(o->buf.arena, d->a));
}

static void wall(struct out *o, const struct drawing *d)
{
	t_forholdsvalg_lerret(o, d, forholdsvalg_of(o->buf.arena, d->a));
}

static void result(struct out *o, const struct drawing *d)
{
	t_forholdsvalg_resultat(o, d, forholdsvalg_of(o->buf.arena, d->a));
}

static void panel(struct out *o, const struct drawing *d)
{
	t_forholdsvalg_panel(o, forholdsvalg_of(o->buf.arena, d->a));
}

static void edit(struct out *o, const json_t *config)
{
	t_forholdsvalg_rediger(o, config);
}

const struct kind kind_forholdsvalg = {
	.name = "forholdsvalg", .label = N_("Forholdsvalg"), .icon = "folk",
	.fields = fields, .check = check, .load = load, .step = step, .take_step = take_step,
	.step_back = step_back, .take_step_back = take_step_back, .acts = election_acts,
	.read = election_seen,
	.panel = panel, .phone = phone, .wall = wall, .result = result, .edit = edit,
};
