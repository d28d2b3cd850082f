#include "app/valg/sak_felt.h"

#include <stdarg.h>
#include <string.h>

#include "lib/arena.h"

#define TEXT_BYTES_MAX 300
#define KEY_BYTES_MAX 80

bool sak_well(const struct sak *s)
{
	return s->error.message == NULL;
}

void sak_fail(struct sak *s, const char *field, enum lov lov, const char *message, ...)
{
	va_list list;

	if (!sak_well(s))
		return;
	va_start(list, message);
	s->error.message = arena_vprintf(s->mem, message, list);
	va_end(list);
	s->error.field = field;
	s->error.lov = lov != SAK_NO_LOV || s->method == NULL ? lov : s->method->lov;
}

const char *sak_path(struct sak *s, const char *where, const char *name)
{
	return *where == '\0' ? name : arena_printf(s->mem, "%s.%s", where, name);
}

const char *sak_item(struct sak *s, const char *where, size_t i)
{
	return arena_printf(s->mem, "%s[%zu]", where, i);
}

const char *sak_key(struct sak *s, const char *name)
{
	size_t n = strnlen(name, KEY_BYTES_MAX);

	while (name[n] != '\0' && ((unsigned char)name[n] & 0xc0) == 0x80)
		n--;            /* not in the middle of a letter */
	return arena_strndup(s->mem, name, n);
}

static bool is_known(const char *const *known, const char *name)
{
	for (size_t i = 0; known[i] != NULL; i++)
		if (strcmp(known[i], name) == 0)
			return true;
	return false;
}

const json_t *sak_object(struct sak *s, const json_t *o, const char *where,
                         const char *const *known, enum lov lov)
{
	const char *name;
	json_t *v;

	if (!json_is_object(o)) {
		sak_fail(s, where, lov, "Her skal det stå et objekt, i krøllparenteser.");
		return NULL;
	}
	json_object_foreach((json_t *)o, name, v)
		if (!is_known(known, name))
			sak_fail(s, sak_path(s, where, sak_key(s, name)), lov,
			         "Feltet finnes ikke her.");
	return o;
}

/* ---- one value ---- */

static const json_t *get(struct sak *s, const json_t *o, const char *where, const char *name,
                         bool required, enum lov lov)
{
	const json_t *v = json_object_get(o, name);

	if (v == NULL && required)
		sak_fail(s, sak_path(s, where, name), lov, "Feltet mangler.");
	return v;
}

int64_t sak_int_of(struct sak *s, const json_t *v, const char *field, struct sak_limit limit)
{
	int64_t n;

	if (!json_is_integer(v)) {
		sak_fail(s, field, limit.lov, json_is_real(v)
		         ? "Her skal det stå et helt tall, uten desimaler."
		         : "Her skal det stå et tall.");
		return limit.least;
	}
	n = json_integer_value(v);
	if (n < limit.least)
		sak_fail(s, field, limit.lov, "Tallet kan ikke være mindre enn %lld.",
		         (long long)limit.least);
	else if (n > limit.most)
		sak_fail(s, field, limit.lov, "Tallet kan ikke være større enn %lld.",
		         (long long)limit.most);
	return sak_well(s) ? n : limit.least;
}

int64_t sak_int(struct sak *s, const json_t *o, const char *where, const char *name,
                struct sak_limit limit)
{
	const json_t *v = get(s, o, where, name, limit.required, limit.lov);

	return v == NULL ? 0 : sak_int_of(s, v, sak_path(s, where, name), limit);
}

/* What would do mischief on a terminal or in a list is no text. */
static bool is_plain(const char *text, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if ((unsigned char)text[i] < ' ' || text[i] == '\177')
			return false;
	return true;
}

const char *sak_text_of(struct sak *s, const json_t *v, const char *field)
{
	const char *text = json_string_value(v);
	const size_t n = json_string_length(v);

	if (text == NULL)
		sak_fail(s, field, SAK_NO_LOV, "Her skal det stå en tekst, i anførselstegn.");
	else if (n == 0)
		sak_fail(s, field, SAK_NO_LOV, "Teksten er tom.");
	else if (n > TEXT_BYTES_MAX)
		sak_fail(s, field, SAK_NO_LOV, "Teksten kan ikke være lengre enn %d tegn.",
		         TEXT_BYTES_MAX);
	else if (!is_plain(text, n))
		sak_fail(s, field, SAK_NO_LOV, "Her står det tegn som ikke er tekst.");
	return sak_well(s) ? text : "";
}

