/* navneliste.h - the roster that the municipality gives: reading it, and who is here.
 *
 * A list is pasted or read from a file, is shown with what it would change, and is stored
 * when somebody has said yes; with anything wrong in it nothing is.  The words in the
 * headings are those of KS' draft Fiks Politisk Behandling (Utvalgsmedlem) and plain ones.
 */
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
#define ROSTER_ID_MAX 64
#define ROSTER_BORN_MIN 1900
#define ROSTER_BORN_MAX 2100

enum roster_field {
	ROSTER_NAME, ROSTER_PARTY, ROSTER_ROLE, ROSTER_POST, ROSTER_GENDER, ROSTER_BORN,
	ROSTER_NEW, ROSTER_ID, ROSTER__FIELDS
};

struct roster_row {
	int64_t id;                     /* 0: not stored                             */
	int line;                       /* of the pasted text, from 1                */
	const char *name, *party, *post;
	const char *foreign;            /* the id it has with whoever sent it, or "" */
	enum role role;
	char gender;                    /* 'K', 'M'; 0: not said                     */
	int born;                       /* year; 0: not said                         */
	bool new;                       /* first time elected                        */
	unsigned given;                 /* 1 << enum roster_field: what the line has */
	const char *error;              /* msgid; NULL: understood                   */
	int column;                     /* of the error, from 1; 0: the whole line   */
};

struct roster {
	struct roster_row *row;
	size_t n, n_bad;
	const char *left_out;           /* headings known, but never stored: "epost, fraDato" */
};

/* Reads lines whose cells are parted by tab, semicolon or comma; a cell may stand in
 * quotation marks.  With a line of headings its order is theirs, otherwise it is name,
 * party, role, post.  Only the name must be there; no role is folkevalgt.  A year of birth
 * is a year: dates and national identity numbers are refused.  Lines past ROSTER_ROWS_MAX
 * are one row with an error. */
struct roster roster_read(struct arena *, const char *text);

/* Eleven digits: what nobody should send us. */
bool roster_is_identity(const char *text);

/* A file as text: UTF-8 with or without its mark, or Windows-1252 as spreadsheets save it.
 * NULL: not text. */
char *roster_text(struct arena *, const char *bytes, size_t n);

enum roster_act { ROSTER_ADD, ROSTER_CHANGE, ROSTER_KEEP, ROSTER_REMOVE };

struct roster_change {
	enum roster_act act;
	struct roster_row row;          /* as it would be stored                     */
};

struct roster_changes {
	struct roster_change *change;   /* in the order of the list, then those gone */
	size_t n, n_act[ROSTER_REMOVE + 1];
};

/* What the new list does to the stored one.  A row is the same person by its foreign id,
 * else by name (and party, where several have the name).  What a line does not have stays as
 * it is.  Those who are not in the list are kept, or with `whole` removed.  A row that cannot
 * be told apart from another gets an error, counted in new->n_bad. */
struct roster_changes roster_compare(struct arena *, const struct roster *stored,
                                     struct roster *new, bool whole);

const char *role_label(enum role);      /* msgid */

/* Somebody on the roster, as group work and the rostrum know them. */
struct attendee {
	int64_t id;                     /* navneliste.id                             */
	const char *name, *party, *post;
	enum role role;
	char gender;                    /* 'K', 'M'; 0: not known                    */
	int born;                       /* year; 0: not known                        */
	bool new;                       /* first time elected                        */
	enum presence said;             /* by the leader or the contact              */
	bool phone;                     /* a phone says the name                     */
};

struct people {
	struct attendee *person;        /* by role, then name in Norwegian order     */
	size_t n;
};

/* Everybody on the roster.  Needs RIGHT_LEADER, _CONTACT, _REMOTE or _SYSTEM. */
enum outcome people_all(struct store *, struct arena *, int64_t samling, struct people *) MUST;

/* Said to be here, or, where nothing was said, a phone says the name. */
bool attendee_present(const struct attendee *);

#endif
