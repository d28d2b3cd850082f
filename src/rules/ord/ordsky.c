#include "rules/ord/ordsky.h"

#include <math.h>
#include <string.h>

#include "lib/arena.h"
#include "lib/utf8.h"
#include "rules/ord/inter_bredde.h"

#define N(a) (sizeof(a) / sizeof(a)[0])

/* Sizes as shares of the box's height, or of the width of a box that is high. */
#define LARGEST 0.16
#define SMALLEST 0.05           /* of a word used once, before all shrink   */
#define UNREADABLE 0.016        /* below this a word is rather not shown    */
#define HIGH_BOX 0.6

#define SHRINK 0.95             /* from one attempt to the next             */
#define ATTEMPTS 46             /* LARGEST is then UNREADABLE               */
#define TOO_LONG 1000000        /* for any box: no need to measure further  */
#define FULL 0.80               /* words never fill more of a box than this */
#define STEPS 5000              /* places along the spiral                  */
#define ACCENTED 3              /* words in colour 0                        */

struct rect { int left, top, right, bottom; };

struct item {
	const struct ordsky_word *word;
	int advance, top, bottom;       /* of the whole text, thousandths of its size */
	uint32_t hash;
	double share;                   /* of the largest size                        */
	int size, x, y;
	struct rect rect;
	bool done;
};

struct point { float x, y; };

struct sky {
	struct item *item;
	size_t n;
	int width, height;
	double unit;                    /* what sizes are shares of                   */
	struct point *spiral;           /* STEPS, in a circle that covers the box     */
};

/* Letters the table does not know are guessed wide and high: an emoji is at most
 * this, whichever font draws it.  Signs without width join those before them. */
static struct inter letter(uint32_t cp)
{
	struct inter known = { 0 };

	if (cp == 0x200d || cp == 0xfe0e || cp == 0xfe0f)
		return known;
	if (cp >= INTER_LOW_FIRST && cp - INTER_LOW_FIRST < N(inter_low))
		known = inter_low[cp - INTER_LOW_FIRST];
	if (cp >= INTER_PUNCTUATION_FIRST && cp - INTER_PUNCTUATION_FIRST < N(inter_punctuation))
		known = inter_punctuation[cp - INTER_PUNCTUATION_FIRST];
	if (known.advance > 0)
		return known;
	return (struct inter){ cp >= 0x1f000 ? 1400 : 1100, 1000, -300 };
}

static void measure(struct item *it)
{
	const char *p = it->word->label;
	uint32_t cp;

	while (it->advance < TOO_LONG && (cp = utf8_next(&p)) != 0) {
		struct inter l = letter(cp);

		it->advance += l.advance;
		if (l.top > it->top)
			it->top = l.top;
		if (l.bottom < it->bottom)
			it->bottom = l.bottom;
	}
}

/* FNV-1a of the key: a word begins at its own angle and has its own colour, whatever
 * the other words are. */
static uint32_t hash_of(const char *s)
{
	uint32_t h = 2166136261u;

	for (; *s != '\0'; s++)
		h = (h ^ (unsigned char)*s) * 16777619u;
	return h ^ h >> 15;
}

static int scaled(int thousandths, int size)
{
	return (int)(((int64_t)thousandths * size + 999) / 1000);
}

/* The rectangle of a word whose text has its middle at x and stands on y. */
static struct rect rect_at(const struct item *it, int x, int y)
{
	int margin = 1 + it->size / 16;
	int half = (scaled(it->advance, it->size) + 1) / 2 + margin;

	return (struct rect){ x - half, y - scaled(it->top, it->size) - margin,
	                      x + half, y + scaled(-it->bottom, it->size) + margin };
}

static bool overlap(const struct rect *a, const struct rect *b)
{
	return a->left < b->right && b->left < a->right &&
	       a->top < b->bottom && b->top < a->bottom;
}

static bool inside(const struct sky *s, const struct rect *r)
{
	return r->left >= 0 && r->top >= 0 && r->right <= s->width && r->bottom <= s->height;
}

/* Puts the word there if there is room.  What stood in the way stands in *hit: it
 * is most often in the way of the next step too. */
static bool put(struct sky *s, struct item *it, int x, int y, size_t *hit)
{
	struct rect r = rect_at(it, x, y);

	if (!inside(s, &r))
		return false;
	if (s->item[*hit].done && overlap(&r, &s->item[*hit].rect))
		return false;
	for (size_t i = 0; i < s->n; i++) {
		if (s->item[i].done && overlap(&r, &s->item[i].rect)) {
			*hit = i;
			return false;
		}
	}
	it->x = x;
	it->y = y;
	it->rect = r;
	it->done = true;
	return true;
}

/* Archimedes' spiral with as far between two turns as between two steps, so that the
 * steps lie evenly over the box.  sqrt(2): its corners too. */
static struct point *spiral_new(struct arena *a)
{
	struct point *p = arena_array(a, STEPS, sizeof *p);

