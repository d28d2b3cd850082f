#include "app/aktivitet/slag/felles.h"

#include <string.h>

#include "lib/arena.h"
#include "lib/buf.h"
#include "lib/utf8.h"
#include "web/text.h"

#define SCRATCH (256u << 10)

static bool known(const struct config_field *f, const char *name)
{
	for (; f->name != NULL; f++)
		if (strcmp(f->name, name) == 0)
			return true;
	return false;
}

static const char *check_text(struct arena *a, const struct config_field *f, const char *text,
                              const char **clean)
{
	int64_t n;

	*clean = utf8_clean(a, text, true);
	if (*clean == NULL)
		return N_("Teksten har tegn vi ikke forstår.");
	n = (int64_t)utf8_length(*clean);
	if (n < f->min)
		return n == 0 ? N_("Fyll ut dette feltet.") : N_("Teksten er for kort.");
	if (n > f->max)
		return N_("Teksten er for lang.");
	if (f->kind == CONFIG_LINK && n > 0 && strncmp(*clean, "https://", 8) != 0 &&
	    strncmp(*clean, "http://", 7) != 0)
		return N_("En lenke må begynne med https://.");
	return NULL;
}

static const char *take_text(struct arena *a, const struct config_field *f, const json_t *v,
                             json_t **out)
{
	const char *clean, *error;

	if (v != NULL && !json_is_string(v))
		return N_("Her skal det stå tekst.");
	error = check_text(a, f, v != NULL ? json_string_value(v) : f->text != NULL ? f->text : "",
	                   &clean);
	*out = error == NULL ? json_string(clean) : NULL;
	return error;
}

static const char *take_texts(struct arena *a, const struct config_field *f, const json_t *v,
                              json_t **out)
{
	const char *clean, *error = NULL;
	size_t i, n = json_array_size(v);
	json_t *one;

	if (v != NULL && !json_is_array(v))
		return N_("Her skal det stå en liste.");
	if (n < (size_t)f->min_n)
		return N_("Det er for få tekster i listen.");
	if (n > (size_t)f->max_n)
		return N_("Det er for mange tekster i listen.");
	*out = json_array();
	json_array_foreach(v, i, one) {
		error = json_is_string(one) ? check_text(a, f, json_string_value(one), &clean)
		                            : N_("Her skal det stå tekst.");
		if (error != NULL)
			break;
		json_array_append_new(*out, json_string(clean));
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
	case CONFIG_LINK:
		return take_text(a, f, v, out);
	case CONFIG_TEXTS:
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

json_t *config_lines(const char *text, bool paragraphs)
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
