/* html.h - HTML is a type.
 *
 * Templates (.html beside each feature) are compiled to C functions by
 * tool/htmlgen; each `{{value}}` becomes a call that escapes for the place it
 * stands in.  A `struct html` is mark-up that is already safe; only the templates
 * and web/qr.c make one, so text cannot slip in as mark-up.
 */
#ifndef WEB_HTML_H
#define WEB_HTML_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/buf.h"

enum lang { LANG_NB, LANG_NN, LANG__MAX };

/* What a template writes to. */
struct out {
	struct buf buf;
	enum lang lang;
};

struct html { const char *p; size_t n; };      /* immutable, in some arena */

struct out out_new(struct arena *, enum lang);
struct html out_html(const struct out *);       /* what has been written     */

/* Called by compiled templates only.  The place is chosen by htmlgen, the type by
 * the compiler.  A NULL text writes nothing; a bool does not compile, use {{? }}. */
#define OUT_FOR(v, str, num) _Generic((v), \
	char *: str, const char *: str, \
	signed char: num, unsigned char: num, short: num, unsigned short: num, \
	int: num, unsigned: num, long: num, unsigned long: num, \
	long long: num, unsigned long long: num)
#define out_text(o, v) OUT_FOR(v, out_text_str, out_text_int)(o, v)
#define out_url(o, v) _Generic((v), char *: out_url_str, const char *: out_url_str)(o, v)
#define out_url_part(o, v) OUT_FOR(v, out_url_part_str, out_url_part_int)(o, v)

void out_raw(struct out *, const char *, size_t n);
void out_text_str(struct out *, const char *);       /* also quoted attributes */
void out_text_int(struct out *, int64_t);
void out_url_str(struct out *, const char *);        /* whole href/src/action: own paths,
                                                        http(s), mailto, tel; else "#" */
void out_url_part_str(struct out *, const char *);   /* part of a URL: %-encoded */
void out_url_part_int(struct out *, int64_t);
void out_html_value(struct out *, struct html);
void out_tr(struct out *, const char *msgid);        /* translated, escaped    */
void out_trf(struct out *, const char *msgid, ...)   /* translated format; %s and %d
                                                        arguments; escaped     */
	__attribute__((format(printf, 2, 3)));
void out_trn(struct out *, const char *one, const char *many, int64_t n);

#endif
