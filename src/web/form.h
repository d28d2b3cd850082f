/* form.h - the fields a page takes, checked before its handler runs.
 *
 * A field that is not in the page's list is ignored; one that comes twice, unless
 * it is FIELD_MANY or FIELD_ROWS, is refused with 400.  All text is valid UTF-8 in NFC without
 * control characters when a handler sees it.  A page with a FIELD_FILE is sent as
 * multipart/form-data and may have a large body (dispatch.c).
 */
#ifndef WEB_FORM_H
#define WEB_FORM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

enum field_kind {
	FIELD_TEXT,        /* one line; min/max count letters                        */
	FIELD_LINES,       /* several lines                                          */
	FIELD_MANY,        /* the same name several times; max counts letters of each */
	FIELD_ROWS,        /* the same, with several lines, and an empty one keeps its place */
	FIELD_INT,         /* min..max                                               */
	FIELD_FLAG,        /* a check box: "1" or absent                             */
	FIELD_EMAIL,
	FIELD_DATE,        /* ISO date                                               */
	FIELD_CLOCK,       /* 08.30; kept as minutes in form_int()                   */
	FIELD_FILE         /* bytes, of whatever kind; at most one in a form; the body may
	                      have max bytes and some more (0: 4 MB)                 */
};

struct field {
	const char *name;          /* NULL ends the list                             */
	enum field_kind kind;
	bool required;
	int64_t min, max;          /* 0, 0 for a text: at most 200 letters           */
};

/* Every POST carries it; the dispatcher checks it. */
#define FIELD_TOKEN { "token", FIELD_TEXT, .max = 30 }

#define FORM_MANY_MAX 100

struct form_entry {
	const char *text;                   /* "" when absent                        */
	const char *many[FORM_MANY_MAX];    /* FIELD_MANY, FIELD_ROWS                */
	size_t n_many;
	int64_t number;
	const char *bytes;                  /* FIELD_FILE: in the body; else NULL    */
	size_t n_bytes;
	const char *error;                  /* msgid, or NULL                        */
	bool given;
};

struct form {
	const struct field *field;
	struct form_entry *entry;           /* one a field                           */
	size_t n;
	bool bad;                           /* some field has an error               */
	const char *message;                /* msgid about the whole form, or NULL   */
};

enum form_result { FORM_OK, FORM_BAD, FORM_REFUSED };

/* Reads urlencoded text.  FORM_BAD: entries have errors, everything typed is kept.
 * FORM_REFUSED: not a form at all, a field twice, too many fields. */
enum form_result form_read(struct arena *, const struct field *, const char *urlencoded,
                           size_t n, struct form *);

/* The same of a multipart/form-data body, where also a part that is not in the list is
 * refused.  A file's bytes stay in the body. */
enum form_result form_read_parts(struct arena *, const struct field *, const char *type,
                                 const char *body, size_t n, struct form *);

bool form_takes_file(const struct field *);

const char *form_text(const struct form *, const char *name);     /* never NULL    */
int64_t form_int(const struct form *, const char *name);
bool form_flag(const struct form *, const char *name);
bool form_given(const struct form *, const char *name);
const struct form_entry *form_entry(const struct form *, const char *name);
const char *form_error(const struct form *, const char *name);    /* msgid or NULL */

/* The handler found something wrong with a field (or, with NULL, with the whole). */
void form_reject(struct form *, const char *name, const char *msgid);

/* Fills in values for a form that is drawn the first time. */
void form_fill(struct form *, const char *name, const char *text);

/* %-decoding in memory; NULL when it is not valid. `plus`: '+' is a space. */
char *form_decode(struct arena *, const char *, size_t n, bool plus);

#endif
