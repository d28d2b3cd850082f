#include "app/valg/sak_kvotient.h"

#include <string.h>

#include "app/valg/sak_lodd.h"
#include "app/valg/sak_metode.h"
#include "app/valg/sak_liste.h"
#include "lib/arena.h"

#define OUTCOMES_MAX 200

json_t *sak_by_list(const struct valg_list *list, size_t n, const size_t *seats)
{
	json_t *o = json_object();

	for (size_t i = 0; i < n; i++)
		json_object_set_new(o, list[i].name, json_integer((json_int_t)seats[i]));
	return o;
}

static json_t *names_of(const struct valg_list *list, const size_t *who, size_t n)
{
	json_t *a = json_array();

	for (size_t i = 0; i < n; i++)
		json_array_append_new(a, json_string(list[who[i]].name));
	return a;
}

/* A fraction where the divisors are whole ones, decimals where the first is 1.4. */
static json_t *last_quotient(struct sak *s, const struct fordeling *f)
{
	const struct fordeling_claim *c = &f->last;
	const int64_t scale = fordeling_scale(f->task.method);
	const char *text;

	if (scale == 1)
		text = arena_printf(s->les.mem, "%lld/%lld", (long long)c->votes,
		                    (long long)c->divisor);
	else
		text = sak_decimal(s->les.mem, c->votes, scale, c->divisor, 6, '.');
	return json_string(text);
}

/* Which seat in order the last one of each list was. */
static json_t *last_ranks(const struct valg_list *list, const struct fordeling *f)
{
	json_t *o = json_object();

	for (size_t i = 0; i < f->task.n_list; i++)
		if (f->seats[i] > 0)
			json_object_set_new(o, list[i].name, json_integer(
				(json_int_t)fordeling_rank(f, i, f->seats[i])));
	return o;
}

static void put_lot(struct sak *s, json_t *to, const struct valg_list *list,
                    const struct fordeling *f)
{
	const struct fordeling_outcomes all = fordeling_outcomes(s->les.mem, f, OUTCOMES_MAX);
	json_t *ties = json_array(), *outcomes = json_array();

	json_array_append_new(ties, json_pack("{s:o, s:I}", "among",
		names_of(list, f->among, f->n_among), "seats_to_draw", (json_int_t)f->to_draw));
	json_object_set_new(to, "ties", ties);
	for (size_t i = 0; i < all.n; i++)
		json_array_append_new(outcomes, sak_by_list(list, f->task.n_list, all.row[i]));
	json_object_set_new(to, "outcomes", outcomes);
	if (all.more)
		json_object_set_new(to, "more_outcomes", json_true());
}

void sak_put_seats(struct sak *s, json_t *to, const struct valg_list *list,
                   const struct fordeling *f)
{
	json_t *order = json_array();

	if (f->state == FORDELING_NO_VOTES) {
		json_object_set_new(to, "error", json_string("ingen_stemmer"));
		json_decref(order);
		return;
	}
	json_object_set_new(to, "seats_by_list", sak_by_list(list, f->task.n_list, f->seats));
	for (size_t i = 0; i < f->n_seat; i++)
		json_array_append_new(order, json_string(list[f->seat[i].claim.list].name));
	json_object_set_new(to, "seat_order", order);
	json_object_set_new(to, "last_seat_rank", last_ranks(list, f));
	if (f->last.divisor > 0)
		json_object_set_new(to, "last_quotient", last_quotient(s, f));
	if (f->state == FORDELING_LOT)
		put_lot(s, to, list, f);
}

