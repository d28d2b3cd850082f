/* innstilling.h - what the program remembers about itself from one start to the next. */
#ifndef APP_DRIFT_INNSTILLING_H
#define APP_DRIFT_INNSTILLING_H

#include "store/store.h"

#define SETTING_BASE "base"                   /* the address people use             */
#define SETTING_BACKUP "sikkerhetskopi"       /* when the last copy was taken, ms    */

/* Both need RIGHT_SYSTEM.  *value "" when it was never set. */
enum outcome setting_read(struct store *, struct arena *, const char *name,
                          const char **value) MUST;
enum outcome setting_write(struct store *, struct arena *, const char *name,
                           const char *value) MUST;

#endif
