/* sjekkliste_steg.c - what happens in the meeting, step by step, each with its sections. */
#include "app/habilitet/sjekkliste.h"

#include "lib/arena.h"
#include "lib/buf.h"
#include "rules/moete/frist.h"
#include "web/text.h"

#define STEPS_MAX 20
#define LINES_MORE 12           /* beside one for each of those it is about */

struct steps {
	const struct sjekkliste_plan *p;
	const struct sjekkliste *s;
	struct arena *mem;
	enum lang lang;
	struct sjekkliste_step step[STEPS_MAX];
	size_t n;
};

const char *sjekkliste_who(struct arena *mem, const struct sjekkliste_person *p)
{
	return p->group[0] == '\0' ? p->name : arena_printf(mem, "%s (%s)", p->name, p->group);
}

static bool has(const struct sjekkliste_person *p, enum sjekkliste_decision d)
{
	return d == SJEKKLISTE_DECISION__MAX || p->decision == d;
}

const char *sjekkliste_names(const struct sjekkliste *s, enum lang lang,
                             enum sjekkliste_decision d)
{
	struct buf b = buf_in(s->mem);
	size_t left = 0, n = 0;

	for (size_t i = 0; i < s->n_challenged; i++)
		left += has(&s->person[i], d);
	buf_puts(&b, "");
	for (size_t i = 0; i < s->n_challenged; i++)
		if (has(&s->person[i], d)) {
			if (n++ > 0)
				buf_puts(&b, n < left ? ", " : tr(lang, N_(" og ")));
			buf_puts(&b, sjekkliste_who(s->mem, &s->person[i]));
		}
	return b.p;
}

/* A new step, on these rules. */
static void step(struct steps *t, const char *title, const enum rule *rules, size_t n_rule)
{
	struct sjekkliste_step *s = &t->step[t->n++];

	s->title = tr(t->lang, title);
	s->line = arena_array(t->mem, 2 * t->s->n_challenged + LINES_MORE, sizeof *s->line);
	s->lov = arena_array(t->mem, LOV__MAX, sizeof *s->lov);
	s->n_lov = lov_of_rules(rules, n_rule, s->lov);
}

#define STEP(t, title, ...) \
	step(t, title, (const enum rule[]){ __VA_ARGS__ }, \
	     sizeof (const enum rule[]){ __VA_ARGS__ } / sizeof(enum rule))

static void line(struct steps *t, const char *text)
{
	struct sjekkliste_step *s = &t->step[t->n - 1];

	s->line[s->n_line++] = text;
}

/* A line with values in it. */
#define LINE(t, ...) line(t, trf((t)->mem, (t)->lang, __VA_ARGS__))

static void say(struct steps *t, const char *msgid)
{
	line(t, tr(t->lang, msgid));
}

static bool several(const struct steps *t)
{
	return t->s->n_challenged > 1;
}

/* ---- before the meeting ---- */

static void in_good_time(struct steps *t)
{
	STEP(t, N_("Før møtet: si fra i god tid"), RULE_HABIL_MELDEPLIKT);
	LINE(t, N_("%s sier fra så tidlig som mulig, helst skriftlig."),
	     sjekkliste_names(t->s, t->lang, SJEKKLISTE_DECISION__MAX));
	say(t, N_("Det som trengs, er fakta: hva tilknytningen er, og hva saken kan bety. Om det "
	          "er nok til å være inhabil, avgjør organet."));
}

static void seat(struct steps *t, const struct sjekkliste_round *r, size_t i)
{
	const struct sjekkliste_person *p = &t->s->person[i];
	const char *who = sjekkliste_who(t->mem, p);

	if (r->asked[i] < t->s->n_called)
		LINE(t, N_("%s står foran i rekken, men også der er det et spørsmål om habilitet. "
		           "Det avgjøres på samme måte, og først."),
		     t->s->deputy[r->asked[i]].name);
	if (p->group[0] == '\0')
		LINE(t, N_("%s: Skriv hvilken gruppe, så finner vi varamedlemmet."), p->name);
	else if (r->seat[i] < t->s->n_called)
		LINE(t, N_("For %s: %s, den første i rekken fra samme gruppe som kan "
		           "møte."),
		     who, t->s->deputy[r->seat[i]].name);
	else
		LINE(t, N_("For %s er det ingen i rekken fra samme gruppe som kan møte."), who);
}

