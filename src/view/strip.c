#include "vademecum/view/strip.h"

int strip_height(const struct layout *layout) {
    return layout->rows - layout->body_top - layout->footer_rows;
}

void strip_panel(struct layout *layout, const struct desk *desk, int number,
                      const struct panel_strip *strip) {
    layout->panels[layout->panel_count++] = (struct panel_view){
        .panel = {(int)stack_screen(desk), number},
        .left = strip->left,
        .width = strip->width,
        .top = strip->top,
        .height = strip->height - 1,
        .ruled = stack_top(desk)->shape == SHAPE_THREE,
    };
}

void strip_separator(struct layout *layout, int column) {
    layout->separators[layout->separator_count++] = column;
}

void strip_stops(struct layout *layout, const struct desk *desk) {
    int stops[PANELS_MAX];
    if (stack_stops(desk, stops) > 1 && strip_height(layout) > LAYOUT_PANEL_LEAST) {
        layout->stops = "";
        layout->body_top++;
    }
}
