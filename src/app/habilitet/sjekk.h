/* sjekk.h - "er jeg inhabil?": one question at a time, for a member before a meeting.
 *
 * The whole self-check is one document, the same for everybody, in which answers are links to
 * other parts of it: nothing that is answered is ever sent.  What it holds is not written by
 * anybody.  It is found by walking the engine (rules/habilitet/tre.h) from the first question:
 * each answer tells a fact, a question is asked only where its answers make the engine say
 * different things, and what stands at the end of a path is what habilitet() says.
 *
 * On the way one is in a chain: nothing found; something near, that the body must assess;
 * something open, that was not known; or a hit, a ground that applies.  A hit is an end of its
 * own, from which one may go on to see whether more grounds apply.  Steps from which the same
 * can follow are one step.
 */
#ifndef APP_HABILITET_SJEKK_H
#define APP_HABILITET_SJEKK_H

#include "rules/habilitet/tre.h"

/* In the order of the tree. */
enum sjekk_ask {
	ASK_VALG, ASK_PART, ASK_SLEKT, ASK_VERGE, ASK_VERV, ASK_ER_PART, ASK_ENHET, ASK_MOR,
	ASK_APENBART,                   /* only from a hit that § 6 (4) can set aside */
	ASK_ROLLE, ASK_FORBEREDT, ASK_KLAGE, ASK_FORSTE, ASK_OVERORDNET, ASK_AVGJOR,
	ASK_SAERLIG, SJEKK_ASK__MAX
};

struct sjekk_option {
	const char *nb, *nn;            /* nn NULL: nb is a msgid                     */
	struct habil_facts facts;       /* what it tells; the rest means nothing      */
	uint32_t tells;                 /* bits of enum habil_fact                    */
};

struct sjekk_question {
	enum habil_fact fact;
	uint32_t group;                 /* the facts that make up one tie, bits       */
	const char *title;              /* a msgid; NULL: as the engine asks          */
	const char *help, *unknown;     /* msgids or NULL; how to find out            */
	const struct sjekk_option *option;
	size_t n_option;                /* of ASK_SLEKT: after the relations          */
};

extern const struct sjekk_question sjekk_questions[SJEKK_ASK__MAX];

#define SJEKK_OPTIONS_MAX 64
size_t sjekk_n_options(enum sjekk_ask);
struct sjekk_option sjekk_option(enum sjekk_ask, size_t i);

/* Where a group of relations begins, and what it is called. */
struct sjekk_kin { const char *first, *title; };
extern const struct sjekk_kin sjekk_kin[];
extern const size_t n_sjekk_kin;

/* Copies the facts of the bits. */
void sjekk_tell(struct habil_facts *, uint32_t bits, const struct habil_facts *from);

enum sjekk_kind {
	STEP_QUESTION,
	STEP_NEAR,                      /* what was told is for the body to assess    */
	STEP_CLEARED,                   /* what was told is no ground alone           */
	STEP_HIT,                       /* an end: a ground applies                   */
	STEP_MORE_DONE,                 /* an end: all is asked after a hit           */
	STEP_END,                       /* an end: what the engine says               */
	SJEKK_KIND__MAX
};

/* Bits of a chain; none: nothing has been found. */
enum sjekk_chain { CHAIN_NEAR = 1, CHAIN_OPEN = 2, CHAIN_WAIVED = 4, CHAIN_HIT = 8 };

/* A step.  Steps are known by their number, and NOWHERE is no step. */
#define SJEKK_NOWHERE UINT16_MAX
struct sjekk_step {
	enum sjekk_kind kind;
	enum sjekk_ask ask;             /* asked here, or answered on the way here    */
	unsigned chain;                 /* where one is, of a question                */
	struct habil_facts facts;       /* of a question: what is told so far; else
	                                   what the engine was asked about            */
	enum rule rule;                 /* the sentence that says why                 */
	uint16_t next;                  /* not of a question                          */
	uint16_t unknown;               /* where "vet ikke" leads                     */
	uint16_t obvious;               /* from a hit to ASK_APENBART                 */
	uint16_t to[SJEKK_OPTIONS_MAX]; /* by the number of the option                */
};

#define SJEKK_STEPS_MAX 256
struct sjekk {
	struct sjekk_step step[SJEKK_STEPS_MAX];        /* the first is where one begins */
	size_t n;
};

void sjekk_walk(struct sjekk *);

bool sjekk_is_end(const struct sjekk_step *);

#endif
