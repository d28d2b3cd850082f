/* prosedyre.h - how a question of impartiality is dealt with: who votes, who chairs, which
 * deputy, what the minutes hold.  Forvaltningsloven §§ 7, 8 and 41, kommuneloven §§ 7-10, 11-2,
 * 11-4, 11-9, 27-1.
 */
#ifndef RULES_HABILITET_PROSEDYRE_H
#define RULES_HABILITET_PROSEDYRE_H

#include "rules/habilitet/tre.h"

/* ---- who votes on who is challenged ---- */

enum habil_voters {
	VOTERS_OTHERS,                  /* none of the challenged                     */
	VOTERS_ALL,                     /* else too few would be left                 */
	VOTERS_TOO_FEW,                 /* the meeting is not quorate at all          */
	HABIL_VOTERS__MAX
};

/* Of a body of so many members, those present, and those of the present whose impartiality is
 * in question in the same matter. */
enum habil_voters habil_who_votes(size_t members, size_t present, size_t challenged);

/* ---- who chairs, who sits ---- */

enum habil_chair { CHAIR_LEADER, CHAIR_DEPUTY, CHAIR_ELECTED, HABIL_CHAIR__MAX };
enum habil_chair habil_chair(bool leader_out, bool deputy_out);

struct habil_deputy {
	bool same_group;                /* as whom is to be replaced                  */
	bool available;
	bool inhabil;                   /* found to be                                */
};

/* The first who can be called, of those in the order they were elected; n: nobody. */
size_t habil_deputy(const struct habil_deputy *, size_t n);

/* ---- the minutes ---- */

enum habil_minute { MINUTE_DECISION = 1, MINUTE_BASIS = 2, MINUTE_VOTES = 4, MINUTE_PRESENT = 8 };

/* What is missing of `told`, which are bits of enum habil_minute; 0: nothing. */
unsigned habil_minutes(unsigned told);

/* ---- afterwards ---- */

enum habil_legality { LEGALITY_OPEN, LEGALITY_FEW, LEGALITY_LATE, HABIL_LEGALITY__MAX };

/* So many members of the council, so many days after the decision. */
enum habil_legality habil_legality(size_t members, int64_t days);

/* Somebody inhabil may decide for the time being, when waiting does substantial harm. */
bool habil_may_provisional(enum habil_outcome, bool waiting_harms);

/* ---- questions of procedure, each with its answer ---- */

struct habil_procedure {
	const char *key;                /* of the question: "moteleder"               */
	const char *answer;             /* "nestleder_leder"; NULL: it is counted     */
	enum rule rule;
	const char *nb, *nn;            /* the question                               */
};

const struct habil_procedure *habil_procedures(size_t *n);
const struct habil_procedure *habil_procedure_find(const char *key);    /* NULL: none */

const char *habil_voters_key(enum habil_voters);        /* "de_ovrige" */
const char *habil_legality_key(enum habil_legality);

#endif