static void deputies(struct steps *t)
{
	const struct sjekkliste_plan *p = t->p;
	const struct sjekkliste_round *r = p->question.voters == VOTERS_OTHERS ? &p->question
	                                                                       : &p->matter;

	if (r->deputies < r->out)
		STEP(t, N_("Kall inn varamedlemmer"), RULE_HABIL_VARA, RULE_SUPPLERINGSVALG);
	else
		STEP(t, N_("Kall inn varamedlemmer"), RULE_HABIL_VARA);
	for (size_t i = 0; i < t->s->n_challenged; i++)
		if (r == &p->question || t->s->person[i].decision != DECISION_HABIL)
			seat(t, r, i);
	say(t, N_("Varaen bør være på plass før spørsmålet avgjøres, hvis det ikke koster mye tid "
	          "eller penger, og er da med på å avgjøre det."));
	if (r->deputies < r->out)
		say(t, N_("Finnes det ingen vara, blir plassen tom i saken. Loven lar ikke en "
		          "annen gruppe fylle den. Har gruppen for få varamedlemmer, kan "
		          "kommunestyret velge flere til et organ det selv har valgt."));
}

/* ---- the question ---- */

static void raise(struct steps *t)
{
	const struct sjekkliste_plan *p = t->p;

	STEP(t, N_("Møtelederen tar det opp før saken"), RULE_HABIL_ORGANET_AVGJOR,
	     RULE_HABIL_MOTELEDER);
	say(t, N_("Møtelederen leser opp hva som er meldt, før noen snakker om saken. Ingen kan "
	          "bare erklære seg inhabil og gå. Organet må avgjøre det."));
	if (p->leader != NULL && p->question.voters == VOTERS_ALL)
		say(t, N_("Lederen er blant dem det gjelder. Når alle må være med, er ingen "
		          "utelukket fra å lede, men nestlederen kan også gjøre det."));
	if (p->question.chair == CHAIR_DEPUTY)
		LINE(t, N_("Lederen, %s, er blant dem det gjelder. Nestlederen leder møtet til "
		           "spørsmålet er avgjort."), p->leader->name);
	if (p->question.chair == CHAIR_ELECTED)
		say(t, N_("Både lederen og nestlederen er blant dem det gjelder. Velg en møteleder "
		          "ved flertallsvalg, ved å vise stemmetegn."));
}

static void explain(struct steps *t)
{
	STEP(t, N_("Den det gjelder, kan forklare seg"), RULE_HABIL_FORKLARING);
	if (t->p->question.voters == VOTERS_ALL) {
		say(t, N_("Alle får fortelle hva som er fakta. Ingen går fra, for uten dem er "
		          "organet for lite til å avgjøre spørsmålet."));
		return;
	}
	LINE(t, N_("%s kan fortelle hva som er fakta, men er ikke med i ordskiftet om spørsmålet. "
	           "Den det gjelder, går fra plassen til det er avgjort."),
	     sjekkliste_names(t->s, t->lang, SJEKKLISTE_DECISION__MAX));
}

static void count(struct steps *t)
{
	const struct sjekkliste_round *q = &t->p->question;
	const int members = (int)t->s->members, quorum = (int)t->p->quorum;
	const int present = (int)t->s->present, left = (int)(t->s->present - q->out);

	switch (q->voters) {
	case VOTERS_OTHERS:
		if (q->deputies == 0)
			LINE(t, N_("%d av %d er igjen; det er nok, for minst %d må være med."),
			     left, members, quorum);
		else
			LINE(t, N_("%d av %d er igjen, og %d møter som vara; det er nok, for minst "
			           "%d må være med."), left, members, (int)q->deputies, quorum);
		say(t, several(t) ? N_("Ingen av dem det gjelder, stemmer: verken om seg selv "
		                       "eller om de andre.")
		                  : N_("Den det gjelder, stemmer ikke."));
		break;
	case VOTERS_ALL:
		LINE(t, N_("%d av %d er igjen; det er for få, for minst %d må være med. Da skal "
		           "alle som møter, %d i tallet, være med og avgjøre, også de det "
		           "gjelder."), left, members, quorum, present);
		break;
	case VOTERS_TOO_FEW:
		LINE(t, N_("Bare %d av %d er til stede, og minst %d må være med. Organet kan ikke "
		           "avgjøre noe nå, verken spørsmålet eller saken. Kall inn varamedlemmer, "
		           "eller utsett saken."), present, members, quorum);
		break;
	case HABIL_VOTERS__MAX:
		break;
	}
}

/* A decision that too few took part in is none. */
static void too_few_votes(struct steps *t)
{
	for (size_t i = 0; i < t->s->n_challenged; i++) {
		const struct sjekkliste_person *p = &t->s->person[i];
		const int64_t votes = p->for_inhabil + p->for_habil;

		if (p->for_habil >= 0 && votes < (int64_t)t->p->quorum)
			LINE(t, N_("Om %s er det skrevet %d stemmer. Minst %d må ha stemt for at "
			           "det skal være et vedtak."),
			     p->name, (int)votes, (int)t->p->quorum);
	}
}

