/* etter.h - afterwards: who comes in when somebody leaves, has leave or is absent.
 *
 * Kommuneloven §§ 6-2, 7-9, 7-10, 7-11.  A group is those who sent the list: a joint list is
 * one group, and the party of its people does not matter.
 */
#ifndef RULES_VALG_ETTER_H
#define RULES_VALG_ETTER_H

#include "rules/lov.h"
#include "rules/valg/organ.h"
#include "rules/valg/sett.h"
#include "rules/valg/tvil.h"
#include "rules/valg/valg.h"

struct arena;

/* ---- which rule ---- */

enum etter_cause {
	CAUSE_ABSENT,                   /* from a meeting                             */
	CAUSE_LEAVE,                    /* fritak for less than three months          */
	CAUSE_LONG_LEAVE,               /* for three months or more, or without an end
	                                   and thought to last longer                 */
	CAUSE_FOR_GOOD,                 /* not eligible any more, or fritak for the term */
	CAUSE_EXCHANGED,                /* the council wants somebody else            */
	CAUSE_FEW_DEPUTIES,             /* a group has too few of them left           */
	CAUSE__MAX
};

enum etter_place { PLACE_MEMBER, PLACE_DEPUTY, PLACE_LEADER, PLACE__MAX };

enum etter_way {
	ETTER_CALL,                     /* deputies of the group, by number: § 7-10 first */
	ETTER_STEP_IN,                  /* deputies of the same list step in: § 7-10 second */
	ETTER_NYVALG,                   /* from the same group: § 7-10 third          */
	ETTER_KOMITE,                   /* the council's new member takes over: § 5-9 */
	ETTER_NEW_LEADER,               /* § 7-10 fourth; ordfører and deputy: § 6-2  */
	ETTER_VARA_UP,                  /* varaordfører is ordfører meanwhile, and a new one is
	                                   elected for as long: § 6-2                 */
	ETTER_TEMPORARY,                /* a temporary varaordfører is elected: § 6-2 */
	ETTER_SETTEMEDLEM,              /* may be elected; else deputies are called: § 7-11 */
	ETTER_SUPPLERING,               /* more deputies from that group: § 7-10 fifth */
	ETTER_CHAIR,                    /* the deputy leader, or one elected for the
	                                   meeting: § 11-2                            */
	ETTER_RAAD,                     /* the råd is put together anew: §§ 10-4, 10-5 */
	ETTER_ALL_ANEW,                 /* the whole kontrollutvalg: § 23-1 last      */
	ETTER_NOTHING,                  /* the act gives no way                       */
	ETTER__MAX
};
enum rule etter_rule(enum etter_way);   /* it stands on; ETTER_NOTHING: RULE__MAX     */

/* The offices of ordfører and varaordfører are organs of their own, always PLACE_LEADER; a
 * kommunedelsutvalg elected by the inhabitants is as the council.  `open` is TVIL_VARA_NYVALG or
 * TVIL_SETTEMEDLEM where the set does not say, else TVIL_NONE. */
enum etter_way etter_way(const struct valg_set *, enum organ, enum etter_place,
                         enum etter_cause, enum tvil *open);

/* Leave from the first day to the last one makes three months or more.  ISO dates. */
bool etter_long_leave(const char *first, const char *last);

/* Whoever was registered as moved out may step in again if he moved back within two years
 * (§ 7-9 first). */
bool etter_may_return(const char *moved_out, const char *moved_back);

/* ---- innkalling, § 7-10 first ---- */

struct etter_call {
	const size_t *called;           /* indices of deputies, in order              */
	size_t n_called;
	size_t missing;                 /* absentees nobody is left for               */
};
/* unavailable[i]: deputy i cannot come; deputies of one group, in their order. */
struct etter_call etter_call(struct arena *, const bool *unavailable, size_t n_deputy,
                             size_t absent);

/* ---- nyvalg, § 7-10 third; suppleringsvalg, fifth; settemedlem, § 7-11 ---- */

struct etter_election {
	const enum gender *member;      /* of the body, or of its deputies, before; the one
	                                   who leaves among them                      */
	size_t n_member;
	bool leaves;                    /* false: suppleringsvalg, nobody leaves      */
	enum gender leaving;
	enum gender proposed;
	size_t available[GENDER__MAX];  /* in the group, eligible and willing         */
};

enum etter_reason {
	ETTER_BALANCED,                 /* neither gender would be short              */
	ETTER_UNDER_CHOSEN,             /* short, and the proposed is of that gender  */
	ETTER_UNDER_REQUIRED,           /* short, and the group has that gender: required */
	ETTER_NOT_POSSIBLE,             /* short, but the group has nobody of it      */
	ETTER_NO_GENDER_RULE            /* settemedlem: § 7-11 has none               */
};

struct etter_verdict {
	bool accept;
	enum etter_reason reason;
	enum gender require;            /* when not accepted                          */
	enum gender under;              /* who would be short; all but BALANCED, NO_GENDER_RULE */
	size_t share[GENDER__MAX];      /* of the body with the proposed in it        */
	size_t of;
};

struct etter_choice {
	struct etter_verdict verdict;   /* by the default reading                     */
	bool open;                      /* TVIL_TRE_MEDLEMMER: 40 % of three or fewer would
	                                   end otherwise                              */
	struct etter_verdict other;     /* by that reading, when open                 */
};

/* `leaving` is among the members; else that is a bug: the door asks etter_has() first. */
bool etter_has(const enum gender *, size_t n, enum gender);
struct etter_choice etter_nyvalg(const struct etter_election *);
struct etter_choice etter_settemedlem(const struct etter_election *);

/* The deputies of the body, and of the group: the act names both shares, so the one proposed
 * must pass by both, unless they ask for different genders. */
struct etter_supplering {
	bool accept;
	bool conflict;
	struct etter_choice in_body, in_group;
};
struct etter_supplering etter_supplering(const struct etter_election *in_body,
                                         const struct etter_election *in_group);

/* ---- places, § 7-10 sixth ---- */

/* The order afterwards: the new one takes the place of the one who leaves. */
const char *const *etter_place(struct arena *, const char *const *before, size_t n,
                               size_t leaving, const char *new);

/* n + 1 of them: a deputy of a suppleringsvalg stands last. */
const char *const *etter_place_last(struct arena *, const char *const *before, size_t n,
                                    const char *new);

#endif
