#include "vademecum/desk/text_line.h"

#include "vademecum/desk/edit_keys.h"
#include "vademecum/desk/keymap.h"

#include <string.h>

void text_line_clear(struct text_line *line) {
    *line = (struct text_line){0};
}

void text_line_choose(struct text_line *line) {
    line->chosen = line->length > 0;
}

/* A line that was chosen gives way to what takes its place. */
static void chosen_end(struct text_line *line, bool gives_way) {
    if (line->chosen && gives_way) {
        text_line_clear(line);
    }
    line->chosen = false;
}

static struct edit_text line_edit(struct text_line *line) {
    return (struct edit_text){
        .text = line->text,
        .size = sizeof line->text,
        .length = line->length,
        .cursor = line->cursor,
        .letters = LETTERS_ALL,
    };
}

static enum text_line_answer line_press(struct edit_text *edited, int key) {
    const struct edit edit = edit_meant(edited, key);
    switch (edit.kind) {
    case EDIT_MOVE:
        edited->cursor = edit.to;
        return TEXT_LINE_TAKEN;
    case EDIT_REMOVE:
    case EDIT_KILL:
        edit_remove(edited, edit.to);
        return TEXT_LINE_TAKEN;
    case EDIT_NOTHING:
        break;
    }
    char bytes[TEXT_CODE_BYTES];
    const size_t length = edit_character(key, bytes);
    if (length == 0) {
        return TEXT_LINE_NOT_MINE;
    }
    return edit_insert(edited, bytes, length) ? TEXT_LINE_TAKEN : TEXT_LINE_FULL;
}

static bool is_character(int key) {
    char bytes[TEXT_CODE_BYTES];
    return edit_character(key, bytes) > 0;
}

enum text_line_answer text_line_key(struct text_line *line, int key) {
    if (key == PRESS_ENTER) {
        return TEXT_LINE_ACCEPTED;
    }
    const bool back = key == PRESS_BACKSPACE || key == PRESS_CTRL('h');
    const bool erases = back || key == PRESS_DELETE;
    if (key == PRESS_ESCAPE || key == PRESS_CTRL('c') || (back && line->length == 0)) {
        return TEXT_LINE_LEFT;
    }
    const bool chosen = line->chosen;
    chosen_end(line, erases || is_character(key));
    if (chosen && erases) {
        return TEXT_LINE_TAKEN;
    }
    struct edit_text edited = line_edit(line);
    const enum text_line_answer answer = line_press(&edited, key);
    line->length = edited.length;
    line->cursor = edited.cursor;
    return answer;
}

enum text_line_answer text_line_put(struct text_line *line, const char *text) {
    chosen_end(line, strlen(text) < sizeof line->text);
    struct edit_text edited = line_edit(line);
    if (!edit_insert(&edited, text, strlen(text))) {
        return TEXT_LINE_FULL;
    }
    line->length = edited.length;
    line->cursor = edited.cursor;
    for (char *at = line->text; *(at += strcspn(at, "\n\t")); at++) {
        *at = ' ';
    }
    return TEXT_LINE_TAKEN;
}
