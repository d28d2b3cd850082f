#include "app/valg/skjemaorgan.h"

#include <string.h>

#include "web/text.h"

const struct valg_organ valg_organer[] = {
	{ "formannskap", ORGAN_FORMANNSKAP, N_("formannskap"), N_("formannskapet"),
	  N_("Formannskapet velges av og blant kommunestyrets medlemmer, for hele perioden. Det "
	     "kan ikke settes sammen på nytt underveis (§ 5-6).") },
	{ "fylkesutvalg", ORGAN_FORMANNSKAP, N_("fylkesutvalg"), N_("fylkesutvalget"),
	  N_("Fylkesutvalget velges av og blant fylkestingets medlemmer, for hele perioden "
	     "(§ 5-6).") },
	{ "kontrollutvalg", ORGAN_KONTROLLUTVALG, N_("kontrollutvalg"), N_("kontrollutvalget"),
	  N_("Minst ett medlem skal også sitte i kommunestyret. Den som er ordfører, varaordfører, "
	     "eller medlem av formannskapet eller et organ med beslutningsmyndighet, kan ikke "
	     "velges (§ 23-1).") },
	{ "utvalg", ORGAN_UTVALG, N_("utvalg"), N_("utvalget"),
	  N_("Et utvalg kan ha medlemmer som ikke sitter i kommunestyret (§ 5-7).") },
	{ "arbeidsutvalg", ORGAN_ARBEIDSUTVALG, N_("arbeidsutvalg"), N_("arbeidsutvalget"),
	  N_("Et arbeidsutvalg velges blant medlemmene i organet selv (§§ 5-6 og 5-7).") },
	{ NULL }
};

const struct valg_organ *valg_organ_find(const char *key)
{
	for (const struct valg_organ *o = valg_organer; o->key != NULL; o++)
		if (strcmp(o->key, key) == 0)
			return o;
	return NULL;
}
