/* les.c - a file becomes rows, each value held against its column. */
#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "app/arkiv/arkiv.h"
#include "app/arkiv/inside.h"
#include "lib/arena.h"
#include "lib/tid.h"
#include "lib/utf8.h"

#define ROWS_MOST 2000000
#define SCRATCH ((size_t)8 << 20)
#define CODE_DIGITS 8

struct reading {
	struct arena *mem, *scratch;    /* scratch: for one value at a time */
	const char *error;
	const struct archive_table *table;
	size_t row;
};

/* A name in the file as it may stand in a terminal. */
static const char *shown(struct arena *mem, const char *name)
{
	char *s = arena_strndup(mem, name, strnlen(name, 60));

	for (char *p = s; *p != '\0'; p++)
		if ((unsigned char)*p < ' ' || (unsigned char)*p >= 0x7F)
			*p = '?';
	return s;
}

/* The first thing that is wrong, and where. */
static bool wrong(struct reading *r, const struct column *c, const char *what)
{
	if (r->error == NULL)
		r->error = arena_printf(r->mem, "Tabellen «%s», rad %zu, «%s»: %s",
		                        r->table->name, r->row + 1, c->name, what);
	return false;
}

static bool take_number(struct reading *r, const struct column *c, const json_t *in,
                        int64_t min, int64_t max, struct value *out)
{
	if (!json_is_integer(in))
		return wrong(r, c, "her skal det stå et helt tall.");
	*out = v_int(json_integer_value(in));
	if (out->i < min || out->i > max)
		return wrong(r, c, "tallet er utenfor det som er mulig.");
	return true;
}

/* Text comes in as from any form: no control characters, nothing that turns the writing, and
 * a line is one line. */
static bool take_text(struct reading *r, const struct column *c, const json_t *in,
                      struct value *out)
{
	size_t n = json_string_length(in);
	const char *text = json_string_value(in);

	if (text == NULL || strlen(text) != n)
		return wrong(r, c, "her skal det stå tekst.");
	if (n > (size_t)c->max)
		return wrong(r, c, "teksten er for lang.");
	arena_reset(r->scratch);
	text = utf8_clean(r->scratch, text, c->max > LINE);
	if (text == NULL)
		return wrong(r, c, "teksten har tegn vi ikke forstår.");
	*out = v_text(arena_strdup(r->mem, text));
	return true;
}

static bool take_word(struct reading *r, const struct column *c, const json_t *in,
                      struct value *out)
{
	const char *text = json_string_value(in);
	bool ok = text != NULL;

	if (ok && c->kind == COL_DATE)
		ok = tid_is_date(text);
	if (ok && c->kind == COL_CODE)
		ok = strlen(text) == CODE_DIGITS && strspn(text, "0123456789") == CODE_DIGITS;
	if (!ok)
		return wrong(r, c, c->kind == COL_DATE ? "her skal det stå en dato, ÅÅÅÅ-MM-DD." :
		             "her skal det stå åtte sifre.");
	*out = v_text(arena_strdup(r->mem, text));
	return true;
}

static bool take_bytes(struct reading *r, const struct column *c, const json_t *in,
                       struct value *out)
{
	size_t room = json_string_length(in), n;
	unsigned char *bytes = arena_get(r->mem, room + 1);

	if (!json_is_string(in) ||
	    sodium_base642bin(bytes, room + 1, json_string_value(in), room, NULL, &n, NULL,
	                      sodium_base64_VARIANT_ORIGINAL) != 0)
		return wrong(r, c, "her skal det stå base64.");
	*out = v_blob(bytes, n);
	return true;
}

static bool take(struct reading *r, const struct column *c, const json_t *in,
                 struct value *out)
{
	if (in == NULL && (c->kind == COL_INT || c->kind == COL_TEXT) && c->min <= 0) {
		*out = c->null ? v_null() : c->kind == COL_INT ? v_int(0) : v_text("");
		return true;            /* a file from before there was such a column */
	}
	if ((in == NULL || json_is_null(in)) && (c->null || c->kind == COL_KEY)) {
		*out = v_null();
		return true;
	}
	switch (c->kind) {
	case COL_INT:
		return take_number(r, c, in, c->min, c->max, out);
	case COL_ID:
	case COL_REF:
	case COL_LATER_REF:
	case COL_SEAT:
	case COL_SEAT_REF:
	case COL_KEY:
		return take_number(r, c, in, 1, MOMENT_MOST, out);
	case COL_TEXT:
		return take_text(r, c, in, out);
	case COL_DATE:
	case COL_CODE:
		return take_word(r, c, in, out);
	case COL_BYTES:
		return take_bytes(r, c, in, out);
	case COL_SAMLING:
	case COL_FRESH:
	case COL_LEFT:
		*out = v_null();
		return true;
	}
	return false;
}