void sak_seat_rules(struct sak *s, const struct fordeling *f)
{
	static const enum rule by_quotient[FORDELING__METHODS] = {
		[FORDELING_DHONDT] = RULE_VALG_KVOTIENT,
		[FORDELING_SAINTE_LAGUE] = RULE_VALGDISTRIKT_KVOTIENT,
		[FORDELING_SAINTE_LAGUE_14] = RULE_KOMMUNEVALG_KVOTIENT,
	};
	const bool council = f->task.method != FORDELING_DHONDT;

	sak_rule(s, by_quotient[f->task.method]);
	for (size_t i = 0; i < f->n_seat; i++)
		if (f->seat[i].why == FORDELING_BY_VOTES)
			sak_rule(s, council ? RULE_KOMMUNEVALG_LODD : RULE_VALG_FLEST_STEMMER);
	if (f->to_draw > 0)
		sak_rule(s, council ? RULE_KOMMUNEVALG_LODD : RULE_VALG_LODD);
}

/* ---- lots ---- */

static size_t find_name(const char *const *name, size_t n, const char *text)
{
	size_t i = 0;

	while (i < n && strcmp(name[i], text) != 0)
		i++;
	return i;
}

/* What the case says that was drawn. */
static size_t *drawn_by_hand(struct sak *s, const json_t *draw, const char *where,
                             const char *const *name, size_t n_name, size_t most, size_t *n)
{
	static const char *const known[] = { "among", "drawn", NULL };
	const json_t *drawn = les_object(&s->les, draw, where, known, LES_NO_LOV) == NULL ? NULL
	                    : les_array(&s->les, draw, where, "drawn", true);
	const json_t *among = drawn == NULL ? NULL
	                    : les_array(&s->les, draw, where, "among", false);
	const char *field = les_path(&s->les, where, "drawn");
	size_t *out = arena_array(s->les.mem, json_array_size(drawn), sizeof *out);

	if (among != NULL && json_array_size(among) != n_name)
		les_fail(&s->les, les_path(&s->les, where, "among"), LES_NO_LOV,
		         "Loddet står mellom %zu, ikke %zu.", n_name, json_array_size(among));
	for (size_t i = 0; i < json_array_size(among) && les_well(&s->les); i++)
		if (find_name(name, n_name, les_text_of(&s->les, json_array_get(among, i),
		    les_path(&s->les, where, "among"))) == n_name)
			les_fail(&s->les, les_path(&s->les, where, "among"), LES_NO_LOV,
			         "Loddet står ikke mellom alle disse.");
	if (drawn != NULL && json_array_size(drawn) != most)
		les_fail(&s->les, field, LES_NO_LOV, "Det skal trekkes %zu.", most);
	for (*n = 0; *n < json_array_size(drawn) && les_well(&s->les); (*n)++) {
		const char *text = les_text_of(&s->les, json_array_get(drawn, *n), field);

		out[*n] = find_name(name, n_name, text);
		if (les_well(&s->les) && out[*n] == n_name)
			les_fail(&s->les, field, LES_NO_LOV, "%s er ikke med i loddet.", text);
		for (size_t i = 0; i < *n; i++)
			if (out[i] == out[*n])
				les_fail(&s->les, field, LES_NO_LOV, "%s er trukket to ganger.",
				         text);
	}
	return out;
}

static void tell_draw(struct sak *s, const char *const *name, size_t n_name, const size_t *drawn,
                      size_t n, const struct lodd *order)
{
	json_t *draws = json_object_get(s->out, "draws"), *among = json_array();
	json_t *won = json_array(), *hashes = json_object(), *draw;

	if (draws == NULL) {
		draws = json_array();
		json_object_set_new(s->out, "draws", draws);
	}
	for (size_t i = 0; i < n_name; i++)
		json_array_append_new(among, json_string(name[i]));
	for (size_t i = 0; i < n; i++)
		json_array_append_new(won, json_string(name[drawn[i]]));
	for (size_t i = 0; order != NULL && i < n_name; i++)
		json_object_set_new(hashes, name[order[i].who], json_string(order[i].hash));
	draw = json_pack("{s:o, s:o, s:s}", "among", among, "drawn", won, "method",
	                 order != NULL ? "kunngjort_froe" : "fysisk");
	json_array_append_new(draws, draw);
	if (order != NULL) {
		json_object_set(draw, "seed", json_object_get(s->in, "seed"));
		json_object_set_new(draw, "hashes", hashes);
	} else {
		json_decref(hashes);
	}
}

