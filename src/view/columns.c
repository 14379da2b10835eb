#include "vademecum/view/columns.h"

#include "vademecum/view/panel.h"
#include "vademecum/view/strip.h"

enum {
    COLUMNS = 3,
    LEFT_WIDTH = 28,      /* columns of the screen that the left one takes … */
    LEFT_GROWS_BY = 10,   /* … and one more for so many of a wide screen */
    THIRD_WIDTH = 24,     /* the third one where it stands beside two others … */
    THIRD_GROWS_BY = 5,   /* … and one more for so many more of the screen */
    THIRD_PERCENT = 45,   /* of what the left one leaves on a wide screen */
    FOCUSED_PERCENT = 50, /* of a column's rows that its focused panel takes in any case */
    SEEN_LEAST = 5        /* rows of a panel under which it is not worth being seen in part */
};

/* --- rows ------------------------------------------------------------------------------------ */

static int least_of(int one, int other) {
    return one < other ? one : other;
}

/* The panels in the order in which they get rows: the focused one, then from above. */
static size_t turn_of(size_t turn, size_t focused, size_t count) {
    if (focused >= count) {
        return turn;
    }
    return turn == 0 ? focused : turn <= focused ? turn - 1 : turn;
}

/* What a panel takes before any gets more. */
static int share_least(int need, bool focused, int height) {
    const int half = height * FOCUSED_PERCENT / 100;
    const int wanted = !focused                    ? SEEN_LEAST
                       : half > LAYOUT_PANEL_LEAST ? half
                                                   : LAYOUT_PANEL_LEAST;
    return least_of(need, wanted);
}

/*
 * Divides `height` rows, at least 2, among `count` panels that lie under one another. `needs` are
 * the rows that each would take, `heights` gets what it is given: none, or at least 2. The focused
 * one (`count`: none of them) always gets some, then the upper ones; where all have what they need,
 * the last takes what is left over.
 */
static void columns_share(const int *needs, int *heights, size_t count, size_t focused,
                          int height) {
    int left = height;
    for (size_t turn = 0; turn < count; turn++) {
        const size_t i = turn_of(turn, focused, count);
        const int least = share_least(needs[i], i == focused, height);
        /* Two are seen in any case, the second as far as there is room. */
        const bool seen = least <= left || (turn <= 1 && left >= LAYOUT_PANEL_LEAST);
        heights[i] = seen ? least_of(least, left) : 0;
        left -= heights[i];
    }
    for (size_t turn = 0; turn < count; turn++) {
        const size_t i = turn_of(turn, focused, count);
        const int more = heights[i] ? least_of(needs[i] - heights[i], left) : 0;
        heights[i] += more;
        left -= more;
    }
    for (size_t i = count; i-- > 0 && left > 0;) {
        heights[i] += heights[i] ? left : 0;
        left = heights[i] ? 0 : left;
    }
}

/* The panels shown in a column; how many. */
static size_t column_panels(const struct desk *desk, int column, int panels[PANELS_MAX]) {
    int shown[PANELS_MAX];
    const size_t all = stack_shown(desk, shown);
    size_t count = 0;
    for (size_t i = 0; i < all; i++) {
        if (stack_column(desk, shown[i]) == column) {
            panels[count++] = shown[i];
        }
    }
    return count;
}

static void column_add(struct layout *layout, const struct desk *desk, int column,
                       const struct panel_strip *strip, struct arena *frame) {
    int panels[PANELS_MAX];
    int needs[PANELS_MAX];
    int heights[PANELS_MAX];
    const size_t count = column_panels(desk, column, panels);
    size_t focused = count;
    for (size_t i = 0; i < count; i++) {
        const int need = count > 1 ? panel_height(desk, panels[i], strip, frame) : strip->height;
        needs[i] = need > LAYOUT_PANEL_LEAST ? need : LAYOUT_PANEL_LEAST;
        focused = stack_panel(desk).number == panels[i] ? i : focused;
    }
    columns_share(needs, heights, count, focused, strip->height);
    struct panel_strip part = *strip;
    for (size_t i = 0; i < count; i++) {
        part.height = heights[i];
        if (part.height > 0) {
            strip_panel(layout, desk, panels[i], &part);
        }
        part.top += part.height;
    }
}

/* --- columns --------------------------------------------------------------------------------- */

/* The columns from `*first` to `*last` that are seen. */
static void columns_seen(const struct layout *layout, const struct desk *desk, int *first,
                         int *last) {
    const int here = stack_column(desk, stack_panel(desk).number);
    const bool three = layout->columns >= LAYOUT_THREE_FROM;
    *first = here;
    *last = here;
    if (desk->stack.enlarged) {
        return;
    }
    if (three) {
        *first = 0;
        *last = COLUMNS - 1;
    } else if (here == 0 && layout->columns >= LAYOUT_SIDE_BY_SIDE) {
        /* While one looks for a question, it is seen. */
        *last = 1;
    }
}

/* Their widths; the middle one takes what the others leave. */
static void widths_set(int columns, int first, int last, int widths[COLUMNS]) {
    const bool wide = columns >= STACK_WIDE;
    const int rest = columns - (last - first);
    const int left = LEFT_WIDTH + (wide ? (columns - STACK_WIDE) / LEFT_GROWS_BY : 0);
    const int third = wide ? (rest - left) * THIRD_PERCENT / 100
                           : THIRD_WIDTH + (columns - LAYOUT_THREE_FROM) / THIRD_GROWS_BY;
    if (first == last) {
        widths[first] = rest;
        return;
    }
    widths[0] = left;
    widths[2] = last == 2 ? third : 0;
    widths[1] = rest - left - widths[2];
}

void columns_add(struct layout *layout, const struct desk *desk, bool alone, struct arena *frame) {
    int first = 0;
    int last = 0;
    int widths[COLUMNS] = {0};
    int left = 0;
    columns_seen(layout, desk, &first, &last);
    if (first == last || alone) {
        strip_stops(layout, desk);
    }
    const bool whole = alone || (desk->stack.enlarged && layout->columns < LAYOUT_THREE_FROM);
    const int height = strip_height(layout);
    if (whole) {
        strip_panel(layout, desk, stack_panel(desk).number,
                    &(struct panel_strip){LAYOUT_GUTTER, layout->columns - 2 * LAYOUT_GUTTER,
                                          layout->body_top, height});
        return;
    }
    widths_set(layout->columns, first, last, widths);
    for (int column = first; column <= last; column++) {
        const struct panel_strip strip = {left + LAYOUT_GUTTER, widths[column] - 2 * LAYOUT_GUTTER,
                                          layout->body_top, height};
        column_add(layout, desk, column, &strip, frame);
        left += widths[column] + 1;
        if (column < last) {
            strip_separator(layout, left - 1);
        }
    }
}
