/* Any bytes as a file that is opened on the page of elections: it is an address or it has faults.
 * What is opened, kept and opened again is the same election. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "app/valg/fil_syn.h"
#include "app/valg/protokollfil.h"
#include "lib/arena.h"
#include "lib/world.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct world_fake clock = { .wall_ms = 1823850000000 };
	const struct world world = world_fake(&clock);
	struct arena *mem = arena_new((size_t)64 << 20);
	struct valg_fil f = { .mem = mem, .lang = LANG_NN }, again = f, back = f;
	struct valg_view v, same;
	const char *kept;
	size_t n_kept, n_again;

	if (valg_fil_read(&f, (const char *)data, n) != (f.n_fault == 0) ||
	    (f.n_fault == 0) != (f.path != NULL))
		abort();
	if (f.n_fault == 0 && valg_fil_view(&again, &world, (const char *)data, n, &v)) {
		kept = protokollfil(mem, &v, &n_kept);
		if (!valg_fil_view(&back, &world, kept, n_kept, &same) ||
		    strcmp(kept, protokollfil(mem, &same, &n_again)) != 0)
			abort();
	}
	arena_free(mem);
	return 0;
}
