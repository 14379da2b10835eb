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

/* The signal that asked to end, such as SIGTERM or SIGHUP, or 0. */
int signals_end(void);

enum signals_news {
    NEWS_STOP = 1,      /* SIGTSTP asks to stop */
    NEWS_CONTINUED = 2, /* we were stopped unasked; others may have used the terminal meanwhile */
    NEWS_SIZE = 4       /* the terminal has had another size, and may have it still */
};

/* What came since the last call, as bits; 0 for nothing. */
int signals_news(void);

/* Stops this process until it is continued. The terminal must have been given back. */
void signals_suspend(void);

#endif
