#include "app/regler/inntekt.h"

#include "app/regler/inntekt.html.h"
#include "app/regler/regelstoff.h"
#include "lib/arena.h"
#include "web/text.h"

extern const unsigned char inntekter_json[];
extern const size_t inntekter_json_size;

static int whole_number(const json_t *o, const char *name)
{
	return (int)json_integer_value(json_object_get(o, name));
}

static struct inntekt_source source(struct arena *mem, enum lang lang, const json_t *all,
                                    const json_t *of)
{
	const json_t *s = json_object_get(json_object_get(all, "kilder"),
	                                  regelstoff_text(mem, of, "kilde"));

	return (struct inntekt_source){
		.name = regelstoff_words(mem, lang, s),
		.address = json_object_get(s, "adresse") == NULL ? "" :
		           regelstoff_text(mem, s, "adresse"),
		.seen = regelstoff_text(mem, s, "sett"), .year = whole_number(s, "aar"),
	};
}

static struct inntekt_picture picture(struct arena *mem, enum lang lang, const json_t *all,
                                      const json_t *in)
{
	const json_t *words = json_object_get(in, lang_code(lang));
	const json_t *parts = json_object_get(in, "deler");
	const size_t n = json_array_size(parts);
	struct inntekt_part *part = arena_array(mem, n, sizeof *part);

	for (size_t i = 0; i < n; i++) {
		const json_t *p = json_array_get(parts, i);

		part[i] = (struct inntekt_part){
			.name = regelstoff_words(mem, lang, p),
			.tenths = whole_number(p, "tideler"),
			.billions = whole_number(p, "milliarder"),
			.is_free = json_is_true(json_object_get(p, "fri")),
			.ours = json_is_true(json_object_get(p, "utregnet")),
		};
	}
	return (struct inntekt_picture){
		.id = regelstoff_text(mem, in, "id"),
		.title = regelstoff_text(mem, words, "tittel"),
		.about = regelstoff_text(mem, words, "om"),
		.source = source(mem, lang, all, in),
		.whole = json_is_true(json_object_get(in, "helhet")),
		.billions = whole_number(in, "milliarder"), .part = part, .n = n,
	};
}

struct inntekter inntekter(struct arena *mem, enum lang lang)
{
	json_t *all = regelstoff_open("inntekter.json", inntekter_json, inntekter_json_size);
	const json_t *pictures = json_object_get(all, "bilder");
	const json_t *figures = json_object_get(all, "tall");
	struct inntekter out = { .n_picture = json_array_size(pictures),
	                         .n_figure = json_array_size(figures) };
	struct inntekt_picture *p = arena_array(mem, out.n_picture, sizeof *p);
	struct inntekt_figure *f = arena_array(mem, out.n_figure, sizeof *f);

	for (size_t i = 0; i < out.n_picture; i++)
		p[i] = picture(mem, lang, all, json_array_get(pictures, i));
	for (size_t i = 0; i < out.n_figure; i++) {
		const json_t *in = json_array_get(figures, i);

		f[i] = (struct inntekt_figure){
			.name = regelstoff_words(mem, lang, in),
			.value = regelstoff_text(mem, in, "verdi"),
			.source = source(mem, lang, all, in),
		};
	}
	json_decref(all);
	out.picture = p;
	out.figure = f;
	return out;
}

const char *inntekt_share(struct arena *mem, int tenths)
{
	return arena_printf(mem, "%d,%d %%", tenths / 10, tenths % 10);
}

enum outcome inntekt_page(struct req *r)
{
	struct out o = out_new(r->mem, r->lang);
	const struct inntekter all = inntekter(r->mem, r->lang);

	t_inntekter(&o, r->mem, &all);
	return page_staff(r, tr(r->lang, N_("Hvor pengene kommer fra")), out_html(&o));
}
