#include "app/lillevik/kort.h"

#include <stdlib.h>
#include <string.h>

#include "app/lillevik/leder.h"
#include "lib/arena.h"

#define MERGES 8
#define ADOPTED 10
#define ADOPTED_BARE 4          /* where no dots are given                       */
#define DOTS_LEAST 4            /* of cards that have dots at all */

static const char button[] = "value=\"kort_vedta ";
static const char dots[] = "kortrad-tall";

static bool press_first(struct leader *l, struct arena *mem, const char *start)
{
	const char *act = leader_act(l, mem, start);

	return act != NULL && leader_press(l, mem, act, "");
}

/* How many dots stand last before this place; -1: there are none. */
static long dots_before(const char *from, const char *to)
{
	const char *last = NULL, *end;

	for (const char *at = from; (at = strstr(at, dots)) != NULL && at < to; at++)
		last = at;
	end = last != NULL ? strstr(last, "</span>") : NULL;
	return end != NULL ? strtol(end + strlen("</span>"), NULL, 10) : -1;
}

/* The act that adopts what is liked best of what is left, or the newest; or NULL. */
static const char *best(struct arena *mem, const char *html)
{
	const char *from = html, *act = NULL;
	long most = strstr(html, dots) != NULL ? DOTS_LEAST : -1;

	for (const char *at = html; (at = strstr(at, button)) != NULL; from = at++) {
		long n = dots_before(from, at);

		if (n < most)
			continue;
		most = n;
		act = arena_strndup(mem, at + 7, strcspn(at + 7, "\""));
	}
	return act;
}

static void adopt(struct leader *l, struct arena *mem)
{
	const char *html = leader_page(l, mem);
	int most = strstr(html, dots) != NULL ? ADOPTED : ADOPTED_BARE;

	for (int i = 0; i < most; i++) {
		const char *act = best(mem, html);

		if (act == NULL || !leader_press(l, mem, act, ""))
			return;
		html = leader_page(l, mem);
	}
}

void cards_live(struct leader *l, struct arena *mem, const char *kind, bool open, bool shown)
{
	if (strcmp(kind, "kjoereregler") != 0 && strcmp(kind, "forventninger") != 0)
		return;
	for (int i = 0; !open && i < MERGES; i++)
		if (!press_first(l, mem, "kort_sammen "))
			break;
	if (shown && leader_act(l, mem, "kort_vegg 0") == NULL &&
	    strncmp(leader_label(l, mem), "Lag kort", strlen("Lag kort")) != 0)
		adopt(l, mem);
}
