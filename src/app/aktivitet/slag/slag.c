#include "app/aktivitet/slag/slag.h"

/* In the order in which the editor offers them. */
const struct kind *const kind_table[] = {
	&kind_innledning, &kind_pause, &kind_ordsky, &kind_flervalg, &kind_dilemma,
	&kind_aapent, NULL
};
