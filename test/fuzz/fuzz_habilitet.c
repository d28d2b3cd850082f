/* Any bytes as a file of cases of impartiality: an answer has a section or a question, and factors
 * only where the body assesses. */
#include "app/habilitet/sak.h"
#include "saker.h"

static void take(void *arg, const struct saksfil_answer *a)
{
	const char *answer = json_string_value(json_object_get(a->json, "answer"));

	must((answer != NULL) == (a->error == NULL));
	if (answer != NULL) {
		must(json_array_size(json_object_get(a->json, "sections")) > 0 ||
		     json_array_size(json_object_get(a->json, "missing")) > 0);
		must((strcmp(answer, "skjonn") == 0) ==
		     (json_array_size(json_object_get(a->json, "factors")) > 0));
	}
	keep(arg, a);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	answered_alike(habil_each, take, data, n);
	return 0;
}
