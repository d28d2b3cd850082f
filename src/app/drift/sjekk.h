/* sjekk.h - `samling sjekk`: what is wrong with an installation, in plain words.
 *
 * Each check is a function and a row; it looks and changes nothing, but that opening a
 * database made by an older program brings it up to date, after a copy, as serving does.
 */
#ifndef APP_DRIFT_SJEKK_H
#define APP_DRIFT_SJEKK_H

#include <stdio.h>

#include "lib/world.h"

enum found { FOUND_OK, FOUND_NOTE, FOUND_WRONG };

/* `base` NULL: the address the server last ran under. `worker`: the path where samling-jobb
 * should be; it is started to see that it can be. Writes a line a check. The worst that was
 * found. */
enum found check_all(const char *dir, const char *base, const char *worker,
                     const struct world *, FILE *to);

#endif
