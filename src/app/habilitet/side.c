/* side.c - the public pages of impartiality.  Nothing is stored. */
#include "app/habilitet/habilitet.h"
#include "app/habilitet/side.html.h"
#include "web/text.h"

static enum outcome front_page(struct req *r)
{
	struct out o = out_new(r->mem, r->lang);

	t_habilitet_forside(&o);
	return page_framed(r, &(struct frame_text){ .title = tr(r->lang, N_("Habilitet")),
	                   .css = "full.css", .html_class = "forvaltning" }, out_html(&o));
}

const struct page habilitet_pages[] = {
	{ HTTP_GET, "/habilitet", RIGHT_ALL, front_page, NULL },
	{ 0 }
};
