/* etterpaa_regn.c - who is called, whether the proposed can be elected, who stands where. */
#include <string.h>

#include "app/valg/etterpaa.h"
#include "app/valg/skjema.h"
#include "lib/arena.h"
#include "web/text.h"

#define PEOPLE_MAX 200          /* of a body, or of its deputies */

static const char *const counts[ETTERPAA_COUNTS] = {
	[ETTERPAA_WOMEN] = "kvinner", [ETTERPAA_MEN] = "menn",
	[ETTERPAA_GROUP_WOMEN] = "gruppe_kvinner", [ETTERPAA_GROUP_MEN] = "gruppe_menn",
	[ETTERPAA_ABSENT] = "borte",
};

const char *etterpaa_field(enum etterpaa_count count)
{
	return counts[count];
}

static bool told(const struct etterpaa_form *e, enum etterpaa_count a, enum etterpaa_count b)
{
	return e->number[a].text[0] != '\0' && e->number[b].text[0] != '\0' &&
	       e->number[a].error == NULL && e->number[b].error == NULL;
}

static bool given_up(const struct form *f, const char *name)
{
	const struct form_entry *no = form_entry(f, "kan_ikke");

	for (size_t i = 0; i < no->n_many; i++)
		if (strcmp(no->many[i], name) == 0)
			return true;
	return false;
}

static size_t lines_of(const char *text)
{
	size_t n = 1;

	for (; *text != '\0'; text++)
		n += *text == '\n';
	return n;
}

static void read_order(const struct form *f, struct etterpaa_form *e)
{
	const char *p = e->order_text = form_text(f, "rekke");
	size_t room = lines_of(p);

	e->order = arena_array(e->mem, room, sizeof *e->order);
	e->unavailable = arena_array(e->mem, room, sizeof *e->unavailable);
	while (*p != '\0') {
		size_t n = strcspn(p, "\n"), from = strspn(p, " \t"), to = n;

		while (to > from && strchr(" \t\r", p[to - 1]) != NULL)
			to--;
		if (to > from) {
			const char *name = arena_strndup(e->mem, p + from, to - from);

			e->unavailable[e->n_order] = given_up(f, name);
			e->order[e->n_order++] = name;
		}
		p += n + (p[n] == '\n');
	}
}

static bool read_gender(const struct form *f, const char *field, enum gender *gender)
{
	const char *letter = form_text(f, field);

	*gender = strcmp(letter, "M") == 0 ? GENDER_MAN : GENDER_WOMAN;
	return letter[0] != '\0';
}

static void read_fields(const struct form *f, struct etterpaa_form *e)
{
	for (size_t i = 0; i < ETTERPAA_COUNTS; i++) {
		struct etterpaa_number *n = &e->number[i];

		n->text = form_text(f, counts[i]);
		n->error = skjema_number(n->text, PEOPLE_MAX, &n->n);
	}
	read_order(f, e);
	e->three = tvil_reading(TVIL_TRE_MEDLEMMER, form_text(f, "tre_medlemmer"));
	e->leaving = form_text(f, "uten");
	e->fresh = form_text(f, "ny");
	e->leaving_told = read_gender(f, "gaar", &e->leaving_gender);
	e->proposed_told = read_gender(f, "foreslaatt", &e->proposed);
	e->other_told = form_text(f, "andre")[0] != '\0';
	e->other_there = strcmp(form_text(f, "andre"), "ja") == 0;
}

/* The members, or the deputies, as the rule wants them: one by one. */
static struct etter_election election(struct etterpaa_form *e, enum etterpaa_count women,
                                      enum etterpaa_count men)
{
	size_t w = (size_t)e->number[women].n, n = w + (size_t)e->number[men].n;
	enum gender *who = arena_array(e->mem, n, sizeof *who);
	struct etter_election out = { .member = who, .n_member = n, .proposed = e->proposed };

	for (size_t i = 0; i < n; i++)
		who[i] = i < w ? GENDER_WOMAN : GENDER_MAN;
	out.available[e->proposed] = 1;
	out.available[gender_other(e->proposed)] = e->other_there;
	return out;
}

static void judge(struct etterpaa_form *e)
{
	struct etter_election body;

	if (!told(e, ETTERPAA_WOMEN, ETTERPAA_MEN) || !e->proposed_told || !e->other_told)
		return;
	body = election(e, ETTERPAA_WOMEN, ETTERPAA_MEN);
	if (e->way == ETTER_SUPPLERING) {
		if (!told(e, ETTERPAA_GROUP_WOMEN, ETTERPAA_GROUP_MEN))
			return;
		const struct etter_election group = election(e, ETTERPAA_GROUP_WOMEN,
		                                             ETTERPAA_GROUP_MEN);

		e->more = etter_supplering(&body, &group);
		e->judged = true;
		return;
	}
	if (!e->leaving_told)
		return;
	if (!etter_has(body.member, body.n_member, e->leaving_gender)) {
		e->gender_error = N_("Tell med den som går ut.");
		return;
	}
	body.leaves = true;
	body.leaving = e->leaving_gender;
	e->choice = etter_nyvalg(&body);
	e->judged = true;
}

static void stand(struct etterpaa_form *e)
{
	size_t leaving = 0;

	if (e->n_order == 0 || e->fresh[0] == '\0')
		return;
	if (e->way == ETTER_SUPPLERING) {
		e->after = etter_place_last(e->mem, e->order, e->n_order, e->fresh);
		e->n_after = e->n_order + 1;
		return;
	}
	while (leaving < e->n_order && strcmp(e->order[leaving], e->leaving) != 0)
		leaving++;
	if (leaving < e->n_order) {
		e->after = etter_place(e->mem, e->order, e->n_order, leaving, e->fresh);
		e->n_after = e->n_order;
	}
}

void etterpaa_reckon(const struct form *f, struct etterpaa_form *e)
{
	const struct etterpaa_number *absent = &e->number[ETTERPAA_ABSENT];

	read_fields(f, e);
	if (e->way == ETTER_NYVALG || e->way == ETTER_SUPPLERING) {
		judge(e);
		stand(e);
	} else if (e->way == ETTER_CALL || e->way == ETTER_STEP_IN) {
		e->called = e->n_order > 0 && absent->error == NULL;
		if (e->called)
			e->call = etter_call(e->mem, e->unavailable, e->n_order,
			                     absent->n > 0 ? (size_t)absent->n : 1);
	}
}

const char *etterpaa_kan(enum lang lang, const struct etter_verdict *v)
{
	return tr(lang, v->accept ? N_("Den foreslåtte kan velges.") :
	                            N_("Den foreslåtte kan ikke velges."));
}
