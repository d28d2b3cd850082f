/* regn_innsyn.c - demanding to see the documents of a case, kommuneloven § 11-13. */
#include "app/regler/regn.h"
#include "rules/moete/vedtak.h"
#include "web/text.h"

static const struct regn_option documents[] = {
	{ "vanlige", N_("Saksdokumenter") },
	{ "taushet", N_("Dokumenter med taushetsbelagte opplysninger") },
	{ NULL, NULL }
};

static const struct regn_field fields[] = {
	{ "for", N_("Stemmer for å kreve innsyn"), NULL, REGN_NUMBER, .max = REGN_PEOPLE },
	{ "mot", N_("Stemmer mot"), NULL, REGN_NUMBER, .max = REGN_PEOPLE },
	{ "dokumenter", N_("Hva gjelder kravet?"), NULL, REGN_CHOICE, .option = documents },
	{ NULL }
};

static void say(struct regn_run *c, int64_t yes, int64_t no, bool secret)
{
	switch (innsyn(yes, no, secret)) {
	case INNSYN_BY_THREE:
		regn_answer(c, REGN_YES, trf(c->mem, c->lang,
			N_("Kravet er vedtatt: %d stemte for, og tre er nok."), (int)yes));
		break;
	case INNSYN_BY_MAJORITY:
		regn_answer(c, REGN_YES, trf(c->mem, c->lang,
			N_("Kravet er vedtatt med flertall, %d mot %d."), (int)yes, (int)no));
		break;
	case INNSYN_TIE:
		regn_answer(c, REGN_PLAIN, trf(c->mem, c->lang,
			N_("Det står likt, %d mot %d. Da blir det som møtelederen stemte."),
			(int)yes, (int)no));
		regn_rule(c, RULE_MOETELEDER_AVGJOER);
		break;
	case INNSYN_REFUSED:
		regn_answer(c, REGN_NO, secret ?
			tr(c->lang, N_("Kravet er ikke vedtatt: her må det være flertall.")) :
			tr(c->lang, N_("Kravet er ikke vedtatt: det må være tre stemmer, eller "
				"flertall.")));
		break;
	}
}

static void count(struct regn_run *c)
{
	const bool secret = regn_number(c, "dokumenter") == 1;

	say(c, regn_number(c, "for"), regn_number(c, "mot"), secret);
	if (secret)
		regn_note(c, tr(c->lang, N_("Det er ikke nok med flertall: organet må trenge "
			"opplysningene for å behandle en bestemt sak, og forvaltningsloven må "
			"åpne for det.")));
	else
		regn_note(c, tr(c->lang, N_("Kommunestyret kan kreve innsyn i alle "
			"saksdokumenter, andre organer på sine områder. Det gjelder fra saken "
			"er sendt til organet; avgjør administrasjonen saken, fra den er "
			"ferdig.")));
	regn_rule(c, secret ? RULE_INNSYN_TAUSHET : RULE_INNSYN_TRE);
}

const struct regn regn_innsyn = {
	"innsyn", N_("Innsyn i saksdokumenter"),
	N_("Tre stemmer er nok til å kreve innsyn. Er opplysningene taushetsbelagte, må det "
		"være flertall."),
	"for=3&mot=24", fields, count
};
