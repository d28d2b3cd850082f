#include "app/lov/lovdata.h"

#include <string.h>

#include "app/lov/xml.h"
#include "lib/arena.h"
#include "lib/buf.h"
#include "lib/tid.h"
#include "lib/utf8.h"

#define SECTIONS_MOST 2000
#define LEDD_MOST 200

struct reader {
	struct xml x;
	struct lovdata *out;
	const char *mark;               /* of a list item that has no text yet                */
	struct buf ledd[LEDD_MOST];
	size_t n_ledd;
	const char *unknown;
};

static bool in_list(const char *name, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(name, list[i]) == 0)
			return true;
	return false;
}

/* What text may be set in without a line of its own. */
static bool is_inline(const char *name)
{
	static const char *const names[] = {
		"a", "b", "em", "i", "span", "strong", "sub", "sup", "u",
	};

	return in_list(name, names, sizeof names / sizeof names[0]);
}

static bool is_block(const struct xml *x)
{
	static const char *const names[] = { "br", "li", "ol", "p", "ul" };

	if (strcmp(x->name, "article") == 0)
		return xml_has_class(x, "legalP") || xml_has_class(x, "numberedLegalP") ||
		       xml_has_class(x, "listArticle");
	return in_list(x->name, names, sizeof names / sizeof names[0]);
}

static bool is_note(const struct xml *x)
{
	return xml_has_class(x, "legalArticleHeader") || xml_has_class(x, "changesToParent") ||
	       xml_has_class(x, "footnotes") || xml_has_class(x, "footnote") ||
	       xml_has_class(x, "footnotereference");
}

/* To the end of the element that was begun last. */
static void pass(struct xml *x)
{
	const size_t depth = x->depth;

	for (enum xml_piece p; (p = xml_next(x)) != XML_WRONG && p != XML_DONE;)
		if (p == XML_END && x->depth < depth)
			return;
}

static void note_unknown(struct reader *r, const char *what)
{
	if (r->unknown == NULL)
		r->unknown = arena_printf(r->x.mem, "%s på linje %d", what, r->x.line);
}

static void unknown_element(struct reader *r)
{
	const char *class = xml_value(&r->x, "class");

	note_unknown(r, arena_printf(r->x.mem, *class != '\0' ? "<%s class=\"%s\">" : "<%s>",
	                             r->x.name, class));
	pass(&r->x);
}

static bool is_blank(const char *text)
{
	return text[strspn(text, " \t\r\n")] == '\0';
}

static void new_line(struct reader *r, struct buf *b)
{
	if (r->mark != NULL || b->n == 0)
		return;
	if (b->p[b->n - 1] == ' ')
		b->p[--b->n] = '\0';
	if (b->n > 0 && b->p[b->n - 1] != '\n')
		buf_putc(b, '\n');
}

static void put_mark(struct reader *r, struct buf *b)
{
	if (r->mark != NULL && *r->mark != '\0')
		buf_printf(b, "%s ", r->mark);
	r->mark = NULL;
}

/* Some texts have the mark of their item written out. */
static bool begins_with_word(const char *text, const char *word)
{
	const size_t n = strlen(word);

	return strncmp(text, word, n) == 0 && (text[n] == ' ' || text[n] == '\n');
}

static void add(struct reader *r, struct buf *b, const char *text)
{
	if (r->mark != NULL && is_blank(text))
		return;
	if (r->mark != NULL) {
		text += strspn(text, " \t\r\n");
		if (!begins_with_word(text, r->mark))
			put_mark(r, b);
		r->mark = NULL;
	}
	for (; *text != '\0'; text++) {
		const bool space = strchr(" \t\r\n", *text) != NULL;

		if (!space)
			buf_putc(b, *text);
		else if (b->n > 0 && b->p[b->n - 1] != ' ' && b->p[b->n - 1] != '\n')
			buf_putc(b, ' ');
	}
}

/* All the text of the element that was begun last, lists and all. */
static void read_words(struct reader *r, struct buf *b)
{
	struct xml *x = &r->x;
	const size_t depth = x->depth;

	for (enum xml_piece p; (p = xml_next(x)) != XML_WRONG && p != XML_DONE;) {
		if (p == XML_TEXT) {
			add(r, b, x->text);
		} else if (p == XML_END) {
			if (strcmp(x->name, "li") == 0 || strcmp(x->name, "ol") == 0 ||
			    strcmp(x->name, "ul") == 0 || strcmp(x->name, "p") == 0) {
				r->mark = NULL;
				new_line(r, b);
			}
			if (x->depth < depth)
				return;
		} else if (is_note(x)) {
			pass(x);
		} else if (is_block(x)) {
			const bool item = strcmp(x->name, "li") == 0;

			if (item)
				put_mark(r, b);
			new_line(r, b);
			if (item)
				r->mark = xml_value(x, "data-name");
		} else if (!is_inline(x->name)) {
			unknown_element(r);
		}
	}
}