const char *sak_text(struct sak *s, const json_t *o, const char *where, const char *name,
                     bool required)
{
	const json_t *v = get(s, o, where, name, required, SAK_NO_LOV);

	return v == NULL ? "" : sak_text_of(s, v, sak_path(s, where, name));
}

bool sak_flag(struct sak *s, const json_t *o, const char *where, const char *name, bool otherwise)
{
	const json_t *v = json_object_get(o, name);

	if (v == NULL)
		return otherwise;
	if (!json_is_boolean(v))
		sak_fail(s, sak_path(s, where, name), SAK_NO_LOV,
		         "Her skal det stå true eller false.");
	return json_is_true(v);
}

static bool gender_of(char letter, enum gender *out)
{
	*out = letter == 'M' ? GENDER_MAN : GENDER_WOMAN;
	return letter == 'M' || letter == 'K';
}

enum gender sak_gender(struct sak *s, const json_t *o, const char *where, const char *name)
{
	const json_t *v = get(s, o, where, name, true, SAK_NO_LOV);
	enum gender gender = GENDER_WOMAN;

	if (v != NULL && (json_string_length(v) != 1 || !gender_of(*json_string_value(v), &gender)))
		sak_fail(s, sak_path(s, where, name), SAK_NO_LOV,
		         "Kjønn skrives \"K\" eller \"M\".");
	return gender;
}

const json_t *sak_array(struct sak *s, const json_t *o, const char *where, const char *name,
                        bool required)
{
	const json_t *v = get(s, o, where, name, required, SAK_NO_LOV);

	if (v != NULL && !json_is_array(v)) {
		sak_fail(s, sak_path(s, where, name), SAK_NO_LOV,
		         "Her skal det stå en liste, i hakeparenteser.");
		return NULL;
	}
	return v;
}

const json_t *sak_map(struct sak *s, const json_t *o, const char *where, const char *name,
                      bool required)
{
	const json_t *v = get(s, o, where, name, required, SAK_NO_LOV);

	if (v != NULL && !json_is_object(v)) {
		sak_fail(s, sak_path(s, where, name), SAK_NO_LOV,
		         "Her skal det stå et objekt, i krøllparenteser.");
		return NULL;
	}
	return v;
}

const enum gender *sak_genders(struct sak *s, const json_t *v, const char *field, size_t *n)
{
	const char *text = json_string_value(v);
	enum gender *out;

	*n = json_string_length(v);
	if (text == NULL || *n > VALG_NAMES_MAX) {
		sak_fail(s, field, SAK_NO_LOV, "Her skal det stå en K eller M for hver person, "
		         "for eksempel \"KMKM\".");
		*n = 0;
	}
	out = arena_array(s->mem, *n, sizeof *out);
	for (size_t i = 0; i < *n; i++)
		if (!gender_of(text[i], &out[i]))
			sak_fail(s, field, SAK_NO_LOV, "Tegn %zu er ikke K eller M.", i + 1);
	return out;
}

bool sak_gender_counts(struct sak *s, const json_t *o, const char *where, const char *name,
                       size_t count[GENDER__MAX])
{
	static const char *const known[] = { "K", "M", NULL };
	const struct sak_limit limit = { false, 0, VALG_NAMES_MAX, SAK_NO_LOV };
	const char *field = sak_path(s, where, name);
	const json_t *v = sak_map(s, o, where, name, false);

	if (v == NULL || sak_object(s, v, field, known, SAK_NO_LOV) == NULL)
		return false;
	count[GENDER_WOMAN] = (size_t)sak_int(s, v, field, "K", limit);
	count[GENDER_MAN] = (size_t)sak_int(s, v, field, "M", limit);
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
	const char *field = sak_path(s, "choices", sak_key(s, question));
	const char *key = json_string_value(reading), *known = "";
	const struct tvil_row *row;
	enum tvil q;

	if (!tvil_read(question, &q)) {
		sak_fail(s, field, SAK_NO_LOV, "Dette er ikke et av spørsmålene som står åpne.");
		return;
	}
	row = tvil_row(q);
	for (size_t i = 0; i < row->n_reading; i++)
		known = arena_printf(s->mem, "%s%s\"%s\"", known, i > 0 ? " eller " : "",
		                     row->reading[i]);
	if (key == NULL || tvil_reading(q, key) == TVIL_ASK)
		sak_fail(s, field, SAK_NO_LOV, "Her skal det stå %s.", known);
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
