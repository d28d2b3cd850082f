#include "web/html.h"

#include <stdarg.h>
#include <string.h>
#include <strings.h>

#include "lib/arena.h"
#include "web/text.h"

struct out out_new(struct arena *a, enum lang lang)
{
	return (struct out){ .buf = buf_in(a), .lang = lang };
}

struct html out_html(const struct out *o)
{
	return (struct html){ .p = o->buf.p ? o->buf.p : "", .n = o->buf.n };
}

void out_raw(struct out *o, const char *p, size_t n)
{
	buf_add(&o->buf, p, n);
}

void out_text_str(struct out *o, const char *s)
{
	if (s == NULL)
		return;
	for (;;) {
		size_t n = strcspn(s, "&<>\"'");

		buf_add(&o->buf, s, n);
		s += n;
		switch (*s++) {
		case '&': buf_puts(&o->buf, "&amp;"); break;
		case '<': buf_puts(&o->buf, "&lt;"); break;
		case '>': buf_puts(&o->buf, "&gt;"); break;
		case '"': buf_puts(&o->buf, "&quot;"); break;
		case '\'': buf_puts(&o->buf, "&#39;"); break;
		case '\0': return;
		}
	}
}

void out_text_int(struct out *o, int64_t n)
{
	buf_printf(&o->buf, "%lld", (long long)n);
}

/* Browsers drop tabs and line breaks in a URL and take \ for /, so that "/\t/x" and
 * "/\x" lead to another host: neither has a place in an address of ours. */
static bool url_leads_well(const char *s)
{
	static const char *const schemes[] = { "http://", "https://", "mailto:", "tel:" };

	for (const char *p = s; *p != '\0'; p++)
		if ((unsigned char)*p <= ' ' || *p == '\\' || *p == 0x7f)
			return false;
	if (s[0] == '/')
		return s[1] != '/';
	if (s[0] == '?' || s[0] == '#')
		return true;
	for (size_t i = 0; i < sizeof(schemes) / sizeof(schemes[0]); i++)
		if (strncasecmp(s, schemes[i], strlen(schemes[i])) == 0)
			return true;
	return false;
}

void out_url_str(struct out *o, const char *s)
{
	out_text_str(o, s != NULL && url_leads_well(s) ? s : "#");
}

void out_url_part_str(struct out *o, const char *s)
{
	static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
		"0123456789-._~";

	if (s == NULL)
		return;
	while (*s != '\0') {
		size_t n = strspn(s, plain);

		buf_add(&o->buf, s, n);
		s += n;
		if (*s != '\0')
			buf_printf(&o->buf, "%%%02X", (unsigned char)*s++);
	}
}

void out_url_part_int(struct out *o, int64_t n)
{
	out_text_int(o, n);
}

void out_html_value(struct out *o, struct html h)
{
	buf_add(&o->buf, h.p, h.n);
}

void out_tr(struct out *o, const char *msgid)
{
	out_text_str(o, tr(o->lang, msgid));
}

void out_trf(struct out *o, const char *msgid, ...)
{
	struct buf text = buf_in(o->buf.arena);
	va_list ap;

	va_start(ap, msgid);
	buf_vprintf(&text, tr(o->lang, msgid), ap);
	va_end(ap);
	out_text_str(o, text.p);
}

void out_trn(struct out *o, const char *one, const char *many, int64_t n)
{
	out_text_str(o, trn(o->buf.arena, o->lang, one, many, n));
}
