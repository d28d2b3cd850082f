/* What the kinds draw: for every row, with nothing and with everything to draw from. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "app/aktivitet/aktivitet.h"
#include "app/aktivitet/husk.h"
#include "app/regler/lokal.h"
#include "arena_help.h"
#include "kinds_cards.h"
#include "kinds_help.h"
#include "lib/arena.h"
#include "lib/buf.h"
#include "lib/tid.h"
#include "payload.h"
#include "rules/ord/ordsky.h"

static json_t *election_with(const struct kind *k, const char *text)
{
	return strcmp(k->name, "forholdsvalg") == 0 ?
	       json_pack("{s:s, s:s}", "tekst", text, "lister",
	                 arena_printf(mem, "A %.50s\n%.60s K\nPer M\n\nB", text, text)) :
	       json_pack("{s:s, s:[s, s]}", "tekst", text, "kandidater",
	                 arena_printf(mem, "%.60s", text), "B");
}

/* Kinds whose texts are ours: the config names what they show. */
static json_t *named_with(const struct kind *k)
{
	return strcmp(k->name, "regelkort") == 0 ? json_pack("{s:s}", "kort", "interpellasjon") :
	                                           json_pack("{s:s}", "sak", "sandvik-hotell");
}

/* A config of this kind with `text` wherever a text can stand. */
static json_t *config_with(const struct kind *k, const char *text)
{
	const char *where, *error;
	json_t *in = NULL, *out;

	if (strcmp(k->name, "innledning") == 0)
		in = json_pack("{s:s, s:s, s:s}", "tekst", text, "lenke",
		               arena_printf(mem, "https://x.example/%s", text), "lenketekst", text);
	else if (strcmp(k->name, "presentasjonsrunde") == 0)
		in = json_pack("{s:s, s:s}", "tekst", text, "tekst_adm", text);
	else if (strcmp(k->name, "pause") == 0 || strcmp(k->name, "talerliste") == 0)
		in = json_pack("{s:s}", "tekst", text);
	else if (strcmp(k->name, "ordsky") == 0)
		in = json_pack("{s:s, s:i}", "spoersmaal", text, "ord", 3);
	else if (strcmp(k->name, "flervalg") == 0)
		in = json_pack("{s:s, s:[s, s, s], s:i}", "spoersmaal", text,
		               "valg", text, "B", "C", "flere", 2);
	else if (strcmp(k->name, "dilemma") == 0)
		in = json_pack("{s:s, s:[s, s], s:s, s:s}", "spoersmaal", text, "deler", text, text,
		               "roedt", arena_printf(mem, "%.50s", text), "groent", "Ja");
	else if (strcmp(k->name, "aapent") == 0)
		in = json_pack("{s:s, s:i, s:i}", "spoersmaal", text, "tegn", 100, "svar", 3);
	else if (strcmp(k->name, "skala") == 0)
		in = json_pack("{s:s, s:[s, s]}", "spoersmaal", text, "utsagn", text, "B");
	else if (strcmp(k->name, "rangering") == 0)
		in = json_pack("{s:s, s:[s, s]}", "spoersmaal", text, "valg", text, "B");
	else if (strcmp(k->name, "fakta") == 0)
		in = json_pack("{s:s, s:[s, s], s:s, s:s, s:s, s:s}", "spoersmaal", text, "valg",
		               text, "B", "riktig", "2", "forklaring", text, "kilde", text,
		               "lenke", arena_printf(mem, "https://x.example/%s", text));
	else if (strcmp(k->name, "puls") == 0)
		in = json_pack("{s:s, s:s}", "om", "tempo", "spoersmaal", text);
	else if (strcmp(k->name, "refleksjon") == 0 || strcmp(k->name, "gjensyn") == 0)
		in = json_pack("{s:s}", "tekst", text);
	else if (strcmp(k->name, "kommunetorg") == 0)
		in = json_pack("{s:s, s:[s, s]}", "tekst", text, "stander",
		               arena_printf(mem, "Skole | %s | 10.00–10.20", text), "Helse");
	else if (strcmp(k->name, "gruppearbeid") == 0)
		in = json_pack("{s:s, s:s}", "oppgave", text, "oppgave_adm",
		               arena_printf(mem, "Hei %s", text));
	else if (strcmp(k->name, "flertallsvalg") == 0 ||
	         strcmp(k->name, "forholdsvalg") == 0)
		in = election_with(k, text);
	else if (strcmp(k->name, "evaluering") == 0)
		in = json_pack("{s:[s, s], s:[s]}", "temaer", arena_printf(mem, "%.50s", text),
		               "B", "neste", "C");
	else if (strcmp(k->name, "regelkort") == 0 || strcmp(k->name, "habilitetssak") == 0)
		in = named_with(k);
	else if (strcmp(k->name, "prikker") == 0)
		in = json_pack("{s:s, s:[s, s]}", "spoersmaal", text, "valg", text, "B");
	else if (strcmp(k->name, "kjoereregler") == 0 || strcmp(k->name, "forventninger") == 0)
		in = json_pack("{s:s, s:b}", "spoersmaal", text, "samle", false);
	assert_non_null(in);
	out = kind_setup(k, in, &where, &error);
	json_decref(in);
	if (out == NULL)
		fail_msg("%s: %s: %s", k->name, where, error);
	if (k->words != NULL)
		k->words(out, LANG_NB);
	arena_undo(mem, (void (*)(void *))json_decref, out);
	return out;
}

