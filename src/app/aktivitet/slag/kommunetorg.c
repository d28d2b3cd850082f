/* kommunetorg - two to sixteen stands where people of the municipality tell what they do. */
#include "app/aktivitet/aktivitet.h"
#include "app/aktivitet/slag/felles.h"
#include "app/aktivitet/slag/kommunetorg.html.h"
#include "app/aktivitet/slag/slag.h"
#include "app/aktivitet/slag/torg.h"
#include "lib/arena.h"
#include "lib/utf8.h"
#include "web/text.h"

static const struct config_field fields[] = {
	{ "tekst", CONFIG_LINES, .max = 1000 },
	{ "stander", CONFIG_TEXTS, .min = 1, .max = 300, .min_n = 2, .max_n = 16 },
	{ 0 }
};

/* Each line written as torg_write() would; false with *error. */
static bool read_stands(json_t *config, const char **error)
{
	struct arena *scratch = arena_new(4u << 20);
	json_t *list = json_object_get(config, "stander");
	struct torg_stand stand;

	for (size_t i = 0; i < json_array_size(list); i++) {
		const char *line = json_string_value(json_array_get(list, i));

		if (!torg_read(scratch, line, &stand, error))
			break;
		json_array_set_new(list, i, json_string(torg_write(scratch, &stand)));
	}
	arena_free(scratch);
	return *error == NULL;
}

static bool check(json_t *config, const char **where, const char **error)
{
	json_t *again;

	if (!read_stands(config, error)) {
		*where = "stander";
		return false;
	}
	/* Two that differed only in spaces are the same now. */
	again = config_check(fields, config, where, error);
	json_decref(again);
	return again != NULL;
}

static struct torg_stand *stands(struct arena *mem, const struct drawing *d, size_t *n)
{
	const json_t *config = d->a->config;
	struct torg_stand *s;
	const char *error;

	*n = config_n(config, "stander");
	s = arena_array(mem, *n, sizeof *s);
	for (size_t i = 0; i < *n; i++)
		torg_read(mem, config_nth(config, "stander", i), &s[i], &error);
	if (d->ms > 0)
		torg_clock(mem, s, *n, d->ms);
	return s;
}

/* Tenths of a rem: what the wall has beside the code and without it, for a board with its
 * heading, and a line of the text above.  Letters are LETTER hundredths of their size wide. */
enum { WIDE = 670, WIDER = 905, HIGH = 370, HEADING_MORE = 45, HEADING_LINE = 38,
       TEXT_LINE = 28, TEXT_LETTERS = 75, LETTER = 51, CELL = 10, TIME_LETTERS = 13,
       NEXT_LETTERS = 6 };
static const int sizes[] = { 21, 17, 14, 12, 10, 9, 7 };        /* classes torg-0 .. */
enum { SIZES = sizeof sizes / sizeof sizes[0], SMALLEST_BESIDE = 3 };

/* Letters on a line of a column of so many per cent. */
static size_t letters_in(int width, int percent, int size)
{
	int letters = (width * percent / 100 - CELL) * 100 / (size * LETTER);

	return letters > 0 ? (size_t)letters : 1;
}

static size_t lines_in(const char *text, int width, int percent, int size)
{
	return wall_lines(text, letters_in(width, percent, size));
}

/* A time is not broken; the first line has room for "now" or "next" beside it. */
static size_t time_lines(const struct torg_stand *s, int width, int percent, int size)
{
	size_t letters = letters_in(width, percent, size), on_line = letters / TIME_LETTERS;
	size_t first = letters > NEXT_LETTERS ? (letters - NEXT_LETTERS) / TIME_LETTERS : 0;

	on_line = on_line > 0 ? on_line : 1;
	first = first > 0 ? first : 1;
	return s->n_time <= first ? 1 : 1 + (s->n_time - first + on_line - 1) / on_line;
}

static bool fits(const struct torg_stand *s, size_t n, bool manned, int size, int width,
                 int height)
{
	int high = size * 3 / 2;        /* the names of the columns */

	for (size_t i = 0; i < n; i++) {
		size_t lines = lines_in(s[i].name, width, manned ? 33 : 42, size);
		size_t place = lines_in(s[i].place, width, manned ? 15 : 22, size);
		size_t who = manned ? lines_in(s[i].who, width, 18, size) : 0;
		size_t times = time_lines(&s[i], width, manned ? 34 : 36, size);

		lines = place > lines ? place : lines;
		lines = who > lines ? who : lines;
		lines = times > lines ? times : lines;
		high += (int)lines * size * 12 / 10 + size * 4 / 10 + 1;
	}
	return high <= height;
}

/* As large as it can be: beside the code with the text, without the text, and at last in the
 * place of the code too. */
struct torg_board torg_board(const struct torg_stand *s, size_t n, const char *title,
                             const char *text)
{
	struct torg_board b = { .size = 0 };
	int high = HIGH - (utf8_length(title) > HEADING_LINE ? HEADING_MORE : 0);
	int above = *text != '\0' ? (int)wall_lines(text, TEXT_LETTERS) * TEXT_LINE : 0;

	for (size_t i = 0; i < n; i++)
		b.manned |= s[i].who[0] != '\0';
	for (; b.size <= SMALLEST_BESIDE; b.size++)
		for (int bare = 0; bare < 2; bare++)
			if (fits(s, n, b.manned, sizes[b.size], WIDE, high - (bare ? 0 : above))) {
				b.text = above > 0 && !bare;
				return b;
			}
	b.wide = true;
	for (b.size = 0; b.size < SIZES - 1; b.size++)
		if (fits(s, n, b.manned, sizes[b.size], WIDER, high))
			break;
	return b;
}

static void draw(struct out *o, const struct drawing *d)
{
	size_t n;
	const struct torg_stand *s = stands(o->buf.arena, d, &n);

	t_kommunetorg(o, d, s, n);
}

/* Where they stood and when; what is now and next is for those who walk about. */
static void result(struct out *o, const struct drawing *d)
{
	size_t n;
	const struct torg_stand *s = stands(o->buf.arena, d, &n);

	t_kommunetorg_resultat(o, d, s, n);
}

static void wall(struct out *o, const struct drawing *d)
{
	size_t n;
	const struct torg_stand *s = stands(o->buf.arena, d, &n);

	t_kommunetorg_lerret(o, d, s, n);
}

static void edit(struct out *o, const json_t *config)
{
	t_kommunetorg_rediger(o, config);
}

const struct kind kind_kommunetorg = {
	.name = "kommunetorg", .label = N_("Kommunetorg"), .icon = "kommunetorg",
	.fields = fields, .check = check, .phone = draw, .wall = wall, .result = result,
	.edit = edit,
};
