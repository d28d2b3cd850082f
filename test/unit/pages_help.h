/* pages_help.h - who visits the page tests, what they may, and where.
 *
 * The written matrix is `visitors`: the rights that each has with no samling in the path,
 * in ours and in the other one; and `stricter`: rows whose handler refuses some of those
 * that the row's right lets in.  Everything else is computed from the row, so a new row is
 * visited without a word here, but for a new name in braces (see fill() in the .c).
 */
#ifndef TEST_PAGES_HELP_H
#define TEST_PAGES_HELP_H

#include "visit.h"

#include "web/page.h"

enum { NOBODY, PARTICIPANT, WALL, REMOTE, CLICKER, CONTACT, OTHER_CONTACT, LEADER,
       OTHER_LEADER, CONSOLE, COORDINATOR, PROGRAMLEDER, VISITORS };

struct visitor {
	const char *name;
	uint32_t always, here, there;   /* rights */
	uint32_t link;                  /* and what the link in the path gives */
	bool login;
};
extern const struct visitor visitors[VISITORS];

struct place {                   /* a samling and what is in it, by the name in braces  */
	int64_t punkt_bilde;            /* an item with a picture, see hang_picture() */
	int64_t punkt_kort;             /* an item with cards                         */
	int64_t punkt_ord;              /* a word cloud                               */
	int64_t punkt_valg;             /* an election                                */
	int64_t punkt_gruppe;           /* group work                                 */
	int64_t samling, punkt, navn, lenke, runde, person;
};

struct pages_world {
	struct site_test *t;
	struct browser browser[VISITORS];
	const char *nokkel[VISITORS];
	const char *login, *setup;       /* unspent */
	struct place ours, other;
};
extern struct pages_world w;

/* For cmocka's groups: a site with two samlinger and all the visitors; kept, see visit.h. */
int pages_open(void **state);
int pages_close(void **state);

/* Ids from two places may be mixed: `of` is whose samling, `things` whose contents. */
const char *pages_path(const struct page *, const struct place *of, const struct place *things,
                       int visitor);
const char *pages_cookies(int visitor);
/* The token that this visitor's form on that page would carry. */
const char *pages_token(const char *path, int visitor);

bool pages_has(const struct page *, const char *in_path);
/* The status of somebody who may not; 0: may. `here`: in our samling. */
int pages_refusal(const struct page *, int visitor, bool here);

struct got pages_get(const char *method, const char *path, int visitor);
struct got pages_post(const char *path, int visitor, const char *origin, const char *body);

/* The headers that every answer has. */
void assert_strict(const struct got *, const char *what);

#endif
