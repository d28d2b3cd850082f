/* Any bytes as Lovdata's file of an act: pieces of XML that fit into each other, or a message;
 * clean text in every ledd, or why there is none; the same bytes read the same; and memory as
 * the headers promise. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "app/lov/lovdata.h"
#include "app/lov/xml.h"
#include "lib/arena.h"
#include "lib/buf.h"
#include "lib/utf8.h"

#define XML_TIMES 10            /* of the file, as the headers say */
#define LOVDATA_TIMES 60
#define BESIDES ((size_t)1 << 20)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void must(bool ok)
{
	if (!ok)
		abort();
}

/* Every end is that of the start before it; nothing comes after the last piece. */
static void pieces(struct arena *mem, const char *file, size_t n)
{
	enum xml_piece p;
	struct xml x;
	size_t depth = 0, roots = 0;

	xml_begin(&x, mem, file, n);
	while ((p = xml_next(&x)) != XML_WRONG && p != XML_DONE) {
		if (p == XML_START) {
			roots += depth++ == 0;
			must(*x.name != '\0' && x.n_attribute <= XML_ATTRIBUTES);
		} else if (p == XML_END) {
			must(depth-- > 0);
		} else {
			must(depth > 0 && utf8_valid(x.text, strlen(x.text)));
		}
		must(x.depth == depth && depth <= XML_DEPTH && x.p <= x.end);
	}
	must(p != XML_DONE || (depth == 0 && roots == 1));
	must((p == XML_WRONG) == (x.error != NULL && *x.error != '\0'));
	must(xml_next(&x) == p);
}

static void section(struct arena *mem, const struct lovdata_section *s, struct buf *to)
{
	must(s->name != NULL && (s->unknown == NULL || (s->n_ledd == 0 && *s->unknown != '\0')));
	buf_printf(to, "%s: %s\n", s->name, s->unknown == NULL ? "" : s->unknown);
	for (size_t i = 0; i < s->n_ledd; i++) {
		must(s->ledd[i] != NULL);
		must(strcmp(utf8_clean(mem, s->ledd[i], true), s->ledd[i]) == 0);
		buf_printf(to, "%s\n", s->ledd[i]);
	}
}

static void act(struct arena *mem, const char *file, size_t n, struct buf *to)
{
	struct lovdata d;
	const char *wrong = lovdata_read(mem, file, n, &d);

	must(wrong == NULL ? *d.number != '\0' && d.n > 0 : *wrong != '\0');
	buf_printf(to, "%s\n", wrong == NULL ? d.number : wrong);
	for (size_t i = 0; wrong == NULL && i < d.n; i++)
		section(mem, &d.section[i], to);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena *mem = arena_new(n * XML_TIMES + BESIDES);
	struct buf first = { 0 }, second = { 0 };

	pieces(mem, (const char *)data, n);
	arena_free(mem);
	mem = arena_new(n * LOVDATA_TIMES + BESIDES);
	act(mem, (const char *)data, n, &first);
	arena_free(mem);
	mem = arena_new(n * LOVDATA_TIMES + BESIDES);
	act(mem, (const char *)data, n, &second);
	arena_free(mem);
	must(first.n == second.n && memcmp(first.p, second.p, first.n) == 0);
	buf_free(&first);
	buf_free(&second);
	return 0;
}
