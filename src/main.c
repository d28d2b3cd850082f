/* main.c - opens everything, lists everything, starts the loop. */
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "app/drift/drift.h"
#include "app/telefon/telefon.h"

/* Every page of the program; each feature has a table. */
static const struct page *const tables[] = {
	telefon_pages,
	NULL
};

int main(int argc, char **argv)
{
	return drift_run(argc, argv, tables);
}
