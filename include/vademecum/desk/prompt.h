/*
 * prompt: a line being typed. Knows nothing of terminals; one key at a time.
 */
#ifndef VADEMECUM_DESK_PROMPT_H
#define VADEMECUM_DESK_PROMPT_H

#include <stddef.h>

enum {
    PROMPT_MAX = 1024 /* bytes of a line, with its NUL */
};

struct prompt {
    char text[PROMPT_MAX]; /* UTF-8 */
    size_t length;         /* bytes of text */
    size_t cursor;         /* byte of text before which the next character goes */
};

enum prompt_answer {
    PROMPT_TAKEN,    /* the line or its cursor may have changed */
    PROMPT_FULL,     /* there is no room for this; nothing was done */
    PROMPT_ACCEPTED, /* Enter */
    PROMPT_LEFT,     /* Esc or Ctrl-C, or Backspace in an empty line */
    PROMPT_NOT_MINE  /* a key that means nothing in a line, such as Up */
};

/* An empty line. */
void prompt_clear(struct prompt *prompt);

/*
 * Takes one key: a character is put in at the cursor; the keys of
 * editing.h move and remove. What Ctrl-U, Ctrl-K and Ctrl-W remove is not kept.
 */
enum prompt_answer prompt_key(struct prompt *prompt, int key);

/*
 * Puts in `text`, UTF-8 with no control but LF and TAB, which become blanks, at the cursor:
 * PROMPT_TAKEN, or PROMPT_FULL with nothing done.
 */
enum prompt_answer prompt_put(struct prompt *prompt, const char *text);

#endif
