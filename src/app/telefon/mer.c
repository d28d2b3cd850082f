#include "app/telefon/mer.h"

#include <string.h>

#include "app/telefon/mer.html.h"
#include "app/telefon/telefon.h"
#include "app/telefon/telefon.html.h"
#include "lib/arena.h"
#include "live/live.h"
#include "web/site.h"
#include "web/text.h"

const struct field role_fields[] = {
	FIELD_TOKEN,
	{ "rolle", FIELD_INT, .required = true, .min = ROLE_FOLKEVALGT, .max = ROLE_ANNET }, { 0 }
};
const struct field me_fields[] = {
	FIELD_TOKEN, { "navn", FIELD_INT, .max = INT64_MAX }, { 0 }
};
const struct field leave_fields[] = { FIELD_TOKEN, { 0 } };

static enum outcome document(struct req *r, const struct samling *s, const char *title,
                             const char *here, const struct out *body)
{
	struct out whole = out_new(r->mem, r->lang);

	t_telefon_dokument(&whole, s, tr(r->lang, title), here, false, out_html(body));
	return page_html(r, out_html(&whole));
}

static enum outcome read_samling(struct req *r, struct samling **s)
{
	return samling_read(r->store, r->mem, r->samling, r->who.rights &
	                    ~RIGHT_BIT(RIGHT_LEADER), s);
}

enum outcome programme_page(struct req *r)
{
	struct out o = out_new(r->mem, r->lang);
	struct samling *s;
	enum outcome went = read_samling(r, &s);

	if (went != OUTCOME_OK)
		return went;
	t_telefon_program(&o, r, s);
	return document(r, s, N_("Program"), "program", &o);
}

struct names {                      /* of one's own role                            */
	struct roster_name *name;
	size_t n;
	const struct roster_name *mine; /* whom this phone has said it is, or NULL      */
};

static enum outcome read_names(struct req *r, struct names *out)
{
	struct roster_name *name;
	struct rows rows;
	enum outcome went = RUN(r->store, r->mem, &rows, navneliste_valg,
	                        .samling = v_int(r->samling),
	                        .rolle = v_int(r->who.participant_role));

	if (went != OUTCOME_OK)
		return went;
	name = arena_array(r->mem, rows.n, sizeof *name);
	*out = (struct names){ name, rows.n, NULL };
	for (size_t i = 0; i < rows.n; i++) {
		name[i] = (struct roster_name){
			.id = row_int(&rows.row[i], navneliste_valg__id),
			.name = row_text(&rows.row[i], navneliste_valg__navn),
			.party = row_text(&rows.row[i], navneliste_valg__parti),
			.position = row_text(&rows.row[i], navneliste_valg__stilling),
		};
		if (name[i].id == r->who.participant_name)
			out->mine = &name[i];
	}
	return OUTCOME_OK;
}

static enum outcome read_both(struct req *r, struct samling **s, struct names *names)
{
	enum outcome went = read_samling(r, s);

	return went == OUTCOME_OK ? read_names(r, names) : went;
}

enum outcome more_page(struct req *r)
{
	struct out o = out_new(r->mem, r->lang);
	struct names names;
	struct samling *s;
	enum outcome went = read_both(r, &s, &names);

	if (went != OUTCOME_OK)
		return went;
	t_telefon_mer(&o, r, s, names.mine, names.n > 0);
	return document(r, s, N_("Mer"), "mer", &o);
}

static enum outcome back_to_more(struct req *r)
{
	live_touch(r->site->live, r->samling, VIEW_BIT(VIEW_CONSOLE));
	return page_redirect(r, arena_printf(r->mem, "/s/%lld/mer", (long long)r->samling));
}

static struct value my_seat(const struct req *r)
{
	return v_blob(r->who.participant, SEAT_BYTES);
}

/* A name belongs to a role, so it goes with the old one. */
enum outcome role_change(struct req *r)
{
	enum outcome went = RUN(r->store, r->mem, NULL, deltaker_rolle, .id = my_seat(r),
	                        .rolle = v_int(form_int(&r->form, "rolle")));

	return went == OUTCOME_OK ? back_to_more(r) : went;
}

enum outcome me_page(struct req *r)
{
	struct out o = out_new(r->mem, r->lang);
	struct names names;
	struct samling *s;
	enum outcome went = read_both(r, &s, &names);

	if (went != OUTCOME_OK)
		return went;
	t_telefon_meg(&o, r, names.name, names.n, names.mine);
	return document(r, s, N_("Hvem du er"), "mer", &o);
}

enum outcome me(struct req *r)
{
	int64_t chosen = form_int(&r->form, "navn");
	struct names names;
	bool known = chosen == 0;
	enum outcome went = read_names(r, &names);

	if (went != OUTCOME_OK)
		return went;
	for (size_t i = 0; i < names.n; i++)
		known = known || names.name[i].id == chosen;
	if (!known) {
		form_reject(&r->form, NULL, N_("Velg et navn fra listen, eller «Uten navn»."));
		return OUTCOME_INVALID;
	}
	went = RUN(r->store, r->mem, NULL, deltaker_navn, .id = my_seat(r),
	           .navn = chosen != 0 ? v_int(chosen) : v_null());
	return went == OUTCOME_OK ? back_to_more(r) : went;
}

uint64_t seat_number(const struct req *r)
{
	uint64_t n;

	memcpy(&n, r->who.participant, sizeof n);
	return n;
}

enum outcome leave(struct req *r)
{
	enum outcome went = RUN(r->store, r->mem, NULL, deltaker_slett, .id = my_seat(r));

	if (went != OUTCOME_OK)
		return went;
	live_close(r->site->live, r->samling, seat_number(r));
	live_touch(r->site->live, r->samling, VIEW_BIT(VIEW_CONSOLE));
	page_set_cookie(r, arena_printf(r->mem, "d%lld", (long long)r->samling), "", 0);
	return page_redirect(r, "/");
}
