/* sqlite.c - answers into a bare SQLite loop: what the disk and SQLite themselves take.
 *
 *	sqlite FILE COMMITS ANSWERS     so many commits of so many answers each
 *	sqlite -t FILE                  counts the answers in the open rounds of a samling.db
 *
 * The same upserts in the same transactions, with the same pragmas that say how safe
 * they are, as store/ does; nothing else.  Prints answers a second.
 */
#include <err.h>
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static void must(sqlite3 *db, int rc)
{
	if (rc != SQLITE_OK && rc != SQLITE_DONE && rc != SQLITE_ROW)
		errx(1, "%s", sqlite3_errmsg(db));
}

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void one_answer(sqlite3 *db, sqlite3_stmt *put, uint64_t nr)
{
	unsigned char key[16] = { 0 };

	nr *= UINT64_C(0x9e3779b97f4a7c15);    /* keys come in no order */
	memcpy(key, &nr, sizeof nr);
	must(db, sqlite3_bind_int64(put, 1, 1));
	must(db, sqlite3_bind_blob(put, 2, key, sizeof key, SQLITE_STATIC));
	must(db, sqlite3_bind_text(put, 3, "1", -1, SQLITE_STATIC));
	must(db, sqlite3_step(put));
	must(db, sqlite3_reset(put));
}

static int count(const char *file)
{
	sqlite3_stmt *q;
	sqlite3 *db;

	must(NULL, sqlite3_open(file, &db));
	must(db, sqlite3_prepare_v2(db, "SELECT count(*) FROM svar WHERE runde IN "
	                            "(SELECT id FROM runde WHERE fase = 1)", -1, &q, NULL));
	must(db, sqlite3_step(q));
	printf("rader %d\n", sqlite3_column_int(q, 0));
	sqlite3_finalize(q);
	return sqlite3_close(db);
}

int main(int argc, char **argv)
{
	sqlite3_stmt *begin, *put, *commit;
	long commits, answers;
	sqlite3 *db;
	double from;

	if (argc == 3 && strcmp(argv[1], "-t") == 0)
		return count(argv[2]);
	if (argc != 4)
		errx(2, "sqlite FILE COMMITS ANSWERS");
	commits = strtol(argv[2], NULL, 10);
	answers = strtol(argv[3], NULL, 10);
	must(NULL, sqlite3_open(argv[1], &db));
	must(db, sqlite3_exec(db,
	                      "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
	                      "PRAGMA secure_delete = ON;"
	                      "CREATE TABLE IF NOT EXISTS svar (runde INTEGER NOT NULL,"
	                      " noekkel BLOB NOT NULL, verdi TEXT NOT NULL,"
	                      " PRIMARY KEY (runde, noekkel)) STRICT, WITHOUT ROWID",
	                      NULL, NULL, NULL));
	must(db, sqlite3_prepare_v2(db, "BEGIN IMMEDIATE", -1, &begin, NULL));
	must(db, sqlite3_prepare_v2(db, "COMMIT", -1, &commit, NULL));
	must(db, sqlite3_prepare_v2(db, "INSERT INTO svar VALUES (?1, ?2, ?3) ON CONFLICT "
	                            "(runde, noekkel) DO UPDATE SET verdi = excluded.verdi",
	                            -1, &put, NULL));
	from = now();
	for (long c = 0; c < commits; c++) {
		must(db, sqlite3_step(begin));
		must(db, sqlite3_reset(begin));
		for (long i = 0; i < answers; i++)
			one_answer(db, put, (uint64_t)(c * answers + i));
		must(db, sqlite3_step(commit));
		must(db, sqlite3_reset(commit));
	}
	printf("svar_i_sekundet %.1f\n", (double)(commits * answers) / (now() - from));
	sqlite3_finalize(begin);
	sqlite3_finalize(put);
	sqlite3_finalize(commit);
	return sqlite3_close(db);
}
