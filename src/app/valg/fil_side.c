/* fil_side.c - an election is kept as a file, and opened from one.  The server keeps nothing. */
#include "app/valg/fil.h"
#include "app/valg/fil.html.h"
#include "app/valg/protokollfil.h"
#include "app/valg/valg.h"
#include "lib/arena.h"
#include "web/page.h"
#include "web/text.h"

static const struct field open_fields[] = {
	FIELD_TOKEN, { "fil", FIELD_FILE, .max = VALG_FIL_BYTES_MAX }, { 0 }
};

/* What cannot be read stands beside its field on the form, so that is where one is sent. */
static enum outcome keep(struct req *r)
{
	struct valg_view v;
	const char *text;
	size_t n;

	valg_view_read(r, &v);
	if (v.s.wrong)
		return page_redirect(r, skjema_path(r->mem, "/valg/forholdsvalg", &v.s));
	text = protokollfil(r->mem, &v, &n);
	return page_download(r, "application/json", arena_printf(r->mem, "valg-%s-%s.json",
	                     v.s.organ->key, v.s.date), text, n);
}

static enum outcome open_page(struct req *r, const struct valg_fil *f)
{
	struct out o = out_new(r->mem, r->lang);
	const char *title = tr(r->lang, N_("Åpne et valg fra fil"));

	t_valg_aapne(&o, r, f);
	return page_framed(r, &(struct frame_text){ .title = title,
	                   .css = "full.css", .html_class = "forvaltning" }, out_html(&o));
}

static enum outcome open_empty(struct req *r)
{
	return open_page(r, &(struct valg_fil){ .lang = r->lang });
}

static enum outcome open_file(struct req *r)
{
	const struct form_entry *file = form_entry(&r->form, "fil");
	struct valg_fil f = { .mem = r->mem, .lang = r->lang };

	if (file->n_bytes == 0)
		valg_fil_fault(&f, N_("Velg en fil først."), "");
	else if (valg_fil_read(&f, file->bytes, file->n_bytes))
		return page_redirect(r, f.path);
	r->status = 422;
	return open_page(r, &f);
}

const struct page valg_fil_pages[] = {
	{ HTTP_GET, "/valg/protokoll.json", RIGHT_ALL, keep, skjema_fields },
	{ HTTP_GET, "/valg/aapne",          RIGHT_ALL, open_empty, NULL },
	{ HTTP_POST, "/valg/aapne",         RIGHT_ALL, open_file, open_fields, open_empty },
	{ 0 }
};