/* A child of the section. */
static void read_child(struct reader *r)
{
	struct xml *x = &r->x;
	const bool article = strcmp(x->name, "article") == 0;
	const bool goes_on = strcmp(x->name, "ol") == 0 || strcmp(x->name, "ul") == 0 ||
	                     xml_has_class(x, "leddfortsettelse");

	r->mark = NULL;
	if (is_note(x)) {
		pass(x);
	} else if (article && r->n_ledd < LEDD_MOST &&
	           (xml_has_class(x, "legalP") || xml_has_class(x, "numberedLegalP"))) {
		r->ledd[r->n_ledd] = buf_in(x->mem);
		buf_puts(&r->ledd[r->n_ledd], "");
		read_words(r, &r->ledd[r->n_ledd++]);
	} else if (goes_on && r->n_ledd > 0) {
		new_line(r, &r->ledd[r->n_ledd - 1]);
		read_words(r, &r->ledd[r->n_ledd - 1]);
	} else {
		unknown_element(r);
	}
}

/* "§ 7-6" -> "7-6" */
static const char *section_name(struct arena *mem, const char *name)
{
	struct buf b = buf_in(mem);

	buf_puts(&b, "");
	if (strncmp(name, "§", strlen("§")) == 0)
		name += strlen("§");
	for (; *name != '\0'; name++)
		if (*name != ' ')
			buf_putc(&b, *name);
	return b.p;
}

static void read_section(struct reader *r)
{
	struct xml *x = &r->x;
	const size_t depth = x->depth;
	struct lovdata_section s = { .name = section_name(x->mem, xml_value(x, "data-name")) };

	r->n_ledd = 0;
	r->unknown = NULL;
	for (enum xml_piece p; (p = xml_next(x)) != XML_WRONG && p != XML_DONE;) {
		if (p == XML_END && x->depth < depth)
			break;
		if (p == XML_START)
			read_child(r);
		else if (p == XML_TEXT && !is_blank(x->text))
			note_unknown(r, "tekst utenfor ledd");
	}
	s.unknown = r->unknown;
	if (s.unknown == NULL) {
		s.ledd = arena_array(x->mem, r->n_ledd, sizeof *s.ledd);
		s.n_ledd = r->n_ledd;
	}
	for (size_t i = 0; i < s.n_ledd; i++)
		s.ledd[i] = utf8_clean(x->mem, r->ledd[i].p, true);
	r->out->section[r->out->n++] = s;
}

static const char *read_field(struct reader *r)
{
	struct buf b = buf_in(r->x.mem);

	buf_puts(&b, "");
	r->mark = NULL;
	read_words(r, &b);
	return utf8_clean(r->x.mem, b.p, false);
}

/* "2024-07-01", or the first of several; NULL: no date. */
static const char *first_date(struct arena *mem, const char *text)
{
	const char *day = arena_strndup(mem, text, strnlen(text, 10));

	return tid_is_date(day) ? day : NULL;
}

/* What stands anywhere in the document. */
static void read_element(struct reader *r, bool *body)
{
	struct xml *x = &r->x;

	if (strcmp(x->name, "main") == 0 && xml_has_class(x, "documentBody"))
		*body = true;
	else if (strcmp(x->name, "dd") == 0 && xml_has_class(x, "legacyID"))
		r->out->number = read_field(r);
	else if (strcmp(x->name, "dd") == 0 && xml_has_class(x, "lastChangeInForce"))
		r->out->changed = first_date(x->mem, read_field(r));
	else if (*body && strcmp(x->name, "article") == 0 && xml_has_class(x, "legalArticle"))
		read_section(r);
}

const char *lovdata_read(struct arena *mem, const char *file, size_t n, struct lovdata *out)
{
	struct reader *r = arena_get(mem, sizeof *r);
	bool body = false;
	enum xml_piece p;

	*out = (struct lovdata){ .number = "" };
	out->section = arena_array(mem, SECTIONS_MOST, sizeof *out->section);
	r->out = out;
	xml_begin(&r->x, mem, file, n);
	while ((p = xml_next(&r->x)) != XML_WRONG && p != XML_DONE) {
		if (out->n == SECTIONS_MOST)
			return "filen har for mange paragrafer";
		if (p == XML_START)
			read_element(r, &body);
	}
	if (p == XML_WRONG)
		return r->x.error;
	if (*out->number == '\0' || out->n == 0)
		return "filen er ikke en lov fra Lovdatas åpne data";
	return NULL;
}
