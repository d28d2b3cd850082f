/* ark_tabell.c - tables: columns as wide as they need, the head again on each page, and a
 * row that is higher than a page goes on on the next. */
#include <math.h>
#include <string.h>

#include "jobb/ark.h"
#include "lib/arena.h"

#define COLUMNS_MOST 12
#define PAD 4.5                 /* above and below                    */
#define GAP 14.0                /* between columns                    */
#define MEASURED 300            /* rows; the rest is like them        */
#define WIDE 1000.0             /* no column needs more than this     */
#define NUMBERS_MOST 140.0      /* a column of them is broken only beyond this */
#define BAR_LEAST 110.0
#define BAR_LIKED 190.0
#define BAR_HEIGHT 9.0
#define WHOLE_MOST ((BOTTOM - TOP) * 0.36)     /* smaller tables are not parted */

static const struct style head_style = { 8.5, 1.1, 650, COLOUR_SUBTLE, 0, 0 };
static const struct style cell_style = { 9.5, 1.18, 400, COLOUR_INK, 0, 0 };
static const struct style name_style = { 9.5, 1.18, 600, COLOUR_INK, 0, 0 };
static const struct style caption_style = { 10.5, 1.2, 650, COLOUR_DARK, 0, 5 };
static const struct style said_style = { 9, 1.2, 400, COLOUR_SUBTLE, 0, 5 };
#define CAPTION_SHORT 60        /* bytes; longer than that it is a sentence */

struct setting {
	struct sheet *s;
	const struct block *b;
	double x[COLUMNS_MOST], w[COLUMNS_MOST];
	double tail;            /* of what is said below it */
};

static const struct cell *cell_at(const struct block *b, size_t row, size_t col)
{
	return &b->cell[row * b->n_col + col];
}

static const struct style *style_of(const struct block *b, size_t row, const struct cell *c)
{
	if (row == 0)
		return &head_style;
	return c->head || (b->sum && row + 1 == b->n_row) ? &name_style : &cell_style;
}

/* Both lines of a cell in one layout; the second is smaller. */
static PangoLayout *cell_layout(struct sheet *s, const struct block *b, size_t row, size_t col,
                                double w)
{
	const struct cell *c = cell_at(b, row, col);
	const char *text = c->small == NULL ? c->text :
	                   arena_printf(s->mem, "%s\n%s", c->text, c->small);
	PangoLayout *l = sheet_layout(s, text, style_of(b, row, c), w);
	PangoAttrList *list = pango_attr_list_new();

	if (c->number)
		pango_attr_list_insert(list, pango_attr_font_features_new("tnum=1"));
	if (c->small != NULL) {
		PangoAttribute *size = pango_attr_size_new_absolute((int)(8.5 * PANGO_SCALE));
		PangoAttribute *weight = pango_attr_weight_new(PANGO_WEIGHT_NORMAL);

		size->start_index = weight->start_index = (guint)strlen(c->text);
		pango_attr_list_insert(list, size);
		pango_attr_list_insert(list, weight);
	}
	pango_layout_set_attributes(l, list);
	pango_attr_list_unref(list);
	if (c->number)
		pango_layout_set_alignment(l, PANGO_ALIGN_RIGHT);
	return l;
}

/* The width of a cell with nothing broken. */
static double cell_width(struct sheet *s, const struct block *b, size_t row, size_t col)
{
	PangoLayout *l = cell_layout(s, b, row, col, 0);
	int w;

	pango_layout_get_size(l, &w, NULL);
	g_object_unref(l);
	return fmin(ceil((double)w / PANGO_SCALE) + 1, WIDE);
}

static void equal_figures(PangoLayout *l)
{
	PangoAttrList *list = pango_attr_list_new();

	pango_attr_list_insert(list, pango_attr_font_features_new("tnum=1"));
	pango_layout_set_attributes(l, list);
	pango_attr_list_unref(list);
}

/* The same broken at every space: what stands together, as a time from-to, stays so. */
static double word_width(struct sheet *s, const struct block *b, size_t row, size_t col)
{
	char *text = arena_strdup(s->mem, cell_at(b, row, col)->text);
	PangoLayout *l;
	int w;

	for (char *p = text; *p != '\0'; p++)
		if (*p == ' ')
			*p = '\n';
	l = sheet_layout(s, text, style_of(b, row, cell_at(b, row, col)), 0);
	if (cell_at(b, row, col)->number)
		equal_figures(l);
	pango_layout_get_size(l, &w, NULL);
	g_object_unref(l);
	return fmin(ceil((double)w / PANGO_SCALE) + 1, 110);
}

static bool numbers(const struct block *b, size_t col)
{
	return b->n_row > 1 && cell_at(b, b->n_row - 1, col)->number;
}

