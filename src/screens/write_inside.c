#include "vademecum/desk/keymap.h"
#include "vademecum/screens/write.h"

static const struct panel form = {SCREEN_FORM, 0};

/* Takes what was typed; false when the field does not take it, and it stays to be mended. */
static bool text_end(struct desk *desk) {
    const struct write *write = write_of(desk);
    if (write->box->changed) {
        write_accept(desk, write->box->text);
    } else {
        desk_close(desk);
    }
    return stack_screen(desk) == SCREEN_FORM;
}

/* Whether the text itself has a line there. */
static bool line_there(const struct desk *desk, int key) {
    struct text_box *box = write_of(desk)->box;
    const int width = write_width(desk);
    size_t line = 0;
    int column = 0;
    text_box_cursor(box, width, &line, &column);
    return key == PRESS_UP     ? line > 0
           : key == PRESS_DOWN ? line + 1 < text_box_lines(box, width, 0, NULL, 0)
                               : false;
}

static void previous(struct desk *desk) {
    const size_t focus = window_of(desk, form)->focus;
    window_focus(desk, form, focus > 0 ? focus - 1 : 0);
}

static void next(struct desk *desk) {
    window_focus(desk, form, window_of(desk, form)->focus + 1);
}

/* What Tab means there, it means here too. */
static void tab(struct desk *desk) {
    stack_top(desk)->key(desk, PRESS_TAB);
}

bool write_inside_key(struct desk *desk, int key) {
    static const struct {
        int key;
        void (*then)(struct desk *desk);
    } ends[] = {
        {PRESS_ENTER, next},  {PRESS_TAB, tab},   {PRESS_BACK_TAB, previous},
        {PRESS_UP, previous}, {PRESS_DOWN, next}, {PRESS_CTRL('s'), desk_close},
    };
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        if (ends[i].key == key && !line_there(desk, key)) {
            if (text_end(desk)) {
                ends[i].then(desk);
            }
            return true;
        }
    }
    return false;
}
