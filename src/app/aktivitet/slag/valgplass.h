/* valgplass.h - how large an election can be written on the wall.
 *
 * The wall does not scroll, and a hall reads it from the back: letters have six sizes, and what
 * has no room in the smallest is left to phones and paper (forholdsvalg.h says what).  Nothing
 * is measured in a browser; a letter is taken to be half as wide as it is high, as in Inter. */
#ifndef APP_AKTIVITET_SLAG_VALGPLASS_H
#define APP_AKTIVITET_SLAG_VALGPLASS_H

#include <stddef.h>

/* Sizes are the N of class valgm-N in assets/css/valgmoete.css, 0 the largest. */
#define VALGPLASS_SIZES 6
#define VALGPLASS_SMALLEST (VALGPLASS_SIZES - 1)

/* Hundredths of the height of a letter. */
enum { VALGPLASS_ROW = 195, VALGPLASS_LINE = 140, VALGPLASS_GAP = 110 };

/* The room beside the code, in hundredths of a letter of that size. */
int valgplass_width(int size);
int valgplass_height(int size, const char *title);

/* How many lines a text of so many letters takes, with `indent` hundredths taken off. */
int valgplass_lines(size_t letters, int size, int indent);

#endif
