#include "app/valg/sak_felt.h"

#include <string.h>

#include "lib/arena.h"

static bool gender_of(char letter, enum gender *out)
{
	*out = letter == 'M' ? GENDER_MAN : GENDER_WOMAN;
	return letter == 'M' || letter == 'K';
}

enum gender sak_gender(struct sak *s, const json_t *o, const char *where, const char *name)
{
	const json_t *v = json_object_get(o, name);
	enum gender gender = GENDER_WOMAN;

	if (v == NULL)
		les_fail(&s->les, les_path(&s->les, where, name), LES_NO_LOV, "Feltet mangler.");
	else if (json_string_length(v) != 1 || !gender_of(*json_string_value(v), &gender))
		les_fail(&s->les, les_path(&s->les, where, name), LES_NO_LOV,
		         "Kjønn skrives \"K\" eller \"M\".");
	return gender;
}

const enum gender *sak_genders(struct sak *s, const json_t *v, const char *field, size_t *n)
{
	const char *text = json_string_value(v);
	enum gender *out;

	*n = json_string_length(v);
	if (text == NULL || *n > VALG_NAMES_MAX) {
		les_fail(&s->les, field, LES_NO_LOV,
		         "Her skal det stå en K eller M for hver person, for eksempel \"KMKM\".");
		*n = 0;
	}
	out = arena_array(s->les.mem, *n, sizeof *out);
	for (size_t i = 0; i < *n; i++)
		if (!gender_of(text[i], &out[i]))
			les_fail(&s->les, field, LES_NO_LOV, "Tegn %zu er ikke K eller M.", i + 1);
	return out;
}

bool sak_gender_counts(struct sak *s, const json_t *o, const char *where, const char *name,
                       size_t count[GENDER__MAX])
{
	static const char *const known[] = { "K", "M", NULL };
	const struct les_limit limit = { false, 0, VALG_NAMES_MAX, LES_NO_LOV };
	const char *field = les_path(&s->les, where, name);
	const json_t *v = les_map(&s->les, o, where, name, false);

	if (v == NULL || les_object(&s->les, v, field, known, LES_NO_LOV) == NULL)
		return false;
	count[GENDER_WOMAN] = (size_t)les_int(&s->les, v, field, "K", limit);
	count[GENDER_MAN] = (size_t)les_int(&s->les, v, field, "M", limit);
	return true;
}

void sak_add_once(json_t *keys, const char *key)
{
	for (size_t i = 0; i < json_array_size(keys); i++)
		if (strcmp(json_string_value(json_array_get(keys, i)), key) == 0)
			return;
	json_array_append_new(keys, json_string(key));
}

json_t *sak_some(const json_t *from, const char *const *fields)
{
	json_t *o = json_object();

	for (size_t i = 0; fields[i] != NULL; i++)
		if (json_object_get(from, fields[i]) != NULL)
			json_object_set(o, fields[i], json_object_get(from, fields[i]));
	return o;
}

const char *sak_letter(enum gender gender)
{
	return gender == GENDER_WOMAN ? "K" : "M";
}

/* ---- choices, rules, numbers ---- */

void sak_check_choice(struct sak *s, const char *question, const json_t *reading)
{
	const char *field = les_path(&s->les, "choices", les_key(&s->les, question));
	const char *key = json_string_value(reading), *known = "";
	const struct tvil_row *row;
	enum tvil q;

	if (!tvil_read(question, &q)) {
		les_fail(&s->les, field, LES_NO_LOV,
		         "Dette er ikke et av spørsmålene som står åpne.");
		return;
	}
	row = tvil_row(q);
	for (size_t i = 0; i < row->n_reading; i++)
		known = arena_printf(s->les.mem, "%s%s\"%s\"", known, i > 0 ? " eller " : "",
		                     row->reading[i]);
	if (key == NULL || tvil_reading(q, key) == TVIL_ASK)
		les_fail(&s->les, field, LES_NO_LOV, "Her skal det stå %s.", known);
}

void sak_chosen(struct sak *s, size_t chosen[TVIL__MAX])
{
	chosen[TVIL_NONE] = TVIL_ASK;
	for (int q = TVIL_NONE + 1; q < TVIL__MAX; q++)
		chosen[q] = sak_choice(s, (enum tvil)q);
}

size_t sak_choice(struct sak *s, enum tvil question)
{
	const json_t *choices = json_object_get(s->in, "choices");
	const char *key = json_string_value(json_object_get(choices, tvil_row(question)->key));

	return key == NULL ? TVIL_ASK : tvil_reading(question, key);
}

void sak_rule(struct sak *s, enum rule rule)
{
	if (!rule_in_force(rule, s->date))
		return;
	for (size_t i = 0; i < s->n_rule; i++)
		if (s->rule[i] == rule)
			return;
	if (s->n_rule < SAK_RULES_MAX)
		s->rule[s->n_rule++] = rule;
}

char *sak_decimal(struct arena *mem, int64_t votes, int64_t scale, int64_t divisor, int digits,
                  char point)
{
	int64_t whole = votes * scale / divisor, rest = votes * scale % divisor, part = 0, one = 1;
	char *text;

	for (int i = 0; i < digits; i++) {
		one *= 10;
		part = part * 10 + rest * 10 / divisor;
		rest = rest * 10 % divisor;
	}
	if (rest * 2 >= divisor)
		part++;
	if (part == one) {
		part = 0;
		whole++;
	}
	text = arena_printf(mem, "%lld%c%0*lld", (long long)whole, point, digits, (long long)part);
	return text;
}