/* A municipality that has written it everywhere. */
static const struct lokal_rules *rules_with(const char *text)
{
	struct lokal_rules *rules = arena_get(mem, sizeof *rules);

	rules->municipality = text;
	for (size_t i = 0; i < LOKAL_KEYS; i++) {
		rules->text[i] = text;
		rules->changed[i] = "2027-01-15";
	}
	return rules;
}

/* What load() would have read, of the kinds that draw it. */
static const void *state_of(const struct kind *k, const char *text)
{
	static const char *const with_cards[] = { "kjoereregler", "forventninger", "prikker" };

	for (size_t i = 0; i < 3; i++)
		if (strcmp(k->name, with_cards[i]) == 0)
			return cards_example(mem, text);
	if (strcmp(k->name, "regelkort") == 0)
		return rules_with(text);
	return NULL;
}

static struct activity activity_of(const struct kind *k, const char *text)
{
	return (struct activity){ .id = 7, .kind = k, .title = text, .stages = 2,
	                          .level = LEVEL_ANONYMOUS, .config = config_with(k, text),
	                          .state = state_of(k, text) };
}

/* n lines; the texts are `text` and a number. */
static struct tally *tally_of(const struct activity *a, const char *text, size_t n)
{
	struct tally *t = arena_get(mem, sizeof *t);
	const char *value, *label;

	t->people = (int64_t)n + 5;
	if (a->kind->choice != NULL)
		for (n = 0; a->kind->choice(a, 0, n, &value, &label);)
			n++;
	t->line = arena_array(mem, n, sizeof *t->line);
	for (; t->n_line < n; t->n_line++) {
		struct tally_line *l = &t->line[t->n_line];

		l->count = (int64_t)(n - t->n_line) + 10;
		l->percent = 30;
		l->verdict = (int)(t->n_line % 3);
		l->value = l->label = arena_printf(mem, "%s %zu", text, t->n_line);
		if (a->kind->choice != NULL)
			a->kind->choice(a, 0, t->n_line, &l->value, &l->label);
	}
	return t;
}

typedef void (*draw_fn)(struct out *, const struct drawing *);

static const char *drawn(draw_fn draw, const struct drawing *d, enum lang lang)
{
	struct out o = out_new(mem, lang);

	out_raw(&o, "", 0);
	draw(&o, d);
	return o.buf.p;
}

static void draw_all(const struct drawing *d)
{
	const draw_fn draw[] = { d->a->kind->phone, d->a->kind->wall, d->a->kind->result,
	                         d->a->kind->told };

	for (size_t i = 0; i < 4 && draw[i] != NULL; i++) {
		for (enum lang lang = 0; lang < LANG__MAX; lang++) {
			const char *html = drawn(draw[i], d, lang);

			assert_well_formed(html);
			assert_null(strcasestr(html, "<script"));
			assert_null(strcasestr(html, "<img"));
			assert_null(strstr(html, "href=\"javascript:"));
		}
	}
}

/* What may be there and what may be missing, in combinations enough: every pair of them
 * comes in some payload. */
