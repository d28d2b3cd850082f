/* sak_tabell.c - the table of quotients, and a forholdsvalg's names, on a terminal. */
#include <string.h>

#include "app/valg/sak_kvotient.h"
#include "app/valg/sak_metode.h"
#include "app/valg/sak_tekst.h"
#include "app/valg/tekst.h"
#include "lib/arena.h"
#include "lib/utf8.h"
#include "rules/valg/oppgjoer.h"

#define COLUMNS 10              /* of quotients side by side */

/* Text at the right or left edge of a column that many letters wide. */
static void put_cell(struct buf *b, const char *text, size_t width, bool right)
{
	const size_t letters = utf8_length(text), pad = width > letters ? width - letters : 0;

	if (!right)
		buf_puts(b, text);
	for (size_t i = 0; i < pad; i++)
		buf_putc(b, ' ');
	if (right)
		buf_puts(b, text);
}

/* "4,5 (3)": the quotient, and which seat it got; the last one is marked. */
static const char *cell(struct sak *s, const struct fordeling *f, size_t list, size_t nr)
{
	const struct fordeling_claim c = fordeling_claim(&f->task, list, nr);
	const size_t rank = fordeling_rank(f, list, nr);
	const char *q;

	if (f->task.votes[list] == 0)
		return "-";
	q = sak_quotient(s->les.mem, c.votes, fordeling_scale(f->task.method), c.divisor);
	if (rank == 0)
		return q;
	return arena_printf(s->les.mem, "%s (%zu%s)", q, rank,
	                    rank == f->task.seats ? ", siste" : "");
}

static size_t widest(struct sak *s, const struct fordeling *f, size_t list_from, size_t nr)
{
	size_t width = 6;

	for (size_t i = list_from; i < f->task.n_list; i++) {
		const size_t n = utf8_length(cell(s, f, i, nr));

		width = n > width ? n : width;
	}
	return width + 2;
}

static void put_block(struct sak *s, struct buf *b, const struct valg_list *list,
                      const struct fordeling *f, size_t from, size_t to)
{
	size_t name = 6, width[COLUMNS];

	for (size_t i = 0; i < f->task.n_list; i++)
		name = utf8_length(list[i].name) > name ? utf8_length(list[i].name) : name;
	put_cell(b, "  Liste", name + 4, false);
	put_cell(b, "Stemmer", 13, true);
	for (size_t nr = from; nr < to; nr++) {
		const int64_t scale = fordeling_scale(f->task.method);

		width[nr - from] = widest(s, f, 0, nr);
		put_cell(b, arena_printf(s->les.mem, ": %s", sak_quotient(s->les.mem,
			fordeling_divisor(f->task.method, nr), 1, scale)), width[nr - from], true);
	}
	buf_puts(b, "\n");
	for (size_t i = 0; i < f->task.n_list; i++) {
		put_cell(b, arena_printf(s->les.mem, "  %s", list[i].name), name + 4, false);
		put_cell(b, arena_printf(s->les.mem, "%lld", (long long)f->task.votes[i]), 13,
		         true);
		for (size_t nr = from; nr < to; nr++)
			put_cell(b, cell(s, f, i, nr), width[nr - from], true);
		buf_puts(b, "\n");
	}
}

void sak_tell_seats(struct sak *s, struct buf *b, const struct valg_list *list,
                    const struct fordeling *f)
{
	const size_t rows = fordeling_rows(f);

	if (f->state == FORDELING_NO_VOTES) {
		buf_puts(b, "  Ingen liste fikk stemmer. Det må stemmes på nytt.\n");
		return;
	}
	buf_puts(b, "Kvotienter; i parentes hvilken plass de ga\n");
	for (size_t from = 1; from <= rows; from += COLUMNS) {
		const size_t to = from + COLUMNS;

		put_block(s, b, list, f, from, to <= rows ? to : rows + 1);
	}
	buf_puts(b, "Plasser\n");
	for (size_t i = 0; i < f->task.n_list; i++)
		buf_printf(b, "  %s: %zu\n", list[i].name, f->seats[i]);
	if (f->state == FORDELING_LOT)
		buf_printf(b, "Lodd må trekkes mellom %s om %zu %s.\n",
		           valg_among_text(s->les.mem, LANG_NB, &(struct valg_body){ .list = list,
			.n_list = f->task.n_list }, f), f->to_draw,
		           f->to_draw == 1 ? "plass" : "plasser");
}

/* ---- names ---- */

static void put_names(struct sak *s, struct buf *b, const struct valg_list *list,
                      const char *what, const struct kjoenn_set *set)
{
	buf_printf(b, "  %s:", what);
	for (size_t i = 0; i < set->n; i++)
		buf_printf(b, "%s %s", i > 0 ? "," : "", list->candidate[set->place[i]].name);
	buf_puts(b, set->n == 0 ? " ingen\n" : "\n");
	for (size_t i = 0; i < set->n_move; i++)
		buf_printf(b, "    %s\n", valg_move_text(s->les.mem, LANG_NB, list, &set->move[i]));
}

void sak_forholdsvalg_tell(struct sak *s, struct buf *b)
{
	const struct oppgjoer *o = s->done;

	sak_tell_seats(s, b, o->body.list, &o->seats);
	for (size_t i = 0; i < o->body.n_list && o->state == OPPGJOER_SETTLED; i++) {
		const struct oppgjoer_list *l = &o->list[i];

		if (!l->has_names)
			continue;
		buf_printf(b, "%s\n", o->body.list[i].name);
		put_names(s, b, &o->body.list[i], "Valgt", &l->member);
		put_names(s, b, &o->body.list[i], "Vara", &l->deputy);
	}
	for (size_t i = 0; i < o->n_flag; i++)
		buf_printf(b, "Merk: %s\n", valg_cited(s->les.mem, LANG_NB,
		                                       valg_flag_text(s->les.mem,
			LANG_NB, &o->body, &o->flag[i]), valg_flag_rule(&o->flag[i])));
}
