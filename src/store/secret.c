#include "store/secret.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/log.h"
#include "store/inside.h"

struct name { char text[24]; };

static struct name name_of(int64_t round)
{
	struct name n;

	snprintf(n.text, sizeof n.text, "%lld", (long long)round);
	return n;
}

static void secret_trouble(const char *what)
{
	log_warn("secrets: %s: %s", what, strerror(errno));
}

bool secrets_open(struct store *st, const char *dir)
{
	int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd < 0)
		return false;
	if (mkdirat(fd, "hemmelig", 0700) != 0 && errno != EEXIST) {
		close(fd);
		return false;
	}
	st->secret_dir = openat(fd, "hemmelig", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	close(fd);
	return st->secret_dir >= 0;
}

void secrets_close(struct store *st)
{
	if (st->secret_dir >= 0)
		close(st->secret_dir);
	st->secret_dir = -1;
}

enum outcome secret_make(struct store *st, int64_t round)
{
	unsigned char secret[SECRET_BYTES];
	int fd = openat(st->secret_dir, name_of(round).text,
	                O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	bool ok;

	world_random(&st->world, secret, sizeof secret);
	ok = fd >= 0 && write(fd, secret, sizeof secret) == (ssize_t)sizeof secret &&
	     fsync(fd) == 0 && fsync(st->secret_dir) == 0;
	sodium_memzero(secret, sizeof secret);
	if (!ok)
		secret_trouble("cannot be written");
	if (fd >= 0)
		close(fd);
	return ok ? OUTCOME_OK : OUTCOME_UNAVAILABLE;
}

static bool secret_read(struct store *st, int64_t round, unsigned char secret[SECRET_BYTES])
{
	int fd = openat(st->secret_dir, name_of(round).text, O_RDONLY | O_CLOEXEC);
	bool ok = fd >= 0 && read(fd, secret, SECRET_BYTES) == SECRET_BYTES;

	if (fd >= 0)
		close(fd);
	return ok;
}

bool secret_exists(struct store *st, int64_t round)
{
	unsigned char secret[SECRET_BYTES];
	bool ok = secret_read(st, round, secret);

	sodium_memzero(secret, sizeof secret);
	return ok;
}

static enum outcome hash_under(struct store *st, int64_t round, const void *of, size_t len,
                               unsigned char out[SECRET_KEY_BYTES])
{
	unsigned char secret[SECRET_BYTES];

	if (!secret_read(st, round, secret))
		return OUTCOME_NOT_FOUND;
	crypto_generichash(out, SECRET_KEY_BYTES, of, len, secret, sizeof secret);
	sodium_memzero(secret, sizeof secret);
	return OUTCOME_OK;
}

enum outcome secret_key(struct store *st, int64_t round, const char *token,
                        unsigned char key[SECRET_KEY_BYTES])
{
	return hash_under(st, round, token, strlen(token), key);
}

/* What is hashed begins with a zero byte: a token never does, so no mask is part of a key. */
enum outcome secret_mask(struct store *st, int64_t round,
                         const unsigned char key[SECRET_KEY_BYTES], unsigned char *mask)
{
	unsigned char of[1 + SECRET_KEY_BYTES] = { 0 }, out[SECRET_KEY_BYTES];
	enum outcome went;

	memcpy(of + 1, key, SECRET_KEY_BYTES);
	went = hash_under(st, round, of, sizeof of, out);
	if (went == OUTCOME_OK)
		*mask = out[0];
	return went;
}

/* Overwritten before it is removed: the name alone going would leave the bytes. */
static void destroy(struct store *st, const char *name)
{
	static const unsigned char zero[SECRET_BYTES];
	int fd = openat(st->secret_dir, name, O_WRONLY | O_CLOEXEC);

	if (fd >= 0) {
		if (write(fd, zero, sizeof zero) != (ssize_t)sizeof zero || fsync(fd) != 0)
			secret_trouble("cannot be overwritten");
		close(fd);
	}
	if (unlinkat(st->secret_dir, name, 0) != 0 && errno != ENOENT)
		secret_trouble("cannot be removed");
}

void secret_forget_after_commit(struct store *st, int64_t round)
{
	if (st->n_forget == FORGET_MAX)
		log_fatal("more than %d rounds closed in one turn", FORGET_MAX);
	st->forget[st->n_forget++] = round;
}

/* The secrets go last: one that is found at the next start tells that the log may still
 * have what it should not. */
void secrets_committed(struct store *st)
{
	size_t n = st->n_forget;

	st->n_forget = 0;
	if (n > 0 || st->log_remembers)
		st->log_remembers = store_forget_log(st) != OUTCOME_OK;
	for (size_t i = 0; i < n; i++)
		destroy(st, name_of(st->forget[i]).text);
}

enum outcome secret_sweep(struct store *st, bool (*keep)(void *arg, int64_t round), void *arg)
{
	int fd = openat(st->secret_dir, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *d = fd >= 0 ? fdopendir(fd) : NULL;

	if (d == NULL) {
		if (fd >= 0)
			close(fd);
		return OUTCOME_UNAVAILABLE;
	}
	for (struct dirent *e = readdir(d); e != NULL; e = readdir(d))
		if (e->d_name[0] != '.' && !keep(arg, strtoll(e->d_name, NULL, 10))) {
			destroy(st, e->d_name);
			st->log_remembers = true;
		}
	closedir(d);
	return OUTCOME_OK;
}
