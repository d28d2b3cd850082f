/* What group work draws: every step, every reader, whatever people are called and write. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "app/aktivitet/slag/gruppearbeid.h"
#include "app/aktivitet/slag/slag.h"
#include "arena_help.h"
#include "kinds_help.h"
#include "lib/arena.h"
#include "lib/buf.h"
#include "payload.h"

enum { GROUPS = 3, MEMBERS = 4 };

static struct group group_of(const char *text, int nr)
{
	struct group g = { .nr = nr, .room = text, .side = nr == 3 ? ROLE_ADMINISTRASJON : 0,
	                   .n = MEMBERS, .phones = (size_t)nr - 1, .youngest = nr == 1,
	                   .pen = nr == 2 ? NULL : "0123456789abcdef", .writer = text,
	                   .n_point = 2 };

	g.member = arena_array(mem, MEMBERS, sizeof *g.member);
	for (size_t i = 0; i < MEMBERS; i++)
		g.member[i] = (struct group_member){ .id = nr * 10 + (int64_t)i, .name = text,
		                                     .party = i % 2 ? text : "" };
	g.leader = nr == 2 ? NULL : &g.member[0];
	g.point = arena_array(mem, 2, sizeof *g.point);
	g.point[0] = (struct group_point){ 0, text, text, false };
	g.point[1] = (struct group_point){ 1, arena_printf(mem, "HEMMELIG %s", text), text, true };
	return g;
}

static struct division *division_of(const char *text)
{
	struct division *d = arena_get(mem, sizeof *d);

	*d = (struct division){ .made = true, .shown = true, .seed = 5, .broken = "[]",
	                        .group = arena_array(mem, GROUPS, sizeof *d->group),
	                        .n = GROUPS };
	for (int g = 0; g < GROUPS; g++)
		d->group[g] = group_of(text, g + 1);
	return d;
}

static struct activity activity_of(const char *text, const struct division *d, int step)
{
	json_t *in = json_pack("{s:s, s:s}", "oppgave", text, "oppgave_adm", "Hjelp"), *config;
	const char *where, *error;

	config = kind_setup(&kind_gruppearbeid, in, &where, &error);
	assert_non_null(config);
	json_decref(in);
	arena_undo(mem, (void (*)(void *))json_decref, config);
	return (struct activity){ .id = 7, .samling = 1, .kind = &kind_gruppearbeid,
	                          .title = text, .config = config, .step = step, .state = d };
}

/* A leader; the hall; a phone of the group that writes, of another, of none, by name or not. */
enum reading { LEADER, HALL, WRITER, READER, NAMELESS, LATE, READINGS };

static struct group_view view_of(const struct division *d, const char *text, int step,
                                 enum reading who)
{
	struct group_member *m = arena_array(mem, 1, sizeof *m);
	struct group_view v = { .div = d, .open = step >= STEP_PLENARY, .saved = "0" };

	*m = (struct group_member){ .id = 99, .name = text, .party = text };
	v.staff = v.console = who == LEADER;
	v.own = who >= WRITER;
	v.now = step >= STEP_PLENARY ? &d->group[step - STEP_PLENARY] : NULL;
	v.mine = who == WRITER ? &d->group[0] : who == READER ? &d->group[1] : NULL;
	v.me = v.mine != NULL ? &v.mine->member[0] : NULL;
	v.pen = who == WRITER;
	v.name = who == NAMELESS ? 0 : 99;
	v.choice = v.late = m;
	v.n_choice = v.n_late = 1;
	v.here = 12;
	return v;
}

typedef void (*draw_fn)(struct out *, const struct drawing *);

static const char *drawn(draw_fn draw, const struct drawing *d, enum lang lang)
{
	struct out o = out_new(mem, lang);

	out_raw(&o, "", 0);
	draw(&o, d);
	assert_well_formed(o.buf.p);
	assert_null(strcasestr(o.buf.p, "<script"));
	assert_null(strcasestr(o.buf.p, "<img"));
	return o.buf.p;
}

static void draw_all(const char *text, int step, enum reading who, bool typed)
{
	const struct division *d = division_of(text);
	struct activity a = activity_of(text, d, step);
	const struct group_view v = view_of(d, text, step, who);
	const char *const lines[] = { text, "B" };
	const struct answer_form mine = { .text = lines, .n_text = 2 };
	const struct drawing dr = { .a = &a, .view = &v, .mine = typed ? &mine : NULL,
	                            .error = typed ? "feil" : NULL, .act_path = "/s/1/handling",
	                            .token = "t" };

	for (enum lang lang = 0; lang < LANG__MAX; lang++) {
		const char *wall = drawn(kind_gruppearbeid.wall, &dr, lang);

		assert_null(strstr(wall, "HEMMELIG"));
		drawn(kind_gruppearbeid.phone, &dr, lang);
		drawn(kind_gruppearbeid.result, &dr, lang);
		drawn(kind_gruppearbeid.panel, &dr, lang);
	}
}

static void whatever_is_written_is_text(void **state)
{
	(void)state;
	for (size_t p = 0; payloads[p] != NULL; p++)
		for (int step = STEP_MAKE; step < STEP_PLENARY + GROUPS; step++) {
			enum reading who = (enum reading)((p + (size_t)step) % READINGS);

			draw_all(payloads[p], step, who, (p + (size_t)step) % 3 == 0);
			arena_reset(mem);
		}
}

static void every_reader_has_a_picture_of_every_step(void **state)
{
	(void)state;
	for (enum reading who = LEADER; who < READINGS; who++)
		for (int step = STEP_MAKE; step < STEP_PLENARY + GROUPS; step++) {
			draw_all("Åse & Ola", step, who, false);
			draw_all("Åse & Ola", step, who, true);
			arena_reset(mem);
		}
}

/* The letters of the board are as large as there is room for; nobody is left out of it
 * before they cannot be read. */
static void the_board_has_room_for_twelve_times_eight(void **state)
{
	struct group group[40];
	struct division d = { .made = true, .group = group, .n = 9 };
	struct group_member m[8];
	struct board b;

	(void)state;
	for (size_t i = 0; i < 8; i++)
		m[i] = (struct group_member){ .id = 1, .name = "Anne Grete Skjellvåg" };
	for (size_t g = 0; g < 40; g++)
		group[g] = (struct group){ .nr = (int)g + 1, .room = "Rom 12", .member = m,
		                           .n = 5 };
	b = board_of(&d, "Gruppearbeid");
	assert_true(b.names && b.size <= 3);
	d.n = 12;
	for (size_t g = 0; g < 12; g++)
		group[g].n = 8;
	b = board_of(&d, "Gruppearbeid");
	assert_true(b.names && b.size <= 5);
	d.n = 40;
	assert_false(board_of(&d, "Gruppearbeid").names);
	d.n = 12;
	d.phones = true;
	assert_false(board_of(&d, "Gruppearbeid").names);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(whatever_is_written_is_text, arena_begin,
		                                arena_end),
		cmocka_unit_test_setup_teardown(every_reader_has_a_picture_of_every_step,
		                                arena_begin, arena_end),
		cmocka_unit_test(the_board_has_room_for_twelve_times_eight),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
