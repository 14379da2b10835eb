/*
 * text_box: a text of several lines being typed, wrapped to a width. Takes one key at a time, and
 * knows no terminal.
 *
 * Its lines are those of lines.h. They can take one column more than the width: there the cursor
 * stands behind a full line, and behind the blanks that a wrap hides. So a view that has n columns
 * asks for a width of n - 1.
 */
#ifndef VADEMECUM_DESK_TEXT_BOX_H
#define VADEMECUM_DESK_TEXT_BOX_H

#include "vademecum/desk/lines.h"
#include "vademecum/review/event.h"

#include <stdbool.h>
#include <stddef.h>

/* What the last key did that the next one may go on with. */
enum text_box_run {
    TEXT_BOX_RUN_NONE,
    TEXT_BOX_RUN_COLUMN, /* went up or down: the next keeps to the same column */
    TEXT_BOX_RUN_KILL    /* killed: the next one adds to it */
};

/* Large: not for the stack. All zero before the first text_box_start. */
struct text_box {
    char text[EVENT_VALUE_MAX + 1]; /* UTF-8, NUL-terminated; of controls only LF and TAB */
    size_t length;                  /* bytes of text */
    size_t cursor;                  /* byte of text before which the next character goes */
    bool changed;                   /* a key has put in or removed something */
    enum letters letters;           /* how the text is shown */
    size_t page;                    /* lines for PgUp and PgDn; the view may set how many it has */
    enum text_box_run run;
    int column;                   /* that TEXT_BOX_RUN_COLUMN keeps to */
    char killed[EVENT_VALUE_MAX]; /* what Ctrl-Y puts back; outlives the text it is from */
    size_t killed_length;         /* bytes of killed */
    struct line_starts lines;     /* of text, as far as they were asked for */
};

enum text_box_answer {
    TEXT_BOX_TAKEN,    /* the text or its cursor may have changed */
    TEXT_BOX_FULL,     /* there is no room for this; nothing was done */
    TEXT_BOX_ACCEPTED, /* Enter */
    TEXT_BOX_LEFT,     /* Esc or Ctrl-C */
    TEXT_BOX_NOT_MINE  /* a key that means nothing in a text, such as F1 or Tab */
};

/*
 * Begins with `text`, which is a value as event_value makes them; the cursor stands at its end.
 * What Ctrl-Y puts back stays from the text before.
 */
void text_box_start(struct text_box *box, const char *text, enum letters letters);

/*
 * Takes one key; `width` is that of the lines now, at least 1.
 *
 * A character, Alt-Enter or Ctrl-J (a line's end) and Ctrl-I (a TAB, as from a paste; the key Tab
 * is not the box's) are put in. Beside the keys of edit_keys.h, Up and Down go by lines and keep
 * the column, PgUp and PgDn by pages; Home, End, Ctrl-A and Ctrl-E go to the first and last place
 * of the line as it is wrapped. Ctrl-Y puts in what Ctrl-U, Ctrl-K and Ctrl-W killed without
 * another key between them.
 */
enum text_box_answer text_box_key(struct text_box *box, int key, int width);

/*
 * Puts in `text`, UTF-8 with no control but LF and TAB, at the cursor. Returns TEXT_BOX_TAKEN, or
 * TEXT_BOX_FULL with nothing done.
 */
enum text_box_answer text_box_put(struct text_box *box, const char *text);

/*
 * The lines at a width of at least 1: how many there are, at least 1; those from number `first`
 * on, `room` at most, are put into `lines`, which may be NULL when `room` is 0.
 */
size_t text_box_lines(struct text_box *box, int width, size_t first, struct span *lines,
                      size_t room);

/* Where the cursor stands: number of the line, and column of 0 to `width`. */
void text_box_cursor(struct text_box *box, int width, size_t *line, int *column);

#endif
