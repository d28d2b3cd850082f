#include "app/valg/valgbarhet.h"

#include <string.h>

#include "app/valg/valgbarhet.html.h"
#include "lib/arena.h"
#include "web/text.h"

#define UNSURE "usikker"

const struct field valgbarhet_fields[] = {
	{ "organ", FIELD_TEXT },
	{ "stemmerett", FIELD_TEXT, .max = 10 },
	{ "bosatt", FIELD_TEXT, .max = 10 },
	{ "samtykke", FIELD_TEXT, .max = 10 },
	{ "kommunestyre", FIELD_TEXT, .max = 10 },
	{ "formannskap", FIELD_TEXT, .max = 10 },
	{ "fratraadt", FIELD_TEXT, .max = 10 },
	{ "myndighet", FIELD_TEXT, .max = 10 },
	{ "parti", FIELD_TEXT, .max = 10 },
	{ "kommunedel", FIELD_TEXT, .max = 10 },
	{ "ansatte", FIELD_TEXT, .max = 10 },
	{ "stilling", FIELD_TEXT, .max = 40 },
	{ "verv", FIELD_MANY, .max = 40 },
	{ NULL }
};

const enum organ valgbarhet_organs[] = {
	ORGAN_FORMANNSKAP, ORGAN_ORDFOERER, ORGAN_VARAORDFOERER, ORGAN_KONTROLLUTVALG,
	ORGAN_KONTROLLUTVALG_LEDER, ORGAN_UTVALG, ORGAN_UTVALG_LEDER, ORGAN_KOMITE,
	ORGAN_KOMMUNERAAD, ORGAN_KOMMUNEDELSUTVALG, ORGAN_PARTSSAMMENSATT, ORGAN_NEMND,
	ORGAN_REPRESENTANTSKAP, ORGAN_STYRE_INSTITUSJON, ORGAN_STYRE_FORETAK,
	ORGAN_STYRE_POLITISK_RAAD, ORGAN_STYRE_OPPGAVEFELLESSKAP, ORGAN__MAX
};

const enum verv valgbarhet_offices[] = {
	VERV_ORDFOERER, VERV_VARAORDFOERER, VERV_FORMANNSKAP, VERV_FORMANNSKAP_VARA,
	VERV_KOMMUNERAAD, VERV_KOMITE, VERV_KONTROLLUTVALG, VERV_MED_MYNDIGHET,
	VERV_UTEN_MYNDIGHET, VERV_SELSKAP, VERV_FELLESSKAP, VERV__MAX
};

static const struct { const char *field, *text, *third; } questions[SPM__MAX] = {
	[SPM_STEMMERETT] = { "stemmerett", N_("Har personen stemmerett ved kommunevalg?"),
	                     N_("Nei, men bare fordi alderen er for lav") },
	[SPM_BOSATT] = { "bosatt", N_("Er personen registrert som bosatt i kommunen på "
	                              "valgdagen?") },
	[SPM_SAMTYKKE] = { "samtykke", N_("Har personen sagt skriftlig ja til å stille?") },
	[SPM_KOMMUNESTYRE] = { "kommunestyre", N_("Sitter personen i kommunestyret?") },
	[SPM_FORMANNSKAP] = { "formannskap", N_("Sitter personen i formannskapet eller "
	                                        "fylkesutvalget?"),
	                      N_("Det finnes ikke: styreformen er parlamentarisk") },
	[SPM_FRATRAADT] = { "fratraadt", N_("Har personen gått ut av stillingen når organet "
	                                    "begynner å arbeide?") },
	[SPM_MYNDIGHET] = { "myndighet", N_("Kan organet ta beslutninger selv?") },
	[SPM_PARTI] = { "parti", N_("Er personen fra samme parti eller gruppe som ordføreren?") },
	[SPM_KOMMUNEDEL] = { "kommunedel", N_("Bor personen i kommunedelen?"),
	                     N_("Det har ikke kommunestyret vedtatt at kreves") },
	[SPM_ANSATTE] = { "ansatte", N_("Er personen valgt av og blant de ansatte?") },
};

const char *valgbarhet_field(enum valgbarhet_question q)
{
	return questions[q].field;
}

const char *valgbarhet_ask(enum valgbarhet_question q)
{
	return questions[q].text;
}

