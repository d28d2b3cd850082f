/* handling.c - what leaders do with cards.  Each act is held against how the card stands in
 * the database when it is done, so that of two who press at once the second is told. */
#include <stdlib.h>
#include <string.h>

#include "app/kort/kort.h"
#include "lib/arena.h"
#include "lib/utf8.h"
#include "live/live.h"
#include "rules/kort.h"
#include "web/page.h"
#include "web/text.h"

#define TOO_LATE N_("Noen var før deg: Kortet er endret. Slik står det nå.")

/* Ends an act that has written something; what was written stays out of the protocol. */
static enum outcome done(struct req *r, const struct activity *a, const char *what)
{
	enum outcome went = samling_note(r, what, a->title);

	return went == OUTCOME_OK ? samling_changed(r, VIEW_EVERY) : went;
}

static enum outcome refuse(const char **message, const char *msgid)
{
	*message = msgid;
	return OUTCOME_INVALID;
}

/* One write to one card: done, or somebody else has changed it. */
static enum outcome changed(struct req *r, const struct activity *a, enum outcome went,
                            const char *what, const char **message)
{
	if (went != OUTCOME_OK)
		return went;
	return store_changed(r->store) == 0 ? refuse(message, TOO_LATE) : done(r, a, what);
}

/* The cards that may be changed here; an activity without a state has none. */
static const struct cards *own_cards(const struct activity *a)
{
	const struct cards *c = a->state;

	return c != NULL && !c->earlier ? c : NULL;
}

static const struct card *card_in(const struct activity *a, const char *arg, const char **rest)
{
	char *end;
	int64_t id = strtoll(arg, &end, 10);

	*rest = end;
	return cards_find(own_cards(a), id);
}

/* The one card that an act names and that stands by itself. */
static enum outcome one_card(const struct activity *a, const char *arg,
                             const struct card **k, const char **message)
{
	const char *rest;

	*k = card_in(a, arg, &rest);
	if (*k == NULL || *rest != '\0')
		return OUTCOME_NOT_FOUND;
	return (*k)->into != NULL ? refuse(message, TOO_LATE) : OUTCOME_OK;
}

static enum outcome has_dots(struct req *r, const struct activity *a, const struct card *k,
                             bool *has)
{
	struct rows rows;
	enum outcome went = RUN(r->store, r->mem, &rows, kort_har_prikker,
	                        .samling = v_int(a->samling), .verdi = v_text(k->value));

	*has = went == OUTCOME_OK && row_int(&rows.row[0], kort_har_prikker__har) != 0;
	return went;
}

/* ---- which cards are the same ---- */

static bool two_cards(const struct activity *a, const char *arg, const struct card **x,
                      const struct card **y)
{
	const char *rest;

	*x = card_in(a, arg, &rest);
	*y = *x != NULL && *rest == ' ' ? card_in(a, rest + 1, &rest) : NULL;
	return *x != NULL && *y != NULL && *x != *y && *rest == '\0' && (*x)->side == (*y)->side;
}

/* What is adopted stays so: it takes the other into itself. */
enum outcome card_merge(struct req *r, const struct activity *a, const char *arg,
			const char **message)
{
	const struct card *into, *k;
	bool dots;
	enum outcome went;

	if (!two_cards(a, arg, &into, &k))
		return OUTCOME_NOT_FOUND;
	if (k->status == CARD_ADOPTED && into->status != CARD_ADOPTED) {
		const struct card *swap = into;

		into = k;
		k = swap;
	}
	went = has_dots(r, a, k, &dots);
	if (went == OUTCOME_OK)
		went = RUN(r->store, r->mem, NULL, kort_sammen, .id = v_int(k->id),
		           .hode = v_int(into->id), .talt = v_int(dots),
		           .samling = v_int(a->samling));
	return changed(r, a, went, "kort_slaatt_sammen", message);
}

static enum outcome say_no(struct req *r, const struct activity *a, const struct card *x,
                           const struct card *y)
{
	bool first = x->id < y->id;

	return RUN(r->store, r->mem, NULL, kortpar_ny, .punkt = v_int(a->id),
	           .a = v_int(first ? x->id : y->id), .b = v_int(first ? y->id : x->id));
}

enum outcome card_not_same(struct req *r, const struct activity *a, const char *arg,
			   const char **message)
{
	const struct card *x, *y;

	if (!two_cards(a, arg, &x, &y))
		return OUTCOME_NOT_FOUND;
	return changed(r, a, say_no(r, a, x, y), "kort_holdt_fra_hverandre", message);
}

