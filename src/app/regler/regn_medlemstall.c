/* regn_medlemstall.c - how many members a council must have, kommuneloven § 5-5. */
#include "app/regler/regn.h"
#include "rules/moete/medlemstall.h"
#include "web/text.h"

#define POPULATION_MAX 10000000

static const struct regn_option levels[] = {
	{ "kommune", N_("En kommune") },
	{ "fylke", N_("En fylkeskommune") },
	{ NULL, NULL }
};

static const struct regn_field fields[] = {
	{ "nivaa", N_("Hva gjelder det?"), NULL, REGN_CHOICE, .option = levels },
	{ "innbyggere", N_("Hvor mange innbyggere?"),
	  N_("Ved nest siste årsskifte før valget: for valget i 2027 er det 1. januar 2026."),
	  REGN_NUMBER, .max = POPULATION_MAX },
	{ "medlemmer", N_("Hvor mange medlemmer er det, eller skal det "
		"bli?"), NULL, REGN_NUMBER,
	  .optional = true, .max = REGN_PEOPLE },
	{ NULL }
};

static void say(struct regn_run *c, enum medlemstall_level level, int64_t population)
{
	const int64_t members = regn_number(c, "medlemmer");
	const int least = (int)medlemstall_least(level, population);

	if (!regn_given(c, "medlemmer")) {
		regn_answer(c, REGN_PLAIN, trf(c->mem, c->lang,
			N_("Minst %d medlemmer, og et oddetall."), least));
		return;
	}
	switch (medlemstall_check(level, population, (size_t)members)) {
	case MEDLEMSTALL_OK:
		regn_answer(c, REGN_YES, trf(c->mem, c->lang, N_("%d medlemmer er lovlig."),
		                             (int)members));
		break;
	case MEDLEMSTALL_EVEN:
		regn_answer(c, REGN_NO, trf(c->mem, c->lang,
			N_("%d er et partall. Medlemstallet skal være et oddetall."),
			(int)members));
		break;
	case MEDLEMSTALL_SMALL:
		regn_answer(c, REGN_NO, trf(c->mem, c->lang,
			N_("%d er for få. Det skal være minst %d, og et oddetall."),
			(int)members, least));
		break;
	}
}

static void count(struct regn_run *c)
{
	const enum medlemstall_level level = regn_number(c, "nivaa") == 1 ? LEVEL_FYLKE
	                                                                  : LEVEL_KOMMUNE;

	say(c, level, regn_number(c, "innbyggere"));
	regn_step(c, trf(c->mem, c->lang, N_("Med %s innbyggere er minstetallet %d."),
	                 text_number(c->mem, regn_number(c, "innbyggere")),
	                 (int)medlemstall_least(level, regn_number(c, "innbyggere"))));
	regn_note(c, tr(c->lang, N_("Et nytt medlemstall vedtas senest 31. desember i det nest "
		"siste året av perioden, og gjelder fra neste valg. Det er året før "
		"valgåret.")));
	regn_rule(c, level == LEVEL_FYLKE ? RULE_FYLKESTING_MINSTETALL
	                                  : RULE_KOMMUNESTYRE_MINSTETALL);
	regn_rule(c, RULE_MEDLEMSTALL_DAG);
	regn_rule(c, RULE_MEDLEMSTALL_FRIST);
}

const struct regn regn_medlemstall = {
	"medlemstall", N_("Hvor mange medlemmer skal kommunestyret ha?"),
	N_("Minstetallet følger av innbyggertallet, og tallet skal være et oddetall."),
	"innbyggere=6100&medlemmer=21", fields, count
};
