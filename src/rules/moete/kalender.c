#include "rules/moete/kalender.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "lib/arena.h"
#include "lib/tid.h"
#include "rules/moete/frist.h"
#include "rules/moete/medlemstall.h"

#define MONDAY 1
#define STRATEGY_DAYS 30        /* the planstrategi is public, pbl § 10-1         */
#define YEARS 2                 /* of yearly duties: of the election and the next */

/* The days of one election that others follow from. */
struct days {
	int year;
	const char *last_change;        /* 31 December of the year before             */
	const char *election;
	const char *notice, *constituted;
	const char *year_end, *next_year_end;   /* of the election, and one more      */
	const char *strategy_public, *strategy;
	const char *style;              /* 1 January of the second whole year         */
	const char *term_end;
};

/* What comes once in a term; `from` and `to` are where in struct days it stands. */
static const struct once {
	const char *key;
	enum duty_when when;
	size_t from, to;
	const char *nb, *nn;
	enum rule rule;
} once[] = {
#define NO_FROM SIZE_MAX
#define AT(day) offsetof(struct days, day)
	{ "medlemstall", DUTY_BY, NO_FROM, AT(last_change),
	  "Siste dag for å endre hvor mange medlemmer det neste kommunestyret skal ha",
	  "Siste dag for å endre kor mange medlemer det neste kommunestyret skal ha",
	  RULE_MEDLEMSTALL_FRIST },
	{ "styreform", DUTY_BY, NO_FROM, AT(last_change),
	  "Siste dag for å stemme over et forslag om å innføre eller avvikle parlamentarisk "
	  "styreform, hvis det neste kommunestyret skal kunne gjøre det",
	  "Siste dag for å røyste over eit framlegg om å innføre eller avvikle parlamentarisk "
	  "styreform, om det neste kommunestyret skal kunne gjere det", RULE_STYREFORM_FORSLAG },
	{ "valgdag", DUTY_EXPECTED, NO_FROM, AT(election), "Valg til kommunestyre og fylkesting",
	  "Val til kommunestyre og fylkesting", RULE_VALGDAG },
	{ "innkalling", DUTY_BY, NO_FROM, AT(notice),
	  "Siste dag for å kalle inn til det konstituerende møtet",
	  "Siste dag for å kalle inn til det konstituerande møtet", RULE_KONSTITUERENDE_VARSEL },
	{ "konstituering", DUTY_BY, NO_FROM, AT(constituted),
	  "Det konstituerende møtet; minst to tredeler av medlemmene må være til stede",
	  "Det konstituerande møtet; minst to tredelar av medlemene må vere til stades",
	  RULE_VEDTAKSFOER_KONSTITUERENDE },
	{ "organer", DUTY_BY, NO_FROM, AT(year_end),
	  "De andre organene er også valgt på nytt; de gamle sitter ikke lenger enn til årsskiftet",
	  "Dei andre organa er òg valde på nytt; dei gamle sit ikkje lenger enn til årsskiftet",
	  RULE_ORGANER_AARSSKIFTE },
	{ "planstrategi-ute", DUTY_BY, NO_FROM, AT(strategy_public),
	  "Forslaget til planstrategi er lagt ut, hvis kommunestyret vedtar den den siste dagen",
	  "Framlegget til planstrategi er lagt ut, om kommunestyret vedtek han den siste dagen",
	  RULE_PLANSTRATEGI_UTLEGGING },
	{ "planstrategi", DUTY_BY, NO_FROM, AT(strategy), "Kommunestyret har vedtatt planstrategi",
	  "Kommunestyret har vedteke planstrategi", RULE_PLANSTRATEGI },
	{ "delegering", DUTY_BY, NO_FROM, AT(next_year_end),
	  "Kommunestyret har vedtatt reglement for delegering og innstilling",
	  "Kommunestyret har vedteke reglement for delegering og innstilling", RULE_DELEGERING },
	{ "forvaltningsrevisjon", DUTY_BY, NO_FROM, AT(next_year_end),
	  "Planen for forvaltningsrevisjon er laget av kontrollutvalget; kommunestyret vedtar den",
	  "Planen for forvaltningsrevisjon er laga av kontrollutvalet; kommunestyret vedtek han",
	  RULE_PLAN_FORVALTNINGSREVISJON },
	{ "eierskapskontroll", DUTY_BY, NO_FROM, AT(next_year_end),
	  "Planen for eierskapskontroll er laget av kontrollutvalget; kommunestyret vedtar den",
	  "Planen for eigarskapskontroll er laga av kontrollutvalet; kommunestyret vedtek han",
	  RULE_PLAN_EIERSKAPSKONTROLL },
	{ "ny-styreform", DUTY_BY, NO_FROM, AT(style),
	  "En ny styreform er vedtatt og satt i verk", "Ei ny styreform er vedteken og sett i verk",
	  RULE_STYREFORM_IVERKSATT },
	{ "eierskapsmelding", DUTY_WITHIN, AT(constituted), AT(term_end),
	  "Kommunestyret vedtar en eierskapsmelding, minst én gang i perioden",
	  "Kommunestyret vedtek ei eigarskapsmelding, minst éin gong i perioden",
	  RULE_EIERSKAPSMELDING },
#undef AT
};
#define N_ONCE (sizeof once / sizeof once[0])

