#include "app/saksfil/saksfil.h"

#include <stdarg.h>
#include <string.h>

#include "lib/arena.h"

#define TEXT_BYTES_MAX 300
#define KEY_BYTES_MAX 80

bool les_well(const struct les *l)
{
	return l->error.message == NULL;
}

void les_fail(struct les *l, const char *field, enum lov lov, const char *message, ...)
{
	va_list list;

	if (!les_well(l))
		return;
	va_start(list, message);
	l->error.message = arena_vprintf(l->mem, message, list);
	va_end(list);
	l->error.field = field;
	l->error.lov = lov != LES_NO_LOV ? lov : l->lov;
}

json_t *les_error_json(const struct les *l)
{
	json_t *error = json_pack("{s:s, s:s}", "field", l->error.field, "message",
	                          l->error.message);

	if (l->error.lov != LES_NO_LOV)
		json_object_set_new(error, "section", json_string(lov_places[l->error.lov].nb));
	return error;
}

const char *les_error_text(const struct les *l, const char *id)
{
	const char *section = l->error.lov == LES_NO_LOV ? ""
		: arena_printf(l->mem, " (%s)", lov_places[l->error.lov].nb);

	return arena_printf(l->mem, "%s%s%s%s%s%s", id, *id != '\0' ? ": " : "", l->error.field,
	                    *l->error.field != '\0' ? ": " : "", l->error.message, section);
}

const char *les_path(struct les *l, const char *where, const char *name)
{
	return *where == '\0' ? name : arena_printf(l->mem, "%s.%s", where, name);
}

const char *les_item(struct les *l, const char *where, size_t i)
{
	return arena_printf(l->mem, "%s[%zu]", where, i);
}

const char *les_key(struct les *l, const char *name)
{
	size_t n = strnlen(name, KEY_BYTES_MAX);

	while (name[n] != '\0' && ((unsigned char)name[n] & 0xc0) == 0x80)
		n--;            /* not in the middle of a letter */
	return arena_strndup(l->mem, name, n);
}

static bool is_known(const char *const *known, const char *name)
{
	for (size_t i = 0; known[i] != NULL; i++)
		if (strcmp(known[i], name) == 0)
			return true;
	return false;
}

const json_t *les_object(struct les *l, const json_t *o, const char *where,
                         const char *const *known, enum lov lov)
{
	const char *name;
	json_t *v;

	if (!json_is_object(o)) {
		les_fail(l, where, lov, "Her skal det stå et objekt, i krøllparenteser.");
		return NULL;
	}
	json_object_foreach((json_t *)o, name, v)
		if (!is_known(known, name))
			les_fail(l, les_path(l, where, les_key(l, name)), lov,
			         "Feltet finnes ikke her.");
	return o;
}

/* ---- one value ---- */

static const json_t *get(struct les *l, const json_t *o, const char *where, const char *name,
                         bool required, enum lov lov)
{
	const json_t *v = json_object_get(o, name);

	if (v == NULL && required)
		les_fail(l, les_path(l, where, name), lov, "Feltet mangler.");
	return v;
}

int64_t les_int_of(struct les *l, const json_t *v, const char *field, struct les_limit limit)
{
	int64_t n;

	if (!json_is_integer(v)) {
		les_fail(l, field, limit.lov, json_is_real(v)
		         ? "Her skal det stå et helt tall, uten desimaler."
		         : "Her skal det stå et tall.");
		return limit.least;
	}
	n = json_integer_value(v);
	if (n < limit.least)
		les_fail(l, field, limit.lov, "Tallet kan ikke være mindre enn %lld.",
		         (long long)limit.least);
	else if (n > limit.most)
		les_fail(l, field, limit.lov, "Tallet kan ikke være større enn %lld.",
		         (long long)limit.most);
	return les_well(l) ? n : limit.least;
}

int64_t les_int(struct les *l, const json_t *o, const char *where, const char *name,
                struct les_limit limit)
{
	const json_t *v = get(l, o, where, name, limit.required, limit.lov);

	return v == NULL ? 0 : les_int_of(l, v, les_path(l, where, name), limit);
}

/* What would do mischief on a terminal or in a list is no text. */
static bool is_plain(const char *text, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if ((unsigned char)text[i] < ' ' || text[i] == '\177')
			return false;
	return true;
}

const char *les_text_of(struct les *l, const json_t *v, const char *field)
{
	const char *text = json_string_value(v);
	const size_t n = json_string_length(v);

	if (text == NULL)
		les_fail(l, field, LES_NO_LOV, "Her skal det stå en tekst, i anførselstegn.");
	else if (n == 0)
		les_fail(l, field, LES_NO_LOV, "Teksten er tom.");
	else if (n > TEXT_BYTES_MAX)
		les_fail(l, field, LES_NO_LOV, "Teksten kan ikke være lengre enn %d tegn.",
		         TEXT_BYTES_MAX);
	else if (!is_plain(text, n))
		les_fail(l, field, LES_NO_LOV, "Her står det tegn som ikke er tekst.");
	return les_well(l) ? text : "";
}

const char *les_text(struct les *l, const json_t *o, const char *where, const char *name,
                     bool required)
{
	const json_t *v = get(l, o, where, name, required, LES_NO_LOV);

	return v == NULL ? "" : les_text_of(l, v, les_path(l, where, name));
}

bool les_flag(struct les *l, const json_t *o, const char *where, const char *name, bool otherwise)
{
	const json_t *v = json_object_get(o, name);

	if (v == NULL)
		return otherwise;
	if (!json_is_boolean(v))
		les_fail(l, les_path(l, where, name), LES_NO_LOV,
		         "Her skal det stå true eller false.");
	return json_is_true(v);
}

const json_t *les_array(struct les *l, const json_t *o, const char *where, const char *name,
                        bool required)
{
	const json_t *v = get(l, o, where, name, required, LES_NO_LOV);

	if (v != NULL && !json_is_array(v)) {
		les_fail(l, les_path(l, where, name), LES_NO_LOV,
		         "Her skal det stå en liste, i hakeparenteser.");
		return NULL;
	}
	return v;
}

const json_t *les_map(struct les *l, const json_t *o, const char *where, const char *name,
                      bool required)
{
	const json_t *v = get(l, o, where, name, required, LES_NO_LOV);

	if (v != NULL && !json_is_object(v)) {
		les_fail(l, les_path(l, where, name), LES_NO_LOV,
		         "Her skal det stå et objekt, i krøllparenteser.");
		return NULL;
	}
	return v;
}