const char *valgbarhet_third(enum valgbarhet_question q)
{
	return questions[q].third;
}

static bool office(enum organ organ)
{
	return organ == ORGAN_ORDFOERER || organ == ORGAN_VARAORDFOERER;
}

static bool kontrollutvalg(enum organ organ)
{
	return organ == ORGAN_KONTROLLUTVALG || organ == ORGAN_KONTROLLUTVALG_LEDER;
}

/* Who sits in the council has the vote and lives there, or would be out of it. */
static void what_to_ask(struct valgbarhet_form *v)
{
	const struct organ_traits *t = organ_traits(v->body.organ);

	v->asked[SPM_STEMMERETT] = v->asked[SPM_BOSATT] = !t->council_only;
	v->asked[SPM_SAMTYKKE] = t->listed || office(v->body.organ);
	v->asked[SPM_KOMMUNESTYRE] = t->council_only;
	v->asked[SPM_MYNDIGHET] = v->body.organ == ORGAN_UTVALG ||
	                          v->body.organ == ORGAN_UTVALG_LEDER;
	v->asked[SPM_PARTI] = v->body.organ == ORGAN_KONTROLLUTVALG_LEDER;
	v->asked[SPM_KOMMUNEDEL] = v->body.organ == ORGAN_KOMMUNEDELSUTVALG;
	v->asked[SPM_ANSATTE] = v->body.organ == ORGAN_PARTSSAMMENSATT;
	v->asked[SPM_FORMANNSKAP] = office(v->body.organ);
}

static enum valgbarhet_answer answer(const struct form *f, enum valgbarhet_question q)
{
	const char *word = form_text(f, questions[q].field);

	if (strcmp(word, "ja") == 0)
		return SVAR_JA;
	if (strcmp(word, "nei") == 0)
		return SVAR_NEI;
	return questions[q].third != NULL && strcmp(word, "annet") == 0 ? SVAR_ANNET
	                                                                : SVAR_MANGLER;
}

static void read_posts(const struct form *f, struct valgbarhet_form *v)
{
	const struct form_entry *many = form_entry(f, "verv");

	v->post_key = form_text(f, "stilling");
	v->open = strcmp(v->post_key, UNSURE) == 0;
	v->post = v->open ? STILLING_ANSATT : STILLING_INGEN;
	for (int i = 0; i < STILLING__MAX; i++)
		if (strcmp(stilling_key((enum stilling)i), v->post_key) == 0)
			v->post = (enum stilling)i;
	v->asked[SPM_FRATRAADT] = v->post != STILLING_INGEN &&
	                          (v->post != STILLING_ANSATT || v->open ||
	                           kontrollutvalg(v->body.organ));
	for (size_t i = 0; i < many->n_many; i++)
		for (int k = 0; k < VERV__MAX; k++)
			v->has[k] |= strcmp(verv_key((enum verv)k), many->many[i]) == 0;
}

/* What is not answered is no hindrance, so that what is said against somebody is certain. */
static struct valgbar_result check(struct valgbarhet_form *v, enum stilling post)
{
	enum verv *verv = arena_array(v->mem, VERV__MAX, sizeof *verv);
	bool same = v->answer[SPM_PARTI] == SVAR_JA;
	struct valgbar_person p = {
		.stemmerett = v->answer[SPM_STEMMERETT] < SVAR_NEI,
		.under_alder = v->answer[SPM_STEMMERETT] == SVAR_ANNET,
		.bosatt = v->answer[SPM_BOSATT] != SVAR_NEI,
		.utenfor_kommunedelen = v->answer[SPM_KOMMUNEDEL] == SVAR_NEI,
		.ansattrepresentant = v->answer[SPM_ANSATTE] == SVAR_JA,
		.samtykke = v->answer[SPM_SAMTYKKE] != SVAR_NEI,
		.kommunestyremedlem = v->answer[SPM_KOMMUNESTYRE] != SVAR_NEI,
		.stilling = post,
		.fratraadt = v->answer[SPM_FRATRAADT] == SVAR_JA,
		.verv = verv,
		.parti = "x", .ordfoerer_parti = same ? "x" : NULL,
	};

