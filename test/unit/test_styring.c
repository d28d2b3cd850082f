/* Money and who decides: what the files of innhold/ say, and the pages of them.
 *
 * Shares that are called a whole are one, and those that are not are never shown as one; what is
 * ours is marked; every answer stands on a section that is in force, and every text is there in
 * bokmål and in nynorsk. */
#include <string.h>

#include "app/regler/inntekt.h"
#include "app/regler/regler.h"
#include "app/regler/styring.h"
#include "site_help.h"

#define N(a) (sizeof (a) / sizeof *(a))

static const struct page *const tables[] = { regler_pages, NULL };
static const enum lang langs[] = { LANG_NB, LANG_NN };

static int setup(void **state)
{
	*state = site_open(tables);
	return 0;
}

static int teardown(void **state)
{
	site_close(*state);
	return 0;
}

static int sum(const struct inntekt_picture *p)
{
	int tenths = 0;

	for (size_t i = 0; i < p->n; i++)
		tenths += p->part[i].tenths;
	return tenths;
}

static const struct inntekt_picture *picture(const struct inntekter *all, const char *id)
{
	for (size_t i = 0; i < all->n_picture; i++)
		if (strcmp(all->picture[i].id, id) == 0)
			return &all->picture[i];
	fail_msg("no picture %s", id);
	return NULL;
}

static void shares_of_a_whole_are_a_whole_and_others_are_not(void **state)
{
	struct site_test *t = *state;

	for (size_t l = 0; l < N(langs); l++) {
		const struct inntekter all = inntekter(t->mem, langs[l]);

		assert_true(all.n_picture >= 2 && all.n_figure >= 6);
		for (size_t i = 0; i < all.n_picture; i++) {
			if (all.picture[i].whole)
				assert_int_equal(sum(&all.picture[i]), 1000);
			else
				assert_true(sum(&all.picture[i]) < 1000);
		}
		assert_int_equal(sum(picture(&all, "utvalgte")), 920);
	}
}

static void a_share_is_its_kroner_of_all_kroner(void **state)
{
	struct site_test *t = *state;
	const struct inntekter all = inntekter(t->mem, LANG_NB);
	const struct inntekt_picture *p = picture(&all, "alt");
	int billions = 0;

	for (size_t i = 0; i < p->n; i++) {
		billions += p->part[i].billions;
		assert_int_equal(p->part[i].tenths,
		                 (p->part[i].billions * 2000 / p->billions + 1) / 2);
	}
	assert_int_equal(billions, p->billions);
	assert_false(p->part[0].ours);          /* tax is told by the source, the rest is not */
	assert_true(p->part[1].ours && p->part[2].ours);
	assert_string_equal(inntekt_share(t->mem, 391), "39,1 %");
	assert_string_equal(inntekt_share(t->mem, 60), "6,0 %");
}

static void source_is_told(const struct inntekt_source *s)
{
	assert_true(strlen(s->name) > 5);
	assert_int_equal(strlen(s->seen), strlen("2026-11-22"));
	assert_true(s->year >= 2024 && s->year <= 2026);
	if (*s->address != '\0')
		assert_int_equal(strncmp(s->address, "https://www.regjeringen.no/", 27), 0);
}

static void every_figure_has_a_year_and_a_source(void **state)
{
	struct site_test *t = *state;

	for (size_t l = 0; l < N(langs); l++) {
		const struct inntekter all = inntekter(t->mem, langs[l]);

		for (size_t i = 0; i < all.n_picture; i++)
			source_is_told(&all.picture[i].source);
		for (size_t i = 0; i < all.n_figure; i++) {
			source_is_told(&all.figure[i].source);
			assert_int_equal(all.figure[i].source.year, 2026);
			assert_string_equal(all.figure[i].source.address,
			                    all.figure[0].source.address);
		}
	}
}

static void cell_is_told(const struct styring_cell *c)
{
	assert_true(strlen(c->text) > 5 && c->n_lov > 0);
	for (size_t i = 0; i < c->n_lov; i++) {
		const struct lov_row *row = lov_row(c->lov[i], NULL);

		assert_non_null(row);
		assert_null(row->to);
		assert_true(i == 0 || c->lov[i - 1] < c->lov[i]);
	}
}

static void every_answer_stands_on_sections_in_force(void **state)
{
	struct site_test *t = *state;
	size_t of[AVGJOER__MAX] = { 0 };

	for (size_t l = 0; l < N(langs); l++) {
		const struct styring_row *row;
		const struct avgjoerelse *a;
		const size_t rows = styring_rows(t->mem, langs[l], &row);
		const size_t n = avgjoerelser(t->mem, langs[l], &a);

		assert_true(rows >= 10 && n >= 15);
		for (size_t i = 0; i < rows; i++) {
			assert_true(*row[i].topic != '\0');
			cell_is_told(&row[i].formannskap);
			cell_is_told(&row[i].parlament);
		}
		for (size_t i = 0; i < n; i++) {
			cell_is_told(&a[i].answer);
			of[a[i].who]++;
			for (size_t k = 0; k < i; k++)
				assert_string_not_equal(a[k].matter, a[i].matter);
		}
	}
	for (size_t w = 0; w < AVGJOER__MAX; w++)
		assert_true(of[w] > 0);
}

/* nb and nn are other words, or one of them is a copy of the other. */
static void nynorsk_is_nynorsk(void **state)
{
	struct site_test *t = *state;
	const struct avgjoerelse *nb, *nn;
	const size_t n = avgjoerelser(t->mem, LANG_NB, &nb);
	size_t same = 0;

	assert_int_equal(n, avgjoerelser(t->mem, LANG_NN, &nn));
	for (size_t i = 0; i < n; i++) {
		assert_int_equal(nb[i].who, nn[i].who);
		assert_int_equal(nb[i].answer.n_lov, nn[i].answer.n_lov);
		same += strcmp(nb[i].answer.text, nn[i].answer.text) == 0;
	}
	assert_true(same < n / 5);
}

static void the_pages_say_what_is_ours_and_what_is_not_whole(void **state)
{
	struct site_test *t = *state;
	struct browser nb = { .t = t }, nn = { .t = t, .lang = "nn" };

	assert_in(site_get(&nb, "/regler/inntekter").body, "39,1 %");
	assert_in(site_get(&nb, "/regler/inntekter").body, "Dette er ikke hele kaka.");
	assert_in(site_get(&nb, "/regler/inntekter").body, "229 mrd.*");
	assert_in(site_get(&nb, "/regler/inntekter").body, "276 mrd.<");
	assert_in(site_get(&nn, "/regler/inntekter").body, "Dette er ikkje heile kaka.");
	assert_in(site_get(&nb, "/regler/styringsformer").body, "/lov/kommuneloven/10-7");
	assert_in(site_get(&nb, "/regler/hvem-avgjoer").body, "Ansette en rektor");
	assert_in(site_get(&nb, "/regler/hvem-avgjoer").body, "Det kommer an på reglementet deres");
	assert_in(site_get(&nn, "/regler/hvem-avgjoer").body, "Tilsetje ein rektor");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(shares_of_a_whole_are_a_whole_and_others_are_not),
		cmocka_unit_test(a_share_is_its_kroner_of_all_kroner),
		cmocka_unit_test(every_figure_has_a_year_and_a_source),
		cmocka_unit_test(every_answer_stands_on_sections_in_force),
		cmocka_unit_test(nynorsk_is_nynorsk),
		cmocka_unit_test(the_pages_say_what_is_ours_and_what_is_not_whole),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
