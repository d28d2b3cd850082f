/* folk.c - the people that groups are made of, and how often they have met. */
#include "app/gruppe/inside.h"

#include <string.h>

#include "lib/arena.h"
#include "lib/tid.h"
#include "lib/utf8.h"

static int age_group(int age)
{
	return age < 35 ? 0 : age < 50 ? 1 : age < 62 ? 2 : 3;
}

/* The number of a party among those seen so far. */
static int party_nr(const char **seen, size_t *n, const char *party)
{
	if (*party == '\0')
		return GRUPPE_UNKNOWN;
	for (size_t i = 0; i < *n; i++)
		if (strcmp(seen[i], party) == 0)
			return (int)i;
	seen[*n] = party;
	return (int)(*n)++;
}

static struct crowd_person person_of(struct arena *mem, const struct row *row, int year,
                                     int party)
{
	const char *gender = row_text(row, gruppe_folk__kjoenn);
	int64_t born = row_int(row, gruppe_folk__foedt);
	struct crowd_person p = {
		.name = row_int(row, gruppe_folk__id), .label = row_text(row, gruppe_folk__navn),
		.key = row_text(row, gruppe_folk__ekstern),
		.role = (enum role)row_int(row, gruppe_folk__rolle),
		.age = born > 0 ? year - (int)born : GRUPPE_UNKNOWN,
		.led = (unsigned)row_int(row, gruppe_folk__ledet),
	};

	if (*p.key == '\0')
		p.key = utf8_fold(mem, p.label);
	p.traits.trait[GRUPPE_PARTY] = party;
	p.traits.trait[GRUPPE_ROLE] = (int)p.role;
	p.traits.trait[GRUPPE_GENDER] = *gender == 'K' ? 0 : *gender == 'M' ? 1 : GRUPPE_UNKNOWN;
	p.traits.trait[GRUPPE_AGE] = p.age >= 0 ? age_group(p.age) : GRUPPE_UNKNOWN;
	return p;
}

static bool is_here(const struct row *row)
{
	enum presence said = (enum presence)row_int(row, gruppe_folk__frammoete);

	return said == PRESENCE_PRESENT ||
	       (said == PRESENCE_UNSAID && row_int(row, gruppe_folk__telefon) != 0);
}

static bool is_away(const struct row *row)
{
	return row_int(row, gruppe_folk__frammoete) == PRESENCE_AWAY;
}

/* With `all` also those of whom nothing is known. */
static void take(struct arena *mem, const struct rows *rows, int year, bool all,
                 struct crowd *out)
{
	const char **party = arena_array(mem, rows->n, sizeof *party);
	size_t parties = 0;

	*out = (struct crowd){ .person = arena_array(mem, rows->n, sizeof *out->person) };
	for (size_t i = 0; i < rows->n && out->n < GRUPPE_PEOPLE_MAX; i++) {
		const struct row *row = &rows->row[i];

		if (all ? !is_away(row) : is_here(row))
			out->person[out->n++] = person_of(mem, row, year,
				party_nr(party, &parties, row_text(row, gruppe_folk__parti)));
	}
}

static enum outcome read_phones(struct store *st, struct arena *mem, int64_t samling,
                                struct crowd *out)
{
	struct rows rows;
	enum outcome went = RUN(st, mem, &rows, gruppe_telefoner, .samling = v_int(samling));

	if (went != OUTCOME_OK)
		return went;
	*out = (struct crowd){ .person = arena_array(mem, rows.n, sizeof *out->person),
	                       .phones = true };
	for (size_t i = 0; i < rows.n && out->n < GRUPPE_PEOPLE_MAX; i++) {
		struct crowd_person *p = &out->person[out->n++];
		size_t n;

		*p = (struct crowd_person){
			.seat = row_blob(&rows.row[i], gruppe_telefoner__id, &n), .label = "",
			.key = "", .age = GRUPPE_UNKNOWN,
			.role = (enum role)row_int(&rows.row[i], gruppe_telefoner__rolle),
		};
		for (int t = 0; t < GRUPPE_TRAITS; t++)
			p->traits.trait[t] = GRUPPE_UNKNOWN;
		p->traits.trait[GRUPPE_ROLE] = (int)p->role;
	}
	return OUTCOME_OK;
}

enum outcome crowd_read(struct store *st, struct arena *mem, int64_t samling, int64_t wall_ms,
                        struct crowd *out)
{
	int year = tid_civil(wall_ms).year;
	struct rows rows;
	enum outcome went = RUN(st, mem, &rows, gruppe_folk, .samling = v_int(samling));

	if (went != OUTCOME_OK)
		return went;
	if (rows.n == 0)
		return read_phones(st, mem, samling, out);
	take(mem, &rows, year, false, out);
	if (out->n == 0)
		take(mem, &rows, year, true, out);
	return OUTCOME_OK;
}

enum outcome crowd_read_all(struct store *st, struct arena *mem, int64_t samling,
                            int64_t wall_ms, struct crowd *out)
{
	struct rows rows;
	enum outcome went = RUN(st, mem, &rows, gruppe_folk, .samling = v_int(samling));

	if (went == OUTCOME_OK)
		take(mem, &rows, tid_civil(wall_ms).year, true, out);
	return went;
}