enum outcome card_part(struct req *r, const struct activity *a, const char *arg,
		       const char **message)
{
	const char *rest;
	const struct card *k = card_in(a, arg, &rest);
	enum outcome went;

	if (k == NULL || *rest != '\0')
		return OUTCOME_NOT_FOUND;
	if (k->into == NULL)
		return refuse(message, TOO_LATE);
	went = say_no(r, a, k, k->into);
	if (went == OUTCOME_OK)
		went = RUN(r->store, r->mem, NULL, kort_skilt, .id = v_int(k->id),
		           .hode = v_int(k->into->id));
	return changed(r, a, went, "kort_skilt", message);
}

/* ---- what becomes of a card ---- */

static enum outcome move(struct req *r, const struct activity *a, const char *arg,
                         enum card_status to, const char *what, const char **message)
{
	const struct card *k;
	bool dots = false;
	enum outcome went = one_card(a, arg, &k, message);

	if (went != OUTCOME_OK)
		return went;
	if (k->status == to || (to == CARD_ADOPTED && !card_shown(k)))
		return refuse(message, TOO_LATE);
	if (to == CARD_HIDDEN)
		went = has_dots(r, a, k, &dots);
	if (went == OUTCOME_OK)
		went = RUN(r->store, r->mem, NULL, kort_status, .id = v_int(k->id),
		           .fra = v_int(k->status), .til = v_int(to), .talt = v_int(dots));
	return changed(r, a, went, what, message);
}

static enum outcome move_and_judge(struct req *r, const struct activity *a, const char *arg,
                                   enum card_status to, enum verdict verdict,
                                   const char **message)
{
	const struct card *k;
	enum outcome went = move(r, a, arg, to, to == CARD_HIDDEN ? "kort_skjult" : "kort_vist",
	                         message);

	if (went == OUTCOME_OK)
		went = one_card(a, arg, &k, message);
	return went == OUTCOME_OK ? cards_judge(r, a, k, verdict) : went;
}

enum outcome card_hide(struct req *r, const struct activity *a, const char *arg,
		       const char **message)
{
	return move_and_judge(r, a, arg, CARD_HIDDEN, VERDICT_HIDDEN, message);
}

enum outcome card_show(struct req *r, const struct activity *a, const char *arg,
		       const char **message)
{
	return move_and_judge(r, a, arg, CARD_OPEN, VERDICT_APPROVED, message);
}

enum outcome card_adopt(struct req *r, const struct activity *a, const char *arg,
			const char **message)
{
	return move(r, a, arg, CARD_ADOPTED, "kort_vedtatt", message);
}

enum outcome card_strike(struct req *r, const struct activity *a, const char *arg,
			 const char **message)
{
	return move(r, a, arg, CARD_OPEN, "kort_ikke_vedtatt", message);
}

/* ---- texts ---- */

static const char *wrong_text(const char *text)
{
	if (strchr(text, '\n') != NULL || utf8_length(text) > CARD_LETTERS)
		return N_("Skriv kortet på én linje, med høyst 300 tegn.");
	return NULL;
}

enum outcome card_add(struct req *r, const struct activity *a, const char *arg,
		      const char **message)
{
	const char *text = form_text(&r->form, "tekst");
	bool staff = strcmp(arg, "1") == 0;
	enum outcome went;

	if (own_cards(a) == NULL || (!staff && strcmp(arg, "0") != 0))
		return OUTCOME_NOT_FOUND;
	if (*text == '\0')
		return refuse(message, N_("Skriv teksten på kortet først."));
	if (wrong_text(text) != NULL)
		return refuse(message, wrong_text(text));
	went = RUN(r->store, r->mem, NULL, kort_ny, .punkt = v_int(a->id),
	           .side = v_int(staff ? ROLE_ADMINISTRASJON : ROLE_FOLKEVALGT),
	           .tekst = v_text(text));
	return went == OUTCOME_OK ? done(r, a, "kort_nytt") : went;
}

enum outcome card_word(struct req *r, const struct activity *a, int64_t id, const char *seen,
                       const char *wording, const char **message)
{
	const struct card *k = cards_find(own_cards(a), id);
	enum outcome went;

	if (k == NULL)
		return OUTCOME_NOT_FOUND;
	if (wrong_text(wording) != NULL)
		return refuse(message, wrong_text(wording));
	if (strcmp(wording, k->text) == 0)
		wording = "";
	went = RUN(r->store, r->mem, NULL, kort_ordlyd, .id = v_int(id), .foer = v_text(seen),
	           .ordlyd = v_text(wording));
	return changed(r, a, went, "kort_ordlyd", message);
}
