#include "app/telefon/telefon.h"

#include <string.h>

#include "app/bilde/bilde.h"
#include "app/telefon/bli_med.h"
#include "app/telefon/mer.h"
#include "app/telefon/telefon.html.h"
#include "lib/arena.h"
#include "lib/world.h"
#include "live/live.h"
#include "web/site.h"
#include "web/text.h"

#define LIST_MOST 100            /* words or texts of a result */

/* A round that was left open, instead of what is under way: the one with that id, or 0 for
 * whatever there is. */
static enum outcome look_for_kept(struct store *st, struct arena *mem, int64_t ms,
                                  int64_t round, struct phone *p)
{
	const struct kept_round *kept;
	enum outcome went = kept_round_read(st, mem, p->s->id, ms, &kept);

	if (went != OUTCOME_OK || kept == NULL || (round != 0 && kept->id != round))
		return went;
	p->now = &kept->item;
	p->until = kept->until;
	return OUTCOME_OK;
}

/* What a phone shows: with `who` one person's own page, without what all share; what was
 * answered is filled in by the page. */
static enum outcome phone_read(struct site *site, struct arena *mem, int64_t samling,
                               const struct who *who, struct phone *p)
{
	const struct asked q = {
		.store = site->store, .mem = mem, .memory = site->memory, .reader = READER_HALL,
		.seat = who != NULL ? who->participant : NULL,
		.name = who != NULL ? who->participant_name : 0,
		.role = who != NULL ? who->participant_role : ROLE_ANNET,
		.ms = world_wall_ms(site->world),
	};
	struct samling *s;
	struct activity *a;
	enum outcome went = samling_read(site->store, mem, samling, 0, &s);

	if (went != OUTCOME_OK)
		return went;
	*p = (struct phone){ .s = s, .now = samling_now(s), .ms = q.ms,
	                     .own = who != NULL,
	                     .token = page_token_participants(site, mem, samling) };
	if (p->now == NULL)
		went = look_for_kept(site->store, mem, q.ms, 0, p);
	if (p->now == NULL || went != OUTCOME_OK)
		return went;
	a = arena_get(mem, sizeof *a);
	went = activity_read(site->store, mem, p->now->id, a);
	if (went != OUTCOME_OK)
		return went;
	p->a = a;
	p->round = a->current;
	went = drawing_read(&q, s, p->now, a, p->round, &p->d);
	p->d.most = LIST_MOST;
	p->d.pictures = pictures_of_phones(mem, samling);
	p->d.token = p->token;
	p->d.act_path = arena_printf(mem, "/s/%lld/handling", (long long)samling);
	if (p->round != NULL)
		p->people = p->d.tally != NULL ? p->d.tally->people :
		            tally_people(a, p->round, READER_HALL);
	return went;
}

int phone_phase(const struct phone *p)
{
	if (p->round != NULL)
		return (int)p->round->phase;
	return p->a != NULL && !p->a->kind->clock ? p->a->step : 0;
}

const char *phone_news(const struct phone *p)
{
	if (p->round != NULL && p->round->phase == ROUND_OPEN)
		return NULL;
	if (p->round != NULL && p->round->phase == ROUND_CLOSED)
		return N_("Runden er lukket. Det du har skrevet her, kan ikke sendes lenger.");
	if (phone_phase(p) > 0)
		return N_("Gruppearbeidet er i en ny fase. Den kommer fram når du er ferdig med å "
		          "skrive.");
	return N_("Programmet har gått videre. Det nye kommer fram når du er ferdig med å "
	          "skrive.");
}

/* What the stream replaces. */
static struct out phone_sections(struct arena *mem, enum lang lang, const struct phone *p)
{
	struct out o = out_new(mem, lang);

	t_telefon_naa(&o, p);
	t_telefon_teller(&o, p);
	t_telefon_resultat(&o, p);
	return o;
}

bool telefon_draw(struct site *site, const struct live_key *key, struct arena *mem,
                  struct buf *html, int64_t *version)
{
	struct phone p;

	if (phone_read(site, mem, key->samling, NULL, &p) != OUTCOME_OK)
		return false;
	*html = phone_sections(mem, (enum lang)key->lang, &p).buf;
	*version = p.s->version;
	return true;
}

static const struct field now_fields[] = { { "endre", FIELD_FLAG }, { 0 } };

static enum outcome send(struct req *r, const struct phone *p)
{
	struct out o = phone_sections(r->mem, r->lang, p);
	struct out whole = out_new(r->mem, r->lang);

	if (r->bit)
		return page_bits(r, out_html(&o));
	t_telefon_dokument(&whole, p->s, p->now != NULL ? p->now->title : p->s->title, "naa",
	                   true, out_html(&o));
	return page_html(r, out_html(&whole));
}

/* With what this phone has answered. */
static enum outcome phone_read_mine(struct req *r, struct phone *p)
{
	enum outcome went = phone_read(r->site, r->mem, r->samling, &r->who, p);

	if (went == OUTCOME_OK && p->round != NULL)
		went = answer_mine(r, p->a, p->round, &p->d.mine);
	return went;
}

