/* forholdsvalg.h - an election of a body in the meeting: what its pictures are drawn from. */
#ifndef APP_AKTIVITET_SLAG_FORHOLDSVALG_H
#define APP_AKTIVITET_SLAG_FORHOLDSVALG_H

#include "app/aktivitet/slag/valg.h"
#include "app/valg/organtekst.h"
#include "rules/valg/liste.h"
#include "rules/valg/oppgjoer.h"

enum forholdsvalg_step {
	FORHOLDSVALG_LISTS,
	FORHOLDSVALG_COUNT,
	FORHOLDSVALG_SEATS,
	FORHOLDSVALG_ELECTED
};

/* activity.state */
struct forholdsvalg {
	struct election e;              /* first: valg.h                               */
	enum forholdsvalg_step step;
	const struct valg_organ *organ;
	bool written;                   /* on paper, not by voting signs               */
	struct valg_body body;
	const struct oppgjoer *settled;
	struct liste_task control;
	struct liste_result found;
	size_t most_names;
};

/* Of an item whose state has not been read: nothing is counted. */
const struct forholdsvalg *forholdsvalg_of(struct arena *, const struct activity *);

/* Columns of quotients, at most so many. */
size_t forholdsvalg_columns(const struct forholdsvalg *, size_t most);

/* The tally that a lot or a choice is about: for the seats, or for those that pass on. */
const struct fordeling *forholdsvalg_drawn_in(const struct forholdsvalg *, size_t draw);

/* How the wall sets lists of names, and the table: the N of class valgm-N, 0 the largest. */
#define FORHOLDSVALG_SIZES 6
int forholdsvalg_names_size(const struct forholdsvalg *);
int forholdsvalg_table_size(const struct forholdsvalg *, size_t columns);

#endif
