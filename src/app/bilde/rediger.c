/* rediger.c - the page where an item gets a picture. */
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "app/aktivitet/aktivitet.h"
#include "app/bilde/bilde.html.h"
#include "app/bilde/sider.h"
#include "app/samling/samling.h"
#include "lib/arena.h"
#include "live/live.h"
#include "web/bildefil.h"
#include "web/text.h"

#define ALT_MAX 200
/* Closing a round writes the whole database anew, so pictures must not fill it. */
#define SAMLING_BYTES_MAX (24 * 1024 * 1024)

#define PICTURE_FIELDS(must) \
	{ "beskrivelse", FIELD_TEXT, (must), .max = ALT_MAX }, { "fil", FIELD_FILE }, { 0 }
const struct field picture_fields[] = { PICTURE_FIELDS(false) };
const struct field picture_fields_sent[] = { FIELD_TOKEN, PICTURE_FIELDS(true) };
const struct field picture_gone_fields[] = { FIELD_TOKEN, { 0 } };

static enum outcome read_edit(struct req *r, struct picture_edit *e)
{
	struct rows rows;
	const struct kind *kind;
	char *end;
	enum outcome went;

	*e = (struct picture_edit){ .samling = r->samling,
	                            .punkt = strtoll(r->param[1], &end, 10) };
	if (*end != '\0')
		return OUTCOME_NOT_FOUND;
	went = RUN(r->store, r->mem, &rows, bilde_punkt, .samling = v_int(r->samling),
	           .punkt = v_int(e->punkt));
	if (went != OUTCOME_OK)
		return went;
	if (rows.n == 0)
		return OUTCOME_NOT_FOUND;
	kind = kind_find(row_text(&rows.row[0], bilde_punkt__slag));
	if (kind == NULL || !kind->picture)
		return OUTCOME_NOT_FOUND;
	e->title = row_text(&rows.row[0], bilde_punkt__tittel);
	e->sha = row_text(&rows.row[0], bilde_punkt__sha);
	went = RUN(r->store, r->mem, &rows, bilde_tekst, .samling = v_int(r->samling),
	           .sha = v_text(e->sha));
	if (went == OUTCOME_OK && rows.n > 0)
		e->alt = row_text(&rows.row[0], bilde_tekst__beskrivelse);
	return went;
}

enum outcome picture_page(struct req *r)
{
	struct out o = out_new(r->mem, r->lang);
	struct picture_edit e;
	enum outcome went = read_edit(r, &e);

	if (went != OUTCOME_OK)
		return went;
	if (r->page->method == HTTP_GET && e.alt != NULL)
		form_fill(&r->form, "beskrivelse", e.alt);
	t_bilde_rediger(&o, r, &e);
	return page_staff(r, tr(r->lang, N_("Bilde")), out_html(&o));
}

/* The file that was sent; false: the form says what is wrong with it. */
static bool take(struct req *r, struct picture *p)
{
	static const char *const wrong[] = {
		[PICTURE_UNKNOWN] = N_("Dette er ikke et bilde vi kan bruke. Velg en fil av typen "
		                       "PNG, JPEG eller WebP."),
		[PICTURE_BROKEN] = N_("Bildet er ikke helt. Lagre det på nytt fra et "
		                      "bildeprogram, og prøv igjen."),
		[PICTURE_LARGE] = N_("Bildet er mer enn 6000 bildepunkter bredt eller høyt. "
		                     "Gjør det mindre, og prøv igjen."),
	};
	const struct form_entry *file = form_entry(&r->form, "fil");
	enum picture_result result;

	if (file->n_bytes == 0) {
		form_reject(&r->form, "fil", N_("Velg en bildefil."));
		return false;
	}
	result = picture_read(r->mem, file->bytes, file->n_bytes, p);
	if (result != PICTURE_OK)
		form_reject(&r->form, "fil", wrong[result]);
	return result == PICTURE_OK;
}

/* Room for this one in place of the one that it replaces. */
static enum outcome find_room(struct req *r, const struct picture_edit *e,
                              const struct picture *p)
{
	struct rows rows;
	enum outcome went = RUN(r->store, r->mem, &rows, bilder_plass,
	                        .samling = v_int(r->samling), .unntatt = v_text(e->sha));

	if (went != OUTCOME_OK)
		return went;
	if (row_int(&rows.row[0], bilder_plass__bytes) + (int64_t)p->n <= SAMLING_BYTES_MAX)
		return OUTCOME_OK;
	form_reject(&r->form, "fil", N_("Bildene i samlingen fyller for mye. Gjør bildet mindre, "
	                                "eller fjern et av de andre."));
	return OUTCOME_INVALID;
}

static enum outcome refer_to(struct req *r, const struct picture_edit *e, const char *sha)
{
	enum outcome went = RUN(r->store, r->mem, NULL, bilde_i_punkt, .punkt = v_int(e->punkt),
	                        .samling = v_int(r->samling), .sha = v_text(sha));

	return went == OUTCOME_OK ? pictures_sweep(r) : went;
}

static enum outcome keep(struct req *r, const struct picture_edit *e, const char *alt)
{
	unsigned char sum[crypto_hash_sha256_BYTES];
	char *sha = arena_get(r->mem, PICTURE_SHA_TEXT);
	struct picture p;
	enum outcome went;

	if (!take(r, &p))
		return OUTCOME_INVALID;
	crypto_hash_sha256(sum, p.bytes, p.n);
	sodium_bin2hex(sha, PICTURE_SHA_TEXT, sum, sizeof sum);
	went = find_room(r, e, &p);
	if (went == OUTCOME_OK)
		went = RUN(r->store, r->mem, NULL, bilde_sett, .samling = v_int(r->samling),
		           .sha = v_text(sha), .type = v_int(p.type), .beskrivelse = v_text(alt),
		           .bytes = v_blob(p.bytes, p.n));
	return went == OUTCOME_OK ? refer_to(r, e, sha) : went;
}

static enum outcome changed(struct req *r, const struct picture_edit *e)
{
	enum outcome went = samling_note(r, "punkt_endret", e->title);

	if (went == OUTCOME_OK)
		went = samling_changed(r, VIEW_EVERY);
	if (went != OUTCOME_OK)
		return went;
	return page_redirect(r, arena_printf(r->mem, "/samling/%lld/punkt/%lld",
	                                     (long long)r->samling, (long long)e->punkt));
}

/* With a picture there already, only its description may be sent. */
enum outcome picture_save(struct req *r)
{
	const char *alt = form_text(&r->form, "beskrivelse");
	struct picture_edit e;
	enum outcome went = read_edit(r, &e);

	if (went != OUTCOME_OK)
		return went;
	if (e.alt != NULL && form_entry(&r->form, "fil")->n_bytes == 0)
		went = RUN(r->store, r->mem, NULL, bilde_tekst_sett,
		           .samling = v_int(r->samling), .sha = v_text(e.sha),
		           .beskrivelse = v_text(alt));
	else
		went = keep(r, &e, alt);
	return went == OUTCOME_OK ? changed(r, &e) : went;
}

enum outcome picture_remove(struct req *r)
{
	struct picture_edit e;
	enum outcome went = read_edit(r, &e);

	if (went == OUTCOME_OK)
		went = refer_to(r, &e, "");
	return went == OUTCOME_OK ? changed(r, &e) : went;
}
