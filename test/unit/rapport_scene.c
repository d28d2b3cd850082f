#include "rapport_scene.h"

#include "app/aktivitet/aktivitet.h"
#include "app/jobb/jobb.h"
#include "app/rapport/rapport.h"
#include "app/telefon/telefon.h"
#include "web/page.h"

/* What a leader does on the console, through the same doors. */
static const struct field scene_fields[] = {
	FIELD_TOKEN, { "punkt", FIELD_INT, .required = true, .max = INT64_MAX },
	{ "gjoer", FIELD_TEXT, .required = true }, { "del", FIELD_INT, .max = 9 },
	{ "tekst", FIELD_TEXT }, { 0 }
};

static int times_asked(const struct activity *a, size_t stage)
{
	int n = 0;

	for (size_t i = 0; i < a->n_round; i++)
		n += a->round[i].stage == stage;
	return n;
}

static enum outcome scene_page(struct req *r)
{
	const char *act = form_text(&r->form, "gjoer"), *text = form_text(&r->form, "tekst");
	size_t stage = (size_t)form_int(&r->form, "del");
	enum outcome went = OUTCOME_INVALID;
	struct activity a;

	assert_int_equal(activity_read(r->store, r->mem, form_int(&r->form, "punkt"), &a),
	                 OUTCOME_OK);
	if (strcmp(act, "aapne") == 0)
		went = round_open(r, &a, stage, times_asked(&a, stage) + 1);
	else if (strcmp(act, "lukk") == 0)
		went = round_close(r, &a, a.current->id);
	else if (strcmp(act, "vis") == 0)
		went = round_show(r, &a, a.current->id, true);
	else if (strcmp(act, "hender") == 0)
		went = answer_hands(r, &a, a.current->id, text, 3);
	else if (strcmp(act, "skjul") == 0)
		went = text_judge(r, &a, text, VERDICT_HIDDEN);
	else if (strcmp(act, "slipp") == 0)
		went = text_judge(r, &a, text, VERDICT_APPROVED);
	assert_int_equal(went, OUTCOME_OK);
	return page_redirect(r, "/");
}

static const struct page scene_pages[] = {
	{ HTTP_POST, "/samling/{samling}/scene", RIGHT_LEADER, scene_page, scene_fields },
	{ 0 }
};

static const struct page *const tables[] = { rapport_pages, jobb_pages, telefon_pages,
                                              scene_pages, NULL };

struct scene scene_open(void)
{
	struct scene s = { .t = site_open(tables) };

	s.samling = site_samling(s.t, LILLEVIK, PHASE_LIVE);
	s.leader = site_veileder(s.t, s.samling);
	s.contact = site_kontakt(s.t, LILLEVIK);
	s.phone = site_participant(s.t, s.samling, ROLE_FOLKEVALGT);
	return s;
}

void act(struct scene *s, int64_t item, const char *what, int stage, const char *text)
{
	struct answer a = site_post(&s->leader, site_path(s->t, "/samling/%lld/scene",
	                            (long long)s->samling),
	                            "punkt", site_path(s->t, "%lld", (long long)item),
	                            "gjoer", what, "del", site_path(s->t, "%d", stage),
	                            "tekst", text, NULL);

	assert_int_equal(a.status, 303);
}

void go(struct scene *s, int64_t item)
{
	site_sql(s->t, "UPDATE samling SET naa = %lld WHERE id = %lld", (long long)item,
	         (long long)s->samling);
}

void answers(struct scene *s, struct browser *b, const char *field, const char *value)
{
	struct answer a = site_post(b, site_path(s->t, "/s/%lld/svar", (long long)s->samling),
	                            "runde", site_path(s->t, "%lld",
	                            (long long)site_sql(s->t, "SELECT max(id) FROM runde")),
	                            field, value, NULL);

	assert_int_equal(a.status, 303);
}

