/* secret.h - the secrets of open rounds, in files of their own.
 *
 * DIR/hemmelig/<id> holds 32 random bytes while round <id> is open.  Together with a phone's
 * token they give the key its answer lies under.  They are not in the database, so that
 * no copy of it holds them, and are overwritten and removed when the round has closed.
 */
#ifndef STORE_SECRET_H
#define STORE_SECRET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "store/store.h"

#define SECRET_BYTES 32
#define SECRET_KEY_BYTES 16

/* Makes a new one on disk; it stands also if the turn's commit fails (nobody can then
 * have answered under it), and is replaced when the round is opened again. */
enum outcome secret_make(struct store *, int64_t round) MUST;
bool secret_exists(struct store *, int64_t round);

/* The key of an answer: a keyed hash of the phone's token under the round's secret.
 * OUTCOME_NOT_FOUND: the round is not open. */
enum outcome secret_key(struct store *, int64_t round, const char *token,
                        unsigned char key[SECRET_KEY_BYTES]) MUST;

/* A byte to hide something beside that answer with, by exclusive or; the same call gives it
 * back while the secret is there.  OUTCOME_NOT_FOUND: the round is not open. */
enum outcome secret_mask(struct store *, int64_t round, const unsigned char key[SECRET_KEY_BYTES],
                         unsigned char *mask) MUST;

/* When (and only when) the turn commits: the secret is destroyed and the database's
 * log is emptied, so that nothing of the answers' old keys or order stays. */
void secret_forget_after_commit(struct store *, int64_t round);

/* Destroys every secret whose round `keep` does not want. At the start of the program; the
 * next commit then empties the log, for the program may have died before it did. */
enum outcome secret_sweep(struct store *, bool (*keep)(void *arg, int64_t round),
                          void *arg) MUST;

#endif
