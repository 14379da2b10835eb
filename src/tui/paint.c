#include "vademecum/tui/paint.h"

#include "vademecum/base/i18n.h"
#include "vademecum/tui/paint_signs.h"
#include "vademecum/view/box.h"
#include "vademecum/view/panel.h"

#include <string.h>

enum {
    RULE_BLANKS = 2 /* beside a title in a line */
};

static int least(int one, int other) {
    return one < other ? one : other;
}

static cchar_t cell_make(const wchar_t *chars) {
    cchar_t cell;
    attr_t attributes = A_NORMAL;
    short pair = 0;
    attr_get(&attributes, &pair, NULL);
    setcchar(&cell, chars, attributes, pair, NULL);
    return cell;
}

/* Paints what fits into `room` columns, cluster by cluster: curses gets nothing unchecked. */
static void text_paint(int row, int column, int room, const char *text, size_t length,
                       enum letters letters) {
    size_t at = 0;
    int used = 0;
    while (at < length) {
        struct cluster cluster;
        at += text_cluster(text + at, length - at, letters, &cluster);
        if (cluster.newline) {
            cluster = (struct cluster){.chars = L" ", .width = 1};
        }
        if (used + cluster.width > room) {
            return;
        }
        if (letters == LETTERS_ASCII) {
            mvaddnwstr(row, column + used, cluster.chars, cluster.width);
        } else {
            const cchar_t cell = cell_make(cluster.chars);
            mvadd_wch(row, column + used, &cell);
        }
        used += cluster.width;
    }
}

/* Says that the window is too small, as far as there is room. */
static void too_small_paint(const struct layout *layout, enum letters letters) {
    char text[FAULT_TEXT_MAX];
    snprintf(text, sizeof text, _("Too small: make the window %d x %d"), LAYOUT_COLUMNS_MIN,
             LAYOUT_ROWS_MIN);
    const char *rest = text;
    struct span line;
    for (int row = 0; row < layout->rows && text_wrap(&rest, layout->columns, letters, &line);
         row++) {
        text_paint(row, 0, layout->columns, line.start, line.length, letters);
    }
    move(0, 0);
}

/* Cuts the right text where the left one needs the room. */
static void bar_paint(const struct layout *layout, const struct desk *desk,
                      const struct theme *theme, int row, const char *left, const char *right) {
    const enum letters letters = desk->look.letters;
    const int left_width = text_width(left, letters);
    const int right_width = text_width(right, letters);
    attr_set(theme->bar, 0, NULL);
    mvhline(row, 0, ' ' | theme->bar, layout->columns);
    text_paint(row, 1, layout->columns - 2, left, strlen(left), letters);
    if (left_width + right_width + 4 <= layout->columns) {
        text_paint(row, layout->columns - 1 - right_width, right_width, right, strlen(right),
                   letters);
    }
    attr_set(A_NORMAL, 0, NULL);
}

static void separator_paint(const struct layout *layout, const struct theme *theme, int column) {
    const cchar_t bar = cell_make(theme->ascii ? L"|" : L"│");
    for (int row = layout->body_top; row < layout->rows - layout->footer_rows; row++) {
        mvadd_wch(row, column, &bar);
    }
}

static void look_set(struct paint look) {
    attr_set(look.attributes, look.pair, NULL);
}

/* The look of a panel's title; it shows the focus where no row is current. */
static struct paint title_look(const struct panel_view *view, const struct desk *desk,
                               const struct theme *theme) {
    const bool focused = stack_panel(desk).number == view->panel.number;
    const bool here = focused && window_entries(desk, view->panel) == 0;
    struct paint look = here      ? theme->title_here
                        : focused ? theme->title_focused
                                  : theme->title;
    if (view->ruled) {
        look.attributes &= ~(attr_t)A_UNDERLINE;
    }
    return look;
}

