#include "lib/ics.h"

#include <stdbool.h>
#include <string.h>
#include <time.h>

#include "lib/arena.h"
#include "lib/tid.h"

#define LINE_BYTES 75           /* without the line break */

static bool goes_on(unsigned char c)
{
	return (c & 0xc0) == 0x80;
}

/* A content line, cut where it must be; the next piece begins with a blank. */
static void line(struct buf *b, const char *name, const char *value)
{
	size_t used = 0;

	for (int part = 0; part < 3; part++) {
		const char *s = part == 0 ? name : part == 1 ? ":" : value;

		while (*s != '\0') {
			size_t letter = 1;

			while (goes_on((unsigned char)s[letter]))
				letter++;
			if (used + letter > LINE_BYTES) {
				buf_puts(b, "\r\n ");
				used = 1;
			}
			buf_add(b, s, letter);
			used += letter;
			s += letter;
		}
	}
	buf_puts(b, "\r\n");
}

static void text(struct buf *b, const char *name, const char *value)
{
	struct buf escaped = buf_in(b->arena);

	for (const char *s = value; *s != '\0'; s++)
		if (*s == '\n') {
			buf_puts(&escaped, "\\n");
		} else if (*s != '\r') {
			if (strchr("\\;,", *s) != NULL)
				buf_putc(&escaped, '\\');
			buf_putc(&escaped, *s);
		}
	line(b, name, escaped.n > 0 ? escaped.p : "");
}

/* "20271231" */
static const char *compact(struct arena *mem, const char *iso)
{
	return arena_printf(mem, "%.4s%.2s%.2s", iso, iso + 5, iso + 8);
}

static const char *stamp(struct arena *mem, int64_t ms)
{
	const time_t second = (time_t)(ms / 1000);
	struct tm t;

	gmtime_r(&second, &t);
	return arena_printf(mem, "%04d%02d%02dT%02d%02d%02dZ", t.tm_year + 1900, t.tm_mon + 1,
	                    t.tm_mday, t.tm_hour, t.tm_min, t.tm_sec);
}

void ics_begin(struct buf *b, const char *product, const char *name)
{
	line(b, "BEGIN", "VCALENDAR");
	line(b, "VERSION", "2.0");
	line(b, "PRODID", product);
	line(b, "CALSCALE", "GREGORIAN");
	text(b, "X-WR-CALNAME", name);
}

void ics_day(struct buf *b, const struct ics_event *e)
{
	line(b, "BEGIN", "VEVENT");
	line(b, "UID", e->uid);
	line(b, "DTSTAMP", stamp(b->arena, e->stamp_ms));
	line(b, "DTSTART;VALUE=DATE", compact(b->arena, e->day));
	line(b, "DTEND;VALUE=DATE", compact(b->arena, tid_add_days(b->arena, e->day, 1)));
	text(b, "SUMMARY", e->summary);
	if (e->description != NULL)
		text(b, "DESCRIPTION", e->description);
	if (e->url != NULL)
		line(b, "URL", e->url);
	line(b, "TRANSP", "TRANSPARENT");
	line(b, "END", "VEVENT");
}

void ics_end(struct buf *b)
{
	line(b, "END", "VCALENDAR");
}
