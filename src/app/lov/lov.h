/* lov.h - the table of sections as pages that anybody can read: what the rules obey. */
#ifndef APP_LOV_LOV_H
#define APP_LOV_LOV_H

#include "web/page.h"

extern const struct page lov_pages[];

/* "/lov/kommuneloven/7-6": the page of a section. */
char *lov_path(struct arena *, const char *act, const char *section);

/* The one of two texts that is in the language. */
const char *lov_in(enum lang, const char *nb, const char *nn);

/* With a capital letter first: "Kommuneloven", "Åttende ledd". */
char *lov_head(struct arena *, const char *);

/* "1. juli 2023". */
char *lov_day(struct arena *, enum lang, const char *iso);

/* `samling lov`: loads the wording of an act from a file, takes it out, or says which there are. */
int lov_command(int argc, char **argv, const struct page *const *tables);

#endif
