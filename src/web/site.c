#include "web/site.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "lib/log.h"
#include "lib/world.h"

static bool key_read(struct site *s, const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t n;

	if (fd < 0)
		return false;
	n = read(fd, s->key, SITE_KEY_BYTES);
	close(fd);
	return n == SITE_KEY_BYTES;
}

bool site_key_load(struct site *s)
{
	char path[PATH_MAX];
	int fd;
	bool ok;

	snprintf(path, sizeof path, "%s/noekkel", s->dir);
	if (key_read(s, path))
		return true;
	world_random(s->world, s->key, SITE_KEY_BYTES);
	fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	ok = fd >= 0 && write(fd, s->key, SITE_KEY_BYTES) == SITE_KEY_BYTES && fsync(fd) == 0;
	if (!ok)
		log_warn("cannot write %s: %s", path, strerror(errno));
	if (fd >= 0)
		close(fd);
	return ok;
}
