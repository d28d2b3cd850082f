/* parlament.h - the parliamentary model: a kommuneråd or fylkesråd, kommuneloven ch. 10.
 *
 * The råd is elected as one slate that names leader, deputy leader and the others (§ 10-4), by
 * ordinary majority of the votes cast (§ 11-9 second), where nobody has a casting vote in an
 * election; or it is formed by a leader whom the ordfører points out (§ 10-5), without a vote.
 * Gender is that of § 7-7 third paragraph in both.
 */
#ifndef RULES_VALG_PARLAMENT_H
#define RULES_VALG_PARLAMENT_H

#include "rules/valg/avtale.h"

struct raad_slate {
	const char *name;
	const enum gender *member;      /* leader, deputy leader, the others          */
	size_t n_member;
	int64_t votes;                  /* 0 when the råd is formed                   */
};

enum raad_end {
	RAAD_FORMED,                    /* § 10-5: no vote                            */
	RAAD_ELECTED,
	RAAD_NONE,                      /* no slate has a majority                    */
	RAAD_OPEN                       /* only if blanks do not count: TVIL_BLANKE   */
};

enum raad_reading { RAAD_BLANK_COUNTS, RAAD_BLANK_COUNTS_NOT, RAAD_READINGS };

struct raad_result {
	enum raad_end end;
	size_t elected;                 /* which slate; ELECTED, OPEN                 */
	int64_t needed[RAAD_READINGS];  /* votes, of a vote                           */
	const struct avtale_gender *gender;     /* of each slate                      */
	bool complete;                  /* every slate has a leader and a deputy leader */
};

/* § 10-4: one or more slates, and blank votes. */
struct raad_result raad_elect(struct arena *, const struct raad_slate *, size_t n,
                              int64_t blank);

/* § 10-5: one slate, no votes. */
struct raad_result raad_form(struct arena *, const struct raad_slate *);

#endif
