#include "store/store.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/arena.h"
#include "lib/log.h"
#include "store/inside.h"


static enum outcome folder(const char *dir, bool create, struct arena *mem, const char **error)
{
	struct stat st;

	if (create && mkdir(dir, 0700) != 0 && errno != EEXIST) {
		*error = arena_printf(mem, "Kunne ikke lage datamappen %s: %s.", dir,
		                      strerror(errno));
		return OUTCOME_UNAVAILABLE;
	}
	if (stat(dir, &st) != 0 || !S_ISDIR(st.st_mode)) {
		*error = arena_printf(mem, "Fant ikke datamappen %s.", dir);
		return OUTCOME_NOT_FOUND;
	}
	return OUTCOME_OK;
}

/* Made by us and not by SQLite, so that nobody else may read it; the log and its
 * index get the same mode. */
static enum outcome file(const char *path, bool create, struct arena *mem, const char **error)
{
	int fd = open(path, O_RDWR | O_CLOEXEC | (create ? O_CREAT : 0), 0600);

	if (fd >= 0) {
		close(fd);
		return OUTCOME_OK;
	}
	*error = errno == ENOENT && !create
	         ? arena_printf(mem, "Fant ingen database: %s mangler.", path)
	         : arena_printf(mem, "Kunne ikke åpne %s: %s.", path, strerror(errno));
	return errno == ENOENT && !create ? OUTCOME_NOT_FOUND : OUTCOME_UNAVAILABLE;
}

static bool has_log(const char *path, struct arena *mem)
{
	struct stat st;

	return stat(arena_printf(mem, "%s-wal", path), &st) == 0 && st.st_size > 0;
}