static enum outcome now_page(struct req *r)
{
	struct phone p;
	enum outcome went = phone_read_mine(r, &p);

	if (went != OUTCOME_OK)
		return went;
	p.sent = p.d.mine != NULL && !form_flag(&r->form, "endre");
	return send(r, &p);
}

static enum outcome stream_page(struct req *r)
{
	struct live_key key = { r->samling, VIEW_PHONE, (int)r->lang };

	return live_watch(r->site->live, &key, r->reply, seat_number(r)) ? OUTCOME_OK
	                                                                : OUTCOME_UNAVAILABLE;
}

static const struct field answer_fields[] = {
	FIELD_TOKEN, { "runde", FIELD_INT, .required = true, .min = 1, .max = INT64_MAX },
	{ "valg", FIELD_MANY, .max = 20 }, { "ogsaa", FIELD_MANY, .max = 20 },
	{ "v1", FIELD_TEXT, .max = 20 }, { "v2", FIELD_TEXT, .max = 20 },
	{ "v3", FIELD_TEXT, .max = 20 }, { "v4", FIELD_TEXT, .max = 20 },
	{ "v5", FIELD_TEXT, .max = 20 }, { "v6", FIELD_TEXT, .max = 20 },
	{ "v7", FIELD_TEXT, .max = 20 }, { "v8", FIELD_TEXT, .max = 20 },
	{ "tekst", FIELD_MANY, .max = 1000 }, { 0 }
};

static struct answer_form form_of(const struct req *r)
{
	const struct form_entry *some = form_entry(&r->form, "valg");
	const struct form_entry *also = form_entry(&r->form, "ogsaa");
	const struct form_entry *text = form_entry(&r->form, "tekst");
	const char **choice = arena_array(r->mem, 2 * FORM_MANY_MAX + ANSWER_GROUPS,
	                                  sizeof *choice);
	size_t n = 0;

	for (int i = 1; i <= ANSWER_GROUPS; i++) {
		const char *one = form_text(&r->form, arena_printf(r->mem, "v%d", i));

		if (*one != '\0')
			choice[n++] = one;
	}
	for (size_t i = 0; i < some->n_many; i++)
		choice[n++] = some->many[i];
	for (size_t i = 0; i < also->n_many; i++)
		choice[n++] = also->many[i];
	return (struct answer_form){ choice, n, text->many, text->n_many };
}

/* Draws the form again with what was typed and what was wrong. */
static enum outcome answer_again(struct req *r)
{
	struct answer_form *mine = arena_get(r->mem, sizeof *mine);
	struct phone p;
	enum outcome went = phone_read(r->site, r->mem, r->samling, &r->who, &p);

	if (went != OUTCOME_OK)
		return went;
	*mine = form_of(r);
	p.d.mine = mine;
	p.d.error = r->form.message;
	if (p.d.error == NULL)
		p.d.error = form_error(&r->form, "tekst");
	return send(r, &p);
}

/* What came too late is shown, and stands in no field: the one that is open now may ask
 * about something else. */
static enum outcome closed(struct req *r)
{
	struct answer_form *late = arena_get(r->mem, sizeof *late);
	struct phone p;
	enum outcome went = phone_read_mine(r, &p);

	if (went != OUTCOME_OK)
		return went;
	*late = form_of(r);
	p.sent = p.d.mine != NULL;
	p.lost = late;
	p.message = N_("Runden ble lukket før svaret kom fram, så det er ikke med.");
	r->status = 409;
	return send(r, &p);
}

static enum outcome read_activity_short(struct req *r, struct phone *p)
{
	struct activity *a = arena_get(r->mem, sizeof *a);
	enum outcome went = activity_read_short(r->store, r->mem, p->now->id, a);

	p->a = p->d.a = a;
	p->round = p->d.round = a->current;
	return went;
}

/* What it takes to store one answer and to say thank you: no agenda, no result. */
static enum outcome phone_read_short(struct req *r, struct phone *p)
{
	struct samling *s;
	enum outcome went = samling_read_short(r->store, r->mem, r->samling, &s);

	if (went != OUTCOME_OK)
		return went;
	*p = (struct phone){ .s = s, .now = samling_now(s) };
	return p->now != NULL ? read_activity_short(r, p) : OUTCOME_OK;
}

static bool asks(const struct phone *p, int64_t round)
{
	return p->round != NULL && p->round->id == round;
}

/* Or else an answer to what was left open when the programme went on. */
static enum outcome phone_read_asked(struct req *r, int64_t round, struct phone *p)
{
	enum outcome went = phone_read_short(r, p);

	if (went != OUTCOME_OK || asks(p, round))
		return went;
	went = look_for_kept(r->store, r->mem, world_wall_ms(r->world), round, p);
	return went == OUTCOME_OK && p->until > 0 ? read_activity_short(r, p) : went;
}

