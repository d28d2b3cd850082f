/* koe.h - the queue: what is ordered is done, one at a time, in a process of its own.
 *
 * Only files tell how far a job has come (app/jobb/jobb.h), so this may be killed at any
 * moment: what was at work is done again, and what has failed twice is left as failed.
 */
#ifndef JOBB_KOE_H
#define JOBB_KOE_H

#include <stdbool.h>

/* What the program is called with when it is a worker, see main.c. */
#define WORKER_FLAG "--gjoer"
#define DAILY_FLAG "--daglig"
#define WORKER_INVALID 4        /* its exit status: a line on standard output says why */

/* Until SIGTERM, or (once) until nothing waits.  The exit status of the program. */
int queue_run(const char *dir, bool once);

#endif
