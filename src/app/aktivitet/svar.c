/* svar.c - one phone's answer, hands in the hall, and what may not be shown. */
#include <string.h>

#include "app/aktivitet/aktivitet.h"
#include "app/aktivitet/husk.h"
#include "lib/arena.h"
#include "live/live.h"
#include "rules/ord/ordsky.h"
#include "rules/telling.h"
#include "store/secret.h"
#include "web/page.h"
#include "web/site.h"

/* With an open level the key is the participant, and the phone says so beforehand. */
static enum outcome key_of(struct req *r, const struct activity *a, const struct round *round,
                           unsigned char key[SECRET_KEY_BYTES])
{
	if (a->level == LEVEL_ANONYMOUS)
		return secret_key(r->store, round->id, r->who.participant_token, key);
	memcpy(key, r->who.participant, SECRET_KEY_BYTES);
	return OUTCOME_OK;
}

/* The role beside an anonymous answer is masked while the round is open: a copy of the
 * database taken then must not show what the only one of a role answered. */
static enum outcome role_of(struct req *r, const struct activity *a, const struct round *round,
                            const unsigned char key[SECRET_KEY_BYTES], int64_t *role)
{
	unsigned char mask = 0;
	enum outcome went = OUTCOME_OK;

	if (a->level == LEVEL_ANONYMOUS)
		went = secret_mask(r->store, round->id, key, &mask);
	*role = (int64_t)r->who.participant_role ^ mask;
	return went;
}

/* Does what the hall may know of how many have answered change with the one that just came?
 * Rows are counted only where it could. */
static enum outcome step_reached(struct req *r, const struct activity *a,
                                 const struct round *round, bool *reached)
{
	int64_t most = memory_people(r->site->memory, round->id) + 1;
	struct rows rows;
	enum outcome went = OUTCOME_OK;

	*reached = false;
	if (most == 0 || telling_shown((size_t)most, round->phase, a->level) !=
	                 telling_shown((size_t)most - 1, round->phase, a->level)) {
		went = RUN(r->store, r->mem, &rows, svar_antall, .runde = v_int(round->id));
		if (went != OUTCOME_OK)
			return went;
		most = row_int(&rows.row[0], svar_antall__antall);
		*reached = most > 0 && telling_shown((size_t)most, round->phase, a->level) !=
		                       telling_shown((size_t)most - 1, round->phase, a->level);
	}
	memory_people_set(r->site->memory, round->id, most);
	return went;
}

/* The hall's screens are drawn anew only when what they may say changes. */
static enum outcome answered(struct req *r, const struct activity *a, const struct round *round)
{
	unsigned views = VIEW_BIT(VIEW_CONSOLE) | VIEW_BIT(VIEW_REMOTE);
	bool reached = true;
	enum outcome went = OUTCOME_OK;

	memory_accepted(r->site->memory, round->id);
	if (a->level != LEVEL_OPEN)
		went = step_reached(r, a, round, &reached);
	if (reached)
		views |= VIEW_BIT(VIEW_WALL) | VIEW_BIT(VIEW_PHONE);
	live_touch(r->site->live, a->samling, views);
	return went;
}

enum outcome answer_put(struct req *r, const struct activity *a, const struct round *round,
                        const struct answer_form *form, const char **error)
{
	unsigned char key[SECRET_KEY_BYTES];
	const char *value;
	int64_t role;
	enum outcome went;

	if (round->phase != ROUND_OPEN)
		return OUTCOME_CONFLICT;
	value = a->kind->answer(r->mem, a, round->stage, form, error);
	if (value == NULL)
		return OUTCOME_INVALID;
	went = key_of(r, a, round, key);
	if (went == OUTCOME_OK)
		went = role_of(r, a, round, key, &role);
	if (went == OUTCOME_NOT_FOUND)
		return OUTCOME_CONFLICT;
	if (went == OUTCOME_OK)
		went = RUN(r->store, r->mem, NULL, svar_put, .runde = v_int(round->id),
		           .noekkel = v_blob(key, sizeof key), .verdi = v_text(value),
		           .rolle = v_int(role));
	return went == OUTCOME_OK ? answered(r, a, round) : went;
}

/* The stored lines, as the form would have sent them: the kind draws from either. */
static const struct answer_form *as_form(struct arena *mem, const char *value)
{
	struct answer_form *f = arena_get(mem, sizeof *f);
	const char **line = arena_array(mem, FORM_MANY_MAX, sizeof *line);
	size_t n = 0;

	for (const char *p = value; n < FORM_MANY_MAX; p++) {
		size_t len = strcspn(p, "\n");

		line[n++] = arena_strndup(mem, p, len);
		p += len;
		if (*p == '\0')
			break;
	}
	*f = (struct answer_form){ .choice = line, .n_choice = n, .text = line, .n_text = n };
	return f;
}

