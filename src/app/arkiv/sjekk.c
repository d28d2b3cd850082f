/* sjekk.c - what must hold between the columns of a file, so that nothing later has to doubt
 * it: an oppsett is one its kind accepts, a stage is one the item has, a picture is one. */
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "app/aktivitet/aktivitet.h"
#include "app/arkiv/arkiv.h"
#include "app/arkiv/inside.h"
#include "app/bilde/bilde.h"
#include "lib/arena.h"
#include "rules/stored.h"
#include "web/bildefil.h"
#include "web/text.h"

static const char *at(struct arena *mem, const char *table, size_t row, const char *what)
{
	return arena_printf(mem, "Tabellen «%s», rad %zu: %s", table, row + 1, what);
}

static int64_t number(const struct archive_rows *rows, size_t row, const char *column)
{
	return archive_value(rows, row, column)->i;
}

static const char *text(const struct archive_rows *rows, size_t row, const char *column)
{
	return archive_value(rows, row, column)->text;
}

/* What the kind makes of the oppsett takes its place. */
static const char *check_config(struct arena *mem, const struct archive_rows *items, size_t i)
{
	const struct kind *kind = kind_find(text(items, i, "slag"));
	json_t *in = json_loads(text(items, i, "oppsett"), JSON_REJECT_DUPLICATES, NULL), *config;
	struct value *v = (struct value *)archive_value(items, i, "oppsett");
	const char *where = "", *error = NULL, *wrong = NULL;
	char *dumped;

	config = kind == NULL || in == NULL ? NULL : kind_setup(kind, in, &where, &error);
	if (kind == NULL)
		wrong = at(mem, "punkt", i, "dette slaget finnes ikke i programmet her.");
	else if (config == NULL)        /* `where` may be a name inside `in` */
		wrong = at(mem, "punkt", i, arena_printf(mem, "oppsettet, «%.40s»: %s", where,
		           error != NULL ? tr(LANG_NB, error) : "det er ikke JSON."));
	json_decref(in);
	if (wrong != NULL)
		return wrong;
	dumped = json_dumps(config, JSON_COMPACT);
	*v = v_text(dumped);
	arena_undo(mem, free, dumped);
	json_decref(config);
	return NULL;
}

static bool has_day(const struct archive_rows *days, int64_t nr)
{
	for (size_t i = 0; i < days->n; i++)
		if (number(days, i, "nr") == nr)
			return true;
	return false;
}

/* Some kinds promise how their answers are kept, and no item may say otherwise. */
static const char *check_level(struct arena *mem, const struct archive_rows *items, size_t i)
{
	const struct kind *kind = kind_find(text(items, i, "slag"));

	return kind->one_level && number(items, i, "nivaa") != (int64_t)kind->level ?
	       at(mem, "punkt", i, "dette slaget har et annet nivå.") : NULL;
}

static size_t item_of(const struct archive_rows *items, int64_t id)
{
	size_t i = 0;

	while (i < items->n && number(items, i, "id") != id)
		i++;
	return i;
}

static size_t stages_of(const struct archive_rows *items, size_t i)
{
	const struct kind *kind = kind_find(text(items, i, "slag"));
	json_t *config = json_loads(text(items, i, "oppsett"), 0, NULL);
	size_t n = kind->stages == NULL ? 1 : kind->stages(config);

	json_decref(config);
	return n;
}

static const char *check_rounds(struct arena *mem, const struct archive_rows *rounds,
                                const struct archive_rows *items)
{
	for (size_t i = 0; i < rounds->n; i++) {
		size_t item = item_of(items, number(rounds, i, "punkt"));

		if (item == items->n)
			return at(mem, "runde", i, "punktet er ikke med i filen.");
		if (number(rounds, i, "fase") == ROUND_OPEN)
			return at(mem, "runde", i, "en åpen runde kan ikke leses inn.");
		if ((size_t)number(rounds, i, "del") >= stages_of(items, item))
			return at(mem, "runde", i, "punktet har ikke så mange deler.");
	}
	return NULL;
}

/* The bytes are a picture, only that, and the one that the sum says. */
static const char *check_picture(struct arena *mem, const struct archive_rows *pictures,
                                 size_t i)
{
	const struct value *v = archive_value(pictures, i, "bytes");
	unsigned char sum[crypto_hash_sha256_BYTES];
	char sha[PICTURE_SHA_TEXT];
	struct picture p;

	if (picture_read(mem, v->text, v->n, &p) != PICTURE_OK || p.n != v->n ||
	    memcmp(p.bytes, v->text, v->n) != 0 ||
	    (int64_t)p.type != number(pictures, i, "type"))
		return at(mem, "bilde", i, "dette er ikke et bilde slik vi lagrer dem.");
	crypto_hash_sha256(sum, p.bytes, p.n);
	sodium_bin2hex(sha, sizeof sha, sum, sizeof sum);
	return strcmp(sha, text(pictures, i, "sha")) == 0 ? NULL :
	       at(mem, "bilde", i, "summen stemmer ikke med bildet.");
}

const char *archive_check(struct arena *mem, struct archive *a)
{
	const struct archive_rows *samling = archive_find(a, "samling");
	const struct archive_rows *items = archive_find(a, "punkt");
	const struct archive_rows *days = archive_find(a, "dag");
	const struct archive_rows *pictures = archive_find(a, "bilde");
	const char *error = NULL;

	if (samling->n != 1)
		return "Filen skal ha én rad i tabellen «samling».";
	if (strcmp(text(samling, 0, "maalform"), "nb") != 0 &&
	    strcmp(text(samling, 0, "maalform"), "nn") != 0)
		return at(mem, "samling", 0, "målformen skal være nb eller nn.");
	if (!has_day(days, number(samling, 0, "dag")))
		return at(mem, "samling", 0, "dagen er ikke med i filen.");
	for (size_t i = 0; i < items->n && error == NULL; i++) {
		error = check_config(mem, items, i);
		if (error == NULL)
			error = check_level(mem, items, i);
		if (error == NULL && !has_day(days, number(items, i, "dag")))
			error = at(mem, "punkt", i, "dagen er ikke med i filen.");
	}
	if (error == NULL)
		error = check_rounds(mem, archive_find(a, "runde"), items);
	for (size_t i = 0; i < pictures->n && error == NULL; i++)
		error = check_picture(mem, pictures, i);
	return error;
}
