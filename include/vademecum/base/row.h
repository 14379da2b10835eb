/*
 * row: the cells of one CSV row, in memory that is used again for the next one. A part of table,
 * for which others call table_open.
 */
#ifndef VADEMECUM_BASE_ROW_H
#define VADEMECUM_BASE_ROW_H

#include "vademecum/base/arena.h"
#include "vademecum/base/table.h"

#include <stdbool.h>
#include <stddef.h>

struct row_buffer {
    struct arena *arena; /* where its memory comes from; borrowed */
    size_t count;        /* columns */
    char *text;          /* the cells, a NUL after each */
    size_t used;         /* bytes of `text` */
    size_t room;         /* bytes that `text` can hold */
    size_t *starts;      /* where in `text` each column begins; SIZE_MAX when it never came */
    size_t *lengths;     /* bytes of each column */
    const char **cells;  /* each column as a string; set by row_view */
};

/* Begins with a row of `count` columns, all empty. Its memory lives as long as `arena`. */
void row_init(struct row_buffer *row, struct arena *arena, size_t count);

/* Begins the next row. A column that is not put again keeps no defined text. */
void row_clear(struct row_buffer *row);

/*
 * Copies the text of a column, which holds `zeros` zero bytes, each of them as "␀". False, with
 * nothing done, when the row would be longer than TABLE_ROW_MAX.
 */
bool row_put(struct row_buffer *row, size_t column, const char *bytes, size_t length, size_t zeros);

/* The row for its reader; a column that never came is "". Valid until row_clear. */
struct table_row row_view(struct row_buffer *row, long line);

#endif
