#include "vademecum/catalogue/held.h"

#include "vademecum/catalogue/references.h"

#include <stdlib.h>

void held_add(struct loader *loader, const struct table_row *row) {
    const struct file_reader *reader = loader->reader;
    struct held_row held = {.position = row->line};
    if (reader->parent_column != NO_COLUMN) {
        const size_t column = (size_t)reader->parent_column;
        const long parent = references_find(loader, row, column);
        if (parent == REFERENCE_NONE) {
            return;
        }
        held.parent = parent == REFERENCE_LOST
                          ? loader->catalogue->rows[schema_target(loader->id, column)]
                          : (size_t)parent;
    }
    if (reader->position_column != NO_COLUMN) {
        held.position = strtol(row->cells[reader->position_column], NULL, 10);
    }
    held.record = loader_keep(loader->arena, row);
    const char *key = loader_key(loader, &loader->scratch, &held.record);
    const long earlier = directory_add(&loader->seen, &loader->scratch, key);
    if (earlier != DIRECTORY_NONE) {
        loader_repeated(loader, key, row->line, loader->held[earlier].record.line);
        return;
    }
    loader->held = arena_grow(&loader->scratch, loader->held, loader->held_count,
                              &loader->held_room, sizeof *loader->held);
    loader->held[loader->held_count++] = held;
}

static int row_compare(const void *left, const void *right) {
    const struct held_row *one = left;
    const struct held_row *other = right;
    if (one->parent != other->parent) {
        return one->parent < other->parent ? -1 : 1;
    }
    if (one->position != other->position) {
        return one->position < other->position ? -1 : 1;
    }
    return (one->record.line > other->record.line) - (one->record.line < other->record.line);
}

/* Puts the rows in their order, and makes the directory of that order. */
void held_sort(struct loader *loader) {
    const size_t count = loader->held_count;
    if (count) {
        qsort(loader->held, count, sizeof *loader->held, row_compare);
    }
    for (size_t i = 0; i < count; i++) {
        directory_add(&loader->directories[loader->id], loader->arena,
                      loader_key(loader, loader->arena, &loader->held[i].record));
    }
    loader->catalogue->rows[loader->id] = count;
}
