/* The turn and its requests.
 *
 * BEGIN IMMEDIATE comes with the turn's first write and SAVEPOINT with the request's,
 * so a turn that only reads never takes the write lock.  A request that is not kept
 * goes back to its savepoint; its neighbours stay.  After some failures (disk full,
 * I/O) SQLite rolls the whole transaction back by itself: then the turn has failed,
 * also for those who were kept, and store_commit() says so. */
#include "lib/log.h"
#include "store/inside.h"

static int control(struct store *st, enum control what)
{
	int rc = sqlite3_step(st->control[what]);

	sqlite3_reset(st->control[what]);
	return rc == SQLITE_DONE ? SQLITE_OK : rc;
}

void store_trouble(struct store *st, const char *what, int rc)
{
	if (st->turn && sqlite3_get_autocommit(st->db))
		st->turn_failed = true;
	if (st->request)
		st->request_failed = true;
	if (!st->trouble)
		log_warn("database: %s: %s (%d)", what, sqlite3_errmsg(st->db), rc);
	st->trouble = true;
}

enum outcome store_turn_write(struct store *st)
{
	int rc;

	if (st->turn_failed)
		st->request_failed = true;
	if (st->request_failed)
		return OUTCOME_UNAVAILABLE;
	if (!st->turn) {
		rc = control(st, CONTROL_BEGIN);
		if (rc != SQLITE_OK) {
			store_trouble(st, "begin", rc);
			return OUTCOME_UNAVAILABLE;
		}
		st->turn = true;
	}
	if (!st->saved) {
		rc = control(st, CONTROL_SAVEPOINT);
		if (rc != SQLITE_OK) {
			store_trouble(st, "savepoint", rc);
			return OUTCOME_UNAVAILABLE;
		}
		st->saved = true;
	}
	return OUTCOME_OK;
}

void store_request_begin(struct store *st, uint32_t rights, bool read_only)
{
	if (st->request)
		log_fatal("a request began inside another");
	st->request = true;
	st->rights = rights;
	st->read_only = read_only;
	st->saved = false;
	st->request_failed = false;
	st->n_forget_before = st->n_forget;
}

bool store_request_open(const struct store *st)
{
	return st->request;
}

static int leave_savepoint(struct store *st, bool keep)
{
	int rc = SQLITE_OK;

	if (!keep)
		rc = control(st, CONTROL_ROLLBACK_TO);
	if (rc == SQLITE_OK)
		rc = control(st, CONTROL_RELEASE);
	return rc;
}

enum outcome store_request_end(struct store *st, bool keep)
{
	int rc;

	if (!st->request)
		log_fatal("a request ended that had not begun");
	if (st->saved && !st->turn_failed) {
		rc = leave_savepoint(st, keep && !st->request_failed);
		if (rc != SQLITE_OK) {
			store_trouble(st, "end of request", rc);
			st->turn_failed = true;
		}
	} else if (st->saved) {
		st->request_failed = true;
	}
	if (!keep || st->request_failed)
		st->n_forget = st->n_forget_before;
	st->request = false;
	st->rights = 0;
	return keep && st->request_failed ? OUTCOME_UNAVAILABLE : OUTCOME_OK;
}

static void give_up(struct store *st)
{
	if (!sqlite3_get_autocommit(st->db) && control(st, CONTROL_ROLLBACK) != SQLITE_OK &&
	    !sqlite3_get_autocommit(st->db))
		log_fatal("database: a transaction can be neither kept nor given up");
	st->turn = st->turn_failed = false;
	st->n_forget = 0;
}

bool store_commit(struct store *st)
{
	int rc;

	if (st->request)
		log_fatal("commit inside a request");
	if (!st->turn)
		return true;
	if (st->turn_failed) {
		give_up(st);
		return false;
	}
	rc = control(st, CONTROL_COMMIT);
	if (rc != SQLITE_OK) {
		store_trouble(st, "commit", rc);
		give_up(st);
		return false;
	}
	st->turn = false;
	if (st->trouble)
		log_info("database: it takes writes again");
	st->trouble = false;
	secrets_committed(st);
	return true;
}
