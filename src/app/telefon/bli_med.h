/* bli_med.h - from a code to a seat: the front page and its form. */
#ifndef APP_TELEFON_BLI_MED_H
#define APP_TELEFON_BLI_MED_H

#include "web/page.h"

extern const struct field code_fields[], join_fields[];

enum outcome join_page(struct req *) MUST;
enum outcome join_page_with_code(struct req *) MUST;
enum outcome join(struct req *) MUST;

#endif
