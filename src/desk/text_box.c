#include "vademecum/desk/text_box.h"

#include "vademecum/desk/edit_keys.h"
#include "vademecum/desk/keymap.h"

#include <string.h>

enum {
    PAGE = 10 /* lines, until the view knows better */
};

void text_box_start(struct text_box *box, const char *text, enum letters letters) {
    box->length = text_valid(text, strnlen(text, EVENT_VALUE_MAX));
    memcpy(box->text, text, box->length);
    box->text[box->length] = '\0';
    box->cursor = box->length;
    box->changed = false;
    box->letters = letters;
    box->page = PAGE;
    box->run = TEXT_BOX_RUN_NONE;
    lines_forget(&box->lines);
}

/* The cursor's line. Between two with nothing between them it stands on the second. */
static size_t line_here(struct text_box *box, int width) {
    lines_wrap(&box->lines, box->text, width, box->letters);
    return lines_find(&box->lines, box->cursor);
}

static size_t line_start(const struct text_box *box, size_t line) {
    return box->lines.starts[line];
}

/*
 * The byte behind the cluster at `at`; `*column` becomes the column there. Blanks that hang over
 * the edge, and what is wider than the line, end at its width.
 */
static size_t cluster_step(const struct text_box *box, size_t at, int *column) {
    const int width = box->lines.width;
    struct cluster cluster;
    const size_t taken = text_cluster(box->text + at, box->length - at, box->letters, &cluster);
    *column = cluster.width < width - *column ? *column + cluster.width : width;
    return at + taken;
}

static int cursor_column(const struct text_box *box, size_t line) {
    int column = 0;
    size_t at = line_start(box, line);
    while (at < box->cursor) {
        at = cluster_step(box, at, &column);
    }
    return column;
}

/* The last place for the cursor on the line: the one behind it is the start of the next. */
static size_t line_last(const struct text_box *box, size_t line) {
    return line + 1 == box->lines.count
               ? box->length
               : edit_before(box->text, line_start(box, line + 1), box->letters);
}

/* The place on the line that is nearest to the column kept to, but not to the right of it. */
static size_t line_place(const struct text_box *box, size_t line) {
    const size_t last = line_last(box, line);
    size_t place = line_start(box, line);
    int column = 0;
    while (place < last && column < box->column) {
        const size_t next = cluster_step(box, place, &column);
        if (column > box->column) {
            break;
        }
        place = next;
    }
    return place;
}

static void lines_go(struct text_box *box, int width, size_t up, size_t down) {
    const size_t here = line_here(box, width);
    if (box->run != TEXT_BOX_RUN_COLUMN) {
        box->run = TEXT_BOX_RUN_COLUMN;
        box->column = cursor_column(box, here);
    }
    const size_t last = box->lines.count - 1;
    const size_t target = here + down > up ? here + down - up : 0;
    box->cursor = line_place(box, target < last ? target : last);
}

/* The keys that go by the lines as they are wrapped. Whether the key is one of them is returned. */
static bool line_press(struct text_box *box, int key, int width) {
    switch (key) {
    case PRESS_UP:
        lines_go(box, width, 1, 0);
        return true;
    case PRESS_DOWN:
        lines_go(box, width, 0, 1);
        return true;
    case PRESS_PAGE_UP:
        lines_go(box, width, box->page, 0);
        return true;
    case PRESS_PAGE_DOWN:
        lines_go(box, width, 0, box->page);
        return true;
    case PRESS_HOME:
    case PRESS_CTRL('a'):
        box->cursor = line_start(box, line_here(box, width));
        break;
    case PRESS_END:
    case PRESS_CTRL('e'):
        box->cursor = line_last(box, line_here(box, width));
        break;
    default:
        return false;
    }
    box->run = TEXT_BOX_RUN_NONE;
    return true;
}

static struct edit_text text_edit(struct text_box *box) {
    return (struct edit_text){
        .text = box->text,
        .size = sizeof box->text,
        .length = box->length,
        .cursor = box->cursor,
        .letters = box->letters,
    };
}

