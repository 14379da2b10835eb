#include "vademecum/desk/keymap.h"

#include <stdio.h>
#include <string.h>
#include <wchar.h>

enum {
    F_KEYS = 12
};

/* A key's name in the notation, and for users. */
struct key_name {
    int key;
    const char *notation;
    const char *shown;
};

static const struct key_name names[] = {
    {PRESS_UP, "Up", N_("Up")},
    {PRESS_DOWN, "Down", N_("Down")},
    {PRESS_LEFT, "Left", N_("Left")},
    {PRESS_RIGHT, "Right", N_("Right")},
    {PRESS_PAGE_UP, "PgUp", N_("PgUp")},
    {PRESS_PAGE_DOWN, "PgDn", N_("PgDn")},
    {PRESS_HOME, "Home", N_("Home")},
    {PRESS_END, "End", N_("End")},
    {PRESS_ENTER, "Enter", N_("Enter")},
    {PRESS_ESCAPE, "Esc", N_("Esc")},
    {PRESS_TAB, "Tab", N_("Tab")},
    {PRESS_BACK_TAB, "S-Tab", N_("Shift-Tab")},
    {PRESS_BACKSPACE, "Backspace", N_("Backspace")},
    {PRESS_DELETE, "Delete", N_("Delete")},
    {PRESS_ALT_ENTER, "M-Enter", N_("Alt-Enter")},
    {PRESS_WORD_LEFT, "C-Left", N_("Ctrl-Left")},
    {PRESS_WORD_RIGHT, "C-Right", N_("Ctrl-Right")},
    {' ', "Space", N_("Space")},
    {'<', "lt", "<"},
};

static int bracketed_parse(const char *name, size_t length) {
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strlen(names[i].notation) == length && strncmp(names[i].notation, name, length) == 0) {
            return names[i].key;
        }
    }
    if (length == 3 && strncmp(name, "C-", 2) == 0 && name[2] >= 'a' && name[2] <= 'z') {
        return PRESS_CTRL(name[2]);
    }
    for (int i = 0; i < F_KEYS; i++) {
        char f[KEY_NAME_MAX];
        snprintf(f, sizeof f, "F%d", i + 1);
        if (strlen(f) == length && strncmp(f, name, length) == 0) {
            return PRESS_F1 + i;
        }
    }
    return PRESS_NONE;
}

int keymap_parse(const char **text) {
    const char *start = *text;
    const char *end = start[0] == '<' ? strchr(start, '>') : NULL;
    if (end) {
        const int key = bracketed_parse(start + 1, (size_t)(end - start - 1));
        *text = key == PRESS_NONE ? start : end + 1;
        return key;
    }
    wchar_t character = 0;
    mbstate_t state = {0};
    const size_t length = mbrtowc(&character, start, strlen(start), &state);
    if (length == 0 || length > strlen(start)) {
        return PRESS_NONE;
    }
    *text = start + length;
    return (int)character;
}

void keymap_name(int key, char name[KEY_NAME_MAX]) {
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (names[i].key == key) {
            snprintf(name, KEY_NAME_MAX, "%s", _(names[i].shown));
            return;
        }
    }
    if (key >= PRESS_F1) {
        snprintf(name, KEY_NAME_MAX, "F%d", key - PRESS_F1 + 1);
    } else if (key <= PRESS_CTRL('z')) {
        snprintf(name, KEY_NAME_MAX, "Ctrl-%c", 'A' + key - 1);
    } else {
        snprintf(name, KEY_NAME_MAX, "%lc", (wint_t)key);
    }
}

/* The next of a command's keys, which blanks stand between. */
static int key_next(const char **keys) {
    *keys += strspn(*keys, " ");
    return keymap_parse(keys);
}

enum command keymap_command(int key) {
    for (enum command command = COMMAND_NONE + 1; command < COMMAND_COUNT; command++) {
        const char *keys = command_info(command)->keys;
        for (int bound = key_next(&keys); bound != PRESS_NONE; bound = key_next(&keys)) {
            if (bound == key) {
                return command;
            }
        }
    }
    return COMMAND_NONE;
}

void keymap_keys(enum command command, bool all, char *name, size_t size) {
    const char *keys = command_info(command)->keys;
    size_t used = 0;
    name[0] = '\0';
    for (int key = key_next(&keys); key != PRESS_NONE; key = key_next(&keys)) {
        char one[KEY_NAME_MAX];
        keymap_name(key, one);
        const int length = snprintf(name + used, size - used, "%s%s", used ? ", " : "", one);
        used += (size_t)length;
        if (!all || used >= size) {
            return;
        }
    }
}
