/* navneliste.h - the roster that the municipality gives, and reading it from text. */
#ifndef APP_SAMLING_NAVNELISTE_H
#define APP_SAMLING_NAVNELISTE_H

#include <stddef.h>
#include <stdint.h>

#include "rules/stored.h"
#include "web/html.h"

struct arena;

#define ROSTER_ROWS_MAX 500
#define ROSTER_NAME_MAX 120
#define ROSTER_PARTY_MAX 60
#define ROSTER_POST_MAX 80

struct roster_row {
	int64_t id;                     /* 0: not stored                             */
	int line;                       /* of the pasted text, from 1                */
	const char *name, *party, *post;
	enum role role;
	const char *error;              /* msgid; NULL: understood                   */
};

struct roster {
	struct roster_row *row;
	size_t n, n_bad;
};

/* Reads lines of "name;party;role;post" parted by tab, semicolon or comma (the first of
 * these that the line has); a cell may stand in quotation marks.  Only the name must be
 * there; no role is folkevalgt.  Empty lines, and a first line of headings, are left out.
 * Lines past ROSTER_ROWS_MAX are one row with an error. */
struct roster roster_read(struct arena *, const char *text);

/* The rows as text that roster_read() understands. */
char *roster_write(struct arena *, const struct roster *);

const char *role_label(enum role);      /* msgid */

#endif
