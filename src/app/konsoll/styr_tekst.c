/* styr_tekst.c - the acts that take more than a press: moves, hands, texts, a new question. */
#include "app/konsoll/styr.h"

#include <stdlib.h>
#include <string.h>

#include "app/lerret/lerret.h"
#include "app/samling/samling.h"
#include "lib/arena.h"
#include "lib/utf8.h"
#include "live/live.h"
#include "web/text.h"

#define QUESTION_MAX 300
#define TITLE_MAX 120
#define IMPROVISED_MINUTES 5

/* ---- the plan ---- */

static enum outcome step(struct req *r, const struct scene *sc, const char *arg, bool up)
{
	int64_t id = strtoll(arg, NULL, 10);

	for (size_t i = 0; i < sc->s->n_item; i++) {
		const struct item *item = &sc->s->item[i];

		if (item->id == id)
			return samling_item_move(r, (struct item_seen){ id, item->day,
			                                                item->place }, up);
	}
	return OUTCOME_NOT_FOUND;
}

enum outcome styr_up(struct req *r, const struct scene *sc, const char *arg)
{
	return step(r, sc, arg, true);
}

enum outcome styr_down(struct req *r, const struct scene *sc, const char *arg)
{
	return step(r, sc, arg, false);
}

/* ---- hands in the hall ---- */

static enum outcome hands_now(struct req *r, int64_t round, const char *value, int64_t *n)
{
	struct rows rows;
	enum outcome went = RUN(r->store, r->mem, &rows, hender_i_runde, .runde = v_int(round));

	*n = 0;
	for (size_t i = 0; went == OUTCOME_OK && i < rows.n; i++)
		if (strcmp(row_text(&rows.row[i], hender_i_runde__verdi), value) == 0)
			*n = row_int(&rows.row[i], hender_i_runde__antall);
	return went;
}

/* A step, not a number: the same turn reads and writes it, so that two leaders who count
 * each their half of the hall lose no hand. */
enum outcome styr_hand(struct req *r, const struct scene *sc, const char *arg)
{
	const char *gap = strrchr(arg, ' ');
	const char *value;
	int64_t n;
	enum outcome went;

	if (gap == NULL || sc->round == NULL)
		return OUTCOME_NOT_FOUND;
	value = arena_strndup(r->mem, arg, (size_t)(gap - arg));
	went = hands_now(r, sc->round->id, value, &n);
	n += strcmp(gap, " -1") == 0 ? -1 : 1;
	return went == OUTCOME_OK && n >= 0 ?
	       answer_hands(r, sc->a, sc->round->id, value, n) : went;
}

/* All the numbers, before one of them is written: a form is taken whole or not at all. */
static bool numbers_of(struct req *r, const struct form_entry *hands, long *n)
{
	for (size_t i = 0; i < hands->n_many; i++) {
		char *end;

		n[i] = strtol(hands->many[i], &end, 10);
		if (*end != '\0' || n[i] < 0)
			form_reject(&r->form, NULL, N_("Skriv et helt tall."));
		else if (n[i] > HANDS_MAX)
			form_reject(&r->form, NULL, N_("Tallet er for stort eller for lite."));
	}
	return !r->form.bad;
}

enum outcome styr_hands(struct req *r, const struct scene *sc, const char *arg)
{
	const struct form_entry *hands = form_entry(&r->form, "hender");
	const char *value, *label;
	long n[FORM_MANY_MAX];
	enum outcome went = OUTCOME_OK;

	(void)arg;
	if (sc->round == NULL || sc->a->kind->choice == NULL)
		return OUTCOME_NOT_FOUND;
	if (!numbers_of(r, hands, n))
		return OUTCOME_INVALID;
	for (size_t i = 0; i < hands->n_many && went == OUTCOME_OK; i++) {
		int64_t before;

		if (!sc->a->kind->choice(sc->a, sc->round->stage, i, &value, &label))
			return OUTCOME_NOT_FOUND;
		went = hands_now(r, sc->round->id, value, &before);
		if (went == OUTCOME_OK && before != n[i])
			went = answer_hands(r, sc->a, sc->round->id, value, n[i]);
	}
	return went;
}

/* ---- what people wrote ---- */

static enum outcome judge(struct req *r, const struct scene *sc, const char *arg,
                          enum verdict verdict)
{
	if (sc->a == NULL || !sc->a->kind->texts || *arg == '\0')
		return OUTCOME_NOT_FOUND;
	return text_judge(r, sc->a, arg, verdict);
}

enum outcome styr_text_show(struct req *r, const struct scene *sc, const char *arg)
{
	return judge(r, sc, arg, VERDICT_APPROVED);
}

enum outcome styr_text_hide(struct req *r, const struct scene *sc, const char *arg)
{
	return judge(r, sc, arg, VERDICT_HIDDEN);
}

/* ---- what was decided ---- */

enum outcome styr_conclusion(struct req *r, const struct scene *sc, const char *arg)
{
	int64_t id = form_int(&r->form, "sett");
	enum outcome went = RUN(r->store, r->mem, NULL, konsoll_konklusjon, .id = v_int(id),
	                        .samling = v_int(sc->s->id),
	                        .konklusjon = v_text(form_text(&r->form, "tekst")));

