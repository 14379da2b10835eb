#include "vademecum/view/layout.h"

#include "vademecum/view/bars.h"
#include "vademecum/view/box.h"
#include "vademecum/view/panel.h"

#include <string.h>

enum {
    BAR_GAPS = 4,        /* columns left free beside what stands left and right in a bar */
    GUTTER = 1,          /* free columns left and right of a panel's text */
    TOOLS_LEAST = 22,    /* columns of the third column on 80 columns; more on wider screens */
    TOOLS_GROWS_BY = 10, /* a column more for so many more of the screen */
    HEADS_HEIGHT = 2,    /* rows of what stays above a list */
    LIST_OF = 5,         /* a list beside its preview takes LIST_PARTS of LIST_OF columns */
    LIST_PARTS = 2,
    LIST_TELLING_PARTS = 3,       /* … or so many, when its rows tell much … */
    LIST_TELLING_FROM = 120,      /* … on screens of so many columns */
    UPPER_PERCENT = 50,           /* most of a column's height that its upper panel takes … */
    UPPER_UNFOCUSED_PERCENT = 45, /* … and while the one under it is read */
    LOWER_PERCENT = 45,           /* most of it that a panel takes that gets what it needs … */
    LOWER_FOCUSED_PERCENT = 70,   /* … and while it is read */
    PANEL_LEAST = 2               /* rows of a panel: its title and a line */
};

/* --- the screen divided ---------------------------------------------------------------------- */

/* The rows between title and footer. */
static int body_height(const struct layout *layout) {
    return layout->rows - layout->body_top - layout->footer_rows;
}

/* `height` of the strip is of the title and the lines together. */
static void panel_add(struct layout *layout, const struct desk *desk, int number,
                      const struct panel_strip *strip) {
    layout->panels[layout->panel_count++] = (struct panel_view){
        .panel = {(int)stack_screen(desk), number},
        .left = strip->left,
        .width = strip->width,
        .top = strip->top,
        .height = strip->height - 1,
    };
}

static void separator_add(struct layout *layout, int column) {
    layout->separators[layout->separator_count++] = column;
}

/*
 * What the upper panel needs of the height, but the one under it keeps its share, and while it is
 * read as much as it needs.
 */
static int upper_height(const struct desk *desk, int upper, const struct panel_strip *strip,
                        struct arena *frame) {
    const int wanted = panel_height(desk, upper, strip, frame);
    int most = strip->height * UPPER_PERCENT / 100;
    if (stack_panel(desk).number == upper + 1) {
        const int least = strip->height * UPPER_UNFOCUSED_PERCENT / 100;
        const int left = strip->height - panel_height(desk, upper + 1, strip, frame);
        most = left < least ? least : left < most ? left : most;
    }
    return wanted < most ? wanted : most;
}

/* What the upper panel leaves of the height, but no less than the lower needs, up to its share. */
static int lower_height(const struct desk *desk, int upper, const struct panel_strip *strip,
                        struct arena *frame) {
    const bool focused = stack_panel(desk).number == upper + 1;
    const struct panel panel = {(int)stack_screen(desk), upper};
    if (window_entries(desk, panel) == 0) {
        return focused ? strip->height : 0;
    }
    const int left = strip->height - 1 - panel_height(desk, upper, strip, frame);
    const int needed = panel_height(desk, upper + 1, strip, frame);
    const int share = strip->height * (focused ? LOWER_FOCUSED_PERCENT : LOWER_PERCENT) / 100;
    const int least = needed < share ? needed : share;
    return left > least ? left : least;
}

