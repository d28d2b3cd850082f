/* Picture files: known by what is in them, and nothing but the picture comes through. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "arena_help.h"
#include "bilde_help.h"
#include "lib/arena.h"
#include "lib/buf.h"
#include "web/bildefil.h"

static enum picture_result read_it(const struct buf *b, struct picture *p)
{
	return picture_read(mem, b->p, b->n, p);
}

static bool holds(const struct picture *p, const char *what)
{
	return memmem(p->bytes, p->n, what, strlen(what)) != NULL;
}

static const struct {
	const char *what;
	struct buf (*make)(struct arena *, int width, int height, bool more);
	enum picture_type type;
	const char *media;
} files[] = {
	{ "PNG", make_png, PICTURE_PNG, "image/png" },
	{ "JPEG", make_jpeg, PICTURE_JPEG, "image/jpeg" },
	{ "WebP", make_webp, PICTURE_WEBP, "image/webp" },
	{ "WebP with a head", make_webp_x, PICTURE_WEBP, "image/webp" },
};
#define FILES (sizeof files / sizeof *files)

static void what_is_not_the_picture_is_left_out(void **state)
{
	(void)state;
	for (size_t i = 0; i < FILES; i++) {
		struct buf bare = files[i].make(mem, 640, 480, false);
		struct buf more = files[i].make(mem, 640, 480, true);
		struct picture p;

		assert_true(more.n > bare.n);
		assert_int_equal(read_it(&more, &p), PICTURE_OK);
		assert_int_equal(p.type, files[i].type);
		assert_string_equal(picture_media_type(p.type), files[i].media);
		assert_int_equal(p.width, 640);
		assert_int_equal(p.height, 480);
		if (holds(&p, HIDDEN))
			fail_msg("%s: what was hidden is still there", files[i].what);
		if (p.n != bare.n || memcmp(p.bytes, bare.p, p.n) != 0)
			fail_msg("%s: it is not what was left", files[i].what);
	}
}

static void what_came_out_goes_in_and_comes_out_the_same(void **state)
{
	(void)state;
	for (size_t i = 0; i < FILES; i++) {
		struct buf b = files[i].make(mem, 640, 480, true);
		struct picture once, twice;

		assert_int_equal(read_it(&b, &once), PICTURE_OK);
		assert_int_equal(picture_read(mem, once.bytes, once.n, &twice), PICTURE_OK);
		assert_int_equal(once.n, twice.n);
		assert_memory_equal(once.bytes, twice.bytes, once.n);
	}
}

static void cut_off_anywhere_it_is_refused(void **state)
{
	(void)state;
	for (size_t i = 0; i < FILES; i++) {
		struct buf b = files[i].make(mem, 640, 480, false);

		for (size_t n = 0; n < b.n; n++) {
			struct arena *a = arena_new(1 << 20);
			struct picture p;
			char *cut = arena_get(a, n);

			memcpy(cut, b.p, n);
			if (picture_read(a, cut, n, &p) == PICTURE_OK)
				fail_msg("%s: %zu of %zu bytes", files[i].what, n, b.n);
			arena_free(a);
		}
	}
}

static void six_thousand_dots_are_enough(void **state)
{
	static const struct { int width, height; enum picture_result result; } sizes[] = {
		{ 6000, 6000, PICTURE_OK }, { 1, 1, PICTURE_OK }, { 6001, 1, PICTURE_LARGE },
		{ 1, 6001, PICTURE_LARGE }, { 16383, 16383, PICTURE_LARGE },
	};

	(void)state;
	for (size_t i = 0; i < FILES; i++)
		for (size_t k = 0; k < sizeof sizes / sizeof *sizes; k++) {
			struct buf b = files[i].make(mem, sizes[k].width, sizes[k].height, false);
			struct picture p;

			if (read_it(&b, &p) != sizes[k].result)
				fail_msg("%s: %d x %d", files[i].what, sizes[k].width,
				         sizes[k].height);
		}
}

static void no_dots_at_all_are_no_picture(void **state)
{
	struct buf png = make_png(mem, 0, 4, false), jpeg = make_jpeg(mem, 4, 0, false);
	struct picture p;

	(void)state;
	assert_int_equal(read_it(&png, &p), PICTURE_BROKEN);
	assert_int_equal(read_it(&jpeg, &p), PICTURE_BROKEN);
}

static void other_files_are_refused_whatever_they_are_called(void **state)
{
	static const char *const others[] = {
		"", "GIF89a\1\0\1\0", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
		"<!DOCTYPE html><script>alert(1)</script>", "%PDF-1.7", "RIFF\4\0\0\0WAVE", "BM6",
		"\x89PNG", "\xff\xd8", "RIFF",
	};
	struct picture p;

	(void)state;
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		assert_int_equal(picture_read(mem, others[i], strlen(others[i]), &p),
		                 PICTURE_UNKNOWN);
}

/* A change of one byte -> what it is then. */
static const struct { size_t file, at; unsigned char byte; } harmed[] = {
	{ 0, 8, 0x7f },         /* PNG: a length that reaches out of the file */
	{ 0, 12, 'J' },         /* it does not begin with IHDR                */
	{ 1, 2, 0x00 },         /* JPEG: no marker                            */
	{ 1, 5, 1 },            /* a block shorter than its own length        */
	{ 2, 4, 0xff },         /* WebP: longer than the file                 */
	{ 2, 23, 0 },           /* no start code                              */
	{ 3, 24, 1 },           /* the head and the picture differ in size    */
};

