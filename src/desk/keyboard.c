#include "vademecum/desk/keyboard.h"

#include "vademecum/base/i18n.h"

#include <stdbool.h>
#include <stddef.h>
#include <uchar.h>

/* What keys write on a keyboard, and what the same keys write on an American one. */
struct row {
    enum keyboard keyboard;
    bool once_known; /* not before the keyboard is known to be in use */
    const char32_t *written;
    const char *meant;
};

static const struct row rows[] = {
    {KEYBOARD_CYRILLIC, false, U"йцукенгшщзфівапролдячсмитьбю", "qwertyuiopasdfghjklzxcvbnm,."},
    {KEYBOARD_CYRILLIC, false, U"ЙЦУКЕНГШЩЗФІВАПРОЛДЯЧСМИТЬЖ", "QWERTYUIOPASDFGHJKLZXCVBNM:"},
    {KEYBOARD_CYRILLIC, false, U"ыЫўЎ", "sSoO"}, /* where the Russian and the Belarusian differ */
    {KEYBOARD_GREEK, false, U"ςερτυθιοπασδφγηξκλζχψωβνμ", "wertyuiopasdfghjklzxcvbnm"},
    {KEYBOARD_GREEK, false, U"ΕΡΤΥΘΙΟΠΑΣΔΦΓΗΞΚΛΖΧΨΩΒΝΜ", "ERTYUIOPASDFGHJKLZXCVBNM"},
    {KEYBOARD_GREEK, true, U";", "q"},
    {KEYBOARD_CZECH, false, U"+ěščřžýáíé", "1234567890"},
    {KEYBOARD_CZECH, false, U"ľť", "25"}, /* where the Slovak differs */
};

struct keyboard_key keyboard_place(int key, unsigned known) {
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct row *row = &rows[i];
        if (row->once_known && !(known & 1u << row->keyboard)) {
            continue;
        }
        for (size_t place = 0; row->meant[place]; place++) {
            if ((int)row->written[place] == key) {
                return (struct keyboard_key){row->meant[place], row->keyboard};
            }
        }
    }
    return (struct keyboard_key){key, KEYBOARD_ANY};
}

const char *keyboard_name(enum keyboard keyboard) {
    static const char *const names[KEYBOARD_COUNT] = {
        [KEYBOARD_ANY] = N_("Keyboard"),
        [KEYBOARD_CYRILLIC] = N_("Cyrillic keyboard"),
        [KEYBOARD_GREEK] = N_("Greek keyboard"),
        [KEYBOARD_CZECH] = N_("Czech or Slovak keyboard"),
    };
    return _(names[keyboard]);
}
