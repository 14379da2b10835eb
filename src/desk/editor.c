#include "vademecum/desk/editor.h"

#include "vademecum/desk/editing.h"
#include "vademecum/desk/keymap.h"

#include <string.h>

enum {
    PAGE = 10 /* lines, until the view knows better */
};

/* A line of the text as it is wrapped. All zero before the first. */
struct line {
    struct span span; /* what is seen of it; starts where the line does */
    size_t next;      /* byte of the text where the next one starts */
    size_t number;    /* from 1 on */
    bool final;       /* none comes behind it */
};

static bool line_press(struct editor *editor, int key, int width);
static enum editor_answer text_press(struct editor *editor, struct editing *text, int key);
static void lines_go(struct editor *editor, int width, size_t up, size_t down);
static enum editor_answer bytes_put(struct editing *text, const char *bytes, size_t length);
static enum editor_answer character_put(struct editing *text, int key);
static void text_kill(struct editor *editor, struct editing *text, size_t to);
static bool line_next(const struct editor *editor, int width, struct line *line);
static struct line line_of_cursor(const struct editor *editor, int width);
static size_t line_start(const struct editor *editor, const struct line *line);
static size_t line_last(const struct editor *editor, const struct line *line);
static size_t line_place(const struct editor *editor, int width, const struct line *line);
static int cursor_column(const struct editor *editor, int width, const struct line *line);
static size_t cluster_step(const struct editor *editor, int width, size_t at, int *column);

void editor_start(struct editor *editor, const char *text, enum letters letters) {
    editor->length = text_valid(text, strnlen(text, EVENT_VALUE_MAX));
    memcpy(editor->text, text, editor->length);
    editor->text[editor->length] = '\0';
    editor->cursor = editor->length;
    editor->changed = false;
    editor->letters = letters;
    editor->page = PAGE;
    editor->run = EDITOR_RUN_NONE;
}

enum editor_answer editor_key(struct editor *editor, int key, int width) {
    if (key == PRESS_ENTER) {
        return EDITOR_ACCEPTED;
    }
    if (key == PRESS_ESCAPE || key == PRESS_CTRL('c')) {
        return EDITOR_LEFT;
    }
    if (line_press(editor, key, width)) {
        return EDITOR_TAKEN;
    }
    struct editing text = {
        .text = editor->text,
        .size = sizeof editor->text,
        .length = editor->length,
        .cursor = editor->cursor,
        .letters = editor->letters,
    };
    const enum editor_answer answer = text_press(editor, &text, key);
    editor->changed = editor->changed || text.length != editor->length;
    editor->length = text.length;
    editor->cursor = text.cursor;
    return answer;
}

size_t editor_lines(const struct editor *editor, int width, size_t first, struct span *lines,
                    size_t room) {
    struct line line = {.number = 0};
    while (line_next(editor, width, &line)) {
        const size_t index = line.number - 1;
        if (index >= first && index - first < room) {
            lines[index - first] = line.span;
        }
    }
    return line.number;
}

void editor_cursor(const struct editor *editor, int width, size_t *line, int *column) {
    const struct line here = line_of_cursor(editor, width);
    *line = here.number - 1;
    *column = cursor_column(editor, width, &here);
}

/* The keys that go by the lines as they are wrapped. Whether the key is one of them is returned. */
static bool line_press(struct editor *editor, int key, int width) {
    struct line here;
    switch (key) {
    case PRESS_UP:
        lines_go(editor, width, 1, 0);
        return true;
    case PRESS_DOWN:
        lines_go(editor, width, 0, 1);
        return true;
    case PRESS_PAGE_UP:
        lines_go(editor, width, editor->page, 0);
        return true;
    case PRESS_PAGE_DOWN:
        lines_go(editor, width, 0, editor->page);
        return true;
    case PRESS_HOME:
    case PRESS_CTRL('a'):
        here = line_of_cursor(editor, width);
        editor->cursor = line_start(editor, &here);
        break;
    case PRESS_END:
    case PRESS_CTRL('e'):
        here = line_of_cursor(editor, width);
        editor->cursor = line_last(editor, &here);
        break;
    default:
        return false;
    }
    editor->run = EDITOR_RUN_NONE;
    return true;
}

/* The other keys; what becomes of the text and its cursor stands in `text`. */
static enum editor_answer text_press(struct editor *editor, struct editing *text, int key) {
    const struct edit edit = editing_meant(text, key);
    if (edit.kind == EDIT_KILL) {
        text_kill(editor, text, edit.to);
        return EDITOR_TAKEN;
    }
    editor->run = EDITOR_RUN_NONE;
    if (edit.kind == EDIT_MOVE) {
        text->cursor = edit.to;
        return EDITOR_TAKEN;
    }
    if (edit.kind == EDIT_REMOVE) {
        editing_remove(text, edit.to);
        return EDITOR_TAKEN;
    }
    if (key == PRESS_CTRL('y')) {
        return bytes_put(text, editor->killed, editor->killed_length);
    }
    return character_put(text, key);
}

