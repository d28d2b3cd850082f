#include "app/aktivitet/slag/slag.h"

/* In the order in which the editor offers them. */
const struct kind *const kind_table[] = {
	&kind_innledning, &kind_pause, &kind_presentasjonsrunde, &kind_talerliste,
	&kind_ordsky, &kind_flervalg, &kind_dilemma, &kind_habilitetssak,
	&kind_aapent, &kind_kjoereregler, &kind_forventninger, &kind_prikker,
	&kind_skala, &kind_rangering, &kind_fakta, &kind_puls,
	&kind_refleksjon, &kind_regelkort, &kind_kommunetorg, &kind_gjensyn, &kind_evaluering,
	&kind_gruppearbeid, &kind_forholdsvalg, &kind_flertallsvalg, NULL
};
