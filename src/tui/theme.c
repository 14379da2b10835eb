#include "vademecum/tui/theme.h"

#include "vademecum/tui/palette.h"

enum {
    RICH = 256, /* colours from which a terminal has the cube */
    WHITE = 231,
    PLAIN_WHITE = 7
};

/* The pair of a colour has its number, behind 0, which is the terminal's own. */
static short pair_make(size_t which, short text, short behind) {
    if (text < 0 && behind < 0) {
        return 0;
    }
    const short pair = (short)(which + 1);
    init_pair(pair, text, behind);
    return pair;
}

static struct paint look_make(size_t which, attr_t attributes) {
    const struct palette_color *color = palette_color(which);
    const bool rich = COLORS >= RICH;
    return (struct paint){
        .attributes = attributes | (!rich && color->bold ? A_BOLD : A_NORMAL) |
                      (!rich && (which == TONE_NA || which == TONE_DIM) ? A_DIM : A_NORMAL),
        .pair = pair_make(which, rich ? color->rich : color->plain, -1),
    };
}

void theme_make(struct theme *theme, bool color, bool ascii) {
    *theme = (struct theme){
        .roles = {[ROLE_HEADING] = {A_BOLD, 0}, [ROLE_LINK] = {A_UNDERLINE, 0}},
        .bar = A_REVERSE,
        .title = {A_BOLD | A_UNDERLINE, 0},
        .title_focused = {A_BOLD | A_UNDERLINE, 0},
        .title_here = {A_BOLD | A_REVERSE, 0},
        .match = A_BOLD | A_UNDERLINE,
        .current = {A_REVERSE, 0},
        .behind = {A_DIM, 0},
        .beside = {A_BOLD, 0},
        .ascii = ascii,
    };
    if (!color || !has_colors()) {
        return;
    }
    start_color();
    use_default_colors();
    for (enum tone tone = TONE_MET; tone < TONE_COUNT; tone++) {
        theme->tones[tone] = look_make(tone, A_NORMAL);
    }
    theme->roles[ROLE_DIM] = theme->tones[TONE_DIM];
    theme->title_focused = look_make(PALETTE_FOCUS, A_BOLD | A_UNDERLINE);
    theme->frame = look_make(PALETTE_FOCUS, A_NORMAL);
    theme->behind = theme->tones[TONE_DIM];
    const bool rich = COLORS >= RICH;
    const struct palette_color *behind = palette_color(PALETTE_CURRENT);
    theme->current = (struct paint){
        .attributes = rich ? A_NORMAL : A_BOLD,
        .pair = pair_make(PALETTE_CURRENT, rich ? WHITE : PLAIN_WHITE,
                          rich ? behind->rich : behind->plain),
    };
}

void theme_number(struct theme *theme) {
    for (enum tone tone = TONE_MET; tone < TONE_COUNT; tone++) {
        theme->tones[tone].pair = (short)(tone + 1);
    }
    theme->roles[ROLE_DIM].pair = TONE_DIM + 1;
    theme->behind.pair = TONE_DIM + 1;
}