static void draw_ways(const struct kind *k, const char *text, unsigned first)
{
	struct activity a = activity_of(k, text);
	struct round round = { .id = 3, .stage = 1, .nr = 2, .phase = ROUND_OPEN };
	const char *many[] = { text, "B", text };
	const struct answer_form mine = { many, 3, many, 3 }, none = { 0 };
	const struct tally *tally[] = { NULL, tally_of(&a, text, 0), tally_of(&a, text, 7) };
	struct memory *memory = memory_new();

	for (unsigned way = first % 7; way < 3 * 2 * 2 * 2 * 2; way += 7) {
		struct drawing d;

		a.step = (int)(way / 3 % 3);
		d = (struct drawing){
			.a = &a, .tally = tally[way % 3], .round = way / 3 % 2 ? &round : NULL,
			.before = way / 6 % 2 ? tally[way % 3] : NULL,
			.memory = way / 12 % 2 ? memory : NULL, .most = way / 24 % 2 ? 5 : 0,
			.mine = way % 5 == 0 ? &mine : way % 5 == 1 ? &none : NULL,
			.error = way % 7 == 0 ? text : NULL,
			.ends = way % 2 ? 1800000000000 : 0, .total = way % 2 ? 900000 : 0,
		};

		draw_all(&d);
	}
	memory_free(memory);
}

static void nothing_that_is_written_becomes_markup(void **state)
{
	(void)state;
	for (size_t i = 0; kind_table[i] != NULL; i++)
		for (size_t p = 0; payloads[p] != NULL; p++) {
			draw_ways(kind_table[i], payloads[p], (unsigned)p);
			arena_reset(mem);
		}
}

static void difficult_texts_are_drawn(void **state)
{
	static const char *const texts[] = { "æøå", "&", "a & b", "&amp;",
		"\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7", "\xd7\xa9\xd7\x9c", "...", "%s%n",
		"http://a.b", NULL };

	(void)state;
	for (size_t i = 0; kind_table[i] != NULL; i++)
		for (size_t p = 0; texts[p] != NULL; p++) {
			draw_ways(kind_table[i], texts[p], (unsigned)p);
			arena_reset(mem);
		}
}

static void editors_draw_what_they_are_given(void **state)
{
	(void)state;
	for (size_t i = 0; kind_table[i] != NULL; i++)
		for (size_t p = 0; payloads[p] != NULL; p++) {
			struct out o = out_new(mem, p % 2 ? LANG_NB : LANG_NN);

			kind_table[i]->edit(&o, config_with(kind_table[i], payloads[p]));
			assert_well_formed(o.buf.p);
			assert_null(strcasestr(o.buf.p, "<script"));
			arena_reset(mem);
		}
}

/* Without a result nothing of it can be drawn. */
static void without_a_result_no_label_count_is_drawn(void **state)
{
	(void)state;
	for (size_t i = 0; kind_table[i] != NULL; i++) {
		struct activity a = activity_of(kind_table[i], "x");
		const struct drawing d = { .a = &a };

		if (a.kind->answers && !a.kind->before_rounds)
			assert_string_equal(drawn(a.kind->result, &d, LANG_NB), "");
		assert_null(strstr(drawn(a.kind->wall, &d, LANG_NB), "%"));
	}
}

static void what_was_typed_stays_in_the_fields(void **state)
{
	const char *typed[] = { "tillit", "\"mot\"" }, *chosen[] = { "1" };
	const struct answer_form texts = { .text = typed, .n_text = 2 };
	const struct answer_form choices = { .choice = chosen, .n_choice = 1 };
	struct activity a = activity_of(kind_find("ordsky"), "x");
	struct drawing d = { .a = &a, .mine = &texts, .error = "feil" };
	const char *html = drawn(a.kind->phone, &d, LANG_NB);

	(void)state;
	assert_non_null(strstr(html, "value=\"tillit\""));
	assert_non_null(strstr(html, "value=\"&quot;mot&quot;\""));
	assert_non_null(strstr(html, "aria-invalid=\"true\""));
	assert_non_null(strstr(html, "inntil 40 tegn"));
	a = activity_of(kind_find("aapent"), "x");
	html = drawn(a.kind->phone, &d, LANG_NB);
	assert_non_null(strstr(html, ">tillit</textarea>"));
	assert_non_null(strstr(html, "inntil 100 tegn"));
	a = activity_of(kind_find("flervalg"), "x");
	d.mine = &choices;
	assert_non_null(strstr(drawn(a.kind->phone, &d, LANG_NB), "value=\"1\" checked"));
	chosen[0] = "groent";
	a = activity_of(kind_find("dilemma"), "x");
	assert_non_null(strstr(drawn(a.kind->phone, &d, LANG_NB), "value=\"groent\" checked"));
}

/* ---- the cloud ---- */

