/* forholdsvalg - a body is elected in the meeting: the lists, the votes as they are counted, the
 * settlement, and who is elected.  Kommuneloven §§ 7-5 and 7-6; the rules are
 * rules/valg/oppgjoer.h. */
#include <string.h>

#include "app/aktivitet/slag/felles.h"
#include "app/aktivitet/slag/forholdsvalg.h"
#include "app/aktivitet/slag/forholdsvalg.html.h"
#include "app/aktivitet/slag/slag.h"
#include "app/aktivitet/slag/valglister.h"
#include "app/aktivitet/slag/valgoving.h"
#include "lib/arena.h"
#include "lib/buf.h"
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
	f->intro = config_text(a->config, "tekst");
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

static const struct oppgjoer *settled(struct arena *mem, struct forholdsvalg *f)
{
	struct oppgjoer_choice *choice = arena_get(mem, sizeof *choice);
	const struct oppgjoer *g;

	*choice = (struct oppgjoer_choice){
		.drawn = f->e.drawn[0], .n_drawn = f->e.n_drawn[0],
		.drawn_next = f->e.drawn[1], .n_drawn_next = f->e.n_drawn[1],
	};
	for (enum oppgjoer_question q = 0; q < OPPGJOER__QUESTIONS; q++)
		if (f->e.reading[q] != TVIL_ASK)
			oppgjoer_read(choice, q, f->e.reading[q]);
	g = oppgjoer(mem, &f->body, choice);
	if (g->state != OPPGJOER_WRONG_DRAW)
		return g;
	f->e.n_drawn[0] = f->e.n_drawn[1] = 0;          /* the lists were changed after it */
	choice->n_drawn = choice->n_drawn_next = 0;
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
	for (enum oppgjoer_question q = 0; q < OPPGJOER__QUESTIONS; q++)
		f->e.asks[q] = f->settled->open[q] && (q == OPPGJOER_Q_EMPTY ?
		               f->step == FORHOLDSVALG_SEATS : f->step == FORHOLDSVALG_QUESTIONS);
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
		if (election_waits(lang, &f->e) != NULL)
			return election_waits(lang, &f->e);
		if (f->settled->state != OPPGJOER_SETTLED || f->most_names == 0)
			return NULL;
		return forholdsvalg_open(f) ? tr(lang, N_("Vis hva loven lar stå åpent")) :
		                              tr(lang, N_("Vis hvem som er valgt"));
	case FORHOLDSVALG_QUESTIONS:
		return f->settled->state == OPPGJOER_SETTLED ?
		       tr(lang, N_("Vis hvem som er valgt")) : NULL;
	case FORHOLDSVALG_ELECTED:
		break;
	}
	return NULL;
}

/* One on, or one back: past the questions when there are none. */
static int step_from(const struct forholdsvalg *f, int by)
{
	int to = (int)f->step + by;

	return to == FORHOLDSVALG_QUESTIONS && !forholdsvalg_open(f) ? to + by : to;
}

static enum outcome take_step(struct req *r, const struct activity *a)
{
	const struct forholdsvalg *f = a->state;

	if (election_waits(r->lang, &f->e) != NULL)
		return OUTCOME_OK;
	return f->step == FORHOLDSVALG_COUNT ? election_counted(r, a, 0) :
	                                       step_set(r, a, a->step, step_from(f, 1), 0);
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
	case FORHOLDSVALG_QUESTIONS:
		return tr(lang, N_("Vis oppgjøret igjen"));
	case FORHOLDSVALG_ELECTED:
		return forholdsvalg_open(a->state) ? tr(lang, N_("Vis spørsmålene igjen")) :
		                                     tr(lang, N_("Vis oppgjøret igjen"));
	}
	return NULL;
}

static enum outcome take_step_back(struct req *r, const struct activity *a)
{
	return step_set(r, a, a->step, step_from(a->state, -1), 0);
}

/* ---- what is said of it ---- */

size_t forholdsvalg_columns(const struct forholdsvalg *f, size_t most)
{
	size_t n = fordeling_rows(&f->settled->seats);

	if (n < 3)
		n = 3;
	if (n > f->body.seats)
		n = f->body.seats;
	return n < most ? n : most;
}

bool forholdsvalg_flag_told(const struct oppgjoer_flag *flag, bool deputies)
{
	return deputies || flag->what == OPPGJOER_NAMES_MISSING ||
	       flag->what == OPPGJOER_GENDER_MEMBERS;
}

size_t forholdsvalg_flags(const struct forholdsvalg *f, bool deputies)
{
	size_t n = 0;

	for (size_t i = 0; i < f->settled->n_flag; i++)
		n += forholdsvalg_flag_told(&f->settled->flag[i], deputies);
	return n;
}