/* The thanks; counter and result come with the stream, drawn once for all. */
static enum outcome thank(struct req *r, struct phone *p)
{
	struct out o = out_new(r->mem, r->lang);
	enum outcome went = answer_mine(r, p->a, p->round, &p->d.mine);

	if (went != OUTCOME_OK)
		return went;
	p->sent = true;
	t_telefon_naa(&o, p);
	return page_bits(r, out_html(&o));
}

static enum outcome answer_page(struct req *r)
{
	struct answer_form form = form_of(r);
	const char *error = NULL;
	struct phone p;
	enum outcome went = phone_read_asked(r, form_int(&r->form, "runde"), &p);

	if (went != OUTCOME_OK)
		return went;
	if (!asks(&p, form_int(&r->form, "runde")))
		return closed(r);
	went = answer_put(r, p.a, p.round, &form, &error);
	if (went == OUTCOME_CONFLICT)
		return closed(r);
	if (went == OUTCOME_INVALID)
		form_reject(&r->form, NULL, error);
	if (went != OUTCOME_OK)
		return went;
	if (r->bit)
		return thank(r, &p);
	return page_redirect(r, arena_printf(r->mem, "/s/%lld", (long long)r->samling));
}

static const struct field act_fields[] = {
	FIELD_TOKEN, { "punkt", FIELD_INT, .required = true, .min = 1, .max = INT64_MAX },
	{ "handling", FIELD_TEXT, .required = true, .max = 200 },
	{ "tekst", FIELD_MANY, .max = 1000 }, { 0 }
};

/* Draws the page with what was wrong, and what was typed. */
static enum outcome act_again(struct req *r)
{
	struct answer_form *mine = arena_get(r->mem, sizeof *mine);
	struct phone p;
	enum outcome went = phone_read_mine(r, &p);

	if (went != OUTCOME_OK)
		return went;
	*mine = (struct answer_form){ .text = form_entry(&r->form, "tekst")->many,
	                              .n_text = form_entry(&r->form, "tekst")->n_many };
	p.d.mine = mine;
	p.d.error = r->form.message != NULL ? r->form.message : form_error(&r->form, "tekst");
	return send(r, &p);
}

/* The programme moved on, or somebody else was first: nothing was done, and it is said. */
static enum outcome act_late(struct req *r)
{
	struct phone p;
	enum outcome went = phone_read_mine(r, &p);

	if (went != OUTCOME_OK)
		return went;
	p.message = N_("Noe er endret siden du så siden sist. Slik står det nå.");
	r->status = 409;
	return send(r, &p);
}

static enum outcome act_page(struct req *r)
{
	const char *message = NULL;
	struct phone p;
	enum outcome went = phone_read_short(r, &p);

	if (went != OUTCOME_OK)
		return went;
	if (p.now == NULL || p.now->id != form_int(&r->form, "punkt"))
		return act_late(r);
	went = activity_act(r, p.a, RIGHT_BIT(RIGHT_PARTICIPANT), form_text(&r->form, "handling"),
	                    &message);
	if (went == OUTCOME_CONFLICT)
		return act_late(r);
	if (went == OUTCOME_INVALID)
		form_reject(&r->form, NULL, message);
	if (went != OUTCOME_OK)
		return went;
	if (!r->bit)
		return page_redirect(r, arena_printf(r->mem, "/s/%lld", (long long)r->samling));
	went = phone_read_mine(r, &p);
	return went == OUTCOME_OK ? send(r, &p) : went;
}

const struct page telefon_pages[] = {
	{ HTTP_GET,  "/",                   RIGHT_ALL,         join_page,           code_fields },
	{ HTTP_GET,  "/k/{kode}",           RIGHT_ALL,         join_page_with_code, code_fields },
	{ HTTP_POST, "/bli-med",            RIGHT_ALL,         join,   join_fields, join_page },
	{ HTTP_GET,  "/s/{samling}",        RIGHT_PARTICIPANT, now_page,            now_fields },
	{ HTTP_GET,  "/s/{samling}/strom",  RIGHT_PARTICIPANT, stream_page,         NULL },
	{ HTTP_POST, "/s/{samling}/svar",   RIGHT_PARTICIPANT, answer_page, answer_fields,
	  answer_again },
	{ HTTP_POST, "/s/{samling}/handling", RIGHT_PARTICIPANT, act_page, act_fields, act_again },
	{ HTTP_GET,  "/s/{samling}/program", RIGHT_PARTICIPANT, programme_page,     NULL },
	{ HTTP_GET,  "/s/{samling}/mer",    RIGHT_PARTICIPANT, more_page,           NULL },
	{ HTTP_POST, "/s/{samling}/rolle",  RIGHT_PARTICIPANT, role_change,         role_fields },
	{ HTTP_GET,  "/s/{samling}/meg",    RIGHT_PARTICIPANT, me_page,             NULL },
	{ HTTP_POST, "/s/{samling}/meg",    RIGHT_PARTICIPANT, me,        me_fields, me_page },
	{ HTTP_POST, "/s/{samling}/forlat", RIGHT_PARTICIPANT, leave,               leave_fields },
	{ 0 }
};
