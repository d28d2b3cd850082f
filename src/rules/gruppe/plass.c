/* plass.c - how large the groups are, and any plan in which everybody has a seat. */
#include <string.h>

#include "lib/arena.h"
#include "rules/gruppe/inside.h"

static size_t room_of(const struct problem *p, size_t group)
{
	const size_t *seats = p->task->seats;

	return seats == NULL || seats[group] == 0 || seats[group] > p->n ? p->n : seats[group];
}

/* How many have a seat when no group takes more than `level`. */
static size_t seated(const struct problem *p, size_t level)
{
	size_t sum = 0;

	for (size_t g = 0; g < p->groups; g++)
		sum += room_of(p, g) < level ? room_of(p, g) : level;
	return sum;
}

void gruppe_sizes(struct problem *p)
{
	size_t level = 1, missing = 0;

	if (seated(p, p->n) < p->n) {
		gruppe_cannot(p, GRUPPE_NO_RULE, GRUPPE_WHY_SEATS);
		missing = p->n - seated(p, p->n);
		level = p->n;
	}
	while (seated(p, level) < p->n && missing == 0)
		level++;
	p->alike = true;
	for (size_t g = 0; g < p->groups; g++) {
		size_t room = room_of(p, g);
		size_t extra = missing / p->groups, some = missing % p->groups != 0;

		p->most[g] = (uint16_t)((room < level ? room : level) + extra + some);
		p->least[g] = (uint16_t)(missing > 0 ? room + extra :
		                         seated(p, level) == p->n || room < level ? p->most[g] :
		                         level - 1);
		p->largest = p->most[g] > p->largest ? p->most[g] : p->largest;
		p->alike = p->alike && p->least[g] == p->least[0] && p->most[g] == p->most[0];
	}
	p->even = p->alike && p->least[0] == p->most[0];
}

struct pack gruppe_pack_new(const struct problem *p)
{
	return (struct pack){ .left = arena_array(p->mem, p->groups, sizeof(uint16_t)),
	                      .longer = arena_array(p->mem, p->groups, sizeof(bool)) };
}

void gruppe_pack(const struct problem *p, struct pack *pack)
{
	pack->spare = p->n;
	for (size_t g = 0; g < p->groups; g++) {
		pack->left[g] = p->least[g];
		pack->longer[g] = p->most[g] > p->least[g];
		pack->spare -= p->least[g];
	}
}

static bool fits(const struct pack *pack, size_t group, size_t n)
{
	return pack->left[group] >= n || (pack->longer[group] && pack->spare > 0 &&
	                                  pack->left[group] + 1u >= n);
}

bool gruppe_put(struct pack *pack, size_t group, size_t n)
{
	if (group == GRUPPE_NO_GROUP || !fits(pack, group, n))
		return false;
	if (pack->left[group] < n) {
		pack->left[group]++;
		pack->longer[group] = false;
		pack->spare--;
	}
	pack->left[group] = (uint16_t)(pack->left[group] - n);
	return true;
}

size_t gruppe_room(const struct pack *pack, size_t groups, size_t n, bool fullest)
{
	const uint16_t *left = pack->left;
	size_t best = GRUPPE_NO_GROUP;

	for (size_t g = 0; g < groups; g++)
		if (fits(pack, g, n) && (best == GRUPPE_NO_GROUP ||
		                         (fullest ? left[g] < left[best] : left[g] > left[best])))
			best = g;
	return best;
}

/* One round being filled: units by turns find a seat. */
struct filling {
	const struct problem *p;
	struct pack pack;
	uint16_t *order;        /* units */
	bool *seated;           /* units */
	uint16_t *group;        /* people, of this round */
};

static bool seat_unit(struct filling *f, size_t unit, size_t group)
{
	const struct unit *u = &f->p->unit[unit];

	if (!gruppe_put(&f->pack, group, u->n))
		return false;
	f->seated[unit] = true;
	for (size_t i = 0; i < u->n; i++)
		f->group[f->p->member[u->first + i]] = (uint16_t)group;
	return true;
}

static void seat_locked(struct filling *f)
{
	gruppe_pack(f->p, &f->pack);
	memset(f->seated, 0, f->p->n_unit * sizeof *f->seated);
	for (size_t u = 0; u < f->p->n_unit; u++)
		if (f->p->unit[u].lock >= 0)
			seat_unit(f, u, (size_t)f->p->unit[u].lock);
}

