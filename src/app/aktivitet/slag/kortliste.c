/* kortliste.c - the lists of cards, and how they are set on the wall. */
#include <stdlib.h>
#include <string.h>

#include "app/aktivitet/slag/felles.h"
#include "app/aktivitet/slag/kortslag.h"
#include "app/aktivitet/slag/slag.h"
#include "lib/arena.h"
#include "lib/utf8.h"
#include "web/text.h"

bool cards_two_lists(const struct activity *a)
{
	return a->kind == &kind_forventninger;
}

const char *cards_prefix(const json_t *config, enum role side)
{
	const char *said = config_text(config, side == ROLE_ADMINISTRASJON ? "_1" : "_0");

	if (said[0] != '\0')
		return said;
	return side == ROLE_ADMINISTRASJON ? N_("Til de folkevalgte") :
	       N_("Til administrasjonen");
}

/* In either language: the samling's may have been changed since. */
const char *cards_without_prefix(const char *text, enum role *side)
{
	static const struct { const char *said; enum role side; } lists[] = {
		{ N_("Til administrasjonen"), ROLE_FOLKEVALGT },
		{ N_("Til de folkevalgte"), ROLE_ADMINISTRASJON },
	};

	*side = ROLE_FOLKEVALGT;
	for (size_t i = 0; i < 2; i++)
		for (enum lang lang = 0; lang < LANG__MAX; lang++) {
			const char *said = tr(lang, lists[i].said);
			size_t n = strlen(said);

			if (strncmp(text, said, n) == 0 && strncmp(text + n, ": ", 2) == 0) {
				*side = lists[i].side;
				return text + n + 2;
			}
		}
	return text;
}

/* ---- rows ---- */

static const struct tally_line *line_of(const struct tally *t, const char *value)
{
	for (size_t i = 0; t != NULL && i < t->n_choice; i++)
		if (strcmp(t->line[i].value, value) == 0)
			return &t->line[i];
	return NULL;
}

static enum card_stage stage_of(const struct drawing *d)
{
	return card_stage(d->a->config, d->round != NULL ? d->round->stage : 0);
}

static struct card_row row_of(const struct drawing *d, const struct card *k, size_t place)
{
	struct card_row row = {
		.label = k->label, .value = k->value, .card = k, .place = place,
	};

	if (d->round == NULL || d->tally == NULL)
		return row;
	if (stage_of(d) == CARD_STAGE_DOTS)
		row.line = line_of(d->tally, k->value);
	for (int i = 0; stage_of(d) == CARD_STAGE_GRADES && i < 3; i++) {
		const struct tally_line *l = line_of(d->tally, k->grade[i].value);

		row.grade[i] = l != NULL ? l->count : 0;
	}
	return row;
}

/* Those with most dots first; of equally many the one written first. */
static int most_first(const void *x, const void *y)
{
	const struct card_row *a = x, *b = y;
	int64_t na = a->line != NULL ? a->line->count : 0;
	int64_t nb = b->line != NULL ? b->line->count : 0;

	if (na != nb)
		return na < nb ? 1 : -1;
	return a->place < b->place ? -1 : a->place > b->place;
}

struct card_list cards_list(struct arena *mem, const struct drawing *d, enum role side,
                            bool adopted)
{
	const struct cards *c = d->a->state;
	bool two = cards_two_lists(d->a);
	struct card_list list = { 0 };

	if (c == NULL || (!two && side != ROLE_FOLKEVALGT))
		return list;
	list.row = arena_array(mem, c->n_shown, sizeof *list.row);
	for (size_t i = 0; i < c->n_shown; i++) {
		const struct card *k = c->shown[i];

		if (two && (k->side == ROLE_ADMINISTRASJON) != (side == ROLE_ADMINISTRASJON))
			continue;
		if (adopted && k->status != CARD_ADOPTED)
			continue;
		list.row[list.n] = row_of(d, k, list.n);
		list.n++;
	}
	qsort(list.row, list.n, sizeof *list.row, most_first);
	return list;
}

struct card_list cards_of_choices(struct arena *mem, const struct drawing *d)
{
	const struct cards *c = d->a->state;
	const char *value, *label;
	struct card_list list = { 0 };
	size_t n = 0;

	while (d->a->kind->choice(d->a, 0, n, &value, &label))
		n++;
	list.row = arena_array(mem, n, sizeof *list.row);
	for (; list.n < n; list.n++) {
		d->a->kind->choice(d->a, 0, list.n, &value, &label);
		list.row[list.n] = (struct card_row){
			.label = label, .value = value, .line = line_of(d->tally, value),
			.place = list.n,
			.card = c != NULL && list.n < c->n_shown ? c->shown[list.n] : NULL,
		};
	}
	qsort(list.row, list.n, sizeof *list.row, most_first);
	return list;
}

struct card_list cards_to_choose(struct arena *mem, const struct drawing *d, enum role side)
{
	const struct drawing bare = { .a = d->a, .round = d->round };

	if (d->a->kind == &kind_prikker)
		return side == ROLE_FOLKEVALGT ? cards_of_choices(mem, &bare) :
		       (struct card_list){ 0 };
	return cards_list(mem, &bare, side, false);
}

