/* Files of the report: who may order them, what the page says of them, and that what was
 * hidden since is never given to the hall. */
#include "rapport_scene.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/jobb/jobb.h"

static const char *files(struct scene *s, struct browser *b)
{
	struct answer a = site_get(b, site_path(s->t, "/samling/%lld/rapport/filer",
	                                        (long long)s->samling));

	assert_int_equal(a.status, 200);
	return a.body;
}

static int order(struct scene *s, struct browser *b, const char *kind)
{
	return site_post(b, site_path(s->t, "/samling/%lld/rapport/lag", (long long)s->samling),
	                 "slag", kind, NULL).status;
}

static struct answer fetch(struct scene *s, struct browser *b, const char *kind)
{
	return site_get(b, site_path(s->t, "/samling/%lld/rapport/fil/%s",
	                             (long long)s->samling, kind));
}

/* What samling-jobb leaves in the folder for the newest order. */
static void leave(struct scene *s, const char *ending, const char *text)
{
	const char *file = site_sql_text(s->t, "SELECT fil FROM jobb ORDER BY id DESC LIMIT 1");
	FILE *f;

	mkdir(site_path(s->t, "%s/" JOB_FOLDER, s->t->dir), 0700);
	f = fopen(job_path(s->t->mem, s->t->dir, file, ending), "w");
	assert_non_null(f);
	fputs(text, f);
	fclose(f);
}

static void an_order_waits_is_made_and_is_fetched(void **state)
{
	struct scene s = scene_open();
	struct answer a;

	(void)state;
	assert_silent(files(&s, &s.leader), "Bestilt");
	assert_int_equal(order(&s, &s.leader, "pdf"), 303);
	a = site_get(&s.leader, site_path(s.t, "/samling/%lld/rapport/filer",
	                                  (long long)s.samling));
	assert_says(a.body, "Bestilt. Den blir laget om et øyeblikk.");
	assert_string_equal(site_header(&a, "Refresh"), "3");
	assert_int_equal(fetch(&s, &s.leader, "pdf").status, 303);
	leave(&s, "forsoek", "1");
	assert_says(files(&s, &s.leader), "Den blir laget nå.");
	leave(&s, "pdf", "%PDF-1.5 prøve");
	assert_says(files(&s, &s.leader), "Last ned");
	a = fetch(&s, &s.contact, "pdf");
	assert_int_equal(a.status, 200);
	assert_string_equal(a.body, "%PDF-1.5 prøve");
	assert_string_equal(site_header(&a, "Content-Type"), "application/pdf");
	site_close(s.t);
}

static void a_second_press_while_it_is_made_orders_nothing_more(void **state)
{
	struct scene s = scene_open();
	const char *first;

	(void)state;
	order(&s, &s.leader, "pdf");
	first = site_sql_text(s.t, "SELECT fil FROM jobb");
	order(&s, &s.leader, "pdf");
	assert_string_equal(site_sql_text(s.t, "SELECT fil FROM jobb"), first);
	leave(&s, "pdf", "x");
	order(&s, &s.leader, "pdf");
	assert_int_equal(site_sql(s.t, "SELECT count(*) FROM jobb"), 1);
	assert_string_not_equal(site_sql_text(s.t, "SELECT fil FROM jobb"), first);
	site_close(s.t);
}

static void what_cannot_be_made_is_said_calmly(void **state)
{
	struct scene s = scene_open();

	(void)state;
	order(&s, &s.leader, "pdf");
	leave(&s, "feil", "");
	assert_says(files(&s, &s.leader), "selv etter to forsøk. Ingenting er gått tapt.");
	assert_int_equal(fetch(&s, &s.leader, "pdf").status, 303);
	assert_int_equal(order(&s, &s.leader, "pdf"), 303);
	assert_says(files(&s, &s.leader), "Bestilt.");
	site_close(s.t);
}

