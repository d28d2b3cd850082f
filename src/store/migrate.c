/* From the schema that the file has to the one that the program wants.
 *
 * The table migrering says what was run on this file, with the checksum of its text.
 * Everything that could refuse the file is asked before a byte of it changes.  Each
 * migration is one transaction together with its row in the table, so a crash leaves
 * it done or not begun.  Migrations never run under a server. */
#include <errno.h>
#include <sodium.h>
#include <string.h>
#include <sys/stat.h>

#include "lib/arena.h"
#include "lib/log.h"
#include "lib/tid.h"
#include "store/inside.h"

#define SHA_HEX (crypto_hash_sha256_BYTES * 2 + 1)

static void checksum(const char *text, char hex[static SHA_HEX])
{
	unsigned char hash[crypto_hash_sha256_BYTES];

	crypto_hash_sha256(hash, (const unsigned char *)text, strlen(text));
	sodium_bin2hex(hex, SHA_HEX, hash, sizeof hash);
}

static int number_of(sqlite3 *db, const char *sql, int64_t *number)
{
	sqlite3_stmt *stmt;
	int rc = sqlite3_prepare_v2(db, sql, -1, &stmt, NULL);

	if (rc != SQLITE_OK)
		return rc;
	rc = sqlite3_step(stmt);
	if (rc == SQLITE_ROW)
		*number = sqlite3_column_int64(stmt, 0);
	rc = sqlite3_reset(stmt);
	sqlite3_finalize(stmt);
	return rc;
}

/* How many migrations the file has had; its tables, when it has had none. */
static int count_applied(sqlite3 *db, int64_t *applied, int64_t *tables)
{
	int64_t known = 0;
	int rc = number_of(db, "SELECT count(*) FROM sqlite_schema", tables);

	*applied = 0;
	if (rc == SQLITE_OK)
		rc = number_of(db, "SELECT count(*) FROM sqlite_schema"
		               " WHERE type = 'table' AND name = 'migrering'", &known);
	if (rc == SQLITE_OK && known > 0)
		rc = number_of(db, "SELECT max(nummer) FROM migrering", applied);
	return rc;
}

/* The number of the first migration whose text is another than the one that was run, or
 * that was passed over; 0 when all is as it should be. */
static int find_changed(sqlite3 *db, const struct migration *m, int64_t applied, int *changed)
{
	sqlite3_stmt *stmt;
	char hex[SHA_HEX];
	int rc = sqlite3_prepare_v2(db, "SELECT sha256 FROM migrering WHERE nummer = ?1",
	                            -1, &stmt, NULL);

	*changed = 0;
	for (int64_t i = 0; i < applied && rc == SQLITE_OK && *changed == 0; i++) {
		const char *was = NULL;

		sqlite3_bind_int64(stmt, 1, i + 1);
		checksum(m[i].sql, hex);
		if (sqlite3_step(stmt) == SQLITE_ROW)
			was = (const char *)sqlite3_column_text(stmt, 0);
		if (was == NULL || strcmp(was, hex) != 0)
			*changed = m[i].number;
		rc = sqlite3_reset(stmt);
	}
	sqlite3_finalize(stmt);
	return rc;
}

enum outcome store_migrate_check(struct store *st, const char *dir, const struct migration *m,
                                 size_t n, struct arena *mem, const char **error,
                                 size_t *applied)
{
	int64_t had, tables;
	int changed = 0, rc = count_applied(st->db, &had, &tables);

	if (rc == SQLITE_OK && had > (int64_t)n) {
		*error = arena_printf(mem, "Databasen i %s er laget av en nyere utgave av"
		                      " programmet: den er på trinn %d, og denne utgaven"
		                      " kjenner %zu. Ingenting er endret.", dir, (int)had, n);
		return OUTCOME_INVALID;
	}
	if (rc == SQLITE_OK && had > 0)
		rc = find_changed(st->db, m, had, &changed);
	if (rc == SQLITE_NOTADB || (rc == SQLITE_OK && had == 0 && tables > 0)) {
		*error = arena_printf(mem, "Filen %s/samling.db er ikke en Samling-database."
		                      " Ingenting er endret.", dir);
		return OUTCOME_INVALID;
	}
	if (changed != 0) {
		*error = arena_printf(mem, "Trinn %04d i databasen i %s er ikke likt det som står i"
		                      " programmet. Ingenting er endret.", changed, dir);
		return OUTCOME_INVALID;
	}
	if (rc != SQLITE_OK) {
		*error = arena_printf(mem, "Kunne ikke lese databasen i %s: %s.", dir,
		                      sqlite3_errmsg(st->db));
		return OUTCOME_UNAVAILABLE;
	}
	*applied = (size_t)had;
	return OUTCOME_OK;
}

/* Made anew when an earlier attempt of the same day was interrupted: the database is
 * still what it was then. */
