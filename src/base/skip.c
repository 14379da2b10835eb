#include "vademecum/base/skip.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#define CELL_DOUBTFUL SIZE_MAX

/* The length of the first line with its end, in `*text` without. 0: not whole, or it has a CR. */
static size_t line_length(const char *bytes, size_t length, size_t *text) {
    const char *end = length ? memchr(bytes, '\n', length) : NULL;
    if (!end) {
        return 0;
    }
    *text = (size_t)(end - bytes);
    const char *cr = *text ? memchr(bytes, '\r', *text) : NULL;
    if (cr && cr + 1 != end) {
        return 0;
    }
    *text -= cr != NULL;
    return (size_t)(end - bytes) + 1;
}

static size_t quoted_length(const char *bytes, size_t length) {
    size_t at = 1;
    while (at < length) {
        const char *quote = memchr(bytes + at, '"', length - at);
        if (!quote) {
            return CELL_DOUBTFUL;
        }
        at = (size_t)(quote - bytes) + 1;
        if (at == length || bytes[at] == ',') {
            return at;
        }
        if (bytes[at] != '"') {
            return CELL_DOUBTFUL;
        }
        at++;
    }
    return CELL_DOUBTFUL;
}

/* The length of the first cell with its quotation marks. */
static size_t cell_length(const char *bytes, size_t length) {
    if (length > 0 && bytes[0] == '"') {
        return quoted_length(bytes, length);
    }
    const char *comma = length ? memchr(bytes, ',', length) : NULL;
    const size_t cell = comma ? (size_t)(comma - bytes) : length;
    return cell && memchr(bytes, '"', cell) ? CELL_DOUBTFUL : cell;
}

static bool cell_wanted(const struct skip *skip, const char *bytes, size_t length) {
    if (length > 0 && bytes[0] == '"') {
        bytes++;
        length -= 2;
    }
    return length == strlen(skip->text) && memcmp(bytes, skip->text, length) == 0;
}

/* Copies what stands in a quoted cell, with one quotation mark for two; returns its length. */
static size_t undouble(char *to, const char *bytes, size_t length) {
    size_t used = 0;
    for (size_t at = 0; at < length;) {
        const char *quote = memchr(bytes + at, '"', length - at);
        const size_t piece = (quote ? (size_t)(quote - bytes) + 1 : length) - at;
        memcpy(to + used, bytes + at, piece);
        used += piece;
        at += piece + (quote != NULL);
    }
    return used;
}

/* Takes its quotation marks off. One with others in it moves to `spare`; returns what follows. */
static char *cell_bare(struct skip_cell *cell, char *spare) {
    if (cell->length == 0 || cell->bytes[0] != '"') {
        return spare;
    }
    cell->bytes++;
    cell->length -= 2;
    if (cell->length == 0 || !memchr(cell->bytes, '"', cell->length)) {
        return spare;
    }
    cell->length = undouble(spare, cell->bytes, cell->length);
    cell->bytes = spare;
    return spare + cell->length;
}

size_t skip_cut(const char *bytes, size_t length, size_t width, struct skip_cell *cells,
                char *spare) {
    size_t left;
    const size_t line = line_length(bytes, length, &left);
    if (line == 0 || left == 0) {
        return 0;
    }
    for (size_t place = 0; place < width; place++) {
        const size_t cell = cell_length(bytes, left);
        if (cell == CELL_DOUBTFUL) {
            return 0;
        }
        cells[place] = (struct skip_cell){bytes, cell};
        spare = cell_bare(&cells[place], spare);
        const bool last = cell == left;
        if (last != (place + 1 == width)) {
            return 0;
        }
        bytes += cell + !last;
        left -= cell + !last;
    }
    return line;
}

size_t skip_row(const struct skip *skip, const char *bytes, size_t length) {
    size_t left;
    const size_t line = line_length(bytes, length, &left);
    if (line == 0) {
        return 0;
    }
    for (size_t place = 0; place < skip->width; place++) {
        const size_t cell = cell_length(bytes, left);
        if (cell == CELL_DOUBTFUL || (place == skip->place && cell_wanted(skip, bytes, cell))) {
            return 0;
        }
        const bool last = cell == left;
        if (last != (place + 1 == skip->width)) {
            return 0;
        }
        bytes += cell + !last;
        left -= cell + !last;
    }
    return line;
}
