#include "valg_sak_help.h"

#include "app/valg/sak.h"

void (*const cases_each)(const char *, size_t, cases_take *, void *) = sak_each;

const json_t *answer_result(const struct answers *a, size_t i)
{
	return json_object_get(json_array_get(a->all, i), "result");
}