static void lines_go(struct editor *editor, int width, size_t up, size_t down) {
    const struct line here = line_of_cursor(editor, width);
    if (editor->run != EDITOR_RUN_COLUMN) {
        editor->run = EDITOR_RUN_COLUMN;
        editor->column = cursor_column(editor, width, &here);
    }
    const size_t target = here.number + down > up ? here.number + down - up : 1;
    struct line line = {.number = 0};
    while (line.number < target && line_next(editor, width, &line)) {
    }
    editor->cursor = line_place(editor, width, &line);
}

static enum editor_answer bytes_put(struct editing *text, const char *bytes, size_t length) {
    return editing_insert(text, bytes, length) ? EDITOR_TAKEN : EDITOR_FULL;
}

static enum editor_answer character_put(struct editing *text, int key) {
    if (key == PRESS_ALT_ENTER || key == '\n') {
        return bytes_put(text, "\n", 1);
    }
    if (key == '\t') {
        return bytes_put(text, "\t", 1);
    }
    char bytes[TEXT_CODE_BYTES];
    const size_t length = editing_character(key, bytes);
    return length > 0 ? bytes_put(text, bytes, length) : EDITOR_NOT_MINE;
}

/* What kills in a row take lies side by side in the text, so there is always room to keep it. */
static void text_kill(struct editor *editor, struct editing *text, size_t to) {
    const bool before = to < text->cursor;
    const size_t start = before ? to : text->cursor;
    const size_t length = before ? text->cursor - to : to - text->cursor;
    if (length == 0) {
        return;
    }
    if (editor->run != EDITOR_RUN_KILL) {
        editor->run = EDITOR_RUN_KILL;
        editor->killed_length = 0;
    }
    if (before) {
        memmove(editor->killed + length, editor->killed, editor->killed_length);
    }
    memcpy(editor->killed + (before ? 0 : editor->killed_length), text->text + start, length);
    editor->killed_length += length;
    editing_remove(text, to);
}

/* Goes on to the next line; false, with nothing done, at the final one. */
static bool line_next(const struct editor *editor, int width, struct line *line) {
    if (line->final) {
        return false;
    }
    const char *rest = editor->text + line->next;
    const bool any = text_wrap(&rest, width, editor->letters, &line->span);
    if (!any) {
        line->span = (struct span){.start = rest, .length = 0};
    }
    line->final = !any || (*rest == '\0' && rest[-1] != '\n');
    line->next = (size_t)(rest - editor->text);
    line->number++;
    return true;
}

/* Between two lines with nothing between them the cursor stands on the second. */
static struct line line_of_cursor(const struct editor *editor, int width) {
    struct line line = {.number = 0};
    while (line_next(editor, width, &line) && line.next <= editor->cursor) {
    }
    return line;
}

static size_t line_start(const struct editor *editor, const struct line *line) {
    return (size_t)(line->span.start - editor->text);
}

/* The last place for the cursor on the line: the one behind it is the start of the next. */
static size_t line_last(const struct editor *editor, const struct line *line) {
    return line->final ? editor->length : editing_before(editor->text, line->next, editor->letters);
}

/* The place on the line that is nearest to the column kept to, but not to the right of it. */
static size_t line_place(const struct editor *editor, int width, const struct line *line) {
    const size_t last = line_last(editor, line);
    size_t place = line_start(editor, line);
    int column = 0;
    while (place < last && column < editor->column) {
        const size_t next = cluster_step(editor, width, place, &column);
        if (column > editor->column) {
            break;
        }
        place = next;
    }
    return place;
}

static int cursor_column(const struct editor *editor, int width, const struct line *line) {
    int column = 0;
    size_t at = line_start(editor, line);
    while (at < editor->cursor) {
        at = cluster_step(editor, width, at, &column);
    }
    return column;
}

/*
 * The byte behind the cluster at `at`; `*column` becomes the column there. Blanks that hang over
 * the edge, and what is wider than the line, end at `width`.
 */
static size_t cluster_step(const struct editor *editor, int width, size_t at, int *column) {
    struct cluster cluster;
    const size_t taken = text_cluster(editor->text + at, editor->length - at, editor->letters,
                                      &cluster);
    *column = cluster.width < width - *column ? *column + cluster.width : width;
    return at + taken;
}