/* A panel, and under it the one that lies under it. */
static void column_add(struct layout *layout, const struct desk *desk, int upper,
                       const struct panel_strip *strip, struct arena *frame) {
    const struct panel_kind *panels = stack_top(desk)->panels;
    const enum panel_under under = upper + 1 < PANELS_MAX ? panels[upper + 1].under : UNDER_NOTHING;
    const bool shown = under != UNDER_NOTHING &&
                       (!panels[upper + 1].shown || panels[upper + 1].shown(desk));
    struct panel_strip above = *strip;
    struct panel_strip below = *strip;
    if (!shown) {
        panel_add(layout, desk, upper, strip);
        return;
    }
    below.height = under == UNDER_NEED ? lower_height(desk, upper, strip, frame)
                                       : strip->height - upper_height(desk, upper, strip, frame);
    above.height = strip->height - below.height;
    below.top = strip->top + above.height;
    if (under == UNDER_NEED && (above.height < PANEL_LEAST || below.height < PANEL_LEAST)) {
        const bool lower = stack_panel(desk).number == upper + 1;
        panel_add(layout, desk, lower ? upper + 1 : upper, strip);
        return;
    }
    panel_add(layout, desk, upper, &above);
    panel_add(layout, desk, upper + 1, &below);
}

static void one_panel(struct layout *layout, const struct desk *desk, struct arena *frame) {
    int stops[PANELS_MAX];
    const struct panel_kind *panels = stack_top(desk)->panels;
    const int here = stack_panel(desk).number;
    if (stack_stops(desk, stops) > 1 && body_height(layout) > PANEL_LEAST) {
        layout->stops = "";
        layout->body_top++;
    }
    const struct panel_strip strip = {GUTTER, layout->columns - 2 * GUTTER, layout->body_top,
                                      body_height(layout)};
    if (panels[here].under == UNDER_NEED) {
        column_add(layout, desk, here - 1, &strip, frame);
    } else if (here + 1 < PANELS_MAX && panels[here + 1].under == UNDER_NEED) {
        column_add(layout, desk, here, &strip, frame);
    } else {
        panel_add(layout, desk, here, &strip);
    }
}

static void list_and_detail(struct layout *layout, const struct desk *desk) {
    const bool telling = stack_top(desk)->telling && layout->columns >= LIST_TELLING_FROM;
    const int list = layout->columns * (telling ? LIST_TELLING_PARTS : LIST_PARTS) / LIST_OF;
    const int height = body_height(layout);
    const struct panel_strip left = {GUTTER, list - 2 * GUTTER, layout->body_top, height};
    const struct panel_strip right = {list + 1 + GUTTER, layout->columns - list - 1 - 2 * GUTTER,
                                      layout->body_top, height};
    panel_add(layout, desk, 0, &left);
    separator_add(layout, list);
    panel_add(layout, desk, 1, &right);
}

/* Equally wide, so that what belongs together wraps alike. */
static void two_halves(struct layout *layout, const struct desk *desk) {
    const int half = (layout->columns - 1) / 2;
    const int height = body_height(layout);
    const struct panel_strip left = {GUTTER, half - 2 * GUTTER, layout->body_top, height};
    const struct panel_strip right = {half + 1 + GUTTER, half - 2 * GUTTER, layout->body_top,
                                      height};
    panel_add(layout, desk, 0, &left);
    separator_add(layout, half);
    panel_add(layout, desk, 1, &right);
}

/* The heads stay where they are while the list moves. */
static void heads_and_list(struct layout *layout, const struct desk *desk) {
    const int width = layout->columns - 2 * GUTTER;
    const struct panel_strip heads = {GUTTER, width, layout->body_top, HEADS_HEIGHT};
    const struct panel_strip list = {GUTTER, width, layout->body_top + HEADS_HEIGHT,
                                     body_height(layout) - HEADS_HEIGHT};
    panel_add(layout, desk, 0, &heads);
    panel_add(layout, desk, 1, &list);
}

/* The first panel shown of a column that lies under no other; -1: none. */
static int column_first(const struct desk *desk, int column) {
    int shown[PANELS_MAX];
    const size_t count = stack_shown(desk, shown);
    for (size_t i = 0; i < count; i++) {
        if (stack_top(desk)->panels[shown[i]].column == column) {
            return shown[i];
        }
    }
    return -1;
}

