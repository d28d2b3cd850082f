/* figur_lag.c - which picture a result gets, and what is where in it. */
#include <math.h>
#include <string.h>

#include "jobb/figur.h"
#include "lib/arena.h"
#include "lib/buf.h"
#include "rules/ord/ordsky.h"
#include "web/text.h"

#define CLOUD_W 1240            /* the box of rules/ord/ordsky.h, as on the wall */
#define CLOUD_H 640
#define CLOUD_WEIGHT 650
#define SLOPE_MOST 6            /* lines that can be told apart              */
#define SCALE_TOP 6.0           /* means are of scales from 1 to 6           */
#define WORDS_SAID 12           /* of a cloud, in its description            */

struct making {
	struct figure *f;
	enum lang lang;
	const struct report_item *it;
	const struct report_round *rr;
	double most, size;
};

static bool for_or_against(const struct report_item *it)
{
	return strcmp(it->a->kind->name, "dilemma") == 0;
}

/* Of the line of choice i, when it was asked twice. */
static uint32_t colour_of(const struct making *m, size_t i)
{
	static const uint32_t plain[SLOPE_MOST] = { COLOUR_ACCENT, 0x834881, 0x755920, 0x2e637b,
	                                            COLOUR_INK, 0x537f92 };

	return for_or_against(m->it) ? choice_bar(m->it, i, 0).colour : plain[i % SLOPE_MOST];
}

struct bar choice_bar(const struct report_item *it, size_t i, double share)
{
	bool red = for_or_against(it) && i == 0;

	return (struct bar){ share, red ? COLOUR_RED : for_or_against(it) ? COLOUR_GREEN :
	                     COLOUR_ACCENT, red };
}

static struct shape *say(struct figure *f, double x, double y, double w, const char *text,
                         double size, int weight)
{
	struct shape *s = figure_add(f, SHAPE_TEXT);

	s->x = x;
	s->y = y;
	s->w = w;
	s->text = text;
	s->size = size;
	s->weight = weight;
	return s;
}

static struct shape *box(struct figure *f, double x, double y, double w, double h,
                         uint32_t colour)
{
	struct shape *s = figure_add(f, SHAPE_BOX);

	s->x = x;
	s->y = y;
	s->w = w;
	s->h = h;
	s->colour = colour;
	return s;
}

/* ---- words ---- */

static void cloud_words(const struct making *m, const struct ordsky *sky)
{
	static const uint32_t colour[ORDSKY_COLOURS] = { COLOUR_ACCENT, 0x834881, 0x2e637b,
	                                                 0x755920, COLOUR_INK };
	double scale = m->f->w / CLOUD_W;

	for (size_t i = 0; i < sky->n; i++) {
		const struct ordsky_place *p = &sky->place[i];
		struct shape *s = say(m->f, p->x * scale, 0, 0, p->label, p->size * scale,
		                      CLOUD_WEIGHT);

		/* A place is of the baseline; the font's ascent is above it. */
		s->y = (p->y - p->size * 0.969) * scale;
		s->align = 0;
		s->colour = colour[p->colour % ORDSKY_COLOURS];
	}
}

static bool cloud(struct making *m)
{
	const struct tally *t = m->rr->tally;
	struct ordsky_word *word = arena_array(m->f->mem, t->n_line, sizeof *word);
	struct buf alt = buf_in(m->f->mem);
	struct ordsky sky;

	for (size_t i = 0; i < t->n_line; i++)
		word[i] = (struct ordsky_word){ .key = t->line[i].value,
		                                .label = t->line[i].label,
		                                .count = t->line[i].count };
	sky = ordsky_layout(m->f->mem, word, t->n_line, CLOUD_W, CLOUD_H);
	if (sky.n == 0)
		return false;
	m->f->w = fmin(m->f->w, m->most * CLOUD_W / CLOUD_H);
	m->f->h = m->f->w * CLOUD_H / CLOUD_W;
	cloud_words(m, &sky);
	buf_puts(&alt, tr(m->lang, N_("Ordsky. De ordene flest skrev:")));
	for (size_t i = 0; i < sky.n && i < WORDS_SAID; i++)
		buf_printf(&alt, "%s %s (%lld)", i == 0 ? "" : ",", sky.place[i].label,
		           (long long)sky.place[i].count);
	buf_puts(&alt, ".");
	m->f->alt = alt.p;
	return true;
}

/* ---- choices ---- */

static const char *share(const struct making *m, const struct tally_line *l)
{
	return arena_printf(m->f->mem, "%lld · %s", (long long)l->count,
	                    text_percent(m->f->mem, l->percent));
}

