/* oppsett.c - an "oppsett" is checked, read, and taken from the editor: felles.h, kind.h. */
#include "app/aktivitet/slag/felles.h"

#include <stdio.h>
#include <string.h>

#include "lib/arena.h"
#include "lib/buf.h"
#include "lib/utf8.h"
#include "web/form.h"
#include "web/text.h"

/* For one text at a time: cleaning takes some seven times its bytes. */
#define SCRATCH (2u << 20)

static bool known(const struct config_field *f, const char *name)
{
	for (; f->name != NULL; f++)
		if (strcmp(f->name, name) == 0)
			return true;
	return false;
}

/* An empty line is what parts the texts of a list in the editor. */
static void join_paragraphs(char *text)
{
	char *to = text;

	for (const char *p = text; *p != '\0'; p++)
		if (p[0] != '\n' || p[1] != '\n')
			*to++ = *p;
	*to = '\0';
}

static const char *check_text(struct arena *a, const struct config_field *f, const char *text,
                              char **clean)
{
	int64_t n;

	if (strlen(text) > (size_t)f->max * LETTER_BYTES)
		return N_("Teksten er for lang. Kort den ned.");
	*clean = utf8_clean(a, text, f->kind == CONFIG_LINES || f->kind == CONFIG_PARAGRAPHS);
	if (*clean == NULL)
		return N_("Teksten har tegn vi ikke forstår. Skriv den på nytt.");
	if (f->kind == CONFIG_PARAGRAPHS)
		join_paragraphs(*clean);
	n = (int64_t)utf8_length(*clean);
	if (n < f->min)
		return N_("Fyll ut dette feltet.");
	if (n > f->max)
		return N_("Teksten er for lang. Kort den ned.");
	if (f->kind == CONFIG_LINK && n > 0 && strncmp(*clean, "https://", 8) != 0)
		return N_("En lenke må begynne med https://.");
	return NULL;
}

/* A text as JSON, or NULL and *error. */
static json_t *text_of(struct arena *a, const struct config_field *f, const json_t *v,
                       const char **error)
{
	json_t *out = NULL;
	char *clean;

	if (!json_is_string(v)) {
		*error = N_("Her skal det stå tekst.");
		return NULL;
	}
	*error = check_text(a, f, json_string_value(v), &clean);
	if (*error == NULL)
		out = json_string(clean);
	arena_reset(a);
	return out;
}

static const char *take_text(struct arena *a, const struct config_field *f, const json_t *v,
                             json_t **out)
{
	const char *error = NULL;

	if (v == NULL && f->min > 0)
		return N_("Fyll ut dette feltet.");
	*out = v == NULL ? json_string("") : text_of(a, f, v, &error);
	return error;
}

static bool has_text(const json_t *list, const char *text)
{
	json_t *one;
	size_t i;

	json_array_foreach(list, i, one)
		if (strcmp(json_string_value(one), text) == 0)
			return true;
	return false;
}

/* The sum of a picture, as app/bilde writes it. */
static const char *take_picture(const json_t *v, json_t **out)
{
	const char *sha = v == NULL ? "" : json_string_value(v);

	if (sha == NULL || sha[strspn(sha, "0123456789abcdef")] != '\0' ||
	    (*sha != '\0' && strlen(sha) != 64))
		return N_("Et bilde legges til på punktets egen side.");
	*out = json_string(sha);
	return NULL;
}

static const char *append(json_t *list, const struct config_field *f, json_t *one)
{
	if (f->kind == CONFIG_TEXTS && has_text(list, json_string_value(one))) {
		json_decref(one);
		return N_("To av tekstene er like. Endre den ene.");
	}
	json_array_append_new(list, one);
	return NULL;
}

static const char *take_texts(struct arena *a, const struct config_field *f, const json_t *v,
                              json_t **out)
{
	const char *error = NULL;
	size_t n = json_array_size(v);

	if (v != NULL && !json_is_array(v))
		return N_("Her skal det stå en liste.");
	if (n < (size_t)f->min_n)
		return N_("Det er for få tekster i listen. Legg til flere.");
	if (n > (size_t)f->max_n)
		return N_("Det er for mange tekster i listen. Ta bort noen.");
	*out = json_array();
	for (size_t i = 0; i < n && error == NULL; i++) {
		json_t *one = text_of(a, f, json_array_get(v, i), &error);

		if (one != NULL)
			error = append(*out, f, one);
	}
	if (error != NULL) {
		json_decref(*out);
		*out = NULL;
	}
	return error;
}

static const char *take(struct arena *a, const struct config_field *f, const json_t *v,
                        json_t **out)
{
	json_int_t i;

	switch (f->kind) {
	case CONFIG_TEXT:
	case CONFIG_LINES:
	case CONFIG_LINK:
		return take_text(a, f, v, out);
	case CONFIG_PICTURE:
		return take_picture(v, out);
	case CONFIG_TEXTS:
	case CONFIG_PARAGRAPHS:
		return take_texts(a, f, v, out);
	case CONFIG_FLAG:
		if (v != NULL && !json_is_boolean(v))
			return N_("Her skal det stå true eller false.");
		*out = json_boolean(v != NULL ? json_is_true(v) : f->number);
		return NULL;
	case CONFIG_INT:
		if (v != NULL && !json_is_integer(v))
			return N_("Skriv et helt tall.");
		i = v != NULL ? json_integer_value(v) : f->number;
		if (i < f->min || i > f->max)
			return N_("Tallet er for stort eller for lite.");
		*out = json_integer(i);
		return NULL;
	}
	return NULL;
}

