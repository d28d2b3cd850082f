/* navneliste.h - the roster that the municipality gives, and reading it from text. */
#ifndef APP_SAMLING_NAVNELISTE_H
#define APP_SAMLING_NAVNELISTE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "rules/stored.h"
#include "store/store.h"

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

/* Somebody on the roster, as group work and the rostrum know them. */
struct attendee {
	int64_t id;                     /* navneliste.id                             */
	const char *name, *party, *post;
	enum role role;
	char gender;                    /* 'K', 'M'; 0: not known                    */
	int born;                       /* year; 0: not known                        */
	bool new;                       /* first time elected                        */
	enum presence said;           /* by the leader or the contact              */
	bool phone;                     /* a phone says the name                     */
};

struct people {
	struct attendee *person;        /* by role, then name in Norwegian order     */
	size_t n;
};

/* Who is here: those who were said to be, and, where nothing was said, those whose name a
 * phone says.  Needs RIGHT_LEADER, _CONTACT, _REMOTE or _SYSTEM. */
enum outcome people_present(struct store *, struct arena *, int64_t samling,
                            struct people *) MUST;

/* Everybody on the roster. */
enum outcome people_all(struct store *, struct arena *, int64_t samling, struct people *) MUST;

bool attendee_present(const struct attendee *);

#endif
