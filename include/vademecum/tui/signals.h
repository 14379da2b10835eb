/*
 * signals: what other programs ask of us while we browse, as two flags.
 */
#ifndef VADEMECUM_TUI_SIGNALS_H
#define VADEMECUM_TUI_SIGNALS_H

#include <signal.h>
#include <stdbool.h>

/*
 * Catches what would otherwise end or stop the program with the terminal in disorder, and blocks it
 * but while input waits. Before curses is started, and once. `waiting` gets the signals to let
 * through while waiting.
 */
void signals_open(sigset_t *waiting);

/* The signal that asked to end (SIGTERM, SIGHUP, SIGINT, SIGQUIT), or 0. */
int signals_end(void);

/* Whether SIGTSTP asked to stop since the last call. */
bool signals_stop(void);

/* Stops this process until it is continued. The terminal must be in order for the shell. */
void signals_suspend(void);

#endif