static bool known(const struct archive_table *t, const char *name)
{
	for (const struct column *c = t->column; c->name != NULL; c++)
		if (strcmp(c->name, name) == 0)
			return column_in_file(c);
	return false;
}

static bool take_row(struct reading *r, const json_t *in, struct value *out)
{
	const char *name;
	json_t *value;

	if (!json_is_object(in))
		return wrong(r, r->table->column, "raden er ikke et objekt.");
	json_object_foreach((json_t *)in, name, value)
		if (!known(r->table, name))
			return wrong(r, &(struct column){ .name = shown(r->mem, name) },
			             "feltet finnes ikke.");
	for (const struct column *c = r->table->column; c->name != NULL; c++, out++)
		if (!take(r, c, column_in_file(c) ? json_object_get(in, c->name) : json_null(),
		          out))
			return false;
	return true;
}

static bool take_table(struct reading *r, const json_t *in, struct archive_rows *rows)
{
	rows->table = r->table;
	rows->n_col = column_count(r->table);
	if (in == NULL)
		return true;            /* a file from before there was such a table */
	if (!json_is_array(in) || json_array_size(in) > ROWS_MOST) {
		r->error = arena_printf(r->mem, "Tabellen «%s» er ikke en liste, eller er for "
		                        "lang.", r->table->name);
		return false;
	}
	rows->n = json_array_size(in);
	rows->v = arena_array(r->mem, rows->n * rows->n_col, sizeof *rows->v);
	for (r->row = 0; r->row < rows->n; r->row++)
		if (!take_row(r, json_array_get(in, r->row), rows->v + r->row * rows->n_col))
			return false;
	return true;
}

static bool take_all(struct reading *r, const json_t *file, struct archive *a)
{
	const json_t *tables = json_object_get(file, "tabeller");
	const char *schema = json_string_value(json_object_get(file, "skjema")), *name;
	json_t *value;

	if (schema == NULL || strcmp(schema, "samling-arkiv/1") != 0) {
		r->error = "Filen er ikke en arkivfil av en utgave vi kjenner (samling-arkiv/1).";
		return false;
	}
	for (r->table = archive_tables; r->table->name != NULL; r->table++)
		if (!take_table(r, json_object_get(tables, r->table->name), &a->rows[a->n++]))
			return false;
	json_object_foreach((json_t *)tables, name, value)
		if (archive_find(a, name) == NULL) {
			r->error = arena_printf(r->mem, "Tabellen «%s» finnes ikke her. Filen "
			                        "kan være fra et nyere program.",
			                        shown(r->mem, name));
			return false;
		}
	return true;
}

struct archive_rows *archive_find(struct archive *a, const char *table)
{
	for (size_t i = 0; i < a->n; i++)
		if (strcmp(a->rows[i].table->name, table) == 0)
			return &a->rows[i];
	return NULL;
}

const struct value *archive_value(const struct archive_rows *rows, size_t row,
                                  const char *column)
{
	size_t c = 0;

	while (strcmp(rows->table->column[c].name, column) != 0)
		c++;
	return &rows->v[row * rows->n_col + c];
}

bool archive_begins(const char *bytes, size_t n)
{
	return memmem(bytes, n < 200 ? n : 200, "\"samling-arkiv/", 15) != NULL;
}

struct archive *archive_read(struct arena *mem, const char *bytes, size_t n,
                             const char **error)
{
	struct reading r = { .mem = mem, .scratch = arena_new(SCRATCH) };
	struct archive *a = arena_get(mem, sizeof *a);
	json_error_t where;
	json_t *file = n > ARCHIVE_MOST ? NULL :
	               json_loadb(bytes, n, JSON_REJECT_DUPLICATES, &where);
	bool ok = false;

	if (n > ARCHIVE_MOST)
		r.error = "Filen er for stor.";
	else if (file == NULL)
		r.error = arena_printf(mem, "Linje %d, tegn %d: filen er ikke hel, eller ikke "
		                       "JSON.", where.line, where.column);
	else
		ok = take_all(&r, file, a);
	if (ok)
		r.error = archive_check(mem, a);
	json_decref(file);
	arena_free(r.scratch);
	*error = r.error;
	return r.error == NULL ? a : NULL;
}
