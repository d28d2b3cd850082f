/* pdf_ferdig.c - what a tagged PDF must say and cairo 1.16 cannot: its language, that the
 * title is shown, what a picture shows, what a heading cell heads, and that lines and page
 * numbers are decoration.
 */
#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>

#include "jobb/pdf.h"
#include "lib/arena.h"
#include "lib/buf.h"
#include "lib/log.h"
#include "web/text.h"

#define DEPTH_MOST 32           /* of the structure: Document to Span is eight */

struct finish {
	qpdf_data q;
	const struct sheet *s;
	size_t figure;          /* the next one */
};

/* Only dictionaries have a kind: a child may also be the number of a mark. */
static bool is(struct finish *f, qpdf_oh o, const char *kind)
{
	if (!qpdf_oh_is_dictionary(f->q, o))
		return false;
	return qpdf_oh_is_name_and_equals(f->q, qpdf_oh_get_key(f->q, o, "/S"), kind);
}

static void put(struct finish *f, qpdf_oh o, const char *key, const char *value)
{
	qpdf_oh_replace_key(f->q, o, key, qpdf_oh_parse(f->q, value));
}

static void describe_figure(struct finish *f, qpdf_oh o)
{
	const struct place *p = &f->s->figure[f->figure];

	if (f->figure >= f->s->n_figure)
		return;
	qpdf_oh_replace_key(f->q, o, "/Alt",
	                    qpdf_oh_new_unicode_string(f->q, f->s->figure_alt[f->figure]));
	put(f, o, "/A", arena_printf(f->s->mem,
	    "<< /O /Layout /Placement /Block /BBox [%d %d %d %d] >>", (int)p->x,
	    (int)(PAPER_H - p->y - p->h), (int)(p->x + p->w) + 1, (int)(PAPER_H - p->y) + 1));
	f->figure++;
}

/* A row of nothing but headings heads columns; one heading in a row heads the row. */
static void scope(struct finish *f, qpdf_oh row)
{
	qpdf_oh kids = qpdf_oh_get_key(f->q, row, "/K");
	int n = qpdf_oh_is_array(f->q, kids) ? qpdf_oh_get_array_n_items(f->q, kids) : 0;
	bool all = true;

	for (int i = 0; i < n; i++)
		all &= is(f, qpdf_oh_get_array_item(f->q, kids, i), "/TH");
	for (int i = 0; i < n; i++) {
		qpdf_oh cell = qpdf_oh_get_array_item(f->q, kids, i);

		if (is(f, cell, "/TH"))
			put(f, cell, "/A", all ? "<< /O /Table /Scope /Column >>"
			                       : "<< /O /Table /Scope /Row >>");
	}
}

/* Decoration goes out of the tree; the rest is told what it is. */
static void walk(struct finish *f, qpdf_oh o, int depth)
{
	qpdf_oh kids;

	if (!qpdf_oh_is_dictionary(f->q, o))
		return;
	kids = qpdf_oh_get_key(f->q, o, "/K");
	if (is(f, o, "/Figure"))
		describe_figure(f, o);
	if (is(f, o, "/TR"))
		scope(f, o);
	if (depth == DEPTH_MOST)
		return;
	if (qpdf_oh_is_dictionary(f->q, kids))
		walk(f, kids, depth + 1);
	if (!qpdf_oh_is_array(f->q, kids))
		return;
	for (int i = 0; i < qpdf_oh_get_array_n_items(f->q, kids);) {
		qpdf_oh kid = qpdf_oh_get_array_item(f->q, kids, i);

		if (is(f, kid, "/" TAG_DECORATION)) {
			qpdf_oh_erase_item(f->q, kids, i);
		} else {
			walk(f, kid, depth + 1);
			i++;
		}
	}
}

/* The way back from what is drawn to the tree: decoration has none. */
static void forget_decoration(struct finish *f, qpdf_oh tree)
{
	qpdf_oh nums = qpdf_oh_get_key(f->q, qpdf_oh_get_key(f->q, tree, "/ParentTree"), "/Nums");
	int n = qpdf_oh_is_array(f->q, nums) ? qpdf_oh_get_array_n_items(f->q, nums) : 0;

	for (int i = 1; i < n; i += 2) {
		qpdf_oh page = qpdf_oh_get_array_item(f->q, nums, i);
		int m = qpdf_oh_is_array(f->q, page) ? qpdf_oh_get_array_n_items(f->q, page) : 0;

		for (int k = 0; k < m; k++)
			if (is(f, qpdf_oh_get_array_item(f->q, page, k), "/" TAG_DECORATION))
				qpdf_oh_set_array_item(f->q, page, k, qpdf_oh_new_null(f->q));
	}
}

