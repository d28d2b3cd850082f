#include "app/lillevik/fasit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/aktivitet/aktivitet.h"
#include "lib/arena.h"
#include "lib/tid.h"

#define ISO_CLOCK 11            /* where 08:32 stands in 2027-01-15T08:32:10+01:00 */

const char *fact_text(const json_t *o, const char *name)
{
	const char *s = json_string_value(json_object_get(o, name));

	return s != NULL ? s : "";
}

int64_t fact_number(const json_t *o, const char *name)
{
	return json_integer_value(json_object_get(o, name));
}

const json_t *fact_items(const json_t *report)
{
	return json_object_get(report, "punkter");
}

const json_t *fact_rounds(const json_t *item)
{
	return json_object_get(item, "runder");
}

static bool begun(const json_t *item)
{
	return json_is_string(json_object_get(item, "startet"));
}

const char *fact_began(struct arena *mem, const json_t *item)
{
	const char *iso = fact_text(item, "startet");
	const char *clock = strlen(iso) > ISO_CLOCK + 5 ? iso + ISO_CLOCK : "";

	return *clock == '\0' ? "" : arena_printf(mem, "%.2s.%.2s", clock, clock + 3);
}

const json_t *fact_under_way(const json_t *report)
{
	const json_t *item;
	size_t i;

	json_array_foreach(fact_items(report), i, item)
		if (begun(item) && json_is_null(json_object_get(item, "avsluttet")))
			return item;
	return NULL;
}

const json_t *fact_coming(const json_t *report)
{
	const json_t *item;
	size_t i, after = 0;

	json_array_foreach(fact_items(report), i, item)
		if (begun(item))
			after = i + 1;
	return json_array_get(fact_items(report), after);
}

size_t fact_count_rounds(const json_t *report)
{
	const json_t *item;
	size_t i, n = 0;

	json_array_foreach(fact_items(report), i, item)
		n += json_array_size(fact_rounds(item));
	return n;
}

size_t fact_compare(const json_t *report, const struct led_round *led, size_t n, size_t skipped)
{
	const json_t *item, *round;
	size_t i, k, at = 0, wrong = 0;

	json_array_foreach(fact_items(report), i, item) {
		json_array_foreach(fact_rounds(item), k, round) {
			const struct led_round *l = at - skipped < n ? &led[at - skipped] : NULL;
			int64_t said = fact_number(round, "antall_svar");

			if (at++ < skipped || (l != NULL && said == (int64_t)l->stored))
				continue;
			wrong++;
			fprintf(stderr, "FEIL: %s, del %lld: rapporten har %lld svar, "
			        "telefonene fikk kvittering for %zu\n",
			        fact_text(item, "tittel"), (long long)fact_number(round, "del"),
			        (long long)said, l != NULL ? l->stored : 0);
		}
	}
	return wrong + (at != skipped + n);
}

static bool held(const json_t *report, const char *kind)
{
	const json_t *item;
	size_t i;

	json_array_foreach(fact_items(report), i, item)
		if (begun(item) && strcmp(fact_text(item, "slag"), kind) == 0)
			return true;
	return false;
}

size_t fact_kinds(const json_t *report, size_t *of)
{
	size_t n = 0;

	for (*of = 0; kind_table[*of] != NULL; ++*of)
		n += held(report, kind_table[*of]->name);
	return n;
}

int fact_furthest(struct arena *mem, const json_t *report)
{
	const json_t *item;
	size_t i;
	int most = 0;

	json_array_foreach(fact_items(report), i, item) {
		int began = tid_parse_clock(fact_began(mem, item));
		int off = abs(began - tid_parse_clock(fact_text(item, "planlagt_fra")));

		if (began >= 0 && off > most)
			most = off;
	}
	return most;
}
