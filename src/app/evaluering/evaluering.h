/* evaluering.h - what everybody is asked when the days are over, and what coordinators see.
 *
 * The questions are the same everywhere, so that samlinger can be held against each other.
 * The kind (aktivitet/slag/evaluering.c) asks them; the page /evalueringer shows koordinator
 * and programleder the figures of each samling, never what anybody wrote, and nothing of one
 * that fewer than five answered.
 *
 * An answer is stored as pairs: "1=6" to "5=1" the statements with 1 to 6, "6=1" to "6=3" the
 * balance, "7=2" a theme that was useful, "8=2" one for the next time.
 */
#ifndef APP_EVALUERING_EVALUERING_H
#define APP_EVALUERING_EVALUERING_H

#include "web/page.h"

#define EVALUERING_STATEMENTS 5
#define EVALUERING_BALANCE 6    /* the first part of its pairs                */
#define EVALUERING_USEFUL 7
#define EVALUERING_NEXT 8
#define EVALUERING_BALANCES 3

struct evaluering_statement {
	const char *said, *brief;   /* msgids: whole, and over a column           */
};
extern const struct evaluering_statement evaluering_statement[EVALUERING_STATEMENTS];

extern const struct page evaluering_pages[];

#endif
