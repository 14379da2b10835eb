/*
 * skip: passes over rows of a CSV file that nobody wants, and cuts the simple ones of the others,
 * much faster than libcsv reads them. A part of table, for which others call table_open.
 */
#ifndef VADEMECUM_BASE_SKIP_H
#define VADEMECUM_BASE_SKIP_H

#include <stddef.h>

/* Which rows are wanted: those with a certain text in a certain cell. */
struct skip {
    size_t width;     /* cells of a sound row */
    size_t place;     /* of the cell, from 0; under `width` */
    const char *text; /* that it holds; no quotation mark is in it; borrowed */
};

/*
 * The bytes of the row that `bytes` begin with, its line end included, when nothing is lost by
 * passing over it: it is whole, of `width` cells, on one line, quoted as libcsv wants it, and not
 * wanted. Else 0, and libcsv has to read it.
 */
size_t skip_row(const struct skip *skip, const char *bytes, size_t length);

/* A cell, where it stands in the bytes of the file, or among others that were copied. */
struct skip_cell {
    const char *bytes;
    size_t length;
};

/*
 * The same of a row that is wanted: its `cells`, `width` of them. Those with quotation marks in
 * them are copied to `spare`, which has room for `length` bytes. Else 0.
 */
size_t skip_cut(const char *bytes, size_t length, size_t width, struct skip_cell *cells,
                char *spare);

#endif
