/* flertallsvalg.h - the page that counts the election of ordfører, varaordfører and leaders.
 *
 * Open votes, counted by hand in the meeting (kommuneloven § 7-8): the page keeps the two
 * rounds, says how many votes are needed, and who draws lots.  Nothing is stored.
 */
#ifndef APP_VALG_FLERTALLSVALG_H
#define APP_VALG_FLERTALLSVALG_H

#include "rules/valg/flertall.h"
#include "web/page.h"

#define FLERTALLSVALG_CANDIDATES 12

struct majority_candidate {
	const char *name;
	const char *votes[FLERTALL_ROUNDS];             /* as typed                  */
	const char *error[FLERTALL_ROUNDS];             /* msgid or NULL             */
	const char *name_error;
};

struct majority_form {
	const char *office;             /* msgid: "ordfører"                         */
	const char *office_key;
	struct majority_candidate *row;
	size_t n_row;
	const char *blank[FLERTALL_ROUNDS];
	const char *blank_error[FLERTALL_ROUNDS];
	bool not_counted;               /* the reading in which a blank is no vote cast */
	bool held[FLERTALL_ROUNDS];     /* somebody's votes are written              */
	struct flertall task;
	struct flertall_result result;  /* when held[0] and nothing is wrong         */
	bool wrong;
};

/* What the chosen reading of blank votes gives, of a round from 0. */
const struct flertall_outcome *majority_outcome(const struct majority_form *, size_t round);

extern const struct field flertallsvalg_fields[];
enum outcome flertallsvalg_page(struct req *) MUST;

#endif