static int x_of(const char *html, const char *word)
{
	const char *text = strstr(html, arena_printf(mem, ">%s</text>", word)), *x = text;
	int at = -1;

	assert_non_null(text);
	while (strncmp(x, "<text x=\"", 9) != 0)
		x--;
	sscanf(x, "<text x=\"%d\"", &at);
	return at;
}

static void words_keep_their_places_when_the_cloud_grows(void **state)
{
	struct activity a = activity_of(kind_find("ordsky"), "x");
	struct round round = { .id = 3 };
	struct memory *memory = memory_new();
	struct tally_line line[] = {
		{ "ansvar", "ansvar", .count = 5 }, { "mot", "mot", .count = 5 },
		{ "ro", "ro", .count = 5 }, { "tillit", "tillit", .count = 5 },
	};
	struct tally t = { .line = line + 1, .n_line = 3, .people = 15 };
	struct drawing d = { .a = &a, .round = &round, .tally = &t, .memory = memory };
	const char *first = drawn(a.kind->wall, &d, LANG_NB), *then;

	(void)state;
	t.line = line;          /* a new word, and the first of all */
	t.n_line = 4;
	then = drawn(a.kind->wall, &d, LANG_NB);
	assert_int_equal(x_of(first, "mot"), x_of(then, "mot"));
	assert_int_equal(x_of(first, "ro"), x_of(then, "ro"));
	assert_int_equal(x_of(first, "tillit"), x_of(then, "tillit"));
	assert_non_null(strstr(then, "De hyppigste er: ansvar (5), mot (5), ro (5), "
	                       "tillit (5)</title>"));
	assert_non_null(strstr(then, "role=\"img\""));
	round.id = 4;
	assert_null(memory_picture(memory, 4));
	drawn(a.kind->wall, &d, LANG_NB);
	assert_int_equal(memory_picture(memory, 4)->n, 4);
	memory_free(memory);
}

static void a_cloud_says_how_many_words_it_has_no_room_for(void **state)
{
	struct activity a = activity_of(kind_find("ordsky"), "x");
	struct drawing d = { .a = &a, .tally = tally_of(&a, "ord", 500) };

	(void)state;
	assert_non_null(strstr(drawn(a.kind->wall, &d, LANG_NB), "og 4"));
	d.most = 100;
	assert_non_null(strstr(drawn(a.kind->result, &d, LANG_NB), "og 400 til"));
	d.most = 0;
	assert_null(strstr(drawn(a.kind->result, &d, LANG_NB), "til</p>"));
}

static void ten_thousand_texts_are_drawn(void **state)
{
	(void)state;
	for (size_t i = 0; kind_table[i] != NULL; i++) {
		struct activity a = activity_of(kind_table[i], "x");
		struct drawing d = { .a = &a, .tally = tally_of(&a, "tekst", 10000), .most = 100 };

		draw_all(&d);
		arena_reset(mem);
	}
}

/* ---- cards ---- */

static void cards_stay_in_order_and_new_ones_come_last(void **state)
{
	struct activity a = activity_of(kind_find("aapent"), "x");
	struct round round = { .id = 3 };
	struct memory *memory = memory_new();
	struct tally_line two[] = { { "m", "M", .count = 1 }, { "z", "Z", .count = 1 } };
	struct tally_line four[] = { { "å", "Å", .count = 9 }, { "a", "A", .count = 1 },
	                             { "m", "M", .count = 1 }, { "z", "Z", .count = 1 } };
	struct tally t = { .line = two, .n_line = 2 };
	struct drawing d = { .a = &a, .round = &round, .tally = &t, .memory = memory };
	const char *html = drawn(a.kind->wall, &d, LANG_NB);

	(void)state;
	assert_true(strstr(html, "<li>M") < strstr(html, "<li>Z"));
	t = (struct tally){ .line = four, .n_line = 4 };
	html = drawn(a.kind->wall, &d, LANG_NB);
	assert_true(strstr(html, "<li>M") < strstr(html, "<li>Z"));
	assert_true(strstr(html, "<li>Z") < strstr(html, "<li>Å"));
	assert_true(strstr(html, "<li>Å") < strstr(html, "<li>A"));
	assert_non_null(strstr(html, "×9"));
	memory_free(memory);
}

/* ---- red and green ---- */

