/* drift.h - the program on the command line: `samling <command>`. */
#ifndef APP_DRIFT_DRIFT_H
#define APP_DRIFT_DRIFT_H

struct page;

/* A command is a function and a row in commands[]; exit status 0 is well. */
struct command {
	const char *name, *arguments, *help;    /* help in bokmål */
	int (*run)(int argc, char **argv, const struct page *const *tables);
};

int drift_run(int argc, char **argv, const struct page *const *tables);

int serve_command(int argc, char **argv, const struct page *const *tables);
int lenke_command(int argc, char **argv, const struct page *const *tables);
int kommuner_command(int argc, char **argv, const struct page *const *tables);
int sjekk_command(int argc, char **argv, const struct page *const *tables);
int sikkerhetskopi_command(int argc, char **argv, const struct page *const *tables);
int import_command(int argc, char **argv, const struct page *const *tables);
int export_command(int argc, char **argv, const struct page *const *tables);

#endif
