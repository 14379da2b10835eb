#include "vademecum/view/layout.h"

#include <string.h>

enum {
    FITS_MAX = 3,        /* layouts until the focus has settled; two are enough today */
    GUTTER = 1,          /* free columns left and right of a panel's text */
    TOOLS_LEAST = 22,    /* columns of Tools on 80 columns; more on wider screens */
    TOOLS_GROWS_BY = 10, /* a column more for so many more of the screen */
    HEADS_HEIGHT = 2,    /* rows of Matrix for criteria and questions */
    LIST_OF = 5,         /* a list beside its preview takes LIST_PARTS of LIST_OF columns */
    LIST_PARTS = 2,
    CRITERIA_PERCENT = 50,           /* most that Criteria takes of its column's height … */
    CRITERIA_UNFOCUSED_PERCENT = 45, /* … and while its Answer is read */
    ITEM_PERCENT = 45,         /* most of Checklist's height that its item in focus takes … */
    ITEM_FOCUSED_PERCENT = 70, /* … and while that is read */
    PANEL_LEAST = 2            /* rows of a panel: its title and a line */
};

static void searched_set(struct layout *layout, const struct session *session);
static void banner_make(struct layout *layout, const struct session *session, struct arena *frame);
static int body_height(const struct layout *layout);
static int first_match(const struct layout *layout, const struct line *lines, int count);
static bool layout_try(struct layout *layout, struct session *session, struct arena *frame);
static void screen_divide(struct layout *layout, const struct session *session,
                          struct arena *frame);
static void one_panel(struct layout *layout, const struct session *session, struct arena *frame);
static void list_and_detail(struct layout *layout, const struct session *session);
static void two_halves(struct layout *layout);
static void heads_and_list(struct layout *layout);
static void three_panels(struct layout *layout, const struct session *session, struct arena *frame);
static int criteria_height(const struct session *session, int width, int height,
                           struct arena *frame);
static void checklist_add(struct layout *layout, const struct session *session, int left, int width,
                          int height, struct arena *frame);
static int item_height(const struct session *session, int width, int height, struct arena *frame);
static int panel_height(const struct session *session, enum panel panel, int width, int height,
                        struct arena *frame);
static struct panel_view *panel_add(struct layout *layout, enum panel panel, int left, int width,
                                    int top, int height);
static void separator_add(struct layout *layout, int column);
static void panel_fill(struct panel_view *view, const struct session *session, bool alone,
                       struct arena *frame);
static struct rows panel_rows(const struct session *session, enum panel panel, int width,
                              int height, struct arena *frame);
static int rows_wrap(const struct rows *rows, const struct session *session, struct arena *frame,
                     struct line **lines, int *starts);
static int row_lines(const struct row *row, int width, const struct session *session);
static bool label_alone(const struct row *row, enum letters letters);
static int row_width(const struct row *row, int left, int width, enum letters letters);
static void position_tell(struct panel_view *view, const struct session *session,
                          struct arena *frame);
static void cursor_place(struct layout *layout, const struct session *session);

void layout_make(struct layout *layout, struct session *session, int rows, int columns,
                 struct arena *frame) {
    int tries = 0;
    do {
        *layout = (struct layout){
            .rows = rows,
            .columns = columns,
            .body_top = 1,
            .footer_rows = footer_rows(session, rows, columns),
        };
        layout->too_small = rows < LAYOUT_ROWS_MIN || columns < LAYOUT_COLUMNS_MIN;
        if (layout->too_small) {
            return;
        }
        searched_set(layout, session);
        banner_make(layout, session, frame);
    } while (layout_try(layout, session, frame) && ++tries < FITS_MAX);
    for (size_t i = 0; i < layout->panel_count; i++) {
        position_tell(&layout->panels[i], session, frame);
    }
    footer_make(layout, session, frame);
    cursor_place(layout, session);
}