static void bars_alt(const struct making *m)
{
	struct buf alt = buf_in(m->f->mem);
	const struct tally *t = m->rr->tally;

	buf_puts(&alt, tr(m->lang, N_("Søylediagram.")));
	for (size_t i = 0; i < t->n_choice; i++)
		buf_printf(&alt, " %s: %s.", t->line[i].label, share(m, &t->line[i]));
	m->f->alt = alt.p;
}

struct labelled { const char *label, *value; struct bar bar; };

/* Label, bar, number, one below the other; what does not fit in height shrinks. */
static void put_bars(const struct making *m, const struct labelled *bar, size_t n)
{
	double label_w = m->f->w * 0.36, number_w = m->size * 6.4, y = 0;
	double bar_x = label_w + m->size, bar_w = m->f->w - bar_x - number_w;
	double size = m->size;

	for (;; size *= 0.9, y = 0) {
		for (size_t i = 0; i < n; i++)
			y += fmax(text_height(bar[i].label, size, 500, label_w), size * 2) +
			     size * 0.7;
		if (y <= m->most || size < m->size / 3)
			break;
	}
	y = 0;
	for (size_t i = 0; i < n; i++) {
		double h = text_height(bar[i].label, size, 500, label_w), row = fmax(h, size * 2);
		double line = text_height("0", size, 600, m->f->w);

		say(m->f, 0, y + (row - h) / 2, label_w, bar[i].label, size, 500)->lines = 12;
		box(m->f, bar_x, y + row / 2 - size * 0.85, bar_w, size * 1.7, COLOUR_TRACK);
		box(m->f, bar_x, y + row / 2 - size * 0.85, bar_w * bar[i].bar.share, size * 1.7,
		    bar[i].bar.colour)->hatched = bar[i].bar.hatched;
		say(m->f, m->f->w - number_w, y + (row - line) / 2, number_w, bar[i].value, size,
		    600)->align = 1;
		y += row + size * 0.7;
	}
	m->f->h = y;
}

const size_t *choices_in_order(struct arena *mem, const struct tally *t)
{
	size_t *at = arena_array(mem, t->n_choice, sizeof *at);

	for (size_t i = 0; i < t->n_choice; i++) {
		size_t k = i;

		for (; t->n_choice > BARS_MOST && k > 0 &&
		       t->line[at[k - 1]].count < t->line[i].count; k--)
			at[k] = at[k - 1];
		at[k] = i;
	}
	return at;
}

static bool bars(struct making *m)
{
	const struct tally *t = m->rr->tally;
	const size_t *at = choices_in_order(m->f->mem, t);
	size_t n = t->n_choice > BARS_MOST ? BARS_MOST : t->n_choice;
	struct labelled *bar = arena_array(m->f->mem, n, sizeof *bar);

	for (size_t i = 0; i < n; i++) {
		const struct tally_line *l = &t->line[at[i]];

		bar[i] = (struct labelled){ l->label, share(m, l),
		                            choice_bar(m->it, at[i], l->percent / 100.0) };
	}
	put_bars(m, bar, n);
	if (n < t->n_choice) {
		say(m->f, 0, m->f->h, m->f->w, trn(m->f->mem, m->lang, "og %d til", "og %d til",
		    (int64_t)(t->n_choice - n)), m->size * 0.6, 400)->colour = COLOUR_SUBTLE;
		m->f->h += m->size;
	}
	bars_alt(m);
	return true;
}

/* How many bytes of the text are a number: "3,4" and "12 40 %" begin with one; "2. plass" is
 * an order and no amount. */
static size_t amount(const char *text, double *value)
{
	const char *start = text;
	double whole = 0, part = 0, unit = 1;

	if (*text < '0' || *text > '9')
		return 0;
	for (; *text >= '0' && *text <= '9'; text++)
		whole = whole * 10 + (*text - '0');
	if (*text == '.')
		return 0;
	if (*text == ',')
		for (text++; *text >= '0' && *text <= '9'; text++)
			part += (*text - '0') * (unit /= 10);
	*value = whole + part;
	return (size_t)(text - start);
}

static bool column_counts(const struct block *t, size_t col)
{
	double value;

	for (size_t r = 1; r < t->n_row; r++)
		if (t->cell[r * t->n_col + col].head ||
		    amount(t->cell[r * t->n_col + col].text, &value) == 0)
			return false;
	return true;
}

static bool column_of_means(const struct block *t, size_t col)
{
	for (size_t r = 1; r < t->n_row; r++)
		if (strchr(t->cell[r * t->n_col + col].text, ',') == NULL)
			return false;
	return true;
}

/* The first column of amounts, and what a bar of full length stands for; false: none. */
static bool amounts(const struct block *t, size_t *col, double *full)
{
	double value = 0;

	*full = 0;
	for (*col = 0; *col < t->n_col && !column_counts(t, *col);)
		++*col;
	if (t->n_row < 2 || *col == t->n_col)
		return false;
	for (size_t r = 1; r < t->n_row; r++) {
		amount(t->cell[r * t->n_col + *col].text, &value);
		*full = fmax(*full, value);
	}
	if (*full <= SCALE_TOP && column_of_means(t, *col))
		*full = SCALE_TOP;
	return true;
}

