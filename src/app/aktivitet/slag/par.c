#include "app/aktivitet/slag/par.h"

#include <string.h>

#include "app/aktivitet/aktivitet.h"
#include "app/aktivitet/slag/felles.h"
#include "lib/arena.h"
#include "lib/buf.h"
#include "web/text.h"

#define SECONDS(a) { a "=1", a "=2", a "=3", a "=4", a "=5", a "=6", a "=7", a "=8", \
	a "=9", a "=10", a "=11", a "=12" }
static const char *const pairs[PAIR_FIRST][PAIR_SECOND] = {
	SECONDS("1"), SECONDS("2"), SECONDS("3"), SECONDS("4"),
	SECONDS("5"), SECONDS("6"), SECONDS("7"), SECONDS("8"),
};

const char *pair_value(size_t first, size_t second)
{
	return pairs[first - 1][second - 1];
}

bool pair_read(const char *value, size_t *first, size_t *second)
{
	for (*first = 1; *first <= PAIR_FIRST; ++*first)
		for (*second = 1; *second <= PAIR_SECOND; ++*second)
			if (strcmp(value, pair_value(*first, *second)) == 0)
				return true;
	return false;
}

const char *not_a_pair(struct arena *mem, const char *text)
{
	static const char digits[] = "0123456789";
	size_t first = strspn(text, digits), second;

	if (first == 0 || text[first] != '=')
		return text;
	second = strspn(text + first + 1, digits);
	return second > 0 && text[first + 1 + second] == '\0' ?
	       arena_printf(mem, "«%s»", text) : text;
}

#define LABELS "merker"

void config_label_add(json_t *config, const char *label)
{
	json_t *labels = json_object_get(config, LABELS);

	if (labels == NULL) {
		labels = json_array();
		json_object_set_new(config, LABELS, labels);
	}
	json_array_append_new(labels, json_string(label));
}

const char *config_label(const json_t *config, size_t i, const char *otherwise)
{
	const char *label = config_nth(config, LABELS, i);

	return label != NULL ? label : otherwise;
}

static bool names(const struct answer_form *f, const char *value)
{
	for (size_t i = 0; i < f->n_choice; i++)
		if (strcmp(f->choice[i], value) == 0)
			return true;
	return false;
}

const char *answer_choices(struct arena *mem, const struct activity *a, size_t stage,
                           const struct answer_form *f)
{
	struct buf b = buf_in(mem);
	const char *value, *label;
	size_t n = 0;

	buf_puts(&b, "");
	for (size_t i = 0; a->kind->choice(a, stage, i, &value, &label); i++)
		if (names(f, value))
			buf_printf(&b, "%s%s", n++ > 0 ? "\n" : "", value);
	return n == f->n_choice ? b.p : NULL;
}

const char *answer_chosen(struct arena *mem, const struct activity *a, size_t stage,
                          const struct answer_form *f, const char *none, const char **error)
{
	const char *lines = answer_choices(mem, a, stage, f);

	*error = lines == NULL ? N_("Ett av valgene finnes ikke lenger. Velg på nytt.") :
	         *lines == '\0' ? none : NULL;
	return *error == NULL ? lines : NULL;
}

const char *answer_up_to(struct arena *mem, const struct activity *a, size_t stage,
                         const struct answer_form *f, size_t most, const char **error)
{
	const char *lines = answer_chosen(mem, a, stage, f, N_("Velg et svar først."), error);

	if (lines == NULL || f->n_choice <= most)
		return lines;
	*error = N_("Du har valgt for mange. Ta bort noen.");
	return NULL;
}

size_t answer_pairs(const struct answer_form *f, size_t first)
{
	size_t n = 0, a, b;

	for (size_t i = 0; i < f->n_choice; i++)
		n += pair_read(f->choice[i], &a, &b) && a == first;
	return n;
}
