#include "app/habilitet/bibliotek.h"

#include <string.h>

#include "app/habilitet/sak_inside.h"
#include "lib/arena.h"
#include "lib/log.h"
#include "web/text.h"

#define MEMORY ((size_t)8 << 20)

#define FILE_OF(name) extern const unsigned char name[]; extern const size_t name##_size
#define ROW(name) { name, &name##_size }

FILE_OF(saker_01_familie);
FILE_OF(saker_02_verv);
FILE_OF(saker_03_ansatt);
FILE_OF(saker_04_plan);
FILE_OF(saker_05_naering);
FILE_OF(saker_06_personlig);
FILE_OF(saker_07_valg);
FILE_OF(saker_08_framgangsmaate);

const struct library_file library_files[] = {
	ROW(saker_01_familie), ROW(saker_02_verv), ROW(saker_03_ansatt), ROW(saker_04_plan),
	ROW(saker_05_naering), ROW(saker_06_personlig), ROW(saker_07_valg),
	ROW(saker_08_framgangsmaate),
};
const size_t n_library_files = sizeof library_files / sizeof *library_files;

static const struct { const char *key, *label; } certainty[LIBRARY_CERTAINTY__MAX] = {
	[SURE_LAW] = { "lovtekst", N_("Står i loven") },
	[SURE_SOURCE] = { "kilde", N_("Bygger på en kilde") },
	[SURE_OURS] = { "egen_vurdering", N_("Vurdering, ikke fasit") },
};

static struct {
	struct arena *mem;
	struct library_case *c;
	size_t n;
} library;

/* ---- reading ---- */

static const char *text(const json_t *o, const char *name)
{
	const char *s = json_string_value(json_object_get(o, name));

	if (s == NULL)
		log_fatal("a case of the library has no %s", name);
	return s;
}

static void read_words(const json_t *in, struct library_words *w)
{
	const json_t *talk = json_object_get(in, "samtale");

	w->title = text(in, "tittel");
	w->text = text(in, "tekst");
	w->why = text(in, "hvorfor");
	for (size_t i = 0; i < 2; i++) {
		w->talk[i] = json_string_value(json_array_get(talk, i));
		if (w->talk[i] == NULL)
			log_fatal("a case of the library has fewer than two questions");
	}
}

/* ---- is somebody impartial? ---- */

static const char *choice_of(enum habil_outcome outcome)
{
	switch (outcome) {
	case HABIL_HABIL:
	case HABIL_UNNTAK:
		return "habil";
	case HABIL_AUTOMATISK:
	case HABIL_SAERREGEL:
	case HABIL_AVLEDET:
		return "inhabil";
	case HABIL_SKJONN:
		return "organet";
	case HABIL_MANGLER:
	case HABIL_OUTCOME__MAX:
		break;
	}
	log_fatal("a case of the library does not tell enough");
}

static void put_tree(const struct habil_case *in, struct library_case *c)
{
	static const struct { const char *key, *label; } choices[] = {
		{ "habil", N_("Habil") }, { "inhabil", N_("Inhabil") },
		{ "organet", N_("Organet må vurdere det") },
	};
	const struct habil_result *r = &in->result;
	const struct habil_word *word = habil_outcome_word(r->outcome);

	choice_of(r->outcome);
	for (; c->n_choice < sizeof choices / sizeof *choices; c->n_choice++) {
		c->choice[c->n_choice].key = choices[c->n_choice].key;
		for (enum lang l = 0; l < LANG__MAX; l++)
			c->choice[c->n_choice].label[l] = tr(l, choices[c->n_choice].label);
	}
	for (enum lang l = 0; l < LANG__MAX; l++)
		c->question[l] = tr(l, N_("Habil eller inhabil?"));
	c->answer = word->key;
	c->verdict[LANG_NB] = word->nb;
	c->verdict[LANG_NN] = word->nn;
	c->body_assesses = r->outcome == HABIL_SKJONN;
	for (; c->n_rule < r->n_rule; c->n_rule++)
		c->rule[c->n_rule] = r->rule[c->n_rule];
	if (c->body_assesses)
		c->n_factor = habil_factors(&in->facts, c->factor);
}

/* ---- how is it done? ---- */

