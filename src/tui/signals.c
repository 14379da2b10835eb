#include "vademecum/tui/signals.h"

#include <stddef.h>
#include <unistd.h>

/* The two mutable globals of the program: a signal handler can reach nothing else. */
static volatile sig_atomic_t end_signal;
static volatile sig_atomic_t stop_asked;

static void end_ask(int signal);
static void stop_ask(int signal);
static void terminal_reset(int signal);
static void signal_catch(int signal, void (*handler)(int), int flags);

void signals_open(sigset_t *waiting) {
    static const int ends[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT};
    static const int crashes[] = {SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL};
    sigset_t blocked;
    sigemptyset(&blocked);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        signal_catch(ends[i], end_ask, 0);
        sigaddset(&blocked, ends[i]);
    }
    for (size_t i = 0; i < sizeof crashes / sizeof *crashes; i++) {
        signal_catch(crashes[i], terminal_reset, (int)SA_RESETHAND);
    }
    signal_catch(SIGTSTP, stop_ask, 0);
    sigaddset(&blocked, SIGTSTP);
    sigprocmask(SIG_BLOCK, &blocked, waiting);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        sigdelset(waiting, ends[i]);
    }
    sigdelset(waiting, SIGTSTP);
}

int signals_end(void) {
    return end_signal;
}

bool signals_stop(void) {
    const bool asked = stop_asked;
    stop_asked = 0;
    return asked;
}

void signals_suspend(void) {
    raise(SIGSTOP);
}

static void end_ask(int signal) {
    end_signal = signal;
}

static void stop_ask(int signal) {
    (void)signal;
    stop_asked = 1;
}

/* Nothing of curses may be called here: a fixed text brings most terminals back. */
static void terminal_reset(int signal) {
    static const char reset[] = "\033[?2004l\033[?1000l\033[?1049l\033[?25h\033[0m\r\n";
    const ssize_t written = write(STDOUT_FILENO, reset, sizeof reset - 1);
    (void)written;
    raise(signal);
}

/* Leaves alone what somebody else has caught or chosen to ignore (nohup, sanitizers). */
static void signal_catch(int signal, void (*handler)(int), int flags) {
    struct sigaction action = {0};
    sigaction(signal, NULL, &action);
    if (action.sa_handler != SIG_DFL) {
        return;
    }
    action.sa_handler = handler;
    action.sa_flags = flags;
    sigemptyset(&action.sa_mask);
    sigaction(signal, &action, NULL);
}
