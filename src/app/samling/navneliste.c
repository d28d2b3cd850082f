/* navneliste.c - the pages of the roster. */
#include "app/samling/navneliste.h"

#include <string.h>

#include "app/samling/navneliste.html.h"
#include "app/samling/sider.h"
#include "lib/arena.h"
#include "live/live.h"
#include "web/text.h"

#define LIST_LETTERS_MAX 60000

#define ROSTER_FIELDS(must) \
	{ "liste", FIELD_LINES, (must), .max = LIST_LETTERS_MAX }, \
	{ "lagre", FIELD_FLAG }, { 0 }
const struct field roster_fields[] = { ROSTER_FIELDS(false) };
const struct field roster_fields_sent[] = { FIELD_TOKEN, ROSTER_FIELDS(true) };

#define NAME_FIELDS(must) \
	{ "navn", FIELD_TEXT, (must), .max = ROSTER_NAME_MAX }, \
	{ "parti", FIELD_TEXT, .max = ROSTER_PARTY_MAX }, \
	{ "rolle", FIELD_INT, .min = ROLE_FOLKEVALGT, .max = ROLE_ANNET }, \
	{ "stilling", FIELD_TEXT, .max = ROSTER_POST_MAX }, { 0 }
const struct field name_fields[] = { NAME_FIELDS(false) };
const struct field name_fields_sent[] = { FIELD_TOKEN, NAME_FIELDS(true) };

static enum outcome read_stored(struct req *r, struct roster *out)
{
	struct rows rows;
	enum outcome went = RUN(r->store, r->mem, &rows, navneliste,
	                        .samling = v_int(r->samling));

	*out = (struct roster){ .n = rows.n };
	out->row = arena_array(r->mem, rows.n, sizeof *out->row);
	for (size_t i = 0; went == OUTCOME_OK && i < rows.n; i++)
		out->row[i] = (struct roster_row){
			.id = row_int(&rows.row[i], navneliste__id),
			.name = row_text(&rows.row[i], navneliste__navn),
			.party = row_text(&rows.row[i], navneliste__parti),
			.role = (enum role)row_int(&rows.row[i], navneliste__rolle),
			.post = row_text(&rows.row[i], navneliste__stilling),
		};
	return went;
}

/* `pasted` NULL: nothing was. */
static enum outcome draw(struct req *r, const struct roster *pasted)
{
	struct out o = out_new(r->mem, r->lang);
	struct samling *s;
	struct roster stored;
	enum outcome went = own_samling(r, &s);

	if (went == OUTCOME_OK)
		went = read_stored(r, &stored);
	if (went != OUTCOME_OK)
		return went;
	t_navneliste(&o, r, s, &stored, pasted);
	return staff_framed(r, tr(r->lang, N_("Navneliste")), out_html(&o));
}

enum outcome roster_page(struct req *r)
{
	return draw(r, NULL);
}

/* The field as it was pasted: cleaned text has no tabs, and a spreadsheet parts its cells
 * with them. */
static const char *raw_list(struct req *r)
{
	const char *p = r->http->body, *found = NULL;
	size_t n;

	for (; found == NULL && *p != '\0'; p += n, p += *p == '&') {
		n = strcspn(p, "&");
		if (n > 6 && memcmp(p, "liste=", 6) == 0)
			found = form_decode(r->mem, p + 6, n - 6, true);
	}
	return found != NULL ? found : "";
}

static void refuse_twins(const struct roster *stored, struct roster *new)
{
	for (size_t i = 0; i < new->n; i++) {
		struct roster_row *row = &new->row[i];
		bool twin = false;

		for (size_t k = 0; k < stored->n + i && !twin; k++) {
			const struct roster_row *o = k < stored->n ? &stored->row[k]
			                                           : &new->row[k - stored->n];

			twin = strcmp(o->name, row->name) == 0 && strcmp(o->party, row->party) == 0;
		}
		if (twin && row->error == NULL) {
			row->error = N_("Navnet står alt på listen. Ta bort linjen.");
			new->n_bad++;
		}
	}
}

static enum outcome store(struct req *r, const struct roster *list)
{
	enum outcome went = OUTCOME_OK;

