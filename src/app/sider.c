#include "app/sider.h"

#include "app/telefon/telefon.h"

const struct page *const all_pages[] = {
	telefon_pages,
	NULL
};
