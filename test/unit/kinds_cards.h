/* kinds_cards.h - cards as load() would have read them, for pictures of the kinds that have. */
#ifndef TEST_KINDS_CARDS_H
#define TEST_KINDS_CARDS_H

#include "app/kort/kort.h"
#include "lib/arena.h"

/* Four in two lists, one of them merged into the first, one adopted; all say `text`. */
static inline const void *cards_example(struct arena *arena, const char *text)
{
	struct cards *c = arena_get(arena, sizeof *c);

	c->n = 4;
	c->card = arena_array(arena, 4, sizeof *c->card);
	c->shown = arena_array(arena, 4, sizeof *c->shown);
	for (size_t i = 0; i < 4; i++) {
		struct card *k = &c->card[i];

		*k = (struct card){ .id = (int64_t)i + 1,
		                    .value = arena_printf(arena, "%zu", i + 1),
		                    .text = text, .wording = i == 0 ? text : "", .label = text,
		                    .side = i == 3 ? ROLE_ADMINISTRASJON : ROLE_FOLKEVALGT,
		                    .into = i == 1 ? &c->card[0] : NULL, .head = k,
		                    .n_originals = i == 0 ? 2 : 1,
		                    .status = i == 2 ? CARD_ADOPTED : CARD_OPEN };
		k->head = k->into != NULL ? k->into : k;
		for (int g = 0; g < 3; g++) {
			k->grade[g].value = arena_printf(arena, "%zu%c", i + 1, "bld"[g]);
			k->grade[g].label = text;
		}
		if (k->into == NULL)
			c->shown[c->n_shown++] = k;
	}
	c->choice = c->shown;
	c->n_choice = c->n_shown;
	c->n_adopted = 1;
	return c;
}

#endif