static void vote(struct steps *t)
{
	STEP(t, N_("Organet avgjør spørsmålet"), RULE_HABIL_FLERE_REIST, RULE_HABIL_STEMMEPLIKT,
	     RULE_VANLIG_FLERTALL);
	count(t);
	if (t->p->question.voters == VOTERS_TOO_FEW)
		return;
	if (several(t))
		LINE(t, N_("Stem over én om gangen: %s."),
		     sjekkliste_names(t->s, t->lang, SJEKKLISTE_DECISION__MAX));
	say(t, N_("Alle som skal være med, må stemme, og ingen kan stemme blankt. Flertallet "
	          "avgjør, og står det likt, møtelederens stemme."));
	too_few_votes(t);
	if (t->p->n_inhabil > 0)
		LINE(t, N_("Dere har skrevet at organet sa inhabil om %s."),
		     sjekkliste_names(t->s, t->lang, DECISION_INHABIL));
	if (t->p->n_open + t->p->n_inhabil < t->s->n_challenged)
		LINE(t, N_("Dere har skrevet at organet sa habil om %s."),
		     sjekkliste_names(t->s, t->lang, DECISION_HABIL));
}

/* ---- the matter ---- */

static void change_seats(struct steps *t)
{
	const struct sjekkliste_round *m = &t->p->matter;

	if (m->out == 0)
		STEP(t, N_("Den som er habil, tar plassen igjen"), RULE_HABIL_STEMMEPLIKT);
	else
		STEP(t, N_("Den som er inhabil, går, og vara tar plassen"),
		     RULE_HABIL_FORBEREDELSE, RULE_HABIL_VARA);
	if (t->p->n_open > 0)
		say(t, N_("Blir noen funnet inhabil, går de fra plassen så lenge saken varer, og "
		          "tar ikke ordet fra salen."));
	else if (m->out > 0)
		LINE(t, N_("%s går fra plassen så lenge saken varer, og tar ikke ordet fra "
		           "salen."), sjekkliste_names(t->s, t->lang, DECISION_INHABIL));
	for (size_t i = 0; i < t->s->n_challenged; i++)
		if (m->seat[i] < t->s->n_called)
			LINE(t, t->s->person[i].decision == DECISION_INHABIL
			     ? N_("%s sitter for %s.")
			     : N_("%s sitter for %s hvis organet sier inhabil."),
			     t->s->deputy[m->seat[i]].name, t->s->person[i].name);
	if (t->p->n_open + t->p->n_inhabil < t->s->n_challenged)
		LINE(t, N_("%s er habil, tar plassen igjen og må stemme i saken."),
		     sjekkliste_names(t->s, t->lang, DECISION_HABIL));
}

static void chair_of_matter(struct steps *t)
{
	const struct sjekkliste_person *deputy = t->p->deputy_leader;
	const bool open = (t->p->leader != NULL && t->p->leader->decision == DECISION_OPEN) ||
	                  (deputy != NULL && deputy->decision == DECISION_OPEN);

	if (t->p->matter.chair == CHAIR_LEADER)
		return;
	STEP(t, N_("Hvem leder mens saken behandles?"), RULE_HABIL_MOTELEDER);
	if (t->p->matter.chair == CHAIR_DEPUTY)
		say(t, open ? N_("Blir lederen funnet inhabil, leder nestlederen saken.")
		            : N_("Nestlederen leder saken."));
	else
		say(t, open ? N_("Blir både lederen og nestlederen funnet inhabile, velger organet "
		                 "en møteleder for saken ved flertallsvalg.")
		            : N_("Organet velger en møteleder for saken ved flertallsvalg."));
}

