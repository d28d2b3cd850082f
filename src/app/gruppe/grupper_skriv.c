#include "app/gruppe/grupper_skriv.h"

#include <string.h>

#include "lib/arena.h"

/* A number as JSON writes it: "42", "-1.5", not "007", "+1" or "1.". */
static bool is_number(const char *s)
{
	size_t whole;

	s += *s == '-';
	whole = strspn(s, "0123456789");
	if (whole == 0 || whole > 15 || (s[0] == '0' && whole > 1))
		return false;
	s += whole;
	if (*s == '.') {
		s++;
		whole = strspn(s, "0123456789");
		if (whole == 0 || whole > 15)
			return false;
		s += whole;
	}
	return *s == '\0';
}

/* Clean text: no control characters are in it. */
static void put_id(struct buf *b, const char *id)
{
	if (is_number(id)) {
		buf_puts(b, id);
		return;
	}
	buf_putc(b, '"');
	for (; *id != '\0'; id++) {
		if (*id == '"' || *id == '\\')
			buf_putc(b, '\\');
		buf_putc(b, *id);
	}
	buf_putc(b, '"');
}

static const char *kind_name(enum group_rule kind)
{
	static const char *const name[GROUP_RULE__MAX] = {
		[GROUP_RULE_APART] = "hver_for_seg", [GROUP_RULE_TOGETHER] = "sammen",
		[GROUP_RULE_LOCKED] = "laast",
	};

	return name[kind];
}

static const char *why_text(enum gruppe_why why)
{
	switch (why) {
	case GRUPPE_WHY_TOGETHER:
		return "andre regler sier at de skal sitte sammen";
	case GRUPPE_WHY_LOCKED:
		return "det som er låst, sier noe annet";
	case GRUPPE_WHY_CHAIN:
		return "da ville flere sitte sammen enn en gruppe har plass til";
	case GRUPPE_WHY_PACKING:
		return "de som skal sitte sammen, lar seg ikke fordele på gruppene";
	case GRUPPE_WHY_CLIQUE:
		return "flere skal sitte hver for seg enn det er grupper";
	case GRUPPE_WHY_FULL:
		return "det er låst flere til gruppen enn den har plass til";
	case GRUPPE_WHY_SEATS:
		return "det er færre plasser enn deltakere";
	case GRUPPE_WHY_NOT_FOUND:
		break;
	}
	return "ingen plan som holder den, ble funnet";
}

static void put_cost(struct buf *b, const struct gruppe_plan *plan)
{
	const struct gruppe_cost *c = &plan->cost;

	buf_printf(b, "{\"total\": %ld, \"gjentak\": %ld, \"sum_C2\": %ld, \"maks\": %ld, "
	           "\"aldri\": %ld, \"brudd\": %ld, \"attributt\": %ld, \"partiover\": %ld, "
	           "\"minst_gjentak\": %ld, \"minst_sum_C2\": %ld}", c->total, c->again,
	           c->again_pairs, c->most, c->never, c->broken, c->traits, c->party_over,
	           plan->least_again, plan->least_again_pairs);
}

static void put_rule(struct buf *b, const struct plan_view *v, const struct gruppe_cannot *c)
{
	const struct gruppe_rule *r = &v->task->rule[c->rule];

	buf_printf(b, "{\"linje\": %zu, \"type\": \"%s\", \"a\": ", v->rules->line[c->rule],
	           kind_name(r->kind));
	put_id(b, v->people->id[r->a]);
	buf_puts(b, ", \"b\": ");
	if (r->kind == GROUP_RULE_LOCKED)
		buf_printf(b, "%zu", r->b + 1);
	else
		put_id(b, v->people->id[r->b]);
	buf_printf(b, ", \"grunn\": \"%s\"}", why_text(c->why));
}

static void put_group(struct buf *b, const struct plan_view *v, size_t round, size_t group)
{
	const uint16_t *of = v->plan->group + round * v->task->n;
	bool first = true;

	buf_puts(b, group == 0 ? "[" : ", [");
	for (size_t i = 0; i < v->task->n; i++) {
		if (of[i] != group)
			continue;
		if (!first)
			buf_puts(b, ", ");
		first = false;
		put_id(b, v->people->id[i]);
	}
	buf_putc(b, ']');
}

