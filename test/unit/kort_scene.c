#include "kort_scene.h"

struct day_scene d;
int64_t item;

int64_t rules_item(const char *title, const char *collect, const char *carried,
                          const char *follow)
{
	return site_item(d.t, d.samling, 1, "kjoereregler", title, 20,
	                 site_path(d.t, RULES, collect, carried, follow));
}

const char *console(void)
{
	struct answer a = site_get(&d.anna, site_path(d.t, "/samling/%lld/konsoll",
	                                               (long long)d.samling));

	assert_int_equal(a.status, 200);
	return a.body;
}

const char *phone_page(size_t i)
{
	struct answer a = site_get(&d.phone[i], site_path(d.t, "/s/%lld", (long long)d.samling));

	assert_int_equal(a.status, 200);
	return a.body;
}

int64_t card(const char *text)
{
	int64_t id = site_sql(d.t, "SELECT id FROM kort WHERE tekst = '%s' ORDER BY id DESC", text);

	if (id == 0)
		fail_msg("there is no card \"%s\"", text);
	return id;
}

int64_t a_card(const char *text)
{
	return site_sql(d.t, "INSERT INTO kort (punkt, tekst) VALUES (%lld, '%s')",
	                (long long)item, text);
}

void go_to(int64_t to)
{
	ACT("gaatil %lld", (long long)to);
}

const char *round_now(void)
{
	return site_path(d.t, "%lld", (long long)site_sql(d.t, "SELECT max(id) FROM runde"));
}

struct answer phone_sends(size_t i, const char *field, const char *one, const char *two,
                                 const char *three)
{
	return site_post(&d.phone[i], site_path(d.t, "/s/%lld/svar", (long long)d.samling),
	                 "runde", round_now(), field, one, two != NULL ? field : "x",
	                 two != NULL ? two : "", three != NULL ? field : "y",
	                 three != NULL ? three : "", NULL);
}

const char *num(int64_t n)
{
	return site_path(d.t, "%lld", (long long)n);
}

int open_scene(void **state)
{
	(void)state;
	d = day_open();
	return 0;
}

int close_scene(void **state)
{
	(void)state;
	site_close(d.t);
	return 0;
}

void the_hall_writes(void)
{
	item = rules_item("Våre kjøreregler", "true", "true", "false");
	go_to(item);
	lead(&d, "neste");
	assert_int_equal(phone_sends(0, "tekst", "Vis respekt", "Møt forberedt", NULL).status, 303);
	assert_int_equal(phone_sends(1, "tekst", "Respekter hverandre", NULL, NULL).status, 303);
	assert_int_equal(phone_sends(2, "tekst", "Sakspapirer i god tid", NULL, NULL).status, 303);
	assert_int_equal(phone_sends(3, "tekst", "Ikke gå på person", NULL, NULL).status, 303);
	assert_int_equal(phone_sends(4, "tekst", "Vis respekt", NULL, NULL).status, 303);
	lead(&d, "neste");
	lead(&d, "neste");
}
