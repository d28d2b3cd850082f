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
#include "app/valg/skjemaorgan.h"
#include "rules/valg/liste.h"
#include "rules/valg/tvil.h"
#include "web/form.h"

struct req;

#define SKJEMA_LISTS_MAX 40
#define SKJEMA_SEATS_MAX 99
#define SKJEMA_VOTES_MAX 999    /* of one list: no electing body has more members   */
#define SKJEMA_PARTIES_MAX 400  /* letters of those behind one list                  */
#define SKJEMA_LOTS 2           /* one for seats, one for those that pass on        */

extern const struct field skjema_fields[];

/* The questions that are chosen on the page; ends with TVIL_NONE.  A field each, with the
 * question's key for a name and a reading's for a value. */
extern const enum tvil skjema_questions[];

extern const char *const skjema_draw_fields[SKJEMA_LOTS];

enum skjema_number { SKJEMA_GROUP_WOMEN, SKJEMA_GROUP_MEN, SKJEMA_HOPES, SKJEMA_NUMBERS };
extern const char *const skjema_number_fields[SKJEMA_NUMBERS];

/* A list as it stands in the form; one row of boxes. */
struct skjema_list {
	const char *name, *votes, *names;       /* as typed                          */
	const char *votes_error;                /* msgid or NULL                     */
	const char *name_error;
	struct valg_navn read;                  /* of `names`                        */
	/* What only list control asks for; all may be "". */
	const char *signature;                  /* "ja", "nei"                       */
	const char *parties;                    /* behind it, with commas between    */
	const char *number[SKJEMA_NUMBERS];
	const char *number_error[SKJEMA_NUMBERS];
};
struct skjema_list skjema_list(const char *name, const char *votes, const char *names);
bool skjema_list_more(const struct skjema_list *);      /* some of it is told        */

struct skjema_names {
	const char *const *name;
	size_t n;
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
	size_t chosen[TVIL__MAX];       /* the reading of skjema_questions, or TVIL_ASK */
	struct skjema_names draw[SKJEMA_LOTS];  /* by hand, who won the first lot there is and
	                                   the second; not looked at with a seed     */
	struct skjema_names council;    /* those of the names who sit in the council  */
	const char *seed;               /* announced before the vote, or ""          */
	const char *join[2];            /* names of lists to look at as one, or ""   */
	struct skjema_list *row;        /* every row of boxes, also the empty ones   */
	size_t n_row;
	struct fil_partier pasted;      /* already in the rows                       */
	const char *pasted_text;        /* as typed if a line of it was wrong, or "" */
	struct valg_body body;          /* the rows that have a name                 */
	struct liste_paper *paper;      /* of the same lists, with all that is told  */
	int64_t votes;                  /* of all lists                              */
	bool wrong;                     /* something above has an error              */
};

/* A whole number of at most `max`, as typed; an empty text is 0.  A msgid, or NULL: fine. */
const char *skjema_number(const char *text, int64_t max, int64_t *n);

void skjema_read(struct req *, struct skjema *);

/* Is the name ticked as one of the council? */
bool skjema_in_council(const struct skjema *, const char *name);

/* What the election is called in files, and in a draw with a seed: "utvalg 2027-10-14". */
char *skjema_id(struct arena *, const struct skjema *);

/* The address of a page about this election: "/valg/protokoll?organ=utvalg&plasser=7&..." */
char *skjema_path(struct arena *, const char *page, const struct skjema *);

#endif
