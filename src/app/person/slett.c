/* slett.c - taking a person, or a whole samling, out. */
#include <ctype.h>
#include <string.h>

#include "app/klargjoering/klargjoering.h"
#include "app/person/person.h"
#include "lib/arena.h"
#include "lib/buf.h"
#include "lib/world.h"
#include "store/secret.h"

#define GONE "(slettet)"

/* ---- a person ---- */

/* The answer stays and counts; nothing leads from it to the seat.  While a round is open the
 * phone must be able to change its answer, and the seat has no name any more. */
static enum outcome free_answers(struct store *st, struct arena *mem, const struct world *w,
                                 int64_t roster, struct erased *out)
{
	struct rows rows;
	enum outcome went = RUN(st, mem, &rows, slett_svar_av, .navn = v_int(roster));

	for (size_t i = 0; went == OUTCOME_OK && i < rows.n; i++) {
		unsigned char key[SECRET_KEY_BYTES];
		size_t n;
		const void *old = row_blob(&rows.row[i], slett_svar_av__noekkel, &n);

		world_random(w, key, sizeof key);
		went = RUN(st, mem, NULL, slett_svar_navnet,
		           .runde = v_int(row_int(&rows.row[i], slett_svar_av__runde)),
		           .noekkel = v_blob(old, n), .ny = v_blob(key, sizeof key));
		out->answers++;
	}
	return went;
}

static enum outcome leave_rosters(struct store *st, struct arena *mem, const struct world *w,
                                  const struct found_person *p, struct erased *out)
{
	enum outcome went = OUTCOME_OK;

	for (size_t i = 0; i < p->n_roster && went == OUTCOME_OK; i++) {
		const struct value name = v_int(p->roster[i]);

		went = free_answers(st, mem, w, p->roster[i], out);
		if (went == OUTCOME_OK)
			went = RUN(st, mem, NULL, slett_taler_tekst, .navn = name);
		if (went == OUTCOME_OK)
			went = RUN(st, mem, NULL, slett_filer, .navn = name);
		if (went == OUTCOME_OK)
			went = RUN(st, mem, NULL, slett_navn, .navn = name);
		out->roster++;
	}
	return went;
}

static bool letter(char c)
{
	return (unsigned char)c >= 0x80 || isalnum((unsigned char)c);
}

/* The first place where it stands by itself: «Bo» is no part of «Bodø». */
static const char *find_word(const char *text, const char *what)
{
	size_t n = strlen(what);

	for (const char *at = strstr(text, what); at != NULL; at = strstr(at + 1, what))
		if ((at == text || !letter(at[-1])) && !letter(at[n]))
			return at;
	return NULL;
}

static char *without(struct arena *mem, const char *text, const char *what)
{
	struct buf b = buf_in(mem);
	const char *at;

	buf_puts(&b, "");
	while (*what != '\0' && (at = find_word(text, what)) != NULL) {
		buf_add(&b, text, (size_t)(at - text));
		buf_puts(&b, GONE);
		text = at + strlen(what);
	}
	buf_puts(&b, text);
	return b.p;
}

/* The protocol is append only; this is the one exception, and keeps every act in its place. */
static enum outcome reword(struct store *st, struct arena *mem, const struct row *row,
                           const struct found_person *p, const char *office, size_t *acts)
{
	const char *who = row_text(row, slett_protokoll_med__hvem);
	const char *said = row_text(row, slett_protokoll_med__detalj);
	const char *detail = without(mem, without(mem, said, p->email), p->name);
	struct value id = v_int(row_int(row, slett_protokoll_med__id));
	bool own = strcmp(who, p->name) == 0;
	enum outcome went;

	if (!own && strcmp(detail, said) == 0)
		return OUTCOME_OK;
	++*acts;
	went = RUN(st, mem, NULL, slett_protokoll, .id = id);
	if (went != OUTCOME_OK)
		return went;
	if (own)
		who = office;
	return RUN(st, mem, NULL, slett_protokoll_igjen, .id = id,
	           .samling = row->col[slett_protokoll_med__samling],
	           .naar = v_int(row_int(row, slett_protokoll_med__naar)), .hvem = v_text(who),
	           .hva = v_text(row_text(row, slett_protokoll_med__hva)),
	           .detalj = v_text(detail));
}

