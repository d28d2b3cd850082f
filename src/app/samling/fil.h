/* fil.h - the samling file, `samling/1`, as doc/samlingsfil.md describes it.
 *
 * A programme without people, answers, dates or codes.  It is what templates are written
 * in, what is exported and imported, and what a copy of a samling goes through.
 */
#ifndef APP_SAMLING_FIL_H
#define APP_SAMLING_FIL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "rules/stored.h"
#include "store/store.h"
#include "web/html.h"

#define FIL_DAYS_MAX 4
#define FIL_ITEMS_MAX 200
#define FIL_TITLE_MAX 120
#define FIL_MINUTES_MAX 600
#define FIL_TRACK_MAX 10
#define FIL_RESPONSIBLE_MAX 120
#define FIL_NOTE_MAX 2000
#define FIL_COUNTDOWN_MAX 3600
#define FIL_MARK_MAX 40

struct fil_item {
	const char *kind;           /* one that kind_find() knows                    */
	const char *title;
	int minutes;
	int anchor;                 /* minute of the day, or -1                      */
	bool approximate;
	const char *track, *responsible, *note;
	enum level level;
	enum show show;
	bool hold;
	int countdown;              /* seconds; 0: none                              */
	size_t about;               /* goes on from item number about (from 1) of the
	                               file, an earlier one; 0: from none            */
	int64_t about_id;           /* the same as punkt.id, when it is to be stored */
	const char *config;         /* "oppsett": JSON that the kind has accepted    */
};

struct fil_day {
	int start;                  /* minute of the day                             */
	size_t first, n;            /* its items                                     */
};

struct fil {
	const char *title;
	enum lang lang;
	struct fil_day day[FIL_DAYS_MAX];
	size_t n_day;
	struct fil_item *item;
	size_t n_item;
};

/* Reads n bytes; whatever they are.  OUTCOME_INVALID: *error is one sentence in `said`
 * that names the place in the file ("dager[0].punkter[3].tittel: ...").  All memory is the
 * arena's. */
enum outcome fil_read(struct arena *, enum lang said, const char *text, size_t n,
                      struct fil *, const char **error) MUST;

/* The file as text, with a line break at the end; fields that are as they would be
 * without being written are left out. */
char *fil_write(struct arena *, const struct fil *);

/* The programme of a samling as a file.  OUTCOME_NOT_FOUND: no such samling. */
enum outcome fil_of_samling(struct store *, struct arena *, int64_t samling,
                            struct fil *) MUST;

/* The templates inside the program, in the order in which they are offered. */
struct fil_template {
	const char *name;           /* "basisprogram"                                */
	const char *label;          /* msgid                                         */
	const unsigned char *text[LANG__MAX];
	const size_t *n[LANG__MAX];
};
extern const struct fil_template fil_template[];      /* name NULL ends */

/* Reads a template; a name that is not in the table is OUTCOME_NOT_FOUND. */
enum outcome fil_from_template(struct arena *, const char *name, enum lang,
                               struct fil *) MUST;

#endif
