#include "vademecum/tui/terminal.h"

#include "vademecum/base/i18n.h"
#include "vademecum/tui/input.h"

#include <curses.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>

enum {
    ESCAPE_MS = 25,   /* what may pass between the bytes of one key */
    SIZE_MOST = 2000, /* rows and columns that are used of a larger terminal */
    CELLS_FEW = 400   /* under so many, curses holds back less than it starts with */
};

static bool is_control(const char *sequence) {
    return sequence && strncmp(sequence, "\033[", 2) == 0;
}

/*
 * Whether the terminal obeys the control sequences of ECMA-48, as those do that somebody has today:
 * its cursor goes anywhere, it clears, and its colours are set back as its other looks are. Modes
 * that it does not know it then ignores; another kind would print them, or answer.
 */
static bool controls_usual(void) {
    return is_control(cursor_address) && is_control(clear_screen) &&
           (is_control(clr_eol) || is_control(clr_eos)) &&
           (!orig_pair || (is_control(orig_pair) && orig_pair[strlen(orig_pair) - 1] == 'm'));
}

bool terminal_check(struct fault *fault) {
    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) {
        return fault_set(fault, FAULT_USAGE, NULL, 0, NULL,
                         _("The screen needs a terminal for its keys and its output. Without one, "
                           "use a command such as \"vademecum list\"; see vademecum --help."));
    }
    int problem = 0;
    const char *term = getenv("TERM");
    const bool known = setupterm(NULL, STDOUT_FILENO, &problem) == OK;
    const bool usable = known && controls_usual();
    if (known) {
        del_curterm(cur_term); /* initscr() makes its own and forgets this one */
    }
    if (!usable) {
        return fault_set(fault, FAULT_USAGE, NULL, 0, NULL,
                         _("The terminal type \"%s\" (TERM) cannot show a screen. Set TERM to what "
                           "your terminal is, or use a command such as \"vademecum list\"; see "
                           "vademecum --help."),
                         term ? term : "");
    }
    return true;
}

/*
 * From its start until it first comes back from the shell, curses writes each move of its cursor by
 * itself (ncurses 6.4): some fifty writes for a page, each of which wakes the terminal, or is a
 * packet of its own over a network. So it goes to the shell once, where nobody sees it. (Of a tiny
 * screen it holds so little back that the terminal has the first half of its start already.)
 */
static void output_gather(void) {
    const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    const int kept = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    if (nowhere >= 0 && kept >= 0 && dup2(nowhere, STDOUT_FILENO) >= 0) {
        endwin();
        dup2(kept, STDOUT_FILENO);
    }
    close(kept);
    close(nowhere);
}

void terminal_open(void) {
    struct winsize size;
    const bool vast = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 &&
                      (size.ws_row > SIZE_MOST || size.ws_col > SIZE_MOST);
    if (vast) {
        /* curses counts in a short, and believes the environment before the terminal. */
        setenv("LINES", "24", true);
        setenv("COLUMNS", "80", true);
    }
    initscr();
    if (LINES * COLS >= CELLS_FEW) {
        output_gather();
    }
    refresh();
    if (vast) {
        unsetenv("LINES");
        unsetenv("COLUMNS");
        terminal_renew();
    }
    set_escdelay(ESCAPE_MS);
    raw();
    noecho();
    nonl();
    keypad(stdscr, TRUE);
    nodelay(stdscr, TRUE);
    mouseinterval(0);
    input_prepare();
    input_mark_pastes(true);
}

void terminal_close(void) {
    input_mark_pastes(false);
    endwin();
}

void terminal_lend(void (*something)(void)) {
    terminal_close();
    if (something) {
        something();
    }
    input_mark_pastes(true);
    terminal_renew();
    refresh();
}

/*
 * curses itself would do nothing when the size is the old one again, though the terminal has lost
 * what did not fit in between.
 */
void terminal_renew(void) {
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0) {
        const int high = size.ws_row < SIZE_MOST ? size.ws_row : SIZE_MOST;
        const int wide = size.ws_col < SIZE_MOST ? size.ws_col : SIZE_MOST;
        if (is_term_resized(high, wide)) {
            resizeterm(high, wide);
        }
    }
    clearok(curscr, TRUE);
}

bool terminal_is_open(void) {
    return stdscr && !isendwin();
}
