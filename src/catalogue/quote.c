#include "vademecum/catalogue/quote.h"

#include "vademecum/base/text.h"

#include <stdbool.h>
#include <string.h>

enum {
    LOOKED_AT = 256, /* bytes: enough for QUOTE_WIDTH columns with a mark or two on each letter */
    CODE_BYTES = 4   /* of one character in UTF-8, at most */
};

/* Whether the byte is one of UTF-8 that does not start a character. */
static bool is_middle(char byte) {
    return (byte & 0xC0) == 0x80;
}

const char *quote_text(struct arena *arena, const char *text) {
    size_t length = strnlen(text, LOOKED_AT + 1);
    const bool cut = length > LOOKED_AT;
    if (cut) {
        length = LOOKED_AT;
        while (length > LOOKED_AT - CODE_BYTES && is_middle(text[length])) {
            length--;
        }
    }
    const char *shown = text_clean_line(arena, arena_copy(arena, text, length), LETTERS_ALL);
    const size_t fits = text_fit(shown, strlen(shown), QUOTE_WIDTH, LETTERS_ALL, NULL);
    return cut || shown[fits] ? arena_printf(arena, "%.*s…", (int)fits, shown) : shown;
}

const char *quote_character(struct arena *arena, const char *text) {
    size_t length = text[0] != '\0';
    while (length && length < CODE_BYTES && is_middle(text[length])) {
        length++;
    }
    return text_clean_line(arena, arena_copy(arena, text, length), LETTERS_ALL);
}
