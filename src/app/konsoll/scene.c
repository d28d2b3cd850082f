/* scene.c - what is under way, and what the two keys would do and are called. */
#include "app/konsoll/konsoll.h"

#include "app/lerret/lerret.h"
#include "lib/arena.h"
#include "web/site.h"
#include "web/text.h"

static bool more_days(const struct samling *s)
{
	for (size_t i = 0; i < s->n_item; i++)
		if (s->item[i].day > s->today)
			return true;
	return false;
}

static struct gang_item gang_of(struct arena *mem, const struct scene *sc)
{
	const struct activity *a = sc->a;
	struct gang_round *round = arena_array(mem, a->n_round, sizeof *round);

	for (size_t i = 0; i < a->n_round; i++)
		round[i] = (struct gang_round){ (int)a->round[i].stage, a->round[i].nr,
		                                a->round[i].phase, a->round[i].shown };
	return (struct gang_item){
		.takes_answers = a->kind->answers, .stages = (int)a->stages,
		.asks_first_again = a->first_again, .show = a->show,
		.nothing_to_show = a->kind->confidential,
		.round = round, .n_rounds = a->n_round, .first = sc->s->now == 0,
		.more_today = samling_next(sc->s) != NULL, .more_days = more_days(sc->s),
	};
}

/* With an item under way, gang.h says what the keys do. */
static void keys_of_item(struct arena *mem, struct scene *sc)
{
	static const enum key keys[] = {
		[GANG_OPEN_ROUND] = KEY_OPEN, [GANG_CLOSE_ROUND] = KEY_CLOSE,
		[GANG_SHOW_RESULT] = KEY_SHOW, [GANG_NEXT_ITEM] = KEY_ITEM,
		[GANG_END_DAY] = KEY_END_DAY, [GANG_END] = KEY_END_DAY,
	};
	const struct gang_item g = gang_of(mem, sc);
	const struct gang_next next = gang_next(&g);
	enum gang_back back = gang_back(&g);

	sc->key = keys[next.act];
	if (sc->a->kind->step != NULL && sc->key != KEY_CLOSE && sc->key != KEY_SHOW &&
	    sc->a->kind->step(mem, sc->s->lang, sc->a) != NULL)
		sc->key = KEY_STEP;
	sc->stage = (size_t)next.stage;
	sc->nr = next.nr;
	sc->steps_back = sc->a->kind->step_back != NULL &&
	                 sc->a->kind->step_back(mem, sc->s->lang, sc->a) != NULL;
	sc->hides = back == GANG_HIDE_RESULT;
	if (back == GANG_PREVIOUS_ITEM)
		sc->previous = sc->now - 1;
}

/* Between the days a key pressed once too often is taken back by "back". */
static void keys_between(struct scene *sc)
{
	const struct samling *s = sc->s;
	const struct day *today = samling_day(s, s->today);
	bool over = wall_day_over(s);

	if (s->phase == PHASE_ENDED)
		sc->key = KEY_NOTHING;
	else if (sc->coming != NULL)
		sc->key = KEY_START;
	else
		sc->key = over ? KEY_END : KEY_NOTHING;
	if (over && s->phase == PHASE_LIVE)
		sc->previous = &s->item[today->first + today->n - 1];
}

enum outcome scene_read(struct site *site, struct arena *mem, int64_t samling,
                        uint32_t rights, struct scene *sc)
{
	struct samling *s;
	struct activity *a;
	enum outcome went = samling_read(site->store, mem, samling, rights, &s);

	if (went != OUTCOME_OK)
		return went;
	*sc = (struct scene){ .s = s, .now = samling_now(s), .coming = wall_coming(s) };
	if (sc->now == NULL) {
		keys_between(sc);
		return OUTCOME_OK;
	}
	a = arena_get(mem, sizeof *a);
	went = activity_read(site->store, mem, sc->now->id, a);
	if (went != OUTCOME_OK)
		return went;
	sc->a = a;
	sc->round = a->current;
	keys_of_item(mem, sc);
	return OUTCOME_OK;
}

static const char *open_label(struct arena *mem, enum lang lang, const struct scene *sc)
{
	if (sc->nr > 1)
		return sc->a->stages > 1 ?
		       trf(mem, lang, N_("Åpne del %d på nytt"), (int)sc->stage + 1) :
		       tr(lang, N_("Spør på nytt"));
	if (sc->a->stages > 1)
		return trf(mem, lang, N_("Åpne del %d for svar"), (int)sc->stage + 1);
	return tr(lang, N_("Åpne for svar"));
}

const char *scene_next_label(struct arena *mem, enum lang lang, const struct scene *sc)
{
	switch (sc->key) {
	case KEY_NOTHING:
		return tr(lang, N_("Ingenting mer nå"));
	case KEY_START:
		return sc->coming->day == sc->s->today ?
		       trf(mem, lang, N_("Start: %s"), sc->coming->title) :
		       trf(mem, lang, N_("Start dag %d: %s"), sc->coming->day,
		           sc->coming->title);
	case KEY_STEP:
		return sc->a->kind->step(mem, lang, sc->a);
	case KEY_OPEN:
		return open_label(mem, lang, sc);
	case KEY_CLOSE:
		return tr(lang, N_("Lukk runden"));
	case KEY_SHOW:
		return tr(lang, N_("Vis resultatet"));
	case KEY_ITEM:
		return trf(mem, lang, N_("Gå til neste: %s"), sc->coming->title);
	case KEY_END_DAY:
		return tr(lang, N_("Avslutt dagen"));
	case KEY_END:
		return tr(lang, N_("Avslutt samlingen"));
	}
	return "";
}

const char *scene_back_label(struct arena *mem, enum lang lang, const struct scene *sc)
{
	if (sc->steps_back)
		return sc->a->kind->step_back(mem, lang, sc->a);
	if (sc->hides)
		return tr(lang, N_("Skjul resultatet"));
	return sc->previous != NULL ? tr(lang, N_("Tilbake")) : NULL;
}
