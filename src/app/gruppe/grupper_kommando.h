/* grupper_kommando.h - `samling grupper`: a plan of mixed groups from files. */
#ifndef APP_GRUPPE_GRUPPER_KOMMANDO_H
#define APP_GRUPPE_GRUPPER_KOMMANDO_H

struct page;

/* Exit status 2: a file or an option is not as it should be, which has been said. */
int grupper_command(int argc, char **argv, const struct page *const *tables);

#endif