/* The left column takes half of what the third leaves, also when there is no third. */
static void three_columns(struct layout *layout, const struct desk *desk, struct arena *frame) {
    const int columns = layout->columns;
    const int height = body_height(layout);
    const int third = TOOLS_LEAST + (columns - LAYOUT_SIDE_BY_SIDE) / TOOLS_GROWS_BY;
    const int left = (columns - third - 2) / 2;
    const int last = column_first(desk, 2);
    const int middle = last < 0 ? columns - left - 1 : columns - third - 2 - left;
    const struct panel_strip strips[] = {
        {GUTTER, left - 2 * GUTTER, layout->body_top, height},
        {left + 1 + GUTTER, middle - 2 * GUTTER, layout->body_top, height},
        {left + middle + 2 + GUTTER, third - 2 * GUTTER, layout->body_top, height},
    };
    column_add(layout, desk, column_first(desk, 0), &strips[0], frame);
    separator_add(layout, left);
    column_add(layout, desk, column_first(desk, 1), &strips[1], frame);
    if (last >= 0) {
        separator_add(layout, left + 1 + middle);
        column_add(layout, desk, last, &strips[2], frame);
    }
}

static void box_divide(struct layout *layout, const struct desk *desk, struct arena *frame) {
    struct panel_strip strip;
    box_place(layout, desk, &strip, frame);
    panel_add(layout, desk, stack_panel(desk).number, &strip);
}

static void screen_divide(struct layout *layout, const struct desk *desk, struct arena *frame) {
    int stops[PANELS_MAX];
    const size_t count = stack_stops(desk, stops);
    const enum screen_shape shape = stack_top(desk)->shape;
    const int from = shape == SHAPE_HALVES ? LAYOUT_COMPARE_FROM : LAYOUT_SIDE_BY_SIDE;
    /* A long message at the bottom leaves room for one panel, but not for two over one another. */
    const bool low = body_height(layout) < 2 * PANEL_LEAST;
    const bool side_by_side = layout->columns >= from && !desk->stack.enlarged && !low;
    if (layout->page) {
        box_divide(layout, desk, frame);
    } else if (shape == SHAPE_HEADS && !low) {
        heads_and_list(layout, desk);
    } else if (count == 1 || !side_by_side) {
        one_panel(layout, desk, frame);
    } else if (shape == SHAPE_HALVES) {
        two_halves(layout, desk);
    } else if (shape == SHAPE_THREE) {
        three_columns(layout, desk, frame);
    } else {
        list_and_detail(layout, desk);
    }
}

/* A word that is searched for in one field is shown wherever it stands. */
static void searched_set(struct layout *layout, const struct desk *desk) {
    layout->searched = desk->listing.found.query;
    for (size_t i = 0; i < layout->searched.count; i++) {
        layout->searched.words[i].fields = SOUGHT_ANY;
    }
    for (size_t i = 0; i < layout->searched.also_count; i++) {
        layout->searched.also[i].word.fields = SOUGHT_ANY;
    }
}

/* On screens that show the list, or go through it. */
static void banner_make(struct layout *layout, const struct desk *desk, struct arena *frame) {
    const char *words = stack_top(desk)->narrowed ? listing_narrowed(desk, frame) : "";
    if (*words && body_height(layout) > PANEL_LEAST) {
        layout->banner = rows_short(desk, words, layout->columns - 2 * GUTTER, frame);
        layout->body_top++;
    }
}

void layout_make(struct layout *layout, const struct desk *desk, struct arena *frame) {
    *layout = (struct layout){
        .page = layout->page,
        .page_desk = layout->page_desk,
        .rows = layout->rows,
        .columns = layout->columns,
        .body_top = 1,
        .footer_rows = bars_footer_rows(desk, layout->rows, layout->columns),
        .too_small = layout->rows < LAYOUT_ROWS_MIN || layout->columns < LAYOUT_COLUMNS_MIN,
    };
    if (layout->too_small) {
        return;
    }
    searched_set(layout, desk);
    banner_make(layout, desk, frame);
    screen_divide(layout, desk, frame);
    for (size_t i = 0; i < layout->panel_count; i++) {
        panel_fill(&layout->panels[i], &layout->searched, desk, layout->panel_count == 1, frame);
    }
}

