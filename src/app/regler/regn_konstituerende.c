/* regn_konstituerende.c - is the constitutive meeting called and held in time, § 7-1. */
#include "app/regler/regn.h"

#include <stdlib.h>

#include "lib/tid.h"
#include "rules/moete/frist.h"
#include "rules/moete/kalender.h"
#include "web/text.h"

static const struct regn_field fields[] = {
	{ "dato", N_("Hvilken dag er det konstituerende møtet?"), NULL, REGN_DATE },
	{ "innkalt", N_("Hvilken dag ble medlemmene kalt inn?"), NULL, REGN_DATE,
	  .optional = true },
	{ NULL }
};

/* The last year of an election up to that one. */
static int election_of(int year)
{
	return year - (year - KALENDER_FIRST % KALENDER_TERM) % KALENDER_TERM;
}

static void say(struct regn_run *c, enum frist_meeting end, int election, const char *call)
{
	switch (end) {
	case MEETING_OK:
		if (regn_given(c, "innkalt"))
			regn_answer(c, REGN_YES, tr(c->lang, N_("Møtet er innkalt og holdt i "
				"tide.")));
		else
			regn_answer(c, REGN_PLAIN, trf(c->mem, c->lang,
				N_("Siste dag for å kalle inn er %s."),
				text_date(c->mem, c->lang, call)));
		break;
	case MEETING_NOTICE_SHORT:
		regn_answer(c, REGN_NO, trf(c->mem, c->lang,
			N_("Varselet er for kort. Siste dag for å kalle inn er %s."),
			text_date(c->mem, c->lang, call)));
		break;
	case MEETING_LATE:
		regn_answer(c, REGN_NO, trf(c->mem, c->lang,
			N_("Møtet er for sent. Siste dag er %s."),
			text_date(c->mem, c->lang, frist_last_constituting(c->mem, election))));
		break;
	}
}

static void count(struct regn_run *c)
{
	const char *meeting = regn_date(c, "dato");
	const int year = (int)strtol(meeting, NULL, 10), election = election_of(year);
	const char *call = frist_notice_day(c->mem, meeting);
	const char *called = regn_given(c, "innkalt") ? regn_date(c, "innkalt") : call;

	if (year - election > 1) {
		regn_wrong(c, "dato", trf(c->mem, c->lang, N_("Det er ikke valg det året. Neste "
			"valg er i %d."), election + KALENDER_TERM));
		return;
	}
	if (tid_days_between(called, meeting) < 0) {
		regn_wrong(c, "innkalt", tr(c->lang, N_("Innkallingen er etter møtet.")));
		return;
	}
	say(c, frist_constituting(election, called, meeting), election, call);
	regn_step(c, trf(c->mem, c->lang, N_("Møtet er %s, og %d dager før er %s."),
	                 text_date(c->mem, c->lang, meeting), FRIST_NOTICE_DAYS,
	                 text_date(c->mem, c->lang, call)));
	if (regn_given(c, "innkalt"))
		regn_step(c, trn(c->mem, c->lang, "Fra innkallingen til møtet er det én dag.",
		                 "Fra innkallingen til møtet er det %d dager.",
		                 tid_days_between(called, meeting)));
	regn_note(c, tr(c->lang, N_("Møtet holdes innen utgangen av oktober, etter at "
		"valgoppgjøret er ferdig. Vi har ikke funnet noen regel som flytter dagene når "
		"de er helligdager.")));
	regn_rule(c, RULE_KONSTITUERENDE_VARSEL);
	regn_rule(c, RULE_VEDTAKSFOER_KONSTITUERENDE);
}

const struct regn regn_konstituerende = {
	"konstituerende", N_("Det konstituerende møtet"),
	N_("Medlemmene skal ha 14 dagers varsel, og møtet holdes innen utgangen av oktober. Når "
		"må innkallingen sendes?"),
	"dato=2027-10-14&innkalt=2027-09-28", fields, count
};
