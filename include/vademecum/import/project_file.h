/*
 * project_file: a table as a spreadsheet wrote it, cut into rows and cells: with whatever
 * separator, in whatever encoding, with titles above the names of its columns.
 *
 * Order of calls: project_file_open; project_file_cut; the rest as you like.
 */
#ifndef VADEMECUM_IMPORT_PROJECT_FILE_H
#define VADEMECUM_IMPORT_PROJECT_FILE_H

#include "vademecum/base/arena.h"
#include "vademecum/base/fault.h"

#include <stdbool.h>
#include <stddef.h>

struct project_row {
    long number; /* 1-based, as a spreadsheet counts rows */
    bool torn;   /* quotation marks are not where they belong, and no cell can be
                    told */
    size_t count;
    const char **cells; /* UTF-8, without blanks around them */
};

struct project_file {
    struct arena *arena; /* where it all lives; borrowed */
    const char *path;
    const char *text;
    size_t length;
    const char *encoding;     /* that it was in; static */
    struct project_row names; /* of the columns */
    struct project_row *rows; /* those below it in which something stands */
    size_t count;
    size_t room;
};

/* Reads the file. False and the fault when it is no text. `path` must outlive it. */
bool project_file_open(struct project_file *file, struct arena *arena, const char *path,
                       struct fault *fault);

/* How well a row would do as the names of the columns, 0: not at all. */
typedef size_t project_file_worth(const void *context, const struct project_row *row);

/*
 * Finds the row with the names of the columns among the first ones, and what separates cells:
 * whatever `worth` likes best, and of equals the first. False, with the names empty, when it likes
 * none.
 */
bool project_file_cut(struct project_file *file, project_file_worth *worth, const void *context);

/* The column with this name, but for case, accents and blanks; SIZE_MAX when there is none. */
size_t project_file_column(const struct project_file *file, const char *name);

/* Whether two texts are one but for case, accents and blanks. */
bool project_file_same(struct arena *arena, const char *one, const char *other);

#endif
