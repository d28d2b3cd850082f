/* punkt.h - what the editor of an item shows. */
#ifndef APP_SAMLING_PUNKT_H
#define APP_SAMLING_PUNKT_H

#include <jansson.h>

#include "app/aktivitet/aktivitet.h"
#include "app/samling/samling.h"
#include "web/page.h"

struct item_edit {
	const struct samling *s;
	const struct item *item;        /* NULL: a new one                              */
	const struct kind *kind;
	const json_t *config;           /* what the kind's fields are filled with      */
	const char *sha, *alt;          /* of its picture; alt is NULL: it has none     */
	bool asked;                     /* it has been used: kind and level are fixed   */
	int64_t about;                  /* what it goes on from as it is stored; 0      */
	int day;                        /* of a new one                                 */
	const struct earlier *earlier;  /* what it may go on from                       */
	size_t n_earlier;
};

/* An item that another may go on from. */
struct earlier {
	int64_t id;
	const char *title;
	const char *samling, *date;     /* of an earlier samling; NULL: this one's      */
};

#endif
