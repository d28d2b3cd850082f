/* inntekt.h - where the money of municipalities comes from: innhold/inntekter.json, dated figures
 * with their source.
 *
 * A picture is a whole only when the file says so; the shares of the others are shown as chosen
 * sources, since they do not add up to 100.  What we have worked out ourselves by subtraction is
 * marked.  Shares are in tenths of a percent.  Everything lives in the arena.
 */
#ifndef APP_REGLER_INNTEKT_H
#define APP_REGLER_INNTEKT_H

#include <stdbool.h>
#include <stddef.h>

#include "web/page.h"

struct inntekt_source {
	const char *name;               /* in the language                           */
	const char *address;            /* "": it is not on the net                  */
	const char *seen;               /* the day we held it against the source     */
	int year;
};

struct inntekt_part {
	const char *name;
	int tenths;                     /* 391 is 39.1 percent                       */
	int billions;                   /* kroner; 0: not told                       */
	bool is_free;                   /* frie inntekter                            */
	bool ours;                      /* worked out by subtraction                 */
};

struct inntekt_picture {
	const char *id, *title, *about;
	struct inntekt_source source;
	bool whole;
	int billions;                   /* of a whole; else 0                        */
	const struct inntekt_part *part;
	size_t n;
};

struct inntekt_figure {
	const char *name, *value;       /* "11,35 %"                                 */
	struct inntekt_source source;
};

struct inntekter {
	const struct inntekt_picture *picture;
	size_t n_picture;
	const struct inntekt_figure *figure;
	size_t n_figure;
};

struct inntekter inntekter(struct arena *, enum lang);

/* "39,1 %". */
const char *inntekt_share(struct arena *, int tenths);

enum outcome inntekt_page(struct req *) MUST;

#endif
