/* site_help.h - a whole site in a folder of its own, and browsers to visit it.
 *
 * Requests go in where net would hand them over (page_handle, then page_commit), so all
 * of dispatch, rights, tokens and the database take part; only sockets do not.  The clock
 * stands at 15 January 2027, 09.00 in Norway, until the test moves it.
 *
 * What a test needs to be there first is put in with SQL, past every right; what it wants
 * to know of the database it asks with SQL too.
 */
#ifndef TEST_SITE_HELP_H
#define TEST_SITE_HELP_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app/drift/program.h"
#include "lib/arena.h"
#include "lib/buf.h"
#include "lib/world.h"
#include "net/http.h"
#include "rules/stored.h"

#define SITE_TODAY "2027-01-15"
#define SITE_TOMORROW "2027-01-16"

struct site_test {
	char dir[64];
	struct world_fake clock;
	struct program p;
	struct arena *mem;              /* for as long as the test */
	struct sqlite3 *db;             /* past every door; NULL: not asked yet */
};

/* `tables`: the pages that take part, NULL ends. */
struct site_test *site_open(const struct page *const *tables);
void site_close(struct site_test *);
void site_wait(struct site_test *, int64_t ms);         /* both clocks move on */

/* The first column of the first row; for an INSERT the id.  No row gives 0 and "". */
int64_t site_sql(struct site_test *, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));
const char *site_sql_text(struct site_test *, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));
const char *site_path(struct site_test *, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

struct browser {
	struct site_test *t;
	struct { const char *name, *value; } cookie[8];
	size_t n_cookie;
	const char *lang;               /* Accept-Language; NULL: nb              */
	const char *origin;             /* NULL: as it should be                  */
	const char *token;              /* NULL: as it should be; "" sends none   */
	const char *have;               /* If-None-Match; NULL: nothing           */
	bool bit;                       /* asks as direkte.js does                */
};

struct answer {
	int status;
	const char *body;               /* NUL-terminated                         */
	const char *to;                 /* Location, or ""                        */
	const struct http_reply *reply;
};

/* Cookies that are set are kept.  A POST gets origin and token of its own accord, and
 * its fields are names and values in turn, NULL last. */
struct answer site_get(struct browser *, const char *path);
struct answer site_post(struct browser *, const char *path, ...) __attribute__((sentinel));
/* The same as multipart/form-data, with a file (NULL: none) under `name`. */
struct answer site_post_file(struct browser *, const char *path, const char *name,
                             const struct buf *file, ...) __attribute__((sentinel));
const char *site_header(const struct answer *, const char *name);     /* "" if none */

/* People.  A browser with no login is { .t = t }. */
int64_t site_person(struct site_test *, enum staff_role, const char *email,
                    const char *municipality);
struct browser site_login(struct site_test *, int64_t person);
struct browser site_programleder(struct site_test *);
struct browser site_veileder(struct site_test *, int64_t samling);
struct browser site_kontakt(struct site_test *, const char *municipality);
struct browser site_participant(struct site_test *, int64_t samling, enum role);
/* The secret of a new link, and the login that a LINK_CONSOLE gives. */
const char *site_link(struct site_test *, int64_t samling, enum link_kind);
struct browser site_console(struct site_test *, int64_t samling);

/* Lillevik (9999) as samling number one in every test that asks for it: two days from
 * today, 08.30 each.  The code is 20000000 and the id. */
int64_t site_samling(struct site_test *, const char *municipality, enum samling_phase);
/* At the end of the day; `config` is JSON as kind_setup() gives it. */
int64_t site_item(struct site_test *, int64_t samling, int day, const char *kind,
                  const char *title, int minutes, const char *config);

/* What a wall of the samling is sent now; and what all its phones are. */
const char *site_wall(struct site_test *, int64_t samling);
const char *site_phones(struct site_test *, int64_t samling);

void assert_in(const char *text, const char *wanted);
void assert_out(const char *text, const char *unwanted);

#endif
