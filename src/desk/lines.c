#include "vademecum/desk/lines.h"

#include <stdbool.h>
#include <string.h>

enum {
    /* How many lines above a change may end elsewhere than before: a line is filled up to a
       character that does not fit, and that one can be pushed two lines down. */
    LINES_ABOVE = 4
};

/* Goes from the start of a line to that of the next; false when there is none. */
static bool line_next(const struct line_starts *lines, const char *text, size_t *start) {
    const char *rest = text + *start;
    struct span span;
    if (!text_wrap(&rest, lines->width, lines->letters, &span)) {
        return false;
    }
    *start = (size_t)(rest - text);
    return *rest != '\0' || rest[-1] == '\n';
}

/*
 * Adds the starts behind the last one, until one is reached that was there before the change: from
 * there on all are as they were. The old ones are at number `old` and behind.
 */
static void starts_add(struct line_starts *lines, const char *text,
                       const struct lines_change *change, size_t old) {
    const size_t room = sizeof lines->starts / sizeof *lines->starts;
    const size_t moved = change->after - change->before; /* may be less than 0, modulo 2^n */
    size_t start = lines->starts[lines->count - 1];
    while (line_next(lines, text, &start)) {
        while (old < room &&
               (lines->starts[old] < change->before || lines->starts[old] + moved < start)) {
            old++;
        }
        if (old < room && lines->starts[old] + moved == start) {
            for (; old < room; old++) {
                lines->starts[lines->count++] = (uint32_t)(lines->starts[old] + moved);
            }
            return;
        }
        lines->starts[lines->count++] = (uint32_t)start;
    }
}

void lines_wrap(struct line_starts *lines, const char *text, int width, enum letters letters) {
    if (lines->width == width && lines->letters == letters) {
        return;
    }
    lines->width = width;
    lines->letters = letters;
    lines->starts[0] = 0;
    lines->count = 1;
    starts_add(lines, text, &(struct lines_change){0}, sizeof lines->starts / sizeof(uint32_t));
}

void lines_follow(struct line_starts *lines, const char *text, const struct lines_change *change) {
    if (lines->width == 0) {
        return;
    }
    const size_t here = lines_find(lines, change->start);
    const size_t first = here > LINES_ABOVE ? here - LINES_ABOVE : 0;
    /* The starts that may still hold wait at the end of the array, for there is room for each
       byte's. */
    const size_t room = sizeof lines->starts / sizeof *lines->starts;
    const size_t below = lines->count - first - 1;
    memmove(lines->starts + room - below, lines->starts + first + 1, below * sizeof *lines->starts);
    lines->count = first + 1;
    starts_add(lines, text, change, room - below);
}

void lines_forget(struct line_starts *lines) {
    lines->width = 0;
}

size_t lines_find(const struct line_starts *lines, size_t place) {
    size_t low = 0;
    size_t high = lines->count;
    while (high - low > 1) {
        const size_t middle = low + (high - low) / 2;
        if (lines->starts[middle] <= place) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return low;
}
