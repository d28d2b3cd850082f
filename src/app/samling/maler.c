/* maler.c - the templates inside the program: innhold/maler/, one for each language. */
#include <string.h>

#include "app/samling/fil.h"
#include "lib/log.h"
#include "web/text.h"

extern const unsigned char mal_basisprogram_nb[], mal_basisprogram_nn[];
extern const unsigned char mal_folkevalgtdag_nb[], mal_folkevalgtdag_nn[];
extern const size_t mal_basisprogram_nb_size, mal_basisprogram_nn_size;
extern const size_t mal_folkevalgtdag_nb_size, mal_folkevalgtdag_nn_size;

const struct fil_template fil_template[] = {
	{ "basisprogram", N_("Basisprogram, to dager"),
	  { mal_basisprogram_nb, mal_basisprogram_nn },
	  { &mal_basisprogram_nb_size, &mal_basisprogram_nn_size } },
	{ "folkevalgtdag", N_("Folkevalgtdag, to timer"),
	  { mal_folkevalgtdag_nb, mal_folkevalgtdag_nn },
	  { &mal_folkevalgtdag_nb_size, &mal_folkevalgtdag_nn_size } },
	{ 0 }
};

enum outcome fil_from_template(struct arena *mem, const char *name, enum lang lang,
                               struct fil *f)
{
	const char *error;

	for (const struct fil_template *t = fil_template; t->name != NULL; t++) {
		if (strcmp(t->name, name) != 0)
			continue;
		if (fil_read(mem, LANG_NB, (const char *)t->text[lang], *t->n[lang], f,
		             &error) != OUTCOME_OK)
			log_fatal("the template %s cannot be read: %s", name, error);
		return OUTCOME_OK;
	}
	return OUTCOME_NOT_FOUND;
}