	for (int i = 0; i < STEPS; i++) {
		double r = sqrt(2.0 * i / STEPS), angle = sqrt(4 * M_PI * i);

		p[i] = (struct point){ (float)(r * cos(angle)), (float)(r * sin(angle)) };
	}
	return p;
}

static bool put_on_spiral(struct sky *s, struct item *it)
{
	double angle = it->hash % 4096 * (2 * M_PI / 4096);
	double c = cos(angle), d = sin(angle);
	int lower = (scaled(it->top, it->size) - scaled(-it->bottom, it->size)) / 2;
	size_t hit = 0;

	for (int i = 0; i < STEPS; i++) {
		double px = s->spiral[i].x, py = s->spiral[i].y;
		double x = s->width / 2.0 * (1 + c * px - d * py);
		double y = s->height / 2.0 * (1 + d * px + c * py);

		if (put(s, it, (int)lround(x), (int)lround(y) + lower, &hit))
			return true;
	}
	return false;
}

static int size_at(const struct sky *s, double share)
{
	int size = (int)((share > UNREADABLE ? share : UNREADABLE) * s->unit);

	return size > 1 ? size : 1;
}

/* Everything at this scale.  The words that keep their place come first, or a new
 * word would take it.  Stops at the first that has no room, unless `all`. */
static bool try_scale(struct sky *s, double scale, bool all)
{
	bool fits = true;
	size_t hit = 0;

	for (size_t i = 0; i < s->n; i++) {
		struct item *it = &s->item[i];

		it->size = size_at(s, it->share * scale);
		it->done = false;
	}
	for (size_t i = 0; i < s->n; i++)
		if (s->item[i].word->placed)
			put(s, &s->item[i], s->item[i].word->x, s->item[i].word->y, &hit);
	for (size_t i = 0; i < s->n && (fits || all); i++)
		if (!s->item[i].done && !put_on_spiral(s, &s->item[i]))
			fits = false;
	return fits;
}

/* The share of the box that the words would cover at this scale. */
static double cover(const struct sky *s, double scale)
{
	double area = 0;

	for (size_t i = 0; i < s->n; i++) {
		double size = size_at(s, s->item[i].share * scale) / 1000.0;

		area += s->item[i].advance * size * (s->item[i].top - s->item[i].bottom) * size;
	}
	return area / s->width / s->height;
}

/* Everything smaller and smaller until it fits.  The steps are always the same, so
 * that one word more does not change the size of all others a little. */
static void place_all(struct sky *s)
{
	double scale = 1;

	for (int i = 0; i < ATTEMPTS; i++, scale *= SHRINK) {
		bool last = i == ATTEMPTS - 1;

		if ((last || cover(s, scale) <= FULL) && try_scale(s, scale, last))
			return;
	}
}

static bool readable(const struct sky *s, struct item *it)
{
	it->size = size_at(s, UNREADABLE);
	it->rect = rect_at(it, 0, 0);
	return it->rect.right - it->rect.left <= s->width &&
	       it->rect.bottom - it->rect.top <= s->height;
}

static void choose_words(struct sky *s, const struct ordsky_word *word, size_t n)
{
	int64_t most = n > 0 ? word[0].count : 0;

	for (size_t i = 0; i < n && s->n < ORDSKY_MOST; i++) {
		struct item *it = &s->item[s->n];

		*it = (struct item){ .word = &word[i], .hash = hash_of(word[i].key) };
		it->share = LARGEST * sqrt((double)word[i].count / (double)most);
		if (it->share < SMALLEST)
			it->share = SMALLEST;
		measure(it);
		s->n += readable(s, it);
	}
}

static struct ordsky_place place_of(const struct item *it, bool accented)
{
	return (struct ordsky_place){
		.key = it->word->key, .label = it->word->label, .count = it->word->count,
		.x = it->x, .y = it->y, .size = it->size,
		.colour = accented ? 0 : 1 + (int)(it->hash / 4096 % (ORDSKY_COLOURS - 1)),
		.left = it->rect.left, .top = it->rect.top,
		.right = it->rect.right, .bottom = it->rect.bottom,
	};
}

struct ordsky ordsky_layout(struct arena *a, const struct ordsky_word *word, size_t n,
                            int width, int height)
{
	struct sky s = { .width = width, .height = height };
	struct ordsky out = { 0 };

	s.unit = height < HIGH_BOX * width ? height : HIGH_BOX * width;
	s.item = arena_array(a, ORDSKY_MOST, sizeof *s.item);
	s.spiral = spiral_new(a);
	choose_words(&s, word, n);
	place_all(&s);
	out.place = arena_array(a, s.n, sizeof *out.place);
	for (size_t i = 0; i < s.n; i++) {
		/* When all are equally frequent, none stands out. */
		bool accented = i < ACCENTED && s.item[i].word->count > s.item[s.n - 1].word->count;

		if (s.item[i].done)
			out.place[out.n++] = place_of(&s.item[i], accented);
	}
	out.not_shown = n - out.n;
	return out;
}