enum panel layout_at(const struct layout *layout, const struct session *session, int row,
                     int column, long *entry) {
    *entry = -1;
    for (size_t i = 0; i < layout->panel_count; i++) {
        const struct panel_view *view = &layout->panels[i];
        const int line = row - view->top - 1;
        if (view->panel == PANEL_HEADS || column < view->left ||
            column >= view->left + view->width || line < -1 || line >= view->height) {
            continue;
        }
        const int place = session->panels[view->panel].above + line;
        if (line >= 0 && place < view->fit.row_starts[view->fit.rows]) {
            *entry = view->lines[place].row->entry;
        }
        return view->panel;
    }
    return PANEL_NONE;
}

bool layout_match(const struct layout *layout, const struct line *line, size_t from, size_t *start,
                  size_t *end) {
    return layout->searched.count > 0 && from < line->text.length &&
           query_match(&layout->searched, SOUGHT_TITLE, line->text.start, line->text.length, from,
                       start, end);
}

/* A word that is searched for in one field is shown wherever it stands. */
static void searched_set(struct layout *layout, const struct session *session) {
    layout->searched = session->found.query;
    for (size_t i = 0; i < layout->searched.count; i++) {
        layout->searched.words[i].fields = SOUGHT_ANY;
    }
}

/* On screens that show the list, or go through it. */
static void banner_make(struct layout *layout, const struct session *session, struct arena *frame) {
    const enum screen_id screen = session_screen(session);
    const char *words = finding_words(session, frame);
    if (body_height(layout) - 1 < PANEL_LEAST) {
        return;
    }
    if (*words && (screen == SCREEN_HOME || screen == SCREEN_PRACTICE || screen == SCREEN_FILTER ||
                   screen == SCREEN_SORT || screen == SCREEN_MATRIX || screen == SCREEN_OTHER ||
                   screen == SCREEN_FIGURES)) {
        layout->banner = rows_short(session, words, layout->columns - 2 * GUTTER, frame);
        layout->body_top++;
    }
}

/* Screen rows that are left to the panels. */
static int body_height(const struct layout *layout) {
    return layout->rows - layout->body_top - layout->footer_rows;
}

static int first_match(const struct layout *layout, const struct line *lines, int count) {
    size_t start;
    size_t end;
    for (int i = 0; i < count; i++) {
        if (layout_match(layout, &lines[i], 0, &start, &end)) {
            return i;
        }
    }
    return -1;
}

/* Whether fitting the panels changed what they show. */
static bool layout_try(struct layout *layout, struct session *session, struct arena *frame) {
    screen_divide(layout, session, frame);
    bool changed = false;
    for (size_t i = 0; i < layout->panel_count; i++) {
        panel_fill(&layout->panels[i], session, layout->panel_count == 1, frame);
        struct panel_view *view = &layout->panels[i];
        view->fit.match = session->seeking == view->panel
                              ? first_match(layout, view->lines,
                                            view->fit.row_starts[view->fit.rows])
                              : -1;
        changed |= session_fit(session, layout->panels[i].panel, &layout->panels[i].fit);
    }
    return changed;
}

static void screen_divide(struct layout *layout, const struct session *session,
                          struct arena *frame) {
    enum panel stops[STOPS_MAX];
    const size_t count = session_stops(session, stops);
    const enum screen_id screen = session_screen(session);
    const int from = screen == SCREEN_COMPARE ? LAYOUT_COMPARE_FROM : LAYOUT_SIDE_BY_SIDE;
    /* A long message at the bottom leaves room for one panel, but not for two over one another. */
    const bool low = body_height(layout) < 2 * PANEL_LEAST;
    const bool side_by_side = layout->columns >= from && !session->enlarged && !low;
    if (screen == SCREEN_MATRIX && !low) {
        heads_and_list(layout);
    } else if (count == 1 || !side_by_side) {
        one_panel(layout, session, frame);
    } else if (screen == SCREEN_COMPARE) {
        two_halves(layout);
    } else if (screen == SCREEN_PRACTICE) {
        three_panels(layout, session, frame);
    } else {
        list_and_detail(layout, session);
    }
}

static void one_panel(struct layout *layout, const struct session *session, struct arena *frame) {
    enum panel stops[STOPS_MAX];
    if (session_stops(session, stops) > 1 && body_height(layout) > PANEL_LEAST) {
        layout->stops = "";
        layout->body_top++;
    }
    const int width = layout->columns - 2 * GUTTER;
    const int height = body_height(layout);
    if (session_panel(session) == PANEL_CHECKLIST || session_panel(session) == PANEL_ITEM) {
        checklist_add(layout, session, GUTTER, width, height, frame);
    } else {
        panel_add(layout, session_panel(session), GUTTER, width, layout->body_top, height);
    }
}

