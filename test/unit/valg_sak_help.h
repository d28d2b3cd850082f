/* valg_sak_help.h - files of election cases in tests, and the answers to them. */
#ifndef TEST_VALG_SAK_HELP_H
#define TEST_VALG_SAK_HELP_H

#include "saksfil_help.h"

/* Of the i-th case; NULL: an error. */
const json_t *answer_result(const struct answers *, size_t i);

/* A person on a list. */
#define P(name, gender) "{'name': '" name "', 'gender': '" gender "'}"
#define FOUR P("K1", "K") ", " P("M1", "M") ", " P("K2", "K") ", " P("M2", "M")

#endif
