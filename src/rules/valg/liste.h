/* liste.h - is a list lawful when it is handed in?
 *
 * kommuneloven § 7-5: at most twice as many names as seats; each gender at least 40 percent of
 * the names when four or more are elected, both when two or three are; for bodies of council
 * members only as far as possible; signed by a member of the electing body from the party or
 * group; one list, own or joint, for each.
 *
 * All lists are looked at together, for a person and a party can be on one only.  Findings
 * come list by list; a reason refuses the list, a warning does not.  Some are what they are by
 * the usual reading of a question that the act leaves open.
 */
#ifndef RULES_VALG_LISTE_H
#define RULES_VALG_LISTE_H

#include "rules/valg/tvil.h"
#include "rules/valg/valg.h"

struct arena;

enum liste_signature { LISTE_NOT_ASKED, LISTE_SIGNED, LISTE_UNSIGNED };

/* A list, and what cannot be read from it. */
struct liste_paper {
	struct valg_list list;          /* its votes are not looked at                      */
	enum liste_signature signature; /* by a member of the body who is of the group      */
	const char *const *party;       /* those behind it; more than one: a joint list     */
	size_t n_party;                 /* 0: not known                                     */
	bool group_known;
	size_t group[GENDER__MAX];      /* the group's members of the council, by gender    */
	size_t hopes;                   /* seats the group can win; 0: not known            */
};

struct liste_task {
	size_t seats;
	bool council_only;              /* as in struct valg_body                           */
	const struct liste_paper *paper;
	size_t n_paper;
};

enum liste_what {
	/* Reasons. */
	LISTE_NO_NAMES,
	LISTE_TOO_MANY_NAMES,           /* count of limit                                   */
	LISTE_GENDER_40,                /* count of gender, limit needed                    */
	LISTE_BOTH_GENDERS,             /* none of gender                                   */
	LISTE_NOT_SIGNED,
	LISTE_NAME_TWICE,               /* name and other_name                              */
	LISTE_PERSON_ELSEWHERE,         /* name is other_name of other, an earlier list     */
	LISTE_PARTY_ELSEWHERE,          /* party is on other, an earlier list               */
	/* Warnings. */
	LISTE_GENDER_AS_FAR,            /* as LISTE_GENDER_40, but only as far as possible  */
	LISTE_FEW_NAMES,                /* count names, limit: hopes and their deputies     */
	LISTE__MAX
};

/* The open question that a finding is about, or TVIL_NONE. */
enum tvil liste_question(enum liste_what);

/* Does it refuse the list, by the readings that are chosen (indices, or TVIL_ASK: nobody has)? */
bool liste_refuses(enum liste_what, const size_t chosen[TVIL__MAX]);

static inline bool liste_is_warning(enum liste_what what)
{
	return what >= LISTE_GENDER_AS_FAR;
}

struct liste_finding {
	enum liste_what what;
	size_t paper;                   /* the list it is about                             */
	size_t count, limit;            /* where enum liste_what says so                    */
	enum gender gender;
	size_t name, other_name;        /* places from 0                                    */
	size_t other;
	const char *party;
};

struct liste_result {
	struct liste_finding *finding;
	size_t n;
	bool *valid;                    /* a list: no reason against it                     */
};

struct liste_result liste_control(struct arena *, const struct liste_task *);

#endif
