/* tjener.h - a server to play against: the one that runs on the data folder, or one of our
 * own for as long as it is needed. */
#ifndef APP_LILLEVIK_TJENER_H
#define APP_LILLEVIK_TJENER_H

#include <stdbool.h>
#include <sys/types.h>

struct arena;
struct page;
struct world;

struct server {
	const char *address;    /* "127.0.0.1:8080"                */
	pid_t child;            /* 0: somebody else's, left alone  */
};

/* One of our own has this world.  False: a sentence has been printed. */
bool server_find(struct server *, struct arena *, const char *dir, const struct world *,
                 const struct page *const *tables);
void server_leave(struct server *);

#endif
