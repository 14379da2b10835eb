/*
 * command: everything that a user can do, in one list. The keymap, the help, the menu, the footer,
 * `vademecum keys` and the tests are made from it.
 */
#ifndef VADEMECUM_DESK_COMMAND_H
#define VADEMECUM_DESK_COMMAND_H

#include "vademecum/base/words.h"

#include <stddef.h>

/*
 * X(constant, name, keys, group, footer, help)
 * keys: in the notation of keymap.h, separated by blanks, the one to be shown first.
 * footer: one or two words for the footer line; help: a sentence for help and menu.
 */
#define COMMAND_LIST(X)                                                                            \
    X(DOWN, "down", "<Down> j", MOVE, N_("down"), N_("Go one row down"))                           \
    X(UP, "up", "<Up> k", MOVE, N_("up"), N_("Go one row up"))                                     \
    X(RIGHT, "right", "<Right> l", MOVE, N_("right"), N_("Go to the panel on the right"))          \
    X(LEFT, "left", "<Left> h", MOVE, N_("left"), N_("Go to the panel on the left"))               \
    X(PAGE_DOWN, "page-down", "<PgDn>", MOVE, N_("page down"), N_("Go one page down"))             \
    X(PAGE_UP, "page-up", "<PgUp>", MOVE, N_("page up"), N_("Go one page up"))                     \
    X(FIRST, "first", "<Home> g", MOVE, N_("top"), N_("Go to the first row"))                      \
    X(LAST, "last", "<End> G", MOVE, N_("bottom"), N_("Go to the last row"))                       \
    X(NEXT_STOP, "next-panel", "<Tab>", MOVE, N_("panel"), N_("Go to the next panel"))             \
    X(PREVIOUS_STOP, "previous-panel", "<S-Tab>", MOVE, N_("panel back"),                          \
      N_("Go to the panel before"))                                                                \
    X(OPEN, "open", "<Enter>", MOVE, N_("open"), N_("Open the row, or follow its link"))           \
    X(BACK, "back", "<Esc> <Backspace>", MOVE, N_("back"), N_("Go back one step; never quits"))    \
    X(OPEN_LINK, "open-link", "o", TAKE, N_("open link"),                                          \
      N_("Open the link or file of the row, else the practice's website"))                         \
    X(NEXT_PRACTICE, "next-practice", "J", LOOK, N_("next practice"),                              \
      N_("Go to the next practice, at the same question"))                                         \
    X(PREVIOUS_PRACTICE, "previous-practice", "K", LOOK, N_("practice before"),                    \
      N_("Go to the practice before, at the same question"))                                       \
    X(COLLECTIONS, "collections", "L", LOOK, N_("collections"),                                    \
      N_("Show the collections that the practices come from"))                                     \
    X(LEFT_OUT, "left-out", "!", LOOK, N_("left out"),                                             \
      N_("Show the rows of the catalogue that were left out, and why"))                            \
    X(LANGUAGE, "language", "t", LOOK, N_("language"),                                             \
      N_("Show titles in the next language that the catalogue has"))                               \
    X(ENLARGE, "enlarge", "z", LOOK, N_("enlarge"), N_("Give the panel the whole screen, or not")) \
    X(MOUSE, "mouse", "M", LOOK, N_("mouse"), N_("Turn the mouse on or off"))                      \
    X(REDRAW, "redraw", "<C-l>", LOOK, N_("redraw"), N_("Draw the screen anew"))                   \
    X(HELP, "help", "? <F1>", FIND_OUT, N_("help"), N_("Show the keys; typing narrows the list"))  \
    X(MENU, "menu", "m <F9>", FIND_OUT, N_("menu"), N_("Choose from all that can be done here"))   \
    X(BY_NAME, "command", ":", FIND_OUT, N_("command"), N_("Give a command by its name"))          \
    X(SUSPEND, "suspend", "", LEAVE, N_("suspend"), N_("Go back to the shell; fg returns"))        \
    X(QUIT, "quit", "q", LEAVE, N_("close"), N_("Close this screen; at the first screen: quit"))   \
    X(INTERRUPT, "interrupt", "<C-c>", LEAVE, N_("leave"),                                         \
      N_("Leave what is being typed; else say how to close"))

enum command {
    COMMAND_NONE,
#define COMMAND_CONSTANT(constant, name, keys, group, footer, help) COMMAND_##constant,
    COMMAND_LIST(COMMAND_CONSTANT)
#undef COMMAND_CONSTANT
    COMMAND_COUNT
};

enum command_group {
    GROUP_MOVE,
    GROUP_TAKE,
    GROUP_LOOK,
    GROUP_FIND_OUT,
    GROUP_LEAVE,
    GROUP_COUNT
};

struct command_info {
    const char *name; /* for `:` and scripts */
    const char *keys; /* in keymap.h's notation, separated by blanks; "" when it has none */
    enum command_group group;
    const char *footer; /* untranslated: pass through _() */
    const char *help;   /* untranslated: pass through _() */
};

/* About a command other than COMMAND_NONE. Static. */
const struct command_info *command_info(enum command command);

/* The heading of a group, translated. */
const char *command_group_title(enum command_group group);

/* The command with this name, or COMMAND_NONE. */
enum command command_find(const char *name);

#endif
