#include "vademecum/tui/paint_signs.h"

#include <ctype.h>

/* A letter of a word is no sign, though it may look like one in ASCII. */
static bool stands_alone(const char *text, size_t at, size_t end, size_t length) {
    return (at == 0 || !isalnum((unsigned char)text[at - 1])) &&
           (end == length || !isalnum((unsigned char)text[end]));
}

/* Gives each sign of a text that has been painted its own colour, or only one that begins it. */
void paint_signs(int row, int column, const char *text, size_t length, bool first,
                 const struct desk *desk, const struct theme *theme) {
    for (size_t at = 0; at < length && !(first && at > 0);) {
        struct cluster cluster;
        const size_t end = at + text_cluster(text + at, length - at, desk->look.letters, &cluster);
        const enum tone tone = stands_alone(text, at, end, length) ? sign_tone(text + at, end - at)
                                                                   : TONE_NONE;
        if (tone != TONE_NONE) {
            const struct paint look = theme->tones[tone];
            mvchgat(row, column, cluster.width, look.attributes, look.pair, NULL);
        }
        column += cluster.width;
        at = end;
    }
}

/* Whether a number begins there that says "none". */
static bool is_none(const char *text, size_t at) {
    return text[at] == '0' && (at == 0 || text[at - 1] == ' ');
}

/*
 * A bar of marks: each cell has its colour, and each number that of the sign before it. That
 * nothing is met is no success.
 */
void paint_signs_bar(int row, int column, const char *text, size_t length, const struct desk *desk,
                     const struct theme *theme) {
    enum tone tone = TONE_MET;
    for (size_t at = 0; at < length;) {
        struct cluster cluster;
        const size_t end = at + text_cluster(text + at, length - at, desk->look.letters, &cluster);
        const bool number = isdigit((unsigned char)text[at]) != 0;
        enum tone own = sign_cell_tone(text + at, end - at);
        own = own == TONE_NONE ? sign_tone(text + at, end - at) : own;
        tone = is_none(text, at) ? TONE_DIM : number ? tone : cluster.space ? TONE_MET : own;
        if (!cluster.space) {
            const struct paint look = theme->tones[tone];
            mvchgat(row, column, cluster.width, look.attributes, look.pair, NULL);
        }
        column += cluster.width;
        at = end;
    }
}
