/* sjekkliste_bok.c - the text for the minutes: what the body decided, and the section. */
#include "app/habilitet/sjekkliste.h"

#include "lib/arena.h"
#include "lib/buf.h"
#include "web/text.h"

#define BLANK "______"
#define LINES_MORE 16           /* beside four for each of those it is about */

struct book {
	const struct sjekkliste_plan *p;
	const struct sjekkliste *s;
	struct arena *mem;
	enum lang lang;
	const char **line;
	size_t n;
};

static void line(struct book *b, const char *text)
{
	b->line[b->n++] = text;
}

/* A line with values in it. */
#define LINE(b, ...) line(b, trf((b)->mem, (b)->lang, __VA_ARGS__))

static const char *cited(const struct book *b, enum lov lov)
{
	return lov_cite(b->mem, &lov, 1, b->lang == LANG_NN);
}

static const char *basis(const struct book *b, const struct sjekkliste_basis *g)
{
	const struct rule_info *rule = &rule_infos[g->rule];

	return arena_printf(b->mem, "%s (%s)", tr(b->lang, g->text),
	                    lov_cite(b->mem, rule->lov, rule->n_lov, b->lang == LANG_NN));
}

/* ---- the meeting ---- */

static void head(struct book *b)
{
	const struct sjekkliste *s = b->s;
	const char *when = s->date[0] == '\0' ? BLANK : text_date(b->mem, b->lang, s->date);

	line(b, s->item[0] == '\0' ? tr(b->lang, N_("Habilitet"))
	                           : trf(b->mem, b->lang, N_("Habilitet: %s"), s->item));
	LINE(b, N_("%s, %s. %d av %d medlemmer var til stede."), s->body, when,
	     (int)s->present, (int)s->members);
	LINE(b, N_("Det ble reist spørsmål om habiliteten til %s."),
	     sjekkliste_names(s, b->lang, SJEKKLISTE_DECISION__MAX));
	for (size_t i = 0; s->with_why && i < s->n_challenged; i++)
		if (s->person[i].why[0] != '\0')
			line(b, arena_printf(b->mem, "%s: %s", s->person[i].name,
			                     s->person[i].why));
}

/* Who led; `of_matter`: the matter itself, and not the question. */
static void chair(struct book *b, enum habil_chair who, bool of_matter)
{
	switch (who) {
	case CHAIR_LEADER:
		return;
	case CHAIR_DEPUTY:
		line(b, tr(b->lang, of_matter
		     ? N_("Nestlederen ledet møtet mens saken ble behandlet.")
		     : N_("Nestlederen ledet møtet mens habiliteten ble avgjort.")));
		return;
	case CHAIR_ELECTED:
		LINE(b, of_matter
		     ? N_("Organet valgte %s til å lede møtet mens saken ble behandlet (%s).")
		     : N_("Organet valgte %s til å lede møtet mens habiliteten ble avgjort (%s)."),
		     BLANK, cited(b, KOML_11_2_3));
		return;
	case HABIL_CHAIR__MAX:
		return;
	}
}

static void seats(struct book *b, const struct sjekkliste_round *r, bool of_matter)
{
	for (size_t i = 0; i < b->s->n_challenged; i++)
		if (r->seat[i] < b->s->n_called)
			LINE(b, of_matter
			     ? N_("%s møtte som vara for %s i saken.")
			     : N_("%s møtte som vara for %s mens habiliteten ble avgjort."),
			     b->s->deputy[r->seat[i]].name, b->s->person[i].name);
}

static void who_voted(struct book *b)
{
	const struct sjekkliste_round *q = &b->p->question;
	const int members = (int)b->s->members, present = (int)b->s->present;

	switch (q->voters) {
	case VOTERS_OTHERS:
		if (b->s->n_challenged == 1)
			LINE(b, N_("%s var ikke med på å avgjøre spørsmålet (%s)."),
			     b->s->person[0].name, cited(b, FVL_8_2));
		else
			LINE(b, N_("Ingen av dem var med på å avgjøre, verken om seg selv eller om "
			           "de andre (%s)."), cited(b, FVL_8_2));
		seats(b, q, false);
		LINE(b, N_("%d av %d var med på å avgjøre."), (int)q->left, members);
		return;
	case VOTERS_ALL:
		LINE(b, N_("Uten dem var %d av %d igjen, og organet ville ikke vært vedtaksført "
		           "(%s). Alle som møtte, %d i tallet, var derfor med på å avgjøre (%s)."),
		     present - (int)q->out, members, cited(b, KOML_11_9_1), present,
		     cited(b, FVL_8_2));
		return;
	case VOTERS_TOO_FEW:
		LINE(b, N_("Organet var ikke vedtaksført (%s), og spørsmålet ble ikke avgjort."),
		     cited(b, KOML_11_9_1));
		return;
	case HABIL_VOTERS__MAX:
		return;
	}
}

