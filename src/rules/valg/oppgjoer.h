/* oppgjoer.h - a whole forholdsvalg: seats, lot, names, gender, deputies.
 *
 * kommuneloven § 7-6.  Names are settled only when the seats are: a lot stops it, and so does a
 * list that won more seats than it has names, for the act does not say who then gets them.
 * Nothing is chosen here.  What is open is told, and oppgjoer() is called again with the lot
 * and the choice; the outcome of another choice is what another call gives.
 *
 * Gender is looked at list by list, never in the body as a whole.  Deputies are the names left,
 * in the order of the list, up to members + 2, with the minimum of gender on their own.
 */
#ifndef RULES_VALG_OPPGJOER_H
#define RULES_VALG_OPPGJOER_H

#include "rules/valg/fordeling.h"
#include "rules/valg/kjoenn.h"
#include "rules/valg/tvil.h"
#include "rules/valg/valg.h"

/* A list won more seats than it has names (liste_tom). */
enum oppgjoer_empty {
	OPPGJOER_EMPTY_ASK,
	OPPGJOER_EMPTY_VACANT,          /* the seats stay vacant: nyvalg                    */
	OPPGJOER_EMPTY_NEXT             /* they pass to the next quotients of other lists   */
};

/* Deputies of a list that won no seat. */
enum oppgjoer_seatless {
	OPPGJOER_SEATLESS_NONE,
	OPPGJOER_SEATLESS_TWO           /* "members and two more", read to the letter       */
};

/* Fewer names left than there are places for deputies: gender is measured on */
enum oppgjoer_measure {
	OPPGJOER_MEASURE_NAMES,         /* those there are                                  */
	OPPGJOER_MEASURE_PLACES         /* the places                                       */
};

/* All zero: nothing drawn, nothing chosen, and the usual readings. */
struct oppgjoer_choice {
	const size_t *drawn;            /* as in struct fordeling_task                      */
	size_t n_drawn;
	enum oppgjoer_empty empty;
	const size_t *drawn_next;       /* the lot for seats that pass on, if there is one  */
	size_t n_drawn_next;
	enum oppgjoer_seatless seatless;
	enum oppgjoer_measure measure;
};

enum oppgjoer_state {
	OPPGJOER_SETTLED,
	OPPGJOER_NO_VOTES,
	OPPGJOER_LOT,                   /* see seats                                        */
	OPPGJOER_EMPTY,                 /* choice.empty must be made; see alternative       */
	OPPGJOER_LOT_NEXT,              /* see passed                                       */
	OPPGJOER_WRONG_DRAW             /* choice.drawn or .drawn_next does not fit         */
};

/* Readings of the act that this case touches: another choice gives another result. */
enum oppgjoer_question {
	OPPGJOER_Q_EMPTY,
	OPPGJOER_Q_SEATLESS,
	OPPGJOER_Q_MEASURE,
	OPPGJOER__QUESTIONS
};

enum oppgjoer_what {
	OPPGJOER_NAMES_MISSING,         /* n: seats without a name (mangler_kandidater)     */
	OPPGJOER_GENDER_MEMBERS,        /* n of gender lack among the members               */
	OPPGJOER_DEPUTIES_FEW,          /* n places without a deputy (for_faa_vara)         */
	OPPGJOER_GENDER_DEPUTIES        /* n of gender lack (kjonn_vara_ikke_mulig)         */
};

struct oppgjoer_flag {
	enum oppgjoer_what what;
	size_t list;
	size_t n;
	enum gender gender;
	bool unlawful;                  /* OPPGJOER_GENDER_MEMBERS in a body where the rule is
	                                   absolute: the election can be annulled           */
};

struct oppgjoer_list {
	size_t seats;                   /* also those that passed on to it                  */
	size_t vacant;                  /* seats of its own without a name                  */
	bool has_names;                 /* were given; else no members and no deputies      */
	struct kjoenn_set member;       /* places in the list's candidates                  */
	struct kjoenn_set deputy;       /* in the order of deputies; its moves too          */
	size_t deputies_due;            /* places for deputies                              */
};

struct oppgjoer {
	enum oppgjoer_state state;
	struct valg_body body;
	struct oppgjoer_choice choice;
	struct fordeling seats;         /* as the votes (and the lot) gave them             */
	struct fordeling passed;        /* those passed on; n_seat 0: none                  */
	struct oppgjoer_list *list;     /* one a list.  Names only in OPPGJOER_SETTLED      */
	size_t vacant;                  /* seats nobody got                                 */
	struct oppgjoer_flag *flag;     /* list by list                                     */
	size_t n_flag;
	bool open[OPPGJOER__QUESTIONS];
	/* OPPGJOER_EMPTY: with OPPGJOER_EMPTY_VACANT, and with OPPGJOER_EMPTY_NEXT. */
	const struct oppgjoer *alternative[2];
};

/* Both arguments, and what they point to, outlive the result. */
const struct oppgjoer *oppgjoer(struct arena *, const struct valg_body *,
                                const struct oppgjoer_choice *);

/* ---- questions by their rows in tvil.h; a reading is an index among the row's ---- */

enum tvil oppgjoer_tvil(enum oppgjoer_question);

/* The reading that is followed, or TVIL_ASK: none is chosen, and there is no usual one. */
size_t oppgjoer_reading(const struct oppgjoer_choice *, enum oppgjoer_question);
void oppgjoer_read(struct oppgjoer_choice *, enum oppgjoer_question, size_t reading);

/* What that reading of one of the questions would give, with all else as it was.  A lot for
 * seats that pass on goes with what was chosen. */
const struct oppgjoer *oppgjoer_otherwise(struct arena *, const struct oppgjoer *,
                                          enum oppgjoer_question, size_t reading);

/* How many of the members have one of these names: of a body that must have somebody of the
 * council in it (organ_traits.council_least). */
size_t oppgjoer_among(const struct oppgjoer *, const char *const *name, size_t n);

#endif
