/* navneliste_les.c - a roster from pasted text or a CSV file. */
#include <string.h>

#include "app/samling/navneliste.h"
#include "app/samling/navneliste_celler.h"
#include "lib/arena.h"
#include "lib/utf8.h"
#include "web/text.h"

#define IDENTITY_DIGITS 11

const char *role_label(enum role role)
{
	static const char *const label[ROLE__MAX] = {
		[ROLE_FOLKEVALGT] = N_("Folkevalgt"),
		[ROLE_ADMINISTRASJON] = N_("Administrasjonen"), [ROLE_ANNET] = N_("Annet"),
	};

	return label[role];
}

/* ---- headings ---- */

enum { FIRST_NAME = ROSTER__FIELDS, LAST_NAME, LEFT_OUT, UNKNOWN };

static const struct { const char *word; int field; } headings[] = {
	{ "navn", ROSTER_NAME }, { "namn", ROSTER_NAME }, { "fullt navn", ROSTER_NAME },
	{ "fornavn", FIRST_NAME }, { "førenamn", FIRST_NAME },
	{ "etternavn", LAST_NAME }, { "etternamn", LAST_NAME },
	{ "parti", ROSTER_PARTY }, { "representerer", ROSTER_PARTY }, { "liste", ROSTER_PARTY },
	{ "rolle", ROSTER_ROLE },
	{ "stilling", ROSTER_POST }, { "funksjon", ROSTER_POST }, { "verv", ROSTER_POST },
	{ "kjønn", ROSTER_GENDER }, { "kjoenn", ROSTER_GENDER },
	{ "fødselsår", ROSTER_BORN }, { "foedselsaar", ROSTER_BORN }, { "født", ROSTER_BORN },
	{ "fødd", ROSTER_BORN }, { "ny", ROSTER_NEW }, { "ny i kommunestyret", ROSTER_NEW },
	{ "id", ROSTER_ID }, { "medlemsid", ROSTER_ID },
	{ "rekkefoelge", LEFT_OUT }, { "rekkefølge", LEFT_OUT }, { "fradato", LEFT_OUT },
	{ "tildato", LEFT_OUT }, { "epost", LEFT_OUT }, { "e-post", LEFT_OUT },
	{ "telefon", LEFT_OUT }, { "mobil", LEFT_OUT },
};

struct columns {
	int field[CELLS_MAX];           /* enum roster_field, or as above            */
	size_t n;
	bool headed;                    /* the text had a line of headings           */
};

static int heading(struct arena *mem, const char *word)
{
	const char *fold = utf8_fold(mem, word);

	for (size_t i = 0; i < sizeof headings / sizeof *headings; i++)
		if (strcmp(fold, headings[i].word) == 0)
			return headings[i].field;
	return UNKNOWN;
}

/* A line that has the heading of a name is one of headings: nobody is called that. */
static bool read_columns(struct arena *mem, const struct cell_line *l, struct columns *c)
{
	unsigned seen = 0;

	*c = (struct columns){ .n = l->n, .headed = true };
	for (size_t i = 0; i < l->n; i++) {
		c->field[i] = heading(mem, l->cell[i]);
		seen |= 1u << c->field[i];
	}
	if ((seen & 1u << ROSTER_NAME) ||
	    ((seen & 1u << FIRST_NAME) && (seen & 1u << LAST_NAME)))
		return true;
	*c = (struct columns){ { ROSTER_NAME, ROSTER_PARTY, ROSTER_ROLE, ROSTER_POST }, 4,
	                       false };
	return false;
}

static void wrong(struct roster_row *row, int column, const char *msgid)
{
	if (row->error != NULL)
		return;
	row->error = msgid;
	row->column = column;
}

/* The headings as a row when one of them cannot be used. */
static struct roster_row headings_row(const struct cell_line *l, const struct columns *c)
{
	struct roster_row row = { .line = l->line, .name = l->cell[0], .party = "", .post = "",
	                          .foreign = "" };
	unsigned seen = 0;