/* --- what stands around ---------------------------------------------------------------------- */

/* "1–7/14" over what does not fit: lines of a text, rows of a list. */
static const char *position_text(const struct desk *desk, const struct panel_view *view,
                                 struct arena *frame) {
    const struct window *window = window_of(desk, view->panel);
    if (stack_kind(desk, view->panel)->position == POSITION_ENTRIES) {
        return arena_printf(frame, "%zu/%zu", window->focus + 1, window_entries(desk, view->panel));
    }
    const int last = window->above + window->visible;
    return arena_printf(frame, "%d%s%d/%d", window->above + 1, desk->look.ascii ? "-" : "–",
                        last < window->lines ? last : window->lines, window->lines);
}

static void position_tell(struct panel_view *view, const struct desk *desk, struct arena *frame) {
    const struct window *window = window_of(desk, view->panel);
    const struct panel_kind *kind = stack_kind(desk, view->panel);
    if (window->lines <= window->visible || kind->position == POSITION_NONE) {
        return;
    }
    const char *position = position_text(desk, view, frame);
    const char *both = arena_printf(frame, "%s  %s", position, view->tail);
    const int room = view->width - text_width(view->title, desk->look.letters);
    if (*view->tail && text_width(both, desk->look.letters) < room) {
        view->tail = both;
    } else if (!(kind->tail_first && *view->tail)) {
        /* Where one is matters more than what a column is called, but not more than whose marks
         * stand in which of two. */
        view->tail = position;
    }
}

/* On the current row of the focused panel, or in the line being typed. */
static void cursor_place(struct layout *layout, const struct desk *desk) {
    for (size_t i = 0; i < layout->panel_count; i++) {
        const struct panel_view *view = &layout->panels[i];
        const struct window *window = window_of(desk, view->panel);
        const int line = window->focus_top - window->above;
        if (view->panel.number == stack_panel(desk).number) {
            layout->cursor_row = view->top + 1 + (line >= 0 && line < view->height ? line : 0);
            layout->cursor_column = view->left + view->cursor;
        }
    }
    if (ask_in_footer(desk)) {
        layout->cursor_row = layout->rows - 1;
        layout->cursor_column = layout->prompt_column;
    }
}

/* A box has the title of its page over it; where it has no lower edge, its keys go to the footer.
 */
static void page_bars_take(struct layout *layout, const struct desk *desk, struct arena *frame) {
    if (layout->page) {
        layout->title = layout->page->title;
        layout->title_tail = layout->page->title_tail;
    } else if (*layout->panels[0].keys && !desk->notice.message[0] && !ask_in_footer(desk)) {
        const int tail = text_width(layout->footer_tail, desk->look.letters);
        const int room = layout->columns - (tail ? tail + BAR_GAPS : 2);
        layout->footer = rows_short(desk, layout->panels[0].keys, room, frame);
    }
}

void layout_finish(struct layout *layout, const struct desk *desk, struct arena *frame) {
    if (layout->too_small) {
        return;
    }
    for (size_t i = 0; i < layout->panel_count; i++) {
        position_tell(&layout->panels[i], desk, frame);
    }
    bars_make(layout, desk, frame);
    page_bars_take(layout, desk, frame);
    cursor_place(layout, desk);
}

struct panel layout_at(const struct layout *layout, const struct desk *desk, int row, int column,
                       long *entry) {
    *entry = -1;
    for (size_t i = 0; i < layout->panel_count; i++) {
        const struct panel_view *view = &layout->panels[i];
        const int line = row - view->top - 1;
        if (stack_kind(desk, view->panel)->head || column < view->left ||
            column >= view->left + view->width || line < -1 || line >= view->height) {
            continue;
        }
        const int place = window_of(desk, view->panel)->above + line;
        if (line >= 0 && place < view->fit.row_starts[view->fit.rows]) {
            *entry = view->lines[place].row->entry;
        }
        return view->panel;
    }
    return (struct panel){-1, 0};
}
