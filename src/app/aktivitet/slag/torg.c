#include "app/aktivitet/slag/torg.h"

#include <string.h>

#include "lib/arena.h"
#include "lib/buf.h"
#include "lib/tid.h"
#include "web/text.h"

#define PARTS 4

/* A piece of text without the spaces around it. */
static char *trimmed(struct arena *mem, const char *p, size_t n)
{
	while (n > 0 && *p == ' ') {
		p++;
		n--;
	}
	while (n > 0 && p[n - 1] == ' ')
		n--;
	return arena_strndup(mem, p, n);
}

/* "10.00–10.20", with either dash. */
static bool read_time(struct arena *mem, const char *text, struct torg_time *out)
{
	const char *dash = strstr(text, "–");
	size_t wide = dash != NULL ? strlen("–") : 1;

	if (dash == NULL)
		dash = strchr(text, '-');
	if (dash == NULL)
		return false;
	*out = (struct torg_time){
		.from = tid_parse_clock(trimmed(mem, text, (size_t)(dash - text))),
		.to = tid_parse_clock(trimmed(mem, dash + wide, strlen(dash + wide))),
	};
	return out->from >= 0 && out->to > out->from;
}

static bool read_times(struct arena *mem, const char *text, struct torg_stand *s)
{
	while (*text != '\0') {
		size_t n = strcspn(text, ",");

		if (s->n_time == TORG_TIMES ||
		    !read_time(mem, trimmed(mem, text, n), &s->time[s->n_time++]))
			return false;
		text += n + (text[n] == ',');
	}
	return true;
}

bool torg_read(struct arena *mem, const char *line, struct torg_stand *out, const char **error)
{
	const char *part[PARTS] = { "", "", "", "" };
	size_t n = 0;

	for (const char *p = line; *p != '\0'; n++) {
		size_t len = strcspn(p, "|");

		if (n < PARTS)
			part[n] = trimmed(mem, p, len);
		p += len + (p[len] == '|');
	}
	*out = (struct torg_stand){ .name = part[0], .place = part[1], .who = part[3] };
	*error = NULL;
	if (n > PARTS)
		*error = N_("En stand har navn, sted, tid og hvem, med | mellom. Her er det flere "
		            "deler.");
	else if (*part[0] == '\0')
		*error = N_("Hver stand må ha et navn først på linjen.");
	else if (!read_times(mem, part[2], out))
		*error = N_("Skriv tidene som 10.00–10.20, med komma mellom dem, høyst seks.");
	return *error == NULL;
}

static char *times(struct arena *mem, const struct torg_stand *s)
{
	struct buf b = buf_in(mem);

	buf_puts(&b, "");
	for (size_t i = 0; i < s->n_time; i++)
		buf_printf(&b, "%s%s–%s", i > 0 ? ", " : "", tid_clock(mem, s->time[i].from),
		           tid_clock(mem, s->time[i].to));
	return b.p;
}

char *torg_write(struct arena *mem, const struct torg_stand *s)
{
	const char *part[PARTS] = { s->name, s->place, times(mem, s), s->who };
	struct buf b = buf_in(mem);
	size_t n = PARTS;

	while (n > 1 && *part[n - 1] == '\0')
		n--;
	for (size_t i = 0; i < n; i++)
		buf_printf(&b, "%s%s%s", i > 0 ? " |" : "", i > 0 && *part[i] != '\0' ? " " : "",
		           part[i]);
	return b.p;
}

/* The start before this one among all stands, -1 if none. */
static int start_before(const struct torg_stand *s, size_t n, int from)
{
	int best = -1;

	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < s[i].n_time; k++)
			if (s[i].time[k].from < from && s[i].time[k].from > best)
				best = s[i].time[k].from;
	return best;
}

void torg_clock(struct arena *mem, struct torg_stand *s, size_t n, int64_t ms)
{
	const char *today = tid_today(mem, ms);

	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < s[i].n_time; k++) {
			struct torg_time *t = &s[i].time[k];
			int before = start_before(s, n, t->from);

			t->now_from = tid_wall_ms(today, t->from);
			t->now_to = tid_wall_ms(today, t->to);
			t->next_from = tid_wall_ms(today, before >= 0 ? before : 0);
			t->next_to = t->now_from;
		}
}
