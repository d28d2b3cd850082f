/* ark.h - what the sheets draw. */
#ifndef APP_UTSKRIFT_ARK_H
#define APP_UTSKRIFT_ARK_H

#include "app/samling/samling.h"
#include "web/html.h"

#define NETWORK_MAX 32          /* what the standard has room for */
#define PASSWORD_MAX 63

struct wifi_sheet {
	const char *network, *password;         /* password "": an open network */
	struct html network_qr;
	struct way_in way;
};

#endif
