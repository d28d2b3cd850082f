/* navneliste.c - the pages of the roster. */
#include "app/samling/navneliste.h"

#include <sodium.h>
#include <string.h>

#include "app/samling/navneliste.html.h"
#include "app/samling/navneliste_side.h"
#include "app/samling/sider.h"
#include "lib/arena.h"
#include "lib/buf.h"
#include "live/live.h"
#include "rules/oppbevaring.h"
#include "web/text.h"

#define LIST_LETTERS_MAX 60000
#define PRINT_BYTES 12

#define ROSTER_FIELDS(must) \
	{ "liste", FIELD_LINES, (must), .max = LIST_LETTERS_MAX }, { "hele", FIELD_FLAG }, \
	{ "sett", FIELD_TEXT, .max = 2 * PRINT_BYTES }, { "lagre", FIELD_FLAG }
const struct field roster_fields[] = { ROSTER_FIELDS(false), { 0 } };
const struct field roster_fields_sent[] = { FIELD_TOKEN, ROSTER_FIELDS(true), { 0 } };
const struct field roster_file_fields[] = {
	FIELD_TOKEN, ROSTER_FIELDS(false), { "fil", FIELD_FILE, true }, { 0 }
};

#define NAME_FIELDS(must) \
	{ "navn", FIELD_TEXT, (must), .max = ROSTER_NAME_MAX }, \
	{ "parti", FIELD_TEXT, .max = ROSTER_PARTY_MAX }, \
	{ "rolle", FIELD_INT, .min = ROLE_FOLKEVALGT, .max = ROLE_ANNET }, \
	{ "stilling", FIELD_TEXT, .max = ROSTER_POST_MAX }, \
	{ "kjoenn", FIELD_TEXT, .max = 1 }, \
	{ "foedt", FIELD_INT, .min = ROSTER_BORN_MIN, .max = ROSTER_BORN_MAX }, \
	{ "ny", FIELD_FLAG }, { "id", FIELD_TEXT, .max = ROSTER_ID_MAX }, { 0 }
const struct field name_fields[] = { NAME_FIELDS(false) };
const struct field name_fields_sent[] = { FIELD_TOKEN, NAME_FIELDS(true) };

static struct roster_row stored_row(const struct row *row)
{
	return (struct roster_row){
		.id = row_int(row, navneliste__id),
		.name = row_text(row, navneliste__navn),
		.party = row_text(row, navneliste__parti),
		.post = row_text(row, navneliste__stilling),
		.foreign = row_text(row, navneliste__ekstern),
		.role = (enum role)row_int(row, navneliste__rolle),
		.gender = row_text(row, navneliste__kjoenn)[0],
		.born = (int)row_int(row, navneliste__foedt),
		.new = row_int(row, navneliste__ny) != 0,
	};
}

static enum outcome read_stored(struct req *r, struct roster *out)
{
	struct rows rows;
	enum outcome went = RUN(r->store, r->mem, &rows, navneliste,
	                        .samling = v_int(r->samling));

	*out = (struct roster){ .n = rows.n };
	out->row = arena_array(r->mem, rows.n, sizeof *out->row);
	for (size_t i = 0; went == OUTCOME_OK && i < rows.n; i++)
		out->row[i] = stored_row(&rows.row[i]);
	return went;
}

/* What the stored list looked like to the one who was shown what would change. */
static const char *fingerprint(struct arena *mem, const struct roster *l)
{
	unsigned char hash[crypto_generichash_BYTES];
	char *text = arena_get(mem, 2 * PRINT_BYTES + 1);
	struct buf b = buf_in(mem);

	for (size_t i = 0; i < l->n; i++) {
		const struct roster_row *w = &l->row[i];

		buf_printf(&b, "%lld\n%s\n%s\n%s\n%s\n%d %d %d %d\n", (long long)w->id, w->name,
		           w->party, w->post, w->foreign, (int)w->role, w->gender, w->born, w->new);
	}
	crypto_generichash(hash, sizeof hash, (const unsigned char *)b.p, b.n, NULL, 0);
	return sodium_bin2hex(text, 2 * PRINT_BYTES + 1, hash, PRINT_BYTES);
}

static const char *kept_date(struct req *r, const struct samling *s)
{
	const char *last = s->n_day > 0 ? s->day[s->n_day - 1].date : NULL;

	return last == NULL ? "" :
	       text_date(r->mem, r->lang, kept_until(r->mem, KEPT_ROSTER, last));
}

