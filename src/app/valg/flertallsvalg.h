/* flertallsvalg.h - the page that counts the election of ordfører, varaordfører and leaders.
 *
 * Open votes, counted by hand in the meeting (kommuneloven § 7-8): the page keeps the two
 * rounds, says how many votes are needed, who draws lots, and what to write in the protocol.
 * Nothing is stored.
 */
#ifndef APP_VALG_FLERTALLSVALG_H
#define APP_VALG_FLERTALLSVALG_H

#include "app/valg/sak_lodd.h"
#include "rules/valg/flertall.h"
#include "web/html.h"
#include "web/page.h"

#define FLERTALLSVALG_CANDIDATES 12

struct majority_candidate {
	const char *name;
	const char *votes[FLERTALL_ROUNDS];             /* as typed                  */
	const char *error[FLERTALL_ROUNDS];             /* msgid or NULL             */
	const char *name_error;
};

struct majority_form {
	struct arena *mem;
	const char *place, *date;       /* for the protocol                          */
	const char *office;             /* msgid: "ordfører"                         */
	const char *office_key;
	struct majority_candidate *row;
	size_t n_row;
	const char *blank[FLERTALL_ROUNDS];
	const char *blank_error[FLERTALL_ROUNDS];
	size_t blank_chosen;            /* the reading of TVIL_BLANKE, or TVIL_ASK   */
	size_t new_chosen;              /* of TVIL_NY_KANDIDAT                       */
	const char *seed;               /* of the lot, or ""                         */
	const struct lodd *order;       /* of those in the lot; NULL: not drawn with a seed */
	const char *new_name;           /* stood in the second vote only; NULL: nobody */
	bool held[FLERTALL_ROUNDS];     /* somebody's votes are written              */
	struct flertall task;
	struct flertall_result result;  /* when held[0] and nothing is wrong         */
	bool wrong;
};

/* What the reading of blank votes that is followed gives, of a round from 0. */
const struct flertall_outcome *majority_outcome(const struct majority_form *, size_t round);

/* The second vote must be held again: somebody stood in it who by the chosen reading cannot. */
bool majority_again(const struct majority_form *);

/* Who is elected, or NULL. */
const char *majority_elected(const struct majority_form *);

/* What a reading of an open question gives. */
const char *majority_of_blanks(const struct majority_form *, enum lang, size_t reading);
const char *majority_of_new(const struct majority_form *, enum lang, size_t reading);

/* What is hashed for a name in a draw with a seed. */
const char *majority_lot_line(const struct majority_form *, const char *name);

extern const struct field flertallsvalg_fields[];
enum outcome flertallsvalg_page(struct req *) MUST;

#endif