static const char *office_of(const struct row *person)
{
	static const char *const names[] = { "en programleder", "en koordinator",
	                                     "en prosessveileder", "en kontakt" };

	return names[row_int(person, innsyn_person__rolle)];
}

static enum outcome reword_all(struct store *st, struct arena *mem,
                               const struct found_person *p, struct erased *out)
{
	struct rows acts, person;
	enum outcome went = RUN(st, mem, &person, innsyn_person, .epost = v_text(p->email));

	if (went == OUTCOME_OK)
		went = RUN(st, mem, &acts, slett_protokoll_med, .navn = v_text(p->name),
		           .epost = v_text(p->email));
	for (size_t i = 0; went == OUTCOME_OK && i < acts.n; i++)
		went = reword(st, mem, &acts.row[i], p, office_of(&person.row[0]), &out->acts);
	return went;
}

static enum outcome close_account(struct store *st, struct arena *mem,
                                  const struct found_person *p, struct erased *out)
{
	struct rows alone;
	enum outcome went = RUN(st, mem, &alone, slett_uten_leder, .person = v_int(p->staff));

	if (went != OUTCOME_OK)
		return went;
	for (size_t i = 0; i < alone.n; i++)
		out->without_leader = arena_printf(mem, "%s%s%s", out->without_leader,
			i > 0 ? "; " : "", row_text(&alone.row[i], slett_uten_leder__navn));
	went = reword_all(st, mem, p, out);
	if (went == OUTCOME_OK)
		went = RUN(st, mem, NULL, slett_person, .person = v_int(p->staff));
	return went == OUTCOME_OK && store_changed(st) == 0 ? OUTCOME_CONFLICT : went;
}

enum outcome person_erase(struct store *st, struct arena *mem, const struct world *w,
                          const struct found_person *p, struct erased *out)
{
	enum outcome went = OUTCOME_OK;

	*out = (struct erased){ .without_leader = "" };
	if (p->n_roster > 0)
		went = leave_rosters(st, mem, w, p, out);
	if (went == OUTCOME_OK && p->staff != 0)
		went = close_account(st, mem, p, out);
	if (went == OUTCOME_OK)
		went = RUN(st, mem, NULL, protokoll_ny, .naar = v_int(world_wall_ms(w)),
		           .hvem = v_text("Samling"), .hva = v_text("person_slettet"),
		           .detalj = v_text(""));
	return went;
}

/* ---- a samling ---- */

enum outcome samling_erase(struct store *st, struct arena *mem, const struct world *w,
                           int64_t samling, const char *who)
{
	struct rows name, open;
	enum outcome went = RUN(st, mem, &name, slett_samling_navn, .samling = v_int(samling));

	if (went == OUTCOME_OK && name.n == 0)
		return OUTCOME_NOT_FOUND;
	if (went == OUTCOME_OK)
		went = RUN(st, mem, &open, slett_samling_runder, .samling = v_int(samling));
	if (went == OUTCOME_OK)
		went = rehearsals_wipe(st, mem, samling);
	if (went == OUTCOME_OK)
		went = RUN(st, mem, NULL, slett_samling, .samling = v_int(samling));
	if (went != OUTCOME_OK)
		return went;
	for (size_t i = 0; i < open.n; i++)
		secret_forget_after_commit(st, row_int(&open.row[i], slett_samling_runder__id));
	if (open.n == 0)
		secret_forget_after_commit(st, 0);      /* no such round: the log alone */
	return RUN(st, mem, NULL, protokoll_ny, .naar = v_int(world_wall_ms(w)),
	           .hvem = v_text(who), .hva = v_text("samling_slettet"),
	           .detalj = v_text(row_text(&name.row[0], slett_samling_navn__navn)));
}