/* `pasted` NULL: nothing was. */
static enum outcome draw(struct req *r, struct roster_pasted *pasted)
{
	struct out o = out_new(r->mem, r->lang);
	struct samling *s;
	struct roster stored;
	enum outcome went = own_samling(r, &s);

	if (went == OUTCOME_OK)
		went = read_stored(r, &stored);
	if (went != OUTCOME_OK)
		return went;
	if (pasted != NULL)
		pasted->seen = fingerprint(r->mem, &stored);
	t_navneliste(&o, r, s, &(struct roster_view){ &stored, pasted,
	             r->page->fields == roster_file_fields && form_error(&r->form, "fil") != NULL,
	             kept_date(r, s) });
	return page_staff(r, tr(r->lang, N_("Navneliste")), out_html(&o));
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

static enum outcome store_change(struct req *r, const struct roster_change *c)
{
	const struct roster_row *w = &c->row;
	const char *gender = w->gender != 0 ? arena_printf(r->mem, "%c", w->gender) : "";
	struct value born = w->born != 0 ? v_int(w->born) : v_null();

	switch (c->act) {
	case ROSTER_ADD:
		return RUN(r->store, r->mem, NULL, navneliste_ny, .samling = v_int(r->samling),
		           .navn = v_text(w->name), .parti = v_text(w->party),
		           .rolle = v_int(w->role), .stilling = v_text(w->post),
		           .kjoenn = v_text(gender), .foedt = born, .ny = v_int(w->new),
		           .ekstern = v_text(w->foreign));
	case ROSTER_CHANGE:
		return RUN(r->store, r->mem, NULL, navneliste_sett, .id = v_int(w->id),
		           .samling = v_int(r->samling),
		           .navn = v_text(w->name), .parti = v_text(w->party),
		           .rolle = v_int(w->role), .stilling = v_text(w->post),
		           .kjoenn = v_text(gender), .foedt = born, .ny = v_int(w->new),
		           .ekstern = v_text(w->foreign));
	case ROSTER_REMOVE:
		return RUN(r->store, r->mem, NULL, navneliste_slett, .id = v_int(w->id),
		           .samling = v_int(r->samling));
	case ROSTER_KEEP:
		break;
	}
	return OUTCOME_OK;
}

/* Who answered what, where that was said beforehand, is read from the list: so a change of it
 * is an act of office.  The name itself is not noted, for it could never be taken away. */
static enum outcome note_all(struct req *r, const struct roster_changes *c)
{
	static const char *const what[] = {
		[ROSTER_ADD] = "navneliste_ny", [ROSTER_CHANGE] = "navn_endret",
		[ROSTER_KEEP] = NULL, [ROSTER_REMOVE] = "navn_slettet",
	};
	enum outcome went = OUTCOME_OK;

	for (size_t i = 0; i < sizeof what / sizeof *what && went == OUTCOME_OK; i++)
		if (what[i] != NULL && c->n_act[i] > 0)
			went = samling_note(r, what[i], arena_printf(r->mem, "%zu", c->n_act[i]));
	return went;
}

static enum outcome store_all(struct req *r, const struct roster_changes *c)
{
	enum outcome went = OUTCOME_OK;

	for (size_t i = 0; i < c->n && went == OUTCOME_OK; i++)
		went = store_change(r, &c->change[i]);
	if (went == OUTCOME_OK)
		went = note_all(r, c);
	return went == OUTCOME_OK ? samling_changed(r, VIEW_BIT(VIEW_CONSOLE)) : went;
}

static const char *refusal(const struct roster *list, const struct roster *stored,
                           const struct roster_changes *c)
{
	if (list->n == 0)
		return N_("Det er ingen navn her. Skriv minst ett.");
	if (stored->n + c->n_act[ROSTER_ADD] - c->n_act[ROSTER_REMOVE] > ROSTER_ROWS_MAX)
		return N_("Listen er for lang. Den har plass til 500 navn.");
	return NULL;
}

/* First shows what was understood and what it would change; stores when that was confirmed
 * and the stored list is still the one it was held against. */
static enum outcome take_list(struct req *r, const char *text, bool confirmed)
{
	struct roster stored, list = roster_read(r->mem, text);
	struct roster_pasted p = { .list = &list };
	enum outcome went = read_stored(r, &stored);
	const char *no;

