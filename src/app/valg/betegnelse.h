/* betegnelse.h - every body, post and office of the rules by the name people know. */
#ifndef APP_VALG_BETEGNELSE_H
#define APP_VALG_BETEGNELSE_H

#include "rules/valg/organ.h"

const char *organ_name(enum organ);             /* msgid: "kontrollutvalget"         */
const char *stilling_name(enum stilling);       /* msgid: "revisor for kommunen"     */
const char *verv_name(enum verv);               /* msgid                             */

#endif