static enum outcome copy_first(struct store *st, const char *dir, int number,
                               struct arena *mem, const char **error)
{
	const char *folder = arena_printf(mem, "%s/sikring", dir);
	const char *day = tid_today(mem, world_wall_ms(&st->world));
	const char *path = arena_printf(mem, "%s/foer-%04d-%s.db", folder, number, day);
	const char *why = NULL;

	if (mkdir(folder, 0700) != 0 && errno != EEXIST)
		why = strerror(errno);
	else if (store_copy(st, path) != SQLITE_OK)
		why = sqlite3_errmsg(st->db);
	if (why == NULL) {
		log_info("database: copied to %s", path);
		return OUTCOME_OK;
	}
	*error = arena_printf(mem, "Kunne ikke ta kopi av databasen før oppgradering, i %s: %s."
	                      " Ingenting er endret.", path, why);
	return OUTCOME_UNAVAILABLE;
}

static int note(struct store *st, const struct migration *m)
{
	sqlite3_stmt *stmt;
	char hex[SHA_HEX];
	int rc = sqlite3_prepare_v2(st->db, "INSERT INTO migrering (nummer, navn, sha256, tid)"
	                            " VALUES (?1, ?2, ?3, ?4)", -1, &stmt, NULL);

	if (rc != SQLITE_OK)
		return rc;
	checksum(m->sql, hex);
	sqlite3_bind_int(stmt, 1, m->number);
	sqlite3_bind_text(stmt, 2, m->name, -1, SQLITE_STATIC);
	sqlite3_bind_text(stmt, 3, hex, -1, SQLITE_STATIC);
	sqlite3_bind_int64(stmt, 4, world_wall_ms(&st->world));
	sqlite3_step(stmt);
	return sqlite3_finalize(stmt);
}

/* Rows that point nowhere: foreign keys are off while tables are rebuilt. */
static int foreign_keys_hold(sqlite3 *db)
{
	sqlite3_stmt *stmt;
	int rc = sqlite3_prepare_v2(db, "PRAGMA foreign_key_check", -1, &stmt, NULL);

	if (rc != SQLITE_OK)
		return rc;
	rc = sqlite3_step(stmt);
	sqlite3_finalize(stmt);
	return rc == SQLITE_DONE ? SQLITE_OK : rc == SQLITE_ROW ? SQLITE_CONSTRAINT : rc;
}

static enum outcome migrate_one(struct store *st, const struct migration *m,
                                struct arena *mem, const char **error)
{
	static const char table[] = "CREATE TABLE IF NOT EXISTS migrering ("
	                            "nummer INTEGER PRIMARY KEY, navn TEXT NOT NULL,"
	                            " sha256 TEXT NOT NULL, tid INTEGER NOT NULL) STRICT";
	int rc = sqlite3_exec(st->db, "BEGIN EXCLUSIVE", NULL, NULL, NULL);

	if (rc == SQLITE_OK)
		rc = sqlite3_exec(st->db, table, NULL, NULL, NULL);
	if (rc == SQLITE_OK)
		rc = sqlite3_exec(st->db, m->sql, NULL, NULL, NULL);
	if (rc == SQLITE_OK)
		rc = foreign_keys_hold(st->db);
	if (rc == SQLITE_OK)
		rc = note(st, m);
	if (rc == SQLITE_OK)
		rc = sqlite3_exec(st->db, "COMMIT", NULL, NULL, NULL);
	if (rc == SQLITE_OK)
		return OUTCOME_OK;
	*error = arena_printf(mem, "Oppgradering til trinn %04d stanset: %s."
	                      " Databasen er som før dette trinnet.", m->number,
	                      rc == SQLITE_CONSTRAINT ? "en rad peker på noe som ikke finnes"
	                                              : sqlite3_errmsg(st->db));
	if (!sqlite3_get_autocommit(st->db))
		sqlite3_exec(st->db, "ROLLBACK", NULL, NULL, NULL);
	return OUTCOME_UNAVAILABLE;
}

/* A command that opens the file beside others stays away while a server runs, which would
 * stand on a schema it does not know. */
enum outcome store_migrate(struct store *st, const char *dir, const struct migration *m,
                           size_t n, size_t applied, struct arena *mem, const char **error)
{
	bool borrowed = st->lock < 0;
	enum outcome out = OUTCOME_OK;

	if (borrowed && !store_lock(st, dir, false)) {
		*error = arena_printf(mem, "Databasen i %s må oppgraderes, men en server bruker"
		                      " den. Stopp serveren først.", dir);
		return OUTCOME_CONFLICT;
	}
	if (applied > 0)
		out = copy_first(st, dir, m[applied].number, mem, error);
	for (size_t i = applied; out == OUTCOME_OK && i < n; i++)
		out = migrate_one(st, &m[i], mem, error);
	if (borrowed)
		store_unlock(st);
	return out;
}
