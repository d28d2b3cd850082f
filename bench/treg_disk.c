/* treg_disk.c - a disk that takes five milliseconds to promise anything.
 *
 * For LD_PRELOAD: every fsync and fdatasync of the process waits before it is done.
 */
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static void wait_for_the_disk(void)
{
	const struct timespec t = { 0, 5000000 };

	nanosleep(&t, NULL);
}

__attribute__((visibility("default"))) int fsync(int fd)
{
	wait_for_the_disk();
	return (int)syscall(SYS_fsync, fd);
}

__attribute__((visibility("default"))) int fdatasync(int fd)
{
	wait_for_the_disk();
	return (int)syscall(SYS_fdatasync, fd);
}
