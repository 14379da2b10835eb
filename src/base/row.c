#include "vademecum/base/row.h"

#include "vademecum/base/bytes.h"

#include <stdint.h>
#include <string.h>

static const size_t never = SIZE_MAX;

void row_init(struct row_buffer *row, struct arena *arena, size_t count) {
    *row = (struct row_buffer){
        .arena = arena,
        .count = count,
        .starts = arena_array(arena, count, sizeof *row->starts),
        .lengths = arena_array(arena, count, sizeof *row->lengths),
        .cells = arena_array(arena, count, sizeof *row->cells),
    };
    for (size_t i = 0; i < count; i++) {
        row->starts[i] = never;
    }
}

void row_clear(struct row_buffer *row) {
    row->used = 0;
}

/* Makes room for `size` more bytes. */
static void text_reserve(struct row_buffer *row, size_t size) {
    if (size <= row->room - row->used) {
        return;
    }
    const size_t least = row->used + size;
    const size_t room = least > row->room * 2 ? least : row->room * 2;
    char *text = arena_alloc(row->arena, room);
    if (row->used) {
        memcpy(text, row->text, row->used);
    }
    row->text = text;
    row->room = room;
}

bool row_put(struct row_buffer *row, size_t column, const char *bytes, size_t length,
             size_t zeros) {
    const size_t size = length + zeros * ZERO_EXTRA + 1;
    if (size > TABLE_ROW_MAX - row->used) {
        return false;
    }
    text_reserve(row, size);
    char *cell = row->text + row->used;
    if (zeros) {
        bytes_copy(cell, bytes, length);
    } else {
        memcpy(cell, bytes, length);
    }
    cell[size - 1] = '\0';
    row->starts[column] = row->used;
    row->lengths[column] = size - 1;
    row->used += size;
    return true;
}

struct table_row row_view(struct row_buffer *row, long line) {
    /* Not before, as the text moves while it grows. */
    for (size_t i = 0; i < row->count; i++) {
        row->cells[i] = row->starts[i] == never ? "" : row->text + row->starts[i];
    }
    return (struct table_row){
        .line = line,
        .count = row->count,
        .cells = row->cells,
        .lengths = row->lengths,
    };
}
