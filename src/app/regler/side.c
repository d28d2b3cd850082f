/* side.c - the council's own rules as public pages: cards and calculators. */
#include "app/regler/inntekt.h"
#include "app/regler/kalender.h"
#include "app/regler/kort.h"
#include "app/regler/lokal.h"
#include "app/regler/regler.h"
#include "app/regler/regn.h"
#include "app/regler/side.html.h"
#include "app/regler/styring.h"
#include "web/text.h"

static enum outcome front_page(struct req *r)
{
	struct out o = out_new(r->mem, r->lang);

	t_regler_forside(&o);
	return page_framed(r, &(struct frame_text){
		.title = tr(r->lang, N_("Kommunestyrets egne regler")),
		.css = "full.css", .html_class = "forvaltning" }, out_html(&o));
}

const struct page regler_pages[] = {
	{ HTTP_GET, "/regler", RIGHT_ALL, front_page, NULL },
	{ HTTP_GET, "/regler/kalender", RIGHT_ALL, kalender_page, kalender_fields },
	{ HTTP_GET, "/regler/kalender.ics", RIGHT_ALL, kalender_file, kalender_fields },
	{ HTTP_GET, "/regler/regn", RIGHT_ALL, regn_list_page, NULL },
	{ HTTP_GET, "/regler/regn/{regn}", RIGHT_ALL, regn_page, regn_fields },
	{ HTTP_GET, "/regler/kort/{kort}", RIGHT_ALL, kort_page, NULL },
	{ HTTP_GET, "/regler/inntekter", RIGHT_ALL, inntekt_page, NULL },
	{ HTTP_GET, "/regler/styringsformer", RIGHT_ALL, styringsformer_page, NULL },
	{ HTTP_GET, "/regler/hvem-avgjoer", RIGHT_ALL, avgjoer_page, NULL },
	{ HTTP_GET,  "/regler/lokalt", RIGHT_PLANNER, lokal_page, lokal_fields },
	{ HTTP_POST, "/regler/lokalt", RIGHT_PLANNER, lokal_save, lokal_fields_sent, lokal_page },
	{ HTTP_GET,  "/samling/{samling}/lokalregler", RIGHT_CONTACT, lokal_samling_page,
	  lokal_fields },
	{ HTTP_POST, "/samling/{samling}/lokalregler", RIGHT_CONTACT, lokal_samling_save,
	  lokal_fields_sent, lokal_samling_page },
	{ 0 }
};
