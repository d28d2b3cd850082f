/* innsyn.c - everything that is stored of one person. */
#include <string.h>

#include "app/konto/konto.h"
#include "app/person/person.h"
#include "lib/arena.h"
#include "lib/tid.h"
#include "lib/utf8.h"
#include "rules/stored.h"

/* ---- finding ---- */

static enum outcome find_staff(struct store *st, struct arena *mem, const char *email,
                               struct found_person *out)
{
	struct rows rows;
	enum outcome went = RUN(st, mem, &rows, innsyn_person,
	                        .epost = v_text(konto_email(mem, email)));

	if (went != OUTCOME_OK)
		return went;
	if (rows.n == 0)
		return OUTCOME_NOT_FOUND;
	*out = (struct found_person){
		.name = row_text(&rows.row[0], innsyn_person__navn),
		.email = row_text(&rows.row[0], innsyn_person__epost),
		.staff = row_int(&rows.row[0], innsyn_person__id),
	};
	return OUTCOME_OK;
}

enum outcome person_find(struct store *st, struct arena *mem, const char *who,
                         const char *municipality, struct found_person *out)
{
	const char *clean = utf8_clean(mem, who, false), *last = "", *fold;
	struct rows rows;
	int64_t *roster;
	enum outcome went;

	if (clean == NULL)
		return OUTCOME_NOT_FOUND;
	if (strchr(clean, '@') != NULL)
		return find_staff(st, mem, clean, out);
	went = RUN(st, mem, &rows, innsyn_navneliste);
	if (went != OUTCOME_OK)
		return went;
	fold = utf8_fold(mem, clean);
	roster = arena_array(mem, rows.n, sizeof *roster);
	*out = (struct found_person){ .name = clean, .email = "", .roster = roster,
	                              .municipality = municipality };
	for (size_t i = 0; i < rows.n; i++) {
		const char *name = row_text(&rows.row[i], innsyn_navneliste__navn);
		const char *of = row_text(&rows.row[i], innsyn_navneliste__kommune);

		if (strcmp(utf8_fold(mem, name), fold) != 0 ||
		    (municipality != NULL && strcmp(of, municipality) != 0))
			continue;
		out->name = name;
		roster[out->n_roster++] = row_int(&rows.row[i], innsyn_navneliste__id);
		out->municipalities += strcmp(of, last) != 0;
		last = of;
	}
	return out->n_roster > 0 ? OUTCOME_OK : OUTCOME_NOT_FOUND;
}

/* ---- seeing ---- */

enum shape { AS_TEXT, AS_NUMBER, AS_ROLE, AS_STAFF, AS_MOMENT, AS_YES, AS_PRESENCE, AS_SPEECH,
             AS_LINK, AS_RULE };
enum by { BY_ROSTER, BY_STAFF, BY_STAFF_NAME, BY_MENTION };

#define COLUMNS_MAX 10
struct section {
	const char *title;
	enum query query;               /* takes one argument; BY_MENTION two */
	enum by by;
	struct { const char *name; enum shape shape; } column[COLUMNS_MAX + 1];
};

static const struct section sections[] = {
	{ "På navnelisten", Q_innsyn_navn, BY_ROSTER,
	  { { "samling", AS_TEXT }, { "navn", AS_TEXT }, { "parti", AS_TEXT },
	    { "rolle", AS_ROLE }, { "stilling", AS_TEXT }, { "kjønn", AS_TEXT },
	    { "fødselsår", AS_NUMBER }, { "ny", AS_YES }, { "id hos kommunen", AS_TEXT },
	    { "til stede", AS_PRESENCE } } },
	{ "Telefon som har sagt navnet", Q_innsyn_plass, BY_ROSTER,
	  { { "samling", AS_TEXT }, { "rolle", AS_ROLE }, { "dato", AS_TEXT } } },
	{ "Svar gitt med navn", Q_innsyn_svar, BY_ROSTER,
	  { { "punkt", AS_TEXT }, { "del", AS_NUMBER }, { "runde", AS_NUMBER },
	    { "svar", AS_TEXT } } },
	{ "Plass i grupper", Q_innsyn_gruppe, BY_ROSTER,
	  { { "punkt", AS_TEXT }, { "gruppe", AS_NUMBER }, { "satt for hånd", AS_YES },
	    { "leder gruppen", AS_YES } } },
	{ "Regler for grupper", Q_innsyn_regel, BY_ROSTER,
	  { { "samling", AS_TEXT }, { "regel", AS_RULE } } },
	{ "Tid på talerstolen", Q_innsyn_taler, BY_ROSTER,
	  { { "punkt", AS_TEXT }, { "slag", AS_SPEECH }, { "sekunder tildelt", AS_NUMBER },
	    { "sekunder brukt", AS_NUMBER } } },
	{ "Brukerkonto", Q_innsyn_konto, BY_STAFF,
	  { { "e-post", AS_TEXT }, { "navn", AS_TEXT }, { "rolle", AS_STAFF },
	    { "språk", AS_TEXT }, { "kommune", AS_TEXT }, { "opprettet", AS_MOMENT },
	    { "sperret", AS_YES } } },
	{ "Leder samlingene", Q_innsyn_leder, BY_STAFF, { { "samling", AS_TEXT } } },
	{ "Lenker", Q_innsyn_lenke, BY_STAFF,
	  { { "slag", AS_LINK }, { "utløper", AS_MOMENT }, { "brukt", AS_MOMENT } } },
	{ "Innlogginger", Q_innsyn_oekt, BY_STAFF,
	  { { "logget inn", AS_MOMENT }, { "utløper", AS_MOMENT } } },
	{ "Handlinger i protokollen", Q_innsyn_protokoll, BY_STAFF_NAME,
	  { { "samling", AS_TEXT }, { "når", AS_MOMENT }, { "hva", AS_TEXT },
	    { "detalj", AS_TEXT } } },
	{ "Navnet står i tekst andre har skrevet", Q_innsyn_omtale, BY_MENTION,
	  { { "hvor", AS_TEXT }, { "tekst", AS_TEXT } } },
};

