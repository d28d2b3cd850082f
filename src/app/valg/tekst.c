#include "app/valg/tekst.h"

#include "app/valg/side.h"
#include "lib/arena.h"
#include "lib/buf.h"
#include "web/text.h"

const char *valg_gender_many(enum lang lang, enum gender gender)
{
	return tr(lang, gender == GENDER_WOMAN ? N_("kvinner") : N_("menn"));
}

const char *valg_cited(struct arena *mem, enum lang lang, const char *text, enum rule rule)
{
	const struct rule_info *r = &rule_infos[rule];

	return arena_printf(mem, "%s (%s)", text, lov_cite(mem, r->lov, r->n_lov,
	                                                   lang == LANG_NN));
}

static const char *gender_finding(struct arena *mem, enum lang lang,
                                  const struct liste_finding *f)
{
	const char *who = valg_gender_many(lang, f->gender);

	if (f->what == LISTE_BOTH_GENDERS)
		return trf(mem, lang, N_("Ingen %s på listen. Begge kjønn skal være med, også der "
		                         "kravet gjelder så langt det er mulig."), who);
	if (f->what == LISTE_GENDER_AS_FAR)
		return trf(mem, lang, N_("Få %s på listen: %d, og 40 prosent ville vært %d. Her "
		                         "gjelder kravet så langt det er mulig."), who,
		           (int)f->count, (int)f->limit);
	return trf(mem, lang, N_("For få %s på listen: %d, og det må være minst %d. Hvert kjønn "
	                         "skal være minst 40 prosent."), who,
	           (int)f->count, (int)f->limit);
}

static const char *person_finding(struct arena *mem, enum lang lang, const struct liste_task *task,
                                  const struct liste_finding *f)
{
	const struct valg_list *list = &task->paper[f->paper].list;
	const char *name = list->candidate[f->name].name;

	if (f->what == LISTE_NAME_TWICE)
		return trf(mem, lang, N_("%s står to ganger på listen."), name);
	return trf(mem, lang, N_("%s står også på listen til %s. Kandidater kan bare stå på egen "
				 "liste eller en fellesliste."), name,
	           task->paper[f->other].list.name);
}

const char *valg_finding_text(struct arena *mem, enum lang lang, const struct liste_task *task,
                              const struct liste_finding *f)
{
	switch (f->what) {
	case LISTE_NO_NAMES:
		return tr(lang, N_("Listen har ingen navn."));
	case LISTE_TOO_MANY_NAMES:
		return trf(mem, lang, N_("Listen har %d navn. Den kan ha høyst %d, dobbelt så "
		                         "mange som skal velges."),
		           (int)f->count, (int)f->limit);
	case LISTE_GENDER_40:
	case LISTE_BOTH_GENDERS:
	case LISTE_GENDER_AS_FAR:
		return gender_finding(mem, lang, f);
	case LISTE_NOT_SIGNED:
		return tr(lang, N_("Listen mangler underskrift fra et medlem av det velgende "
				   "organet som hører til gruppen."));
	case LISTE_NAME_TWICE:
	case LISTE_PERSON_ELSEWHERE:
		return person_finding(mem, lang, task, f);
	case LISTE_PARTY_ELSEWHERE:
		return trf(mem, lang, N_("%s står bak flere lister. Hvert parti kan levere én, "
					 "alene eller sammen med andre."), f->party);
	case LISTE_FEW_NAMES:
		return trf(mem, lang, N_("Listen har %d navn. Med %d navn hadde den nok til "
					 "medlemmer og "
					 "varamedlemmer."), (int)f->count, (int)f->limit);
	case LISTE__MAX:
		break;
	}
	return "";
}

enum rule valg_finding_rule(enum liste_what what)
{
	static const enum rule rule[LISTE__MAX] = {
		[LISTE_NO_NAMES] = RULE_LISTE_ANTALL, [LISTE_TOO_MANY_NAMES] = RULE_LISTE_ANTALL,
		[LISTE_GENDER_40] = RULE_LISTE_KJOENN, [LISTE_BOTH_GENDERS] = RULE_LISTE_KJOENN,
		[LISTE_NOT_SIGNED] = RULE_LISTE_UNDERSKRIFT,
		[LISTE_NAME_TWICE] = RULE_LISTE_EN_FOR_HVER,
		[LISTE_PERSON_ELSEWHERE] = RULE_LISTE_EN_FOR_HVER,
		[LISTE_PARTY_ELSEWHERE] = RULE_LISTE_EN_FOR_HVER,
		[LISTE_GENDER_AS_FAR] = RULE_LISTE_KJOENN, [LISTE_FEW_NAMES] = RULE_VALG_VARA,
	};

	return rule[what];
}

