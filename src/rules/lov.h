/* lov.h - which provisions the rules obey, what they say in our own words, and since when.
 *
 * The table is made of the folder lov/ by tool/lovgen (lov/README.md is its manual): enum lov
 * has a constant for each provision (KOML_7_6_3), enum rule one for each rule
 * (RULE_KJOENN_OPPRYKK).  A provision has a row for each period in which it read differently.
 * Results carry rules; what they obey, and on what day, is looked up here.
 *
 * No wording of a statute is in the program.  Texts are ours, in bokmål and nynorsk, and are
 * shown as ours beside the address of the wording.  Days are ISO dates; a day that is NULL
 * means now, which is the newest row.  Everything lives as long as the program, but for what
 * lov_cite() makes.
 */
#ifndef RULES_LOV_H
#define RULES_LOV_H

#include <stdbool.h>
#include <stddef.h>

#include "lov_liste.h"

struct arena;

struct lov_act_info {
	const char *slug;               /* its file, and its part of an address: valgloven    */
	const char *nb, *nn;
	const char *number, *address;   /* LOV-2018-06-22-83, and its page at lovdata.no      */
	const char *commence_nb, *commence_nn;  /* when it came into force, in words          */
};

struct lov_row {
	enum lov lov;
	const char *from, *to;          /* first and last day; to NULL: still in force        */
	const char *checked;            /* the day whose wording it was held against          */
	const char *nb, *nn;            /* what it says                                       */
	const char *doubt_nb, *doubt_nn;        /* what we do not know; NULL: nothing         */
};

struct lov_place {
	enum lov_act act;
	const char *key;                /* "KOML_7_6_3"                                       */
	const char *section;            /* "7-6"                                              */
	const char *nb, *nn;            /* "kommuneloven § 7-6 tredje ledd"                   */
	const char *part_nb, *part_nn;  /* "tredje ledd"; "" of a whole section               */
	const char *address;            /* of the section                                     */
	const struct lov_row *row;      /* of all periods, in the order of the file           */
	size_t n_row;
	bool obeyed;                    /* by some rule                                       */
};

struct rule_info {
	const char *key;                /* "kjoenn_opprykk"                                   */
	const char *from, *to;          /* as in struct lov_row                               */
	const char *done_in;            /* the file and the function                          */
	const char *nb, *nn;            /* the rule in a sentence                             */
	const enum lov *lov;            /* what it obeys                                      */
	size_t n_lov;
};

extern const struct lov_act_info lov_acts[ACT__MAX];
extern const struct lov_place lov_places[LOV__MAX];
extern const struct rule_info rule_infos[RULE__MAX];

/* What the provision says on that day; NULL: nothing that we have read. */
const struct lov_row *lov_row(enum lov, const char *day);

bool rule_in_force(enum rule, const char *day);

/* ACT__MAX, LOV__MAX, RULE__MAX: there is none. */
enum lov_act lov_act_find(const char *slug);
enum lov lov_find(const char *key);     /* "KOML_7_6_3" */
enum rule rule_find(const char *key);

/* The provisions that rules obey, each once, in the order of the table: writes at most LOV__MAX
 * to `out`, and returns how many. */
size_t lov_of_rules(const enum rule *, size_t n, enum lov *out);

/* "kommuneloven § 7-6 første og tredje ledd og § 7-5 andre ledd" of provisions in the order of
 * the table; "" of none. */
char *lov_cite(struct arena *, const enum lov *, size_t n, bool nynorsk);

#endif
