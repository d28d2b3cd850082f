#include "krasjvfs.h"

#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SECTOR 512

/* A write or truncation that no sync has followed. */
struct change {
	struct change *next;
	bool truncate;
	sqlite3_int64 at;
	size_t n;
	unsigned char bytes[];
};

/* What a file is on the platter, and what is on its way there. */
struct image {
	struct image *next;
	char *path;
	unsigned char *bytes;
	size_t n;
	struct change *first, **last;
};

struct krasj_file {
	sqlite3_file base;
	struct image *image;    /* NULL: not remembered */
	sqlite3_file *real;
};

enum operation { READ, WRITE, SYNC };

static struct krasj_plan plan;
static long operations, syncs;
static bool dead;
static uint64_t chance;
static struct image *images;
static sqlite3_vfs *real_vfs;

/* ---- the platter -------------------------------------------------------- */

static uint64_t draw(void)     /* splitmix64 */
{
	uint64_t z = chance += 0x9e3779b97f4a7c15u;

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return z ^ (z >> 31);
}

static void *must(void *p)
{
	if (p == NULL)
		abort();
	return p;
}

static void put_bytes(struct image *im, size_t at, const unsigned char *p, size_t n)
{
	if (at + n > im->n) {
		im->bytes = must(realloc(im->bytes, at + n));
		memset(im->bytes + im->n, 0, at + n - im->n);
		im->n = at + n;
	}
	memcpy(im->bytes + at, p, n);
}

static void apply(struct image *im, const struct change *c)
{
	if (!c->truncate)
		put_bytes(im, (size_t)c->at, c->bytes, c->n);
	else if ((size_t)c->at < im->n)
		im->n = (size_t)c->at;
}

static void apply_torn(struct image *im, const struct change *c)
{
	if (c->truncate) {
		if (draw() % 2 == 0)
			apply(im, c);
		return;
	}
	switch (draw() % 3) {
	case 0:
		return;
	case 1:
		apply(im, c);
		return;
	}
	for (size_t i = 0; i < c->n; i += SECTOR)
		if (draw() % 2 == 0)
			put_bytes(im, (size_t)c->at + i, c->bytes + i,
			          c->n - i < SECTOR ? c->n - i : SECTOR);
}

static void drop_changes(struct image *im)
{
	for (struct change *c = im->first, *next; c != NULL; c = next) {
		next = c->next;
		free(c);
	}
	im->first = NULL;
	im->last = &im->first;
}

static void settle(struct image *im)
{
	for (const struct change *c = im->first; c != NULL; c = c->next)
		apply(im, c);
	drop_changes(im);
}

static void remember(struct image *im, bool truncate, sqlite3_int64 at, const void *p, size_t n)
{
	struct change *c;

	if (im == NULL || dead)
		return;
	c = must(malloc(sizeof *c + n));
	*c = (struct change){ .truncate = truncate, .at = at, .n = n };
	if (n > 0)
		memcpy(c->bytes, p, n);
	*im->last = c;
	im->last = &c->next;
}

static void load(struct image *im)
{
	unsigned char part[4096];
	FILE *in = fopen(im->path, "rb");
	size_t n;

	while (in != NULL && (n = fread(part, 1, sizeof part, in)) > 0)
		put_bytes(im, im->n, part, n);
	if (in != NULL)
		fclose(in);
}

static struct image *image_of(const char *path)
{
	struct image *im = images;

	if (plan.power_at == 0 || path == NULL)
		return NULL;
	while (im != NULL && strcmp(im->path, path) != 0)
		im = im->next;
	if (im != NULL)
		return im;
	im = must(calloc(1, sizeof *im));
	im->path = must(strdup(path));
	im->last = &im->first;
	im->next = images;
	load(im);
	return images = im;
}

static void forget_image(const char *path)
{
	for (struct image **p = &images; *p != NULL; p = &(*p)->next) {
		struct image *im = *p;

		if (path != NULL && strcmp(im->path, path) != 0)
			continue;
		drop_changes(im);
		im->n = 0;
		if (path != NULL)
			return;
	}
}

static void forget_all(void)
{
	forget_image(NULL);
	while (images != NULL) {
		struct image *im = images;

		images = im->next;
		free(im->path);
		free(im->bytes);
		free(im);
	}
}

static void power_goes(void)
{
	char path[4096];
	FILE *out;

	for (struct image *im = images; im != NULL; im = im->next) {
		for (const struct change *c = im->first; c != NULL; c = c->next)
			apply_torn(im, c);
		if (im->n == 0)
			continue;
		snprintf(path, sizeof path, "%s%s", plan.power_dir, strrchr(im->path, '/'));
		out = must(fopen(path, "wb"));
		if (fwrite(im->bytes, 1, im->n, out) != im->n || fclose(out) != 0)
			abort();
	}
	dead = true;
}

/* ---- the plan ----------------------------------------------------------- */

static int operation(enum operation what)
{
	static const int errors[] = {
		[READ] = SQLITE_IOERR_READ, [WRITE] = SQLITE_IOERR_WRITE,
		[SYNC] = SQLITE_IOERR_FSYNC
	};
	long since;

	if (what == READ && !plan.reads)
		return SQLITE_OK;
	operations++;
	if (operations == plan.kill_at)
		kill(getpid(), SIGKILL);
	if (operations == plan.power_at)
		power_goes();
	since = operations - plan.fail_at;
	if (!dead && (plan.fail_at == 0 || since < 0 || since >= plan.fail_for)) {
		syncs += what == SYNC;
		return SQLITE_OK;
	}
	return what == WRITE && plan.code != 0 ? plan.code : errors[what];
}

