#include "app/lillevik/framdrift.h"

#include <stdio.h>
#include <unistd.h>

#include "lib/world.h"

#define FIRST_MS 1000
#define BETWEEN_MS 500

struct progress progress_begin(const struct world *w, const char *what, size_t of)
{
	return (struct progress){ w, what, of, world_mono_ms(w) + FIRST_MS, false };
}

/* On a terminal one line that changes; in a log a line each time. */
void progress_step(struct progress *p, size_t done)
{
	int64_t now = world_mono_ms(p->world);

	if (now < p->next)
		return;
	p->next = now + BETWEEN_MS;
	p->said = true;
	fprintf(stderr, "%s: %zu av %zu%s", p->what, done, p->of,
	        isatty(STDERR_FILENO) ? "\r" : "\n");
}

void progress_end(struct progress *p)
{
	if (p->said)
		fprintf(stderr, "%s: ferdig%s\n", p->what,
		        isatty(STDERR_FILENO) ? "            " : "");
}
