/* skjema.h - the election that somebody is preparing, as the page's fields say it.
 *
 * Nothing of it is stored: the fields stand in the address, so that a secretary can prepare
 * at home, keep the address or the file (fil.h), and finish in the meeting.  What is wrong is
 * a message beside its field; what can be settled in spite of it is.
 */
#ifndef APP_VALG_SKJEMA_H
#define APP_VALG_SKJEMA_H

#include "app/valg/fil_partier.h"
#include "app/valg/navn.h"
#include "app/valg/organtekst.h"
#include "rules/valg/valg.h"
#include "web/form.h"

struct req;

#define SKJEMA_LISTS_MAX 40
#define SKJEMA_SEATS_MAX 99
#define SKJEMA_VOTES_MAX 999    /* of one list: no electing body has more members   */

extern const struct field skjema_fields[];

/* A list as it stands in the form; one row of boxes. */
struct skjema_list {
	const char *name, *votes, *names;       /* as typed                          */
	const char *votes_error;                /* msgid or NULL                     */
	const char *name_error;
	struct valg_navn read;                  /* of `names`                        */
};

struct skjema {
	const struct valg_organ *organ;
	const char *place;              /* the municipality's name, or ""            */
	const char *date;               /* ISO; today unless given                   */
	const char *seats_error;        /* msgid or NULL                             */
	const char *blank_error;
	size_t seats;                   /* 0: not given yet, or wrong                */
	int64_t blank;
	bool written;                   /* by ballot papers; else by voting signs    */
	const char *reading;            /* of an open question: the key that was chosen, or "" */
	const char *const *drawn;       /* the names of lists that won lots, in order */
	size_t n_drawn;
	const char *join[2];            /* names of lists to look at as one, or ""   */
	struct skjema_list *row;        /* every row of boxes, also the empty ones   */
	size_t n_row;
	struct fil_partier pasted;      /* already in the rows                       */
	const char *pasted_text;        /* as typed if a line of it was wrong, or "" */
	struct valg_body body;          /* the rows that have a name                 */
	int64_t votes;                  /* of all lists                              */
	bool wrong;                     /* something above has an error              */
};

/* A whole number of at most `max`, as typed; an empty text is 0.  A msgid, or NULL: fine. */
const char *skjema_number(const char *text, int64_t max, int64_t *n);

void skjema_read(struct req *, struct skjema *);

/* The address of a page about this election: "/valg/protokoll?organ=utvalg&plasser=7&..." */
char *skjema_path(struct arena *, const char *page, const struct skjema *);

#endif
