/* habilitet.h - impartiality: a self-check, a checklist for the meeting, and cases from a file,
 * all answered with the section in hand and stored nowhere. */
#ifndef APP_HABILITET_HABILITET_H
#define APP_HABILITET_HABILITET_H

#include "web/page.h"

extern const struct page habilitet_pages[];

/* `samling habilitet`.  Exit status 2: a case or an option is not as it should be, which has
 * been said. */
int habilitet_command(int argc, char **argv, const struct page *const *tables);

#endif