	if (l->open || l->wide)
		wrong(&row, 0, l->open ? N_("Et anførselstegn er ikke lukket.")
		                       : N_("Linjen har for mange felt."));
	for (size_t i = 0; i < c->n; i++) {
		unsigned bit = 1u << c->field[i];

		row.name = l->cell[i];
		if (c->field[i] == UNKNOWN)
			wrong(&row, (int)i + 1,
			      N_("Vi kjenner ikke denne overskriften. Bruk navn, parti, rolle, "
			         "stilling, kjønn, fødselsår, ny eller id, eller ta bort "
			         "kolonnen."));
		else if (c->field[i] != LEFT_OUT && (seen & bit))
			wrong(&row, (int)i + 1, N_("Overskriften står to ganger."));
		if (row.error != NULL)
			return row;
		seen |= bit;
	}
	return row;
}

static const char *left_out(struct arena *mem, const struct cell_line *l,
                            const struct columns *c)
{
	const char *list = "";

	for (size_t i = 0; i < c->n; i++)
		if (c->field[i] == LEFT_OUT)
			list = arena_printf(mem, "%s%s%s", list, *list != '\0' ? ", " : "",
			                    l->cell[i]);
	return list;
}

/* ---- cells ---- */

struct word { const char *word; int value; };

/* What somebody calls it, in either language form; -1: not one. */
static int meaning(struct arena *mem, const struct word *words, const char *text)
{
	const char *fold = utf8_fold(mem, text);

	for (; words->word != NULL; words++)
		if (strcmp(fold, words->word) == 0)
			return words->value;
	return -1;
}

static const struct word roles[] = {
	{ "", ROLE_FOLKEVALGT }, { "folkevalgt", ROLE_FOLKEVALGT },
	{ "folkevald", ROLE_FOLKEVALGT }, { "politiker", ROLE_FOLKEVALGT },
	{ "politikar", ROLE_FOLKEVALGT }, { "administrasjon", ROLE_ADMINISTRASJON },
	{ "administrasjonen", ROLE_ADMINISTRASJON }, { "adm", ROLE_ADMINISTRASJON },
	{ "ansatt", ROLE_ADMINISTRASJON }, { "tilsett", ROLE_ADMINISTRASJON },
	{ "annet", ROLE_ANNET }, { "anna", ROLE_ANNET }, { "andre", ROLE_ANNET }, { NULL, 0 }
};
static const struct word genders[] = {
	{ "", 0 }, { "k", 'K' }, { "kvinne", 'K' }, { "kvinner", 'K' }, { "m", 'M' },
	{ "mann", 'M' }, { "menn", 'M' }, { NULL, 0 }
};
static const struct word answers[] = {
	{ "", 0 }, { "nei", 0 }, { "0", 0 }, { "ja", 1 }, { "1", 1 }, { "x", 1 }, { "ny", 1 },
	{ NULL, 0 }
};

static size_t digits(const char *s)
{
	size_t n = 0;

	for (; *s != '\0'; s++)
		if (*s >= '0' && *s <= '9')
			n++;
		else if (*s != ' ')
			return 0;
	return n;
}

bool roster_is_identity(const char *text)
{
	return digits(text) == IDENTITY_DIGITS;
}

/* -1: not a year. */
static int year(const char *s)
{
	int y = 0;

	if (*s == '\0')
		return 0;
	if (strlen(s) != 4 || digits(s) != 4)
		return -1;
	for (; *s != '\0'; s++)
		y = y * 10 + (*s - '0');
	return y >= ROSTER_BORN_MIN && y <= ROSTER_BORN_MAX ? y : -1;
}

static void take_text(struct roster_row *row, const char **to, const char *text, size_t max,
                      int column)
{
	*to = text;
	if (utf8_length(text) > max)
		wrong(row, column, N_("Teksten er for lang. Kort den ned."));
}

