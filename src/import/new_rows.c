#include "vademecum/import/new_rows.h"

#include "vademecum/base/bytes.h"
#include "vademecum/base/file.h"
#include "vademecum/base/folder.h"
#include "vademecum/base/i18n.h"
#include "vademecum/base/source.h"
#include "vademecum/base/table.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void new_rows_init(struct new_rows *rows, struct arena *arena) {
    *rows = (struct new_rows){.arena = arena};
}

const char **new_rows_add(struct new_rows *rows, enum schema_id id) {
    struct new_rows_file *file = &rows->files[id];
    const size_t columns = schema_get(id)->count;
    file->rows = arena_grow(rows->arena, file->rows, file->count, &file->room, sizeof *file->rows);
    const char **cells = arena_array(rows->arena, columns, sizeof *cells);
    for (size_t i = 0; i < columns; i++) {
        cells[i] = "";
    }
    file->rows[file->count++] = cells;
    return cells;
}

const char *const *new_rows_find(const struct new_rows *rows, enum schema_id id, const char *key) {
    const struct new_rows_file *file = &rows->files[id];
    for (size_t i = 0; i < file->count; i++) {
        if (strcmp(file->rows[i][0], key) == 0) {
            return file->rows[i];
        }
    }
    return NULL;
}

/* A file of memory that ends the arena when there is none. */
static FILE *memory_open(const struct new_rows *rows, char **bytes, size_t *length) {
    FILE *out = open_memstream(bytes, length);
    if (!out) {
        arena_ended(rows->arena);
    }
    return out;
}

/* Its bytes, in the arena. */
static const char *memory_take(const struct new_rows *rows, FILE *out, char **bytes,
                               const size_t *length) {
    const bool whole = fclose(out) == 0;
    const char *kept = whole ? arena_copy(rows->arena, *bytes, *length) : NULL;
    free(*bytes);
    if (!whole) {
        arena_ended(rows->arena);
    }
    return kept;
}

static bool file_create(const struct new_rows *rows, int folder, enum schema_id id,
                        struct fault *fault) {
    const struct schema *schema = schema_get(id);
    const struct new_rows_file *file = &rows->files[id];
    const char **names = arena_array(rows->arena, schema->count, sizeof *names);
    char *bytes = NULL;
    size_t length = 0;
    FILE *out = memory_open(rows, &bytes, &length);
    for (size_t i = 0; i < schema->count; i++) {
        names[i] = schema->columns[i].name;
    }
    table_write(out, names, schema->count);
    for (size_t i = 0; i < file->count; i++) {
        table_write(out, file->rows[i], schema->count);
    }
    const char *made = memory_take(rows, out, &bytes, &length);
    return file_replace(folder, schema->file, made, length, fault);
}

bool new_rows_create(const struct new_rows *rows, const char *path, struct fault *fault) {
    struct stat found;
    const int folder = folder_open_made(path, fault);
    bool done = folder >= 0;
    for (enum schema_id id = 0; done && id < SCHEMA_COUNT; id++) {
        if (fstatat(folder, schema_get(id)->file, &found, AT_SYMLINK_NOFOLLOW) == 0) {
            done = fault_set(fault, FAULT_USAGE, path, 0, NULL, "%s",
                             _("there is a catalogue in this folder already; name another folder, "
                               "or add to this one with --into"));
        }
    }
    for (enum schema_id id = 0; done && id < SCHEMA_COUNT; id++) {
        done = file_create(rows, folder, id, fault);
    }
    if (folder >= 0) {
        close(folder);
    }
    return done;
}

/* All bytes of a file; NULL and the fault when it cannot be read. */
static const char *file_read(const struct new_rows *rows, int folder, const char *name,
                             size_t *length, struct fault *fault) {
    struct source source;
    char *bytes = NULL;
    *length = 0;
    if (source_open(&source, rows->arena, folder, name, fault)) {
        bytes = arena_bytes(rows->arena, (size_t)source.opened.st_size + 1);
        while (source_ready(&source) > 0) {
            memcpy(bytes + *length, source_bytes(&source), source_ready(&source));
            *length += source_ready(&source);
            source_take(&source, source_ready(&source));
            if (!source_fill(&source, fault)) {
                bytes = NULL;
                break;
            }
        }
    }
    source_close(&source);
    return bytes;
}

