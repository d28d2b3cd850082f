/* kommune.h - the municipalities and counties of Norway.
 *
 * The project's own table, filled from innhold/kommuner.csv and fylker.csv at the first
 * start and by `samling kommuner --importer`.  A number is valid from a date and, when it
 * has gone out of use, until and with one; rows are never removed, for earlier samlinger
 * refer to them.  County 99 is that of made-up examples (Lillevik) and is never touched by
 * an import.
 */
#ifndef APP_KOMMUNE_KOMMUNE_H
#define APP_KOMMUNE_KOMMUNE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "store/store.h"
#include "web/page.h"

struct kommune {
	const char *nr;            /* four digits                                       */
	const char *name;          /* the Norwegian name alone                          */
	const char *label;         /* the same, with the county where two share a name  */
	const char *official;      /* in all its official languages                     */
	const char *county_nr, *county;
	int64_t people;            /* 0: not known                                      */
	int64_t year;              /* of that figure                                    */
	const char *form;          /* "bokmal", "nynorsk" or "noytral"                  */
	const char *sami;          /* "se", "smj", "sma" or ""                          */
};

/* Those valid on an ISO date, in Norwegian order of their names. */
enum outcome kommune_list(struct store *, struct arena *, const char *date,
                          struct kommune **, size_t *n) MUST;

/* OUTCOME_NOT_FOUND: no municipality has the number on that date. */
enum outcome kommune_find(struct store *, struct arena *, const char *nr, const char *date,
                          struct kommune *) MUST;

/* The language form of a new samling: nynorsk where the municipality asks for it. */
enum lang kommune_lang(const struct kommune *);

/* Two CSV texts, as innhold/README.md says; NULL: leave that table alone.  All or
 * nothing.  What is valid in the table and no longer in the file ends: the day before its
 * number's new row begins, else the day before the newest row of the file begins, or
 * (when nothing in the file is new) yesterday. */
struct kommune_files {
	const char *kommuner, *fylker;
};
struct kommune_count { size_t added, changed, ended; };

/* OUTCOME_INVALID: *error is a sentence in bokmål with the line's number, in mem. */
enum outcome kommune_import(struct store *, struct arena *mem, const struct kommune_files *,
                            const char *today, struct kommune_count *,
                            const char **error) MUST;

/* The files inside the program, into tables that are empty. */
enum outcome kommune_first(struct store *, struct arena *mem, const char *today) MUST;

extern const struct page kommune_pages[];

#endif
