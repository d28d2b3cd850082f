/* saksfil_help.h - files of cases in tests, and the answers to them: of elections and of
 * impartiality alike.  The test program says which by its `cases_each`. */
#ifndef TEST_SAKSFIL_HELP_H
#define TEST_SAKSFIL_HELP_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "app/saksfil/saksfil.h"

typedef void cases_take(void *arg, const struct saksfil_answer *);
extern void (*const cases_each)(const char *bytes, size_t n, cases_take *, void *arg);

struct answers {
	json_t *all;            /* the JSON of each, in an array */
	size_t wrong;
	char error[700];        /* the first                     */
	struct buf text;        /* what a person reads           */
};

/* JSON in these tests may be written with ' for its quotation marks: answer() and json_of()
 * put them right, answer_bytes() does not.  The caller frees. */
char *json_of(const char *text);
struct answers answer(const char *text);
struct answers answer_bytes(const char *bytes, size_t n);
struct answers answers_of_file(const char *path);
void answers_free(struct answers *);

/* All answers of a file of cases, and of the blocks of ```json in a manual. */
void cases_of_file(const char *path, cases_take *, void *arg);
void cases_of_manual(const char *path, cases_take *, void *arg);

#endif
