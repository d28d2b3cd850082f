/* regler.h - the council's own rules: cards with their sections, and small calculators. */
#ifndef APP_REGLER_REGLER_H
#define APP_REGLER_REGLER_H

#include "web/page.h"

extern const struct page regler_pages[];

#endif
