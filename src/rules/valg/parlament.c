#include "rules/valg/parlament.h"

#include "lib/arena.h"
#include "rules/moete/tall.h"

#define LEADERS 2               /* a slate names a leader and a deputy leader        */

static void look(struct arena *mem, const struct raad_slate *slate, size_t n,
                 struct raad_result *r)
{
	struct avtale_gender *gender = arena_array(mem, n, sizeof *gender);

	r->gender = gender;
	r->complete = true;
	for (size_t i = 0; i < n; i++) {
		gender[i] = avtale_gender(slate[i].n_member, slate[i].member, slate[i].n_member);
		r->complete &= slate[i].n_member >= LEADERS;
	}
}

struct raad_result raad_elect(struct arena *mem, const struct raad_slate *slate, size_t n,
                              int64_t blank)
{
	struct raad_result r = { .end = RAAD_NONE };
	int64_t votes = 0;

	look(mem, slate, n, &r);
	for (size_t i = 0; i < n; i++) {
		votes += slate[i].votes;
		if (slate[i].votes > slate[r.elected].votes)
			r.elected = i;
	}
	r.needed[RAAD_BLANK_COUNTS] = tall_majority(votes + blank);
	r.needed[RAAD_BLANK_COUNTS_NOT] = tall_majority(votes);
	if (n > 0 && slate[r.elected].votes >= r.needed[RAAD_BLANK_COUNTS])
		r.end = RAAD_ELECTED;
	else if (n > 0 && slate[r.elected].votes >= r.needed[RAAD_BLANK_COUNTS_NOT])
		r.end = RAAD_OPEN;
	return r;
}

struct raad_result raad_form(struct arena *mem, const struct raad_slate *slate)
{
	struct raad_result r = { .end = RAAD_FORMED };

	look(mem, slate, 1, &r);
	return r;
}
