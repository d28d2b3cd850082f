#include "app/evaluering/evaluering.h"

#include "app/evaluering/evaluering.html.h"
#include "app/evaluering/inside.h"
#include "lib/arena.h"
#include "rules/telling.h"
#include "web/page.h"
#include "web/text.h"

const struct evaluering_statement evaluering_statement[EVALUERING_STATEMENTS] = {
	{ N_("Samlingen var nyttig for meg"), N_("Nytte") },
	{ N_("Det vi tok opp, var relevant for oss"), N_("Relevans") },
	{ N_("Jeg er blitt tryggere i rollen min"), N_("Tryggere") },
	{ N_("Jeg forstår bedre hvordan samspillet skal være"), N_("Samspill") },
	{ N_("Prosessveilederne ledet oss godt"), N_("Veiledere") },
};

static struct evaluering *of_round(struct evaluering *e, size_t n, int64_t round)
{
	for (size_t i = 0; i < n; i++)
		if (e[i].round == round)
			return &e[i];
	return NULL;
}

/* Adds up those that may be seen, and only those: what is left out of the sum cannot be
 * found by subtracting. */
static struct evaluering total(const struct evaluering *e, size_t n)
{
	struct evaluering all = { 0 };

	for (size_t i = 0; i < n; i++) {
		if (e[i].people < TELLING_LEAST)
			continue;
		all.people += e[i].people;
		for (size_t s = 0; s < EVALUERING_STATEMENTS; s++)
			for (size_t v = 0; v < SKALA_TOP; v++)
				all.scale[s].count[v] += e[i].scale[s].count[v];
	}
	for (size_t s = 0; s < EVALUERING_STATEMENTS; s++)
		skala_sum(&all.scale[s]);
	return all;
}

static enum outcome read_figures(struct req *r, struct evaluering *e, size_t n)
{
	struct rows rows;
	enum outcome went = RUN(r->store, r->mem, &rows, evaluering_tall);

	for (size_t i = 0; went == OUTCOME_OK && i < rows.n; i++) {
		const struct row *row = &rows.row[i];
		struct evaluering *one = of_round(e, n, row_int(row, evaluering_tall__runde));

		if (one != NULL)
			one->scale[row_int(row, evaluering_tall__utsagn) - 1]
				.count[row_int(row, evaluering_tall__tall) - 1] =
				(size_t)row_int(row, evaluering_tall__antall);
	}
	for (size_t i = 0; i < n; i++)
		for (size_t s = 0; s < EVALUERING_STATEMENTS; s++)
			skala_sum(&e[i].scale[s]);
	return went;
}

static enum outcome read_rounds(struct req *r, struct evaluering **out, size_t *n)
{
	struct rows rows;
	enum outcome went = RUN(r->store, r->mem, &rows, evaluering_runder);

	if (went != OUTCOME_OK)
		return went;
	*n = rows.n;
	*out = arena_array(r->mem, rows.n, sizeof **out);
	for (size_t i = 0; i < rows.n; i++) {
		const struct row *row = &rows.row[i];

		(*out)[i] = (struct evaluering){
			.round = row_int(row, evaluering_runder__id),
			.title = row_text(row, evaluering_runder__tittel),
			.municipality = row_text(row, evaluering_runder__kommunenavn),
			.date = row_text(row, evaluering_runder__dato),
			.people = (size_t)row_int(row, evaluering_runder__antall),
		};
	}
	return read_figures(r, *out, *n);
}

/* For those who plan.  Whoever led a samling has its answers in the report. */
static enum outcome list_page(struct req *r)
{
	struct out o = out_new(r->mem, r->lang);
	struct evaluering *e, all;
	size_t n;
	enum outcome went = read_rounds(r, &e, &n);

	if (went != OUTCOME_OK)
		return went;
	all = total(e, n);
	t_evalueringer(&o, e, n, &all);
	return page_staff(r, tr(r->lang, N_("Evalueringer")), out_html(&o));
}

const struct page evaluering_pages[] = {
	{ HTTP_GET, "/evalueringer", RIGHT_PLANNER, list_page, NULL },
	{ 0 }
};