	if (went != OUTCOME_OK)
		return went;
	p.changes = roster_compare(r->mem, &stored, &list, form_flag(&r->form, "hele"));
	form_fill(&r->form, "liste", text);
	no = refusal(&list, &stored, &p.changes);
	if (no != NULL) {
		form_reject(&r->form, "liste", no);
		return OUTCOME_INVALID;
	}
	if (list.n_bad > 0) {
		r->status = 422;
		return draw(r, &p);
	}
	if (!confirmed)
		return draw(r, &p);
	if (strcmp(form_text(&r->form, "sett"), fingerprint(r->mem, &stored)) != 0) {
		form_reject(&r->form, NULL, N_("Noen andre har endret listen imens. Se over hva "
		                               "som blir endret nå."));
		r->status = 409;
		return draw(r, &p);
	}
	went = store_all(r, &p.changes);
	return went == OUTCOME_OK ? page_redirect(r, samling_path(r, "/navneliste")) : went;
}

enum outcome roster_add(struct req *r)
{
	return take_list(r, raw_list(r), form_flag(&r->form, "lagre"));
}

enum outcome roster_file(struct req *r)
{
	const struct form_entry *e = form_entry(&r->form, "fil");
	const char *text = e->n_bytes <= LIST_LETTERS_MAX ?
	                   roster_text(r->mem, e->bytes, e->n_bytes) : NULL;

	if (text == NULL) {
		form_reject(&r->form, "fil", e->n_bytes > LIST_LETTERS_MAX ?
		            N_("Filen er for stor for en navneliste.") :
		            N_("Dette er ikke en tekstfil. Lagre regnearket som CSV, og velg den "
		               "filen."));
		return OUTCOME_INVALID;
	}
	return take_list(r, text, false);
}

/* ---- one name ---- */

static void fill_name(struct req *r, const struct roster_row *row)
{
	form_fill(&r->form, "navn", row->name);
	form_fill(&r->form, "parti", row->party);
	form_fill(&r->form, "rolle", arena_printf(r->mem, "%d", (int)row->role));
	form_fill(&r->form, "stilling", row->post);
	form_fill(&r->form, "kjoenn", row->gender != 0 ?
	          arena_printf(r->mem, "%c", row->gender) : "");
	form_fill(&r->form, "foedt", row->born != 0 ? arena_printf(r->mem, "%d", row->born) : "");
	form_fill(&r->form, "ny", row->new ? "1" : "");
	form_fill(&r->form, "id", row->foreign);
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
		if (stored.row[i].id == page_param_id(r, 1))
			row = &stored.row[i];
	if (row == NULL)
		return OUTCOME_NOT_FOUND;
	if (r->page->method == HTTP_GET)
		fill_name(r, row);
	t_navneliste_navn(&o, r, s, row);
	return page_staff(r, row->name, out_html(&o));
}

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
	const char *gender = form_text(&r->form, "kjoenn");
	struct roster_row row = { .id = page_param_id(r, 1), .name = form_text(&r->form, "navn"),
		.party = form_text(&r->form, "parti"), .post = form_text(&r->form, "stilling"),
		.foreign = form_text(&r->form, "id"),
		.role = (enum role)form_int(&r->form, "rolle"), .gender = gender[0],
		.born = (int)form_int(&r->form, "foedt"), .new = form_flag(&r->form, "ny") };

	if (strcmp(gender, "") != 0 && strcmp(gender, "K") != 0 && strcmp(gender, "M") != 0)
		form_reject(&r->form, "kjoenn", N_("Skriv K eller M, eller la feltet stå tomt."));
	if (roster_is_identity(row.foreign))
		form_reject(&r->form, "id", N_("Dette ser ut som et fødselsnummer. Ta det bort: "
		                               "Samling skal ikke ha det."));
	if (r->form.bad)
		return OUTCOME_INVALID;
	return done(r, store_change(r, &(struct roster_change){ ROSTER_CHANGE, row }),
	            "navn_endret");
}

enum outcome name_delete(struct req *r)
{
	return done(r, RUN(r->store, r->mem, NULL, navneliste_slett,
	                   .id = v_int(page_param_id(r, 1)), .samling = v_int(r->samling)),
	            "navn_slettet");
}
