#include "app/habilitet/sjekkliste.h"

#include "app/habilitet/sjekkliste.html.h"
#include "web/text.h"

static enum outcome framed(struct req *r, const struct sjekkliste *s)
{
	struct out o = out_new(r->mem, r->lang);

	t_sjekkliste(&o, r, s);
	return page_framed(r, &(struct frame_text){ .title = tr(r->lang, N_("Sjekkliste for "
	                                                                    "møtet")),
	                   .css = "full.css", .html_class = "forvaltning" }, out_html(&o));
}

enum outcome sjekkliste_empty(struct req *r)
{
	struct sjekkliste s;

	sjekkliste_read(r, &s);
	return framed(r, &s);
}

enum outcome sjekkliste_page(struct req *r)
{
	struct sjekkliste s;

	sjekkliste_read(r, &s);
	if (s.wrong && !s.more)
		r->status = 422;
	return framed(r, &s);
}
