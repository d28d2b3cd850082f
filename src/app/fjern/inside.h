/* inside.h - what the remote's templates draw from. */
#ifndef APP_FJERN_INSIDE_H
#define APP_FJERN_INSIDE_H

#include "app/konsoll/konsoll.h"
#include "app/lerret/lerret.h"

struct remote {
	struct scene sc;
	int64_t ms;             /* the server's wall clock         */
	int64_t people;         /* answered, as may be said aloud  */
};

#endif
