/* Named queries: who may run them, their arguments in and their rows out. */
#include <string.h>

#include "lib/arena.h"
#include "lib/log.h"
#include "store/inside.h"
#include "store/right.h"

struct value v_int(int64_t i)
{
	return (struct value){ .kind = VALUE_INT, .i = i };
}

struct value v_text(const char *text)
{
	if (text == NULL)
		return v_null();
	return (struct value){ .kind = VALUE_TEXT, .text = text, .n = strlen(text) };
}

struct value v_blob(const void *p, size_t n)
{
	if (p == NULL)
		return v_null();
	return (struct value){ .kind = VALUE_BLOB, .text = p, .n = n };
}

struct value v_null(void)
{
	return (struct value){ .kind = VALUE_NULL };
}

/* Bugs of ours: a page that would do what its right or its method does not allow. */
static void refuse(const struct store *st, const struct query_info *q)
{
	uint32_t has = st->rights | RIGHT_BIT(RIGHT_ALL);
	uint32_t may = q->rights | RIGHT_BIT(RIGHT_SYSTEM);

	if (!st->request)
		log_fatal("query %s outside a request", q->name);
	if ((has & may) == 0)
		log_fatal("query %s needs a right that the request does not have", q->name);
	if (st->read_only && !q->read_only)
		log_fatal("query %s would write in a request that only reads", q->name);
}

static int bind(sqlite3_stmt *stmt, int at, const struct value *v)
{
	switch (v->kind) {
	case VALUE_NULL:
		return sqlite3_bind_null(stmt, at);
	case VALUE_INT:
		return sqlite3_bind_int64(stmt, at, v->i);
	case VALUE_TEXT:
		return sqlite3_bind_text64(stmt, at, v->text, v->n, SQLITE_STATIC, SQLITE_UTF8);
	case VALUE_BLOB:
		return sqlite3_bind_blob64(stmt, at, v->text, v->n, SQLITE_STATIC);
	}
	return SQLITE_MISUSE;
}

static struct value copy_column(struct arena *mem, sqlite3_stmt *stmt, int c, const char *query)
{
	struct value v = { .kind = VALUE_NULL };
	const void *p;

	switch (sqlite3_column_type(stmt, c)) {
	case SQLITE_INTEGER:
		return v_int(sqlite3_column_int64(stmt, c));
	case SQLITE_TEXT:
		v.kind = VALUE_TEXT;
		break;
	case SQLITE_BLOB:
		v.kind = VALUE_BLOB;
		break;
	case SQLITE_FLOAT:
		log_fatal("query %s: column %d is no whole number", query, c);
	}
	if (v.kind == VALUE_NULL)
		return v;
	p = v.kind == VALUE_TEXT ? sqlite3_column_text(stmt, c) : sqlite3_column_blob(stmt, c);
	v.n = (size_t)sqlite3_column_bytes(stmt, c);
	v.text = p == NULL ? "" : arena_strndup(mem, p, v.n);
	return v;
}

static void add_row(struct arena *mem, struct rows *rows, sqlite3_stmt *stmt, const char *query)
{
	struct value *col = arena_array(mem, rows->n_col, sizeof *col);

	for (size_t c = 0; c < rows->n_col; c++)
		col[c] = copy_column(mem, stmt, (int)c, query);
	if ((rows->n & (rows->n - 1)) == 0) {   /* full at every power of two */
		struct row *grown = arena_array(mem, rows->n == 0 ? 1 : rows->n * 2,
		                                sizeof *grown);

		if (rows->n > 0)
			memcpy(grown, rows->row, rows->n * sizeof *grown);
		rows->row = grown;
	}
	rows->row[rows->n++].col = col;
}

static int execute(struct store *st, struct arena *mem, enum query query,
                   const struct value *arg, struct rows *rows)
{
	const struct query_info *q = &query_info[query];
	sqlite3_stmt **stmt = &st->stmt[query];
	int rc = SQLITE_OK;

	if (*stmt == NULL)
		rc = sqlite3_prepare_v3(st->db, q->sql, -1, SQLITE_PREPARE_PERSISTENT, stmt, NULL);
	if (rc != SQLITE_OK)
		return rc;
	for (int i = 0; i < q->n_arg && rc == SQLITE_OK; i++)
		rc = bind(*stmt, i + 1, &arg[i]);
	if (rc == SQLITE_OK)
		while ((rc = sqlite3_step(*stmt)) == SQLITE_ROW)
			if (rows != NULL)
				add_row(mem, rows, *stmt, q->name);
	sqlite3_reset(*stmt);
	sqlite3_clear_bindings(*stmt);
	return rc == SQLITE_DONE ? SQLITE_OK : rc;
}

static enum outcome outcome_of(struct store *st, const struct query_info *q, int rc)
{
	switch (rc) {
	case SQLITE_OK:
		return OUTCOME_OK;
	case SQLITE_CONSTRAINT_UNIQUE:
	case SQLITE_CONSTRAINT_PRIMARYKEY:
	case SQLITE_CONSTRAINT_ROWID:
	case SQLITE_CONSTRAINT_FOREIGNKEY:
	case SQLITE_CONSTRAINT_CHECK:
		return OUTCOME_CONFLICT;
	case SQLITE_CONSTRAINT_NOTNULL: /* most often an argument forgotten, but what */
	case SQLITE_CONSTRAINT_TRIGGER: /* is in the tables can bring it about too    */
		log_warn("query %s: %s", q->name, sqlite3_errmsg(st->db));
		return OUTCOME_CONFLICT;
	}
	switch (rc & 0xff) {
	case SQLITE_CONSTRAINT:         /* an argument of the wrong kind */
	case SQLITE_MISMATCH:
	case SQLITE_MISUSE:
	case SQLITE_RANGE:
		log_fatal("query %s: %s", q->name, sqlite3_errmsg(st->db));
	}
	store_trouble(st, q->name, rc);
	return OUTCOME_UNAVAILABLE;
}

enum outcome store_run(struct store *st, struct arena *mem, enum query query,
                       const struct value *arg, struct rows *rows)
{
	const struct query_info *q = &query_info[query];
	enum outcome out;
	int rc;

	refuse(st, q);
	if (rows != NULL)
		*rows = (struct rows){ .n_col = (size_t)q->n_col };
	if (!q->read_only) {
		out = store_turn_write(st);
		if (out != OUTCOME_OK)
			return out;
	}
	rc = execute(st, mem, query, arg, rows);
	if (rc != SQLITE_OK && rows != NULL)
		*rows = (struct rows){ .n_col = (size_t)q->n_col };
	if (!q->read_only)
		st->changed = rc == SQLITE_OK ? (size_t)sqlite3_changes64(st->db) : 0;
	return outcome_of(st, q, rc);
}

int64_t row_int(const struct row *r, size_t col)
{
	return r->col[col].kind == VALUE_INT ? r->col[col].i : 0;
}

bool row_null(const struct row *r, size_t col)
{
	return r->col[col].kind == VALUE_NULL;
}

const char *row_text(const struct row *r, size_t col)
{
	return r->col[col].kind == VALUE_TEXT ? r->col[col].text : "";
}

const void *row_blob(const struct row *r, size_t col, size_t *n)
{
	const struct value *v = &r->col[col];

	*n = v->kind == VALUE_BLOB ? v->n : 0;
	return v->kind == VALUE_BLOB ? v->text : "";
}

int64_t store_last_id(const struct store *st)
{
	return sqlite3_last_insert_rowid(st->db);
}

size_t store_changed(const struct store *st)
{
	return st->changed;
}
