/* sakbibliotek.c - /habilitet/saker: the library of cases, to read and to print. */
#include "app/habilitet/sakbibliotek.h"

#include <string.h>

#include "app/habilitet/bibliotek.h"
#include "app/habilitet/sakbibliotek.html.h"
#include "lib/arena.h"
#include "web/text.h"

const struct field library_fields[] = {
	{ "tema", FIELD_INT, .min = 0, .max = 99 }, { "sikkerhet", FIELD_TEXT, .max = 20 },
	{ "utskrift", FIELD_FLAG }, { 0 }
};

/* Counted from 1, as in the address; 0: all. */
static int64_t theme_number(const struct library_case *c, size_t i)
{
	int64_t nr = 1;

	for (size_t k = 1; k <= i; k++)
		nr += c[k].theme != c[k - 1].theme;
	return nr;
}

static struct library_view chosen(struct req *r)
{
	struct library_view v = { .theme = form_int(&r->form, "tema"),
	                          .certainty = form_text(&r->form, "sikkerhet"),
	                          .paper = form_flag(&r->form, "utskrift") };
	size_t n;
	const struct library_case *all = library_cases(&n), **some;

	v.c = some = arena_array(r->mem, n, sizeof *some);
	for (size_t i = 0; i < n; i++) {
		const char *key = library_certainty_key(all[i].certainty);

		if (v.theme != 0 && theme_number(all, i) != v.theme)
			continue;
		if (*v.certainty == '\0' || strcmp(key, v.certainty) == 0)
			some[v.n++] = &all[i];
	}
	return v;
}

enum outcome library_page(struct req *r)
{
	const struct library_view v = chosen(r);
	struct out o = out_new(r->mem, r->lang);

	if (v.paper)
		t_sakbibliotek_papir(&o, &v);
	else
		t_sakbibliotek(&o, &v);
	return page_framed(r, &(struct frame_text){
		.title = tr(r->lang, N_("Habilitetssaker")), .css = "full.css",
		.html_class = "forvaltning" }, out_html(&o));
}
