/* regn_flertall.c - decisions that need more than an ordinary majority, §§ 7-12 and 10-1. */
#include "app/regler/regn.h"
#include "rules/moete/tall.h"
#include "web/text.h"

static const struct regn_option matters[] = {
	{ "styreform", N_("Innføre parlamentarisk styreform") },
	{ "suspendere", N_("Suspendere en ordfører som er tiltalt") },
	{ "frata", N_("Ta vervet fra ordføreren") },
	{ "avvikle", N_("Avvikle parlamentarisk styreform") },
	{ NULL, NULL }
};

static const struct regn_field fields[] = {
	{ "sak", N_("Hva gjelder det?"), NULL, REGN_CHOICE, .option = matters },
	{ "avgitt", N_("Hvor mange stemmer er gitt?"), NULL, REGN_NUMBER, .min = 1,
	  .max = REGN_PEOPLE },
	{ "for", N_("Hvor mange stemte for?"), NULL, REGN_NUMBER, .optional = true,
	  .max = REGN_PEOPLE },
	{ NULL }
};

/* In the order of the options. */
static const struct matter {
	int64_t (*needed)(int64_t votes);
	int64_t part, of;
	const char *share;
	enum rule rule;
} all[] = {
	{ tall_two_thirds, 2, 3, N_("To tredeler av %d er %s."), RULE_TO_TREDELER },
	{ tall_two_thirds, 2, 3, N_("To tredeler av %d er %s."), RULE_TO_TREDELER },
	{ tall_ninety, 9, 10, N_("90 prosent av %d er %s."), RULE_ORDFOERER_FRATAS },
	{ tall_majority, 1, 2, N_("Det må være mer enn halvparten: av %d mer enn %s."),
	  RULE_STYREFORM_FORSLAG },
};

static void count(struct regn_run *c)
{
	const struct matter *m = &all[regn_number(c, "sak")];
	const int64_t cast = regn_number(c, "avgitt"), yes = regn_number(c, "for");
	const int64_t needed = m->needed(cast);

	if (yes > cast) {
		regn_wrong(c, "for", tr(c->lang, N_("Det er flere for enn det er gitt "
			"stemmer.")));
		return;
	}
	if (!regn_given(c, "for"))
		regn_answer(c, REGN_PLAIN, trf(c->mem, c->lang, N_("Minst %d av %d stemmer må "
			"til."),
		                               (int)needed, (int)cast));
	else if (yes >= needed)
		regn_answer(c, REGN_YES, trf(c->mem, c->lang, N_("%d av %d stemmer er nok."),
		                             (int)yes, (int)cast));
	else
		regn_answer(c, REGN_NO, trf(c->mem, c->lang,
			N_("%d av %d stemmer er ikke nok: %d må til."), (int)yes, (int)cast,
			(int)needed));
	regn_step(c, trf(c->mem, c->lang, m->share, (int)cast,
	                 regn_share(c->mem, cast, m->part, m->of)));
	regn_step(c, trf(c->mem, c->lang, N_("Det må altså være minst %d."),
	                 (int)needed));
	regn_note(c, tr(c->lang, N_("Andelen er av stemmene som er gitt, ikke av medlemmene. "
		"Minst halvparten av medlemmene må ha stemt.")));
	regn_rule(c, m->rule);
	regn_rule(c, RULE_VEDTAKSFOER);
}

const struct regn regn_flertall = {
	"flertall", N_("To tredeler og 90 prosent"),
	N_("Noen få vedtak krever mer enn vanlig flertall: styreformen, og å suspendere eller "
		"ta vervet fra ordføreren."),
	"sak=frata&avgitt=27&for=24", fields, count
};
