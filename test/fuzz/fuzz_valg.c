/* Any bytes as a file of election cases: an answer is a result, or an error. */
#include "app/valg/sak.h"
#include "saker.h"

static void take(void *arg, const struct saksfil_answer *a)
{
	must((json_object_get(a->json, "result") != NULL) == (a->error == NULL));
	keep(arg, a);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	answered_alike(sak_each, take, data, n);
	return 0;
}
