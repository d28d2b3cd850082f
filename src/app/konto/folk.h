/* folk.h - the programleder's list of people with a login. */
#ifndef APP_KONTO_FOLK_H
#define APP_KONTO_FOLK_H

#include "web/page.h"

struct kommune;

struct person {
	int64_t id;
	const char *email, *name, *municipality, *municipality_name;
	enum staff_role role;
	bool blocked;
};

/* What a page of people draws from; `one` NULL: the list and the form for a new one. */
struct people {
	const struct person *one, *all;
	size_t n;
	const struct kommune *kommune;
	size_t n_kommune;
};

extern const struct field people_fields[], people_post_fields[], person_fields[],
                          person_role_fields[], person_block_fields[];

const char *staff_role_name(enum staff_role);        /* a msgid */

enum outcome people_page(struct req *) MUST;
enum outcome people_add(struct req *) MUST;
enum outcome person_page(struct req *) MUST;
enum outcome person_role(struct req *) MUST;
enum outcome person_block(struct req *) MUST;

#endif
