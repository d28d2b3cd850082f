/* slag.h - the rows of kind_table[] (slag.c): one kind a file. */
#ifndef APP_AKTIVITET_SLAG_SLAG_H
#define APP_AKTIVITET_SLAG_SLAG_H

#include "app/aktivitet/kind.h"

extern const struct kind kind_aapent, kind_dilemma, kind_evaluering, kind_fakta,
	kind_flertallsvalg, kind_flervalg, kind_forholdsvalg, kind_forventninger, kind_gjensyn,
	kind_gruppearbeid, kind_habilitetssak, kind_innledning, kind_kjoereregler,
	kind_kommunetorg, kind_ordsky, kind_pause, kind_presentasjonsrunde, kind_prikker,
	kind_puls, kind_rangering, kind_refleksjon, kind_regelkort, kind_skala, kind_talerliste;

#endif
