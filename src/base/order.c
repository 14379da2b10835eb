#include "vademecum/base/order.h"

#include "vademecum/base/letter.h"
#include "vademecum/base/text.h"

#include <string.h>

enum {
    USUAL_TITLE = 256, /* bytes; longer ones are written into the arena first */
    NINE = 9
};

/* As letter_read, and quick where most texts are. */
static size_t code_read(const char *text, int32_t *code) {
    *code = (unsigned char)*text;
    return *text & 0x80 ? letter_read(text, code) : 1;
}

static bool is_blank(int32_t code) {
    return code == ' ' || (code >= '\t' && code <= '\r') || (code >= 0x80 && letter_is_blank(code));
}

static bool is_invisible(int32_t code) {
    int32_t parts[LETTER_PARTS];
    return code >= 0x80 && letter_parts(code, LETTER_AS_IS, parts) == 0;
}

/* The bytes of the digit at the start of the text, of any script; 0 when it is none. */
static size_t digit_read(const char *text, int *digit) {
    if (!(*text & 0x80)) {
        *digit = *text - '0';
        return *text >= '0' && *text <= '9' ? 1 : 0;
    }
    int32_t code;
    const size_t taken = letter_read(text, &code);
    *digit = letter_digit(code);
    return *digit >= 0 ? taken : 0;
}

static size_t digits_count(const char *text) {
    size_t count = 0;
    int digit;
    for (size_t taken; (taken = digit_read(text, &digit)) > 0; text += taken) {
        count++;
    }
    return count;
}

/*
 * Writes a number without leading zeros behind how many digits it has, itself in digits: 0 for one
 * digit to 8 for nine, and a 9 before that for each nine more. So 2 is 02, 10 is 110, and strcmp
 * has them in their order, however long they are.
 */
static char *number_put(char *end, const char **text) {
    int digit;
    size_t count = digits_count(*text);
    while (count > 1 && digit_read(*text, &digit) > 0 && digit == 0) {
        *text += digit_read(*text, &digit);
        count--;
    }
    size_t length = count;
    for (; length > NINE; length -= NINE) {
        *end++ = '9';
    }
    *end++ = (char)('0' + length - 1);
    for (; count > 0; count--) {
        *text += digit_read(*text, &digit);
        *end++ = (char)('0' + digit);
    }
    return end;
}

/*
 * Writes the text with one blank for each run of them and none around, without what is invisible,
 * and with numbers so that their letters sort as they do. It takes at most twice the bytes.
 */
static void text_arrange(const char *text, char *end) {
    const char *start = end;
    bool blank = false;
    while (*text) {
        int32_t code;
        int digit;
        const size_t taken = code_read(text, &code);
        if (is_blank(code) || is_invisible(code)) {
            blank |= is_blank(code) && end > start;
            text += taken;
            continue;
        }
        if (blank) {
            *end++ = ' ';
            blank = false;
        }
        if (digit_read(text, &digit) > 0) {
            end = number_put(end, &text);
        } else {
            memcpy(end, text, taken);
            end += taken;
            text += taken;
        }
    }
    *end = '\0';
}

/* Skips what stands before the first letter or digit, unless there is none. */
static const char *first_word(const char *text) {
    for (const char *at = text; *at;) {
        int32_t code;
        const size_t taken = code_read(at, &code);
        if (letter_is_in_words(code) && !letter_is_mark(code)) {
            return at;
        }
        at += taken;
    }
    return text;
}

/* Whether the locale has an order of its own: where it has none, a text is its own key. */
static bool locale_orders(void) {
    char key[4] = "";
    return strxfrm(key, "b", sizeof key) != 1 || key[0] != 'b';
}

char *order_key(struct arena *arena, const char *text) {
    char usual[2 * USUAL_TITLE];
    const size_t room = 2 * strlen(text) + 1;
    char *arranged = room <= sizeof usual ? usual : arena_bytes(arena, room);
    text_arrange(first_word(text), arranged);
    if (!locale_orders()) {
        return text_fold(arena, arranged);
    }
    const size_t length = strxfrm(NULL, arranged, 0);
    char *key = arena_bytes(arena, length + 1);
    strxfrm(key, arranged, length + 1);
    return key;
}
