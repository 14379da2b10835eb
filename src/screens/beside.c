#include "vademecum/screens/beside.h"

#include "vademecum/base/count.h"
#include "vademecum/desk/keymap.h"

bool beside_key(struct desk *desk, int key) {
    static const struct {
        int key;
        void (*move)(struct desk *desk, struct panel panel);
        int pages;
    } moves[] = {
        {PRESS_UP, window_up, 0},    {PRESS_DOWN, window_down, 0}, {PRESS_HOME, window_first, 0},
        {PRESS_END, window_last, 0}, {PRESS_PAGE_DOWN, NULL, +1},  {PRESS_PAGE_UP, NULL, -1},
    };
    const bool tab = key == PRESS_TAB || key == PRESS_BACK_TAB;
    if (stack_panel(desk).number != BESIDE_READ) {
        if (tab) {
            desk_focus(desk, BESIDE_READ);
        }
        return tab;
    }
    for (size_t i = 0; i < COUNT(moves); i++) {
        if (moves[i].key == key && moves[i].move) {
            moves[i].move(desk, stack_panel(desk));
            return true;
        }
        if (moves[i].key == key) {
            window_page(desk, stack_panel(desk), moves[i].pages);
            return true;
        }
    }
    desk_focus(desk, BESIDE_TEXT);
    return tab;
}
