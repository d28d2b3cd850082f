/* csv.c - the results as a spreadsheet reads them; doc/rapport.md names the columns. */
#include <string.h>

#include "app/aktivitet/slag/valg.h"
#include "app/rapport/innhold.h"
#include "lib/arena.h"
#include "lib/buf.h"
#include "rules/ord/ordsky.h"

#define BOM "\xEF\xBB\xBF"

/* A text that begins like a formula is run by a spreadsheet, whatever quotes it has; the
 * apostrophe makes it text.  Full-width forms of the signs count as the signs. */
static bool like_formula(const char *text)
{
	static const char *const wide[] = { "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D",
	                                    "\xEF\xBC\xA0" };

	if (text[0] != '\0' && strchr("=+-@\t\r\n", text[0]) != NULL)
		return true;
	for (size_t i = 0; i < sizeof wide / sizeof wide[0]; i++)
		if (strncmp(text, wide[i], strlen(wide[i])) == 0)
			return true;
	return false;
}

static void text_in(struct buf *b, const char *text)
{
	buf_putc(b, '"');
	if (like_formula(text + strspn(text, " ")))
		buf_putc(b, '\'');
	for (; *text != '\0'; text++) {
		if (*text == '"')
			buf_putc(b, '"');
		buf_putc(b, *text);
	}
	buf_putc(b, '"');
}

static void cell_text(struct buf *b, const char *text)
{
	text_in(b, text);
	buf_putc(b, ';');
}

/* The spellings of a word that came together, as they were written. */
static const char *written(struct arena *mem, const struct ordsky_word *w)
{
	struct buf b = buf_in(mem);

	buf_puts(&b, "");
	for (size_t i = 0; i < w->n_form; i++)
		buf_printf(&b, "%s%s (%lld)", i > 0 ? ", " : "", w->form[i].label,
		           (long long)w->form[i].count);
	return b.p;
}

static void item_in(struct buf *b, const struct report_item *it)
{
	buf_printf(b, "%d;", it->item->day);
	cell_text(b, it->item->title);
	cell_text(b, it->item->kind);
}

static void line(struct buf *b, const struct report_item *it, const struct report_round *rr,
                 size_t n)
{
	const struct tally_line *l = &rr->tally->line[n];

	item_in(b, it);
	cell_text(b, rr->question != NULL ? rr->question : it->item->title);
	buf_printf(b, "%zu;%d;%lld;", rr->round->stage + 1, rr->round->nr,
	           (long long)rr->people);
	cell_text(b, l->label);
	buf_printf(b, "%lld;", (long long)l->count);
	if (n < rr->tally->n_choice)
		buf_printf(b, "%d", l->percent);
	buf_printf(b, ";%s;", level_name(it->a->level));
	if (l->word != NULL)
		text_in(b, written(b->arena, l->word));
	buf_puts(b, ";svar;;\r\n");
}

static void point(struct buf *b, const struct report_item *it, const struct report_point *p)
{
	item_in(b, it);
	buf_puts(b, ";;;;");
	cell_text(b, p->text);
	buf_printf(b, ";;gruppe;;gruppepunkt;%d;\r\n", p->group);
}

static void card(struct buf *b, const struct report_item *it, const struct report_card *c)
{
	struct buf from = buf_in(b->arena);

	item_in(b, it);
	buf_puts(b, ";;;;");
	cell_text(b, c->text);
	buf_puts(b, ";;;");
	for (size_t i = 0; i < c->n_original; i++)
		buf_printf(&from, "%s%s", i > 0 ? ", " : "", c->original[i]);
	if (c->n_original > 0)
		text_in(b, from.p);
	buf_printf(b, ";%s;%s;\r\n", c->adopted ? "vedtatt" : "kort",
	           c->two_lists ? role_code(c->side) : "");
}

static void floor_time(struct buf *b, const struct report_item *it, const struct report_floor *f)
{
	item_in(b, it);
	buf_puts(b, ";;;;");
	cell_text(b, role_code(f->role));
	buf_printf(b, "%zu;;;;talerstol;;", f->times);
	if (f->ms >= 0)
		buf_printf(b, "%lld", (long long)((f->ms + 500) / 1000));
	buf_puts(b, "\r\n");
}

