/* sak_felt.h - a case while it is read, settled and answered: what every method uses.
 *
 * The first thing that is wrong is kept in `error`, and reading goes on with harmless values,
 * so that a method looks at sak_well() once, when it has read all.
 */
#ifndef APP_VALG_SAK_FELT_H
#define APP_VALG_SAK_FELT_H

#include <jansson.h>

#include "lib/buf.h"
#include "rules/lov.h"
#include "rules/valg/organ.h"
#include "rules/valg/sett.h"
#include "rules/valg/tvil.h"
#include "rules/valg/valg.h"

struct arena;
struct sak;

#define SAK_RULES_MAX 24
#define SAK_NO_LOV LOV__MAX

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
	struct arena *mem;
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
	struct {
		const char *field, *message;    /* NULL: all is well                  */
		enum lov lov;
	} error;
};

bool sak_well(const struct sak *);

/* Keeps the first; lov SAK_NO_LOV: the method's. */
void sak_fail(struct sak *, const char *field, enum lov, const char *message, ...)
	__attribute__((format(printf, 4, 5)));

/* "lists[2].votes" of "lists[2]" and "votes"; of "" only the name. */
const char *sak_path(struct sak *, const char *where, const char *name);
const char *sak_item(struct sak *, const char *where, size_t i);
const char *sak_key(struct sak *, const char *name);   /* a field's name, cut if it is long */

/* An object with no other fields than these; NULL where it is none. */
const json_t *sak_object(struct sak *, const json_t *, const char *where,
                         const char *const *known, enum lov);

/* A field of an object.  Required: that it is missing is an error.  What is missing is 0, "",
 * false or NULL. */
struct sak_limit { bool required; int64_t least, most; enum lov lov; };
int64_t sak_int(struct sak *, const json_t *, const char *where, const char *name,
                struct sak_limit);
int64_t sak_int_of(struct sak *, const json_t *value, const char *field, struct sak_limit);
const char *sak_text(struct sak *, const json_t *, const char *where, const char *name,
                     bool required);
const char *sak_text_of(struct sak *, const json_t *value, const char *field);
bool sak_flag(struct sak *, const json_t *, const char *where, const char *name, bool otherwise);
enum gender sak_gender(struct sak *, const json_t *, const char *where, const char *name);
const json_t *sak_array(struct sak *, const json_t *, const char *where, const char *name,
                        bool required);
const json_t *sak_map(struct sak *, const json_t *, const char *where, const char *name,
                      bool required);

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
