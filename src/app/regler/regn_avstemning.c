/* regn_avstemning.c - what a vote for and against decides, kommuneloven § 11-9. */
#include "app/regler/regn.h"
#include "rules/moete/vedtak.h"
#include "web/text.h"

static const struct regn_option chairs[] = {
	{ "ukjent", N_("Det er ikke sagt") },
	{ "for", N_("For") },
	{ "mot", N_("Mot") },
	{ NULL, NULL }
};

static const struct regn_option matters[] = {
	{ "sak", N_("Et forslag i en sak") },
	{ "valg", N_("Et valg eller en ansettelse") },
	{ NULL, NULL }
};

static const struct regn_field fields[] = {
	{ "for", N_("Stemmer for"), NULL, REGN_NUMBER, .max = REGN_PEOPLE },
	{ "mot", N_("Stemmer mot"), NULL, REGN_NUMBER, .max = REGN_PEOPLE },
	{ "moeteleder", N_("Hva stemte møtelederen?"), NULL, REGN_CHOICE, .option = chairs },
	{ "sak", N_("Hva ble det stemt over?"), NULL, REGN_CHOICE, .option = matters },
	{ "medlemmer", N_("Hvor mange medlemmer har organet?"),
	  N_("For å se om mange nok har stemt."), REGN_NUMBER, .optional = true, .min = 1,
	  .max = REGN_PEOPLE },
	{ NULL }
};

/* Votes that cannot be: more than members, or a chair whose own vote is not among them. */
static bool fits(struct regn_run *c, int64_t yes, int64_t no, enum vedtak_chair chair)
{
	if (regn_given(c, "medlemmer") && yes + no > regn_number(c, "medlemmer"))
		regn_wrong(c, "mot", tr(c->lang, N_("Det er flere stemmer enn organet har "
			"medlemmer.")));
	if (chair == CHAIR_FOR && yes == 0)
		regn_wrong(c, "for", tr(c->lang, N_("Møtelederen stemte for, så minst én stemme "
			"er for.")));
	if (chair == CHAIR_AGAINST && no == 0)
		regn_wrong(c, "mot", tr(c->lang, N_("Møtelederen stemte mot, så minst én stemme "
			"er mot.")));
	return !c->wrong;
}

static void tie_at_election(struct regn_run *c)
{
	regn_answer(c, REGN_NO, tr(c->lang, N_("Det står likt, og da er ingenting avgjort: ved "
		"valg og ansettelser teller møtelederens stemme som de andre.")));
	regn_note(c, tr(c->lang, N_("Leder, ordfører og andre som velges ved flertallsvalg, "
		"velges i inntil to avstemninger, og så avgjør loddet.")));
	c->link = "/valg/flertallsvalg";
	c->link_text = tr(c->lang, N_("Regn ut et flertallsvalg"));
	regn_rule(c, RULE_FLERTALL_LODD);
}

static void say(struct regn_run *c, const struct vedtak *v, int64_t yes, int64_t no)
{
	switch (v->end) {
	case VEDTAK_ADOPTED:
		regn_answer(c, REGN_YES, v->by_chair ?
			trf(c->mem, c->lang, N_("Vedtatt: det står %d mot %d, og møtelederen "
				"stemte for."), (int)yes, (int)no) :
			trf(c->mem, c->lang, N_("Vedtatt med %d mot %d stemmer."), (int)yes,
			    (int)no));
		break;
	case VEDTAK_REJECTED:
		regn_answer(c, REGN_NO, v->by_chair ?
			trf(c->mem, c->lang, N_("Ikke vedtatt: det står %d mot %d, og "
				"møtelederen stemte mot."), (int)yes, (int)no) :
			trf(c->mem, c->lang, N_("Ikke vedtatt: %d mot %d stemmer."), (int)yes,
			    (int)no));
		break;
	case VEDTAK_TIE:
		regn_answer(c, REGN_PLAIN, trf(c->mem, c->lang,
			N_("Det står likt, %d mot %d. Da blir det som møtelederen stemte."),
			(int)yes, (int)no));
		break;
	case VEDTAK_TIE_ELECTION:
		tie_at_election(c);
		break;
	case VEDTAK_TOO_FEW:
		regn_answer(c, REGN_NO, trf(c->mem, c->lang,
			N_("Ingenting er vedtatt: bare %d av %d medlemmer har stemt, og det må "
				"være minst halvparten."), (int)v->cast,
			(int)regn_number(c, "medlemmer")));
		regn_rule(c, RULE_VEDTAKSFOER);
		break;
	}
}

static void count(struct regn_run *c)
{
	static const enum vedtak_chair of[] = { CHAIR_NOT_TOLD, CHAIR_FOR, CHAIR_AGAINST };
	const int64_t yes = regn_number(c, "for"), no = regn_number(c, "mot");
	const enum vedtak_chair chair = of[regn_number(c, "moeteleder")];
	const bool election = regn_number(c, "sak") == 1;
	struct vedtak v;

	if (!fits(c, yes, no, chair))
		return;
	v = vedtak(regn_number(c, "medlemmer"), yes, no, chair, election);
	say(c, &v, yes, no);
	regn_step(c, trf(c->mem, c->lang, N_("Det er gitt %d stemmer. Flertall er mer enn "
		"halvparten: %d."), (int)v.cast, (int)v.needed));
	if (!election)
		regn_note(c, tr(c->lang, N_("Alle som er til stede, må stemme for eller mot. "
			"Blankt går bare an ved valg og ansettelser.")));
	regn_rule(c, RULE_VANLIG_FLERTALL);
	regn_rule(c, RULE_MOETELEDER_AVGJOER);
	regn_rule(c, RULE_ALLE_STEMMER);
}

const struct regn regn_avstemning = {
	"avstemning", N_("Ble forslaget vedtatt?"),
	N_("Flertallet av stemmene avgjør. Står det likt, blir det som møtelederen stemte, men "
		"ikke ved valg."),
	"for=9&mot=9&moeteleder=for&medlemmer=19", fields, count
};
