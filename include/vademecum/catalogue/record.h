/*
 * record: one row of a file of the catalogue.
 */
#ifndef VADEMECUM_CATALOGUE_RECORD_H
#define VADEMECUM_CATALOGUE_RECORD_H

#include <stddef.h>

/* One row of a file. */
struct record {
    const char *cells; /* the cells one after another in the schema's order, each ended by NUL */
    long line;         /* 1-based line in its file */
};

/* The cell of a column, such as PRACTICE_TITLE; "" when not stated. */
const char *record_cell(const struct record *record, size_t column);

#endif
