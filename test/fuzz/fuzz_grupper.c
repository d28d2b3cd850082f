/* Any bytes as the files of `samling grupper`, parted by a line "---": refused with a reason,
 * or read, and then a small task has a plan in which everybody has a seat. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "app/gruppe/grupper_les.h"
#include "app/gruppe/grupper_skriv.h"
#include "lib/arena.h"

#define MEMORY (512u << 20)
#define SMALL 24                /* people of a task that is solved */

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static struct buf part(struct arena *mem, const char **at, const char *end)
{
	const char *mark = memmem(*at, (size_t)(end - *at), "---\n", 4);
	struct buf b = buf_in(mem);

	buf_puts(&b, "");
	buf_add(&b, *at, (size_t)((mark != NULL ? mark : end) - *at));
	*at = mark != NULL ? mark + 4 : end;
	return b;
}

static void solve(struct arena *mem, const struct participants *people,
                  const struct rule_list *rules, const uint16_t *met)
{
	const struct gruppe_task task = { people->person, people->n, rules->rule, rules->n,
	                                  1 + people->n / 4, 2, .met = met, .effort = 1 };
	const struct gruppe_plan plan = gruppe_solve(mem, &task);
	const struct plan_view view = { people, rules, &task, &plan, 0 };

	for (size_t i = 0; i < 2 * people->n; i++)
		if (plan.group[i] >= task.groups)
			abort();
	plan_json(mem, &view);
	plan_text(mem, &view);
	plan_broken(mem, &view);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena *mem = arena_new(MEMORY);
	const char *at = (const char *)data, *end = at + n, *error = NULL;
	const struct buf first = part(mem, &at, end), second = part(mem, &at, end);
	const struct buf third = part(mem, &at, end);
	struct participants people;
	struct rule_list rules = { 0 };
	uint16_t *met;
	size_t strangers;
	bool well = participants_read(mem, "d", &first, &people, &error);

	if (well && people.n <= SMALL) {
		met = arena_array(mem, people.n * people.n, sizeof *met);
		well = rules_read(mem, "r", &second, &people, 1 + people.n / 4, &rules, &error);
		well = well &&
		       earlier_plan_read(mem, "t", &third, &people, met, &strangers, &error);
		if (well)
			solve(mem, &people, &rules, met);
	}
	if (!well && (error == NULL || *error == '\0'))
		abort();
	arena_free(mem);
	return 0;
}
