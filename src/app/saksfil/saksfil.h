/* saksfil.h - files of cases: one JSON object, or an array of them, read strictly.
 *
 * A file is taken one case at a time, so that what is wrong in one hides no other.  A case is
 * read field by field: an unknown field, a text where a number should be, a number out of its
 * limits is an error that names the field, and the section it is about where there is one.
 * The first is kept, and reading goes on with harmless values: ask les_well() at the end.
 *
 * What a case is, and what is answered, is for the feature that reads it.
 */
#ifndef APP_SAKSFIL_SAKSFIL_H
#define APP_SAKSFIL_SAKSFIL_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/buf.h"
#include "rules/lov.h"

struct arena;

#define SAKSFIL_BYTES_MAX ((size_t)4 << 20)
#define SAKSFIL_CASES_MAX 10000

/* ---- the file ---- */

/* Of a path, or of what is typed when it is NULL.  That it cannot be read has been said; one
 * that is too large is read far enough to be refused. */
bool saksfil_load(const char *path, struct buf *text);

bool saksfil_is_array(const char *bytes, size_t n);

/* The memory is given back when either returns. */
struct saksfil_taker {
	void (*take)(void *arg, struct arena *, const char *bytes, size_t n);   /* a case */
	void (*refuse)(void *arg, struct arena *, const char *why);     /* of the file    */
};

/* Every case in order.  A file without any, as an empty one, is refused. */
void saksfil_each(const char *bytes, size_t n, const struct saksfil_taker *, void *arg);

/* What the JSON reader itself refused. */
struct saksfil_wrong {
	const char *field;              /* "lists[0].votes", or ""                    */
	const char *id, *method;        /* of the case, or ""                         */
	const char *message;            /* with the line                              */
};

/* The case; given back with the arena.  NULL: *wrong says why. */
json_t *saksfil_json(struct arena *, const char *bytes, size_t n, struct saksfil_wrong *wrong);

/* Gives a value back with the arena. */
void saksfil_own(struct arena *, json_t *);

/* ---- the answer to a case ---- */

struct saksfil_answer {
	json_t *json;                   /* {"id", ...} or {"id", "error"}             */
	const json_t *in;               /* the case; NULL: it could not be read       */
	const char *text;               /* the same, as a person would want to read it */
	const char *error;              /* "id: field: message (section)" in a line;
	                                   NULL: well                                 */
};

/* ---- a case ---- */

#define LES_NO_LOV LOV__MAX

struct les {
	struct arena *mem;
	enum lov lov;                   /* what errors are about, if nothing closer   */
	struct {
		const char *field, *message;    /* NULL: all is well                  */
		enum lov lov;
	} error;
};

bool les_well(const struct les *);

/* Keeps the first; LES_NO_LOV: that of the case. */
void les_fail(struct les *, const char *field, enum lov, const char *message, ...)
	__attribute__((format(printf, 4, 5)));

/* {"field", "message", "section"}, and "id: field: message (section)" in a line. */
json_t *les_error_json(const struct les *);
const char *les_error_text(const struct les *, const char *id);

/* "verv.rolle" of "verv" and "rolle"; of "" only the name. */
const char *les_path(struct les *, const char *where, const char *name);
const char *les_item(struct les *, const char *where, size_t i);
const char *les_key(struct les *, const char *name);    /* a field's name, cut if it is long */

/* An object with no other fields than these; NULL where it is none. */
const json_t *les_object(struct les *, const json_t *, const char *where,
                         const char *const *known, enum lov);

/* A field of an object.  Required: that it is missing is an error.  What is missing is 0, "",
 * false or NULL. */
struct les_limit { bool required; int64_t least, most; enum lov lov; };
int64_t les_int(struct les *, const json_t *, const char *where, const char *name,
                struct les_limit);
int64_t les_int_of(struct les *, const json_t *value, const char *field, struct les_limit);
const char *les_text(struct les *, const json_t *, const char *where, const char *name,
                     bool required);
const char *les_text_of(struct les *, const json_t *value, const char *field);
bool les_flag(struct les *, const json_t *, const char *where, const char *name, bool otherwise);
const json_t *les_array(struct les *, const json_t *, const char *where, const char *name,
                        bool required);
const json_t *les_map(struct les *, const json_t *, const char *where, const char *name,
                      bool required);

#endif