size_t crowd_find(const struct crowd *c, int64_t name)
{
	for (size_t i = 0; i < c->n; i++)
		if (c->person[i].name == name)
			return i;
	return SIZE_MAX;
}

/* ---- who has met whom ---- */

static size_t find_key(const struct crowd *c, const char *key)
{
	for (size_t i = 0; i < c->n; i++)
		if (strcmp(c->person[i].key, key) == 0)
			return i;
	return SIZE_MAX;
}

static size_t find_in_history(struct arena *mem, const struct crowd *c, int64_t samling,
                              const struct row *row)
{
	const char *key = row_text(row, gruppe_historie__ekstern);

	if (row_int(row, gruppe_historie__samling) == samling)
		return crowd_find(c, row_int(row, gruppe_historie__navn));
	return find_key(c, *key != '\0' ? key :
	                utf8_fold(mem, row_text(row, gruppe_historie__tekst)));
}

static size_t find_seat(const struct crowd *c, const struct row *row)
{
	size_t n;
	const void *seat = row_blob(row, gruppe_historie_telefoner__deltaker, &n);

	for (size_t i = 0; i < c->n; i++)
		if (memcmp(c->person[i].seat, seat, n) == 0)
			return i;
	return SIZE_MAX;
}

/* Where everybody sat in one division after the other; `rows` stand in order of them. */
struct past {
	uint16_t *met, *group;
	int64_t punkt;
	size_t n;
};

static void past_ends(struct past *p)
{
	if (p->punkt != 0)
		gruppe_meet(p->met, p->group, p->n);
	for (size_t i = 0; i < p->n; i++)
		p->group[i] = GRUPPE_ABSENT;
}

static void past_add(struct past *p, int64_t punkt, size_t who, int64_t group)
{
	if (punkt != p->punkt)
		past_ends(p);
	p->punkt = punkt;
	if (who != SIZE_MAX)
		p->group[who] = (uint16_t)group;
}

static enum outcome met_by_name(struct store *st, struct arena *mem, int64_t samling,
                                int64_t punkt, const struct crowd *c, struct past *p)
{
	struct rows rows;
	enum outcome went = RUN(st, mem, &rows, gruppe_historie, .samling = v_int(samling),
	                        .punkt = v_int(punkt));

	for (size_t i = 0; went == OUTCOME_OK && i < rows.n; i++)
		past_add(p, row_int(&rows.row[i], gruppe_historie__punkt),
		         find_in_history(mem, c, samling, &rows.row[i]),
		         row_int(&rows.row[i], gruppe_historie__gruppe));
	return went;
}

static enum outcome met_by_phone(struct store *st, struct arena *mem, int64_t samling,
                                 int64_t punkt, const struct crowd *c, struct past *p)
{
	struct rows rows;
	enum outcome went = RUN(st, mem, &rows, gruppe_historie_telefoner,
	                        .samling = v_int(samling), .punkt = v_int(punkt));

	for (size_t i = 0; went == OUTCOME_OK && i < rows.n; i++)
		past_add(p, row_int(&rows.row[i], gruppe_historie_telefoner__punkt),
		         find_seat(c, &rows.row[i]),
		         row_int(&rows.row[i], gruppe_historie_telefoner__gruppe));
	return went;
}

enum outcome crowd_met(struct store *st, struct arena *mem, int64_t samling, int64_t punkt,
                       const struct crowd *c, uint16_t **met)
{
	struct past p = { .met = arena_array(mem, c->n * c->n, sizeof **met),
	                  .group = arena_array(mem, c->n, sizeof *p.group), .n = c->n };
	enum outcome went;

	past_ends(&p);
	went = c->phones ? met_by_phone(st, mem, samling, punkt, c, &p)
	                 : met_by_name(st, mem, samling, punkt, c, &p);
	past_ends(&p);
	*met = p.met;
	return went;
}

enum outcome crowd_rules(struct store *st, struct arena *mem, int64_t samling,
                         const struct crowd *c, struct gruppe_rule **out, size_t *n)
{
	struct gruppe_rule *rule;
	struct rows rows;
	enum outcome went = RUN(st, mem, &rows, gruppe_regler, .samling = v_int(samling));

	*n = 0;
	if (went != OUTCOME_OK)
		return went;
	/* Room for the locks that the caller may add. */
	*out = rule = arena_array(mem, rows.n + c->n, sizeof *rule);
	for (size_t i = 0; i < rows.n; i++) {
		size_t a = crowd_find(c, row_int(&rows.row[i], gruppe_regler__a));
		size_t b = crowd_find(c, row_int(&rows.row[i], gruppe_regler__b));

		if (a != SIZE_MAX && b != SIZE_MAX)
			rule[(*n)++] = (struct gruppe_rule){
				(enum group_rule)row_int(&rows.row[i], gruppe_regler__slag), a, b };
	}
	return OUTCOME_OK;
}
