/* regn_lovlighetskontroll.c - the last day to have a decision controlled, § 27-1. */
#include "app/regler/regn.h"

#include <string.h>

#include "lib/tid.h"
#include "rules/moete/frist.h"
#include "rules/moete/helligdag.h"
#include "web/text.h"

#define SATURDAY 6

static const struct regn_field fields[] = {
	{ "dato", N_("Hvilken dag ble vedtaket truffet?"), NULL, REGN_DATE },
	{ "krever", N_("Hvor mange medlemmer av kommunestyret krever det?"), NULL, REGN_NUMBER,
	  .optional = true, .max = REGN_PEOPLE },
	{ NULL }
};

static const char *holiday_name(enum helligdag day)
{
	switch (day) {
	case HELLIGDAG_SOENDAG:
		return N_("en søndag");
	case HELLIGDAG_NYTTAAR:
		return N_("første nyttårsdag");
	case HELLIGDAG_SKJAERTORSDAG:
		return N_("skjærtorsdag");
	case HELLIGDAG_LANGFREDAG:
		return N_("langfredag");
	case HELLIGDAG_PAASKE_1:
		return N_("første påskedag");
	case HELLIGDAG_PAASKE_2:
		return N_("andre påskedag");
	case HELLIGDAG_MAI_1:
		return N_("1. mai");
	case HELLIGDAG_MAI_17:
		return N_("17. mai");
	case HELLIGDAG_HIMMELFART:
		return N_("Kristi himmelfartsdag");
	case HELLIGDAG_PINSE_1:
		return N_("første pinsedag");
	case HELLIGDAG_PINSE_2:
		return N_("andre pinsedag");
	case HELLIGDAG_JUL_1:
		return N_("første juledag");
	case HELLIGDAG_JUL_2:
		return N_("andre juledag");
	case HELLIGDAG_NONE:
	case HELLIGDAG__MAX:
		break;
	}
	return N_("en lørdag");
}

static void steps(struct regn_run *c, const char *decided, const struct frist_complaint *f)
{
	const enum helligdag day = helligdag(c->mem, f->out);

	regn_step(c, trf(c->mem, c->lang, N_("Vedtaket ble truffet %s."),
	                 text_date(c->mem, c->lang, decided)));
	regn_step(c, trf(c->mem, c->lang, N_("Tre uker etter, på samme ukedag, er %s."),
	                 text_date(c->mem, c->lang, f->out)));
	if (strcmp(f->out, f->last) != 0)
		regn_step(c, trf(c->mem, c->lang,
			N_("Det er %s, så fristen varer til neste virkedag: %s."),
			tr(c->lang, holiday_name(day)), text_date(c->mem, c->lang, f->last)));
}

static void how_long(struct regn_run *c, const char *last)
{
	const int left = tid_days_between(c->today, last);

	if (left < 0)
		regn_note(c, tr(c->lang, N_("Fristen er ute.")));
	else if (left == 0)
		regn_note(c, tr(c->lang, N_("Den siste dagen er i dag.")));
	else
		regn_note(c, trn(c->mem, c->lang, "Det er én dag igjen.", "Det er %d dager "
			"igjen.",
		                 left));
}

static void count(struct regn_run *c)
{
	const char *decided = regn_date(c, "dato");
	const struct frist_complaint f = frist_complaint(c->mem, decided);
	const int64_t members = regn_number(c, "krever");

	regn_answer(c, REGN_PLAIN, trf(c->mem, c->lang, N_("Siste dag er %s."),
	                               text_date(c->mem, c->lang, f.last)));
	steps(c, decided, &f);
	how_long(c, f.last);
	if (regn_given(c, "krever") && members < FRIST_COMPLAINT_MEMBERS)
		regn_note(c, trf(c->mem, c->lang,
			N_("%d er for få: minst tre medlemmer av kommunestyret må kreve det "
				"sammen."),
			(int)members));
	else
		regn_note(c, tr(c->lang, N_("Minst tre medlemmer av kommunestyret må kreve det "
			"sammen.")));
	regn_note(c, tr(c->lang, N_("Kravet sendes til det organet som traff vedtaket, og er i "
		"tide når det er postet den siste dagen. Julaften, nyttårsaften og påskeaften "
		"er ikke helligdager.")));
	regn_note(c, tr(c->lang, N_("Vedtaket gjelder mens det blir kontrollert, hvis ikke noen "
		"bestemmer at det skal vente.")));
	regn_rule(c, RULE_LOVLIGHETSKONTROLL_FRIST);
	regn_rule(c, RULE_FRIST_UKER);
	regn_rule(c, RULE_FRIST_VIRKEDAG);
}

const struct regn regn_lovlighetskontroll = {
	"lovlighetskontroll", N_("Frist for lovlighetskontroll"),
	N_("Tre medlemmer av kommunestyret kan kreve at et vedtak blir kontrollert, innen tre "
		"uker. Her er den siste dagen, også når den faller på en helligdag."),
	"dato=2027-12-11&krever=3", fields, count
};
