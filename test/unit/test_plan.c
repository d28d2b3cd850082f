#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "rules/plan.h"

#define F PLAN_FLOATING
#define MAX 8
#define NOBODY SIZE_MAX
#define AT(hour, minute) ((hour) * 60 + (minute))

static const struct {
	const char *name;
	int day_start;
	size_t from;
	int delay;
	size_t n;
	struct plan_item item[MAX];
	struct plan_time time[MAX];
} days[] = {
	{ "an empty day", AT(9, 0), NOBODY, 0, 0, { { 0 } }, { { 0 } } },
	{ "floating items follow each other", AT(9, 0), NOBODY, 0, 3,
	  { { 30, F, "" }, { 5, F, "" }, { 45, F, "" } },
	  { { 540, 570 }, { 570, 575 }, { 575, 620 } } },
	{ "a gap before lunch", AT(11, 0), NOBODY, 0, 3,
	  { { 45, F, "" }, { 45, AT(12, 15), "" }, { 30, F, "" } },
	  { { 660, 705 }, { 735, 780, 0, 30 }, { 780, 810 } } },
	{ "content that does not fit before lunch", AT(11, 0), NOBODY, 0, 3,
	  { { 90, F, "" }, { 45, AT(12, 15), "" }, { 30, F, "" } },
	  { { 660, 750 }, { 735, 780, 15, 0 }, { 780, 810 } } },
	{ "the gap before lunch takes up the delay", AT(11, 0), 0, 20, 3,
	  { { 45, F, "" }, { 45, AT(12, 15), "" }, { 30, F, "" } },
	  { { 680, 725 }, { 735, 780, 0, 10 }, { 780, 810 } } },
	{ "lunch stops a delay that the gap cannot hold", AT(11, 0), 0, 40, 3,
	  { { 45, F, "" }, { 45, AT(12, 15), "" }, { 30, F, "" } },
	  { { 700, 745 }, { 735, 780, 10, 0 }, { 780, 810 } } },
	{ "what has been does not move", AT(9, 0), 1, 10, 3,
	  { { 30, F, "" }, { 30, F, "" }, { 30, F, "" } },
	  { { 540, 570 }, { 580, 610 }, { 610, 640 } } },
	{ "an anchored item under way ends later", AT(9, 0), 0, 10, 2,
	  { { 30, AT(9, 0), "" }, { 30, F, "" } },
	  { { 540, 580 }, { 580, 610 } } },
	{ "ahead of the plan", AT(9, 0), 1, -5, 3,
	  { { 30, F, "" }, { 30, F, "" }, { 30, AT(10, 0), "" } },
	  { { 540, 570 }, { 565, 595 }, { 600, 630, 0, 5 } } },
	{ "tracks are parallel and the longest counts", AT(13, 0), NOBODY, 0, 5,
	  { { 30, F, "" }, { 60, F, "A" }, { 40, F, "B" }, { 30, F, "B" }, { 15, F, "" } },
	  { { 780, 810 }, { 810, 870 }, { 810, 850 }, { 850, 880 }, { 880, 895 } } },
	{ "tracks written turn by turn", AT(13, 0), NOBODY, 0, 5,
	  { { 20, F, "A" }, { 30, F, "B" }, { 20, F, "A" }, { 30, F, "B" }, { 10, F, "" } },
	  { { 780, 800 }, { 780, 810 }, { 800, 820 }, { 810, 840 }, { 840, 850 } } },
	{ "one track alone is a row", AT(13, 0), NOBODY, 0, 2,
	  { { 20, F, "A" }, { 30, F, "A" } }, { { 780, 800 }, { 800, 830 } } },
	{ "an item without a track ends the run", AT(13, 0), NOBODY, 0, 3,
	  { { 20, F, "A" }, { 5, F, "" }, { 30, F, "B" } },
	  { { 780, 800 }, { 800, 805 }, { 805, 835 } } },
	{ "an anchored run", AT(12, 0), NOBODY, 0, 3,
	  { { 30, AT(13, 0), "A" }, { 40, F, "B" }, { 10, F, "" } },
	  { { 780, 810, 0, 60 }, { 780, 820 }, { 820, 830 } } },
	{ "an anchor inside a track", AT(13, 0), NOBODY, 0, 4,
	  { { 30, F, "A" }, { 50, F, "B" }, { 10, AT(13, 45), "A" }, { 10, F, "" } },
	  { { 780, 810 }, { 780, 830 }, { 825, 835, 0, 15 }, { 835, 845 } } },
	{ "late before the tracks: all of them are", AT(13, 0), 0, 10, 3,
	  { { 30, F, "" }, { 20, F, "A" }, { 30, F, "B" } },
	  { { 790, 820 }, { 820, 840 }, { 820, 850 } } },
	{ "late when the tracks start", AT(13, 0), 0, 10, 3,
	  { { 20, F, "A" }, { 30, F, "B" }, { 10, F, "" } },
	  { { 790, 810 }, { 790, 820 }, { 820, 830 } } },
	{ "late in the tracks: each from where it is", AT(13, 0), 2, 10, 5,
	  { { 20, F, "A" }, { 60, F, "B" }, { 20, F, "A" }, { 20, F, "A" }, { 10, F, "B" } },
	  { { 780, 800 }, { 780, 840 }, { 810, 830 }, { 830, 850 }, { 850, 860 } } },
	{ "late in an anchored run", AT(13, 0), 0, 10, 3,
	  { { 20, AT(13, 0), "A" }, { 30, F, "B" }, { 10, F, "" } },
	  { { 780, 810 }, { 790, 820 }, { 820, 830 } } },
	{ "past midnight", AT(23, 30), NOBODY, 0, 2,
	  { { 60, F, "" }, { 60, F, "" } }, { { 1410, 1470 }, { 1470, 1530 } } },
};

