/* program.h - the running program: everything opened, in order.
 *
 * Used by `samling serve`, by commands that write to a data folder, and by tests that
 * want a whole site without a socket.
 */
#ifndef APP_DRIFT_PROGRAM_H
#define APP_DRIFT_PROGRAM_H

#include <stdbool.h>

#include "lib/world.h"
#include "web/site.h"

struct arena;
struct net;

struct program {
	struct world world;
	struct site site;
	struct arena *mem;          /* for what lives as long as the program    */
	struct net *net;            /* NULL for commands                        */
};

struct program_options {
	const char *dir, *listen;   /* listen NULL: no server                   */
	const char *base;           /* NULL: http://<listen>                    */
	bool create, development;
	const struct world *world;  /* NULL: the real one                       */
};

/* False: a sentence for the operator has been printed.  `tables` as in struct site. */
bool program_open(struct program *, const struct program_options *,
                  const struct page *const *tables);
void program_close(struct program *);

/* Serves until told to stop, with a keeper of jobs if `jobs`; the exit status (serve.c). */
int program_serve(const struct program_options *, bool jobs, const struct page *const *tables);

/* DIR/adresse, which is there while a server runs on the folder (and after it crashed):
 * "127.0.0.1:8080", or NULL.  The other two are program.c's. */
char *program_address(struct arena *, const char *dir);
void program_tell_address(struct program *, const char *listen);
void program_hide_address(struct program *);

#endif
