#include "vademecum/tui/palette.h"

/* By the numbers of curses: 1 red, 2 green, 4 blue, 5 magenta, 6 cyan. */
static const struct palette_color colors[PALETTE_COUNT] = {
    [TONE_NONE] = {-1, -1, false},      [TONE_MET] = {28, 2, false},
    [TONE_PARTLY] = {130, -1, true},    [TONE_NOT_MET] = {196, 1, false},
    [TONE_NA] = {244, -1, false},       [TONE_UNKNOWN] = {133, 5, false},
    [TONE_DIM] = {244, -1, false},      [PALETTE_FOCUS] = {31, 6, true},
    [PALETTE_CURRENT] = {24, 4, false},
};

const struct palette_color *palette_color(size_t which) {
    return &colors[which];
}