static bool of_bars(const struct block *b, size_t col)
{
	return b->n_row > 1 && cell_at(b, 1, col)->bar != NULL;
}

/* What each column must have, then what it would like of the rest; the widest gets what
 * nobody wants, so that tables below each other are equally wide. */
static void columns(struct setting *t)
{
	const struct block *b = t->b;
	double least[COLUMNS_MOST], like[COLUMNS_MOST], sum_least = 0, sum_more = 0, room;
	size_t widest = 0;

	for (size_t c = 0; c < b->n_col; c++) {
		least[c] = like[c] = 24;
		for (size_t r = 0; r < b->n_row && r < MEASURED; r++) {
			least[c] = fmax(least[c], word_width(t->s, b, r, c));
			like[c] = fmax(like[c], cell_width(t->s, b, r, c));
		}
		if (of_bars(b, c)) {
			least[c] = BAR_LEAST;
			like[c] = BAR_LIKED;
		} else if (numbers(b, c)) {
			least[c] = fmin(like[c], NUMBERS_MOST);
		} else if (numbers(b, widest) || like[c] > like[widest]) {
			widest = c;
		}
		sum_least += least[c];
		sum_more += fmax(0, like[c] - least[c]);
	}
	room = WIDTH - GAP * (double)(b->n_col - 1) - sum_least;
	for (size_t c = 0; c < b->n_col; c++) {
		double more = fmax(0, like[c] - least[c]);

		b->width[c] = least[c];
		if (room < 0)
			b->width[c] += room * least[c] / sum_least;
		else if (sum_more > 0)
			b->width[c] += more * fmin(1, room / sum_more);
	}
	if (room > sum_more)
		b->width[widest] += room - sum_more;
}

static void rule(struct sheet *s, double y, double thick, uint32_t colour)
{
	sheet_tag(s, TAG_DECORATION);
	colour_set(s->cr, colour);
	cairo_rectangle(s->cr, LEFT, y, WIDTH, thick);
	cairo_fill(s->cr);
	sheet_untag(s, TAG_DECORATION);
}

struct strip {
	PangoLayout *l[COLUMNS_MOST];
	int at[COLUMNS_MOST], lines[COLUMNS_MOST];
	double h;               /* of what is left of it, without padding */
};

static void row_measure(const struct setting *t, struct strip *row)
{
	row->h = 0;
	for (size_t c = 0; c < t->b->n_col; c++) {
		double h = 0;

		if (row->at[c] < row->lines[c])
			layout_fit(row->l[c], row->at[c], 1e9, &h);
		row->h = fmax(row->h, h);
	}
}

static void row_begin(const struct setting *t, size_t r, struct strip *row)
{
	*row = (struct strip){ .h = 0 };
	for (size_t c = 0; c < t->b->n_col; c++) {
		row->l[c] = cell_layout(t->s, t->b, r, c, t->w[c]);
		row->lines[c] = pango_layout_get_line_count(row->l[c]);
	}
	row_measure(t, row);
}

static void row_end(const struct setting *t, struct strip *row)
{
	for (size_t c = 0; c < t->b->n_col; c++)
		g_object_unref(row->l[c]);
}

static void put_bar(const struct setting *t, size_t c, const struct bar *bar)
{
	struct shape shape[2] = {
		{ SHAPE_BOX, .w = t->w[c], .h = BAR_HEIGHT, .colour = COLOUR_TRACK },
		{ SHAPE_BOX, .w = t->w[c] * bar->share, .h = BAR_HEIGHT, .colour = bar->colour,
		  .hatched = bar->hatched },
	};
	const struct figure f = { .shape = shape, .n = 2 };

	sheet_tag(t->s, TAG_DECORATION);
	cairo_save(t->s->cr);
	cairo_translate(t->s->cr, t->x[c], t->s->y + PAD + 1.6);
	figure_draw(t->s->cr, &f);
	cairo_restore(t->s->cr);
	sheet_untag(t->s, TAG_DECORATION);
}

/* As many lines of each cell as there is room for.  The height they took.  For who listens
 * there is no column of bars. */
static double row_part(const struct setting *t, size_t r, struct strip *row, double room,
                       bool tagged)
{
	double tallest = 0;

	if (tagged)
		sheet_tag(t->s, "TR");
	for (size_t c = 0; c < t->b->n_col; c++) {
		const struct cell *cell = cell_at(t->b, r, c);
		const char *tag = r == 0 || cell->head ? "TH" : "TD";
		double h = 0;
		int to = row->at[c];

		if (of_bars(t->b, c)) {
			if (cell->bar != NULL && to == 0)
				put_bar(t, c, cell->bar);
			row->at[c] = row->lines[c];
			continue;
		}
		if (to < row->lines[c])
			to = layout_fit(row->l[c], to, room, &h);
		if (tagged)
			sheet_tag(t->s, tag);
		if (to > row->at[c])
			sheet_lines(t->s, row->l[c], style_of(t->b, r, cell), row->at[c], to,
			            t->x[c], t->s->y + PAD);
		if (tagged)
			sheet_untag(t->s, tag);
		row->at[c] = to;
		tallest = fmax(tallest, h);
	}
	if (tagged)
		sheet_untag(t->s, "TR");
	return tallest;
}

