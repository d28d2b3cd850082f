/* les.c - reads an item with its kind, its config and its rounds. */
#include <string.h>

#include "app/aktivitet/aktivitet.h"
#include "lib/arena.h"
#include "lib/log.h"
#include "web/text.h"

const struct kind *kind_find(const char *name)
{
	for (size_t i = 0; kind_table[i] != NULL; i++)
		if (strcmp(kind_table[i]->name, name) == 0)
			return kind_table[i];
	return NULL;
}

bool kind_follows(const struct kind *k, const struct kind *earlier)
{
	if (earlier == NULL)
		return false;
	return k->follows != NULL ? k->follows(earlier) : k->answers && k == earlier;
}

bool activity_writes(const struct activity *a, size_t stage)
{
	return a->kind->texts && (a->kind->writes == NULL || a->kind->writes(a->config, stage));
}

static void config_gone(void *config)
{
	json_decref(config);
}

/* The config passed kind_setup() when it was stored: not JSON now is our fault. */
static json_t *config_read(struct arena *a, const char *text)
{
	json_t *j = json_loads(text, JSON_REJECT_DUPLICATES, NULL);

	if (!json_is_object(j))
		log_fatal("an item's config is not a JSON object");
	arena_undo(a, config_gone, j);
	return j;
}

static enum outcome read_rounds(struct store *st, struct arena *mem, struct activity *a)
{
	struct rows rows;
	enum outcome went = RUN(st, mem, &rows, runder_i_punkt, .punkt = v_int(a->id));

	if (went != OUTCOME_OK)
		return went;
	a->n_round = rows.n;
	a->round = arena_array(mem, rows.n, sizeof *a->round);
	for (size_t i = 0; i < rows.n; i++) {
		const struct row *row = &rows.row[i];

		a->round[i] = (struct round){
			.id = row_int(row, runder_i_punkt__id),
			.stage = (size_t)row_int(row, runder_i_punkt__del),
			.nr = (int)row_int(row, runder_i_punkt__nr),
			.phase = (enum round_phase)row_int(row, runder_i_punkt__fase),
			.shown = row_int(row, runder_i_punkt__vist) != 0,
			.compared = row_int(row, runder_i_punkt__delt) != 0,
			.ends = row_int(row, runder_i_punkt__slutt),
			.total = row_int(row, runder_i_punkt__total),
			.people = row_int(row, runder_i_punkt__telefoner) +
			          row_int(row, runder_i_punkt__hender),
			.hands = row_int(row, runder_i_punkt__hender),
		};
	}
	a->current = rows.n > 0 ? &a->round[rows.n - 1] : NULL;
	return OUTCOME_OK;
}

static enum outcome read_newest(struct store *st, struct arena *mem, struct activity *a)
{
	struct rows rows;
	const struct row *row;
	enum outcome went = RUN(st, mem, &rows, runde_siste, .punkt = v_int(a->id));

	if (went != OUTCOME_OK || rows.n == 0)
		return went;
	row = &rows.row[0];
	a->n_round = 1;
	a->current = a->round = arena_get(mem, sizeof *a->round);
	*a->round = (struct round){
		.id = row_int(row, runde_siste__id),
		.stage = (size_t)row_int(row, runde_siste__del),
		.nr = (int)row_int(row, runde_siste__nr),
		.phase = (enum round_phase)row_int(row, runde_siste__fase),
		.shown = row_int(row, runde_siste__vist) != 0,
		.ends = row_int(row, runde_siste__slutt),
		.total = row_int(row, runde_siste__total),
	};
	return OUTCOME_OK;
}

static enum outcome read_item(struct store *st, struct arena *mem, int64_t punkt,
                              struct activity *a)
{
	struct rows rows;
	const struct row *p;
	enum outcome went = RUN(st, mem, &rows, punkt_aktivitet, .punkt = v_int(punkt));

	if (went != OUTCOME_OK)
		return went;
	if (rows.n == 0)
		return OUTCOME_NOT_FOUND;
	p = &rows.row[0];
	*a = (struct activity){
		.id = punkt,
		.samling = row_int(p, punkt_aktivitet__samling),
		.kind = kind_find(row_text(p, punkt_aktivitet__slag)),
		.title = row_text(p, punkt_aktivitet__tittel),
		.level = (enum level)row_int(p, punkt_aktivitet__nivaa),
		.show = (enum show)row_int(p, punkt_aktivitet__vis),
		.hold = row_int(p, punkt_aktivitet__hold) != 0,
		.countdown = (int)row_int(p, punkt_aktivitet__nedtelling),
		.conclusion = row_text(p, punkt_aktivitet__konklusjon),
		.config = config_read(mem, row_text(p, punkt_aktivitet__oppsett)),
		.stages = 1,
		.about = row_int(p, punkt_aktivitet__gjelder),
		.step = (int)row_int(p, punkt_aktivitet__steg),
		.ends = row_int(p, punkt_aktivitet__slutt),
		.total = row_int(p, punkt_aktivitet__total),
	};
	if (a->kind == NULL)
		log_fatal("an item is of a kind that the program does not have");
	if (a->kind->confidential)
		a->show = SHOW_HIDDEN;
	if (a->kind->words != NULL)
		a->kind->words(a->config, lang_from(row_text(p, punkt_aktivitet__maalform),
		                                    LANG_NB));
	if (a->kind->stages != NULL)
		a->stages = a->kind->stages(a->config);
	if (a->kind->first_again != NULL)
		a->first_again = a->kind->first_again(a->config);
	return OUTCOME_OK;
}

static enum outcome load(struct store *st, struct arena *mem, struct activity *a)
{
	return a->kind->load != NULL ? a->kind->load(st, mem, a) : OUTCOME_OK;
}

enum outcome activity_read(struct store *st, struct arena *mem, int64_t punkt,
                           struct activity *a)
{
	enum outcome went = read_item(st, mem, punkt, a);

	if (went == OUTCOME_OK)
		went = read_rounds(st, mem, a);
	return went == OUTCOME_OK ? load(st, mem, a) : went;
}

enum outcome activity_read_short(struct store *st, struct arena *mem, int64_t punkt,
                                 struct activity *a)
{
	enum outcome went = read_item(st, mem, punkt, a);

	if (went == OUTCOME_OK)
		went = read_newest(st, mem, a);
	return went == OUTCOME_OK ? load(st, mem, a) : went;
}

const struct round *round_before(const struct activity *a, const struct round *r)
{
	const struct round *before = NULL;

	for (size_t i = 0; i < a->n_round; i++)
		if (a->round[i].stage == r->stage && a->round[i].nr < r->nr)
			before = &a->round[i];
	return before;
}
