/* inside.h - what the files of this room share; nobody else includes it.
 *
 * The turn is a transaction, the request a savepoint inside it; both begin with
 * the first write that needs them.
 */
#ifndef STORE_INSIDE_H
#define STORE_INSIDE_H

#include <sqlite3.h>

#include "lib/world.h"
#include "store/query_info.h"

#define BUSY_MS 5000    /* a backup or a command may hold the file that long */

#define FORGET_MAX 4096 /* rounds closed in one turn; a restored copy closes all it has */

enum control {
	CONTROL_BEGIN,
	CONTROL_COMMIT,
	CONTROL_ROLLBACK,
	CONTROL_SAVEPOINT,
	CONTROL_RELEASE,
	CONTROL_ROLLBACK_TO,
	CONTROL__MAX
};

struct store {
	sqlite3 *db;
	struct world world;
	int lock;               /* descriptor of DIR/laas, -1: not ours            */
	bool trouble;           /* said in the log; cleared by the next commit     */

	bool turn;              /* a transaction was begun                         */
	bool turn_failed;       /* and SQLite gave it up: nothing of it is kept    */

	bool request;           /* between begin and end                           */
	bool read_only;
	bool saved;             /* the request has its savepoint                   */
	bool request_failed;    /* the disk failed it: it must not be kept         */
	uint32_t rights;

	int secret_dir;         /* DIR/hemmelig, see secret.h                      */
	int64_t forget[FORGET_MAX];     /* rounds whose secret goes with the commit */
	size_t n_forget, n_forget_before;       /* ... and before this request     */
	bool log_remembers;     /* a close could not empty the log: again next time */

	size_t changed;
	sqlite3_stmt *control[CONTROL__MAX];
	sqlite3_stmt *stmt[Q__MAX];     /* prepared at first use */
};

/* store_open() with other migrations than the program's own: for tests. */
enum outcome store_open_with(const char *dir, struct store_options, const struct world *,
                             const struct migration *, size_t n_migration,
                             struct arena *mem, struct store **, const char **error) MUST;

/* lock.c: takes DIR/laas, alone or beside others who are not alone.  False: somebody has
 * it (errno is EWOULDBLOCK), or it cannot be made. */
bool store_lock(struct store *, const char *dir, bool alone);
void store_unlock(struct store *);

/* Waits until nobody else opens the file: only one may make it, or migrate it.  A
 * descriptor to close, or -1. */
int store_lock_opening(const char *dir);

/* migrate.c: refuses a file that is not ours, is newer or was changed, before a byte of
 * it is touched.  Else says how many migrations it has had. */
enum outcome store_migrate_check(struct store *, const char *dir, const struct migration *,
                                 size_t n, struct arena *mem, const char **error,
                                 size_t *applied) MUST;

/* Copies the file, if there is anything in it, and runs the migrations after `applied`,
 * of which there is at least one. */
enum outcome store_migrate(struct store *, const char *dir, const struct migration *,
                           size_t n, size_t applied, struct arena *mem,
                           const char **error) MUST;

/* turn.c: makes sure that a transaction and the request's savepoint are open. */
enum outcome store_turn_write(struct store *) MUST;

/* turn.c: the world's fault.  Logged once until a commit succeeds; notes whether the
 * transaction was lost with it. */
void store_trouble(struct store *, const char *what, int rc);

/* upkeep.c: a whole copy, on disk when this returns, or none.  SQLite's result code. */
int store_copy(struct store *, const char *to);

/* secret.c */
bool secrets_open(struct store *, const char *dir);
void secrets_close(struct store *);
void secrets_committed(struct store *);

#endif
