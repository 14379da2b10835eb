/*
 * terminal: takes the terminal for the screen, and gives it back.
 */
#ifndef VADEMECUM_TUI_TERMINAL_H
#define VADEMECUM_TUI_TERMINAL_H

#include "vademecum/base/fault.h"

#include <stdbool.h>

/*
 * Whether standard input and output are a terminal that can show a screen. Writes nothing to find
 * out; the fault names the command line as the way out.
 */
bool terminal_check(struct fault *fault);

/* Starts curses: raw keys, no echo, reads that do not wait. After terminal_check. */
void terminal_open(void);

/* Gives the terminal back as it was. */
void terminal_close(void);

/* Gives it back while something else runs (NULL: nothing), and takes it again, in its new size. */
void terminal_lend(void (*something)(void));

/* Has the next refresh draw all of the screen anew, in the terminal's size as it is then. */
void terminal_renew(void);

/* Whether curses has the terminal now. */
bool terminal_is_open(void);

#endif
