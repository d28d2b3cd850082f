/* terminal.h - a QR code in a terminal, two modules a character by half blocks. */
#ifndef APP_LILLEVIK_TERMINAL_H
#define APP_LILLEVIK_TERMINAL_H

#include <stdbool.h>
#include <stdio.h>

/* With `colour` it is black on white whatever the terminal's own colours are; without (a
 * log, a pipe) light modules are blocks, as on a dark terminal.  Readers take both. */
void terminal_qr(FILE *, const char *text, bool colour);

#endif
