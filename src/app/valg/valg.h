/* valg.h - elections in the council: the helper for secretaries, public and stored nowhere. */
#ifndef APP_VALG_VALG_H
#define APP_VALG_VALG_H

#include "web/page.h"

extern const struct page valg_pages[];
extern const struct page valg_fil_pages[];      /* kept as a file, opened from one  */

#endif
