#include "vademecum/tui/terminal.h"

#include "vademecum/base/words.h"
#include "vademecum/tui/input.h"

#include <curses.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>

enum {
    ESCAPE_MS = 25 /* what may pass between the bytes of one key */
};

bool terminal_check(struct fault *fault) {
    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) {
        return fault_set(fault, FAULT_USAGE, NULL, 0, NULL,
                         _("The screen needs a terminal for its keys and its output. Without one, "
                           "use a command such as \"vademecum list\"; see vademecum --help."));
    }
    int problem = 0;
    const char *term = getenv("TERM");
    const bool known = setupterm(NULL, STDOUT_FILENO, &problem) == OK;
    const bool usable = known && cursor_address;
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

void terminal_open(void) {
    initscr();
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
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0 &&
        is_term_resized(size.ws_row, size.ws_col)) {
        resizeterm(size.ws_row, size.ws_col);
    }
    clearok(curscr, TRUE);
}

bool terminal_is_open(void) {
    return stdscr && !isendwin();
}
