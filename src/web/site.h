/* site.h - what the whole running program shares.
 *
 * Made once by app/drift/program.c, then handed to every request.  It owns
 * nothing but the instance key.
 */
#ifndef WEB_SITE_H
#define WEB_SITE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct brake;
struct live;
struct memory;
struct page;
struct sending;
struct store;
struct world;

#define SITE_KEY_BYTES 32
#define SITE_TABLES_MAX 24

struct site {
	struct store *store;
	struct live *live;
	struct memory *memory;         /* of open rounds, app/aktivitet/husk.h       */
	struct brake *brake;           /* on guessing, web/brake.h                   */
	struct sending *pictures;      /* on their way right now, app/bilde/send.c   */
	const struct world *world;
	const char *base;              /* "https://samling.example", no last slash   */
	bool secure;                   /* base is https: cookies get __Host-, HSTS   */
	bool development;              /* login links may be printed in the log      */
	int64_t upkeep_at;             /* mono ms: when the clock's work is due      */
	const char *dir;               /* the data folder                            */
	unsigned char key[SITE_KEY_BYTES];  /* signs form tokens; in the data folder */
	const struct page *table[SITE_TABLES_MAX];   /* one a feature, NULL ends     */
};

/* Reads DIR/noekkel, or makes it (0600).  False: the disk; already logged. */
bool site_key_load(struct site *);

#endif