static void enough(struct steps *t)
{
	const struct sjekkliste_round *m = &t->p->matter;
	const char *const left = m->deputies == 0
		? t->p->n_open > 0 ? N_("Blir alle funnet inhabile, er %d av %d igjen i saken.")
		                   : N_("%d av %d behandler saken.")
		: t->p->n_open > 0 ? N_("Blir alle funnet inhabile, er %d av %d igjen i saken, når "
		                        "vara er regnet med.")
		                   : N_("%d av %d behandler saken, når vara er regnet med.");

	STEP(t, N_("Er dere nok til å avgjøre saken?"), RULE_VEDTAKSFOER,
	     RULE_HABIL_STEDFORTREDER);
	LINE(t, left, (int)m->left, (int)t->s->members);
	LINE(t, m->voters == VOTERS_OTHERS
	     ? N_("Det er nok, for minst %d må være med.")
	     : N_("Det er for få, for minst %d må være med. Kall inn flere varamedlemmer, eller "
	          "utsett saken. At alle var med på å avgjøre habiliteten, gjør ikke de inhabile "
	          "habile i saken."), (int)t->p->quorum);
	if (!t->s->harms)
		return;
	STEP(t, N_("Saken kan ikke vente"), RULE_HABIL_FORELOPIG);
	say(t, t->p->provisional
	    ? N_("Gir det vesentlig ulempe eller skade å vente, kan også de inhabile være med på "
	         "en foreløpig avgjørelse. Skriv i møteboken hvorfor det hastet, og ta saken opp "
	         "igjen så snart organet er stort nok.")
	    : N_("Organet er stort nok uten dem, og avgjør saken på vanlig måte. En foreløpig "
	         "avgjørelse trengs bare når de andre ikke rekker å møtes."));
}

/* ---- afterwards ---- */

static void minutes(struct steps *t)
{
	STEP(t, N_("Møteboken"), RULE_HABIL_MOTEBOK);
	say(t, N_("Møteboken skal vise hva organet bestemte om hver enkelt, hvilken paragraf det "
	          "bygger på, hvordan det ble stemt, og hvem som var til stede."));
	if ((t->p->missing & MINUTE_DECISION) != 0)
		say(t, N_("Teksten under mangler hva organet bestemte."));
	if ((t->p->missing & MINUTE_BASIS) != 0)
		say(t, N_("Teksten under mangler grunnlaget: hvilken paragraf organet bygde på."));
	if ((t->p->missing & MINUTE_VOTES) != 0)
		say(t, N_("Teksten under mangler stemmetall."));
	say(t, N_("Møteboken er offentlig. Skriv ikke mer om folks forhold enn det som trengs."));
}

static void onwards(struct steps *t)
{
	STEP(t, N_("Forberedelsen teller også"), RULE_HABIL_FORBEREDELSE);
	say(t, N_("Den som er inhabil, skal heller ikke være med på å forberede saken: i et "
	          "utvalg, en arbeidsgruppe eller uformelt. Har noen vært det, må organet vurdere "
	          "om feilen kan ha virket inn på innholdet."));
	STEP(t, N_("Neste organ avgjør for seg"), RULE_HABIL_HVERT_ORGAN);
	say(t, N_("Skal saken videre, tas spørsmålet opp på nytt der. Det dere bestemte, binder "
	          "ikke det neste organet."));
	STEP(t, N_("Kommunedirektøren"), RULE_HABIL_DIREKTOR, RULE_HABIL_OVERORDNET);
	say(t, N_("Er kommunedirektøren inhabil, går også han eller hun fra og gir ingen råd i "
	          "saken. En ansatt rett under kan forberede saken for organet, men ikke avgjøre "
	          "den."));
	STEP(t, N_("Habil, men med personlige grunner"), RULE_HABIL_FRITAK);
	say(t, N_("Den som ikke er inhabil, kan likevel søke om å slippe saken av personlige "
	          "grunner. Organet avgjør det også, og grunnlaget skal i møteboken."));
	STEP(t, N_("Etterpå: lovlighetskontroll"), RULE_HABIL_LOVLIGHETSKONTROLL,
	     RULE_FRIST_VIRKEDAG);
	if (t->s->date[0] != '\0')
		LINE(t, N_("Tre eller flere medlemmer av kommunestyret kan sammen kreve at "
		           "vedtaket om habilitet blir kontrollert, senest %s."),
		     text_date(t->mem, t->lang, frist_complaint(t->mem, t->s->date).last));
	else
		say(t, N_("Tre eller flere medlemmer av kommunestyret kan sammen kreve at vedtaket "
		          "om habilitet blir kontrollert, innen tre uker."));
}

const struct sjekkliste_step *sjekkliste_steps(const struct sjekkliste_plan *p, enum lang lang,
                                               size_t *n)
{
	struct steps *t = arena_get(p->s->mem, sizeof *t);

	*t = (struct steps){ .p = p, .s = p->s, .mem = p->s->mem, .lang = lang };
	in_good_time(t);
	deputies(t);
	raise(t);
	if (p->question.voters != VOTERS_TOO_FEW)
		explain(t);
	vote(t);
	if (p->question.voters != VOTERS_TOO_FEW) {
		change_seats(t);
		chair_of_matter(t);
		enough(t);
	}
	minutes(t);
	onwards(t);
	*n = t->n;
	return t->step;
}
