/* query_info.h - what the build knows of every query and migration.
 *
 * Tables made by tool/sqlgen.  For the store itself, and for tests that loop over
 * all queries: a feature runs them by RUN() in store.h.
 */
#ifndef STORE_QUERY_INFO_H
#define STORE_QUERY_INFO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "store/store.h"

struct query_info {
	const char *name, *sql;
	uint32_t rights;        /* RIGHT_BIT of each right that may run it   */
	bool read_only;         /* by sqlite3_stmt_readonly()                */
	int n_arg, n_col;
};
extern const struct query_info query_info[Q__MAX];

/* In order and without gaps from 1.  `name` is the file's, without .sql. */
struct migration {
	int number;
	const char *name, *sql;
};
extern const struct migration migrations[];
extern const size_t n_migrations;

#endif
