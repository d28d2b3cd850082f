/* The cards of the council's rules: every one, in both languages, and as pages. */
#include "site_help.h"

#include "app/regler/lokal.h"
#include "app/regler/regelkort.h"
#include "app/sider.h"
#include "lib/utf8.h"
#include "web/text.h"

#define CARDS_LEAST 30
#define POINT_LETTERS 115       /* what the wall can show of each */
#define BRIEF_LETTERS 160

static struct arena *mem;

static int setup(void **state)
{
	(void)state;
	mem = arena_new(16u << 20);
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	arena_free(mem);
	return 0;
}

static void is_text(const char *id, const char *text, size_t most)
{
	size_t n = utf8_length(text);

	if (n < 2 || n > most || strcmp(text, utf8_clean(mem, text, false)) != 0)
		fail_msg("%s: %zu letters: %s", id, n, text);
}

static void are_texts(const char *id, const char *const *text, size_t n)
{
	for (size_t i = 0; i < n; i++)
		is_text(id, text[i], POINT_LETTERS);
}

static void every_card_is_whole_in_both_languages(void **state)
{
	(void)state;
	for (int lang = 0; lang < LANG__MAX; lang++) {
		const struct regelkort *card;
		size_t n = regelkort_all(mem, (enum lang)lang, &card);

		assert_true(n >= CARDS_LEAST);
		for (size_t i = 0; i < n; i++) {
			const struct regelkort *c = &card[i];

			is_text(c->id, c->title, 45);
			is_text(c->id, c->brief, BRIEF_LETTERS);
			assert_in_range(c->n_point, 2, 6);
			assert_in_range(c->n_talk, 1, 3);
			are_texts(c->id, c->point, c->n_point);
			are_texts(c->id, c->local, c->n_local);
			are_texts(c->id, c->talk, c->n_talk);
		}
	}
}

static void the_languages_have_the_same_points(void **state)
{
	const struct regelkort *nb, *nn;
	size_t n = regelkort_all(mem, LANG_NB, &nb);

	(void)state;
	assert_int_equal(regelkort_all(mem, LANG_NN, &nn), n);
	for (size_t i = 0; i < n; i++) {
		assert_string_equal(nb[i].id, nn[i].id);
		assert_int_equal(nb[i].n_point, nn[i].n_point);
		assert_int_equal(nb[i].n_local, nn[i].n_local);
		assert_int_equal(nb[i].n_talk, nn[i].n_talk);
		assert_string_not_equal(nb[i].brief, nn[i].brief);
	}
}

/* Words that no nynorsk sentence has. */
static void nynorsk_is_nynorsk(void **state)
{
	static const char *const words[] = { " ikke", " hvis ", " hva ", " noen ", " av dem ",
	                                     " deres ", " en ", " et ", " være ", " fra ",
	                                     " stemme", " myndighet" };
	const struct regelkort *card;
	size_t n = regelkort_all(mem, LANG_NN, &card);

	(void)state;
	for (size_t i = 0; i < n; i++) {
		struct buf b = buf_in(mem);

		buf_printf(&b, " %s %s ", card[i].title, card[i].brief);
		for (size_t p = 0; p < card[i].n_point; p++)
			buf_printf(&b, "%s ", card[i].point[p]);
		for (size_t p = 0; p < card[i].n_local; p++)
			buf_printf(&b, "%s ", card[i].local[p]);
		for (size_t p = 0; p < card[i].n_talk; p++)
			buf_printf(&b, "%s ", card[i].talk[p]);
		for (size_t w = 0; w < sizeof words / sizeof words[0]; w++)
			if (strstr(b.p, words[w]) != NULL)
				fail_msg("%s: «%s» in %s", card[i].id, words[w], b.p);
	}
}

static void a_card_has_a_name_of_its_own(void **state)
{
	const struct regelkort *card;
	size_t n = regelkort_all(mem, LANG_NB, &card);

	(void)state;
	for (size_t i = 0; i < n; i++) {
		assert_int_equal(strspn(card[i].id, "abcdefghijklmnopqrstuvwxyz-"),
		                 strlen(card[i].id));
		assert_string_equal(regelkort_find(mem, LANG_NN, card[i].id)->id, card[i].id);
		for (size_t k = 0; k < i; k++)
			assert_string_not_equal(card[i].id, card[k].id);
	}
	assert_null(regelkort_find(mem, LANG_NB, ""));
	assert_null(regelkort_find(mem, LANG_NB, "finnes-ikke"));
}

