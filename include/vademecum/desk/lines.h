/*
 * lines: where the lines of a text being typed start when it is wrapped to a width. They are kept
 * from key to key, so that a key costs the lines that it changes and not the whole text.
 *
 * The lines are those of text_wrap (base/text.h), and one more, empty, when the text is empty or
 * ends with LF. Each starts where the one before it ends.
 */
#ifndef VADEMECUM_DESK_LINES_H
#define VADEMECUM_DESK_LINES_H

#include "vademecum/base/text.h"
#include "vademecum/review/event.h"

#include <stdint.h>

/* Large: not for the stack. All zero before the first lines_wrap. */
struct line_starts {
    uint32_t starts[EVENT_VALUE_MAX + 3]; /* bytes of the text, rising; the first is 0 */
    size_t count;                         /* of starts, at least 1 */
    int width;                            /* columns that they hold for; 0: for none */
    enum letters letters;                 /* how the text is shown */
};

/* What became of a text: its bytes from `start` to `before` are now those from `start` to `after`.
 */
struct lines_change {
    size_t start;
    size_t before;
    size_t after;
};

/*
 * The lines of `text` (NUL-terminated, at most EVENT_VALUE_MAX bytes) at a width of at least 1.
 * Costs nothing when they are known: they must have been told of every change since.
 */
void lines_wrap(struct line_starts *lines, const char *text, int width, enum letters letters);

/* Tells of a change; `text` is the new one. */
void lines_follow(struct line_starts *lines, const char *text, const struct lines_change *change);

/* Forgets the lines: the text is another one. */
void lines_forget(struct line_starts *lines);

/* The number, from 0 on, of the line on which byte `place` of the text, or its end, stands. */
size_t lines_find(const struct line_starts *lines, size_t place);

#endif
