/* etterpaa.h - the page that says who comes in when somebody leaves, has leave or is absent.
 *
 * One question opens the next: which body, which place, why.  Then the way of the act
 * (rules/valg/etter.h), its sections, and a small sum: who is called, whether the one who is
 * proposed can be elected, where the new one stands.  The act as it is now.  Nothing is stored.
 */
#ifndef APP_VALG_ETTERPAA_H
#define APP_VALG_ETTERPAA_H

#include "rules/valg/etter.h"
#include "web/page.h"

struct etterpaa_number {
	const char *text;
	const char *error;              /* msgid or NULL                             */
	int64_t n;
};

/* The fields that are numbers: how many of each gender. */
enum etterpaa_count { ETTERPAA_WOMEN, ETTERPAA_MEN, ETTERPAA_GROUP_WOMEN, ETTERPAA_GROUP_MEN,
	ETTERPAA_ABSENT, ETTERPAA_COUNTS };

struct etterpaa_form {
	struct arena *mem;
	bool asked_place;               /* the body is known                         */
	bool asked_cause;               /* the place too                             */
	bool answered;                  /* the cause too: `way` is the answer        */
	enum organ organ;
	bool office;                    /* ordfører, varaordfører: no place is asked for */
	enum etter_place place;
	enum etter_cause cause;
	const char *first, *last;       /* days of the leave, or ""                  */
	const char *leave_error;        /* msgid or NULL                             */
	bool leave_told;                /* both days are there: the cause follows them */
	enum etter_way way;

	struct etterpaa_number number[ETTERPAA_COUNTS];
	const char *order_text;         /* names, one a line                         */
	const char **order;
	size_t n_order;
	bool *unavailable;              /* [n_order]                                 */
	const char *leaving, *fresh;    /* names                                     */
	bool leaving_told, proposed_told, other_told;   /* the questions of gender   */
	enum gender leaving_gender, proposed;
	bool other_there;               /* the group has somebody of the other gender */
	const char *gender_error;       /* msgid or NULL                             */

	bool called;                    /* `call` is the answer                      */
	struct etter_call call;
	bool judged;                    /* `choice` or `more` is the answer          */
	struct etter_choice choice;
	struct etter_supplering more;
	size_t three;                   /* the reading of TVIL_TRE_MEDLEMMER, or TVIL_ASK */
	const char *const *after;       /* the order afterwards; NULL: not told      */
	size_t n_after;
};

/* What the way means for that body, msgid. */
const char *etterpaa_way(const struct etterpaa_form *);

/* The field and the label of a number: msgid. */
const char *etterpaa_field(enum etterpaa_count);

extern const enum organ etterpaa_organs[];      /* ends with ORGAN__MAX              */
extern const struct field etterpaa_fields[];
enum outcome etterpaa_page(struct req *) MUST;

/* "Den foreslåtte kan velges.", or not. */
const char *etterpaa_kan(enum lang, const struct etter_verdict *);

/* etterpaa_regn.c: what the fields below the answer give. */
void etterpaa_reckon(const struct form *, struct etterpaa_form *);

#endif
