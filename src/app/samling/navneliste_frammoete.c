/* navneliste_frammoete.c - who of the roster is here today. */
#include <stdlib.h>
#include <string.h>

#include "app/samling/navneliste.h"
#include "lib/arena.h"
#include "lib/utf8.h"

bool attendee_present(const struct attendee *p)
{
	switch (p->said) {
	case PRESENCE_UNSAID:
		return p->phone;
	case PRESENCE_PRESENT:
		return true;
	case PRESENCE_AWAY:
	case PRESENCE__MAX:
		return false;
	}
	return false;
}

struct keyed { struct attendee who; const char *key; };

static int by_name(const void *a, const void *b)
{
	const struct keyed *x = a, *y = b;

	if (x->who.role != y->who.role)
		return x->who.role < y->who.role ? -1 : 1;
	return strcmp(x->key, y->key);
}

static struct attendee attendee_of(const struct row *row)
{
	return (struct attendee){
		.id = row_int(row, navneliste_frammoete__id),
		.name = row_text(row, navneliste_frammoete__navn),
		.party = row_text(row, navneliste_frammoete__parti),
		.post = row_text(row, navneliste_frammoete__stilling),
		.role = (enum role)row_int(row, navneliste_frammoete__rolle),
		.gender = row_text(row, navneliste_frammoete__kjoenn)[0],
		.born = (int)row_int(row, navneliste_frammoete__foedt),
		.new = row_int(row, navneliste_frammoete__ny) != 0,
		.said = (enum presence)row_int(row, navneliste_frammoete__frammoete),
		.phone = row_int(row, navneliste_frammoete__telefon) != 0,
	};
}

enum outcome people_all(struct store *st, struct arena *mem, int64_t samling,
                        struct people *out)
{
	struct rows rows;
	struct keyed *k;
	enum outcome went = RUN(st, mem, &rows, navneliste_frammoete, .samling = v_int(samling));

	if (went != OUTCOME_OK)
		return went;
	k = arena_array(mem, rows.n, sizeof *k);
	*out = (struct people){ .person = arena_array(mem, rows.n, sizeof *out->person),
	                        .n = rows.n };
	for (size_t i = 0; i < rows.n; i++) {
		k[i].who = attendee_of(&rows.row[i]);
		k[i].key = utf8_sort_key(mem, k[i].who.name);
	}
	if (rows.n > 0)
		qsort(k, rows.n, sizeof *k, by_name);
	for (size_t i = 0; i < rows.n; i++)
		out->person[i] = k[i].who;
	return OUTCOME_OK;
}

enum outcome people_present(struct store *st, struct arena *mem, int64_t samling,
                            struct people *out)
{
	struct people all;
	enum outcome went = people_all(st, mem, samling, &all);

	if (went != OUTCOME_OK)
		return went;
	*out = (struct people){ .person = all.person };
	for (size_t i = 0; i < all.n; i++)
		if (attendee_present(&all.person[i]))
			out->person[out->n++] = all.person[i];
	return OUTCOME_OK;
}
