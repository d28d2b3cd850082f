/* valg_sak_help.h - files of election cases in tests, and the answers to them. */
#ifndef TEST_VALG_SAK_HELP_H
#define TEST_VALG_SAK_HELP_H

#include <jansson.h>
#include <stddef.h>

#include "lib/buf.h"

struct answers {
	json_t *all;            /* the JSON of each, in an array */
	size_t wrong;
	char error[400];        /* the first                     */
	struct buf text;        /* what a person reads           */
};

/* JSON in these tests may be written with ' for its quotation marks: answer() and json_of()
 * put them right, answer_bytes() does not.  The caller frees. */
char *json_of(const char *text);
struct answers answer(const char *text);
struct answers answer_bytes(const char *bytes, size_t n);
void answers_free(struct answers *);

/* Of the i-th case; NULL: an error. */
const json_t *answer_result(const struct answers *, size_t i);

/* A person on a list. */
#define P(name, gender) "{'name': '" name "', 'gender': '" gender "'}"
#define FOUR P("K1", "K") ", " P("M1", "M") ", " P("K2", "K") ", " P("M2", "M")

#endif
