/* The server's lock is a file of its own: SQLite's locks come and go with every
 * transaction, this one is held as long as the server lives.  The kernel lets go of
 * it however the process dies, so there is nothing to clean up after a crash. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "lib/buf.h"
#include "store/inside.h"

bool store_lock(struct store *st, const char *dir)
{
	struct buf path = buf_in(NULL);
	int fd, why;

	buf_printf(&path, "%s/laas", dir);
	fd = open(path.p, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	buf_free(&path);
	if (fd < 0)
		return false;
	if (flock(fd, LOCK_EX | LOCK_NB) != 0) {
		why = errno;
		close(fd);
		errno = why;
		return false;
	}
	st->lock = fd;
	return true;
}

void store_unlock(struct store *st)
{
	if (st->lock >= 0)
		close(st->lock);
	st->lock = -1;
}