/* ---- elections, from what the other file has of them ---- */

static const char *word(const json_t *o, const char *name)
{
	const char *text = json_string_value(name != NULL ? json_object_get(o, name) : o);

	return text != NULL ? text : "";
}

/* `number` below 0: none. */
static void election_line(struct buf *b, const struct report_item *it, size_t round,
                          const char *what, const char *name, json_int_t number,
                          const char *about)
{
	item_in(b, it);
	buf_puts(b, ";;");
	if (round > 0)
		buf_printf(b, "%zu", round);
	buf_puts(b, ";;");
	cell_text(b, name);
	if (number >= 0)
		buf_printf(b, "%lld", (long long)number);
	buf_puts(b, ";;;");
	if (about[0] != '\0')
		text_in(b, about);
	buf_printf(b, ";%s;;\r\n", what);
}

static void names_in(struct buf *b, const struct report_item *it, const char *what,
                     const json_t *names, const char *list)
{
	for (size_t i = 0; i < json_array_size(names); i++)
		election_line(b, it, 0, what, word(json_array_get(names, i), NULL), -1, list);
}

static void votes_in(struct buf *b, const struct report_item *it, const json_t *rounds)
{
	for (size_t r = 0; r < json_array_size(rounds); r++) {
		const json_t *round = json_array_get(rounds, r), *one;
		size_t i;

		json_array_foreach(json_object_get(round, "stemmer"), i, one)
			election_line(b, it, r + 1, "stemmer", word(one, "navn"),
			              json_integer_value(json_object_get(one, "stemmer")), "");
		election_line(b, it, r + 1, "blanke", "",
		              json_integer_value(json_object_get(round, "blanke")), "");
	}
}

static void election_in(struct buf *b, const struct report_item *it)
{
	json_t *o = election_json(b->arena, it->a);
	const json_t *list;
	const char *key;
	json_t *v;
	size_t i;

	if (o == NULL)
		return;
	votes_in(b, it, json_object_get(o, "avstemninger"));
	names_in(b, it, "lodd", json_object_get(o, "lodd"), "");
	json_object_foreach(json_object_get(o, "tvil"), key, v)
		election_line(b, it, 0, "tvil", word(v, NULL), -1, key);
	json_array_foreach(json_object_get(o, "lister"), i, list) {
		election_line(b, it, 0, "plasser", word(list, "liste"),
		              json_integer_value(json_object_get(list, "plasser")), "");
		names_in(b, it, "medlem", json_object_get(list, "medlemmer"), word(list, "liste"));
		names_in(b, it, "varamedlem", json_object_get(list, "varamedlemmer"),
		         word(list, "liste"));
	}
	if (json_is_string(json_object_get(o, "valgt")))
		election_line(b, it, 0, "valgt", word(o, "valgt"), -1, word(o, "verv"));
	json_decref(o);
}

struct buf report_csv(struct arena *mem, const struct report *rep)
{
	struct buf b = buf_in(mem);

	buf_puts(&b, BOM "dag;punkt;slag;spoersmaal;del;runde;antall_svar;linje;antall;prosent;"
	             "nivaa;skrevet;hva;gruppe;sekunder\r\n");
	for (size_t i = 0; i < rep->s->n_item; i++) {
		const struct report_item *it = &rep->item[i];

		for (size_t k = 0; k < it->n_round; k++) {
			const struct tally *t = it->round[k].tally;

			for (size_t n = 0; t != NULL && n < t->n_line; n++)
				line(&b, it, &it->round[k], n);
		}
		for (size_t k = 0; k < it->n_point; k++)
			point(&b, it, &it->point[k]);
		for (size_t k = 0; k < it->n_card; k++)
			card(&b, it, &it->card[k]);
		for (size_t k = 0; k < it->n_floor; k++)
			floor_time(&b, it, &it->floor[k]);
		if (it->item->started > 0)
			election_in(&b, it);
	}
	return b;
}
