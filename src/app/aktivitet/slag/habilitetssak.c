/* habilitetssak - a case of the library of impartiality: the hall votes, then sees the ground and
 * its section, or what weighs each way where the body must assess; talks, and votes again.
 *
 * The answer comes with a step that only a leader takes.  Until then it is on the console alone,
 * and nothing that a wall or a phone is sent holds it.  Where the body assesses there is none. */
#include "app/aktivitet/slag/habilitetssak.h"

#include <stdlib.h>

#include "app/aktivitet/slag/felles.h"
#include "app/aktivitet/slag/habilitetssak.html.h"
#include "app/aktivitet/slag/par.h"
#include "app/aktivitet/slag/slag.h"
#include "lib/log.h"
#include "web/text.h"

static const struct config_field fields[] = {
	{ "sak", CONFIG_TEXT, .min = 1, .max = LIBRARY_ID_MAX },
	{ "foerste_igjen", CONFIG_FLAG, .number = true },
	{ 0 }
};

static bool check(json_t *config, const char **where, const char **error)
{
	if (library_find(config_text(config, "sak")) != NULL)
		return true;
	*where = "sak";
	*error = N_("Denne saken finnes ikke i biblioteket. Velg en fra listen.");
	return false;
}

/* All of a case is in both forms; the samling's is kept beside its name. */
static void words(json_t *config, enum lang lang)
{
	json_object_set_new(config, "form", json_string(lang_code(lang)));
}

enum lang sak_form(const json_t *config)
{
	return lang_from(config_text(config, "form"), LANG_NB);
}

const struct library_case *sak_of(const json_t *config)
{
	const struct library_case *c = library_find(config_text(config, "sak"));

	if (c == NULL)
		log_fatal("an item has a case that the library does not have");
	return c;
}

static bool first_again(const json_t *config)
{
	return config_flag(config, "foerste_igjen");
}

static const char *question(const json_t *config, size_t stage)
{
	(void)stage;
	return sak_of(config)->question[sak_form(config)];
}

static const char *story(const json_t *config, size_t stage)
{
	(void)stage;
	return sak_of(config)->words[sak_form(config)].text;
}

static bool choice(const struct activity *a, size_t stage, size_t i, const char **value,
                   const char **label)
{
	const struct library_case *c = sak_of(a->config);

	(void)stage;
	if (i >= c->n_choice)
		return false;
	*value = c->choice[i].key;
	*label = c->choice[i].label[sak_form(a->config)];
	return true;
}

static const char *answer(struct arena *mem, const struct activity *a, size_t stage,
                          const struct answer_form *f, const char **error)
{
	return answer_up_to(mem, a, stage, f, 1, error);
}

/* Two cases have the same choices, and not the same answer. */
static bool follows(const struct kind *earlier)
{
	(void)earlier;
	return false;
}

/* ---- the answer, and what to talk about ---- */

static bool first_vote_shown(const struct activity *a)
{
	return a->current != NULL && a->current->phase == ROUND_CLOSED && a->current->shown &&
	       a->current->nr == 1;
}

static const char *step(struct arena *mem, enum lang lang, const struct activity *a)
{
	(void)mem;
	if (!first_vote_shown(a) || a->step >= SAK_TALK)
		return NULL;
	if (a->step == SAK_ANSWER)
		return tr(lang, N_("Vis spørsmålene til samtalen"));
	return sak_of(a->config)->body_assesses ? tr(lang, N_("Vis hva som taler for og mot")) :
	                                          tr(lang, N_("Vis svaret og paragrafen"));
}

static enum outcome take_step(struct req *r, const struct activity *a)
{
	return step_set(r, a, a->step, a->step + 1, 0);
}

static const char *step_back(struct arena *mem, enum lang lang, const struct activity *a)
{
	(void)mem;
	if (!first_vote_shown(a) || a->step == SAK_VOTE)
		return NULL;
	return a->step == SAK_TALK ? tr(lang, N_("Tilbake til svaret")) :
	                             tr(lang, N_("Tilbake til stemmene"));
}

static enum outcome take_step_back(struct req *r, const struct activity *a)
{
	return step_set(r, a, a->step, a->step - 1, 0);
}

/* ---- how the hall moved ---- */

static struct votes against_rest(const struct tally *t, size_t line)
{
	struct votes v = { 0 };

	for (size_t i = 0; i < t->n_line; i++)
		*(i == line ? &v.red : &v.green) += (size_t)t->line[i].count;
	return v;
}

/* Of all choices against the rest: the one whose share moved most. */
struct forskyvning sak_shift(const struct drawing *d, size_t *line)
{
	struct forskyvning most = { .kind = FORSKYVNING_HIDDEN };

	*line = 0;
	for (size_t i = 0; d->before != NULL && i < d->tally->n_line; i++) {
		const struct forskyvning f = forskyvning(against_rest(d->before, i),
		                                         against_rest(d->tally, i));

		if (i > 0 && abs(f.points) <= abs(most.points))
			continue;
		most = f;
		*line = i;
	}
	return most;
}

/* ---- pictures ---- */

static void phone(struct out *o, const struct drawing *d)
{
	t_habilitetssak_telefon(o, d, sak_of(d->a->config));
}

static void result(struct out *o, const struct drawing *d)
{
	if (d->tally != NULL)
		t_habilitetssak_resultat(o, d);
}

static void told(struct out *o, const struct drawing *d)
{
	if (d->a->step != SAK_VOTE)
		t_habilitetssak_fortalt(o, d->a, sak_of(d->a->config));
}

static void wall(struct out *o, const struct drawing *d)
{
	const struct library_case *c = sak_of(d->a->config);
	const bool again = d->round != NULL && d->round->nr > 1;

	if (d->tally == NULL)
		t_habilitetssak_lerret(o, d, c);
	else if (again || d->a->step == SAK_VOTE)
		t_habilitetssak_lerret_resultat(o, d, c);
	else if (d->a->step == SAK_ANSWER)
		t_habilitetssak_lerret_svar(o, d, c);
	else
		t_habilitetssak_lerret_samtale(o, d->a->config, c);
}

static void panel(struct out *o, const struct drawing *d)
{
	t_habilitetssak_panel(o, d->a->config, sak_of(d->a->config));
}

static void edit(struct out *o, const json_t *config)
{
	t_habilitetssak_rediger(o, config, library_find(config_text(config, "sak")));
}

static struct fetched fetch(json_t *config, enum lang lang, const char *id)
{
	const struct library_case *c = library_find(config_text(config, "sak"));

	(void)id;
	return (struct fetched){ .title = c != NULL ? c->words[lang].title : NULL };
}

const struct kind kind_habilitetssak = {
	.name = "habilitetssak", .label = N_("Habilitetssak"), .icon = "dilemma",
	.answers = true, .before_rounds = true, .fields = fields, .check = check, .words = words,
	.first_again = first_again, .question = question, .story = story, .follows = follows,
	.answer = answer, .choice = choice, .step = step, .take_step = take_step,
	.step_back = step_back, .take_step_back = take_step_back, .panel = panel,
	.phone = phone, .wall = wall, .result = result, .told = told, .edit = edit,
	.fetch = fetch,
};
