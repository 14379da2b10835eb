#include "vademecum/desk/editor.h"

#include "vademecum/desk/editing.h"
#include "vademecum/desk/keymap.h"

#include <string.h>

enum {
    PAGE = 10 /* lines, until the view knows better */
};

void editor_start(struct editor *editor, const char *text, enum letters letters) {
    editor->length = text_valid(text, strnlen(text, EVENT_VALUE_MAX));
    memcpy(editor->text, text, editor->length);
    editor->text[editor->length] = '\0';
    editor->cursor = editor->length;
    editor->changed = false;
    editor->letters = letters;
    editor->page = PAGE;
    editor->run = EDITOR_RUN_NONE;
    lines_forget(&editor->lines);
}

/* The cursor's line. Between two with nothing between them it stands on the second. */
static size_t line_here(struct editor *editor, int width) {
    lines_wrap(&editor->lines, editor->text, width, editor->letters);
    return lines_find(&editor->lines, editor->cursor);
}

static size_t line_start(const struct editor *editor, size_t line) {
    return editor->lines.starts[line];
}

/*
 * The byte behind the cluster at `at`; `*column` becomes the column there. Blanks that hang over
 * the edge, and what is wider than the line, end at its width.
 */
static size_t cluster_step(const struct editor *editor, size_t at, int *column) {
    const int width = editor->lines.width;
    struct cluster cluster;
    const size_t taken = text_cluster(editor->text + at, editor->length - at, editor->letters,
                                      &cluster);
    *column = cluster.width < width - *column ? *column + cluster.width : width;
    return at + taken;
}

static int cursor_column(const struct editor *editor, size_t line) {
    int column = 0;
    size_t at = line_start(editor, line);
    while (at < editor->cursor) {
        at = cluster_step(editor, at, &column);
    }
    return column;
}

/* The last place for the cursor on the line: the one behind it is the start of the next. */
static size_t line_last(const struct editor *editor, size_t line) {
    return line + 1 == editor->lines.count
               ? editor->length
               : editing_before(editor->text, line_start(editor, line + 1), editor->letters);
}

/* The place on the line that is nearest to the column kept to, but not to the right of it. */
static size_t line_place(const struct editor *editor, size_t line) {
    const size_t last = line_last(editor, line);
    size_t place = line_start(editor, line);
    int column = 0;
    while (place < last && column < editor->column) {
        const size_t next = cluster_step(editor, place, &column);
        if (column > editor->column) {
            break;
        }
        place = next;
    }
    return place;
}

static void lines_go(struct editor *editor, int width, size_t up, size_t down) {
    const size_t here = line_here(editor, width);
    if (editor->run != EDITOR_RUN_COLUMN) {
        editor->run = EDITOR_RUN_COLUMN;
        editor->column = cursor_column(editor, here);
    }
    const size_t last = editor->lines.count - 1;
    const size_t target = here + down > up ? here + down - up : 0;
    editor->cursor = line_place(editor, target < last ? target : last);
}

/* The keys that go by the lines as they are wrapped. Whether the key is one of them is returned. */
static bool line_press(struct editor *editor, int key, int width) {
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
        editor->cursor = line_start(editor, line_here(editor, width));
        break;
    case PRESS_END:
    case PRESS_CTRL('e'):
        editor->cursor = line_last(editor, line_here(editor, width));
        break;
    default:
        return false;
    }
    editor->run = EDITOR_RUN_NONE;
    return true;
}

static struct editing text_edit(struct editor *editor) {
    return (struct editing){
        .text = editor->text,
        .size = sizeof editor->text,
        .length = editor->length,
        .cursor = editor->cursor,
        .letters = editor->letters,
    };
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

/* Takes over what the key has done. It put in or removed bytes at the cursor, on either side. */
static void text_change(struct editor *editor, const struct editing *text) {
    if (text->length == editor->length) {
        editor->cursor = text->cursor;
        return;
    }
    const bool longer = text->length > editor->length;
    const size_t removed = longer ? 0 : editor->length - text->length;
    const size_t cursor = editor->cursor;
    struct lines_change change = {
        .start = cursor > removed ? cursor - removed : 0,
        .before = cursor + removed < editor->length ? cursor + removed : editor->length,
    };
    change.after = change.before + text->length - editor->length;
    editor->changed = true;
    editor->length = text->length;
    editor->cursor = text->cursor;
    lines_follow(&editor->lines, editor->text, &change);
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
    struct editing text = text_edit(editor);
    const enum editor_answer answer = text_press(editor, &text, key);
    text_change(editor, &text);
    return answer;
}

enum editor_answer editor_put(struct editor *editor, const char *text) {
    struct editing editing = text_edit(editor);
    const enum editor_answer answer = bytes_put(&editing, text, strlen(text));
    editor->run = EDITOR_RUN_NONE;
    text_change(editor, &editing);
    return answer;
}

size_t editor_lines(struct editor *editor, int width, size_t first, struct span *lines,
                    size_t room) {
    lines_wrap(&editor->lines, editor->text, width, editor->letters);
    const size_t count = editor->lines.count;
    for (size_t line = first; line < count && line - first < room; line++) {
        struct span *span = &lines[line - first];
        const char *rest = editor->text + line_start(editor, line);
        if (!text_wrap(&rest, width, editor->letters, span)) {
            *span = (struct span){.start = rest, .length = 0};
        }
    }
    return count;
}

void editor_cursor(struct editor *editor, int width, size_t *line, int *column) {
    *line = line_here(editor, width);
    *column = cursor_column(editor, *line);
}
