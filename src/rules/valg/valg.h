/* valg.h - what the rules of elections in a council share.
 *
 * Every function of src/rules/valg/ is arithmetic on what it is given: integers only, no
 * clock and no chance.  A draw by lot is asked for by one call and handed in to the next.
 * Nothing here is settled where the act leaves a question open: such a question is a row of
 * valg/tvil.h, and comes back with what each reading would give.
 *
 * Numbers and names are checked by whoever reads them (valg_sak.h says which limits); what
 * is outside the limits below is a bug here and aborts.  Results point into the lists and
 * into the arena they were made in.
 *
 * What a rule obeys stands in lov/regler, one row a rule, and is the RULE_ constant that
 * results carry.
 */
#ifndef RULES_VALG_VALG_H
#define RULES_VALG_VALG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define VALG_SEATS_MAX 999
#define VALG_LISTS_MAX 200
#define VALG_NAMES_MAX 2000                     /* on one list; the act's limit is a rule */
#define VALG_VOTES_MAX INT64_C(1000000000000)   /* so that no product overflows 64 bits   */

enum gender { GENDER_WOMAN, GENDER_MAN, GENDER__MAX };

/* The legal genders of §§ 7-5 to 7-7 are two, and the other one is always known. */
static inline enum gender gender_other(enum gender g)
{
	return g == GENDER_WOMAN ? GENDER_MAN : GENDER_WOMAN;
}

struct valg_name {
	const char *name;
	enum gender gender;
};

/* A list as it was handed in; a joint list is one. */
struct valg_list {
	const char *name;
	int64_t votes;
	const struct valg_name *candidate;      /* in the order of the list; NULL: none given */
	size_t n_candidate;
};

/* An election of a body by the electing body. */
struct valg_body {
	size_t seats;
	bool council_only;      /* formannskap, fylkesutvalg, arbeidsutvalg: gender "as far as
	                           possible" (§ 7-5 second, § 7-6 fourth, § 7-7 third)    */
	const struct valg_list *list;
	size_t n_list;
};

#endif
