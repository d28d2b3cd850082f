#include "app/kommune/kommune.h"

#include <string.h>

#include "app/kommune/kommune.html.h"
#include "lib/arena.h"
#include "lib/tid.h"
#include "lib/utf8.h"
#include "lib/world.h"
#include "web/page.h"
#include "web/text.h"

static struct kommune kommune_of(struct arena *mem, const struct row *row)
{
	struct kommune k = {
		.nr = row_text(row, kommuner_paa_dato__nr),
		.name = row_text(row, kommuner_paa_dato__navn),
		.official = row_text(row, kommuner_paa_dato__offisielt),
		.county_nr = row_text(row, kommuner_paa_dato__fylke),
		.county = row_text(row, kommuner_paa_dato__fylkesnavn),
		.people = row_int(row, kommuner_paa_dato__innbyggere),
		.year = row_int(row, kommuner_paa_dato__aar),
		.form = row_text(row, kommuner_paa_dato__maalform),
		.sami = row_text(row, kommuner_paa_dato__samisk),
	};

	k.label = row_int(row, kommuner_paa_dato__delt) == 0 ? k.name :
	          arena_printf(mem, "%s (%s)", k.name, k.county);
	return k;
}

enum outcome kommune_list(struct store *st, struct arena *mem, const char *date,
                          struct kommune **out, size_t *n)
{
	struct rows rows;
	enum outcome went = RUN(st, mem, &rows, kommuner_paa_dato, .dato = v_text(date));

	if (went != OUTCOME_OK)
		return went;
	*out = arena_array(mem, rows.n, sizeof **out);
	*n = rows.n;
	for (size_t i = 0; i < rows.n; i++)
		(*out)[i] = kommune_of(mem, &rows.row[i]);
	return OUTCOME_OK;
}

enum outcome kommune_find(struct store *st, struct arena *mem, const char *nr,
                          const char *date, struct kommune *out)
{
	struct rows rows;
	enum outcome went = RUN(st, mem, &rows, kommuner_paa_dato, .dato = v_text(date),
	                        .nr = v_text(nr));

	if (went != OUTCOME_OK)
		return went;
	if (rows.n == 0)
		return OUTCOME_NOT_FOUND;
	*out = kommune_of(mem, &rows.row[0]);
	return OUTCOME_OK;
}

enum lang kommune_lang(const struct kommune *k)
{
	return strcmp(k->form, "nynorsk") == 0 ? LANG_NN : LANG_NB;
}

/* Counties in Norwegian order, each with where in by_county its municipalities begin. */
static void group(struct arena *mem, const struct kommune *all, size_t n,
                  struct kommune_page *page)
{
	struct kommune_group *g = arena_array(mem, n, sizeof *g);
	size_t groups = 0;

	for (size_t i = 0; i < n; i++) {
		const char *key = utf8_sort_key(mem, all[i].county);
		size_t at = 0;

		while (at < groups && strcmp(g[at].nr, all[i].county_nr) != 0)
			at++;
		if (at < groups) {
			g[at].n++;
			continue;
		}
		for (at = groups++; at > 0 && strcmp(g[at - 1].key, key) > 0; at--)
			g[at] = g[at - 1];
		g[at] = (struct kommune_group){ .nr = all[i].county_nr, .key = key,
		                                .name = all[i].county, .n = 1 };
	}
	for (size_t at = 0; at < groups; at++) {
		const struct kommune **into = arena_array(mem, g[at].n, sizeof(struct kommune *));
		size_t filled = 0;

		for (size_t i = 0; i < n; i++)
			if (strcmp(all[i].county_nr, g[at].nr) == 0)
				into[filled++] = &all[i];
		g[at].kommune = into;
	}
	*page = (struct kommune_page){ g, groups, n };
}

static enum outcome list_page(struct req *r)
{
	const char *today = tid_today(r->mem, world_wall_ms(r->world));
	struct out o = out_new(r->mem, r->lang);
	struct kommune_page page;
	struct kommune *all;
	size_t n;
	enum outcome went = kommune_list(r->store, r->mem, today, &all, &n);

	if (went != OUTCOME_OK)
		return went;
	group(r->mem, all, n, &page);
	t_kommuner(&o, r, &page);
	return page_staff(r, tr(r->lang, N_("Kommuner og fylker")), out_html(&o));
}

const struct page kommune_pages[] = {
	{ HTTP_GET, "/kommuner", RIGHT_ALL, list_page, NULL },
	{ 0 }
};
