#include "vademecum/tui/palette.h"

#include <math.h>

enum {
    CUBE = 16,  /* the first colour of the cube of 6 x 6 x 6 */
    GREYS = 232 /* the first of the greys */
};

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

/* The share of light of one channel, 0 to 255, as WCAG reckons it. */
static double channel_light(int channel) {
    const double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4);
}

static int cube_level(int step) {
    return step == 0 ? 0 : 55 + 40 * step;
}

static double luminance(short color) {
    if (color >= GREYS) {
        return channel_light(8 + 10 * (color - GREYS));
    }
    const int place = color - CUBE;
    return 0.2126 * channel_light(cube_level(place / 36)) +
           0.7152 * channel_light(cube_level(place / 6 % 6)) +
           0.0722 * channel_light(cube_level(place % 6));
}

double palette_contrast(short one, short other) {
    const double left = luminance(one);
    const double right = luminance(other);
    return left > right ? (left + 0.05) / (right + 0.05) : (right + 0.05) / (left + 0.05);
}