static void list_and_detail(struct layout *layout, const struct session *session) {
    enum panel stops[STOPS_MAX];
    session_stops(session, stops);
    const int height = body_height(layout);
    const int list = layout->columns * LIST_PARTS / LIST_OF;
    panel_add(layout, stops[0], GUTTER, list - 2 * GUTTER, layout->body_top, height);
    separator_add(layout, list);
    panel_add(layout, stops[1], list + 1 + GUTTER, layout->columns - list - 1 - 2 * GUTTER,
              layout->body_top, height);
}

/* Equally wide, so that what belongs together wraps alike. */
static void two_halves(struct layout *layout) {
    const int height = body_height(layout);
    const int half = (layout->columns - 1) / 2;
    panel_add(layout, PANEL_LEFT, GUTTER, half - 2 * GUTTER, layout->body_top, height);
    separator_add(layout, half);
    panel_add(layout, PANEL_RIGHT, half + 1 + GUTTER, half - 2 * GUTTER, layout->body_top, height);
}

/* The heads stay where they are while the list moves. */
static void heads_and_list(struct layout *layout) {
    const int width = layout->columns - 2 * GUTTER;
    const int height = body_height(layout);
    panel_add(layout, PANEL_HEADS, GUTTER, width, layout->body_top, HEADS_HEIGHT);
    panel_add(layout, PANEL_MATRIX, GUTTER, width, layout->body_top + HEADS_HEIGHT,
              height - HEADS_HEIGHT);
}

/* Criteria with the answer under it, the checklist, tools; or Criteria and About. */
static void three_panels(struct layout *layout, const struct session *session,
                         struct arena *frame) {
    const int height = body_height(layout);
    const int tools = TOOLS_LEAST + (layout->columns - LAYOUT_SIDE_BY_SIDE) / TOOLS_GROWS_BY;
    const int left = (layout->columns - tools - 2) / 2;
    const int middle = layout->columns - tools - 2 - left;
    const int width = left - 2 * GUTTER;
    separator_add(layout, left);
    if (!session_question(session)) {
        panel_add(layout, PANEL_CRITERIA, GUTTER, width, layout->body_top, height);
        panel_add(layout, PANEL_ABOUT, left + 1 + GUTTER, layout->columns - left - 1 - 2 * GUTTER,
                  layout->body_top, height);
        return;
    }
    const int criteria = criteria_height(session, width, height, frame);
    panel_add(layout, PANEL_CRITERIA, GUTTER, width, layout->body_top, criteria);
    panel_add(layout, PANEL_ANSWER, GUTTER, width, layout->body_top + criteria, height - criteria);
    checklist_add(layout, session, left + 1 + GUTTER, middle - 2 * GUTTER, height, frame);
    separator_add(layout, left + 1 + middle);
    panel_add(layout, PANEL_TOOLS, left + middle + 2 + GUTTER, tools - 2 * GUTTER, layout->body_top,
              height);
}

/*
 * What Criteria needs of its column's height, but the answer keeps its share, and while it is read
 * as much as it needs.
 */
static int criteria_height(const struct session *session, int width, int height,
                           struct arena *frame) {
    const int wanted = panel_height(session, PANEL_CRITERIA, width, height, frame);
    int most = height * CRITERIA_PERCENT / 100;
    if (session_panel(session) == PANEL_ANSWER) {
        const int least = height * CRITERIA_UNFOCUSED_PERCENT / 100;
        const int left = height - panel_height(session, PANEL_ANSWER, width, height, frame);
        most = left < least ? least : left < most ? left : most;
    }
    return wanted < most ? wanted : most;
}

/*
 * The items, and under them what is to be asked about the one in focus: it stays in sight while the
 * items scroll.
 */