	for (int k = 0; k < VERV__MAX; k++)
		if (v->has[k] || (k == VERV_FORMANNSKAP && v->asked[SPM_FORMANNSKAP] &&
		                  v->answer[SPM_FORMANNSKAP] != SVAR_NEI))
			verv[p.n_verv++] = (enum verv)k;
	return valgbar(&v->body, &p);
}

static void read_form(struct req *r, struct valgbarhet_form *v)
{
	const struct form *f = &r->form;
	const char *key = form_text(f, "organ");

	*v = (struct valgbarhet_form){ .mem = r->mem, .post_key = "" };
	for (size_t i = 0; valgbarhet_organs[i] != ORGAN__MAX; i++)
		if (strcmp(organ_traits(valgbarhet_organs[i])->key, key) == 0) {
			v->body.organ = valgbarhet_organs[i];
			v->chosen = true;
		}
	if (!v->chosen)
		return;
	what_to_ask(v);
	read_posts(f, v);
	for (int q = 0; q < SPM__MAX; q++) {
		if (v->asked[q])
			v->answer[q] = answer(f, (enum valgbarhet_question)q);
		v->n_missing += v->asked[q] && v->answer[q] == SVAR_MANGLER;
	}
	v->n_missing += v->post_key[0] == '\0';
	v->body.uten_myndighet = v->answer[SPM_MYNDIGHET] == SVAR_NEI;
	v->body.bare_kommunedelen = v->answer[SPM_KOMMUNEDEL] == SVAR_NEI;
	v->body.parlamentarisk = v->answer[SPM_FORMANNSKAP] == SVAR_ANNET;
	v->result = check(v, v->post);
	if (v->open) {
		v->if_named = check(v, STILLING_KOMMUNALSJEF);
		v->open = v->if_named.eligible != v->result.eligible;
	}
}

const char *valgbarhet_why(enum valgbar_ground ground, enum organ organ)
{
	switch (ground) {
	case VALGBAR_STEMMERETT:
		return N_("Personen har ikke stemmerett ved kommunevalg.");
	case VALGBAR_BOSATT:
		return N_("Personen er ikke registrert som bosatt i kommunen på valgdagen.");
	case VALGBAR_KOMMUNEDEL:
		return N_("Kommunestyret har vedtatt at bare de som bor i kommunedelen, kan "
		          "velges, og personen bor ikke der.");
	case VALGBAR_SAMTYKKE:
		return office(organ) ? N_("Den som skal være ordfører eller varaordfører, "
		                          "må ha sagt ja på forhånd.")
		                     : N_("Personen har ikke sagt skriftlig ja til å stille.");
	case VALGBAR_KOMMUNESTYRE:
		return N_("Bare medlemmer av kommunestyret kan velges.");
	case VALGBAR_FORMANNSKAP:
		return N_("Ordfører og varaordfører velges blant medlemmene av formannskapet.");
	case VALGBAR_STILLING:
		return N_("Den som har denne stillingen, kan ikke velges.");
	case VALGBAR_KONTROLLUTVALG:
		return N_("Den som sitter i kontrollutvalget, kan ikke sitte i et organ det "
		          "skal kontrollere.");
	case VALGBAR_VERV:
		return N_("Den som har et av disse vervene, kan ikke sitte i kontrollutvalget.");
	case VALGBAR_SELSKAP:
		return N_("Den som leder eller sitter i styret for noe kontrollutvalget skal "
		          "kontrollere, kan ikke velges.");
	case VALGBAR_ANSATT:
		return N_("Ansatte i kommunen kan ikke sitte i kontrollutvalget.");
	case VALGBAR_PARTI:
		return N_("Lederen av kontrollutvalget kan ikke være fra samme parti eller "
		          "gruppe som ordføreren.");
	case VALGBAR__MAX:
		break;
	}
	return "";
}

enum outcome valgbarhet_page(struct req *r)
{
	struct out o = out_new(r->mem, r->lang);
	struct valgbarhet_form v;

	read_form(r, &v);
	if (r->bit) {
		t_valgbarhet_resultat(&o, &v);
		return page_bits(r, out_html(&o));
	}
	t_valgbarhet(&o, &v);
	return page_framed(r, &(struct frame_text){ .title = tr(r->lang, N_("Valgbarhet")),
	                   .css = "full.css", .html_class = "forvaltning" }, out_html(&o));
}