static void take(struct arena *mem, struct roster_row *row, int field, const char *text,
                 int column)
{
	int value = 0;

	if (field != LEFT_OUT && roster_is_identity(text))
		wrong(row, column, N_("Dette ser ut som et fødselsnummer. Ta det bort: Samling "
		                      "skal ikke ha det."));
	switch (field) {
	case ROSTER_NAME:
		take_text(row, &row->name, text, ROSTER_NAME_MAX, column);
		break;
	case FIRST_NAME:
		row->name = utf8_clean(mem, arena_printf(mem, "%s %s", text, row->name), false);
		break;
	case LAST_NAME:
		row->name = utf8_clean(mem, arena_printf(mem, "%s %s", row->name, text), false);
		break;
	case ROSTER_PARTY:
		take_text(row, &row->party, text, ROSTER_PARTY_MAX, column);
		break;
	case ROSTER_POST:
		take_text(row, &row->post, text, ROSTER_POST_MAX, column);
		break;
	case ROSTER_ID:
		take_text(row, &row->foreign, text, ROSTER_ID_MAX, column);
		break;
	case ROSTER_ROLE:
		value = meaning(mem, roles, text);
		row->role = value < 0 ? ROLE_FOLKEVALGT : (enum role)value;
		if (value < 0)
			wrong(row, column, N_("Rollen må være folkevalgt, administrasjon eller "
			                      "annet."));
		break;
	case ROSTER_GENDER:
		value = meaning(mem, genders, text);
		row->gender = value < 0 ? 0 : (char)value;
		if (value < 0)
			wrong(row, column, N_("Skriv K eller M, eller la feltet stå tomt."));
		break;
	case ROSTER_BORN:
		value = year(text);
		row->born = value < 0 ? 0 : value;
		if (value < 0)
			wrong(row, column, N_("Skriv bare årstallet, for eksempel 1984. Samling "
			                      "skal ikke ha fødselsdatoen."));
		break;
	case ROSTER_NEW:
		value = meaning(mem, answers, text);
		row->new = value > 0;
		if (value < 0)
			wrong(row, column, N_("Skriv ja eller nei."));
		break;
	}
}

static struct roster_row row_of(struct arena *mem, const struct cell_line *l,
                                const struct columns *c)
{
	struct roster_row row = { .line = l->line, .name = "", .party = "", .post = "",
	                          .foreign = "" };
	size_t n = c->headed ? c->n : l->n < c->n ? l->n : c->n;

	if (l->open)
		wrong(&row, 0, N_("Et anførselstegn er ikke lukket."));
	for (size_t i = 0; i < n; i++) {
		int field = c->field[i];

		take(mem, &row, field, l->cell[i], (int)i + 1);
		row.given |= 1u << (field == FIRST_NAME || field == LAST_NAME ? ROSTER_NAME
		                                                              : field);
	}
	if (l->wide || l->n > c->n)
		wrong(&row, (int)c->n + 1, c->headed ?
		      N_("Linjen har flere felt enn det er overskrifter.") :
		      N_("Linjen har for mange felt. Skriv navn, parti, rolle og stilling."));
	if (row.name[0] == '\0')
		wrong(&row, 1, N_("Navnet mangler."));
	if (utf8_length(row.name) > ROSTER_NAME_MAX)
		wrong(&row, 1, N_("Teksten er for lang. Kort den ned."));
	return row;
}

struct roster roster_read(struct arena *mem, const char *text)
{
	struct roster r = { .row = arena_array(mem, ROSTER_ROWS_MAX + 1, sizeof *r.row),
	                    .left_out = "" };
	struct cells cells = { .p = text, .line = 1 };
	struct columns columns;
	struct cell_line line;
	bool first = true;

	for (; r.n <= ROSTER_ROWS_MAX && cells_next(mem, &cells, &line); first = false) {
		if (first && read_columns(mem, &line, &columns)) {
			r.row[0] = headings_row(&line, &columns);
			r.left_out = left_out(mem, &line, &columns);
			cells.gap = line.gap;
			r.n = r.n_bad = r.row[0].error != NULL;
			continue;
		}
		r.row[r.n] = row_of(mem, &line, &columns);
		if (r.n == ROSTER_ROWS_MAX)
			wrong(&r.row[r.n], 0, N_("Listen er for lang. "
			                         "Den har plass til 500 navn."));
		r.n_bad += r.row[r.n++].error != NULL;
	}
	return r;
}
