#include "vademecum/import/merged_rows.h"

#include "vademecum/base/i18n.h"
#include "vademecum/catalogue/directory.h"
#include "vademecum/catalogue/quote.h"
#include "vademecum/import/copied_rows.h"

#include <string.h>

/* What tells a row of its file from the others. */
static const char *key_of(struct arena *arena, enum schema_id id, const char *const *cells) {
    const char *key = cells[0];
    for (size_t i = 1; i < schema_get(id)->keys; i++) {
        key = arena_printf(arena, "%s/%s", key, cells[i]);
    }
    return key;
}

static bool rows_same(enum schema_id id, const char *const *one, const char *const *other) {
    size_t column = 0;
    while (column < schema_get(id)->count && strcmp(one[column], other[column]) == 0) {
        column++;
    }
    return column == schema_get(id)->count;
}

/* Keeps of the file's rows those that `known` lacks. */
static void file_sift(struct new_rows *rows, enum schema_id id, const struct new_rows_file *known,
                      struct fault_list *told) {
    struct new_rows_file *file = &rows->files[id];
    struct directory directory = {0};
    size_t kept = 0;
    for (size_t i = 0; i < known->count; i++) {
        directory_add(&directory, rows->arena, key_of(rows->arena, id, known->rows[i]));
    }
    for (size_t i = 0; i < file->count; i++) {
        const char *key = key_of(rows->arena, id, file->rows[i]);
        const long found = directory_find(&directory, key);
        if (found == DIRECTORY_NONE) {
            file->rows[kept++] = file->rows[i];
        } else if (!rows_same(id, file->rows[i], known->rows[found])) {
            fault_list_add(told, FAULT_DEFECT, schema_get(id)->file, 0, NULL,
                           _("%s is here already, and not the same; what is here stays"),
                           quote_text(rows->arena, key));
        }
    }
    file->count = kept;
}

bool merged_rows_add(struct new_rows *rows, const char *from, const char *into,
                     struct fault_list *told, struct fault *fault) {
    struct new_rows known;
    new_rows_init(&known, rows->arena);
    for (enum schema_id id = 0; id < SCHEMA_COUNT; id++) {
        if (!copied_rows_add(rows, from, id, fault) ||
            (into && !copied_rows_add(&known, into, id, fault))) {
            return false;
        }
        file_sift(rows, id, &known.files[id], told);
    }
    return true;
}
