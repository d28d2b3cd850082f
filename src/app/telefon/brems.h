/* brems.h - a brake on wrong codes.
 *
 * Counts wrong codes an address and in total, a minute at a time.  A right code is always
 * let in: a hall shares one address, and nobody who belongs there may be stopped by
 * somebody who guesses.  Addresses are kept hashed, in memory, for a minute.
 */
#ifndef APP_TELEFON_BREMS_H
#define APP_TELEFON_BREMS_H

#include <stdbool.h>
#include <stdint.h>

struct brake;
struct world;

struct brake *brake_new(const struct world *);
void brake_free(struct brake *);

/* One more wrong code from this address.  False: too many, say 429. */
bool brake_wrong(struct brake *, const char *peer);

#define BRAKE_ADDRESS_MAX 60       /* a minute */
#define BRAKE_TOTAL_MAX 600

#endif
