/* opptelling.c - from answers to a result, through the one release gate.
 *
 * While an anonymous round is open the hall sees the answers as they were at the last
 * step (rules/telling.h), never the one that just came.  Moderation is applied to that
 * picture at every drawing, so that what is hidden is gone at once.
 */
#include <stdlib.h>
#include <string.h>

#include "app/aktivitet/aktivitet.h"
#include "app/aktivitet/husk.h"
#include "lib/arena.h"
#include "lib/utf8.h"
#include "rules/ordsky.h"
#include "rules/telling.h"

static bool secretive(const struct activity *a, const struct round *r)
{
	return a->level == LEVEL_ANONYMOUS && r->phase == ROUND_OPEN;
}

int64_t tally_people(const struct activity *a, const struct round *r, enum reader reader)
{
	return reader == READER_HALL ?
	       (int64_t)telling_shown((size_t)r->people, r->phase, a->level) : r->people;
}

static bool released(const struct activity *a, const struct round *r, enum reader reader)
{
	if (r->phase == ROUND_READY)
		return false;
	/* The leader sees a hidden result first when the round is closed: nobody in the
	 * hall should read over a shoulder what moves the next to answer. */
	if (reader == READER_LEADER)
		return r->phase == ROUND_CLOSED || a->show == SHOW_LIVE || a->kind->texts;
	return r->shown;
}

static enum outcome groups_read(const struct asked *q, const struct activity *a,
                                const struct round *r, const struct rows **out)
{
	struct rows *rows = arena_get(q->mem, sizeof *rows);
	int64_t step = tally_people(a, r, READER_HALL);
	enum outcome went;

	if (secretive(a, r)) {
		*out = memory_groups(q->memory, r->id, step);
		if (*out != NULL)
			return OUTCOME_OK;
	}
	if (secretive(a, r) && step == 0) {
		*out = rows;
		return OUTCOME_OK;
	}
	went = RUN(q->store, q->mem, rows, svar_grupper, .runde = v_int(r->id));
	*out = went == OUTCOME_OK && secretive(a, r) ?
	       memory_keep(q->memory, r->id, step, rows) : rows;
	return went;
}

static struct tally_line *line_of(struct tally *t, const char *value)
{
	for (size_t i = 0; i < t->n_line; i++)
		if (strcmp(t->line[i].value, value) == 0)
			return &t->line[i];
	return NULL;
}

static size_t count_choices(const struct activity *a)
{
	const char *value, *label;
	size_t n = 0;

	while (a->kind->choice(a->config, n, &value, &label))
		n++;
	return n;
}

/* Shares sum to 100 when each person gave one choice; else each stands by itself. */
static void percentages(struct arena *mem, struct tally *t)
{
	size_t *count = arena_array(mem, t->n_line, sizeof *count), sum = 0;
	int *percent = arena_array(mem, t->n_line, sizeof *percent);

	for (size_t i = 0; i < t->n_line; i++)
		sum += count[i] = (size_t)t->line[i].count;
	if (sum == (size_t)t->people)
		telling_percent(count, t->n_line, percent);
	for (size_t i = 0; i < t->n_line; i++)
		t->line[i].percent = sum == (size_t)t->people ? percent[i] :
		                     telling_share(count[i], (size_t)t->people);
}

static enum outcome tally_choices(const struct asked *q, const struct activity *a,
                                  const struct round *r, const struct rows *groups,
                                  struct tally *t)
{
	struct rows hands;
	enum outcome went;

