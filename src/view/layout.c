#include "vademecum/view/layout.h"

#include "vademecum/base/i18n.h"
#include "vademecum/view/bars.h"
#include "vademecum/view/box.h"
#include "vademecum/view/columns.h"
#include "vademecum/view/footer.h"
#include "vademecum/view/panel.h"
#include "vademecum/view/strip.h"

#include <string.h>

enum {
    HEADS_HEIGHT = 2, /* rows of what stays above a list */
    LIST_OF = 5,      /* a list beside its preview takes LIST_PARTS of LIST_OF columns */
    LIST_PARTS = 2,
    LIST_TELLING_PARTS = 3,  /* … or so many, when its rows tell much … */
    LIST_TELLING_FROM = 120, /* … on screens of so many columns */
};

/* --- the screen divided ---------------------------------------------------------------------- */

static void one_panel(struct layout *layout, const struct desk *desk) {
    strip_stops(layout, desk);
    const struct panel_strip strip = {LAYOUT_GUTTER, layout->columns - 2 * LAYOUT_GUTTER,
                                      layout->body_top, strip_height(layout)};
    strip_panel(layout, desk, stack_panel(desk).number, &strip);
}

static void list_and_detail(struct layout *layout, const struct desk *desk) {
    const bool telling = stack_top(desk)->telling && layout->columns >= LIST_TELLING_FROM;
    const int list = layout->columns * (telling ? LIST_TELLING_PARTS : LIST_PARTS) / LIST_OF;
    const int height = strip_height(layout);
    const struct panel_strip left = {LAYOUT_GUTTER, list - 2 * LAYOUT_GUTTER, layout->body_top,
                                     height};
    const struct panel_strip right = {list + 1 + LAYOUT_GUTTER,
                                      layout->columns - list - 1 - 2 * LAYOUT_GUTTER,
                                      layout->body_top, height};
    strip_panel(layout, desk, 0, &left);
    strip_separator(layout, list);
    strip_panel(layout, desk, 1, &right);
}

/* Equally wide, so that what belongs together wraps alike. */
/* The heads stay where they are while the list moves. */
static void heads_and_list(struct layout *layout, const struct desk *desk) {
    const int width = layout->columns - 2 * LAYOUT_GUTTER;
    const struct panel_strip heads = {LAYOUT_GUTTER, width, layout->body_top, HEADS_HEIGHT};
    const struct panel_strip list = {LAYOUT_GUTTER, width, layout->body_top + HEADS_HEIGHT,
                                     strip_height(layout) - HEADS_HEIGHT};
    strip_panel(layout, desk, 0, &heads);
    strip_panel(layout, desk, 1, &list);
}

static void box_divide(struct layout *layout, const struct desk *desk, struct arena *frame) {
    struct panel_strip strip;
    box_place(layout, desk, &strip, frame);
    strip_panel(layout, desk, stack_panel(desk).number, &strip);
}

static void screen_divide(struct layout *layout, const struct desk *desk, struct arena *frame) {
    int stops[PANELS_MAX];
    const size_t count = stack_stops(desk, stops);
    const enum screen_shape shape = stack_top(desk)->shape;
    /* A long message at the bottom leaves room for one panel, but not for two over one another. */
    const bool low = strip_height(layout) < 2 * LAYOUT_PANEL_LEAST;
    const bool side_by_side = layout->columns >= LAYOUT_SIDE_BY_SIDE && !desk->stack.enlarged &&
                              !low && shape != SHAPE_ONE;
    if (layout->page) {
        box_divide(layout, desk, frame);
    } else if (shape == SHAPE_HEADS && !low) {
        heads_and_list(layout, desk);
    } else if (shape == SHAPE_THREE) {
        columns_add(layout, desk, low, frame);
    } else if (count == 1 || !side_by_side) {
        one_panel(layout, desk);
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
    if (*words && strip_height(layout) > LAYOUT_PANEL_LEAST) {
        layout->banner = rows_short(desk, words, layout->columns - 2 * LAYOUT_GUTTER, frame);
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
        .roomy = layout->rows >= LAYOUT_ROOMY_ROWS && layout->columns >= LAYOUT_ROOMY_COLUMNS,
        .too_small = layout->rows < LAYOUT_ROWS_MIN || layout->columns < LAYOUT_COLUMNS_MIN,
    };
    if (layout->too_small) {
        return;
    }
    layout->footer_rows = footer_rows(layout, desk);
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
    const bool next = kind->passed && stack_stop(desk, +1) == view->panel.number;
    const char *place = position_text(desk, view, frame);
    const char *position = next ? arena_printf(frame, _("Tab %s"), place) : place;
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

/* On the current row of a panel, or on what was searched for in it. */
static void cursor_stand(struct layout *layout, const struct panel_view *view,
                         const struct desk *desk, struct arena *frame) {
    const struct window *window = window_of(desk, view->panel);
    const int place = window->found ? window->found - 1 : window->focus_top;
    const int row = place + view->cursor_below - window->above;
    int column = view->cursor;
    size_t start = 0;
    size_t end = 0;
    if (window->found && place < view->fit.row_starts[view->fit.rows] &&
        panel_match(&layout->searched, &view->lines[place], 0, &start, &end)) {
        const struct line *line = &view->lines[place];
        column = line->left + text_width(arena_copy(frame, line->text.start, start),
                                         desk->look.letters);
    }
    layout->cursor_row = view->top + 1 + (row >= 0 && row < view->height ? row : 0);
    layout->cursor_column = view->left + column;
}

/* In the panel in focus, or in the line being typed. */
static void cursor_place(struct layout *layout, const struct desk *desk, struct arena *frame) {
    for (size_t i = 0; i < layout->panel_count; i++) {
        if (layout->panels[i].panel.number == stack_panel(desk).number) {
            cursor_stand(layout, &layout->panels[i], desk, frame);
        }
    }
    if (ask_in_footer(desk)) {
        layout->cursor_row = layout->rows - 1;
        layout->cursor_column = layout->prompt_column;
    }
}

void layout_finish(struct layout *layout, const struct desk *desk, struct arena *frame) {
    if (layout->too_small) {
        return;
    }
    for (size_t i = 0; i < layout->panel_count; i++) {
        position_tell(&layout->panels[i], desk, frame);
    }
    if (layout->page) {
        layout->panels[0].verbs = footer_verbs(desk, layout->panels[0].width, frame);
    }
    bars_make(layout, desk, frame);
    footer_make(layout, desk, frame);
    cursor_place(layout, desk, frame);
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
