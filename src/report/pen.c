#include "vademecum/report/pen.h"

#include "vademecum/base/count.h"

#include <string.h>

static const char replacement[] = "\xEF\xBF\xBD"; /* U+FFFD */

enum {
    REPLACED = sizeof replacement - 1 /* bytes */
};

/* The bytes of a control or of a sign that turns the direction of text; 0: it is neither. */
static size_t control_length(const char *text) {
    const unsigned char *at = (const unsigned char *)text;
    if ((at[0] < ' ' && at[0] != '\n' && at[0] != '\t') || at[0] == 0x7F) {
        return 1;
    }
    if (at[0] == 0xC2 && at[1] >= 0x80 && at[1] <= 0x9F) {
        return 2;
    }
    const bool turns = at[0] == 0xE2 && ((at[1] == 0x80 && at[2] >= 0xAA && at[2] <= 0xAE) ||
                                         (at[1] == 0x81 && at[2] >= 0xA6 && at[2] <= 0xA9));
    return turns ? 3 : 0;
}

/* Copies `length` bytes of sound UTF-8 to `to`, controls replaced; returns the end. */
static char *sound_copy(char *to, const char *text, size_t length) {
    for (const char *end = text + length; text < end;) {
        const size_t control = control_length(text);
        if (control > 0) {
            memcpy(to, replacement, REPLACED);
            to += REPLACED;
            text += control;
        } else {
            *to++ = *text++;
        }
    }
    return to;
}

const char *pen_clean(const struct document *document, const char *text) {
    if (document->terminal) {
        return text_clean(document->scratch, text, document->letters);
    }
    size_t left = strlen(text);
    char *clean = arena_array(document->scratch, left + 1, REPLACED);
    char *to = clean;
    while (left > 0) {
        const size_t valid = text_valid(text, left);
        to = sound_copy(to, text, valid);
        text += valid;
        left -= valid;
        if (left > 0) {
            memcpy(to, replacement, REPLACED);
            to += REPLACED;
            text++;
            left--;
        }
    }
    return clean;
}

bool pen_address(const char *text) {
    static const char *const schemes[] = {"https://", "http://"};
    for (size_t i = 0; i < COUNT(schemes); i++) {
        if (strncmp(text, schemes[i], strlen(schemes[i])) == 0) {
            return text[strcspn(text, " \t\n")] == '\0';
        }
    }
    return false;
}

const char *pen_column(const struct document_column *column) {
    return column->title[0] || !column->aloud ? column->title : column->aloud;
}
