/* tvil.h - the questions the acts leave open, and the readings each has.
 *
 * A rule never settles one of these in silence: it says which question a case touches and what
 * each reading gives.  The keys are what files and vectors say; the texts people read are the
 * app's (app/valg/tvil_tekst.h).
 */
#ifndef RULES_VALG_TVIL_H
#define RULES_VALG_TVIL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum tvil {
	TVIL_NONE,
	TVIL_LISTE_TOM,                 /* a list wins more seats than it has names   */
	TVIL_VARA_UTEN_PLASS,           /* deputies of a list without seats           */
	TVIL_VARA_FAA,                  /* fewer names left than members + 2: gender of
	                                   those there are, or of the full number     */
	TVIL_VARA_REKKEFOELGE,          /* the order of deputies after a correction   */
	TVIL_BLANKE,                    /* are blank votes cast, in flertallsvalg     */
	TVIL_ENSTEMMIG_BLANK,           /* does a blank break unanimity in avtalevalg */
	TVIL_AVTALE_VARA_KJOENN,        /* gender of deputies: of the body or each group */
	TVIL_NY_KANDIDAT,               /* somebody new in the second vote            */
	TVIL_MINSTE_NAVN,               /* is there a least number of names on a list */
	TVIL_TO_LISTER,                 /* a group with its own list and a joint one  */
	TVIL_TRE_MEDLEMMER,             /* 40 % in nyvalg to a body of three          */
	TVIL_STEMMETEGN,                /* is electronic open voting voting signs     */
	TVIL_LODD,                      /* how a lot is drawn                         */
	TVIL_SLENGERE_BROEK,            /* a quarter of the seats that is not whole   */
	TVIL_FLEST_STEMMER,             /* votes in a tie of the council election     */
	TVIL_SAMME_PERSON,              /* an independent person on two lists         */
	TVIL_VARA_NYVALG,               /* was a deputy who left replaced by nyvalg, before
	                                   1 July 2023                                */
	TVIL_SETTEMEDLEM,               /* which settemedlem rule, before that day    */
	TVIL__MAX
};

#define TVIL_READINGS 2         /* the most alternatives any question has             */
#define TVIL_ASK SIZE_MAX       /* no default: somebody has to choose                 */

struct tvil_row {
	const char *key;                        /* "liste_tom"                        */
	const char *reading[TVIL_READINGS];     /* keys; NULL after the last          */
	size_t n_reading;
	size_t fallback;                        /* index of the default, or TVIL_ASK  */
	const char *sections;                   /* "kommuneloven § 7-6"               */
};

const struct tvil_row *tvil_row(enum tvil);     /* NULL for TVIL_NONE             */
bool tvil_read(const char *key, enum tvil *out);

/* The index of a reading's key in the question, or TVIL_ASK: it has none such. */
size_t tvil_reading(enum tvil, const char *key);

#endif
