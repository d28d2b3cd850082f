/* avgjoerelser.c - what people decide in a settlement: lots, and readings of the act. */
#include <string.h>

#include "app/valg/side.h"
#include "app/valg/tekst.h"
#include "app/valg/tvil_tekst.h"
#include "lib/arena.h"
#include "lib/buf.h"
#include "web/page.h"
#include "web/text.h"

/* ---- lots ---- */

static size_t list_called(const struct valg_body *body, const char *name)
{
	size_t i = 0;

	while (i < body->n_list && strcmp(body->list[i].name, name) != 0)
		i++;
	return i;
}

static void draw_with_seed(struct valg_view *v, struct valg_lot *lot)
{
	struct arena *mem = v->r->mem;
	const struct fordeling *f = lot->f;
	const char **name = arena_array(mem, f->n_among, sizeof *name);
	size_t *drawn = arena_array(mem, f->to_draw, sizeof *drawn);

	for (size_t i = 0; i < f->n_among; i++)
		name[i] = v->s.body.list[f->among[i]].name;
	lot->order = lodd_draw(mem, v->s.seed, skjema_id(mem, &v->s), lot->number, name,
	                       f->n_among);
	for (; lot->n_drawn < f->to_draw; lot->n_drawn++)
		drawn[lot->n_drawn] = f->among[lot->order[lot->n_drawn].who];
	lot->drawn = drawn;
}

static struct valg_lot *lot_of(struct valg_view *v, const struct fordeling *f, bool passed)
{
	const struct skjema_names *hand = &v->s.draw[v->n_lot];
	size_t *drawn = arena_array(v->r->mem, hand->n, sizeof *drawn);
	struct valg_lot *lot = &v->lot[v->n_lot++];

	*lot = (struct valg_lot){ .f = f, .passed = passed, .number = (unsigned)v->n_lot,
	                          .drawn = drawn };
	if (v->s.seed[0] != '\0')
		draw_with_seed(v, lot);
	else
		for (; lot->n_drawn < hand->n; lot->n_drawn++)
			drawn[lot->n_drawn] = list_called(&v->s.body, hand->name[lot->n_drawn]);
	return lot;
}

/* The votes may have been changed since the lot was drawn: then it is drawn again. */
static void use_lot(struct valg_view *v, struct oppgjoer_choice *choice, bool passed)
{
	const struct oppgjoer *before = v->settled;
	struct valg_lot *lot = lot_of(v, passed ? &before->passed : &before->seats, passed);
	const size_t **drawn = passed ? &choice->drawn_next : &choice->drawn;
	size_t *n = passed ? &choice->n_drawn_next : &choice->n_drawn;

	if (lot->n_drawn == 0)
		return;
	*drawn = lot->drawn;
	*n = lot->n_drawn;
	v->settled = oppgjoer(v->r->mem, &v->s.body, choice);
	if (v->settled->state == OPPGJOER_WRONG_DRAW) {
		*n = lot->n_drawn = 0;
		v->draw_again = true;
		v->settled = before;
	}
}

static struct oppgjoer_choice *readings(const struct valg_view *v)
{
	struct oppgjoer_choice *choice = arena_get(v->r->mem, sizeof *choice);

	for (enum oppgjoer_question q = 0; q < OPPGJOER__QUESTIONS; q++)
		if (v->s.chosen[oppgjoer_tvil(q)] != TVIL_ASK)
			oppgjoer_read(choice, q, v->s.chosen[oppgjoer_tvil(q)]);
	return choice;
}

void valg_view_settle(struct valg_view *v)
{
	struct oppgjoer_choice *choice = readings(v);

	v->settled = oppgjoer(v->r->mem, &v->s.body, choice);
	if (v->settled->state == OPPGJOER_LOT)
		use_lot(v, choice, false);
	if (v->settled->state == OPPGJOER_LOT_NEXT)
		use_lot(v, choice, true);
	for (size_t i = 0; i < v->n_lot; i++)
		v->lot[i].f = v->lot[i].passed ? &v->settled->passed : &v->settled->seats;
}

/* ---- questions ---- */

static struct valg_question *ask(struct valg_view *v, enum tvil q)
{
	struct valg_question *new = &v->question[v->n_question++];

	*new = (struct valg_question){ .q = q, .reading = tvil_reading_of(q, v->s.chosen[q]) };
	return new;
}