/* A line over the whole width of the panel, before the title is painted on it. */
static void rule_paint(const struct panel_view *view, const struct desk *desk,
                       const struct theme *theme) {
    const bool focused = stack_panel(desk).number == view->panel.number;
    struct paint look = focused ? theme->title_focused : theme->tones[TONE_DIM];
    look.attributes &= ~(attr_t)(A_UNDERLINE | A_REVERSE);
    look_set(look);
    const cchar_t rule = cell_make(theme->ascii ? L"-" : L"─");
    mvhline_set(view->top, view->left - 1, &rule, view->width + 2);
    attr_set(A_NORMAL, 0, NULL);
}

static void title_paint(const struct panel_view *view, const struct desk *desk,
                        const struct theme *theme) {
    const enum letters letters = desk->look.letters;
    const int tail_width = text_width(view->tail, letters);
    const int width = text_width(view->title, letters);
    const int room = view->width - (tail_width ? tail_width + 1 : 0);
    const int indent = view->ruled && width + RULE_BLANKS <= room ? 1 : 0;
    if (view->ruled) {
        rule_paint(view, desk, theme);
        mvhline(view->top, view->left, ' ', least(width + indent + 1, view->width));
        mvhline(view->top, view->left + room, ' ', tail_width ? 1 : 0);
    }
    look_set(title_look(view, desk, theme));
    text_paint(view->top, view->left + indent, room, view->title, strlen(view->title), letters);
    attr_set(A_NORMAL, 0, NULL);
    if (tail_width <= view->width) {
        text_paint(view->top, view->left + view->width - tail_width, tail_width, view->tail,
                   strlen(view->tail), letters);
    }
}

/* The signs in the text of a row. */
static void text_signs_paint(const struct panel_view *view, const struct line *line, int row,
                             const struct desk *desk, const struct theme *theme) {
    const struct row *content = line->row;
    const int left = view->left + line->left;
    const bool first = content->signs == SIGNS_FIRST;
    if (content->signs == SIGNS_BAR && !content->tail) {
        paint_signs_bar(row, left, line->text.start, line->text.length, desk, theme);
    } else if (content->signs == SIGNS_ALL || (first && line->first)) {
        paint_signs(row, left, line->text.start, line->text.length, first, desk, theme);
    }
}

static void label_paint(const struct panel_view *view, const struct row *content, int row,
                        bool focused, bool coloured, const struct desk *desk,
                        const struct theme *theme) {
    const int indent = content->entry >= 0 ? ROWS_INDENT : 0;
    if (!focused && content->label_role != ROLE_TEXT) {
        look_set(theme->roles[content->label_role]);
    }
    text_paint(row, view->left + indent, view->width - indent, content->label,
               strlen(content->label), desk->look.letters);
    if (coloured) {
        paint_signs(row, view->left + indent, content->label, strlen(content->label), false, desk,
                    theme);
    }
}

static void line_paint(const struct panel_view *view, const struct line *line, int row,
                       const struct desk *desk, const struct theme *theme) {
    const struct row *content = line->row;
    const enum letters letters = desk->look.letters;
    const bool current = content->entry >= 0 && !content->under &&
                         (size_t)content->entry == window_of(desk, view->panel)->focus;
    const bool focused = current && !content->plain &&
                         stack_panel(desk).number == view->panel.number;
    const int tail_width = content->tail ? text_width(content->tail, letters) : 0;
    const bool coloured = content->signs != SIGNS_NONE && !focused;
    const bool in_tail = content->signs == SIGNS_BESIDE || content->signs == SIGNS_ALL;
    const struct paint look = focused ? theme->current : theme->roles[content->role];
    look_set(look);
    if (focused) {
        const cchar_t blank = cell_make(L" ");
        mvhline_set(row, view->left, &blank, view->width);
    }
    if (current && line->first && content->indent >= ROWS_INDENT) {
        const cchar_t pointer = cell_make(theme->ascii ? L">" : L"▸");
        mvadd_wch(row, view->left, &pointer);
    }
    if (line->first && content->label) {
        label_paint(view, content, row, focused, coloured && in_tail, desk, theme);
        look_set(look);
    }
    text_paint(row, view->left + line->left, view->width - line->left, line->text.start,
               line->text.length, letters);
    if (coloured) {
        text_signs_paint(view, line, row, desk, theme);
    }
    if (line->tailed && tail_width <= view->width) {
        const int left = view->left + view->width - tail_width;
        text_paint(row, left, tail_width, content->tail, strlen(content->tail), letters);
        if (coloured && content->signs == SIGNS_BAR) {
            paint_signs_bar(row, left, content->tail, strlen(content->tail), desk, theme);
        } else if (coloured && in_tail) {
            paint_signs(row, left, content->tail, strlen(content->tail), false, desk, theme);
        }
    }
    attr_set(A_NORMAL, 0, NULL);
}

