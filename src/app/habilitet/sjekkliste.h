/* sjekkliste.h - the checklist of one item on the agenda, for secretary and chair: who is
 * challenged, who votes on what, is the body quorate, who chairs, which deputy sits, and the
 * text for the minutes.
 *
 * Names and relations are sensitive: they come by POST, are drawn once, and are then gone.
 * Nothing is stored, logged or put into an address.  What the law leaves to the body is told
 * by those who ask, and the text says what the body decided; nothing here decides it.
 * Forvaltningsloven §§ 6-8 and 41, kommuneloven §§ 7-10, 8-1, 11-2, 11-4, 11-9, 27-1.
 */
#ifndef APP_HABILITET_SJEKKLISTE_H
#define APP_HABILITET_SJEKKLISTE_H

#include "rules/habilitet/prosedyre.h"
#include "web/page.h"

#define SJEKKLISTE_ROWS_MAX 60          /* people, and as many deputies               */
#define SJEKKLISTE_MEMBERS_MAX 199      /* of a body                                  */

extern const struct field sjekkliste_fields[];

/* ---- as it was filled in ---- */

enum sjekkliste_role { ROLE_MEMBER, ROLE_LEADER, ROLE_DEPUTY_LEADER, SJEKKLISTE_ROLE__MAX };
enum sjekkliste_decision { DECISION_OPEN, DECISION_HABIL, DECISION_INHABIL,
	SJEKKLISTE_DECISION__MAX };
enum sjekkliste_call { CALL_CAN, CALL_CANNOT, CALL_QUESTION, CALL_INHABIL,
	SJEKKLISTE_CALL__MAX };

/* A value of a list to choose from: its key in the form, and its text, a msgid. */
struct sjekkliste_word { const char *key, *text; };
extern const struct sjekkliste_word sjekkliste_roles[SJEKKLISTE_ROLE__MAX],
	sjekkliste_decisions[SJEKKLISTE_DECISION__MAX], sjekkliste_calls[SJEKKLISTE_CALL__MAX];

/* A ground of the tree as the basis of a decision; rows of the tree that are about employees
 * are left out, since a member of a body is elected. */
struct sjekkliste_basis {
	const char *key;                /* in the form: "slekt"                       */
	enum rule rule;                 /* whose row of habil_grounds[] it is         */
	const char *text;               /* "er i slekt ...": msgid                    */
	bool clears;                    /* an exception: the basis of being impartial */
};
extern const struct sjekkliste_basis sjekkliste_bases[];        /* ends with a NULL key */

struct sjekkliste_person {
	const char *name, *group, *why, *votes[2];      /* as typed; votes: inhabil, habil */
	enum sjekkliste_role role;
	const struct sjekkliste_basis *basis;           /* NULL: not chosen           */
	enum sjekkliste_decision decision;
	int64_t for_inhabil, for_habil;                 /* -1: not told               */
	const char *name_error, *role_error, *basis_error, *votes_error;  /* msgid    */
};

struct sjekkliste_deputy {
	const char *name, *group;
	enum sjekkliste_call call;
	const char *name_error;
};

struct sjekkliste {
	struct arena *mem;
	const char *body, *item, *date; /* "", or as typed; the date ISO              */
	const char *body_error, *members_error, *present_error, *person_error;
	const char *members_text, *present_text;
	size_t members, present;
	bool harms;                     /* waiting does substantial harm, § 7         */
	bool with_why;                  /* the reasons go into the minutes            */
	enum lang minutes;              /* their language                             */
	struct sjekkliste_person *person;       /* every row, also the empty ones     */
	size_t n_person, n_challenged;  /* rows; those with a name come first         */
	struct sjekkliste_deputy *deputy;
	size_t n_deputy, n_called;
	bool sent;                      /* else the form is drawn the first time      */
	bool wrong, more;               /* has an error; only asked for more rows     */
	bool too_long;                  /* something was not taken by its field       */
};

void sjekkliste_read(struct req *, struct sjekkliste *);

/* ---- what follows ---- */

/* One of the two votes of the item: on impartiality, and on the matter itself. */
struct sjekkliste_round {
	enum habil_voters voters;
	size_t out, deputies, left;     /* of the present: those who go, come, are then there */
	enum habil_chair chair;
	size_t *seat;                   /* by challenged: the deputy that sits; n_called: none */
	size_t *asked;                  /* by challenged: before that, one whose own question
	                                   must be settled; n_called: none            */
};

struct sjekkliste_plan {
	const struct sjekkliste *s;
	size_t quorum;
	struct sjekkliste_round question, matter;
	size_t n_open, n_inhabil;       /* not decided yet; found to be               */
	const struct sjekkliste_person *leader, *deputy_leader;         /* NULL: not challenged */
	bool provisional;               /* too few without them, and waiting harms    */
	unsigned missing;               /* of the minutes, bits of enum habil_minute  */
};

struct sjekkliste_plan sjekkliste_plan(const struct sjekkliste *);

/* ---- in words ---- */

struct sjekkliste_step {
	const char *title;
	const char **line;
	size_t n_line;
	enum lov *lov;
	size_t n_lov;
};

/* In the order things happen. */
const struct sjekkliste_step *sjekkliste_steps(const struct sjekkliste_plan *, enum lang,
                                               size_t *n);

/* The paragraphs of the text for the minutes, the first a heading. */
const char *const *sjekkliste_minutes(const struct sjekkliste_plan *, size_t *n);

/* "Kari Moe (Ap)"; "A", "A og B", "A, B og C" of those of whom the body said so
 * (SJEKKLISTE_DECISION__MAX: all of them), "" of none. */
const char *sjekkliste_who(struct arena *, const struct sjekkliste_person *);
const char *sjekkliste_names(const struct sjekkliste *, enum lang, enum sjekkliste_decision);

enum outcome sjekkliste_empty(struct req *) MUST;
enum outcome sjekkliste_page(struct req *) MUST;

#endif
