/* mer.h - the phone's other pages: the day's programme, and what concerns oneself. */
#ifndef APP_TELEFON_MER_H
#define APP_TELEFON_MER_H

#include "web/page.h"

struct roster_name {
	int64_t id;
	const char *name, *party, *position;
};

extern const struct field role_fields[], me_fields[], leave_fields[];

enum outcome programme_page(struct req *) MUST;
enum outcome more_page(struct req *) MUST;
enum outcome role_change(struct req *) MUST;
enum outcome me_page(struct req *) MUST;
enum outcome me(struct req *) MUST;
enum outcome leave(struct req *) MUST;

/* Which phone this is, without who: 64 of the 128 random bits of its seat. */
uint64_t seat_number(const struct req *);

#endif
