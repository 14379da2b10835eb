#include "vademecum/base/guard.h"

#include "vademecum/base/count.h"

#include <stddef.h>
#include <string.h>

bool guard_needed(const char *text) {
    static const char *const signs[] = {
        "=",
        "+",
        "-",
        "@",
        "\t",
        "\r",
        "\n",
        "\xEF\xBC\x9D",
        "\xEF\xBC\x8B",
        "\xEF\xBC\x8D",
        "\xEF\xBC\xA0", /* U+FF1D, 0B, 0D, 20 */
        "\xEF\xB9\xA6",
        "\xEF\xB9\xA2",
        "\xEF\xB9\xA3",
        "\xEF\xB9\xAB", /* U+FE66, 62, 63, 6B */
    };
    text += strspn(text, "'");
    for (size_t i = 0; i < COUNT(signs); i++) {
        if (text[0] == signs[i][0] && strncmp(text, signs[i], strlen(signs[i])) == 0) {
            return true;
        }
    }
    return false;
}

const char *guard_add(struct arena *arena, const char *text) {
    return guard_needed(text) ? arena_printf(arena, "'%s", text) : text;
}

const char *guard_undo(const char *text) {
    return text[0] == '\'' && guard_needed(text) ? text + 1 : text;
}