/* The names of the columns in a file, without byte-order marks. */
static bool header_read(const struct new_rows *rows, const char *bytes, size_t length,
                        struct table_line *header) {
    const size_t marks = bytes_marks(bytes, length);
    bytes += marks;
    length -= marks;
    const char *end = memchr(bytes, '\n', length);
    return table_line(rows->arena, bytes, end ? (size_t)(end - bytes) : length, ',', header);
}

/* For each column of the file, its place in the schema, or the number of columns there. */
static const size_t *columns_match(const struct new_rows *rows, const struct schema *schema,
                                   const struct table_line *header) {
    size_t *places = arena_array(rows->arena, header->count + 1, sizeof *places);
    for (size_t i = 0; i < header->count; i++) {
        size_t at = 0;
        while (at < schema->count && strcmp(schema->columns[at].name, header->cells[i]) != 0) {
            at++;
        }
        places[i] = at;
    }
    return places;
}

/* Whether no cell that is filled would be lost for want of a column. */
static bool cells_fit(const struct new_rows_file *file, const struct schema *schema,
                      const size_t *places, size_t count, struct fault *fault) {
    for (size_t column = 0; column < schema->count; column++) {
        size_t at = 0;
        while (at < count && places[at] != column) {
            at++;
        }
        for (size_t i = 0; at == count && i < file->count; i++) {
            if (file->rows[i][column][0]) {
                return fault_set(fault, FAULT_WANTING, schema->file, 1,
                                 schema->columns[column].name, "%s",
                                 _("the file has no such column, and there is something to put "
                                   "into it; add the column to its first line"));
            }
        }
    }
    return true;
}

/* The file with the rows behind its own, `*length` bytes of an arena; NULL and the fault else. */
static const char *file_joined(const struct new_rows *rows, int folder, enum schema_id id,
                               size_t *joined_length, struct fault *fault) {
    const struct schema *schema = schema_get(id);
    const struct new_rows_file *file = &rows->files[id];
    struct table_line header;
    size_t length;
    const char *bytes = file_read(rows, folder, schema->file, &length, fault);
    if (!bytes) {
        return NULL;
    }
    if (!header_read(rows, bytes, length, &header)) {
        fault_set(fault, FAULT_WANTING, schema->file, 1, NULL, "%s",
                  _("the names of the columns cannot be read; \"vademecum check\" tells why"));
        return NULL;
    }
    const size_t *places = columns_match(rows, schema, &header);
    if (!cells_fit(file, schema, places, header.count, fault)) {
        return NULL;
    }
    const char **cells = arena_array(rows->arena, header.count + 1, sizeof *cells);
    char *joined = NULL;
    FILE *out = memory_open(rows, &joined, joined_length);
    fwrite(bytes, 1, length, out);
    if (length > 0 && bytes[length - 1] != '\n') {
        fputs("\r\n", out);
    }
    for (size_t i = 0; i < file->count; i++) {
        for (size_t at = 0; at < header.count; at++) {
            cells[at] = places[at] < schema->count ? file->rows[i][places[at]] : "";
        }
        table_write(out, cells, header.count);
    }
    return memory_take(rows, out, &joined, joined_length);
}

/* All files are made before the first is replaced: one that cannot be joined changes nothing. */
bool new_rows_join(const struct new_rows *rows, const char *path, struct fault *fault) {
    const int folder = folder_open(path, fault);
    const char *joined[SCHEMA_COUNT] = {NULL};
    size_t lengths[SCHEMA_COUNT] = {0};
    bool done = folder >= 0;
    for (enum schema_id id = 0; done && id < SCHEMA_COUNT; id++) {
        if (rows->files[id].count > 0) {
            joined[id] = file_joined(rows, folder, id, &lengths[id], fault);
            done = joined[id] != NULL;
        }
    }
    for (enum schema_id id = 0; done && id < SCHEMA_COUNT; id++) {
        done = !joined[id] ||
               file_replace(folder, schema_get(id)->file, joined[id], lengths[id], fault);
    }
    if (folder >= 0) {
        close(folder);
    }
    return done;
}
