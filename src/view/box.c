#include "vademecum/view/box.h"

enum {
    COLUMNS_FROM = 60, /* screens of fewer columns … */
    ROWS_FROM = 16,    /* … or rows give a box the page's place */
    EDGE = 2,          /* columns of the frame and a blank, left and right */
    WIDEST = 76,       /* columns of what it says; lines longer than that are hard to read */
    NARROWEST = 36,
    LOWEST = 9 /* rows that a box is cut to, so that the focus of the page is seen */
};

bool box_floats(const struct desk *desk, int rows, int columns) {
    return stack_top(desk)->shape == SHAPE_BOX && rows >= ROWS_FROM && columns >= COLUMNS_FROM;
}

struct panel_strip box_beside(const struct layout *page, const struct desk *desk) {
    for (size_t i = 0; i < page->panel_count; i++) {
        const struct panel_view *view = &page->panels[i];
        const struct window *window = window_of(desk, view->panel);
        if (view->panel.number != stack_panel(desk).number) {
            continue;
        }
        const int above = window->focus_top - window->above;
        const int first = above > 0 ? above : 0;
        const int end = window_entries(desk, view->panel) ? window->focus_end - window->above : 0;
        const int last = end < view->height ? end : view->height;
        return (struct panel_strip){
            .left = view->left,
            .width = view->width,
            .top = view->top + 1 + (first < last ? first : last),
            .height = last > first ? last - first : 0,
        };
    }
    return (struct panel_strip){.left = 0, .width = page->columns, .top = page->body_top};
}

static int between(int least, int number, int most) {
    return number > most ? most : number < least ? least : number;
}

/*
 * Below what the page's focus is on, else above it, as high as the room there, unless that is too
 * little; then at the bottom over it.
 */
static void rows_set(struct box *box, const struct layout *layout,
                     const struct panel_strip *beside) {
    const int bottom = layout->rows - layout->footer_rows;
    const int below = bottom - beside->top - beside->height;
    const int above = beside->top - layout->body_top;
    const int most = below > above ? below : above;
    box->height = box->height > most && most >= LOWEST ? most : box->height;
    box->top = box->height <= below   ? bottom - below
               : box->height <= above ? beside->top - box->height
                                      : bottom - box->height;
}

void box_place(struct layout *layout, const struct desk *desk, struct panel_strip *strip,
               struct arena *frame) {
    const int body = layout->rows - layout->body_top - layout->footer_rows;
    const struct panel_strip beside = box_beside(layout->page, layout->page_desk);
    const int number = stack_panel(desk).number;
    *strip = (struct panel_strip){
        .width = between(1, layout->columns - 2 * EDGE, WIDEST),
        .height = body - 1,
    };
    strip->width = between(NARROWEST, panel_width(desk, number, strip, frame), strip->width);
    layout->box = (struct box){
        .width = strip->width + 2 * EDGE,
        .height = between(2, panel_height(desk, number, strip, frame) + 1, body),
    };
    layout->box.left = between(0, beside.left - EDGE, layout->columns - layout->box.width);
    rows_set(&layout->box, layout, &beside);
    strip->left = layout->box.left + EDGE;
    strip->top = layout->box.top;
    strip->height = layout->box.height - 1;
}
