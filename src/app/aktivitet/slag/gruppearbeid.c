/* gruppearbeid - people in small groups, with a task, a clock and points for plenary.
 *
 * What happens lies in app/gruppe; here are the oppsett and the pictures. */
#include <string.h>

#include "app/aktivitet/aktivitet.h"
#include "app/aktivitet/slag/felles.h"
#include "app/aktivitet/slag/gruppearbeid.h"
#include "app/aktivitet/slag/gruppearbeid.html.h"
#include "app/aktivitet/slag/slag.h"
#include "app/gruppe/gruppe.h"
#include "lib/utf8.h"
#include "web/text.h"

static const struct config_field fields[] = {
	{ "oppgave", CONFIG_LINES, .max = 2000 },
	{ "oppgave_adm", CONFIG_LINES, .max = 2000 },
	{ "antall", CONFIG_INT, .min = 0, .max = GROUPS_MAX },
	{ "stoerrelse", CONFIG_INT, .min = 2, .max = 20, .number = 4 },
	{ "alene", CONFIG_INT, .min = 0, .max = 60, .number = 2 },
	{ "runde", CONFIG_INT, .min = 0, .max = 120, .number = 8 },
	{ "enighet", CONFIG_INT, .min = 0, .max = 120, .number = 5 },
	{ "plenum", CONFIG_INT, .min = 0, .max = 10, .number = 2 },
	{ "punkter", CONFIG_INT, .min = 0, .max = POINTS_MAX, .number = 3 },
	{ "tegn", CONFIG_INT, .min = 10, .max = 500, .number = 140 },
	{ "yngst_leder", CONFIG_FLAG, .number = true },
	{ "hver_for_seg", CONFIG_FLAG },
	{ 0 }
};

/* The same groups as in that item. */
static bool follows(const struct kind *earlier)
{
	return earlier == &kind_gruppearbeid;
}

/* ---- the board ---- */

/* Room on the wall, beside the code and without it, and letters: all in tenths of a rem. */
enum { WIDE = 670, WIDER = 905, HIGH = 345, HIGHER = 390, GAP = 8, PADDING = 10, LETTER = 48,
       TITLE_LINE = 55, POINT_INDENT = 3, POINT_COLUMNS = 4,
       POINT_LETTERS = 18 };
static const int sizes[] = { 24, 20, 17, 15, 13, 12, 11, 10 };
enum { SIZES = sizeof sizes / sizeof sizes[0], SMALLEST_BESIDE = 3 };

/* The room stands beside the number where there is room for it, else below. */
static int card_height(const struct group *g, int size, int inner)
{
	size_t letters = (size_t)(inner * 100 / (size * LETTER)), lines = 0;
	bool below = 10 + utf8_length(g->room) * 3 / 4 > letters;

	for (size_t i = 0; i < g->n; i++)
		lines += wall_lines(g->member[i].name, letters > 0 ? letters : 1);
	return ((int)lines * 125 + (below ? 260 : 160)) * size / 100 + 2 * PADDING;
}

/* The same with what a group wrote. */
static int points_height(const struct group *g, int size, int inner)
{
	int letters = inner * 100 / (size * LETTER) - POINT_INDENT;
	size_t lines = 0, n = 0;

	for (size_t i = 0; i < g->n_point; i++)
		if (!g->point[i].hidden) {
			lines += wall_lines(g->point[i].text, letters > 0 ? (size_t)letters : 1);
			n++;
		}
	if (letters < POINT_LETTERS)    /* long words would be broken */
		return HIGHER + 1;
	return ((int)lines * 125 + (int)n * 50 + 140) * size / 100 + 2 * PADDING;
}

static bool fits(const struct division *d, int size, int columns, int width, int height,
                 int (*card_high)(const struct group *, int size, int inner))
{
	int inner = width / columns - GAP - 2 * PADDING, high = 0, row = 0;

	for (size_t g = 0; g < d->n; g++) {
		int card = card_high(&d->group[g], size, inner);

		row = card > row ? card : row;
		if ((int)(g + 1) % columns == 0 || g + 1 == d->n) {
			high += row + GAP;
			row = 0;
		}
	}
	return high <= height;
}

/* Beside the code as long as the letters are large, else in its place too. */
struct board board_of(const struct division *d, const char *title)
{
	int higher = utf8_length(title) <= TITLE_LINE ? HIGHER : HIGH;

	for (int wide = 0; wide < 2; wide++)
		for (int s = 0; !d->phones && s < (wide ? SIZES : SMALLEST_BESIDE + 1); s++)
			for (int columns = 2; columns <= 8; columns++)
				if (fits(d, sizes[s], columns, wide ? WIDER : WIDE,
				         wide ? higher : HIGH, card_height))
					return (struct board){ columns, s, wide, true };
	return (struct board){ d->n <= 6 ? 3 : d->n <= 20 ? 5 : 8, d->n <= 20 ? 1 : 4, false,
	                       false };
}

/* What does not fit at the smallest is cut: phones and the report have the whole. */
struct board points_board(const struct division *d, const char *title)
{
	int higher = utf8_length(title) <= TITLE_LINE ? HIGHER : HIGH;

	for (int wide = 0; wide < 2; wide++)
		for (int s = 0; s < (wide ? SIZES : SMALLEST_BESIDE + 1); s++)
			for (int columns = 2; columns <= POINT_COLUMNS; columns++)
				if (fits(d, sizes[s], columns, wide ? WIDER : WIDE,
				         wide ? higher : HIGH, points_height))
					return (struct board){ columns, s, wide, true };
	return (struct board){ POINT_COLUMNS, SIZES - 1, true, false };
}

/* Points as one text, to find the size at which they fit. */
int points_size(const struct group *g, int height)
{
	int last = 0;

	for (size_t i = 0; i < g->n_point; i++) {
		int size = wall_size(g->point[i].text, height / (int)g->n_point - 1);

		last = size > last ? size : last;
	}
	return last;
}

const char *task_for(const struct drawing *d, enum role role)
{
	const char *own = config_text(d->a->config, "oppgave_adm");

	return role == ROLE_ADMINISTRASJON && own[0] != '\0' ? own :
	       config_text(d->a->config, "oppgave");
}

bool two_tasks(const struct drawing *d)
{
	const char *own = config_text(d->a->config, "oppgave_adm");

	return own[0] != '\0' && strcmp(own, config_text(d->a->config, "oppgave")) != 0;
}

/* ---- pictures ---- */

static void phone(struct out *o, const struct drawing *d)
{
	t_gruppe_telefon(o, d, d->view);
}

static void wall(struct out *o, const struct drawing *d)
{
	t_gruppe_lerret(o, d, d->view);
}

static void result(struct out *o, const struct drawing *d)
{
	t_gruppe_resultat(o, d, d->view);
}

static void panel(struct out *o, const struct drawing *d)
{
	t_gruppe_panel(o, d, d->view);
}

static void edit(struct out *o, const json_t *config)
{
	t_gruppe_rediger(o, config);
}

const struct kind kind_gruppearbeid = {
	.name = "gruppearbeid", .label = N_("Gruppearbeid"), .icon = "folk",
	.one_level = true, .level = LEVEL_GROUP,
	.fields = fields, .follows = follows, .load = groups_load,
	.step = groups_step, .take_step = groups_take_step,
	.step_back = groups_step_back, .take_step_back = groups_take_step_back,
	.read = groups_view, .acts = group_acts, .panel = panel,
	.phone = phone, .wall = wall, .result = result, .edit = edit,
};
