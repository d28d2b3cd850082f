/* slag.h - the rows: one kind a file. */
#ifndef APP_AKTIVITET_SLAG_SLAG_H
#define APP_AKTIVITET_SLAG_SLAG_H

#include "app/aktivitet/kind.h"

extern const struct kind kind_forventninger, kind_kjoereregler;
extern const struct kind kind_presentasjonsrunde, kind_talerliste;
extern const struct kind kind_aapent, kind_dilemma, kind_evaluering, kind_fakta,
	kind_flervalg, kind_gruppearbeid,
	kind_gjensyn, kind_innledning, kind_kommunetorg, kind_ordsky, kind_pause, kind_puls,
	kind_prikker, kind_rangering, kind_refleksjon, kind_skala;

#endif
