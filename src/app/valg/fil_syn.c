#include "app/valg/fil_syn.h"

#include <string.h>

#include "lib/arena.h"
#include "web/page.h"
#include "web/text.h"

/* By way of the page's address, so that there is one reading of an election and not two. */
bool valg_fil_view(struct valg_fil *f, const struct world *world, const char *bytes, size_t n,
              struct valg_view *v)
{
	struct req *r = arena_get(f->mem, sizeof *r);
	const char *query;

	if (!valg_fil_read(f, bytes, n))
		return false;
	r->mem = f->mem;
	r->world = world;
	r->lang = f->lang;
	query = strchr(f->path, '?') + 1;
	if (form_read(f->mem, skjema_fields, query, strlen(query), &r->form) == FORM_OK)
		valg_view_read(r, v);
	else
		v->s.wrong = true;
	if (v->s.wrong)
		valg_fil_fault(f, N_("Åpne filen på siden for valg. Der står det hva som må "
		                     "rettes."), "");
	return !v->s.wrong;
}
