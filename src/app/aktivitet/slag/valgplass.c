#include "app/aktivitet/slag/valgplass.h"

#include "lib/utf8.h"

/* Tenths of a rem; assets/css/lerret.css.  A rem is 20 px at 1920 x 1080. */
enum { WIDE = 665, HIGH = 385, TITLE_LINE = 40, TITLE_LETTERS = 42 };
enum { LETTER = 52 };                   /* hundredths of its height */

static const int sizes[VALGPLASS_SIZES] = { 20, 17, 15, 13, 11, 10 };

int valgplass_width(int size)
{
	return WIDE * 100 / sizes[size];
}

int valgplass_height(int size, const char *title)
{
	int more = (int)((utf8_length(title) - 1) / TITLE_LETTERS);

	return (HIGH - more * TITLE_LINE) * 100 / sizes[size];
}

int valgplass_lines(size_t letters, int size, int indent)
{
	return (int)letters * LETTER / (valgplass_width(size) - indent) + 1;
}
