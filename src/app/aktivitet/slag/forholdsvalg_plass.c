/* forholdsvalg_plass.c - what the wall has room for. */
#include "app/aktivitet/slag/felles.h"
#include "app/aktivitet/slag/forholdsvalg.h"
#include "app/aktivitet/slag/valgplass.h"
#include "lib/arena.h"
#include "lib/utf8.h"

/* Hundredths of a letter. */
enum {
	NAMES = 1550, INDENT = 160, CELL = 100, NUMBER = 58, QUOTIENT = 480, HEADING = 520,
	BOX = 150,
	LIST_NAME = 26                  /* letters on one line                        */
};
#define WALL_COLUMNS 12
#define ONE_TABLE 10                    /* more lists: two tables beside each other */

/* ---- what stands beside the names or the table ---- */

static int text_height(size_t letters, int size, int indent)
{
	return valgplass_lines(letters, size, indent) * VALGPLASS_LINE;
}

/* The intro, the body; what the election could not give; a note. */
static int words_height(const struct forholdsvalg *f, int size)
{
	int h = text_height(90, size, 0) + VALGPLASS_GAP;

	if (f->step != FORHOLDSVALG_LISTS)
		return h + (int)forholdsvalg_flags(f, false) * text_height(150, size, 0);
	return f->intro[0] != '\0' ?
	       h + text_height(utf8_length(f->intro), size, 0) + VALGPLASS_GAP : h;
}

static size_t names_of(const struct forholdsvalg *f, const struct fordeling *lot)
{
	size_t letters = 0;

	for (size_t i = 0; i < lot->n_among; i++)
		letters += utf8_length(f->body.list[lot->among[i]].name) + 6;
	return letters;
}

static int lot_height(const struct forholdsvalg *f, const struct fordeling *lot, int size)
{
	size_t letters = names_of(f, lot);

	return lot->n_among == 0 ? 0 : BOX + VALGPLASS_GAP + text_height(letters + 120, size, BOX) +
	       valgplass_lines(2 * letters, size, BOX) * VALGPLASS_ROW;
}

static int questions_height(struct arena *mem, const struct forholdsvalg *f, int size)
{
	int h = 0;

	for (enum oppgjoer_question q = 0; q < OPPGJOER__QUESTIONS; q++) {
		if (!f->e.asks[q])
			continue;
		h += BOX + VALGPLASS_GAP + text_height(110, size, BOX);
		for (size_t i = 0; i < TVIL_READINGS; i++)
			h += text_height(100 + utf8_length(forholdsvalg_outcome(mem, LANG_NB, f, q,
			                                                        i)), size, INDENT);
	}
	return h;
}

/* ---- the table ---- */

static int columns_width(const struct forholdsvalg *f, size_t columns)
{
	size_t name = 6;

	for (size_t i = 0; i < f->body.n_list; i++)
		if (utf8_length(f->body.list[i].name) > name)
			name = utf8_length(f->body.list[i].name);
	return (int)(name > LIST_NAME ? LIST_NAME : name) * NUMBER + CELL + 2 * HEADING +
	       ((int)columns - 1) * QUOTIENT;
}

static int table_height(struct arena *mem, const struct forholdsvalg *f, size_t rows, int size)
{
	int h = ((int)rows + 2) * VALGPLASS_ROW + VALGPLASS_GAP + text_height(150, size, 0);

	for (size_t i = 0; i < f->body.n_list; i++)
		if (utf8_length(f->body.list[i].name) > LIST_NAME)
			h += VALGPLASS_LINE;
	return f->step < FORHOLDSVALG_SEATS ? h :
	       h + lot_height(f, &f->settled->seats, size) +
	       lot_height(f, &f->settled->passed, size) + questions_height(mem, f, size);
}

static bool table_fits(struct arena *mem, const struct forholdsvalg *f, const char *title,
                       int size, size_t columns)
{
	return columns_width(f, columns) <= valgplass_width(size) &&
	       table_height(mem, f, f->body.n_list, size) <= valgplass_height(size, title);
}

/* Without quotients, in one table or two. */
static bool short_fits(struct arena *mem, const struct forholdsvalg *f, const char *title,
                       int size)
{
	size_t tables = f->body.n_list > ONE_TABLE ? 2 : 1;

	return (int)tables * columns_width(f, 1) <= valgplass_width(size) &&
	       table_height(mem, f, (f->body.n_list + tables - 1) / tables, size) <=
	       valgplass_height(size, title);
}

