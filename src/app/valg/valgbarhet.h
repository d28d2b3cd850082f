/* valgbarhet.h - the page that checks the conditions for being elected to a body.
 *
 * No name is asked for and nothing is stored.  It is a check of conditions, and no more: what
 * is not answered is taken as no hindrance and said to be missing, and a post that may or may
 * not be one of those of § 7-3 gives both answers.
 */
#ifndef APP_VALG_VALGBARHET_H
#define APP_VALG_VALGBARHET_H

#include "rules/valg/valgbar.h"
#include "web/page.h"

enum valgbarhet_answer { SVAR_MANGLER, SVAR_JA, SVAR_NEI, SVAR_ANNET };

/* The questions with yes and no, and some with a third answer; which are asked depends on the
 * body.  SVAR_ANNET: below voting age; no formannskap, since the model is parliamentary. */
enum valgbarhet_question { SPM_STEMMERETT, SPM_BOSATT, SPM_SAMTYKKE, SPM_KOMMUNESTYRE,
	SPM_FORMANNSKAP, SPM_FRATRAADT, SPM_MYNDIGHET, SPM_PARTI, SPM_KOMMUNEDEL, SPM_ANSATTE,
	SPM__MAX };

struct valgbarhet_form {
	struct arena *mem;
	bool chosen;                    /* a body                                    */
	struct valgbar_body body;
	bool asked[SPM__MAX];
	enum valgbarhet_answer answer[SPM__MAX];
	const char *post_key;           /* of the post, "usikker", or "": not answered */
	enum stilling post;
	bool has[VERV__MAX];
	size_t n_missing;               /* questions without an answer               */
	struct valgbar_result result;
	bool open;                      /* the post may be one that § 7-3 names      */
	struct valgbar_result if_named; /* when it is                                */
};

const char *valgbarhet_field(enum valgbarhet_question);         /* in the address  */
const char *valgbarhet_ask(enum valgbarhet_question);           /* msgid           */
const char *valgbarhet_third(enum valgbarhet_question);         /* msgid; NULL: none */

/* Why somebody cannot be elected, msgid. */
const char *valgbarhet_why(enum valgbar_ground, enum organ);

/* The bodies and offices of the page, and the posts. */
extern const enum organ valgbarhet_organs[];    /* ends with ORGAN__MAX              */
extern const enum verv valgbarhet_offices[];    /* ends with VERV__MAX               */

extern const struct field valgbarhet_fields[];
enum outcome valgbarhet_page(struct req *) MUST;

#endif
