/* sider.c - the page on which a leader puts the words of a cloud in order. */
#include <inttypes.h>
#include <string.h>

#include "app/ord/inside.h"
#include "app/ord/ord.html.h"
#include "lib/arena.h"
#include "web/site.h"
#include "web/text.h"

/* The path's {punkt}: a word cloud of this samling. */
static enum outcome read_item(struct req *r, struct activity *a, struct ord_view **v)
{
	struct asked q = { .store = r->store, .mem = r->mem, .memory = r->site->memory,
	                   .reader = READER_LEADER };
	const struct tally *t = NULL;
	enum outcome went;

	went = activity_read(r->store, r->mem, page_param_id(r, 1), a);
	if (went == OUTCOME_OK && (a->samling != r->samling || a->kind->merge != ord_merge))
		return OUTCOME_NOT_FOUND;
	if (went == OUTCOME_OK && a->current != NULL)
		went = tally_read(&q, a, a->current, &t);
	return went == OUTCOME_OK ? ord_view_read(r->store, r->mem, a, t, v) : went;
}

static enum outcome words_page(struct req *r)
{
	struct out o = out_new(r->mem, r->lang);
	struct activity a;
	struct ord_view *v;
	enum outcome went = read_item(r, &a, &v);

	if (went != OUTCOME_OK)
		return went;
	t_ord_side(&o, r, &a, v);
	return page_staff(r, trf(r->mem, r->lang, N_("Ordene: %s"), a.title), out_html(&o));
}

static enum outcome judge(struct req *r, const struct activity *a, const struct ord_view *v,
                          const char *key, enum verdict verdict, const char **message)
{
	if (ord_find(v, key) != NULL)
		return text_judge(r, a, key, verdict);
	*message = ORD_TOO_LATE;
	return OUTCOME_INVALID;
}

static enum outcome do_act(struct req *r, const struct activity *a, const struct ord_view *v,
                           const char **message)
{
	const char *act = form_text(&r->form, "handling"), *key = form_text(&r->form, "ord");

	if (strcmp(act, "skjul") == 0)
		return judge(r, a, v, key, VERDICT_HIDDEN, message);
	if (strcmp(act, "vis") == 0)
		return judge(r, a, v, key, VERDICT_APPROVED, message);
	if (strcmp(act, "navn") == 0)
		return word_name(r, a, v, key, form_text(&r->form, "tekst"), message);
	if (strcmp(act, "sammen") == 0)
		return word_merge(r, a, v, key, form_text(&r->form, "med"),
		                  form_flag(&r->form, "husk"), message);
	if (strncmp(act, "skill ", 6) == 0)
		return word_split(r, a, v, key, act + 6, message);
	return activity_act(r, a, RIGHT_BIT(RIGHT_LEADER), act, message);
}

/* Back to the word that it was about; after a merge, the one that is left. */
static enum outcome back_to_word(struct req *r, const struct ord_view *v)
{
	bool merged = strcmp(form_text(&r->form, "handling"), "sammen") == 0;
	const char *key = form_text(&r->form, merged ? "med" : "ord");

	return page_redirect(r, *key == '\0' ? v->path :
	                     arena_printf(r->mem, "%s#o%" PRIx64, v->path, ord_mark(key)));
}

static enum outcome words_save(struct req *r)
{
	const char *message = NULL;
	struct activity a;
	struct ord_view *v;
	enum outcome went = read_item(r, &a, &v);

	if (went == OUTCOME_OK)
		went = do_act(r, &a, v, &message);
	if (went == OUTCOME_INVALID)
		form_reject(&r->form, NULL, message);
	return went == OUTCOME_OK ? back_to_word(r, v) : went;
}

static const struct field save_fields[] = {
	FIELD_TOKEN, { "handling", FIELD_TEXT, .required = true, .max = 200 },
	{ "ord", FIELD_TEXT, .max = 200 }, { "med", FIELD_TEXT, .max = 200 },
	{ "tekst", FIELD_TEXT, .max = ORD_NAME_MOST }, { "husk", FIELD_FLAG }, { 0 }
};
static const struct field page_fields[] = { { "tekst", FIELD_TEXT }, { 0 } };

const struct page ord_pages[] = {
	{ HTTP_GET,  "/samling/{samling}/ord/{punkt}", RIGHT_LEADER, words_page, page_fields },
	{ HTTP_POST, "/samling/{samling}/ord/{punkt}", RIGHT_LEADER, words_save, save_fields,
	  words_page },
	{ 0 }
};
