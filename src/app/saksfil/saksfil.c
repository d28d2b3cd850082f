#include "app/saksfil/saksfil.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "app/saksfil/sted.h"
#include "lib/arena.h"
#include "lib/utf8.h"

#define CASE_MEMORY ((size_t)1 << 30)

/* One byte more than is read is enough to be refused. */
bool saksfil_load(const char *path, struct buf *text)
{
	FILE *in = path == NULL ? stdin : fopen(path, "rb");
	char part[8192];
	bool well = in != NULL;

	buf_puts(text, "");
	for (size_t n; well && text->n <= SAKSFIL_BYTES_MAX &&
	               (n = fread(part, 1, sizeof part, in)) > 0;)
		buf_add(text, part, n);
	well = well && !ferror(in);
	if (!well)
		fprintf(stderr, "%s kan ikke leses: %s.\n", path == NULL ? "Det du skrev" : path,
		        strerror(errno));
	if (in != NULL && in != stdin)
		fclose(in);
	return well;
}

/* ---- one case after the other ---- */

struct each {
	struct arena *mem;
	const struct saksfil_taker *taker;
	void *arg;
};

static size_t past_blank(const char *bytes, size_t n, size_t i)
{
	while (i < n && (bytes[i] == ' ' || bytes[i] == '\t' || bytes[i] == '\r' ||
	                 bytes[i] == '\n'))
		i++;
	return i;
}

/* Past the mark that some editors begin UTF-8 with. */
static size_t begin_of(const char *bytes, size_t n)
{
	return past_blank(bytes, n, n >= 3 && memcmp(bytes, "\357\273\277", 3) == 0 ? 3 : 0);
}

static void take(const struct each *e, const char *bytes, size_t n)
{
	e->taker->take(e->arg, e->mem, bytes, n);
	arena_reset(e->mem);
}

static void refuse(const struct each *e, const char *why)
{
	e->taker->refuse(e->arg, e->mem, why);
	arena_reset(e->mem);
}

static void take_elements(const struct each *e, const char *bytes, size_t n)
{
	size_t at = 0, begin, end, cases = 0;

	while (at < n && bytes[at] != ']' && saksfil_element(bytes, n, &at, &begin, &end)) {
		if (cases++ == SAKSFIL_CASES_MAX) {
			refuse(e, "Filen har for mange saker. Den kan ha høyst 10 000.");
			return;
		}
		take(e, bytes + begin, end - begin);
	}
	at = past_blank(bytes, n, at + (at == 0));
	if (at >= n || bytes[at] != ']')
		refuse(e, "Listen av saker blir ikke avsluttet.");
	else if (past_blank(bytes, n, at + 1) != n)
		refuse(e, "Det står noe mer etter listen av saker.");
}

bool saksfil_is_array(const char *bytes, size_t n)
{
	const size_t begin = begin_of(bytes, n);

	return n <= SAKSFIL_BYTES_MAX && begin < n && bytes[begin] == '[';
}

void saksfil_each(const char *bytes, size_t n, const struct saksfil_taker *taker, void *arg)
{
	const struct each e = { arena_new(CASE_MEMORY), taker, arg };
	const size_t begin = begin_of(bytes, n);

	if (n > SAKSFIL_BYTES_MAX)
		refuse(&e, "Filen er for stor. Den kan være på høyst 4 megabyte.");
	else if (begin >= n)
		refuse(&e, "Filen er tom.");
	else if (saksfil_is_array(bytes, n))
		take_elements(&e, bytes + begin, n - begin);
	else
		take(&e, bytes + begin, n - begin);
	arena_free(e.mem);
}

/* ---- what JSON is ---- */

void saksfil_own(struct arena *mem, json_t *v)
{
	arena_undo(mem, (void (*)(void *))json_decref, v);
}

static const char *what_of(enum json_error_code code)
{
	switch (code) {
	case json_error_numeric_overflow:
		return "tallet er for stort.";
	case json_error_duplicate_key:
		return "feltet står to ganger.";
	case json_error_stack_overflow:
		return "for mange nivåer inni hverandre.";
	case json_error_invalid_utf8:
		return "teksten er ikke UTF-8.";
	case json_error_end_of_input_expected:
		return "det står noe mer etter saken.";
	case json_error_premature_end_of_input:
		return "teksten slutter midt i saken.";
	case json_error_unknown: case json_error_out_of_memory: case json_error_cannot_open_file:
	case json_error_invalid_argument: case json_error_invalid_syntax:
	case json_error_invalid_format: case json_error_wrong_type:
	case json_error_null_character: case json_error_null_value:
	case json_error_null_byte_in_key: case json_error_item_not_found:
	case json_error_index_out_of_range:
		break;
	}
	return "dette er ikke gyldig JSON.";
}

static const char *valid(const char *text)
{
	return utf8_valid(text, strlen(text)) ? text : "";
}

json_t *saksfil_json(struct arena *mem, const char *bytes, size_t n, struct saksfil_wrong *wrong)
{
	json_error_t e;
	json_t *in = json_loadb(bytes, n, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &e);
	struct saksfil_sted sted;

	if (in != NULL) {
		saksfil_own(mem, in);
		return in;
	}
	sted = saksfil_sted(mem, bytes, n, e.position > 0 ? (size_t)e.position - 1 : 0);
	wrong->field = valid(sted.field);
	wrong->id = valid(sted.id);
	wrong->method = valid(sted.method);
	wrong->message = arena_printf(mem, "Linje %zu: %s", sted.line,
	                              what_of(json_error_code(&e)));
	return NULL;
}
