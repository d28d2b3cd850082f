#include "app/lillevik/kort.h"

#include <string.h>

#include "app/lillevik/leder.h"

#define MERGES 8
#define ADOPTED 12

static bool press_first(struct leader *l, struct arena *mem, const char *start)
{
	const char *act = leader_act(l, mem, start);

	return act != NULL && leader_press(l, mem, act, "");
}

void cards_live(struct leader *l, struct arena *mem, const char *kind, bool open, bool shown)
{
	bool adopts = shown;

	if (strcmp(kind, "kjoereregler") != 0 && strcmp(kind, "forventninger") != 0)
		return;
	for (int i = 0; !open && i < MERGES; i++)
		if (!press_first(l, mem, "kort_sammen "))
			break;
	adopts = adopts && leader_act(l, mem, "kort_vegg 0") == NULL;
	for (int i = 0; adopts && i < ADOPTED; i++)
		if (!press_first(l, mem, "kort_vedta "))
			break;
}
