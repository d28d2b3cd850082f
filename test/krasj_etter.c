/* krasj_etter.c - what must be in the data folder after a crash. */
#include <dirent.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "krasj.h"

#include "lib/arena.h"
#include "web/session.h"

static long long ask(sqlite3 *db, const char *sql, long long id)
{
	sqlite3_stmt *s;
	long long n = -1;

	need(sqlite3_prepare_v2(db, sql, -1, &s, NULL) == SQLITE_OK, sqlite3_errmsg(db));
	sqlite3_bind_int64(s, 1, id);
	if (sqlite3_step(s) == SQLITE_ROW)
		n = sqlite3_column_int64(s, 0);
	sqlite3_finalize(s);
	return n;
}

/* What a phone may find: its last acknowledged answer, or the one that was under way. */
static bool may_be(const struct phone *p, int n)
{
	return n == p->stored || (p->waits && n == p->sent);
}

static void check_texts(struct crash *c, sqlite3 *db)
{
	int found[PHONES] = { 0 };
	sqlite3_stmt *s;

	need(sqlite3_prepare_v2(db, "SELECT verdi FROM svar WHERE runde = ?", -1, &s, NULL) ==
	     SQLITE_OK, "svar");
	sqlite3_bind_int64(s, 1, c->round);
	while (sqlite3_step(s) == SQLITE_ROW) {
		int nr, n;

		if (sscanf((const char *)sqlite3_column_text(s, 0), "ord%dx%d", &nr, &n) != 2 ||
		    nr < 0 || nr >= PHONES || !may_be(&c->phone[nr], n))
			wrong(c, "an answer that nobody gave last: %s",
			      (const char *)sqlite3_column_text(s, 0));
		else
			found[nr]++;
	}
	sqlite3_finalize(s);
	for (int i = 0; i < PHONES; i++)
		if (found[i] > 1 || (found[i] == 0 && c->phone[i].stored > 0))
			wrong(c, "phone %d has %d answers", i, found[i]);
}

static void check_choices(struct crash *c, sqlite3 *db)
{
	static const char sql[] = "SELECT s.verdi FROM svar s JOIN deltaker d ON d.id = s.noekkel "
	                          "WHERE s.runde = ? AND d.token = ?";

	for (int i = 0; i < PHONES; i++) {
		struct phone *p = &c->phone[i];
		unsigned char hash[TOKEN_HASH];
		sqlite3_stmt *s;
		bool found;
		int n = 0;

		need(session_hash(strchr(p->cookie, '=') + 1, hash), "token");
		need(sqlite3_prepare_v2(db, sql, -1, &s, NULL) == SQLITE_OK, sqlite3_errmsg(db));
		sqlite3_bind_int64(s, 1, c->round);
		sqlite3_bind_blob(s, 2, hash, sizeof hash, SQLITE_STATIC);
		found = sqlite3_step(s) == SQLITE_ROW;
		if (found)
			n = sqlite3_column_int(s, 0);
		sqlite3_finalize(s);
		if (!found && p->stored > 0)
			wrong(c, "phone %d: answer %d is lost", i, p->stored);
		if (found && n != (p->stored + 1) % 2 && !(p->waits && n == (p->sent + 1) % 2))
			wrong(c, "phone %d: not what it answered last", i);
	}
}

/* A secret for each open anonymous round, and no other. */
static void check_secrets(struct crash *c, sqlite3 *db)
{
	/* With 0: how many there are. */
	static const char open[] = "SELECT count(*) FROM runde r JOIN punkt p ON p.id = r.punkt "
	                           "WHERE r.fase = 1 AND p.nivaa = 2 AND ?1 IN (0, r.id)";
	DIR *d = opendir(arena_printf(c->mem, "%s/hemmelig", c->dir));
	long long n = 0;

	need(d != NULL, "hemmelig");
	for (struct dirent *e = readdir(d); e != NULL; e = readdir(d)) {
		if (e->d_name[0] == '.')
			continue;
		n++;
		if (ask(db, open, strtoll(e->d_name, NULL, 10)) != 1)
			wrong(c, "a secret without an open round: %s", e->d_name);
	}
	closedir(d);
	if (n != ask(db, open, 0))
		wrong(c, "an open anonymous round without its secret");
}

void check_folder(struct crash *c)
{
	sqlite3 *db;
	long long phase, n;

	need(sqlite3_open(arena_printf(c->mem, "%s/samling.db", c->dir), &db) == SQLITE_OK, "db");
	if (ask(db, "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'",
	        0) + ask(db, "SELECT count(*) FROM pragma_foreign_key_check", 0) != 0)
		wrong(c, "the database is damaged");
	if (c->mode == MODE_OPEN)
		check_choices(c, db);
	else
		check_texts(c, db);
	check_secrets(c, db);
	phase = ask(db, "SELECT fase FROM runde WHERE id = ?", c->round);
	if (phase != 1 && !c->pressed)
		wrong(c, "the round was closed by the crash");
	if (phase != 2 && c->closed)
		wrong(c, "the round is open though its close was acknowledged");
	n = ask(db, "SELECT count(*) FROM svar WHERE runde = ?", c->round);
	if (phase == 2 && n != ask(db, "SELECT antall FROM runde WHERE id = ?", c->round))
		wrong(c, "the count of the closed round is not that of its answers");
	sqlite3_close(db);
}