/* "A 2 · B 3 · 2 ledige plasser" */
static const char *seats_text(const struct valg_view *v, const struct oppgjoer *g)
{
	struct arena *mem = v->r->mem;
	struct buf b = buf_in(mem);

	for (size_t i = 0; i < g->body.n_list; i++)
		buf_printf(&b, "%s%s %zu", i > 0 ? " · " : "", g->body.list[i].name,
		           g->list[i].seats - g->list[i].vacant);
	if (g->vacant > 0)
		buf_printf(&b, " · %s", trn(mem, v->r->lang, "%d ledig plass",
		                            "%d ledige plasser", (int64_t)g->vacant));
	if (g->state == OPPGJOER_LOT_NEXT)
		buf_printf(&b, " · %s", trf(mem, v->r->lang, N_("lodd mellom %s"),
			valg_among_text(mem, v->r->lang, &g->body, &g->passed)));
	return b.p;
}

static bool same_deputies(const struct oppgjoer_list *a, const struct oppgjoer_list *b)
{
	return a->deputy.n == b->deputy.n &&
	       memcmp(a->deputy.place, b->deputy.place,
	              a->deputy.n * sizeof *a->deputy.place) == 0 &&
	       memcmp(a->deputy.missing, b->deputy.missing, sizeof a->deputy.missing) == 0;
}

static bool no_deputies(const struct oppgjoer *g, const struct oppgjoer *other)
{
	for (size_t i = 0; i < g->body.n_list; i++)
		if (g->list[i].deputy.n > 0 && !same_deputies(&g->list[i], &other->list[i]))
			return false;
	return true;
}

/* "SV: Ida Bø, Per Li (menn: det mangler 1)", of the lists in which the two differ. */
static const char *deputies_text(const struct valg_view *v, const struct oppgjoer *g,
                                 const struct oppgjoer *other)
{
	struct arena *mem = v->r->mem;
	struct buf b = buf_in(mem);

	if (no_deputies(g, other))
		return tr(v->r->lang, N_("Ingen varamedlemmer"));
	buf_puts(&b, "");
	for (size_t i = 0; i < g->body.n_list; i++) {
		const struct kjoenn_set *set = &g->list[i].deputy;

		if (same_deputies(&g->list[i], &other->list[i]))
			continue;
		buf_printf(&b, "%s%s: ", b.n > 0 ? ". " : "", g->body.list[i].name);
		for (size_t k = 0; k < set->n; k++)
			buf_printf(&b, "%s%s", k > 0 ? ", " : "",
			           g->body.list[i].candidate[set->place[k]].name);
		if (set->n == 0)
			buf_puts(&b, tr(v->r->lang, N_("ingen")));
		for (enum gender k = 0; k < GENDER__MAX; k++)
			if (set->missing[k] > 0)
				buf_printf(&b, " (%s)", trf(mem, v->r->lang,
					N_("%s: det mangler %d"), valg_gender_many(v->r->lang, k),
					(int)set->missing[k]));
	}
	return b.p;
}

static void ask_of_settlement(struct valg_view *v)
{
	bool moved = false;

	for (enum oppgjoer_question k = 0; k < OPPGJOER__QUESTIONS; k++) {
		const struct oppgjoer *g[TVIL_READINGS];
		struct valg_question *new;

		if (!v->settled->open[k])
			continue;
		new = ask(v, oppgjoer_tvil(k));
		for (size_t i = 0; i < TVIL_READINGS; i++)
			g[i] = oppgjoer_otherwise(v->r->mem, v->settled, k, i);
		for (size_t i = 0; i < TVIL_READINGS; i++)
			new->outcome[i] = k == OPPGJOER_Q_EMPTY ? seats_text(v, g[i]) :
			                  deputies_text(v, g[i], g[1 - i]);
	}
	for (size_t i = 0; i < v->s.body.n_list; i++)
		moved = moved || v->settled->list[i].deputy.n_move > 0;
	if (moved)
		ask(v, TVIL_VARA_REKKEFOELGE);
}

static bool has_asked(const struct valg_view *v, enum tvil q)
{
	for (size_t i = 0; i < v->n_question; i++)
		if (v->question[i].q == q)
			return true;
	return false;
}

static void ask_of_lists(struct valg_view *v)
{
	for (size_t i = 0; i < v->control.n; i++) {
		const enum liste_what what = v->control.finding[i].what;
		const bool warns = liste_is_warning(what);
		struct valg_question *new;

		if (liste_question(what) == TVIL_NONE || has_asked(v, liste_question(what)))
			continue;
		new = ask(v, liste_question(what));
		new->outcome[warns] = tr(v->r->lang, N_("Listen må rettes."));
		new->outcome[!warns] = tr(v->r->lang, N_("Listen kan stå som den er."));
	}
}

void valg_view_ask(struct valg_view *v)
{
	ask_of_lists(v);
	if (v->settled != NULL)
		ask_of_settlement(v);
}
