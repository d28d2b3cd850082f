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
#include "rules/ord/ordsky.h"
#include "rules/telling.h"

/* What a page can take of texts, in bytes, when the reader wants what fits and when all. */
#define TEXTS_SHOWN ((size_t)400 << 10)
#define TEXTS_ALL ((size_t)8 << 20)
/* For what is counted on the way: some 1600 bytes a line at svar_grupper's limit. */
#define SCRATCH ((size_t)160 << 20)
#define GROUPS_MOST (4 << 20)

static bool secretive(const struct activity *a, const struct round *r)
{
	return a->level != LEVEL_OPEN && r->phase == ROUND_OPEN;
}

/* Phones are counted in steps; hands everybody in the hall could count. */
int64_t tally_people(const struct activity *a, const struct round *r, enum reader reader)
{
	size_t phones = (size_t)(r->people - r->hands);

	return reader == READER_HALL ?
	       (int64_t)telling_shown(phones, r->phase, a->level) + r->hands : r->people;
}

static bool released(const struct activity *a, const struct round *r, enum reader reader)
{
	if (r->phase == ROUND_READY)
		return false;
	if (a->kind->confidential && reader != READER_LEADER)
		return false;
	/* Staff see a hidden result first when the round is closed: nobody in the
	 * hall should read over a shoulder what moves the next to answer. */
	if (reader != READER_HALL)
		return r->phase == ROUND_CLOSED || a->show == SHOW_LIVE ||
		       activity_writes(a, r->stage) || a->kind->leaders_first;
	return r->shown;
}

/* Is the picture that was shown last still to be kept?  The next one must have so many
 * answers more that none can be told by looking at both. */
static bool too_soon(int64_t phones, int64_t shown)
{
	return phones < (shown < TELLING_LEAST ? TELLING_LEAST : shown + TELLING_STEP);
}

/* The answers as they may be shown now, and from how many phones. */
static enum outcome groups_read(const struct asked *q, const struct activity *a,
                                const struct round *r, struct arena *scratch,
                                struct remembered_groups *out)
{
	const struct remembered_groups *kept = NULL;
	int64_t phones = r->people - r->hands;
	enum outcome went;

	*out = (struct remembered_groups){ .people = phones };
	if (secretive(a, r)) {
		kept = memory_groups(q->memory, r->id);
		if (too_soon(phones, kept != NULL ? kept->people :
		                     memory_floor(q->memory, r->id, phones))) {
			*out = kept != NULL ? *kept : (struct remembered_groups){ 0 };
			return OUTCOME_OK;
		}
	}
	went = RUN(q->store, scratch, &out->rows, svar_grupper, .runde = v_int(r->id),
	           .mest = v_int(GROUPS_MOST));
	if (went == OUTCOME_OK && secretive(a, r))
		*out = *memory_keep(q->memory, r->id, phones, &out->rows);
	return went;
}

static struct tally_line *line_of(struct tally *t, const char *value)
{
	for (size_t i = 0; i < t->n_choice; i++)
		if (strcmp(t->line[i].value, value) == 0)
			return &t->line[i];
	return NULL;
}

static size_t count_choices(const struct activity *a, const struct round *r)
{
	const char *value, *label;
	size_t n = 0;

	while (a->kind->choice != NULL && a->kind->choice(a, r->stage, n, &value, &label))
		n++;
	return n;
}

/* Shares sum to 100 when each person gave one choice; else each stands by itself. */
static void percentages(struct arena *mem, struct tally *t)
{
	size_t *count = arena_array(mem, t->n_choice, sizeof *count), sum = 0;
	int *percent = arena_array(mem, t->n_choice, sizeof *percent);

	for (size_t i = 0; i < t->n_choice; i++)
		sum += count[i] = (size_t)t->line[i].count;
	if (sum == (size_t)t->people)
		telling_percent(count, t->n_choice, percent);
	for (size_t i = 0; i < t->n_choice; i++)
		t->line[i].percent = sum == (size_t)t->people ? percent[i] :
		                     telling_share(count[i], (size_t)t->people);
}

