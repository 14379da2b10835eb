/*
 * palette: the colours of tones, chosen so that they can be read on black and on white.
 */
#ifndef VADEMECUM_TUI_PALETTE_H
#define VADEMECUM_TUI_PALETTE_H

#include "vademecum/report/sign.h"

enum {
    PALETTE_FOCUS = TONE_COUNT, /* of the title of the panel in focus */
    PALETTE_CURRENT,            /* behind the current row, which is white */
    PALETTE_COUNT
};

/* A colour; the numbers are those of terminals, -1 is their own. */
struct palette_color {
    short rich;  /* of 256 */
    short plain; /* of 8 */
    bool bold;   /* where there are 8 */
};

/* The colour of an enum tone, or of one of those above. Static. */
const struct palette_color *palette_color(size_t which);

#endif
