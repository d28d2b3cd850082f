/* A word cloud that knows Norwegian: a hall writes, a leader puts the words in order. */
#include "konsoll_scene.h"

static const char *console(struct day_scene *d)
{
	struct answer a = site_get(&d->anna, site_path(d->t, "/samling/%lld/konsoll",
	                                               (long long)d->samling));

	assert_int_equal(a.status, 200);
	return a.body;
}

/* The cloud is open, and what is written is seen at once. */
static struct day_scene cloud_open(void)
{
	struct day_scene d = day_open();

	site_sql(d.t, "UPDATE punkt SET hold = 0, vis = %d, nivaa = %d WHERE id = %lld",
	         SHOW_LIVE, LEVEL_OPEN,
	         (long long)d.words);
	lead(&d, site_path(d.t, "gaatil %lld", (long long)d.words));
	lead(&d, "neste");
	return d;
}

static void writes(struct day_scene *d, size_t phone, const char *text)
{
	const char *round = site_path(d->t, "%lld", (long long)site_sql(d->t,
	                              "SELECT max(id) FROM runde"));

	assert_int_equal(site_post(&d->phone[phone], site_path(d->t, "/s/%lld/svar",
	                 (long long)d->samling), "runde", round, "tekst", text, NULL).status, 303);
}

static void hall_writes(struct day_scene *d, const char *const text[HALL])
{
	for (size_t i = 0; i < HALL; i++)
		if (text[i] != NULL)
			writes(d, i, text[i]);
}

/* The value of the button that says so to a person who hears the page. */
static const char *button(struct day_scene *d, const char *said)
{
	const char *body = console(d), *at = strstr(body, said);

	if (at == NULL)
		fail_msg("no button %s in:\n%s", said, body);
	while (strncmp(at, "value=\"", strlen("value=\"")) != 0)
		at--;
	at += strlen("value=\"");
	return arena_strndup(d->t->mem, at, strcspn(at, "\""));
}

#define YES "Ja, slå sammen «kultur» og «kulturtilbud»"
#define NO "Nei, «kultur» og «kulturtilbud» er ulike"

static const char *page(struct day_scene *d)
{
	return site_path(d->t, "/samling/%lld/ord/%lld", (long long)d->samling,
	                 (long long)d->words);
}

static const char *words(struct day_scene *d)
{
	struct answer a = site_get(&d->anna, page(d));

	assert_int_equal(a.status, 200);
	return a.body;
}

/* Anna's own hand on the page of the words. */
static int act(struct day_scene *d, const char *handling, const char *word, const char *field,
               const char *value)
{
	return site_post(&d->anna, page(d), "handling", handling, "ord", word, field, value,
	                 NULL).status;
}

static void on_the_wall(struct day_scene *d, const char *word)
{
	assert_in(wall_page_of(d), site_path(d->t, ">%s</text>", word));
	assert_in(wall_stream_of(d), site_path(d->t, ">%s</text>", word));
}

static void not_on_the_wall(struct day_scene *d, const char *word)
{
	assert_out(wall_page_of(d), site_path(d->t, ">%s</text>", word));
	assert_out(wall_stream_of(d), site_path(d->t, ">%s</text>", word));
}

static const char *const school[HALL] = {
	"skole", "skole", "skular", "Skolen", "kultur", "kultur", "kulturtilbud", "barneskole",
};

static void inflections_are_one_word_on_the_wall(void **state)
{
	struct day_scene d = cloud_open();

	(void)state;
	hall_writes(&d, school);
	on_the_wall(&d, "skole");
	not_on_the_wall(&d, "skular");
	not_on_the_wall(&d, "Skolen");
	on_the_wall(&d, "barneskole");
	on_the_wall(&d, "kulturtilbud");
	assert_in(wall_page_of(&d), "skole (4), kultur (2)");
	assert_in(words(&d), "skular");
	assert_int_equal(site_sql(d.t, "SELECT count(*) FROM svar WHERE verdi = 'skular'"), 1);
	site_close(d.t);
}