/* What is not in an act says so, and then hangs on a local rule. */
static void a_card_stands_on_sections_in_force_or_is_local(void **state)
{
	const struct regelkort *card;
	size_t n = regelkort_all(mem, LANG_NB, &card);

	(void)state;
	for (size_t i = 0; i < n; i++) {
		const struct regelkort *c = &card[i];
		const char *oldest = NULL;

		if (c->n_lov == 0 && !c->only_local)
			fail_msg("%s has no section", c->id);
		if (c->only_local && c->n_key == 0)
			fail_msg("%s hangs on no local rule", c->id);
		if (c->n_local > 0 && c->n_key == 0)
			fail_msg("%s speaks of local rules, and names none", c->id);
		for (size_t k = 0; k < c->n_lov; k++) {
			const struct lov_row *row = lov_row(c->lov[k], NULL);

			if (row->to != NULL)
				fail_msg("%s: %s is not in force", c->id,
				         lov_places[c->lov[k]].key);
			assert_true(k == 0 || c->lov[k - 1] < c->lov[k]);
			if (oldest == NULL || strcmp(row->checked, oldest) < 0)
				oldest = row->checked;
		}
		assert_int_equal(c->checked == NULL, oldest == NULL);
		if (oldest != NULL)
			assert_string_equal(c->checked, oldest);
	}
}

static void every_theme_has_cards(void **state)
{
	(void)state;
	for (size_t t = 0; t < TEMA__MAX; t++) {
		const struct regelkort *card;

		assert_true(regelkort_of(mem, LANG_NB, (enum regeltema)t, &card) > 0);
		assert_int_equal(card[0].tema, t);
	}
}

static void every_local_rule_is_on_some_card(void **state)
{
	const struct regelkort *card;
	size_t n = regelkort_all(mem, LANG_NB, &card);

	(void)state;
	for (size_t k = 0; k < LOKAL_KEYS; k++) {
		bool used = false;

		assert_ptr_equal(lokal_key(lokal_keys[k].name), &lokal_keys[k]);
		for (size_t i = 0; i < n; i++)
			for (size_t j = 0; j < card[i].n_key; j++)
				used |= card[i].key[j] == &lokal_keys[k];
		if (!used)
			fail_msg("%s is on no card", lokal_keys[k].name);
	}
	assert_null(lokal_key("finnes ikke"));
}

/* ---- the pages ---- */

static void every_card_has_a_page(void **state)
{
	struct site_test *t = site_open(all_pages);
	const struct regelkort *card;

	(void)state;
	for (int lang = 0; lang < LANG__MAX; lang++) {
		struct browser b = { .t = t, .lang = lang_code((enum lang)lang) };
		size_t n = regelkort_all(mem, (enum lang)lang, &card);
		const char *front = arena_strdup(mem, site_get(&b, "/regler").body);

		for (size_t i = 0; i < n; i++) {
			const char *path = site_path(t, "/regler/kort/%s", card[i].id);
			struct answer a = site_get(&b, path);

			assert_int_equal(a.status, 200);
			assert_in(a.body, card[i].title);
			assert_in(a.body, card[i].checked != NULL ? "Sist kontrollert" :
			          "class=\"regelkort\"");
			assert_in(front, path);
		}
	}
	assert_int_equal(site_get(&(struct browser){ .t = t }, "/regler/kort/x").status, 404);
	site_close(t);
}

static void every_calculator_is_a_page(void **state)
{
	struct site_test *t = site_open(all_pages);
	const struct regelkort *card;
	size_t n = regelkort_all(mem, LANG_NB, &card);

	(void)state;
	for (size_t i = 0; i < n; i++)
		if (*card[i].calculator != '\0')
			assert_int_equal(site_get(&(struct browser){ .t = t },
			                          card[i].calculator).status, 200);
	site_close(t);
}

/* An interpellation is in no act: nowhere is it said to be. */
static void what_is_local_is_never_shown_as_law(void **state)
{
	struct site_test *t = site_open(all_pages);
	struct browser b = { .t = t };
	struct answer a = site_get(&b, "/regler/kort/interpellasjon");

	(void)state;
	assert_in(a.body, "Lokal ordning");
	assert_in(a.body, "ikke i loven:");
	a = site_get(&b, "/regler/kort/fem-veier");
	assert_in(a.body, "Bare hvis reglementet deres sier det:");
	a = site_get(&b, "/regler/kort/stemmeplikt");
	assert_out(a.body, "reglementet");
	site_close(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_card_is_whole_in_both_languages),
		cmocka_unit_test(the_languages_have_the_same_points),
		cmocka_unit_test(nynorsk_is_nynorsk),
		cmocka_unit_test(a_card_has_a_name_of_its_own),
		cmocka_unit_test(a_card_stands_on_sections_in_force_or_is_local),
		cmocka_unit_test(every_theme_has_cards),
		cmocka_unit_test(every_local_rule_is_on_some_card),
		cmocka_unit_test(every_card_has_a_page),
		cmocka_unit_test(every_calculator_is_a_page),
		cmocka_unit_test(what_is_local_is_never_shown_as_law),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
