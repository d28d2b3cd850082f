/* ark.h - what the sheets draw. */
#ifndef APP_UTSKRIFT_ARK_H
#define APP_UTSKRIFT_ARK_H

#include "web/html.h"

struct wifi_sheet {
	const char *host, *network, *password;  /* password "": an open network */
	struct html network_qr, join_qr;
};

#endif