static void a_suggestion_is_one_tap_and_the_municipality_remembers_it(void **state)
{
	struct day_scene d = cloud_open();

	(void)state;
	hall_writes(&d, school);
	assert_in(console(&d), "Slå sammen?");
	lead(&d, button(&d, YES));
	not_on_the_wall(&d, "kulturtilbud");
	assert_in(wall_page_of(&d), "skole (4), kultur (3)");
	assert_out(console(&d), YES);
	writes(&d, 7, "kulturtilbod");
	assert_in(wall_page_of(&d), "kultur (4)");
	assert_int_equal(site_sql(d.t, "SELECT count(*) FROM ordpar WHERE kommune = '9999' "
	                          "AND a = 'kultur' AND b = 'kulturtilbud' AND samme = 1"), 1);
	lead(&d, "ord_angre");
	on_the_wall(&d, "kulturtilbud");
	assert_int_equal(site_sql(d.t, "SELECT count(*) FROM ordpar"), 0);
	assert_int_equal(site_sql(d.t, "SELECT count(*) FROM ordvalg"), 0);
	site_close(d.t);
}

/* Another samling with the same cloud, led by Anna. */
static void go_to_another(struct day_scene *d, const char *municipality)
{
	d->samling = site_samling(d->t, municipality, PHASE_READY);
	d->words = site_item(d->t, d->samling, 1, "ordsky", "Ordskyen", 20,
	                     "{\"spoersmaal\":\"Hva håper du på?\",\"ord\":3}");
	site_sql(d->t, "UPDATE punkt SET vis = %d, nivaa = %d WHERE id = %lld", SHOW_LIVE,
	         LEVEL_OPEN,
	         (long long)d->words);
	d->anna = site_veileder(d->t, d->samling);
	d->wall = site_link(d->t, d->samling, LINK_WALL);
	for (size_t i = 0; i < HALL; i++)
		d->phone[i] = site_participant(d->t, d->samling, ROLE_FOLKEVALGT);
	lead(d, "neste");
	lead(d, "neste");
	hall_writes(d, school);
}

static void what_one_municipality_said_is_not_anothers(void **state)
{
	struct day_scene d = cloud_open();

	(void)state;
	hall_writes(&d, school);
	lead(&d, button(&d, YES));
	go_to_another(&d, "3101");
	on_the_wall(&d, "kulturtilbud");
	assert_in(console(&d), YES);
	lead(&d, button(&d, NO));
	assert_out(console(&d), NO);
	go_to_another(&d, "9999");
	not_on_the_wall(&d, "kulturtilbud");
	assert_in(wall_page_of(&d), "kultur (3)");
	go_to_another(&d, "3101");
	on_the_wall(&d, "kulturtilbud");
	assert_out(console(&d), YES);
	site_close(d.t);
}

static void a_hidden_word_does_not_come_back_in_another_spelling(void **state)
{
	struct day_scene d = cloud_open();

	(void)state;
	writes(&d, 0, "tullete forslag");
	writes(&d, 1, "skular");
	lead(&d, "tekst_skjul skole");
	not_on_the_wall(&d, "skular");
	hall_writes(&d, school);
	not_on_the_wall(&d, "skole");
	not_on_the_wall(&d, "skular");
	on_the_wall(&d, "kultur");
	lead(&d, "neste");
	not_on_the_wall(&d, "skole");
	lead(&d, "tekst_vis skole");
	on_the_wall(&d, "skole");
	site_close(d.t);
}

static void what_is_merged_with_a_hidden_word_is_hidden_and_stays_so_apart(void **state)
{
	struct day_scene d = cloud_open();

	(void)state;
	hall_writes(&d, school);
	assert_int_equal(act(&d, "skjul", "kulturtilbud", NULL, NULL), 303);
	assert_int_equal(act(&d, "sammen", "kulturtilbud", "med", "kultur"), 303);
	not_on_the_wall(&d, "kultur");
	assert_int_equal(act(&d, "skill kulturtilbud", "kultur", NULL, NULL), 303);
	assert_int_equal(act(&d, "vis", "kultur", NULL, NULL), 303);
	on_the_wall(&d, "kultur");
	not_on_the_wall(&d, "kulturtilbud");
	writes(&d, 0, "kulturtilbod");
	not_on_the_wall(&d, "kulturtilbod");
	site_close(d.t);
}

