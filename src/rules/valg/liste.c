#include "rules/valg/liste.h"

#include <assert.h>
#include <string.h>

#include "lib/arena.h"
#include "lib/utf8.h"

/* Findings one list can have: size, gender, signature, few names; beside one a name and one a
 * party. */
#define FINDINGS_OF_ITS_OWN 5

/* A name or a party that has been met, by its folded text. */
struct met {
	const char *folded;             /* NULL: free                                 */
	size_t paper, place;
};

struct seen {
	struct met *slot;
	size_t mask;
};

struct control {
	struct arena *mem;
	const struct liste_task *task;
	struct liste_result result;
	struct seen people, parties;
};

static struct seen seen_for(struct arena *mem, size_t n)
{
	size_t size = 2;

	while (size < 2 * n)
		size *= 2;
	return (struct seen){ arena_array(mem, size, sizeof(struct met)), size - 1 };
}

/* Who had that text first; the newcomer itself when nobody had. */
static struct met meet(struct arena *mem, struct seen *seen, const char *text, size_t paper,
                       size_t place)
{
	const char *folded = utf8_fold(mem, text);
	size_t at = 5381;

	for (const char *p = folded; *p != '\0'; p++)
		at = at * 33 + (unsigned char)*p;
	while (seen->slot[at &= seen->mask].folded != NULL &&
	       strcmp(seen->slot[at].folded, folded) != 0)
		at++;
	if (seen->slot[at].folded == NULL)
		seen->slot[at] = (struct met){ folded, paper, place };
	return seen->slot[at];
}

static void find(struct control *c, struct liste_finding finding)
{
	c->result.finding[c->result.n++] = finding;
	if (!liste_is_warning(finding.what))
		c->result.valid[finding.paper] = false;
}

static void count_names(struct control *c, size_t at)
{
	const struct liste_paper *p = &c->task->paper[at];
	size_t n = p->list.n_candidate;

	if (n == 0)
		find(c, (struct liste_finding){ .what = LISTE_NO_NAMES, .paper = at });
	else if (n > 2 * c->task->seats)
		find(c, (struct liste_finding){ .what = LISTE_TOO_MANY_NAMES, .paper = at,
		                                .count = n, .limit = 2 * c->task->seats });
}

static size_t needed(const struct liste_task *task, size_t names)
{
	if (task->seats >= 4)
		return (2 * names + 4) / 5;     /* 40 percent, rounded up */
	return task->seats >= 2 ? 1 : 0;
}

/* How a shortage is judged.  Where gender goes as far as possible, a list is refused only when
 * it has none of a gender that the group is known to have: so the ministry reads it. */
static enum liste_what shortage(const struct liste_task *task, const struct liste_paper *p,
                                const struct liste_finding *f)
{
	if (!task->council_only)
		return task->seats >= 4 ? LISTE_GENDER_40 : LISTE_BOTH_GENDERS;
	return f->count == 0 && p->group_known && p->group[f->gender] > 0 ?
	       LISTE_BOTH_GENDERS : LISTE_GENDER_AS_FAR;
}

static void look_at_gender(struct control *c, size_t at)
{
	const struct liste_paper *p = &c->task->paper[at];
	size_t limit = needed(c->task, p->list.n_candidate), count[GENDER__MAX] = { 0 };

	for (size_t i = 0; i < p->list.n_candidate; i++)
		count[p->list.candidate[i].gender]++;
	for (enum gender g = 0; g < GENDER__MAX && p->list.n_candidate > 0; g++) {
		struct liste_finding f = { .paper = at, .count = count[g], .limit = limit,
		                           .gender = g };

		if (count[g] >= limit)
			continue;
		f.what = shortage(c->task, p, &f);
		find(c, f);
	}
}

static void look_at_people(struct control *c, size_t at)
{
	const struct valg_list *list = &c->task->paper[at].list;

	for (size_t i = 0; i < list->n_candidate; i++) {
		struct met first = meet(c->mem, &c->people, list->candidate[i].name, at, i);

		if (first.paper == at && first.place == i)
			continue;
		find(c, (struct liste_finding){
			.what = first.paper == at ? LISTE_NAME_TWICE : LISTE_PERSON_ELSEWHERE,
			.paper = at, .name = i, .other = first.paper, .other_name = first.place });
	}
}

static void look_at_parties(struct control *c, size_t at)
{
	const struct liste_paper *p = &c->task->paper[at];

	for (size_t i = 0; i < p->n_party; i++) {
		struct met first = meet(c->mem, &c->parties, p->party[i], at, i);

		if (first.paper != at)
			find(c, (struct liste_finding){
				.what = LISTE_PARTY_ELSEWHERE, .paper = at, .other = first.paper,
				.party = p->party[i] });
	}
}

static void look_at_rest(struct control *c, size_t at)
{
	const struct liste_paper *p = &c->task->paper[at];
	size_t wanted = 2 * p->hopes + 2;

	if (p->signature == LISTE_UNSIGNED)
		find(c, (struct liste_finding){ .what = LISTE_NOT_SIGNED, .paper = at });
	if (p->hopes > 0 && p->list.n_candidate < wanted)
		find(c, (struct liste_finding){ .what = LISTE_FEW_NAMES, .paper = at,
		                                .count = p->list.n_candidate, .limit = wanted });
}

struct liste_result liste_control(struct arena *mem, const struct liste_task *task)
{
	struct control c = { .mem = mem, .task = task };
	size_t names = 0, parties = 0;

	assert(task->seats > 0 && task->seats <= VALG_SEATS_MAX);
	assert(task->n_paper <= VALG_LISTS_MAX);
	for (size_t i = 0; i < task->n_paper; i++) {
		assert(task->paper[i].list.n_candidate <= VALG_NAMES_MAX);
		names += task->paper[i].list.n_candidate;
		parties += task->paper[i].n_party;
	}
	c.people = seen_for(mem, names);
	c.parties = seen_for(mem, parties);
	c.result.finding = arena_array(mem, names + parties + FINDINGS_OF_ITS_OWN * task->n_paper,
	                               sizeof *c.result.finding);
	c.result.valid = arena_array(mem, task->n_paper, sizeof *c.result.valid);
	for (size_t i = 0; i < task->n_paper; i++) {
		c.result.valid[i] = true;
		count_names(&c, i);
		look_at_gender(&c, i);
		look_at_people(&c, i);
		look_at_parties(&c, i);
		look_at_rest(&c, i);
	}
	return c.result;
}

enum tvil liste_question(enum liste_what what)
{
	static const enum tvil question[LISTE__MAX] = {
		[LISTE_FEW_NAMES] = TVIL_MINSTE_NAVN, [LISTE_PARTY_ELSEWHERE] = TVIL_TO_LISTER,
		[LISTE_PERSON_ELSEWHERE] = TVIL_SAMME_PERSON,
	};

	return question[what];
}

/* The second reading of each of these questions is the other way than the usual one. */
bool liste_refuses(enum liste_what what, const size_t chosen[TVIL__MAX])
{
	const enum tvil q = liste_question(what);

	return (q != TVIL_NONE && chosen[q] == 1) == liste_is_warning(what);
}
