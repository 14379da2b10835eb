#include "vademecum/import/copied_rows.h"

#include "vademecum/base/folder.h"
#include "vademecum/base/guard.h"
#include "vademecum/base/table.h"

#include <string.h>
#include <unistd.h>

enum {
    SLICE = 1 << 16 /* bytes that are read at once */
};

/* Where rows of a file go. */
struct copying {
    struct new_rows *rows;
    enum schema_id id;
};

static void row_copy(void *context, const struct table_row *row) {
    const struct copying *copying = context;
    const char **cells = new_rows_add(copying->rows, copying->id);
    for (size_t i = 0; i < row->count; i++) {
        const char *meant = guard_undo(row->cells[i]);
        cells[i] = arena_copy(copying->rows->arena, meant, strlen(meant));
    }
}

static bool file_copy(struct copying *copying, int folder, struct fault *fault) {
    const struct schema *schema = schema_get(copying->id);
    struct arena *arena = copying->rows->arena;
    struct table_column *columns = arena_array(arena, schema->count, sizeof *columns);
    struct fault_list faults;
    fault_list_init(&faults, arena);
    const struct table_reader reader = {.row = row_copy, .context = copying, .faults = &faults};
    for (size_t i = 0; i < schema->count; i++) {
        const struct schema_column *column = &schema->columns[i];
        columns[i] = (struct table_column){column->name, schema_need(column), schema_shape(column)};
    }
    struct table *table = NULL;
    enum table_state state = TABLE_MORE;
    if (!table_open(&table, arena, folder, schema->file, columns, schema->count, &reader, fault)) {
        table_close(table);
        return fault->kind == FAULT_WANTING && schema_newer(copying->id);
    }
    while (state == TABLE_MORE) {
        state = table_read(table, SLICE, fault);
    }
    table_close(table);
    return state == TABLE_ENDED;
}

bool copied_rows_add(struct new_rows *rows, const char *path, enum schema_id id,
                     struct fault *fault) {
    struct copying copying = {rows, id};
    const int folder = folder_open(path, fault);
    const bool done = folder >= 0 && file_copy(&copying, folder, fault);
    if (folder >= 0) {
        close(folder);
    }
    return done;
}
