/* visit.h - requests over real sockets to the site of a test, one connection each.
 *
 * Says exactly what is sent: unlike site_help's browsers nothing is filled in, so that
 * HEAD, streams, and forms without origin or token can be tried as a stranger would.
 */
#ifndef TEST_VISIT_H
#define TEST_VISIT_H

#include "site_help.h"

struct visit {
	const char *method, *path;
	const char *cookie;        /* the header's value; NULL or "": none      */
	const char *origin;        /* NULL: none; VISIT_OWN: the site itself    */
	const char *body;          /* NULL: none; else a form                   */
};
#define VISIT_OWN "="

struct got {
	int status;
	const char *head, *body;   /* body "" for streams                       */
	size_t n_body;
};

struct got visit(struct site_test *, const struct visit *);

/* A reply field's value; "" when it is not there. */
const char *got_field(struct site_test *, const struct got *, const char *name);

/* Something other than the test has committed since the last call. */
bool database_changed(struct site_test *);

/* The database as it is now, and back to it; the site need not be closed. */
void database_keep(struct site_test *);
void database_restore(struct site_test *);
void database_let_go(void);

#endif
