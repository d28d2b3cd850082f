/* sett.h - the rules of elections as they were on a date.
 *
 * Kommuneloven 2018 applies from each council's constitutive meeting in the autumn of 2019, and
 * here from 3 October that year, when its first parts came into force.  It was changed on
 * 1 July 2023 (LOV-2023-06-02-21) and, with the new valglov, on 1 May 2024
 * (LOV-2023-06-16-62).  Everything that differs is a field here: no other file compares dates.
 */
#ifndef RULES_VALG_SETT_H
#define RULES_VALG_SETT_H

#include <stdbool.h>
#include <stddef.h>

#include "rules/valg/organ.h"

/* How votes are given. */
enum voting_way {
	WAY_WRITTEN,            /* ballot papers                                      */
	WAY_SIGNS,              /* openly, by showing a sign                          */
	WAY_CHOSEN,             /* the electing body chooses written or signs         */
	WAY_ON_DEMAND,          /* signs, but written if one member demands it        */
	WAY_UNSAID              /* the act does not say                               */
};

struct valg_set {
	const char *key;                /* "2019", "2023", "2024"                     */
	const char *from;               /* ISO date of its first day                  */
	enum voting_way forholdsvalg;   /* § 7-5                                      */
	enum voting_way flertallsvalg;  /* § 7-8                                      */
	enum voting_way ungdomsraad;    /* leader and deputy leader, § 5-12           */
	const char *settemedlem;        /* its section, or NULL: we do not know what
	                                   applied before it had one                  */
	const char *suspension;         /* section                                    */
	bool deputy_nyvalg;             /* a deputy who leaves for good is replaced by
	                                   nyvalg; false: open, TVIL_VARA_NYVALG      */
	const char *direct_act;         /* "valgloven 2002", "valgloven 2023"         */
};

/* NULL: the date is before the first set.  The date is one that tid_is_date() takes. */
const struct valg_set *valg_set_of(const char *iso_date);

/* All of them, oldest first. */
extern const struct valg_set valg_sets[];
extern const size_t n_valg_sets;

/* The way of voting for an election to the body; members by forholdsvalg. */
enum voting_way valg_way(const struct valg_set *, enum organ);

#endif
