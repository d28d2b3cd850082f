/* utregning.c - from the fields to the result: control, settlement, what if. */
#include <string.h>

#include "app/valg/side.h"
#include "app/valg/tekst.h"
#include "lib/arena.h"
#include "web/page.h"
#include "web/text.h"

static size_t list_called(const struct valg_body *body, const char *name)
{
	for (size_t i = 0; i < body->n_list; i++)
		if (strcmp(body->list[i].name, name) == 0)
			return i;
	return body->n_list;
}

static size_t names_missing(const struct valg_body *body)
{
	size_t names = 0;

	for (size_t i = 0; i < body->n_list; i++) {
		if (body->list[i].n_candidate == 0)
			return 0;
		names += body->list[i].n_candidate;
	}
	return names > 0 && names < body->seats ? body->seats - names : 0;
}

static void control(struct valg_view *v)
{
	const struct valg_body *body = &v->s.body;
	struct liste_paper *paper = arena_array(v->r->mem, body->n_list, sizeof *paper);

	v->task = (struct liste_task){ .seats = body->seats, .council_only = body->council_only,
	                               .paper = paper };
	for (size_t i = 0; i < body->n_list; i++)
		if (body->list[i].n_candidate > 0)
			paper[v->task.n_paper++] = v->s.paper[i];
	if (v->task.n_paper > 0 && body->seats > 0)
		v->control = liste_control(v->r->mem, &v->task);
	v->names_missing = names_missing(body);
}

static struct fordeling seats_of(struct arena *mem, const struct valg_body *body)
{
	int64_t *votes = arena_array(mem, body->n_list, sizeof *votes);

	for (size_t i = 0; i < body->n_list; i++)
		votes[i] = body->list[i].votes;
	return fordeling(mem, &(struct fordeling_task){ .method = FORDELING_DHONDT,
	                 .seats = body->seats, .votes = votes, .n_list = body->n_list });
}

static void add_what_if(struct valg_view *v, const struct valg_body *body, const char *what)
{
	v->what_if[v->n_what_if++] = (struct valg_what_if){
		.what = what, .body = body, .seats = seats_of(v->r->mem, body) };
}

static void what_if(struct valg_view *v)
{
	const struct skjema *s = &v->s;
	struct valg_body *more = arena_get(v->r->mem, sizeof *more);
	struct valg_body *fewer = arena_get(v->r->mem, sizeof *fewer);
	struct valg_body *joint = arena_get(v->r->mem, sizeof *joint);
	size_t a = list_called(&s->body, s->join[0]), b = list_called(&s->body, s->join[1]);

	for (int step = 0; step < 3; step++)
		v->nearest[step] = fordeling_nearest(&v->settled->seats,
		                                     (enum fordeling_step)step);
	*more = *fewer = s->body;
	more->seats++;
	fewer->seats--;
	add_what_if(v, more, tr(v->r->lang, N_("Én plass mer")));
	if (fewer->seats > 0)
		add_what_if(v, fewer, tr(v->r->lang, N_("Én plass mindre")));
	if (a < s->body.n_list && b < s->body.n_list && a != b) {
		const char *name = arena_printf(v->r->mem, "%s + %s", s->join[0], s->join[1]);

		*joint = fordeling_join(v->r->mem, &s->body, a, b, name, NULL, 0);
		add_what_if(v, joint, name);
	}
}

void valg_view_read(struct req *r, struct valg_view *v)
{
	*v = (struct valg_view){ .r = r };
	skjema_read(r, &v->s);
	control(v);
	if (v->s.seats > 0 && v->s.body.n_list > 0 && v->s.votes + v->s.blank > 0)
		valg_view_settle(v);
	valg_view_ask(v);
	if (v->settled != NULL && v->settled->state != OPPGJOER_NO_VOTES)
		what_if(v);
}

char *valg_quotient(struct arena *mem, const struct fordeling *f,
                    const struct fordeling_claim *c)
{
	int64_t scale = fordeling_scale(f->task.method);
	int64_t thousand = (c->votes * scale * 1000 + c->divisor / 2) / c->divisor;
	char *text = arena_printf(mem, "%lld,%03lld", (long long)(thousand / 1000),
	                          (long long)(thousand % 1000));
	size_t n = strlen(text);

	while (text[n - 1] == '0')
		text[--n] = '\0';
	if (text[n - 1] == ',')
		text[n - 1] = '\0';
	return text;
}
