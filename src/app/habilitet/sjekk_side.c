#include "app/habilitet/sjekk_side.h"

#include <assert.h>
#include <string.h>

#include "app/habilitet/sjekk.html.h"
#include "app/lov/lov.h"
#include "lib/arena.h"
#include "rules/habilitet/sett.h"
#include "web/text.h"

static const char *question_title(enum lang lang, enum sjekk_ask ask)
{
	const struct sjekk_question *q = &sjekk_questions[ask];
	const struct habil_fact_row *row = &habil_fact_rows[q->fact];

	return q->title != NULL ? tr(lang, q->title) : lov_in(lang, row->nb, row->nn);
}

const char *sjekk_title(enum lang lang, const struct sjekk_step *s)
{
	const enum habil_outcome outcome = habilitet(&s->facts).outcome;
	const struct habil_word *word = habil_outcome_word(outcome);

	switch (s->kind) {
	case STEP_QUESTION:
		return question_title(lang, s->ask);
	case STEP_CLEARED:
		return tr(lang, N_("Dette er ikke nok alene"));
	case STEP_MORE_DONE:
		return tr(lang, N_("Minst én grunn gjelder"));
	case STEP_NEAR:
	case STEP_HIT:
	case STEP_END:
	case SJEKK_KIND__MAX:
		break;
	}
	return outcome == HABIL_HABIL ? tr(lang, N_("Ingen grunn funnet"))
	                              : lov_in(lang, word->nb, word->nn);
}

/* The plans that the rule on employees leaves out, as the engine has them: "a, b og c". */
static const char *exempt_plans(struct arena *mem, enum lang lang)
{
	const char *name[HABIL_MATTER__MAX], *all = "";
	size_t n = 0;

	for (unsigned m = 0; m < HABIL_MATTER__MAX; m++) {
		const struct habil_facts f = { .matter = (enum habil_matter)m,
		                               .prepared_as_employee = true };

		if (habilitet(&f).rule[0] == RULE_HABIL_ANSATT_PLAN)
			name[n++] = lov_in(lang, habil_matters[m].nb, habil_matters[m].nn);
	}
	for (size_t i = 0; i < n; i++)
		all = arena_printf(mem, "%s%s%s", all, i == 0 ? "" : i + 1 < n ? ", "
		                   : tr(lang, N_(" og ")), name[i]);
	return all;
}

const char *sjekk_help(struct arena *mem, enum lang lang, const struct sjekk_step *s)
{
	const char *help = sjekk_questions[s->ask].help;

	if (help == NULL)
		return NULL;
	return s->ask == ASK_FORBEREDT ? trf(mem, lang, help, exempt_plans(mem, lang))
	                               : tr(lang, help);
}

const char *sjekk_where(enum lang lang, const struct sjekk_step *s)
{
	return s->ask == ASK_APENBART ? tr(lang, N_("Et snevert unntak"))
		: (s->chain & CHAIN_HIT) != 0
		? tr(lang, N_("En grunn er funnet. Gjelder flere?"))
		: (s->chain & CHAIN_WAIVED) != 0
		? tr(lang, N_("Unntaket gjelder, hvis ingen særregel slår inn"))
		: (s->chain & CHAIN_OPEN) != 0 ? tr(lang, N_("Noe er ikke avklart ennå"))
		: (s->chain & CHAIN_NEAR) != 0
		? tr(lang, N_("Noe må organet vurdere. Her er resten"))
		: NULL;
}

const char *sjekk_answer(struct arena *mem, enum lang lang, const struct sjekk_option *o)
{
	return o->nn == NULL ? tr(lang, o->nb) : lov_head(mem, lov_in(lang, o->nb, o->nn));
}

static enum lov asked_for(const struct sjekk_step *s)
{
	const bool employee = s->facts.role == HABIL_EMPLOYEE;

	if (s->ask == ASK_KLAGE || s->ask == ASK_FORSTE)
		return employee ? KOML_13_3_2 : KOML_11_10_3;
	if (s->ask == ASK_OVERORDNET && s->facts.matter == MATTER_KLAGE_INTERN)
		return KOML_13_3_3;
	return habil_fact_rows[sjekk_questions[s->ask].fact].lov;
}

size_t sjekk_lov(const struct sjekk_step *s, enum lov *out)
{
	if (s->kind != STEP_QUESTION)
		return lov_of_rules(&s->rule, 1, out);
	out[0] = asked_for(s);
	return 1;
}

void sjekk_view_make(struct sjekk_view *v)
{
	bool used[LOV__MAX] = { false };
	enum lov lov[LOV__MAX];

	sjekk_walk(&v->walk);
	for (size_t i = 0; i < v->walk.n; i++) {
		const size_t n = sjekk_lov(&v->walk.step[i], lov);

		for (size_t j = 0; j < n; j++)
			used[lov[j]] = true;
	}
	v->n_lov = 0;
	for (unsigned l = 0; l < LOV__MAX; l++)
		if (used[l]) {
			assert(v->n_lov < SJEKK_LOV_MAX);
			v->lov[v->n_lov++] = (enum lov)l;
		}
}

const char *sjekk_lov_classes(struct arena *mem, const struct sjekk_view *v,
                              const struct sjekk_step *s)
{
	enum lov lov[LOV__MAX];
	const size_t n = sjekk_lov(s, lov);
	const char *classes = "";

	for (size_t i = 0; i < v->n_lov; i++)
		for (size_t j = 0; j < n; j++)
			if (lov[j] == v->lov[i])
				classes = arena_printf(mem, "%s k%zu", classes, i);
	return classes;
}

static size_t add_factors(struct habil_factor *out, size_t n, const struct habil_facts *f)
{
	struct habil_factor more[HABIL_FACTORS_MAX];
	const size_t n_more = habil_factors(f, more);

	for (size_t i = 0; i < n_more && n < HABIL_FACTORS_MAX; i++) {
		size_t j = 0;

		while (j < n && strcmp(out[j].key, more[i].key) != 0)
			j++;
		if (j == n)
			out[n++] = more[i];
	}
	return n;
}

size_t sjekk_factors(const struct sjekk *s, struct habil_factor *out)
{
	size_t n = 0;

	for (size_t i = 0; i < s->n; i++)
		if (s->step[i].kind == STEP_NEAR || s->step[i].kind == STEP_CLEARED)
			n = add_factors(out, n, &s->step[i].facts);
	for (unsigned m = 0; m < HABIL_MATTER__MAX; m++)
		n = add_factors(out, n, &(struct habil_facts){ .matter = (enum habil_matter)m });
	return add_factors(out, n, &(struct habil_facts){ .matter = MATTER_ANNET,
	                   .special = (1u << HABIL_SPECIAL__MAX) - 1 });
}

/* That a tie obviously means nothing is for the body to say. */
bool sjekk_takes_part(const struct sjekk_step *s)
{
	return s->kind == STEP_END && s->rule != RULE_HABIL_APENBART &&
	       (habilitet(&s->facts).outcome == HABIL_HABIL ||
	        habilitet(&s->facts).outcome == HABIL_UNNTAK);
}

/* The rules do not change while the program runs, so that they are walked once. */
static const struct sjekk_view *the_view(void)
{
	static struct sjekk_view v;

	if (v.n_lov == 0)
		sjekk_view_make(&v);
	return &v;
}

struct html sjekk_html(struct arena *mem, enum lang lang)
{
	const struct sjekk_view *v = the_view();
	struct out o = out_new(mem, lang);

	t_habilitet_sjekk(&o, mem, v, habil_set_of(NULL));
	return out_html(&o);
}
