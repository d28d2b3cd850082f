/* sak_valgbar.c - the method valgbarhet: can this person be elected to this? */
#include "app/valg/sak_metode.h"
#include "lib/arena.h"
#include "rules/valg/valgbar.h"

static const char *optional(struct sak *s, const json_t *o, const char *name)
{
	return json_object_get(o, name) == NULL ? NULL : les_text(&s->les, o, "person", name, true);
}

static void read_offices(struct sak *s, const json_t *o, struct valgbar_person *p)
{
	const json_t *a = les_array(&s->les, o, "person", "verv", false);
	enum verv *verv;

	p->n_verv = json_array_size(a);
	if (p->n_verv > VERV__MAX) {
		les_fail(&s->les, "person.verv", LES_NO_LOV, "Høyst %d verv.", VERV__MAX);
		p->n_verv = 0;
	}
	verv = arena_array(s->les.mem, p->n_verv + 1, sizeof *verv);
	for (size_t i = 0; i < p->n_verv && les_well(&s->les); i++) {
		const char *field = les_item(&s->les, "person.verv", i);
		const char *word = les_text_of(&s->les, json_array_get(a, i), field);

		if (les_well(&s->les) && !verv_read(word, &verv[i]))
			les_fail(&s->les, field, LES_NO_LOV, "Vi kjenner ikke vervet «%s».", word);
	}
	p->verv = verv;
}

static struct valgbar_person read_person(struct sak *s, struct valgbar_body *body)
{
	static const char *const known[] = {
		"stemmerett", "under_alder", "bosatt", "samtykke", "kommunestyremedlem", "stilling",
		"fratradt", "verv", "parti", "gruppe", "ordforer_parti", "ordforer_gruppe",
		"parlamentarisk", "uten_myndighet", "utenfor_kommunedelen", "bare_kommunedelen",
		"ansattrepresentant", NULL };
	const json_t *o = les_map(&s->les, s->in, "", "person", true);
	struct valgbar_person p = { .n_verv = 0 };

	if (o == NULL || les_object(&s->les, o, "person", known, LES_NO_LOV) == NULL)
		return p;
	p.stemmerett = les_flag(&s->les, o, "person", "stemmerett", false);
	p.under_alder = les_flag(&s->les, o, "person", "under_alder", false);
	p.bosatt = les_flag(&s->les, o, "person", "bosatt", false);
	p.utenfor_kommunedelen = les_flag(&s->les, o, "person", "utenfor_kommunedelen", false);
	body->bare_kommunedelen = les_flag(&s->les, o, "person", "bare_kommunedelen", false);
	p.ansattrepresentant = les_flag(&s->les, o, "person", "ansattrepresentant", false);
	p.samtykke = les_flag(&s->les, o, "person", "samtykke", false);
	p.kommunestyremedlem = les_flag(&s->les, o, "person", "kommunestyremedlem", false);
	p.stilling = stilling_read(optional(s, o, "stilling"));
	p.fratraadt = les_flag(&s->les, o, "person", "fratradt", false);
	p.parti = optional(s, o, "parti");
	p.gruppe = optional(s, o, "gruppe");
	p.ordfoerer_parti = optional(s, o, "ordforer_parti");
	p.ordfoerer_gruppe = optional(s, o, "ordforer_gruppe");
	body->parlamentarisk = les_flag(&s->les, o, "person", "parlamentarisk", false);
	body->uten_myndighet = les_flag(&s->les, o, "person", "uten_myndighet", false);
	read_offices(s, o, &p);
	return p;
}

static void put_rules(struct sak *s, const struct valgbar_result *r, enum organ organ)
{
	for (size_t i = 0; i < r->n_ground; i++)
		sak_rule(s, valgbar_rule(r->ground[i], organ));
	if (r->by_age)
		sak_rule(s, RULE_VALGBAR_UNG);
	if (r->by_leaving)
		sak_rule(s, RULE_VALGBAR_STILLING);
	if (r->by_residence)
		sak_rule(s, organ == ORGAN_PARTSSAMMENSATT ? RULE_VALGBAR_ANSATTE :
		                                             RULE_VALGBAR_BOSTED);
	if (organ_traits(organ)->listed)
		sak_rule(s, RULE_VALGBAR_VILKAAR);
	else if (organ == ORGAN_ORDFOERER || organ == ORGAN_VARAORDFOERER)
		sak_rule(s, RULE_VALGBAR_ORDFOERER);
	else if (organ == ORGAN_FORMANNSKAP)
		sak_rule(s, RULE_VALGBAR_FORMANNSKAP);
}

void sak_valgbarhet(struct sak *s)
{
	struct valgbar_body body = { .organ = s->organ };
	const struct valgbar_person person = read_person(s, &body);
	json_t *reasons = json_array();
	struct valgbar_result r;

	json_object_set_new(s->out, "reasons", reasons);
	if (!s->organ_known)
		les_fail(&s->les, "organ", LES_NO_LOV, "Vi kjenner ikke organet «%s».",
		         s->organ_name);
	if (!les_well(&s->les))
		return;
	r = valgbar(&body, &person);
	json_object_set_new(s->out, "eligible", json_boolean(r.eligible));
	if (r.duty != DUTY_UNSAID)
		json_object_set_new(s->out, "duty", json_boolean(r.duty == DUTY_BOUND));
	for (size_t i = 0; i < r.n_ground; i++)
		json_array_append_new(reasons, json_string(valgbar_key(r.ground[i])));
	put_rules(s, &r, body.organ);
}