enum rule valg_flag_rule(const struct oppgjoer_flag *f)
{
	switch (f->what) {
	case OPPGJOER_NAMES_MISSING:
		return RULE_VALG_REKKEFOELGE;
	case OPPGJOER_GENDER_MEMBERS:
		return f->unlawful ? RULE_KJOENN_OPPRYKK : RULE_KJOENN_SAA_LANGT;
	case OPPGJOER_DEPUTIES_FEW:
	case OPPGJOER_GENDER_DEPUTIES:
		break;
	}
	return RULE_VALG_VARA;
}

const char *valg_move_text(struct arena *mem, enum lang lang, const struct valg_list *list,
                           const struct kjoenn_move *move)
{
	return trf(mem, lang, N_("%s rykker opp foran %s."), list->candidate[move->up].name,
	           list->candidate[move->out].name);
}

const char *valg_flag_text(struct arena *mem, enum lang lang, const struct valg_body *body,
                           const struct oppgjoer_flag *f)
{
	const char *list = body->list[f->list].name;
	const char *who = valg_gender_many(lang, f->gender);

	switch (f->what) {
	case OPPGJOER_NAMES_MISSING:
		return trf(mem, lang, N_("%s mangler %d navn til plassene sine."), list,
		           (int)f->n);
	case OPPGJOER_GENDER_MEMBERS:
		return trf(mem, lang, f->unlawful ?
		           N_("%s har for få %s blant medlemmene; det mangler %d. Kravet er "
		              "absolutt her, og valget kan bli kjent ugyldig.") :
		           N_("%s har for få %s blant medlemmene; det mangler %d. Her gjelder "
		              "kravet så langt det er mulig."), list, who,
		           (int)f->n);
	case OPPGJOER_DEPUTIES_FEW:
		return trf(mem, lang, N_("Varamedlemmer for %s: %d færre enn medlemstallet pluss "
		                         "to. Det skal være så mange så langt det er mulig."), list,
		           (int)f->n);
	case OPPGJOER_GENDER_DEPUTIES:
		return trf(mem, lang, N_("%s har for få %s blant varamedlemmene; det mangler %d."),
		           list, who, (int)f->n);
	}
	return "";
}

const char *valg_seat_text(struct arena *mem, enum lang lang, const struct valg_body *body,
                           const struct fordeling *f, size_t seat)
{
	const struct fordeling_seat *s = &f->seat[seat];
	const char *sum = arena_printf(mem, "%s: %lld / %lld = %s", body->list[s->claim.list].name,
	                               (long long)s->claim.votes, (long long)s->claim.divisor,
	                               valg_quotient(mem, f, &s->claim));

	switch (s->why) {
	case FORDELING_BY_QUOTIENT:
		return sum;
	case FORDELING_BY_VOTES:
		return arena_printf(mem, "%s (%s)", sum, tr(lang, N_("lik kvotient, flest "
								     "stemmer")));
	case FORDELING_BY_LOT:
		return arena_printf(mem, "%s (%s)", sum, tr(lang, N_("etter loddtrekning")));
	}
	return sum;
}

const char *valg_among_text(struct arena *mem, enum lang lang, const struct valg_body *body,
                            const struct fordeling *f)
{
	struct buf b = buf_in(mem);

	for (size_t i = 0; i < f->n_among; i++) {
		if (i > 0)
			buf_puts(&b, i + 1 < f->n_among ? ", " : tr(lang, N_(" og ")));
		buf_puts(&b, body->list[f->among[i]].name);
	}
	return b.p;
}

const char *valg_lot_line(struct arena *mem, const struct skjema *s, const struct valg_lot *lot,
                          const char *name)
{
	return arena_printf(mem, "%s|%s|%u|%s", s->seed, skjema_id(mem, s), lot->number, name);
}

const char *valg_lot_text(struct arena *mem, enum lang lang, const struct valg_view *v,
                          const struct valg_lot *lot)
{
	struct buf b = buf_in(mem);

	buf_puts(&b, trf(mem, lang, lot->passed ?
		N_("Det ble trukket lodd mellom %s om plasser som går videre.") :
		N_("Det ble trukket lodd mellom %s."),
		valg_among_text(mem, lang, &v->s.body, lot->f)));
	for (size_t i = 0; i < lot->n_drawn; i++)
		buf_printf(&b, " %s", trf(mem, lang, N_("Trukket: %s."),
		                          v->s.body.list[lot->drawn[i]].name));
	if (lot->order == NULL)
		buf_printf(&b, " %s", tr(lang, N_("Loddet ble trukket med lapper, synlig for "
		                                  "alle.")));
	else
		buf_printf(&b, " %s", trf(mem, lang, N_("Frøet «%s» var bestemt og kunngjort før "
			"avstemningen. Listene er rangert etter SHA-256 av «%s» og så videre, den "
			"minste først."), v->s.seed,
			valg_lot_line(mem, &v->s, lot, v->s.body.list[lot->f->among[0]].name)));
	return b.p;
}
