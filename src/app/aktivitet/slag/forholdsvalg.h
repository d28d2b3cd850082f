/* forholdsvalg.h - an election of a body in the meeting: what its pictures are drawn from. */
#ifndef APP_AKTIVITET_SLAG_FORHOLDSVALG_H
#define APP_AKTIVITET_SLAG_FORHOLDSVALG_H

#include "app/aktivitet/slag/valg.h"
#include "app/valg/skjemaorgan.h"
#include "rules/valg/liste.h"
#include "rules/valg/oppgjoer.h"

enum forholdsvalg_step {
	FORHOLDSVALG_LISTS,
	FORHOLDSVALG_COUNT,
	FORHOLDSVALG_SEATS,
	FORHOLDSVALG_QUESTIONS,         /* left out when the case has none about deputies */
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
	const char *intro;
};

/* Of an item whose state has not been read: nothing is counted. */
const struct forholdsvalg *forholdsvalg_of(struct arena *, const struct activity *);

/* Columns of quotients, at most so many. */
size_t forholdsvalg_columns(const struct forholdsvalg *, size_t most);

/* The tally that a lot or a choice is about: for the seats, or for those that pass on. */
const struct fordeling *forholdsvalg_drawn_in(const struct forholdsvalg *, size_t draw);

/* Does the act leave something open about the deputies? */
bool forholdsvalg_open(const struct forholdsvalg *);

/* Who or what one reading of an open question gives that the other does not: "Høyre 2 · Sp 1",
 * "Sp: Siri Ås, Sten Li". */
const char *forholdsvalg_outcome(struct arena *, enum lang, const struct forholdsvalg *,
                                 enum oppgjoer_question, size_t reading);

/* What the settlement could not give; without `deputies` only of members. */
size_t forholdsvalg_flags(const struct forholdsvalg *, bool deputies);
bool forholdsvalg_flag_told(const struct oppgjoer_flag *, bool deputies);

/* The wall shows all it has room for in letters that can be read; phones show the rest. */
enum forholdsvalg_shows {
	FORHOLDSVALG_NAMES,             /* lists with names, deputies too                 */
	FORHOLDSVALG_MEMBERS,           /* without the deputies                           */
	FORHOLDSVALG_LIST_NAMES,        /* the lists, and how many names each has         */
	FORHOLDSVALG_QUOTIENTS,
	FORHOLDSVALG_SUMS,              /* votes and seats of each list, and the last seat */
	FORHOLDSVALG_OPEN               /* what the act leaves open about deputies        */
};
struct forholdsvalg_wall {
	enum forholdsvalg_shows shows;
	int size;                       /* valgplass.h                                    */
	size_t columns;                 /* of quotients                                   */
	size_t tables;                  /* of sums, beside each other                     */
};
struct forholdsvalg_wall forholdsvalg_wall(struct arena *, const struct forholdsvalg *,
                                           const char *title);

/* The claim that would have got one seat more; votes 0: none. */
struct fordeling_claim forholdsvalg_next(const struct forholdsvalg *);

#endif