enum outcome answer_mine(struct req *r, const struct activity *a, const struct round *round,
                         const struct answer_form **mine)
{
	unsigned char key[SECRET_KEY_BYTES];
	struct rows rows;
	enum outcome went;

	*mine = NULL;
	if (round->phase != ROUND_OPEN)
		return OUTCOME_OK;
	went = key_of(r, a, round, key);
	if (went != OUTCOME_OK)
		return went == OUTCOME_NOT_FOUND ? OUTCOME_OK : went;
	went = RUN(r->store, r->mem, &rows, svar_mitt, .runde = v_int(round->id),
	           .noekkel = v_blob(key, sizeof key));
	if (went == OUTCOME_OK && rows.n > 0)
		*mine = as_form(r->mem, row_text(&rows.row[0], svar_mitt__verdi));
	return went;
}

bool answer_is_choice(const struct activity *a, size_t stage, const char *line)
{
	const char *value, *label;

	for (size_t i = 0; a->kind->choice != NULL &&
	     a->kind->choice(a, stage, i, &value, &label); i++)
		if (strcmp(value, line) == 0)
			return true;
	return false;
}

const char *answer_label(const struct activity *a, size_t stage, const char *line)
{
	const char *value, *label;

	for (size_t i = 0; a->kind->choice != NULL &&
	     a->kind->choice(a, stage, i, &value, &label); i++)
		if (strcmp(value, line) == 0)
			return label;
	return activity_writes(a, stage) ? line : NULL;
}

enum outcome answer_hands(struct req *r, const struct activity *a, int64_t round,
                          const char *value, int64_t hands)
{
	bool ours = false;
	enum outcome went;

	for (size_t i = 0; i < a->n_round; i++)
		ours |= a->round[i].id == round && answer_is_choice(a, a->round[i].stage, value);
	if (!ours)
		return OUTCOME_NOT_FOUND;
	if (hands < 0 || hands > HANDS_MAX)
		return OUTCOME_INVALID;
	went = RUN(r->store, r->mem, NULL, hender_sett, .runde = v_int(round),
	           .verdi = v_text(value), .antall = v_int(hands));
	if (went == OUTCOME_OK)
		went = samling_note(r, "haandsopprekning", a->title);
	return went == OUTCOME_OK ? samling_changed(r, VIEW_EVERY) : went;
}

static enum outcome judge_one(struct req *r, const struct activity *a, const char *text,
                              enum verdict verdict)
{
	return RUN(r->store, r->mem, NULL, moderering_sett, .punkt = v_int(a->id),
	           .tekst = v_text(text), .vedtak = v_int(verdict));
}

/* All that a word is made of now: what is hidden stays so if it comes to be put together
 * otherwise, by what somebody says of it in another samling or by a newer list of words. */
static enum outcome judge_parts(struct req *r, const struct activity *a, const char *key,
                                enum verdict verdict)
{
	const struct asked q = { .store = r->store, .mem = r->mem, .memory = r->site->memory,
	                         .reader = READER_LEADER, .all = true };
	const struct ordsky_word *w = NULL;
	const struct tally *t = NULL;
	enum outcome went = OUTCOME_OK;

	if (a->kind->merge != NULL && a->current != NULL)
		went = tally_read(&q, a, a->current, &t);
	for (size_t i = 0; t != NULL && i < t->n_line; i++)
		if (strcmp(t->line[i].value, key) == 0)
			w = t->line[i].word;
	for (size_t i = 0; went == OUTCOME_OK && w != NULL && i < w->n_id; i++)
		went = judge_one(r, a, w->id[i], verdict);
	for (size_t i = 0; went == OUTCOME_OK && w != NULL && i < w->n_form; i++)
		went = judge_one(r, a, w->form[i].fold, verdict);
	return went;
}

enum outcome text_judge(struct req *r, const struct activity *a, const char *folded,
                        enum verdict verdict)
{
	enum outcome went = judge_one(r, a, folded, verdict);

	if (went == OUTCOME_OK)
		went = judge_parts(r, a, folded, verdict);
	/* The text itself stays out of the protocol. */
	if (went == OUTCOME_OK)
		went = samling_note(r, verdict == VERDICT_HIDDEN ? "tekst_skjult" : "tekst_vist",
		                    a->title);
	return went == OUTCOME_OK ? samling_changed(r, VIEW_EVERY) : went;
}