/* One of the alternatives has the answer's key. */
static void put_procedure(const struct habil_case *in, const json_t *told, struct library_case *c)
{
	const json_t *all = json_object_get(told, "alternativer");

	if (in->question == NULL || json_array_size(all) > LIBRARY_CHOICES_MAX)
		log_fatal("a case of the library asks nothing, or offers too much");
	c->question[LANG_NB] = in->question->nb;
	c->question[LANG_NN] = in->question->nn;
	c->answer = in->answer;
	c->rule[c->n_rule++] = in->question->rule;
	for (; c->n_choice < json_array_size(all); c->n_choice++) {
		const json_t *one = json_array_get(all, c->n_choice);
		struct library_choice *choice = &c->choice[c->n_choice];

		choice->key = text(one, "svar");
		for (enum lang l = 0; l < LANG__MAX; l++) {
			choice->label[l] = text(one, lang_code(l));
			if (strcmp(choice->key, c->answer) == 0)
				c->verdict[l] = choice->label[l];
		}
	}
	if (c->verdict[LANG_NB] == NULL)
		log_fatal("a case of the library does not offer its answer");
}

static enum library_certainty certainty_of(const char *key)
{
	for (enum library_certainty s = 0; s < LIBRARY_CERTAINTY__MAX; s++)
		if (strcmp(certainty[s].key, key) == 0)
			return s;
	log_fatal("a case of the library is of no known certainty: %s", key);
}

static void read_case(const json_t *told, const struct library_theme *theme,
                      struct library_case *c)
{
	struct habil_case in = habil_begin(library.mem);
	json_t *sak = json_pack("{s:O, s:O}", "id", json_object_get(told, "id"), "facts",
	                        json_object_get(told, "facts"));

	saksfil_own(library.mem, sak);
	in.in = sak;
	habil_settle(&in);
	if (!les_well(&in.les))
		log_fatal("a case of the library: %s", les_error_text(&in.les, in.id));
	c->id = text(told, "id");
	c->theme = theme;
	c->certainty = certainty_of(text(told, "sikkerhet"));
	for (enum lang l = 0; l < LANG__MAX; l++)
		read_words(json_object_get(told, lang_code(l)), &c->words[l]);
	if (in.procedure)
		put_procedure(&in, told, c);
	else
		put_tree(&in, c);
}

static const json_t *read_file(const struct library_file *f, struct library_theme *theme)
{
	json_t *all = json_loadb((const char *)f->text, *f->n, JSON_REJECT_DUPLICATES, NULL);

	if (all == NULL)
		log_fatal("a file of the library is not JSON");
	saksfil_own(library.mem, all);
	for (enum lang l = 0; l < LANG__MAX; l++)
		theme->name[l] = text(all, lang_code(l));
	return json_object_get(all, "saker");
}

static void read_all(void)
{
	const json_t *cases[sizeof library_files / sizeof *library_files];
	struct library_theme *theme;
	size_t n = 0;

	library.mem = arena_new(MEMORY);
	theme = arena_array(library.mem, n_library_files, sizeof *theme);
	for (size_t f = 0; f < n_library_files; f++) {
		cases[f] = read_file(&library_files[f], &theme[f]);
		n += json_array_size(cases[f]);
	}
	library.c = arena_array(library.mem, n, sizeof *library.c);
	for (size_t f = 0; f < n_library_files; f++)
		for (size_t i = 0; i < json_array_size(cases[f]); i++)
			read_case(json_array_get(cases[f], i), &theme[f], &library.c[library.n++]);
}

/* ---- asking ---- */

const struct library_case *library_cases(size_t *n)
{
	if (library.mem == NULL)
		read_all();
	*n = library.n;
	return library.c;
}

const struct library_case *library_find(const char *id)
{
	size_t n;
	const struct library_case *c = library_cases(&n);

	for (size_t i = 0; i < n; i++)
		if (strcmp(c[i].id, id) == 0)
			return &c[i];
	return NULL;
}

const char *library_certainty_key(enum library_certainty s)
{
	return certainty[s].key;
}

const char *library_certainty_label(enum library_certainty s)
{
	return certainty[s].label;
}

size_t library_sections(const struct library_case *c, enum lov *out)
{
	return lov_of_rules(c->rule, c->n_rule, out);
}
