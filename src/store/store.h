/* store.h - the database behind one door.
 *
 * Queries have names (enum query, made by tool/sqlgen from the .sql files beside
 * each feature) and are never written in C.  A query carries the right it needs
 * and whether it only reads; store_run() refuses, by aborting, a query that the
 * request's rights do not cover or that would write in a GET: both are bugs of
 * ours, found by the page tests.
 *
 * Writes of one turn of the loop share a transaction.  Each request works inside
 * a savepoint: store_request_begin() .. store_request_end(keep).  store_commit()
 * ends the turn with one full sync.
 *
 * Only this room includes sqlite3.h.
 */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct store;
struct world;

#define MUST __attribute__((warn_unused_result))

/* How an operation went.  Never an int, never ignored. */
enum outcome {
	OUTCOME_OK = 0,
	OUTCOME_INVALID,      /* the user's input; the form says what and where     */
	OUTCOME_FORBIDDEN,    /* known user, missing right                          */
	OUTCOME_NOT_FOUND,
	OUTCOME_CONFLICT,     /* somebody else was first                            */
	OUTCOME_UNAVAILABLE   /* database or disk; already logged                   */
};

/* Opens DIR/samling.db: takes the lock DIR/laas (a second server is refused), refuses a
 * newer or changed schema and leaves that file as it was, copies an older one to
 * DIR/sikring/foer-NNNN-<date>.db, migrates.  A shared opening migrates too, but not
 * while a server runs.  OUTCOME_OK, or *error is a sentence for the operator that lives
 * in mem: CONFLICT the lock, NOT_FOUND nothing there, INVALID the schema. */
struct store_options {
	bool create;            /* make the folder and the file when missing        */
	bool share;             /* do not take the server's lock (command line)     */
};
enum outcome store_open(const char *dir, struct store_options,
                        const struct world *, struct arena *mem,
                        struct store **, const char **error) MUST;
void store_close(struct store *);

/* One value of a row or an argument. */
enum value_kind { VALUE_NULL, VALUE_INT, VALUE_TEXT, VALUE_BLOB };
struct value {
	enum value_kind kind;
	int64_t i;
	const char *text;       /* TEXT: NUL-terminated; BLOB: n bytes              */
	size_t n;
};

#include "query.h"      /* generated: enum query, struct args_x, columns x__y */

struct value v_int(int64_t);
struct value v_text(const char *);             /* NULL gives VALUE_NULL          */
struct value v_blob(const void *, size_t);   /* the same                        */
struct value v_null(void);

/* Rows come back whole, copied into mem: no cursor is left open. */
struct row { const struct value *col; };
struct rows {
	struct row *row;
	size_t n, n_col;
};

/* Runs a query.  Its arguments have the names they have in the .sql file:
 *
 *	RUN(st, mem, &rows, svar_put, .runde = v_int(7), .verdi = v_text(t))
 *
 * A name that the query does not have does not compile; one left out is NULL.
 * `rows` may be NULL when no row is wanted; columns are read by the generated
 * constants: row_text(&rows.row[0], samling_en__tittel).  OUTCOME_CONFLICT is a
 * broken unique, foreign-key, check or NOT NULL rule, or a trigger's refusal: that
 * statement did nothing, the request may go on.  OUTCOME_UNAVAILABLE is the disk: the
 * request cannot be kept.  `rows` is empty then.  An argument of the wrong kind, and a
 * column that is no whole number, text or blob, are bugs and abort. */
#define RUN(st, mem, rows, name, ...) \
	store_run((st), (mem), Q_##name, \
	          (const struct value *)&(struct args_##name){ __VA_ARGS__ }, (rows))
enum outcome store_run(struct store *, struct arena *mem, enum query,
                       const struct value *arg, struct rows *rows) MUST;

int64_t row_int(const struct row *, size_t col);           /* NULL gives 0       */
bool row_null(const struct row *, size_t col);
const char *row_text(const struct row *, size_t col);      /* NULL gives ""      */
const void *row_blob(const struct row *, size_t col, size_t *n);

int64_t store_last_id(const struct store *);   /* of the last INSERT             */
size_t store_changed(const struct store *);    /* rows the last write touched    */

/* One request inside the turn.  `rights` is a set of bits (1u << enum right) that
 * the queries are held against; read_only is true for GET and HEAD.  RIGHT_ALL need not
 * be in it; RIGHT_SYSTEM runs everything.  A request that is not kept, or that the disk
 * failed, is undone alone: OUTCOME_UNAVAILABLE says that it could not be kept. */
void store_request_begin(struct store *, uint32_t rights, bool read_only);
enum outcome store_request_end(struct store *, bool keep) MUST;
bool store_request_open(const struct store *);   /* between begin and end         */

/* Ends the turn: true when everything kept since the last commit is on disk.
 * False: nothing of it is (and if the machine dies before the next commit, it may be,
 * but nobody was told so).  True at once when nothing was written. */
bool store_commit(struct store *);

/* After anonymous answers were rewritten: nothing of their old texts, keys or order may
 * stay in any file.  Rebuilds the database and empties its log; outside a turn.  Costs
 * about 10 ms a megabyte.  OUTCOME_UNAVAILABLE while a backup reads: try again. */
enum outcome store_forget_log(struct store *) MUST;

/* A whole, consistent copy of the database while it is in use, on disk when this
 * returns; replaces a file of that name.  Outside a turn. */
enum outcome store_backup(struct store *, const char *to) MUST;

/* PRAGMA integrity_check and foreign_key_check: NULL when all is well, else what is
 * wrong, in mem. */
const char *store_check(struct store *, struct arena *mem);

#endif