static struct bar amount_bar(const char *text, double full)
{
	double value = 0;

	amount(text, &value);
	return (struct bar){ full > 0 ? value / full : 0, COLOUR_ACCENT, false };
}

static void table_bars(struct making *m, const struct block *t, size_t col, double full)
{
	struct labelled *bar = arena_array(m->f->mem, t->n_row, sizeof *bar);
	struct buf alt = buf_in(m->f->mem);
	size_t name = 0, n = t->n_row - 1;
	double value;

	while (name + 1 < t->n_col && !t->cell[t->n_col + name].head)
		name++;
	buf_puts(&alt, tr(m->lang, N_("Søylediagram.")));
	for (size_t i = 0; i < n; i++) {
		const struct cell *row = &t->cell[(i + 1) * t->n_col];
		size_t len = amount(row[col].text, &value);

		bar[i] = (struct labelled){ row[name].text,
		                            arena_strndup(m->f->mem, row[col].text, len),
		                            amount_bar(row[col].text, full) };
		buf_printf(&alt, " %s: %s.", bar[i].label, bar[i].value);
	}
	put_bars(m, bar, n);
	m->f->alt = alt.p;
}

const struct figure *figure_of_table(struct arena *mem, enum lang lang, const struct doc *d,
                                     double w, double most, double size)
{
	struct figure *f = arena_get(mem, sizeof *f);
	struct making m = { .f = f, .lang = lang, .most = most, .size = size };
	const struct block *t = d->first;
	size_t col;
	double full;

	*f = (struct figure){ .mem = mem, .w = w };
	while (t != NULL && t->kind != BLOCK_TABLE)
		t = t->next;
	if (t == NULL || !amounts(t, &col, &full))
		return NULL;
	table_bars(&m, t, col, full);
	return f;
}

void table_add_bars(struct arena *mem, struct block *t)
{
	size_t n = t->n_col + 1, col;
	struct cell *cell = arena_array(mem, t->n_row * n, sizeof *cell);
	double full;

	if (!amounts(t, &col, &full))
		return;
	for (size_t r = 0; r < t->n_row; r++) {
		const struct cell *from = &t->cell[r * t->n_col];
		struct cell *to = &cell[r * n];
		struct bar *bar = arena_get(mem, sizeof *bar);

		*bar = amount_bar(from[col].text, full);
		memcpy(to, from, col * sizeof *to);
		to[col] = (struct cell){ .text = "", .bar = r > 0 ? bar : NULL };
		memcpy(&to[col + 1], &from[col], (t->n_col - col) * sizeof *to);
		to[col + 1].number = true;
	}
	t->cell = cell;
	t->n_col = n;
	t->width = arena_array(mem, n, sizeof *t->width);
}

/* ---- choices asked twice ---- */

struct end { size_t line; double y; };

/* Labels at one side, from the top down, no two on each other. */
static void spread(struct end *end, size_t n, double least)
{
	for (size_t i = 1; i < n; i++)
		for (size_t k = i; k > 0 && end[k].y < end[k - 1].y; k--) {
			struct end other = end[k];

			end[k] = end[k - 1];
			end[k - 1] = other;
		}
	for (size_t i = 1; i < n; i++)
		if (end[i].y < end[i - 1].y + least)
			end[i].y = end[i - 1].y + least;
}

static void side(const struct making *m, const struct tally *t, double top, double h,
                 bool left)
{
	struct end end[SLOPE_MOST];
	double w = m->f->w * 0.3, x = left ? 0 : m->f->w - w, size = m->size;

	for (size_t i = 0; i < t->n_choice; i++)
		end[i] = (struct end){ i, top + h * (100 - t->line[i].percent) / 100 };
	spread(end, t->n_choice, size * 1.5);
	for (size_t i = 0; i < t->n_choice; i++) {
		const struct tally_line *l = &t->line[end[i].line];
		struct shape *s = say(m->f, x, end[i].y - size * 0.7, w,
			left ? arena_printf(m->f->mem, "%s  %s", l->label,
			                    text_percent(m->f->mem, l->percent)) :
			arena_printf(m->f->mem, "%s  %s", text_percent(m->f->mem, l->percent),
			             l->label), size, 600);

		s->align = left ? 1 : -1;
		s->lines = 1;
		s->colour = colour_of(m, end[i].line);
		if (end[i].y + size > m->f->h)
			m->f->h = end[i].y + size;
	}
}

