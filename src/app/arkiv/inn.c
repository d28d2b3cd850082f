/* inn.c - rows of a file are put in under new ids. */
#include <stdlib.h>
#include <string.h>

#include "app/aktivitet/aktivitet.h"
#include "app/arkiv/arkiv.h"
#include "app/arkiv/inside.h"
#include "app/samling/samling.h"
#include "lib/arena.h"
#include "lib/buf.h"
#include "lib/world.h"

#define COLUMNS_MOST 32
#define SEAT_BYTES 16           /* deltaker.id and svar.noekkel  */
#define HASH_BYTES 32           /* as long as that of a token    */

struct pair { int64_t old, new; const void *seat; };
struct map { struct pair *pair; size_t n; };

struct putting {
	struct store *store;
	struct arena *mem;
	const struct world *world;
	const struct archive *a;
	int64_t samling;
	struct map map[TABLES_MOST];    /* beside a->rows                 */
	struct map cards;               /* kort, once it is put in        */
	const char *error;
	bool translate;                 /* svar: of a kind that has cards */
};

static int by_old(const void *a, const void *b)
{
	const struct pair *x = a, *y = b;

	return (x->old > y->old) - (x->old < y->old);
}

static const struct pair *found(const struct map *m, int64_t old)
{
	const struct pair key = { .old = old };

	return m->n == 0 ? NULL : bsearch(&key, m->pair, m->n, sizeof key, by_old);
}

static const struct map *map_of(const struct putting *p, const char *table)
{
	for (size_t i = 0; i < p->a->n; i++)
		if (strcmp(p->a->rows[i].table->name, table) == 0)
			return &p->map[i];
	return NULL;
}

static void *fresh(struct putting *p, size_t n)
{
	void *bytes = arena_get(p->mem, n);

	world_random(p->world, bytes, n);
	return bytes;
}

static bool wrong(struct putting *p, const struct archive_rows *rows, size_t row,
                  const char *what)
{
	p->error = arena_printf(p->mem, "Tabellen «%s», rad %zu: %s", rows->table->name, row + 1,
	                        what);
	return false;
}

static bool refer(const struct map *m, const struct value *v, struct value *out)
{
	const struct pair *to = found(m, v->i);

	if (to == NULL)
		return false;
	*out = to->seat != NULL ? v_blob(to->seat, SEAT_BYTES) : v_int(to->new);
	return true;
}

/* The value of a column as the database shall have it. */
static bool value_of(struct putting *p, const struct column *c, const struct value *v,
                     struct value *out)
{
	*out = *v;
	switch (c->kind) {
	case COL_SAMLING:
		*out = v_int(p->samling);
		return true;
	case COL_FRESH:
		*out = v_blob(fresh(p, HASH_BYTES), HASH_BYTES);
		return true;
	case COL_SEAT:
		*out = v_blob(fresh(p, SEAT_BYTES), SEAT_BYTES);
		return true;
	case COL_KEY:
		if (v->kind != VALUE_NULL)
			return refer(map_of(p, "deltaker"), v, out);
		*out = v_blob(fresh(p, SEAT_BYTES), SEAT_BYTES);
		return true;
	case COL_SEAT_REF:
		return v->kind == VALUE_NULL || refer(map_of(p, "deltaker"), v, out);
	case COL_REF:
		return v->kind == VALUE_NULL || refer(map_of(p, c->to), v, out);
	case COL_INT:
	case COL_TEXT:
	case COL_DATE:
	case COL_BYTES:
	case COL_CODE:
	case COL_ID:
	case COL_LATER_REF:
	case COL_LEFT:
		return true;
	}
	return true;
}

static bool written(const struct column *c)
{
	return c->kind != COL_ID && c->kind != COL_LEFT && c->kind != COL_LATER_REF;
}

/* ---- answers about cards: a value is the card's id, and perhaps a grade ---- */

static const char *with_new_cards(struct putting *p, const char *lines)
{
	struct buf b = buf_in(p->mem);

	buf_puts(&b, "");
	while (*lines != '\0') {
		size_t len = strcspn(lines, "\n"), digits = strspn(lines, "0123456789");
		const struct pair *card = digits == 0 || digits > 18 || len > digits + 1 ? NULL :
		                          found(&p->cards, strtoll(lines, NULL, 10));

		if (card != NULL)
			buf_printf(&b, "%lld%.*s", (long long)card->new, (int)(len - digits),
			           lines + digits);
		else
			buf_add(&b, lines, len);
		lines += len;
		if (*lines == '\n') {
			buf_putc(&b, '\n');
			lines++;
		}
	}
	return b.p;
}

/* Is the round of this answer about cards? */
static bool about_cards(const struct putting *p, const struct archive_rows *rows, size_t row)
{
	int64_t round = archive_value(rows, row, "runde")->i, item = 0;
	const struct archive_rows *rounds = archive_find((struct archive *)p->a, "runde");
	const struct archive_rows *items = archive_find((struct archive *)p->a, "punkt");

	for (size_t i = 0; i < rounds->n; i++)
		if (archive_value(rounds, i, "id")->i == round)
			item = archive_value(rounds, i, "punkt")->i;
	for (size_t i = 0; i < items->n; i++)
		if (archive_value(items, i, "id")->i == item) {
			const struct kind *k = kind_find(archive_value(items, i, "slag")->text);

			return k != NULL && k->load != NULL && k->answers;
		}
	return false;
}

