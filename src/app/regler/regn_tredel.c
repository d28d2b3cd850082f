/* regn_tredel.c - who can demand a meeting or an item, or stop one; §§ 11-2 and 11-3. */
#include "app/regler/regn.h"
#include "rules/moete/tall.h"
#include "web/text.h"

static const struct regn_field fields[] = {
	{ "medlemmer", N_("Hvor mange medlemmer har organet?"), NULL, REGN_NUMBER, .min = 1,
	  .max = REGN_PEOPLE },
	{ "til_stede", N_("Hvor mange er til stede?"),
	  N_("For å regne ut hvem som kan si nei til en ny sak i møtet."), REGN_NUMBER,
	  .optional = true, .min = 1, .max = REGN_PEOPLE },
	{ NULL }
};

static void third_of(struct regn_run *c, int64_t people)
{
	regn_step(c, trf(c->mem, c->lang, N_("En tredel av %d er %s. Det må altså være minst "
		"%d."),
	                 (int)people, regn_share(c->mem, people, 1, 3),
	                 (int)tall_third((size_t)people)));
}

static void count(struct regn_run *c)
{
	const int64_t members = regn_number(c, "medlemmer"), here = regn_number(c, "til_stede");

	if (here > members) {
		regn_wrong(c, "til_stede", tr(c->lang,
		           N_("Det er flere enn organet har medlemmer.")));
		return;
	}
	regn_answer(c, REGN_PLAIN, trf(c->mem, c->lang,
		N_("%d av %d medlemmer kan sammen kreve et møte, eller få en sak på "
			"sakslisten."),
		(int)tall_third((size_t)members), (int)members));
	third_of(c, members);
	regn_rule(c, RULE_TREDEL);
	if (!regn_given(c, "til_stede"))
		return;
	if (here != members)
		third_of(c, here);
	regn_note(c, trf(c->mem, c->lang,
		N_("Skal organet avgjøre en sak som ikke sto på sakslisten, eller der papirene "
			"ikke var sendt ut, kan %d av de %d som er til stede, si nei. Det kan "
			"møtelederen også, alene."), (int)tall_third((size_t)here), (int)here));
	regn_rule(c, RULE_TREDEL_MOETENDE);
}

const struct regn regn_tredel = {
	"tredel", N_("Hvem kan kreve en sak?"),
	N_("En tredel av medlemmene kan kreve et møte eller en sak. En tredel av dem som er til "
		"stede, kan si nei til en sak som ikke var varslet."),
	"medlemmer=19&til_stede=16", fields, count
};
