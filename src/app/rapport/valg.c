/* valg.c - an election of the samling taken out of it: as a file that anybody can settle again,
 * and opened on the public page, where its protocol is. */
#include "app/aktivitet/slag/valg.h"
#include "app/rapport/innhold.h"
#include "app/rapport/rapport.h"
#include "app/samling/samling.h"
#include "lib/arena.h"
#include "web/page.h"

struct election_of {
	struct samling *s;
	const char *date;
	struct activity a;
};

/* The item of the path, which must be this samling's. */
static enum outcome read_item(struct req *r, struct election_of *e)
{
	int64_t id = page_param_id(r, 1);
	enum outcome went = samling_read(r->store, r->mem, r->samling, 0, &e->s);

	for (size_t i = 0; went == OUTCOME_OK && i < e->s->n_item; i++)
		if (e->s->item[i].id == id) {
			e->date = samling_day(e->s, e->s->item[i].day)->date;
			return activity_read(r->store, r->mem, id, &e->a);
		}
	return went == OUTCOME_OK ? OUTCOME_NOT_FOUND : went;
}

static enum outcome file_page(struct req *r)
{
	struct election_of e = { 0 };
	enum outcome went = read_item(r, &e);
	struct buf b;

	if (went != OUTCOME_OK)
		return went;
	b = election_file(r->mem, &e.a, e.s->municipality, e.date);
	if (b.p == NULL)
		return OUTCOME_NOT_FOUND;
	return page_download(r, "application/json", arena_printf(r->mem, "valg-%lld-%s.json",
	                                                         (long long)e.a.id, e.date),
	                     b.p, b.n);
}

static enum outcome open_page(struct req *r)
{
	struct election_of e = { 0 };
	enum outcome went = read_item(r, &e);
	const char *path;

	if (went != OUTCOME_OK)
		return went;
	path = election_address(r->mem, r->lang, &e.a, e.s->municipality, e.date);
	return path != NULL ? page_redirect(r, path) : file_page(r);
}

const struct page rapport_valg_pages[] = {
	{ HTTP_GET, "/samling/{samling}/punkt/{punkt}/valg.json", RIGHT_CONTACT, file_page, NULL },
	{ HTTP_GET, "/samling/{samling}/punkt/{punkt}/valg",      RIGHT_CONTACT, open_page, NULL },
	{ 0 }
};