char *kalender_election_day(struct arena *mem, int election_year)
{
	char *day = arena_printf(mem, "%04d-09-08", election_year);

	while (tid_weekday(day) != MONDAY)
		day = tid_add_days(mem, day, 1);
	return day;
}

/* The same day of the next year; the council is never constituted on 29 February. */
static char *a_year_on(struct arena *mem, const char *iso)
{
	return arena_printf(mem, "%04ld%s", strtol(iso, NULL, 10) + 1, iso + 4);
}

static struct days days_of(struct arena *mem, int year, const char *constituted)
{
	struct days d = { .year = year };

	d.last_change = medlemstall_last_day(mem, year);
	d.election = kalender_election_day(mem, year);
	d.constituted = constituted != NULL ? constituted : frist_last_constituting(mem, year);
	d.notice = frist_notice_day(mem, d.constituted);
	d.year_end = arena_printf(mem, "%04d-12-31", year);
	d.next_year_end = arena_printf(mem, "%04d-12-31", year + 1);
	d.strategy = a_year_on(mem, d.constituted);
	d.strategy_public = tid_add_days(mem, d.strategy, -STRATEGY_DAYS);
	d.style = arena_printf(mem, "%04d-01-01", year + 2);
	d.term_end = frist_last_constituting(mem, year + KALENDER_TERM);
	return d;
}

static const char *day_at(const struct days *d, size_t at)
{
	return *(const char *const *)((const char *)d + at);
}

static struct duty of_term(const struct days *d, const struct once *row, bool told)
{
	struct duty duty = { row->key, row->when, NULL, day_at(d, row->to), row->nb, row->nn,
	                     row->rule };

	if (row->from != NO_FROM)
		duty.from = day_at(d, row->from);
	else if (told && row->to == offsetof(struct days, constituted))
		duty.when = DUTY_ON;
	return duty;
}

static struct duty of_year(struct arena *mem, int year, const struct aarshjul_duty *row)
{
	struct duty duty = { row->key, DUTY_BY, NULL, NULL, row->nb, row->nn, row->rule };

	if (row->month > 0) {
		duty.to = arena_printf(mem, "%04d-%02d-%02d", year, row->month, row->day);
	} else {
		duty.when = DUTY_WITHIN;
		duty.from = arena_printf(mem, "%04d-01-01", year);
		duty.to = arena_printf(mem, "%04d-12-31", year);
	}
	return duty;
}

/* In the order of their last days, and else as they came. */
static void put(struct duty *all, size_t *n, struct duty duty)
{
	size_t at = (*n)++;

	while (at > 0 && strcmp(all[at - 1].to, duty.to) > 0) {
		all[at] = all[at - 1];
		at--;
	}
	all[at] = duty;
}

struct kalender kalender(struct arena *mem, int election_year, const char *constituted)
{
	const struct days d = days_of(mem, election_year, constituted);
	size_t n_yearly = 0, n = 0;
	struct duty *all;

	assert(election_year >= KALENDER_FIRST && election_year <= KALENDER_LAST);
	while (aarshjul[n_yearly].key != NULL)
		n_yearly++;
	all = arena_array(mem, N_ONCE + YEARS * n_yearly, sizeof *all);
	for (size_t i = 0; i < N_ONCE; i++)
		put(all, &n, of_term(&d, &once[i], constituted != NULL));
	for (int year = 0; year < YEARS; year++)
		for (size_t i = 0; i < n_yearly; i++)
			put(all, &n, of_year(mem, election_year + year, &aarshjul[i]));
	return (struct kalender){ all, n };
}

int kalender_election_of(const char *today)
{
	const int year = (int)strtol(today, NULL, 10);
	int election = KALENDER_FIRST;

	/* The calendar of one is over with the first day of the second year after it. */
	while (election < KALENDER_LAST &&
	       (year > election + YEARS || (year == election + YEARS &&
	                                    strcmp(today + 5, "01-01") > 0)))
		election += KALENDER_TERM;
	return election;
}
