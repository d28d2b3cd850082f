/* sjekkliste_les.c - the checklist's form, as it was sent. */
#include "app/habilitet/sjekkliste.h"

#include <stdlib.h>
#include <string.h>

#include "lib/arena.h"
#include "lib/tid.h"
#include "lib/utf8.h"
#include "lib/world.h"
#include "web/text.h"

#define PASTED_LETTERS 6000
#define NAME_LETTERS 80
#define WHY_LETTERS 300

const struct field sjekkliste_fields[] = {
	FIELD_TOKEN,
	{ "organ", FIELD_TEXT, .max = 120 },
	{ "sak", FIELD_TEXT, .max = 200 },
	{ "dato", FIELD_TEXT, .max = 20 },
	{ "medlemmer", FIELD_TEXT, .max = 20 },
	{ "motte", FIELD_TEXT, .max = 20 },
	{ "haster", FIELD_FLAG },
	{ "navn", FIELD_ROWS, .max = NAME_LETTERS },
	{ "gruppe", FIELD_ROWS, .max = NAME_LETTERS },
	{ "rolle", FIELD_ROWS, .max = 20 },
	{ "hvorfor", FIELD_ROWS, .max = WHY_LETTERS },
	{ "grunnlag", FIELD_ROWS, .max = 20 },
	{ "vedtak", FIELD_ROWS, .max = 20 },
	{ "inhabil", FIELD_ROWS, .max = 20 },
	{ "habil", FIELD_ROWS, .max = 20 },
	{ "personer", FIELD_LINES, .max = PASTED_LETTERS },
	{ "vara", FIELD_ROWS, .max = NAME_LETTERS },
	{ "varagruppe", FIELD_ROWS, .max = NAME_LETTERS },
	{ "kan", FIELD_ROWS, .max = 20 },
	{ "varaer", FIELD_LINES, .max = PASTED_LETTERS },
	{ "maalform", FIELD_TEXT, .max = 10 },
	{ "begrunn", FIELD_FLAG },
	{ "flere", FIELD_TEXT, .max = 20 },
	{ NULL }
};

const struct sjekkliste_word sjekkliste_roles[SJEKKLISTE_ROLE__MAX] = {
	[ROLE_MEMBER] = { "medlem", N_("Medlem") },
	[ROLE_LEADER] = { "leder", N_("Leder av organet") },
	[ROLE_DEPUTY_LEADER] = { "nestleder", N_("Nestleder") },
};

const struct sjekkliste_word sjekkliste_decisions[SJEKKLISTE_DECISION__MAX] = {
	[DECISION_OPEN] = { "", N_("Ikke avgjort ennå") },
	[DECISION_HABIL] = { "habil", N_("Organet sa habil") },
	[DECISION_INHABIL] = { "inhabil", N_("Organet sa inhabil") },
};

const struct sjekkliste_word sjekkliste_calls[SJEKKLISTE_CALL__MAX] = {
	[CALL_CAN] = { "kan", N_("Kan møte") },
	[CALL_CANNOT] = { "kan_ikke", N_("Kan ikke møte") },
	[CALL_QUESTION] = { "spoersmaal", N_("Også her er det spørsmål om habilitet") },
	[CALL_INHABIL] = { "inhabil", N_("Er funnet inhabil") },
};

