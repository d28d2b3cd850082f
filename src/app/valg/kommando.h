/* kommando.h - `samling valg`: an election from a file. */
#ifndef APP_VALG_KOMMANDO_H
#define APP_VALG_KOMMANDO_H

struct page;

/* Exit status 2: a case or an option is not as it should be, which has been said; with
 * --kontroller also that an answer is not what was expected. */
int valg_command(int argc, char **argv, const struct page *const *tables);

#endif
