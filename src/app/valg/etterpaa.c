#include "app/valg/etterpaa.h"

#include <string.h>

#include "app/valg/etterpaa.html.h"
#include "lib/arena.h"
#include "lib/tid.h"
#include "web/text.h"

#define NAMES_BYTES 4000

const struct field etterpaa_fields[] = {
	{ "organ", FIELD_TEXT },
	{ "plass", FIELD_TEXT, .max = 20 },
	{ "grunn", FIELD_TEXT, .max = 20 },
	{ "fra", FIELD_TEXT, .max = 20 },
	{ "til", FIELD_TEXT, .max = 20 },
	{ "rekke", FIELD_LINES, .max = NAMES_BYTES },
	{ "kan_ikke", FIELD_MANY, .max = 80 },
	{ "uten", FIELD_TEXT, .max = 80 },
	{ "ny", FIELD_TEXT, .max = 80 },
	{ "kvinner", FIELD_TEXT, .max = 20 },
	{ "menn", FIELD_TEXT, .max = 20 },
	{ "gruppe_kvinner", FIELD_TEXT, .max = 20 },
	{ "gruppe_menn", FIELD_TEXT, .max = 20 },
	{ "borte", FIELD_TEXT, .max = 20 },
	{ "gaar", FIELD_TEXT, .max = 2 },
	{ "foreslaatt", FIELD_TEXT, .max = 2 },
	{ "andre", FIELD_TEXT, .max = 4 },
	{ "tre_medlemmer", FIELD_TEXT, .max = 40 },
	{ NULL }
};

const enum organ etterpaa_organs[] = {
	ORGAN_KOMMUNESTYRE, ORGAN_FORMANNSKAP, ORGAN_KONTROLLUTVALG, ORGAN_UTVALG,
	ORGAN_ARBEIDSUTVALG, ORGAN_KOMITE, ORGAN_ORDFOERER, ORGAN_VARAORDFOERER,
	ORGAN_KOMMUNERAAD, ORGAN_KOMMUNEDELSUTVALG, ORGAN_PARTSSAMMENSATT, ORGAN_NEMND,
	ORGAN_REPRESENTANTSKAP, ORGAN_STYRE_INSTITUSJON, ORGAN_STYRE_FORETAK,
	ORGAN_MEDVIRKNING, ORGAN_UNGDOMSRAAD, ORGAN__MAX
};

static const char *const places[PLACE__MAX] = {
	[PLACE_MEMBER] = "medlem", [PLACE_DEPUTY] = "vara", [PLACE_LEADER] = "leder",
};

static const char *const causes[CAUSE__MAX] = {
	[CAUSE_ABSENT] = "borte", [CAUSE_LEAVE] = "fritak", [CAUSE_LONG_LEAVE] = "langt_fritak",
	[CAUSE_FOR_GOOD] = "ut", [CAUSE_EXCHANGED] = "byttes", [CAUSE_FEW_DEPUTIES] = "for_faa",
};

/* Where the word stands; n: nowhere. */
static size_t find(const char *const *words, size_t n, const char *word)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(words[i], word) == 0)
			return i;
	return n;
}

static void read_organ(const struct form *f, struct etterpaa_form *e)
{
	const char *key = form_text(f, "organ");

	for (size_t i = 0; etterpaa_organs[i] != ORGAN__MAX; i++)
		if (strcmp(organ_traits(etterpaa_organs[i])->key, key) == 0) {
			e->organ = etterpaa_organs[i];
			e->asked_place = true;
		}
	e->office = e->organ == ORGAN_ORDFOERER || e->organ == ORGAN_VARAORDFOERER;
}

/* Of the days, where both are there: is it a long leave? */
static void read_leave(const struct form *f, struct etterpaa_form *e)
{
	e->first = form_text(f, "fra");
	e->last = form_text(f, "til");
	if (e->cause != CAUSE_LEAVE && e->cause != CAUSE_LONG_LEAVE)
		return;
	if (!tid_is_date(e->first) || !tid_is_date(e->last))
		return;
	if (tid_days_between(e->first, e->last) < 0) {
		e->leave_error = N_("Siste dag er før den første.");
		return;
	}
	e->leave_told = true;
	e->cause = etter_long_leave(e->first, e->last) ? CAUSE_LONG_LEAVE : CAUSE_LEAVE;
}

static void read_form(struct req *r, struct etterpaa_form *e)
{
	const struct form *f = &r->form;
	size_t place = find(places, PLACE__MAX, form_text(f, "plass"));
	size_t cause = find(causes, CAUSE__MAX, form_text(f, "grunn"));
	enum tvil open;

	*e = (struct etterpaa_form){ .mem = r->mem, .place = PLACE_MEMBER };
	read_organ(f, e);
	e->asked_cause = e->asked_place && (e->office || place < PLACE__MAX);
	if (place < PLACE__MAX)
		e->place = (enum etter_place)place;
	if (e->office)
		e->place = PLACE_LEADER;
	if (cause == CAUSE_FEW_DEPUTIES && e->place != PLACE_DEPUTY)
		cause = CAUSE__MAX;
	e->cause = cause < CAUSE__MAX ? (enum etter_cause)cause : CAUSE_ABSENT;
	e->answered = e->asked_cause && cause < CAUSE__MAX;
	read_leave(f, e);
	if (!e->answered)
		return;
	e->way = etter_way(&valg_sets[n_valg_sets - 1], e->organ, e->place, e->cause, &open);
	etterpaa_reckon(f, e);
}