static void checklist_add(struct layout *layout, const struct session *session, int left, int width,
                          int height, struct arena *frame) {
    const int below = item_height(session, width, height, frame);
    const bool room = height - below >= PANEL_LEAST && below >= PANEL_LEAST;
    if (!room) {
        const bool item = session_panel(session) == PANEL_ITEM;
        panel_add(layout, item ? PANEL_ITEM : PANEL_CHECKLIST, left, width, layout->body_top,
                  height);
        return;
    }
    panel_add(layout, PANEL_CHECKLIST, left, width, layout->body_top, height - below);
    panel_add(layout, PANEL_ITEM, left, width, layout->body_top + height - below, below);
}

/* What the items leave of the height, but no less than it needs, up to its share. */
static int item_height(const struct session *session, int width, int height, struct arena *frame) {
    const bool focused = session_panel(session) == PANEL_ITEM;
    if (!session_item(session)) {
        return focused ? height : 0;
    }
    const int left = height - 1 - panel_height(session, PANEL_CHECKLIST, width, height, frame);
    const int needed = panel_height(session, PANEL_ITEM, width, height, frame);
    const int share = height * (focused ? ITEM_FOCUSED_PERCENT : ITEM_PERCENT) / 100;
    const int least = needed < share ? needed : share;
    return left > least ? left : least;
}

/* Screen rows that the whole panel would take, with its title. */
static int panel_height(const struct session *session, enum panel panel, int width, int height,
                        struct arena *frame) {
    const struct rows rows = panel_rows(session, panel, width, height, frame);
    struct line *lines = NULL;
    int *starts = arena_array(frame, rows.count + 1, sizeof *starts);
    return rows_wrap(&rows, session, frame, &lines, starts) + 1;
}

/* `height` is of the title and the lines together. */
static struct panel_view *panel_add(struct layout *layout, enum panel panel, int left, int width,
                                    int top, int height) {
    struct panel_view *view = &layout->panels[layout->panel_count++];
    *view = (struct panel_view){
        .panel = panel, .left = left, .width = width, .top = top, .height = height - 1};
    return view;
}

static void separator_add(struct layout *layout, int column) {
    layout->separators[layout->separator_count++] = column;
}

static void panel_fill(struct panel_view *view, const struct session *session, bool alone,
                       struct arena *frame) {
    struct rows rows = {
        .arena = frame, .width = view->width, .height = view->height, .alone = alone};
    rows_make(session, view->panel, &rows);
    struct line *lines = NULL;
    int *starts = arena_array(frame, rows.count + 1, sizeof *starts);
    long *entries = arena_array(frame, rows.count, sizeof *entries);
    rows_wrap(&rows, session, frame, &lines, starts);
    for (size_t i = 0; i < rows.count; i++) {
        entries[i] = rows.rows[i].entry;
    }
    view->title = rows.title;
    view->tail = rows.tail;
    view->lines = lines;
    view->cursor = rows.cursor;
    view->fit = (struct fit){
        .first_row = rows.first,
        .rows = rows.count,
        .row_starts = starts,
        .entries = entries,
        .visible = view->height,
        .width = view->width,
    };
}

static struct rows panel_rows(const struct session *session, enum panel panel, int width,
                              int height, struct arena *frame) {
    struct rows rows = {.arena = frame, .width = width, .height = height};
    rows_make(session, panel, &rows);
    return rows;
}

/*
 * Wraps the rows into `*lines`; `starts` gets the line where each row starts and, behind the last,
 * how many lines there are, which is returned too.
 */
static int rows_wrap(const struct rows *rows, const struct session *session, struct arena *frame,
                     struct line **lines, int *starts) {
    size_t count = 0;
    size_t room = 0;
    for (size_t i = 0; i < rows->count; i++) {
        const struct row *row = &rows->rows[i];
        const bool labelled = label_alone(row, session->look.letters);
        const char *rest = row->text;
        starts[i] = (int)count;
        do {
            const bool first = count == (size_t)starts[i];
            struct line line = {.row = row, .text = {rest, 0}, .first = first};
            line.left = row->indent + (first ? 0 : row->hang);
            if (!first || !labelled) {
                text_wrap(&rest, row_width(row, line.left, rows->width, session->look.letters),
                          session->look.letters, &line.text);
            }
            line.tailed = row->tail && (row->tail_last ? !*rest : first);
            *lines = arena_grow(frame, *lines, count, &room, sizeof **lines);
            (*lines)[count++] = line;
        } while (*rest);
        const int beside = row->beside ? row_lines(row->beside, rows->width, session) : 0;
        while (count < (size_t)(starts[i] + beside)) {
            const struct line empty = {.row = row, .text = {rest, 0}, .left = row->indent};
            *lines = arena_grow(frame, *lines, count, &room, sizeof **lines);
            (*lines)[count++] = empty;
        }
    }
    starts[rows->count] = (int)count;
    return (int)count;
}

