/* krasjvfs.h - a disk that fails when it is told to.  For tests only.
 *
 * Wraps SQLite's own VFS and becomes the default one.  Every write, truncation and
 * sync (and read, when asked for) is an operation with a number, counted from 1 at
 * krasj_plan().  Operation number n can fail, alone or with those that follow; it can
 * be where the process is killed; or where the power goes.
 *
 * When the power goes, what was synced is there; of what was not, every 512-byte
 * sector is there or is not, by the seed.  The files as they would be found afterwards
 * are put in another folder, and from then on every operation fails, so that the test
 * winds down by itself.
 *
 * One process, one thread, one plan.
 */
#ifndef TEST_KRASJVFS_H
#define TEST_KRASJVFS_H

#include <stdbool.h>
#include <stdint.h>

struct krasj_plan {
	long fail_at;           /* 0: none fails                                     */
	long fail_for;          /* how many fail; 0 means 1                          */
	int code;               /* SQLITE_FULL, or 0 for an I/O error                */
	bool reads;             /* reads are operations too                          */
	long kill_at;           /* SIGKILL in place of this one; 0: none             */
	long power_at;          /* the power goes in place of this one; 0: never     */
	const char *power_dir;  /* where the found files go; must exist              */
	uint64_t seed;
};

void krasj_install(void);

/* Starts counting anew.  With power_at, also starts to remember what is synced: no
 * database may be open then. */
void krasj_plan(struct krasj_plan);

long krasj_operations(void);    /* since krasj_plan()            */
long krasj_syncs(void);         /* those of them that were syncs */

#endif
