/* regn_vedtaksfoer.c - have enough been present and voted, kommuneloven §§ 7-1 and 11-9. */
#include "app/regler/regn.h"
#include "rules/moete/tall.h"
#include "web/text.h"

static const struct regn_option meetings[] = {
	{ "vanlig", N_("Et vanlig møte") },
	{ "konstituerende", N_("Det konstituerende møtet i kommunestyret") },
	{ NULL, NULL }
};

static const struct regn_field fields[] = {
	{ "medlemmer", N_("Hvor mange medlemmer har organet?"), NULL, REGN_NUMBER, .min = 1,
	  .max = REGN_PEOPLE },
	{ "stemte", N_("Hvor mange var til stede og stemte i saken?"), NULL, REGN_NUMBER,
	  .optional = true, .max = REGN_PEOPLE },
	{ "moete", N_("Hva slags møte er det?"), NULL, REGN_CHOICE, .option = meetings },
	{ NULL }
};

static void answer(struct regn_run *c, int64_t members, int64_t needed, bool first)
{
	const int64_t voted = regn_number(c, "stemte");

	if (!regn_given(c, "stemte"))
		regn_answer(c, REGN_PLAIN, trf(c->mem, c->lang, first ?
			N_("Minst %d av %d medlemmer må være til stede.") :
			N_("Minst %d av %d medlemmer må være til stede og stemme i saken."),
			(int)needed, (int)members));
	else if (voted >= needed)
		regn_answer(c, REGN_YES, trf(c->mem, c->lang,
			N_("Organet er vedtaksført: %d av %d er nok."), (int)voted,
			(int)members));
	else
		regn_answer(c, REGN_NO, trf(c->mem, c->lang,
			N_("Organet er ikke vedtaksført: %d må til, og det mangler %d."),
			(int)needed, (int)(needed - voted)));
}

static void count(struct regn_run *c)
{
	const int64_t members = regn_number(c, "medlemmer");
	const bool first = regn_number(c, "moete") == 1;
	const int64_t needed = (int64_t)(first ? tall_quorum_constituting((size_t)members)
	                                       : tall_quorum((size_t)members));

	if (regn_number(c, "stemte") > members) {
		regn_wrong(c, "stemte", tr(c->lang, N_("Det er flere enn organet har "
			"medlemmer.")));
		return;
	}
	answer(c, members, needed, first);
	regn_step(c, trf(c->mem, c->lang, first ? N_("To tredeler av %d er %s.")
	                                        : N_("Halvparten av %d er %s."), (int)members,
	                 first ? regn_share(c->mem, members, 2, 3)
	                       : regn_share(c->mem, members, 1, 2)));
	regn_step(c, trf(c->mem, c->lang, N_("Det må altså være minst %d."),
	                 (int)needed));
	if (!first)
		regn_note(c, tr(c->lang, N_("Dette gjelder hver sak for seg, ikke møtet som "
			"helhet. Den som går før avstemningen, eller er inhabil, teller ikke "
			"med.")));
	regn_rule(c, first ? RULE_VEDTAKSFOER_KONSTITUERENDE : RULE_VEDTAKSFOER);
}

const struct regn regn_vedtaksfoer = {
	"vedtaksfoer", N_("Er organet vedtaksført?"),
	N_("Minst halvparten av medlemmene må være til stede og stemme. I det konstituerende "
		"møtet må to tredeler være der."),
	"medlemmer=27&stemte=14", fields, count
};