static int columns_of(const char *text, size_t length, enum letters letters) {
    int columns = 0;
    for (size_t at = 0; at < length;) {
        struct cluster cluster;
        at += text_cluster(text + at, length - at, letters, &cluster);
        columns += cluster.newline ? 1 : cluster.width;
    }
    return columns;
}

/* Highlights the words that are searched for. */
static void matches_paint(const struct layout *layout, const struct panel_view *view,
                          const struct line *line, int row, const struct desk *desk,
                          const struct theme *theme) {
    const enum letters letters = desk->look.letters;
    size_t start;
    size_t end = 0;
    while (panel_match(&layout->searched, line, end, &start, &end)) {
        const size_t last = end < line->text.length ? end : line->text.length;
        const int before = columns_of(line->text.start, start, letters);
        const int width = columns_of(line->text.start + start, last - start, letters);
        const int left = view->left + line->left + before;
        attr_t attributes = A_NORMAL;
        short pair = 0;
        wchar_t chars[CCHARW_MAX + 1];
        cchar_t cell;
        mvin_wch(row, left, &cell);
        getcchar(&cell, chars, &attributes, &pair, NULL);
        mvchgat(row, left, width, attributes | theme->match, pair, NULL);
    }
}

static void panel_paint(const struct layout *layout, const struct panel_view *view,
                        const struct desk *desk, const struct theme *theme) {
    const struct window *state = window_of(desk, view->panel);
    const int lines = view->fit.row_starts[view->fit.rows];
    for (int i = 0; i < view->height && state->above + i < lines; i++) {
        const struct line *line = &view->lines[state->above + i];
        line_paint(view, line, view->top + 1 + i, desk, theme);
        matches_paint(layout, view, line, view->top + 1 + i, desk, theme);
    }
}

static void footer_paint(const struct layout *layout, const struct desk *desk,
                         const struct theme *theme) {
    const int top = layout->rows - layout->footer_rows;
    for (int i = 0; i < layout->footer_rows; i++) {
        bar_paint(layout, desk, theme, top + i, layout->footer[i].left, layout->footer[i].right);
    }
}

/* --- a box over a page ----------------------------------------------------------------------- */

static void cells_look(int row, int column, int width, struct paint look) {
    if (width > 0) {
        mvchgat(row, column, width, look.attributes, look.pair, NULL);
    }
}

/* What is painted stays there to be read, but what its focus is on stands out. */
static void page_set_back(const struct layout *page, const struct desk *desk,
                          const struct theme *theme) {
    const struct panel_strip beside = box_beside(page, desk);
    for (int row = 1; row < page->rows - page->footer_rows; row++) {
        const bool focused = row >= beside.top && row < beside.top + beside.height;
        cells_look(row, 0, page->columns, theme->behind);
        cells_look(row, beside.left, focused ? beside.width : 0, theme->beside);
    }
}

/* The upper or lower edge of a frame, and what stands in it. */
static void edge_paint(const struct box *box, int row, const wchar_t *const corners[2],
                       const struct theme *theme) {
    const cchar_t left = cell_make(theme->ascii ? L"+" : corners[0]);
    const cchar_t right = cell_make(theme->ascii ? L"+" : corners[1]);
    const cchar_t line = cell_make(theme->ascii ? L"-" : L"─");
    mvhline_set(row, box->left, &line, box->width);
    mvadd_wch(row, box->left, &left);
    mvadd_wch(row, box->left + box->width - 1, &right);
}

