/* ord.h - which words of a cloud are the same: what people decide, and the command. */
#ifndef APP_ORD_ORD_H
#define APP_ORD_ORD_H

struct page;

/* `samling ordsky --json < answers.csv`: the words of a file, without a database.  Exit
 * status 2: the file is not understood, and line and column have been said. */
int ordsky_command(int argc, char **argv, const struct page *const *tables);

#endif
