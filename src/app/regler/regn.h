/* regn.h - small calculators for a council: how many are needed, what was decided, until when.
 *
 * A calculator is a file with one struct regn and a row in regn_all[].  It names its fields
 * and counts; the form, the page, its messages and the live answer are the same for all
 * (regn.c, regn.html).  Numbers stand in the address and are kept nowhere.
 */
#ifndef APP_REGLER_REGN_H
#define APP_REGLER_REGN_H

#include "rules/lov.h"
#include "web/page.h"

enum regn_kind { REGN_NUMBER, REGN_DATE, REGN_CHOICE };

struct regn_option { const char *key, *label; };        /* label: msgid              */

struct regn_field {
	const char *name;               /* NULL ends; one of regn_fields[]           */
	const char *label, *hint;       /* msgid; hint may be NULL                   */
	enum regn_kind kind;
	bool optional;
	int64_t min, max;               /* of a number                               */
	const struct regn_option *option;       /* of a choice, ends with NULL; the first is
	                                           what it is when nothing is said   */
};

#define REGN_PEOPLE 999                 /* members and votes of a body, at most      */
#define REGN_FIELDS_MAX 8
#define REGN_TEXTS_MAX 8
#define REGN_OPEN_MAX 2

struct regn_value {
	const char *text;               /* as typed, never NULL                      */
	const char *error;              /* translated, or NULL                       */
	bool given;
	int64_t number;                 /* of a choice: the index of the option      */
};

enum regn_mark { REGN_NO_ANSWER, REGN_PLAIN, REGN_YES, REGN_NO, REGN_ASK };

/* What the act leaves open, and how it can be read; translated. */
struct regn_open {
	const char *question;
	const char *reading[REGN_TEXTS_MAX];
	size_t n_reading;
};

struct regn_run {
	struct arena *mem;
	enum lang lang;
	const char *today;              /* ISO date                                  */
	const struct regn *regn;
	struct regn_value value[REGN_FIELDS_MAX];
	bool asked;                     /* somebody has filled in something          */
	bool wrong, missing;            /* a field has an error; a needed one is empty */
	enum regn_mark mark;            /* of the answer                             */
	const char *answer;             /* translated                                */
	const char *step[REGN_TEXTS_MAX];       /* how it was counted                */
	size_t n_step;
	const char *note[REGN_TEXTS_MAX];       /* what to know beside it            */
	size_t n_note;
	struct regn_open open[REGN_OPEN_MAX];
	size_t n_open;
	enum rule rule[REGN_TEXTS_MAX];
	size_t n_rule;
	const char *link, *link_text;   /* a page of ours that goes on; NULL: none   */
};

struct regn {
	const char *key;                /* in the address                            */
	const char *title, *intro;      /* msgid                                     */
	const char *example;            /* a query with an answer                    */
	const struct regn_field *field;
	void (*count)(struct regn_run *);       /* called when nothing is missing or wrong */
};

extern const struct regn regn_vedtaksfoer, regn_tredel, regn_avstemning, regn_budsjett,
	regn_flertall, regn_innsyn, regn_lovlighetskontroll, regn_medlemstall,
	regn_konstituerende;
extern const struct regn *const regn_all[];     /* ends with NULL                    */

/* ---- for a calculator ---- */

bool regn_given(const struct regn_run *, const char *name);
int64_t regn_number(const struct regn_run *, const char *name);        /* and of a choice */
const char *regn_date(const struct regn_run *, const char *name);      /* ISO          */

/* A field that does not fit the others; the message is translated. */
void regn_wrong(struct regn_run *, const char *name, const char *message);

/* The answer in a sentence, how it was counted, what else to know, what is open: texts are
 * translated.  And the rules it follows. */
void regn_answer(struct regn_run *, enum regn_mark, const char *);
void regn_step(struct regn_run *, const char *);
void regn_note(struct regn_run *, const char *);
struct regn_open *regn_open(struct regn_run *, const char *question);
void regn_reading(struct regn_open *, const char *);
void regn_rule(struct regn_run *, enum rule);

/* "12,67" of 2/3 of 19; whole ones without a comma. */
char *regn_share(struct arena *, int64_t n, int64_t part, int64_t of);

/* ---- pages ---- */

/* The rules' provisions in the order of the table; writes at most LOV__MAX. */
size_t regn_sections(const struct regn_run *, enum lov *);

extern const struct field regn_fields[];
enum outcome regn_list_page(struct req *) MUST;
enum outcome regn_page(struct req *) MUST;

#endif
