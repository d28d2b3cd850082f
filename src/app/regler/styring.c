#include "app/regler/styring.h"

#include <string.h>

#include "app/regler/regelstoff.h"
#include "app/regler/styring.html.h"
#include "lib/arena.h"
#include "lib/log.h"
#include "web/text.h"

extern const unsigned char styringsformer_json[], avgjoerelser_json[];
extern const size_t styringsformer_json_size, avgjoerelser_json_size;

const struct avgjoer_info avgjoer_infos[AVGJOER__MAX] = {
	[AVGJOER_KOMMUNESTYRET] = { "kommunestyret", N_("Kommunestyret selv"),
		N_("Står det «selv» i loven, leses det slik at andre ikke kan få avgjøre.") },
	[AVGJOER_ORGANET] = { "organet", N_("Organet som har møte, eller den som leder møtet"),
		N_("Det gjelder i kommunestyret, i formannskapet og i utvalgene.") },
	[AVGJOER_ADMINISTRASJONEN] = { "administrasjonen", N_("Kommunedirektøren"),
		N_("Med parlamentarisk styreform leder kommunerådet administrasjonen.") },
	[AVGJOER_DELEGERT] = { "delegert", N_("Det kommer an på reglementet deres"),
		N_("Se i reglementet for delegering og innstilling hvem som har saken hos dere.") },
	[AVGJOER_ANDRE] = { "andre", N_("Andre"), N_("Ikke alt ligger hos kommunestyret.") },
};

static struct styring_cell cell(struct arena *mem, const char *text, const json_t *keys)
{
	struct styring_cell c = { .text = text };

	c.n_lov = regelstoff_lov(mem, keys, &c.lov);
	return c;
}

size_t styring_rows(struct arena *mem, enum lang lang, const struct styring_row **out)
{
	json_t *all = regelstoff_open("styringsformer.json", styringsformer_json,
	                              styringsformer_json_size);
	const size_t n = json_array_size(all);
	struct styring_row *row = arena_array(mem, n, sizeof *row);

	for (size_t i = 0; i < n; i++) {
		const json_t *in = json_array_get(all, i);
		const json_t *words = json_object_get(in, lang_code(lang));

		row[i] = (struct styring_row){
			.topic = regelstoff_text(mem, words, "tema"),
			.formannskap = cell(mem, regelstoff_text(mem, words, "formannskap"),
			                    json_object_get(in, "formannskap")),
			.parlament = cell(mem, regelstoff_text(mem, words, "parlament"),
			                  json_object_get(in, "parlament")),
		};
	}
	json_decref(all);
	*out = row;
	return n;
}

static enum avgjoer who(const char *key)
{
	for (size_t i = 0; i < AVGJOER__MAX; i++)
		if (strcmp(avgjoer_infos[i].key, key) == 0)
			return (enum avgjoer)i;
	log_fatal("innhold/avgjoerelser.json: nobody is called %s", key);
}

size_t avgjoerelser(struct arena *mem, enum lang lang, const struct avgjoerelse **out)
{
	json_t *all = regelstoff_open("avgjoerelser.json", avgjoerelser_json,
	                              avgjoerelser_json_size);
	const size_t n = json_array_size(all);
	struct avgjoerelse *a = arena_array(mem, n, sizeof *a);

	for (size_t i = 0; i < n; i++) {
		const json_t *in = json_array_get(all, i);
		const json_t *words = json_object_get(in, lang_code(lang));

		a[i] = (struct avgjoerelse){
			.who = who(regelstoff_text(mem, in, "hvem")),
			.matter = regelstoff_text(mem, words, "sak"),
			.answer = cell(mem, regelstoff_text(mem, words, "svar"),
			               json_object_get(in, "lov")),
		};
	}
	json_decref(all);
	*out = a;
	return n;
}

enum outcome styringsformer_page(struct req *r)
{
	struct out o = out_new(r->mem, r->lang);
	const struct styring_row *row;
	const size_t n = styring_rows(r->mem, r->lang, &row);

	t_styringsformer(&o, r->mem, row, n);
	return page_staff(r, tr(r->lang, N_("To styringsformer")), out_html(&o));
}

enum outcome avgjoer_page(struct req *r)
{
	struct out o = out_new(r->mem, r->lang);
	const struct avgjoerelse *a;
	const size_t n = avgjoerelser(r->mem, r->lang, &a);

	t_avgjoer(&o, r->mem, a, n);
	return page_staff(r, tr(r->lang, N_("Hvem avgjør?")), out_html(&o));
}
