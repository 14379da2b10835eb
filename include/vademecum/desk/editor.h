/*
 * editor: a text being typed, of several lines, wrapped to a width. Knows nothing of terminals; one
 * key at a time.
 *
 * Its lines are those of lines.h. They can take one column more than the width: there the cursor
 * stands behind a full line, and behind the blanks that a wrap hides. So a view that has n columns
 * asks for a width of n - 1.
 */
#ifndef VADEMECUM_DESK_EDITOR_H
#define VADEMECUM_DESK_EDITOR_H

#include "vademecum/desk/lines.h"
#include "vademecum/review/event.h"

#include <stdbool.h>
#include <stddef.h>

/* What the last key did that the next one may go on with. */
enum editor_run {
    EDITOR_RUN_NONE,
    EDITOR_RUN_COLUMN, /* went up or down: the next keeps to the same column */
    EDITOR_RUN_KILL    /* killed: the next one adds to it */
};

/* Large: not for the stack. All zero before the first editor_start. */
struct editor {
    char text[EVENT_VALUE_MAX + 1]; /* UTF-8, NUL-terminated; of controls only LF and TAB */
    size_t length;                  /* bytes of text */
    size_t cursor;                  /* byte of text before which the next character goes */
    bool changed;                   /* a key has put in or removed something */
    enum letters letters;           /* how the text is shown */
    size_t page;                    /* lines for PgUp and PgDn; the view may set how many it has */
    enum editor_run run;
    int column;                   /* that EDITOR_RUN_COLUMN keeps to */
    char killed[EVENT_VALUE_MAX]; /* what Ctrl-Y puts back; outlives the text it is from */
    size_t killed_length;         /* bytes of killed */
    struct line_starts lines;     /* of text, as far as they were asked for */
};

enum editor_answer {
    EDITOR_TAKEN,    /* the text or its cursor may have changed */
    EDITOR_FULL,     /* there is no room for this; nothing was done */
    EDITOR_ACCEPTED, /* Enter */
    EDITOR_LEFT,     /* Esc or Ctrl-C */
    EDITOR_NOT_MINE  /* a key that means nothing in a text, such as F1 or Tab */
};

/*
 * Begins with `text`, which is a value as event_value makes them; the cursor stands at its end.
 * What Ctrl-Y puts back stays from the text before.
 */
void editor_start(struct editor *editor, const char *text, enum letters letters);

/*
 * Takes one key; `width` is that of the lines now, at least 1.
 *
 * A character, Alt-Enter or Ctrl-J (a line's end) and Ctrl-I (a TAB, as from a paste; the key Tab
 * is not the editor's) are put in. Beside the keys of editing.h, Up and Down go by lines and keep
 * the column, PgUp and PgDn by pages; Home, End, Ctrl-A and Ctrl-E go to the first and last place
 * of the line as it is wrapped. Ctrl-Y puts in what Ctrl-U, Ctrl-K and Ctrl-W killed without
 * another key between them.
 */
enum editor_answer editor_key(struct editor *editor, int key, int width);

/*
 * Puts in `text`, UTF-8 with no control but LF and TAB, at the cursor: EDITOR_TAKEN, or EDITOR_FULL
 * with nothing done.
 */
enum editor_answer editor_put(struct editor *editor, const char *text);

/*
 * The lines at a width of at least 1: how many there are, at least 1; those from number `first`
 * on, `room` at most, are put into `lines`, which may be NULL when `room` is 0.
 */
size_t editor_lines(struct editor *editor, int width, size_t first, struct span *lines,
                    size_t room);

/* Where the cursor stands: number of the line, and column of 0 to `width`. */
void editor_cursor(struct editor *editor, int width, size_t *line, int *column);

#endif
