/* avtale.h - avtalevalg: one innstilling for the whole body, kommuneloven § 7-7.
 *
 * The innstilling names exactly as many as are to be elected; each party or group may have
 * up to two deputies more than it has members.  Gender is measured over the whole body.
 * It is adopted by every vote or not at all: one against, and the body is elected by
 * forholdsvalg (§ 7-4).
 *
 * A body of council members only goes as far as the council reaches: all its members count,
 * whatever their party.
 */
#ifndef RULES_VALG_AVTALE_H
#define RULES_VALG_AVTALE_H

#include "rules/valg/tvil.h"
#include "rules/valg/valg.h"

struct arena;

struct avtale_group {
	const char *name;
	size_t members;
	size_t deputies;
	const enum gender *deputy;      /* of each of them; NULL: not told            */
};

struct avtale {
	size_t seats;
	bool council_only;
	const enum gender *member;
	size_t n_member;
	bool council_known;
	size_t council[GENDER__MAX];    /* the council's members                      */
	bool voted;                     /* the numbers below are of a vote            */
	int64_t against, blank;
	const struct avtale_group *group;
	size_t n_group;
};

/* Of a set of people against the minimum of each gender. */
struct avtale_gender {
	bool ok;
	size_t least;                   /* of each gender                             */
	size_t missing;
	enum gender under;              /* who is short; when not ok                  */
};

enum avtale_adopted {
	AVTALE_NOT_VOTED,
	AVTALE_ADOPTED,
	AVTALE_REJECTED,                /* forholdsvalg follows                       */
	AVTALE_OPEN                     /* only blanks are not for it: TVIL_ENSTEMMIG_BLANK */
};

struct avtale_result {
	bool count_ok;                  /* as many names as seats                     */
	struct avtale_gender gender;    /* of the body                                */

	/* Not known when gender is not ok, unless the body is of council members and the council
	 * is told. */
	bool possible_known;
	bool possible;                  /* the council has enough of that gender      */
	size_t within_reach;            /* how many more of them the council could give */
	bool accepted;                  /* gender is ok, or as far as possible        */

	bool deputies_ok;               /* no group has more than its members + 2     */
	const bool *too_many;           /* [n_group]                                  */
	bool deputies_known;            /* every group has told its deputies' gender  */
	struct avtale_gender deputies;  /* over all deputies of the body              */
	bool groups_ok;                 /* the same measured in each group; when known */
	bool deputies_open;             /* the two differ: TVIL_AVTALE_VARA_KJOENN    */

	enum avtale_adopted adopted;
};

/* The minimum of each gender held against n people. */
struct avtale_gender avtale_gender(size_t of, const enum gender *, size_t n);

struct avtale_result avtale_check(struct arena *, const struct avtale *);

#endif
