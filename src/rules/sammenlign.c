#include "rules/sammenlign.h"

#include "rules/telling.h"

static int64_t least(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

static int64_t most(int64_t a, int64_t b)
{
	return a > b ? a : b;
}

bool compare_may(const int64_t people[ROLE__MAX])
{
	return people[ROLE_FOLKEVALGT] >= TELLING_LEAST &&
	       people[ROLE_ADMINISTRASJON] + people[ROLE_ANNET] >= TELLING_LEAST;
}

size_t compare_group(enum role role)
{
	return role != ROLE_FOLKEVALGT;
}

static int64_t total(const struct compare_choice *c)
{
	return c->count[0] + c->count[1];
}

/* What somebody who knows all that is shown can say of a hidden choice: at least and at most
 * so many councillors.  With one choice each, the hidden ones share what is left of the
 * councillors. */
static int64_t width(const struct compare_choice *c, size_t n, size_t i,
                     const int64_t people[2], bool one_each)
{
	int64_t left = people[0], others = people[1];

	for (size_t k = 0; one_each && k < n; k++)
		if (c[k].shown) {
			left -= c[k].count[0];
			others -= c[k].count[1];
		}
	return least(total(&c[i]), left) - most(0, total(&c[i]) - others);
}

/* Wide enough is as wide as the least number that may be shown, or as the choice itself. */
static bool safe(const struct compare_choice *c, size_t n, const int64_t people[2],
                 bool one_each)
{
	for (size_t i = 0; i < n; i++)
		if (!c[i].shown &&
		    width(c, n, i, people, one_each) < least(TELLING_LEAST, total(&c[i])))
			return false;
	return true;
}

static struct compare_choice *least_chosen(struct compare_choice *c, size_t n)
{
	struct compare_choice *found = NULL;

	for (size_t i = 0; i < n; i++)
		if (c[i].shown && (found == NULL || total(&c[i]) < total(found)))
			found = &c[i];
	return found;
}

bool compare_hide(struct compare_choice *c, size_t n, const int64_t people[2], bool one_each)
{
	struct compare_choice *next;

	if (n > COMPARE_CHOICES_MAX || people[0] < TELLING_LEAST || people[1] < TELLING_LEAST)
		return false;
	for (size_t i = 0; i < n; i++)
		c[i].shown = c[i].count[0] >= TELLING_LEAST && c[i].count[1] >= TELLING_LEAST;
	while (!safe(c, n, people, one_each)) {
		next = least_chosen(c, n);
		if (next == NULL)
			break;
		next->shown = false;
	}
	return least_chosen(c, n) != NULL;
}
