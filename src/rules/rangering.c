#include "rules/rangering.h"

#include <stdint.h>

static struct rangering line_of(const size_t *count, size_t n, size_t option)
{
	struct rangering l = { .option = option };
	uint64_t sum = 0;

	for (size_t p = 0; p < n; p++) {
		size_t people = count[option * n + p];

		l.people += people;
		l.points += people * (n - p);
		sum += (uint64_t)people * (p + 1);
	}
	if (l.people > 0)
		l.tenths = (int)((sum * 20 + l.people) / ((uint64_t)l.people * 2));
	return l;
}

void rangering(const size_t *count, size_t n, struct rangering *out)
{
	for (size_t i = 0; i < n; i++) {
		struct rangering l = line_of(count, n, i);
		size_t at = i;

		for (; at > 0 && out[at - 1].points < l.points; at--)
			out[at] = out[at - 1];
		out[at] = l;
	}
	for (size_t i = 0; i < n; i++) {
		bool with_before = i > 0 && out[i - 1].points == out[i].points;

		out[i].place = with_before ? out[i - 1].place : i + 1;
		out[i].tied = with_before || (i + 1 < n && out[i + 1].points == out[i].points);
	}
}
