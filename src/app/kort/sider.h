/* sider.h - what the pages of the cards draw from. */
#ifndef APP_KORT_SIDER_H
#define APP_KORT_SIDER_H

#include "app/kort/kort.h"
#include "app/samling/samling.h"
#include "web/page.h"

struct card_screen {
	struct samling *s;
	struct activity *a;
	const struct cards *c;
};

#endif
