#include "web/form.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "lib/arena.h"
#include "lib/tid.h"
#include "lib/utf8.h"
#include "web/multipart.h"
#include "web/text.h"

#define PAIRS_MAX 600                    /* a box for each name of a whole roster */
#define PART_TEXT_MAX (16 * 1024)        /* bytes of a text that comes beside a file */
#define TEXT_MAX_DEFAULT 200

static int hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

char *form_decode(struct arena *a, const char *s, size_t n, bool plus)
{
	char *out = arena_get(a, n + 1);
	size_t w = 0;

	for (size_t i = 0; i < n; i++) {
		if (s[i] == '%') {
			int high = n - i > 2 ? hex(s[i + 1]) : -1;
			int low = high >= 0 ? hex(s[i + 2]) : -1;
			if (low < 0 || (high == 0 && low == 0))
				return NULL;
			out[w++] = (char)(high * 16 + low);
			i += 2;
		} else {
			out[w++] = plus && s[i] == '+' ? ' ' : s[i];
		}
	}
	out[w] = '\0';
	return utf8_valid(out, w) ? out : NULL;
}

static size_t index_of(const struct form *f, const char *name)
{
	for (size_t i = 0; i < f->n; i++)
		if (strcmp(f->field[i].name, name) == 0)
			return i;
	return f->n;
}

const struct form_entry *form_entry(const struct form *f, const char *name)
{
	size_t i = index_of(f, name);

	assert(i < f->n);       /* a handler asked for a field its page does not take */
	return &f->entry[i];
}

static void fail(struct form *f, struct form_entry *e, const char *msgid)
{
	if (e->error == NULL)
		e->error = msgid;
	f->bad = true;
}

/* "+5", " 5", "0x5" and everything outside an int64 are not numbers here. */
static bool parse_int(const char *s, int64_t *out)
{
	char *end;

	if (*s != '-' && (*s < '0' || *s > '9'))
		return false;
	errno = 0;
	*out = strtoll(s, &end, 10);
	return errno == 0 && *end == '\0';
}

static bool looks_like_email(const char *s)
{
	const char *at = strchr(s, '@');

	return at != NULL && at != s && strchr(at + 1, '@') == NULL &&
	       strchr(at + 1, '.') != NULL && strpbrk(s, " <>,;\"'\\") == NULL &&
	       s[strlen(s) - 1] != '.' && strlen(s) <= 254;
}

static void check_length(struct form *f, const struct field *d, struct form_entry *e,
                         const char *text)
{
	int64_t n = (int64_t)utf8_length(text);
	int64_t max = d->max > 0 ? d->max : TEXT_MAX_DEFAULT;

	if (n > max)
		fail(f, e, N_("Teksten er for lang. Kort den ned."));
	else if (n > 0 && n < d->min)
		fail(f, e, N_("Teksten er for kort. Skriv litt mer."));
}

static void check_value(struct form *f, const struct field *d, struct form_entry *e)
{
	switch (d->kind) {
	case FIELD_TEXT:
	case FIELD_LINES:
		check_length(f, d, e, e->text);
		break;
	case FIELD_MANY:
	case FIELD_ROWS:
		for (size_t i = 0; i < e->n_many; i++)
			check_length(f, d, e, e->many[i]);
		break;
	case FIELD_INT:
		if (!parse_int(e->text, &e->number))
			fail(f, e, N_("Skriv et helt tall."));
		else if (e->number < d->min || e->number > d->max)
			fail(f, e, N_("Tallet er for stort eller for lite."));
		break;
	case FIELD_FLAG:
		e->number = strcmp(e->text, "1") == 0;
		break;
	case FIELD_EMAIL:
		if (!looks_like_email(e->text))
			fail(f, e, N_("Skriv en e-postadresse, for eksempel "
			              "kari@lillevik.example."));
		break;
	case FIELD_DATE:
		if (!tid_is_date(e->text))
			fail(f, e, N_("Skriv en dato, for eksempel 2027-01-15."));
		break;
	case FIELD_CLOCK:
		e->number = tid_parse_clock(e->text);
		if (e->number < 0)
			fail(f, e, N_("Skriv et klokkeslett, for eksempel 08.30."));
		break;
	case FIELD_FILE:
		break;
	}
}

static void check_entry(struct form *f, size_t i)
{
	const struct field *d = &f->field[i];
	struct form_entry *e = &f->entry[i];
	bool empty = e->text[0] == '\0';

	if (d->kind == FIELD_MANY || d->kind == FIELD_ROWS)
		empty = e->n_many == 0;
	else if (d->kind == FIELD_FILE)
		empty = e->n_bytes == 0;
	if (!empty)
		check_value(f, d, e);
	else if (d->required)
		fail(f, e, N_("Fyll ut dette feltet."));
	else if (d->kind == FIELD_CLOCK)
		e->number = -1;
}

