/* Any bytes as an "oppsett", and as answers to it: refused with a reason, or accepted so
 * that the result is its own result, answers have no empty lines, and all can be drawn
 * without anything written becoming mark-up.
 *
 * Input: which kind, the oppsett as JSON, then answers, parted by NUL. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "app/aktivitet/aktivitet.h"
#include "app/aktivitet/husk.h"
#include "lib/arena.h"
#include "lib/utf8.h"
#include "rules/ord/ordsky.h"

#define MEMORY (256u << 20)
#define TEXTS 12
#define CHOICES 200

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void must(bool ok)
{
	if (!ok)
		abort();
}

static size_t split(struct arena *mem, const char *p, const char *end, const char **text)
{
	size_t n = 0;

	while (p < end && n < TEXTS) {
		size_t len = strnlen(p, (size_t)(end - p));

		text[n++] = arena_strndup(mem, p, len);
		p += len + 1;
	}
	return n;
}

static void answer(struct arena *mem, const struct kind *k, const json_t *config,
                   const struct answer_form *f)
{
	const struct activity a = { .kind = k, .config = (json_t *)config };
	const char *error = NULL, *value = k->answer(mem, &a, 0, f, &error);

	must((value == NULL) == (error != NULL));
	if (value == NULL)
		return;
	must(value[0] != '\0' && value[0] != '\n' && value[strlen(value) - 1] != '\n');
	must(strstr(value, "\n\n") == NULL && utf8_valid(value, strlen(value)));
}

/* Texts become lines the way they do in a hall: equal ones are one. */
static struct tally tally_of(struct arena *mem, const struct kind *k, const json_t *config,
                             const struct answer_form *f)
{
	struct tally t = { .line = arena_array(mem, CHOICES + TEXTS, sizeof *t.line), .people = 9 };
	struct ordsky_raw raw[TEXTS];
	struct ordsky_word *word;
	const struct activity a = { .kind = k, .config = (json_t *)config };
	struct tally_line *l = t.line;
	size_t n = 0;

	while (k->choice != NULL && k->choice(&a, 0, t.n_choice, &l->value, &l->label)) {
		l = &t.line[++t.n_choice];
		must(t.n_choice < CHOICES);
	}
	t.n_line = t.n_choice;
	for (size_t i = 0; k->texts && i < f->n_text; i++) {
		const char *clean = utf8_clean(mem, f->text[i], false);

		if (clean != NULL)
			raw[n++] = (struct ordsky_raw){ clean, (int64_t)(TEXTS - i) };
	}
	n = ordsky_merge(mem, raw, n, &word);
	for (size_t i = 0; i < n; i++)
		t.line[t.n_line++] = (struct tally_line){ word[i].key, word[i].label,
		                                         word[i].count };
	return t;
}

static void draw(struct arena *mem, const struct kind *k, json_t *config,
                 const struct answer_form *f)
{
	const struct activity a = { .kind = k, .config = config, .title = "t", .stages = 2 };
	const struct tally t = tally_of(mem, k, config, f);
	struct memory *memory = memory_new();
	const struct round round = { .id = 1 };
	const struct drawing d = { .a = &a, .round = &round, .tally = &t, .before = &t,
	                           .memory = memory };
	const struct drawing bare = { .a = &a };
	struct out o = out_new(mem, LANG_NB);

	k->phone(&o, &bare);
	k->wall(&o, &bare);
	k->result(&o, &bare);
	k->wall(&o, &d);
	k->wall(&o, &d);
	k->result(&o, &d);
	k->edit(&o, config);
	must(strcasestr(o.buf.p, "<script") == NULL && strcasestr(o.buf.p, "<img") == NULL);
	memory_free(memory);
}

static void try_kind(struct arena *mem, const struct kind *k, const char *const *text, size_t n)
{
	const struct answer_form f = { text + 1, n - 1, text + 1, n - 1 };
	const char *where = NULL, *error = NULL;
	json_t *in = json_loads(text[0], JSON_DECODE_ANY, NULL), *out, *again;

	out = in != NULL ? kind_setup(k, in, &where, &error) : NULL;
	must(in == NULL || out != NULL || (where != NULL && error != NULL));
	json_decref(in);
	if (out == NULL)
		return;
	again = kind_setup(k, out, &where, &error);
	must(again != NULL && json_equal(out, again));
	json_decref(again);
	if (k->words != NULL)
		k->words(out, LANG_NN);
	if (k->answers)
		answer(mem, k, out, &f);
	draw(mem, k, out, &f);
	json_decref(out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena *mem;
	const char *text[TEXTS];
	size_t kinds = 0, n_text;

	while (kind_table[kinds] != NULL)
		kinds++;
	if (n < 2)
		return 0;
	mem = arena_new(MEMORY);
	n_text = split(mem, (const char *)data + 1, (const char *)data + n, text);
	if (n_text > 0)
		try_kind(mem, kind_table[data[0] % kinds], text, n_text);
	arena_free(mem);
	return 0;
}
