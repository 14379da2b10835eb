/*
 * sheet: rows of cells under named columns, for programs. JSON makes an array of it, with an object
 * for each row; CSV a header and a line for each row.
 */
#ifndef VADEMECUM_REPORT_SHEET_H
#define VADEMECUM_REPORT_SHEET_H

#include "vademecum/base/arena.h"

#include <stdbool.h>
#include <stddef.h>

struct sheet_column {
    const char *name; /* "practice_id" */
    bool number;      /* its cells are whole numbers in digits; "" where there is none */
};

struct sheet {
    struct arena *arena; /* where it grows; its texts are borrowed */
    struct sheet_column *columns;
    size_t count;       /* of columns */
    size_t column_room; /* of `columns` */
    const char **cells; /* row by row */
    size_t rows;        /* complete ones */
    size_t cell_count;  /* of `cells` */
    size_t cell_room;   /* of `cells` */
};

/* A sheet without columns. Order of calls: sheet_init; sheet_column for each; then sheet_cell. */
void sheet_init(struct sheet *sheet, struct arena *arena);

/* Adds a column; its name is borrowed. */
void sheet_column(struct sheet *sheet, const char *name);
void sheet_number_column(struct sheet *sheet, const char *name);

/* Adds the next cell; a row is complete when it has a cell for each column. `text` is borrowed. */
void sheet_cell(struct sheet *sheet, const char *text);
void sheet_number(struct sheet *sheet, size_t number);

#endif