void ask(struct scene *s, int64_t item, const char *field, const char *value, int n)
{
	go(s, item);
	act(s, item, "aapne", 0, "");
	for (int i = 0; i < n; i++) {
		struct browser b = site_participant(s->t, s->samling, ROLE_FOLKEVALGT);

		answers(s, &b, field, value);
	}
}

int64_t question(struct scene *s, const char *title, const char *first, const char *second)
{
	return site_item(s->t, s->samling, 1, "flervalg", title, 15,
	                 site_path(s->t, CHOICES, "Hva mener du?", first, second));
}

void evaluated(struct scene *s)
{
	int64_t item = site_item(s->t, s->samling, 1, "evaluering", "Evaluering", 5, "{}");
	int64_t round = site_sql(s->t, "INSERT INTO runde (punkt, fase, vist, antall) "
	                         "VALUES (%lld, 2, 0, 6)", (long long)item);

	for (int i = 0; i < 6; i++)
		site_sql(s->t, "INSERT INTO svar (runde, noekkel, verdi) VALUES (%lld, "
		         "randomblob(16), '1=5' || char(10) || '" SECRET_PRAISE "')",
		         (long long)round);
}

static int64_t begun(struct scene *s, const char *kind, const char *title, const char *config)
{
	int64_t item = site_item(s->t, s->samling, 1, kind, title, 10, config);

	site_sql(s->t, "UPDATE punkt SET startet = 1, avsluttet = 2 WHERE id = %lld",
	         (long long)item);
	return item;
}

void worked(struct scene *s)
{
	int64_t item = begun(s, "gruppearbeid", "Gruppene", "{\"oppgave\": \"Tenk.\"}"), first;

	site_sql(s->t, "INSERT INTO gruppedeling (punkt, fro, vist) VALUES (%lld, 1, 1)",
	         (long long)item);
	for (int nr = 1; nr <= 2; nr++)
		site_sql(s->t, "INSERT INTO gruppe (punkt, nr) VALUES (%lld, %d)",
		         (long long)item, nr);
	site_sql(s->t, "INSERT INTO kort (punkt, tekst, gruppe, felt) "
	         "VALUES (%lld, 'Bad for alle', 2, 0)", (long long)item);
	item = begun(s, "kjoereregler", "Reglene", "{\"spoersmaal\": \"Hvilke?\"}");
	first = site_sql(s->t, "INSERT INTO kort (punkt, tekst, status) "
	                 "VALUES (%lld, 'Vi lytter', 2)", (long long)item);
	site_sql(s->t, "INSERT INTO kort (punkt, tekst, hode, trinn) "
	         "VALUES (%lld, 'Vi lyttar', %lld, 1)", (long long)item, (long long)first);
	site_sql(s->t, "INSERT INTO kort (punkt, tekst) VALUES (%lld, 'Vi er korte')",
	         (long long)item);
	item = begun(s, "talerliste", "Ordet fritt", "{}");
	site_sql(s->t, "INSERT INTO talersum (punkt, rolle, antall, replikker, personer, brukt) "
	         "VALUES (%lld, 0, 4, 1, 3, 90000)", (long long)item);
}

const char *report(struct scene *s, struct browser *b, const char *ending)
{
	struct answer a = site_get(b, site_path(s->t, "/samling/%lld/rapport%s",
	                                        (long long)s->samling, ending));

	assert_int_equal(a.status, 200);
	return a.body;
}

void release(struct scene *s, const char *wanted)
{
	struct answer a = site_post(&s->leader, site_path(s->t, "/samling/%lld/rapport/frigi",
	                            (long long)s->samling), "frigi", wanted, NULL);

	assert_int_equal(a.status, 303);
}

const char *hall(struct scene *s)
{
	struct answer a;

	if (site_sql(s->t, "SELECT frigitt FROM samling WHERE id = %lld",
	             (long long)s->samling) == 0)
		release(s, "1");
	a = site_get(&s->phone, site_path(s->t, "/s/%lld/rapport", (long long)s->samling));
	assert_int_equal(a.status, 200);
	return a.body;
}
