/* treg_disk.c - a disk that takes as long as it is told to promise anything.
 *
 * For LD_PRELOAD: every fsync and fdatasync of the process takes TREG_MS milliseconds and
 * does nothing else, so that what the real disk is busy with is not measured.
 */
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static int wait_for_the_disk(void)
{
	const char *told = getenv("TREG_MS");
	const long ms = told != NULL ? strtol(told, NULL, 10) : 5;
	const struct timespec t = { ms / 1000, ms % 1000 * 1000000 };

	return nanosleep(&t, NULL);
}

__attribute__((visibility("default"))) int fsync(int fd)
{
	(void)fd;
	return wait_for_the_disk();
}

__attribute__((visibility("default"))) int fdatasync(int fd)
{
	(void)fd;
	return wait_for_the_disk();
}
