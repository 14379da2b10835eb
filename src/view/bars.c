#include "vademecum/view/bars.h"

#include "vademecum/base/i18n.h"
#include "vademecum/view/saved.h"

enum {
    TITLE_EDGES = 2,  /* columns left free beside a title */
    TITLE_GAPS = 4,   /* … and beside a title and its tail */
    SAVED_GAP = 3,    /* columns between how far one is and what is saved */
    CRUMB_LEAST = 10, /* columns to which a crumb is cut before it is left out */
    BAR_WIDTH = 10    /* of progress, without its ends */
};

/* The way from the first screen to here. */
struct path {
    const char *crumbs[SCREEN_COUNT * CRUMBS_MAX];
    size_t count;
};

static void path_make(struct path *path, const struct desk *desk, struct arena *frame) {
    for (size_t i = 0; i < desk->stack.depth; i++) {
        const struct screen *screen = desk->screens[desk->stack.screens[i]];
        if (screen->crumbs) {
            path->count += screen->crumbs(desk, path->crumbs + path->count, frame);
        } else {
            path->crumbs[path->count++] = _(screen->title);
        }
    }
}

static const char *path_join(const struct path *path, size_t from, bool ascii,
                             struct arena *frame) {
    const char *text = "";
    for (size_t i = from; i < path->count; i++) {
        text = arena_printf(frame, "%s%s%s", text, i > from ? (ascii ? " > " : " › ") : "",
                            path->crumbs[i]);
    }
    return text;
}

/* The first crumbs give way, so that the last one stays whole as long as it can. */
static const char *path_text(struct path *path, const struct desk *desk, int room,
                             struct arena *frame) {
    const enum letters letters = desk->look.letters;
    for (size_t i = 0; i + 1 < path->count; i++) {
        const char *text = path_join(path, i, desk->look.ascii, frame);
        const int over = text_width(text, letters) - room;
        const int left = text_width(path->crumbs[i], letters) - over;
        if (over <= 0) {
            return text;
        }
        if (i > 0 && left >= CRUMB_LEAST) {
            path->crumbs[i] = rows_short(desk, path->crumbs[i], left, frame);
            return path_join(path, i, desk->look.ascii, frame);
        }
    }
    return rows_short(desk, path->crumbs[path->count - 1], room, frame);
}

/* "▕███░░░▏ ", or "" where there is nothing to count or no room. */
static const char *progress_text(const struct desk *desk, int columns, struct arena *frame) {
    const struct screen *screen = stack_top(desk);
    const bool ascii = desk->look.ascii;
    size_t count = 0;
    size_t of = 0;
    if (columns < LAYOUT_SIDE_BY_SIDE || !screen->progress ||
        !screen->progress(desk, &count, &of)) {
        return "";
    }
    return arena_printf(frame, "%s%s%s ", ascii ? "[" : "▕",
                        sign_bar(count, of, BAR_WIDTH, ascii, frame), ascii ? "]" : "▏");
}

/* The desk as the page shows it that lies under all boxes. */
static const struct desk *page_desk(const struct layout *layout, const struct desk *desk) {
    for (; layout->page; layout = layout->page) {
        desk = layout->page_desk;
    }
    return desk;
}

/* Where one is, how far, and what is saved. A box has the title of its page over it. */
static void title_make(struct layout *layout, const struct desk *desk, struct arena *frame) {
    const struct desk *shown = page_desk(layout, desk);
    const struct screen *screen = stack_top(shown);
    const enum letters letters = desk->look.letters;
    const int columns = layout->columns;
    struct path path = {.count = 0};
    path_make(&path, shown, frame);
    const char *saved = layout->roomy ? saved_text(desk, columns, frame) : "";
    const char *bar = progress_text(shown, columns, frame);
    const int taken = text_width(bar, letters) +
                      (*saved ? text_width(saved, letters) + SAVED_GAP : 0);
    const int whole = text_width(path_join(&path, 0, desk->look.ascii, frame), letters);
    const int room = columns - whole - TITLE_GAPS - taken;
    const char *status = screen->status ? screen->status(shown, columns, room, frame) : "";
    const char *gap = *saved && *status ? "   " : "";
    layout->title_tail = arena_printf(frame, "%s%s%s%s", bar, status, gap, saved);
    layout->title_bar = *bar ? text_width(bar, letters) - 1 : 0;
    const int tail = text_width(layout->title_tail, letters);
    layout->title = path_text(&path, desk, columns - (tail ? tail + TITLE_GAPS : TITLE_EDGES),
                              frame);
}

/* The panels of the screen, the shown one in brackets: where one is when they cannot all be seen.
 */
static const char *stops_text(const struct desk *desk, struct arena *frame) {
    int stops[PANELS_MAX];
    const size_t count = stack_stops(desk, stops);
    const int here = stack_panel(desk).number;
    const struct panel_kind *panels = stack_top(desk)->panels;
    const char *text = "";
    for (size_t i = 0; i < count; i++) {
        if (panels[stops[i]].passed && stops[i] != here) {
            continue;
        }
        text = arena_printf(frame, stops[i] == here ? "%s%s[%s]" : "%s%s%s", text,
                            *text ? "  " : "", _(panels[stops[i]].name));
    }
    return text;
}

void bars_make(struct layout *layout, const struct desk *desk, struct arena *frame) {
    const struct screen *screen = stack_top(desk);
    title_make(layout, desk, frame);
    if (layout->stops) {
        layout->stops = screen->stops ? screen->stops(desk, layout->columns - 2, frame)
                                      : stops_text(desk, frame);
    }
}
