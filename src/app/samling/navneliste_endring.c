/* navneliste_endring.c - what a new list does to the one that is stored. */
#include <string.h>

#include "app/samling/navneliste.h"
#include "lib/arena.h"
#include "lib/utf8.h"
#include "web/text.h"

#define NOBODY SIZE_MAX
#define SEVERAL (SIZE_MAX - 1)

struct known {                          /* of a stored row, or of an earlier line    */
	const struct roster_row *row;
	const char *fold;               /* of the name                               */
	bool taken;
};

struct comparing {
	struct arena *mem;
	struct known *stored, *line;
	size_t n_stored, n_line;
};

static bool has(const struct roster_row *row, enum roster_field f)
{
	return (row->given & 1u << f) != 0;
}

static bool ids_differ(const struct roster_row *a, const struct roster_row *b)
{
	return a->foreign[0] != '\0' && b->foreign[0] != '\0' &&
	       strcmp(a->foreign, b->foreign) != 0;
}

static size_t by_id(const struct known *k, size_t n, const struct roster_row *row)
{
	for (size_t i = 0; i < n && row->foreign[0] != '\0'; i++)
		if (strcmp(k[i].row->foreign, row->foreign) == 0)
			return i;
	return NOBODY;
}

/* Of several with the name, the one of the party. */
static size_t by_name(const struct known *k, size_t n, const struct roster_row *row,
                      const char *fold)
{
	size_t name = NOBODY, party = NOBODY;

	for (size_t i = 0; i < n; i++) {
		if (strcmp(k[i].fold, fold) != 0 || ids_differ(k[i].row, row))
			continue;
		name = name == NOBODY ? i : SEVERAL;
		if (strcmp(k[i].row->party, row->party) == 0)
			party = party == NOBODY ? i : SEVERAL;
	}
	return name == SEVERAL && has(row, ROSTER_PARTY) ? party : name;
}

static size_t find(const struct known *k, size_t n, const struct roster_row *row,
                   const char *fold)
{
	size_t i = by_id(k, n, row);

	return i != NOBODY ? i : by_name(k, n, row, fold);
}

/* Two lines of one list that say the same name are two people if party or id tells them
 * apart. */
static bool said_before(const struct comparing *c, const struct roster_row *row,
                        const char *fold)
{
	for (size_t i = 0; i < c->n_line; i++) {
		const struct known *k = &c->line[i];

		if (row->foreign[0] != '\0' && strcmp(k->row->foreign, row->foreign) == 0)
			return true;
		if (strcmp(k->fold, fold) == 0 && strcmp(k->row->party, row->party) == 0 &&
		    !ids_differ(k->row, row))
			return true;
	}
	return false;
}

static struct roster_row merged(const struct roster_row *old, const struct roster_row *new)
{
	struct roster_row m = *old;

	m.line = new->line;
	m.name = new->name;
	if (has(new, ROSTER_PARTY))
		m.party = new->party;
	if (has(new, ROSTER_ROLE))
		m.role = new->role;
	if (has(new, ROSTER_POST))
		m.post = new->post;
	if (has(new, ROSTER_GENDER))
		m.gender = new->gender;
	if (has(new, ROSTER_BORN))
		m.born = new->born;
	if (has(new, ROSTER_NEW))
		m.new = new->new;
	if (has(new, ROSTER_ID) && new->foreign[0] != '\0')
		m.foreign = new->foreign;
	return m;
}

static bool same(const struct roster_row *a, const struct roster_row *b)
{
	return strcmp(a->name, b->name) == 0 && strcmp(a->party, b->party) == 0 &&
	       strcmp(a->post, b->post) == 0 && strcmp(a->foreign, b->foreign) == 0 &&
	       a->role == b->role && a->gender == b->gender && a->born == b->born &&
	       a->new == b->new;
}

/* A party that tells the new one from the stored one of that name is another person, but
 * only where the stored one is in the list too: otherwise somebody has changed party. */
static struct roster_change change_of(struct comparing *c, struct roster_row *row)
{
	const char *fold = utf8_fold(c->mem, row->name);
	size_t i = find(c->stored, c->n_stored, row, fold);
	struct roster_change out = { ROSTER_ADD, *row };

	if (row->error == NULL && said_before(c, row, fold))
		row->error = N_("Navnet står to ganger i listen. Ta bort den ene linjen.");
	else if (row->error == NULL && i == SEVERAL)
		row->error = N_("Flere på listen heter dette. Skriv parti, så vi vet hvem.");
	c->line[c->n_line++] = (struct known){ row, fold, true };
	if (row->error != NULL || i == NOBODY || i == SEVERAL || c->stored[i].taken)
		return out;
	c->stored[i].taken = true;
	out.row = merged(c->stored[i].row, row);
	out.act = same(&out.row, c->stored[i].row) ? ROSTER_KEEP : ROSTER_CHANGE;
	return out;
}

static void add(struct roster_changes *to, struct roster_change c)
{
	to->change[to->n++] = c;
	to->n_act[c.act]++;
}

/* Lines that say exactly who they mean go first, so that nobody else takes their place. */
static bool exact(const struct comparing *c, const struct roster_row *row)
{
	for (size_t i = 0; i < c->n_stored; i++)
		if (strcmp(c->stored[i].row->name, row->name) == 0 &&
		    strcmp(c->stored[i].row->party, row->party) == 0)
			return true;
	return by_id(c->stored, c->n_stored, row) != NOBODY;
}

struct roster_changes roster_compare(struct arena *mem, const struct roster *stored,
                                     struct roster *new, bool whole)
{
	struct comparing c = { mem, arena_array(mem, stored->n, sizeof(struct known)),
	                       arena_array(mem, new->n, sizeof(struct known)), stored->n, 0 };
	struct roster_change *of = arena_array(mem, new->n, sizeof *of);
	struct roster_changes out = { .change = arena_array(mem, stored->n + new->n,
	                                                    sizeof *out.change) };

	for (size_t i = 0; i < stored->n; i++)
		c.stored[i] = (struct known){ &stored->row[i],
		                              utf8_fold(mem, stored->row[i].name), false };
	for (int turn = 0; turn < 2; turn++)
		for (size_t i = 0; i < new->n; i++)
			if (exact(&c, &new->row[i]) == (turn == 0))
				of[i] = change_of(&c, &new->row[i]);
	new->n_bad = 0;
	for (size_t i = 0; i < new->n; i++) {
		new->n_bad += new->row[i].error != NULL;
		add(&out, of[i]);
	}
	for (size_t i = 0; whole && i < stored->n; i++)
		if (!c.stored[i].taken)
			add(&out, (struct roster_change){ ROSTER_REMOVE, stored->row[i] });
	return out;
}
