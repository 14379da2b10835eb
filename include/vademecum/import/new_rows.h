/*
 * new_rows: gathers new rows of catalogue files, and writes them as a new catalogue or behind the
 * rows of an existing one.
 *
 * Order of calls: new_rows_init; new_rows_add for each row, its cells filled; new_rows_create or
 * new_rows_join.
 */
#ifndef VADEMECUM_IMPORT_NEW_ROWS_H
#define VADEMECUM_IMPORT_NEW_ROWS_H

#include "vademecum/base/arena.h"
#include "vademecum/base/fault.h"
#include "vademecum/catalogue/schema.h"

#include <stdbool.h>
#include <stddef.h>

struct new_rows_file {
    const char ***rows; /* each with as many cells as the file has columns; NULL-free */
    size_t count;
    size_t room;
};

struct new_rows {
    struct arena *arena; /* borrowed */
    struct new_rows_file files[SCHEMA_COUNT];
};

/* Begins without rows; they live in `arena`. */
void new_rows_init(struct new_rows *rows, struct arena *arena);

/*
 * Adds a row to a file, all its cells "", for the caller to fill by the constants of its columns.
 * The cells live in the arena; what they point to must outlive `rows`.
 */
const char **new_rows_add(struct new_rows *rows, enum schema_id id);

/* The row of a file whose first cell is `key`, or NULL. */
const char *const *new_rows_find(const struct new_rows *rows, enum schema_id id, const char *key);

/*
 * Writes the rows as a catalogue into the folder `path`, and makes the folder when it is not there.
 * False and the fault when there is a catalogue already (FAULT_USAGE), or it cannot be written.
 */
bool new_rows_create(const struct new_rows *rows, const char *path, struct fault *fault);

/*
 * Adds the rows to the catalogue in the folder `path`, behind those that it has. Replaces each file
 * at once, those that others refer to first; matches columns by their names. False and the fault
 * when a file cannot be read or written.
 */
bool new_rows_join(const struct new_rows *rows, const char *path, struct fault *fault);

#endif
