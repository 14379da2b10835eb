#include "vademecum/view/panel.h"

#include "vademecum/view/footer.h"

#include <string.h>

enum {
    TITLE_GAP = 4, /* columns between a box's title and its tail */
    TAIL_GAP = 2   /* … where there is no room for more */
};

/* Columns for a row's text that starts at column `left`; a long tail keeps its room. */
static int row_width(const struct row *row, int left, int width, enum letters letters) {
    const int tail = row->tail ? text_width(row->tail, letters) + 1 : 0;
    const int room = width - left - (tail > row->tail_width ? tail : row->tail_width);
    return room > 1 ? room : 1;
}

/* Whether the label is too long to stand before the text, and takes a line of its own. */
static bool label_alone(const struct row *row, enum letters letters) {
    const int left = row->entry >= 0 ? ROWS_INDENT : 0;
    return row->label && text_width(row->label, letters) > row->indent - left - 1;
}

/*
 * Wraps the rows into `*lines`; `starts` gets the line where each row starts and, behind the last,
 * how many lines there are, which is returned too.
 */
static int rows_wrap(const struct rows *rows, const struct desk *desk, struct arena *frame,
                     struct line **lines, int *starts) {
    size_t count = 0;
    size_t room = 0;
    for (size_t i = 0; i < rows->count; i++) {
        const struct row *row = &rows->rows[i];
        const bool labelled = label_alone(row, desk->look.letters);
        const char *rest = row->text;
        starts[i] = (int)count;
        do {
            const bool first = count == (size_t)starts[i];
            struct line line = {.row = row, .text = {rest, 0}, .first = first};
            line.left = row->indent + (first ? 0 : row->hang);
            if (!first || !labelled) {
                text_wrap(&rest, row_width(row, line.left, rows->width, desk->look.letters),
                          desk->look.letters, &line.text);
            }
            line.tailed = row->tail && (row->tail_last ? !*rest : first);
            *lines = arena_grow(frame, *lines, count, &room, sizeof **lines);
            (*lines)[count++] = line;
        } while (*rest);
    }
    starts[rows->count] = (int)count;
    return (int)count;
}

static struct rows panel_rows(const struct desk *desk, int number, int width, int height,
                              bool alone, struct arena *frame) {
    struct rows rows = {.arena = frame, .width = width, .height = height, .alone = alone};
    rows_make(desk, (struct panel){(int)stack_screen(desk), number}, &rows);
    return rows;
}

/* Screen rows that the whole panel would take, with its title. */
int panel_height(const struct desk *desk, int number, const struct panel_strip *strip,
                 struct arena *frame) {
    const struct rows rows = panel_rows(desk, number, strip->width, strip->height, false, frame);
    struct line *lines = NULL;
    int *starts = arena_array(frame, rows.count + 1, sizeof *starts);
    return rows_wrap(&rows, desk, frame, &lines, starts) + 1;
}

/* Columns that the row takes where nothing is wrapped. */
static int row_columns(const struct row *row, enum letters letters) {
    const int tail = row->tail ? text_width(row->tail, letters) + 1 : 0;
    const int alone = label_alone(row, letters) ? ROWS_INDENT + text_width(row->label, letters) : 0;
    const int text = row->indent + text_width(row->text, letters) +
                     (tail > row->tail_width ? tail : row->tail_width);
    return text > alone ? text : alone;
}

int panel_width(const struct desk *desk, int number, const struct panel_strip *strip,
                struct arena *frame) {
    const struct rows rows = panel_rows(desk, number, strip->width, strip->height, true, frame);
    const enum letters letters = desk->look.letters;
    const int title = text_width(rows.title, letters) + text_width(rows.tail, letters) + TITLE_GAP;
    const int keys = text_width(footer_verbs(desk, strip->width, frame), letters);
    int widest = title > keys ? title : keys;
    for (size_t i = 0; i < rows.count; i++) {
        const int columns = row_columns(&rows.rows[i], letters);
        widest = columns > widest ? columns : widest;
    }
    return rows.wide || widest > strip->width ? strip->width : widest;
}

bool panel_match(const struct query *searched, const struct line *line, size_t from, size_t *start,
                 size_t *end) {
    return searched->count > 0 && from < line->text.length &&
           query_match(searched, SOUGHT_TITLE, line->text.start, line->text.length, from, start,
                       end);
}

/* The first line with a match, if there is one of the entry in focus; or -1. */
static int first_match(const struct query *searched, const struct line *lines, int count,
                       size_t focus) {
    size_t start;
    size_t end;
    int first = -1;
    for (int i = 0; i < count; i++) {
        if (!panel_match(searched, &lines[i], 0, &start, &end)) {
            continue;
        }
        if (lines[i].row->entry == (long)focus) {
            return i;
        }
        first = first < 0 ? i : first;
    }
    return first;
}

/* What of a box's title its edge has room for beside the tail. */
static const char *box_title(const struct rows *rows, const struct panel_view *view,
                             const struct desk *desk, struct arena *frame) {
    const int tail = *rows->tail ? text_width(rows->tail, desk->look.letters) + TAIL_GAP : 0;
    return rows_short(desk, rows->title, view->width - tail, frame);
}

/* Lines between the first one of the entry in focus and the one where the cursor stands. */
static int cursor_below(const struct rows *rows, size_t focus, const int *starts) {
    for (size_t i = 0; rows->cursor_rows && i < rows->count; i++) {
        if (rows->rows[i].entry == (long)focus) {
            return starts[i + rows->cursor_rows] - 1 - starts[i];
        }
    }
    return 0;
}

void panel_fill(struct panel_view *view, const struct query *searched, const struct desk *desk,
                bool alone, struct arena *frame) {
    const struct rows rows = panel_rows(desk, view->panel.number, view->width, view->height, alone,
                                        frame);
    const struct window *window = window_of(desk, view->panel);
    struct line *lines = NULL;
    int *starts = arena_array(frame, rows.count + 1, sizeof *starts);
    long *entries = arena_array(frame, rows.count, sizeof *entries);
    const int count = rows_wrap(&rows, desk, frame, &lines, starts);
    for (size_t i = 0; i < rows.count; i++) {
        entries[i] = rows.rows[i].entry;
    }
    view->title = stack_top(desk)->shape == SHAPE_BOX ? box_title(&rows, view, desk, frame)
                                                      : rows.title;
    view->tail = rows.tail;
    view->verbs = "";
    view->lines = lines;
    view->cursor = rows.cursor;
    view->cursor_below = cursor_below(&rows, window->focus, starts);
    view->fit = (struct fit){
        .first_row = rows.first,
        .rows = rows.count,
        .row_starts = starts,
        .entries = entries,
        .visible = view->height,
        .width = view->width,
        .match = window->seek ? first_match(searched, lines, count, window->focus) : -1,
    };
}
