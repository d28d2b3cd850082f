#include "app/valg/protokollfil.h"

#include <sodium.h>
#include <string.h>

#include "app/valg/sak.h"
#include "lib/arena.h"

#define SHA_HEX (2 * crypto_hash_sha256_BYTES + 1)

static int to_buf(const char *bytes, size_t n, void *arg)
{
	buf_add(arg, bytes, n);
	return 0;
}

/* ---- the sum ---- */

/* Over all fields but itself, sorted, without space: `jq -cSj 'del(.sha256)' | sha256sum`. */
static void sum_of(const json_t *sak, char hex[SHA_HEX])
{
	unsigned char sum[crypto_hash_sha256_BYTES];
	json_t *rest = json_copy((json_t *)sak);
	struct buf b = { 0 };

	json_object_del(rest, "sha256");
	buf_puts(&b, "");
	json_dump_callback(rest, to_buf, &b, JSON_COMPACT | JSON_SORT_KEYS);
	crypto_hash_sha256(sum, (const unsigned char *)b.p, b.n);
	sodium_bin2hex(hex, SHA_HEX, sum, sizeof sum);
	buf_free(&b);
	json_decref(rest);
}

/* ---- the case ---- */

static json_t *candidates(const struct valg_list *list)
{
	json_t *all = json_array();

	for (size_t i = 0; i < list->n_candidate; i++)
		json_array_append_new(all, json_pack("{s:s, s:s}", "name", list->candidate[i].name,
			"gender", list->candidate[i].gender == GENDER_WOMAN ? "K" : "M"));
	return all;
}

static void put_more(json_t *to, const struct skjema_list *row, const struct liste_paper *paper)
{
	json_t *parties = json_array();

	if (paper->signature != LISTE_NOT_ASKED)
		json_object_set_new(to, "signed", json_boolean(paper->signature == LISTE_SIGNED));
	for (size_t i = 0; i < paper->n_party && row->parties[0] != '\0'; i++)
		json_array_append_new(parties, json_string(paper->party[i]));
	if (json_array_size(parties) > 0)
		json_object_set(to, "parties", parties);
	json_decref(parties);
	if (paper->group_known)
		json_object_set_new(to, "group_genders", json_pack("{s:I, s:I}",
			"K", (json_int_t)paper->group[GENDER_WOMAN],
			"M", (json_int_t)paper->group[GENDER_MAN]));
	if (paper->hopes > 0)
		json_object_set_new(to, "hopes", json_integer((json_int_t)paper->hopes));
}

/* Before anybody has voted the votes are not known, which is another thing than none. */
static json_t *lists(const struct skjema *s)
{
	const bool voted = s->votes + s->blank > 0;
	json_t *all = json_array();

	for (size_t i = 0, row = 0; i < s->body.n_list; i++, row++) {
		const struct valg_list *list = &s->body.list[i];
		json_t *o = json_pack("{s:s}", "name", list->name);

		while (s->row[row].name != list->name)
			row++;
		if (voted)
			json_object_set_new(o, "votes", json_integer(list->votes));
		if (list->n_candidate > 0)
			json_object_set_new(o, "candidates", candidates(list));
		put_more(o, &s->row[row], &s->paper[i]);
		json_array_append_new(all, o);
	}
	return all;
}

/* Only what was drawn, and fits: a lot that the seed draws is no fact but an outcome. */
static void put_draws(json_t *to, const struct valg_view *v)
{
	json_t *draws = json_array();

	for (size_t i = 0; i < v->n_lot; i++) {
		const struct valg_lot *lot = &v->lot[i];
		json_t *drawn = json_array();

		for (size_t k = 0; k < lot->n_drawn; k++)
			json_array_append_new(drawn, json_string(
				v->s.body.list[lot->drawn[k]].name));
		if (lot->order == NULL && lot->n_drawn == lot->f->to_draw)
			json_array_append_new(draws, json_pack("{s:O}", "drawn", drawn));
		json_decref(drawn);
	}
	if (json_array_size(draws) > 0)
		json_object_set(to, "draws", draws);
	json_decref(draws);
	if (v->s.seed[0] != '\0')
		json_object_set_new(to, "seed", json_string(v->s.seed));
}

static void put_choices(json_t *to, const struct skjema *s)
{
	json_t *choices = json_object();

	for (const enum tvil *q = skjema_questions; *q != TVIL_NONE; q++)
		if (s->chosen[*q] != TVIL_ASK)
			json_object_set_new(choices, tvil_row(*q)->key, json_string(
				tvil_row(*q)->reading[s->chosen[*q]]));
	if (json_object_size(choices) > 0)
		json_object_set(to, "choices", choices);
	json_decref(choices);
}

static void put_council(json_t *to, const struct skjema *s)
{
	json_t *names = json_array();

	for (size_t i = 0; i < s->council.n; i++)
		json_array_append_new(names, json_string(s->council.name[i]));
	if (s->council.n > 0)
		json_object_set(to, "council_members", names);
	json_decref(names);
}

