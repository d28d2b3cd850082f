/* side.c - the public pages of an election.  Nothing is stored. */
#include "app/valg/side.h"

#include "app/valg/avtalevalg.h"
#include "app/valg/etterpaa.h"
#include "app/valg/flertallsvalg.h"
#include "app/valg/oving.h"
#include "app/valg/protokoll.html.h"
#include "app/valg/resultat.html.h"
#include "app/valg/side.html.h"
#include "app/valg/valg.h"
#include "app/valg/valgbarhet.h"
#include "rules/moete/frist.h"
#include "web/page.h"
#include "web/text.h"

static enum outcome framed(struct req *r, const char *title, const struct out *o)
{
	return page_framed(r, &(struct frame_text){ .title = tr(r->lang, title),
	                   .css = "full.css", .html_class = "forvaltning" }, out_html(o));
}

static enum outcome front_page(struct req *r)
{
	struct out o = out_new(r->mem, r->lang);

	t_valg_forside(&o);
	return framed(r, N_("Valg i kommunestyret"), &o);
}

static enum outcome settlement_page(struct req *r)
{
	struct out o = out_new(r->mem, r->lang);
	struct valg_view v;

	valg_view_read(r, &v);
	if (r->bit) {
		t_valg_resultat(&o, &v);
		return page_bits(r, out_html(&o));
	}
	t_valg_forholdsvalg(&o, &v);
	return framed(r, N_("Forholdsvalg"), &o);
}

static enum outcome protocol_page(struct req *r)
{
	struct out o = out_new(r->mem, r->lang);
	struct valg_view v;

	valg_view_read(r, &v);
	t_valg_protokoll(&o, &v, frist_complaint(r->mem, v.s.date).last);
	return page_framed(r, &(struct frame_text){ .title = tr(r->lang, N_("Protokoll")),
	                   .css = "full.css", .html_class = "rapport" }, out_html(&o));
}

const struct page valg_pages[] = {
	{ HTTP_GET, "/valg",              RIGHT_ALL, front_page, NULL },
	{ HTTP_GET, "/valg/forholdsvalg", RIGHT_ALL, settlement_page, skjema_fields },
	{ HTTP_GET, "/valg/flertallsvalg", RIGHT_ALL, flertallsvalg_page, flertallsvalg_fields },
	{ HTTP_GET, "/valg/avtalevalg",   RIGHT_ALL, avtalevalg_page, avtalevalg_fields },
	{ HTTP_GET, "/valg/etterpaa",     RIGHT_ALL, etterpaa_page, etterpaa_fields },
	{ HTTP_GET, "/valg/valgbarhet",   RIGHT_ALL, valgbarhet_page, valgbarhet_fields },
	{ HTTP_GET, "/valg/oving",        RIGHT_ALL, oving_page, NULL },
	{ HTTP_GET, "/valg/protokoll",    RIGHT_ALL, protocol_page, skjema_fields },
	{ 0 }
};
