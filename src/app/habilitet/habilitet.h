/* habilitet.h - impartiality: cases from a file, answered with the section in hand. */
#ifndef APP_HABILITET_HABILITET_H
#define APP_HABILITET_HABILITET_H

struct page;

/* `samling habilitet`.  Exit status 2: a case or an option is not as it should be, which has
 * been said. */
int habilitet_command(int argc, char **argv, const struct page *const *tables);

#endif
