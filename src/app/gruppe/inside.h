/* inside.h - the people that groups are made of. */
#ifndef APP_GRUPPE_INSIDE_H
#define APP_GRUPPE_INSIDE_H

#include "app/gruppe/gruppe.h"
#include "rules/gruppe/gruppe.h"

struct crowd_person {
	int64_t name;                   /* navneliste.id; 0: a phone                 */
	const void *seat;               /* deltaker.id of a phone, else NULL         */
	const char *label;
	const char *key;                /* the same in another samling: the sender's
	                                   id, else the folded name                  */
	enum role role;
	int age;                        /* GRUPPE_UNKNOWN: not known                 */
	unsigned led;                   /* groups, before                            */
	struct gruppe_person traits;
};

struct crowd {
	struct crowd_person *person;
	size_t n;
	bool phones;                    /* without a roster                          */
};

/* Those whom a division would be of: who is here; nobody said to be, the whole roster; no
 * roster, the phones. */
enum outcome crowd_read(struct store *, struct arena *, int64_t samling, int64_t wall_ms,
                        struct crowd *) MUST;
/* Everybody on the roster who has not been said to be away. */
enum outcome crowd_read_all(struct store *, struct arena *, int64_t samling, int64_t wall_ms,
                            struct crowd *) MUST;

/* How often each two have met before the item: n*n. */
enum outcome crowd_met(struct store *, struct arena *, int64_t samling, int64_t punkt,
                       const struct crowd *, uint16_t **met) MUST;

size_t crowd_find(const struct crowd *, int64_t name);  /* SIZE_MAX: not there       */

/* The rules of the samling that are about two of the crowd. */
enum outcome crowd_rules(struct store *, struct arena *, int64_t samling,
                         const struct crowd *, struct gruppe_rule **, size_t *n) MUST;

#endif
