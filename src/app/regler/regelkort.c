#include "app/regler/regelkort.h"

#include <jansson.h>
#include <string.h>

#include "app/regler/lokal.h"
#include "app/regler/regelstoff.h"
#include "lib/arena.h"
#include "lib/log.h"
#include "web/text.h"

#define FILE_OF(name) extern const unsigned char name[]; extern const size_t name##_size

FILE_OF(regler_saksliste);
FILE_OF(regler_moete);
FILE_OF(regler_aapenhet);
FILE_OF(regler_medlem);
FILE_OF(regler_styring);
FILE_OF(regler_kontroll);
FILE_OF(regler_oekonomi);
FILE_OF(regler_plan);

#define ROW(slug, name, about) { #slug, name, about, regler_##slug, &regler_##slug##_size }

const struct regeltema_info regeltemaer[TEMA__MAX] = {
	[TEMA_SAKSLISTE] = ROW(saksliste, N_("Få en sak opp"),
	                       N_("Veiene til sakslisten, og spørsmål i møtet.")),
	[TEMA_MOETE] = ROW(moete, N_("Møtet og avstemningene"),
	                   N_("Innkalling, flertall, fjernmøte og møtebok.")),
	[TEMA_AAPENHET] = ROW(aapenhet, N_("Åpenhet og innsyn"),
	                      N_("Åpne dører, lukkede dører, opptak og dokumenter.")),
	[TEMA_MEDLEM] = ROW(medlem, N_("Du som folkevalgt"),
	                    N_("Det du har plikt til, og det du har krav på.")),
	[TEMA_STYRING] = ROW(styring, N_("Hvem gjør hva"),
	                     N_("Kommunestyret, ordføreren, kommunedirektøren, utvalg og råd.")),
	[TEMA_KONTROLL] = ROW(kontroll, N_("Kontroll og eierskap"),
	                      N_("Kontrollutvalget, lovlighetskontroll og selskapene "
	                         "kommunen eier.")),
	[TEMA_OEKONOMI] = ROW(oekonomi, N_("Økonomi og budsjett"),
	                      N_("Økonomiplan, budsjett, regnskap og ROBEK.")),
	[TEMA_PLAN] = ROW(plan, N_("Planer"),
	                  N_("Fra planstrategi til reguleringsplan, og hvem som skal høres.")),
};

static const char *text(struct arena *mem, const json_t *card, const json_t *o, const char *name)
{
	const char *s = json_string_value(json_object_get(o, name));

	if (s == NULL)
		log_fatal("the card %s has no %s", json_string_value(json_object_get(card, "id")),
		          name);
	return arena_strdup(mem, s);
}

static const char **texts(struct arena *mem, const json_t *list, size_t *n)
{
	const char **out;
	json_t *s;
	size_t i;

	*n = json_array_size(list);
	out = arena_array(mem, *n, sizeof *out);
	json_array_foreach(list, i, s)
		out[i] = arena_strdup(mem, json_string_value(s));
	return out;
}

static void sections(struct arena *mem, const json_t *keys, struct regelkort *c)
{
	c->n_lov = regelstoff_lov(mem, keys, &c->lov);
	for (size_t i = 0; i < c->n_lov; i++) {
		const char *day = lov_row(c->lov[i], NULL)->checked;

		if (c->checked == NULL || strcmp(day, c->checked) < 0)
			c->checked = day;
	}
}

static void local_keys(struct arena *mem, const json_t *names, struct regelkort *c)
{
	json_t *name;
	size_t i;

	c->n_key = json_array_size(names);
	c->key = arena_array(mem, c->n_key, sizeof *c->key);
	json_array_foreach(names, i, name) {
		c->key[i] = lokal_key(json_string_value(name));
		if (c->key[i] == NULL)
			log_fatal("a card names the local rule %s, which there is not",
			          json_string_value(name));
	}
}

static struct regelkort card_of(struct arena *mem, enum lang lang, enum regeltema tema,
                                const json_t *in)
{
	const json_t *words = json_object_get(in, lang_code(lang));
	const json_t *calculator = json_object_get(in, "kalkulator");
	struct regelkort c = {
		.id = text(mem, in, in, "id"), .tema = tema,
		.only_local = json_is_true(json_object_get(in, "bare_lokalt")),
		.title = text(mem, in, words, "tittel"), .brief = text(mem, in, words, "kort"),
		.calculator = calculator != NULL ? text(mem, in, in, "kalkulator") : "",
	};

	c.point = texts(mem, json_object_get(words, "punkter"), &c.n_point);
	c.local = texts(mem, json_object_get(words, "lokalt"), &c.n_local);
	c.talk = texts(mem, json_object_get(words, "samtale"), &c.n_talk);
	sections(mem, json_object_get(in, "lov"), &c);
	local_keys(mem, json_object_get(in, "lokal"), &c);
	return c;
}

static json_t *file_of(enum regeltema tema)
{
	const struct regeltema_info *t = &regeltemaer[tema];
	json_t *all = json_loadb((const char *)t->text, *t->n, JSON_REJECT_DUPLICATES, NULL);

	if (!json_is_array(all))
		log_fatal("innhold/regler/%s.json cannot be read", t->slug);
	return all;
}

size_t regelkort_of(struct arena *mem, enum lang lang, enum regeltema tema,
                    const struct regelkort **out)
{
	json_t *all = file_of(tema), *in;
	struct regelkort *card = arena_array(mem, json_array_size(all), sizeof *card);
	size_t i;

	json_array_foreach(all, i, in)
		card[i] = card_of(mem, lang, tema, in);
	json_decref(all);
	*out = card;
	return i;
}

size_t regelkort_all(struct arena *mem, enum lang lang, const struct regelkort **out)
{
	const struct regelkort *of[TEMA__MAX];
	struct regelkort *card;
	size_t n[TEMA__MAX], all = 0;

	for (size_t t = 0; t < TEMA__MAX; t++)
		all += n[t] = regelkort_of(mem, lang, (enum regeltema)t, &of[t]);
	card = arena_array(mem, all, sizeof *card);
	all = 0;
	for (size_t t = 0; t < TEMA__MAX; t++)
		for (size_t i = 0; i < n[t]; i++)
			card[all++] = of[t][i];
	*out = card;
	return all;
}

static const json_t *find(const json_t *all, const char *id)
{
	json_t *in;
	size_t i;

	json_array_foreach(all, i, in) {
		const char *own = json_string_value(json_object_get(in, "id"));

		if (own != NULL && strcmp(own, id) == 0)
			return in;
	}
	return NULL;
}

const struct regelkort *regelkort_find(struct arena *mem, enum lang lang, const char *id)
{
	struct regelkort *card = NULL;

	for (size_t t = 0; t < TEMA__MAX && card == NULL; t++) {
		json_t *all = file_of((enum regeltema)t);
		const json_t *in = find(all, id);

		if (in != NULL) {
			card = arena_get(mem, sizeof *card);
			*card = card_of(mem, lang, (enum regeltema)t, in);
		}
		json_decref(all);
	}
	return card;
}

bool regelkort_exists(const char *id)
{
	bool found = false;

	for (size_t t = 0; t < TEMA__MAX && !found; t++) {
		json_t *all = file_of((enum regeltema)t);

		found = find(all, id) != NULL;
		json_decref(all);
	}
	return found;
}
