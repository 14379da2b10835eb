/*
 * header: the first row of a CSV file, held against the columns that were asked for. A part of
 * table, for which others call table_open.
 */
#ifndef VADEMECUM_BASE_HEADER_H
#define VADEMECUM_BASE_HEADER_H

#include "vademecum/base/arena.h"
#include "vademecum/base/fault.h"
#include "vademecum/base/table.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Place of a cell that belongs to no column. */
#define HEADER_NOWHERE SIZE_MAX

/* Which columns a file is to have. */
struct header_wanted {
    const char *file;                   /* name of the file, for defects */
    const struct table_column *columns; /* borrowed */
    size_t count;                       /* of `columns` */
    struct fault_list *faults;          /* gets the defects */
};

/* The first row as it was read. */
struct header {
    struct arena *arena; /* where names and places live; borrowed */
    long line;           /* 1-based, on which the header starts */
    const char **names;  /* of its cells, each cut to a sample (bytes_sample) */
    size_t width;        /* cells */
    size_t named;        /* of them up to the last that has a name; from header_match */
    size_t room;         /* of `names` */
    size_t *places;      /* index of each cell's column, or HEADER_NOWHERE; from header_match */
};

/*
 * Looks at the first bytes of a file before they are parsed. False and the fault when they are no
 * comma-separated UTF-8: UTF-16, a spreadsheet's own file, zero bytes, or semicolons or tabs where
 * the commas should be. `*mark` gets the length of the byte-order marks, which are to be skipped.
 */
bool header_expected(const struct header_wanted *wanted, const char *bytes, size_t length,
                     size_t *mark, struct fault *fault);

void header_init(struct header *header, struct arena *arena);

/* Adds the next cell of the header. */
void header_add(struct header *header, const char *bytes, size_t length);

/*
 * Finds each column's cell by its exact name. Unknown, doubled, nameless and missing columns become
 * defects, many of a kind one for all; false and the fault when a required one is missing, or none
 * is there at all.
 */
bool header_match(struct header *header, const struct header_wanted *wanted, struct fault *fault);

/* The column with exactly this name, or NULL. */
const struct table_column *header_column(const struct header_wanted *wanted, const char *name,
                                         size_t length);

/* The column that somebody who writes `name` most likely means, or NULL. */
const char *header_meant(const struct header_wanted *wanted, struct arena *scratch,
                         const char *name);

/* A sentence about a name of no column; `meant` is what header_meant returned. */
const char *header_unknown(struct arena *scratch, const char *name, const char *meant);

/* Name of the header's cell `cell`; NULL beyond the last. */
const char *header_name(const struct header *header, size_t cell);

#endif
