#include "taler_scene.h"

#include "app/lerret/lerret.h"
#include "lib/buf.h"

static int64_t named(struct hall *h, const char *name, const char *party, enum role role)
{
	return site_sql(h->d.t, "INSERT INTO navneliste (samling, navn, parti, rolle, frammoete) "
	                "VALUES (%lld, '%s', '%s', %d, 1)", (long long)h->d.samling, name, party,
	                role);
}

void hall_says(struct hall *h, struct browser *b, int64_t name)
{
	assert_int_equal(site_post(b, site_path(h->d.t, "/s/%lld/meg", (long long)h->d.samling),
	                           "navn", site_path(h->d.t, "%lld", (long long)name),
	                           NULL).status, 303);
}

static struct browser phone_of(struct hall *h, int64_t name, enum role role)
{
	struct browser b = site_participant(h->d.t, h->d.samling, role);

	hall_says(h, &b, name);
	return b;
}

struct hall hall_open(const char *config)
{
	struct hall h = { .d = day_open() };

	h.round = site_item(h.d.t, h.d.samling, 1, "presentasjonsrunde", "Hvem er vi?", 45,
	                    "{\"tekst\":\"Navn og parti\",\"tekst_adm\":\"Navn og stilling\","
	                    "\"sekunder\":60,\"partivis\":true,\"lyd\":false}");
	h.list = site_item(h.d.t, h.d.samling, 1, "talerliste", "Ordet er fritt", 30, config);
	h.mayor_id = named(&h, "Ada Ordfører", "SP", ROLE_FOLKEVALGT);
	h.per_id = named(&h, "Per Hansen", "H", ROLE_FOLKEVALGT);
	h.kari_id = named(&h, "Kari Nordmann", "AP", ROLE_FOLKEVALGT);
	h.director_id = named(&h, "Dag Direktør", "", ROLE_ADMINISTRASJON);
	h.mayor = phone_of(&h, h.mayor_id, ROLE_FOLKEVALGT);
	h.per = phone_of(&h, h.per_id, ROLE_FOLKEVALGT);
	h.kari = phone_of(&h, h.kari_id, ROLE_FOLKEVALGT);
	h.director = phone_of(&h, h.director_id, ROLE_ADMINISTRASJON);
	h.nameless = site_participant(h.d.t, h.d.samling, ROLE_FOLKEVALGT);
	return h;
}

void hall_close(struct hall *h)
{
	site_close(h->d.t);
}

void hall_goes_to(struct hall *h, int64_t item)
{
	lead(&h->d, site_path(h->d.t, "gaatil %lld", (long long)item));
}

void hall_next(struct hall *h)
{
	lead(&h->d, "neste");
}

void hall_lead(struct hall *h, const char *act)
{
	lead(&h->d, act);
}

struct answer hall_type(struct hall *h, const char *act, const char *text)
{
	struct moment m = moment_now(&h->d);

	return site_post(&h->d.anna, site_path(h->d.t, "/samling/%lld/styr",
	                 (long long)h->d.samling), "handling", act, "sett", m.sett, "tekst", text,
	                 NULL);
}

struct answer hall_phone(struct hall *h, struct browser *b, const char *act, const char *text)
{
	const char *item = site_sql_text(h->d.t, "SELECT naa FROM samling WHERE id = %lld",
	                                 (long long)h->d.samling);

	return site_post(b, site_path(h->d.t, "/s/%lld/handling", (long long)h->d.samling),
	                 "punkt", item, "handling", act, "tekst", text != NULL ? text : "", NULL);
}

void hall_asks(struct hall *h, struct browser *b, const char *act)
{
	assert_int_equal(hall_phone(h, b, act, NULL).status, 303);
}

const char *phone_page_of(struct hall *h, struct browser *b)
{
	struct answer a = site_get(b, site_path(h->d.t, "/s/%lld", (long long)h->d.samling));

	assert_int_equal(a.status, 200);
	return a.body;
}

const char *console_of(struct hall *h)
{
	struct answer a = site_get(&h->d.anna, site_path(h->d.t, "/samling/%lld/konsoll",
	                                                 (long long)h->d.samling));

	assert_int_equal(a.status, 200);
	return a.body;
}

#define WITH_NAME "SELECT t.id, coalesce(n.navn, t.tekst) AS sagt, t.* FROM taler t " \
	"LEFT JOIN navneliste n ON n.id = t.navn"

int64_t place_of(struct hall *h, const char *said)
{
	return site_sql(h->d.t, "SELECT max(id) FROM (" WITH_NAME ") WHERE sagt = '%s'", said);
}

const char *queue_of(struct hall *h)
{
	return site_sql_text(h->d.t, "SELECT coalesce(group_concat(sagt, ', '), '') FROM (SELECT "
	                     "sagt FROM (" WITH_NAME ") WHERE fase = 0 ORDER BY CASE slag WHEN 3 "
	                     "THEN 0 WHEN 0 THEN 2 ELSE 1 END, plass, id)");
}

const char *speaker_of(struct hall *h)
{
	return site_sql_text(h->d.t, "SELECT sagt FROM (" WITH_NAME ") WHERE fase = 1");
}
