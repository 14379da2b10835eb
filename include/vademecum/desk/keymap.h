/*
 * keymap: keys, their notation, and the commands that they give.
 *
 * A key is an int: a Unicode code point for a character, 1 to 26 for Ctrl-A to Ctrl-Z, or one of
 * the PRESS_ constants, which lie above Unicode. In writing, a character stands for itself and the
 * others in angle brackets: <Up>, <C-l>, <M-Enter>, <F1>, <Space>; "<" itself is <lt>.
 */
#ifndef VADEMECUM_DESK_KEYMAP_H
#define VADEMECUM_DESK_KEYMAP_H

#include "vademecum/desk/command.h"

#include <stdbool.h>
#include <stddef.h>

enum {
    PRESS_NONE = 0,
    PRESS_UP = 0x110000,
    PRESS_DOWN,
    PRESS_LEFT,
    PRESS_RIGHT,
    PRESS_PAGE_UP,
    PRESS_PAGE_DOWN,
    PRESS_HOME,
    PRESS_END,
    PRESS_ENTER,
    PRESS_ESCAPE,
    PRESS_TAB,
    PRESS_BACK_TAB,
    PRESS_BACKSPACE,
    PRESS_DELETE,
    PRESS_ALT_ENTER,
    PRESS_WORD_LEFT, /* Ctrl-Left, or Alt-B */
    PRESS_WORD_RIGHT,
    PRESS_F1 /* F1 to F12 follow one another */
};

/* The key that Ctrl and a small letter give. */
#define PRESS_CTRL(letter) ((letter) - 'a' + 1)

enum {
    KEY_NAME_MAX = 16 /* bytes of a key in writing, with its NUL */
};

/*
 * Reads the key at the start of `text` and moves `*text` behind it. PRESS_NONE at the end of the
 * text, or, with `*text` unmoved, when there is an unknown name in brackets or a bad byte.
 */
int keymap_parse(const char **text);

/* The key in writing, for users: "Enter", "↓" is written "Down", "Ctrl-L", "j". */
void keymap_name(int key, char name[KEY_NAME_MAX]);

/* The command that the key gives, or COMMAND_NONE. */
enum command keymap_command(int key);

/*
 * The keys of a command for users, the first or all: "Down, j"; "" when it has none. `name` gets
 * at most `size` bytes.
 */
void keymap_keys(enum command command, bool all, char *name, size_t size);

#endif