void krasj_plan(struct krasj_plan p)
{
	forget_all();
	plan = p;
	if (plan.fail_for == 0)
		plan.fail_for = 1;
	operations = syncs = 0;
	chance = p.seed;
	dead = false;
}

long krasj_operations(void)
{
	return operations;
}

long krasj_syncs(void)
{
	return syncs;
}

/* ---- files -------------------------------------------------------------- */

static struct krasj_file *ours(sqlite3_file *f)
{
	return (struct krasj_file *)f;
}

static sqlite3_file *real(sqlite3_file *f)
{
	return ours(f)->real;
}

static int file_close(sqlite3_file *f)
{
	return real(f)->pMethods->xClose(real(f));
}

static int file_read(sqlite3_file *f, void *to, int n, sqlite3_int64 at)
{
	int rc = operation(READ);

	return rc != SQLITE_OK ? rc : real(f)->pMethods->xRead(real(f), to, n, at);
}

/* A write that fails has written half. */
static int file_write(sqlite3_file *f, const void *p, int n, sqlite3_int64 at)
{
	int rc = operation(WRITE);

	if (rc != SQLITE_OK) {
		real(f)->pMethods->xWrite(real(f), p, n / 2, at);
		return rc;
	}
	rc = real(f)->pMethods->xWrite(real(f), p, n, at);
	if (rc == SQLITE_OK)
		remember(ours(f)->image, false, at, p, (size_t)n);
	return rc;
}

static int file_truncate(sqlite3_file *f, sqlite3_int64 size)
{
	int rc = operation(WRITE);

	if (rc == SQLITE_OK)
		rc = real(f)->pMethods->xTruncate(real(f), size);
	if (rc == SQLITE_OK)
		remember(ours(f)->image, true, size, NULL, 0);
	return rc;
}

/* Counted but not done: the machine that runs the tests keeps its power. */
static int file_sync(sqlite3_file *f, int flags)
{
	int rc = operation(SYNC);

	(void)flags;
	if (rc == SQLITE_OK && ours(f)->image != NULL)
		settle(ours(f)->image);
	return rc;
}

static int file_size(sqlite3_file *f, sqlite3_int64 *size)
{
	return real(f)->pMethods->xFileSize(real(f), size);
}

static int file_lock(sqlite3_file *f, int level)
{
	return real(f)->pMethods->xLock(real(f), level);
}

static int file_unlock(sqlite3_file *f, int level)
{
	return real(f)->pMethods->xUnlock(real(f), level);
}

static int file_reserved(sqlite3_file *f, int *out)
{
	return real(f)->pMethods->xCheckReservedLock(real(f), out);
}

static int file_control(sqlite3_file *f, int op, void *arg)
{
	return real(f)->pMethods->xFileControl(real(f), op, arg);
}

static int file_sector(sqlite3_file *f)
{
	return real(f)->pMethods->xSectorSize(real(f));
}

static int file_device(sqlite3_file *f)
{
	return real(f)->pMethods->xDeviceCharacteristics(real(f));
}

static int file_shm_map(sqlite3_file *f, int page, int size, int extend, void volatile **p)
{
	return real(f)->pMethods->xShmMap(real(f), page, size, extend, p);
}

static int file_shm_lock(sqlite3_file *f, int offset, int n, int flags)
{
	return real(f)->pMethods->xShmLock(real(f), offset, n, flags);
}

static void file_shm_barrier(sqlite3_file *f)
{
	real(f)->pMethods->xShmBarrier(real(f));
}

static int file_shm_unmap(sqlite3_file *f, int delete)
{
	return real(f)->pMethods->xShmUnmap(real(f), delete);
}

static const sqlite3_io_methods methods = {
	.iVersion = 2,          /* no mapped pages: every write is seen */
	.xClose = file_close,
	.xRead = file_read,
	.xWrite = file_write,
	.xTruncate = file_truncate,
	.xSync = file_sync,
	.xFileSize = file_size,
	.xLock = file_lock,
	.xUnlock = file_unlock,
	.xCheckReservedLock = file_reserved,
	.xFileControl = file_control,
	.xSectorSize = file_sector,
	.xDeviceCharacteristics = file_device,
	.xShmMap = file_shm_map,
	.xShmLock = file_shm_lock,
	.xShmBarrier = file_shm_barrier,
	.xShmUnmap = file_shm_unmap,
};

static int vfs_open(sqlite3_vfs *vfs, const char *path, sqlite3_file *f, int flags, int *out)
{
	int rc;

	(void)vfs;
	ours(f)->real = (sqlite3_file *)(ours(f) + 1);
	rc = real_vfs->xOpen(real_vfs, path, real(f), flags, out);
	ours(f)->image = rc == SQLITE_OK ? image_of(path) : NULL;
	f->pMethods = rc == SQLITE_OK ? &methods : NULL;
	return rc;
}

static int vfs_delete(sqlite3_vfs *vfs, const char *path, int sync_folder)
{
	(void)vfs;
	if (!dead)
		forget_image(path);
	return real_vfs->xDelete(real_vfs, path, sync_folder);
}

void krasj_install(void)
{
	static sqlite3_vfs vfs;

	if (real_vfs != NULL)
		return;
	real_vfs = must(sqlite3_vfs_find(NULL));
	vfs = *real_vfs;
	vfs.zName = "krasj";
	vfs.szOsFile = (int)sizeof(struct krasj_file) + real_vfs->szOsFile;
	vfs.xOpen = vfs_open;
	vfs.xDelete = vfs_delete;
	if (sqlite3_vfs_register(&vfs, 1) != SQLITE_OK)
		abort();
}