static void an_old_file_says_so_and_is_gone_after_a_week(void **state)
{
	struct scene s = scene_open();

	(void)state;
	order(&s, &s.leader, "pdf");
	leave(&s, "pdf", "x");
	assert_silent(files(&s, &s.leader), "Samlingen er endret siden.");
	site_sql(s.t, "UPDATE samling SET versjon = versjon + 1");
	assert_says(files(&s, &s.leader), "Samlingen er endret siden.");
	site_sql(s.t, "UPDATE jobb SET bestilt = bestilt - %lld", (long long)JOB_KEPT + 1);
	assert_int_equal(fetch(&s, &s.leader, "pdf").status, 303);
	assert_silent(files(&s, &s.leader), "Last ned");
	site_close(s.t);
}

static void only_a_leader_with_a_login_may_have_the_archive(void **state)
{
	struct scene s = scene_open();
	struct browser console = site_console(s.t, s.samling);

	(void)state;
	assert_int_equal(order(&s, &s.contact, "arkiv"), 403);
	assert_int_equal(order(&s, &console, "arkiv"), 403);
	assert_int_equal(fetch(&s, &console, "arkiv").status, 403);
	assert_silent(files(&s, &console), "Arkivfil");
	assert_int_equal(order(&s, &s.leader, "arkiv"), 303);
	assert_int_equal(order(&s, &s.leader, "finnes-ikke"), 404);
	site_close(s.t);
}

static void the_contact_may_have_every_file_but_the_leaders_own(void **state)
{
	struct scene s = scene_open();

	(void)state;
	for (const struct job *j = job_table; j->name != NULL; j++) {
		bool own = strcmp(j->name, "arkiv") == 0 || strcmp(j->name, "evaluering") == 0;

		assert_int_equal(order(&s, &s.contact, j->name), own ? 403 : 303);
		assert_int_equal(order(&s, &s.leader, j->name), 303);
		leave(&s, j->ending, "fil");
		assert_int_equal(fetch(&s, &s.leader, j->name).status, 200);
		assert_int_equal(fetch(&s, &s.contact, j->name).status, own ? 403 : 200);
		assert_int_equal(strstr(files(&s, &s.contact), j->label) == NULL, own);
	}
	site_close(s.t);
}

static void releasing_the_report_orders_the_participants_file(void **state)
{
	struct scene s = scene_open();
	const char *pdf = site_path(s.t, "/s/%lld/rapport.pdf", (long long)s.samling);

	(void)state;
	assert_int_equal(site_get(&s.phone, pdf).status, 303);
	release(&s, "1");
	assert_string_equal(site_sql_text(s.t, "SELECT slag FROM jobb"), "pdf-deltakere");
	assert_silent(hall(&s), "rapport.pdf");
	leave(&s, "pdf", "%PDF");
	assert_says(hall(&s), "rapport.pdf");
	assert_int_equal(site_get(&s.phone, pdf).status, 200);
	site_close(s.t);
}

/* The file may hold a text that was hidden a moment ago. */
static void the_hall_gets_no_file_that_is_older_than_the_samling(void **state)
{
	struct scene s = scene_open();
	const char *pdf = site_path(s.t, "/s/%lld/rapport.pdf", (long long)s.samling);

	(void)state;
	release(&s, "1");
	leave(&s, "pdf", "%PDF");
	site_sql(s.t, "UPDATE samling SET versjon = versjon + 1");
	assert_int_equal(site_get(&s.phone, pdf).status, 303);
	assert_silent(hall(&s), "rapport.pdf");
	site_sql(s.t, "UPDATE samling SET versjon = versjon - 1");
	release(&s, "0");
	assert_int_equal(site_get(&s.phone, pdf).status, 303);
	site_close(s.t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_order_waits_is_made_and_is_fetched),
		cmocka_unit_test(a_second_press_while_it_is_made_orders_nothing_more),
		cmocka_unit_test(what_cannot_be_made_is_said_calmly),
		cmocka_unit_test(an_old_file_says_so_and_is_gone_after_a_week),
		cmocka_unit_test(only_a_leader_with_a_login_may_have_the_archive),
		cmocka_unit_test(the_contact_may_have_every_file_but_the_leaders_own),
		cmocka_unit_test(releasing_the_report_orders_the_participants_file),
		cmocka_unit_test(the_hall_gets_no_file_that_is_older_than_the_samling),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