/* cairo writes each mark on a line of its own, so a text cannot look like one. */
static void mark_artifacts(struct finish *f, qpdf_oh page)
{
	static const char mark[] = "/" TAG_DECORATION " <<", artifact[] = "/Artifact BMC\n";
	struct buf out = buf_in(f->s->mem);
	unsigned char *bytes = NULL;
	const char *p, *end;
	size_t n = 0;

	if (qpdf_oh_get_page_content_data(f->q, page, &bytes, &n) & QPDF_ERRORS)
		return;
	for (p = (char *)bytes, end = p + n; p < end;) {
		const char *stop = memchr(p, '\n', (size_t)(end - p));
		size_t len = stop == NULL ? (size_t)(end - p) : (size_t)(stop - p) + 1;

		if (len > sizeof mark && memcmp(p, mark, sizeof mark - 1) == 0)
			buf_add(&out, artifact, sizeof artifact - 1);
		else
			buf_add(&out, p, len);
		p += len;
	}
	qpdf_oh_replace_stream_data(f->q, qpdf_oh_get_key(f->q, page, "/Contents"),
	                            (const unsigned char *)out.p, out.n,
	                            qpdf_oh_new_null(f->q), qpdf_oh_new_null(f->q));
	free(bytes);
}

static void escape(struct buf *b, const char *text)
{
	for (; text != NULL && *text != '\0'; text++) {
		if (*text == '<' || *text == '&' || *text == '>')
			buf_printf(b, "&#%d;", *text);
		else
			buf_putc(b, *text);
	}
}

static void metadata(struct finish *f, qpdf_oh root)
{
	const struct doc *d = f->s->doc;
	struct buf b = buf_in(f->s->mem);
	qpdf_oh stream = qpdf_oh_new_stream(f->q), dict;

	buf_puts(&b, "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
	         "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
	         "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
	         "<rdf:Description rdf:about=\"\" "
	         "xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
	         "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">");
	escape(&b, d->title);
	buf_puts(&b, "</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>");
	escape(&b, d->author);
	buf_printf(&b, "</rdf:li></rdf:Seq></dc:creator><dc:language><rdf:Bag><rdf:li>%s-NO"
	           "</rdf:li></rdf:Bag></dc:language></rdf:Description></rdf:RDF></x:xmpmeta>\n"
	           "<?xpacket end=\"r\"?>\n", lang_code(d->lang));
	qpdf_oh_replace_stream_data(f->q, stream, (const unsigned char *)b.p, b.n,
	                            qpdf_oh_new_null(f->q), qpdf_oh_new_null(f->q));
	dict = qpdf_oh_get_dict(f->q, stream);
	put(f, dict, "/Type", "/Metadata");
	put(f, dict, "/Subtype", "/XML");
	qpdf_oh_replace_key(f->q, root, "/Metadata", stream);
}

static void finish(struct finish *f)
{
	qpdf_oh root = qpdf_get_root(f->q);
	qpdf_oh tree = qpdf_oh_get_key(f->q, root, "/StructTreeRoot");

	put(f, root, "/Lang", arena_printf(f->s->mem, "(%s-NO)", lang_code(f->s->doc->lang)));
	put(f, root, "/ViewerPreferences", "<< /DisplayDocTitle true >>");
	metadata(f, root);
	forget_decoration(f, tree);
	walk(f, tree, 0);
	for (int i = 0; i < qpdf_get_num_pages(f->q); i++) {
		qpdf_oh page = qpdf_get_page_n(f->q, (size_t)i);

		put(f, page, "/Tabs", "/S");
		mark_artifacts(f, page);
	}
}

enum outcome pdf_finish(const struct sheet *s, const char *from, const char *to)
{
	struct finish f = { .q = qpdf_init(), .s = s };
	bool well;

	qpdf_set_suppress_warnings(f.q, QPDF_TRUE);
	well = !(qpdf_read(f.q, from, NULL) & QPDF_ERRORS);
	if (well) {
		finish(&f);
		well = !qpdf_has_error(f.q) && !(qpdf_init_write(f.q, to) & QPDF_ERRORS);
	}
	if (well) {
		qpdf_set_deterministic_ID(f.q, QPDF_TRUE);
		well = !(qpdf_write(f.q) & QPDF_ERRORS);
	}
	if (!well)
		log_warn("pdf: %s", qpdf_get_error_full_text(f.q, qpdf_get_error(f.q)));
	qpdf_cleanup(&f.q);
	return well ? OUTCOME_OK : OUTCOME_UNAVAILABLE;
}