/* ---- rows ---- */

static enum outcome put_row(struct putting *p, const struct archive_rows *rows, size_t row,
                            struct pair *pair)
{
	const struct column *column = rows->table->column;
	const struct value *in = rows->v + row * rows->n_col;
	struct value arg[COLUMNS_MOST];
	size_t n = 0;

	for (size_t c = 0; c < rows->n_col; c++) {
		if (column[c].kind == COL_ID || column[c].kind == COL_SEAT)
			pair->old = in[c].i;
		if (!written(&column[c]))
			continue;
		if (!value_of(p, &column[c], &in[c], &arg[n])) {
			wrong(p, rows, row, arena_printf(p->mem, "«%s» viser til noe som ikke er "
			                                 "med i filen.", column[c].name));
			return OUTCOME_INVALID;
		}
		if (p->translate && strcmp(column[c].name, "verdi") == 0 &&
		    about_cards(p, rows, row))
			arg[n] = v_text(with_new_cards(p, arg[n].text));
		if (column[c].kind == COL_SEAT)
			pair->seat = arg[n].text;
		n++;
	}
	return store_run(p->store, p->mem, rows->table->write, arg, NULL);
}

static enum outcome put_table(struct putting *p, size_t t)
{
	const struct archive_rows *rows = &p->a->rows[t];
	struct map *m = &p->map[t];
	enum outcome went = OUTCOME_OK;

	m->pair = arena_array(p->mem, rows->n, sizeof *m->pair);
	p->translate = strcmp(rows->table->name, "svar") == 0 ||
	               strcmp(rows->table->name, "handtelling") == 0;
	for (size_t i = 0; i < rows->n && went == OUTCOME_OK; i++) {
		went = put_row(p, rows, i, &m->pair[i]);
		if (went == OUTCOME_OK && m->pair[i].seat == NULL)
			m->pair[i].new = store_last_id(p->store);
		if (went == OUTCOME_CONFLICT)
			wrong(p, rows, i, "den står der fra før, eller bryter en regel for "
			      "tabellen.");
	}
	m->n = rows->n;
	qsort(m->pair, m->n, sizeof *m->pair, by_old);
	for (size_t i = 1; i < m->n && went == OUTCOME_OK; i++)
		if (m->pair[i].old != 0 && m->pair[i].old == m->pair[i - 1].old) {
			wrong(p, rows, i, "to rader har samme nummer.");
			return OUTCOME_INVALID;
		}
	if (strcmp(rows->table->name, "kort") == 0)
		p->cards = *m;
	return went;
}

/* References to rows that may come later.  What is not in the file was another samling's. */
static enum outcome put_later(struct putting *p, size_t t)
{
	const struct archive_rows *rows = &p->a->rows[t];
	const struct column *column = rows->table->column;
	enum outcome went = OUTCOME_OK;

	for (size_t i = 0; i < rows->n && went == OUTCOME_OK; i++) {
		const struct value *in = rows->v + i * rows->n_col;
		int64_t id = p->samling;

		for (size_t c = 0; c < rows->n_col; c++)
			if (column[c].kind == COL_ID)
				id = found(&p->map[t], in[c].i)->new;
		for (size_t c = 0; c < rows->n_col && went == OUTCOME_OK; c++) {
			struct value arg[2] = { v_null(), v_int(id) };

			if (column[c].kind == COL_LATER_REF && in[c].kind != VALUE_NULL &&
			    refer(map_of(p, column[c].to), &in[c], &arg[0]))
				went = store_run(p->store, p->mem, rows->table->later, arg, NULL);
		}
	}
	return went;
}

/* The samling's own row, with a code that nobody has. */
static enum outcome put_samling(struct putting *p)
{
	struct archive_rows *rows = archive_find((struct archive *)p->a, "samling");
	struct value *code = (struct value *)archive_value(rows, 0, "kode");
	struct pair none = { 0 };
	struct rows taken;
	enum outcome went = RUN(p->store, p->mem, &taken, kode_finnes,
	                        .kode = v_text(code->text));

	if (went == OUTCOME_OK && taken.n > 0) {
		const char *new;

		went = samling_new_code(p->store, p->mem, p->world, &new);
		*code = v_text(new);
	}
	if (went == OUTCOME_OK)
		went = put_row(p, rows, 0, &none);
	p->samling = store_last_id(p->store);
	return went;
}

enum outcome archive_put(struct store *st, struct arena *mem, const struct world *world,
                         const struct archive *a, int64_t *samling, const char **error)
{
	struct putting p = { .store = st, .mem = mem, .world = world, .a = a };
	enum outcome went = put_samling(&p);

	for (size_t t = 0; t < a->n && went == OUTCOME_OK; t++)
		if (strcmp(a->rows[t].table->name, "samling") != 0)
			went = put_table(&p, t);
	for (size_t t = 0; t < a->n && went == OUTCOME_OK; t++)
		if (a->rows[t].table->later != Q__MAX)
			went = put_later(&p, t);
	*samling = p.samling;
	*error = p.error != NULL || went != OUTCOME_CONFLICT ? p.error :
	         "Det som står i filen, henger ikke sammen.";
	return went == OUTCOME_CONFLICT ? OUTCOME_INVALID : went;
}