	for (size_t i = 0; i < list->n && went == OUTCOME_OK; i++) {
		const struct roster_row *row = &list->row[i];

		went = RUN(r->store, r->mem, NULL, navneliste_ny, .samling = v_int(r->samling),
		           .navn = v_text(row->name), .parti = v_text(row->party),
		           .rolle = v_int(row->role), .stilling = v_text(row->post));
	}
	if (went == OUTCOME_OK)
		went = samling_note(r, "navneliste_ny", arena_printf(r->mem, "%zu", list->n));
	return went == OUTCOME_OK ? samling_changed(r, VIEW_BIT(VIEW_CONSOLE)) : went;
}

/* First shows what was understood; stores when that was confirmed and all is well. */
enum outcome roster_add(struct req *r)
{
	struct roster stored, list = roster_read(r->mem, raw_list(r));
	enum outcome went = read_stored(r, &stored);

	if (went != OUTCOME_OK)
		return went;
	refuse_twins(&stored, &list);
	if (list.n == 0) {
		form_reject(&r->form, "liste", N_("Det er ingen navn her. Skriv minst ett."));
		return OUTCOME_INVALID;
	}
	if (stored.n + list.n > ROSTER_ROWS_MAX) {
		form_reject(&r->form, "liste", N_("Listen er for lang. "
		                                  "Den har plass til 500 navn."));
		return OUTCOME_INVALID;
	}
	if (list.n_bad > 0) {
		r->status = 422;
		return draw(r, &list);
	}
	if (!form_flag(&r->form, "lagre")) {
		form_fill(&r->form, "liste", roster_write(r->mem, &list));
		return draw(r, &list);
	}
	went = store(r, &list);
	return went == OUTCOME_OK ? page_redirect(r, samling_path(r, "/navneliste")) : went;
}

enum outcome name_page(struct req *r)
{
	struct out o = out_new(r->mem, r->lang);
	struct samling *s;
	struct roster stored;
	const struct roster_row *row = NULL;
	enum outcome went = own_samling(r, &s);

	if (went == OUTCOME_OK)
		went = read_stored(r, &stored);
	if (went != OUTCOME_OK)
		return went;
	for (size_t i = 0; i < stored.n; i++)
		if (stored.row[i].id == param_id(r, 1))
			row = &stored.row[i];
	if (row == NULL)
		return OUTCOME_NOT_FOUND;
	if (r->page->method == HTTP_GET) {
		form_fill(&r->form, "navn", row->name);
		form_fill(&r->form, "parti", row->party);
		form_fill(&r->form, "rolle", arena_printf(r->mem, "%d", (int)row->role));
		form_fill(&r->form, "stilling", row->post);
	}
	t_navneliste_navn(&o, r, s, row);
	return staff_framed(r, row->name, out_html(&o));
}

/* Who answered what, where that was said beforehand, is read from the list: so a change of it
 * is an act of office.  The name itself is not noted, for it could never be taken away. */
static enum outcome done(struct req *r, enum outcome went, const char *what)
{
	if (went == OUTCOME_OK && store_changed(r->store) == 0)
		return OUTCOME_NOT_FOUND;
	if (went == OUTCOME_OK)
		went = samling_note(r, what, "");
	if (went == OUTCOME_OK)
		went = samling_changed(r, VIEW_BIT(VIEW_CONSOLE));
	return went == OUTCOME_OK ? page_redirect(r, samling_path(r, "/navneliste")) : went;
}

enum outcome name_save(struct req *r)
{
	return done(r, RUN(r->store, r->mem, NULL, navneliste_sett, .id = v_int(param_id(r, 1)),
	                   .samling = v_int(r->samling),
	                   .navn = v_text(form_text(&r->form, "navn")),
	                   .parti = v_text(form_text(&r->form, "parti")),
	                   .rolle = v_int(form_int(&r->form, "rolle")),
	                   .stilling = v_text(form_text(&r->form, "stilling"))),
	            "navn_endret");
}

enum outcome name_delete(struct req *r)
{
	return done(r, RUN(r->store, r->mem, NULL, navneliste_slett,
	                   .id = v_int(param_id(r, 1)), .samling = v_int(r->samling)),
	            "navn_slettet");
}