/* ---- the decisions ---- */

static const char *votes(const struct book *b, const struct sjekkliste_person *p)
{
	const bool inhabil = p->decision == DECISION_INHABIL;
	const int for_it = (int)(inhabil ? p->for_inhabil : p->for_habil);
	const int against = (int)(inhabil ? p->for_habil : p->for_inhabil);

	if (for_it < 0)
		return trf(b->mem, b->lang, N_("Vedtatt med %s mot %s stemmer."), BLANK, BLANK);
	if (against == 0)
		return trf(b->mem, b->lang, N_("Enstemmig vedtatt, med %d stemmer."), for_it);
	if (for_it == against)
		return trf(b->mem, b->lang, N_("Vedtatt med %d mot %d stemmer. Stemmen til "
		                               "møtelederen avgjorde (%s)."),
		           for_it, against, cited(b, KOML_11_9_2));
	return trf(b->mem, b->lang, N_("Vedtatt med %d mot %d stemmer."), for_it, against);
}

static void decision(struct book *b, const struct sjekkliste_person *p)
{
	const char *ground = p->basis == NULL ? BLANK : basis(b, p->basis);
	const char *who = sjekkliste_who(b->mem, p);

	switch (p->decision) {
	case DECISION_OPEN:
		LINE(b, N_("%s er %s (inhabil eller habil). Grunnlag: %s. Vedtatt med %s mot %s "
		           "stemmer."), who, BLANK, ground, BLANK, BLANK);
		return;
	case DECISION_INHABIL:
		LINE(b, N_("%s er inhabil. Grunnlag: %s. %s"), who, ground, votes(b, p));
		return;
	case DECISION_HABIL:
		if (p->basis == NULL)
			LINE(b, N_("%s er habil. %s"), who, votes(b, p));
		else
			LINE(b, p->basis->clears ? N_("%s er habil. Grunnlag: %s. %s")
			                         : N_("%s er habil. Vurdert: %s. %s"),
			     who, ground, votes(b, p));
		return;
	case SJEKKLISTE_DECISION__MAX:
		return;
	}
}

/* ---- the matter ---- */

static void matter(struct book *b)
{
	const struct sjekkliste_plan *p = b->p;

	if (p->n_open > 0) {
		LINE(b, N_("%s gikk fra mens saken ble behandlet. %s møtte som vara."), BLANK,
		     BLANK);
		return;
	}
	if (p->n_inhabil == 0) {
		LINE(b, N_("%s var med i behandlingen av saken."),
		     sjekkliste_names(b->s, b->lang, DECISION_HABIL));
		return;
	}
	if (p->provisional) {
		LINE(b, N_("Uten de inhabile var organet ikke vedtaksført. Saken kunne ikke vente "
		           "uten vesentlig ulempe eller skade, og organet tok en foreløpig "
		           "avgjørelse (%s): %s"), cited(b, FVL_7), BLANK);
		return;
	}
	LINE(b, N_("%s gikk fra mens saken ble behandlet."),
	     sjekkliste_names(b->s, b->lang, DECISION_INHABIL));
	if (p->matter.voters != VOTERS_OTHERS) {
		LINE(b, N_("Organet var da ikke vedtaksført (%s). Saken ble utsatt."),
		     cited(b, KOML_11_9_1));
		return;
	}
	seats(b, &p->matter, true);
	chair(b, p->matter.chair, true);
	LINE(b, N_("%d av %d behandlet saken."), (int)p->matter.left, (int)b->s->members);
}

const char *const *sjekkliste_minutes(const struct sjekkliste_plan *p, size_t *n)
{
	struct book b = { .p = p, .s = p->s, .mem = p->s->mem, .lang = p->s->minutes };

	b.line = arena_array(b.mem, 4 * p->s->n_challenged + LINES_MORE, sizeof *b.line);
	head(&b);
	chair(&b, p->question.chair, false);
	who_voted(&b);
	if (p->question.voters != VOTERS_TOO_FEW) {
		for (size_t i = 0; i < p->s->n_challenged; i++)
			decision(&b, &p->s->person[i]);
		matter(&b);
	}
	*n = b.n;
	return b.line;
}