static void the_shift_is_told_of_the_hall(void **state)
{
	static const struct { int64_t red[2], green[2]; const char *says; } cases[] = {
		{ { 10, 20 }, { 20, 10 }, "Rødt lys gikk fra 33 til 67 prosent." },
		{ { 20, 10 }, { 10, 20 }, "Grønt lys gikk fra 33 til 67 prosent." },
		{ { 10, 20 }, { 10, 20 }, "Andelene er de samme som første gang." },
		{ { 2, 20 }, { 1, 20 }, "For få har svart" },
	};
	struct activity a = activity_of(kind_find("dilemma"), "x");

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct tally *before = tally_of(&a, "", 2), *now = tally_of(&a, "", 2);
		const struct drawing d = { .a = &a, .tally = now, .before = before };

		before->line[0].count = cases[i].red[0];
		now->line[0].count = cases[i].red[1];
		before->line[1].count = cases[i].green[0];
		now->line[1].count = cases[i].green[1];
		assert_non_null(strstr(drawn(a.kind->wall, &d, LANG_NB), cases[i].says));
		assert_non_null(strstr(drawn(a.kind->wall, &d, LANG_NB),
		                       arena_printf(mem, "<span class=\"tall\">%lld</span>",
		                                    (long long)cases[i].red[1])));
		assert_non_null(strstr(drawn(a.kind->result, &d, LANG_NB), cases[i].says));
	}
}

static void red_and_green_differ_by_more_than_colour(void **state)
{
	struct activity a = activity_of(kind_find("dilemma"), "x");
	const struct drawing d = { .a = &a };
	const char *html = drawn(a.kind->phone, &d, LANG_NB);
	const char *red = strstr(html, "Rødt lys"), *green = strstr(html, "Grønt lys");

	(void)state;
	assert_true(red != NULL && green != NULL && red < green);
	assert_true(strstr(html, "M15 3h18") < red && strstr(html, "<circle") > red);
}

/* ---- the break ---- */

static void a_break_says_when_to_be_back(void **state)
{
	struct activity a = activity_of(kind_find("pause"), "Kaffe");
	const int64_t ends = tid_wall_ms("2027-01-15", 10 * 60 + 45);
	const struct drawing d = { .a = &a, .ends = ends, .total = 900000 };
	const char *html = drawn(a.kind->wall, &d, LANG_NB);

	(void)state;
	assert_non_null(strstr(html, "Tilbake kl. 10.45"));
	assert_non_null(strstr(html, arena_printf(mem, "data-slutt=\"%lld\"", (long long)ends)));
	assert_non_null(strstr(drawn(a.kind->phone, &d, LANG_NB), "Tilbake kl. 10.45"));
}

static void nobody_is_called_back_too_early(void **state)
{
	static const struct { int planned_end, started, ends; } cases[] = {
		{ 645, 630, 645 },      /* as planned                                  */
		{ 645, 620, 645 },      /* began early: till the programme says        */
		{ 645, 634, 649 },      /* began late: its whole length                */
		{ 645, 560, 575 },      /* a trial run, hours before                   */
		{ 645, 900, 915 },
	};
	struct day day = { .nr = 1, .date = "2027-01-15" };
	const struct samling s = { .day = &day, .n_day = 1 };
	struct activity a = activity_of(kind_find("pause"), "Kaffe");

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const struct item item = {
			.day = 1, .minutes = 15, .end = cases[i].planned_end,
			.started = tid_wall_ms(day.date, cases[i].started) - 20000,
		};
		struct drawing d;

		assert_int_equal(drawing_read(&(struct asked){ .mem = mem }, &s, &item, &a, NULL,
		                              &d), OUTCOME_OK);
		assert_int_equal(d.ends, tid_wall_ms(day.date, cases[i].ends));
		assert_int_equal(d.total, d.ends - item.started);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_ARENA(nothing_that_is_written_becomes_markup),
		IN_ARENA(difficult_texts_are_drawn), IN_ARENA(editors_draw_what_they_are_given),
		IN_ARENA(without_a_result_no_label_count_is_drawn),
		IN_ARENA(what_was_typed_stays_in_the_fields),
		IN_ARENA(words_keep_their_places_when_the_cloud_grows),
		IN_ARENA(a_cloud_says_how_many_words_it_has_no_room_for),
		IN_ARENA(ten_thousand_texts_are_drawn),
		IN_ARENA(cards_stay_in_order_and_new_ones_come_last),
		IN_ARENA(the_shift_is_told_of_the_hall),
		IN_ARENA(red_and_green_differ_by_more_than_colour),
		IN_ARENA(a_break_says_when_to_be_back),
		IN_ARENA(nobody_is_called_back_too_early),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