	(void)arg;
	if (went == OUTCOME_OK && store_changed(r->store) == 0)
		return OUTCOME_NOT_FOUND;
	for (size_t i = 0; went == OUTCOME_OK && i < sc->s->n_item; i++)
		if (sc->s->item[i].id == id)
			went = samling_note(r, "konklusjon", sc->s->item[i].title);
	return went == OUTCOME_OK ? samling_changed(r, VIEW_BIT(VIEW_CONSOLE)) : went;
}

/* ---- what nobody had planned ---- */

/* What can be asked without preparation: a word of the console's, the kind it is asked as,
 * and for a puls what it is about.  Only yes or no has a question of the leader's own. */
static const struct improvised {
	const char *name, *kind, *about;
	bool needs_text, takes_text;
} improvised[] = {
	{ "ordsky",      "ordsky", NULL,          true,  true },
	{ "aapent",      "aapent", NULL,          true,  true },
	{ "janei",       "puls",   "janei",       false, true },
	{ "tempo",       "puls",   "tempo",       false, false },
	{ "forstaaelse", "puls",   "forstaaelse", false, false },
};

static const struct improvised *improvised_find(const char *name)
{
	for (size_t i = 0; i < sizeof improvised / sizeof improvised[0]; i++)
		if (strcmp(improvised[i].name, name) == 0)
			return &improvised[i];
	return NULL;
}

/* As JSON text, and *asked: the question, in the samling's language when it is ours. */
static const char *config_of(struct req *r, const struct scene *sc, const struct improvised *im,
                             const char *text, const char **asked)
{
	const struct kind *kind = kind_find(im->kind);
	const char *where, *error;
	json_t *in = json_pack("{s:s}", "spoersmaal", text), *config;
	size_t n;
	char *out;

	if (im->about != NULL)
		json_object_set_new(in, "om", json_string(im->about));
	config = kind_setup(kind, in, &where, &error);
	json_decref(in);
	if (config == NULL)
		return NULL;
	n = json_dumpb(config, NULL, 0, JSON_COMPACT);
	out = arena_get(r->mem, n + 1);
	json_dumpb(config, out, n, JSON_COMPACT);
	if (kind->words != NULL)
		kind->words(config, sc->s->lang);
	*asked = arena_strdup(r->mem, kind->question(config, 0));
	json_decref(config);
	return out;
}

/* An agenda's line is shorter than a question may be. */
static const char *title_of(struct arena *mem, const char *text)
{
	const char *p = text, *end = text;

	for (int letters = 0; letters < TITLE_MAX - 1 && *p != '\0'; letters++) {
		end = p;
		utf8_next(&p);
	}
	return *p == '\0' ? text : arena_printf(mem, "%.*s…", (int)(end - text), text);
}

static enum outcome open_first(struct req *r, int64_t id)
{
	struct activity *a = arena_get(r->mem, sizeof *a);
	enum outcome went = activity_read(r->store, r->mem, id, a);

	return went == OUTCOME_OK ? round_open(r, a, 0, 1) : went;
}

/* A msgid; NULL: it can be asked. */
static const char *wrong_with(const struct scene *sc, const struct improvised *im,
                              const char *text)
{
	if (im->needs_text && *text == '\0')
		return N_("Skriv spørsmålet først.");
	if (strchr(text, '\n') != NULL || utf8_length(text) > QUESTION_MAX)
		return N_("Skriv spørsmålet på én linje, med høyst 300 tegn.");
	if (sc->now == NULL && !wall_day_over(sc->s))
		return N_("Start programmet først.");
	return NULL;
}

enum outcome styr_improvise(struct req *r, const struct scene *sc, const char *arg)
{
	const struct improvised *im = improvised_find(arg);
	const char *text, *wrong, *asked;
	struct fil_item item = { .anchor = -1, .track = "", .responsible = "", .note = "",
	                         .minutes = IMPROVISED_MINUTES, .level = LEVEL_ANONYMOUS };
	int64_t id;
	enum outcome went;

	if (im == NULL)
		return OUTCOME_NOT_FOUND;
	text = im->takes_text ? form_text(&r->form, "tekst") : "";
	wrong = wrong_with(sc, im, text);
	if (wrong != NULL) {
		form_reject(&r->form, "tekst", wrong);
		return OUTCOME_INVALID;
	}
	item.kind = im->kind;
	item.show = kind_find(im->kind)->texts ? SHOW_LIVE : SHOW_HIDDEN;
	item.config = config_of(r, sc, im, text, &asked);
	if (item.config == NULL) {
		form_reject(&r->form, "tekst", N_("Skriv spørsmålet først."));
		return OUTCOME_INVALID;
	}
	item.title = title_of(r->mem, asked);
	went = samling_item_add(r, &item, sc->s->today, sc->now != NULL ? sc->now->id : 0, &id);
	if (went == OUTCOME_OK)
		went = styr_go(r, sc, id);
	return went == OUTCOME_OK ? open_first(r, id) : went;
}