/* What kills in a row take lies side by side in the text, so there is always room to keep it. */
static void text_kill(struct text_box *box, struct edit_text *text, size_t to) {
    const bool before = to < text->cursor;
    const size_t start = before ? to : text->cursor;
    const size_t length = before ? text->cursor - to : to - text->cursor;
    if (length == 0) {
        return;
    }
    if (box->run != TEXT_BOX_RUN_KILL) {
        box->run = TEXT_BOX_RUN_KILL;
        box->killed_length = 0;
    }
    if (before) {
        memmove(box->killed + length, box->killed, box->killed_length);
    }
    memcpy(box->killed + (before ? 0 : box->killed_length), text->text + start, length);
    box->killed_length += length;
    edit_remove(text, to);
}

static enum text_box_answer bytes_put(struct edit_text *text, const char *bytes, size_t length) {
    return edit_insert(text, bytes, length) ? TEXT_BOX_TAKEN : TEXT_BOX_FULL;
}

static enum text_box_answer character_put(struct edit_text *text, int key) {
    if (key == PRESS_ALT_ENTER || key == '\n') {
        return bytes_put(text, "\n", 1);
    }
    if (key == '\t') {
        return bytes_put(text, "\t", 1);
    }
    char bytes[TEXT_CODE_BYTES];
    const size_t length = edit_character(key, bytes);
    return length > 0 ? bytes_put(text, bytes, length) : TEXT_BOX_NOT_MINE;
}

/* The other keys; what becomes of the text and its cursor stands in `text`. */
static enum text_box_answer text_press(struct text_box *box, struct edit_text *text, int key) {
    const struct edit edit = edit_meant(text, key);
    if (edit.kind == EDIT_KILL) {
        text_kill(box, text, edit.to);
        return TEXT_BOX_TAKEN;
    }
    box->run = TEXT_BOX_RUN_NONE;
    if (edit.kind == EDIT_MOVE) {
        text->cursor = edit.to;
        return TEXT_BOX_TAKEN;
    }
    if (edit.kind == EDIT_REMOVE) {
        edit_remove(text, edit.to);
        return TEXT_BOX_TAKEN;
    }
    if (key == PRESS_CTRL('y')) {
        return bytes_put(text, box->killed, box->killed_length);
    }
    return character_put(text, key);
}

/* Takes over what the key has done. It put in or removed bytes at the cursor, on either side. */
static void text_change(struct text_box *box, const struct edit_text *text) {
    if (text->length == box->length) {
        box->cursor = text->cursor;
        return;
    }
    const bool longer = text->length > box->length;
    const size_t removed = longer ? 0 : box->length - text->length;
    const size_t cursor = box->cursor;
    struct lines_change change = {
        .start = cursor > removed ? cursor - removed : 0,
        .before = cursor + removed < box->length ? cursor + removed : box->length,
    };
    change.after = change.before + text->length - box->length;
    box->changed = true;
    box->length = text->length;
    box->cursor = text->cursor;
    lines_follow(&box->lines, box->text, &change);
}

enum text_box_answer text_box_key(struct text_box *box, int key, int width) {
    if (key == PRESS_ENTER) {
        return TEXT_BOX_ACCEPTED;
    }
    if (key == PRESS_ESCAPE || key == PRESS_CTRL('c')) {
        return TEXT_BOX_LEFT;
    }
    if (line_press(box, key, width)) {
        return TEXT_BOX_TAKEN;
    }
    struct edit_text text = text_edit(box);
    const enum text_box_answer answer = text_press(box, &text, key);
    text_change(box, &text);
    return answer;
}

enum text_box_answer text_box_put(struct text_box *box, const char *text) {
    struct edit_text edited = text_edit(box);
    const enum text_box_answer answer = bytes_put(&edited, text, strlen(text));
    box->run = TEXT_BOX_RUN_NONE;
    text_change(box, &edited);
    return answer;
}

size_t text_box_lines(struct text_box *box, int width, size_t first, struct span *lines,
                      size_t room) {
    lines_wrap(&box->lines, box->text, width, box->letters);
    const size_t count = box->lines.count;
    for (size_t line = first; line < count && line - first < room; line++) {
        struct span *span = &lines[line - first];
        const char *rest = box->text + line_start(box, line);
        if (!text_wrap(&rest, width, box->letters, span)) {
            *span = (struct span){.start = rest, .length = 0};
        }
    }
    return count;
}

void text_box_cursor(struct text_box *box, int width, size_t *line, int *column) {
    *line = line_here(box, width);
    *column = cursor_column(box, *line);
}
