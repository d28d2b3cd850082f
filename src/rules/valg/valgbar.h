/* valgbar.h - who can be elected, and who is bound to accept.
 *
 * Kommuneloven §§ 5-6, 5-9, 5-11, 6-2, 7-2, 7-3 and 23-1.  § 7-2 and the posts of § 7-3 are for the
 * bodies § 7-2 lists; formannskap, komité, ordfører and varaordfører are elected among those
 * who were themselves eligible for the council (valgloven § 3-2 f.), and so no more than that
 * is tested, but a post that § 7-3 names is said there too.
 *
 * Every ground against somebody is returned, not the first one.
 */
#ifndef RULES_VALG_VALGBAR_H
#define RULES_VALG_VALGBAR_H

#include <stdbool.h>
#include <stddef.h>

#include "rules/lov.h"
#include "rules/valg/organ.h"

struct valgbar_person {
	bool stemmerett;                /* has the vote at council elections          */
	bool under_alder;               /* below voting age, and otherwise qualified for it */
	bool bosatt;                    /* registered as resident in the municipality */
	bool utenfor_kommunedelen;      /* but not in that part of it                 */
	bool ansattrepresentant;        /* elected by and among the employees, § 5-11 */
	bool samtykke;                  /* in writing; for ordfører before the election */
	bool kommunestyremedlem;
	enum stilling stilling;
	bool fratraadt;                 /* will have left the post when the body starts work */
	const enum verv *verv;
	size_t n_verv;
	const char *parti, *gruppe;                     /* NULL: not told             */
	const char *ordfoerer_parti, *ordfoerer_gruppe;
};

struct valgbar_body {
	enum organ organ;
	bool uten_myndighet;            /* an utvalg without power of decision        */
	bool bare_kommunedelen;         /* of a kommunedelsutvalg: the council has decided
	                                   that only those who live there can be elected */
	bool parlamentarisk;            /* ordfører among the council's members       */
};

enum valgbar_ground {
	VALGBAR_STEMMERETT,             /* § 7-2 third a                              */
	VALGBAR_BOSATT,                 /* § 7-2 third b                              */
	VALGBAR_KOMMUNEDEL,             /* § 7-3 fourth                               */
	VALGBAR_SAMTYKKE,               /* § 7-2 third c, § 6-2 second                */
	VALGBAR_KOMMUNESTYRE,           /* only council members: §§ 5-6, 5-9, 6-2     */
	VALGBAR_FORMANNSKAP,            /* only members of formannskap: § 6-2 first   */
	VALGBAR_STILLING,               /* § 7-3 first and fifth                      */
	VALGBAR_KONTROLLUTVALG,         /* is in the kontrollutvalg: § 7-3 third      */
	VALGBAR_VERV,                   /* § 23-1 third a-e                           */
	VALGBAR_SELSKAP,                /* § 23-1 third g, h                          */
	VALGBAR_ANSATT,                 /* § 23-1 third f                             */
	VALGBAR_PARTI,                  /* § 23-1 second: party or group of the ordfører */
	VALGBAR__MAX
};
const char *valgbar_key(enum valgbar_ground);           /* "stemmerett"           */
enum rule valgbar_rule(enum valgbar_ground, enum organ);        /* it stands on    */

enum valgbar_duty {
	DUTY_UNSAID,                    /* not one of the bodies of § 7-2, not eligible, or
	                                   elected by the employees: § 5-11 speaks of who can
	                                   be elected only                            */
	DUTY_BOUND,
	DUTY_NOT_BOUND                  /* below voting age, or registered elsewhere  */
};

struct valgbar_result {
	bool eligible;
	enum valgbar_duty duty;
	enum valgbar_ground ground[VALGBAR__MAX];       /* against, each once         */
	size_t n_ground;
	/* No ground against somebody, though it could have been: */
	bool by_age;                    /* below voting age, § 7-2 fifth              */
	bool by_leaving;                /* the post is left in time, § 7-3 sixth      */
	bool by_residence;              /* registered elsewhere, § 7-2 fourth, § 5-11 third */
};

struct valgbar_result valgbar(const struct valgbar_body *, const struct valgbar_person *);

#endif
