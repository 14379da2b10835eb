/*
 * text_line: a line being typed. Takes one key at a time, and knows no terminal.
 */
#ifndef VADEMECUM_DESK_TEXT_LINE_H
#define VADEMECUM_DESK_TEXT_LINE_H

#include <stdbool.h>
#include <stddef.h>

enum {
    TEXT_LINE_MAX = 1024 /* bytes of a line, with its NUL */
};

struct text_line {
    char text[TEXT_LINE_MAX]; /* UTF-8 */
    size_t length;            /* bytes of text */
    size_t cursor;            /* byte of text before which the next character goes */
    bool chosen;              /* the whole of it is: what comes next takes its place, unless the
                                 cursor is moved first */
};

enum text_line_answer {
    TEXT_LINE_TAKEN,    /* the line or its cursor may have changed */
    TEXT_LINE_FULL,     /* there is no room for this; nothing was done */
    TEXT_LINE_ACCEPTED, /* Enter */
    TEXT_LINE_LEFT,     /* Esc or Ctrl-C, or Backspace in an empty line */
    TEXT_LINE_NOT_MINE  /* a key that means nothing in a line, such as Up */
};

/* Makes the line empty. To be called before all others. */
void text_line_clear(struct text_line *line);

/* Chooses the whole line, when there is one. */
void text_line_choose(struct text_line *line);

/*
 * Takes one key: a character is put in at the cursor; the keys of edit_keys.h move and remove. What
 * Ctrl-U, Ctrl-K and Ctrl-W remove is not kept.
 */
enum text_line_answer text_line_key(struct text_line *line, int key);

/*
 * Puts in `text`, UTF-8 with no control but LF and TAB, which become blanks, at the cursor. Returns
 * TEXT_LINE_TAKEN, or TEXT_LINE_FULL with nothing done.
 */
enum text_line_answer text_line_put(struct text_line *line, const char *text);

#endif