static struct forholdsvalg_wall table(struct arena *mem, const struct forholdsvalg *f,
                                      const char *title)
{
	struct forholdsvalg_wall w = { .shows = FORHOLDSVALG_QUOTIENTS,
	                               .columns = forholdsvalg_columns(f, WALL_COLUMNS + 1) };

	for (; w.columns <= WALL_COLUMNS && w.size < VALGPLASS_SMALLEST; w.size++)
		if (table_fits(mem, f, title, w.size, w.columns))
			return w;
	w = (struct forholdsvalg_wall){ .shows = FORHOLDSVALG_SUMS, .columns = 1,
		.tables = f->body.n_list > ONE_TABLE ? 2 : 1 };
	while (w.size < VALGPLASS_SMALLEST && !short_fits(mem, f, title, w.size))
		w.size++;
	return w;
}

/* ---- names ---- */

/* So many names in a column, long ones on two lines. */
static int people_height(const struct valg_list *list, const size_t *place, size_t n)
{
	int h = 0;

	for (size_t i = 0; i < n; i++) {
		int letters = (int)utf8_length(list->candidate[place != NULL ? place[i] : i].name);

		h += letters * NUMBER > NAMES - 2 * INDENT ? 2 * VALGPLASS_LINE : VALGPLASS_LINE;
	}
	return h;
}

static int set_height(const struct valg_list *list, const struct kjoenn_set *set)
{
	return people_height(list, set->place, set->n) + (int)set->n_move * 2 * VALGPLASS_LINE;
}

static int list_height(const struct forholdsvalg *f, size_t i, enum forholdsvalg_shows shows)
{
	const struct valg_list *list = &f->body.list[i];
	const struct oppgjoer_list *l = &f->settled->list[i];
	int h = (int)utf8_length(list->name) * NUMBER > NAMES - 3 * INDENT ? 400 : 240;

	if (f->step == FORHOLDSVALG_LISTS)
		return h + people_height(list, NULL, list->n_candidate);
	if (l->seats == 0 && l->deputy.n == 0)
		return 0;
	h += set_height(list, &l->member);
	return shows == FORHOLDSVALG_NAMES && l->deputy.n > 0 ?
	       h + VALGPLASS_ROW + set_height(list, &l->deputy) : h;
}

/* Lists stand whole, below each other in columns. */
static bool names_fit(const struct forholdsvalg *f, const char *title, int size,
                      enum forholdsvalg_shows shows)
{
	int room = valgplass_height(size, title) - words_height(f, size), used = 0;
	int columns = (valgplass_width(size) + VALGPLASS_GAP) / NAMES, at = 1;

	for (size_t i = 0; i < f->body.n_list; i++) {
		int h = list_height(f, i, shows);

		if (used > 0 && used + h > room) {
			at++;
			used = 0;
		}
		used += h;
		if (h > room)
			return false;
	}
	return at <= columns;
}

static struct forholdsvalg_wall list_names(const struct forholdsvalg *f)
{
	return (struct forholdsvalg_wall){ .shows = FORHOLDSVALG_LIST_NAMES,
	                                   .size = f->body.n_list > ONE_TABLE ? 2 : 0 };
}

static struct forholdsvalg_wall names(struct arena *mem, const struct forholdsvalg *f,
                                      const char *title)
{
	static const enum forholdsvalg_shows tries[] = { FORHOLDSVALG_NAMES, FORHOLDSVALG_MEMBERS };
	struct forholdsvalg_wall w = { .size = 0 };

	for (size_t i = 0; i < sizeof tries / sizeof tries[0]; i++) {
		w.shows = tries[i];
		for (w.size = 0; w.size < VALGPLASS_SIZES; w.size++)
			if (names_fit(f, title, w.size, w.shows))
				return w;
	}
	return f->step == FORHOLDSVALG_ELECTED ? table(mem, f, title) : list_names(f);
}

static struct forholdsvalg_wall questions(struct arena *mem, const struct forholdsvalg *f,
                                          const char *title)
{
	struct forholdsvalg_wall w = { .shows = FORHOLDSVALG_OPEN };

	while (w.size < VALGPLASS_SMALLEST &&
	       questions_height(mem, f, w.size) > valgplass_height(w.size, title))
		w.size++;
	return w;
}

struct forholdsvalg_wall forholdsvalg_wall(struct arena *mem, const struct forholdsvalg *f,
                                           const char *title)
{
	if (f->step == FORHOLDSVALG_LISTS)
		return f->most_names > 0 ? names(mem, f, title) : list_names(f);
	if (f->settled->state != OPPGJOER_SETTLED || f->step <= FORHOLDSVALG_SEATS)
		return table(mem, f, title);
	return f->step == FORHOLDSVALG_QUESTIONS ? questions(mem, f, title) : names(mem, f, title);
}