/* What was answered, line by line, and how often; in `mem`. */
static struct ordsky_raw *raw_lines(struct arena *mem, const struct rows *groups, size_t *n)
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

/* The lines for the choices of this stage, with hands; in `raw` only the texts are left. */
static enum outcome tally_choices(const struct asked *q, const struct activity *a,
                                  const struct round *r, struct ordsky_raw *raw, size_t n_raw,
                                  struct tally *t)
{
	struct rows hands;
	enum outcome went;

	for (size_t i = 0; i < t->n_choice; i++)
		a->kind->choice(a, r->stage, i, &t->line[i].value, &t->line[i].label);
	for (size_t i = 0; i < n_raw; i++) {
		struct tally_line *l = line_of(t, raw[i].text);

		if (l != NULL) {
			l->count += raw[i].count;
			raw[i].count = 0;       /* ordsky_merge() leaves it out */
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

bool text_held(const struct activity *a, int verdict)
{
	return verdict == VERDICT_HIDDEN || (a->hold && verdict != VERDICT_APPROVED);
}

/* What was decided of a word: of its key, or else of what has come together in it, where
 * hidden goes before approved.  A spelling that was hidden by itself hides it too. */
static int verdict_of_word(const struct rows *verdicts, const struct ordsky_word *w)
{
	int verdict = verdict_of(verdicts, w->key);

	for (size_t i = 0; verdict == 0 && i < verdicts->n; i++) {
		const struct row *v = &verdicts->row[i];
		const char *text = row_text(v, moderering_i_punkt__tekst);
		bool hidden = row_int(v, moderering_i_punkt__vedtak) == VERDICT_HIDDEN;

		for (size_t k = 0; hidden && k < w->n_id; k++)
			if (strcmp(w->id[k], text) == 0)
				verdict = VERDICT_HIDDEN;
		for (size_t k = 0; hidden && k < w->n_form; k++)
			if (strcmp(w->form[k].fold, text) == 0)
				verdict = VERDICT_HIDDEN;
	}
	for (size_t i = 0; verdict == 0 && i < w->n_id; i++)
		verdict = verdict_of(verdicts, w->id[i]);
	return verdict;
}

static const struct ordsky_word *copy_word(struct arena *mem, const struct ordsky_word *w,
                                           const struct tally_line *l)
{
	struct ordsky_form *form = arena_array(mem, w->n_form, sizeof *form);
	const char **id = arena_array(mem, w->n_id, sizeof *id);
	struct ordsky_word *copy = arena_get(mem, sizeof *copy);

	for (size_t i = 0; i < w->n_form; i++)
		form[i] = (struct ordsky_form){ arena_strdup(mem, w->form[i].fold),
		                                arena_strdup(mem, w->form[i].label),
		                                arena_strdup(mem, w->form[i].id),
		                                w->form[i].count };
	for (size_t i = 0; i < w->n_id; i++)
		id[i] = arena_strdup(mem, w->id[i]);
	*copy = (struct ordsky_word){ .key = l->value, .label = l->label, .count = w->count,
	                              .form = form, .n_form = w->n_form,
	                              .id = id, .n_id = w->n_id };
	return copy;
}

/* What a line of this word takes, the word itself included. */
static size_t bytes_of(const struct ordsky_word *w)
{
	size_t n = strlen(w->key) + strlen(w->label) + sizeof(struct tally_line);

	for (size_t i = 0; i < w->n_form; i++)
		n += 2 * strlen(w->form[i].label) + sizeof *w->form + 3 * 16;
	return n;
}

/* Copies a word out of the scratch, if there is room left for it. */
static void put_line(struct arena *mem, struct tally *t, size_t *room,
                     const struct ordsky_word *w, int verdict)
{
	size_t bytes = bytes_of(w);
	struct tally_line *l = &t->line[t->n_line];

	if (bytes > *room) {
		*room = 0;
		t->n_more++;
		return;
	}
	*room -= bytes;
	t->n_line++;
	*l = (struct tally_line){
		.value = arena_strdup(mem, w->key), .label = arena_strdup(mem, w->label),
		.count = w->count, .verdict = verdict,
	};
	if (w->n_form > 0)
		l->word = copy_word(mem, w, l);
}

/* Room for the choices' lines and as many texts as a page can hold. */
static void make_room(const struct asked *q, struct tally *t, size_t n_texts)
{
	size_t most = (q->all ? TEXTS_ALL : TEXTS_SHOWN) / sizeof *t->line;

	t->line = arena_array(q->mem, t->n_choice + (n_texts < most ? n_texts : most),
	                      sizeof *t->line);
	t->n_line = t->n_choice;
}

/* Texts that are the same are one line with a count. */
static enum outcome tally_texts(const struct asked *q, const struct activity *a,
                                struct arena *scratch, const struct ordsky_word *word, size_t n,
                                struct tally *t)
{
	size_t room = q->all ? TEXTS_ALL : TEXTS_SHOWN;
	struct rows verdicts;
	enum outcome went = RUN(q->store, scratch, &verdicts, moderering_i_punkt,
	                        .punkt = v_int(a->id));

	for (size_t i = 0; went == OUTCOME_OK && i < n; i++) {
		int verdict = verdict_of_word(&verdicts, &word[i]);
		bool back = text_held(a, verdict);

		t->n_hidden += back;
		if (!back || q->reader == READER_LEADER)
			put_line(q->mem, t, &room, &word[i], verdict);
	}
	return went;
}

static enum outcome merge(const struct asked *q, const struct activity *a,
                          struct arena *scratch, const struct ordsky_raw *raw, size_t n_raw,
                          struct ordsky_word **word, size_t *n)
{
	if (a->kind->merge != NULL)
		return a->kind->merge(q, a, scratch, raw, n_raw, word, n);
	*n = ordsky_merge(scratch, raw, n_raw, word);
	return OUTCOME_OK;
}

static enum outcome tally_lines(const struct asked *q, const struct activity *a,
                                const struct round *r, struct arena *scratch,
                                const struct rows *groups, struct tally *t)
{
	size_t n_raw, n = 0;
	struct ordsky_raw *raw = raw_lines(scratch, groups, &n_raw);
	struct ordsky_word *word = NULL;
	bool texts = activity_writes(a, r->stage);
	enum outcome went;

	t->n_choice = count_choices(a, r);
	make_room(q, t, texts ? n_raw : 0);
	went = tally_choices(q, a, r, raw, n_raw, t);
	if (went == OUTCOME_OK && texts)
		went = merge(q, a, scratch, raw, n_raw, &word, &n);
	if (went == OUTCOME_OK && texts)
		went = tally_texts(q, a, scratch, word, n, t);
	return went;
}

static enum outcome tally_make(const struct asked *q, const struct activity *a,
                               const struct round *r, struct arena *scratch,
                               const struct tally **out)
{
	struct remembered_groups groups;
	struct tally *t;
	enum outcome went = groups_read(q, a, r, scratch, &groups);

	if (went != OUTCOME_OK)
		return went;
	t = arena_get(q->mem, sizeof *t);
	t->people = groups.people + r->hands;
	t->sequence = a->level == LEVEL_OPEN && q->memory != NULL ?
	              memory_count(q->memory, r->id) : t->people;
	went = tally_lines(q, a, r, scratch, &groups.rows, t);
	if (went == OUTCOME_OK)
		*out = t;
	return went;
}

enum outcome tally_read(const struct asked *q, const struct activity *a,
                        const struct round *r, const struct tally **out)
{
	struct arena *scratch;
	enum outcome went;

	*out = NULL;
	if (!a->kind->answers || !released(a, r, q->reader))
		return OUTCOME_OK;
	scratch = arena_new(SCRATCH);
	went = tally_make(q, a, r, scratch, out);
	arena_free(scratch);
	return went;
}

const struct tally_line *tally_line_of(const struct tally *t, const char *folded)
{
	for (size_t i = 0; i < t->n_line; i++) {
		const struct ordsky_word *w = t->line[i].word;

		if (w == NULL && strcmp(t->line[i].value, folded) == 0)
			return &t->line[i];
		for (size_t k = 0; w != NULL && k < w->n_form; k++)
			if (strcmp(w->form[k].fold, folded) == 0)
				return &t->line[i];
	}
	return NULL;
}
