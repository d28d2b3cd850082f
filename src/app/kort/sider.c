/* sider.c - the page on which the leader puts the cards in order, and the posters. */
#include <stdlib.h>
#include <string.h>

#include "app/kort/kort.h"
#include "app/kort/kort.html.h"
#include "app/kort/plakat.html.h"
#include "app/kort/sider.h"
#include "lib/arena.h"
#include "lib/utf8.h"
#include "web/text.h"

char *cards_path(struct arena *mem, const struct activity *a)
{
	return arena_printf(mem, "/samling/%lld/kort/%lld", (long long)a->samling,
	                    (long long)a->id);
}

char *cards_poster_path(struct arena *mem, const struct activity *a)
{
	return arena_printf(mem, "/samling/%lld/plakat/%lld", (long long)a->samling,
	                    (long long)a->id);
}

static bool has_cards(const struct kind *k)
{
	for (const struct kind_act *act = k->acts; act != NULL && act->name != NULL; act++)
		if (act->fn == card_merge)
			return true;
	return false;
}

/* The path's {punkt}: an item of this samling whose kind has cards that leaders work on. */
static enum outcome read_item(struct req *r, struct card_screen *s)
{
	enum outcome went;

	*s = (struct card_screen){ .a = arena_get(r->mem, sizeof *s->a) };
	went = activity_read(r->store, r->mem, page_param_id(r, 1), s->a);
	if (went == OUTCOME_OK && (s->a->samling != r->samling || !has_cards(s->a->kind)))
		return OUTCOME_NOT_FOUND;
	s->c = s->a->state;
	return went == OUTCOME_OK ?
	       samling_read(r->store, r->mem, r->samling, r->who.rights, &s->s) : went;
}

static enum outcome cards_page(struct req *r)
{
	struct out o = out_new(r->mem, r->lang);
	struct card_screen s;
	enum outcome went = read_item(r, &s);

	if (went != OUTCOME_OK)
		return went;
	t_kort_side(&o, r, &s);
	return page_staff(r, trf(r->mem, r->lang, N_("Kortene: %s"), s.a->title), out_html(&o));
}

static bool starts(const char *handling, const char *act, const char **arg)
{
	size_t n = strlen(act);

	*arg = handling + n;
	return strncmp(handling, act, n) == 0;
}

/* "kort_ordlyd 17" takes its text from the form, "kort_inn 17" the card it goes into; the
 * others are acts as on the console. */
static enum outcome do_act(struct req *r, const struct activity *a, const char **message)
{
	const char *handling = form_text(&r->form, "handling"), *arg;

	if (starts(handling, "kort_ordlyd ", &arg))
		return card_word(r, a, strtoll(arg, NULL, 10), form_text(&r->form, "foer"),
		                 form_text(&r->form, "tekst"), message);
	if (starts(handling, "kort_inn ", &arg))
		handling = arena_printf(r->mem, "kort_sammen %lld %s",
		                        (long long)form_int(&r->form, "med"), arg);
	return activity_act(r, a, RIGHT_BIT(RIGHT_LEADER), handling, message);
}

static enum outcome cards_save(struct req *r)
{
	const char *message = NULL;
	struct card_screen s;
	enum outcome went = read_item(r, &s);

	if (went == OUTCOME_OK)
		went = do_act(r, s.a, &message);
	if (went == OUTCOME_INVALID)
		form_reject(&r->form, NULL, message);
	return went == OUTCOME_OK ? page_redirect(r, cards_path(r->mem, s.a)) : went;
}

/* Where the rules stand on the poster, in tenths of a 210th of its width (millimetres on
 * A4); and the sizes that its classes kortplakat-0 .. have. */
#define POSTER_HIGH 2000
#define POSTER_HIGH_TWO 1750    /* under the names of two lists */
#define POSTER_LARGEST_TWO 4
#define POSTER_WIDE 1740
#define POSTER_WIDE_TWO 820
static const size_t sizes[] = { 120, 105, 90, 80, 70, 62, 55, 48, 42, 37 };

/* A letter is some half as wide as it is high, the number and what parts two rules take
 * twice and half its height. */
static size_t poster_height(const struct cards *c, enum role side, size_t size)
{
	size_t wide = c->two_lists ? POSTER_WIDE_TWO : POSTER_WIDE, high = 0;
	size_t letters = (wide - 2 * size) * 100 / (size * 54);

	for (size_t i = 0; i < c->n_shown; i++) {
		const struct card *k = c->shown[i];

		if (k->status == CARD_ADOPTED && k->side == side)
			high += (utf8_length(k->label) / letters + 1) * size * 5 / 4 + size / 2;
	}
	return high;
}

static int poster_size(const struct cards *c)
{
	size_t most = c->two_lists ? POSTER_HIGH_TWO : POSTER_HIGH;
	int size = c->two_lists ? POSTER_LARGEST_TWO : 0;
	int last = (int)(sizeof sizes / sizeof *sizes) - 1;

	while (size < last && (poster_height(c, ROLE_FOLKEVALGT, sizes[size]) > most ||
	                       poster_height(c, ROLE_ADMINISTRASJON, sizes[size]) > most))
		size++;
	return size;
}

static enum outcome poster_page(struct req *r)
{
	struct out o;
	struct card_screen s;
	enum outcome went = read_item(r, &s);

	if (went != OUTCOME_OK)
		return went;
	r->lang = s.s->lang;
	o = out_new(r->mem, r->lang);
	t_kort_plakat(&o, &s, strcmp(form_text(&r->form, "ark"), "a3") == 0,
	              poster_size(s.c));
	return page_html(r, out_html(&o));
}

static const struct field save_fields[] = {
	FIELD_TOKEN, { "handling", FIELD_TEXT, .required = true, .max = 100 },
	{ "tekst", FIELD_TEXT, .max = CARD_LETTERS }, { "foer", FIELD_TEXT, .max = CARD_LETTERS },
	{ "med", FIELD_INT, .min = 1, .max = INT64_MAX }, { 0 }
};
static const struct field page_fields[] = {
	{ "handling", FIELD_TEXT }, { "tekst", FIELD_TEXT }, { 0 }
};
static const struct field poster_fields[] = { { "ark", FIELD_TEXT, .max = 10 }, { 0 } };

#define S "/samling/{samling}"

const struct page kort_pages[] = {
	{ HTTP_GET,  S "/kort/{punkt}",   RIGHT_LEADER,  cards_page, page_fields },
	{ HTTP_POST, S "/kort/{punkt}",   RIGHT_LEADER,  cards_save, save_fields, cards_page },
	{ HTTP_GET,  S "/plakat/{punkt}", RIGHT_CONTACT, poster_page, poster_fields },
	{ 0 }
};