static void frame_paint(const struct box *box, const struct theme *theme) {
    static const wchar_t *const upper[] = {L"┌", L"┐"};
    static const wchar_t *const lower[] = {L"└", L"┘"};
    const cchar_t blank = cell_make(L" ");
    look_set(theme->frame);
    const cchar_t side = cell_make(theme->ascii ? L"|" : L"│");
    edge_paint(box, box->top, upper, theme);
    for (int row = box->top + 1; row < box->top + box->height - 1; row++) {
        mvhline_set(row, box->left, &blank, box->width);
        mvadd_wch(row, box->left, &side);
        mvadd_wch(row, box->left + box->width - 1, &side);
    }
    edge_paint(box, box->top + box->height - 1, lower, theme);
    attr_set(A_NORMAL, 0, NULL);
}

/* A text in an edge, with a blank before and behind it; at most `room` columns of it. */
static void edge_text_paint(int row, int column, int room, const char *text,
                            enum letters letters) {
    const int width = text_width(text, letters);
    if (width > 0) {
        mvhline(row, column - 1, ' ', (width < room ? width : room) + 2);
        text_paint(row, column, room, text, strlen(text), letters);
    }
}

static void box_paint(const struct layout *layout, const struct desk *desk,
                      const struct theme *theme) {
    const struct box *box = &layout->box;
    const struct panel_view *view = &layout->panels[0];
    const enum letters letters = desk->look.letters;
    const int tail = text_width(view->tail, letters);
    const int title_room = view->width - (tail ? tail + 2 : 0);
    page_set_back(layout->page, layout->page_desk, theme);
    frame_paint(box, theme);
    attr_set(A_BOLD, 0, NULL);
    edge_text_paint(box->top, view->left, title_room, view->title, letters);
    attr_set(A_NORMAL, 0, NULL);
    edge_text_paint(box->top, view->left + view->width - tail, tail, view->tail, letters);
    edge_text_paint(box->top + box->height - 1, view->left, view->width, view->verbs, letters);
}

/* --- the whole ------------------------------------------------------------------------------- */

/* The first row, whose progress has a colour. */
static void top_paint(const struct layout *layout, const struct desk *desk,
                      const struct theme *theme) {
    bar_paint(layout, desk, theme, 0, layout->title, layout->title_tail);
    cells_look(0, layout->columns - 1 - text_width(layout->title_tail, desk->look.letters),
               layout->title_bar, theme->tones[TONE_MET]);
}

/* What stands around the panels and between them, in a box that and the page behind it. */
static void body_paint(const struct layout *layout, const struct desk *desk,
                       const struct theme *theme) {
    if (layout->page) {
        body_paint(layout->page, layout->page_desk, theme);
        box_paint(layout, desk, theme);
        panel_paint(layout, &layout->panels[0], desk, theme);
        return;
    }
    if (layout->stops) {
        text_paint(1, 1, layout->columns - 2, layout->stops, strlen(layout->stops),
                   desk->look.letters);
    }
    if (layout->banner) {
        text_paint(layout->body_top - 1, 1, layout->columns - 2, layout->banner,
                   strlen(layout->banner), desk->look.letters);
    }
    for (size_t i = 0; i < layout->separator_count; i++) {
        separator_paint(layout, theme, layout->separators[i]);
    }
    for (size_t i = 0; i < layout->panel_count; i++) {
        title_paint(&layout->panels[i], desk, theme);
        panel_paint(layout, &layout->panels[i], desk, theme);
    }
}

void paint_layout(const struct layout *layout, const struct desk *desk, const struct theme *theme) {
    erase();
    if (layout->too_small) {
        too_small_paint(layout, desk->look.letters);
        return;
    }
    top_paint(layout, desk, theme);
    body_paint(layout, desk, theme);
    footer_paint(layout, desk, theme);
    move(layout->cursor_row, layout->cursor_column);
}