static void slope_lines(const struct making *m, double top, double h)
{
	double x = m->f->w * 0.3 + m->size, w = m->f->w - 2 * x;

	for (size_t i = 0; i < m->rr->tally->n_choice; i++) {
		double from = top + h * (100 - m->rr->before->line[i].percent) / 100;
		double to = top + h * (100 - m->rr->tally->line[i].percent) / 100;
		struct shape *s = figure_add(m->f, SHAPE_LINE);

		*s = (struct shape){ SHAPE_LINE, .x = x, .y = from, .w = w, .h = to - from,
		                     .colour = colour_of(m, i), .size = m->size * 0.22 };
		for (int k = 0; k < 2; k++) {
			s = figure_add(m->f, SHAPE_DOT);
			s->x = x + w * k;
			s->y = k == 0 ? from : to;
			s->w = m->size * 0.36;
			s->colour = colour_of(m, i);
		}
	}
}

/* The answers of the two times cannot be paired, so this is lines between totals and not
 * people who moved. */
static bool slope(struct making *m)
{
	const struct report_round *rr = m->rr;
	double w = m->f->w * 0.3, size = m->size, top = size * 2.6;
	double h = fmin(size * 13, m->most - top - size * 2);
	struct buf alt = buf_in(m->f->mem);

	m->f->h = top + h + size;
	for (int k = 0; k < 2; k++) {
		const struct tally *t = k == 0 ? rr->before : rr->tally;
		struct shape *s = say(m->f, k == 0 ? 0 : m->f->w - w, 0, w, arena_printf(m->f->mem,
			"%s (%lld)", tr(m->lang, k == 0 ? N_("Forrige gang") : N_("Denne gangen")),
			(long long)t->people), size * 0.9, 400);

		s->align = k == 0 ? 1 : -1;
		s->colour = COLOUR_SUBTLE;
		side(m, t, top, h, k == 0);
	}
	slope_lines(m, top, h);
	buf_puts(&alt, tr(m->lang, N_("Linjediagram: forrige gang og denne gangen.")));
	for (size_t i = 0; i < rr->tally->n_choice; i++)
		buf_printf(&alt, " %s: %d → %d %%.", rr->tally->line[i].label,
		           rr->before->line[i].percent, rr->tally->line[i].percent);
	m->f->alt = alt.p;
	return true;
}

/* ---- texts ---- */

/* Cards in columns, each under the shortest; those there is no room for are counted. */
static bool cards(struct making *m)
{
	const struct tally *t = m->rr->tally;
	size_t columns = m->f->w > m->size * 50 ? 3 : 2, shown = 0;
	double gap = m->size, w = (m->f->w - gap * (double)(columns - 1)) / (double)columns;
	double bottom[3] = { 0 }, pad = m->size * 0.8, room = m->most - m->size * 2;

	for (size_t i = 0; i < t->n_line; i++) {
		const char *text = t->line[i].count > 1 ? arena_printf(m->f->mem, "%s (×%lld)",
			t->line[i].label, (long long)t->line[i].count) : t->line[i].label;
		double h = text_height(text, m->size, 400, w - 2 * pad) + 2 * pad;
		size_t c = 0;

		for (size_t k = 1; k < columns; k++)
			if (bottom[k] < bottom[c])
				c = k;
		if (bottom[c] + h > room)
			continue;
		box(m->f, (w + gap) * (double)c, bottom[c], w, h, COLOUR_TINT);
		say(m->f, (w + gap) * (double)c + pad, bottom[c] + pad, w - 2 * pad, text, m->size,
		    400)->lines = 200;
		bottom[c] += h + gap;
		m->f->h = fmax(m->f->h, bottom[c]);
		shown++;
	}
	if (shown < t->n_line)
		say(m->f, 0, m->f->h, m->f->w, trn(m->f->mem, m->lang, "og %d til", "og %d til",
		    (int64_t)(t->n_line - shown)), m->size, 400)->colour = COLOUR_SUBTLE;
	m->f->h += m->size * 2;
	m->f->alt = tr(m->lang, N_("Svarene som kort."));
	return shown > 0;
}

const struct figure *figure_of(struct arena *mem, enum lang lang, const struct report_item *it,
                               const struct report_round *rr, double w, double most,
                               double size)
{
	struct figure *f = arena_get(mem, sizeof *f);
	struct making m = { f, lang, it, rr, most, size };
	bool made;

	*f = (struct figure){ .mem = mem, .w = w };
	if (rr->tally == NULL || rr->tally->n_line == 0)
		return NULL;
	if (report_cloud(it->a->kind))
		made = cloud(&m);
	else if (rr->tally->n_choice == 0)
		made = cards(&m);
	else if (report_changed(rr) && rr->tally->n_choice <= SLOPE_MOST)
		made = slope(&m);
	else
		made = bars(&m);
	return made ? f : NULL;
}