const struct sjekkliste_basis sjekkliste_bases[] = {
	{ "part", RULE_HABIL_PART, N_("er selv part i saken"), false },
	{ "slekt", RULE_HABIL_SLEKT, N_("er i slekt eller svogerskap med en part, rett opp, rett "
	  "ned eller som søsken"), false },
	{ "ektefelle", RULE_HABIL_EKTEFELLE, N_("er eller har vært gift med en part, er forlovet "
	  "med en part, eller er fosterforelder eller fosterbarn"), false },
	{ "fullmektig", RULE_HABIL_FULLMEKTIG, N_("er verge eller fullmektig for en part, eller "
	  "har vært det etter at saken begynte"), false },
	{ "forening", RULE_HABIL_VERV_FORENING, N_("leder eller sitter i styret for en forening, "
	  "et samvirkeforetak, en sparebank eller en stiftelse som er part"), false },
	{ "selskap", RULE_HABIL_VERV_SELSKAP, N_("leder eller sitter i styret for et selskap som "
	  "er part"), false },
	{ "ansatt", RULE_HABIL_ANSATT, N_("har forberedt eller avgjort den samme saken som ansatt "
	  "i kommunen"), false },
	{ "klage", RULE_HABIL_KLAGE, N_("var med på vedtaket det er klaget på, og kommunen avgjør "
	  "klagen selv"), false },
	{ "skjonn", RULE_HABIL_SKJONN, N_("andre særlige forhold, vurdert av organet"), false },
	{ "apenbart", RULE_HABIL_APENBART, N_("et unntak, fordi tilknytningen åpenbart er uten "
	  "betydning"), true },
	{ "verv", RULE_HABIL_VALG, N_("et unntak, for valg til offentlige verv og godtgjøring "
	  "for dem"), true },
	{ NULL }
};

static const char *at(const struct form *f, const char *name, size_t i)
{
	const struct form_entry *e = form_entry(f, name);

	return i < e->n_many ? e->many[i] : "";
}

/* The choice with the key; the first one if there is none. */
static size_t choice(const struct sjekkliste_word *words, size_t n, const char *key)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(words[i].key, key) == 0)
			return i;
	return 0;
}

static const struct sjekkliste_basis *basis_of(const char *key)
{
	for (const struct sjekkliste_basis *b = sjekkliste_bases; b->key != NULL; b++)
		if (strcmp(b->key, key) == 0)
			return b;
	return NULL;
}

/* A whole number from 0 to max, as typed; -1: it is empty, -2: it is none. */
static int64_t number(const char *text, int64_t max)
{
	int64_t n;

	if (text[0] == '\0')
		return -1;
	if (strlen(text) > 6 || strspn(text, "0123456789") != strlen(text))
		return -2;
	n = strtoll(text, NULL, 10);
	return n > max ? -2 : n;
}

static struct sjekkliste_person person(const struct form *f, size_t i)
{
	return (struct sjekkliste_person){
		.name = at(f, "navn", i), .group = at(f, "gruppe", i),
		.why = at(f, "hvorfor", i),
		.votes = { at(f, "inhabil", i), at(f, "habil", i) },
		.role = (enum sjekkliste_role)choice(sjekkliste_roles, SJEKKLISTE_ROLE__MAX,
		                                     at(f, "rolle", i)),
		.basis = basis_of(at(f, "grunnlag", i)),
		.decision = (enum sjekkliste_decision)choice(sjekkliste_decisions,
		                                             SJEKKLISTE_DECISION__MAX,
		                                             at(f, "vedtak", i)),
	};
}

static struct sjekkliste_deputy deputy(const struct form *f, size_t i)
{
	return (struct sjekkliste_deputy){
		.name = at(f, "vara", i), .group = at(f, "varagruppe", i),
		.call = (enum sjekkliste_call)choice(sjekkliste_calls, SJEKKLISTE_CALL__MAX,
		                                     at(f, "kan", i)),
	};
}

/* The next part of a line "Kari Moe; Ap; why", which `*line` is moved past. */
static const char *part(struct arena *mem, const char **line, bool last)
{
	const size_t n = last ? strcspn(*line, "\n") : strcspn(*line, ";\n");
	const char *text = utf8_clean(mem, arena_strndup(mem, *line, n), false);

	*line += n;
	if (**line == ';')
		(*line)++;
	return text == NULL ? "" : text;
}

static const char *next_line(const char *text)
{
	text += strcspn(text, "\n");
	return *text == '\n' ? text + 1 : text;
}

/* False: there are more lines than rows. */
static bool paste_people(struct sjekkliste *s, const char *text)
{
	for (const char *line = text; *line != '\0'; line = next_line(line)) {
		struct sjekkliste_person p = { .votes = { "", "" } };

		p.name = part(s->mem, &line, false);
		p.group = part(s->mem, &line, false);
		p.why = part(s->mem, &line, true);
		if (p.name[0] == '\0')
			continue;
		if (s->n_challenged == SJEKKLISTE_ROWS_MAX)
			return false;
		s->person[s->n_challenged++] = p;
	}
	return true;
}

