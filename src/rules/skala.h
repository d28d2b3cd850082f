/* skala.h - answers from 1 to 6, summed up.
 *
 * The mean is in tenths, in whole numbers, rounded half up: 3.25 is 33, said "3,3".  One
 * decimal is as much as a hall of people can tell.
 */
#ifndef RULES_SKALA_H
#define RULES_SKALA_H

#include <stddef.h>

#define SKALA_TOP 6             /* a scale goes from 1 to here                */

struct skala {
	size_t count[SKALA_TOP];    /* count[0] said 1                            */
	size_t n;                   /* of all that said something                 */
	int tenths;                 /* the mean, 10..60; 0 when nobody did        */
	size_t most;                /* the largest count                          */
};

/* Fills in the rest from `count`. */
void skala_sum(struct skala *);

#endif
