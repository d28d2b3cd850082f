#include "rules/kort.h"

int64_t kort_people(int64_t phones, const int64_t *hands, size_t n, int64_t dots)
{
	int64_t most = 0, sum = 0;

	for (size_t i = 0; i < n; i++) {
		sum += hands[i];
		most = hands[i] > most ? hands[i] : most;
	}
	sum = dots > 0 ? (sum + dots - 1) / dots : sum;
	return phones + (sum > most ? sum : most);
}

bool kort_two_thirds(int64_t count, int64_t people)
{
	return people > 0 && 3 * count >= 2 * people;
}