/* How many lines the row takes by itself. */
static int row_lines(const struct row *row, int width, const struct session *session) {
    const enum letters letters = session->look.letters;
    const char *rest = row->text;
    struct span line;
    int count = 0;
    do {
        const int left = row->indent + (count ? row->hang : 0);
        text_wrap(&rest, row_width(row, left, width, letters), letters, &line);
        count++;
    } while (*rest);
    return count;
}

/* Whether the label is too long to stand before the text, and takes a line of its own. */
static bool label_alone(const struct row *row, enum letters letters) {
    const int left = row->entry >= 0 ? ROWS_INDENT : 0;
    return row->label && text_width(row->label, letters) > row->indent - left - 1;
}

/* Columns for a row's text that starts at column `left`; a long tail keeps its room. */
static int row_width(const struct row *row, int left, int width, enum letters letters) {
    const int tail = row->tail ? text_width(row->tail, letters) + 1 : 0;
    const int room = width - left - (tail > row->tail_width ? tail : row->tail_width);
    return room > 1 ? room : 1;
}

/* "1–7/14" over what does not fit: lines of a text, rows of a list. */
static void position_tell(struct panel_view *view, const struct session *session,
                          struct arena *frame) {
    const struct panel_state *state = &session->panels[view->panel];
    const size_t entries = session_entries(session, view->panel);
    const bool list = view->panel == PANEL_PRACTICES || view->panel == PANEL_LEFT_OUT ||
                      view->panel == PANEL_COLLECTIONS || view->panel == PANEL_OTHER;
    /* The heads of Matrix have no room; its title says where one is. */
    const bool headed = view->panel == PANEL_HEADS || view->panel == PANEL_MATRIX;
    if (state->lines <= state->visible || headed) {
        return;
    }
    const char *position;
    if (list) {
        position = arena_printf(frame, "%zu/%zu", state->focus + 1, entries);
    } else {
        const int last = state->above + state->visible;
        position = arena_printf(frame, "%d%s%d/%d", state->above + 1,
                                session->look.ascii ? "-" : "–",
                                last < state->lines ? last : state->lines, state->lines);
    }
    const bool checklist = view->panel == PANEL_CHECKLIST || view->panel == PANEL_LEFT ||
                           view->panel == PANEL_RIGHT;
    const char *both = arena_printf(frame, "%s  %s", position, view->tail);
    const int room = view->width - text_width(view->title, session->look.letters);
    const bool fits = *view->tail && text_width(both, session->look.letters) < room;
    if (fits) {
        view->tail = both;
    } else if (!(checklist && *view->tail)) {
        /* Where one is matters more than what a column is called, but not more than whose marks
         * stand in which of two. */
        view->tail = position;
    }
}

/* On the current row of the focused panel, or in the line being typed. */
static void cursor_place(struct layout *layout, const struct session *session) {
    for (size_t i = 0; i < layout->panel_count; i++) {
        const struct panel_view *view = &layout->panels[i];
        const struct panel_state *state = &session->panels[view->panel];
        const int line = state->focus_top - state->above;
        if (view->panel == session_panel(session)) {
            layout->cursor_row = view->top + 1 + (line >= 0 && line < view->height ? line : 0);
            layout->cursor_column = view->left + view->cursor;
        }
    }
    if (session_panel(session) == PANEL_EDIT) {
        size_t line = 0;
        int column = 0;
        editor_cursor(session->editor, session_edit_width(session), &line, &column);
        layout->cursor_column += column;
    }
    if (footer_prompted(session)) {
        layout->cursor_row = layout->rows - 1;
        layout->cursor_column = layout->prompt_column;
    }
}