static json_t *sak_of(struct arena *mem, const struct valg_view *v)
{
	const struct skjema *s = &v->s;
	json_t *o = json_pack("{s:s, s:s, s:s, s:s, s:s}", "id", skjema_id(mem, s),
		"kind", "protokoll", "method", "forholdsvalg", "organ", s->organ->key,
		"date", s->date);

	if (s->place[0] != '\0')
		json_object_set_new(o, "place", json_string(s->place));
	if (s->seats > 0)
		json_object_set_new(o, "seats", json_integer((json_int_t)s->seats));
	json_object_set_new(o, "written", json_boolean(s->written));
	json_object_set_new(o, "blank", json_integer(s->blank));
	json_object_set_new(o, "lists", lists(s));
	put_draws(o, v);
	put_choices(o, s);
	put_council(o, s);
	return o;
}

/* ---- the result ---- */

static void keep_result(void *arg, const struct saksfil_answer *a)
{
	json_t **result = arg;

	if (a->error == NULL)
		*result = json_deep_copy(json_object_get(a->json, "result"));
}

static bool is_settled(const json_t *result)
{
	static const char *const waits[] = { "ties", "uncertain", "error" };

	for (size_t i = 0; i < sizeof waits / sizeof *waits; i++)
		if (json_object_get(result, waits[i]) != NULL)
			return false;
	return result != NULL;
}

bool protokollfil_close(json_t *sak)
{
	json_t *result = NULL;
	struct buf b = { 0 };
	char hex[SHA_HEX];

	json_dump_callback(sak, to_buf, &b, JSON_COMPACT);
	sak_each(b.p, b.n, keep_result, &result);
	buf_free(&b);
	if (!is_settled(result)) {
		json_decref(result);
		return false;
	}
	json_object_del(result, "list_findings");
	json_object_set_new(sak, "expected", result);
	sum_of(sak, hex);
	json_object_set_new(sak, "sha256", json_string(hex));
	return true;
}

const char *protokollfil(struct arena *mem, const struct valg_view *v, size_t *n)
{
	json_t *sak = sak_of(mem, v);
	struct buf b = buf_in(mem);

	protokollfil_close(sak);
	json_dump_callback(sak, to_buf, &b, JSON_INDENT(1));
	buf_putc(&b, '\n');
	json_decref(sak);
	*n = b.n;
	return b.p;
}

/* ---- the check ---- */

static void put_value(struct buf *b, const json_t *v)
{
	if (v == NULL)
		buf_puts(b, "ingenting");
	else
		json_dump_callback(v, to_buf, b, JSON_COMPACT | JSON_ENCODE_ANY);
}

/* The first part that is not alike, as "Ap" or "[2]"; false: the whole is what differs. */
static bool step_down(const json_t **was, const json_t **is, struct buf *path)
{
	const char *key;
	json_t *v;

	if (json_is_object(*was) && json_is_object(*is))
		json_object_foreach((json_t *)*was, key, v)
			if (!json_equal(v, json_object_get(*is, key))) {
				buf_printf(path, ".%s", key);
				*is = json_object_get(*is, key);
				*was = v;
				return true;
			}
	if (!json_is_array(*was) || json_array_size(*was) != json_array_size(*is))
		return false;
	for (size_t i = 0; i < json_array_size(*was); i++)
		if (!json_equal(json_array_get(*was, i), json_array_get(*is, i))) {
			buf_printf(path, "[%zu]", i);
			*was = json_array_get(*was, i);
			*is = json_array_get(*is, i);
			return true;
		}
	return false;
}

static void put_difference(struct buf *b, const char *field, const json_t *was, const json_t *is)
{
	buf_puts(b, field);
	while (step_down(&was, &is, b))
		;
	buf_puts(b, ": filen sier ");
	put_value(b, was);
	buf_puts(b, ", oppgjøret gir ");
	put_value(b, is);
	buf_puts(b, ".\n");
}

static bool sum_agrees(const json_t *sak)
{
	const char *said = json_string_value(json_object_get(sak, "sha256"));
	char hex[SHA_HEX];

	if (json_object_get(sak, "sha256") == NULL)
		return true;
	sum_of(sak, hex);
	return said != NULL && strcmp(said, hex) == 0;
}

bool protokollfil_check(const struct saksfil_answer *a, struct buf *said)
{
	const json_t *expected = json_object_get(a->in, "expected");
	const json_t *result = json_object_get(a->json, "result");
	bool same = true;
	const char *key;
	char where[80];
	json_t *v;

	buf_puts(said, "");
	if (expected == NULL) {
		buf_puts(said, "expected: saken sier ikke hva som er ventet.\n");
		return false;
	}
	json_object_foreach((json_t *)expected, key, v) {
		json_t *one = json_pack("{s:O}", key, v);

		if (!sak_agrees(one, result, where, sizeof where)) {
			put_difference(said, key, v, json_object_get(result, key));
			same = false;
		}
		json_decref(one);
	}
	if (!sum_agrees(a->in)) {
		buf_puts(said, "sha256: noe i filen er endret etter at den ble laget.\n");
		same = false;
	}
	return same;
}
