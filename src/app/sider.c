#include "app/sider.h"

#include "app/kommune/kommune.h"
#include "app/konto/konto.h"
#include "app/telefon/telefon.h"

const struct page *const all_pages[] = {
	kommune_pages,
	konto_pages,
	telefon_pages,
	NULL
};