const char *card_original(const struct drawing *d, const struct card *k, size_t i)
{
	const struct cards *c = d->a->state;

	for (size_t n = 0; n < c->n; n++) {
		const struct card *one = &c->card[n];

		if (one->head != k || one->status == CARD_HIDDEN || one->held ||
		    (one == k && k->wording[0] == '\0'))
			continue;
		if (i-- == 0)
			return one->text;
	}
	return NULL;
}

/* ---- the wall ---- */

static bool open_now(const struct drawing *d)
{
	return d->round != NULL && d->round->phase == ROUND_OPEN;
}

enum card_face cards_face(const struct drawing *d)
{
	struct card_step at = card_step(d->a);

	if (config_flag(d->a->config, "oppfoelging"))
		return FACE_GRADES;
	if (at.adopted && !open_now(d))
		return FACE_ADOPTED;
	if (d->round == NULL)
		return FACE_CARDS;
	if (stage_of(d) == CARD_STAGE_WRITE)
		return at.handled < d->a->n_round || open_now(d) ? FACE_WRITE : FACE_CARDS;
	return d->tally != NULL ? FACE_DOTS : FACE_CARDS;
}

/* A way to set cards on the wall (classes kort-0 ..): so many columns, so many letters on a
 * line of one, and tenths of a rem a line and the frame of a card are high.  Two lists have
 * one column each. */
static const struct setting {
	size_t columns, letters, two, line, frame;
} settings[] = {
	{ 1, 31, 12, 46, 22 }, { 1, 37, 15, 39, 22 }, { 1, 46, 20, 32, 22 },
	{ 2, 24, 24, 28, 22 }, { 2, 29, 29, 23, 22 }, { 3, 22, 34, 20, 22 },
	{ 3, 28, 47, 16, 22 },
};
#define HEIGHT 365              /* tenths of a rem: what the wall has for the cards, */
#define HEADING_MORE 45         /* less when the heading above is more than a line   */
#define HEADING_LINE 38         /* letters of it on one                              */
#define LIST_NAME 35            /* above each of two lists                           */
#define N_SETTING (sizeof settings / sizeof *settings)

/* From this row on, the first that is not on the same page; grades stand on a line of their
 * own. */
struct room { size_t height; bool two, grades; };

static size_t page_end(const struct card_list *list, size_t from, const struct setting *s,
                       const struct room *r)
{
	size_t columns = r->two ? 1 : s->columns, column = 0, used = 0, i = from;

	for (; i < list->n; i++) {
		size_t letters = r->two ? s->two : s->letters;
		size_t lines = wall_lines(list->row[i].label, letters) + r->grades;
		size_t high = lines * s->line + s->frame;

		if (used > 0 && used + high > r->height) {
			used = 0;
			column++;
		}
		if (column == columns)
			break;
		used += high;
	}
	return i;
}

static size_t count_pages(const struct card_list *list, const struct setting *s,
                          const struct room *r)
{
	size_t pages = 0;

	for (size_t from = 0; from < list->n; pages++)
		from = page_end(list, from, s, r);
	return pages;
}

static struct room room_of(const struct drawing *d, size_t n_list, enum card_face face)
{
	const char *asked = d->round != NULL ? d->a->kind->question(d->a->config,
	                                                            d->round->stage) : NULL;
	struct room r = { HEIGHT, n_list > 1, face == FACE_GRADES };

	if (utf8_length(asked != NULL ? asked : d->a->title) > HEADING_LINE)
		r.height -= HEADING_MORE;
	r.height -= r.two ? LIST_NAME : 0;
	return r;
}

struct card_page cards_fit(const struct drawing *d, const struct card_list *list,
                           size_t n_list, size_t page, enum card_face face)
{
	const struct room room = room_of(d, n_list, face);
	struct card_page out = { .pages = 2 };

	for (out.setting = -1; out.pages > 1 && out.setting < (int)N_SETTING - 1;) {
		out.setting++;
		out.pages = 1;
		for (size_t l = 0; l < n_list; l++) {
			size_t n = count_pages(&list[l], &settings[out.setting], &room);

			out.pages = n > out.pages ? n : out.pages;
		}
	}
	out.page = page < out.pages ? page : out.pages - 1;
	for (size_t l = 0; l < n_list; l++)
		for (size_t p = 0; p <= out.page; p++) {
			out.cut[l].from = out.cut[l].to;
			out.cut[l].to = page_end(&list[l], out.cut[l].from,
			                         &settings[out.setting], &room);
		}
	return out;
}

size_t cards_pages(struct arena *mem, const struct drawing *d)
{
	enum card_face face = cards_face(d);
	bool adopted = face == FACE_ADOPTED;
	const struct card_list list[2] = { cards_list(mem, d, ROLE_FOLKEVALGT, adopted),
	                                   cards_list(mem, d, ROLE_ADMINISTRASJON, adopted) };

	return face == FACE_WRITE ? 1 :
	       cards_fit(d, list, cards_two_lists(d->a) ? 2 : 1, 0, face).pages;
}