static void what_is_not_whole_is_refused(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof harmed / sizeof *harmed; i++) {
		struct buf b = files[harmed[i].file].make(mem, 640, 480, false);
		struct picture p;
		enum picture_result got;

		b.p[harmed[i].at] = (char)harmed[i].byte;
		got = read_it(&b, &p);
		if (got != PICTURE_BROKEN && got != PICTURE_UNKNOWN)
			fail_msg("case %zu: %d", i, got);
	}
}

static void which_way_is_up_is_all_that_is_kept_of_exif(void **state)
{
	(void)state;
	for (int big = 0; big < 2; big++) {
		struct buf b = make_jpeg_turned(mem, 6, big);
		struct picture p, again;
		const unsigned char *exif;

		assert_int_equal(read_it(&b, &p), PICTURE_OK);
		assert_false(holds(&p, HIDDEN));
		exif = memmem(p.bytes, p.n, "Exif\0", 6);
		assert_non_null(exif);
		assert_int_equal(exif[6 + 19], 6);
		assert_int_equal(picture_read(mem, p.bytes, p.n, &again), PICTURE_OK);
		assert_int_equal(again.n, p.n);
		assert_memory_equal(again.bytes, p.bytes, p.n);
	}
}

static void a_wrong_exif_is_left_out(void **state)
{
	(void)state;
	for (int up = 0; up < 20; up++) {
		struct buf b = make_jpeg_turned(mem, up, true);
		struct picture p;

		assert_int_equal(read_it(&b, &p), PICTURE_OK);
		assert_int_equal(holds(&p, "Exif"), up >= 2 && up <= 8);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_not_the_picture_is_left_out),
		cmocka_unit_test(what_came_out_goes_in_and_comes_out_the_same),
		cmocka_unit_test(cut_off_anywhere_it_is_refused),
		cmocka_unit_test(six_thousand_dots_are_enough),
		cmocka_unit_test(no_dots_at_all_are_no_picture),
		cmocka_unit_test(other_files_are_refused_whatever_they_are_called),
		cmocka_unit_test(what_is_not_whole_is_refused),
		cmocka_unit_test(which_way_is_up_is_all_that_is_kept_of_exif),
		cmocka_unit_test(a_wrong_exif_is_left_out),
	};

	return cmocka_run_group_tests(tests, arena_begin, arena_end);
}
