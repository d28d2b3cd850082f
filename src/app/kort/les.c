/* les.c - the cards of an item, and which of them may be the same. */
#include <stdlib.h>
#include <string.h>

#include "app/kort/kort.h"
#include "lib/arena.h"
#include "lib/utf8.h"
#include "rules/kort.h"

#define CHAIN_MOST 1000                 /* cards merged into cards merged ...     */

bool card_shown(const struct card *k)
{
	return k->into == NULL && k->status != CARD_HIDDEN && !k->held && k->label[0] != '\0';
}

const struct card *cards_find(const struct cards *c, int64_t id)
{
	size_t lo = 0, hi = c != NULL ? c->n : 0;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (c->card[mid].id == id)
			return &c->card[mid];
		if (c->card[mid].id < id)
			lo = mid + 1;
		else
			hi = mid;
	}
	return NULL;
}

static struct card card_of(struct arena *mem, const struct row *row)
{
	struct card k = {
		.id = row_int(row, kort_i_punkt__id), .punkt = row_int(row, kort_i_punkt__punkt),
		.text = row_text(row, kort_i_punkt__tekst),
		.wording = row_text(row, kort_i_punkt__ordlyd),
		.side = (enum role)row_int(row, kort_i_punkt__side),
		.group = row_int(row, kort_i_punkt__gruppe),
		.merged = (int)row_int(row, kort_i_punkt__trinn),
		.status = (enum card_status)row_int(row, kort_i_punkt__status),
		.had_dots = row_int(row, kort_i_punkt__talt) != 0,
	};

	k.value = arena_printf(mem, "%lld", (long long)k.id);
	k.label = k.wording[0] != '\0' ? k.wording : k.text;
	return k;
}

static void add_grades(struct arena *mem, struct card *k, const char *const grades[3])
{
	for (int i = 0; i < 3; i++) {
		k->grade[i].value = arena_printf(mem, "%s%c", k->value, "bld"[i]);
		k->grade[i].label = arena_printf(mem, "%s: %s", k->label, grades[i]);
	}
}

static void link_cards(struct cards *c, const struct rows *rows)
{
	for (size_t i = 0; i < c->n; i++)
		c->card[i].into = cards_find(c, row_int(&rows->row[i], kort_i_punkt__hode));
	for (size_t i = 0; i < c->n; i++) {
		const struct card *head = &c->card[i];

		for (int n = 0; head->into != NULL && n < CHAIN_MOST; n++)
			head = head->into;
		c->card[i].head = head;
		c->card[head - c->card].n_originals++;
	}
}

bool card_is(const char *line, const char *card)
{
	size_t n = strlen(line), f = strlen(card);

	return n >= f && strcmp(line + n - f, card) == 0 &&
	       (n == f || (n > f + 2 && memcmp(line + n - f - 2, ": ", 2) == 0));
}

static bool held_back(struct arena *mem, const struct rows *held, const struct card *k)
{
	const char *fold = NULL;

	for (size_t i = 0; i < held->n; i++) {
		if (row_int(&held->row[i], kort_holdt_tilbake__punkt) != k->punkt)
			continue;
		if (fold == NULL)
			fold = utf8_fold(mem, k->text);
		if (card_is(row_text(&held->row[i], kort_holdt_tilbake__tekst), fold))
			return true;
	}
	return false;
}

static void sort_out(struct arena *mem, struct cards *c)
{
	c->shown = arena_array(mem, c->n, sizeof *c->shown);
	c->choice = arena_array(mem, c->n, sizeof *c->choice);
	for (size_t i = 0; i < c->n; i++) {
		if (!card_shown(&c->card[i]))
			continue;
		c->shown[c->n_shown++] = c->choice[c->n_choice++] = &c->card[i];
		c->n_adopted += c->card[i].status == CARD_ADOPTED;
	}
	for (size_t i = 0; i < c->n; i++)
		if (!card_shown(&c->card[i]) && c->card[i].had_dots)
			c->choice[c->n_choice++] = &c->card[i];
}

_Static_assert((int)kort_i_punkt__id == (int)kort_vedtatt__id &&
               (int)kort_i_punkt__talt == (int)kort_vedtatt__talt,
               "the two queries have the same columns");

enum outcome cards_read(struct store *st, struct arena *mem, int64_t punkt, bool two_lists,
                        const char *const grades[3], const struct cards **out)
{
	bool earlier = grades != NULL;
	struct cards *c = arena_get(mem, sizeof *c);
	struct rows rows, held = { 0 };
	enum outcome went = earlier ?
		RUN(st, mem, &rows, kort_vedtatt, .punkt = v_int(punkt)) :
		RUN(st, mem, &rows, kort_i_punkt, .punkt = v_int(punkt));

	*out = c;
	if (went == OUTCOME_OK && rows.n > 0)
		went = RUN(st, mem, &held, kort_holdt_tilbake, .punkt = v_int(punkt));
	if (went != OUTCOME_OK)
		return went;
	c->earlier = earlier;
	c->two_lists = two_lists;
	c->n = rows.n;
	c->card = arena_array(mem, rows.n, sizeof *c->card);
	for (size_t i = 0; i < rows.n; i++) {
		c->card[i] = card_of(mem, &rows.row[i]);
		c->card[i].held = held_back(mem, &held, &c->card[i]);
		if (!two_lists)
			c->card[i].side = ROLE_FOLKEVALGT;
		if (earlier)
			add_grades(mem, &c->card[i], grades);
	}
	link_cards(c, &rows);
	sort_out(mem, c);
	return OUTCOME_OK;
}

/* Somebody has said that a card of one is not a card of the other. */
static bool said_no(const struct cards *c, const struct rows *no, const struct card *a,
                    const struct card *b)
{
	for (size_t i = 0; i < no->n; i++) {
		const struct card *x = cards_find(c, row_int(&no->row[i], kortpar_i_punkt__a));
		const struct card *y = cards_find(c, row_int(&no->row[i], kortpar_i_punkt__b));

		if (x != NULL && y != NULL && ((x->head == a && y->head == b) ||
		                               (x->head == b && y->head == a)))
			return true;
	}
	return false;
}

size_t cards_alike(struct store *st, struct arena *mem, int64_t punkt, const struct cards *c,
                   struct card_pair **out, enum outcome *went)
{
	struct kort_text *text = arena_array(mem, c->n_shown, sizeof *text);
	struct kort_pair *pair;
	struct rows no;
	size_t n_pair, n = 0;

	*went = RUN(st, mem, &no, kortpar_i_punkt, .punkt = v_int(punkt));
	if (*went != OUTCOME_OK)
		return 0;
	for (size_t i = 0; i < c->n_shown; i++)
		text[i] = (struct kort_text){ c->shown[i]->label, (int)c->shown[i]->side };
	n_pair = kort_pairs(mem, text, c->n_shown, &pair);
	*out = arena_array(mem, n_pair, sizeof **out);
	for (size_t i = 0; i < n_pair; i++) {
		const struct card *a = c->shown[pair[i].a], *b = c->shown[pair[i].b];

		if (!said_no(c, &no, a, b))
			(*out)[n++] = (struct card_pair){ a, b };
	}
	return n;
}

const struct card *cards_merged_last(const struct cards *c)
{
	const struct card *last = NULL;

	for (size_t i = 0; i < c->n; i++)
		if (c->card[i].into != NULL &&
		    (last == NULL || c->card[i].merged > last->merged))
			last = &c->card[i];
	return last;
}
