#include "rules/skala.h"

#include <stdint.h>

void skala_sum(struct skala *s)
{
	uint64_t sum = 0;

	s->n = s->most = 0;
	for (size_t i = 0; i < SKALA_TOP; i++) {
		s->n += s->count[i];
		sum += (uint64_t)s->count[i] * (i + 1);
		if (s->count[i] > s->most)
			s->most = s->count[i];
	}
	s->tenths = s->n > 0 ? (int)((sum * 20 + s->n) / ((uint64_t)s->n * 2)) : 0;
}
