/* sak_felt.h - a case while it is read, settled and answered: what every method uses.
 *
 * It is read by app/saksfil: the first thing that is wrong is kept in `les`, and reading goes on
 * with harmless values, so that a method looks at les_well() once, when it has read all.
 */
#ifndef APP_VALG_SAK_FELT_H
#define APP_VALG_SAK_FELT_H

#include <jansson.h>

#include "app/saksfil/saksfil.h"
#include "lib/buf.h"
#include "rules/lov.h"
#include "rules/valg/organ.h"
#include "rules/valg/sett.h"
#include "rules/valg/tvil.h"
#include "rules/valg/valg.h"

struct arena;
struct sak;

#define SAK_RULES_MAX 24

/* A method is a row of sak_metode.c. */
struct sak_method {
	const char *name;
	enum lov lov;                   /* what its errors are about, if nothing closer */
	const char *const *fields;      /* it takes, beside those of every case       */
	bool lists;                     /* the case has lists                         */
	void (*settle)(struct sak *);   /* reads s->in, fills s->out                  */
	void (*tell)(struct sak *, struct buf *);       /* NULL: from s->out, plainly */
};

struct sak {
	struct les les;                 /* its lov is the method's                    */
	const json_t *in;
	json_t *out;                    /* the result                                 */
	const struct sak_method *method;
	const char *id;                 /* "" if it has none                          */
	const char *date;               /* NULL: now                                  */
	const struct valg_set *set;     /* of the date                                */
	const char *organ_name;         /* as written, "" if not                      */
	bool organ_known;
	enum organ organ;
	size_t seats;
	bool council_only;              /* as told, else as the organ is              */
	enum rule rule[SAK_RULES_MAX];
	size_t n_rule;
	const void *done;               /* a method's own, from settle to tell        */
};

/* A field that is "K" or "M". */
enum gender sak_gender(struct sak *, const json_t *, const char *where, const char *name);
/* "MMK" as genders; *n is how many. */
const enum gender *sak_genders(struct sak *, const json_t *value, const char *field, size_t *n);

/* {"K": 2, "M": 5} into two counts; false: the field is not there. */
bool sak_gender_counts(struct sak *, const json_t *, const char *where, const char *name,
                       size_t count[GENDER__MAX]);

/* Of "choices": the questions and readings are those of rules/valg/tvil.h. */
void sak_check_choice(struct sak *, const char *question, const json_t *reading);

/* The index of the reading that the case has chosen, or TVIL_ASK. */
size_t sak_choice(struct sak *, enum tvil);
void sak_chosen(struct sak *, size_t chosen[TVIL__MAX]);        /* of all questions     */

/* To an array of texts, if it is not there already. */
void sak_add_once(json_t *keys, const char *key);

/* A new object with those of the fields that the object has. */
json_t *sak_some(const json_t *, const char *const *fields);

/* "K", "M". */
const char *sak_letter(enum gender);

/* The rule was followed; one that was not in force on the day is left out. */
void sak_rule(struct sak *, enum rule);

/* votes * scale / divisor with that many decimals, rounded: "4.333333". */
char *sak_decimal(struct arena *, int64_t votes, int64_t scale, int64_t divisor, int digits,
                  char point);

#endif
