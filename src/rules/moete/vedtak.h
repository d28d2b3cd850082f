/* vedtak.h - what a vote decides: kommuneloven §§ 8-1, 11-9 and 11-13.
 *
 * Everybody who is present votes, and blank only at elections and hiring, § 8-1; so the votes
 * cast are those for and against.  How many must have voted is of the item and not of the
 * meeting: tall_quorum().  What the act leaves open is said with its readings, never settled.
 */
#ifndef RULES_MOETE_VEDTAK_H
#define RULES_MOETE_VEDTAK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum vedtak_chair { CHAIR_NOT_TOLD, CHAIR_FOR, CHAIR_AGAINST };

enum vedtak_end {
	VEDTAK_ADOPTED,
	VEDTAK_REJECTED,
	VEDTAK_TIE,                     /* the chair's vote decides, and is not told  */
	VEDTAK_TIE_ELECTION,            /* a tie, and the chair's vote is as any other */
	VEDTAK_TOO_FEW                  /* not half of the members have voted         */
};

struct vedtak {
	enum vedtak_end end;
	int64_t cast, needed;           /* needed: the smallest majority of those     */
	bool by_chair;                  /* a tie that the chair's vote has settled    */
};

/* One proposal; members 0: not told, and then it is not counted how many voted. */
struct vedtak vedtak(int64_t members, int64_t for_it, int64_t against, enum vedtak_chair,
                     bool election);

/* ---- økonomiplan and årsbudsjett, several alternatives, § 11-9 third ledd ---- */

#define BUDSJETT_MAX 6          /* alternatives */

enum budsjett_end {
	BUDSJETT_ADOPTED,               /* one has a majority: first[0]               */
	BUDSJETT_SECOND,                /* vote again, first[0] against first[1]      */
	BUDSJETT_OPEN,                  /* the act does not say which two, see below  */
	BUDSJETT_TOO_FEW
};

/* Questions the act does not answer, in the first vote. */
enum budsjett_question {
	BUDSJETT_Q_HALF,                /* one has exactly half: is that a tie that the
	                                   chair's vote settles, or the second vote?  */
	BUDSJETT_Q_PLACE,               /* more than two are equal about the two places */
	BUDSJETT_Q__MAX
};

enum budsjett_reading {
	BUDSJETT_VOTE_AGAIN,            /* HALF: the second vote is held              */
	BUDSJETT_CHAIR_NOW,             /* HALF: the chair's vote decides at once     */
	BUDSJETT_VOTE_BETWEEN,          /* PLACE: a vote only about who of them goes on */
	BUDSJETT_ALL_GO_ON,             /* PLACE: all who are equal are voted on again */
	BUDSJETT_LOT,                   /* PLACE: by lot, as the act has for elections */
	BUDSJETT_READING__MAX
};
#define BUDSJETT_READINGS 3     /* the most of any question */

struct budsjett_question_row {
	const char *key;                /* "halvparten"                               */
	enum budsjett_reading reading[BUDSJETT_READINGS];
	size_t n_reading;
};
extern const struct budsjett_question_row budsjett_questions[BUDSJETT_Q__MAX];

struct budsjett {
	enum budsjett_end end;
	int64_t cast, needed;
	size_t first[2];                /* indexes; n_first of them are sure to go on */
	size_t n_first;
	size_t among[BUDSJETT_MAX];     /* those who are equal about what is left     */
	size_t n_among;
	bool open[BUDSJETT_Q__MAX];
};

/* n is 2..BUDSJETT_MAX; members as in vedtak(). */
struct budsjett budsjett(int64_t members, const int64_t *votes, size_t n);

/* ---- demanding to see documents, § 11-13 third ledd ---- */

enum innsyn_end {
	INNSYN_BY_THREE,                /* three votes are enough                     */
	INNSYN_BY_MAJORITY,
	INNSYN_TIE,                     /* the chair's vote decides, § 11-9           */
	INNSYN_REFUSED
};

/* `secret`: documents that give knowledge of what is confidential by law. */
enum innsyn_end innsyn(int64_t for_it, int64_t against, bool secret);

#define INNSYN_VOTES 3

#endif
