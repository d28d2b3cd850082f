/* valg.h - what the two elections in the meeting share: votes counted by hand, lots drawn in
 * view, and how a question the act leaves open is read.
 *
 * Nobody votes on a phone: the vote is by voting signs or on paper in the hall, and whoever
 * leads counts.  A kind's load() makes a->state, which begins with a struct election; the
 * acts here know no more than that. */
#ifndef APP_AKTIVITET_SLAG_VALG_H
#define APP_AKTIVITET_SLAG_VALG_H

#include <jansson.h>

#include "app/aktivitet/aktivitet.h"
#include "lib/buf.h"
#include "rules/valg/oppgjoer.h"
#include "rules/valg/tvil.h"

#define ELECTION_ROUNDS 2
#define ELECTION_VOTES_MAX 99999        /* five digits: the field "hender" */
#define ELECTION_DRAWS 2

/* What the acts leave open, and the hall chooses: those of oppgjoer.h, and whether a blank vote
 * is cast. */
enum { ELECTION_BLANK = OPPGJOER__QUESTIONS, ELECTION_QUESTIONS };
extern const struct election_question {
	enum tvil tvil;
	const char *label;                      /* msgids: what it is about           */
	const char *asks;                       /* what the act does not say          */
	const char *reading[TVIL_READINGS];     /* the answers, as sentences           */
	const char *button[TVIL_READINGS];
	const char *why;                        /* ... the first is usual; NULL: none is */
} election_questions[ELECTION_QUESTIONS];

struct election_round {
	int64_t *votes;                 /* one for each who stands                    */
	int64_t blank;
	int64_t cast;                   /* all of them, blank too                     */
	bool counted;                   /* something is                               */
};

struct election {
	const char **name;              /* lists, or candidates                       */
	size_t n;
	struct election_round round[ELECTION_ROUNDS];
	int counting;                   /* the round that is counted now, from 0; -1  */
	size_t *drawn[ELECTION_DRAWS];
	size_t n_drawn[ELECTION_DRAWS];
	size_t reading[ELECTION_QUESTIONS];     /* chosen; TVIL_ASK: nothing is       */
	bool asks[ELECTION_QUESTIONS];  /* the question is put now                     */
	int draw;                       /* the draw that waits, from 0; -1: none      */
	const size_t *among;            /* ... who it is between                      */
	size_t n_among;
};

/* Reads what is counted, drawn and chosen; `e` has name and n.  */
enum outcome election_read(struct store *, struct arena *, int64_t punkt, struct election *) MUST;
/* The same of an item nobody has counted in. */
void election_empty(struct arena *, struct election *);

/* The reading that is followed now, or TVIL_ASK. */
size_t election_reading(const struct election *, size_t question);

/* Has the waiting draw given `who` already? */
bool election_drawn(const struct election *, size_t who);

/* kind->read(): phones take what the stream brings when a number has changed. */
enum outcome election_seen(const struct asked *, const struct samling *,
                           const struct activity *, struct drawing *) MUST;

/* What must be done before "next" does anything: a lot, or a choice nobody has a usual answer
 * to.  So that a clicker does not leave an election in the middle; NULL: nothing. */
const char *election_waits(enum lang, const struct election *);

/* "Ap 12, H 8, blanke 1": for the protocol. */
char *election_said(struct arena *, enum lang, const struct election *, size_t round);

/* Notes the votes of a round in the samling's protocol, and takes the step after. */
enum outcome election_counted(struct req *, const struct activity *, size_t round) MUST;

/* "valg_en 2 +1", "valg_en 2 -1": one more or fewer for number 2; past the last: blank.
 * "valg_tall": all of them, the field "hender".  "valg_lodd 1": drawn in the draw that
 * waits.  "valg_lodd_om 1": draw 1 was entered wrongly.  "valg_les liste_tom ledig". */
extern const struct kind_act election_acts[];

/* What the report's file says of an item of the two kinds; NULL: it is none of them. */
json_t *election_json(struct arena *, const struct activity *);

/* The item as a file for `samling valg`, as far as it has come; settled also with what came out
 * and a sum (app/valg/protokollfil.h).  Empty (p NULL): it is none of them. */
struct buf election_file(struct arena *, const struct activity *, const char *place,
                         const char *date);

/* Has the election come to its result?  The activity is read with its state. */
bool election_settled(const struct activity *);

/* Where the public page has the same election, settled: its protocol, ready for the minutes.
 * NULL: it has no room for it, or it is no forholdsvalg. */
const char *election_address(struct arena *, enum lang, const struct activity *,
                             const char *place, const char *date);

#endif
