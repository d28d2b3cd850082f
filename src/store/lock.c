/* The server's lock is a file of its own: SQLite's locks come and go with every
 * transaction, this one is held as long as the server lives.  The kernel lets go of
 * it however the process dies, so there is nothing to clean up after a crash. */
#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "lib/buf.h"
#include "store/inside.h"

static int lock(const char *path, int flags, int how)
{
	int fd = open(path, flags | O_CLOEXEC | O_NOFOLLOW, 0600), why;

	if (fd < 0 || flock(fd, how) == 0)
		return fd;
	why = errno;
	close(fd);
	errno = why;
	return -1;
}

bool store_lock(struct store *st, const char *dir, bool alone)
{
	struct buf path = buf_in(NULL);

	buf_printf(&path, "%s/laas", dir);
	st->lock = lock(path.p, O_RDWR | O_CREAT, (alone ? LOCK_EX : LOCK_SH) | LOCK_NB);
	buf_free(&path);
	return st->lock >= 0;
}

void store_unlock(struct store *st)
{
	if (st->lock >= 0)
		close(st->lock);
	st->lock = -1;
}

int store_lock_opening(const char *dir)
{
	return lock(dir, O_RDONLY | O_DIRECTORY, LOCK_EX);
}
