/* evaluering.h - between slag/evaluering.c and its template. */
#ifndef APP_AKTIVITET_SLAG_EVALUERING_H
#define APP_AKTIVITET_SLAG_EVALUERING_H

#include "app/aktivitet/kind.h"
#include "web/text.h"

#define EVALUERING_MOST 3       /* themes that one person may take of a list  */
#define EVALUERING_LETTERS 1000 /* of what is written                         */
#define EVALUERING_BALANCE_SAID N_("Tiden til samtaler og gruppearbeid var")

/* What this person wrote, "" if nothing. */
const char *evaluering_written(const struct drawing *);

#endif
