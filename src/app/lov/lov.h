/* lov.h - the table of sections as pages that anybody can read: what the rules obey. */
#ifndef APP_LOV_LOV_H
#define APP_LOV_LOV_H

#include "web/page.h"

extern const struct page lov_pages[];

/* "/lov/kommuneloven/7-6": the page of a section. */
char *lov_path(struct arena *, const char *act, const char *section);

/* `samling lov`: loads the wording of an act from a file, takes it out, or says which there are. */
int lov_command(int argc, char **argv, const struct page *const *tables);

#endif
