/* skriv.c - a samling becomes a file. */
#include <sodium.h>
#include <string.h>

#include "app/arkiv/arkiv.h"
#include "app/arkiv/inside.h"
#include "lib/arena.h"
#include "lib/buf.h"
#include "lib/world.h"
#include "rules/stored.h"
#include "web/text.h"

#define TRIES 3         /* reading a samling that somebody is changing */

struct writing {
	struct store *store;
	struct arena *mem;
	int64_t samling;
	struct rows seats;              /* of deltaker, in the order of their numbers */
};

bool column_in_file(const struct column *c)
{
	return c->kind != COL_SAMLING && c->kind != COL_FRESH && c->kind != COL_LEFT;
}

size_t column_count(const struct archive_table *t)
{
	size_t n = 0;

	while (t->column[n].name != NULL)
		n++;
	return n;
}

/* The number of a phone, from 1; 0: the bytes are no phone's. */
static size_t seat_number(const struct writing *w, const struct value *v)
{
	for (size_t i = 0; v->kind == VALUE_BLOB && i < w->seats.n; i++) {
		const struct value *id = &w->seats.row[i].col[0];

		if (id->n == v->n && memcmp(id->text, v->text, v->n) == 0)
			return i + 1;
	}
	return 0;
}

static json_t *base64(struct arena *mem, const struct value *v)
{
	size_t room = sodium_base64_ENCODED_LEN(v->n, sodium_base64_VARIANT_ORIGINAL);
	char *text = arena_get(mem, room);

	sodium_bin2base64(text, room, (const unsigned char *)v->text, v->n,
	                  sodium_base64_VARIANT_ORIGINAL);
	return json_string(text);
}

static json_t *json_of(const struct writing *w, const struct column *c, const struct value *v)
{
	size_t seat;

	if (v->kind == VALUE_NULL)
		return json_null();
	if (c->kind == COL_SEAT || c->kind == COL_SEAT_REF || c->kind == COL_KEY) {
		seat = seat_number(w, v);
		return seat > 0 ? json_integer((json_int_t)seat) : json_null();
	}
	if (v->kind == VALUE_INT)
		return json_integer(v->i);
	return v->kind == VALUE_BLOB ? base64(w->mem, v) : json_string(v->text);
}

static json_t *rows_of(struct writing *w, const struct archive_table *t, const struct rows *rows)
{
	json_t *list = json_array();

	for (size_t r = 0; r < rows->n; r++) {
		json_t *o = json_object();
		size_t col = 0;

		for (const struct column *c = t->column; c->name != NULL; c++)
			if (column_in_file(c))
				json_object_set_new(o, c->name,
				                    json_of(w, c, &rows->row[r].col[col++]));
		json_array_append_new(list, o);
	}
	return list;
}

/* A round that is open: its answers can still be changed by who gave them. */
static bool open_round(const struct archive_table *t, const struct rows *rows)
{
	if (strcmp(t->name, "runde") != 0)
		return false;
	for (size_t i = 0; i < rows->n; i++)
		if (row_int(&rows->row[i], arkiv_les_runde__fase) == ROUND_OPEN)
			return true;
	return false;
}

static enum outcome tables(struct writing *w, json_t *out, const char **why)
{
	const struct value samling = v_int(w->samling);
	enum outcome went = store_run(w->store, w->mem, Q_arkiv_les_deltaker, &samling,
	                              &w->seats);

	for (const struct archive_table *t = archive_tables; t->name != NULL; t++) {
		struct rows rows;

		if (went == OUTCOME_OK)
			went = store_run(w->store, w->mem, t->read, &samling, &rows);
		if (went != OUTCOME_OK)
			return went;
		if (open_round(t, &rows)) {
			*why = N_("En runde er åpen. Lukk den, og be om arkivet på nytt.");
			return OUTCOME_INVALID;
		}
		json_object_set_new(out, t->name, rows_of(w, t, &rows));
	}
	return went;
}

static enum outcome version(struct writing *w, int64_t *version)
{
	const struct value samling = v_int(w->samling);
	struct rows rows;
	enum outcome went = store_run(w->store, w->mem, Q_arkiv_les_samling, &samling, &rows);

	if (went == OUTCOME_OK && rows.n == 0)
		return OUTCOME_NOT_FOUND;
	if (went == OUTCOME_OK)
		*version = row_int(&rows.row[0], arkiv_les_samling__versjon);
	return went;
}

static int to_buf(const char *bytes, size_t n, void *buf)
{
	buf_add(buf, bytes, n);
	return 0;
}

/* Programs answered it: what is kept of samlinger is of people. */
static enum outcome rehearsal(struct writing *w, const char **why)
{
	struct rows rows;
	enum outcome went = RUN(w->store, w->mem, &rows, arkiv_er_proeve,
	                        .samling = v_int(w->samling));

	if (went != OUTCOME_OK || rows.n == 0)
		return went;
	*why = N_("En prøve arkiveres ikke. Den slettes når den er over.");
	return OUTCOME_INVALID;
}

enum outcome archive_write(struct store *st, struct arena *mem, const struct world *world,
                           int64_t samling, struct buf *b, const char **why)
{
	struct writing w = { .store = st, .mem = mem, .samling = samling };

	enum outcome real = rehearsal(&w, why);

	for (int i = 0; i < TRIES && real == OUTCOME_OK; i++) {
		json_t *o = json_object(), *all = json_object();
		int64_t before = 0, after = 0;
		enum outcome went = version(&w, &before);

		json_object_set_new(o, "skjema", json_string("samling-arkiv/1"));
		json_object_set_new(o, "skrevet", json_integer(world_wall_ms(world)));
		json_object_set_new(o, "tabeller", all);
		if (went == OUTCOME_OK)
			went = tables(&w, all, why);
		if (went == OUTCOME_OK)
			went = version(&w, &after);
		if (went == OUTCOME_OK && before == after)
			json_dump_callback(o, to_buf, b, JSON_INDENT(1));
		json_decref(o);
		if (went != OUTCOME_OK || before == after)
			return went;
	}
	if (real != OUTCOME_OK)
		return real;
	*why = N_("Samlingen ble endret hele tiden mens arkivet ble laget. Prøv igjen om litt.");
	return OUTCOME_INVALID;
}
