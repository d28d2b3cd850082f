/* Copies, checks, and a log that forgets. */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "lib/arena.h"
#include "lib/buf.h"
#include "lib/log.h"
#include "store/inside.h"

#define FORGET_MS 100   /* the loop must not stand while a backup reads */

static void refuse_inside_a_turn(const struct store *st, const char *what)
{
	if (st->request || st->turn)
		log_fatal("%s before the turn was committed", what);
}

/* VACUUM INTO does not sync what it made. */
static int sync_path(const char *path, int flags)
{
	int fd = open(path, flags | O_CLOEXEC), rc = SQLITE_OK;

	if (fd < 0 || fsync(fd) != 0)
		rc = SQLITE_IOERR_FSYNC;
	if (fd >= 0)
		close(fd);
	return rc;
}

static int vacuum_into(sqlite3 *db, const char *path)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	sqlite3_stmt *stmt;
	int rc;

	if (fd < 0)
		return SQLITE_CANTOPEN;
	close(fd);
	rc = sqlite3_prepare_v2(db, "VACUUM INTO ?1", -1, &stmt, NULL);
	if (rc != SQLITE_OK)
		return rc;
	sqlite3_bind_text(stmt, 1, path, -1, SQLITE_STATIC);
	sqlite3_step(stmt);
	return sqlite3_finalize(stmt);
}

int store_copy(struct store *st, const char *to)
{
	struct buf half = buf_in(NULL), folder = buf_in(NULL);
	const char *slash = strrchr(to, '/');
	int rc;

	buf_printf(&half, "%s.halv", to);
	buf_printf(&folder, "%.*s", slash == NULL ? 1 : (int)(slash - to + 1),
	           slash == NULL ? "." : to);
	unlink(half.p);
	rc = vacuum_into(st->db, half.p);
	if (rc == SQLITE_OK)
		rc = sync_path(half.p, O_RDONLY);
	if (rc == SQLITE_OK && rename(half.p, to) != 0)
		rc = SQLITE_IOERR;
	if (rc == SQLITE_OK)
		rc = sync_path(folder.p, O_RDONLY | O_DIRECTORY);
	else
		unlink(half.p);
	buf_free(&half);
	buf_free(&folder);
	return rc;
}

enum outcome store_backup(struct store *st, const char *to)
{
	int rc;

	refuse_inside_a_turn(st, "backup");
	rc = store_copy(st, to);
	if (rc == SQLITE_OK)
		return OUTCOME_OK;
	log_warn("database: backup failed (%d)", rc);
	return OUTCOME_UNAVAILABLE;
}

/* secure_delete alone is not enough: what a page held stays in its free part when rows were
 * moved to a neighbour page first (11 of 3 000 deleted texts, measured), and rows lie in a
 * page in the order they came.  VACUUM writes every page anew. */
enum outcome store_forget_log(struct store *st)
{
	int rc;

	refuse_inside_a_turn(st, "the log was to be forgotten");
	sqlite3_busy_timeout(st->db, FORGET_MS);
	rc = sqlite3_exec(st->db, "VACUUM", NULL, NULL, NULL);
	if (rc == SQLITE_OK)
		rc = sqlite3_wal_checkpoint_v2(st->db, NULL, SQLITE_CHECKPOINT_TRUNCATE,
		                               NULL, NULL);
	sqlite3_busy_timeout(st->db, BUSY_MS);
	if (rc == SQLITE_OK)
		return OUTCOME_OK;
	if ((rc & 0xff) != SQLITE_BUSY)
		store_trouble(st, "checkpoint", rc);
	return OUTCOME_UNAVAILABLE;
}

static void add_line(struct buf *out, int n, char **value)
{
	if (out->n > 0)
		buf_putc(out, '\n');
	for (int i = 0; i < n; i++)
		buf_printf(out, "%s%s", i == 0 ? "" : " ", value[i] == NULL ? "-" : value[i]);
}

static int damage(void *out, int n, char **value, char **name)
{
	(void)name;
	if (value[0] == NULL || strcmp(value[0], "ok") != 0)
		add_line(out, n, value);
	return 0;
}

static int loose_end(void *out, int n, char **value, char **name)
{
	(void)name;
	add_line(out, n, value);
	buf_puts(out, " (foreign key)");
	return 0;
}

const char *store_check(struct store *st, struct arena *mem)
{
	struct buf out = buf_in(mem);
	int rc = sqlite3_exec(st->db, "PRAGMA integrity_check", damage, &out, NULL);

	if (rc == SQLITE_OK)
		rc = sqlite3_exec(st->db, "PRAGMA foreign_key_check", loose_end, &out, NULL);
	if (rc != SQLITE_OK)
		add_line(&out, 1, (char *[]){ arena_strdup(mem, sqlite3_errmsg(st->db)) });
	return out.n == 0 ? NULL : out.p;
}