static bool paste_deputies(struct sjekkliste *s, const char *text)
{
	for (const char *line = text; *line != '\0'; line = next_line(line)) {
		struct sjekkliste_deputy d = { .call = CALL_CAN };

		d.name = part(s->mem, &line, false);
		d.group = part(s->mem, &line, true);
		if (d.name[0] == '\0')
			continue;
		if (s->n_called == SJEKKLISTE_ROWS_MAX)
			return false;
		s->deputy[s->n_called++] = d;
	}
	return true;
}

static void read_rows(const struct form *f, struct sjekkliste *s)
{
	bool room = true;

	for (size_t i = 0; i < form_entry(f, "navn")->n_many; i++) {
		const struct sjekkliste_person p = person(f, i);

		if (p.name[0] == '\0' && p.group[0] == '\0' && p.why[0] == '\0' &&
		    p.votes[0][0] == '\0' && p.votes[1][0] == '\0')
			continue;
		if (s->n_challenged < SJEKKLISTE_ROWS_MAX)
			s->person[s->n_challenged++] = p;
		else
			room = false;
	}
	for (size_t i = 0; i < form_entry(f, "vara")->n_many; i++) {
		const struct sjekkliste_deputy d = deputy(f, i);

		if (d.name[0] == '\0' && d.group[0] == '\0')
			continue;
		if (s->n_called < SJEKKLISTE_ROWS_MAX)
			s->deputy[s->n_called++] = d;
		else
			room = false;
	}
	room &= paste_people(s, form_text(f, "personer"));
	room &= paste_deputies(s, form_text(f, "varaer"));
	if (!room)
		s->person_error = N_("Det er flere navn enn det er plass til.");
}

static bool same_name(struct arena *mem, const char *a, const char *b)
{
	return strcmp(utf8_fold(mem, a), utf8_fold(mem, b)) == 0;
}

static void check_name(struct sjekkliste *s, size_t i)
{
	struct sjekkliste_person *p = &s->person[i];

	if (p->name[0] == '\0')
		p->name_error = N_("Skriv navnet.");
	for (size_t k = 0; k < i; k++) {
		if (same_name(s->mem, s->person[k].name, p->name))
			p->name_error = N_("Navnet står to ganger.");
		if (p->role != ROLE_MEMBER && s->person[k].role == p->role)
			p->role_error = N_("Organet har bare én av dem.");
	}
}

static int64_t votes_most(const struct sjekkliste *s)
{
	const struct sjekkliste_plan p = sjekkliste_plan(s);

	return (int64_t)(p.question.voters == VOTERS_OTHERS ? p.question.left : s->present);
}

/* Votes that cannot be what the body did: more than there are, or against the decision. */
static void check_votes(const struct sjekkliste *s, struct sjekkliste_person *p)
{
	p->for_inhabil = number(p->votes[0], SJEKKLISTE_MEMBERS_MAX);
	p->for_habil = number(p->votes[1], SJEKKLISTE_MEMBERS_MAX);
	if (p->for_inhabil == -2 || p->for_habil == -2)
		p->votes_error = N_("Skriv stemmene som hele tall.");
	else if ((p->for_inhabil < 0) != (p->for_habil < 0))
		p->votes_error = N_("Skriv begge tallene, også når det ene er 0.");
	else if (p->for_inhabil + p->for_habil > votes_most(s))
		p->votes_error = N_("Det er flere stemmer enn det er medlemmer som skal stemme.");
	else if ((p->decision == DECISION_INHABIL && p->for_inhabil < p->for_habil) ||
	         (p->decision == DECISION_HABIL && p->for_inhabil > p->for_habil))
		p->votes_error = N_("Stemmene og vedtaket sier ikke det samme.");
	if (p->decision == DECISION_INHABIL && p->basis != NULL && p->basis->clears)
		p->basis_error = N_("Et unntak gjør ingen inhabil. Velg grunnen organet bygde "
		                    "på.");
}