	t->n_line = count_choices(a);
	t->line = arena_array(q->mem, t->n_line, sizeof *t->line);
	for (size_t i = 0; i < t->n_line; i++)
		a->kind->choice(a->config, i, &t->line[i].value, &t->line[i].label);
	for (size_t i = 0; i < groups->n; i++) {
		int64_t n = row_int(&groups->row[i], svar_grupper__antall);
		const char *p = row_text(&groups->row[i], svar_grupper__verdi);

		for (;; p++) {
			size_t len = strcspn(p, "\n");
			struct tally_line *l = line_of(t, arena_strndup(q->mem, p, len));

			if (l != NULL)
				l->count += n;
			p += len;
			if (*p == '\0')
				break;
		}
	}
	went = RUN(q->store, q->mem, &hands, hender_i_runde, .runde = v_int(r->id));
	for (size_t i = 0; went == OUTCOME_OK && i < hands.n; i++) {
		struct tally_line *l = line_of(t, row_text(&hands.row[i], hender_i_runde__verdi));

		if (l != NULL) {
			l->hands = row_int(&hands.row[i], hender_i_runde__antall);
			l->count += l->hands;
		}
	}
	percentages(q->mem, t);
	return went;
}

static int verdict_of(const struct rows *verdicts, const char *folded)
{
	for (size_t i = 0; i < verdicts->n; i++)
		if (strcmp(row_text(&verdicts->row[i], moderering_i_punkt__tekst), folded) == 0)
			return (int)row_int(&verdicts->row[i], moderering_i_punkt__vedtak);
	return 0;
}

/* Each stored line is one text; equal texts (folded) are one line with a count. */
static struct ordsky_raw *raw_texts(struct arena *mem, const struct rows *groups, size_t *n)
{
	struct ordsky_raw *raw;
	size_t at = 0;

	*n = 0;
	for (size_t i = 0; i < groups->n; i++) {
		++*n;
		for (const char *p = row_text(&groups->row[i], svar_grupper__verdi); *p; p++)
			*n += *p == '\n';
	}
	raw = arena_array(mem, *n, sizeof *raw);
	for (size_t i = 0; i < groups->n; i++) {
		const char *p = row_text(&groups->row[i], svar_grupper__verdi);

		for (;; p++) {
			size_t len = strcspn(p, "\n");

			raw[at].text = arena_strndup(mem, p, len);
			raw[at++].count = row_int(&groups->row[i], svar_grupper__antall);
			p += len;
			if (*p == '\0')
				break;
		}
	}
	return raw;
}

static enum outcome tally_texts(const struct asked *q, const struct activity *a,
                                const struct rows *groups, struct tally *t)
{
	struct rows verdicts;
	struct ordsky_word *word;
	size_t n_raw, n;
	struct ordsky_raw *raw = raw_texts(q->mem, groups, &n_raw);
	enum outcome went = RUN(q->store, q->mem, &verdicts, moderering_i_punkt,
	                        .punkt = v_int(a->id));

	if (went != OUTCOME_OK)
		return went;
	n = ordsky_merge(q->mem, raw, n_raw, &word);
	t->line = arena_array(q->mem, n, sizeof *t->line);
	for (size_t i = 0; i < n; i++) {
		int verdict = verdict_of(&verdicts, word[i].key);
		bool back = verdict == VERDICT_HIDDEN || (a->hold && verdict != VERDICT_APPROVED);

		t->n_hidden += back;
		if (back && q->reader == READER_HALL)
			continue;
		t->line[t->n_line++] = (struct tally_line){
			.value = word[i].key, .label = word[i].label, .count = word[i].count,
			.verdict = verdict,
		};
	}
	return OUTCOME_OK;
}

enum outcome tally_read(const struct asked *q, const struct activity *a,
                        const struct round *r, const struct tally **out)
{
	const struct rows *groups;
	struct tally *t;
	enum outcome went;

	*out = NULL;
	if (!a->kind->answers || !released(a, r, q->reader))
		return OUTCOME_OK;
	went = groups_read(q, a, r, &groups);
	if (went != OUTCOME_OK)
		return went;
	t = arena_get(q->mem, sizeof *t);
	t->people = tally_people(a, r, READER_HALL);
	t->sequence = a->level == LEVEL_OPEN ? memory_count(q->memory, r->id) : t->people;
	went = a->kind->texts ? tally_texts(q, a, groups, t) : tally_choices(q, a, r, groups, t);
	if (went == OUTCOME_OK)
		*out = t;
	return went;
}