static void put_head(const struct setting *t, bool again)
{
	struct strip row;
	bool said = false;

	for (size_t c = 0; c < t->b->n_col; c++)
		said |= cell_at(t->b, 0, c)->text[0] != '\0';
	if (!said)
		return;
	row_begin(t, 0, &row);
	if (again)
		sheet_tag(t->s, TAG_DECORATION);
	row_part(t, 0, &row, BOTTOM - TOP, !again);
	if (again)
		sheet_untag(t->s, TAG_DECORATION);
	t->s->y += row.h + 2 * PAD;
	rule(t->s, t->s->y - 1, 1, COLOUR_INK);
	row_end(t, &row);
}

static void break_page(const struct setting *t)
{
	sheet_new_page(t->s, true);
	put_head(t, true);
}

static bool row_left(const struct setting *t, const struct strip *row)
{
	for (size_t c = 0; c < t->b->n_col; c++)
		if (row->at[c] < row->lines[c])
			return true;
	return false;
}

static double row_height(const struct setting *t, size_t r)
{
	struct strip row;
	double h;

	row_begin(t, r, &row);
	h = row.h + 2 * PAD;
	row_end(t, &row);
	return h;
}

/* What row r has with it on its page: the last one does not go to a new page alone, and what
 * is said below the table not without it. */
static double followers(const struct setting *t, size_t r)
{
	double h = 0;

	if (r + 2 == t->b->n_row && r >= 2)
		h = row_height(t, r + 1);
	if (h > (BOTTOM - TOP) / 4)
		return 0;
	return r + 2 >= t->b->n_row ? h + t->tail : 0;
}

static void put_row(const struct setting *t, size_t r)
{
	struct strip row;
	bool broken = false;

	row_begin(t, r, &row);
	if (row.h + 2 * PAD + followers(t, r) > sheet_room(t->s) &&
	    row.h < (BOTTOM - TOP) * 0.4 && followers(t, r) > 0)
		break_page(t);
	do {
		double whole = row.h + 2 * PAD, h;

		if (whole > sheet_room(t->s) && (broken || whole < (BOTTOM - TOP) * 0.6 ||
		                                 sheet_room(t->s) < 80))
			break_page(t);
		h = row_part(t, r, &row, fmax(sheet_room(t->s) - 2 * PAD, 40), true);
		t->s->y += h + 2 * PAD;
		t->s->fresh = false;
		broken = true;
		row_measure(t, &row);
	} while (row_left(t, &row));
	rule(t->s, t->s->y - 0.3, 0.6, COLOUR_LINE);
	row_end(t, &row);
}

static void prepare(struct setting *t, struct sheet *s, const struct block *b)
{
	double x = LEFT;

	*t = (struct setting){ .s = s, .b = b };
	if (b->width[0] == 0)
		columns(t);
	for (size_t c = 0; c < b->n_col; c++) {
		t->w[c] = b->width[c];
		t->x[c] = x;
		x += t->w[c] + GAP;
	}
}

double sheet_table_least(struct sheet *s, const struct block *b, double tail)
{
	struct setting t;
	double h = b->text != NULL ? 22 : 0, few = 0;

	if (b->n_row == 0 || b->n_col > COLUMNS_MOST)
		return 0;
	prepare(&t, s, b);
	for (size_t r = 0; r < b->n_row; r++) {
		h += fmin(row_height(&t, r), 200);
		if (r < 3)
			few = h;
		if (h > WHOLE_MOST)
			return few;
	}
	return h + tail;
}

void sheet_table(struct sheet *s, const struct block *b, double tail)
{
	struct setting t;

	if (b->n_row == 0 || b->n_col > COLUMNS_MOST)
		return;
	prepare(&t, s, b);
	t.tail = tail;
	sheet_need(s, fmin(sheet_table_least(s, b, tail), (BOTTOM - TOP) * 0.6));
	sheet_tag(s, "Table");
	if (b->text != NULL) {
		sheet_flow(s, "Caption", b->text, strlen(b->text) > CAPTION_SHORT ?
		           &said_style : &caption_style, LEFT, WIDTH);
		s->y += caption_style.after;
	}
	put_head(&t, false);
	s->fresh = false;
	for (size_t r = 1; r < b->n_row; r++)
		put_row(&t, r);
	sheet_untag(s, "Table");
	s->y += 14;
}
