/* kjoereregler - ground rules: gathered, merged, given dots, adopted; and how it went. */
#include "app/aktivitet/slag/kortslag.h"
#include "app/aktivitet/slag/slag.h"
#include "web/text.h"

const struct kind kind_kjoereregler = {
	.name = "kjoereregler", .label = N_("Kjøreregler"), .icon = "kjoereregler",
	CARDS_ROW,
};
