/* main.c - the program: a command line, and the pages of all features (app/sider.c). */
#include "app/drift/drift.h"
#include "app/sider.h"

int main(int argc, char **argv)
{
	return drift_run(argc, argv, all_pages);
}
