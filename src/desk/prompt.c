#include "vademecum/desk/prompt.h"

#include "vademecum/desk/editing.h"
#include "vademecum/desk/keymap.h"

#include <string.h>

void prompt_clear(struct prompt *prompt) {
    *prompt = (struct prompt){0};
}

static struct editing line_edit(struct prompt *prompt) {
    return (struct editing){
        .text = prompt->text,
        .size = sizeof prompt->text,
        .length = prompt->length,
        .cursor = prompt->cursor,
        .letters = LETTERS_ALL,
    };
}

static enum prompt_answer line_press(struct editing *line, int key) {
    const struct edit edit = editing_meant(line, key);
    switch (edit.kind) {
    case EDIT_MOVE:
        line->cursor = edit.to;
        return PROMPT_TAKEN;
    case EDIT_REMOVE:
    case EDIT_KILL:
        editing_remove(line, edit.to);
        return PROMPT_TAKEN;
    case EDIT_NOTHING:
        break;
    }
    char bytes[TEXT_CODE_BYTES];
    const size_t length = editing_character(key, bytes);
    if (length == 0) {
        return PROMPT_NOT_MINE;
    }
    return editing_insert(line, bytes, length) ? PROMPT_TAKEN : PROMPT_FULL;
}

enum prompt_answer prompt_key(struct prompt *prompt, int key) {
    if (key == PRESS_ENTER) {
        return PROMPT_ACCEPTED;
    }
    const bool erases = key == PRESS_BACKSPACE || key == PRESS_CTRL('h');
    if (key == PRESS_ESCAPE || key == PRESS_CTRL('c') || (erases && prompt->length == 0)) {
        return PROMPT_LEFT;
    }
    struct editing line = line_edit(prompt);
    const enum prompt_answer answer = line_press(&line, key);
    prompt->length = line.length;
    prompt->cursor = line.cursor;
    return answer;
}

enum prompt_answer prompt_put(struct prompt *prompt, const char *text) {
    struct editing line = line_edit(prompt);
    if (!editing_insert(&line, text, strlen(text))) {
        return PROMPT_FULL;
    }
    prompt->length = line.length;
    prompt->cursor = line.cursor;
    for (char *at = prompt->text; *(at += strcspn(at, "\n\t")); at++) {
        *at = ' ';
    }
    return PROMPT_TAKEN;
}
