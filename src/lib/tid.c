#include "lib/tid.h"

#include <assert.h>
#include <stddef.h>

#include "lib/arena.h"

#define DAY_S 86400
#define DAY_MIN 1440

/* Floor division: days before 1970 count downwards too. */
static int64_t floor_div(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

/* Days since 1970-01-01, by counting years from March: the leap day is then the
 * last of its year and the lengths of months follow one line. */
static int64_t days_of(int64_t year, int month, int day)
{
	int64_t y = month > 2 ? year : year - 1;
	int64_t m = month > 2 ? month - 3 : month + 9;

	return y * 365 + floor_div(y, 4) - floor_div(y, 100) + floor_div(y, 400) +
	       (m * 306 + 5) / 10 + day - 1 - 719468;
}

static struct civil civil_of(int64_t days)
{
	int64_t y = floor_div(10000 * (days + 719468) + 14780, 3652425);
	int64_t rest, m;
	struct civil c = { 0 };

	/* The division may be one year ahead on the last day of one. */
	rest = days - days_of(y, 3, 1);
	if (rest < 0)
		rest = days - days_of(--y, 3, 1);
	m = (100 * rest + 52) / 3060;
	c.month = (int)(m < 10 ? m + 3 : m - 9);
	c.year = (int)(c.month <= 2 ? y + 1 : y);
	c.day = (int)(rest - (m * 306 + 5) / 10 + 1);
	c.weekday = (int)(days + 3 - 7 * floor_div(days + 3, 7)) + 1;
	return c;
}

/* The clock changes at 01.00 UTC on the last Sunday of the month; both months
 * have 31 days. */
static int64_t change_s(int64_t year, int month)
{
	int64_t last = days_of(year, month, 31);
	int64_t weekday = last + 4 - 7 * floor_div(last + 4, 7);   /* 0 Sunday */

	return (last - weekday) * DAY_S + 3600;
}

static int offset_s(int64_t utc_s)
{
	int year = civil_of(floor_div(utc_s, DAY_S)).year;

	return utc_s >= change_s(year, 3) && utc_s < change_s(year, 10) ? 7200 : 3600;
}

struct civil tid_civil(int64_t wall_ms)
{
	int64_t s = floor_div(wall_ms, 1000), days;
	struct civil c;

	s += offset_s(s);
	days = floor_div(s, DAY_S);
	c = civil_of(days);
	s -= days * DAY_S;
	c.minute = (int)(s / 60);
	c.second = (int)(s % 60);
	return c;
}

static int digits(const char *p, int n)
{
	int v = 0;

	for (int i = 0; i < n; i++) {
		if (p[i] < '0' || p[i] > '9')
			return -1;
		v = v * 10 + (p[i] - '0');
	}
	return v;
}

static bool read_date(const char *iso, int64_t *days)
{
	struct civil c;
	int y = digits(iso, 4), m, d;

	if (y < 1 || iso[4] != '-')
		return false;
	m = digits(iso + 5, 2);
	if (m < 1 || m > 12 || iso[7] != '-')
		return false;
	d = digits(iso + 8, 2);
	if (d < 1 || d > 31 || iso[10] != '\0')
		return false;
	*days = days_of(y, m, d);
	c = civil_of(*days);
	return c.month == m;    /* the 31st of a shorter month is in the next */
}

static int64_t date_days(const char *iso)
{
	int64_t days = 0;
	bool good = iso != NULL && read_date(iso, &days);

	assert(good);
	(void)good;
	return days;
}

bool tid_is_date(const char *iso)
{
	int64_t days;

	return iso != NULL && read_date(iso, &days);
}

int64_t tid_wall_ms(const char *iso_date, int minute)
{
	int64_t local = date_days(iso_date) * DAY_S + (int64_t)minute * 60;
	int64_t summer = local - 7200;

	/* Summer time if it is summer then; else, also in the hour that does not
	 * exist, winter time. */
	return (offset_s(summer) == 7200 ? summer : local - 3600) * 1000;
}

int tid_days_between(const char *from, const char *to)
{
	return (int)(date_days(to) - date_days(from));
}

static char *write_date(struct arena *a, struct civil c)
{
	return arena_printf(a, "%04d-%02d-%02d", c.year, c.month, c.day);
}

char *tid_add_days(struct arena *a, const char *iso_date, int days)
{
	int64_t first = days_of(1, 1, 1), last = days_of(9999, 12, 31);
	int64_t to = date_days(iso_date) + days;

	if (to < first)
		to = first;
	if (to > last)
		to = last;
	return write_date(a, civil_of(to));
}

char *tid_today(struct arena *a, int64_t wall_ms)
{
	return write_date(a, tid_civil(wall_ms));
}

int tid_weekday(const char *iso_date)
{
	return civil_of(date_days(iso_date)).weekday;
}

char *tid_clock(struct arena *a, int minute)
{
	int m = minute % DAY_MIN;

	if (m < 0)
		m += DAY_MIN;
	return arena_printf(a, "%02d.%02d", m / 60, m % 60);
}

int tid_parse_clock(const char *s)
{
	int n = 0, hour, minute;
	const char *rest;

	if (s == NULL)
		return -1;
	while (n < 5 && s[n] >= '0' && s[n] <= '9')
		n++;
	if (n == 1 || n == 2) {
		if (s[n] != '.' && s[n] != ':')
			return -1;
		hour = digits(s, n);
		rest = s + n + 1;
	} else if (n == 4) {
		hour = digits(s, 2);
		rest = s + 2;
	} else {
		return -1;
	}
	minute = digits(rest, 2);
	if (minute < 0 || rest[2] != '\0' || hour > 23 || minute > 59)
		return -1;
	return hour * 60 + minute;
}
