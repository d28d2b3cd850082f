/* tre.h - is somebody impartial?  The tree of grounds: facts in, every ground that applies out.
 *
 * A ground is a row of habil_grounds[], in the order in which the law is asked; the first that
 * applies decides, and the rest are named too.  Where the law leaves the assessment to the
 * body (§ 6, second paragraph) the outcome is HABIL_SKJONN with factors, and never more: no
 * function here turns factors into an answer.
 *
 * Rules have days (sett.h).  The tree is that of forvaltningsloven 1967 and kommuneloven 2018.
 */
#ifndef RULES_HABILITET_TRE_H
#define RULES_HABILITET_TRE_H

#include "rules/habilitet/fakta.h"

enum habil_outcome {
	HABIL_HABIL,                    /* no ground was found                        */
	HABIL_UNNTAK,                   /* an exception makes impartial               */
	HABIL_AUTOMATISK,               /* fvl § 6 (1)                                */
	HABIL_SAERREGEL,                /* koml § 11-10, § 13-3 (2)                   */
	HABIL_AVLEDET,                  /* because the superior is                    */
	HABIL_SKJONN,                   /* the body assesses and decides              */
	HABIL_MANGLER,                  /* it hangs on what is not known              */
	HABIL_OUTCOME__MAX
};

/* Known, or not.  In this order: the least of two is both, the greatest is either. */
enum habil_tri { TRI_NO, TRI_UNKNOWN, TRI_YES };

struct habil_ground {
	const char *code;               /* "A1"                                       */
	enum rule rule;                 /* what it says, and the sections it obeys    */
	enum habil_outcome outcome;
	enum habil_tri (*applies)(const struct habil_facts *);
	uint32_t asks;                  /* bits of enum habil_fact                    */
	bool waivable;                  /* § 6 (4) can set it aside                   */
};

extern const struct habil_ground habil_grounds[];
extern const size_t n_habil_grounds;
#define HABIL_GROUNDS_MAX 16

struct habil_found {
	const struct habil_ground *ground;
	bool waived;                    /* set aside by § 6 (4)                       */
};

struct habil_result {
	enum habil_outcome outcome;
	const struct habil_ground *deciding;    /* NULL: HABIL_HABIL, HABIL_MANGLER   */
	struct habil_found found[HABIL_GROUNDS_MAX];
	size_t n_found;
	enum rule rule[HABIL_GROUNDS_MAX];      /* why, at the leaf: at least one; of
	                                           HABIL_MANGLER those that wait      */
	size_t n_rule;
	uint32_t missing;               /* HABIL_MANGLER: bits of enum habil_fact     */
};

struct habil_result habilitet(const struct habil_facts *);

bool habil_is_inhabil(enum habil_outcome);      /* said by the law, not by assessment */
const struct habil_word *habil_outcome_word(enum habil_outcome);

/* ---- where the body assesses ---- */

struct habil_factor { const char *key, *nb, *nn; enum habil_toward toward; };
#define HABIL_FACTORS_MAX 64

/* What weighs, each way, that the facts tell; writes at most HABIL_FACTORS_MAX. */
size_t habil_factors(const struct habil_facts *, struct habil_factor *out);

/* What the body should ask itself besides. */
extern const struct habil_word habil_checklist[];
extern const size_t n_habil_checklist;

#endif