struct fordeling_claim forholdsvalg_next(const struct forholdsvalg *f)
{
	const struct fordeling *s = &f->settled->seats;
	struct fordeling_claim best = { 0 };

	for (size_t i = 0; i < f->body.n_list; i++) {
		struct fordeling_claim c = fordeling_claim(&s->task, i, s->seats[i] + 1);

		if (c.votes > 0 && (best.votes == 0 || fordeling_compare(&c, &best) > 0))
			best = c;
	}
	return best;
}

bool forholdsvalg_open(const struct forholdsvalg *f)
{
	return f->settled->open[OPPGJOER_Q_SEATLESS] || f->settled->open[OPPGJOER_Q_MEASURE];
}

static bool same_deputies(const struct oppgjoer_list *a, const struct oppgjoer_list *b)
{
	if (a->deputy.n != b->deputy.n)
		return false;
	for (size_t i = 0; i < a->deputy.n; i++)
		if (a->deputy.place[i] != b->deputy.place[i])
			return false;
	return true;
}

/* The deputies of a list; that it has none says itself. */
static void say_deputies(struct buf *b, const struct valg_list *list,
                         const struct kjoenn_set *deputy)
{
	if (deputy->n == 0)
		return;
	buf_printf(b, "%s%s: ", b->n > 0 ? "; " : "", list->name);
	for (size_t i = 0; i < deputy->n; i++)
		buf_printf(b, "%s%s", i > 0 ? ", " : "", list->candidate[deputy->place[i]].name);
}

/* The same people, but the minimum is another. */
static void say_missing(struct buf *b, enum lang lang, const struct valg_list *list,
                        const struct kjoenn_set *deputy)
{
	size_t women = deputy->missing[GENDER_WOMAN], men = deputy->missing[GENDER_MAN];

	buf_printf(b, "%s%s: ", b->n > 0 ? "; " : "", list->name);
	if (women > 0)
		buf_puts(b, trn(b->arena, lang, "det mangler %d kvinne", "det mangler %d kvinner",
		                (int64_t)women));
	else if (men > 0)
		buf_puts(b, trn(b->arena, lang, "det mangler %d mann", "det mangler %d menn",
		                (int64_t)men));
	else
		buf_puts(b, tr(lang, N_("kravet er oppfylt")));
}

const char *forholdsvalg_outcome(struct arena *mem, enum lang lang, const struct forholdsvalg *f,
                                 enum oppgjoer_question q, size_t reading)
{
	const struct oppgjoer *g = oppgjoer_otherwise(mem, f->settled, q, reading);
	const struct oppgjoer *other = oppgjoer_otherwise(mem, f->settled, q, !reading);
	struct buf b = buf_in(mem);

	buf_puts(&b, "");
	for (size_t i = 0; i < f->body.n_list; i++) {
		const struct oppgjoer_list *l = &g->list[i], *o = &other->list[i];

		if (q != OPPGJOER_Q_EMPTY && !same_deputies(l, o))
			say_deputies(&b, &f->body.list[i], &l->deputy);
		else if (q != OPPGJOER_Q_EMPTY && memcmp(l->deputy.missing, o->deputy.missing,
		                                         sizeof l->deputy.missing) != 0)
			say_missing(&b, lang, &f->body.list[i], &l->deputy);
		else if (q == OPPGJOER_Q_EMPTY && l->seats - l->vacant != o->seats - o->vacant)
			buf_printf(&b, "%s%s %zu", b.n > 0 ? " · " : "", f->body.list[i].name,
			           l->seats - l->vacant);
	}
	if (q == OPPGJOER_Q_EMPTY && g->vacant > 0)
		buf_printf(&b, "%s%s", b.n > 0 ? " · " : "", trn(mem, lang, "%d ledig",
			"%d ledige", (int64_t)g->vacant));
	return b.p;
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
	t_forholdsvalg_panel(o, d->a, forholdsvalg_of(o->buf.arena, d->a));
}

static void edit(struct out *o, const json_t *config)
{
	t_forholdsvalg_rediger(o, config);
}

const struct kind kind_forholdsvalg = {
	.name = "forholdsvalg", .label = N_("Forholdsvalg"), .icon = "folk",
	.fields = fields, .check = check, .load = load, .step = step, .take_step = take_step,
	.step_back = step_back, .take_step_back = take_step_back, .acts = election_acts,
	.read = election_seen, .alike = true,
	.panel = panel, .phone = phone, .wall = wall, .result = result, .edit = edit,
	.fetch = valgoving_fetch,
};