static void words_are_merged_renamed_and_split_by_hand(void **state)
{
	struct day_scene d = cloud_open();

	(void)state;
	hall_writes(&d, school);
	assert_int_equal(act(&d, "sammen", "barneskole", "med", "skole"), 303);
	assert_in(wall_page_of(&d), "skole (5)");
	assert_int_equal(site_sql(d.t, "SELECT count(*) FROM ordpar"), 0);
	assert_int_equal(act(&d, "navn", "skole", "tekst", "Skolene våre"), 303);
	on_the_wall(&d, "Skolene våre");
	assert_int_equal(act(&d, "navn", "skole", "tekst", "Kultur"), 422);
	on_the_wall(&d, "Skolene våre");
	assert_int_equal(act(&d, "skill barneskole", "skole", NULL, NULL), 303);
	on_the_wall(&d, "barneskole");
	assert_int_equal(act(&d, "skill skular", "skole", NULL, NULL), 303);
	on_the_wall(&d, "skular");
	assert_in(wall_page_of(&d), "Skolene våre (3)");
	assert_int_equal(act(&d, "ord_angre", "", NULL, NULL), 303);
	not_on_the_wall(&d, "skular");
	assert_int_equal(act(&d, "navn", "skole", "tekst", ""), 303);
	on_the_wall(&d, "skole");
	for (int i = 0; i < 4; i++)
		assert_int_equal(act(&d, "ord_angre", "", NULL, NULL), 303);
	assert_in(wall_page_of(&d), "skole (4)");
	assert_int_equal(act(&d, "ord_angre", "", NULL, NULL), 422);
	assert_int_equal(site_sql(d.t, "SELECT count(*) FROM ordangre"), 0);
	site_close(d.t);
}

static void a_chain_of_merges_is_one_word(void **state)
{
	struct day_scene d = cloud_open();

	(void)state;
	hall_writes(&d, school);
	assert_int_equal(act(&d, "sammen", "barneskole", "med", "kulturtilbud"), 303);
	assert_int_equal(act(&d, "sammen", "kulturtilbud", "med", "skole"), 303);
	assert_in(wall_page_of(&d), "skole (6), kultur (2)");
	assert_int_equal(act(&d, "sammen", "skole", "med", "barneskole"), 422);
	assert_int_equal(act(&d, "sammen", "skole", "med", "skole"), 422);
	assert_int_equal(act(&d, "sammen", "skole", "med", ""), 422);
	site_close(d.t);
}

static void of_two_leaders_the_second_is_told(void **state)
{
	struct day_scene d = cloud_open();
	struct moment seen;
	const char *yes;
	struct answer a;

	(void)state;
	hall_writes(&d, school);
	seen = moment_now(&d);
	yes = button(&d, YES);
	lead(&d, yes);
	a = press(&d, &d.bo, seen, yes);
	assert_int_equal(a.status, 422);
	assert_in(a.body, "Noen var før deg: Ordene er endret.");
	assert_in(wall_page_of(&d), "kultur (3)");
	site_close(d.t);
}

static void a_merge_by_hand_is_remembered_when_asked(void **state)
{
	struct day_scene d = cloud_open();

	(void)state;
	hall_writes(&d, school);
	assert_int_equal(site_post(&d.anna, page(&d), "handling", "sammen", "ord", "barneskole",
	                 "med", "skole", "husk", "1", NULL).status, 303);
	go_to_another(&d, "9999");
	assert_in(wall_page_of(&d), "skole (5)");
	/* Here they are apart; then the municipality no longer says that they are the same. */
	assert_int_equal(act(&d, "skill skole", "barneskole", NULL, NULL), 303);
	assert_in(wall_page_of(&d), "skole (4)");
	on_the_wall(&d, "barneskole");
	go_to_another(&d, "9999");
	on_the_wall(&d, "barneskole");
	site_close(d.t);
}

static void words_keep_their_place(void **state)
{
	struct day_scene d = cloud_open();
	const char *before, *at;

	(void)state;
	hall_writes(&d, school);
	before = wall_page_of(&d);
	at = strstr(before, ">skole</text>");
	assert_non_null(at);
	while (at[-1] != '<')
		at--;
	at = arena_strndup(d.t->mem, at, strcspn(at, "f"));
	assert_in(at, "text x=");
	lead(&d, button(&d, YES));
	assert_in(wall_page_of(&d), at);
	assert_int_equal(act(&d, "sammen", "barneskole", "med", "skole"), 303);
	assert_in(wall_page_of(&d), at);
	site_close(d.t);
}

