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

/* Starts curses: raw keys, no echo, reads that do not wait. To be called after terminal_check. */
void terminal_open(void);

/* Gives the terminal back as it was. */
void terminal_close(void);

/* Gives the terminal back while `something` runs (NULL: nothing), and takes it again. */
void terminal_lend(void (*something)(void));

/* Lets the next refresh draw the whole screen again, in the size that the terminal then has. */
void terminal_renew(void);

/* Whether curses has the terminal now. */
bool terminal_is_open(void);

#endif