/* Those not seated yet, of sizes from..to, the largest first, where there is room. */
static bool seat_rest(struct filling *f, size_t from, size_t to, bool fullest)
{
	const struct problem *p = f->p;

	for (size_t n = from; n >= to; n--) {
		for (size_t i = 0; i < p->n_unit; i++) {
			const size_t u = f->order[i];

			if (p->unit[u].n == n && !f->seated[u] &&
			    !seat_unit(f, u, gruppe_room(&f->pack, p->groups, n, fullest)))
				return false;
		}
	}
	return true;
}

static struct filling filling_new(const struct problem *p)
{
	struct filling f = {
		.p = p, .pack = gruppe_pack_new(p),
		.order = arena_array(p->mem, p->n_unit, sizeof *f.order),
		.seated = arena_array(p->mem, p->n_unit, sizeof *f.seated),
	};

	for (size_t i = 0; i < p->n_unit; i++)
		f.order[i] = (uint16_t)i;
	return f;
}

/* gruppe_rules() has seen to it that one of the two ways holds everybody. */
static void fill(struct filling *f)
{
	seat_locked(f);
	if (seat_rest(f, f->p->largest, 2, true) && seat_rest(f, 1, 1, false))
		return;
	seat_locked(f);
	seat_rest(f, f->p->largest, 1, false);
}

void gruppe_any(const struct problem *p, struct chance *c, uint16_t *group)
{
	struct filling f = filling_new(p);

	for (size_t r = 0; r < p->rounds; r++) {
		f.group = group + r * p->n;
		for (size_t i = p->n_unit; i > 1; i--) {
			size_t k = chance_below(c, i);
			uint16_t unit = f.order[i - 1];

			f.order[i - 1] = f.order[k];
			f.order[k] = unit;
		}
		fill(&f);
	}
}

/* Groups of a table have no names of their own: those with locked people get theirs, the
 * others by size. */
static void name_groups(const struct filling *f, uint16_t *name, uint16_t *size, bool *taken)
{
	const struct problem *p = f->p;

	memset(size, 0, p->groups * sizeof *size);
	memset(taken, 0, p->groups * sizeof *taken);
	for (size_t g = 0; g < p->groups; g++)
		name[g] = UINT16_MAX;
	for (size_t i = 0; i < p->n; i++) {
		const int lock = p->unit[p->unit_of[i]].lock;

		size[f->group[i]]++;
		if (lock >= 0 && !taken[lock] && name[f->group[i]] == UINT16_MAX) {
			name[f->group[i]] = (uint16_t)lock;
			taken[lock] = true;
		}
	}
	for (size_t k = 0; k < p->groups; k++) {
		size_t old = p->groups, new = p->groups;

		for (size_t g = 0; g < p->groups; g++) {
			if (name[g] == UINT16_MAX && (old == p->groups || size[g] > size[old]))
				old = g;
			if (!taken[g] && (new == p->groups || p->most[g] > p->most[new]))
				new = g;
		}
		if (old == p->groups)
			return;
		name[old] = (uint16_t)new;
		taken[new] = true;
	}
}

void gruppe_mend(const struct problem *p, uint16_t *group)
{
	struct filling f = filling_new(p);
	uint16_t *name = arena_array(p->mem, p->groups, sizeof *name);
	uint16_t *size = arena_array(p->mem, p->groups, sizeof *size);
	bool *taken = arena_array(p->mem, p->groups, sizeof *taken);

	for (size_t r = 0; r < p->rounds; r++) {
		bool found = true;

		f.group = group + r * p->n;
		name_groups(&f, name, size, taken);
		for (size_t i = 0; i < p->n; i++)
			f.group[i] = name[f.group[i]];
		seat_locked(&f);
		for (int one = 0; one < 2 && found; one++) {
			for (size_t u = 0; u < p->n_unit; u++)
				if (!f.seated[u] && (p->unit[u].n == 1) == one)
					seat_unit(&f, u, f.group[p->member[p->unit[u].first]]);
			found = one ? seat_rest(&f, 1, 1, false)
			            : seat_rest(&f, p->largest, 2, true);
		}
		if (!found)
			fill(&f);
	}
}
