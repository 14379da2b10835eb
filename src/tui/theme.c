#include "vademecum/tui/theme.h"

enum {
    PAIR_MET = 1,
    PAIR_NOT_MET
};

void theme_make(struct theme *theme, bool color, bool ascii) {
    *theme = (struct theme){
        .roles = {[ROLE_TEXT] = A_NORMAL, [ROLE_HEADING] = A_BOLD, [ROLE_LINK] = A_UNDERLINE},
        .bar = A_REVERSE,
        .title = A_BOLD | A_UNDERLINE,
        .title_focused = A_BOLD | A_REVERSE,
        .match = A_BOLD | A_UNDERLINE,
        .current = A_REVERSE,
        .ascii = ascii,
    };
    if (!color || !has_colors()) {
        return;
    }
    start_color();
    use_default_colors();
    init_pair(PAIR_MET, COLOR_GREEN, -1);
    init_pair(PAIR_NOT_MET, COLOR_YELLOW, -1);
    theme->marks[MARK_MET] = PAIR_MET;
    theme->marks[MARK_NOT_MET] = PAIR_NOT_MET;
}
