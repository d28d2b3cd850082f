/* regn_budsjett.c - several proposals for budget or økonomiplan, § 11-9 third ledd. */
#include "app/regler/regn.h"
#include "lib/arena.h"
#include "lib/buf.h"
#include "rules/moete/vedtak.h"
#include "web/text.h"

#define FORSLAG(letter, text, must) \
	{ letter, text, NULL, REGN_NUMBER, .optional = !(must), .max = REGN_PEOPLE }

static const struct regn_field fields[] = {
	FORSLAG("a", N_("Stemmer for forslag A"), true),
	FORSLAG("b", N_("Stemmer for forslag B"), true),
	FORSLAG("c", N_("Stemmer for forslag C"), false),
	FORSLAG("d", N_("Stemmer for forslag D"), false),
	FORSLAG("e", N_("Stemmer for forslag E"), false),
	FORSLAG("f", N_("Stemmer for forslag F"), false),
	{ "medlemmer", N_("Hvor mange medlemmer har kommunestyret?"),
	  N_("For å se om mange nok har stemt."), REGN_NUMBER, .optional = true, .min = 1,
	  .max = REGN_PEOPLE },
	{ NULL }
};

/* The proposals that have been voted on, as they are named. */
struct ballot {
	const char *name[BUDSJETT_MAX];
	int64_t votes[BUDSJETT_MAX];
	size_t n;
};

static struct ballot read_ballot(const struct regn_run *c)
{
	static const char *const letters[BUDSJETT_MAX][2] = {
		{ "a", "A" }, { "b", "B" }, { "c", "C" }, { "d", "D" }, { "e", "E" }, { "f", "F" },
	};
	struct ballot b = { .n = 0 };

	for (size_t i = 0; i < BUDSJETT_MAX; i++)
		if (regn_given(c, letters[i][0])) {
			b.name[b.n] = letters[i][1];
			b.votes[b.n++] = regn_number(c, letters[i][0]);
		}
	return b;
}

/* "B, C og D" */
static const char *listed(const struct regn_run *c, const struct ballot *b, const size_t *i,
                          size_t n)
{
	struct buf text = buf_in(c->mem);

	for (size_t k = 0; k < n; k++) {
		if (k > 0)
			buf_puts(&text, k + 1 < n ? ", " : " og ");
		buf_puts(&text, b->name[i[k]]);
	}
	return text.p;
}

static const char *reading_text(enum budsjett_reading reading)
{
	switch (reading) {
	case BUDSJETT_VOTE_AGAIN:
		return N_("Nei, ingen har flertall: stem på nytt over de to med flest "
			"stemmer.");
	case BUDSJETT_CHAIR_NOW:
		return N_("Ja, det er stemmelikhet: møtelederens stemme avgjør straks.");
	case BUDSJETT_VOTE_BETWEEN:
		return N_("Stem først bare om hvem av disse som skal være med videre.");
	case BUDSJETT_ALL_GO_ON:
		return N_("La alle som står likt, være med i den andre avstemningen.");
	case BUDSJETT_LOT:
		return N_("Trekk lodd mellom dem, slik loven sier ved valg.");
	case BUDSJETT_READING__MAX:
		break;
	}
	return "";
}

static void ask(struct regn_run *c, enum budsjett_question q, const char *question)
{
	const struct budsjett_question_row *row = &budsjett_questions[q];
	struct regn_open *open = regn_open(c, question);

	for (size_t i = 0; i < row->n_reading; i++)
		regn_reading(open, tr(c->lang, reading_text(row->reading[i])));
}

static void what_is_open(struct regn_run *c, const struct ballot *b, const struct budsjett *r)
{
	if (r->open[BUDSJETT_Q_HALF])
		ask(c, BUDSJETT_Q_HALF, trf(c->mem, c->lang,
			N_("Forslag %s har akkurat halvparten. Avgjør møtelederens stemme nå?"),
			listed(c, b, r->first, r->n_first == 2 &&
			       b->votes[r->first[0]] == b->votes[r->first[1]] ? 2 : 1)));
	if (r->open[BUDSJETT_Q_PLACE])
		ask(c, BUDSJETT_Q_PLACE, trf(c->mem, c->lang,
			N_("Forslagene %s har like mange stemmer, og det er ikke plass til "
				"alle. Hvem går videre?"), listed(c, b, r->among, r->n_among)));
	regn_answer(c, REGN_ASK, r->n_first == 1 && r->open[BUDSJETT_Q_PLACE] ?
		trf(c->mem, c->lang, N_("Ingen har flertall. Forslag %s er med videre, men "
			"loven sier ikke hvem det skal stemmes mot."), b->name[r->first[0]]) :
		tr(c->lang, N_("Ingen har flertall, og loven sier ikke hva som skjer nå.")));
}

static void say(struct regn_run *c, const struct ballot *b, const struct budsjett *r)
{
	switch (r->end) {
	case BUDSJETT_ADOPTED:
		regn_answer(c, REGN_YES, trf(c->mem, c->lang, N_("Forslag %s er vedtatt med %d "
			"av %d stemmer."), b->name[r->first[0]], (int)b->votes[r->first[0]],
			(int)r->cast));
		break;
	case BUDSJETT_SECOND:
		regn_answer(c, REGN_PLAIN, trf(c->mem, c->lang, N_("Ingen har flertall. Stem på "
			"nytt, bare over forslag %s."), listed(c, b, r->first, 2)));
		regn_note(c, tr(c->lang, N_("Står det likt i den andre avstemningen, avgjør "
			"møtelederens stemme.")));
		regn_rule(c, RULE_MOETELEDER_AVGJOER);
		break;
	case BUDSJETT_OPEN:
		what_is_open(c, b, r);
		regn_rule(c, RULE_MOETELEDER_AVGJOER);
		break;
	case BUDSJETT_TOO_FEW:
		regn_answer(c, REGN_NO, trf(c->mem, c->lang,
			N_("Ingenting er vedtatt: bare %d av %d medlemmer har stemt, og det må "
				"være minst halvparten."), (int)r->cast,
			(int)regn_number(c, "medlemmer")));
		regn_rule(c, RULE_VEDTAKSFOER);
		break;
	}
}

static void count(struct regn_run *c)
{
	const struct ballot b = read_ballot(c);
	const struct budsjett r = budsjett(regn_number(c, "medlemmer"), b.votes, b.n);

	if (regn_given(c, "medlemmer") && r.cast > regn_number(c, "medlemmer")) {
		regn_wrong(c, "medlemmer", tr(c->lang, N_("Det er flere stemmer enn organet har "
			"medlemmer.")));
		return;
	}
	say(c, &b, &r);
	regn_step(c, trf(c->mem, c->lang, N_("Det er gitt %d stemmer. Flertall er mer enn "
		"halvparten: %d."), (int)r.cast, (int)r.needed));
	regn_note(c, tr(c->lang, N_("Til slutt stemmes det over hele forslaget, ikke over "
		"delene. Alle som er til stede, må stemme på ett av dem.")));
	regn_rule(c, RULE_BUDSJETT_TO_AVSTEMNINGER);
	regn_rule(c, RULE_VANLIG_FLERTALL);
	regn_rule(c, RULE_ALLE_STEMMER);
}

const struct regn regn_budsjett = {
	"budsjett", N_("Avstemning over budsjettet"),
	N_("Flere forslag til budsjett eller økonomiplan: hvem har flertall, og hvilke to går "
		"videre hvis ingen har det?"),
	"a=12&b=9&c=6&medlemmer=27", fields, count
};