/* False: the text makes the whole form unacceptable. */
static bool take_text(struct arena *a, struct form *f, size_t i, const char *raw)
{
	struct form_entry *e = &f->entry[i];
	enum field_kind kind = f->field[i].kind;
	char *text = utf8_clean(a, raw, kind == FIELD_LINES || kind == FIELD_ROWS);

	if (text == NULL)
		return false;
	if (kind == FIELD_MANY || kind == FIELD_ROWS) {
		if (e->n_many == FORM_MANY_MAX)
			return false;
		if (text[0] != '\0' || kind == FIELD_ROWS)
			e->many[e->n_many++] = text;
	} else if (e->given) {
		return false;
	} else {
		e->text = text;
	}
	e->given = true;
	return true;
}

/* A form that was sent without its enctype has the name of the file only: no file. */
static bool take_pair(struct arena *a, struct form *f, const char *p, size_t n)
{
	const char *eq = memchr(p, '=', n);
	char *name, *raw;
	size_t i;

	if (eq == NULL)
		return n == 0;
	name = form_decode(a, p, (size_t)(eq - p), true);
	if (name == NULL)
		return false;
	i = index_of(f, name);
	if (i == f->n || f->field[i].kind == FIELD_FILE)
		return true;
	raw = form_decode(a, eq + 1, n - (size_t)(eq - p) - 1, true);
	return raw != NULL && take_text(a, f, i, raw);
}

static bool take_file(struct form_entry *e, const struct part *part)
{
	if (!part->file || e->given)
		return false;
	e->bytes = part->bytes;
	e->n_bytes = part->n;
	e->given = true;
	return true;
}

static bool take_part(struct arena *a, struct form *f, const struct part *part)
{
	size_t i = index_of(f, part->name);

	if (i == f->n)
		return false;
	if (f->field[i].kind == FIELD_FILE)
		return take_file(&f->entry[i], part);
	return !part->file && part->n <= PART_TEXT_MAX && utf8_valid(part->bytes, part->n) &&
	       take_text(a, f, i, arena_strndup(a, part->bytes, part->n));
}

static void prepare(struct arena *a, const struct field *fields, struct form *f)
{
	*f = (struct form){ .field = fields };
	while (fields != NULL && fields[f->n].name != NULL)
		f->n++;
	f->entry = arena_array(a, f->n, sizeof *f->entry);
	for (size_t i = 0; i < f->n; i++)
		f->entry[i].text = "";
}

static enum form_result check_all(struct form *f)
{
	for (size_t i = 0; i < f->n; i++)
		check_entry(f, i);
	return f->bad ? FORM_BAD : FORM_OK;
}

enum form_result form_read(struct arena *a, const struct field *fields,
                           const char *urlencoded, size_t n, struct form *f)
{
	const char *p = urlencoded, *end = urlencoded + n;

	prepare(a, fields, f);
	for (int pairs = 0; p < end; pairs++) {
		const char *amp = memchr(p, '&', (size_t)(end - p));
		size_t len = (size_t)((amp != NULL ? amp : end) - p);

		if (pairs == PAIRS_MAX || !take_pair(a, f, p, len))
			return FORM_REFUSED;
		p += len + 1;
	}
	return check_all(f);
}

enum form_result form_read_parts(struct arena *a, const struct field *fields, const char *type,
                                 const char *body, size_t n, struct form *f)
{
	struct multipart parts;

	prepare(a, fields, f);
	if (!multipart_read(a, type, body, n, &parts))
		return FORM_REFUSED;
	for (size_t i = 0; i < parts.n; i++)
		if (!take_part(a, f, &parts.part[i]))
			return FORM_REFUSED;
	return check_all(f);
}

bool form_takes_file(const struct field *f)
{
	while (f != NULL && f->name != NULL && f->kind != FIELD_FILE)
		f++;
	return f != NULL && f->name != NULL;
}

const char *form_text(const struct form *f, const char *name)
{
	return form_entry(f, name)->text;
}

int64_t form_int(const struct form *f, const char *name)
{
	return form_entry(f, name)->number;
}

bool form_flag(const struct form *f, const char *name)
{
	return form_entry(f, name)->number != 0;
}

bool form_given(const struct form *f, const char *name)
{
	return form_entry(f, name)->given;
}

const char *form_error(const struct form *f, const char *name)
{
	return form_entry(f, name)->error;
}

void form_reject(struct form *f, const char *name, const char *msgid)
{
	f->bad = true;
	if (name == NULL)
		f->message = msgid;
	else
		f->entry[index_of(f, name)].error = msgid;
}

void form_fill(struct form *f, const char *name, const char *text)
{
	size_t i = index_of(f, name);

	assert(i < f->n);
	f->entry[i].text = text;
}