char *plan_json(struct arena *mem, const struct plan_view *v)
{
	struct buf b = buf_in(mem);

	buf_puts(&b, "{\"runder\": [");
	for (size_t r = 0; r < v->task->rounds; r++) {
		buf_puts(&b, r == 0 ? "\n[" : ",\n[");
		for (size_t g = 0; g < v->task->groups; g++)
			put_group(&b, v, r, g);
		buf_putc(&b, ']');
	}
	buf_puts(&b, "],\n\"kostnad\": ");
	put_cost(&b, v->plan);
	buf_printf(&b, ",\n\"fro\": %llu,\n\"kan_ikke_holdes\": [",
	           (unsigned long long)v->task->seed);
	for (size_t i = 0; i < v->plan->n_cannot; i++) {
		buf_puts(&b, i == 0 ? "" : ", ");
		put_rule(&b, v, &v->plan->cannot[i]);
	}
	buf_puts(&b, "]}\n");
	return b.p;
}

char *plan_broken(struct arena *mem, const struct plan_view *v)
{
	struct buf b = buf_in(mem);

	buf_puts(&b, "");
	for (size_t i = 0; i < v->plan->n_cannot; i++) {
		const struct gruppe_cannot *c = &v->plan->cannot[i];
		const struct gruppe_rule *r = &v->task->rule[c->rule];
		const char *a = v->people->name[r->a];

		buf_printf(&b, "Regelen på linje %zu (%s: %s og ", v->rules->line[c->rule],
		           kind_name(r->kind), a);
		if (r->kind == GROUP_RULE_LOCKED)
			buf_printf(&b, "gruppe %zu", r->b + 1);
		else
			buf_puts(&b, v->people->name[r->b]);
		buf_printf(&b, ") kan ikke holdes: %s.\n", why_text(c->why));
	}
	return b.p;
}

static void text_group(struct buf *b, const struct plan_view *v, size_t round, size_t group,
                       size_t leader)
{
	const uint16_t *of = v->plan->group + round * v->task->n;
	bool first = true;

	buf_printf(b, "  Gruppe %zu: ", group + 1);
	for (size_t i = 0; i < v->task->n; i++) {
		if (of[i] != group)
			continue;
		buf_printf(b, "%s%s", first ? "" : ", ", v->people->name[i]);
		first = false;
	}
	if (leader != GRUPPE_NOBODY)
		buf_printf(b, ". Leder: %s", v->people->name[leader]);
	buf_putc(b, '\n');
}

static void text_sum(struct buf *b, const struct plan_view *v)
{
	const struct gruppe_cost *c = &v->plan->cost;

	if (c->again == 0)
		buf_puts(b, "Ingen møter den samme to ganger.\n");
	else
		buf_printf(b, "%ld %s er et gjensyn; færre enn %ld er ikke mulig. Ingen møtes mer "
		           "enn %ld %s.\n", c->again, c->again == 1 ? "møte" : "møter",
		           v->plan->least_again, c->most, c->most == 1 ? "gang" : "ganger");
	buf_printf(b, "Skjevhet i parti, rolle, kjønn og alder: %ld. Frø: %llu.\n", c->traits,
	           (unsigned long long)v->task->seed);
	if (v->strangers > 0)
		buf_printf(b, "%zu %s i den tidligere planen er ikke med nå.\n", v->strangers,
		           v->strangers == 1 ? "plass" : "plasser");
}

char *plan_text(struct arena *mem, const struct plan_view *v)
{
	unsigned *led = arena_array(mem, v->task->n, sizeof *led);
	size_t *leader = arena_array(mem, v->task->groups, sizeof *leader);
	struct buf b = buf_in(mem);

	buf_puts(&b, "");
	for (size_t r = 0; r < v->task->rounds; r++) {
		gruppe_leaders(v->plan->group + r * v->task->n, v->task->n, v->task->groups,
		               v->people->age, v->people->councillor, led, leader);
		buf_printf(&b, "Runde %zu\n", r + 1);
		for (size_t g = 0; g < v->task->groups; g++)
			text_group(&b, v, r, g, leader[g]);
		buf_putc(&b, '\n');
	}
	text_sum(&b, v);
	return b.p;
}
