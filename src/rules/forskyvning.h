/* forskyvning.h - how a hall moved between two rounds of the same dilemma.
 *
 * Red and green are asked at the first stage, and once more after the last.  The
 * answers of the two rounds cannot be paired: the key that tied them to a phone
 * was destroyed when the first round closed.  So this is the difference of two
 * totals, and "4 fewer red" may be 10 who left red and 6 who came.  Nobody may
 * word it as people who changed their mind.
 *
 * Nothing is told when either round has fewer than TELLING_LEAST answers.
 */
#ifndef RULES_FORSKYVNING_H
#define RULES_FORSKYVNING_H

#include <stddef.h>

struct votes {
	size_t red, green;
};

enum forskyvning_kind {
	FORSKYVNING_HIDDEN,     /* too few answers; all else is 0                    */
	FORSKYVNING_MORE_RED,   /* a larger share red than before                    */
	FORSKYVNING_MORE_GREEN,
	FORSKYVNING_UNCHANGED   /* the same whole percentages, whatever the numbers  */
};

struct forskyvning {
	enum forskyvning_kind kind;
	size_t n_before, n_after;
	long red, green;                       /* people, after minus before         */
	int red_percent[2], green_percent[2];  /* before and after; each sums to 100 */
	int points;                            /* red, after minus before; green is
	                                          the same with the sign turned      */
};

struct forskyvning forskyvning(struct votes before, struct votes after);

#endif
