#include "app/regler/kort.h"

#include <string.h>

#include "app/lov/lov.h"
#include "app/regler/kort.html.h"
#include "lib/buf.h"
#include "web/text.h"

const char *kort_checked(struct arena *mem, enum lang lang, const struct regelkort *c)
{
	return c->checked == NULL ? NULL :
	       trf(mem, lang, N_("Sist kontrollert %s"), lov_day(mem, lang, c->checked));
}

const char *kort_left_to_them(struct arena *mem, enum lang lang, const struct regelkort *c)
{
	struct buf b = buf_in(mem);

	for (size_t i = 0; i < c->n_key; i++)
		buf_printf(&b, "%s%s", i > 0 ? " · " : "", tr(lang, c->key[i]->label));
	return b.p;
}

const char *kort_onward(const struct regelkort *c)
{
	static const char counted[] = "/regler/regn/";

	return strncmp(c->calculator, counted, strlen(counted)) == 0 ? N_("Regn det ut")
	                                                             : N_("Gå videre med dette");
}

const char *kort_said(const struct regelkort *c, const struct lokal_rules *rules)
{
	const char *oldest = NULL;

	for (size_t i = 0; rules != NULL && i < c->n_key; i++) {
		const char *day = lokal_changed(rules, c->key[i]);

		if (day != NULL && (oldest == NULL || strcmp(day, oldest) < 0))
			oldest = day;
	}
	return oldest;
}

enum outcome kort_page(struct req *r)
{
	const struct regelkort *c = regelkort_find(r->mem, r->lang, r->param[0]);
	struct out o = out_new(r->mem, r->lang);

	if (c == NULL)
		return OUTCOME_NOT_FOUND;
	t_regelkort_side(&o, c);
	return page_framed(r, &(struct frame_text){ .title = c->title, .css = "full.css",
	                   .html_class = "forvaltning" }, out_html(&o));
}