static void the_agenda_of_a_day(void **state)
{
	struct plan_time time[MAX];

	(void)state;
	for (size_t d = 0; d < sizeof days / sizeof days[0]; d++) {
		plan_day(days[d].item, days[d].n, days[d].day_start, days[d].from,
		         days[d].delay, time);
		for (size_t i = 0; i < days[d].n; i++) {
			const struct plan_time *is = &time[i], *want = &days[d].time[i];

			if (is->start != want->start || is->end != want->end ||
			    is->over != want->over || is->gap != want->gap)
				fail_msg("%s: item %zu is %d-%d, over %d, gap %d",
				         days[d].name, i, is->start, is->end, is->over, is->gap);
		}
	}
}

/* However late the day is, no anchor moves. */
static void anchors_never_move(void **state)
{
	const struct plan_item item[] = {
		{ 30, F, "" }, { 60, AT(10, 0), "" }, { 30, F, "A" }, { 30, AT(11, 15), "B" },
		{ 45, AT(12, 15), "" }, { 60, F, "" }, { 10, AT(15, 0), "" },
	};
	const size_t n = sizeof item / sizeof item[0];
	struct plan_time time[MAX];

	(void)state;
	for (size_t from = 0; from <= n; from++) {
		for (int delay = -60; delay <= 300; delay += 7) {
			plan_day(item, n, AT(9, 0), from, delay, time);
			for (size_t i = 0; i < n; i++)
				if (item[i].anchor != F)
					assert_int_equal(time[i].start, item[i].anchor);
		}
	}
}

static void lateness_of_the_item_under_way(void **state)
{
	(void)state;
	assert_int_equal(plan_lateness(AT(9, 0), AT(9, 10)), 10);
	assert_int_equal(plan_lateness(AT(9, 0), AT(9, 0)), 0);
	assert_int_equal(plan_lateness(AT(9, 0), AT(8, 55)), -5);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_agenda_of_a_day),
		cmocka_unit_test(anchors_never_move),
		cmocka_unit_test(lateness_of_the_item_under_way),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