const size_t *sak_draw_names(struct sak *s, size_t nr, const char *const *name, size_t n_name,
                             size_t most, size_t *n)
{
	const json_t *draws = les_array(&s->les, s->in, "", "draws", false);
	const char *seed = les_text(&s->les, s->in, "", "seed", false);
	size_t *out = NULL;

	*n = 0;
	if (nr < json_array_size(draws)) {
		out = drawn_by_hand(s, json_array_get(draws, nr), les_item(&s->les, "draws", nr),
		                    name,
		                    n_name, most, n);
		if (les_well(&s->les))
			tell_draw(s, name, n_name, out, *n, NULL);
		else
			*n = 0;
	} else if (*seed != '\0' && les_well(&s->les)) {
		const struct lodd *order = lodd_draw(s->les.mem, seed, s->id, (unsigned)nr + 1,
		                                     name,
		                                     n_name);

		out = arena_array(s->les.mem, most, sizeof *out);
		for (*n = 0; *n < most; (*n)++)
			out[*n] = order[*n].who;
		tell_draw(s, name, n_name, out, *n, order);
	}
	return out;
}

const size_t *sak_draw(struct sak *s, size_t nr, const struct valg_list *list,
                       const struct fordeling *f, size_t *n)
{
	const char **name = arena_array(s->les.mem, f->n_among, sizeof *name);
	const size_t *drawn;
	size_t *out;

	for (size_t i = 0; i < f->n_among; i++)
		name[i] = list[f->among[i]].name;
	drawn = sak_draw_names(s, nr, name, f->n_among, f->to_draw, n);
	out = arena_array(s->les.mem, *n, sizeof *out);
	for (size_t i = 0; i < *n; i++)
		out[i] = f->among[drawn[i]];
	return out;
}

void sak_no_more_draws(struct sak *s, size_t used)
{
	const json_t *draws = les_array(&s->les, s->in, "", "draws", false);

	if (json_array_size(draws) > used)
		les_fail(&s->les, les_item(&s->les, "draws", used), LES_NO_LOV,
		         "Her er det ikke noe å trekke lodd om.");
}

/* ---- the methods that give seats only ---- */

static enum fordeling_method divisors_of(const struct sak_method *m)
{
	if (strcmp(m->name, "dhondt") == 0)
		return FORDELING_DHONDT;
	return strcmp(m->name, "sainte_lague") == 0 ? FORDELING_SAINTE_LAGUE
	                                            : FORDELING_SAINTE_LAGUE_14;
}

struct kvotienter {
	const struct valg_list *list;
	struct fordeling seats;
};

void sak_kvotienter(struct sak *s)
{
	const struct liste_task read = sak_lists(s, true);
	struct valg_list *list = arena_array(s->les.mem, read.n_paper + 1, sizeof *list);
	int64_t *votes = arena_array(s->les.mem, read.n_paper + 1, sizeof *votes);
	struct kvotienter *k = arena_get(s->les.mem, sizeof *k);
	struct fordeling_task task = { .method = divisors_of(s->method), .seats = s->seats,
	                               .votes = votes, .n_list = read.n_paper };

	for (size_t i = 0; i < read.n_paper; i++) {
		list[i] = read.paper[i].list;
		votes[i] = list[i].votes;
	}
	if (!les_well(&s->les))
		return;
	*k = (struct kvotienter){ list, fordeling(s->les.mem, &task) };
	if (k->seats.state == FORDELING_LOT) {
		task.drawn = sak_draw(s, 0, list, &k->seats, &task.n_drawn);
		sak_no_more_draws(s, 1);
		k->seats = fordeling(s->les.mem, &task);
	} else {
		sak_no_more_draws(s, 0);
	}
	sak_seat_rules(s, &k->seats);
	sak_put_seats(s, s->out, list, &k->seats);
	s->done = k;
}

void sak_kvotienter_tell(struct sak *s, struct buf *b)
{
	const struct kvotienter *k = s->done;

	sak_tell_seats(s, b, k->list, &k->seats);
}
