/* bli_med.c - from a code to a seat. */
#include <string.h>

#include "app/telefon/bli_med.h"
#include "app/telefon/telefon.h"
#include "app/telefon/telefon.html.h"
#include "lib/arena.h"
#include "lib/tid.h"
#include "lib/world.h"
#include "live/live.h"
#include "web/brake.h"
#include "web/site.h"
#include "web/text.h"

#define COOKIE_SECONDS (5 * 24 * 3600)  /* two days, and the evaluation after them */
#define CODE_DIGITS 8
/* Ten times the largest hall: whoever has the code could else fill the disk for everybody. */
#define SEATS_MAX 10000

const struct field code_fields[] = { { "kode", FIELD_TEXT, .max = 20 }, { 0 } };
const struct field join_fields[] = {
	FIELD_TOKEN, { "kode", FIELD_TEXT, .required = true, .max = 20 },
	{ "rolle", FIELD_INT, .required = true, .min = ROLE_FOLKEVALGT, .max = ROLE_ANNET }, { 0 }
};

enum outcome join_page(struct req *r)
{
	struct out o = out_new(r->mem, r->lang);
	const char *error = form_error(&r->form, "kode");

	t_telefon_bli_med(&o, r, error);
	return page_framed(r, &(struct frame_text){ .title = tr(r->lang, N_("Bli med")),
	                   .css = "telefon.css", .html_class = "deltaker" }, out_html(&o));
}

/* The QR on the wall leads here.  The code is not tried before the form is sent: a GET
 * changes nothing and tells nothing. */
enum outcome join_page_with_code(struct req *r)
{
	form_fill(&r->form, "kode", r->param[0]);
	return join_page(r);
}

/* "1234 5678", "1234-5678" and the like. */
static char *digits_of(struct arena *a, const char *typed)
{
	char *code = arena_get(a, strlen(typed) + 1);
	size_t n = 0;

	for (; *typed != '\0'; typed++)
		if (*typed >= '0' && *typed <= '9')
			code[n++] = *typed;
	return code;
}

static enum outcome wrong(struct req *r, const char *msgid)
{
	if (!brake_count(r->site->brake, BRAKE_CODE, r->http->peer)) {
		form_reject(&r->form, "kode",
		            N_("Det er skrevet feil kode for mange ganger herfra. Se på lerretet "
		               "og skriv koden nøyaktig. Den riktige koden virker alltid."));
		r->status = 429;
	} else {
		form_reject(&r->form, "kode", msgid);
	}
	return OUTCOME_INVALID;
}

static enum outcome new_seat(struct req *r, int64_t samling, const char *today)
{
	unsigned char id[SEAT_BYTES], hash[TOKEN_HASH];
	char token[TOKEN_TEXT];
	struct rows rows;
	enum outcome went = RUN(r->store, r->mem, &rows, deltaker_plass,
	                        .samling = v_int(samling), .mest = v_int(SEATS_MAX));

	if (went != OUTCOME_OK)
		return went;
	if (rows.n > 0) {
		form_reject(&r->form, "kode", N_("Samlingen er full. Si fra til en "
		                                 "prosessveileder."));
		return OUTCOME_INVALID;
	}
	world_random(r->world, id, sizeof id);
	session_token(r, token, hash);
	went = RUN(r->store, r->mem, NULL, deltaker_ny, .id = v_blob(id, sizeof id),
	           .samling = v_int(samling), .token = v_blob(hash, sizeof hash),
	           .rolle = v_int(form_int(&r->form, "rolle")), .dato = v_text(today));
	if (went == OUTCOME_OK)
		page_set_cookie(r, arena_printf(r->mem, "d%lld", (long long)samling),
		                arena_strdup(r->mem, token), COOKIE_SECONDS);
	return went;
}

/* Who scans the code once more is the one who sat there: not one phone more, and not one
 * answer more to a round that is open. */
static enum outcome seat(struct req *r, int64_t samling, const char *today)
{
	enum outcome went = session_seat(r, samling);

	if (went == OUTCOME_OK && r->who.participant != NULL)
		went = RUN(r->store, r->mem, NULL, deltaker_rolle,
		           .id = v_blob(r->who.participant, SEAT_BYTES),
		           .rolle = v_int(form_int(&r->form, "rolle")));
	else if (went == OUTCOME_OK)
		went = new_seat(r, samling, today);
	if (went != OUTCOME_OK)
		return went;
	live_touch(r->site->live, samling, VIEW_BIT(VIEW_CONSOLE));
	return page_redirect(r, arena_printf(r->mem, "/s/%lld", (long long)samling));
}

enum outcome join(struct req *r)
{
	const char *code = digits_of(r->mem, form_text(&r->form, "kode"));
	const char *today = tid_today(r->mem, world_wall_ms(r->world));
	struct rows rows;
	const struct row *s;
	enum outcome went;

	if (strlen(code) != CODE_DIGITS)
		return wrong(r, N_("Koden har åtte siffer. Se på lerretet og prøv igjen."));
	went = RUN(r->store, r->mem, &rows, samling_med_kode, .kode = v_text(code),
	           .idag = v_text(today));
	if (went != OUTCOME_OK)
		return went;
	if (rows.n == 0)
		return wrong(r, N_("Vi kjenner ikke denne koden. Se på lerretet og prøv igjen."));
	s = &rows.row[0];
	if (!row_int(s, samling_med_kode__idag))
		return wrong(r, N_("Koden virker bare på dagene samlingen varer. "
		                   "Samlingen er ikke i dag."));
	if (row_int(s, samling_med_kode__fase) == PHASE_DRAFT)
		return wrong(r, N_("Samlingen er ikke klar ennå. Prøv igjen om litt."));
	if (row_int(s, samling_med_kode__fase) == PHASE_ENDED)
		return wrong(r, N_("Samlingen er avsluttet, så koden er stengt."));
	return seat(r, row_int(s, samling_med_kode__id), today);
}
