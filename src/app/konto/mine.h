/* mine.h - what somebody has before them after logging in; language; privacy. */
#ifndef APP_KONTO_MINE_H
#define APP_KONTO_MINE_H

#include "web/page.h"

struct mine {
	int64_t id;
	const char *title, *municipality, *place, *first, *last;   /* dates may be "" */
	enum samling_phase phase;
	bool leads;                    /* else only speaks for the municipality        */
};

extern const struct field language_fields[];

enum outcome mine_page(struct req *) MUST;
enum outcome language(struct req *) MUST;
enum outcome privacy_page(struct req *) MUST;

#endif
