/*
 * keyboard: takes letters and signs of other keyboards by their place. On a Ukrainian keyboard the
 * key that has "w" elsewhere writes "ц": where nothing is being typed, it means "w".
 *
 * The places are those of the layouts ua, ru, by, gr, cz and sk of xkeyboard-config, beside us.
 */
#ifndef VADEMECUM_DESK_KEYBOARD_H
#define VADEMECUM_DESK_KEYBOARD_H

enum keyboard {
    KEYBOARD_ANY, /* the key stands for itself */
    KEYBOARD_CYRILLIC,
    KEYBOARD_GREEK,
    KEYBOARD_CZECH, /* and Slovak: the row of digits */
    KEYBOARD_COUNT
};

struct keyboard_key {
    int key; /* as in keymap.h; the one that was pressed when it stands for itself */
    enum keyboard keyboard;
};

/*
 * The key of an American keyboard at the place of `key`. `known`: 1 << KEYBOARD of those that are
 * known to be in use; some signs, such as the Greek ";", are taken by their place only then.
 */
struct keyboard_key keyboard_place(int key, unsigned known);

/* The name of the keyboard, translated: "Cyrillic keyboard". */
const char *keyboard_name(enum keyboard keyboard);

#endif
