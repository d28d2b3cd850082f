/* side.h - what the pages of an election show.  See skjema.h for what is asked. */
#ifndef APP_VALG_SIDE_H
#define APP_VALG_SIDE_H

#include "app/valg/sak_lodd.h"
#include "app/valg/skjema.h"
#include "rules/valg/fordeling_endring.h"
#include "rules/valg/liste.h"
#include "rules/valg/oppgjoer.h"

#define VALG_WHAT_IFS 4

/* The seats that some other election would give, beside the one that is. */
struct valg_what_if {
	const char *what;               /* translated                                */
	struct fordeling seats;
	const struct valg_body *body;   /* its lists: two may have become one        */
};

/* A lot of the settlement: for seats, or for those that pass on to other lists. */
struct valg_lot {
	const struct fordeling *f;      /* among[] and to_draw are of it             */
	bool passed;
	unsigned number;                /* in a draw with a seed, from 1             */
	const struct lodd *order;       /* n_among, as the seed ranks them; NULL: no seed */
	const size_t *drawn;            /* indices of lists                          */
	size_t n_drawn;                 /* 0: not drawn                              */
};

/* A question that the election touches, with what each reading gives. */
struct valg_question {
	enum tvil q;
	size_t reading;                 /* that the result follows; TVIL_ASK: it waits */
	const char *outcome[TVIL_READINGS];     /* translated                        */
};

struct valg_view {
	struct req *r;
	struct skjema s;
	struct liste_task task;         /* the lists that have names                 */
	struct liste_result control;
	size_t names_missing;           /* seats beyond all names; 0 if a list has none yet */
	const struct oppgjoer *settled; /* NULL: seats, lists or votes are missing   */
	bool draw_again;                /* what was drawn does not fit the votes now */
	struct valg_lot lot[SKJEMA_LOTS];
	size_t n_lot;
	struct valg_question question[TVIL__MAX];
	size_t n_question;
	struct fordeling_nearest nearest[3];    /* by enum fordeling_step            */
	struct valg_what_if what_if[VALG_WHAT_IFS];
	size_t n_what_if;
};

/* Everything the fields give. */
void valg_view_read(struct req *, struct valg_view *);

/* avgjoerelser.c: the settlement with the lots and readings of the form, then `settled`, `lot`
 * and the questions that it touches. */
void valg_view_settle(struct valg_view *);
void valg_view_ask(struct valg_view *);

#endif
