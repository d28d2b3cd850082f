#include "app/konto/mine.h"

#include <string.h>

#include "app/konto/konto.h"
#include "app/konto/konto.html.h"
#include "lib/arena.h"
#include "lib/tid.h"
#include "lib/world.h"
#include "web/route.h"
#include "web/site.h"
#include "web/text.h"

#define QUERY_MAX (16 * 1024)      /* no request line is longer */
#define COOKIE_SECONDS (INT64_C(365) * 24 * 3600)

const struct field language_fields[] = {
	FIELD_TOKEN, { "spraak", FIELD_TEXT, .required = true, .max = 2 },
	{ "til", FIELD_TEXT, .max = 200 }, { "sok", FIELD_TEXT, .max = QUERY_MAX },
	{ 0 }
};

enum outcome mine_page(struct req *r)
{
	struct out o = out_new(r->mem, r->lang);
	struct mine *mine;
	struct rows rows;
	size_t coming = 0;
	enum outcome went = RUN(r->store, r->mem, &rows, mine_samlinger,
	                        .person = v_int(r->who.person),
	                        .idag = v_text(tid_today(r->mem, world_wall_ms(r->world))));

	if (went != OUTCOME_OK)
		return went;
	mine = arena_array(r->mem, rows.n, sizeof *mine);
	for (size_t i = 0; i < rows.n; i++) {
		const struct row *row = &rows.row[i];

		mine[i] = (struct mine){
			.id = row_int(row, mine_samlinger__id),
			.title = row_text(row, mine_samlinger__tittel),
			.municipality = row_text(row, mine_samlinger__kommunenavn),
			.place = row_text(row, mine_samlinger__sted),
			.first = row_text(row, mine_samlinger__foerste),
			.last = row_text(row, mine_samlinger__siste),
			.phase = (enum samling_phase)row_int(row, mine_samlinger__fase),
			.leads = row_int(row, mine_samlinger__leder) != 0,
		};
		coming += row_int(row, mine_samlinger__kommer) != 0;
	}
	t_konto_mine(&o, r, mine, rows.n, coming);
	return page_staff(r, tr(r->lang, N_("Mine samlinger")), out_html(&o));
}

/* Back to where the form stood, with its query; a page that only takes forms has nothing to
 * go back to. */
static const char *back_to(struct req *r)
{
	static const char encoded[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
	                              "0123456789-_.~*+%&=";
	const char *til = konto_local_path(form_text(&r->form, "til"), "/");
	const char *query = form_text(&r->form, "sok");

	if (route_find(r->site, r->mem, HTTP_GET, til).page == NULL)
		return "/";
	if (query[0] == '\0' || strspn(query, encoded) != strlen(query))
		return til;
	return arena_printf(r->mem, "%s?%s", til, query);
}

enum outcome language(struct req *r)
{
	const char *chosen = form_text(&r->form, "spraak");
	enum outcome went = OUTCOME_OK;

	if (strcmp(chosen, "nb") != 0 && strcmp(chosen, "nn") != 0)
		return OUTCOME_INVALID;
	page_set_cookie(r, "spraak", chosen, COOKIE_SECONDS);
	if (r->who.person != 0)
		went = RUN(r->store, r->mem, NULL, person_spraak, .id = v_int(r->who.person),
		           .spraak = v_text(chosen));
	return went == OUTCOME_OK ? page_redirect(r, back_to(r)) : went;
}

enum outcome privacy_page(struct req *r)
{
	struct out o = out_new(r->mem, r->lang);

	t_konto_personvern(&o);
	return page_framed(r, &(struct frame_text){ .title = tr(r->lang, N_("Personvern")),
	                   .css = "telefon.css" }, out_html(&o));
}