/* What the report gives, to those who lead or to the hall. */
static const char *report(struct day_scene *d, struct browser *who, const char *path)
{
	struct answer a = site_get(who, site_path(d->t, path, (long long)d->samling));

	assert_int_equal(a.status, 200);
	return a.body;
}

static void the_report_says_how_it_was_written(void **state)
{
	struct day_scene d = cloud_open();

	(void)state;
	hall_writes(&d, school);
	lead(&d, button(&d, YES));
	assert_int_equal(act(&d, "navn", "skole", "tekst", "Skolene våre"), 303);
	assert_int_equal(act(&d, "skjul", "barneskole", NULL, NULL), 303);
	lead(&d, "neste");
	assert_in(report(&d, &d.anna, "/samling/%lld/rapport.csv"),
	          "\"Skolene våre\";4;;aapen;\"skole (2), Skolen (1), skular (1)\";");
	assert_in(report(&d, &d.anna, "/samling/%lld/rapport.csv"),
	          "\"kultur\";3;;aapen;\"kultur (2), kulturtilbud (1)\";");
	assert_in(report(&d, &d.anna, "/samling/%lld/rapport.json"), "\"tekst\": \"skular\"");
	site_sql(d.t, "UPDATE samling SET fase = %d, frigitt = 1", PHASE_ENDED);
	assert_in(report(&d, &d.phone[0], "/s/%lld/rapport"), "Skolene våre");
	assert_out(report(&d, &d.phone[0], "/s/%lld/rapport"), "barneskole");
	/* The cloud can still be put in order, and hides what is hidden. */
	assert_int_equal(act(&d, "skjul", "skole", NULL, NULL), 303);
	assert_out(report(&d, &d.phone[0], "/s/%lld/rapport"), "Skolene våre");
	assert_out(report(&d, &d.phone[0], "/s/%lld/rapport"), "skular");
	site_close(d.t);
}

static void the_protocol_says_what_was_done_but_not_the_words(void **state)
{
	struct day_scene d = cloud_open();

	(void)state;
	hall_writes(&d, school);
	assert_int_equal(act(&d, "sammen", "barneskole", "med", "skole"), 303);
	assert_int_equal(act(&d, "navn", "skole", "tekst", "Skolene våre"), 303);
	assert_int_equal(act(&d, "skill skular", "skole", NULL, NULL), 303);
	assert_int_equal(act(&d, "skjul", "kultur", NULL, NULL), 303);
	lead(&d, "ord_angre");
	assert_int_equal(site_sql(d.t, "SELECT count(*) FROM protokoll WHERE hva IN ('ord_sammen', "
	                          "'ord_navn', 'ord_skilt', 'ord_angret', 'tekst_skjult')"), 5);
	assert_int_equal(site_sql(d.t, "SELECT count(*) FROM protokoll WHERE hva || detalj LIKE "
	                          "'%%skol%%' OR detalj LIKE '%%skul%%' OR detalj LIKE "
	                          "'%%kultur%%'"), 0);
	site_close(d.t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(inflections_are_one_word_on_the_wall),
		cmocka_unit_test(a_suggestion_is_one_tap_and_the_municipality_remembers_it),
		cmocka_unit_test(what_one_municipality_said_is_not_anothers),
		cmocka_unit_test(a_hidden_word_does_not_come_back_in_another_spelling),
		cmocka_unit_test(what_is_merged_with_a_hidden_word_is_hidden_and_stays_so_apart),
		cmocka_unit_test(words_are_merged_renamed_and_split_by_hand),
		cmocka_unit_test(a_chain_of_merges_is_one_word),
		cmocka_unit_test(of_two_leaders_the_second_is_told),
		cmocka_unit_test(a_merge_by_hand_is_remembered_when_asked),
		cmocka_unit_test(words_keep_their_place),
		cmocka_unit_test(the_report_says_how_it_was_written),
		cmocka_unit_test(the_protocol_says_what_was_done_but_not_the_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
