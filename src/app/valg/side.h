/* side.h - what the pages of an election show.  See skjema.h for what is asked. */
#ifndef APP_VALG_SIDE_H
#define APP_VALG_SIDE_H

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

struct valg_view {
	struct req *r;
	struct skjema s;
	struct liste_task task;         /* the lists that have names                 */
	struct liste_result control;
	const struct oppgjoer *settled; /* NULL: seats, lists or votes are missing   */
	bool draw_again;                /* what was drawn does not fit the votes now */
	struct fordeling_nearest nearest[3];    /* by enum fordeling_step            */
	struct valg_what_if what_if[VALG_WHAT_IFS];
	size_t n_what_if;
};

/* Everything the fields give. */
void valg_view_read(struct req *, struct valg_view *);

#endif
