/* forventninger - two lists side by side: what councillors expect of the administration, and
 * the administration of the councillors. */
#include "app/aktivitet/slag/kortslag.h"
#include "app/aktivitet/slag/slag.h"
#include "web/text.h"

const struct kind kind_forventninger = {
	.name = "forventninger", .label = N_("Forventninger"), .icon = "forventninger",
	CARDS_ROW,
};
