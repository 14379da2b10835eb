#include "vademecum/tui/signals.h"

#include "vademecum/base/count.h"

#include <stddef.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

/* The two mutable globals of the program: a signal handler can reach nothing else. */
static volatile sig_atomic_t end_signal;
static volatile sig_atomic_t news;

/*
 * Leaves alone what somebody else has caught or chosen to ignore (nohup, sanitizers). A handler
 * that is running must not be interrupted by another.
 */
static void signal_catch(int signal, void (*handler)(int), int flags) {
    struct sigaction action = {0};
    sigaction(signal, NULL, &action);
    if (action.sa_handler != SIG_DFL) {
        return;
    }
    action.sa_handler = handler;
    action.sa_flags = flags;
    sigfillset(&action.sa_mask);
    sigaction(signal, &action, NULL);
}

static void end_ask(int signal) {
    end_signal = signal;
}

/* Must not call curses: fixed settings and a fixed text bring most terminals back. */
static void terminal_reset(int signal) {
    static const char reset[] = "\033[?2004l\033[?1006l\033[?1000l\033[?1l\033>\033[?1049l\033[?25h"
                                "\033[0m\r\n";
    struct termios settings;
    if (tcgetattr(STDIN_FILENO, &settings) == 0) {
        settings.c_iflag |= BRKINT | ICRNL | IXON;
        settings.c_lflag |= ICANON | ECHO | ECHOE | ECHOK | IEXTEN | ISIG;
        tcsetattr(STDIN_FILENO, TCSANOW, &settings);
    }
    const ssize_t written = write(STDOUT_FILENO, reset, sizeof reset - 1);
    (void)written;
    raise(signal);
}

static void news_note(int signal) {
    news |= signal == SIGTSTP ? NEWS_STOP : signal == SIGCONT ? NEWS_CONTINUED : NEWS_SIZE;
}

void signals_open(sigset_t *waiting) {
    static const int ends[] = {SIGTERM, SIGHUP,  SIGINT,    SIGQUIT, SIGUSR1, SIGUSR2,
                               SIGALRM, SIGPIPE, SIGVTALRM, SIGPROF, SIGXCPU, SIGPOLL};
    static const int others[] = {SIGTSTP, SIGCONT, SIGWINCH};
    static const int crashes[] = {SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGSYS, SIGTRAP};
    sigset_t blocked;
    sigemptyset(&blocked);
    for (size_t i = 0; i < COUNT(ends); i++) {
        signal_catch(ends[i], end_ask, 0);
        sigaddset(&blocked, ends[i]);
    }
    for (size_t i = 0; i < COUNT(crashes); i++) {
        signal_catch(crashes[i], terminal_reset, (int)SA_RESETHAND);
    }
    for (size_t i = 0; i < COUNT(others); i++) {
        signal_catch(others[i], news_note, 0);
        sigaddset(&blocked, others[i]);
    }
    sigprocmask(SIG_BLOCK, &blocked, waiting);
    for (size_t i = 0; i < COUNT(ends); i++) {
        sigdelset(waiting, ends[i]);
    }
    for (size_t i = 0; i < COUNT(others); i++) {
        sigdelset(waiting, others[i]);
    }
}

int signals_end(void) {
    return end_signal;
}

/* Loses nothing in between: more can come only while input waits. */
int signals_news(void) {
    const int bits = news;
    news = 0;
    return bits;
}

void signals_suspend(void) {
    const struct timespec now = {0};
    sigset_t continued;
    raise(SIGSTOP);
    /* Drops the signal that ends a stop that we know of. */
    sigemptyset(&continued);
    sigaddset(&continued, SIGCONT);
    sigtimedwait(&continued, NULL, &now);
}
