#include "rules/forskyvning.h"

#include "rules/telling.h"

static enum forskyvning_kind kind_of(int points)
{
	if (points == 0)
		return FORSKYVNING_UNCHANGED;
	return points > 0 ? FORSKYVNING_MORE_RED : FORSKYVNING_MORE_GREEN;
}

struct forskyvning forskyvning(struct votes before, struct votes after)
{
	struct votes round[2] = { before, after };
	struct forskyvning f = {
		.n_before = before.red + before.green,
		.n_after = after.red + after.green,
	};

	if (f.n_before < TELLING_LEAST || f.n_after < TELLING_LEAST)
		return (struct forskyvning){ .kind = FORSKYVNING_HIDDEN };
	for (int i = 0; i < 2; i++) {
		int percent[2];

		telling_percent((size_t[]){ round[i].red, round[i].green }, 2, percent);
		f.red_percent[i] = percent[0];
		f.green_percent[i] = percent[1];
	}
	f.red = (long)after.red - (long)before.red;
	f.green = (long)after.green - (long)before.green;
	f.points = f.red_percent[1] - f.red_percent[0];
	f.kind = kind_of(f.points);
	return f;
}
