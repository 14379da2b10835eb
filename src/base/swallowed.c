#include "vademecum/base/swallowed.h"

#include "vademecum/base/bytes.h"

#include <string.h>

enum {
    SHAPED_CELLS = 4, /* of a row: as many commas in a line could be there by chance below this */
    SHAPED_LINES = 3  /* side by side with as many, likewise */
};

/* A line of a cell, held against the header. */
struct likeness {
    size_t cells; /* between its commas */
    size_t keys;  /* words that every row has */
    bool sound;   /* every word that it has is one */
};

static size_t commas(const char *bytes, size_t length) {
    size_t count = 0;
    for (size_t i = 0; i < length; i++) {
        count += bytes[i] == ',';
    }
    return count;
}

/* The column that the header's cell belongs to, or NULL. */
static const struct table_column *column_at(const struct header *header,
                                            const struct header_wanted *wanted, size_t cell) {
    const bool known = cell < header->width && header->places[cell] != HEADER_NOWHERE;
    return known ? &wanted->columns[header->places[cell]] : NULL;
}

/* Whether the bytes could be an id, also one with capitals in it. */
static bool is_key(const char *bytes, size_t length) {
    static const char allowed[] = "abcdefghijklmnopqrstuvwxyz0123456789"
                                  "ABCDEFGHIJKLMNOPQRSTUVWXYZ._-";
    for (size_t i = 0; i < length; i++) {
        if (!bytes[i] || !strchr(allowed, bytes[i])) {
            return false;
        }
    }
    return length > 0 && !(bytes[0] >= 'A' && bytes[0] <= 'Z');
}

/* A quoted cell without text has left one quotation mark. */
static bool word_sound(const struct table_column *column, const char *bytes, size_t length) {
    return column->need == TABLE_NEEDED
               ? is_key(bytes, length)
               : !length || (!memchr(bytes, ' ', length) && bytes[0] != '\t');
}

static struct likeness likeness_of(const struct header *header, const struct header_wanted *wanted,
                                   const char *bytes, size_t length) {
    struct likeness like = {.sound = true};
    const char *end = bytes + length;
    for (const char *at = bytes; at <= end;) {
        const char *comma = at < end ? memchr(at, ',', (size_t)(end - at)) : NULL;
        const size_t size = (size_t)((comma ? comma : end) - at);
        const struct table_column *column = column_at(header, wanted, like.cells);
        if (column && column->shape == TABLE_WORD) {
            like.sound = like.sound && word_sound(column, at, size);
            like.keys += column->need == TABLE_NEEDED;
        }
        like.cells++;
        at += size + 1;
    }
    return like;
}

struct swallowed swallowed_find(const struct header *header, const struct header_wanted *wanted,
                                size_t cell, const char *bytes, size_t length) {
    struct swallowed swallowed = {0};
    const size_t before = cell + 1 + commas(bytes, bytes_line(bytes, length));
    size_t at = bytes_line_whole(bytes, length);
    long lines = 0;
    long shaped = 0;
    size_t last = 0;
    while (at < length) {
        const size_t line = bytes_line(bytes + at, length - at);
        const size_t step = bytes_line_whole(bytes + at, length - at);
        const char end = bytes[at + line - 1];
        const bool whole = end == '\r' || end == '\n';
        const struct likeness like = likeness_of(header, wanted, bytes + at, line - whole);
        if (whole) {
            lines++;
            shaped += like.cells == header->width;
            swallowed.whole += like.sound && like.keys > 0 && like.cells == header->width;
        } else {
            last = like.cells;
            swallowed.cut = like.sound && like.cells <= header->width &&
                            (swallowed.whole > 0 || (like.keys > 0 && like.cells > 1));
            swallowed.fits = swallowed.cut && like.cells == cell + 1 && before == header->width;
        }
        at += step;
    }
    /* Their words may be wrong as well, such as ids with blanks. */
    if (header->width >= SHAPED_CELLS && shaped >= SHAPED_LINES && shaped == lines) {
        swallowed.whole = shaped;
        swallowed.cut = last > 1 && last <= header->width;
    }
    return swallowed;
}

long swallowed_count(const struct swallowed *swallowed) {
    return swallowed->whole + swallowed->cut;
}

bool swallowed_sure(const struct swallowed *swallowed) {
    return swallowed->whole > 1 || swallowed->fits;
}