static const char *new_leader(enum organ organ)
{
	if (organ == ORGAN_ORDFOERER)
		return N_("Det skal velges ny ordfører blant medlemmene av formannskapet. "
		          "Varaordføreren overtar ikke for godt. Det er flertallsvalg, ved "
		          "stemmetegn.");
	if (organ == ORGAN_VARAORDFOERER)
		return N_("Det skal velges ny varaordfører blant medlemmene av formannskapet. "
		          "Det er flertallsvalg, ved stemmetegn.");
	return N_("Det skal velges ny leder, ved flertallsvalg. Går lederen også ut som "
	          "medlem, skal den plassen fylles først.");
}

static const char *nobody(const struct etterpaa_form *e)
{
	if (e->organ == ORGAN_KOMMUNESTYRE && e->cause != CAUSE_EXCHANGED)
		return N_("Her er det ikke noe nytt valg. Kommunestyrets varamedlemmer er "
		          "valgt av innbyggerne, og de som er igjen, rykker fram i nummerorden.");
	return N_("Loven gir ingen vei her. De som er valgt, er valgt for hele perioden, så "
	          "lenge de er valgbare og ikke har fått fritak. Spør kommuneadvokaten eller "
	          "statsforvalteren før dere gjør noe.");
}

const char *etterpaa_way(const struct etterpaa_form *e)
{
	switch (e->way) {
	case ETTER_CALL:
		return N_("Varamedlemmer kalles inn fra den gruppen der noen er borte, så "
		          "langt det er mulig i den rekkefølgen de er valgt. Gruppen er de som "
		          "sto bak listen: en fellesliste er én gruppe, og partiet til hver "
		          "enkelt har ikke noe å si.");
	case ETTER_STEP_IN:
		return N_("Første varamedlem på samme liste trer inn for godt, uten noe "
		          "valg. Er kommunestyret valgt ved flertallsvalg, trer første "
		          "varamedlem inn.");
	case ETTER_NYVALG:
		return N_("Det skal velges en ny fra samme gruppe. Ingen rykker opp av seg "
		          "selv. Gruppen kan selv foreslå hvem, og den som blir foreslått, "
		          "skal velges hvis vilkårene i loven er oppfylt. Den nye får den "
		          "ledige plassen.");
	case ETTER_KOMITE:
		return N_("Den som kommer inn i kommunestyret, overtar plassen i komiteen.");
	case ETTER_NEW_LEADER:
		return new_leader(e->organ);
	case ETTER_VARA_UP:
		return N_("Varaordføreren er ordfører så lenge, og kommunestyret velger en "
		          "midlertidig varaordfører.");
	case ETTER_TEMPORARY:
		return N_("Kommunestyret velger en midlertidig varaordfører for den tiden.");
	case ETTER_SETTEMEDLEM:
		return N_("Fritaket er på minst tre måneder, og da kan det velges et "
		          "settemedlem fra samme gruppe for den tiden. Settemedlemmet trenger "
		          "ikke være varamedlem, og kravet til kjønn gjelder ikke. Velges "
		          "det ingen, kalles varamedlemmer inn.");
	case ETTER_SUPPLERING:
		return N_("Kommunestyret kan velge flere varamedlemmer fra den gruppen som har "
		          "for få (suppleringsvalg). Til andre organer enn sitt eget kan "
		          "formannskapet ha fått myndighet til å velge. Gruppen kan selv "
		          "foreslå hvem. Den nye settes nederst.");
	case ETTER_CHAIR:
		return N_("Nestlederen leder møtet; i kommunestyret og formannskapet er det "
		          "varaordføreren. Er begge borte, velger organet en møteleder for "
		          "det møtet, ved flertallsvalg. Plassen som medlem fylles av et "
		          "varamedlem.");
	case ETTER_RAAD:
		return N_("Kommunerådet settes sammen på nytt: av kommunestyret samlet, "
		          "eller av den som ordføreren peker ut til å danne det.");
	case ETTER_ALL_ANEW:
		return N_("Skal ett medlem av kontrollutvalget skiftes ut, må hele "
		          "kontrollutvalget velges på nytt.");
	case ETTER_NOTHING:
		return nobody(e);
	case ETTER__MAX:
		break;
	}
	return "";
}

enum outcome etterpaa_page(struct req *r)
{
	struct out o = out_new(r->mem, r->lang);
	struct etterpaa_form e;

	read_form(r, &e);
	if (r->bit) {
		t_etterpaa_resultat(&o, &e);
		return page_bits(r, out_html(&o));
	}
	t_etterpaa(&o, &e);
	return page_framed(r, &(struct frame_text){ .title = tr(r->lang, N_("Når noen går ut")),
	                   .css = "full.css", .html_class = "forvaltning" }, out_html(&o));
}