/* Until we know that the file is ours, closing must leave even its log as it was. */
static int connect(struct store *st, const char *path, struct arena *mem)
{
	/* One thread: its locks would be a tenth of the work. */
	int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX;
	int rc;

	rc = sqlite3_open_v2(path, &st->db, flags, NULL);
	if (rc == SQLITE_OK)
		rc = sqlite3_busy_timeout(st->db, BUSY_MS);
	if (rc == SQLITE_OK)
		rc = sqlite3_db_config(st->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	if (rc == SQLITE_OK)
		rc = sqlite3_db_config(st->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	if (rc == SQLITE_OK)
		rc = sqlite3_db_config(st->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE,
		                       has_log(path, mem), NULL);
	return rc;
}

static int is_wal(void *wal, int n, char **value, char **name)
{
	(void)name;
	*(bool *)wal = n == 1 && value[0] != NULL && strcmp(value[0], "wal") == 0;
	return 0;
}

static int configure(struct store *st)
{
	bool wal = false;
	int rc = sqlite3_db_config(st->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);

	if (rc == SQLITE_OK)
		rc = sqlite3_exec(st->db, "PRAGMA journal_mode = WAL", is_wal, &wal, NULL);
	if (rc == SQLITE_OK && !wal)
		rc = SQLITE_CANTOPEN;
	if (rc == SQLITE_OK)
		rc = sqlite3_exec(st->db,
		                  "PRAGMA synchronous = FULL;"
		                  "PRAGMA secure_delete = ON;"
		                  "PRAGMA temp_store = MEMORY;", NULL, NULL, NULL);
	return rc;
}

static int prepare_control(struct store *st)
{
	static const char *const sql[CONTROL__MAX] = {
		[CONTROL_BEGIN] = "BEGIN IMMEDIATE",
		[CONTROL_COMMIT] = "COMMIT",
		[CONTROL_ROLLBACK] = "ROLLBACK",
		[CONTROL_SAVEPOINT] = "SAVEPOINT request",
		[CONTROL_RELEASE] = "RELEASE request",
		[CONTROL_ROLLBACK_TO] = "ROLLBACK TO request",
	};
	int rc = sqlite3_exec(st->db, "PRAGMA foreign_keys = ON", NULL, NULL, NULL);

	for (size_t i = 0; i < CONTROL__MAX && rc == SQLITE_OK; i++)
		rc = sqlite3_prepare_v3(st->db, sql[i], -1, SQLITE_PREPARE_PERSISTENT,
		                        &st->control[i], NULL);
	return rc;
}

static enum outcome open_file(struct store *st, const char *dir, bool create,
                              const struct migration *m, size_t n,
                              struct arena *mem, const char **error)
{
	const char *path = arena_printf(mem, "%s/samling.db", dir);
	enum outcome out = file(path, create, mem, error);
	size_t applied;
	int rc;

	if (out != OUTCOME_OK)
		return out;
	rc = connect(st, path, mem);
	if (rc == SQLITE_OK) {
		out = store_migrate_check(st, dir, m, n, mem, error, &applied);
		if (out != OUTCOME_OK)
			return out;
		rc = configure(st);
	}
	if (rc == SQLITE_OK) {
		if (applied < n)
			out = store_migrate(st, dir, m, n, applied, mem, error);
		if (out != OUTCOME_OK)
			return out;
		rc = prepare_control(st);
	}
	if (rc == SQLITE_OK)
		return OUTCOME_OK;
	*error = arena_printf(mem, "Kunne ikke åpne databasen %s: %s.", path,
	                      sqlite3_errmsg(st->db));
	return OUTCOME_UNAVAILABLE;
}

static enum outcome not_locked(const char *dir, struct arena *mem, const char **error)
{
	if (errno == EWOULDBLOCK) {
		*error = arena_printf(mem, "En annen server bruker allerede datamappen %s.", dir);
		return OUTCOME_CONFLICT;
	}
	*error = arena_printf(mem, "Kunne ikke låse datamappen %s: %s.", dir, strerror(errno));
	return OUTCOME_UNAVAILABLE;
}

static enum outcome lock_and_open(struct store *st, const char *dir,
                                  struct store_options options,
                                  const struct migration *m, size_t n,
                                  struct arena *mem, const char **error)
{
	enum outcome out;
	int opening;

	if (!options.share && !store_lock(st, dir, true))
		return not_locked(dir, mem, error);
	opening = store_lock_opening(dir);
	if (opening < 0)
		return not_locked(dir, mem, error);
	out = open_file(st, dir, options.create, m, n, mem, error);
	close(opening);
	return out;
}

enum outcome store_open_with(const char *dir, struct store_options options,
                             const struct world *world, const struct migration *m,
                             size_t n, struct arena *mem, struct store **store,
                             const char **error)
{
	enum outcome out = folder(dir, options.create, mem, error);
	struct store *st;

	if (out != OUTCOME_OK)
		return out;
	st = calloc(1, sizeof *st);
	if (st == NULL)
		log_fatal("out of memory");
	st->world = *world;
	st->lock = st->secret_dir = -1;
	out = lock_and_open(st, dir, options, m, n, mem, error);
	if (out == OUTCOME_OK && !secrets_open(st, dir)) {
		*error = arena_printf(mem, "Kunne ikke bruke mappen %s/hemmelig: %s.", dir,
		                      strerror(errno));
		out = OUTCOME_UNAVAILABLE;
	}
	if (out != OUTCOME_OK)
		store_close(st);
	else
		*store = st;
	return out;
}

enum outcome store_open(const char *dir, struct store_options options,
                        const struct world *world, struct arena *mem,
                        struct store **store, const char **error)
{
	return store_open_with(dir, options, world, migrations, n_migrations, mem, store, error);
}

void store_close(struct store *st)
{
	if (st == NULL)
		return;
	for (size_t i = 0; i < Q__MAX; i++)
		sqlite3_finalize(st->stmt[i]);
	for (size_t i = 0; i < CONTROL__MAX; i++)
		sqlite3_finalize(st->control[i]);
	if (sqlite3_close(st->db) != SQLITE_OK)
		log_fatal("database closed while a statement is open");
	secrets_close(st);
	store_unlock(st);
	free(st);
}
