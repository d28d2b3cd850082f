#include "gruppe_scene.h"

#include "app/aktivitet/aktivitet.h"
#include "app/lerret/lerret.h"
#include "app/sider.h"

struct hall h;

const char *config_of(const char *more)
{
	return site_path(h.t, "{\"oppgave\":\"Hva er viktigst?\",\"oppgave_adm\":\"Hva kan vi "
		"hjelpe med?\",\"antall\":9,\"stoerrelse\":4,\"alene\":2,\"runde\":8,\"enighet\":5,"
		"\"plenum\":2,\"punkter\":3,\"tegn\":140,\"yngst_leder\":true%s}", more);
}

int64_t add_name(const char *name, int nr)
{
	static const char *const party[] = { "Ap", "H", "Sp", "SV" };
	bool elected = nr < COUNCILLORS;

	return site_sql(h.t, "INSERT INTO navneliste (samling, navn, parti, rolle, kjoenn, "
	                "foedt, frammoete) VALUES (%d, '%s', '%s', %d, '%s', %d, 1)", (int)h.s,
	                name, elected ? party[nr % 4] : "", !elected, nr % 2 ? "M" : "K",
	                1950 + nr);
}

/* A phone that says the name. */
struct browser phone_of(int64_t name)
{
	struct browser b = site_participant(h.t, h.s, ROLE_FOLKEVALGT);

	site_sql(h.t, "UPDATE deltaker SET navn = %d WHERE navn IS NULL", (int)name);
	return b;
}

int hall_open(void **state)
{
	(void)state;
	h = (struct hall){ .t = site_open(all_pages) };
	h.s = site_samling(h.t, "9999", PHASE_LIVE);
	for (int i = 0; i < 3; i++)
		h.work[i] = site_item(h.t, h.s, 1, "gruppearbeid",
		                      site_path(h.t, "Arbeid %d", i + 1), 30,
		                      config_of(",\"hver_for_seg\":false"));
	for (int i = 0; i < PEOPLE; i++)
		h.name[i] = add_name(i == KARI ? "Kari Nes" : i == OLA ? "Ola Li" :
		                     site_path(h.t, "Navn %02d", i), i);
	site_sql(h.t, "UPDATE punkt SET nivaa = 1");
	site_sql(h.t, "UPDATE samling SET naa = %d WHERE id = %d", (int)h.work[0], (int)h.s);
	h.anna = site_veileder(h.t, h.s);
	h.bo = site_console(h.t, h.s);
	h.kari = phone_of(h.name[KARI]);
	return 0;
}

int hall_close(void **state)
{
	(void)state;
	site_close(h.t);
	return 0;
}

/* ---- what people do ---- */

struct answer press_as(struct browser *who, int64_t item, int64_t step, const char *act)
{
	return site_post(who, site_path(h.t, "/samling/%d/styr", (int)h.s), "handling", act,
	                 "sett", site_path(h.t, "%d", (int)item), "runde", "0", "fase",
	                 site_path(h.t, "%d", (int)step * SEEN__MAX), "tekst", "", NULL);
}

int64_t step_of(int64_t item)
{
	return site_sql(h.t, "SELECT fase FROM punktfase WHERE punkt = %d", (int)item);
}

void lead(int64_t item, const char *act)
{
	struct answer a = press_as(&h.anna, item, step_of(item), act);

	if (a.status != 303 || strstr(a.to, "sen") != NULL)
		fail_msg("%s: %d %s\n%s", act, a.status, a.to, a.body);
}

void go_to(int64_t item)
{
	site_sql(h.t, "UPDATE samling SET naa = %d WHERE id = %d", (int)item, (int)h.s);
}

void next(int times)
{
	int64_t now = site_sql(h.t, "SELECT naa FROM samling WHERE id = %d", (int)h.s);

	while (times-- > 0)
		lead(now, "neste");
}

struct answer does_to(struct browser *who, int64_t item, const char *act,
                             const char *one, const char *two)
{
	return site_post(who, site_path(h.t, "/s/%d/handling", (int)h.s), "punkt",
	                 site_path(h.t, "%d", (int)item), "handling", act, "tekst", one,
	                 "tekst", two, NULL);
}

struct answer does(struct browser *who, const char *act, const char *one,
                          const char *two)
{
	return does_to(who, h.work[0], act, one, two);
}

const char *sees(struct browser *who)
{
	struct answer a = site_get(who, site_path(h.t, "/s/%d", (int)h.s));

	assert_int_equal(a.status, 200);
	return a.body;
}

const char *wall(void)
{
	return site_wall(h.t, h.s);
}

int64_t group_of(int64_t item, int64_t name)
{
	return site_sql(h.t, "SELECT gruppe FROM gruppeplass WHERE punkt = %d AND navn = %d",
	                (int)item, (int)name);
}

/* Everybody's group, as one text to compare. */
const char *places(int64_t item)
{
	return site_sql_text(h.t, "SELECT group_concat(navn || ':' || gruppe) FROM (SELECT navn, "
	                     "gruppe FROM gruppeplass WHERE punkt = %d ORDER BY navn)", (int)item);
}

const char *seed_of(int64_t item)
{
	return site_sql_text(h.t, "SELECT fro FROM gruppedeling WHERE punkt = %d", (int)item);
}

const char *console(void)
{
	return site_get(&h.anna, site_path(h.t, "/samling/%d/konsoll", (int)h.s)).body;
}

const char *group_page(int64_t item, const char *rest)
{
	return site_path(h.t, "/samling/%d/grupper/%d%s", (int)h.s, (int)item, rest);
}
