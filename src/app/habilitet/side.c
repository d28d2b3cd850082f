/* side.c - the public pages of impartiality.  Nothing is stored. */
#include "app/habilitet/habilitet.h"
#include "app/habilitet/sakbibliotek.h"
#include "app/habilitet/side.html.h"
#include "app/habilitet/sjekk_side.h"
#include "app/habilitet/sjekkliste.h"
#include "web/text.h"

static enum outcome front_page(struct req *r)
{
	struct out o = out_new(r->mem, r->lang);

	t_habilitet_forside(&o);
	return page_framed(r, &(struct frame_text){ .title = tr(r->lang, N_("Habilitet")),
	                   .css = "full.css", .html_class = "forvaltning" }, out_html(&o));
}

/* The same for everybody: answers are fragments of its address, which browsers do not send. */
static enum outcome self_check(struct req *r)
{
	return page_framed(r, &(struct frame_text){ .title = tr(r->lang, N_("Er jeg inhabil?")),
	                   .css = "sjekk.css", .html_class = "sjekk" },
	                   sjekk_html(r->mem, r->lang));
}

const struct page habilitet_pages[] = {
	{ HTTP_GET, "/habilitet", RIGHT_ALL, front_page, NULL },
	{ HTTP_GET, "/habilitet/sjekk", RIGHT_ALL, self_check, NULL },
	{ HTTP_GET, "/habilitet/sjekkliste", RIGHT_ALL, sjekkliste_empty, NULL },
	{ HTTP_POST, "/habilitet/sjekkliste", RIGHT_ALL, sjekkliste_page, sjekkliste_fields,
	  sjekkliste_page },
	{ HTTP_GET, "/habilitet/saker", RIGHT_ALL, library_page, library_fields },
	{ 0 }
};
