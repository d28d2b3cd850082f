/* avtalevalg.h - the page that looks at an innstilling to an avtalevalg (kommuneloven § 7-7).
 *
 * One innstilling for the whole body, adopted by all or not at all.  The page says what the act
 * asks of it, what follows when somebody votes against, and what to write in the protocol.
 * Nothing is stored.
 */
#ifndef APP_VALG_AVTALEVALG_H
#define APP_VALG_AVTALEVALG_H

#include "app/valg/avtalenavn.h"
#include "app/valg/skjemaorgan.h"
#include "rules/valg/avtale.h"
#include "web/page.h"

/* Of the people on the page: a group with its members and deputies, as indices of rows. */
struct avtalevalg_group {
	const char *name;       /* "": those who have none                           */
	size_t *member, *deputy;
	size_t n_member, n_deputy;
	size_t index;           /* of task.group                                     */
};

/* A number as it is typed. */
struct avtalevalg_number {
	const char *field, *label;      /* label: msgid                              */
	const char *text;
	const char *error;              /* msgid or NULL                             */
	int64_t n;
};

enum avtalevalg_count { AVTALEVALG_FOR, AVTALEVALG_AGAINST, AVTALEVALG_BLANK,
	AVTALEVALG_WOMEN, AVTALEVALG_MEN, AVTALEVALG_COUNTS };

struct avtalevalg_form {
	struct arena *mem;
	const struct valg_organ *organ;
	const char *place, *date;
	const char *seats_text, *seats_error;   /* error: msgid or NULL              */
	const char *member_text, *deputy_text;
	struct avtalenavn member, deputy;
	struct avtalevalg_number number[AVTALEVALG_COUNTS];
	struct avtalevalg_group *group;
	size_t n_group;
	const char *const *council;             /* members ticked as of the council  */
	size_t n_council;
	const char *twice;              /* a name that stands more than once; NULL: none */
	size_t blank_chosen;            /* the reading of TVIL_ENSTEMMIG_BLANK, or TVIL_ASK */
	size_t deputies_chosen;         /* of TVIL_AVTALE_VARA_KJOENN                */
	bool wrong;                     /* something above has an error              */
	bool ready;                     /* there are names and a number of seats     */
	struct avtale task;
	struct avtale_result result;    /* when ready and not wrong                  */
};

/* Everything the act asks of the innstilling is there, as far as it can be told. */
bool avtalevalg_lawful(const struct avtalevalg_form *);

/* Is the member ticked as one of the council?  And are there as many of those as the body must
 * have (organ_traits.council_least)? */
bool avtalevalg_in_council(const struct avtalevalg_form *, const char *name);
bool avtalevalg_council_ok(const struct avtalevalg_form *);

/* Adopted, by the vote and by the reading that is chosen. */
bool avtalevalg_adopted(const struct avtalevalg_form *);

/* The gender of the deputies by the reading that is followed; when it is known. */
bool avtalevalg_deputies_ok(const struct avtalevalg_form *);

/* "/valg/forholdsvalg?organ=utvalg&plasser=7": where a vote against leads. */
char *avtalevalg_forholdsvalg(const struct avtalevalg_form *);

extern const struct field avtalevalg_fields[];
enum outcome avtalevalg_page(struct req *) MUST;

#endif
