/* sak_inside.h - a case of impartiality while it is read and answered. */
#ifndef APP_HABILITET_SAK_INSIDE_H
#define APP_HABILITET_SAK_INSIDE_H

#include "app/saksfil/saksfil.h"
#include "rules/habilitet/prosedyre.h"
#include "rules/habilitet/sett.h"
#include "rules/habilitet/tre.h"

struct habil_case {
	struct les les;
	const json_t *in;               /* the case                                   */
	json_t *out;                    /* the answer                                 */
	const char *id, *date;          /* "" and NULL: not told                      */
	const char *story;              /* in words; ""                               */
	const char *certainty;          /* how sure the case's author is; ""          */
	const struct habil_set *set;    /* of the date                                */
	bool procedure;                 /* else the next three                        */
	struct habil_facts facts;
	bool waiting_harms;
	struct habil_result result;
	const struct habil_procedure *question; /* NULL: not known which              */
	const char *answer;             /* its key                                    */
};

/* A case to be filled, with no errors; its answer is given back with the arena. */
struct habil_case habil_begin(struct arena *);

/* Reads c->in and holds it against the rules; errors are kept in the case. */
void habil_settle(struct habil_case *);

/* Facts of a tree case into c->facts; errors are kept in the case. */
void habil_read_facts(struct habil_case *, const json_t *facts);

/* A word of the table, or another name for one; n: neither. */
size_t habil_alias_find(const struct habil_word *, size_t n, const char *key);

/* A case of procedure: which question it is and its answer. */
void habil_read_procedure(struct habil_case *, const json_t *facts);

/* Into c->out, and as text. */
void habil_put(struct habil_case *);
const char *habil_as_text(struct habil_case *);

/* "fvl § 6 første ledd e nr. 2": as lawyers write it in short. */
const char *habil_section(struct arena *, enum lov);

#endif
