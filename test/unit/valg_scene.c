#include "valg_scene.h"

#include "app/valg/valg.h"

struct site_test *t;
struct browser secretary;

int valg_scene_open(void **state)
{
	static const struct page *const tables[] = { valg_pages, valg_fil_pages, NULL };

	(void)state;
	t = site_open(tables);
	secretary = (struct browser){ .t = t };
	return 0;
}

int valg_scene_close(void **state)
{
	(void)state;
	site_close(t);
	return 0;
}

const char *page(const char *path)
{
	struct answer a = site_get(&secretary, path);

	assert_int_equal(a.status, 200);
	return a.body;
}