static const char *word(const char *const *words, size_t n, int64_t i)
{
	return i >= 0 && (size_t)i < n ? words[i] : "?";
}
#define WORD(words, i) word(words, sizeof words / sizeof *words, i)

static const char *moment(struct arena *mem, int64_t ms)
{
	return arena_printf(mem, "%s kl. %s", tid_today(mem, ms),
	                    tid_clock(mem, tid_civil(ms).minute));
}

static json_t *shown(struct arena *mem, const struct row *row, size_t i, enum shape shape)
{
	static const char *const roles[] = { "folkevalgt", "administrasjon", "annet" };
	static const char *const staff[] = { "programleder", "koordinator", "prosessveileder",
	                                     "kontakt" };
	static const char *const present[] = { "ikke sagt", "ja", "nei" };
	static const char *const speech[] = { "innlegg", "replikk", "saksopplysning",
	                                      "forretningsorden" };
	static const char *const links[] = { "oppsett", "innlogging", "konsoll", "lerret",
	                                     "lerret med klikker", "fjernkontroll" };
	static const char *const rules[] = { "ikke sammen med en annen", "sammen med en annen",
	                                     "fast plass" };
	int64_t n = row->col[i].kind == VALUE_INT ? row_int(row, i) : 0;

	if (row_null(row, i))
		return json_null();
	switch (shape) {
	case AS_TEXT:
		return json_string(row_text(row, i));
	case AS_NUMBER:
		return json_integer(n);
	case AS_ROLE:
		return json_string(WORD(roles, n));
	case AS_STAFF:
		return json_string(WORD(staff, n));
	case AS_MOMENT:
		return json_string(moment(mem, n));
	case AS_YES:
		return json_string(n != 0 ? "ja" : "nei");
	case AS_PRESENCE:
		return json_string(WORD(present, n));
	case AS_SPEECH:
		return json_string(WORD(speech, n));
	case AS_LINK:
		return json_string(WORD(links, n));
	case AS_RULE:
		return json_string(WORD(rules, n));
	}
	return json_null();
}

static enum outcome add_rows(struct store *st, struct arena *mem, const struct section *s,
                             const struct value *of, json_t *list)
{
	struct rows rows;
	enum outcome went = store_run(st, mem, s->query, of, &rows);

	for (size_t i = 0; went == OUTCOME_OK && i < rows.n; i++) {
		json_t *o = json_object();

		for (size_t k = 0; s->column[k].name != NULL; k++)
			json_object_set_new(o, s->column[k].name,
			                    shown(mem, &rows.row[i], k, s->column[k].shape));
		json_array_append_new(list, o);
	}
	return went;
}

static enum outcome add_section(struct store *st, struct arena *mem, const struct section *s,
                                const struct found_person *p, json_t *list)
{
	const struct value staff = v_int(p->staff), name = v_text(p->name);
	const struct args_innsyn_omtale mention = { .navn = name,
	                                            .kommune = v_text(p->municipality) };
	enum outcome went = OUTCOME_OK;

	switch (s->by) {
	case BY_STAFF:
		return p->staff != 0 ? add_rows(st, mem, s, &staff, list) : OUTCOME_OK;
	case BY_STAFF_NAME:             /* who has no login has done no act of office */
		return p->staff != 0 ? add_rows(st, mem, s, &name, list) : OUTCOME_OK;
	case BY_MENTION:
		return add_rows(st, mem, s, (const struct value *)&mention, list);
	case BY_ROSTER:
		break;
	}
	for (size_t i = 0; went == OUTCOME_OK && i < p->n_roster; i++) {
		const struct value roster = v_int(p->roster[i]);

		went = add_rows(st, mem, s, &roster, list);
	}
	return went;
}

enum outcome person_seen(struct store *st, struct arena *mem, const struct found_person *p,
                         json_t **out)
{
	json_t *all = json_object();
	enum outcome went = OUTCOME_OK;

	for (size_t i = 0; i < sizeof sections / sizeof *sections && went == OUTCOME_OK; i++) {
		json_t *list = json_array();

		went = add_section(st, mem, &sections[i], p, list);
		if (json_array_size(list) > 0)
			json_object_set(all, sections[i].title, list);
		json_decref(list);
	}
	if (went == OUTCOME_OK)
		*out = all;
	else
		json_decref(all);
	return went;
}

static void write_value(FILE *to, const json_t *v)
{
	if (json_is_integer(v))
		fprintf(to, "%" JSON_INTEGER_FORMAT, json_integer_value(v));
	else
		fputs(json_is_string(v) ? json_string_value(v) : "–", to);
}

void person_write(FILE *to, const json_t *seen)
{
	const char *title, *name;
	const json_t *list, *row, *v;
	size_t i;

	json_object_foreach((json_t *)seen, title, list) {
		fprintf(to, "\n%s\n", title);
		json_array_foreach(list, i, row) {
			const char *mark = "  - ";

			json_object_foreach((json_t *)row, name, v) {
				fprintf(to, "%s%s: ", mark, name);
				write_value(to, v);
				fputc('\n', to);
				mark = "    ";
			}
		}
	}
}