static void check_deputies(struct sjekkliste *s)
{
	for (size_t i = 0; i < s->n_called; i++) {
		struct sjekkliste_deputy *d = &s->deputy[i];

		if (d->name[0] == '\0')
			d->name_error = N_("Skriv navnet.");
		for (size_t k = 0; k < i; k++)
			if (same_name(s->mem, s->deputy[k].name, d->name))
				d->name_error = N_("Navnet står to ganger.");
		for (size_t k = 0; k < s->n_challenged; k++)
			if (same_name(s->mem, s->person[k].name, d->name))
				d->name_error = N_("Navnet står også blant dem det gjelder.");
		s->wrong |= d->name_error != NULL;
	}
}

static void check_numbers(struct sjekkliste *s)
{
	const int64_t members = number(s->members_text, SJEKKLISTE_MEMBERS_MAX);
	const int64_t present = number(s->present_text, SJEKKLISTE_MEMBERS_MAX);

	s->members = members > 0 ? (size_t)members : 0;
	s->present = present > 0 ? (size_t)present : 0;
	if (members <= 0)
		s->members_error = N_("Hvor mange medlemmer har organet? Skriv et helt tall.");
	if (present < 0)
		s->present_error = N_("Hvor mange er til stede? Skriv et helt tall.");
	else if (members > 0 && present > members)
		s->present_error = N_("Det kan ikke være flere til stede enn organet har "
		                      "medlemmer.");
	else if (s->n_challenged > s->present)
		s->present_error = N_("Det er spørsmål om flere enn det er medlemmer til stede. "
		                      "Regn med også dem det gjelder.");
}

static void check(struct sjekkliste *s)
{
	if (s->body[0] == '\0')
		s->body_error = N_("Hva heter organet?");
	if (s->n_challenged == 0 && s->person_error == NULL)
		s->person_error = N_("Skriv hvem det gjelder.");
	check_numbers(s);
	for (size_t i = 0; i < s->n_challenged; i++) {
		struct sjekkliste_person *p = &s->person[i];

		check_name(s, i);
		if (s->members_error == NULL && s->present_error == NULL)
			check_votes(s, p);
		s->wrong |= p->name_error != NULL || p->role_error != NULL ||
		            p->basis_error != NULL || p->votes_error != NULL;
	}
	check_deputies(s);
	s->wrong |= s->body_error != NULL || s->members_error != NULL ||
	            s->present_error != NULL || s->person_error != NULL;
}

static void room_to_write(struct sjekkliste *s, const char *more)
{
	s->n_person = s->n_challenged + (strcmp(more, "person") == 0 || s->n_challenged == 0);
	s->n_deputy = s->n_called + (strcmp(more, "vara") == 0 || s->n_called == 0);
	for (size_t i = s->n_challenged; i < s->n_person; i++)
		s->person[i] = (struct sjekkliste_person){ "", "", "", { "", "" } };
	for (size_t i = s->n_called; i < s->n_deputy; i++)
		s->deputy[i] = (struct sjekkliste_deputy){ "", "" };
}

void sjekkliste_read(struct req *r, struct sjekkliste *s)
{
	const struct form *f = &r->form;

	*s = (struct sjekkliste){ .mem = r->mem, .sent = f->n > 0, .body = "", .item = "",
		.date = tid_today(r->mem, world_wall_ms(r->world)), .minutes = r->lang,
		.members_text = "", .present_text = "",
		.person = arena_array(r->mem, SJEKKLISTE_ROWS_MAX + 1, sizeof *s->person),
		.deputy = arena_array(r->mem, SJEKKLISTE_ROWS_MAX + 1, sizeof *s->deputy) };
	if (s->sent) {
		s->body = form_text(f, "organ");
		s->item = form_text(f, "sak");
		s->date = tid_is_date(form_text(f, "dato")) ? form_text(f, "dato") : "";
		s->members_text = form_text(f, "medlemmer");
		s->present_text = form_text(f, "motte");
		s->harms = form_flag(f, "haster");
		s->with_why = form_flag(f, "begrunn");
		s->minutes = lang_from(form_text(f, "maalform"), r->lang);
		read_rows(f, s);
		s->more = form_text(f, "flere")[0] != '\0';
		if (!s->more)
			check(s);
		s->too_long = f->bad;
		s->wrong |= f->bad;
	}
	room_to_write(s, s->sent ? form_text(f, "flere") : "");
}
