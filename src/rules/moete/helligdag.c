#include "rules/moete/helligdag.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "lib/arena.h"
#include "lib/tid.h"

#define SATURDAY 6
#define SUNDAY 7
#define DAYS_OFF_MAX 10         /* more than can follow each other */

static const struct { int from_easter; enum helligdag day; } moving[] = {
	{ -3, HELLIGDAG_SKJAERTORSDAG }, { -2, HELLIGDAG_LANGFREDAG }, { 0, HELLIGDAG_PAASKE_1 },
	{ 1, HELLIGDAG_PAASKE_2 }, { 39, HELLIGDAG_HIMMELFART }, { 49, HELLIGDAG_PINSE_1 },
	{ 50, HELLIGDAG_PINSE_2 },
};

static const struct { const char *date; enum helligdag day; } fixed[] = {
	{ "01-01", HELLIGDAG_NYTTAAR }, { "05-01", HELLIGDAG_MAI_1 }, { "05-17", HELLIGDAG_MAI_17 },
	{ "12-25", HELLIGDAG_JUL_1 }, { "12-26", HELLIGDAG_JUL_2 },
};

/* The Gregorian computus in whole numbers (the form of Meeus, Jones and Butcher): where in its
 * cycle of 19 years the moon is, corrected for the centuries, and then the next Sunday. */
char *helligdag_easter(struct arena *mem, int year)
{
	const int golden = year % 19, century = year / 100, rest = year % 100;
	const int moon = (century - (century + 8) / 25 + 1) / 3;
	const int age = (19 * golden + century - century / 4 - moon + 15) % 30;
	const int weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - age - rest % 4) % 7;
	const int late = (golden + 11 * age + 22 * weekday) / 451;
	const int day = age + weekday - 7 * late + 114;

	return arena_printf(mem, "%04d-%02d-%02d", year, day / 31, day % 31 + 1);
}

enum helligdag helligdag(struct arena *mem, const char *iso)
{
	const int year = (int)strtol(iso, NULL, 10);
	const int after = tid_days_between(helligdag_easter(mem, year), iso);

	for (size_t i = 0; i < sizeof moving / sizeof moving[0]; i++)
		if (moving[i].from_easter == after)
			return moving[i].day;
	for (size_t i = 0; i < sizeof fixed / sizeof fixed[0]; i++)
		if (strcmp(fixed[i].date, iso + 5) == 0)
			return fixed[i].day;
	return tid_weekday(iso) == SUNDAY ? HELLIGDAG_SOENDAG : HELLIGDAG_NONE;
}

bool helligdag_is_off(struct arena *mem, const char *iso)
{
	return tid_weekday(iso) == SATURDAY || helligdag(mem, iso) != HELLIGDAG_NONE;
}

static char *working(struct arena *mem, const char *iso, int step)
{
	char *day = arena_strdup(mem, iso);

	for (int i = 0; i < DAYS_OFF_MAX && helligdag_is_off(mem, day); i++)
		day = tid_add_days(mem, day, step);
	return day;
}

char *helligdag_working_from(struct arena *mem, const char *iso)
{
	return working(mem, iso, 1);
}

char *helligdag_working_to(struct arena *mem, const char *iso)
{
	return working(mem, iso, -1);
}