static json_t *check_all(struct arena *a, const struct config_field *fields, const json_t *in,
                         const char **where, const char **error)
{
	json_t *out = json_object(), *value, *one;
	const char *name;

	json_object_foreach((json_t *)in, name, value) {
		if (!known(fields, name)) {
			*where = name;
			*error = N_("Dette feltet finnes ikke.");
			json_decref(out);
			return NULL;
		}
	}
	for (const struct config_field *f = fields; f->name != NULL; f++) {
		one = NULL;
		*error = take(a, f, json_object_get(in, f->name), &one);
		if (*error != NULL) {
			*where = f->name;
			json_decref(out);
			return NULL;
		}
		json_object_set_new(out, f->name, one);
	}
	return out;
}

json_t *config_check(const struct config_field *fields, const json_t *in, const char **where,
                     const char **error)
{
	struct arena *a = arena_new(SCRATCH);
	json_t *out = NULL;

	*where = "";
	if (!json_is_object(in))
		*error = N_("Her skal det stå et objekt.");
	else
		out = check_all(a, fields, in, where, error);
	arena_free(a);
	return out;
}

json_t *kind_setup(const struct kind *k, const json_t *in, const char **where,
                   const char **error)
{
	json_t *out = config_check(k->fields, in, where, error);

	if (out != NULL && k->check != NULL && !k->check(out, where, error)) {
		json_decref(out);
		out = NULL;
	}
	return out;
}

json_t *kind_new_setup(const struct kind *k)
{
	json_t *out = json_object();

	for (const struct config_field *f = k->fields; f->name != NULL; f++) {
		if (f->kind == CONFIG_INT)
			json_object_set_new(out, f->name, json_integer(f->number));
		else if (f->kind == CONFIG_FLAG)
			json_object_set_new(out, f->name, json_boolean(f->number));
	}
	return out;
}

const char *config_text(const json_t *config, const char *name)
{
	const char *s = json_string_value(json_object_get(config, name));

	return s != NULL ? s : "";
}

int config_int(const json_t *config, const char *name)
{
	return (int)json_integer_value(json_object_get(config, name));
}

bool config_flag(const json_t *config, const char *name)
{
	return json_is_true(json_object_get(config, name));
}

size_t config_n(const json_t *config, const char *name)
{
	return json_array_size(json_object_get(config, name));
}

const char *config_nth(const json_t *config, const char *name, size_t i)
{
	return json_string_value(json_array_get(json_object_get(config, name), i));
}

const char **config_list(struct arena *a, const json_t *config, const char *name)
{
	const char **list = arena_array(a, config_n(config, name), sizeof *list);

	for (size_t i = 0; i < config_n(config, name); i++)
		list[i] = config_nth(config, name, i);
	return list;
}

void config_word(json_t *config, enum lang lang, const char *name, const char *msgid)
{
	if (config_text(config, name)[0] == '\0')
		json_object_set_new(config, name, json_string(tr(lang, msgid)));
}

const char *config_question(const json_t *config, size_t stage)
{
	(void)stage;
	return config_text(config, "spoersmaal");
}

char *config_unlines(struct arena *a, const json_t *config, const char *name, bool paragraphs)
{
	struct buf b = buf_in(a);

	buf_puts(&b, "");
	for (size_t i = 0; i < config_n(config, name); i++) {
		if (i > 0)
			buf_puts(&b, paragraphs ? "\n\n" : "\n");
		buf_puts(&b, config_nth(config, name, i));
	}
	return b.p;
}

static json_t *texts_from(const char *text, bool paragraphs)
{
	const char *gap = paragraphs ? "\n\n" : "\n";
	json_t *out = json_array();

	while (*text != '\0') {
		const char *end = strstr(text, gap);
		size_t n = end != NULL ? (size_t)(end - text) : strlen(text);

		while (n > 0 && text[n - 1] == '\n')
			n--;
		if (n > 0)
			json_array_append_new(out, json_stringn(text, n));
		text = end != NULL ? end : text + strlen(text);
		text += strspn(text, "\n");
	}
	return out;
}

/* NULL: left out. */
static json_t *value_from(const struct form *form, const char *name, enum config_kind kind)
{
	switch (kind) {
	case CONFIG_TEXT:
	case CONFIG_LINES:
	case CONFIG_LINK:
		return json_string(form_text(form, name));
	case CONFIG_TEXTS:
	case CONFIG_PARAGRAPHS:
		return texts_from(form_text(form, name), kind == CONFIG_PARAGRAPHS);
	case CONFIG_FLAG:
		return json_boolean(form_flag(form, name));
	case CONFIG_INT:
		return *form_text(form, name) != '\0' ? json_integer(form_int(form, name)) : NULL;
	case CONFIG_PICTURE:            /* has a page of its own */
		return NULL;
	}
	return NULL;
}

json_t *kind_from_form(const struct kind *k, const struct form *form)
{
	json_t *out = json_object(), *value;
	char name[40];

	for (const struct config_field *f = k->fields; f->name != NULL; f++) {
		snprintf(name, sizeof name, "o_%s", f->name);
		value = value_from(form, name, f->kind);
		if (value != NULL)
			json_object_set_new(out, f->name, value);
	}
	return out;
}
